/// What the painter knows, as the tables of its page in the guide.
package enum PainterManual {
  /// The tables in Markdown, from the vocabulary itself.
  package static var tables: String {
    [
      section(
        "Places", "Place", Vocabulary.places,
        kinds: SceneKind.allCases.map { ("place \($0.rawValue)", $0.words) }),
      section(
        "Hours", "Hour", Vocabulary.hours,
        kinds: Light.allCases.map { ("hour \($0.rawValue)", $0.rawValue) }),
      section(
        "Weather", "Weather", Vocabulary.weathers,
        kinds: Weather.allCases.map { ("weather \($0.rawValue)", $0.rawValue) }),
      things, nouns, styles,
    ].joined(separator: "\n")
  }

  /// Words and phrases of a language, `en` or `ja`, that name something which could be seen, in
  /// order; not those that only make one think of a place or an hour.
  package static func words(in code: String) -> [String] {
    let known = Language(rawValue: code).flatMap { Vocabulary.entries[$0] } ?? [:]
    return known.filter(\.value.isConcrete).map(\.key).sorted()
  }

  /// Rows of the first words of each kind.
  private static func section(
    _ title: String, _ head: String, _ table: String, kinds: [(prefix: String, name: String)]
  ) -> String {
    var lines = ["### \(title)", "", "| \(head) | Words, among others |", "|---|---|"]
    for kind in kinds {
      let words = english(table) { $0.hasPrefix(kind.prefix) && !$0.hasPrefix("hour?") }
      if !words.isEmpty { lines.append("| \(kind.name) | \(list(words)) |") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static var things: String {
    var lines = [
      "### Things that are drawn", "", "| Thing | Where | Words, among others |", "|---|---|---|",
    ]
    for thing in Detail.allCases where thing.isNameable {
      let words = english(Vocabulary.things + "\n" + Vocabulary.scenery) { meaning in
        meaning == "person"
          ? thing == .figure
          : meaning.split(separator: " ").prefix(2) == ["thing", thing.rawValue[...]]
      }
      let scenes = SceneKind.allCases.filter { $0.draws(thing) }
      let isEverywhere = scenes.count == SceneKind.allCases.count
      lines.append(
        "| \(thing.rawValue) | \(isEverywhere ? "everywhere" : scenes.map(\.rawValue).joined(separator: ", ")) | \(list(words)) |"
      )
    }
    for pose in Pose.allCases {
      let words = english(Vocabulary.people) { $0 == "action + pose \(pose.rawValue)" }
      lines.append("| people \(pose.rawValue) | where people stand | \(list(words)) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static var nouns: String {
    var lines = [
      "### Known, and not drawn", "",
      "These have no drawing. The painter shows the place where they are at home, and says so.", "",
      "| Kind | Shown in its place | Words, among others |", "|---|---|---|",
    ]
    for kind in Category.allCases {
      for scene in SceneKind.allCases {
        let words = english(Vocabulary.nouns) { $0 == "noun \(kind.rawValue) \(scene.rawValue)" }
        if !words.isEmpty { lines.append("| \(kind.rawValue) | \(scene.words) | \(list(words)) |") }
      }
    }
    let entries = Vocabulary.entries[.english] ?? [:]
    let actions = english(Vocabulary.nouns) { $0 == "action" }.filter { entries[$0]?.pose == nil }
    lines.append("| action | nothing moves so | \(list(actions)) |")
    return lines.joined(separator: "\n") + "\n"
  }

  private static var styles: String {
    var lines = [
      "### Styles and artists", "", "| Brush | Colors of its own | Names and words |",
      "|---|---|---|",
    ]
    for row in Vocabulary.rows(of: Vocabulary.styles) {
      let words = row.meaning.split(separator: " ").map(String.init)
      let palette = words.count > 1 && words[1] != "-" ? words[1] : ""
      let names = row.phrases.flatMap(\.phrases).filter {
        !$0.unicodeScalars.contains(where: PromptTokens.isJapanese)
      }
      lines.append(
        "| \(words.first.flatMap(Brush.init(rawValue:))?.words ?? "") | \(palette) | \(list(names, atMost: 60)) |"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func english(_ table: String, _ isWanted: (String) -> Bool) -> [String] {
    Vocabulary.rows(of: table).filter { isWanted($0.meaning) }
      .flatMap { $0.phrases.filter { $0.language == .english }.flatMap(\.phrases) }
      .filter { !($0.unicodeScalars.first.map(PromptTokens.isEmoji) ?? false) }
  }

  private static func list(_ words: [String], atMost limit: Int = 24) -> String {
    words.prefix(limit).joined(separator: ", ")
  }
}
