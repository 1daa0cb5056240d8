import VoimoBase

/// What a lyrics file holds.
package enum LyricsDocument: Hashable, Sendable {
  /// Lines with times (LRC, SRT, VTT, ASS).
  case timed(Lyrics)
  /// Words only: what `align` lays over the song. Repeats (`x2`, an empty `[Chorus]`) are written
  /// out.
  case untimed([Stanza])
}

extension LyricsDocument {
  /// The words alone, to be aligned: a timed document's lines, parted by headings and by rests of
  /// more than four seconds.
  package var stanzas: [Stanza] {
    switch self {
    case .untimed(let stanzas): return stanzas
    case .timed(let lyrics):
      var stanzas: [Stanza] = []
      var last: LyricLine?
      for line in lyrics.lines {
        let goesOn = last.map {
          $0.section == line.section && line.start.value - $0.end.value <= 4
        }
        if goesOn != true {
          let mark = line.section.map { SectionMark(label: $0) }
          stanzas.append(Stanza(mark: mark, lines: []))
        }
        stanzas[stanzas.count - 1].lines.append(StanzaLine(text: line.text))
        last = line
      }
      return stanzas
    }
  }
}

/// Lines that belong together, as a text without times groups them.
package struct Stanza: Hashable, Sendable {
  /// What the text calls it; nil where a blank line begins it.
  package var mark: SectionMark?
  /// Its lines; empty for a part without words, `[Solo]`.
  package var lines: [StanzaLine]

  /// Makes a stanza.
  package init(mark: SectionMark? = nil, lines: [StanzaLine]) {
    self.mark = mark
    self.lines = lines
  }
}

/// A line without times.
package struct StanzaLine: Hashable, Sendable {
  /// The line as it is shown, without its `x2`.
  package var text: String
  /// Its line in the file, counted from 1; a line that repeats another has the other's number.
  package var sourceLine: Int

  /// Makes a line.
  package init(text: String, sourceLine: Int = 0) {
    self.text = text
    self.sourceLine = sourceLine
  }
}

/// A heading such as `[Verse 2: Ada]`.
package struct SectionMark: Hashable, Sendable {
  /// The label in voimo's words where it knows them (`refrain` is `chorus`), else the heading's
  /// own: `[a-z][a-z0-9-]*`.
  package var label: String
  /// The heading's number; nil without one.
  package var ordinal: Int?

  /// Makes a mark.
  package init(label: String, ordinal: Int? = nil) {
    self.label = label
    self.ordinal = ordinal
  }
}

extension SectionMark {
  /// Reads a heading's text, without its brackets: `Verse 2: Ada`, `Pre-Chorus`, `Guitar Solo`, or
  /// a name that voimo does not know.
  ///
  /// Nil when the heading has no letter to make a label of.
  package init?(heading: String) {
    if let known = PartHeading.known(heading) {
      self = known
      return
    }
    let words = HeadingWords(heading)
    guard let label = Self.freeLabel(words.words) else { return nil }
    self.init(label: label, ordinal: words.ordinal)
  }

  /// Reads a label as voimo itself writes it, `ad-lib`, `part2`; else as a heading.
  init?(written text: String) {
    let isLabel = text.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
    }
    guard isLabel, let first = text.first, first.isLetter else {
      self.init(heading: text)
      return
    }
    self.init(label: text)
  }

  private static func freeLabel(_ words: [String]) -> String? {
    let letters = words.joined(separator: "-").unicodeScalars.filter {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
    }
    let label = String(String.UnicodeScalarView(letters.drop { !("a"..."z").contains($0) }))
    return label.isEmpty ? nil : String(label.prefix(40))
  }
}
