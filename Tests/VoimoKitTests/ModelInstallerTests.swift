import Synchronization
import Testing
import VoimoKit

@Suite struct ModelInstallerTests {
  @Test(arguments: [
    (
      ["ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"],
      "the disk is full", VoimoKit.ExitStatus.noSpace
    ),
    (
      [
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(': Failed "
          + "to establish a new connection: [Errno -3] Temporary failure in name resolution')'",
        "ERROR: Could not find a version that satisfies the requirement numpy==2.4.6",
        "ERROR: No matching distribution found for numpy==2.4.6",
      ],
      "cannot be reached", .backendUnavailable
    ),
    (
      ["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."],
      "is not the one that voimo was made with", .buildFailed
    ),
    (
      ["ERROR: No matching distribution found for cyllama==0.2.18"],
      "does not have cyllama==0.2.18 for this machine", .backendUnavailable
    ),
    (
      ["ERROR: something new"], "could not install the worker's packages:\n  ERROR: something new",
      .buildFailed
    ),
  ])
  func `what pip says becomes a sentence`(
    lines: [String], words: String, status: VoimoKit.ExitStatus
  ) {
    let error = PipFailure.error(lines)
    #expect(error.sentence.contains(words) && error.status == status, "\(error.sentence)")
  }

  @Test func `packages are counted as pip comes to them`() {
    let told = Mutex<[ModelInstaller.Progress]>([])
    let counter = PackageCounter(total: 2) { at in told.withLock { $0.append(at) } }
    for line in [
      "Collecting numpy==2.4.6 (from -r cpu.txt (line 90))", "  Downloading numpy.whl (16.6 MB)",
      "",
      "Collecting onnxruntime==1.23.2", "Installing collected packages: numpy, onnxruntime",
    ] {
      counter.read(line)
    }
    #expect(
      told.withLock { $0 } == [
        .package("numpy", done: 0, total: 2), .package("onnxruntime", done: 1, total: 2),
        .package("all", done: 2, total: 2),
      ])
  }
}
