package import VoimoEngine
package import VoimoStore

/// Something that made a step run, as people know it: what is behind it is no other step.
package enum Fact: Sendable, Hashable {
  /// The project says something else.
  case edit(FieldEdit)
  /// A file of the user's has another content.
  case otherContent(file: String)
  /// A part of voimo, or of what it is built on, is another one.
  case otherPart(String, old: String?, new: String?)
  /// This voimo makes steps of the kind in another way.
  case newerStage(String)
  /// No step of that name was made before, under the profile; nil for none.
  case firstMade(profile: String?)
  /// It was made before, and is gone from the store.
  case missing
  /// It was made before, and is damaged in the store; what is wrong, in a few words.
  case damaged(String)
  /// Somebody asked for it.
  case forced
  /// A field of the manifest that has no name for people.
  case change(Change)
}
