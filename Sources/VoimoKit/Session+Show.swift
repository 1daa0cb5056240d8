import Foundation
import VoimoBase
import VoimoEngine
import VoimoLyrics
import VoimoStages

extension Session {
  /// What a target has made, as it stands in the store.
  ///
  /// - Throws: `KitError` for what is not made yet, `UnknownTarget`.
  package func show(_ target: String) throws -> Exhibit {
    switch target {
    case "sections", "structure":
      return .sections(try value(SongStructure.self, of: "structure").sections)
    case "beats", "features":
      return .beats(try value(SongBeats.self, of: "features"))
    case "shots":
      return .shots(try value(ShotList.self, of: "shots"))
    case "lyrics":
      guard recipe.lyrics != nil else {
        throw KitError(.usage, "this project has no lyrics", hint: "lyrics: words.txt adds them")
      }
      return .lyrics(try ArtifactJSON.decode(Lyrics.self, from: bytes(of: "lyrics", "lyrics")))
    default:
      return try files(Target(target))
    }
  }

  private func files(_ target: Target) throws -> Exhibit {
    let entries = try plan([target]).entries.filter { target.matches($0.id) }
    let results = try entries.map { entry in
      guard case .reuse(let result) = entry.decision else { throw notMade(entry.id) }
      return (entry.id, result)
    }
    if results.allSatisfy({ $0.0.kind == "prompts" }), !results.isEmpty {
      return .prompts(
        try results.map { ($0.0, try ArtifactJSON.decode(PromptSet.self, from: $0.1.value)) })
    }
    let files = results.flatMap { id, result in
      result.outputs.filter { $0.key != StepInput.value }.sorted { $0.key < $1.key }
        .map {
          (results.count > 1 ? "\(id) \($0.key)" : $0.key, $0.value, result.sizes[$0.key] ?? 0)
        }
    }
    guard !files.isEmpty else {
      throw KitError(.usage, "\(target) has made nothing that can be shown")
    }
    return .files(files.map { ($0.0, self.results.path(of: $0.1), $0.2) })
  }

  private func value<Value: Decodable>(_ type: Value.Type, of step: StepID) throws -> Value {
    try ArtifactJSON.decode(type, from: result(of: step).value)
  }

  private func bytes(of step: StepID, _ output: String) throws -> [UInt8] {
    guard let blob = try result(of: step).outputs[output] else { throw notMade(step) }
    let path = results.path(of: blob)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw KitError(.storeDamaged, "\(path) can't be read")
    }
    return [UInt8](data)
  }

  private func result(of step: StepID) throws -> StepResult {
    guard case .reuse(let result) = try plan([Target(step.rawValue)])[step] else {
      throw notMade(step)
    }
    return result
  }

  private func notMade(_ step: StepID) -> KitError {
    KitError(.usage, "\(step) is not made yet", hint: "voimo build \(step) makes it")
  }
}
