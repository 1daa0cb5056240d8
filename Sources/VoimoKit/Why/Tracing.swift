import VoimoBase
import VoimoEngine
import VoimoStages
import VoimoStore

/// Follows changed inputs from a step to what made it run, before a build as after it.
///
/// Before: the plan's reasons, and what the project says now against what it said when the result
/// was put to use. After: what the history recorded of the build since which a result is in use.
final class Tracing {
  /// What is behind a step: facts of its own, and steps whose change reached it.
  struct Origin {
    var facts: [Fact] = []
    var via: [StepID] = []

    mutating func add(_ fact: Fact) { if !facts.contains(fact) { facts.append(fact) } }
    mutating func follow(_ id: StepID) { if !via.contains(id) { via.append(id) } }
  }

  private let plan: Plan
  private let sources: any TracingSources
  private var origins: [StepID: Origin] = [:]

  /// Begins to follow the steps of a plan.
  init(_ plan: Plan, sources: some TracingSources) {
    self.plan = plan
    self.sources = sources
  }

  /// What is behind a step that runs, may run, or is in use.
  func origin(of id: StepID) throws -> Origin {
    if let known = origins[id] { return known }
    // Inputs cannot form a circle; the shots that a step follows are made before it.
    origins[id] = Origin()
    let origin = try fresh(id)
    origins[id] = origin
    return origin
  }

  private func fresh(_ id: StepID) throws -> Origin {
    guard let entry = plan.entry(of: id) else { return Origin() }
    switch entry.decision {
    case .reuse(let result):
      let last = try sources.lastResult(of: id)
      if last?.key == result.key { return try recorded(entry, result) }
      // What the store has and the last build did not use is as new as what will run.
      return try live(entry, Reason.reasons(for: result.manifest, last: last), waitingFor: [])
    case .run(_, let reasons): return try live(entry, reasons, waitingFor: [])
    case .undecided(let waiting):
      return try live(entry, try ownReasons(entry), waitingFor: changing(entry) ?? waiting)
    }
  }

  /// The steps that an undecided step reads and that will probably make something new; nil for
  /// none.
  private func changing(_ entry: Plan.Entry) -> [StepID]? {
    let steps = entry.step.inputs.map(\.producer).filter { id in
      guard let producer = plan.entry(of: id) else { return false }
      switch producer.decision {
      case .reuse: return false
      case .run: return true
      case .undecided: return !producer.isLikelyReused
      }
    }
    return steps.isEmpty ? nil : steps
  }

  /// The edits of the project behind a step's reasons, for the history.
  func edits(behind reasons: [Reason], of id: StepID) throws -> [FieldEdit] {
    guard let entry = plan.entry(of: id) else { return [] }
    return try live(entry, reasons, waitingFor: []).facts.compactMap { fact in
      guard case .edit(let edit) = fact else { return nil }
      return edit
    }
  }

  // MARK: - Before a build

  private func live(
    _ entry: Plan.Entry, _ reasons: [Reason], waitingFor: [StepID]
  ) throws -> Origin {
    var origin = Origin(via: waitingFor.filter { $0 != entry.id })
    let naming = try sources.naming(for: entry.id)
    let scope = scope(of: entry)
    for reason in reasons {
      switch reason {
      case .neverBuilt:
        for edit in naming?.edits(ofRange: range(in: scope)) ?? [] { origin.add(.edit(edit)) }
        if origin.facts.isEmpty { try addFirst(entry, to: &origin) }
      case .resultMissing: origin.add(.missing)
      case .resultDamaged(let detail): origin.add(.damaged(detail))
      case .forced: origin.add(.forced)
      case .changed(let change):
        explain(change, of: entry, to: &origin) { meaning in
          naming?.edits(behind: meaning, scope: scope) ?? []
        } files: {
          naming?.edits(ofFile: $0) ?? []
        }
      }
    }
    return origin
  }

  /// What changed about a step that is undecided, as far as that is known.
  private func ownReasons(_ entry: Plan.Entry) throws -> [Reason] {
    guard let last = try sources.lastResult(of: entry.id) else { return [.neverBuilt] }
    var hashes: [String: ContentHash] = [:]
    var unknown: Set<String> = []
    for input in entry.step.inputs {
      if case .source(let file)? = plan.graph[input.producer] {
        hashes[input.name] = file.hash
      } else if case .reuse(let result)? = plan[input.producer] {
        hashes[input.name] = result.outputs[input.output]
      } else {
        unknown.insert(input.name)
      }
    }
    return Manifest(of: entry.step, inputs: hashes).difference(from: last.manifest)
      .filter { change in change.input.map { !unknown.contains($0) } ?? true }
      .map(Reason.changed)
  }

  /// A step that was never there: because the shots are others, or because nothing was.
  private func addFirst(_ entry: Plan.Entry, to origin: inout Origin) throws {
    if let shots = growth, shots != entry.id, isBehindGrowth(entry), try sources.hasBuilt,
      try reaches(shots)
    {
      origin.follow(shots)
    } else if origin.via.isEmpty {
      origin.add(.firstMade(profile: sources.profile))
    }
  }

  private func reaches(_ id: StepID) throws -> Bool {
    let origin = try origin(of: id)
    return !origin.facts.isEmpty || !origin.via.isEmpty
  }

  // MARK: - After a build

  private func recorded(_ entry: Plan.Entry, _ result: StepResult) throws -> Origin {
    var origin = Origin()
    guard let record = try sources.lastRun(of: entry.id, key: result.key) else { return origin }
    for edit in record.step.edits { origin.add(.edit(edit)) }
    let hasEdits = !record.step.edits.isEmpty
    for reason in record.step.reasons {
      switch reason {
      case .neverBuilt:
        if hasEdits { continue }
        if let shots = growth, isBehindGrowth(entry), shots != entry.id,
          let before = try use(of: shots), before.build.started == record.build.started,
          before.step.reasons != [.neverBuilt]
        {
          origin.follow(shots)
        } else {
          origin.add(.firstMade(profile: sources.profile))
        }
      case .resultMissing: origin.add(.missing)
      case .resultDamaged(let detail): origin.add(.damaged(detail))
      case .forced: origin.add(.forced)
      case .changed(let change):
        // The edits were recorded; which of them belongs to which field is of no account.
        explain(change, of: entry, to: &origin) { _ in
          record.step.edits
        } files: { _ in
          record.step.edits
        }
      }
    }
    origin.via = try origin.via.filter { id in
      guard let producer = try use(of: id) else { return false }
      return producer.build.started <= record.build.started
    }
    return origin
  }

  /// The build since which a step's result is in use, and what the step did in it.
  private func use(of id: StepID) throws -> (build: BuildRecord, step: BuildStepRecord)? {
    guard case .reuse(let result)? = plan[id] else { return nil }
    return try sources.lastRun(of: id, key: result.key)
  }

  // MARK: - One change

  private func explain(
    _ change: Change, of entry: Plan.Entry, to origin: inout Origin,
    edits: (FieldMeaning) -> [FieldEdit], files: (String) -> [FieldEdit]
  ) {
    if let name = change.input {
      explain(input: name, change, of: entry, to: &origin, edits: edits, files: files)
    } else if let parameter = change.parameter {
      let kind = entry.id.kind
      let presence =
        change.old == nil || change.new == nil
        ? FieldMeaning.ofPresence(kind: kind) : nil
      add(
        presence ?? FieldMeaning.of(parameter: parameter, kind: kind), change, to: &origin,
        edits: edits)
    } else if change.field == "version" {
      origin.add(.newerStage(entry.id.kind))
    } else {
      origin.add(.change(change))
    }
  }

  private func explain(
    input name: String, _ change: Change, of entry: Plan.Entry, to origin: inout Origin,
    edits: (FieldMeaning) -> [FieldEdit], files: (String) -> [FieldEdit]
  ) {
    let producer = entry.step.inputs.first { $0.name == name }?.producer
    if change.old == nil || change.new == nil,
      let meaning = FieldMeaning.of(input: name, kind: entry.id.kind)
    {
      let named = edits(meaning)
      for edit in named { origin.add(.edit(edit)) }
      if meaning == .shots, let growth { origin.follow(growth) }
      if !named.isEmpty || meaning == .shots { return }
    }
    guard let producer else { return origin.add(.change(change)) }
    guard case .source(let file)? = plan.graph[producer] else { return origin.follow(producer) }
    let named = files(FieldMeaning.field(naming: producer))
    for edit in named { origin.add(.edit(edit)) }
    if named.isEmpty {
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      origin.add(.otherContent(file: name))
    }
  }

  private func add(
    _ meaning: FieldMeaning?, _ change: Change, to origin: inout Origin,
    edits: (FieldMeaning) -> [FieldEdit]
  ) {
    switch meaning {
    case .software(let part)?:
      origin.add(.otherPart(part, old: change.old, new: change.new))
    case .shots?:
      if let growth { origin.follow(growth) } else { origin.add(.change(change)) }
    case .fields(let patterns)?:
      let named = edits(.fields(patterns))
      for edit in named { origin.add(.edit(edit)) }
      guard named.isEmpty else { return }
      // Without a record of what the project said, the manifest's values have to do.
      let name = patterns[0].replacing("sections.*.", with: "")
      origin.add(.edit(FieldEdit(field: name, old: change.old, new: change.new)))
    case .timeRanges?:
      let named = edits(.timeRanges)
      for edit in named { origin.add(.edit(edit)) }
      if named.isEmpty { origin.add(.change(change)) }
    case nil: origin.add(.change(change))
    }
  }

  // MARK: - Places

  /// The step that decides what other steps there are.
  private var growth: StepID? { sources.growth }

  private func isBehindGrowth(_ entry: Plan.Entry) -> Bool {
    sources.kindsBehindGrowth.contains(entry.id.kind)
  }

  /// The section, and the time range in it, whose look a step has.
  func scope(of entry: Plan.Entry) -> String? {
    // A shot's step reads, by way of its keyframe, the prompts of its section or stretch.
    switch entry.step {
    case is PromptsStep: entry.id.scope
    case let keyframe as KeyframeStep: scope(of: keyframe.prompts)
    case let depth as DepthStep: scope(of: depth.picture)
    case let upscaled as UpscaledStep: scope(of: upscaled.picture)
    case let frames as FramesStep: scope(of: frames.keyframe)
    case let segment as SegmentStep:
      switch segment.frames {
      case .drawn(let drawn): scope(of: drawn.keyframe)
      case .stored(let stored): stored.pieces.first.flatMap { scope(of: $0) }
      }
    default: nil
    }
  }

  private func scope(of keyframe: [KeyframePart: StepOutput]) -> String? {
    KeyframePart.allCases.lazy.compactMap { keyframe[$0] }.first.flatMap { scope(of: $0) }
  }

  private func scope(of output: StepOutput) -> String? {
    plan.entry(of: output.step).flatMap { scope(of: $0) }
  }

  private func range(in scope: String?) -> String {
    scope?.split(separator: "@", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
  }
}

/// What following changes needs to know of the past.
protocol TracingSources {
  /// The profile that is asked about; nil for none.
  var profile: String? { get }
  /// Whether anything was built under the profile.
  var hasBuilt: Bool { get throws }
  /// The step whose value the graph grows by, and the kinds of step that then come.
  var growth: StepID? { get }
  var kindsBehindGrowth: [String] { get }

  /// What a step last came to under the profile.
  func lastResult(of id: StepID) throws -> StepResult?
  /// What a step did in the last build that put a result to use.
  func lastRun(of id: StepID, key: ContentHash) throws
    -> (build: BuildRecord, step: BuildStepRecord)?
  /// What the project says against what it said when the step's last result was put to use; nil
  /// where that is forgotten.
  func naming(for id: StepID) throws -> EditNaming?
}
