import VoimoBase

/// Turns written values, with short forms written out, into a project.
///
/// Says only what concerns several fields at once; `FormatCheck` has said what is wrong with a
/// single one, and such a value counts here as left out.
struct ProjectReader {
  private let root: WrittenValue
  private var project: Project
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a file that a profile has been merged over.
  static func read(_ root: WrittenValue, sourceName: String) -> (Project, [Diagnostic]) {
    var reader = ProjectReader(root: root, project: Project(audio: AudioSource(path: "")))
    reader.project.sourceName = sourceName
    reader.notePlaces(of: root, path: "")
    reader.readRender(root["render"])
    reader.readSong()
    reader.readCrop(root["crop"])
    reader.readStructure(root["structure"])
    reader.readShots(root["shots"])
    reader.readLook()
    reader.readSections(root["sections"])
    reader.readSubtitles(root["subtitles"])
    if case .list(let kinds) = root["outputs"]?.content {
      let outputs = kinds.compactMap { $0.text.flatMap(OutputKind.init(rawValue:)) }
      if !outputs.isEmpty { reader.project.outputs = outputs }
    }
    return (reader.project, reader.diagnostics)
  }

  private init(root: WrittenValue, project: Project) {
    self.root = root
    self.project = project
  }

  private mutating func readSong() {
    if let path = path("audio", root["audio"]?["file"]) {
      let stream = integer(root["audio"]?["stream"], AudioSource.streams)
      project.audio = AudioSource(path: path, stream: stream)
    }
    if let song = root["song"] {
      project.song.title = text(song["title"])
      project.song.artist = text(song["artist"])
      project.song.album = text(song["album"])
      project.song.language = text(song["language"], .language)
    }
    if let path = path("lyrics", root["lyrics"]?["file"]) {
      let offset = length(root["lyrics"]?["offset"], negative: true) ?? .zero
      project.lyrics = LyricsSource(path: path, offset: offset)
    }
  }

  private mutating func readCrop(_ crop: WrittenValue?) {
    guard let crop else { return }
    project.crop.start = crop["start"]?.text.flatMap { TimeText.time($0) }
    project.crop.end = crop["end"]?.text.flatMap { TimeText.time($0) }
    project.crop.fadeIn = length(crop["fade_in"]) ?? .zero
    project.crop.fadeOut = length(crop["fade_out"]) ?? .zero
    project.crop.snap = choice(crop["snap"]) ?? .none
    guard let end = project.crop.end else { return }
    let start = project.crop.start ?? .zero
    let fades = project.crop.fadeIn + project.crop.fadeOut
    if end <= start {
      error(.invertedCrop(start, end), crop["end"]?.span)
    } else if fades > end - start {
      error(.fadesTooLong(fades, end - start), (crop["fade_out"] ?? crop["fade_in"])?.span)
    }
  }

  private mutating func readStructure(_ structure: WrittenValue?) {
    guard case .list(let values) = structure?.content else {
      project.structurePath = path("structure", structure)
      return
    }
    let (sections, problems) = DeclaredSection.read(values, file: project.sourceName)
    diagnostics += problems
    if !sections.isEmpty { project.structure = sections }
  }

  private mutating func readShots(_ shots: WrittenValue?) {
    guard let shots else { return }
    var settings = ShotSettings()
    if let text = text(shots["length"], .length(musical: true, negative: false)) {
      switch TimeText.length(text) {
      case .beats(let number): settings.length = .beats(number)
      case .bars(let number): settings.length = .bars(number)
      default: settings.length = length(shots["length"]).map { .seconds($0) } ?? settings.length
      }
    }
    settings.min = length(shots["min"]) ?? settings.min
    settings.max = length(shots["max"]) ?? max(settings.max, settings.min)
    settings.transition = choice(shots["transition"]) ?? settings.transition
    settings.transitionLength = length(shots["transition_length"]) ?? settings.transitionLength
    project.shots = settings
    if settings.max < settings.min || settings.max <= .zero {
      let span = (shots["max"] ?? shots["min"])?.span
      error(.shotBounds("shots.max \(settings.max) is below shots.min \(settings.min)"), span)
    } else if case .seconds(let length) = settings.length, let span = shots["length"]?.span,
      length < settings.min || length > settings.max
    {
      error(
        .shotBounds("shots.length \(length) is not between \(settings.min) and \(settings.max)"),
        span)
    }
    if settings.transitionLength <= .zero {
      error(
        .shotBounds("shots.transition_length has to be above 0"), shots["transition_length"]?.span)
    }
  }

  private mutating func readLook() {
    project.theme = text(root["theme"])
    project.artist = text(root["artist"])
    project.filePrompt = prompt(root["prompt"], path: "prompt")
    project.negativePrompt = text(root["negative_prompt"])
    project.seed = integer(root["seed"], 0...Int.max) ?? Project.defaultSeed
    project.motion = motion(root["motion"]) ?? MotionSettings()
    if let model = root["model"], let name = text(model) ?? text(model["checkpoint"]) {
      let span = (model["checkpoint"] ?? model).span
      project.model = ModelReference(name: name, span: span)
    }
    if let artist = project.artist, let performer = project.song.artist,
      artist.lowercased() == performer.lowercased()
    {
      warning(.sameArtist(artist), root["artist"]?.span)
    }
  }

  private mutating func readSections(_ sections: WrittenValue?) {
    var ranges: [(start: Seconds, end: Seconds, entry: WrittenEntry)] = []
    for entry in sections?.entries ?? [] {
      guard let selector = SectionSelector(entry.key) else { continue }
      if case .range(let start, let end) = selector {
        if end <= start {
          error(.rangeOrder(entry.key), entry.keySpan)
        } else {
          ranges.append((start, end, entry))
        }
      }
      let value = entry.value
      var section = SectionOverride(selector: selector, key: entry.key, span: entry.keySpan)
      section.prompt = prompt(value["prompt"], path: "sections.\(entry.key).prompt")
      section.theme = text(value["theme"])
      section.artist = text(value["artist"])
      section.negativePrompt = text(value["negative_prompt"])
      section.seed = integer(value["seed"], 0...Int.max)
      section.take = integer(value["take"], 1...Int.max)
      section.motion = motion(value["motion"])
      project.sections.append(section)
    }
    ranges.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    for (first, second) in zip(ranges, ranges.dropFirst()) where second.start < first.end {
      let shared = min(first.end, second.end) - second.start
      error(.overlap(first.entry.key, second.entry.key, by: shared), second.entry.keySpan)
    }
  }

  private mutating func readSubtitles(_ subtitles: WrittenValue?) {
    guard let subtitles else { return }
    var settings = SubtitleSettings()
    settings.style = choice(subtitles["style"]) ?? settings.style
    settings.position = choice(subtitles["position"]) ?? settings.position
    settings.size = number(subtitles["size"], 1...20) ?? settings.size
    settings.font = text(subtitles["font"]) ?? settings.font
    settings.color = subtitles["color"]?.text.flatMap { Color(hex: $0) } ?? settings.color
    settings.highlight =
      subtitles["highlight"]?.text.flatMap { Color(hex: $0) } ?? settings.highlight
    let burn = subtitles["burn"]?.text.flatMap { Bool($0) }
    switch settings.style {
    case .none: settings.burnedIn = false
    case .soft:
      if burn == true { error(.softBurned, subtitles["burn"]?.span) }
      settings.burnedIn = false
    case .plain, .karaoke: settings.burnedIn = burn ?? true
    }
    project.subtitles = settings
  }

  private mutating func readRender(_ render: WrittenValue?) {
    guard let render else { return }
    project.render.quality = choice(render["quality"]) ?? .standard
    project.render.fps = render["fps"]?.text.flatMap { FrameRate(text: $0) } ?? .film
    let sides = 64...7680
    let width = integer(render["width"], sides).flatMap { $0 % 2 == 0 ? $0 : nil }
    let height = integer(render["height"], sides).flatMap { $0 % 2 == 0 ? $0 : nil }
    // A side that is written and wrong has been complained about; no other is worked out from it.
    if render["width"] != nil && width == nil || render["height"] != nil && height == nil { return }
    let shape = render["aspect"]?.text ?? "16:9"
    guard let aspect = Aspect(shape) else { return }
    let size: (width: Int, height: Int)
    switch (width, height) {
    case (let width?, let height?):
      size = (width, height)
      let fits =
        abs(aspect.width(forHeight: height) - width) <= 2
        || abs(aspect.height(forWidth: width) - height) <= 2
      if render["aspect"] != nil, !fits {
        error(.sizeConflict(width, height, shape), render["aspect"]?.span)
      }
    case (let width?, nil): size = (width, aspect.height(forWidth: width))
    case (nil, let height?): size = (aspect.width(forHeight: height), height)
    case (nil, nil):
      size =
        aspect.width < aspect.height
        ? (720, aspect.height(forWidth: 720)) : (aspect.width(forHeight: 720), 720)
    }
    guard sides.contains(size.width), sides.contains(size.height) else {
      error(.sizeTooLarge(size.width, size.height), (render["width"] ?? render["height"])?.span)
      return
    }
    (project.render.width, project.render.height) = size
  }
}

// MARK: - Single values

extension ProjectReader {
  private func text(_ value: WrittenValue?, _ kind: Kind = .text) -> String? {
    guard let value, case .scalar(let text, let plain) = value.content, !value.isEmpty,
      kind.problem(with: text, plain: plain) == nil
    else { return nil }
    return text
  }

  private func integer(_ value: WrittenValue?, _ range: ClosedRange<Int>) -> Int? {
    guard let number = value?.text.flatMap({ NumberText.integer($0) }), range.contains(number)
    else {
      return nil
    }
    return number
  }

  private func number(_ value: WrittenValue?, _ range: ClosedRange<Double>) -> Double? {
    guard let number = value?.text.flatMap({ NumberText.number($0) }), range.contains(number) else {
      return nil
    }
    return number
  }

  private func choice<Choice: RawRepresentable<String>>(_ value: WrittenValue?) -> Choice? {
    value?.text.flatMap { Choice(rawValue: $0) }
  }

  private func length(_ value: WrittenValue?, negative: Bool = false) -> Seconds? {
    guard let text = value?.text, let length = TimeText.length(text) else { return nil }
    let seconds: Double
    switch length {
    case .seconds(let number): seconds = number
    case .frames(let number): seconds = number / project.render.fps.framesPerSecond
    case .beats, .bars: return nil
    }
    return seconds < 0 && !negative ? nil : Seconds(seconds)
  }

  private mutating func path(_ field: String, _ value: WrittenValue?) -> String? {
    guard let path = text(value, .path), let value else { return nil }
    if PathText.reach(path) == .outside { warning(.outsideProject(field, path), value.span) }
    return path
  }

  private mutating func prompt(_ value: WrittenValue?, path: String) -> PromptOverride? {
    if case .list(let values) = value?.content {
      let texts = values.compactMap { text($0) }
      guard texts.count == values.count, let first = texts.first else { return nil }
      return texts.count == 1 ? .replace(first) : .travel(texts)
    }
    guard let text = text(value) else { return nil }
    guard text.hasPrefix("+") else { return .replace(text) }
    let words = String(text.dropFirst().drop { $0.isWhitespace })
    guard !words.isEmpty else {
      error(.noValue(path, isColor: false), value?.span)
      return nil
    }
    return .add(words)
  }

  private func motion(_ value: WrittenValue?) -> MotionSettings? {
    guard let value, !value.entries.isEmpty else { return nil }
    var motion = MotionSettings()
    motion.preset = choice(value["preset"])
    motion.zoom = number(value["zoom"], 0.25...4)
    motion.panX = number(value["pan_x"], -2...2)
    motion.panY = number(value["pan_y"], -2...2)
    motion.rotate = number(value["rotate"], -720...720)
    motion.push = number(value["push"], -2...2)
    motion.sway = number(value["sway"], 0...0.2)
    motion.beat = number(value["beat"], 0...1)
    return motion
  }

  private mutating func notePlaces(of value: WrittenValue, path: String) {
    switch value.content {
    case .scalar: break
    case .list(let values):
      for (index, value) in values.enumerated() {
        note("\(path)[\(index)]", nil, value)
      }
    case .mapping(let entries):
      for entry in entries where entry.key != "profiles" && !entry.key.hasPrefix("x-") {
        note(path.isEmpty ? entry.key : "\(path).\(entry.key)", entry.keySpan, entry.value)
      }
    }
  }

  private mutating func note(_ path: String, _ key: SourceSpan?, _ value: WrittenValue) {
    if value.span != ProfileMerge.nowhere { project.places.note(path, key: key, value: value.span) }
    notePlaces(of: value, path: path)
  }

  private mutating func error(_ message: Diagnostic.Message, _ span: SourceSpan?) {
    add(.error, message, span)
  }

  private mutating func warning(_ message: Diagnostic.Message, _ span: SourceSpan?) {
    add(.warning, message, span)
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ message: Diagnostic.Message, _ span: SourceSpan?
  ) {
    let place = span == ProfileMerge.nowhere ? nil : span
    diagnostics.append(Diagnostic(severity, message, file: project.sourceName, span: place))
  }
}
