import Foundation

/// JSON for machines: sorted keys, slashes as they are.
enum JSONText {
  /// A value over several lines, for `--json` of commands that print once.
  static func write(_ value: some Encodable) throws -> String { try text(value, [.prettyPrinted]) }

  /// A value on one line, for streams of events.
  static func line(_ value: some Encodable) throws -> String { try text(value, []) }

  private static func text(_ value: some Encodable, _ more: JSONEncoder.OutputFormatting) throws
    -> String
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = more.union([.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
