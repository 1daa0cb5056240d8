import VoimoBase
import VoimoEngine
package import VoimoProject

extension Project {
  /// Whether words are drawn into the pictures of the film or of any of its renditions.
  package var burnsWords: Bool {
    subtitles.burnedIn || renditions.contains { $0.words == .plain || $0.words == .karaoke }
  }
}

/// The form of a film: what differs between the project's own and its renditions.
struct FilmForm {
  var size: PictureSize
  /// What is heard; nil for a silent film.
  var sound: StepOutput?
  var soundFadeIn: Seconds
  var soundFadeOut: Seconds
  /// How long the picture comes out of black and goes into it.
  var pictureFadeIn: Seconds
  var pictureFadeOut: Seconds
  /// How words are shown.
  var words: SubtitleSettings.Style
  /// Whether words are drawn into the pictures.
  var burnsIn: Bool

  /// The form of the project's own film.
  init(of project: Project) {
    let render = project.render
    size = PictureSize(width: render.width, height: render.height)
    sound = AudioStep.sound
    (soundFadeIn, soundFadeOut) = (project.crop.fadeIn, project.crop.fadeOut)
    (pictureFadeIn, pictureFadeOut) = (project.crop.fadeIn, project.crop.fadeOut)
    words = project.subtitles.style
    burnsIn = project.subtitles.burnedIn
  }

  /// The form of a rendition that shows a part of the film, or all of it.
  init(
    of rendition: Rendition, showing frames: Range<Int>, of film: Range<Int>, in project: Project
  ) {
    self.init(of: project)
    let size = project.size(of: rendition)
    self.size = PictureSize(width: size.width, height: size.height)
    switch rendition.sound {
    case .song: sound = AudioStep.sound
    case .accompaniment: sound = StemsStep.accompaniment
    case .vocals: sound = StemsStep.vocals
    case .none: sound = nil
    }
    if let style = rendition.words {
      words = style
      burnsIn = style == .plain || style == .karaoke
    }
    // Where it is cut out of the film, it is cut: a few milliseconds keep the sound from clicking.
    if frames.lowerBound > film.lowerBound {
      (soundFadeIn, pictureFadeIn) = (0.01, .zero)
    }
    if frames.upperBound < film.upperBound {
      (soundFadeOut, pictureFadeOut) = (0.03, .zero)
    }
  }
}
