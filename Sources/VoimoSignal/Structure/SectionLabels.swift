import VoimoBase

/// Names parts by what repeats, how loud it is, and whether somebody sings.
///
/// The chorus is the loudest part that comes back, or else the loudest that is sung; what is sung
/// besides is a verse, or a bridge when it comes late and only once; what is not sung is an intro,
/// an outro or instrumental.
struct SectionLabels {
  /// The parts, those that follow one like them taken together with it where that makes no long
  /// part.
  private(set) var parts: [Range<Int>]
  private(set) var names: [String]
  /// From 0 to 1, for each part.
  private(set) var confidences: [Double]

  /// What is known of one part.
  private struct Part {
    var range: Range<Int>
    var start: Double
    var end: Double
    var level: Double
    var sung: Double
    var group: Int
    /// What the words' marks call it.
    var mark: String?
    /// The share of its lines that come back.
    var repeated: Double
  }

  /// Parts whose chords and timbre agree this much are the same one.
  static let alike = 0.5

  init(
    grid: SongGrid, features: SongFeatures, words: WordEvidence, fixed: Set<Int>,
    parts ranges: [Range<Int>]
  ) {
    var parts = ranges.map { range in
      let (start, end) = (grid.borders[range.lowerBound], grid.borders[range.upperBound])
      let slice = features.signals.slice(from: Seconds(start), to: Seconds(end))
      return Part(
        range: range, start: start, end: end, level: Self.mean(slice[.rms]),
        sung: Self.mean(slice[.vocal]), group: -1, mark: words.label(from: start, to: end),
        repeated: words.repeatedShare(from: start, to: end))
    }
    Self.group(&parts, grid)
    parts = Self.joined(parts, fixed: fixed)
    self.parts = parts.map(\.range)
    let anySung = parts.contains { $0.sung >= 0.4 }
    if !anySung {
      // Nobody sings: whatever is not quiet takes the voice's place.
      let loudest = parts.map(\.level).max() ?? 0
      for index in parts.indices {
        parts[index].sung = parts[index].level >= 0.35 * loudest ? 1 : 0
      }
    }
    let chorus = Self.chorus(parts, duration: features.duration.value)
    let bridge = Self.bridge(parts, chorus: chorus, duration: features.duration.value)
    names = []
    confidences = []
    for index in parts.indices {
      let name = Self.name(index, of: parts, chorus: chorus, duration: features.duration.value)
      names.append(index == bridge && name == "verse" ? "bridge" : name)
      let clear = min(1, abs(parts[index].sung - 0.4) / 0.4)
      confidences.append(
        parts[index].mark != nil ? 0.9 : anySung ? 0.3 + 0.5 * clear : 0.3)
    }
  }

  private static func mean(_ values: [Float]) -> Double {
    values.isEmpty ? 0 : Double(values.reduce(0, +)) / Double(values.count)
  }

  /// Gives parts that sound alike the same number, each joining the first that it resembles enough.
  private static func group(_ parts: inout [Part], _ grid: SongGrid) {
    var groups = 0
    for index in parts.indices {
      var (best, group) = (alike, -1)
      for other in 0..<index {
        let value = likeness(parts[index].range, parts[other].range, grid)
        if value > best { (best, group) = (value, parts[other].group) }
      }
      if group < 0 {
        group = groups
        groups += 1
      }
      parts[index].group = group
    }
  }

  /// Takes neighbours of one group together, up to half a minute.
  private static func joined(_ parts: [Part], fixed: Set<Int>) -> [Part] {
    var joined: [Part] = []
    for part in parts {
      guard let last = joined.last, last.group == part.group, last.mark == part.mark,
        part.end - last.start <= 30, !fixed.contains(part.range.lowerBound)
      else {
        joined.append(part)
        continue
      }
      let (before, after) = (last.end - last.start, part.end - part.start)
      func mean(_ a: Double, _ b: Double) -> Double {
        (a * before + b * after) / (before + after)
      }
      joined[joined.count - 1] = Part(
        range: last.range.lowerBound..<part.range.upperBound, start: last.start, end: part.end,
        level: mean(last.level, part.level), sung: mean(last.sung, part.sung), group: part.group,
        mark: part.mark,
        repeated: mean(last.repeated, part.repeated))
    }
    return joined
  }

  /// How alike two parts are, from −1 to 1: the same sounds one after another, at the best shift
  /// within a few pieces, and lengths that fit.
  static func likeness(_ a: Range<Int>, _ b: Range<Int>, _ grid: SongGrid) -> Double {
    let length = min(a.count, b.count)
    guard length * 2 >= max(a.count, b.count) else { return -1 }
    var best = -1.0
    for shift in -4...4 {
      var (sum, count) = (0.0, 0)
      for offset in 0..<length {
        let (first, second) = (a.lowerBound + offset, b.lowerBound + offset + shift)
        guard a.contains(first), b.contains(second) else { continue }
        sum += cosine(grid.sounds[first], grid.sounds[second])
        count += 1
      }
      if count * 4 >= length * 3 { best = max(best, sum / Double(count)) }
    }
    return best
  }

  /// The group that is the chorus, if any.
  private static func chorus(_ parts: [Part], duration: Double) -> Int? {
    var best: (group: Int, worth: Double)?
    for group in Set(parts.map(\.group)).sorted() {
      let members = parts.filter { $0.group == group }
      let time = members.reduce(0) { $0 + $1.end - $1.start }
      let level = members.reduce(0) { $0 + $1.level * ($1.end - $1.start) } / time
      let sung = members.reduce(0) { $0 + $1.sung * ($1.end - $1.start) } / time
      guard sung >= 0.3, time >= 5 else { continue }
      // A song does not begin with its chorus as a rule, and a chorus comes back. One part right
      // after another like it does not count as a return.
      let isFirst = members.allSatisfy { $0.start < 0.05 * duration }
      let returns = parts.indices.count { index in
        parts[index].group == group && index > 0 && parts[index - 1].group != group
      }
      let repeated = members.reduce(0) { $0 + $1.repeated * ($1.end - $1.start) } / time
      let worth =
        level * (1 + 0.25 * Double(min(4, max(1, returns)) - 1)) * (isFirst ? 0.5 : 1)
        * (1 + repeated)
      if worth > (best?.worth ?? 0) { best = (group, worth) }
    }
    return parts.count > 1 ? best?.group : nil
  }

  private static func name(
    _ index: Int, of parts: [Part], chorus: Int?, duration: Double
  ) -> String {
    let part = parts[index]
    if let mark = part.mark { return mark }
    let isSung = part.sung >= 0.4
    let length = part.end - part.start
    if index == 0, parts.count > 1, !isSung, length < duration / 3 { return "intro" }
    if index == parts.count - 1, parts.count > 1, length < duration / 3 {
      let loudest = parts.map(\.level).max() ?? 0
      let isFading = part.level < 0.6 * loudest && length < duration / 5
      if !isSung || isFading { return "outro" }
    }
    if part.group == chorus { return "chorus" }
    return isSung ? "verse" : "inst"
  }

  /// The one part that is sung once, late, after a chorus; one that leads back to the chorus before
  /// others.
  private static func bridge(_ parts: [Part], chorus: Int?, duration: Double) -> Int? {
    guard let first = parts.firstIndex(where: { $0.group == chorus }) else { return nil }
    let candidates = parts.indices.filter { index in
      let part = parts[index]
      let isAlone = !parts.contains { $0.group == part.group && $0.range != part.range }
      return index > first && part.sung >= 0.4 && isAlone && part.start > 0.4 * duration
    }
    let leading = candidates.last { $0 + 1 < parts.count && parts[$0 + 1].group == chorus }
    return leading ?? candidates.first
  }
}
