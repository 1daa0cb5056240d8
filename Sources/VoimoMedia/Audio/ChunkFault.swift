/// Why a WAV or AIFF file cannot be read, as far as its chunks tell.
enum ChunkFault: Equatable {
  /// A chunk of odd size is not followed by the pad byte that the format demands.
  case unpadded(String)
  /// There is no chunk with samples, or none that says what they are.
  case missing(String)

  /// Looks for the fault; nil where the chunks are in order, or the file is neither WAV nor AIFF.
  init?(path: String) {
    guard let file = ByteWindow(path: path) else { return nil }
    let kind = file.text(at: 0, 4) + file.text(at: 8, 4)
    let isWave = ["RIFFWAVE", "RF64WAVE", "BW64WAVE"].contains(kind)
    guard isWave || ["FORMAIFF", "FORMAIFC"].contains(kind) else { return nil }
    let wanted = isWave ? ["fmt ", "data"] : ["COMM", "SSND"]
    let padded = Self.chunks(of: file, isWave: isWave, pads: true)
    guard let absent = wanted.first(where: { name in !padded.contains { $0.name == name } }) else {
      return nil
    }
    let unpadded = Self.chunks(of: file, isWave: isWave, pads: false)
    if wanted.allSatisfy({ name in unpadded.contains { $0.name == name } }),
      let odd = unpadded.first(where: { $0.size % 2 == 1 })
    {
      self = .unpadded(odd.name)
    } else {
      self = .missing(absent)
    }
  }

  /// What is wrong, after the file's name.
  var sentence: String {
    switch self {
    case .unpadded(let name):
      "cannot be read: its chunks are broken ('\(PlainText.line(name))' has an odd size and lacks "
        + "its pad byte). Export it again, or repair it with another program"
    case .missing(let name):
      "cannot be read: its chunks are broken (there is no "
        + "'\(name.trimmingSuffix(" "))' chunk)"
    }
  }

  /// The chunks as a walk meets them, the first thousand.
  private static func chunks(
    of file: ByteWindow, isWave: Bool, pads: Bool
  ) -> [(name: String, size: Int)] {
    var place = 12
    var chunks: [(name: String, size: Int)] = []
    while place + 8 <= file.count, chunks.count < 1000 {
      let size = isWave ? file.little(at: place + 4, 4) : file.big(at: place + 4, 4)
      chunks.append((file.text(at: place, 4), size))
      place += 8 + size + (pads ? size % 2 : 0)
    }
    return chunks
  }
}

extension String {
  /// Without one ending, where it is there.
  fileprivate func trimmingSuffix(_ ending: String) -> String {
    hasSuffix(ending) ? String(dropLast(ending.count)) : self
  }
}
