import VoimoProject

/// What exported files are called: the film's title, made safe as a file name.
package struct ExportName: Sendable, Hashable {
  /// Without an extension: `Lantern Harbor`.
  package let stem: String

  /// Takes a title, and the profile where it is not the default one.
  ///
  /// It makes `Lantern Harbor.draft` of them, and is nil when the title would lead out of the
  /// folder that files are exported to.
  ///
  /// Slashes become hyphens, control characters are left out, and a long title is cut, so that
  /// every title else gives one plain name.
  package init?(title: String, profile: String? = nil) {
    guard !PathText.isFromRoot(title),
      !title.split(separator: "/").contains(where: { $0 == ".." })
    else { return nil }
    var name = Self.plain(title)
    while name.hasPrefix(".") || name.hasPrefix(" ") || name.hasPrefix("-") { name.removeFirst() }
    while name.hasSuffix(" ") { name.removeLast() }
    // File systems take 255 bytes; the extension and a temporary suffix need some.
    let suffix = profile.map { ".\(Self.plain($0))" } ?? ""
    while !name.isEmpty, name.utf8.count + suffix.utf8.count > 200 { name.removeLast() }
    guard !name.isEmpty else { return nil }
    stem = name + suffix
  }

  /// Without slashes and control characters.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.generalCategory != .control }
          .map { $0 == "/" ? "-" : $0 }))
  }

  /// The name of an output: `Lantern Harbor.mp4`.
  package func file(_ suffix: String) -> String { stem + suffix }
}
