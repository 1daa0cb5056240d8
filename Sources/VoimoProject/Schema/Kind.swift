import VoimoBase

/// How one kind of value is written: what a text or list of the file becomes, or why it does not.
///
/// Checking and reading are one function, so that what passes the check is what a project gets.
struct Kind<Value: Sendable>: Sendable {
  /// What may stand there.
  let shape: Shape
  /// The value of something written; nil where `FormatCheck` finds it wrong.
  let read: @Sendable (WrittenValue) -> Value?
  /// A default as people would write it.
  let write: @Sendable (Value) -> String

  /// A kind of one text.
  init(
    _ form: Scalar.Form, write: @escaping @Sendable (Value) -> String = { "\($0)" },
    read: @escaping @Sendable (WrittenText) -> Result<Value, ScalarProblem>
  ) {
    shape = .scalar(
      Scalar(form: form) { text in
        if case .failure(let problem) = read(text) { problem } else { nil }
      })
    self.read = { written in
      guard let text = written.writtenText, case .success(let value) = read(text) else {
        return nil
      }
      return value
    }
    self.write = write
  }

  private init(
    shape: Shape, read: @escaping @Sendable (WrittenValue) -> Value?,
    write: @escaping @Sendable (Value) -> String
  ) {
    self.shape = shape
    self.read = read
    self.write = write
  }

  /// A list of so many values of a kind.
  static func list<Element: Sendable>(
    of element: Kind<Element>, count: ClosedRange<Int>, unique: Bool = false,
    name: String = "entries"
  ) -> Kind where Value == [Element] {
    Kind(
      shape: .list(element.shape, count: count, unique: unique, name: name),
      read: { written in
        guard case .list(let values) = written.content else { return nil }
        let read = values.compactMap(element.read)
        return read.count == values.count && count.contains(read.count) ? read : nil
      },
      write: { "[\($0.map(element.write).joined(separator: ", "))]" })
  }

  /// A value of this kind, or of another that becomes the same.
  func or(_ other: Kind) -> Kind {
    Kind(
      shape: .either([shape, other.shape]), read: { self.read($0) ?? other.read($0) }, write: write)
  }

  /// What this kind reads as another value, where one follows.
  func map<Other: Sendable>(_ change: @escaping @Sendable (Value) -> Other) -> Kind<Other> {
    Kind<Other>(shape: shape, read: { self.read($0).map(change) }, write: { "\($0)" })
  }
}

extension WrittenValue {
  /// The text of a scalar that holds anything; nil for everything else.
  fileprivate var writtenText: WrittenText? {
    guard case .scalar(let text, let isPlain) = content, !isEmpty else { return nil }
    return WrittenText(text, isPlain: isPlain)
  }
}
