import VoimoBase
import VoimoEngine
import VoimoProject

/// The steps that make what shots start from: pictures of the musician's own, pictures that are
/// made, and what is made of either.
extension FilmLowering {
  /// The steps of all shots; none for a rendition that has the pictures of the film.
  var pictureNodes: [Node] {
    guard pictureScope == scope else { return [] }
    return list.shots.indices.flatMap { index -> [Node] in
      let shot = list.shots[index]
      return [keyframeNode(at: index)] + editNodes(at: index) + depthNodes(of: shot, at: index)
    }
  }

  /// Whose pictures the shots start from: a rendition of the film's shape has the film's.
  private var pictureScope: FilmScope {
    guard scope != .film else { return scope }
    let film = FilmForm(of: project).size
    return abs(film.aspect / size.aspect - 1) < 0.01 ? .film : scope
  }

  /// What pictures are made for: the film's size where they are shared with it.
  private var pictureSize: PictureSize {
    pictureScope == scope ? size : FilmForm(of: project).size
  }

  private func keyframeNode(at index: Int) -> Node {
    let id = Keyframe.id(of: list.shots[index], in: scope)
    if let own = own[index] {
      return .step(
        id,
        PhotoStep(
          picture: own.picture, focus: own.focus, framing: own.framing, size: size,
          reading: recipe.reading))
    }
    if isReframed {
      return .step(
        id,
        ReframeStep(
          picture: Keyframe.picture(of: Keyframe.id(of: list.shots[index])),
          note: Keyframe.note(of: Keyframe.id(of: list.shots[index])), aspect: size))
    }
    return .step(id, keyframeStep(list.shots[index], looks[index]))
  }

  private func keyframeStep(_ shot: Shot, _ look: ResolvedLook) -> KeyframeStep {
    let count = list.parts.first { $0.section.name == shot.section }?.shotCount ?? 1
    var position: Double?
    if case .travel = look.prompt {
      position = count > 1 ? Double(shot.index) / Double(count - 1) : 0
    }
    let seed = look.seed ?? project.seed
    return KeyframeStep(
      generator: backends.images, prompts: PromptsStep.prompts(of: promptID(of: shot, look)),
      artist: look.artist ?? "", negativePrompt: look.negativePrompt ?? "", position: position,
      seed: ShotSeed.seed(of: shot, seed: seed, take: look.take),
      size: backends.images.size(for: size),
      context: KeyframeStep.PromptContext(
        theme: look.theme ?? "",
        sectionSeed: ShotSeed.seed(of: shot.section, seed: seed, take: look.take),
        filmPart: list.part(of: shot.section)))
  }

  // MARK: - Renditions of another shape

  /// Whether made pictures are cut out of the film's, which costs nothing, because what is cut out
  /// is large enough; else they are made again in the other shape.
  var isReframed: Bool {
    guard scope != .film, pictureScope == scope, backends.images.isCostly else { return false }
    let film = backends.images.size(for: FilmForm(of: project).size)
    let cut = film.largest(ofAspect: size.aspect)
    // Enlarged to twice its sides at most: more is seen.
    return 2 * cut.width >= size.width
  }

  // MARK: - Edits and depth

  /// What brings pictures to the film's size where their generator makes others.
  private func editNodes(at index: Int) -> [Node] {
    guard isResized(at: index) else { return [] }
    let shot = list.shots[index]
    return [
      .step(
        UpscaledStep.id(of: shot, in: scope),
        UpscaledStep(
          editor: backends.resizer, picture: Keyframe.picture(of: Keyframe.id(of: shot, in: scope)),
          size: size))
    ]
  }

  /// A picture of the musician's own has its size already.
  private func isResized(at index: Int) -> Bool {
    own[index] == nil && (isReframed || backends.images.size(for: pictureSize) != pictureSize)
  }

  /// What reads the depth of pictures whose generator does not tell it.
  private func depthNodes(of shot: Shot, at index: Int) -> [Node] {
    guard animator(at: index).reads.contains(.depth), !tellsDepth(at: index) else { return [] }
    return [
      .step(
        DepthStep.id(of: shot, in: scope),
        DepthStep(reader: backends.depth, picture: output(.picture, at: index)))
    ]
  }

  private func tellsDepth(at index: Int) -> Bool {
    own[index] == nil && !isReframed && backends.images.gives.contains(.depth)
  }

  /// Where a part of a shot's keyframe comes from, after all edits.
  func output(_ part: KeyframePart, at index: Int) -> StepOutput {
    let (shot, scope) = (list.shots[index], pictureScope)
    switch part {
    case .picture where isResized(at: index):
      return UpscaledStep.picture(of: UpscaledStep.id(of: shot, in: scope))
    case .depth where !tellsDepth(at: index):
      return DepthStep.depth(of: DepthStep.id(of: shot, in: scope))
    case .picture, .companion, .depth:
      return Keyframe.output(part, of: Keyframe.id(of: shot, in: scope))
    }
  }

  // MARK: - Animators

  /// Who makes a shot's frames: what was asked for where it fits the picture, else the camera,
  /// which moves through any.
  func animator(at index: Int) -> ShotAnimator {
    let isMade = own[index] == nil && !isReframed
    switch looks[index].animation {
    case .camera, .still: return backends.camera
    case .auto, .painter:
      // Of a picture that somebody else made there is no scene to draw from.
      guard let animator = backends.ownAnimator, isMade,
        !animator.reads.contains(.companion) || backends.images.gives.contains(.companion)
      else { return backends.camera }
      return animator
    }
  }
}
