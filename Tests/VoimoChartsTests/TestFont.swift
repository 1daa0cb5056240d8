import Foundation
import Testing
import VoimoBase
import VoimoMedia

/// A TrueType font of boxes, made for a test: the same on every machine, with only the characters
/// that it is asked for.
struct TestFont {
  var family = "Voimo Test"
  /// Each is a box; in rising order.
  var scalars: [Unicode.Scalar]
  /// Of every character, in thousandths of an em.
  var advance = 1000
  /// How far a line reaches up, in thousandths of an em.
  var ascent = 1160
  /// How far a line reaches down, in thousandths of an em.
  var descent = 320

  /// The box, in thousandths of an em.
  static let box = (side: 50, bottom: -100, top: 800)

  /// The font as a file in a folder.
  func file(in folder: String) throws -> FontFile {
    let path = "\(folder)/\(family).ttf"
    let bytes = bytes
    try #require(FileManager.default.createFile(atPath: path, contents: Data(bytes)), "\(path)")
    return FontFile(path: path, face: 0, hash: ContentHash(hashing: bytes))
  }

  /// The whole file.
  var bytes: [UInt8] {
    let tables: [(name: String, bytes: Table)] = [
      ("OS/2", os2), ("cmap", cmap), ("glyf", glyphs), ("head", head), ("hhea", hhea),
      ("hmtx", hmtx), ("loca", loca), ("maxp", maxp), ("name", name), ("post", post),
    ]
    var directory = Table()
    directory.long(0x0001_0000)
    directory.short(tables.count, 128, 3, tables.count * 16 - 128)
    var body: [UInt8] = []
    let start = 12 + 16 * tables.count
    for table in tables {
      directory.bytes += Array(table.name.utf8)
      directory.long(0, start + body.count, table.bytes.bytes.count)
      body += table.bytes.bytes
      while body.count % 4 != 0 { body.append(0) }
    }
    return directory.bytes + body
  }

  private var count: Int { scalars.count + 1 }

  private var os2: Table {
    var table = Table()
    table.short(0, advance, 400, 5, 0)
    table.short(Array(repeating: 0, count: 11))
    table.bytes += Array(repeating: 0, count: 30)
    table.short(0x40, 0x20, 0xFFFF, 800, -200, 0, ascent, descent)
    return table
  }

  private var cmap: Table {
    var table = Table()
    table.short(0, 1, 3, 10)
    table.long(12)
    table.short(12, 0)
    table.long(16 + 12 * scalars.count, 0, scalars.count)
    for (index, scalar) in scalars.enumerated() {
      table.long(Int(scalar.value), Int(scalar.value), index + 1)
    }
    return table
  }

  private var glyphs: Table {
    var table = Table()
    let (left, right) = (Self.box.side, advance - Self.box.side)
    let (bottom, top) = (Self.box.bottom, Self.box.top)
    for _ in scalars {
      table.short(1, left, bottom, right, top, 3, 0)
      table.bytes += [1, 1, 1, 1]
      table.short(left, 0, right - left, 0, bottom, top - bottom, 0, bottom - top)
      table.short(0)
    }
    return table
  }

  private var loca: Table {
    var table = Table()
    table.long(0)
    for index in 0...scalars.count { table.long(index * 36) }
    return table
  }

  private var head: Table {
    var table = Table()
    table.long(0x0001_0000, 0x0001_0000, 0, 0x5F0F_3CF5)
    table.short(0, 1000)
    table.long(0, 0, 0, 0)
    table.short(0, -200, advance, 1000, 0, 8, 2, 1, 0)
    return table
  }

  private var hhea: Table {
    var table = Table()
    table.long(0x0001_0000)
    table.short(ascent, -descent, 0, advance, 0, 0, advance, 1, 0, 0, 0, 0, 0, 0, 0, count)
    return table
  }

  private var hmtx: Table {
    var table = Table()
    for index in 0..<count { table.short(advance, index == 0 ? 0 : Self.box.side) }
    return table
  }

  private var maxp: Table {
    var table = Table()
    table.long(0x0001_0000)
    table.short(count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
    return table
  }

  private var name: Table {
    let names = [(1, family), (2, "Regular"), (4, family), (6, "VoimoTest")]
    var (records, text) = (Table(), Table())
    for (number, value) in names {
      let units = Array(value.utf16)
      records.short(3, 1, 0x409, number, units.count * 2, text.bytes.count)
      text.short(units.map { Int($0) })
    }
    var table = Table()
    table.short(0, names.count, 6 + records.bytes.count)
    table.bytes += records.bytes + text.bytes
    return table
  }

  private var post: Table {
    var table = Table()
    table.long(0x0003_0000, 0, 0, 0, 0, 0, 0, 0)
    return table
  }

  /// Bytes in the order of a font's file, the highest first.
  private struct Table {
    var bytes: [UInt8] = []

    mutating func short(_ values: Int...) { short(values) }

    mutating func short(_ values: [Int]) {
      for value in values {
        let bits = UInt16(truncatingIfNeeded: value)
        bytes += [UInt8(bits >> 8), UInt8(bits & 255)]
      }
    }

    mutating func long(_ values: Int...) {
      for value in values {
        let bits = UInt32(truncatingIfNeeded: value)
        bytes += (0..<4).map { UInt8(truncatingIfNeeded: bits >> (24 - 8 * UInt32($0))) }
      }
    }
  }
}
