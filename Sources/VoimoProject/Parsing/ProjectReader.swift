import VoimoBase

/// Turns written values, with short forms written out, into a project.
///
/// Every value comes through the table of fields. What is said here concerns several fields at
/// once; `FormatCheck` has said what is wrong with a single one.
struct ProjectReader {
  let root: FieldValues
  var project: Project
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a file that a profile has been merged over.
  static func read(_ root: WrittenValue, sourceName: String) -> (Project, [Diagnostic]) {
    var reader = ProjectReader(
      root: FieldValues(written: root), project: Project(audio: AudioSource(path: "")))
    reader.project.sourceName = sourceName
    reader.notePlaces(of: root, path: "")
    reader.readRender(reader.root[FileFormat.render])
    reader.readSong()
    reader.readCrop(reader.root[FileFormat.crop])
    reader.readStructure(root)
    reader.readShots(reader.root[FileFormat.shots])
    reader.readLook()
    reader.readSections(root["sections"])
    reader.readSubtitles(reader.root[FileFormat.subtitles])
    reader.readModel()
    reader.readBackends(root["backends"])
    reader.project.images = reader.images(root["images"], "images")
    reader.readOutputs(root)
    return (reader.project, reader.diagnostics)
  }

  private init(root: FieldValues, project: Project) {
    self.root = root
    self.project = project
  }

  private mutating func readSong() {
    let audio = root[FileFormat.audio]
    if let path = path("audio", AudioFields.file, in: audio) {
      project.audio = AudioSource(path: path, stream: audio[AudioFields.stream])
    }
    let song = root[FileFormat.song]
    project.song.title = song[SongFields.title]
    project.song.artist = song[SongFields.artist]
    project.song.album = song[SongFields.album]
    project.song.language = song[SongFields.language]
    let lyrics = root[FileFormat.lyrics]
    if let path = path("lyrics", LyricsFields.file, in: lyrics) {
      project.lyrics = LyricsSource(
        path: path, offset: seconds(lyrics[LyricsFields.offset]),
        encoding: lyrics[LyricsFields.encoding])
    }
  }

  private mutating func readCrop(_ crop: FieldValues) {
    project.crop.start = crop[CropFields.start]
    project.crop.end = crop[CropFields.end]
    project.crop.fadeIn = seconds(crop[CropFields.fadeIn])
    project.crop.fadeOut = seconds(crop[CropFields.fadeOut])
    project.crop.snap = crop[CropFields.snap]
    guard let end = project.crop.end else { return }
    let start = project.crop.start ?? .zero
    let fades = project.crop.fadeIn + project.crop.fadeOut
    if end <= start {
      error(.invertedCrop(start, end), crop.span(of: CropFields.end))
    } else if fades > end - start {
      error(
        .fadesTooLong(fades, end - start),
        crop.span(of: CropFields.fadeOut) ?? crop.span(of: CropFields.fadeIn))
    }
  }

  private mutating func readStructure(_ root: WrittenValue) {
    guard case .list(let values) = root["structure"]?.content else {
      project.structurePath = path("structure", FileFormat.structurePath, in: self.root)
      return
    }
    let (sections, problems) = DeclaredSection.read(values, file: project.sourceName)
    diagnostics += problems
    if !sections.isEmpty { project.structure = sections }
  }

  private mutating func readShots(_ shots: FieldValues) {
    var settings = ShotSettings()
    settings.length = MusicalLength(shots[ShotFields.length], at: project.render.fps)
    settings.min = seconds(shots[ShotFields.min])
    settings.max = seconds(shots[ShotFields.max])
    let isMaxWritten = shots.span(of: ShotFields.max) != nil
    if !isMaxWritten { settings.max = max(settings.max, settings.min) }
    settings.transition = shots[ShotFields.transition]
    settings.transitionLength = seconds(shots[ShotFields.transitionLength])
    project.shots = settings
    if settings.max < settings.min || settings.max <= .zero {
      let span = shots.span(of: ShotFields.max) ?? shots.span(of: ShotFields.min)
      error(.shotBounds("shots.max \(settings.max) is below shots.min \(settings.min)"), span)
    } else if case .seconds(let length) = settings.length,
      let span = shots.span(of: ShotFields.length), length < settings.min || length > settings.max
    {
      error(
        .shotBounds("shots.length \(length) is not between \(settings.min) and \(settings.max)"),
        span)
    }
    if settings.transitionLength <= .zero {
      error(
        .shotBounds("shots.transition_length must be above 0"),
        shots.span(of: ShotFields.transitionLength))
    }
  }

  private mutating func readLook() {
    project.theme = root[FileFormat.theme]
    project.artist = root[FileFormat.artist]
    project.filePrompt = root[FileFormat.prompt]
    project.negativePrompt = root[FileFormat.negativePrompt]
    project.seed = root[FileFormat.seed]
    project.motion = motion(root[FileFormat.motion]) ?? MotionSettings()
    project.animation = root[FileFormat.animation]
    if let artist = project.artist, let performer = project.song.artist,
      artist.lowercased() == performer.lowercased()
    {
      warning(.sameArtist(artist), root.span(of: FileFormat.artist))
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
      let values = FieldValues(written: entry.value)
      var section = SectionOverride(selector: selector, key: entry.key, span: entry.keySpan)
      section.prompt = values[SectionFields.prompt]
      section.theme = values[SectionFields.theme]
      section.artist = values[SectionFields.artist]
      section.negativePrompt = values[SectionFields.negativePrompt]
      section.seed = values[SectionFields.seed]
      section.take = values[SectionFields.take]
      section.motion = motion(values[SectionFields.motion])
      section.image = images(entry.value["image"], "sections.\(entry.key).image")
      section.animation = values[SectionFields.animation]
      project.sections.append(section)
    }
    ranges.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    for (first, second) in zip(ranges, ranges.dropFirst()) where second.start < first.end {
      let shared = min(first.end, second.end) - second.start
      error(.overlap(first.entry.key, second.entry.key, by: shared), second.entry.keySpan)
    }
  }

  private mutating func readSubtitles(_ subtitles: FieldValues) {
    var settings = SubtitleSettings()
    settings.style = subtitles[SubtitleFields.style]
    settings.position = subtitles[SubtitleFields.position]
    settings.burn = subtitles[SubtitleFields.burn]
    settings.size = subtitles[SubtitleFields.size]
    settings.font = subtitles[SubtitleFields.font]
    settings.color = subtitles[SubtitleFields.color]
    settings.highlight = subtitles[SubtitleFields.highlight]
    if settings.style == .soft, settings.burn == true {
      error(.softBurned, subtitles.span(of: SubtitleFields.burn))
    }
    project.subtitles = settings
  }

  private mutating func readRender(_ render: FieldValues) {
    project.render.quality = render[RenderFields.quality]
    project.render.fps = render[RenderFields.fps]
    let (width, height) = (render[RenderFields.width], render[RenderFields.height])
    let widthSpan = render.span(of: RenderFields.width)
    let heightSpan = render.span(of: RenderFields.height)
    // A side that is written and wrong has been complained about; no other is worked out from it.
    if widthSpan != nil && width == nil || heightSpan != nil && height == nil { return }
    let aspect = render[RenderFields.aspect]
    let size: (width: Int, height: Int)
    switch (width, height) {
    case (let width?, let height?):
      size = (width, height)
      if let span = render.span(of: RenderFields.aspect), !aspect.fits(size) {
        error(
          .sizeConflict(
            "render", width, height, render.text(of: RenderFields.aspect) ?? "\(aspect)"), span)
      }
    case (let width?, nil): size = (width, aspect.height(forWidth: width))
    case (nil, let height?): size = (aspect.width(forHeight: height), height)
    case (nil, nil):
      size = aspect.size(shorterSide: 720)
    }
    guard RenderFields.sides.contains(size.width), RenderFields.sides.contains(size.height) else {
      error(.sizeTooLarge("render", size.width, size.height), widthSpan ?? heightSpan)
      return
    }
    (project.render.width, project.render.height) = size
  }
}

// MARK: - Single values

extension ProjectReader {
  private func seconds(_ length: ProjectTime.Length) -> Seconds {
    length.seconds(at: project.render.fps)
  }

  private mutating func path(
    _ name: String, _ field: Field<String?>, in values: FieldValues
  ) -> String? {
    guard let path = values[field] else { return nil }
    noteReach(path, name, values.span(of: field))
    return path
  }

  /// Warns of a path that whoever clones the project will not have.
  mutating func noteReach(_ path: String, _ name: String, _ span: SourceSpan?) {
    if PathText.reach(path) == .outside { warning(.outsideProject(name, path), span) }
  }

  private func motion(_ values: FieldValues) -> MotionSettings? {
    guard !values.isEmpty else { return nil }
    var motion = MotionSettings()
    motion.preset = values[MotionFields.preset]
    motion.zoom = values[MotionFields.zoom]
    motion.panX = values[MotionFields.panX]
    motion.panY = values[MotionFields.panY]
    motion.rotate = values[MotionFields.rotate]
    motion.push = values[MotionFields.push]
    motion.sway = values[MotionFields.sway]
    motion.beat = values[MotionFields.beat]
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

  mutating func error(_ message: Diagnostic.Message, _ span: SourceSpan?) {
    add(.error, message, span)
  }

  mutating func warning(_ message: Diagnostic.Message, _ span: SourceSpan?) {
    add(.warning, message, span)
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ message: Diagnostic.Message, _ span: SourceSpan?
  ) {
    let place = span == ProfileMerge.nowhere ? nil : span
    diagnostics.append(Diagnostic(severity, message, file: project.sourceName, span: place))
  }
}
