import Foundation
import Testing

/// That the sources have the form which `swift format` gives them.
@Suite struct FormTests {
  /// A finished run of `swift format`.
  private struct Run {
    var status: Int32
    var lines: [String]
  }

  @Test func `swift format finds nothing to say`() throws {
    guard let version = try? run(["--version"]), version.status == 0 else {
      print("NOT RUN: the form of the sources, because there is no 'swift format' here")
      return
    }
    let run = try run(["lint", "--strict", "--recursive", "Sources", "Tests", "Package.swift"])
    let root = Repository.root.path + "/"
    check(
      "'swift format -i -r Sources Tests Package.swift' repairs most of it",
      run.lines.map { $0.replacing(root, with: "") })
    #expect(run.status == 0)
  }

  /// Runs `swift format` in the checkout; what it says goes through a file and so fills no pipe.
  private func run(_ arguments: [String]) throws -> Run {
    let said = FileManager.default.temporaryDirectory.path + "/voimo-form-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: said) }
    _ = FileManager.default.createFile(atPath: said, contents: nil)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift", "format"] + arguments
    process.currentDirectoryURL = Repository.root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: said)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let text = (try? String(contentsOfFile: said, encoding: .utf8)) ?? ""
    return Run(
      status: process.terminationStatus, lines: text.split(separator: "\n").map(String.init))
  }
}
