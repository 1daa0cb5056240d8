import Foundation
package import VoimoBase
package import VoimoStages

/// Where this user's models are, and the worker that runs them.
///
/// All of it lies in one folder, `~/.local/share/voimo`: `models` with a manifest of what is in it,
/// and the virtual environments that have the worker's packages. Nothing here is asked over a
/// network.
package struct ModelHome: Sendable, Hashable {
  /// The whole path of the folder.
  package var folder: String
  /// A virtual environment of the user's own, from the machine's file; nil for voimo's.
  package var ownEnvironment: String?
  /// The folder with the worker's code; nil where it is not found.
  package var worker: String?

  /// The variable that names the folder.
  package static let variable = "VOIMO_DATA"

  /// Names the folders.
  package init(folder: String, ownEnvironment: String? = nil, worker: String? = ModelHome.code) {
    self.folder = folder
    self.ownEnvironment = ownEnvironment
    self.worker = worker
  }

  /// The folder of this user: what `VOIMO_DATA` names, else by the XDG base directory
  /// specification.
  package init(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    ownEnvironment: String? = nil
  ) {
    func value(_ name: String) -> String? {
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let home = value("HOME") ?? NSHomeDirectory()
    let data = value("XDG_DATA_HOME") ?? "\(home)/.local/share"
    self.init(
      folder: value(Self.variable) ?? "\(data)/voimo",
      ownEnvironment: ownEnvironment.map { $0.hasPrefix("~/") ? home + $0.dropFirst() : $0 })
  }

  /// Where models lie.
  package var models: String { "\(folder)/models" }

  /// The worker's code: beside the program where it is installed, else in the checkout that the
  /// program was built in.
  package static let code: String? = {
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    func hasCode(_ folder: String) -> Bool {
      FileManager.default.fileExists(atPath: "\(folder)/voimo_worker/__main__.py")
    }
    var place = URL(filePath: program).deletingLastPathComponent()
    let installed = place.appending(path: "../share/voimo/worker").standardized.path
    if hasCode(installed) { return installed }
    while place.path.count > 1 {
      let folder = place.appending(path: "worker").path
      if hasCode(folder) { return folder }
      place.deleteLastPathComponent()
    }
    return nil
  }()

  /// Which packages the worker needs: a file of pip's, each version with its hashes.
  package var requirements: String? { worker.map { "\($0)/requirements/cpu.txt" } }

  /// The virtual environment that these requirements have, or will have; nil without the worker.
  ///
  /// Its name has the requirements' hash, so that a newer voimo never runs with older packages.
  package var environment: String? {
    if let ownEnvironment { return ownEnvironment }
    guard let requirements, let bytes = FileManager.default.contents(atPath: requirements) else {
      return nil
    }
    return "\(folder)/python-\(ContentHash(hashing: [UInt8](bytes)).hex.prefix(12))"
  }

  /// The mark of an environment that was installed to its end.
  package static let completeMark = "voimo-complete"

  /// The interpreter that has the worker's packages; nil where they are not installed.
  package var interpreter: String? {
    guard let environment else { return nil }
    let isReady =
      ownEnvironment != nil
      || FileManager.default.fileExists(atPath: "\(environment)/\(Self.completeMark)")
    let python = "\(environment)/bin/python"
    return isReady && FileManager.default.isExecutableFile(atPath: python) ? python : nil
  }

  /// How the worker is started.
  ///
  /// - Throws: `BackendError.missing` where it is not installed.
  package func launch() throws -> WorkerLaunch {
    guard let interpreter, let worker else {
      throw BackendError.missing("the model worker is not installed", fix: Self.install)
    }
    return WorkerLaunch(
      executable: interpreter, arguments: ["-I", "-B", "\(worker)/voimo_worker"],
      environment: Self.cleaned(ProcessInfo.processInfo.environment))
  }

  /// What gets all of it.
  package static let install = "voimo models install cpu"

  /// What a process of ours gets of an environment: nothing that changes what Python loads, no
  /// keys.
  static func cleaned(_ environment: [String: String]) -> [String: String] {
    let kept = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES"]
    var cleaned = environment.filter { kept.contains($0.key) }
    cleaned["LANG"] = "C.UTF-8"
    cleaned["OPENBLAS_CORETYPE"] = environment["OPENBLAS_CORETYPE"]
    return cleaned
  }

  /// What is in the folder of models; empty where there is none, or where its manifest is damaged.
  package var manifest: ModelManifest {
    guard let bytes = FileManager.default.contents(atPath: "\(models)/manifest.json"),
      let read = try? JSONDecoder().decode([String: ModelManifest.Model].self, from: bytes)
    else { return ModelManifest() }
    return ModelManifest(models: read)
  }

  /// A model as it lies there.
  ///
  /// Its files are not read: their sizes are compared. `voimo models verify` reads them.
  ///
  /// - Throws: `BackendError.missing` where the model, or the worker, is not here.
  package func model(_ name: String) throws -> ModelIdentity {
    guard interpreter != nil else {
      throw BackendError.missing("the model worker is not installed", fix: Self.install)
    }
    guard let model = manifest.models[name] else {
      throw BackendError.missing("the model \(name) is not installed", fix: Self.install)
    }
    for (file, said) in model.files.sorted(by: { $0.key < $1.key }) {
      let path = "\(models)/\(name)/\(file)"
      let values = try? FileManager.default.attributesOfItem(atPath: path)
      guard values?[.size] as? Int == said.size else {
        throw BackendError.missing(
          "the model \(name) is damaged: \(file) does not have the size it was installed with",
          fix: Self.install)
      }
    }
    return ModelIdentity(name: name, sha256: model.hash.hex)
  }

  /// Whether a model can be used.
  package func has(_ name: String) -> Bool { (try? model(name)) != nil }
}

/// What is in a folder of models, as whoever installed it wrote down.
package struct ModelManifest: Sendable, Hashable {
  package var models: [String: Model] = [:]

  package struct Model: Sendable, Hashable, Codable {
    package var files: [String: File]
    package var licence: String?
    package var origin: String?
    package var version: String?

    package init(files: [String: File]) { self.files = files }

    /// What names the model's bytes: the hash of its one file, else of all names and hashes.
    package var hash: ContentHash {
      if files.count == 1, let only = files.first, let hash = ContentHash(hex: only.value.sha256) {
        return hash
      }
      let lines = files.sorted { $0.key < $1.key }.map { "\($0.value.sha256)  \($0.key)\n" }
      return ContentHash(hashing: lines.joined())
    }

    /// Bytes on disk.
    package var size: Int { files.values.reduce(0) { $0 + $1.size } }
  }

  package struct File: Sendable, Hashable, Codable {
    package var sha256: String
    package var size: Int

    package init(sha256: String, size: Int) {
      self.sha256 = sha256
      self.size = size
    }
  }
}
