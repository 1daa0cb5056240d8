import Foundation
import Synchronization
import VoimoBase
import VoimoProject

/// The texts that messages point into: those beside the project file, read when one is shown.
enum ReadTexts {
  private static let folder = Mutex<String?>(nil)

  /// Says which project's texts messages will be about.
  static func look(in path: String) { folder.withLock { $0 = path } }

  /// The texts that some diagnostics point into, by the name shown; those that can't be read are
  /// left out, and the message stands without its line.
  static func all(for diagnostics: [Diagnostic]) -> [String: SourceText] {
    guard let folder = folder.withLock({ $0 }) else { return [:] }
    let names = Set(diagnostics.compactMap { $0.span == nil ? nil : $0.file })
    return names.reduce(into: [:]) { texts, name in
      let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
      guard let handle = FileHandle(forReadingAtPath: path),
        let data = try? handle.read(upToCount: FileLimits.bytes)
      else { return }
      texts[name] = SourceText(name: name, text: String(decoding: data, as: UTF8.self))
    }
  }
}
