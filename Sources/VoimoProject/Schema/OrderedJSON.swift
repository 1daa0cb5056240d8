/// JSON as a value that is written the same way every time.
indirect enum OrderedJSON {
  case text(String)
  /// Finite; written without a fraction when it has none.
  case number(Double)
  case flag(Bool)
  case list([OrderedJSON])
  /// Members in this order.
  case object([(String, OrderedJSON)])

  /// The members of an object; none for anything else.
  var members: [(String, OrderedJSON)] {
    guard case .object(let members) = self else { return [] }
    return members
  }

  /// The text, its inner lines indented by `indent` levels and more; short lists stay on one line.
  func written(indent: Int) -> String {
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch self {
    case .text(let text): return Self.quoted(text)
    case .number(let number):
      return number == number.rounded() && abs(number) < 0x1p53
        ? "\(Int(number))" : "\(number)"
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let values):
      let parts = values.map { $0.written(indent: indent + 1) }
      let line = "[" + parts.joined(separator: ", ") + "]"
      if line.count <= 80, !line.contains("\n") { return line }
      return "[\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { "\(inner)\(Self.quoted($0)): \($1.written(indent: indent + 1))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  /// A text in quotes, with JSON's escapes.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      default:
        if scalar.value < 0x20 {
          let code = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}

extension OrderedJSON: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}

extension OrderedJSON: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: OrderedJSON...) { self = .list(elements) }
}
