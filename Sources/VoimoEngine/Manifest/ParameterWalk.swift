package import VoimoBase

/// The walk over a step's parameters; each call names one and writes its value canonically.
///
/// Numbers are written in their shortest form that reads back equal, the same on every machine and
/// in every locale.
package struct ParameterWalk {
  /// The manifest's bytes so far.
  private(set) var written: FieldBytes

  /// Begins a walk on its own, to look at what a step writes.
  package init() { written = FieldBytes() }

  /// Goes on behind a manifest's first fields.
  init(after head: FieldBytes) { written = head }

  /// Name and written value, in walking order.
  package var fields: [(name: String, value: String)] {
    (FieldBytes.decode(written.bytes[...]) ?? [])
      .filter { $0.name.hasPrefix("parameter ") }
      .map { (String($0.name.dropFirst("parameter ".count)), $0.value) }
  }

  /// A text, as it is.
  package mutating func field(_ name: String, _ value: String) {
    written.append(prefix: "parameter ", name, value)
  }

  /// A whole number.
  package mutating func field(_ name: String, _ value: Int) { field(name, String(value)) }

  /// A number; every NaN is written alike, and minus zero as zero.
  package mutating func field(_ name: String, _ value: Double) {
    field(name, value.isNaN ? "nan" : value == 0 ? "0.0" : value.description)
  }

  /// A time or length in seconds.
  package mutating func field(_ name: String, _ value: Seconds) { field(name, value.value) }

  /// True or false.
  package mutating func field(_ name: String, _ value: Bool) {
    field(name, value ? "true" : "false")
  }

  /// The hash of something that is not another step's output, a font file say.
  package mutating func field(_ name: String, _ value: ContentHash) { field(name, value.hex) }

  /// A text that may be missing; missing differs from empty.
  package mutating func field(_ name: String, _ value: String?) {
    if let value { field(name, value) }
  }
}
