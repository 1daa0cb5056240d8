package import VoimoBase
import VoimoProject

/// The project file that `voimo init` writes: commented, and already fit to build.
package struct ProjectTemplate: Sendable {
  /// The song's file as the project will name it.
  package var audio: String
  package var title: String
  package var artist: String?
  package var album: String?
  package var duration: Seconds?
  /// A lyrics file that was found beside the song.
  package var lyrics: String?

  /// What the file says of its streams of sound, where there are several to choose from.
  package var streams: [String] = []

  package init(
    audio: String, title: String, artist: String?, album: String? = nil, duration: Seconds?,
    lyrics: String?
  ) {
    self.audio = audio
    self.title = title
    self.artist = artist
    self.album = album
    self.duration = duration
    self.lyrics = lyrics
  }

  /// The file's text.
  package var text: String {
    let length = duration.map { "  # \($0.rounded.clock) long" } ?? ""
    return """
      # A music video in the making. `voimo build` makes the film; edit, build again, and only what
      # the edit touches is made anew. `voimo check` finds mistakes, `voimo plan` tells what would run.
      version: 1
      audio: \(YAMLText.scalar(audio))\(length)\(streamLines)
      song: { title: \(YAMLText.scalar(title))\(tag("artist", artist))\(tag("album", album)) }
      \(lyricsLine)
      # crop: 0:30-1:00                 # a part of the song; leave out for all of it

      # What the pictures show, and in whose style. The built-in painter illustrates skies, mountains,
      # seas, cities, forests, roads, space and more, in any weather and light.
      theme: mountains above a quiet sea at dusk
      artist: ink wash
      # negative_prompt: text, people
      seed: 1

      render: { aspect: "16:9", height: 720, fps: 24 }
      motion: { preset: slow-push }

      # What to change where. `voimo show sections` lists the sections that were heard.
      # sections:
      #   intro: { prompt: a dark coast before dawn }
      #   chorus: { prompt: city lights in the rain, motion: { preset: fly-through } }
      #   chorus.2: { theme: "the same city at sunrise" }
      #   "1:48-2:04": { prompt: slow clouds over the sea }

      # subtitles: { style: karaoke }   # soft (default), karaoke, plain, none
      outputs: [film]                   # and: srt, vtt, lrc, ass

      """
  }

  private func tag(_ name: String, _ value: String?) -> String {
    value.map { ", \(name): \(YAMLText.scalar($0))" } ?? ""
  }

  /// How to take another stream, where there are several; the file's own choice needs no line.
  private var streamLines: String {
    guard streams.count > 1 else { return "" }
    let list = streams.enumerated().map { "#   \($0): \($1)" }
    let first =
      "# audio: { file: \(YAMLText.scalar(audio)), stream: 0 }   # another stream of sound:"
    return "\n" + ([first] + list).joined(separator: "\n")
  }

  private var lyricsLine: String {
    lyrics.map { "lyrics: \(YAMLText.scalar($0))" }
      ?? "# lyrics: words.txt                # your words; voimo finds their times (txt lrc srt vtt ass)"
  }
}

extension Seconds {
  /// To the nearest whole second.
  var rounded: Seconds { Seconds(value.rounded()) }
}
