package import VoimoBase

/// Everything that a step's result may depend on, as named lines in a fixed order.
///
/// One walk makes it; the key is the hash of these lines, `why` is the difference between two of
/// them, so the two cannot disagree.
package struct Manifest: Sendable, Hashable, Codable {
  /// One line: what it is about and its written value.
  package struct Field: Sendable, Hashable, Codable {
    /// `kind`, `version`, `parameter prompt`, `input scene`.
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Kind, version, parameters in the step's order, inputs in the order of their names.
  package private(set) var fields: [Field]

  /// Walks a step whose inputs' hashes are known.
  ///
  /// - Parameter hashes: of every declared input, by the step's own name for it.
  package init(of step: some Step, inputs hashes: [String: ContentHash]) {
    fields = [
      Field(name: "kind", value: step.kind.name),
      Field(name: "version", value: String(step.kind.version)),
    ]
    var walk = ParameterWalk()
    step.walkParameters(&walk)
    fields += walk.fields.map { Field(name: "parameter \($0.name)", value: $0.value) }
    fields += hashes.sorted { $0.key < $1.key }.map {
      Field(name: "input \($0.key)", value: $0.value.hex)
    }
  }

  /// SHA-256 over the fields, each name and value preceded by its length in bytes.
  ///
  /// - Complexity: O(*n*) in the manifest's bytes.
  package var key: ContentHash {
    var hasher = SHA256()
    hasher.update("voimo manifest 1\n")
    for field in fields {
      hasher.update("\(field.name.utf8.count) \(field.name)\(field.value.utf8.count) \(field.value)")
    }
    return hasher.finish()
  }
}
