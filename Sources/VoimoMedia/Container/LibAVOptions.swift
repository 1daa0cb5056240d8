import CLibAV

/// Options for a libav call, and the check that it took them all.
///
/// Owns its `AVDictionary`.
@safe final class LibAVOptions {
  private var raw: OpaquePointer?

  /// Takes options by libav's names.
  init(_ options: [String: String]) {
    for (name, value) in options.sorted(by: { $0.key < $1.key }) {
      unsafe av_dict_set(&raw, name, value, 0)
    }
  }

  deinit { unsafe av_dict_free(&raw) }

  /// Lends the options to one call, which removes those that it takes.
  func lend<R>(_ body: (UnsafeMutablePointer<OpaquePointer?>) -> R) -> R { unsafe body(&raw) }

  /// Options that no call has taken: a spelling mistake of ours, or a library built without them.
  var leftOver: [String] {
    var names: [String] = []
    var entry: UnsafeMutablePointer<AVDictionaryEntry>?
    while let next = unsafe av_dict_get(raw, "", entry, AV_DICT_IGNORE_SUFFIX) {
      unsafe names.append(String(cString: next.pointee.key))
      unsafe entry = unsafe next
    }
    return names
  }
}

/// Reads and makes libav's dictionaries of tags.
enum LibAVTags {
  /// All tags, names in lower case; text that is not UTF-8 is read as Latin-1.
  static func read(_ dictionary: OpaquePointer?) -> [String: String] {
    var tags: [String: String] = [:]
    var entry: UnsafeMutablePointer<AVDictionaryEntry>?
    while let next = unsafe av_dict_get(dictionary, "", entry, AV_DICT_IGNORE_SUFFIX) {
      let name = unsafe text(next.pointee.key).lowercased()
      let value = unsafe text(next.pointee.value)
      if tags[name] == nil, !value.isEmpty { tags[name] = value }
      unsafe entry = unsafe next
    }
    return tags
  }

  /// C text of doubtful encoding.
  static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    if let text = unsafe String(validatingCString: pointer) { return text }
    var scalars = String.UnicodeScalarView()
    var next = unsafe pointer
    while unsafe next.pointee != 0 {
      unsafe scalars.append(Unicode.Scalar(UInt8(bitPattern: next.pointee)))
      unsafe next += 1
    }
    return String(scalars)
  }
}
