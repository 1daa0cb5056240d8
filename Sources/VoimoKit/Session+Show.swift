import Foundation
import VoimoBase
import VoimoEngine
import VoimoLyrics
import VoimoProject
package import VoimoSignal
import VoimoStages
import VoimoStore

extension Session {
  /// What a target has made, as it stands in the store.
  ///
  /// - Parameters:
  ///   - target: A subject (`song`, `sections`, `beats`, `signals`, `shots`, `lyrics`), by any of
  ///     its
  ///     names, or steps.
  ///   - signals: Which curves, of `signals`; empty for all.
  /// - Returns: what is to be shown.
  /// - Throws: `KitError` for what is not built yet, `UnknownTarget`.
  package func show(_ target: String, signals: [Signal] = []) throws -> Exhibit {
    switch Subject(target) {
    case .song: return .song(try songFacts())
    case .sections:
      return .sections(try value(SongStructure.self, of: StructureStep.structure).sections)
    case .beats:
      return .beats(try value(SongBeats.self, of: FeaturesStep.beats))
    case .signals:
      let features = try SongFeatures(decoding: bytes(of: FeaturesStep.features))
      let wanted = signals.isEmpty ? Signal.allCases : signals
      return .signals(
        SignalTable(
          curves: wanted.map { .init(name: $0.rawValue, values: features.signals[$0]) },
          chroma: signals.isEmpty
            ? features.chroma.resampled(
              to: Double(Signals.rate), count: features.signals.count) : nil))
    case .shots:
      return .shots(try value(ShotList.self, of: ShotsStep.list))
    case .lyrics: return .lyrics(try lyrics())
    case nil:
      return try files(Target(target))
    }
  }

  /// The words with their times; those of words that nobody knows are shared out over their line.
  func lyrics() throws -> Lyrics {
    guard recipe.hasWords else {
      throw KitError(.usage, "this project has no lyrics", hint: "lyrics: words.txt adds them")
    }
    return try ArtifactJSON.decode(
      Lyrics.self, from: bytes(of: LyricsStep.lyrics)
    ).withWords
  }

  private func songFacts() throws -> SongFacts {
    let beats = try value(SongBeats.self, of: FeaturesStep.beats)
    let signals = try Signals(decoding: bytes(of: FeaturesStep.signals))
    let vocal = signals[.vocal]
    return SongFacts(
      title: recipe.title, artist: workspace.project.song.artist, duration: beats.duration,
      sampleRate: try value(AudioNote.self, of: AudioStep.note).sampleRate, loudness: beats.level,
      tempo: Tempo(bpm: beats.bpm, confidence: beats.confidence), tempoMap: beats.tempoMap,
      metre: beats.metre, key: beats.key, chords: beats.chords,
      vocalShare: vocal.isEmpty
        ? 0 : Double(vocal.count { $0 >= 0.5 }) / Double(vocal.count),
      outline: signals[.rms].summary(60), doubts: LevelDoubts.sentences(beats.level))
  }

  private func files(_ target: Target) throws -> Exhibit {
    let plan = try plan([target])
    let entries = plan.entries.filter { target.matches($0.id) }
    let results = try entries.map { entry in
      guard case .reuse(let result) = entry.decision else { throw notBuilt(entry.id) }
      return (entry.id, result)
    }
    if results.allSatisfy({ $0.0.kind == StageRegistry.prompts.name }), !results.isEmpty {
      return .prompts(
        try inSongOrder(results.map(\.0)).map { id in
          guard let result = results.first(where: { $0.0 == id })?.1 else { throw notBuilt(id) }
          return try shownPrompts(
            id, ArtifactJSON.decode(PromptSet.self, from: result.value), in: plan.graph)
        })
    }
    let files = results.flatMap { id, result in
      result.outputs.filter { $0.key != StepOutput.valueName }.sorted { $0.key < $1.key }
        .map { output, blob in
          shownFile(
            StepOutput(id, output), blob, isAlone: results.count == 1,
            size: result.sizes[output] ?? 0)
        }
    }
    guard !files.isEmpty else {
      if entries.isEmpty { throw nothing(named: target, in: plan) }
      throw KitError(.usage, "\(target) makes no file that could be shown")
    }
    return .files(files)
  }

  /// Says that no step is meant by a target, or that it is not known yet which are.
  private func nothing(named target: Target, in plan: Plan) -> KitError {
    guard plan.horizon == .whole else { return notBuilt(StepID(target.pattern)) }
    let ids = plan.entries.map(\.id.rawValue)
    return KitError(
      .usage, "this project has no step '\(target)'",
      hint: NearMiss.nearest(to: target.pattern, among: ids).map { "did you mean '\($0)'?" })
  }

  /// A result's file where somebody would look for it: in `out/` if it is there.
  private func shownFile(
    _ output: StepOutput, _ blob: ContentHash, isAlone: Bool, size: Int
  ) -> ShownFile {
    let name = isAlone ? output.name : "\(output.step) \(output.name)"
    let isOpened = isAlone && Self.opened(of: output.step).contains(output)
    if let path = exportedPath(of: output, blob) {
      return ShownFile(output: name, path: path, size: size, isOpened: isOpened)
    }
    let wish = wishes.first { $0.source == output }
    return ShownFile(
      output: name, path: results.path(of: blob), size: size, isOpened: isOpened,
      remark: wish.map {
        "\($0.path) does not hold it; this is the store's own copy. `voimo build` writes the file"
      })
  }

  /// What somebody opens of a step's outputs: the picture or the film, not what the next step
  /// reads.
  private static func opened(of step: StepID) -> [StepOutput] {
    [
      FilmStep.film(), PosterStep.poster, ContactSheetStep.page, WaveformStep.picture,
      Keyframe.picture(of: step),
    ]
  }

  /// Steps of sections in the order in which the song has them; time ranges after their section.
  private func inSongOrder(_ steps: [StepID]) throws -> [StepID] {
    guard let list = try? value(ShotList.self, of: ShotsStep.list) else { return steps }
    let order = list.parts.map(\.section.name.description)
    func place(_ step: StepID) -> Int {
      let scope = step.rawValue.split(separator: "/", maxSplits: 1).last.map(String.init) ?? ""
      let section = scope.split(separator: "@").first.map(String.init) ?? scope
      return order.firstIndex(of: section) ?? order.count
    }
    return steps.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
  }

  /// Prompts with what the renderer makes of each, wherever in the film it is.
  private func shownPrompts(
    _ id: StepID, _ set: PromptSet, in graph: Graph
  ) throws -> ShownPrompts {
    let keyframes = graph.dependents(of: id).lazy.compactMap { id -> KeyframeStep? in
      guard case .step(_, let step)? = graph[id] else { return nil }
      return step as? KeyframeStep
    }
    guard var keyframe = keyframes.first else { throw notBuilt(id) }
    keyframe.seed = 1
    keyframe.context?.sectionSeed = 1
    keyframe.context?.filmPart = .middle
    let readings = set.prompts.indices.map { index in
      keyframe.position = Double(index) / Double(max(set.prompts.count - 1, 1))
      return keyframe.generator.reading(of: keyframe.request(for: set))
        ?? PictureReading(summary: "")
    }
    return ShownPrompts(
      step: id, set: set, theme: keyframe.context?.theme ?? "", artist: keyframe.artist,
      negativePrompt: keyframe.negativePrompt, readings: readings)
  }

  /// A step's small value, decoded.
  func value<Value: Decodable>(_ type: Value.Type, of output: StepOutput) throws -> Value {
    precondition(output.name == StepOutput.valueName, "\(output) is no small value")
    return try ArtifactJSON.decode(type, from: result(of: output.step).value)
  }

  /// The whole content of an output that is kept as a file.
  func bytes(of output: StepOutput) throws -> [UInt8] {
    try whole(output.step) { store in try store.read(try blob(of: output)) }
  }

  /// Where an output lies in the store, checked, never to be written.
  func file(of output: StepOutput) throws -> String {
    try whole(output.step) { store in
      let blob = try blob(of: output)
      try store.check(blob)
      return store.path(of: blob)
    }
  }

  private func blob(of output: StepOutput) throws -> ContentHash {
    guard let blob = try result(of: output.step).outputs[output.name] else {
      throw notBuilt(output.step)
    }
    return blob
  }

  /// Reads from the store; what is damaged there is a sentence that says how it is mended.
  private func whole<Value>(_ step: StepID, _ body: (Store) throws -> Value) throws -> Value {
    guard let store else { throw notBuilt(step) }
    do {
      return try body(store)
    } catch let error as DamagedArtifact {
      throw KitError(
        .storeDamaged, "the result of \(step) in the store is damaged (\(error.detail))",
        hint: "voimo build \(step) makes it again")
    }
  }

  /// Whether a step's result is there and up to date.
  func isMade(_ step: StepID) -> Bool { (try? result(of: step)) != nil }

  func result(of step: StepID) throws -> StepResult {
    guard case .reuse(let result)? = try decision(on: step) else { throw notBuilt(step) }
    return result
  }

  /// Says that a step has no result that is up to date, and under which profile it has one.
  private func notBuilt(_ step: StepID) -> KitError {
    let subject = step == StructureStep.id ? Subject.sections.rawValue : step.rawValue
    for profile in [nil] + workspace.project.profiles.map(Optional.some)
    where profile != workspace.profile && isBuilt(step, profile: profile) {
      guard let profile else {
        return KitError(
          .usage, "\(subject) is not built yet for the profile \(workspace.profile ?? "")",
          hint: "it was built without a profile: leave out --profile")
      }
      return KitError(
        .usage,
        "\(subject) is not built yet; the one that is there was made for the profile \(profile)",
        hint: "add --profile \(profile)")
    }
    let before = (try? store?.lastResult(of: step)) != nil
    let profile = workspace.profile.map { " --profile \($0)" } ?? ""
    return KitError(
      .usage,
      "\(subject) is not built yet" + (before ? " for the project as it is now" : ""),
      hint: "voimo build \(step)\(profile) makes it")
  }

  /// Whether a step has a result that is up to date under another profile.
  private func isBuilt(_ step: StepID, profile: String?) -> Bool {
    guard store != nil,
      let other = try? Workspace.open(
        folder: workspace.folder, profile: profile, reading: workspace.reading),
      let session = try? Session(other, for: .reading),
      case .reuse? = try? session.decision(on: step)
    else { return false }
    return true
  }
}

extension Array where Element == Float {
  /// The means of so many equally long pieces; fewer where there are fewer values.
  func summary(_ pieces: Int) -> [Float] {
    let count = Swift.min(pieces, self.count)
    return (0..<count).map { piece in
      let part = self[piece * self.count / count..<(piece + 1) * self.count / count]
      return part.reduce(0, +) / Float(part.count)
    }
  }
}
