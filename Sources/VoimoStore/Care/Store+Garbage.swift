import VoimoBase
import VoimoEngine

extension Store {
  /// Works out what can go; removes nothing.
  ///
  /// Whatever the last build of a profile came to stays.
  ///
  /// - Parameters:
  ///   - maxSize: Bytes that may stay, the results that were not used for longest going first; nil
  ///     for everything that is not in use.
  ///   - first: Kinds of step whose results go before all others.
  ///   - profiles: The profiles that there are; nil where that is not known, so that whatever a
  ///     profile uses stays.
  /// - Returns: What can go, and what stays.
  /// - Throws: `StoreError` where the index or a folder of the store cannot be read.
  package func garbage(
    maxSize: Int?, first: Set<String>, profiles: Set<String>? = nil
  ) throws(StoreError) -> Garbage {
    let all = try index.allResults()
    let uses = try index.keysInUse()
    let isKept = { (profile: String) in profile.isEmpty || profiles?.contains(profile) ?? true }
    let choice = GarbageChoice(
      all.map { result, _, used in
        GarbageChoice.Candidate(
          key: result.key, kind: result.kind.name, used: used,
          pieces: Dictionary(
            result.outputs.map { ($0.value, result.sizes[$0.key] ?? 0) },
            uniquingKeysWith: { first, _ in first }))
      },
      inUse: uses.filter { isKept($0.key) }.reduce(into: Set()) { $0.formUnion($1.value) },
      maxSize: maxSize, first: first)
    var garbage = Garbage()
    garbage.goneProfiles = uses.keys.filter { !isKept($0) }.sorted()
    garbage.keys = choice.gone.map(\.key)
    garbage.keptResults = all.count - garbage.keys.count
    garbage.keptBytes = choice.keptBytes
    let gone = Set(garbage.keys)
    let kept = Set(all.filter { !gone.contains($0.result.key) }.flatMap(\.result.outputs.values))
    garbage.kinds = Dictionary(grouping: choice.gone, by: \.kind).sorted { $0.key < $1.key }
      .map { name, results in
        var pieces: [ContentHash: Int] = [:]
        for result in results { pieces.merge(result.pieces) { first, _ in first } }
        let bytes = pieces.reduce(0) { $0 + (kept.contains($1.key) ? 0 : $1.value) }
        return Garbage.Kind(name: name, results: results.count, bytes: bytes)
      }
    try addFiles(to: &garbage, kept: kept, recorded: Set(all.flatMap(\.result.blobs)))
    let pieces = choice.gone.reduce(into: [ContentHash: Int]()) { pieces, result in
      pieces.merge(result.pieces) { first, _ in first }
    }
    garbage.bytes =
      garbage.strayBytes + pieces.reduce(0) { $0 + (kept.contains($1.key) ? 0 : $1.value) }
    return garbage
  }

  /// Adds the files that nothing names.
  private func addFiles(
    to garbage: inout Garbage, kept: Set<ContentHash>, recorded: Set<ContentHash>
  ) throws(StoreError) {
    for (hash, path, status) in try blobs.all() {
      guard let hash, status.isOrdinary else {
        garbage.strays.append(path)
        garbage.strayBytes += files.bytes(under: path)
        continue
      }
      guard !kept.contains(hash) else { continue }
      garbage.blobs.append(hash)
      if !recorded.contains(hash) { garbage.strayBytes += status.size }
    }
    let remembered = Set(try index.builds(limit: Int(Int32.max)).map(\.logs))
    for folder in [places.quarantine, places.temporary, places.logs] {
      for name in try files.names(in: folder).sorted() {
        let path = "\(folder)/\(name)"
        guard name != run, !remembered.contains(path) else { continue }
        garbage.strays.append(path)
        garbage.strayBytes += files.bytes(under: path)
      }
    }
  }

  /// Removes garbage; the lock proves that nobody builds.
  ///
  /// Results are forgotten before their files go, so that nothing is named that is not there,
  /// whenever this is killed.
  package func remove(_ garbage: Garbage, holding lock: BuildLock) throws(StoreError) {
    if index.readOnly { throw .readOnly(path: places.path) }
    for profile in garbage.goneProfiles {
      try index.forget(profile: profile)
      try UseFiles(places, files: files).remove(profile)
    }
    if !garbage.keys.isEmpty { try index.forget(garbage.keys) }
    forgetMemory()
    for key in garbage.keys { try records.remove(key) }
    for hash in garbage.blobs { try blobs.remove(hash) }
    for path in garbage.strays {
      if try files.look(at: path)?.kind == .folder {
        try files.removeTree(path)
      } else {
        try files.remove(path)
      }
    }
    withExtendedLifetime(lock) {}
  }
}

extension FileOperations {
  /// Bytes of a file, or of all files in a folder; 0 for what cannot be looked at.
  func bytes(under path: String) -> Int {
    guard let status = (try? look(at: path)) ?? nil else { return 0 }
    guard status.kind == .folder else { return status.isOrdinary ? status.size : 0 }
    return ((try? names(in: path)) ?? []).reduce(0) { $0 + bytes(under: "\(path)/\($1)") }
  }
}
