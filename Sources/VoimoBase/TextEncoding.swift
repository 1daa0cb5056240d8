/// A way in which a text file may spell its letters as bytes.
package struct TextEncoding: Hashable, Sendable {
  /// As people know it, and as they may write it under `lyrics.encoding`: `Shift_JIS`.
  package var name: String
  /// As the C library's `iconv` knows it, where that differs or a wider one of the family is meant.
  package var iconv: String

  /// The encoding of a name, whatever its capitals, hyphens and underscores; nil for unknown names.
  package init?(_ name: String) {
    guard let found = Self.byKey[Self.key(name)] else { return nil }
    self = found
  }

  private init(name: String, iconv: String) { (self.name, self.iconv) = (name, iconv) }

  /// Every name, as it is shown, the usual ones first.
  package static var names: [String] { table.map(\.name) }

  /// Unicode's own, which is what files should be in.
  package static let utf8 = TextEncoding(name: "UTF-8", iconv: "UTF-8")

  /// Names with `iconv`'s where it differs, and other spellings.
  private static let table: [(name: String, iconv: String?, others: String)] = [
    ("UTF-8", nil, "utf8 unicode"),
    ("UTF-16", nil, "utf16"), ("UTF-16LE", nil, "utf16le"), ("UTF-16BE", nil, "utf16be ucs2"),
    ("UTF-32", nil, "utf32"), ("UTF-32LE", nil, "utf32le"), ("UTF-32BE", nil, "utf32be ucs4"),
    ("GB18030", nil, "gb18030-2000"), ("GBK", "GB18030", "cp936 windows936 gb2312 euccn chinese"),
    ("Big5", nil, "cp950 big5-eten"), ("Big5-HKSCS", nil, "big5hkscs"), ("EUC-TW", nil, ""),
    ("Shift_JIS", "CP932", "sjis cp932 windows31j mskanji xsjis"),
    ("EUC-JP", "EUC-JP-MS", "ujis eucjpms"), ("ISO-2022-JP", "ISO-2022-JP-2", "jis"),
    ("EUC-KR", "CP949", "cp949 uhc ksc5601 windows949"), ("Johab", nil, "cp1361"),
    ("windows-1250", nil, "cp1250"), ("windows-1251", nil, "cp1251"),
    ("windows-1252", nil, "cp1252 ansi"), ("windows-1253", nil, "cp1253"),
    ("windows-1254", nil, "cp1254"), ("windows-1255", nil, "cp1255"),
    ("windows-1256", nil, "cp1256"), ("windows-1257", nil, "cp1257"),
    ("windows-1258", nil, "cp1258"), ("windows-874", "CP874", "cp874 tis620 iso885911"),
    ("KOI8-R", nil, ""), ("KOI8-U", nil, ""), ("CP866", nil, "ibm866 dos866"),
    ("CP855", nil, "ibm855"), ("CP437", nil, "ibm437"), ("CP850", nil, "ibm850"),
    ("CP852", nil, "ibm852"), ("MacRoman", "MACINTOSH", "macintosh mac"),
    ("MacCyrillic", "MAC-CYRILLIC", ""),
    ("ISO-8859-1", nil, "latin1 iso88591 l1"), ("ISO-8859-2", nil, "latin2"),
    ("ISO-8859-3", nil, "latin3"), ("ISO-8859-4", nil, "latin4"), ("ISO-8859-5", nil, "cyrillic"),
    ("ISO-8859-6", nil, "arabic"), ("ISO-8859-7", nil, "greek"), ("ISO-8859-8", nil, "hebrew"),
    ("ISO-8859-9", nil, "latin5"), ("ISO-8859-10", nil, "latin6"), ("ISO-8859-13", nil, "latin7"),
    ("ISO-8859-14", nil, "latin8"), ("ISO-8859-15", nil, "latin9"), ("ISO-8859-16", nil, "latin10"),
    ("VISCII", nil, ""), ("ASCII", "UTF-8", "usascii"),
  ]

  private static let byKey: [String: TextEncoding] = {
    var found: [String: TextEncoding] = [:]
    for (name, iconv, others) in table {
      let encoding = TextEncoding(name: name, iconv: iconv ?? name)
      for name in [name] + others.split(separator: " ").map(String.init)
      where found[key(name)] == nil {
        found[key(name)] = encoding
      }
    }
    return found
  }()

  private static func key(_ name: String) -> String {
    String(name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
  }
}
