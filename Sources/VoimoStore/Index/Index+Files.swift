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
          sql: "SELECT path, size, modified, changed, inode, looked, hash FROM files"))
      while let row = try rows.next() {
        let data: Data = row[6]
        guard let hash = ContentHash(bytes: [UInt8](data)) else { continue }
        memories[row[0]] = FileMemory(
          size: row[1], modified: row[2], changed: row[3], inode: row[4], looked: row[5], hash: hash
        )
      }
      return memories
    }
  }

  /// Remembers a file's hash.
  func remember(_ memory: FileMemory, of path: String) throws(StoreError) {
    try write(durably: false) { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO files (path, size, modified, changed, inode, looked, hash)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          path, memory.size, memory.modified, memory.changed, memory.inode, memory.looked,
          Data(memory.hash.bytes),
        ])
    }
  }
}
