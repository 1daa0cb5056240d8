import VoimoBase

/// Lays a profile over a file, as written values, before anybody reads them.
enum ProfileMerge {
  /// The profile that every file has.
  static let draftName = "draft"

  /// Names that `--profile` takes for a file, sorted.
  static func names(in root: WrittenValue) -> [String] {
    let own = root["profiles"]?.entries.map(\.key).filter { SectionLabel.isValid($0) } ?? []
    return Set(own + [draftName]).sorted()
  }

  /// The file with a profile over it; nil for the file alone.
  ///
  /// Mappings are merged key by key, all else is replaced. `draft` begins with the built-in one.
  static func merged(_ root: WrittenValue, profile: String?) -> WrittenValue {
    var result = expanded(root)
    guard let profile else { return result }
    if profile == draftName { result = merge(draft(of: result), over: result, path: "") }
    if let own = root["profiles"]?[profile] {
      result = merge(expanded(own), over: result, path: "")
    }
    return result
  }

  /// What is written nowhere has this place.
  static let nowhere = SourceSpan(line: 0, column: 0)

  /// The built-in profile, which makes a film on every machine: small, and of pictures that are
  /// painted or there.
  private static func draft(of root: WrittenValue) -> WrittenValue {
    let render = mapping([
      ("width", scalar("480")), ("fps", scalar("12")), ("quality", scalar("draft")),
    ])
    let type = root["backends"]?["image"]?["type"]?.text
    if type == nil || draftTypes.contains(type ?? "") { return mapping([("render", render)]) }
    let image = mapping([("type", scalar(painter))])
    return mapping([("render", render), ("backends", mapping([("image", image)]))])
  }

  /// The back end that paints on every machine.
  static let painter = "painter"
  /// Back ends for pictures that the profile `draft` leaves as they are.
  static let draftTypes: Set = [painter, "files", BackendChoice.auto]

  private static func merge(
    _ overlay: WrittenValue, over base: WrittenValue, path: String
  ) -> WrittenValue {
    guard case .mapping(let changes) = overlay.content, case .mapping(var entries) = base.content
    else { return overlay.isEmpty ? base : overlay }
    if path == "render" { entries = size(of: entries, changedBy: changes) }
    if path == "motion", changes.contains(where: { $0.key == "preset" }) { entries = [] }
    // Another back end has other settings.
    let type = changes.first { $0.key == "type" }?.value.text
    if path == "backends.", let type, type != base["type"]?.text { entries = [] }
    for change in changes {
      if let index = entries.firstIndex(where: { $0.key == change.key }) {
        let below = path == "backends" ? "backends." : change.key
        entries[index].value = merge(change.value, over: entries[index].value, path: below)
        entries[index].keySpan = change.keySpan
      } else {
        entries.append(change)
      }
    }
    // Whoever asks where this stands is shown the profile's line, where the last word was said.
    let span = overlay.span == nowhere ? base.span : overlay.span
    return WrittenValue(content: .mapping(entries), span: span)
  }

  /// Makes room for a new size: what remains of the old one is its shape.
  private static func size(
    of entries: [WrittenEntry], changedBy changes: [WrittenEntry]
  ) -> [WrittenEntry] {
    let sizes: Set = ["width", "height", "aspect"]
    let changed = Set(changes.map(\.key)).intersection(sizes)
    guard !changed.isEmpty else { return entries }
    var rest = entries.filter { !sizes.contains($0.key) }
    if changed.isSuperset(of: ["width", "height"]) { return rest }
    func pixels(_ key: String) -> Int? {
      entries.first { $0.key == key }?.value.text.flatMap { NumberText.integer($0) }
    }
    let (width, height) = (pixels("width"), pixels("height"))
    if changed == ["aspect"] {
      guard let width, let height else {
        return rest + entries.filter { $0.key == "width" || $0.key == "height" }
      }
      let aspect = changes.first { $0.key == "aspect" }?.value.text.flatMap { Aspect($0) }
      let isTall = aspect.map { $0.width < $0.height } ?? false
      return rest + [entry(isTall ? "width" : "height", "\(min(width, height))")]
    }
    if changed.contains("aspect") { return rest }
    if let width, let height {
      rest.append(entry("aspect", "\(width):\(height)"))
    } else {
      rest += entries.filter { $0.key == "aspect" }
    }
    return rest
  }

  /// The file with its short forms written out: `crop: 0:30-1:00` as `start` and `end`.
  private static func expanded(_ root: WrittenValue) -> WrittenValue {
    guard case .mapping(let entries) = root.content else { return root }
    return WrittenValue(
      content: .mapping(
        entries.map { entry in
          var entry = entry
          switch (entry.key, entry.value.content) {
          case (let name, .scalar) where shortForms[name] != nil:
            entry.value = wrapped(entry.value, as: shortForms[name] ?? "")
          case ("crop", .scalar(let text, _)): entry.value = crop(entry.value, text)
          case ("image", .scalar): entry.value = wrapped(entry.value, as: "file")
          case ("images", .scalar), ("images", .list):
            entry.value = wrapped(entry.value, as: "files")
          case ("backends", .mapping(let ports)):
            entry.value.content = .mapping(
              ports.map { port in
                guard port.value.text != nil else { return port }
                return WrittenEntry(
                  key: port.key, keySpan: port.keySpan, value: wrapped(port.value, as: "type"))
              })
          case ("sections", .mapping(let sections)):
            entry.value.content = .mapping(
              sections.map { section in
                var section = section
                section.value = expanded(section.value)
                return section
              })
          default: break
          }
          return entry
        }), span: root.span)
  }

  /// The field that a text stands for in place of a mapping, by the mapping's key.
  private static let shortForms = FileFormat.short.reduce(into: [String: String]()) {
    forms, group in
    forms[group.name] = group.short
  }

  private static func wrapped(_ value: WrittenValue, as key: String) -> WrittenValue {
    guard !value.isEmpty else { return value }
    let entry = WrittenEntry(key: key, keySpan: value.span, value: value)
    return WrittenValue(content: .mapping([entry]), span: value.span)
  }

  private static func crop(_ value: WrittenValue, _ text: String) -> WrittenValue {
    guard ProjectTime.range(text) != nil else { return value }
    let parts = text.split { $0 == "-" || $0 == "–" }.map { part in
      WrittenValue(
        content: .scalar(String(part.filter { $0 != " " }), plain: true), span: value.span)
    }
    let entries = zip(["start", "end"], parts).map {
      WrittenEntry(key: $0, keySpan: value.span, value: $1)
    }
    return WrittenValue(content: .mapping(entries), span: value.span)
  }

  private static func entry(_ key: String, _ text: String) -> WrittenEntry {
    WrittenEntry(key: key, keySpan: nowhere, value: scalar(text))
  }

  private static func scalar(_ text: String) -> WrittenValue {
    WrittenValue(content: .scalar(text, plain: true), span: nowhere)
  }

  private static func mapping(_ entries: [(String, WrittenValue)]) -> WrittenValue {
    WrittenValue(
      content: .mapping(
        entries.map { WrittenEntry(key: $0.0, keySpan: nowhere, value: $0.1) }), span: nowhere)
  }
}
