import VoimoBase

/// Looks at the labels of sections.
enum SectionLabel {
  /// Whether a text is a label: `[a-z][a-z0-9-]*`, at most 64 characters.
  static func isValid(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 64 else {
      return false
    }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
  }

  /// What somebody probably meant by `Pre Chorus`; nil when nothing valid is near.
  static func repaired(_ text: String) -> String? {
    let label = String(text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    return isValid(label) ? label : nil
  }
}

extension SectionSelector {
  /// Reads a key of `sections`: `chorus`, `chorus.2`, `chorus.2/03`, `1:48-2:04`; nil for anything
  /// else.
  package init?(_ text: String) {
    if let range = ProjectTime.range(text) {
      self = .range(range.start, range.end)
      return
    }
    let steps = text.split(separator: "/", omittingEmptySubsequences: false)
    if steps.count == 2 {
      // `chorus.2/3` would be a second name for `chorus.2/03`.
      guard case .section(let id)? = SectionSelector(String(steps[0])),
        let index = NumberText.integer(String(steps[1])), (0...9999).contains(index),
        Seconds.padded(index, 2) == steps[1]
      else { return nil }
      self = .shot(id, index)
      return
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let label = parts.first, SectionLabel.isValid(label) else { return nil }
    switch parts.count {
    case 1: self = .label(String(label))
    case 2:
      // `chorus.02` would be a second name for `chorus.2`.
      guard let ordinal = NumberText.integer(String(parts[1])), (1...9999).contains(ordinal),
        String(ordinal) == parts[1]
      else { return nil }
      self = .section(SectionID(label: String(label), ordinal: ordinal))
    default: return nil
    }
  }

  /// What somebody probably meant by `Chorus 2`, `chorus2` or `chorus.2/3`; nil when nothing valid
  /// is near.
  static func repaired(_ text: String) -> String? {
    let steps = text.split(separator: "/", omittingEmptySubsequences: false)
    if steps.count == 2 {
      let digits = steps[1].drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
      let section =
        SectionSelector(String(steps[0])) != nil ? String(steps[0]) : repaired(String(steps[0]))
      guard let section, let index = Int(digits) else { return nil }
      let key = "\(section)/\(Seconds.padded(index, 2))"
      return SectionSelector(key) != nil ? key : nil
    }
    let label = text.lowercased()
    let digits = String(label.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    let name = label.dropLast(digits.count).reversed().drop { " .-_#".contains($0) }.reversed()
    guard let repaired = SectionLabel.repaired(String(name)) else { return nil }
    let key = digits.isEmpty ? repaired : "\(repaired).\(Int(digits) ?? 0)"
    return SectionSelector(key) != nil ? key : nil
  }
}
