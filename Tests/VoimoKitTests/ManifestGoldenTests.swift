import Foundation
import Testing
import VoimoBackends
import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoProject
import VoimoSignal
import VoimoStages

/// Every step of one small project with all that its key is made of, as text that can be read.
///
/// A field that is left out, added or renamed changes a line here: a change of any key is seen in
/// review. `./dev golden` writes the file anew.
@Suite struct ManifestGoldenTests {
  private static let project = """
    audio: song.flac
    song: { title: Golden, artist: The Band }
    lyrics: words.txt
    crop: { start: "0:02", end: "0:14.5", fade_out: 1s }
    theme: harbour at night
    artist: ink line
    negative_prompt: people
    seed: 7
    render: { aspect: "16:9", height: 360, fps: 24 }
    shots: { length: 2bar, transition: crossfade }
    motion: { preset: slow-push }
    sections:
      chorus: { prompt: wide sea under a full moon, take: 2 }
      "0:06-0:07.5": { prompt: "+fog" }
    subtitles: karaoke
    outputs:
      - film
      - srt
      - { preset: canvas, clip: "0:09-0:13" }
      - { preset: gif, clip: "0:03-0:05" }
      - { preset: frames, clip: "0:03-0:05" }
      - { thumbnail: "0:05" }
    """

  /// The steps before and after the song is heard, for a song of sixteen seconds.
  private func nodes() throws -> [Node] {
    let (parsed, problems) = Project.parse(
      SourceText(name: "voimo.yaml", text: Self.project), profile: nil)
    let project = try #require(parsed, "\(problems)")
    let structure = SongStructure(numbering: [
      TimedSection(name: "verse", start: 0, end: 8, confidence: 0.9),
      TimedSection(name: "chorus", start: 8, end: 16, confidence: 0.8),
    ])
    let beats = SongBeats(
      bpm: 120, confidence: 1, beats: Array(stride(from: 0.0, to: 16, by: 0.5)),
      strengths: Array(repeating: 1, count: 32),
      downbeats: Array(stride(from: 0.0, to: 16, by: 2)), duration: 16,
      level: Loudness(peak: 1, rms: 0.1, isSilent: false, clippedShare: 0, offset: 0))
    let typeface = Typeface(fonts: [try .standard(.regular)], bold: try .standard(.bold))
    var recipe = FilmRecipe(
      project: project,
      audio: .init(path: "song.flac", hash: ContentHash(hashing: "a song")),
      words: .file(.init(path: "words.txt", hash: ContentHash(hashing: "words"))),
      reading: .inProcess, backends: BackendRegistry.builtin, fonts: [try FontFile.standard()],
      encoders: EncoderIdentities(video: "x264", sound: "aac"))
    recipe.typefaces = .init(waveform: typeface, contactSheet: typeface)
    let graph = try Graph(nodes: recipe.songNodes, expansion: recipe.filmExpansion)
    let song = graph.nodes
    let shots = try #require(
      song.lazy.compactMap { node -> ShotsStep? in
        guard case .step(_, let step) = node else { return nil }
        return step as? ShotsStep
      }.first)
    let list = try ArtifactJSON.encode(shots.layOut(structure, beats: beats))
    return try song + recipe.filmExpansion.expand(list)
  }

  /// What differs between machines: the encoder's build and the font's file.
  private static let machines: Set<String> = ["encoder", "font", "bold font"]

  private func entry(of node: Node) -> String {
    switch node {
    case .source(let file): return "\(file.id)\n  file \(file.hash.hex.prefix(12))\n"
    case .step(let id, let step):
      var walk = ParameterWalk()
      step.walkParameters(&walk)
      var lines = ["\(id)", "  version \(step.kind.version)"]
      lines += walk.fields.map { name, value in
        "  \(name): \(Self.machines.contains(name) ? "of this machine" : "\"\(value)\"")"
      }
      lines += step.inputs.sorted { $0.name < $1.name }.map {
        "  \($0.name) ← \($0.producer) \($0.output)"
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  @Test func `every step's key is made of what it was made of`() throws {
    let text = try nodes().map { entry(of: $0) }.joined(separator: "\n")
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/manifests.txt")
    if ProcessInfo.processInfo.environment["VOIMO_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("manifests.txt was recorded; look at the difference and run the tests again")
      return
    }
    let committed = try String(contentsOf: file, encoding: .utf8)
    let (old, new) = (committed.split(separator: "\n"), text.split(separator: "\n"))
    let changes = new.difference(from: old).prefix(12).map { change in
      switch change {
      case .insert(let line, let element, _): "+ \(line): \(element)"
      case .remove(let line, let element, _): "- \(line): \(element)"
      }
    }
    #expect(
      changes.isEmpty,
      "keys have changed; ./dev golden records them:\n\(changes.joined(separator: "\n"))")
  }

  @Test func `the golden file has every stage that the painter's film needs`() throws {
    let kinds = Set(try nodes().compactMap { StageRegistry.stage(ofKind: $0.id.kind)?.name })
    let missing = StageRegistry.all.map(\.name).filter { !kinds.contains($0) }
    // The words are given; the painter makes pictures of the film's size and knows their depth, and
    // draws its frames.
    #expect(missing == ["transcript", "upscaled", "depth", "frames"])
  }
}
