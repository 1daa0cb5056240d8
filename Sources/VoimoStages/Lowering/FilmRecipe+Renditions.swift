import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoProject

/// Lowers outputs of another shape or stretch: each a film of its own scope, which shares with the
/// project's film whatever is the same.
extension FilmRecipe {
  /// The steps of all renditions and thumbnails.
  func outputNodes(of film: FilmLowering) -> [Node] {
    project.renditions.flatMap { nodes(of: $0, film: film) }
      + project.thumbnails.compactMap { thumbnailNode($0, film: film) }
  }

  /// The frames of the song's grid that a rendition shows; nil where the film does not show them.
  func frames(of rendition: Rendition, in list: ShotList) -> Range<Int>? {
    let rate = list.frameRate
    let film = rate.time(ofFrame: list.start)...rate.time(ofFrame: list.end)
    guard let part = rendition.part(sections: list.parts.map(\.section), film: film) else {
      return nil
    }
    let start = max(list.start, rate.nearestFrame(to: part.lowerBound))
    let end = min(list.end, max(start + 1, rate.nearestFrame(to: part.upperBound)))
    return start < end ? start..<end : nil
  }

  private func nodes(of rendition: Rendition, film: FilmLowering) -> [Node] {
    let list = film.list
    guard let frames = frames(of: rendition, in: list) else { return [] }
    let scope = FilmScope.rendition(rendition.name)
    let form = FilmForm(
      of: rendition, showing: frames, of: list.start..<list.end, in: project)
    switch rendition.preset {
    case .gif, .frames:
      // A smaller copy of what the film shows, unless it shows something else.
      let source = isLike(film.form, form) ? film : own(scope, frames, form, list)
      let made =
        source.scope == scope ? source.wordNodes + source.pictureNodes + source.segmentNodes : []
      let pictures = source.pictures(showing: frames, size: form.size)
      if rendition.preset == .frames {
        return made + [.step(FrameArchiveStep.id(in: scope), FrameArchiveStep(pictures: pictures))]
      }
      let gif = GIFStep(pictures: pictures, outputRate: project.frameRate(of: rendition))
      return made + [.step(GIFStep.id(in: scope), gif)]
    case .canvas:
      let (all, dissolve) = LoopStep.source(of: frames, in: list)
      let source = own(scope, all, form, list)
      let loop = LoopStep(
        pictures: source.pictures(showing: all, size: form.size), dissolve: dissolve,
        video: source.videoSettings, encoder: encoders.video)
      return source.wordNodes + source.pictureNodes + source.segmentNodes + [
        .step(LoopStep.id(in: scope), loop),
        source.filmNode(of: [(LoopStep.segment(in: scope), loop.count)]),
      ]
    case .shorts, .square, .karaoke, .clip:
      let own = own(scope, frames, form, list)
      return own.wordNodes + own.pictureNodes + own.nodes
    }
  }

  /// The lowering of a rendition with shots of its own scope.
  private func own(
    _ scope: FilmScope, _ frames: Range<Int>, _ form: FilmForm, _ list: ShotList
  ) -> FilmLowering {
    // A clip shows the film's own shots, even where it cuts one short.
    FilmLowering(recipe: self, scope: scope, list: list.showing(frames), form: form)
  }

  /// Whether what one film shows can be scaled to what the other is to show.
  private func isLike(_ film: FilmForm, _ other: FilmForm) -> Bool {
    abs(film.size.aspect / other.size.aspect - 1) < 0.02 && film.burnsIn == other.burnsIn
      && (!film.burnsIn || film.words == other.words)
  }

  private func thumbnailNode(_ thumbnail: Thumbnail, film: FilmLowering) -> Node? {
    let list = film.list
    let frame = min(
      max(list.frameRate.nearestFrame(to: thumbnail.time), list.start), list.end - 1)
    let pictures = film.pictures(showing: frame..<frame + 1, size: film.size)
    return .step(ThumbnailStep.id(thumbnail.name), ThumbnailStep(pictures: pictures))
  }
}

extension ShotList {
  /// The list with no more than some frames shown, all of them frames that it shows itself.
  func showing(_ frames: Range<Int>) -> ShotList {
    var list = self
    (list.start, list.end) = (frames.lowerBound, frames.upperBound)
    for part in list.parts.indices {
      list.parts[part].shots = list.parts[part].shots.compactMap { shot in
        var shot = shot
        shot.visibleStart = max(shot.visibleStart, frames.lowerBound)
        shot.visibleEnd = min(shot.visibleEnd, frames.upperBound)
        return shot.visibleStart < shot.visibleEnd ? shot : nil
      }
    }
    return list
  }
}
