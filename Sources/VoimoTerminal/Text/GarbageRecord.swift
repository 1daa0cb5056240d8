package import VoimoStore

/// What goes from a store, as machines read it.
package struct GarbageRecord: Encodable {
  var dryRun: Bool
  var kinds: [Garbage.Kind]
  var otherBytes: Int
  var results: Int
  var bytes: Int
  var keptResults: Int
  var keptBytes: Int
  /// Profiles that `voimo.yaml` does not have any more.
  var goneProfiles: [String]

  /// Writes down what was removed, or would be.
  package init(_ garbage: Garbage, isDry: Bool) {
    dryRun = isDry
    kinds = garbage.kinds
    otherBytes = garbage.strayBytes
    results = garbage.keys.count
    bytes = garbage.bytes
    keptResults = garbage.keptResults
    keptBytes = garbage.keptBytes
    goneProfiles = garbage.goneProfiles
  }
}
