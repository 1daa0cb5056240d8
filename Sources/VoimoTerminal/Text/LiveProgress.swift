import Glibc
import Synchronization
import VoimoBase
import VoimoEngine
import VoimoKit

/// Redraws a build's rows on a terminal, at most ten times a second.
final class LiveProgress: RunObserver {
  private struct State {
    var view = BuildView()
    var clock: BuildClock
    var linesDrawn = 0
    var lastDrawn = -1.0
  }

  private let state: Mutex<State>
  private let style: Style
  private let width: Int

  init(style: Style, clock: BuildClock) {
    self.style = style
    state = Mutex(State(clock: clock))
    var size = winsize()
    let answer = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size)
    width = answer == 0 && size.ws_col >= 40 ? Int(size.ws_col) : 80
  }

  func observe(_ event: RunEvent) {
    state.withLock { state in
      state.view.take(event)
      state.clock.take(event)
      let warning: (id: StepID, text: String)? =
        switch event {
        case .warning(let id, let text): (id, text)
        case .damaged(let id, _, let detail): (id, DamagedArtifact.warning(detail))
        default: nil
        }
      if let (id, text) = warning {
        erase(&state)
        Output.note("\(style.paint("warning", .boldYellow)) \(id): \(DiagnosticText.visible(text))")
      }
      let now = state.clock.elapsed
      guard now - state.lastDrawn >= 0.1 else { return }
      state.lastDrawn = now
      draw(&state)
    }
  }

  /// Takes the rows off the screen, so that a summary can stand in their place.
  func end() { state.withLock { erase(&$0) } }

  private func erase(_ state: inout State) {
    guard state.linesDrawn > 0 else { return }
    Output.write("\u{1B}[\(state.linesDrawn)A\u{1B}[0J", to: STDERR_FILENO)
    state.linesDrawn = 0
  }

  private func draw(_ state: inout State) {
    let rows = BuildRows(view: state.view, style: style).lines
    let lines = rows + [state.clock.sentence(view: state.view)]
    let up = state.linesDrawn > 0 ? "\u{1B}[\(state.linesDrawn)A" : ""
    // Each line is cleared as it is written: nothing flickers, nothing old stays.
    let text = lines.map { "\u{1B}[2K\(clipped($0))\n" }.joined()
    Output.write(up + text + "\u{1B}[0J", to: STDERR_FILENO)
    state.linesDrawn = lines.count
  }

  /// A line cut to the terminal's width; escape sequences take no room.
  private func clipped(_ line: String) -> String {
    var room = width - 1
    var inEscape = false
    var kept = ""
    for character in line {
      if character == "\u{1B}" { inEscape = true }
      if inEscape {
        kept.append(character)
        if character == "m" { inEscape = false }
      } else if room > 0 {
        kept.append(character)
        room -= 1
      }
    }
    return kept
  }
}
