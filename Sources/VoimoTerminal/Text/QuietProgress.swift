import VoimoBase
import VoimoEngine

/// Prints a build's warnings and nothing else.
struct QuietProgress: RunObserver {
  var style: Style

  func observe(_ event: RunEvent) {
    if let line = WarningText.line(of: event, style) { Output.note(line) }
  }
}
