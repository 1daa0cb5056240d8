import Synchronization
import VoimoBase
package import VoimoEngine

/// Redraws a build's rows on a terminal, at most ten times a second, and at least twice, so that
/// the clock goes on and a resized window is put right.
///
/// Between two drawings the cursor stands at the first column of the first row drawn. A terminal
/// that breaks lines anew when it is made narrower takes the cursor along with its line, so that
/// clearing from there on clears just what was drawn, whatever became of it.
package final class LiveProgress: RunObserver {
  private struct State {
    var view = BuildView()
    var clock: BuildClock
    var lastDrawn = -1.0
    var hasEnded = false
  }

  private let state: Mutex<State>
  private let style: Style
  private let stream: Int32
  private let ticker = Mutex<Ticker?>(nil)

  /// - Parameters:
  ///   - style: Whether and how rows are colored.
  ///   - clock: The build's, started.
  ///   - stream: A terminal; it is asked for its size at every drawing.
  package init(style: Style, clock: BuildClock, stream: Int32) {
    self.style = style
    self.stream = stream
    state = Mutex(State(clock: clock))
    ticker.withLock { $0 = Ticker(seconds: 0.5) { [weak self] in self?.tick() } }
  }

  package func observe(_ event: RunEvent) {
    state.withLock { state in
      state.view.take(event)
      state.clock.take(event)
      guard !state.hasEnded else { return }
      if let line = WarningText.line(of: event, style) {
        write(Self.clear + line + "\n")
        state.lastDrawn = -1
      }
      let now = state.clock.elapsed
      guard now - state.lastDrawn >= 0.1 else { return }
      draw(&state, now)
    }
  }

  /// Takes the rows off the screen, so that a summary can stand in their place.
  package func end() {
    ticker.withLock { $0?.stop() }
    state.withLock { state in
      if !state.hasEnded { write(Self.clear) }
      state.hasEnded = true
    }
  }

  private func tick() {
    state.withLock { state in
      guard !state.hasEnded else { return }
      draw(&state, state.clock.elapsed)
    }
  }

  /// To the first column, and nothing from there to the end of the screen.
  private static let clear = "\r\u{1B}[0J"

  private func draw(_ state: inout State, _ now: Double) {
    state.lastDrawn = now
    let size = TerminalSize(of: stream)
    let lines = Self.lines(view: state.view, clock: state.clock, style: style, size: size)
    // Lines are not broken by the terminal while they are drawn, should the window have become
    // narrower since its size was read.
    let up = lines.count > 1 ? "\u{1B}[\(lines.count - 1)A" : ""
    write("\u{1B}[?7l" + Self.clear + lines.joined(separator: "\n") + "\r" + up + "\u{1B}[?7h")
  }

  /// What is drawn into a window: never more rows than it has, less one, nor longer lines.
  package static func lines(
    view: BuildView, clock: BuildClock, style: Style, size: TerminalSize
  ) -> [String] {
    let width = max(1, size.columns - 1)
    let rows = BuildRows(view: view, style: style, width: width)
      .lines(atMost: max(0, size.rows - 2))
    return (rows + [clock.sentence(view: view)]).map { $0.clipped(to: width) }
  }

  private func write(_ text: String) { Output.write(text, to: stream) }
}
