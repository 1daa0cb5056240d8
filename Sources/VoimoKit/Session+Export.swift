import VoimoBase
import VoimoEngine
import VoimoProject
import VoimoStages
import VoimoStore

extension Session {
  /// The folder that films and subtitles go to, relative to the project's.
  package static let exportFolder = "out"

  /// Puts the results that the project asks for into `out/`; a file that holds them already is left
  /// alone.
  func export(_ report: RunReport) throws -> [BuildOutcome.Export] {
    guard let store, let name = ExportName(title: recipe.title) else { return [] }
    return try wishes.compactMap { wish in
      guard let result = report.results[wish.step], let blob = result.outputs[wish.output] else {
        return nil
      }
      let path = "\(Self.exportFolder)/\(name.file(wish.suffix))"
      let full = "\(workspace.folder)/\(path)"
      let holdsIt = (try? hash(ofFile: full)) == blob
      if !holdsIt {
        try store.withFile(of: blob) { try FileExport.copy($0, to: full) }
        // Read once now, so that the next build can tell by a look that it is as it was left.
        _ = try? hash(ofFile: full)
      }
      return BuildOutcome.Export(
        path: path, size: result.sizes[wish.output] ?? 0, isNew: !holdsIt)
    }
  }

  /// The blobs among some results that a file of `out/` is to be made from now.
  func missingExports(_ results: [StepID: StepResult]) -> [(step: StepID, blob: ContentHash)] {
    guard let name = ExportName(title: recipe.title) else { return [] }
    return wishes.compactMap { wish in
      guard let blob = results[wish.step]?.outputs[wish.output] else { return nil }
      let full = "\(workspace.folder)/\(Self.exportFolder)/\(name.file(wish.suffix))"
      return (try? hash(ofFile: full)) == blob ? nil : (wish.step, blob)
    }
  }

  private var wishes: [(step: StepID, output: String, suffix: String)] {
    workspace.project.outputs.flatMap { output -> [(StepID, String, String)] in
      switch output {
      case .film:
        [
          ("film", "film", ".mp4"), ("poster", "image", ".poster.png"),
          ("contact-sheet", "image", ".contact-sheet.png"), ("waveform", "image", ".waveform.png"),
        ]
      case .srt: [("subtitles", "srt", ".srt")]
      case .vtt: [("subtitles", "vtt", ".vtt")]
      case .lrc: [("subtitles", "lrc", ".lrc")]
      case .ass: [("subtitles", "ass", ".ass")]
      }
    }
  }
}
