package import VoimoBase
import VoimoProject

/// The project file that `voimo init` writes: commented, and already fit to build.
///
/// Every commented line that begins with a field can be uncommented as it stands, alone or with all
/// others.
package struct ProjectTemplate: Sendable {
  /// The song's file as the project will name it.
  package var audio: String
  package var title: String
  package var artist: String?
  package var album: String?
  /// The song's length, which the times in the examples are shares of.
  package var duration: Seconds
  /// The lyrics file; nil for a song without words.
  package var lyrics: String?

  /// The musician's own pictures, as the project will name them; nil for a film that is painted.
  package var images: String?
  /// What the file says of its streams of sound, where there are several to choose from.
  package var streams: [String] = []

  package init(
    audio: String, title: String, artist: String?, album: String? = nil, duration: Seconds,
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
    return """
      # A music video in the making. `voimo build` makes the film; edit, build again, and only what
      # the edit touches is made anew. `voimo check` finds mistakes, `voimo plan` tells what would run.
      version: 1
      audio: \(YAMLText.scalar(audio))  # \(duration.rounded.clock) long\(streamLines)
      song: { title: \(YAMLText.scalar(title))\(tag("artist", artist))\(tag("album", album)) }
      \(lyricsLines)
      # A part of the song; without this line all of it.
      # crop: \(span(0.25, 0.75))

      \(pictureLines)
      seed: 1

      render: { aspect: "16:9", height: 720, fps: 24 }
      motion: { preset: slow-push }

      # What to change where: in every chorus, in the second (chorus.2), in a time range.
      # `voimo show sections` lists the sections that were heard.
      # sections: { chorus: { \(example) }, "\(span(0.4, 0.6))": { theme: clouds } }

      \(outputLines)

      """
  }

  /// A part of the song as a range of times on its scale: whole seconds where it is long enough.
  private func span(_ first: Double, _ last: Double) -> String {
    let unit = duration.value >= 10 ? 1 : 0.1
    let (start, end) = (
      (duration.value * first / unit).rounded(.up) * unit,
      (duration.value * last / unit).rounded(.down) * unit
    )
    // Of a song of a tenth of a second no part is left.
    return end > start
      ? "\(Seconds(start).clock)-\(Seconds(end).clock)" : "0:00-\(duration.clock)"
  }

  private func tag(_ name: String, _ value: String?) -> String {
    value.map { ", \(name): \(YAMLText.scalar($0))" } ?? ""
  }

  /// How to take another stream, where there are several; the file's own choice needs no line.
  private var streamLines: String {
    guard streams.count > 1 else { return "" }
    let first =
      "# It has several streams of sound; audio: { file: …, stream: 0 } takes the first."
    let list = streams.enumerated().map { "#   stream \($0) is \($1)" }
    return "\n" + ([first] + list).joined(separator: "\n")
  }

  private var lyricsLines: String {
    lyrics.map { "lyrics: \(YAMLText.scalar($0))\n" }
      ?? """
      # Without words so far. Put their file beside the song (txt, lrc, srt, vtt or ass) and name it
      # under `lyrics`; voimo finds when they are sung.

      """
  }

  private var pictureLines: String {
    guard let images else {
      return """
        # What the pictures show, and in whose style. The built-in painter illustrates skies, mountains,
        # seas, cities, forests, roads, space and more, in any weather and light.
        theme: mountains above a quiet sea at dusk
        artist: ink wash
        # negative_prompt: text, people
        """
    }
    return """
      # Your own pictures, cut on the bars: in the order of their names, and closer when they come
      # again. { files: …, order: shuffle } mixes them; a section may name its own under `image`.
      images: \(YAMLText.scalar(images))
      # What lies over them: rain, snow, fog, dust, embers, lanterns.
      theme: light in the dark
      # negative_prompt: rain
      """
  }

  private var example: String {
    images == nil ? "prompt: city in the rain" : "motion: { preset: drift-left }"
  }

  private var outputLines: String {
    guard lyrics != nil else { return "outputs: [film]" }
    return """
      # How the words are shown: soft (a track of the film, as without this line), karaoke, plain, none.
      # subtitles: { style: karaoke }
      outputs: [film]                   # and the words with times: srt, vtt, lrc, ass
      """
  }
}

extension Seconds {
  /// To the nearest whole second.
  var rounded: Seconds { Seconds(value.rounded()) }
}
