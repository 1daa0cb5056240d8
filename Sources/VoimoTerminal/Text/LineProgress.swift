import Synchronization
import VoimoBase
package import VoimoEngine

/// Prints a plain line when a stage is done: for pipes, files, logs, and terminals that cannot move
/// the cursor.
package final class LineProgress: RunObserver {
  private struct State {
    var view = BuildView()
    var clock: BuildClock
    var announced: Set<String> = []
    var lastSpoken = 0.0
  }

  private let state: Mutex<State>
  private let style: Style
  private let say: @Sendable (String) -> Void

  /// - Parameters:
  ///   - clock: The build's, started.
  ///   - style: Whether and how lines are colored.
  ///   - say: Takes each line, without a line break.
  package init(
    clock: BuildClock, style: Style = .plain, say: @escaping @Sendable (String) -> Void
  ) {
    state = Mutex(State(clock: clock))
    self.style = style
    self.say = say
  }

  /// The stages that have had their line.
  package var announced: Set<String> { state.withLock { $0.announced } }

  package func observe(_ event: RunEvent) {
    state.withLock { state in
      state.view.take(event)
      state.clock.take(event)
      if let line = WarningText.line(of: event, style) { say(line) }
      switch event {
      case .finished(let id, _, _):
        announce(id.kind, &state)
      case .progress:
        // A line now and then, so that the log of a long build shows progress.
        let now = state.clock.elapsed
        guard now - state.lastSpoken >= 10 else { return }
        state.lastSpoken = now
        say(state.clock.sentence(view: state.view))
      default:
        break
      }
    }
  }

  private func announce(_ stage: String, _ state: inout State) {
    guard let row = state.view[stage], row.ended == row.total, row.ran + row.failed > 0,
      !state.view.isStandIn, state.announced.insert(stage).inserted
    else { return }
    say(StageText(style: style).line(row))
  }
}
