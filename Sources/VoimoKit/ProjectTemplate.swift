package import VoimoBase

/// The project file that `voimo init` writes: commented, and already fit to build.
package struct ProjectTemplate: Sendable {
  /// The song's file as the project will name it.
  package var audio: String
  package var title: String
  package var artist: String?
  package var duration: Seconds?
  /// A lyrics file that was found beside the song.
  package var lyrics: String?

  /// The file's text.
  package var text: String {
    let length = duration.map { "  # \($0.rounded.clock) long" } ?? ""
    return """
      # A music video in the making. `voimo build` makes the film; edit, build again, and only what
      # the edit touches is made anew. `voimo check` finds mistakes, `voimo plan` tells what would run.
      version: 1
      audio: \(Self.quoted(audio))\(length)
      song: { title: \(Self.quoted(title))\(artist.map { ", artist: \(Self.quoted($0))" } ?? "") }
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
    lyrics.map { "lyrics: \(Self.quoted($0))" }
      ?? "# lyrics: words.txt                # your words; voimo finds the timing (txt, lrc, srt, vtt)"
  }

  /// A YAML scalar that reads back as the same text whatever is in it.
  static func quoted(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || " _-.'()&!".unicodeScalars.contains($0)
    }
    let first = text.unicodeScalars.first
    let last = text.unicodeScalars.last
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    if plain, let first, let last, first.properties.isAlphabetic, last != " ",
      !words.contains(text.lowercased())
    {
      return text
    }
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      default:
        if scalar.properties.generalCategory == .control {
          escaped += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        } else {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped + "\""
  }
}

extension Seconds {
  /// To the nearest whole second.
  var rounded: Seconds { Seconds(value.rounded()) }
}
