import Foundation
import Testing
import VoimoSignal

/// A song in, a film out: what the film is, frame by frame and sample by sample.
@Suite struct FilmTests {
  static let file = """
    audio: song.wav
    song: { title: Test, artist: Nobody }
    theme: quiet sea at dusk
    structure:
      - { label: verse, start: 0 }
      - { label: chorus, start: 8 }
    crop: { start: 1.5, end: 13 }
    render: { width: 160, height: 90, fps: 12 }
    """

  @Test func `a film has every frame of the crop, at uniform times, and sound as long`() throws {
    let project = try TestProject(["voimo.yaml": Self.file])
    _ = try project.build()
    let film = try FilmFacts(project.path("out/Test.mp4"))
    #expect(film.frameCount == 138)
    #expect(film.times.count == 138 && film.times.first == 0)
    #expect(film.isUniform)
    #expect(abs(film.videoSeconds - 11.5) < 0.001)
    #expect(abs(film.audioSeconds - film.videoSeconds) <= 1.0 / 12)
    #expect(film.width == 160 && film.height == 90)
    #expect(film.chapters == ["Verse", "Chorus"])
    #expect(film.tags["title"] == "Test" && film.tags["artist"] == "Nobody")
    #expect(film.streams.starts(with: ["video h264", "audio aac"]))
  }

  @Test(arguments: ["wav", "m4a", "opus", "mp3"])
  func `the film's sound lies on the song's within a millisecond`(format: String) throws {
    let project = try TestProject()
    let song = "song.\(format)"
    if format != "wav" {
      let made = try Command.run(
        "/usr/bin/ffmpeg", ["-v", "error", "-nostdin", "-i", "song.wav", "-b:a", "128k", song],
        in: project.folder)
      try #require(made.status == 0, "ffmpeg: \(made.errors)")
    }
    try project.write(
      "voimo.yaml", Self.file.replacing("audio: song.wav", with: "audio: \(song)"))
    _ = try project.build()
    let rate = 48_000
    let source = try FilmFacts.sound(project.path(song), from: 1.5 + 2, length: 4, rate: rate)
    let film = try FilmFacts.sound(project.path("out/Test.mp4"), from: 2, length: 4, rate: rate)
    let offset = try #require(
      crossCorrelationOffset(reference: source, other: film, maxLag: rate / 50))
    #expect(
      abs(offset.samples) / Double(rate) < 0.001, "the sound is \(offset.samples) samples off")
    #expect(offset.correlation > 0.9)
  }

  @Test func `a film at 30000 over 1001 is exact`() throws {
    let project = try TestProject([
      "voimo.yaml": Self.file.replacing("fps: 12", with: "fps: 30000/1001")
    ])
    _ = try project.build()
    let film = try FilmFacts(project.path("out/Test.mp4"))
    // Frames n with 1.5 <= n * 1001 / 30000 < 13: from 45 to 389.
    #expect(film.frameCount == 345)
    #expect(film.isUniform)
  }

  @Test func `the same inputs give the same bytes, on one core and on two`() throws {
    let one = try TestProject(["voimo.yaml": Self.file])
    let two = try TestProject(["voimo.yaml": Self.file])
    _ = try one.build("-j", "1")
    _ = try two.build("-j", "2")
    let films = try [one, two].map {
      try Data(contentsOf: URL(fileURLWithPath: $0.path("out/Test.mp4")))
    }
    // Not the bytes themselves: a failure would print them all.
    #expect(films[0].count == films[1].count)
    #expect(films[0] == films[1] ? true : false)
  }

  @Test func `five lines are enough, and an instrumental has no words in it`() throws {
    let project = try TestProject([
      "voimo.yaml": """
      audio: song.wav
      crop: 0:00-0:06
      theme: neon city in the rain
      artist: Syd Mead
      seed: 5
      """
    ])
    _ = try project.build("--profile", "draft")
    let film = try FilmFacts(project.path("out/song.draft.mp4"))
    #expect(film.frameCount == 72)
    #expect(film.width == 480 && film.height == 270)
    #expect(film.streams.count { $0.contains("mov_text") } == 0)
  }

  @Test func `soft words are in the film and beside it`() throws {
    let project = try TestProject([
      "voimo.yaml": Self.file + "\nlyrics: words.lrc\noutputs: [film, srt, vtt, lrc, ass]",
      "words.lrc": "[00:02.00]hello there\n[00:09.00]and on\n",
    ])
    _ = try project.build()
    let film = try FilmFacts(project.path("out/Test.mp4"))
    #expect(film.streams.contains("subtitle mov_text"))
    #expect(try project.read("out/Test.srt").contains("00:00:00,500 --> "))
    #expect(try project.read("out/Test.vtt").hasPrefix("WEBVTT"))
    #expect(try project.read("out/Test.lrc").contains("hello there"))
    #expect(try project.read("out/Test.ass").contains("[Script Info]"))
  }
}
