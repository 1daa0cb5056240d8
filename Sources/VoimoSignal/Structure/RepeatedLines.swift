package import VoimoBase

/// A line that is sung, and which others have the same words.
package struct RepeatedLines: Sendable, Equatable, Codable {
  package var start: Seconds
  package var end: Seconds
  /// Lines of one group are the same; −1 where the words come once.
  package var group: Int
  /// What the words' own marks call the part, `chorus`; nil where they do not say.
  package var label: String?
  /// Whether somebody gave its times; false where they were found by listening.
  package var isGiven: Bool

  package init(
    start: Seconds, end: Seconds, group: Int, label: String? = nil, isGiven: Bool = false
  ) {
    self.isGiven = isGiven
    self.start = start
    self.end = end
    self.group = group
    self.label = label
  }
}
