package import VoimoBase
package import VoimoEngine
package import VoimoMedia

/// Cuts the song to the film's frames, to the sample, and encodes it as AAC; its level is
/// untouched.
package struct SoundtrackStep: Step {
  /// What is heard: the song, or one of its stems.
  package var sound: StepOutput
  /// First frame of the film on the song's grid.
  package var start: Int
  /// The frame after the film's last.
  package var end: Int
  package var frameRate: FrameRate
  package var fadeIn: Seconds
  package var fadeOut: Seconds
  /// Bits a second.
  package var bitRate: Int
  package var effort: SoundtrackEncoder.Effort
  /// Which encoder makes the soundtrack.
  package var encoder: String

  package init(
    sound: StepOutput = AudioStep.sound, start: Int, end: Int, frameRate: FrameRate,
    fadeIn: Seconds, fadeOut: Seconds, bitRate: Int,
    effort: SoundtrackEncoder.Effort, encoder: String
  ) {
    self.sound = sound
    self.encoder = encoder
    self.effort = effort
    self.start = start
    self.end = end
    self.frameRate = frameRate
    self.fadeIn = fadeIn
    self.fadeOut = fadeOut
    self.bitRate = bitRate
  }

  package var kind: StepKind { StageRegistry.soundtrack.kind }

  package var inputs: [StepInput] { [song] }

  /// The name of the step, of the film or of one of its renditions.
  package static func id(in scope: FilmScope = .film) -> StepID {
    scope.id(StageRegistry.soundtrack)
  }
  /// The cropped song as AAC.
  package static func soundtrack(in scope: FilmScope = .film) -> StepOutput {
    StepOutput(id(in: scope), name)
  }

  private static let name = "soundtrack"

  private var song: StepInput { StepInput("audio", from: sound) }

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("encoder", encoder)
    walk.field("start frame", start)
    walk.field("end frame", end)
    walk.field("fps", frameRate.description)
    walk.field("fade_in", fadeIn)
    walk.field("fade_out", fadeOut)
    walk.field("bit rate", bitRate)
    walk.field("effort", effort.rawValue)
  }

  package var expectedWork: ExpectedWork? {
    let length = frameRate.time(ofFrame: end) - frameRate.time(ofFrame: start)
    return ExpectedWork(
      count: max(1, Int(length.value)), unit: "seconds of sound", manner: effort.rawValue)
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    var reader = try SoundReader(path: context.inputPath(song))
    let rate = reader.sampleRate
    let first = frameRate.sample(ofFrame: start, sampleRate: rate)
    let count = frameRate.sample(ofFrame: end, sampleRate: rate) - first
    let path = context.path(Self.name)
    var encoder = try SoundtrackEncoder(
      path: path, sampleRate: rate, samples: count, bitRate: bitRate, effort: effort)
    let fade = Fade(
      in: Int((fadeIn.value * Double(rate)).rounded()),
      out: Int((fadeOut.value * Double(rate)).rounded()))
    // Past the song's end the reader gives silence: at most the rest of the last frame.
    try reader.forEachBlock(in: first..<first + count) { block in
      try context.checkCancellation()
      var block = block
      block.start -= first
      fade.apply(to: &block, of: count)
      try encoder.encode(block)
      context.progress(
        (block.start + block.count) / rate, of: count / rate, unit: "seconds of sound")
    }
    _ = try encoder.finish()
    return StepProduct(outputs: [Self.name: .file(path: path)])
  }
}
