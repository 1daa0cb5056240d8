import Glibc
import Synchronization
import VoimoBase
import VoimoEngine

/// The logs of one build's steps: `logs/‹run›/‹step›.log`, made when a step first says something.
final class StepLogs: Sendable {
  private let folder: String
  private let written = Mutex<[StepID: Int]>([:])
  /// Most bytes of a step's log; what comes after is dropped, and the log says so.
  private static let limit = 10 << 20

  init(folder: String) { self.folder = folder }

  func path(for id: StepID) -> String { "\(folder)/\(StoreFolder.fileName(of: id)).log" }

  /// Appends a line.
  ///
  /// A log that cannot be written does not let a step fail, so nothing is thrown.
  func append(_ line: String, for id: StepID) {
    let bytes = Array((line + "\n").utf8)
    written.withLock { written in
      let before = written[id, default: 0]
      guard before < Self.limit else { return }
      written[id] = before + bytes.count
      let text = before + bytes.count < Self.limit ? bytes : Array("… the rest is left out\n".utf8)
      _ = try? FileOperations().makeFolder(folder)
      guard
        let file = try? OpenFile(path(for: id), O_WRONLY | O_CREAT | O_APPEND, .open, mode: 0o666)
      else { return }
      try? FileOperations().write(text, to: file)
    }
  }
}
