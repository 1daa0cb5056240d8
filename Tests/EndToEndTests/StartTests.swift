import Foundation
import Testing

/// What a run of voimo takes before it does anything.
@Suite struct StartTests {
  /// The shared libraries that a run opens, by name.
  private func librariesOpened(
    by arguments: [String], in project: TestProject
  ) throws -> (names: Set<String>, status: Int32) {
    let log = project.path("strace.txt")
    let outcome = try Command.run(
      "/usr/bin/strace", ["-f", "-e", "trace=openat", "-o", log, Command.voimo] + arguments,
      in: project.folder)
    let text = try String(contentsOfFile: log, encoding: .utf8)
    let names = text.matches(of: /"[^"]*\/(lib\w+)[^"\/]*\.so[^"]*", [^=]*= \d/).map {
      String($0.1)
    }
    return (Set(names), outcome.status)
  }

  @Test func `libav is loaded by what reads or writes media, and by nothing else`() throws {
    let project = try TestProject(["voimo.yaml": FilmTests.file])
    let first = try librariesOpened(by: ["build", "-q"], in: project)
    #expect(first.status == 0)
    #expect(first.names.isSuperset(of: ["libavformat", "libavcodec", "libavutil"]))
    for arguments in [
      ["--version"], ["--help"], ["build", "-q"], ["plan"], ["status"], ["why", "film"], ["graph"],
    ] {
      let run = try librariesOpened(by: arguments, in: project)
      #expect(run.status == 0, "\(arguments)")
      #expect(run.names.contains("libswiftCore"), "\(arguments): strace saw no library")
      #expect(
        run.names.filter {
          $0.hasPrefix("libav") || $0.hasPrefix("libsws") || $0 == "libswresample"
        }
        .isEmpty, "\(arguments)")
    }
  }

  @Test func `a build that has nothing to do reads no font and writes no file`() throws {
    let project = try TestProject([
      "voimo.yaml": FilmTests.file
        + "\nlyrics: words.txt\nsubtitles: karaoke\noutputs: [film, srt]",
      "words.txt": "cold river\nrun to the sea",
    ])
    _ = try project.build()
    // What was written a moment ago is looked at once more; then it is believed.
    _ = try project.build()
    let log = project.path("strace.txt")
    let outcome = try Command.run(
      "/usr/bin/strace", ["-f", "-e", "trace=openat", "-o", log, Command.voimo, "build", "-q"],
      in: project.folder)
    #expect(outcome.status == 0)
    let opened = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    #expect(opened.contains { $0.contains("store.sqlite") })
    #expect(opened.filter { $0.contains(".ttf") || $0.contains("/objects/") }.isEmpty)
    let written = opened.filter { line in
      ["O_WRONLY", "O_RDWR", "O_CREAT"].contains { line.contains($0) }
        && !["/.voimo/lock", "/.voimo/store.sqlite", "/dev/null", "strace.txt"].contains {
          line.contains($0)
        }
    }
    #expect(written.isEmpty, "\(written)")
  }

  @Test func `a library that cannot be loaded is named, with status 7`() throws {
    let project = try TestProject(["libavcodec.so.59": "no library"])
    let outcome = try Command.voimo(
      ["doctor"], in: project.folder, environment: ["LD_LIBRARY_PATH": project.folder])
    #expect(outcome.status == 7)
    #expect(outcome.errors.hasPrefix("error: voimo cannot use libavcodec.so.59: "))
    #expect(!outcome.errors.contains("apt-get"), "it is there, so nothing is to be installed")
  }
}
