import VoimoBase
import VoimoEngine

/// The store of a project that was never built, for looking: it has nothing and takes nothing.
struct EmptyStore: ArtifactStore {
  /// Where the store will be.
  let folder: String

  func result(for key: ContentHash) throws -> StepResult? { nil }

  func lastResult(of id: StepID) throws -> StepResult? { nil }

  func damage(of key: ContentHash) throws -> String? { nil }

  func check(_ blob: ContentHash) throws { throw DamagedArtifact(blob: blob, detail: "gone") }

  func makeFolder(for id: StepID) throws -> String { throw refusal }

  func commit(_ product: StepProduct, as record: ResultRecord, from folder: String) throws
    -> StepResult
  { throw refusal }

  func markUsed(_ keys: [StepID: ContentHash]) throws { throw refusal }

  func abandon(folder: String) {}

  func path(of blob: ContentHash) -> String { "\(folder)/objects/\(blob.hex)" }

  func log(_ line: String, for id: StepID) {}

  func logPath(for id: StepID) -> String { folder }

  private var refusal: KitError {
    KitError(.buildFailed, "not built yet: there is nothing in \(folder)")
  }
}
