package import VoimoBase
import VoimoProject

/// The project file that `voimo init` writes: commented, and already fit to build.
package struct ProjectTemplate: Sendable {
  /// The song's file as the project will name it.
  package var audio: String
  package var title: String
  package var artist: String?
  package var duration: Seconds?
  /// A lyrics file that was found beside the song.
  package var lyrics: String?

  package init(audio: String, title: String, artist: String?, duration: Seconds?, lyrics: String?) {
    self.audio = audio
    self.title = title
    self.artist = artist
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
      audio: \(YAMLText.scalar(audio))\(length)
      song: { title: \(YAMLText.scalar(title))\(artist.map { ", artist: \(YAMLText.scalar($0))" } ?? "") }
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

  private var lyricsLine: String {
    lyrics.map { "lyrics: \(YAMLText.scalar($0))" }
      ?? "# lyrics: words.txt                # your words; voimo finds the timing (txt, lrc, srt, vtt)"
  }
}

extension Seconds {
  /// To the nearest whole second.
  var rounded: Seconds { Seconds(value.rounded()) }
}
