/// Where on the picture lines of words stand.
package enum LinePosition: String, Hashable, Sendable, Codable, CaseIterable {
  case top, middle, bottom
}
