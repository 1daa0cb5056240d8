import Foundation
import Synchronization
import Testing
import VoimoBackends
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoMedia
import VoimoProject
import VoimoSignal
import VoimoStages
import VoimoStore

/// The whole way from a prompt to a film by other back ends than voimo's own, which rows of the
/// registry bring: a generator that can fail in many ways, and a maker whose frames are kept.
@Suite struct PicturePathTests {
  /// What the fakes are told to do, and what they did.
  final class Control: Sendable {
    struct State {
      /// The gray of pictures, by how many were made before.
      var level: UInt8 = 120
      /// What happens to the next pictures.
      var fault: Fault?
      /// The frame, counted over all, at which the maker stops once.
      var stopsAt: Int?
      /// The frame, counted over all, at which the process is killed.
      var dies: Int?
      /// The frame from which on the maker waits to be stopped.
      var waitsAt: Int?
      var images = 0
      var frames = 0
    }

    enum Fault: Sendable {
      case wrongSize, oneColor, wrongModel, outOfMemory, unavailable
    }

    let state = Mutex(State())

    func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }
    var images: Int { state.withLock(\.images) }
    var frames: Int { state.withLock(\.frames) }
    var isWaiting: Bool {
      state.withLock { state in state.waitsAt.map { state.frames > $0 } ?? false }
    }
  }

  /// Makes gray ramps, and gives its one place at a card.
  struct Generator: ImageGenerator {
    let control: Control

    var identity: BackendIdentity {
      BackendIdentity(type: "fake", behaviour: 1, models: [ModelIdentity(name: "dream")])
    }
    var needs: StepNeeds { StepNeeds(cores: 0, slot: "card") }

    func size(for film: PictureSize) -> PictureSize {
      PictureSize(width: film.width / 32 * 32, height: film.height / 32 * 32)
    }

    func image(_ request: ImageRequest, _ work: Work) async throws -> GeneratedImage {
      let (fault, level) = control.state.withLock { state in
        state.images += 1
        return (state.fault, state.level)
      }
      var size = request.size
      switch fault {
      case .outOfMemory?:
        throw BackendError.resource("the card is full", fix: "a smaller render.height")
      case .unavailable?:
        throw BackendError.unavailable("fake does not answer", fix: "start it")
      case .wrongSize?: size.width += 2
      case .oneColor?, .wrongModel?, nil: break
      }
      var picture = RGBPicture(width: size.width, height: size.height)
      for index in picture.pixels.indices {
        let ramp = fault == .oneColor ? 0 : index / 3 % size.width * 20 / size.width
        picture.pixels[index] = level &+ UInt8(ramp)
      }
      let path = work.path("fake.png")
      try Data(PNGFile.encode(picture)).write(to: URL(filePath: path))
      let model = ModelIdentity(name: fault == .wrongModel ? "other" : "dream")
      return GeneratedImage(file: path, used: UsedSettings(model: model, seed: request.seed))
    }
  }

  /// Makes half-second pieces: the picture it is given, darker by one from frame to frame.
  struct Maker: FrameMaker {
    let control: Control

    var identity: BackendIdentity { BackendIdentity(type: "fake-maker", behaviour: 1) }
    var needs: StepNeeds { StepNeeds(cores: 0, slot: "card") }
    var reads: [KeyframePart] { [.picture] }
    var pieceLength: Seconds? { 0.5 }

    func frames(
      of request: ShotRequest, at moments: [FrameMoment], into writer: FrameWriter, _ work: Work
    ) async throws {
      let picture = try #require(request.picture)
      for index in moments.indices {
        try work.checkCancellation()
        let stops = control.state.withLock { state in
          defer { state.frames += 1 }
          if state.dies == state.frames { kill(getpid(), SIGKILL) }
          guard state.stopsAt == state.frames else { return false }
          state.stopsAt = nil
          return true
        }
        while control.isWaiting { try await Task.sleep(for: .milliseconds(2)) }
        if stops { throw BackendError.resource("the card is full", fix: "close other programs") }
        try writer.frame { target in
          var darker = picture
          for at in darker.pixels.indices {
            darker.pixels[at] -= min(darker.pixels[at], UInt8(index + 1))
          }
          try PictureConversion.draw(darker, onto: target)
        }
      }
    }
  }

  private let control = Control()
  private let folder: FreezingTests.Folder

  private static let yaml = """
    audio: song.wav
    structure: [{ label: verse, start: 0 }, { label: chorus, start: 2 }]
    theme: sea
    render: { width: 160, height: 90, fps: 12 }
    shots: { length: 2s, min: 1s, max: 3s }
    backends: { image: fake, animate: fake-maker }
    """

  init() throws { folder = try FreezingTests.Folder(["voimo.yaml": Self.yaml]) }

  /// The registry with two rows more: all that a back end needs to be there.
  private var registry: BackendRegistry { Self.registry(control) }

  private static func registry(_ control: Control) -> BackendRegistry {
    var registry = BackendRegistry.standard
    registry.rows += [
      BackendRow(.image, Generator(control: control).identity, "A fake.") { backends, _ in
        backends.images = Generator(control: control)
        backends.ownAnimator = nil
      },
      BackendRow(.animate, Maker(control: control).identity, "A fake.") { backends, _ in
        backends.ownAnimator = .kept(Maker(control: control))
      },
    ]
    return registry
  }

  private struct Silence: RunObserver {
    func observe(_ event: RunEvent) {}
  }

  private func build() async throws -> BuildOutcome {
    try await Self.build(folder.path, registry)
  }

  private static func build(
    _ folder: String, _ registry: BackendRegistry
  ) async throws -> BuildOutcome {
    let workspace = try Workspace.open(folder: folder, reading: .inProcess, registry: registry)
    let lock = try workspace.lock(waits: false, command: "test")
    let session = try Session(workspace, for: .building)
    return try await session.build(
      BuildRequest(targets: [], jobs: 2, onFailure: .keepGoing, command: "test"), holding: lock,
      observer: Silence())
  }

  private func ran(_ outcome: BuildOutcome) -> [String] {
    outcome.report.outcomes.filter { if case .ran = $0.1 { true } else { false } }
      .map(\.0.rawValue).sorted()
  }

  private func luma() throws -> [Double] {
    try FilmInspector(path: "\(folder.path)/out/song.mp4").frames().luma
  }

  @Test func `a film by a fake model is made, frames kept, and nothing runs twice`() async throws {
    let outcome = try await build()
    try #require(outcome.report.succeeded, "\(outcome.report.failures)")
    #expect(control.images == 2 && control.frames == 48)
    let ids = ran(outcome)
    #expect(ids.filter { $0.hasPrefix("frames/verse.1/00") }.count == 4)
    #expect(ids.contains("upscaled/verse.1/00"))
    let levels = try luma()
    #expect(levels.count == 48)
    // Darker from frame to frame through each shot, light again at the cut.
    #expect(zip(levels[..<24], levels[1..<24]).allSatisfy { $0 > $1 - 0.6 }, "\(levels)")
    #expect(levels[24] > levels[23] + 5, "\(levels)")
    #expect(ran(try await build()).isEmpty && control.frames == 48)
  }

  @Test func `another encoding and a fade make no frame again`() async throws {
    _ = try await build()
    try folder.write(
      "voimo.yaml",
      Data(
        (Self.yaml.replacing("fps: 12", with: "fps: 12, quality: high")
          + "\ncrop: { fade_out: 1s }").utf8))
    let ids = ran(try await build())
    #expect(control.images == 2 && control.frames == 48)
    #expect(ids == ["film", "segment/chorus.1/00", "segment/verse.1/00", "soundtrack"])
  }

  @Test func `a maker that stops in the middle of a shot goes on from the piece it was in`()
    async throws
  {
    // In the third piece of four; the other shot's pieces are made all the same.
    control.change { $0.stopsAt = 14 }
    let outcome = try await build()
    #expect(!outcome.report.succeeded)
    let failure = try #require(outcome.report.failures.first)
    #expect(KitError(explaining: failure.cause).sentence == "the card is full")
    let before = control.frames
    let second = try await build()
    try #require(second.report.succeeded, "\(second.report.failures)")
    #expect(control.images == 2)
    // No piece that was whole is made again.
    #expect(control.frames - before <= 24 && control.frames - before >= 6)
    #expect(try luma().count == 48)
  }

  @Test func `a process that is killed in the middle of a shot loses the piece it was in alone`()
    async throws
  {
    let path = folder.path
    // In the third piece of half a second.
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let control = Control()
      control.change { $0.dies = 14 }
      _ = try await PicturePathTests.build(path, PicturePathTests.registry(control))
    }
    let outcome = try await build()
    try #require(outcome.report.succeeded, "\(outcome.report.failures)")
    #expect(control.frames <= 36 + 6 && control.frames >= 24, "\(control.frames)")
    #expect(control.images <= 1)
    #expect(try luma().count == 48)
  }

  @Test(arguments: [
    (Control.Fault.wrongSize, "made a picture of 162×64 instead of 160×64", ExitStatus.buildFailed),
    (.oneColor, "made a picture of one color", .buildFailed),
    (.wrongModel, "used other instead of dream", .buildFailed),
    (.outOfMemory, "the card is full", .buildFailed),
    (.unavailable, "fake does not answer", .backendUnavailable),
  ])
  func `what comes back wrong is told and never kept`(
    fault: Control.Fault, words: String, status: VoimoKit.ExitStatus
  ) async throws {
    control.change { $0.fault = fault }
    let outcome = try await build()
    let failure = try #require(outcome.report.failures.first)
    let error = KitError(explaining: failure.cause)
    #expect(error.sentence.contains(words) && error.status == status, "\(error.sentence)")
    #expect(failure.id.kind == "keyframe")
    control.change { $0.fault = nil }
    let second = try await build()
    try #require(second.report.succeeded, "\(second.report.failures)")
    #expect(try luma().allSatisfy { $0 > 60 })
  }

  @Test func `a build that is stopped keeps what was whole`() async throws {
    control.change { $0.waitsAt = 10 }
    let (path, registry) = (folder.path, registry)
    let task = Task { try await Self.build(path, registry) }
    // A build that ends by itself is no build that was stopped.
    for _ in 0..<2_000 where control.frames < 10 { try await Task.sleep(for: .milliseconds(5)) }
    #expect(control.frames >= 10)
    task.cancel()
    _ = try? await task.value
    let before = control.frames
    control.change { $0.waitsAt = nil }
    #expect(before < 48)
    let outcome = try await build()
    try #require(outcome.report.succeeded, "\(outcome.report.failures)")
    #expect(control.frames - before < 48)
    #expect(try luma().count == 48)
  }

  @Test func `another keyframe makes another film`() async throws {
    _ = try await build()
    let light = try luma()
    // The model now gives black pictures under the same name: what is made anew shows them.
    control.change { $0.level = 0 }
    try folder.write(
      "voimo.yaml", Data(Self.yaml.replacing("theme: sea", with: "theme: night").utf8))
    _ = try await build()
    let dark = try luma()
    #expect(dark.count == light.count && zip(dark, light).allSatisfy { $0 < $1 - 20 }, "\(dark)")
  }

  @Test func `a model that nobody loads, and back ends that are not there, are told`() throws {
    func ids(_ yaml: String) throws -> [String] {
      try folder.write("voimo.yaml", Data(("audio: song.wav\n" + yaml).utf8))
      let workspace = try Workspace.open(
        folder: folder.path, reading: .inProcess, registry: registry)
      return workspace.firstProblems().map(\.message.id)
    }
    #expect(try ids("model: dreamlike-diffusion-1.0") == ["no-image-back-end"])
    #expect(try ids("backends: { image: comfyui }") == ["back-end-not-built"])
    #expect(try ids("backends: { image: paintr }") == ["unknown-back-end"])
    #expect(try ids("backends: { image: { type: fake, colour: 3 } }") == ["unknown-setting"])
    #expect(try ids("backends: { image: fake }") == [])
    let problems = ProjectProblems([
      Diagnostic(.error, .modelNeedsBackend("dream"), file: "voimo.yaml")
    ])
    #expect(KitError(explaining: problems).status == .backendUnavailable)
  }

  @Test func `the draft works without any of it`() async throws {
    try folder.write(
      "voimo.yaml",
      Data(
        Self.yaml.replacing(
          "backends: { image: fake, animate: fake-maker }",
          with: "backends: { image: sdapi }\nmodel: dream"
        ).utf8))
    let workspace = try Workspace.open(
      folder: folder.path, profile: "draft", reading: .inProcess, registry: registry)
    #expect(workspace.firstProblems().filter { $0.severity == .error } == [])
    let session = try Session(workspace, for: .reading)
    #expect(try session.plan().counts.run > 0 && control.images == 0)
  }
}
