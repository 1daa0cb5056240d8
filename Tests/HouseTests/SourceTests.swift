import Testing

/// What must not be found in the sources.
@Suite struct SourceTests {
  private let repository = Repository.here
  private var sources: [Repository.File] { repository.swiftFiles(in: "Sources") }

  /// Files of the modules that only compute: levels 0 and 1, and the painter.
  private var pureSources: [Repository.File] {
    sources.filter { file in
      guard let module = file.module, let row = ModuleTable.here.row(module) else { return false }
      return row.level <= 1 || module == "VoimoPaint"
    }
  }

  @Test func `a module that computes touches no file`() {
    check(
      "levels 0 and 1 and the painter open no file",
      places(
        of: [
          .word("FileManager"), .word("FileHandle"), .word("contentsOfFile"), .call("open"),
          .call("openat"), .call("fopen"), .call("unlink"), .call("rename"), .call("mkdir"),
          .call("stat"), .text("contentsOf: url"), .text("contentsOf: file"), .text(".write(to:"),
        ], in: pureSources))
  }

  @Test func `a module that computes reads no clock`() {
    check(
      "levels 0 and 1 and the painter read no clock",
      places(
        of: [
          .text("Date()"), .text("Date.now"), .word("ContinuousClock"), .word("SuspendingClock"),
          .word("DispatchTime"), .word("clock_gettime"), .word("gettimeofday"), .text("time(nil)"),
        ], in: pureSources))
  }

  @Test func `a module that computes starts no process and asks no environment`() {
    check(
      "levels 0 and 1 and the painter depend on their arguments alone",
      places(
        of: [
          .text("Process()"), .word("ProcessInfo"), .word("posix_spawn"), .call("execve"),
          .call("fork"), .word("getenv"), .word("setenv"), .word("CommandLine"),
          .word("URLSession"), .text("Locale.current"), .text("TimeZone.current"),
          .text("Calendar.current"),
        ], in: pureSources))
  }

  @Test func `a module that computes draws no number that another run would not draw`() {
    check(
      "random numbers come from SeededRandom, hashes from ContentHash",
      places(
        of: [
          .word("SystemRandomNumberGenerator"), .word("arc4random"), .call("Hasher"),
          .text("UUID()"), .word("hashValue"), .text(".shuffled()"), .text(".shuffle()"),
          .text(".randomElement()"),
        ], in: pureSources))
  }

  @Test func `nothing traps without a word`() {
    check(
      "errors are thrown or handled; our own bugs say what state they met",
      places(of: [.text("try!"), .text("as! "), .text("fatalError()")], in: sources))
  }

  @Test func `nothing is public`() {
    check(
      "voimo is an application: package is enough",
      places(of: [.word("public")], in: sources))
  }

  @Test func `nothing goes through a shell`() {
    check(
      "children are started with their arguments as a list",
      places(
        of: [.word("/bin/sh"), .word("/bin/bash"), .call("system"), .call("popen")], in: sources,
        .codeAndStrings))
  }

  @Test func `only the command prints`() {
    let files = sources.filter { $0.module != "VoimoTerminal" && $0.module != "VoimoStudio" }
    check(
      "values go up; the command turns them into text",
      places(of: [.call("print"), .call("debugPrint"), .call("dump"), .call("fputs")], in: files))
  }

  @Test func `what escapes the checker says why`() {
    var findings: [String] = []
    for file in sources {
      let lines = file.lines
      for (number, line) in SourceViews.lines(of: file, .code).enumerated()
      where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
        let isExplained = lines[max(0, number - 3)...number].contains { $0.contains("//") }
        if !isExplained { findings.append("\(file.path):\(number + 1)") }
      }
    }
    check("@unchecked Sendable and nonisolated(unsafe) need their reason above them", findings)
  }

  @Test func `nothing is left to be done later`() {
    let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
    var findings: [String] = []
    for file in repository.files where file.path.hasPrefix("Sources/") {
      for (number, line) in file.lines.enumerated() {
        let found = line.split { !($0.isLetter || $0 == "_") }.contains {
          words.contains(String($0))
        }
        if found { findings.append("\(file.path):\(number + 1)") }
      }
    }
    check("what is missing is a proposal, not a note in the code", findings)
  }

  @Test func `a file is named after its idea`() {
    let vague = ["Utils", "Utilities", "Helpers", "Helper", "Misc", "Common", "Manager"]
    let findings = sources.filter { file in
      let stem = file.name.dropLast(".swift".count)
      return vague.contains { stem.hasSuffix($0) }
    }
    check("no Utils, Helpers, Manager", findings.map(\.path))
  }

  @Test func `a file is short enough to be read`() {
    let readable = repository.files.filter { ["swift", "c", "h"].contains($0.pathExtension) }
    let findings = readable.compactMap { file -> String? in
      let mayBeLong =
        file.path.hasPrefix("Tests/") || file.name.contains("Table")
        || file.name.hasPrefix("Vocabulary+")
        || file.name.contains("Lexicon")
      let limit = mayBeLong ? 1_000 : 600
      return file.lines.count > limit ? "\(file.path) has \(file.lines.count) lines" : nil
    }
    check("600 lines, tests and tables 1 000", findings)
  }
}
