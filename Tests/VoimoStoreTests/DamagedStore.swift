import Foundation
import Glibc
import Synchronization
import VoimoBase
import VoimoEngine
import VoimoStore

/// A small project built in a real store: parts that a film is joined from, to be damaged.
struct DamagedStore {
  let folder: TemporaryFolder

  /// What building has come to.
  struct Outcome {
    var ran: [StepID]
    var film: [UInt8]
    var warnings: [String]
    var reasons: [StepID: [Reason]]
  }

  struct Failed: Error {
    var causes: [String]
  }

  private final class Listener: RunObserver {
    let warnings = Mutex<[String]>([])

    func observe(_ event: RunEvent) {
      switch event {
      case .warning(let id, let text): warnings.withLock { $0.append("\(id): \(text)") }
      case .damaged(let id, _, let detail):
        warnings.withLock { $0.append("\(id): \(DamagedArtifact.warning(detail))") }
      default: break
      }
    }
  }

  static let parts = 6

  init(_ folder: TemporaryFolder) { self.folder = folder }

  /// The film as it must be.
  static func film(title: String) -> [UInt8] {
    let parts = (0..<Self.parts).map { "part \($0) " + String(repeating: "\($0)", count: 300) }
    let notes = (0..<Self.parts).map { "note \($0)" }
    return Array((parts + notes + [title]).joined(separator: "|").utf8)
  }

  static func nodes(title: String) -> [Node] {
    let parts = (0..<Self.parts).map { number in
      Node.step(
        StepID("part", "\(number)"),
        StoredStep(kind: StepKind("part", version: 1), prompt: "\(number)") { context in
          let path = context.path("part.bin")
          let text = "part \(number) " + String(repeating: "\(number)", count: 300)
          try Data(text.utf8).write(to: URL(fileURLWithPath: path))
          return StepProduct(
            outputs: ["part": .file(path: path)], value: Array("note \(number)".utf8))
        })
    }
    let pieces = (0..<Self.parts).map { number in
      StepInput("part \(number)", from: StepOutput(StepID("part", "\(number)"), "part"))
    }
    let notes = (0..<Self.parts).map { number in
      StepInput("note \(number)", from: .value(of: StepID("part", "\(number)")))
    }
    let film = StoredStep(kind: StepKind("film", version: 1), prompt: title, inputs: pieces + notes)
    {
      context in
      var texts: [String] = []
      for piece in pieces {
        let data = try Data(contentsOf: URL(fileURLWithPath: context.inputPath(piece)))
        texts.append(String(decoding: data, as: UTF8.self))
      }
      for note in notes {
        guard case .value(let bytes, _) = context.input(note) else { continue }
        texts.append(String(decoding: bytes, as: UTF8.self))
      }
      let joined = (texts + [title]).joined(separator: "|")
      return StepProduct(outputs: ["film": .bytes(Array(joined.utf8))])
    }
    return parts + [.step("film", film)]
  }

  /// Builds the film and reads it, as an export would.
  func build(title: String, profile: String? = nil) async throws -> Outcome {
    let lock = try BuildLock.take(in: folder.store, command: "build")
    defer { withExtendedLifetime(lock) {} }
    let store = try Store.open(folder: folder.store, profile: profile)
    let listener = Listener()
    let runner = Runner(
      store: store, settings: Runner.Settings(pools: Pools(cores: 2)), now: { 0 },
      sourceStillHas: { _ in true },
      finals: { results in
        results["film"]?.outputs["film"].map { [(StepID("film"), $0)] } ?? []
      }, observer: listener)
    let plan = try Plan(Graph(nodes: Self.nodes(title: title)), targets: ["film"], store: store)
    let report = await runner.run(plan)
    try store.record(report, command: "build", started: 1)
    guard let blob = report.results["film"]?.outputs["film"], report.succeeded else {
      throw Failed(causes: report.failures.map { "\($0.id): \($0.cause)" })
    }
    return Outcome(
      ran: report.ran, film: try store.read(blob),
      warnings: listener.warnings.withLock { $0 } + store.takeSentences(), reasons: report.reasons)
  }

  /// The path of what a step of the last build made.
  func path(of id: StepID, _ output: String) throws -> String {
    let store = try Store.open(folder: folder.store)
    guard let hash = try store.lastResult(of: id)?.outputs[output] else {
      throw Failed(causes: ["\(id) made no \(output)"])
    }
    return store.path(of: hash)
  }

  /// Names of what was put aside.
  var quarantined: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder.store)/quarantine")) ?? [])
      .sorted()
  }
}

/// What can happen to a file that nobody watches.
enum Damage: CaseIterable {
  case flip, cut, empty, zeros, grow, folder, link, pipe, remove, swap

  /// Does it to a file; `other` is a file of the same sort.
  func apply(to path: String, other: String, using random: inout SeededRandom) throws {
    let files = FileManager.default
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    func write(_ bytes: [UInt8], to path: String) throws {
      try files.removeItem(atPath: path)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
    switch self {
    case .flip where !bytes.isEmpty:
      bytes[.random(in: 0..<bytes.count, using: &random)] ^=
        1
        << UInt8.random(
          in: 0...7, using: &random)
      try write(bytes, to: path)
    case .cut: try write(Array(bytes.prefix(bytes.count / 2)), to: path)
    case .flip, .empty: try write([], to: path)
    case .zeros: try write([UInt8](repeating: 0, count: bytes.count), to: path)
    case .grow: try write(bytes + [0], to: path)
    case .folder:
      try files.removeItem(atPath: path)
      try files.createDirectory(atPath: "\(path)/inside", withIntermediateDirectories: true)
    case .link:
      try files.removeItem(atPath: path)
      try files.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
    case .pipe:
      try files.removeItem(atPath: path)
      _ = unsafe mkfifo(path, 0o600)
    case .remove: try files.removeItem(atPath: path)
    case .swap:
      let theirs = [UInt8](try Data(contentsOf: URL(fileURLWithPath: other)))
      try write(theirs, to: path)
      if other != path { try write(bytes, to: other) }
    }
  }
}
