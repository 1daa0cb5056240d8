package import VoimoBase

/// What a build does about a step.
///
/// Three cases, because keys below a step that must run are not known yet.
package enum Decision: Sendable, Hashable {
  /// The store has the result.
  case reuse(StepResult)
  /// It must run, under this key; at least one reason.
  case run(key: ContentHash, because: [Reason])
  /// It reads these steps, which have yet to run, and may still turn out to be cached.
  case undecided(waitingFor: [StepID])
}

/// Why a step must run.
package enum Reason: Sendable, Hashable, Codable {
  /// No result of a step of this name was ever recorded under the profile.
  case neverBuilt
  /// A field of its manifest is not what it was when it was last built.
  case changed(Change)
  /// Its result was recorded, but some of what it made is gone from the store.
  case resultMissing
  /// Somebody asked for it to run, though nothing changed.
  case forced
  /// Its result is recorded, but damaged in the store; what is wrong, in a few words.
  case resultDamaged(detail: String)

  /// Everything that speaks for running a step.
  ///
  /// - Parameters:
  ///   - manifest: The manifest of a step whose key the store does not have.
  ///   - last: What was last recorded under its name.
  ///   - isForced: Whether somebody asked for it to run.
  /// - Returns: at least one.
  package static func reasons(
    for manifest: Manifest, last: StepResult?, isForced: Bool = false
  ) -> [Reason] {
    guard let last else { return [.neverBuilt] }
    let changes = manifest.difference(from: last.manifest)
    if changes.isEmpty, isForced { return [.forced] }
    return changes.isEmpty ? [.resultMissing] : changes.map(Reason.changed)
  }

  /// Everything that speaks for running a step whose key the store does not have.
  static func reasons(
    for manifest: Manifest, key: ContentHash, of id: StepID, isForced: Bool,
    in store: some ArtifactStore
  ) throws -> [Reason] {
    if let detail = try store.damage(of: key) { return [.resultDamaged(detail: detail)] }
    return reasons(for: manifest, last: try store.lastResult(of: id), isForced: isForced)
  }
}
