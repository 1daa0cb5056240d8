package import VoimoBase
package import VoimoEngine
package import VoimoProject
import VoimoSignal

/// Lays shots on the film's grid, applies the crop, and samples what the song does at each frame.
package struct ShotsStep: Step {
  /// Cutting wishes, in the user's own units.
  package var cutting: ShotCutting
  package var frameRate: FrameRate
  /// Where the film begins and ends in the song; nil is the song's own start or end.
  package var cropStart: Seconds?
  package var cropEnd: Seconds?
  /// What the crop's ends are moved to.
  package var snap: Crop.Snap
  /// Where a time range of the project begins or ends, so that its pictures change just there.
  package var cuts: [Seconds]

  package init(
    cutting: ShotCutting, frameRate: FrameRate, cropStart: Seconds?, cropEnd: Seconds?,
    snap: Crop.Snap, cuts: [Seconds] = []
  ) {
    self.cuts = cuts.sorted()
    self.cutting = cutting
    self.frameRate = frameRate
    self.cropStart = cropStart
    self.cropEnd = cropEnd
    self.snap = snap
  }

  package var kind: StepKind { StageRegistry.shots.kind }

  package var inputs: [StepInput] { [Self.structure, Self.beats, Self.signals] }

  /// The name of the step.
  package static let id = StageRegistry.shots.id
  /// The film's shots: a `ShotList`.
  package static let list = StepOutput.value(of: id)

  /// What the song does at each of a whole shot's frames: `FrameSignals`.
  package static func signals(of shot: Shot) -> StepOutput {
    StepOutput(id, "signals/\(shot.name)")
  }

  private static let structure = StepInput("structure", from: StructureStep.structure)
  private static let beats = StepInput("beats", from: FeaturesStep.beats)
  private static let signals = StepInput("signals", from: FeaturesStep.signals)

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("shots.length", cutting.length.text)
    walk.field("shots.min", cutting.shortest)
    walk.field("shots.max", cutting.longest)
    walk.field("fps", frameRate.description)
    walk.field("crop.start", cropStart.map { $0.value.description })
    walk.field("crop.end", cropEnd.map { $0.value.description })
    walk.field("crop.snap", snap.rawValue)
    for (index, cut) in cuts.enumerated() { walk.field("cut \(index + 1)", cut) }
  }

  package var changesInPart: Bool { true }

  package func foreseenValue(reading values: [StepInput: [UInt8]]) -> [UInt8]? {
    guard let structure = values[Self.structure], let beats = values[Self.beats],
      let heard = try? ArtifactJSON.decode(SongStructure.self, from: structure),
      let pulse = try? ArtifactJSON.decode(SongBeats.self, from: beats)
    else { return nil }
    return try? ArtifactJSON.encode(layOut(heard, beats: pulse))
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let structure = try context.value(SongStructure.self, of: Self.structure)
    let beats = try context.value(SongBeats.self, of: Self.beats)
    let signals = try Signals(decoding: context.bytes(of: Self.signals))
    let list = layOut(structure, beats: beats)
    let sampler = FrameSampler(signals: signals, beats: beats)
    var outputs: [String: StepProduct.Output] = [:]
    for shot in list.shots {
      try context.checkCancellation()
      let frames = (shot.start..<shot.end).map { sampler.sample(at: frameRate.time(ofFrame: $0)) }
      outputs[Self.signals(of: shot).name] = .bytes(FrameSignals.encode(frames))
    }
    return StepProduct(outputs: outputs, value: try ArtifactJSON.encode(list))
  }

  /// The film's shots for a song's structure and beats: pure.
  package func layOut(_ structure: SongStructure, beats: SongBeats) -> ShotList {
    ShotLayout(step: self, structure: structure, beats: beats).list()
  }
}

/// Cutting wishes as the user writes them.
package struct ShotCutting: Sendable, Hashable {
  /// What a shot is wished to last.
  package var length: MusicalLength
  package var shortest: Seconds
  package var longest: Seconds

  package init(length: MusicalLength, shortest: Seconds, longest: Seconds) {
    self.length = length
    self.shortest = shortest
    self.longest = longest
  }
}

extension MusicalLength {
  /// As in manifests: `2.0bar`.
  var text: String {
    switch self {
    case .seconds(let length): "\(length.value)s"
    case .beats(let count): "\(count)b"
    case .bars(let count): "\(count)bar"
    }
  }
}
