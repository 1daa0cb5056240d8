/// What `voimo cache verify` has found.
package struct StoreHealth: Sendable, Hashable, Codable {
  /// One thing that is not what it should be.
  package struct Damage: Sendable, Hashable, Codable {
    /// What sort of thing it is.
    package enum Sort: String, Sendable, Codable {
      case index, object, record
    }

    package var sort: Sort
    /// Where it is, from the store's folder.
    package var path: String
    /// What is wrong, in a few words.
    package var detail: String
    /// The steps whose result it belongs to, sorted.
    package var steps: [String]

    /// Says what is damaged.
    package init(sort: Sort, path: String, detail: String, steps: [String]) {
      self.sort = sort
      self.path = path
      self.detail = detail
      self.steps = steps
    }
  }

  /// What is damaged, the index first, then objects and records by name.
  package var damages: [Damage] = []
  /// How many results were looked at.
  package var results = 0
  /// How many objects were looked at.
  package var objects = 0
  /// Bytes that were read and hashed.
  package var bytesRead = 0
  /// Whether what is damaged was put aside, so that the next build makes it again.
  package var isPutAside = false

  /// Nothing was looked at.
  package init() {}

  /// Nothing is damaged.
  package var isFine: Bool { damages.isEmpty }
}
