import Foundation
import Testing
import VoimoBase
import VoimoEngine
import VoimoStore

/// A folder of a test's own, gone when the value is.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "voimo-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var store: String { "\(path)/.voimo" }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  /// Every file under a folder, with paths from there, sorted.
  func files(in folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      return unsafe FileManager.default.fileExists(
        atPath: "\(folder)/\(name)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// Checks that every blob is what its name says.
  func expectWholeBlobs(_ comment: String) throws {
    for name in files(in: "\(store)/objects") {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(store)/objects/\(name)"))
      #expect(
        ContentHash(hashing: [UInt8](data)).hex == name.replacingOccurrences(of: "/", with: ""),
        "a blob is not what its name says: \(comment)")
    }
  }
}

/// A step with one parameter, for its manifest.
struct StoredStep: Step {
  var kind = StepKind("picture", version: 1)
  var prompt: String
  var inputs: [StepInput] = []
  var work: @Sendable (StepContext) async throws -> StepProduct = { _ in StepProduct() }

  func walkParameters(_ walk: inout ParameterWalk) { walk.field("prompt", prompt) }

  func run(_ context: StepContext) async throws -> StepProduct { try await work(context) }
}

extension ResultRecord {
  /// What is known of a step with that prompt.
  static func test(_ id: StepID, prompt: String, seconds: Double = 1) -> ResultRecord {
    let step = StoredStep(prompt: prompt)
    let manifest = Manifest(of: step, inputs: [:])
    return ResultRecord(
      key: manifest.key, id: id, kind: step.kind, manifest: manifest, seconds: seconds, units: 24)
  }
}

extension Store {
  /// Commits a product with a file and some bytes.
  @discardableResult
  func commitTest(
    _ id: StepID, prompt: String, seconds: Double = 1
  ) throws -> StepResult {
    let folder = try makeFolder(for: id)
    do {
      let path = "\(folder)/picture.png"
      try Data("picture of \(prompt)".utf8).write(to: URL(fileURLWithPath: path))
      let product = StepProduct(
        outputs: ["picture": .file(path: path), "notes": .bytes(Array("notes on \(prompt)".utf8))],
        value: Array(prompt.utf8), warnings: ["dark", "two\nlines"])
      return try commit(product, as: .test(id, prompt: prompt, seconds: seconds), from: folder)
    } catch {
      abandon(folder: folder)
      throw error
    }
  }
}
