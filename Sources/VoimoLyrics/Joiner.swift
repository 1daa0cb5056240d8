/// The invisible word joiner (U+2060) with which voimo's files keep text from acting as markup.
///
/// Formats without an escape of their own (LRC, SRT, ASS's backslash) get one more joiner where
/// text would be taken for a tag or a time, inside its brackets; readers take one away there. So
/// text survives whatever is in it, joiners too, and other programs show nothing of it.
enum Joiner {
  static let scalar: Unicode.Scalar = "\u{2060}"

  /// Puts a joiner before every place that a test finds, before joiners that stand there already.
  ///
  /// - Complexity: O(*n*) calls of `acts`, which gets the text, the place before joiners (-1 at the
  ///   start) and the place itself.
  static func guarded(
    _ scalars: [Unicode.Scalar], where acts: ([Unicode.Scalar], Int, Int) -> Bool
  ) -> [Unicode.Scalar] {
    changed(scalars, where: acts) { run in [scalar] + run }
  }

  /// Takes one joiner away from those before every place that a test finds.
  static func unguarded(
    _ scalars: [Unicode.Scalar], where acts: ([Unicode.Scalar], Int, Int) -> Bool
  ) -> [Unicode.Scalar] {
    guard scalars.contains(scalar) else { return scalars }
    return changed(scalars, where: acts) { run in Array(run.dropFirst()) }
  }

  private static func changed(
    _ scalars: [Unicode.Scalar], where acts: ([Unicode.Scalar], Int, Int) -> Bool,
    _ change: (ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    out.reserveCapacity(scalars.count)
    // Where the joiners before the place begin.
    var run = 0
    for (index, here) in scalars.enumerated() where here != scalar {
      let joiners = scalars[run..<index]
      out += acts(scalars, run - 1, index) ? change(joiners) : Array(joiners)
      out.append(here)
      run = index + 1
    }
    return out + scalars[run...]
  }

  /// Guards the ends of a cue's text, where notes and brackets mean something.
  static func guardedEnds(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guardedStart(guardedEnd(scalars))
  }

  static func guardedStart(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let first = scalars.first else { return scalars }
    let acts = brackets.contains(first) || first == scalar || notes.contains(first)
    return acts ? [scalar] + scalars : scalars
  }

  static func guardedEnd(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let last = scalars.last else { return scalars }
    return last == scalar || notes.contains(last) ? scalars + [scalar] : scalars
  }

  /// Brackets in which a cue describes a sound or names a part.
  private static let brackets: Set<Unicode.Scalar> = ["[", "【", "［"]

  /// Signs around words that are sung.
  static let notes: Set<Unicode.Scalar> = ["♪", "♫", "♬", "♩"]

  /// Whether SRT would read a tag, a time, an override, an arrow or an entity here.
  static func actsInSRT(_ scalars: [Unicode.Scalar], _ before: Int, _ here: Int) -> Bool {
    guard before >= 0 else { return false }
    switch (scalars[before], scalars[here]) {
    case ("<", "/"), ("<", "a"..."z"), ("<", "A"..."Z"), ("{", "\\"), ("-", ">"): return true
    case ("<", _): return LRCStamp.reading(opening: "<", scalars[here...]) != nil
    default: return actsAsEntity(scalars, before, here)
    }
  }

  /// Whether LRC would read a time in the bracket before here, an entity, or who sings the line.
  static func actsInLRC(_ scalars: [Unicode.Scalar], _ before: Int, _ here: Int) -> Bool {
    guard before >= 0 else { return VoiceTag.begins(scalars, at: here) }
    return LRCStamp.reading(opening: scalars[before], scalars[here...]) != nil
      || actsAsEntity(scalars, before, here)
  }

  /// Whether the `&` before here would begin an entity.
  static func actsAsEntity(_ scalars: [Unicode.Scalar], _ before: Int, _ here: Int) -> Bool {
    before >= 0 && scalars[before] == "&" && HTMLEntities.isReference(scalars, after: here)
  }
}
