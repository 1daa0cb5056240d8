import Testing
import VoimoBase
import VoimoProject

/// Parses a file in which 👉 and 👈 mark places, and compares what is said, in order, with `said`.
///
/// Each expectation is `id: text | hint`, a warning begins with `warning `. The marked places, in
/// their order, are those of the diagnostics that have one.
@discardableResult
func check(
  _ marked: String, profile: String? = nil, says said: String...,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Project? {
  let (yaml, places) = places(in: marked)
  let (project, diagnostics) = Project.parse(
    SourceText(name: "voimo.yaml", text: yaml), profile: profile)
  #expect(diagnostics.map(line) == said, sourceLocation: sourceLocation)
  var spans: [SourceSpan] = []
  for case let span? in diagnostics.map(\.span) where span != spans.last { spans.append(span) }
  #expect(spans == places, sourceLocation: sourceLocation)
  #expect(
    (project == nil) == diagnostics.contains { $0.severity == .error },
    sourceLocation: sourceLocation)
  return project
}

/// Parses a file that is right, and gives the project.
func project(
  _ yaml: String, profile: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Project {
  let (project, diagnostics) = Project.parse(
    SourceText(name: "voimo.yaml", text: yaml), profile: profile)
  #expect(diagnostics.map(line) == [], sourceLocation: sourceLocation)
  return try #require(project, sourceLocation: sourceLocation)
}

/// A diagnostic on one line: `id: text | hint`.
func line(_ diagnostic: Diagnostic) -> String {
  (diagnostic.severity == .warning ? "warning " : "")
    + "\(diagnostic.message.id): \(diagnostic.message.text)"
    + (diagnostic.message.hint.map { " | \($0)" } ?? "")
}

private func places(in marked: String) -> (yaml: String, places: [SourceSpan]) {
  var yaml = ""
  var places: [SourceSpan] = []
  var (line, column) = (1, 1)
  for scalar in marked.unicodeScalars {
    switch scalar {
    case "👉": places.append(SourceSpan(line: line, column: column))
    case "👈": places[places.count - 1].length = column - places[places.count - 1].column
    case "\n":
      yaml.unicodeScalars.append(scalar)
      (line, column) = (line + 1, 1)
    default:
      yaml.unicodeScalars.append(scalar)
      column += 1
    }
  }
  return (yaml, places)
}
