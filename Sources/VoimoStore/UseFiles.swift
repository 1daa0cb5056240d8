import VoimoBase
import VoimoEngine

/// What the last build of each profile came to, as files beside the index: what
/// `voimo cache gc` must keep is known even when the index was lost.
struct UseFiles: Sendable {
  private let places: StoreFolder
  private let files: FileOperations
  private static let mark = "voimo uses 1"

  init(_ places: StoreFolder, files: FileOperations) {
    self.places = places
    self.files = files
  }

  /// What a profile's file says.
  struct Entry: Sendable {
    /// Empty for none.
    var profile: String
    var keys: [StepID: ContentHash]
  }

  /// One entry a profile, in the order of the files' names; damaged files are left out.
  func all() throws(StoreError) -> [Entry] {
    try files.names(in: places.uses).sorted().compactMap { read("\(places.uses)/\($0)") }
  }

  /// Replaces what is known of a profile.
  ///
  /// - Parameters:
  ///   - entry: The profile and the results that it uses.
  ///   - fresh: Where the file is first written, on the store's file system.
  /// - Throws: `StoreError` where the file cannot be written.
  func keep(_ entry: Entry, through fresh: String) throws(StoreError) {
    let keys = entry.keys.sorted { $0.key < $1.key }
      .map { "\($0.value.hex) \($0.key.rawValue)\n" }.joined()
    let body = Self.line(entry.profile) + "\n" + keys
    let text = "\(Self.mark) \(ContentHash(hashing: body).hex)\n\(body)"
    try files.remove(fresh)
    try files.writeNew(Array(text.utf8), to: fresh, durably: true)
    _ = try Quarantine(folder: places, files: files).place(fresh, at: path(of: entry.profile))
    try files.syncFolder(places.uses)
  }

  /// Forgets a profile; one that is not known is not a failure.
  func remove(_ profile: String) throws(StoreError) { try files.remove(path(of: profile)) }

  private func path(of profile: String) -> String {
    let name = profile.isEmpty ? "-" : StoreFolder.fileName(of: StepID(profile))
    return "\(places.uses)/\(name)"
  }

  /// A profile's name on one line.
  private static func line(_ profile: String) -> String {
    profile.replacing("\n", with: " ")
  }

  private func read(_ path: String) -> Entry? {
    guard let bytes = try? files.readAll(path), let end = bytes.firstIndex(of: 10) else {
      return nil
    }
    let body = Array(bytes[(end + 1)...])
    let head = "\(Self.mark) \(ContentHash(hashing: body).hex)"
    guard String(decoding: bytes[..<end], as: UTF8.self) == head else { return nil }
    let lines = body.split(separator: 10, omittingEmptySubsequences: false)
    var keys: [StepID: ContentHash] = [:]
    for line in lines.dropFirst() where !line.isEmpty {
      guard let key = ContentHash(hex: String(decoding: line.prefix(64), as: UTF8.self)) else {
        return nil
      }
      keys[StepID(String(decoding: line.dropFirst(65), as: UTF8.self))] = key
    }
    return Entry(profile: String(decoding: lines.first ?? [], as: UTF8.self), keys: keys)
  }
}
