import Foundation

/// The built `voimo`, run as its user runs it.
enum Command {
  /// What a finished run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The binary beside the test bundle.
  static let voimo: String = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().path + "/voimo"
  }()

  /// Runs `voimo` in a folder with a plain environment.
  static func voimo(
    _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(voimo, arguments, in: folder, environment: environment)
  }

  /// Runs a program and waits for it; both streams go through files, so neither can fill a pipe.
  static func run(
    _ program: String, _ arguments: [String], in folder: String,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = try start(program, arguments, in: folder, environment: environment)
    process.process.waitUntilExit()
    return Outcome(
      status: process.process.terminationReason == .exit
        ? process.process.terminationStatus : 128 + process.process.terminationStatus,
      output: (try? String(contentsOfFile: process.output, encoding: .utf8)) ?? "",
      errors: (try? String(contentsOfFile: process.errors, encoding: .utf8)) ?? "")
  }

  /// A program that is running, and the files it writes to.
  struct Running {
    var process: Process
    var output: String
    var errors: String
  }

  /// Starts a program without waiting for it.
  static func start(
    _ program: String, _ arguments: [String], in folder: String,
    environment: [String: String] = [:]
  ) throws -> Running {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var inherited = ProcessInfo.processInfo.environment
    inherited["SWIFT_BACKTRACE"] = "enable=no"
    inherited["NO_COLOR"] = "1"
    // The file of the machine that the tests run on, and its models, say nothing to them.
    inherited["VOIMO_CONFIG"] = "/dev/null"
    inherited["VOIMO_DATA"] = "/dev/null"
    process.environment = inherited.merging(environment) { $1 }
    let name = FileManager.default.temporaryDirectory.path + "/voimo-run-" + UUID().uuidString
    let (output, errors) = (name + ".out", name + ".err")
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return Running(process: process, output: output, errors: errors)
  }
}
