import Foundation

/// The module table of `Package.swift`, read as text.
struct ModuleTable {
  /// One row: a module, its level, and what it may import.
  struct Row {
    var name: String
    var level: Int
    var imports: Set<String>
    var products: Set<String>
  }

  var rows: [Row] = []

  /// The table as `Package.swift` of this checkout has it, with the command as its top row.
  static let here: ModuleTable = {
    var table = ModuleTable(reading: Repository.here.file("Package.swift")?.text ?? "")
    table.rows.append(
      Row(
        name: "voimo", level: 8, imports: table.commandImports, products: []))
    return table
  }()

  private var commandImports: Set<String> = []

  /// Reads the rows between `let modules` and its closing bracket; `// level n` comments give
  /// levels.
  init(reading manifest: String) {
    var level = -1
    var row = ""
    var isInside = false
    for line in manifest.split(separator: "\n") {
      if line.hasPrefix("let modules") { isInside = true }
      guard isInside else { continue }
      if line == "]" { break }
      if let mark = line.firstMatch(of: /\/\/ level (\d)/) {
        level = Int(mark.1) ?? -1
      } else if line.contains("Module(") {
        row = String(line)
      } else {
        row += line
      }
      if line.hasSuffix("),"), let parsed = Self.row(from: row, level: level) {
        rows.append(parsed)
        row = ""
      }
    }
    if let command = manifest.firstMatch(of: /(?s)executableTarget\(\s*name: "voimo".*?\]/) {
      commandImports = Self.names(in: String(command.0)).filter { $0.hasPrefix("Voimo") }
    }
  }

  /// C modules that other C modules need, as the rows of `ownC` in `Package.swift` say.
  static let neededByC: Set<String> = {
    let manifest = Repository.here.file("Package.swift")?.text ?? ""
    let lists = manifest.matches(of: /"C\w+": \[(.*?)\]/).map(\.1)
    return Set(lists.flatMap { names(in: String($0)) })
  }()

  func row(_ name: String) -> Row? { rows.first { $0.name == name } }

  private static func row(from text: String, level: Int) -> Row? {
    guard let name = text.firstMatch(of: /name: "(\w+)"/) else { return nil }
    let imports = text.firstMatch(of: /imports: \[(.*?)\]/)
    let products = text.firstMatch(of: /products: \[(.*?)\]/)
    return Row(
      name: String(name.1), level: level, imports: names(in: imports.map { String($0.1) } ?? ""),
      products: products.map { names(in: String($0.1)) } ?? [])
  }

  /// Every quoted word of `text`.
  private static func names(in text: String) -> Set<String> {
    Set(text.matches(of: /"([\w.-]+)"/).map { String($0.1) })
  }
}
