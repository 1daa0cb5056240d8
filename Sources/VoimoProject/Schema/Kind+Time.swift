import VoimoBase

extension Kind where Value == Seconds {
  /// A time of the song.
  static let time = Kind(.time(or: nil), write: \.clock) { written in
    if let time = ProjectTime.time(written.text) { return .success(time) }
    return .failure(ProjectTime.problem(written, or: nil))
  }
}

extension Kind where Value == Seconds? {
  /// A time of the song, or a word for its start or end, which is nil.
  static func time(or word: String) -> Kind {
    let clock: @Sendable (Seconds?) -> String = { $0?.clock ?? word }
    return Kind(.time(or: word), write: clock) { written in
      if written.text == word { return .success(nil) }
      if let time = ProjectTime.time(written.text) { return .success(time) }
      return .failure(ProjectTime.problem(written, or: word))
    }
  }
}

extension Kind where Value == ClosedRange<Seconds> {
  /// Two times, in any order; which comes first is for others to say.
  static let timeRange = Kind<ClosedRange<Seconds>>(.timeRange) { written in
    if let range = ProjectTime.range(written.text) {
      return .success(min(range.start, range.end)...max(range.start, range.end))
    }
    let problem = ScalarProblem(
      wanted: "a time range", says: "is not a time range", hint: "write it as 0:30-1:00")
    return .failure(repairable(written, problem) { ProjectTime.range($0) != nil })
  }
}

extension Kind where Value == ProjectTime.Length {
  /// A length of 0 or more, in seconds, milliseconds or frames.
  static let length = length(musical: false, negative: false)

  /// A length; `musical` ones may be in beats or bars and are above 0.
  static func length(musical: Bool, negative: Bool) -> Kind {
    Kind(.length(musical: musical, negative: negative), write: \.description) { written in
      let wanted = negative ? "a length, or a negative one" : "a length"
      let hint = musical ? "2bar, 8b, 4s or 500ms" : "2s, 40ms or 12f"
      guard let length = ProjectTime.length(written.text) else {
        let problem = ScalarProblem(wanted: wanted, hint: hint)
        return .failure(repairable(written, problem) { ProjectTime.length($0) != nil })
      }
      if length.isMusical, !musical {
        let unit = if case .bars = length { "bars" } else { "beats" }
        return .failure(
          ScalarProblem(
            wanted: "in seconds, milliseconds or frames, not \(unit)", showsText: false,
            hint: hint))
      }
      if length.number < 0, !negative {
        return .failure(ScalarProblem(wanted: wanted, hint: "it cannot be negative"))
      }
      if musical, length.number <= 0 {
        return .failure(ScalarProblem(wanted: "a length above 0", hint: hint))
      }
      return .success(length)
    }
  }
}
