import Foundation
import VoimoBackends
import VoimoMedia
import VoimoProject
import VoimoStages

/// Looks at what this machine has for building films.
package struct Doctor: Sendable {
  /// One thing looked at.
  package struct Finding: Sendable, Hashable {
    /// What was looked at: `H.264 encoder`.
    package var name: String
    package var isFine: Bool
    /// What was found: `libx264 core 164`.
    package var detail: String
    /// The command that puts it right; nil where nothing is wrong.
    package var fix: String?

    /// Says what was found.
    package init(name: String, isFine: Bool, detail: String, fix: String?) {
      self.name = name
      self.isFine = isFine
      self.detail = detail
      self.fix = fix
    }
  }

  /// What becomes of the machine's own file.
  private static func machineFile() -> Finding {
    let file = MachineFile()
    do {
      _ = try file.read()
      return Finding(
        name: "The machine's own file", isFine: true,
        detail: file.isThere ? file.path : "none; voimo config says where it would be", fix: nil)
    } catch {
      return Finding(
        name: "The machine's own file", isFine: false,
        detail: KitError(explaining: error).sentence, fix: "voimo config")
    }
  }

  /// Everything that a build needs, each looked at once.
  package static func look() -> [Finding] {
    let x264 = VideoSettings.encoderIdentity
    let hasX264 = x264.contains("x264")
    var findings = [
      Finding(
        name: "H.264 encoder", isFine: hasX264, detail: x264,
        fix: hasX264 ? nil : "apt-get install libavcodec59 libx264-164"),
      Finding(
        name: "AAC encoder", isFine: true, detail: SoundtrackEncoder.encoderIdentity, fix: nil),
    ]
    let font = Result { try FontFile.standard().path }
    switch font {
    case .success(let path):
      findings.append(Finding(name: "Font", isFine: true, detail: path, fix: nil))
    case .failure(let error):
      findings.append(
        Finding(
          name: "Font", isFine: false, detail: KitError(explaining: error).sentence,
          fix: "apt-get install fonts-dejavu-core"))
    }
    findings.append(
      Finding(
        name: "Processor cores", isFine: true,
        detail: "\(ProcessInfo.processInfo.activeProcessorCount)", fix: nil))
    findings.append(machineFile())
    for row in BackendRegistry.ofThisMachine.rows {
      let isHere = row.model?.isHere ?? true
      // A model is no need: the built-in back ends do without.
      findings.append(
        Finding(
          name: "Back end for \(row.port.rawValue)", isFine: true,
          detail: (isHere ? "" : "not installed; \(ModelHome.install): ")
            + "\(row.identity().text): \(row.summary)", fix: nil))
    }
    return findings
  }
}
