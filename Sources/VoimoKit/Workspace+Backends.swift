import VoimoBackends
import VoimoBase
import VoimoProject

extension Workspace {
  /// What is wrong with the choice of back ends: types and settings that do not exist, a model that
  /// nobody loads.
  func backendProblems(_ registry: BackendRegistry) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    func say(_ message: Diagnostic.Message, _ span: SourceSpan?) {
      problems.append(Diagnostic(.error, message, file: source.name, span: span))
    }
    for port in BackendPort.allCases {
      guard let choice = project.backends[port] else { continue }
      guard let row = registry.row(port, choice) else {
        if Self.planned.contains(choice.type) {
          say(.backendNotBuilt(port, choice.type), choice.span)
        } else {
          say(
            .unknownBackend(
              port, choice.type, known: registry.types(of: port) + [BackendChoice.auto]),
            choice.span)
        }
        continue
      }
      for (name, setting) in choice.settings.sorted(by: { $0.key < $1.key })
      where !row.settings.contains(name) {
        say(.unknownSetting(port, name, type: row.type, known: row.settings), setting.span)
      }
    }
    let image = registry.row(.image, project.backend(.image))
    if let model = project.model, image?.loadsModels != true {
      say(.modelNeedsBackend(model.checkpoint), model.span)
    }
    if project.sampling != Sampling(), image?.loadsModels != true, project.profile != "draft" {
      say(.samplingNeedsModel, project.span(of: "sampling"))
    }
    return problems + animationProblems(registry)
  }

  /// What is asked of animators that they cannot do, and pictures that are missing.
  private func animationProblems(_ registry: BackendRegistry) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if project.backend(.image).type == "files", project.images == nil {
      problems.append(project.error(.filesWithoutImages, at: "backends.image"))
    }
    if project.animation == .painter, project.images != nil {
      problems.append(project.warning(.painterMovesNoPhotograph("animation"), at: "animation"))
    }
    for change in project.sections where change.animation == .painter {
      guard change.image != nil || project.images != nil else { continue }
      let path = "sections.\(change.key).animation"
      problems.append(project.warning(.painterMovesNoPhotograph(path), at: path))
    }
    return problems
  }

  /// Types that the design knows and that no row of the registry makes yet.
  private static let planned: Set = [
    "sdapi", "a1111", "comfyui", "openai", "openai-images", "command", "diffusers",
    "worker:diffusers", "worker:style", "worker:realesrgan", "realesrgan", "whisper", "spleeter",
    "demucs", "ollama", "llama",
  ]

  /// The ids of what is said when a back end is not there: such a project ends with a status of its
  /// own.
  static let missingBackend: Set = ["no-image-back-end", "back-end-not-built"]
}

extension Diagnostic.Message {
  /// A back end that is known and not built.
  static func backendNotBuilt(_ port: BackendPort, _ type: String) -> Self {
    Self(
      id: "back-end-not-built", text: "backends.\(port.rawValue): \(type) is not built yet",
      hint: "voimo build --profile draft works with what is built in")
  }

  static let samplingNeedsModel = Self(
    id: "no-image-back-end",
    text: "sampling is for an image back end that loads models, and none is chosen",
    hint: "remove it, or voimo build --profile draft paints without one")

  static let filesWithoutImages = Self(
    id: "no-pictures", text: "backends.image is files, and the project names no pictures",
    hint: "images: photos/ names a folder of them")

  /// The painter can only move what it has painted.
  static func painterMovesNoPhotograph(_ path: String) -> Self {
    Self(
      id: "painter-moves-scenes",
      text: "\(path): the painter moves its own scenes; the camera moves through your pictures",
      hint: nil)
  }
}
