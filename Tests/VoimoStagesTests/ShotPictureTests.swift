import Testing
import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoProject
import VoimoSignal
import VoimoStages

/// Which picture of the musician's own each shot starts from.
@Suite struct ShotPictureTests {
  /// A recipe in which every path that the project names stands for some files.
  private func bench(
    _ yaml: String, files: [String: [String]], backends: Backends = .fake()
  ) throws -> LoweringBench {
    try LoweringBench(
      "shots: { length: 2s, min: 1s, max: 3s }\n" + yaml, backends: backends,
      pictures: { path in
        (files[path.path] ?? []).map {
          FilmRecipe.LocatedPicture(
            name: $0, file: .init(path: "/\($0)", hash: ContentHash(hashing: $0)),
            focus: path.focus)
        }
      })
  }

  /// The picture and framing of each shot: `1.jpg`, `2.jpg closer`; `made` where it is made.
  private func shown(_ bench: LoweringBench) throws -> [String] {
    try bench.list.shots.map { shot in
      let node = bench.nodes.first { $0.id == Keyframe.id(of: shot) }
      guard case .step(_, let step)? = node else { return "none" }
      guard let photo = step as? PhotoStep else { return "made" }
      let name = try #require(photo.picture.step.rawValue.split(separator: "/").last)
      return photo.framing == .wide ? "\(name)" : "\(name) \(photo.framing.rawValue)"
    }
  }

  private static let three = ["photos/": ["1.jpg", "2.jpg", "3.jpg"]]

  @Test func `pictures follow each other in order, and closer when they come again`() throws {
    let shown = try shown(bench("images: photos/", files: Self.three))
    #expect(
      shown == [
        "1.jpg", "2.jpg", "3.jpg", "1.jpg closer", "2.jpg closer", "3.jpg closer", "1.jpg detail",
        "2.jpg detail",
      ])
  }

  @Test func `the crop changes no shot's picture`() throws {
    let whole = try shown(bench("images: photos/", files: Self.three))
    let cropped = try shown(
      bench("images: photos/\ncrop: { start: 4, end: 12 }", files: Self.three))
    #expect(cropped == Array(whole[2..<6]))
  }

  @Test func `a mixed order shows every picture once a round and none twice in a row`() throws {
    let files = ["photos/": ["1", "2"]]
    for seed in 0..<20 {
      let yaml = "images: { files: photos/, order: shuffle }\nseed: \(seed)"
      let names = try shown(bench(yaml, files: files)).map { $0.prefix(1) }
      for round in 0..<4 { #expect(Set(names[2 * round..<2 * round + 2]) == ["1", "2"]) }
      #expect(zip(names, names.dropFirst()).allSatisfy { $0 != $1 }, "seed \(seed): \(names)")
    }
    let orders = try (0..<8).map { seed in
      try shown(
        bench("images: { files: photos/, order: shuffle }\nseed: \(seed)", files: Self.three))
    }
    #expect(Set(orders).count > 1)
  }

  @Test func `a section's own pictures stand for the file's, shot by shot`() throws {
    let files = Self.three.merging(["stage.jpg": ["stage.jpg"]]) { $1 }
    let yaml = "images: photos/\nsections: { chorus: { image: stage.jpg } }"
    #expect(
      try shown(bench(yaml, files: files)) == [
        "1.jpg", "2.jpg", "3.jpg", "1.jpg closer", "stage.jpg", "stage.jpg closer",
        "stage.jpg detail", "stage.jpg",
      ])
  }

  @Test func `without pictures for all, the other shots are made`() throws {
    let files = ["stage.jpg": ["stage.jpg"], "sea.jpg": ["sea.jpg"]]
    let yaml = """
      sections: { "0:04-0:06": { image: stage.jpg }, "chorus.1/02": { image: sea.jpg } }
      """
    let bench = try bench(yaml, files: files)
    #expect(
      try shown(bench) == [
        "made", "made", "stage.jpg", "made", "made", "made", "sea.jpg", "made",
      ])
    // A shot with a picture of its own needs no prompt; the section's is there for the others.
    #expect(
      bench.ids.filter { $0.hasPrefix("prompts/") } == ["prompts/verse.1", "prompts/chorus.1"])
  }

  @Test func `a picture is moved through by the camera, with depth that is read of it`() throws {
    let bench = try bench("images: photos/", files: Self.three)
    #expect(bench.input("your picture", of: "keyframe/verse.1/00") == "source/picture/1.jpg file")
    #expect(bench.input("picture", of: "depth/verse.1/00") == "keyframe/verse.1/00 picture")
    #expect(bench.input("picture", of: "segment/verse.1/00") == "keyframe/verse.1/00 picture")
    #expect(bench.input("depth", of: "segment/verse.1/00") == "depth/verse.1/00 depth")
    #expect(bench.input("companion", of: "segment/verse.1/00") == nil)
    #expect(!bench.ids.contains { $0.hasPrefix("prompts/") })
  }

  @Test func `another picture under a name enters the shots that show it alone`() throws {
    let plain = try bench("images: photos/", files: Self.three)
    let sources = plain.song.compactMap { node -> String? in
      if case .source(let file) = node { file.id.rawValue } else { nil }
    }
    #expect(
      sources == ["source", "source/picture/1.jpg", "source/picture/2.jpg", "source/picture/3.jpg"])
    let readers = plain.nodes.filter {
      $0.inputs.contains { $0.producer == "source/picture/2.jpg" }
    }
    #expect(
      readers.map(\.id) == ["keyframe/verse.1/01", "keyframe/chorus.1/00", "keyframe/chorus.1/03"])
  }

  @Test func `animation says who moves, and still pictures stand still`() throws {
    let camera = try bench("animation: camera", files: [:]).step(
      SegmentStep.self, "segment/verse.1/00"
    ).drawn
    #expect(Set(camera.keyframe.keys) == [.picture, .depth] && camera.motion.beat > 0)
    let still = try bench("sections: { chorus: { animation: still } }", files: [:])
    let chorus = try still.step(SegmentStep.self, "segment/chorus.1/00").drawn
    #expect(chorus.motion == MotionRates() && chorus.manner.isEmpty)
    let verse = try still.step(SegmentStep.self, "segment/verse.1/00").drawn
    #expect(Set(verse.keyframe.keys) == [.companion])
  }

  // MARK: - Running

  private func run(
    _ picture: RGBPicture, focus: Focus? = nil, framing: PhotoStep.Framing = .wide,
    size: PictureSize = PictureSize(width: 64, height: 36)
  ) async throws -> (picture: RGBPicture, product: StepProduct) {
    let bench = try StepBench()
    try bench.give(PNGFile.encode(picture), as: "your picture")
    let id = StepID("keyframe/verse.1/00")
    let product = try await bench.run(
      PhotoStep(
        picture: FilmSource.picture("a.png"), focus: focus, framing: framing, size: size,
        reading: .inProcess), as: id)
    return (try PNGFile.decode(product.bytes(Keyframe.picture(of: id))), product)
  }

  /// A gray picture with a red square round a place.
  private func picture(_ width: Int, _ height: Int, redAt x: Int, _ y: Int) -> RGBPicture {
    var picture = RGBPicture(width: width, height: height, red: 90, green: 90, blue: 90)
    for v in max(0, y - 10)..<min(height, y + 10) {
      for u in max(0, x - 10)..<min(width, x + 10) {
        let at = 3 * (v * width + u)
        (picture.pixels[at], picture.pixels[at + 1], picture.pixels[at + 2]) = (230, 20, 20)
      }
    }
    return picture
  }

  private func redness(_ picture: RGBPicture) -> Int {
    stride(from: 0, to: picture.pixels.count, by: 3).count {
      picture.pixels[$0] > 180 && picture.pixels[$0 + 1] < 80
    }
  }

  @Test func `what strikes the eye is kept when an upright picture becomes a wide one`()
    async throws
  {
    for y in [20, 100, 180] {
      let (seen, _) = try await run(picture(64, 200, redAt: 32, y))
      #expect(seen.width == 64 && seen.height == 36)
      #expect(redness(seen) > 300, "\(y): \(redness(seen))")
    }
  }

  @Test func `a focus that is declared wins`() async throws {
    let (seen, _) = try await run(picture(64, 200, redAt: 32, 20), focus: Focus(x: 0.5, y: 0.9))
    #expect(redness(seen) == 0)
  }

  @Test func `a picture of much detail keeps twice the film's sides`() async throws {
    let (seen, product) = try await run(picture(640, 360, redAt: 320, 180))
    #expect(seen.width == 128 && seen.height == 72 && product.warnings == [])
    let (closer, _) = try await run(picture(640, 360, redAt: 320, 180), framing: .detail)
    #expect(closer.width == 128 && redness(closer) > 3 * redness(seen))
  }

  @Test func `a small picture is enlarged and told to look soft`() async throws {
    let (seen, product) = try await run(picture(24, 24, redAt: 12, 12))
    #expect(seen.width == 64 && seen.height == 36)
    #expect(product.warnings.contains { $0.contains("soft") }, "\(product.warnings)")
  }
}
