import VoimoBase

extension Kind where Value == Int {
  /// A whole number.
  static func integer(_ range: ClosedRange<Int>) -> Kind {
    Kind(.integer(range)) { whole($0.text, range) }
  }

  /// A number of pixels: even, as H.264 needs.
  static func evenInteger(_ range: ClosedRange<Int>) -> Kind {
    Kind(.evenInteger(range)) { written in
      whole(written.text, range).flatMap { number in
        if number % 2 == 0 { return .success(number) }
        return .failure(
          ScalarProblem(
            id: "odd-size", wanted: "even, as H.264 needs", hint: "\(number - 1) or \(number + 1)"))
      }
    }
  }

  private static func whole(
    _ text: String, _ range: ClosedRange<Int>
  ) -> Result<Int, ScalarProblem> {
    let wanted =
      range.count == 1
      ? "\(range.lowerBound)" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let number = NumberText.integer(text) else {
      let meant = NumberText.meant(text).compactMap { Int(exactly: $0) }
      let hint = meant.first { range.contains($0) }.map { "write \($0)" }
      return .failure(ScalarProblem(wanted: wanted, hint: hint))
    }
    if range.contains(number) { return .success(number) }
    return .failure(ScalarProblem(id: "out-of-range", wanted: wanted))
  }
}

extension Kind where Value == Double {
  /// A number.
  static func number(_ range: ClosedRange<Double>) -> Kind {
    Kind(.number(range), write: NumberText.text) { decimal($0.text, range) }
  }

  /// A number that may become an expression or keyframes one day.
  static func rate(_ range: ClosedRange<Double>) -> Kind {
    Kind(.rate(range), write: NumberText.text) { decimal($0.text, range) }
  }

  private static func decimal(
    _ text: String, _ range: ClosedRange<Double>
  ) -> Result<Double, ScalarProblem> {
    let bounds = "\(NumberText.text(range.lowerBound)) to \(NumberText.text(range.upperBound))"
    guard let number = NumberText.number(text) else {
      let meant = NumberText.meant(text).first { range.contains($0) }
      let hint = meant.map { "write \(NumberText.text($0))" }
      return .failure(ScalarProblem(wanted: "a number from \(bounds)", hint: hint))
    }
    if range.contains(number) { return .success(number) }
    return .failure(ScalarProblem(id: "out-of-range", wanted: "from \(bounds)"))
  }
}

extension Kind where Value == FrameRate {
  /// Frames a second, as people and tools write them.
  static let frameRate = Kind(.frameRate) { written in
    FrameRateText.read(written.text)
  }
}

extension Kind where Value == Aspect {
  /// The shape of a picture.
  static let aspect = Kind(.aspect) { written in
    if let aspect = Aspect(written.text) { return .success(aspect) }
    let crossed = written.text.map { "x×X".contains($0) ? ":" : $0 }
    let problem = ScalarProblem(wanted: "a shape", hint: "\"16:9\", \"9:16\" or \"1:1\"")
    if Aspect(String(crossed)) != nil {
      return .failure(ScalarProblem(wanted: problem.wanted, hint: "write \"\(String(crossed))\""))
    }
    return .failure(repairable(written, problem) { Aspect($0) != nil })
  }
}
