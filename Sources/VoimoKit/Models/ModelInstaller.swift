import Foundation
import Glibc
import Synchronization
package import VoimoBackends
import VoimoBase

/// Installs the worker's packages and the models that it makes of them, so that a folder is either
/// complete or not used.
package struct ModelInstaller: Sendable {
  private let home: ModelHome
  private let catalogue: ModelCatalogue
  private let requirements: String
  private let environment: String
  private let worker: String

  /// What is being done.
  package enum Progress: Sendable, Hashable {
    /// A Python package is fetched or installed, so many of so many.
    case package(String, done: Int, total: Int)
    /// A model is made, so many of so many.
    case model(String, done: Int, total: Int)
  }

  /// Finds what is to be installed.
  ///
  /// - Throws: `KitError` where the worker's code is not with this program.
  package init(_ home: ModelHome) throws {
    guard let worker = home.worker, let requirements = home.requirements,
      let catalogue = home.catalogue, let environment = home.environment
    else {
      throw KitError(
        .backendUnavailable, "the model worker's code is not with this voimo",
        hint: "install voimo with its folder share/voimo/worker, or run it from its checkout")
    }
    self.home = home
    self.worker = worker
    self.requirements = requirements
    self.catalogue = catalogue
    self.environment = environment
  }

  /// Whether all of it is there.
  package var isComplete: Bool {
    home.interpreter != nil && catalogue.models.allSatisfy { home.has($0.name) }
  }

  /// Installs what is missing, and makes damaged models again.
  ///
  /// Wheels that were fetched once are kept, so that an installation that was interrupted goes on
  /// where it was.
  ///
  /// - Parameters:
  ///   - python: The interpreter to make the virtual environment with; nil looks for one.
  ///   - tell: Is told what is being done.
  /// - Throws: `KitError`, `CancellationError`.
  package func install(
    python: String?, tell: @escaping @Sendable (Progress) -> Void
  ) async throws {
    try makeFolder()
    let lock = try InstallLock(folder: home.folder)
    defer { lock.release() }
    if home.interpreter == nil {
      if let own = home.ownEnvironment {
        // What is the user's own is neither made nor removed.
        throw KitError(
          .usage, "the machine's file names \(own) as python, and it does not have bin/python",
          hint: "voimo config unset python leaves the environment to voimo")
      }
      try checkSpace()
      try await makeEnvironment(with: python)
      try await fetchPackages(tell)
      let mark = "\(environment)/\(ModelHome.completeMark)"
      guard FileManager.default.createFile(atPath: mark, contents: Data()) else {
        throw KitError(.noSpace, "\(mark) cannot be written")
      }
      removeOldEnvironments()
      // What was fetched is unpacked now, and as large again.
      try? FileManager.default.removeItem(atPath: "\(home.folder)/cache")
    }
    try await makeModels(tell)
    guard isComplete else {
      throw KitError(
        .buildFailed, "the models were made, and are not all there",
        hint: "voimo models verify says which")
    }
  }

  private func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: home.folder, withIntermediateDirectories: true)
    } catch {
      throw KitError(
        .usage, "the folder \(home.folder) cannot be made: \(error.localizedDescription)",
        hint: "\(ModelHome.variable)=/a/folder names another")
    }
  }

  /// Packages as they are fetched, unpacked, and the models made of them.
  private func checkSpace() throws {
    let models = catalogue.models.reduce(0) { $0 + $1.size }
    let wanted = catalogue.download * 4 + models
    var status = statvfs()
    guard unsafe statvfs(home.folder, &status) == 0 else { return }
    let free = Int(status.f_bavail) * Int(status.f_frsize)
    guard free < wanted else { return }
    func megabytes(_ bytes: Int) -> String { "\(bytes / 1_000_000) MB" }
    throw KitError(
      .noSpace,
      "\(home.folder) has \(megabytes(free)) free; the models need \(megabytes(wanted))",
      hint: "\(ModelHome.variable)=/a/folder names another place")
  }

  private func makeEnvironment(with python: String?) async throws {
    let python = try await PythonSearch.interpreter(named: python)
    try? FileManager.default.removeItem(atPath: environment)
    let ending = try await run(python, ["-I", "-m", "venv", environment]) { _, _ in }
    guard ending.status == 0 else {
      try? FileManager.default.removeItem(atPath: environment)
      let text = ending.lastLines.joined(separator: "\n")
      if text.contains("ensurepip") {
        throw KitError(
          .backendUnavailable, "\(python) cannot make virtual environments",
          hint: "apt-get install python3-venv")
      }
      throw failure("\(python) could not make a virtual environment", ending)
    }
  }

  private func fetchPackages(_ tell: @escaping @Sendable (Progress) -> Void) async throws {
    let total = catalogue.packages.count
    let counter = PackageCounter(total: total, tell: tell)
    let arguments =
      [
        "-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-input",
        "--progress-bar", "off", "--cache-dir", "\(home.folder)/cache",
      ] + catalogue.pip + ["-r", requirements]
    let ending = try await run("\(environment)/bin/python", arguments) { line, _ in
      counter.read(line)
    }
    guard ending.status == 0 else { throw PipFailure.error(ending.lastLines) }
  }

  private struct Step: Decodable {
    struct Failure: Decodable {
      var message: String?
      var fix: String?
    }
    var step: String?
    var done: Int?
    var total: Int?
    var error: Failure?
  }

  private func makeModels(_ tell: @escaping @Sendable (Progress) -> Void) async throws {
    guard let interpreter = home.interpreter else { return }
    let said = SaidFailure()
    let names = catalogue.models.map(\.name)
    let ending = try await run(
      interpreter, ["-I", "-B", "\(worker)/voimo_worker", "prepare", "--models", home.models]
    ) { line, isError in
      guard !isError, let step = try? JSONDecoder().decode(Step.self, from: Data(line.utf8)) else {
        return
      }
      if let error = step.error { said.take(error.message, fix: error.fix) }
      if let name = step.step, let index = names.firstIndex(of: name) {
        tell(.model(name, done: index, total: names.count))
      }
    }
    guard ending.status == 0 else {
      guard let text = said.text else { throw failure("the models could not be made", ending) }
      throw KitError(
        text.contains("No space left") ? .noSpace : .buildFailed,
        "the models could not be made: \(text)", hint: said.fix)
    }
  }

  /// Environments of older versions of voimo.
  private func removeOldEnvironments() {
    let kept = environment.split(separator: "/").last.map(String.init)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home.folder)) ?? []
    for name in names where name.hasPrefix("python-") && name != kept {
      try? FileManager.default.removeItem(atPath: "\(home.folder)/\(name)")
    }
  }

  private func run(
    _ program: String, _ arguments: [String],
    line: @escaping @Sendable (String, Bool) -> Void
  ) async throws -> ToolRun.Ending {
    // pip needs to know proxies and certificates; nothing of Python's own comes along.
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PYTHON") }
    environment["LC_ALL"] = "C.UTF-8"
    do {
      return try await ToolRun.run(program, arguments, environment: environment, line: line)
    } catch let error as ToolRun.NotStarted {
      throw KitError(.backendUnavailable, "\(error.program) cannot be run: \(error.reason)")
    }
  }

  private func failure(_ sentence: String, _ ending: ToolRun.Ending) -> KitError {
    let last = ending.lastLines.suffix(5).map { "\n  \($0)" }.joined()
    return KitError(.buildFailed, "\(sentence), status \(ending.status):\(last)")
  }
}

/// Keeps what the worker said when it failed; lines come from another task.
private final class SaidFailure: Sendable {
  private let said = Mutex<(text: String, fix: String?)?>(nil)

  func take(_ text: String?, fix: String?) {
    said.withLock { $0 = (text ?? "no reason given", fix) }
  }

  var text: String? { said.withLock { $0?.text } }
  var fix: String? { said.withLock { $0?.fix } }
}

/// One installation at a time in a folder.
private struct InstallLock {
  private let file: Int32

  init(folder: String) throws {
    file = unsafe open("\(folder)/install.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw KitError(
        .usage, "\(folder) cannot be written: \(SystemRefusal(code: errno).reason)",
        hint: "\(ModelHome.variable)=/a/folder names another")
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw KitError(.locked, "another voimo is installing models", hint: "wait until it is done")
    }
  }

  func release() {
    // A process that is just being started still has the file open.
    _ = flock(file, LOCK_UN)
    close(file)
  }
}
