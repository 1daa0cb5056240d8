import Foundation
import Glibc
import Testing

/// Mounts that end with the process that makes them.
enum Mounts {
  /// Whether a mount can be made that nobody else sees.
  static let areAllowed: Bool = {
    guard geteuid() == 0 else { return false }
    let outcome = try? Command.run(
      "/usr/bin/unshare", ["-m", "sh", "-c", "mount -t tmpfs tmpfs /mnt"], in: "/")
    return outcome?.status == 0
  }()
}

/// Projects that may only be read, and disks that are full: mounts in a namespace of their own.
@Suite(.enabled(if: Mounts.areAllowed, "needs root and unshare"))
struct ReadOnlyTests {
  private static let looks = [
    "status", "plan", "why film", "show shots", "show sections", "graph", "cache stat",
    "cache verify --read-data", "cache gc --dry-run",
  ]

  private func built() throws -> TestProject {
    let project = try TestProject(["voimo.yaml": DamageTests.file], song: TestSong(length: 6))
    _ = try project.build()
    return project
  }

  /// Runs a script with mounts that end with it; `$voimo` is the binary.
  private func script(_ text: String, in project: TestProject) throws -> Command.Outcome {
    try Command.run(
      "/usr/bin/unshare", ["-m", "sh", "-c", text], in: project.folder,
      environment: ["voimo": Command.voimo])
  }

  @Test func `a project on a mount for reading can be looked at`() throws {
    let project = try built()
    for look in Self.looks {
      let outcome = try script(
        "mount --bind . /mnt && mount -o remount,ro,bind /mnt && cd /mnt && $voimo \(look)",
        in: project)
      #expect(outcome.status == 0, "\(look): \(outcome.errors)")
      #expect(!outcome.output.isEmpty, "\(look)")
    }
    let build = try script(
      "mount --bind . /mnt && mount -o remount,ro,bind /mnt && cd /mnt && $voimo build",
      in: project)
    #expect(
      build.status == 1 && build.errors.contains("mounted for reading only"), "\(build.errors)")
  }

  @Test func `another user's project can be looked at`() throws {
    let project = try built()
    for look in Self.looks {
      let outcome = try script(
        "cp $voimo /mnt/voimo 2>/dev/null; mount -t tmpfs tmpfs /mnt && cp $voimo /mnt/voimo && "
          + "cp -r . /mnt/project && chmod -R go+rX /mnt/project && cd /mnt/project && "
          + "setpriv --reuid=65534 --regid=65534 --clear-groups /mnt/voimo \(look)",
        in: project)
      #expect(outcome.status == 0, "\(look): \(outcome.errors)")
    }
  }

  @Test func `a disk without any room can be looked at, and a build there ends with 6`() throws {
    let project = try built()
    let fill =
      "mount -t tmpfs -o size=24m tmpfs /mnt && cp -r . /mnt/project && cd /mnt/project && "
      + "(cat /dev/zero >/mnt/filler 2>/dev/null; true) && "
    for look in Self.looks where !look.hasPrefix("cache verify") {
      let outcome = try script(fill + "$voimo \(look)", in: project)
      #expect(outcome.status == 0, "\(look): \(outcome.errors)")
    }
    let build = try script(fill + "$voimo build", in: project)
    #expect(build.status == 6 && build.errors.contains("no space left"), "\(build.errors)")
  }

  @Test func `a machine without any font makes the film, and says once which package brings one`()
    throws
  {
    let project = try TestProject(["voimo.yaml": DamageTests.file], song: TestSong(length: 6))
    let bare = "mount -t tmpfs tmpfs /usr/share/fonts && "
    for command in ["check", "build"] {
      let outcome = try script(bare + "$voimo \(command)", in: project)
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      let said = outcome.errors.components(separatedBy: "fonts-dejavu-core").count - 1
      #expect(said == 1, "\(command): \(outcome.errors)")
    }
    // With a font, the pages are made anew and nothing else is.
    #expect(try project.build() == ["waveform", "contact-sheet"])
  }
}
