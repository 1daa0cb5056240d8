import Foundation
import Testing

/// The pages: that they are there, say the same as the code, and point at what exists.
@Suite struct DocumentTests {
  private let repository = Repository.here

  @Test func `the pages of the house are there`() {
    let pages = [
      "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
      ".swift-format", "dev", ".ci/run",
    ]
    check("the house has it", pages.filter { repository.file($0) == nil })
    #expect(repository.file("LICENSE")?.text?.hasPrefix("MIT License") == true)
  }

  @Test func `setting up is two commands`() {
    let readme = repository.file("README.md")?.text ?? ""
    let chapter = readme.split(separator: "\n## ").first { $0.hasPrefix("Set up") } ?? ""
    let commands = codeLines(of: String(chapter)).map { line in
      line.split(separator: "#")[0].trimmingCharacters(in: .whitespaces)
    }
    #expect(commands == ["./dev demo", "./dev test"])
  }

  @Test func `every command of dev is in its help`() {
    let dev = repository.file("dev")?.text ?? ""
    for command in ["setup", "check", "test", "golden", "bench", "fuzz", "demo", "pictures"] {
      #expect(dev.contains("  ./dev \(command)"), "./dev \(command)")
    }
    #expect(
      repository.file(".ci/run")?.lines.filter { $0.hasPrefix("exec ") } == ["exec ./dev test"])
  }

  @Test func `ARCHITECTURE names every module, at its level`() {
    let page = repository.file("ARCHITECTURE.md")?.text ?? ""
    var levels: [String: Int] = [:]
    for line in page.split(separator: "\n") {
      guard let mark = line.firstMatch(of: /^\| (\d) \| (.*?) \|/) else { continue }
      for name in mark.2.matches(of: /`(\w+)`/) { levels[String(name.1)] = Int(mark.1) }
    }
    let table = ModuleTable.here
    #expect(levels == Dictionary(uniqueKeysWithValues: table.rows.map { ($0.name, $0.level) }))

    let libraries = Set(table.rows.flatMap(\.imports)).filter { !$0.hasPrefix("Voimo") }
    check(
      "ARCHITECTURE.md does not name it", libraries.filter { !page.contains("`\($0)`") }.sorted())
  }

  @Test func `a folder in Sources is a module, and has tests where it has code`() {
    let table = ModuleTable.here
    let known = Set(table.rows.map(\.name)).union(table.rows.flatMap(\.imports))
      .union(ModuleTable.neededByC)
    check(
      "Package.swift does not know it",
      repository.folders(in: "Sources").filter { !known.contains($0) })
    let tests = Set(table.rows.map { "\($0.name)Tests" }).union([
      "EndToEndTests", "HouseTests", "Support", "Golden",
    ])
    check(
      "no module goes with these tests",
      repository.folders(in: "Tests").filter { !tests.contains($0) })
  }

  @Test func `a link leads to something`() {
    var findings: [String] = []
    for page in repository.pages {
      let text = page.text ?? ""
      for link in text.matches(of: /\]\(([^)\s]+)\)/) {
        let target = String(link.1.split(separator: "#", omittingEmptySubsequences: false)[0])
        if target.isEmpty || target.contains("://") || target.hasPrefix("mailto:") { continue }
        let path = resolve(target, from: page.folder)
        let exists =
          repository.file(path) != nil
          || repository.files.contains { $0.path.hasPrefix(path + "/") }
        if !exists { findings.append("\(page.path) → \(target)") }
      }
    }
    check("there is no such file", findings)
  }

  @Test func `a decision is one page, in the list, with what would change it`() {
    let list = repository.file("docs/decisions/README.md")?.text ?? ""
    let made = repository.pages.filter { $0.path.hasPrefix("docs/decisions/made/") }
    #expect(!made.isEmpty)
    for page in made {
      #expect(
        list.contains("](made/\(page.name))"), "\(page.path) is not in docs/decisions/README.md")
      for chapter in ["## Choice", "## Rejected", "## What would change our mind"] {
        #expect(page.text?.contains("\n\(chapter)\n") == true, "\(page.path) has no '\(chapter)'")
      }
    }
  }

  @Test func `prose is wrapped at 100 columns`() {
    var findings: [String] = []
    for page in repository.pages
    where !page.path.hasPrefix("schema/") && !page.path.hasPrefix("Benchmarks/runs/") {
      var isCode = false
      for (number, line) in page.lines.enumerated() {
        if line.hasPrefix("```") { isCode.toggle() }
        // Tables cannot be wrapped; code and single links that are longer are as they are.
        let isWhole = !line.trimmingCharacters(in: .whitespaces).contains(" ")
        if isCode || isWhole || ["|", "!", "    "].contains(where: line.hasPrefix) { continue }
        if line.count > 100 { findings.append("\(page.path):\(number + 1)") }
      }
    }
    for file in repository.swiftFiles(in: "Sources") + repository.swiftFiles(in: "Tests") {
      for (number, line) in file.lines.enumerated()
      where line.count > 100 && line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
        findings.append("\(file.path):\(number + 1)")
      }
    }
    check("pages and comments have at most 100 columns", findings)
  }

  @Test func `text ends its lines cleanly`() {
    // Golden files and fixtures are as they are.
    let kinds: Set<String> = ["swift", "md", "c", "h", "yaml", "py", "sh"]
    let files = repository.files.filter {
      (kinds.contains($0.pathExtension) || ["dev", "run", "pictures"].contains($0.name))
        && (!$0.path.hasPrefix("Tests/") || $0.pathExtension == "swift")
    }
    var findings: [String] = []
    for file in files {
      guard let text = file.text, !text.isEmpty else { continue }
      if !text.hasSuffix("\n") { findings.append("\(file.path): no line break at the end") }
      if file.pathExtension == "swift" && file.path.hasPrefix("Tests/") { continue }
      for (number, line) in file.lines.enumerated() {
        if let last = line.last, last == " " || last == "\t" || last == "\r" {
          findings.append("\(file.path):\(number + 1)")
        }
      }
    }
    check("no blanks at the end of a line, and a line break at the end of the file", findings)
  }

  @Test func `no page or source names a path of one machine`() {
    let homes = ["root", "work"].map { "/\($0)/" }
    var findings: [String] = []
    for file in repository.files where !file.path.hasPrefix("Tests/") {
      for (number, line) in file.lines.enumerated() {
        let words = line.split { " \t\"'`()<>,;=".contains($0) }
        if words.contains(where: { word in homes.contains { word.hasPrefix($0) } }) {
          findings.append("\(file.path):\(number + 1)")
        }
      }
    }
    check("paths are relative to the checkout", findings)
  }

  /// The lines inside fenced code of a page.
  private func codeLines(of page: String) -> [Substring] {
    var isCode = false
    return page.split(separator: "\n").filter { line in
      if line.hasPrefix("```") {
        isCode.toggle()
        return false
      }
      return isCode
    }
  }

  private func resolve(_ target: String, from folder: String) -> String {
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/").removingPercentEncoding ?? target
  }
}
