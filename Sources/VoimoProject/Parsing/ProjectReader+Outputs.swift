import VoimoBase

/// What to write into `out/`.
extension ProjectReader {
  /// Reads the list, and says what its entries have against each other, the crop and profiles.
  mutating func readOutputs(_ root: WrittenValue) {
    guard case .list(let values)? = root["outputs"]?.content else { return }
    var outputs: [Output] = []
    var names = Names(
      written: values.compactMap { FieldValues(written: $0)[OutputFields.name] })
    for (index, value) in values.enumerated() {
      let path = "outputs[\(index)]"
      if let text = value.text {
        guard let word = OutputFields.Word(rawValue: text) else { continue }
        outputs.append(output(word, at: value.span, &names))
      } else if !value.entries.isEmpty {
        let fields = FieldValues(written: value)
        let output = self.output(fields, at: value.span, path: path, &names)
        if let output { outputs.append(output) }
      } else if case .mapping = value.content {
        error(.emptyOutput(path), value.span)
      }
    }
    if !outputs.isEmpty { project.outputs = outputs }
    checkNames(of: values, profiles: ProfileMerge.names(in: root))
  }

  private mutating func output(
    _ word: OutputFields.Word, at span: SourceSpan, _ names: inout Names
  ) -> Output {
    if word == .film { return .film }
    if let format = SubtitleFormat(rawValue: word.rawValue) { return .subtitles(format) }
    guard let preset = Preset(rawValue: word.rawValue) else {
      preconditionFailure("the word \(word) is neither a format nor a preset")
    }
    return .rendition(Rendition(name: names.new(preset.rawValue), preset: preset, span: span))
  }

  private mutating func output(
    _ fields: FieldValues, at span: SourceSpan, path: String, _ names: inout Names
  ) -> Output? {
    let keys = fields.written?.entries.map(\.key).filter { !$0.hasPrefix("x-") } ?? []
    if fields.span(of: OutputFields.thumbnail) != nil {
      if let other = keys.first(where: { $0 != OutputFields.thumbnail.name && $0 != "name" }) {
        error(.thumbnailAlone(path, beside: other), fields.written?[other]?.span)
      }
      guard let time = fields[OutputFields.thumbnail] else { return nil }
      let place = fields.span(of: OutputFields.thumbnail)
      if isCropped(time, time) {
        error(
          .outsideCrop(
            "\(path).thumbnail", "\(time)", start: project.crop.start, end: project.crop.end), place
        )
      }
      let name = fields[OutputFields.name] ?? names.new(OutputFields.thumbnail.name)
      return .thumbnail(Thumbnail(time: time, name: name, span: place ?? span))
    }
    let marks: Set = [OutputFields.preset.name, OutputFields.clip.name, OutputFields.name.name]
    guard !marks.isDisjoint(with: keys) else {
      error(.emptyOutput(path), span)
      return nil
    }
    let preset = fields[OutputFields.preset] ?? .clip
    var rendition = Rendition(
      name: fields[OutputFields.name] ?? names.new(preset.rawValue), preset: preset, span: span)
    rendition.clip = fields[OutputFields.clip]
    rendition.aspect = fields[OutputFields.aspect]
    rendition.width = fields[OutputFields.width]
    rendition.height = fields[OutputFields.height]
    rendition.fps = fields[OutputFields.fps]
    rendition.audio = fields[OutputFields.audio]
    rendition.subtitles = fields[OutputFields.subtitles]
    check(rendition, fields, path)
    return .rendition(rendition)
  }

  /// What two fields of a rendition say against each other, or against the film.
  private mutating func check(_ rendition: Rendition, _ fields: FieldValues, _ path: String) {
    let preset = rendition.preset
    let facts = preset.facts
    if fields[OutputFields.preset] == .clip, fields.span(of: OutputFields.clip) == nil {
      error(.clipMissing(path), fields.span(of: OutputFields.preset))
    }
    if let audio = rendition.audio, audio != .none, !facts.hasSound {
      error(.silentOutput(path, preset), fields.span(of: OutputFields.audio))
    }
    if rendition.subtitles == .soft, facts.ending != ".mp4" {
      error(.trackless(path, preset), fields.span(of: OutputFields.subtitles))
    }
    if preset == .gif, let fps = rendition.fps, fps.framesPerSecond > 50 {
      error(.tooFast(path, preset, most: 50), fields.span(of: OutputFields.fps))
    }
    if case .range(let start, let end)? = rendition.clip {
      if isCropped(start, end) {
        error(
          .outsideCrop(
            "\(path).clip", "\(start)-\(end)", start: project.crop.start, end: project.crop.end),
          fields.span(of: OutputFields.clip))
      }
      for message in rendition.problems(length: end - start) {
        warning(message, fields.span(of: OutputFields.clip))
      }
    }
    checkSize(of: rendition, fields, path)
  }

  private mutating func checkSize(of rendition: Rendition, _ fields: FieldValues, _ path: String) {
    let size = project.size(of: rendition)
    if let width = rendition.width, let height = rendition.height, let aspect = rendition.aspect,
      !aspect.fits((width, height))
    {
      let text = fields.text(of: OutputFields.aspect) ?? "\(aspect)"
      error(.sizeConflict(path, width, height, text), fields.span(of: OutputFields.aspect))
    } else if !RenderFields.sides.contains(size.width) || !RenderFields.sides.contains(size.height)
    {
      error(
        .sizeTooLarge(path, size.width, size.height),
        fields.span(of: OutputFields.width) ?? fields.span(of: OutputFields.height)
          ?? fields.span(of: OutputFields.aspect))
    }
  }

  /// Whether the crop, as written, leaves out some of a time range; with `snap` only the song
  /// tells.
  private func isCropped(_ start: Seconds, _ end: Seconds) -> Bool {
    guard project.crop.snap == .none else { return false }
    return start < (project.crop.start ?? .zero) || end > (project.crop.end ?? Seconds(.infinity))
  }

  /// Says which written names are taken, and which outputs are equal.
  private mutating func checkNames(of values: [WrittenValue], profiles: [String]) {
    var names: Set<String> = []
    for (index, value) in values.enumerated() {
      let fields = FieldValues(written: value)
      guard let name = fields[OutputFields.name] else { continue }
      let (path, span) = ("outputs[\(index)].name", fields.span(of: OutputFields.name))
      if profiles.contains(name) {
        error(.takenName(path, name, by: "a profile, whose films are called so"), span)
      } else if Names.ofPages.contains(name) {
        error(.takenName(path, name, by: "what another file of the film is called"), span)
      } else if !names.insert(name).inserted {
        error(.sameName(path, name), span)
      }
    }
    var seen: [Rendition: String] = [:]
    for rendition in project.renditions {
      var bare = rendition
      (bare.name, bare.span) = ("", ProfileMerge.nowhere)
      if let first = seen[bare] {
        guard let index = values.firstIndex(where: { $0.span == rendition.span }) else { continue }
        // Of words the check has told, and of what is written wrongly nobody knows what it means.
        let isWhole = FormatCheck.problems(
          of: values[index], as: .fields(OutputFields.rows), path: ""
        ).isEmpty
        if isWhole { error(.sameOutput("outputs[\(index)]", as: first), rendition.span) }
      } else {
        seen[bare] = rendition.name
      }
    }
  }

  /// Gives outputs names that nothing else has.
  private struct Names {
    /// What the film's own pages are called.
    static let ofPages: Set = ["film", "poster", "contact-sheet", "waveform"]
    private var taken: Set<String>

    init(written: [String]) { taken = Set(written) }

    /// `shorts`, then `shorts-2`.
    mutating func new(_ word: String) -> String {
      var (name, number) = (word, 1)
      while !taken.insert(name).inserted {
        number += 1
        name = "\(word)-\(number)"
      }
      return name
    }
  }
}
