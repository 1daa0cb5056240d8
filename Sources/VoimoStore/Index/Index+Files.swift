import Foundation
import GRDB
import VoimoBase

extension Index {
  /// Every remembered file hash, by path.
  func fileMemories() throws(StoreError) -> [String: FileMemory] {
    try read { db in
      var memories: [String: FileMemory] = [:]
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: "SELECT path, size, modified, changed, inode, looked, hash, checksum FROM files"))
      while let row = try rows.next() {
        let name = try row.decode(String.self, atIndex: 0)
        let numbers = try (1...5).map { try row.decode(Int.self, atIndex: $0) }
        guard let hash = ContentHash(bytes: [UInt8](try row.decode(Data.self, atIndex: 6))) else {
          continue
        }
        let memory = FileMemory(
          size: numbers[0], modified: numbers[1], changed: numbers[2], inode: numbers[3],
          looked: numbers[4], hash: hash)
        // A damaged memory is none: the file is read again.
        if try row.decode(Int64.self, atIndex: 7) == RowChecksum.of(memory, path: name) {
          memories[name] = memory
        }
      }
      return memories
    }
  }

  /// Remembers a file's hash.
  func remember(_ memory: FileMemory, of path: String) throws(StoreError) {
    try write(durably: false) { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO files
          (path, size, modified, changed, inode, looked, hash, checksum)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          path, memory.size, memory.modified, memory.changed, memory.inode, memory.looked,
          Data(memory.hash.bytes), RowChecksum.of(memory, path: path),
        ])
    }
  }
}
