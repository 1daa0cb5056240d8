import Foundation
import Testing
import VoimoPaint
import VoimoSignal

/// The prompts of the bench, each with what must be seen.
struct BenchPrompt {
  var text: String
  var artist: String
  /// `thing=car:2:red`, `place=sea`.
  var wanted: [(key: String, value: String)]

  /// The prompts in `Benchmarks/prompts`; none where the checkout has no such folder.
  static func all() -> [BenchPrompt] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Benchmarks/prompts/prompts.txt").path
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard !line.hasPrefix("#") else { return nil }
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard parts.count == 3 else { return nil }
      let wanted = parts[2].split(separator: " ").compactMap {
        item -> (key: String, value: String)? in
        let pair = item.split(separator: "=").map(String.init)
        return pair.count == 2 ? (pair[0], pair[1]) : nil
      }
      return BenchPrompt(text: parts[0], artist: parts[1], wanted: wanted)
    }
  }

  /// Which of the wanted are seen, and what the painter says is missing.
  func judge() -> (seen: [Bool], shortfall: String?) {
    let (recipe, description) = SceneRecipe.read(
      SceneText(theme: text, artist: artist), seed: 11, stage: .middle)
    return (wanted.map { isSeen($0.key, $0.value, in: recipe) }, description.shortfall)
  }

  private func isSeen(_ key: String, _ value: String, in recipe: SceneRecipe) -> Bool {
    switch key {
    case "place": return recipe.scene.rawValue == value
    case "hour": return recipe.light.rawValue == value
    case "weather": return recipe.weather.rawValue == value
    case "moon": return recipe.moon?.rawValue == value
    case "brush": return recipe.brush.rawValue == value
    case "palette": return recipe.palette.rawValue == value
    case "without":
      guard let kind = Detail(rawValue: value) else { return false }
      return !recipe.details.contains(kind)
    default: return isPainted(value, in: recipe)
    }
  }

  /// Whether a thing is in the pixels, not in the recipe alone: the picture without it is another.
  private func isPainted(_ value: String, in recipe: SceneRecipe) -> Bool {
    let parts = value.split(separator: ":").map(String.init)
    guard let kind = Detail(rawValue: parts[0]),
      let thing = recipe.things.first(where: { $0.kind == kind })
    else { return false }
    for part in parts.dropFirst() {
      if let count = Int(part) {
        guard thing.count == count else { return false }
      } else {
        let isBlackSun = kind == .sun && part == "black" && recipe.isBlackSun
        guard thing.color?.rawValue == part || isBlackSun else { return false }
      }
    }
    var without = recipe
    without.things.removeAll { $0.kind == kind }
    without.absent.append(kind)
    let a = painted(recipe), b = painted(without)
    let changed = zip(a.y, b.y).count { abs(Int($0) - Int($1)) > 9 }
    return Double(changed) / Double(a.y.count) > 0.0003
  }
}

@Suite struct PromptBenchTests {
  @Test func `of the bench's wishes the painter shows what it is known to, and tells the rest`() {
    let prompts = BenchPrompt.all()
    #expect(prompts.count >= 60)
    let judged = prompts.map { ($0, $0.judge()) }
    let seen = judged.reduce(0) { $0 + $1.1.seen.count(where: { $0 }) }
    let all = judged.reduce(0) { $0 + $1.1.seen.count }
    let whole = judged.count { $0.1.seen.allSatisfy { $0 } }
    // What isn't seen is said: nobody has to find out by looking.
    let silent = judged.filter { prompt, result in
      result.shortfall == nil && !result.seen.allSatisfy { $0 }
    }
    #expect(Double(seen) / Double(all) > 0.82, "\(seen) of \(all)")
    #expect(whole >= 36, "\(whole) of \(prompts.count)")
    #expect(silent.count <= 1, "\(silent.map(\.0.text))")
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["VOIMO_BENCH"] != nil))
  func `the figure, prompt by prompt`() {
    var seen = 0, all = 0, whole = 0, told = 0, things = 0, thingsSeen = 0
    let prompts = BenchPrompt.all()
    for prompt in prompts {
      let (marks, shortfall) = prompt.judge()
      let missing = zip(prompt.wanted, marks).filter { !$0.1 }.map { "\($0.0.key)=\($0.0.value)" }
      seen += marks.count { $0 }
      all += marks.count
      for (wish, mark) in zip(prompt.wanted, marks) where wish.key == "thing" {
        things += 1
        thingsSeen += mark ? 1 : 0
      }
      if missing.isEmpty { whole += 1 } else if shortfall != nil { told += 1 }
      print(
        "BENCH | \(prompt.text) | \(missing.isEmpty ? "all" : missing.joined(separator: " ")) | \(shortfall ?? "") |"
      )
    }
    print(
      "BENCHSUM wishes seen: \(seen) of \(all); things: \(thingsSeen) of \(things); prompts shown whole: \(whole) of \(prompts.count); of the others, told: \(told)"
    )
  }
}
