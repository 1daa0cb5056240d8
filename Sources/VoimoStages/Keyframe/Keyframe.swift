package import VoimoBase
package import VoimoEngine

/// The outputs that every keyframe has, whoever made it.
package enum Keyframe {
  /// The name of the step for a shot, of the film or of one of its renditions.
  package static func id(of shot: Shot, in scope: FilmScope = .film) -> StepID {
    scope.id(StageRegistry.keyframe, shot.name)
  }

  /// The picture that a shot starts from.
  package static func picture(of id: StepID) -> StepOutput { output(.picture, of: id) }

  /// The picture that a shot of the film starts from.
  package static func picture(of shot: Shot) -> StepOutput { picture(of: id(of: shot)) }

  /// What is worth saying about a keyframe of the film: a `KeyframeNote`.
  package static func note(of shot: Shot) -> StepOutput { note(of: id(of: shot)) }

  /// What is worth saying about it: a `KeyframeNote`.
  package static func note(of id: StepID) -> StepOutput { .value(of: id) }

  /// A part of it that animators read.
  package static func output(_ part: KeyframePart, of id: StepID) -> StepOutput {
    StepOutput(id, part.rawValue)
  }

  private static let idsName = "ids"

  /// What a step of the kind makes.
  static func outputs(
    picture: StepProduct.Output, companion: [UInt8]? = nil, depth: [UInt8]? = nil,
    ids: [UInt8]? = nil
  ) -> [String: StepProduct.Output] {
    var outputs: [String: StepProduct.Output] = [KeyframePart.picture.rawValue: picture]
    outputs[KeyframePart.companion.rawValue] = companion.map { .bytes($0) }
    outputs[KeyframePart.depth.rawValue] = depth.map { .bytes($0) }
    outputs[idsName] = ids.map { .bytes($0) }
    return outputs
  }
}
