import VoimoBase

/// Facts about this machine that take long to find out, each kept as long as the files that it
/// comes from are what they were; files in `.voimo/machine`.
///
/// A fact that cannot be read, or whose file is damaged, is found out again. Nothing is lost with
/// them.
struct MachineFacts: Sendable {
  private let places: StoreFolder
  private let files: FileOperations
  private let now: @Sendable () -> Int
  private static let mark = "voimo machine 1"

  init(_ places: StoreFolder, files: FileOperations, now: @escaping @Sendable () -> Int) {
    self.places = places
    self.files = files
    self.now = now
  }

  /// What was found out, if it was found out in the same context and none of its files has changed.
  func text(of name: String, in context: String) -> String? {
    guard let bytes = try? files.readAll(path(of: name)), let end = bytes.firstIndex(of: 10) else {
      return nil
    }
    let body = Array(bytes[(end + 1)...])
    let head = "\(Self.mark) \(ContentHash(hashing: body).hex)"
    guard String(decoding: bytes[..<end], as: UTF8.self) == head else { return nil }
    var lines = String(decoding: body, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines.removeFirst() == Self.line(context) else { return nil }
    let text = String(lines.removeFirst())
    // At least one file: what depends on nothing would be kept forever.
    guard lines.popLast() == "", !lines.isEmpty, lines.allSatisfy(holds) else { return nil }
    return text
  }

  /// Keeps what was found out, a single line, with the files that it comes from.
  ///
  /// - Throws: `StoreError` where a file cannot be looked at or the fact cannot be written.
  func keep(
    _ text: String, as name: String, in context: String, from paths: [String], through fresh: String
  ) throws(StoreError) {
    var body = Self.line(context) + "\n" + Self.line(text) + "\n"
    let looked = now()
    for path in paths {
      let status = try files.status(path)
      let numbers = [status.size, status.modified, status.changed, status.inode, looked]
      body += numbers.map(String.init).joined(separator: " ") + " \(path)\n"
    }
    let content = "\(Self.mark) \(ContentHash(hashing: body).hex)\n\(body)"
    try files.remove(fresh)
    try files.writeNew(Array(content.utf8), to: fresh, durably: false)
    _ = try Quarantine(folder: places, files: files).place(fresh, at: path(of: name))
  }

  private func path(of name: String) -> String { "\(places.machine)/\(name)" }

  /// Whether a file still is what one line says it was.
  private func holds(_ line: Substring) -> Bool {
    let parts = line.split(separator: " ", maxSplits: 5)
    guard parts.count == 6, let status = try? files.status(String(parts[5])) else { return false }
    let numbers = parts.prefix(5).compactMap { Int($0) }
    guard numbers.count == 5 else { return false }
    return FileMemory(
      size: numbers[0], modified: numbers[1], changed: numbers[2], inode: numbers[3],
      looked: numbers[4], hash: ContentHash(hashing: "")
    ).holds(for: status)
  }

  private static func line(_ text: String) -> String { text.replacing("\n", with: " ") }
}

extension Store {
  /// A fact about this machine: remembered, or found out now and remembered.
  ///
  /// - Parameters:
  ///   - name: A plain file name.
  ///   - context: What else it depends on besides the files, such as a search path.
  ///   - find: Finds the fact out: one line of text, and the files that it comes from.
  /// - Returns: The text.
  package func machineFact(
    _ name: String, context: String, find: () -> (text: String, files: [String])
  ) -> String {
    if let known = machine.text(of: name, in: context) { return known }
    let found = find()
    if !index.readOnly, !found.files.isEmpty {
      let folder = "\(places.temporary)/\(run)"
      // That it cannot be remembered costs time, nothing else.
      do throws(StoreError) {
        try files.makeFolder(folder)
        try machine.keep(
          found.text, as: name, in: context, from: found.files, through: "\(folder)/\(name)")
      } catch {}
      try? files.removeTree(folder)
    }
    return found.text
  }
}
