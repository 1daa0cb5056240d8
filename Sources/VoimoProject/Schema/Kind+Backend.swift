import VoimoBase

extension Kind where Value == String {
  /// The name of a back end, whether there is one or not: `sdapi`, `worker:style`.
  static let backend = Kind(.backend) { written in
    if isBackend(written.text) { return .success(written.text) }
    return .failure(
      repairable(
        written,
        ScalarProblem(
          wanted: "the name of a back end: small letters, digits and - : _",
          hint: isBackend(written.text.lowercased()) ? "write \(written.text.lowercased())" : nil),
        if: isBackend))
  }

  /// A value that only a back end understands.
  static let setting = Kind(.setting) { written in
    let text = written.text
    if isBlank(text) { return .failure(.noValue(wanted: "a value")) }
    if text.unicodeScalars.count > 4096 {
      return .failure(
        ScalarProblem(id: "text-too-long", wanted: "text of at most 4096 characters"))
    }
    if text.contains("${") {
      return .failure(
        ScalarProblem(
          id: "no-variables", wanted: "a value",
          says: "names a variable; only api_key and other secrets are read from one",
          hint: "write the value itself"))
    }
    if holdsPassword(text) { return .failure(literal) }
    return .success(text)
  }

  /// The variable that a secret is read from, as `${NAME}`.
  static let secret = Kind(.secret) { written in
    if SecretText.variable(written.text) != nil { return .success(written.text) }
    if written.text.hasPrefix("$") {
      let name = written.text.drop { "${(".contains($0) }.prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")
      }
      if SecretText.variable("${\(name)}") != nil {
        return .failure(
          ScalarProblem(
            id: "literal-secret", wanted: "the name of a variable",
            says: "is not the name of a variable", hint: "write \"${\(name)}\""))
      }
    }
    return .failure(literal)
  }

  private static var literal: ScalarProblem {
    ScalarProblem(
      id: "literal-secret", wanted: "the name of a variable", says: "contains a literal key",
      showsText: false,
      hint: "use \"${VOIMO_KEY}\" and set that variable; this file is meant for git")
  }

  /// A server's address.
  static let url = Kind(.url) { written in
    if holdsPassword(written.text) { return .failure(literal) }
    if isAddress(written.text) { return .success(written.text) }
    let hint =
      isAddress("http://\(written.text)") && written.text.contains(where: { ".:".contains($0) })
      ? "write \"http://\(written.text)\"" : "\"http://gpu1:7860\""
    return .failure(
      repairable(written, ScalarProblem(wanted: "an address", hint: hint), if: isAddress))
  }

  /// Where a model runs.
  static let device = Kind(.device) { written in
    if isDevice(written.text) { return .success(written.text) }
    return .failure(
      repairable(
        written,
        ScalarProblem(
          wanted: "a device",
          hint: isDevice(written.text.lowercased())
            ? "write \(written.text.lowercased())" : "cpu, cuda, \"cuda:0\" or mps"),
        if: isDevice))
  }

  /// A folder or file of the machine, which no project's folder can be meant for.
  static let machinePath = Kind(.machinePath) { written in
    let wanted = "a whole path from / or ~/"
    var path = written.text
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    if ["/", "~"].contains(path) { return .success(written.text) }
    if let problem = PathText.problem(with: WrittenText(path, isPlain: written.isPlain)),
      PathText.isFromRoot(path) || problem.says != nil
    {
      return .failure(problem)
    }
    guard PathText.isFromRoot(path) else {
      return .failure(
        ScalarProblem(
          id: "relative-path", wanted: wanted,
          hint: "voimo runs in many folders: /srv/\(path) or ~/\(path)"))
    }
    return .success(written.text)
  }

  /// The key of a sections, ports or slots mapping that names a device or a back end.
  static let slot = Kind(.backend) { written in
    isBackend(written.text)
      ? .success(written.text)
      : .failure(ScalarProblem(wanted: "a device or a back end", hint: "\"cuda:0\" or sdapi"))
  }

  private static func isBackend(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 64,
      let last = text.utf8.last, !"-:_".utf8.contains(last)
    else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "-:_".utf8.contains($0)
    }
  }

  private static func isDevice(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, (2...16).contains(name.utf8.count),
      name.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return false }
    if parts.count == 1 { return true }
    return parts.count == 2 && (1...3).contains(parts[1].utf8.count)
      && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isAddress(_ text: String) -> Bool {
    guard let scheme = ["http://", "https://"].first(where: { text.hasPrefix($0) }) else {
      return false
    }
    let rest = text.dropFirst(scheme.count)
    return !rest.isEmpty && rest.first != "/" && text.utf8.count <= 2000
      && rest.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }

  /// Whether an address holds a name and a password: `http://me:secret@host`.
  private static func holdsPassword(_ text: String) -> Bool {
    guard let scheme = text.firstRange(of: "://") else { return false }
    let host = text[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
    guard let at = host.lastIndex(of: "@") else { return false }
    return host[..<at].contains(":")
  }
}
