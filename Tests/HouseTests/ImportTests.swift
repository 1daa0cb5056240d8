import Testing

/// The direction of imports: the house's levels.
@Suite struct ImportTests {
  private let table = ModuleTable.here
  private let repository = Repository.here

  /// What a Swift file imports, and in which line: `package import VoimoBase` and
  /// `import struct Foundation.URL` alike.
  private func imports(of file: Repository.File) -> [(name: String, line: Int)] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "typealias"]
    return SourceViews.lines(of: file, .code).enumerated().compactMap { number, line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at < 3 else { return nil }
      let name = words.dropFirst(at + 1).first { !kinds.contains($0) }
      return name.map { (String($0.split(separator: ".")[0]), number + 1) }
    }
  }

  private func isOfTheHouse(_ name: String) -> Bool {
    name.hasPrefix("Voimo")
      || repository.files.contains { $0.path.hasPrefix("Sources/\(name)/module.modulemap") }
      || repository.files.contains { $0.path.hasPrefix("Sources/\(name)/include/") }
  }

  @Test func `the module table can be read`() {
    #expect(table.rows.count > 8)
    #expect(table.row("VoimoBase")?.level == 0)
    #expect(table.row("VoimoKit")?.imports.contains("VoimoStore") == true)
    #expect(table.row("VoimoStore")?.products.contains("GRDB") == true)
    #expect(table.row("voimo")?.imports.contains("VoimoTerminal") == true)
    #expect(table.rows.allSatisfy { $0.level >= 0 })
  }

  @Test func `a module imports lower levels only`() {
    var findings: [String] = []
    for row in table.rows {
      for name in row.imports {
        guard let other = table.row(name) else { continue }
        // Media and Paint stand on Signal, and Store on Engine, one level down: never sideways.
        if other.level >= row.level {
          findings.append("\(row.name) (level \(row.level)) imports \(name) (level \(other.level))")
        }
      }
    }
    check("a module imports lower levels only", findings)
  }

  @Test func `a file imports only what Package.swift gives its module`() {
    var findings: [String] = []
    for file in repository.swiftFiles(in: "Sources") {
      guard let module = file.module, let row = table.row(module) else { continue }
      for (name, line) in imports(of: file)
      where isOfTheHouse(name) && !row.imports.contains(name) {
        findings.append("\(file.path):\(line) imports \(name)")
      }
    }
    check("the module table does not have it", findings)
  }

  @Test func `each C module is imported by one Swift module`() {
    let libraries = repository.folders(in: "Sources").filter { $0.hasPrefix("C") }
    var findings: [String] = []
    for library in libraries {
      let declared = table.rows.filter { $0.imports.contains(library) }.map(\.name)
      let importing = Set(
        repository.swiftFiles(in: "Sources")
          .filter { imports(of: $0).contains { $0.name == library } }.compactMap(\.module))
      if declared.isEmpty && importing.isEmpty && ModuleTable.neededByC.contains(library) {
        continue
      }
      if declared.count != 1 || importing.count > 1 {
        findings.append("\(library): declared for \(declared), imported by \(importing.sorted())")
      }
    }
    check("one Swift module wraps a C module", findings)
  }

  @Test func `a package that does one thing is seen by one module`() {
    let owners = [
      "Yams": "VoimoProject", "CYaml": "VoimoProject", "GRDB": "VoimoStore",
      "ArgumentParser": "VoimoTerminal",
    ]
    var findings: [String] = []
    for file in repository.swiftFiles(in: "Sources") {
      for (name, line) in imports(of: file) where owners[name] != nil && owners[name] != file.module
      {
        findings.append("\(file.path):\(line) imports \(name)")
      }
    }
    check("only its owner imports it", findings)
  }

  @Test func `nothing is imported as public or exported again`() {
    let files = repository.swiftFiles(in: "Sources")
    check(
      "voimo is an application, and its tests see what is package",
      places(of: [.text("public import"), .text("@_exported"), .text("@testable")], in: files))
  }
}
