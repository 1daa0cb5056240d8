import VoimoBase

/// Whether words and singing fit each other at all: words of another song, or of a part of this
/// one, are laid over a voice as neatly as the right ones, but at a pace that nobody sings.
struct Plausibility {
  /// Syllables a second of singing, over the whole song.
  let pace: Double

  /// Paces at which songs are sung; a slow ballad has 2 syllables a second, quick speech 6 to 8
  /// (Pellegrino, Coupé and Marsico 2011), which only rap comes near to.
  private static let usual = 1.6...6.5
  /// Beyond these paces by this share, a fit is doubted to 1/√e.
  private static let tolerance = 0.25

  /// Compares the syllables of all lines with the singing, less what an intro or a solo has of it.
  init(_ model: LineModel, voice: VoiceMap, sections: [TimedSection<String>]) {
    let silent = LinePlacer.wordless(sections, model: model)
    let inside = silent.reduce(0) { sum, section in
      let from = Int(min(max(section.start.value, 0), 1e6) * voice.rate)
      let to = Int(min(max(section.end.value, 0), 1e6) * voice.rate)
      return sum + section.confidence * max(0, voice.sung(from: from, to: to))
    }
    pace =
      model.lines.reduce(0) { $0 + $1.weight }
      / max(0.1, voice.sungSeconds - LinePlacer.wordlessShare * inside)
  }

  /// How far the pace is believed, from 0 to 1.
  var share: Double {
    let beyond: Double
    if pace < Self.usual.lowerBound {
      beyond = logarithm(Self.usual.lowerBound / max(pace, 1e-6))
    } else {
      beyond = logarithm(max(pace, Self.usual.lowerBound) / Self.usual.upperBound)
    }
    guard beyond > 0 else { return 1 }
    let deviations = beyond / Self.tolerance
    return exponential(-deviations * deviations / 2)
  }

  /// A warning where the words do not fit; nil where they may.
  func warning(name: String) -> Diagnostic? {
    guard share < 0.6 else { return nil }
    let tenths = Int((min(pace, 1000) * 10).rounded())
    let rate = "\(tenths / 10).\(tenths % 10)"
    return Diagnostic(
      .warning, pace < Self.usual.lowerBound ? .fewWords(rate) : .manyWords(rate), file: name)
  }
}

extension Diagnostic.Message {
  static func fewWords(_ pace: String) -> Self {
    Self(
      id: "few-words",
      text:
        "there is more singing than words (\(pace) syllables a second of it): are some missing, "
        + "or is it another song's text?",
      hint: "write down all that is sung, or give the lines you want as LRC or SRT")
  }

  static func manyWords(_ pace: String) -> Self {
    Self(
      id: "many-words",
      text: "there are more words than singing (\(pace) syllables a second of it): is it another "
        + "song's text?",
      hint: "leave out what is not sung, or give the lines you want as LRC or SRT")
  }
}
