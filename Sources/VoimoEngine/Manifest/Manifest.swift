package import VoimoBase

/// Everything that a step's result may depend on, as named lines in a fixed order.
///
/// One walk makes it; the key is the hash of these lines, `why` is the difference between two of
/// them, so the two cannot disagree.
package struct Manifest: Sendable, Hashable {
  /// One line: what it is about and its written value.
  package struct Field: Sendable, Hashable, Codable {
    /// `kind`, `version`, `parameter prompt`, `input scene`.
    package var name: String
    /// As the walk wrote it.
    package var value: String

    /// Names a value.
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The canonical bytes that the key hashes and the store keeps.
  package let bytes: [UInt8]

  /// Walks a step whose inputs' hashes are known.
  ///
  /// - Parameters:
  ///   - step: The step; its kind, version and parameters are written in its own order.
  ///   - hashes: Of every declared input, by the step's own name for it; written in name order.
  package init(of step: some Step, inputs hashes: [String: ContentHash]) {
    var head = FieldBytes()
    head.append("kind", step.kind.name)
    head.append("version", String(step.kind.version))
    var walk = ParameterWalk(after: head)
    step.walkParameters(&walk)
    var written = walk.written
    for (name, hash) in hashes.sorted(by: { $0.key < $1.key }) {
      written.append(prefix: "input ", name, hash.hex)
    }
    bytes = written.bytes
  }

  /// Takes bytes that a store kept; nil when they are not a manifest.
  package init?(bytes: [UInt8]) {
    guard FieldBytes.decode(bytes[...]) != nil else { return nil }
    self.bytes = bytes
  }

  /// Kind, version, parameters in the step's order, inputs in the order of their names.
  ///
  /// - Complexity: O(*n*) in the manifest's bytes, each time.
  package var fields: [Field] { FieldBytes.decode(bytes[...]) ?? [] }

  /// SHA-256 over the fields, each name and value preceded by its length in bytes.
  ///
  /// - Complexity: O(*n*) in the manifest's bytes.
  package var key: ContentHash {
    var hasher = SHA256()
    hasher.update("voimo manifest 1\n")
    hasher.update(bytes)
    return hasher.finish()
  }
}

extension Manifest: Codable {
  package init(from decoder: any Decoder) throws {
    var written = FieldBytes()
    for field in try decoder.singleValueContainer().decode([Field].self) {
      written.append(field.name, field.value)
    }
    bytes = written.bytes
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(fields)
  }
}
