package import VoimoBase

/// Something to export into `out/`.
package enum Output: Hashable, Sendable {
  /// The film, mp4, with its pages.
  case film
  /// Lyrics with times, for players, editors and karaoke programs.
  case subtitles(SubtitleFormat)
  /// A frame of the film as a picture.
  case thumbnail(Thumbnail)
  /// The film, or a part of it, in another shape or form.
  case rendition(Rendition)
}

extension Output {
  /// How it is called, where it is made of words; nil for what needs none.
  package var nameWithWords: String? {
    switch self {
    case .film, .thumbnail: return nil
    case .subtitles(let format): return format.rawValue
    case .rendition(let rendition):
      let isDrawn = [.plain, .karaoke].contains(rendition.words)
      return isDrawn ? rendition.name : nil
    }
  }
}

/// A file format for lyrics with times.
package enum SubtitleFormat: String, Sendable, Codable, CaseIterable {
  case srt, vtt, lrc, ass
}

/// A frame of the film as a picture.
package struct Thumbnail: Hashable, Sendable {
  /// Of the song.
  package var time: Seconds
  /// Unique among a project's thumbnails and renditions: `thumbnail`, `thumbnail-2`.
  package var name: String
  package var span: SourceSpan
}

/// A part of the song by a section's name or by its times.
package enum Clip: Hashable, Sendable, CustomStringConvertible {
  /// The first section of a label that the film shows: `chorus`.
  case label(String)
  /// One section: `chorus.2`.
  case section(SectionID)
  /// From a time of the song to another: `1:12-1:40`.
  case range(Seconds, Seconds)

  /// As people write it.
  package var description: String {
    switch self {
    case .label(let label): label
    case .section(let id): id.description
    case .range(let start, let end): "\(start)-\(end)"
    }
  }
}

/// The film, or a part of it, in another shape or form.
package struct Rendition: Hashable, Sendable {
  /// What is heard.
  package enum Audio: String, CaseIterable, Sendable {
    case song, accompaniment, vocals, none
  }

  /// Unique in the project, `[a-z][a-z0-9-]*`: the preset's name, `shorts-2`, or as written.
  package var name: String
  package var preset: Preset
  /// What is said about the shape; nil for the preset's, else the film's.
  package var aspect: Aspect?
  /// In pixels, even; nil where nothing is said.
  package var width: Int?
  /// In pixels, even; nil where nothing is said.
  package var height: Int?
  /// Which part of the film; nil for the preset's own choice.
  package var clip: Clip?
  /// What is said about the sound; nil for the preset's.
  package var audio: Audio?
  /// What is said about words; nil for the preset's, else the film's.
  package var subtitles: SubtitleSettings.Style?
  /// Frames a second; nil for the preset's, else the film's.
  package var fps: FrameRate?
  package var span: SourceSpan

  /// A rendition that says no more than its preset.
  package init(name: String, preset: Preset, span: SourceSpan) {
    self.name = name
    self.preset = preset
    self.span = span
  }

  /// How its file's name ends after the title: `.shorts.mp4`, `.gif`, `.frames.zip`.
  package var fileEnding: String {
    let ending = preset.facts.ending
    return ".\(name)" == ending ? ending : ".\(name)\(ending)"
  }

  /// What is heard.
  package var sound: Audio { audio ?? preset.facts.audio }

  /// How words are shown; nil for as in the film.
  package var words: SubtitleSettings.Style? { subtitles ?? preset.facts.subtitles }
}

extension Project {
  /// The renditions among the outputs, in the order of the file.
  package var renditions: [Rendition] {
    outputs.compactMap { if case .rendition(let rendition) = $0 { rendition } else { nil } }
  }

  /// The thumbnails among the outputs, in the order of the file.
  package var thumbnails: [Thumbnail] {
    outputs.compactMap { if case .thumbnail(let thumbnail) = $0 { thumbnail } else { nil } }
  }

  /// The size of a rendition in pixels, both even.
  ///
  /// Under the profile `draft` its shorter side is at most the film's.
  package func size(of rendition: Rendition) -> (width: Int, height: Int) {
    let facts = rendition.preset.facts
    let film = Aspect(width: render.width, height: render.height)
    let aspect = rendition.aspect ?? facts.aspect ?? film
    let filmSide = min(render.width, render.height)
    var size: (width: Int, height: Int)
    switch (rendition.width, rendition.height) {
    case (let width?, let height?): size = (width, height)
    case (let width?, nil): size = (width, aspect.height(forWidth: width))
    case (nil, let height?): size = (aspect.width(forHeight: height), height)
    case (nil, nil):
      if let width = facts.width {
        size = (width, aspect.height(forWidth: width))
      } else if rendition.aspect == nil, facts.aspect == nil {
        size = (render.width, render.height)
      } else {
        size = aspect.size(shorterSide: facts.shorterSide ?? filmSide)
      }
    }
    if profile == Self.draftProfile, min(size.width, size.height) > filmSide {
      size = Aspect(width: size.width, height: size.height).size(shorterSide: filmSide)
    }
    return size
  }

  /// The frame rate of a rendition; under the profile `draft` at most the film's.
  package func frameRate(of rendition: Rendition) -> FrameRate {
    let rate = rendition.fps ?? rendition.preset.facts.fps ?? render.fps
    let isTooFast = rate.framesPerSecond > render.fps.framesPerSecond
    return profile == Self.draftProfile && isTooFast ? render.fps : rate
  }

  /// The name of the profile that every file has.
  package static var draftProfile: String { ProfileMerge.draftName }
}
