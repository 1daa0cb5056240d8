import VoimoBase

/// One key that a mapping of the file may have, with the type of what is read there.
///
/// The only place where its name, kind, range, default and meaning stand: the check, the value that
/// a project gets, the near misses, the reference and the JSON schema are all made from it.
package struct Field<Value: Sendable>: Sendable {
  /// What holds where the key is left out.
  package let fallback: Value
  /// The key's row in the table of its mapping.
  package let row: FieldRow
  private let read: @Sendable (WrittenValue) -> Value?

  /// A field with a default; `shown` says it in other words than the kind's own.
  init(
    _ name: String, _ kind: Kind<Value>, _ documentation: String, default fallback: Value,
    shown: String? = nil
  ) {
    self.fallback = fallback
    read = kind.read
    row = FieldRow(
      name: name, shape: kind.shape, documentation: documentation,
      fallback: shown ?? kind.write(fallback))
  }

  /// A field that may be left out and then says nothing; `otherwise` tells what holds then.
  init<Wrapped: Sendable>(
    _ name: String, _ kind: Kind<Wrapped>, _ documentation: String, otherwise: String? = nil,
    isRequired: Bool = false
  ) where Value == Wrapped? {
    fallback = nil
    read = { kind.read($0).map { .some($0) } }
    row = FieldRow(
      name: name, shape: kind.shape, documentation: documentation, fallback: otherwise,
      isRequired: isRequired)
  }

  /// The key as people write it: `fade_out`.
  package var name: String { row.name }

  /// The value as this field means it.
  ///
  /// What stands here is what `FormatCheck` lets pass, since both ask the kind; a value that is
  /// refused there, or not written, counts as the default.
  func value(in mapping: WrittenValue?) -> Value {
    guard let written = mapping?[name], !written.isEmpty else { return fallback }
    return read(written) ?? fallback
  }
}

/// A key whose value is a mapping with fields of its own.
package struct FieldGroup: Sendable {
  /// The key's row in the table of its mapping.
  package let row: FieldRow
  /// The field that a text in the mapping's place stands for; nil where there is no short form, or
  /// where it stands for several.
  let short: String?

  /// A mapping, with the field that a text in its place stands for.
  init(
    _ name: String, _ fields: [FieldRow], or short: FieldRow? = nil, _ documentation: String,
    otherwise: String? = nil, isRequired: Bool = false
  ) {
    self.init(
      name, fields, orText: short?.shape, short: short?.name, documentation, otherwise: otherwise,
      isRequired: isRequired)
  }

  /// A mapping, with a text in its place that stands for several fields.
  init(
    _ name: String, _ fields: [FieldRow], orText text: Shape?, short: String? = nil,
    _ documentation: String, otherwise: String? = nil, isRequired: Bool = false
  ) {
    self.short = short
    let shape: Shape = text.map { .either([$0, .fields(fields)]) } ?? .fields(fields)
    row = FieldRow(
      name: name, shape: shape, documentation: documentation, fallback: otherwise,
      isRequired: isRequired)
  }

  /// The key as people write it: `render`.
  package var name: String { row.name }
}

/// A field without its type: what the check, the reference and the schema need of it.
package struct FieldRow: Sendable {
  /// As people write it: `fade_out`.
  package var name: String
  /// What may stand there.
  package var shape: Shape
  /// One sentence for the reference.
  package var documentation: String
  /// What holds where it is left out, for the reference; nil for nothing.
  package var fallback: String?
  /// What works today in place of a field that the format knows and voimo cannot do yet.
  ///
  /// Nil when it is built.
  package var unbuilt: String?
  /// Whether its mapping means nothing without it; a profile may still leave it to the file.
  package var isRequired = false

  /// A field that is built.
  init(
    name: String, shape: Shape, documentation: String, fallback: String?, isRequired: Bool = false
  ) {
    self.name = name
    self.shape = shape
    self.documentation = documentation
    self.fallback = fallback
    self.isRequired = isRequired
  }

  /// A field that is not built yet, and what works today.
  init(_ name: String, notBuiltYet documentation: String, today: String) {
    self.name = name
    self.documentation = documentation
    shape = .anything
    unbuilt = today
  }
}

/// A mapping of the file, read through the fields that it may have.
///
/// There is no other way to a value, so that no second range or default can be written beside the
/// table's.
struct FieldValues {
  /// The mapping; nil where none is written.
  let written: WrittenValue?

  /// What a field says, or its default.
  subscript<Value>(_ field: Field<Value>) -> Value { field.value(in: written) }

  /// The mapping under a key.
  subscript(_ group: FieldGroup) -> FieldValues { FieldValues(written: written?[group.name]) }

  /// Whether anything is written under any key.
  var isEmpty: Bool { written?.entries.isEmpty ?? true }

  /// Where a field's value is written; nil where it is not.
  func span<Value>(of field: Field<Value>) -> SourceSpan? { written?[field.name]?.span }

  /// The text under a key as written; nil where it is none.
  func text<Value>(of field: Field<Value>) -> String? { written?[field.name]?.text }
}
