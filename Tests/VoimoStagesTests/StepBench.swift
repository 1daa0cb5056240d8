import Foundation
import Testing
import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoStages

/// Runs one step in a temporary folder, with inputs that the test gives.
final class StepBench {
  let folder: String
  private var inputs: [String: StepContext.InputFile] = [:]
  private let told = Asked<StepReport>()

  /// Where all benches are; it goes when the tests have ended, since what steps made is read after
  /// their bench is gone.
  private static let root: String = {
    let root = NSTemporaryDirectory() + "voimo-steps-\(UUID().uuidString)"
    atexit { try? FileManager.default.removeItem(atPath: StepBench.root) }
    return root
  }()

  init() throws {
    folder = "\(Self.root)/\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/step", withIntermediateDirectories: true)
  }

  /// What the step said while it ran.
  var reports: [StepReport] { told.requests }

  /// Gives an input of the step as a file.
  func give(_ bytes: [UInt8], as name: String) throws {
    let path = "\(folder)/input \(inputs.count)"
    try Self.write(bytes, to: path)
    give(file: path, as: name)
  }

  /// Gives an input of the step that is a file already.
  func give(file path: String, as name: String) {
    inputs[name] = .file(path: path, hash: ContentHash(hashing: path))
  }

  /// Gives a small value of another step.
  func give(value: some Encodable, as name: String) throws {
    let bytes = try ArtifactJSON.encode(value)
    inputs[name] = .value(bytes, hash: ContentHash(hashing: bytes))
  }

  /// Runs a step whose inputs were all given.
  ///
  /// The names of what the test gives and of what the step declares must be the same.
  func run(
    _ step: some Step, as id: StepID = StepID("step"),
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> StepProduct {
    #expect(
      Set(step.inputs.map(\.name)) == Set(inputs.keys), sourceLocation: sourceLocation)
    return try await step.run(
      StepContext(id: id, folder: folder + "/step", inputs: inputs) { [told] in told.add($0) })
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  static func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// A sound file of a tone on the left and a louder one on the right, for 16 s at 8 kHz.
  func sound(seconds: Double = 16, rate: Int = 8_000) throws -> String {
    let path = "\(folder)/song.w64"
    var writer = try SoundWriter(path: path, sampleRate: rate)
    let count = Int(seconds * Double(rate))
    let left = (0..<count).map { Float($0 % 40 < 20 ? 0.1 : -0.1) }
    try writer.write(left: left, right: left.map { $0 * 2 })
    _ = try writer.finish()
    return path
  }
}

extension StepProduct {
  /// The bytes of an output, of a file or from memory.
  func bytes(_ output: StepOutput) throws -> [UInt8] {
    switch try #require(outputs[output.name], "\(outputs.keys.sorted())") {
    case .bytes(let bytes): return bytes
    case .file(let path):
      return [UInt8](try #require(FileManager.default.contents(atPath: path)))
    }
  }

  func text(_ output: StepOutput) throws -> String {
    String(decoding: try bytes(output), as: UTF8.self)
  }

  /// The path of an output that is a file.
  func path(_ output: StepOutput) throws -> String {
    guard case .file(let path)? = outputs[output.name] else {
      throw StageError("\(output.name) is no file among \(outputs.keys.sorted())")
    }
    return path
  }

  func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try ArtifactJSON.decode(type, from: value)
  }
}
