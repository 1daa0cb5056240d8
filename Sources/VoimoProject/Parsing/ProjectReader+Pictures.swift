import VoimoBase

/// Models, back ends, and pictures of the user's own.
extension ProjectReader {
  /// Reads the checkpoint and how it samples.
  mutating func readModel() {
    let model = root[FileFormat.model]
    if let name = model[ModelFields.checkpoint], let span = model.span(of: ModelFields.checkpoint) {
      project.model = ModelReference(
        checkpoint: name, sha256: model[ModelFields.sha256], loras: loras(model), span: span)
    }
    let values = root[FileFormat.sampling]
    project.sampling.sampler = values[SamplingFields.sampler]
    project.sampling.scheduler = values[SamplingFields.scheduler]
    project.sampling.steps = values[SamplingFields.steps]
    project.sampling.cfgScale = values[SamplingFields.cfgScale]
    project.sampling.clipSkip = values[SamplingFields.clipSkip]
  }

  private func loras(_ model: FieldValues) -> [Lora] {
    guard case .list(let values)? = model.written?["loras"]?.content else { return [] }
    return values.compactMap { value in
      if let name = value.text { return Lora(name: name, span: value.span) }
      let fields = FieldValues(written: value)
      guard let name = fields[LoraFields.name] else { return nil }
      return Lora(
        name: name, weight: fields[LoraFields.weight],
        span: fields.span(of: LoraFields.name) ?? value.span)
    }
  }

  /// Reads who does which work, and warns of what says where.
  mutating func readBackends(_ backends: WrittenValue?) {
    for entry in backends?.entries ?? [] {
      guard let port = BackendPort(rawValue: entry.key), !entry.value.isEmpty else { continue }
      let fields = FieldValues(written: entry.value)
      var choice = BackendChoice(
        type: fields[BackendFields.type],
        span: fields.span(of: BackendFields.type) ?? entry.value.span)
      for setting in entry.value.entries where isSetting(setting) {
        guard let text = setting.value.text else { continue }
        choice.settings[setting.key] = BackendSetting(text: text, span: setting.value.span)
        if BackendChoice.placeSettings.contains(setting.key), setting.key != "api_key" {
          warning(
            .belongsInConfig("backends.\(entry.key).\(setting.key)", text), setting.keySpan)
        }
      }
      if choice.span == ProfileMerge.nowhere { choice.span = nil }
      project.backends[port] = choice
    }
  }

  private func isSetting(_ entry: WrittenEntry) -> Bool {
    entry.key != BackendFields.type.name && !entry.key.hasPrefix("x-") && !entry.value.isEmpty
  }

  /// The pictures under a key, its short forms written out; nil where there are none.
  mutating func images(_ written: WrittenValue?, _ name: String) -> ImageSet? {
    guard let written, !written.isEmpty else { return nil }
    let values: [WrittenValue]
    switch (written.content, written["files"]?.content) {
    case (.list(let list), _), (_, .list(let list)?): values = list
    case (.mapping, .scalar?): values = [written["files"]].compactMap(\.self)
    default: values = [written]
    }
    let paths = values.compactMap { value -> ImagePath? in
      let fields = FieldValues(written: value)
      guard let path = value.text ?? fields[ImageFields.file] else { return nil }
      let span = fields.span(of: ImageFields.file) ?? value.span
      var folder = path
      while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
      noteReach(folder, name, span)
      return ImagePath(path: path, focus: fields[ImageFields.focus], span: span)
    }
    guard !paths.isEmpty else { return nil }
    return ImageSet(
      paths: paths, order: FieldValues(written: written)[ImagesFields.order])
  }
}
