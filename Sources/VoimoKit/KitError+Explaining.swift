import Foundation
import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoStages
import VoimoStore

extension KitError {
  /// Says what any error means to the user: the one switch from errors to a sentence, a hint and an
  /// exit status, for commands and for steps of a build alike.
  ///
  /// What nobody has put into words becomes a request for a report, never a dump.
  package init(explaining error: any Error) {
    switch error {
    case let error as KitError: self = error
    case let problems as ProjectProblems: self.init(problems)
    case let error as StoreError: self.init(error)
    case let error as MediaError: self.init(error)
    case let error as StageError: self.init(.buildFailed, error.description)
    case let error as BackendError: self.init(error)
    case let error as SourceChanged: self.init(.buildFailed, error.description)
    case let error as UnknownTarget: self.init(.usage, error.description)
    case let error as InputText.Refusal:
      self.init(.usage, "a file \(error.predicate)", hint: error.hint)
    case is CancellationError:
      self.init(.interrupted, "interrupted; what was finished is kept")
    case let error as GraphError: self.init(fault: error.description)
    case let error as DamagedArtifact:
      self.init(
        .storeDamaged, error.description, hint: "voimo build makes what is damaged again")
    case let error as MissingOutput: self.init(fault: error.description)
    default:
      if let refusal = Self.refusal(in: error) {
        self.init(
          refusal.kind == .noSpace ? .noSpace : .buildFailed,
          "the system refused an operation: \(refusal.reason)", hint: refusal.hint)
      } else {
        self.init(fault: "\(type(of: error))")
      }
    }
  }

  /// The system refused an operation on a file; reads `errno` unless a code is given.
  static func system(_ verb: String, _ path: String, code: Int32 = errno) -> KitError {
    let refusal = SystemRefusal(code: code)
    return KitError(
      refusal.kind == .noSpace ? .noSpace : .buildFailed,
      "cannot \(verb) \(path): \(refusal.reason)", hint: refusal.hint)
  }

  /// Another process has the right to build; nil where it is not known which.
  ///
  /// - Parameters:
  ///   - holder: Who has it.
  ///   - hint: What to do about it.
  init(lockedBy holder: LockHolder?, hint: String) {
    let who = holder.map { " (process \($0.process), since \(HumanTime().short($0.since)))" }
    self.init(.locked, "another build is running in this project" + (who ?? ""), hint: hint)
  }

  /// A mistake in voimo itself.
  init(fault detail: String) {
    self.init(
      .buildFailed,
      "voimo met something that it cannot explain (\(detail)); that is a bug in voimo",
      hint: "report it with the command you typed and what voimo doctor prints")
  }

  private init(_ problems: ProjectProblems) {
    let sentences = problems.diagnostics.map { diagnostic in
      let place = [diagnostic.file, diagnostic.span.map { "\($0.line)" }].compactMap(\.self)
      return (place.isEmpty ? "" : place.joined(separator: ":") + ": ") + diagnostic.message.text
    }
    let errors = problems.diagnostics.filter { $0.severity == .error }
    let isMissing = errors.allSatisfy { Workspace.missingBackend.contains($0.message.id) }
    self.init(
      isMissing && !errors.isEmpty ? .backendUnavailable : .usage,
      sentences.joined(separator: "\n  "))
  }

  private init(_ error: BackendError) {
    let status: ExitStatus =
      switch error {
      case .refused: .usage
      case .missing, .unavailable: .backendUnavailable
      case .resource, .wrongResult: .buildFailed
      }
    self.init(status, error.sentence, hint: error.fix)
  }

  private init(_ error: StoreError) {
    let status: ExitStatus =
      switch error {
      case .newerStore, .damaged, .damagedBlob: .storeDamaged
      case .noSpace: .noSpace
      default: .buildFailed
      }
    let refusal: SystemRefusal? =
      switch error {
      case .noSpace: SystemRefusal(code: ENOSPC)
      case .file(_, _, let code): SystemRefusal(code: code)
      default: nil
      }
    self.init(status, error.description, hint: refusal?.hint)
  }

  private init(_ error: MediaError) {
    let status: ExitStatus =
      switch error.code {
      case .noSpace: .noSpace
      case .notAudio, .notPicture, .noAudioStream, .noSuchStream, .tooShort, .outOfLimits: .usage
      default: .buildFailed
      }
    self.init(
      status, error.sentence,
      hint: error.code == .noSpace ? SystemRefusal(code: ENOSPC).hint : nil)
  }

  /// What Foundation's own numbers for files mean, where it gives no error number.
  private static let codes: [Int: Int32] = [
    CocoaError.fileNoSuchFile.rawValue: ENOENT, CocoaError.fileReadNoSuchFile.rawValue: ENOENT,
    CocoaError.fileReadNoPermission.rawValue: EACCES,
    CocoaError.fileWriteNoPermission.rawValue: EACCES,
    CocoaError.fileWriteOutOfSpace.rawValue: ENOSPC,
    CocoaError.fileWriteVolumeReadOnly.rawValue: EROFS,
    CocoaError.fileWriteFileExists.rawValue: EEXIST,
  ]

  /// The error number inside an error of Foundation's, whose own text is for programmers.
  static func refusal(in error: any Error) -> SystemRefusal? {
    var current: NSError? = error as NSError
    var known: Int32?
    for _ in 0..<4 {
      guard let error = current else { break }
      if error.domain == NSPOSIXErrorDomain { return SystemRefusal(code: Int32(error.code)) }
      if error.domain == NSCocoaErrorDomain { known = known ?? codes[error.code] }
      current = error.userInfo[NSUnderlyingErrorKey] as? NSError
    }
    return known.map { SystemRefusal(code: $0) }
  }
}
