/// Writes texts so that a shell takes them as one word each.
package enum ShellWord {
  /// A text as it can be pasted into a command: as it is where that is safe, else in quotes.
  package static func quoted(_ text: String) -> String {
    // What begins with a hyphen would be taken for an option.
    let word = text.hasPrefix("-") ? "./\(text)" : text
    let isSafe = word.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        ? "/._-+:,@%=".unicodeScalars.contains(scalar) || isLetterOrDigit(scalar) : false
    }
    guard word.isEmpty || !isSafe else { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
