import Glibc
import Synchronization
import VoimoBackends
import VoimoKit

/// Models as tables and sentences.
enum ModelsText {
  /// A model in `--json`.
  struct Record: Encodable {
    var name: String
    var title: String
    var ports: [String]
    var licence: String
    var origin: String
    var bytes: Int
    var state: String
    var sha256: String?
    var fault: String?

    init(_ entry: InstalledModels.Entry) {
      name = entry.name
      title = entry.title
      ports = entry.ports
      licence = entry.licence
      origin = entry.origin
      bytes = entry.size
      state = entry.state.rawValue
      sha256 = entry.sha256
      fault = entry.fault
    }
  }

  /// Prints what is here and what is not.
  static func print(_ entries: [InstalledModels.Entry], of home: ModelHome, json: Bool) throws {
    if json {
      Output.out(try JSONText.write(entries.map(Record.init)))
      return
    }
    let rows = entries.map { entry in
      [
        entry.name, entry.ports.joined(separator: ", "), ClockText.bytes(entry.size), entry.licence,
        entry.state.rawValue + (entry.fault.map { ": \($0)" } ?? ""),
      ]
    }
    for line in Columns.lines([["model", "for", "size", "licence", "state"]] + rows) {
      Output.out(line)
    }
    if entries.contains(where: { $0.state != .installed }) {
      Output.note("\(ModelHome.install) gets what is missing")
    }
  }

  /// Whose work is installed, under which terms, and how much of it.
  static func terms(_ home: ModelHome) -> [String] {
    guard let catalogue = home.catalogue else { return [] }
    var lines = ["These models are installed in \(home.folder):"]
    for model in catalogue.models {
      lines.append("  \(model.title): \(model.licence), \(model.origin)")
      if !model.remark.isEmpty { lines.append("    \(model.remark)") }
    }
    let licences = Set(catalogue.packages.map(\.licence)).sorted().joined(separator: ", ")
    lines.append(
      "with \(catalogue.packages.count) Python packages (\(licences)); "
        + "\(ClockText.bytes(catalogue.download)) are fetched.")
    return lines
  }
}

/// One line that says what is being installed; a line a model where nobody looks on.
final class ModelsProgress: Sendable {
  private let isLive = isatty(STDERR_FILENO) == 1
  private let last = Mutex("")

  /// Shows what is being done.
  func tell(_ progress: ModelInstaller.Progress) {
    let text =
      switch progress {
      case .package(let name, let done, let total) where done < total:
        "fetching packages, \(done + 1) of \(total): \(name)"
      case .package: "installing packages"
      case .model(let name, let done, let total): "making models, \(done + 1) of \(total): \(name)"
      }
    let isNew = last.withLock { last in
      defer { last = text }
      return last != text
    }
    guard isNew else { return }
    if isLive {
      Output.write("\r\u{1B}[K\(text)", to: STDERR_FILENO)
    } else {
      Output.note(text)
    }
  }

  /// Clears the line.
  func end() {
    let isShown = last.withLock { last in
      defer { last = "" }
      return !last.isEmpty
    }
    if isLive, isShown { Output.write("\r\u{1B}[K", to: STDERR_FILENO) }
  }
}
