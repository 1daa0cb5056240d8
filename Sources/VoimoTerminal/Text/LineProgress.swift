import Glibc
import Synchronization
import VoimoBase
import VoimoEngine
import VoimoKit

/// Prints a plain line when a stage is done: for pipes, files and logs.
final class LineProgress: RunObserver {
  private struct State {
    var view = BuildView()
    var clock: BuildClock
    var announced: Set<String> = []
    var lastSpoken = 0.0
  }

  private let state: Mutex<State>

  init(clock: BuildClock) { state = Mutex(State(clock: clock)) }

  func observe(_ event: RunEvent) {
    state.withLock { state in
      state.view.take(event)
      state.clock.take(event)
      switch event {
      case .warning(let id, let text):
        Output.note("warning: \(id): \(DiagnosticText.visible(text))")
      case .damaged(let id, _, let detail):
        Output.note("warning: \(id): \(DamagedArtifact.warning(detail))")
      case .finished(let id, _, _):
        announce(id.kind, &state)
      case .progress:
        // A word now and then, so that a log of a long build is no silence.
        let now = state.clock.elapsed
        guard now - state.lastSpoken >= 10 else { return }
        state.lastSpoken = now
        Output.note(state.clock.sentence(view: state.view))
      default:
        break
      }
    }
  }

  private func announce(_ stage: String, _ state: inout State) {
    guard let row = state.view[stage], row.ended == row.total, row.ran + row.failed > 0,
      !state.view.isStandIn, state.announced.insert(stage).inserted
    else { return }
    let line = BuildRows(view: state.view, style: .plain).lines
      .first { $0.contains(" \(stage) ") || $0.contains(" \(stage)  ") }
    if let line {
      Output.note(line.replacing("━", with: "").replacing("    ", with: "  "))
    }
  }
}
