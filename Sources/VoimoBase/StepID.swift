/// The name of a step as people type it: `film`, `prompts/chorus.2`, `segment/chorus.2/03`.
///
/// The part before the first slash is the kind of step; the rest, its scope, is what the step is
/// about.
package struct StepID: Hashable, Sendable, Comparable {
  /// The whole name.
  package let rawValue: String

  /// Takes the whole name, as typed or stored.
  package init(_ rawValue: String) { self.rawValue = rawValue }

  /// Joins a kind of step and what it is about.
  package init(_ kind: String, _ scope: String) { rawValue = "\(kind)/\(scope)" }

  /// The kind of step: `segment` in `segment/chorus.2/03`.
  package var kind: String { String(rawValue.prefix { $0 != "/" }) }

  /// What the step is about: `chorus.2/03` in `segment/chorus.2/03`, nil for `film`.
  package var scope: String? {
    guard let slash = rawValue.firstIndex(of: "/") else { return nil }
    return String(rawValue[rawValue.index(after: slash)...])
  }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension StepID: CustomStringConvertible {
  package var description: String { rawValue }
}

extension StepID: Codable {
  package init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
