import VoimoBase
import VoimoEngine

/// A result as bytes, in the index and in its own file: named parts, each after its length.
///
/// The file holds the same bytes and their hash, so that an index can be made again from the files.
enum ResultCode {
  private static let mark = "voimo result 1\n"

  /// Writes a result.
  static func encode(_ result: StepResult) -> [UInt8] {
    var bytes = Array(mark.utf8)
    func append(_ part: some Collection<UInt8>) {
      LengthPrefixed.append(length: part.count, to: &bytes)
      bytes += part
      bytes.append(10)
    }
    append(result.key.hex.utf8)
    append(result.id.rawValue.utf8)
    append(result.kind.name.utf8)
    append(String(result.kind.version).utf8)
    append(result.seconds.description.utf8)
    append(String(result.units).utf8)
    append(String(result.outputs.count).utf8)
    for (name, hash) in result.outputs.sorted(by: { $0.key < $1.key }) {
      append(name.utf8)
      append(hash.bytes)
      append(String(result.sizes[name] ?? 0).utf8)
    }
    append(String(result.warnings.count).utf8)
    for warning in result.warnings { append(warning.utf8) }
    append(result.manifest.bytes)
    append(result.value)
    return bytes
  }

  /// Reads a result; nil for anything that `encode` does not write.
  static func decode(_ bytes: [UInt8]) -> StepResult? {
    guard bytes.starts(with: mark.utf8) else { return nil }
    var parts = Parts(reader: LengthPrefixed.Reader(bytes[mark.utf8.count...]))
    guard let key = parts.text().flatMap({ ContentHash(hex: $0) }), let id = parts.text(),
      let kind = parts.text(), let version = parts.number(),
      let seconds = parts.text().flatMap(Double.init), let units = parts.number(),
      let outputCount = parts.number()
    else { return nil }
    var outputs: [String: ContentHash] = [:]
    var sizes: [String: Int] = [:]
    for _ in 0..<outputCount {
      guard let name = parts.text(),
        let hash = parts.next().flatMap({ ContentHash(bytes: Array($0)) }),
        let size = parts.number()
      else { return nil }
      outputs[name] = hash
      sizes[name] = size
    }
    guard let warningCount = parts.number() else { return nil }
    var warnings: [String] = []
    for _ in 0..<warningCount {
      guard let warning = parts.text() else { return nil }
      warnings.append(warning)
    }
    guard let manifest = parts.next().flatMap({ Manifest(bytes: Array($0)) }),
      let value = parts.next(), parts.reader.rest.isEmpty
    else { return nil }
    let record = ResultRecord(
      key: key, id: StepID(id), kind: StepKind(kind, version: version), manifest: manifest,
      seconds: seconds, units: units)
    return StepResult(
      record: record, outputs: outputs, sizes: sizes, value: Array(value), warnings: warnings)
  }

  /// Bytes of a result's own file in front of the result: a hash and a line feed.
  static let headLength = 65

  /// The content of a result's own file: the bytes' hash, then the bytes.
  static func file(_ bytes: [UInt8]) -> [UInt8] {
    Array((ContentHash(hashing: bytes).hex + "\n").utf8) + bytes
  }

  /// Reads a result's own file; nil when it is damaged in any way.
  static func decode(file: [UInt8]) -> StepResult? {
    guard file.count > 65, file[64] == 10,
      let hash = ContentHash(hex: String(decoding: file[..<64], as: UTF8.self))
    else { return nil }
    let bytes = Array(file[65...])
    return ContentHash(hashing: bytes) == hash ? decode(bytes) : nil
  }

  /// Reads parts that each end with a line feed.
  private struct Parts {
    var reader: LengthPrefixed.Reader

    mutating func next() -> ArraySlice<UInt8>? {
      guard let part = reader.next(), reader.take(10) else { return nil }
      return part
    }

    mutating func text() -> String? { next().map { String(decoding: $0, as: UTF8.self) } }

    mutating func number() -> Int? { text().flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } }
  }
}

extension StepResult {
  /// Whether the manifest is what the key is the hash of, and the value what its hash says.
  var isSound: Bool {
    manifest.key == key && outputs[StepOutput.valueName] == ContentHash(hashing: value)
  }
}
