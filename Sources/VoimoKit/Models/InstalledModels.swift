import Foundation
package import VoimoBackends
import VoimoBase

/// Looks at the models in a folder, and takes them out of it.
package struct InstalledModels: Sendable {
  private let home: ModelHome

  package init(_ home: ModelHome) { self.home = home }

  /// A model, here or to be had.
  package struct Entry: Sendable, Hashable {
    package enum State: String, Sendable {
      case installed
      case missing = "not installed"
      case damaged
    }

    package var name: String
    package var title: String
    /// What it is for, as in `backends:`.
    package var ports: [String]
    package var licence: String
    package var origin: String
    package var remark: String
    /// Bytes on disk.
    package var size: Int
    package var state: State
    /// The hash that names its bytes in keys; nil where it is not here.
    package var sha256: String?
    /// What is wrong with it.
    package var fault: String?
  }

  /// Every model, by what is written down of it and the sizes of its files.
  package func list() -> [Entry] {
    let manifest = home.manifest
    return (home.catalogue?.models ?? []).map { model in
      let here = manifest.models[model.name]
      let isRight = home.has(model.name)
      return Entry(
        name: model.name, title: model.title, ports: model.ports, licence: model.licence,
        origin: model.origin, remark: model.remark, size: model.size,
        state: here == nil ? .missing : isRight ? .installed : .damaged,
        sha256: here?.hash.hex)
    }
  }

  /// The same, with all bytes read and compared.
  ///
  /// - Complexity: reads every file once.
  /// - Throws: `CancellationError`.
  package func verify(tell: (_ name: String) -> Void) throws -> [Entry] {
    let manifest = home.manifest
    return try list().map { entry in
      guard let model = manifest.models[entry.name] else { return entry }
      tell(entry.name)
      var entry = entry
      for (file, said) in model.files.sorted(by: { $0.key < $1.key }) {
        try Task.checkCancellation()
        let path = "\(home.models)/\(entry.name)/\(file)"
        guard let hash = try? FileHash.sha256(of: path) else {
          entry.fault = "\(file) cannot be read"
          continue
        }
        if hash != ContentHash(hex: said.sha256) { entry.fault = "\(file) has other bytes" }
      }
      if entry.fault != nil { entry.state = .damaged }
      return entry
    }
  }

  /// Takes models out of the folder; `names` empty takes all, and the worker's packages with them.
  ///
  /// - Returns: The names of what was removed.
  /// - Throws: `KitError` for a name that is not there, or a folder that cannot be written.
  package func remove(_ names: [String]) throws -> [String] {
    let known = home.manifest.models
    for name in names where known[name] == nil {
      throw KitError(
        .usage, "the model \(name) is not installed",
        hint: known.isEmpty ? nil : "installed are \(known.keys.sorted().joined(separator: ", "))")
    }
    do {
      if names.isEmpty {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: home.folder)) ?? []
        for name in all where name == "models" || name == "cache" || name.hasPrefix("python-") {
          try FileManager.default.removeItem(atPath: "\(home.folder)/\(name)")
        }
        return known.keys.sorted()
      }
      // The manifest first: what it does not name is not used.
      let kept = known.filter { !names.contains($0.key) }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try UserFile.write([UInt8](try encoder.encode(kept)), to: "\(home.models)/manifest.json")
      for name in names { try FileManager.default.removeItem(atPath: "\(home.models)/\(name)") }
      return names
    } catch let error as KitError {
      throw error
    } catch {
      throw KitError(.usage, "models cannot be removed: \(error.localizedDescription)")
    }
  }
}
