import Foundation
import Testing

/// `voimo config` as it is typed.
@Suite struct ConfigCommandTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/voimo-" + UUID().uuidString

  private func config(_ arguments: String...) throws -> Command.Outcome {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try Command.voimo(
      ["config"] + arguments, in: folder,
      environment: ["HOME": folder, "XDG_CONFIG_HOME": "", "VOIMO_CONFIG": ""])
  }

  @Test func `a machine is told, asked and forgotten`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/.config/voimo/config.yaml"
    #expect(try config("path").output == path + "\n")
    let empty = try config()
    #expect(empty.status == 0)
    #expect(
      empty.output == """
        ~/.config/voimo/config.yaml (there is no such file yet)

        backends        none (default)
        models.folders  none (default)
        devices         the back end's choice (default)
        python          none (default)
        slots           1 each (default)

        """)

    let set = try config("set", "backends.image.url", "http://gpu1:7860")
    #expect(set.status == 0 && set.output == "backends.image.url: http://gpu1:7860\n")
    #expect(set.errors == "written to ~/.config/voimo/config.yaml\n")
    #expect(try config("get", "backends.image.url").output == "http://gpu1:7860\n")
    let again = try config("set", "backends.image.url", "http://gpu1:7860")
    #expect(again.output == "backends.image.url: http://gpu1:7860 (as before)\n")
    #expect(again.errors.isEmpty)
    let other = try config("set", "backends.image.url", "http://gpu2:7860", "--json")
    #expect(other.output.contains("\"before\" : \"http://gpu1:7860\""))
    #expect(other.output.contains("\"after\" : \"http://gpu2:7860\""))

    let missing = try config("get", "python")
    #expect(missing.status == 1 && missing.output.isEmpty)
    #expect(missing.errors.contains("python is not written in ~/.config/voimo/config.yaml"))
    let json = try config("--json")
    #expect(json.output.contains("\"path\" : \"backends.image.url\""), "\(json.output)")

    let gone = try config("unset", "backends.image.url")
    #expect(gone.output == "backends.image.url: http://gpu2:7860 → not written\n")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "")
  }

  @Test(arguments: [
    (["set", "backends.image.ulr", "x"], "did you mean 'url'?"),
    (["set", "backends.image.concurrency", "many"], "must be a whole number from 1 to 256"),
    (["set", "backends.image.api_key", "sk-123"], "contains a literal key"),
    (["set", "theme", "rain"], "write it in voimo.yaml"),
    (["get", "nothing"], "nothing is not a field of config.yaml"),
    (["unset", "python"], "python is not written in the file"),
    (["set", "python"], "needs a value"),
  ])
  func `a mistake is told with status 2, and nothing is written`(
    arguments: [String], words: String
  ) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let outcome = try Command.voimo(
      ["config"] + arguments, in: folder,
      environment: ["HOME": folder, "XDG_CONFIG_HOME": "", "VOIMO_CONFIG": ""])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(!outcome.errors.contains("sk-123"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/.config"))
  }
}
