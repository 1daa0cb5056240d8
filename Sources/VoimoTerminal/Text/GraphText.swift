import VoimoBase
package import VoimoEngine

/// Writes a plan's graph in the languages that draw graphs.
package struct GraphText {
  private let plan: Plan

  package init(plan: Plan) { self.plan = plan }

  /// A node as machines read it.
  package struct Record: Encodable {
    var step: String
    var decision: String
    var inputs: [Input]

    struct Input: Encodable {
      var name: String
      var from: String
      var output: String
    }
  }

  /// Every node, in the plan's order.
  package var records: [Record] {
    plan.entries.map { entry in
      Record(
        step: entry.id.rawValue, decision: Self.name(entry.decision),
        inputs: entry.step.inputs.map {
          Record.Input(name: $0.name, from: $0.producer.rawValue, output: $0.output)
        })
    }
  }

  /// A Mermaid flow chart; quotes keep any name harmless.
  package var mermaid: String {
    let numbers = numbering
    var lines = ["flowchart LR"]
    for (id, number) in numbers.sorted(by: { $0.value < $1.value }) {
      let decision = plan[id].map(Self.name) ?? "source"
      lines.append("  n\(number)[\"\(Self.escaped(id.rawValue))\"]:::\(decision)")
    }
    for edge in edges(numbers) { lines.append("  n\(edge.from) --> n\(edge.to)") }
    lines += [
      "  classDef reuse fill:#e8f5e9,stroke:#2e7d32", "  classDef run fill:#fff8e1,stroke:#f9a825",
      "  classDef undecided fill:#eceff1,stroke:#607d8b",
      "  classDef source fill:#e3f2fd,stroke:#1565c0",
    ]
    return lines.joined(separator: "\n")
  }

  /// A Graphviz graph.
  package var dot: String {
    let numbers = numbering
    var lines = ["digraph voimo {", "  rankdir=LR; node [shape=box, style=filled];"]
    let colors = [
      "reuse": "#e8f5e9", "run": "#fff8e1", "undecided": "#eceff1", "source": "#e3f2fd",
    ]
    for (id, number) in numbers.sorted(by: { $0.value < $1.value }) {
      let decision = plan[id].map(Self.name) ?? "source"
      let color = colors[decision] ?? "white"
      lines.append(
        "  n\(number) [label=\"\(Self.escaped(id.rawValue))\", fillcolor=\"\(color)\"];")
    }
    for edge in edges(numbers) { lines.append("  n\(edge.from) -> n\(edge.to);") }
    return (lines + ["}"]).joined(separator: "\n")
  }

  private var numbering: [StepID: Int] {
    var numbers: [StepID: Int] = [:]
    for entry in plan.entries {
      for input in entry.step.inputs where numbers[input.producer] == nil {
        numbers[input.producer] = numbers.count
      }
      if numbers[entry.id] == nil { numbers[entry.id] = numbers.count }
    }
    return numbers
  }

  private func edges(_ numbers: [StepID: Int]) -> [(from: Int, to: Int)] {
    plan.entries.flatMap { entry -> [(Int, Int)] in
      let from = Set(entry.step.inputs.compactMap { numbers[$0.producer] }).sorted()
      return from.compactMap { from in numbers[entry.id].map { (from, $0) } }
    }
  }

  private static func name(_ decision: Decision) -> String {
    switch decision {
    case .reuse: "reuse"
    case .run: "run"
    case .undecided: "undecided"
    }
  }

  private static func escaped(_ name: String) -> String {
    name.replacing("\\", with: "\\\\").replacing("\"", with: "'")
  }
}
