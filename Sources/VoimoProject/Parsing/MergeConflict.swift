package import VoimoBase

/// Finds what version control leaves in a file that two people have changed in the same place.
package enum MergeConflict {
  /// The lines that mark conflicts, one for each conflict: where it begins, or the first of its
  /// marks that is left.
  ///
  /// A mark is seven of its characters or more at the very start of a line, followed by nothing or
  /// by a blank; `=======` alone marks nothing, since a text may be underlined so.
  ///
  /// - Complexity: O(*n*) in the text's length.
  package static func marks(in text: String) -> [SourceSpan] {
    var marks: [SourceSpan] = []
    var isOpen = false
    for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let mark = mark(line.prefix(400)) else { continue }
      let place = SourceSpan(line: index + 1, column: 1, length: mark.length)
      switch mark.kind {
      case UInt8(ascii: "<"):
        marks.append(place)
        isOpen = true
      case UInt8(ascii: ">"):
        if !isOpen { marks.append(place) }
        isOpen = false
      default:
        if !isOpen { marks.append(place) }
        isOpen = true
      }
    }
    return marks
  }

  private static func mark(_ line: Substring.UTF8View.SubSequence) -> (kind: UInt8, length: Int)? {
    guard let first = line.first, "<>|".utf8.contains(first) else { return nil }
    let length = line.prefix { $0 == first }.count
    guard length >= 7 else { return nil }
    let next = line.dropFirst(length).first
    return next == nil || next == 0x20 || next == 0x0D ? (first, length) : nil
  }
}
