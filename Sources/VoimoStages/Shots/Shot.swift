package import VoimoBase

/// A stretch of film with one keyframe at its start; shots tile a section.
///
/// Frames are of the song's own grid, so neither an earlier crop nor another section's edit moves
/// them.
package struct Shot: Codable, Sendable, Hashable {
  /// The section it belongs to.
  package var section: SectionID
  /// Which shot of its section it is, from 0.
  package var index: Int
  /// Which piece it is of a shot that a time range cuts in two or more, from 0.
  package var piece: Int
  /// First frame of the whole shot on the song's grid.
  package var start: Int
  /// The frame after its last.
  package var end: Int
  /// First frame that the crop lets be seen; `start` where the crop does not cut it.
  package var visibleStart: Int
  /// The frame after the last one seen.
  package var visibleEnd: Int

  package init(
    section: SectionID, index: Int, piece: Int = 0, start: Int, end: Int, visibleStart: Int,
    visibleEnd: Int
  ) {
    self.section = section
    self.index = index
    self.piece = piece
    self.start = start
    self.end = end
    self.visibleStart = visibleStart
    self.visibleEnd = visibleEnd
  }

  /// As in step names: `chorus.2/03`; the second piece of a cut shot is `chorus.2/03b`.
  package var name: String {
    let whole = "\(section)/\(Seconds.padded(index, 2))"
    guard piece > 0 else { return whole }
    return whole + (piece < 26 ? String(UnicodeScalar(UInt8(97 + piece))) : "-\(piece)")
  }

  /// How many frames are seen.
  package var visibleCount: Int { visibleEnd - visibleStart }
}

/// What the shots step decides: the film's grid, the cropped stretch of it, and its shots.
package struct ShotList: Codable, Sendable, Hashable {
  /// A section and those of its shots that the crop shows.
  package struct Part: Codable, Sendable, Hashable {
    package var section: TimedSection<SectionID>
    /// In order; empty for a section outside the crop.
    package var shots: [Shot]
    /// How many shots the whole section has, cropped or not.
    package var shotCount: Int
    /// Tempo over the section, in beats a minute; 0 where no beat was heard.
    package var bpm: Double

    /// Joins a section with its shots; `shotCount` is that of `shots` unless told.
    package init(
      section: TimedSection<SectionID>, shots: [Shot], shotCount: Int? = nil, bpm: Double
    ) {
      self.section = section
      self.shots = shots
      self.shotCount = shotCount ?? shots.count
      self.bpm = bpm
    }
  }

  package var frameRate: FrameRate
  /// First frame of the film on the song's grid.
  package var start: Int
  /// The frame after the film's last.
  package var end: Int
  /// Every section of the song, in order.
  package var parts: [Part]

  package init(frameRate: FrameRate, start: Int, end: Int, parts: [Part]) {
    self.frameRate = frameRate
    self.start = start
    self.end = end
    self.parts = parts
  }

  /// How many frames the film has.
  package var frameCount: Int { end - start }

  /// The shots seen, in the film's order.
  package var shots: [Shot] { parts.flatMap(\.shots) }
}
