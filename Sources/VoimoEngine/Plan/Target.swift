package import VoimoBase

/// What somebody asks to have built: a step's name, a kind, or a pattern.
///
/// `film` and `prompts/chorus.2` are names; a bare kind such as `prompts` means every step of that
/// kind; in a pattern such as `keyframe/chorus.*` a `*` stands for any characters and a `?` for
/// one.
package struct Target: Hashable, Sendable, CustomStringConvertible {
  /// As typed.
  package let pattern: String
  /// What it stands for, if that is more than itself: any of these patterns.
  private let meanings: [String]

  /// Takes what was typed.
  package init(_ pattern: String) { self.init(pattern, meaning: []) }

  /// Means one step, or all steps of the kind that has this name.
  package init(_ id: StepID) { self.init(id.rawValue) }

  /// Takes what was typed, and the patterns that it stands for.
  package init(_ pattern: String, meaning patterns: [String]) {
    self.pattern = pattern
    meanings = patterns
  }

  package var description: String { pattern }

  /// Whether a step is meant.
  package func matches(_ id: StepID) -> Bool {
    guard meanings.isEmpty else { return meanings.contains { Self.glob($0, matches: id.rawValue) } }
    if id.rawValue == pattern { return true }
    if !pattern.contains("/"), Self.glob(pattern, matches: id.kind) { return true }
    return Self.glob(pattern, matches: id.rawValue)
  }

  /// Whether a step of that kind could be meant.
  package func mayMatch(kind: String) -> Bool {
    guard meanings.isEmpty else {
      return meanings.contains { Target($0).mayMatch(kind: kind) }
    }
    return Self.glob(String(pattern.prefix { $0 != "/" }), matches: kind)
  }

  /// Iterative matching that remembers only the last star: O(pattern · text) at worst.
  private static func glob(_ pattern: String, matches text: String) -> Bool {
    let (pattern, text) = (Array(pattern.unicodeScalars), Array(text.unicodeScalars))
    var (p, t) = (0, 0)
    var star: (pattern: Int, text: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, t)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == text[t] {
        p += 1
        t += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        (p, t) = (last.pattern + 1, last.text + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}

/// A target that means no step.
package struct UnknownTarget: Error, Hashable, Sendable, CustomStringConvertible {
  /// As typed.
  package var target: Target
  /// A step or kind whose name is near.
  package var nearest: String?
  /// Every kind of step that there is, sorted.
  package var kinds: [String]

  /// Looks for what was probably meant.
  init(_ target: Target, in graph: Graph) {
    self.target = target
    let ids = graph.nodes.map(\.id)
    kinds = Set(ids.map(\.kind) + (graph.expansion?.kinds ?? [])).sorted()
    nearest = NearMiss.nearest(to: target.pattern, among: kinds + ids.map(\.rawValue))
  }

  package var description: String {
    guard let nearest else {
      return "no step is named '\(target)'. Kinds of step: \(kinds.joined(separator: ", "))"
    }
    return "no step is named '\(target)'; did you mean '\(nearest)'?"
  }
}

extension Graph {
  /// What targets mean: places of nodes, and whether some may be behind the expansion.
  ///
  /// No targets at all mean everything.
  ///
  /// - Throws: `UnknownTarget` for the first that means nothing and cannot come to mean anything.
  func places(of targets: [Target]) throws(UnknownTarget) -> (places: [Int], needsExpansion: Bool) {
    guard !targets.isEmpty else { return (Array(nodes.indices), expansion != nil) }
    var found: [Int] = []
    var needsExpansion = false
    for target in targets {
      let mayGrow = expansion?.kinds.contains(where: target.mayMatch(kind:)) ?? false
      var matched: [Int] = []
      if let place = place(of: StepID(target.pattern)) {
        matched = [place]
      } else {
        matched = nodes.indices.filter { target.matches(nodes[$0].id) }
      }
      guard mayGrow || !matched.isEmpty else { throw UnknownTarget(target, in: self) }
      needsExpansion = needsExpansion || mayGrow
      found += matched
    }
    return (found, needsExpansion)
  }
}
