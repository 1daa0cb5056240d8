package import VoimoBase
package import VoimoEngine
package import VoimoMedia

/// Decodes the whole song once: stereo float at the song's own rate, sample 0 at song time 0.
package struct AudioStep: Step {
  /// Where the file is decoded; no part of the key, since it changes no sample.
  package var reading: AudioReading

  /// Which of the file's streams of sound, from 0; nil for the file's own choice.
  package var stream: Int?

  package init(reading: AudioReading, stream: Int? = nil) {
    self.reading = reading
    self.stream = stream
  }

  package var kind: StepKind { StageRegistry.audio.kind }

  package var inputs: [StepInput] { [Self.file] }

  /// The name of the step.
  package static let id = StageRegistry.audio.id
  /// The song's samples, as a sound file.
  package static let sound = StepOutput(id, "audio")
  /// How long the song is: an `AudioNote`.
  package static let note = StepOutput.value(of: id)

  private static let file = StepInput("source", from: FilmSource.songContent)

  package func walkParameters(_ walk: inout ParameterWalk) {
    walk.field("format", SoundFormat.float.rawValue)
    if let stream { walk.field("stream", stream) }
  }

  package func run(_ context: StepContext) async throws -> StepProduct {
    let song = try reading.open(context.inputPath(Self.file), stream: stream)
    let path = context.path(Self.sound.name)
    let rate = song.file.sampleRate
    let total = Int(song.file.duration?.value ?? 0)
    var writer = try SoundWriter(path: path, sampleRate: rate)
    let summary = try song.decode(tick: context.checkCancellation) { block in
      try writer.write(block)
      context.progress(writer.samples / rate, of: total, unit: "seconds of sound")
    }
    _ = try writer.finish()
    return StepProduct(
      outputs: [Self.sound.name: .file(path: path)],
      value: try ArtifactJSON.encode(
        AudioNote(sampleRate: summary.sampleRate, samples: summary.samples)),
      warnings: summary.warnings)
  }
}

/// How long the decoded song is.
package struct AudioNote: Codable, Sendable, Hashable {
  /// In Hz.
  package var sampleRate: Int
  /// Samples a channel.
  package var samples: Int

  /// The song's length.
  package var duration: Seconds { Seconds(Double(samples) / Double(sampleRate)) }
}
