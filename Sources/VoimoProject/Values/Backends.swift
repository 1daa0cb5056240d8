package import VoimoBase

/// A piece of work that another program, or a part of voimo, may do in more than one way.
package enum BackendPort: String, CaseIterable, Sendable {
  case listen, sections, stems, transcribe, align, prompts, image, depth, animate, style, upscale

  /// What is done there, for the manual.
  package var documentation: String {
    switch self {
    case .listen: "Hears beats, bars and what the song does."
    case .sections: "Finds where sections begin."
    case .stems: "Parts voice and accompaniment."
    case .transcribe: "Writes down the words that are sung."
    case .align: "Lays given words onto the singing."
    case .prompts: "Writes the prompts."
    case .image: "Makes the picture that a shot starts from."
    case .depth: "Tells how far away the parts of a picture are."
    case .animate: "Makes a shot's frames of its picture."
    case .style: "Paints a picture over in another manner."
    case .upscale: "Enlarges a picture."
    }
  }
}

/// What a project says about who does the work of a port.
package struct BackendChoice: Hashable, Sendable {
  /// `painter`, `sdapi`; `auto` where the file says nothing.
  ///
  /// Whether there is such a type is for others to say.
  package var type: String
  /// Everything else that is written under the port, in the file's own words, by name.
  package var settings: [String: BackendSetting]
  /// Where the type is written, else the port's value; nil where the file says nothing.
  package var span: SourceSpan?

  /// Chooses a type.
  package init(
    type: String = BackendChoice.auto, settings: [String: BackendSetting] = [:],
    span: SourceSpan? = nil
  ) {
    self.type = type
    self.settings = settings
    self.span = span
  }

  /// The type that leaves the choice to voimo.
  package static let auto = "auto"

  /// Whether the choice is left to voimo.
  package var isAuto: Bool { type == Self.auto }

  /// Names of settings that say where or how fast, never what: they change no picture, enter no
  /// key, and belong in the machine's own file.
  package static let placeSettings = Set(BackendFields.places.map(\.name))

  /// The settings that may change a result, sorted by name.
  package var parameters: [(name: String, setting: BackendSetting)] {
    settings.filter { !Self.placeSettings.contains($0.key) && !SecretText.isSecret($0.key) }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// A value under a back end, which only that back end understands.
package struct BackendSetting: Hashable, Sendable {
  /// As written, without quotes.
  package var text: String
  package var span: SourceSpan

  /// Takes a text and its place.
  package init(text: String, span: SourceSpan) {
    self.text = text
    self.span = span
  }
}

extension Project {
  /// Who is to do the work of a port; `auto` where the file says nothing.
  package func backend(_ port: BackendPort) -> BackendChoice { backends[port] ?? BackendChoice() }
}

/// Tells settings that are secret, and the one way in which a file may give them.
package enum SecretText {
  /// Whether a setting's value is a secret, by its name: `api_key`, `token`.
  package static func isSecret(_ name: String) -> Bool {
    let last = name.lowercased().split { $0 == "_" || $0 == "-" }.last ?? ""
    return words.contains(String(last))
  }

  static let words: Set = ["key", "apikey", "token", "secret", "password", "authorization"]

  /// The variable that a secret is read from: `KEY` of `${KEY}`; nil for any other text.
  package static func variable(_ text: String) -> String? {
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return nil }
    let name = text.dropFirst(2).dropLast()
    guard let first = name.utf8.first, !(0x30...0x39).contains(first), name.utf8.count <= 200,
      name.utf8.allSatisfy({
        (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
          || $0 == 0x5F
      })
    else { return nil }
    return String(name)
  }
}
