import VoimoBase
import VoimoEngine

extension Store {
  /// Looks over everything that the store has.
  ///
  /// What is damaged is put aside if the store was opened for writing: objects are then missing and
  /// made again by the next build, the index and records are made again from each other at once.
  ///
  /// - Parameters:
  ///   - readsData: Whether every object is read and hashed, too.
  ///   - progress: Is told how many bytes of how many are read.
  /// - Returns: What was looked at, and what of it is damaged.
  /// - Throws: `StoreError` where the index or a folder of the store cannot be read.
  package func health(
    readsData: Bool, progress: (_ done: Int, _ total: Int) -> Void
  ) throws -> StoreHealth {
    var health = StoreHealth()
    health.isPutAside = !index.readOnly
    try lookOverIndex(&health)
    let results = try index.allResults().map(\.result).sorted { $0.id < $1.id }
    health.results = results.count
    var owners: [ContentHash: (size: Int, steps: Set<StepID>)] = [:]
    for result in results {
      for (name, hash) in result.outputs where name != StepOutput.valueName {
        owners[hash, default: (result.sizes[name] ?? 0, [])].steps.insert(result.id)
      }
    }
    health.objects = owners.count
    let total = owners.values.reduce(0) { $0 + $1.size }
    for (hash, owner) in owners.sorted(by: { $0.key < $1.key }) {
      var detail: String?
      switch try blobs.look(at: hash, size: owner.size) {
      case .missing: detail = "it is gone"
      case .damaged(let text): detail = text
      case .whole:
        guard readsData else { continue }
        detail = try blobs.check(hash)
        health.bytesRead += owner.size
        progress(health.bytesRead, total)
      }
      guard let detail else { continue }
      health.damages.append(
        StoreHealth.Damage(
          sort: .object, path: shortPath(places.object(hash)), detail: detail,
          steps: owner.steps.map(\.rawValue).sorted()))
    }
    try lookOverRecords(results, &health)
    return health
  }

  private func lookOverIndex(_ health: inout StoreHealth) throws {
    var sentences = takeSentences()
    if sentences.isEmpty, let problem = index.problems().first {
      sentences = [problem]
      if !index.readOnly {
        try index.lookOver(historyOf: .max)
        sentences = takeSentences()
        if sentences.isEmpty { sentences = [problem] }
      }
    }
    if sentences.isEmpty {
      _ = try index.allResults()
      try index.lookOver(historyOf: .max)
      sentences = takeSentences()
    }
    for sentence in sentences {
      health.damages.append(
        StoreHealth.Damage(
          sort: .index, path: shortPath(places.index), detail: sentence, steps: []))
    }
  }

  /// Compares records and index; what one lacks is put right from the other.
  private func lookOverRecords(_ results: [StepResult], _ health: inout StoreHealth) throws {
    var unseen = Dictionary(
      results.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var damaged: [Records.Entry] = []
    var unknown: [StepResult] = []
    try records.forEach { entry throws(StoreError) in
      guard let result = entry.result else {
        damaged.append(entry)
        return
      }
      if unseen.removeValue(forKey: result.key) == nil { unknown.append(result) }
    }
    for entry in damaged {
      let owner = entry.key.flatMap { unseen.removeValue(forKey: $0) }
      health.damages.append(
        StoreHealth.Damage(
          sort: .record, path: shortPath(entry.path), detail: "its content is not what voimo wrote",
          steps: owner.map { [$0.id.rawValue] } ?? []))
      records.putAside(entry)
      if let owner { try keepAgain(owner, as: ResultCode.encode(owner)) }
    }
    for (key, result) in unseen.sorted(by: { $0.key < $1.key }) {
      health.damages.append(
        StoreHealth.Damage(
          sort: .record, path: shortPath(places.record(of: key)), detail: "it is gone",
          steps: [result.id.rawValue]))
      try keepAgain(result, as: ResultCode.encode(result))
    }
    // A build that was cut off by a power cut may have left these; they are as good as any.
    if !index.readOnly { for result in unknown { try index.restore(result) } }
  }

  private func shortPath(_ path: String) -> String {
    String(path.dropFirst(places.path.utf8.count + 1))
  }
}
