import Foundation
package import VoimoBase
package import VoimoCharts
import VoimoLyrics
import VoimoMedia
import VoimoProject
import VoimoSignal
import VoimoStages

extension Session {
  /// Draws a page about the song from what is in the store; what is not made yet is left out, but
  /// for what the page is about.
  ///
  /// - Parameters:
  ///   - page: What it is about.
  ///   - range: The stretch to show; nil for the whole song.
  /// - Returns: the page.
  /// - Throws: `KitError` for what is not made yet.
  package func drawing(
    _ page: SongPage, range: (start: Seconds, end: Seconds)? = nil
  ) throws -> Drawing {
    let features = try SongFeatures(decoding: bytes(of: FeaturesStep.features))
    var picture = SongPicture(peaks: try WaveformPeaks(decoding: bytes(of: WaveformStep.peaks)))
    picture.title = recipe.title
    picture.facts = facts(of: features)
    picture.beats = features.beats
    picture.downbeats = features.downbeats
    picture.vocal = features.signals[.vocal]
    picture.chroma = features.chroma
    picture.chords = features.chords.filter { $0.name != ChordSpan.none }.map {
      TimedSection(
        name: $0.name, start: $0.start, end: $0.end, confidence: $0.confidence)
    }
    picture.curves = Signal.allCases.map {
      SongPicture.Curve(name: $0.rawValue, values: features.signals[$0])
    }
    if page == .sections || isMade(StructureStep.id) {
      picture.sections = try value(SongStructure.self, of: StructureStep.structure).sections
        .map { $0.named($0.name.description) }
    }
    if page == .lyrics || recipe.hasWords && isMade(LyricsStep.id) {
      picture.lines = try lyrics().lines.map { line in
        SongPicture.Line(
          text: line.text, start: line.start, end: line.end, confidence: line.confidence,
          words: line.words.map(\.start))
      }
    }
    if let range {
      guard range.start < range.end, range.start < features.duration else {
        throw KitError(
          .usage,
          "the range \(range.start)-\(range.end) shows nothing of the song, which is "
            + "\(features.duration.clock) long")
      }
      picture.shown = range.start..<range.end
    }
    picture.ruler = TextRuler(try? Self.type(for: picture.texts, recipe.project.song.language))
    return picture.page(page)
  }

  /// The installed fonts for some texts.
  ///
  /// - Throws: `MediaError` where there is none.
  private static func type(for texts: [String], _ language: String?) throws -> TypeSetter {
    try TypeSetter(Typeface.choose(for: texts, language: language).typeface, for: texts)
  }

  private func facts(of features: SongFeatures) -> [String] {
    var facts = [Seconds(features.duration.value.rounded()).clock]
    if features.tempo.bpm > 0 { facts.append("\(Int(features.tempo.bpm.rounded())) bpm") }
    if let key = features.key { facts.append(key.name) }
    if let loudness = features.loudness.integrated {
      facts.append("\(loudness < 0 ? "−" : "")\(abs((loudness * 10).rounded() / 10)) LUFS")
    }
    return facts
  }
}

/// Writes drawings where people want them.
package enum DrawingFile {
  /// How a drawing is kept.
  package enum Format: Sendable {
    case png
    case svg
  }

  /// A drawing as the bytes of a file, marked as voimo's own.
  ///
  /// - Throws: `MediaError` when no font is installed.
  package static func bytes(of drawing: Drawing, as format: Format) throws -> [UInt8] {
    switch format {
    case .svg: return ExportMark.sealed(svg: drawing.svg)
    case .png:
      let texts = drawing.texts.map(\.text)
      let type = try TypeSetter(
        Typeface.choose(for: texts, language: nil).typeface, for: texts)
      return ExportMark.sealed(png: try PNGFile.encode(drawing.pixels(type)))
    }
  }

  /// Writes a drawing over any older file of that name, which is whole at every moment.
  ///
  /// Whether that file may be replaced is for `WriteGuard` to say.
  ///
  /// - Throws: `KitError`, `MediaError`.
  package static func write(_ drawing: Drawing, as format: Format, to path: String) throws {
    try UserFile.write(try bytes(of: drawing, as: format), to: path)
  }
}
