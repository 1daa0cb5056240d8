package import VoimoBase

/// Pictures of the user's own.
package struct ImageSet: Hashable, Sendable {
  /// The order in which pictures follow each other.
  package enum Order: String, CaseIterable, Sendable {
    /// As listed; those of a folder or a pattern by name.
    case name
    /// Mixed by the seed.
    case shuffle
  }

  /// At least one.
  package var paths: [ImagePath]
  package var order: Order

  /// Gathers pictures.
  package init(paths: [ImagePath], order: Order = .name) {
    self.paths = paths
    self.order = order
  }
}

/// A picture, a folder of them, or a pattern that chooses some.
package struct ImagePath: Hashable, Sendable {
  /// As written, relative to the project's folder, absolute, or from `~`: a file, a folder (ends in
  /// `/`, or is one), or a pattern with `*`, `?` or `[…]`.
  package var path: String
  /// What must be seen whatever the picture's shape; nil lets voimo find it.
  package var focus: Focus?
  package var span: SourceSpan

  /// Names pictures.
  package init(path: String, focus: Focus? = nil, span: SourceSpan) {
    self.path = path
    self.focus = focus
    self.span = span
  }

  /// Whether the path is a pattern, which may choose any number of files.
  package var isPattern: Bool { path.contains { "*?[".contains($0) } }
}

/// A point of a picture.
package struct Focus: Hashable, Sendable {
  /// From the left, 0 to 1.
  package var x: Double
  /// From the top, 0 to 1.
  package var y: Double

  /// Takes a point.
  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// Pictures that a project names, and the field that names them.
package struct NamedImage: Hashable, Sendable {
  /// `images`, `sections.chorus.image`.
  package var field: String
  package var image: ImagePath
}

extension Project {
  /// Every picture, folder and pattern that the project names, in the order of the file.
  ///
  /// Says nothing about whether they are there.
  package var namedImages: [NamedImage] {
    (images?.paths ?? []).map { NamedImage(field: "images", image: $0) }
      + sections.flatMap { change in
        (change.image?.paths ?? []).map {
          NamedImage(field: "sections.\(change.key).image", image: $0)
        }
      }
  }
}
