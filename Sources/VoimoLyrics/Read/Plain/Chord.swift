/// A chord as sheets write it: `Am`, `F#m7b5`, `G/B`, `Hsus4`, `N.C.`.
struct Chord {
  /// Whether it is nothing but a letter, which may be a word.
  private(set) var isBare: Bool

  /// Reads one word of a line; nil for what is none.
  init?(_ text: some Collection<Unicode.Scalar>) {
    let scalars = Array(text)
    let word = String(String.UnicodeScalarView(scalars))
    if ["N.C.", "NC", "N.C", "n.c.", "(N.C.)"].contains(word) {
      isBare = false
      return
    }
    guard let first = scalars.first, ("A"..."H").contains(first), scalars.count <= 14 else {
      return nil
    }
    var index = 1
    if index < scalars.count, Self.accidentals.contains(scalars[index]) { index += 1 }
    reading: while index < scalars.count {
      let rest = scalars[index...]
      if Self.accidentals.contains(scalars[index]) {
        // A raised or lowered step has its number.
        guard index + 1 < scalars.count, ("0"..."9").contains(scalars[index + 1]) else {
          return nil
        }
        index += 1
        continue
      }
      if scalars[index] == "/" {
        index += 1
        guard index < scalars.count else { return nil }
        if ("A"..."H").contains(scalars[index]) {
          index += 1
          if index < scalars.count, Self.accidentals.contains(scalars[index]) { index += 1 }
          guard index == scalars.count else { return nil }
        }
        continue
      }
      for quality in Self.qualities where rest.starts(with: quality) {
        index += quality.count
        continue reading
      }
      return nil
    }
    isBare = scalars.count == 1
  }

  private static let accidentals: Set<Unicode.Scalar> = ["#", "b", "♯", "♭"]

  /// Longer ones first.
  private static let qualities: [[Unicode.Scalar]] = [
    "major", "minor", "maj", "Maj", "min", "dim", "aug", "sus", "add", "alt", "mi", "ma", "no", "m",
    "M", "°", "º", "ø", "Δ", "+", "-", "(", ")", ",", "0", "1", "2", "3", "4", "5", "6", "7", "8",
    "9",
  ].map { Array($0.unicodeScalars) }
}
