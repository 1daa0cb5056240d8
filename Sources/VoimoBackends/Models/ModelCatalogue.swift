import Foundation

/// What `voimo models install cpu` can install: the worker's own list, readable without Python.
package struct ModelCatalogue: Sendable, Decodable {
  /// A Python package, pinned.
  package struct Package: Sendable, Decodable {
    package var name: String
    package var version: String
    package var licence: String
    /// Bytes to download for this kind of machine.
    package var size: Int
  }

  /// A model.
  package struct Model: Sendable, Decodable {
    package var name: String
    package var title: String
    /// What it is for, as in `backends:`.
    package var ports: [String]
    package var version: String
    package var licence: String
    package var origin: String
    /// What else one should know before installing it; may be empty.
    package var remark: String
    package var files: [String: ModelManifest.File]

    /// Bytes on disk.
    package var size: Int { files.values.reduce(0) { $0 + $1.size } }
  }

  package var packages: [Package]
  package var models: [Model]
  /// What pip is told beside the requirements.
  package var pip: [String]

  /// Bytes to download.
  package var download: Int { packages.reduce(0) { $0 + $1.size } }
}

extension ModelHome {
  /// The catalogue beside the worker's code; nil where that is not found.
  package var catalogue: ModelCatalogue? {
    guard let worker,
      let bytes = FileManager.default.contents(atPath: "\(worker)/voimo_worker/catalogue.json")
    else { return nil }
    return try? JSONDecoder().decode(ModelCatalogue.self, from: bytes)
  }
}
