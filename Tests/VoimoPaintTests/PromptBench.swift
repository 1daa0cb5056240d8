import Foundation
import Testing
import VoimoPaint
import VoimoSignal

/// One prompt of the bench, with what must be seen.
struct BenchPrompt {
  /// Something that the prompt asks for: `thing=car:2:red`, `place=sea`.
  struct Wish {
    /// The word that asks; empty where the set does not say.
    var word: String
    var key: String
    var value: String
  }

  /// What became of a wish.
  enum Fate { case seen, told, silent }

  var text: String
  var artist: String
  var wanted: [Wish]
  /// What must not be drawn: `thing:moon`.
  var unwanted: [String]

  /// The prompts of a set in `Benchmarks/prompts`; none where the checkout has no such folder.
  static func all(of set: String) -> [BenchPrompt] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Benchmarks/prompts/\(set).txt").path
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard !line.hasPrefix("#") else { return nil }
      // A prompt may hold the sign itself: `[cat|dog]`.
      let parts = line.components(separatedBy: " | ").map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " |"))
      }
      guard let text = parts.first, let wishes = parts.last, parts.count > 1 else { return nil }
      let items = wishes.split(separator: " ").map(String.init)
      return BenchPrompt(
        text: text, artist: parts.count > 2 ? parts[1] : "",
        wanted: items.compactMap(wish),
        unwanted: items.filter { $0.hasPrefix("not=") }.map { String($0.dropFirst(4)) })
    }
  }

  private static func wish(_ item: String) -> Wish? {
    guard !item.hasPrefix("not="), let equals = item.lastIndex(of: "=") else { return nil }
    let left = item[..<equals].split(separator: ">").map(String.init)
    guard let key = left.last else { return nil }
    return Wish(
      word: left.count > 1 ? left[0] : "", key: key,
      value: String(item[item.index(after: equals)...])
    )
  }

  /// What became of the wishes, what was drawn that must not be, and what the painter says.
  func judge() -> (fates: [Fate], wrong: [String], shortfall: String?) {
    let (recipe, description) = SceneRecipe.read(
      SceneText(theme: text, artist: artist), seed: 11, stage: .middle)
    let told = (description.cannotShow + description.unknown).map { $0.lowercased() }
    let fates = wanted.map { wish -> Fate in
      if isSeen(wish.key, wish.value, in: recipe) { return .seen }
      let word = wish.word.lowercased()
      // A window of a room is there though nobody asks for it.
      let isPart = description.understood.contains {
        $0.value.hasPrefix("part of ") && $0.words.lowercased().contains(word)
      }
      if wish.key == "thing", !word.isEmpty, isPart { return .seen }
      let isTold = word.isEmpty ? !told.isEmpty : told.contains { $0.contains(word) }
      return isTold ? .told : .silent
    }
    return (fates, unwanted.filter { isDrawn($0, in: recipe) }, description.shortfall)
  }

  private func isDrawn(_ item: String, in recipe: SceneRecipe) -> Bool {
    let parts = item.split(separator: ":").map(String.init)
    if parts[0] == "thing" { return recipe.details.contains { $0.rawValue == parts[1] } }
    return isSeen(parts[0], parts[1], in: recipe)
  }

  private func isSeen(_ key: String, _ value: String, in recipe: SceneRecipe) -> Bool {
    switch key {
    case "place": return recipe.scene.rawValue == value || recipe.backdrop?.rawValue == value
    case "hour": return recipe.light.rawValue == value
    case "weather": return recipe.weather.rawValue == value
    case "moon": return recipe.moon?.rawValue == value
    case "brush": return recipe.brush.rawValue == value
    case "palette": return recipe.palette.rawValue == value
    case "without":
      guard let kind = Detail(rawValue: value) else { return false }
      let isThereUnasked = [.moon, .sun, .stars, .clouds].contains(kind)
      return !recipe.details.contains(kind) && (recipe.absent.contains(kind) || !isThereUnasked)
    default: return isPainted(value, in: recipe)
    }
  }

  /// Whether a thing is in the pixels, not in the recipe alone: the picture without it is another.
  private func isPainted(_ value: String, in recipe: SceneRecipe) -> Bool {
    if let pose = Pose(rawValue: value) {
      // Somebody does it: who stands looks otherwise.
      guard recipe.pose == pose, recipe.details.contains(.figure) else { return false }
      var still = recipe
      still.pose = nil
      return isOther(painted(recipe), than: painted(still))
    }
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
    return isOther(painted(recipe), than: painted(without))
  }

  private func isOther(_ a: PlanarPicture, than b: PlanarPicture) -> Bool {
    let changed = zip(a.y, b.y).count { abs(Int($0) - Int($1)) > 9 }
    return Double(changed) / Double(a.y.count) > 0.0003
  }
}

@Suite struct PromptBenchTests {
  @Test func `of the bench's wishes the painter shows what it is known to, and tells the rest`() {
    let prompts = BenchPrompt.all(of: "prompts")
    #expect(prompts.count >= 60)
    let judged = prompts.map { ($0, $0.judge()) }
    let seen = judged.reduce(0) { $0 + $1.1.fates.count(where: { $0 == .seen }) }
    let all = judged.reduce(0) { $0 + $1.1.fates.count }
    let whole = judged.count { $0.1.fates.allSatisfy { $0 == .seen } }
    // What is not seen is said: nobody has to find out by looking.
    let silent = judged.filter { $0.1.fates.contains(.silent) }
    #expect(Double(seen) / Double(all) > 0.82, "\(seen) of \(all)")
    #expect(whole >= 36, "\(whole) of \(prompts.count)")
    #expect(silent.count <= 1, "\(silent.map(\.0.text))")
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["VOIMO_BENCH"] != nil),
    arguments: ["prompts", "blind"])
  func `the figure, prompt by prompt`(_ set: String) {
    var seen = 0, all = 0, whole = 0, told = 0, things = 0, thingsSeen = 0, silent = 0, wrong = 0
    let prompts = BenchPrompt.all(of: set)
    for prompt in prompts {
      let (fates, drawn, shortfall) = prompt.judge()
      func list(_ fate: BenchPrompt.Fate) -> [String] {
        zip(prompt.wanted, fates).filter { $0.1 == fate }.map { "\($0.0.key)=\($0.0.value)" }
      }
      let missing =
        list(.told) + list(.silent).map { "\($0) (not told)" } + drawn.map { "not \($0)" }
      seen += fates.count { $0 == .seen }
      all += fates.count
      silent += fates.count { $0 == .silent }
      wrong += drawn.count
      for (wish, fate) in zip(prompt.wanted, fates) where wish.key == "thing" {
        things += 1
        thingsSeen += fate == .seen ? 1 : 0
      }
      if missing.isEmpty {
        whole += 1
      } else if drawn.isEmpty && !fates.contains(.silent) {
        told += 1
      }
      let text = prompt.text.replacing("|", with: "\\|")
      print(
        "BENCH \(set) | \(text) | \(missing.isEmpty ? "all" : missing.joined(separator: " ")) | \(shortfall ?? "") |"
      )
    }
    print(
      "BENCHSUM \(set) wishes seen: \(seen) of \(all); things: \(thingsSeen) of \(things); prompts shown whole: \(whole) of \(prompts.count); of the others, told: \(told); wishes neither seen nor told: \(silent); drawn though not meant: \(wrong)"
    )
  }
}
