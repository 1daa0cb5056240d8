import CUchardet
import Glibc
import VoimoBase

/// Bytes turned into text by the C library.
struct CharacterConversion {
  /// The text, with U+FFFD where bytes are not of the encoding.
  var text: String
  /// How many bytes were not.
  var badBytes: Int

  /// Converts bytes; nil for an encoding that this system does not have.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  init?(_ bytes: ArraySlice<UInt8>, from encoding: TextEncoding) {
    guard let converter = Converter(from: encoding.iconv) else { return nil }
    (text, badBytes) = converter.convert(Array(bytes))
  }

  /// Owns one of the C library's converters.
  @safe private final class Converter {
    private let handle: iconv_t

    init?(from encoding: String) {
      // What the C library returns for an error is the pointer -1.
      guard let opened = unsafe iconv_open("UTF-8", encoding),
        Int(bitPattern: opened) != -1
      else { return nil }
      unsafe handle = opened
    }

    deinit { _ = unsafe iconv_close(handle) }

    func convert(_ bytes: [UInt8]) -> (text: String, badBytes: Int) {
      guard !bytes.isEmpty else { return ("", 0) }
      var input = bytes.map { CChar(bitPattern: $0) }
      // No encoding needs more than four bytes of UTF-8 for one of its own; a mark takes three.
      var output = [CChar](repeating: 0, count: input.count * 4 + 64)
      var bad = 0
      let used = unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe output.withUnsafeMutableBufferPointer { target in
          var from = source.baseAddress
          var left = source.count
          var to = target.baseAddress
          var room = target.count
          while left > 0, room > 8 {
            let status = unsafe iconv(handle, &from, &left, &to, &room)
            guard status == -1, left > 0, room > 8 else { break }
            // A byte that means nothing here: shown, and left behind.
            bad += 1
            for byte in [UInt8(0xEF), 0xBF, 0xBD] {
              unsafe to?.pointee = CChar(bitPattern: byte)
              unsafe to = to?.advanced(by: 1)
              room -= 1
            }
            unsafe from = from?.advanced(by: 1)
            left -= 1
          }
          // Encodings with states end in the first one.
          if room > 8 { _ = unsafe iconv(handle, nil, nil, &to, &room) }
          return target.count - room
        }
      }
      let utf8 = output.prefix(used).map { UInt8(bitPattern: $0) }
      return (String(decoding: utf8, as: UTF8.self), bad)
    }
  }
}

/// Mozilla's guess of an encoding, by the frequency of letters.
enum CharacterDetection {
  /// The name that the detector gives; nil where it has no opinion.
  static func name(of bytes: [UInt8]) -> String? {
    guard !bytes.isEmpty, let detector = unsafe uchardet_new() else { return nil }
    defer { unsafe uchardet_delete(detector) }
    let text = bytes.map { CChar(bitPattern: $0) }
    guard unsafe uchardet_handle_data(detector, text, text.count) == 0 else { return nil }
    unsafe uchardet_data_end(detector)
    guard let name = unsafe uchardet_get_charset(detector) else { return nil }
    let found = unsafe String(cString: name)
    return found.isEmpty ? nil : found
  }
}
