package import VoimoBase

extension FrameRate {
  /// Reads a rate as people and tools write it: `24`, `12.5`, `30000/1001`, `30000:1001`, `24 fps`,
  /// and a decimal such as `29.97` or `23.976023976`, which means the exact NTSC rate; nil for
  /// anything else or beyond 1 to 240 frames a second.
  package init?(text: String) {
    guard case .success(let rate) = FrameRateText.read(text) else { return nil }
    self = rate
  }
}

/// Reads frame rates.
///
/// A rate is a fraction, however it is written: `29.97` and `29.970` are one.
enum FrameRateText {
  /// The rates that a film may have.
  static let sensible = 1.0...240.0

  /// The rate that a text means, or what is wrong with it.
  static func read(_ text: String) -> Result<FrameRate, ScalarProblem> {
    let body = withoutUnit(text)
    let parts = body.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == ":" }
    let decimals = parts.compactMap { Decimal(OddCharacter.trimmed($0)) }
    guard decimals.count == parts.count, (1...2).contains(parts.count),
      decimals.allSatisfy({ $0.value > 0 })
    else { return .failure(problem(text)) }
    let number = decimals[0].value / (decimals.count > 1 ? decimals[1].value : 1)
    guard sensible.contains(number) else { return .failure(problem(text, isBeyond: true)) }
    if decimals.count == 1, let ntsc = ntsc(decimals[0]) { return .success(ntsc) }
    let one = decimals[0]
    let two = decimals.count > 1 ? decimals[1] : Decimal.one
    if let above = one.product(two.scale), let below = two.product(one.scale),
      let rate = reduced(above, below)
    {
      return .success(rate)
    }
    return .failure(tooFine(number))
  }

  /// A decimal number, exactly: `digits` / `scale`.
  private struct Decimal {
    var digits: Int
    var scale: Int

    static let one = Decimal(digits: 1, scale: 1)

    private init(digits: Int, scale: Int) {
      self.digits = digits
      self.scale = scale
    }

    /// Reads `29.970`, where zeros at the end say nothing; nil for anything else.
    init?(_ text: String) {
      let halves = text.split(separator: ".", omittingEmptySubsequences: false)
      guard (1...2).contains(halves.count), text.utf8.count <= 24,
        text.utf8.contains(where: { (0x30...0x39).contains($0) }),
        text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") })
      else { return nil }
      var fraction = halves.count == 2 ? halves[1][...] : ""
      while fraction.last == "0" { fraction.removeLast() }
      // Nine digits tell a rate apart from every other; what is beyond them is noise.
      fraction = fraction.prefix(9)
      guard let number = Int("0\(halves[0])\(fraction)") else { return nil }
      (digits, scale) = (number, fraction.reduce(1) { product, _ in product * 10 })
    }

    var value: Double { Double(digits) / Double(scale) }

    func product(_ factor: Int) -> Int? {
      let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
      return overflow ? nil : product
    }
  }

  /// The NTSC rate that a decimal rounds or cuts off: `23.98`, `23.976`, `23.9760239`.
  private static func ntsc(_ decimal: Decimal) -> FrameRate? {
    guard decimal.scale >= 100 else { return nil }
    let unit = 1 / Double(decimal.scale)
    let near = nominal.compactMap { nominal -> (rate: FrameRate, distance: Double)? in
      let exact = Double(nominal) * 1000 / 1001
      let missing = exact - decimal.value
      let isRounded = abs(missing) <= unit * 0.5000001
      let isCutOff = missing >= 0 && missing < unit
      guard isRounded || isCutOff, let rate = FrameRate(nominal * 1000, over: 1001) else {
        return nil
      }
      return (rate, abs(missing))
    }
    return near.min { $0.distance < $1.distance }?.rate
  }

  /// Whole rates that cameras and broadcasts slow down by a thousandth.
  private static let nominal = [12, 15, 24, 30, 48, 60, 72, 90, 96, 120, 144, 180, 192, 240]

  private static func reduced(_ above: Int, _ below: Int) -> FrameRate? {
    var (a, b) = (above, below)
    while b != 0 { (a, b) = (b, a % b) }
    guard a > 0 else { return nil }
    return FrameRate(above / a, over: below / a)
  }

  /// A text without the unit that tools write behind a rate.
  private static func withoutUnit(_ text: String) -> String {
    let lowered = text.lowercased()
    for unit in ["fps", "hz"] where lowered.hasSuffix(unit) {
      return OddCharacter.trimmed(text.dropLast(unit.count))
    }
    return text
  }

  private static func problem(_ text: String, isBeyond: Bool = false) -> ScalarProblem {
    var problem = ScalarProblem(
      wanted: "frames a second from 1 to 240", hint: "24, 12.5 or 30000/1001")
    if isBeyond {
      problem.id = "out-of-range"
      return problem
    }
    let names = ["ntsc": "30000/1001", "pal": "25", "film": "24", "ntsc-film": "24000/1001"]
    if let meant = names[text.lowercased()] ?? repaired(text) { problem.hint = "write \(meant)" }
    return problem
  }

  /// What somebody meant by `23,976`, `24p` or `29.970 (30000/1001)`; nil where nothing shows.
  private static func repaired(_ text: String) -> String? {
    var plain = OddCharacter.repaired(text)?.text ?? OddCharacter.trimmed(text)
    if let open = plain.firstIndex(of: "("), let close = plain[open...].firstIndex(of: ")") {
      plain = String(plain[plain.index(after: open)..<close])
    }
    plain = String(plain.map { $0 == "," ? "." : $0 })
    let digits = String(plain.prefix { "0123456789./:".contains($0) })
    guard !digits.isEmpty, digits != text, case .success = read(digits),
      !plain.dropFirst(digits.count).contains(where: \.isNumber)
    else { return nil }
    return digits
  }

  /// A decimal with more digits than a frame rate keeps, and a fraction that is near.
  private static func tooFine(_ number: Double) -> ScalarProblem {
    ScalarProblem(
      wanted: "frames a second", says: "has more digits than a frame rate keeps",
      hint: fraction(near: number).map { "write it as a fraction: \($0)" }
        ?? "write it as a fraction, such as 50/3")
  }

  /// The simplest fraction within a millionth of a number, by its continued fraction.
  private static func fraction(near number: Double) -> FrameRate? {
    var (above, below) = ((1, 0), (0, 1))
    var rest = number
    for _ in 0..<8 {
      let whole = Int(rest.rounded(.down))
      above = (whole * above.0 + above.1, above.0)
      below = (whole * below.0 + below.1, below.0)
      guard below.0 <= 10_000, above.0 <= 1_000_000 else { return nil }
      if abs(Double(above.0) / Double(below.0) - number) < number * 1e-6 {
        return FrameRate(above.0, over: below.0)
      }
      guard rest > Double(whole) else { return nil }
      rest = 1 / (rest - Double(whole))
      guard rest < 1e9 else { return nil }
    }
    return nil
  }
}
