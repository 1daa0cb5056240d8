/// Which of a recogniser's tokens a phone may be heard as.
///
/// Singers bend vowels and swallow consonants, and a recogniser that learned one language hears the
/// phones of another as its own. So a phone has its own tokens, and near ones that count half.
package enum PhoneTable {
  /// What near tokens count against a phone's own.
  static let nearWeight: Float = 0.5

  /// One phone's tokens; those that a model does not have are passed over.
  struct Entry {
    let own: [String]
    let near: [String]
  }

  /// The entry of a phone; nil for a sign that is no phone known here.
  static func entry(_ phone: String) -> Entry? { entries[phone] }

  /// All tokens that the table names.
  package static var tokens: Set<String> {
    entries.values.reduce(into: []) { $0.formUnion($1.own + $1.near) }
  }

  private static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for (phones, own, near) in rows {
      let entry = Entry(own: words(own), near: words(near))
      for phone in words(phones) { entries[phone] = entry }
    }
    return entries
  }()

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
