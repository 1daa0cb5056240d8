/// Counts what could make a small file large, before any parser composes it.
///
/// Looks at characters alone and errs on the side of counting: what it calls an alias may be a word
/// in a text, but no alias escapes it. Only names that are anchored somewhere count.
struct AliasScan {
  /// Uses of anchored names, `*name`.
  private(set) var aliases = 0
  /// The names that are used, without their sign.
  private(set) var names: Set<String> = []
  /// Whether one of them, or a list or mapping, may stand as a mapping's key.
  private(set) var mayBeKey = false
  /// `? ` where YAML would begin a key of any shape.
  private(set) var explicitKeys = 0

  /// Reads a whole text once.
  ///
  /// - Complexity: O(*n*) in the text's length.
  init(_ text: String) {
    var anchors: Set<ArraySlice<UInt8>> = []
    var uses: [(name: ArraySlice<UInt8>, isKey: Bool)] = []
    var collectionKey = false
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "&") where Self.startsToken(bytes, index):
        anchors.insert(Self.name(bytes, index + 1))
      case UInt8(ascii: "*") where Self.startsToken(bytes, index):
        let name = Self.name(bytes, index + 1)
        if !name.isEmpty { uses.append((name, Self.endsInColon(bytes, name.endIndex))) }
      case UInt8(ascii: "?") where Self.startsToken(bytes, index):
        explicitKeys += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if Self.endsInColon(bytes, index + 1) { collectionKey = true }
      default: break
      }
    }
    let real = uses.filter { anchors.contains($0.name) }
    aliases = real.count
    names = Set(real.map { String(decoding: $0.name, as: UTF8.self) })
    mayBeKey = !real.isEmpty && (collectionKey || explicitKeys > 0 || real.contains { $0.isKey })
  }

  private static func startsToken(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index > 0 else { return true }
    // Bytes past ASCII may end one of the line breaks that only libyaml knows.
    return bytes[index - 1] <= 0x20 || bytes[index - 1] >= 0x80
      || [",", "[", "{", ":", "?", "-"].contains(Unicode.Scalar(bytes[index - 1]))
  }

  private static func name(_ bytes: [UInt8], _ start: Int) -> ArraySlice<UInt8> {
    bytes[start...].prefix { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
      default: false
      }
    }
  }

  private static func endsInColon(_ bytes: [UInt8], _ start: Int) -> Bool {
    bytes[start...].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: ":")
  }
}
