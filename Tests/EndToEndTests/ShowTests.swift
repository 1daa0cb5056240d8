import Foundation
import Testing
import VoimoCharts
import VoimoMedia
import VoimoSignal

/// What was heard, as people and programs see it.
@Suite struct ShowTests {
  /// A project whose song was listened to, its words timed by hand.
  private func heard() throws -> TestProject {
    let project = try TestProject([
      "voimo.yaml": """
      audio: song.wav
      song: { title: Shown & Heard, artist: Nobody }
      lyrics: words.lrc
      theme: sea
      """,
      "words.lrc": "[00:02.00]<00:02.00>first <00:02.50>line\n[00:09.00]second {line} <here>\n",
    ])
    _ = try project.build("waveform", "lyrics", "structure")
    return project
  }

  private func json(_ project: TestProject, _ arguments: String...) throws -> [String: Any] {
    let outcome = try Command.voimo(["show"] + arguments + ["--json"], in: project.folder)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `JSON has the shapes that the manual gives`() throws {
    let project = try heard()
    let beats = try json(project, "beats")
    let times = try #require(beats["beats"] as? [Double])
    #expect(times.count > 40 && zip(times, times.dropFirst()).allSatisfy(<))
    #expect(abs((beats["bpm"] as? Double ?? 0) - 120) < 1)
    #expect((beats["downbeats"] as? [Double])?.isEmpty == false)
    #expect(beats["confidence"] is Double)

    let sections = try #require(json(project, "sections")["sections"] as? [[String: Any]])
    #expect(sections.first?["start"] as? Double == 0)
    #expect(abs((sections.last?["end"] as? Double ?? 0) - 24) < 0.01)
    #expect(sections.allSatisfy { $0["label"] is String && $0["confidence"] is Double })

    let lines = try #require(json(project, "lyrics")["lines"] as? [[String: Any]])
    #expect(lines.map { $0["text"] as? String } == ["first line", "second {line} <here>"])
    let words = try #require(lines.first?["words"] as? [[String: Any]])
    #expect(words.map { $0["word"] as? String } == ["first", "line"])
    #expect(words.last?["start"] as? Double == 2.5 && words.last?["end"] is Double)

    let signals = try json(project, "signals")
    let curves = try #require(signals["signals"] as? [String: [Double]])
    #expect(signals["rate"] as? Int == 100)
    #expect(Set(curves.keys) == Set(Signal.allCases.map(\.rawValue)))
    #expect(curves.values.allSatisfy { abs($0.count - 2400) <= 1 })
    let chroma = try #require(signals["chroma"] as? [[Double]])
    #expect(chroma.count == curves["rms"]?.count && chroma.allSatisfy { $0.count == 12 })
    let some = try json(project, "signals", "--only", "kick, rms")
    #expect(Set((some["signals"] as? [String: Any] ?? [:]).keys) == ["kick", "rms"])

    let song = try json(project, "song")
    #expect(song["title"] as? String == "Shown & Heard" && song["duration"] as? Double == 24)
    #expect((song["loudness"] as? [String: Any])?["peak"] is Double)
  }

  @Test(arguments: SongPage.allCases) func `every subject is a table and a picture`(
    page: SongPage
  ) throws {
    let project = try heard()
    let table = try project.voimo("show", page.rawValue)
    #expect(table.status == 0 && table.output.split(separator: "\n").count > 1)
    let drawn = try project.voimo("show", page.rawValue, "--png", "a.png", "--svg", "a.svg")
    #expect(drawn.status == 0 && drawn.output == "", "\(drawn.errors)")
    let picture = try PNGFile.decode(
      [UInt8](Data(contentsOf: URL(fileURLWithPath: project.path("a.png")))))
    #expect(picture.width == 1600 && picture.height > 150)
    #expect(Set(picture.pixels.prefix(3 * 1600 * 60)).count > 20, "the top is empty")
    let svg = try XMLDocumentCheck.elements(of: project.path("a.svg"))
    #expect(svg["svg"] == 1 && svg["text", default: 0] > 5)
    // Nothing half-written stays behind.
    let names = try FileManager.default.contentsOfDirectory(atPath: project.folder)
    #expect(!names.contains { $0.hasSuffix(".part") })
  }

  @Test func `clicks stand on the beats that were heard, to the sample`() throws {
    let project = try heard()
    #expect(try project.voimo("show", "beats", "--audio", "clicks.flac").status == 0)
    let beats = try #require(json(project, "beats")["beats"] as? [Double])
    func sound(_ name: String) throws -> [Float] {
      try FilmFacts.sound(project.path(name), from: 0, length: 24, rate: 22_050)
    }
    let (song, mixed) = (try sound("song.wav"), try sound("clicks.flac"))
    #expect(song.count == mixed.count)
    let clicks = zip(mixed, song).map { $0 - $1 * ClickTrack.songGain }
    for beat in beats {
      let sample = Int((beat * 22_050).rounded())
      #expect(clicks[sample] > 0.3, "no click at \(beat) s")
      #expect(sample == 0 || abs(clicks[sample - 1]) < 0.01, "early click before \(beat) s")
    }
    let loud = clicks.indices.filter { clicks[$0] > 0.3 && ($0 == 0 || clicks[$0 - 1] < 0.01) }
    #expect(loud.count == beats.count)
  }

  @Test func `what can't be shown is told with the right status`() throws {
    let project = try heard()
    for (arguments, words) in [
      (["film", "--png", "x.png"], "cannot be drawn"),
      (["song", "--png", "x.png", "--range", "2-1"], "shows nothing"),
      (["song", "--png", "x.png", "--range", "noon"], "not a time range"),
      (["signals", "--only", "onst"], "Did you mean onset?"),
      (["beats", "--audio", "x.wav"], ".flac"), (["stems"], "not built yet"),
    ] {
      let outcome = try Command.voimo(["show"] + arguments, in: project.folder)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
    let nowhere = try project.voimo("show", "song", "--png", "none/x.png")
    #expect(nowhere.status == 1 && nowhere.errors.contains("none/x.png"))
    let fresh = try TestProject(["voimo.yaml": "audio: song.wav\n"])
    let early = try fresh.voimo("show", "song")
    #expect(early.status == 2 && early.errors.contains("voimo build"))
  }
}

/// Reads an XML file and counts its elements by name.
private enum XMLDocumentCheck {
  static func elements(of path: String) throws -> [String: Int] {
    // Foundation's XML parser would be one more library to link: Python has one.
    let outcome = try Command.run(
      "/usr/bin/python3",
      [
        "-c",
        "import sys, collections, json, xml.etree.ElementTree as t; "
          + "print(json.dumps(collections.Counter(e.tag.split('}')[1] for e in t.parse(sys.argv[1]).iter())))",
        path,
      ], in: "/tmp")
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode([String: Int].self, from: Data(outcome.output.utf8))
  }
}
