import Foundation
import Testing
import VoimoBase
import VoimoProject

/// `VOIMO_RECORD=1` writes the generated files anew and fails the run.
@Suite struct SchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func checkGenerated(_ path: String, _ text: String) throws {
    let file = Self.root.appending(path: path)
    if ProcessInfo.processInfo.environment["VOIMO_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record(
        "\(path) was recorded; look at the difference and run again without VOIMO_RECORD")
      return
    }
    let committed = try? String(contentsOf: file, encoding: .utf8)
    #expect(committed == text, "\(path) is stale: VOIMO_RECORD=1 swift test writes it anew")
  }

  @Test func `the committed schema is the one that the table makes`() throws {
    try checkGenerated("schema/voimo.schema.json", JSONSchema.text)
  }

  @Test func `the committed reference is the one that the table makes`() throws {
    try checkGenerated("schema/reference.md", Manual.text)
  }

  @Test func `the machine's file has a schema and a reference too`() throws {
    try checkGenerated("schema/config.schema.json", JSONSchema.machine)
    try checkGenerated("schema/config-reference.md", Manual.machine)
  }

  @Test func `an independent validator and voimo agree on the machine's files`() throws {
    let wrong = try files(in: "schema/config/wrong")
    let right = try files(in: "schema/config/right")
    #expect(wrong.count >= 15 && right.count >= 2)
    let verdicts = try validate(wrong + right, "--config")
    for file in wrong + right {
      let text = try String(contentsOf: file, encoding: .utf8)
      let (config, said) = MachineConfig.parse(
        SourceText(name: file.lastPathComponent, text: text))
      let isRight = right.contains(file)
      #expect((config != nil) == isRight, "voimo on \(file.lastPathComponent): \(said.map(line))")
      let verdict = try #require(verdicts[file.path], "no verdict on \(file.path)")
      #expect(verdict.hasPrefix(isRight ? "ok" : "wrong"), "schema on \(file.path): \(verdict)")
      if !isRight { #expect(said.count == 1, "\(file.lastPathComponent): \(said.map(line))") }
    }
  }

  @Test func `field names are words that no YAML reader mistakes`() {
    func visit(_ fields: [FieldRow]) {
      #expect(Set(fields.map(\.name)).count == fields.count)
      for field in fields {
        #expect(field.documentation.hasSuffix("."), "\(field.name)")
        #expect(
          !["on", "off", "yes", "no", "y", "n", "true", "false", "null"].contains(field.name))
        #expect(
          field.name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
          })
        visit(field.shape)
      }
    }
    func visit(_ shape: Shape) {
      switch shape {
      case .fields(let fields), .settings(let fields): visit(fields)
      case .sections(let fields), .profiles(let fields): visit(fields)
      case .named(_, let shape, _): visit(shape)
      case .list(let element, _, _, _): visit(element)
      case .either(let shapes): for shape in shapes { visit(shape) }
      case .anything, .scalar: break
      }
    }
    visit(FileFormat.fields)
  }

  @Test func `an independent validator and voimo agree on wrong and right files`() throws {
    let wrong = try files(in: "schema/wrong")
    let right = try files(in: "schema/right") + exampleFiles()
    #expect(wrong.count >= 30)
    let verdicts = try validate(wrong + right)
    for file in wrong + right {
      let text = try String(contentsOf: file, encoding: .utf8)
      let (project, said) = Project.parse(
        SourceText(name: file.lastPathComponent, text: text), profile: nil)
      let isRight = right.contains(file)
      #expect((project != nil) == isRight, "voimo on \(file.lastPathComponent): \(said.map(line))")
      let verdict = try #require(verdicts[file.path], "no verdict on \(file.path)")
      #expect(verdict.hasPrefix(isRight ? "ok" : "wrong"), "schema on \(file.path): \(verdict)")
      // One mistake each: more would hide that one of them is no longer seen.
      if !isRight { #expect(said.count == 1, "\(file.lastPathComponent): \(said.map(line))") }
    }
  }

  private func files(in folder: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: Self.root.appending(path: folder), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
  }

  private func exampleFiles() -> [URL] {
    let folder = Self.root.appending(path: "examples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { folder.appending(path: "\($0)/voimo.yaml") }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// What `schema/check.py` says, by path.
  private func validate(_ files: [URL], _ options: String...) throws -> [String: String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Self.root.appending(path: "schema/check.py").path]
    process.arguments? += options + files.map(\.path)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(
      process.terminationStatus != 3,
      "python3 on PATH has no jsonschema or PyYAML: `./dev test` installs them")
    var verdicts: [String: String] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      guard let space = line.firstIndex(of: " ") else { continue }
      let rest = line[line.index(after: space)...]
      if let file = files.first(where: { rest == $0.path || rest.hasPrefix($0.path + ": ") }) {
        verdicts[file.path] = String(line)
      }
    }
    return verdicts
  }
}
