import Foundation
import Testing
import VoimoPaint
import VoimoSignal

/// Words as the tables hold them.
private enum PromptTest {
  static func key(_ text: String) -> String {
    text.lowercased().folding(options: .diacriticInsensitive, locale: nil)
      .replacing("-", with: " ").replacing("'", with: "").replacing("ß", with: "ss")
      .replacing("œ", with: "oe")
  }
}

/// What the painter says that it shows is there in the pixels, and nothing else.
@Suite struct HonestyTests {
  /// The share of pixels that differ by more than grain does.
  private func changed(_ a: PlanarPicture, _ b: PlanarPicture) -> Double {
    func far(_ x: [UInt8], _ y: [UInt8]) -> Int {
      zip(x, y).count { abs(Int($0) - Int($1)) > 9 }
    }
    let luma = far(a.y, b.y), color = max(far(a.cb, b.cb), far(a.cr, b.cr)) * 4
    return Double(max(luma, color)) / Double(a.y.count)
  }

  @Test(arguments: SceneKind.allCases)
  func `a thing that a scene promises is seen, one that it does not is not painted`(
    _ scene: SceneKind
  ) {
    for thing in Detail.allCases where thing.isNameable {
      let light: Light = thing == .sun || thing == .rainbow ? .day : .night
      // What is there unasked must show that it can be taken away.
      let without = SceneRecipe(scene: scene, light: light, absent: [thing])
      let with = SceneRecipe(
        scene: scene, light: light, things: [Thing(kind: thing)], moon: thing == .moon ? .full : nil
      )
      let share = changed(painted(without), painted(with))
      if scene.draws(thing) {
        #expect(share > 0.0004, "\(thing) in \(scene): \(share)")
      } else {
        #expect(
          share < 0.0004 || thing == .planet || thing == .lanterns, "\(thing) in \(scene): \(share)"
        )
      }
    }
  }

  @Test(arguments: [
    ("en", ["a road by day", "a room at night", "the sea at dusk", "outer space"]),
    ("de", ["eine Landstraße am Tag", "ein Zimmer bei Nacht"]),
    ("fr", ["une route de jour", "une chambre la nuit"]),
    ("es", ["una carretera de día", "una habitación de noche"]),
    ("pt", ["uma estrada de dia", "um quarto à noite"]),
    ("it", ["una strada di giorno", "una camera di notte"]), ("ja", ["昼の道", "夜の部屋"]),
  ])
  func `every word of the tables is shown or told, wherever it stands`(
    _ language: String, _ places: [String]
  ) {
    var silent: [String] = []
    for place in places {
      func read(_ text: String) -> (recipe: SceneRecipe, description: SceneDescription) {
        SceneRecipe.read(SceneText(theme: text), seed: 7, stage: .middle)
      }
      var plain = read(place).recipe
      for word in PainterManual.words(in: language) {
        let (recipe, description) = read("\(place), \(word)")
        (plain.layoutSeed, plain.sectionSeed) = (recipe.layoutSeed, recipe.sectionSeed)
        guard recipe == plain, description.cannotShow.isEmpty, description.unknown.isEmpty else {
          continue
        }
        // What is there anyway is said, too.
        let said = description.understood.map { PromptTest.key($0.words) }
        if !said.contains(where: { $0.contains(word) }) { silent.append("\(place): \(word)") }
      }
    }
    #expect(silent.isEmpty, "\(silent.count): \(silent)")
  }

  @Test(arguments: [Detail.car, .house, .boat, .balloon, .tree, .figure])
  func `a color that was named is seen on its thing`(_ thing: Detail) {
    let scene: SceneKind = thing == .boat ? .sea : .sky
    func chroma(_ color: NamedColor?) -> PlanarPicture {
      painted(
        SceneRecipe(scene: scene, light: .day, things: [Thing(kind: thing, color: color)]), 640, 360
      )
    }
    let plain = chroma(nil), red = chroma(.red), blue = chroma(.blue)
    let redder = zip(red.cr, plain.cr).count { Int($0) > Int($1) + 12 }
    let bluer = zip(blue.cb, plain.cb).count { Int($0) > Int($1) + 8 }
    #expect(redder > 8, "\(thing): \(redder)")
    #expect(bluer > 8, "\(thing): \(bluer)")
  }

  @Test(arguments: SceneKind.allCases)
  func `a second place that a scene promises is seen behind it, in every light`(_ scene: SceneKind)
  {
    for other in SceneKind.allCases {
      for light in [Light.day, .night] {
        let plain = SceneRecipe(scene: scene, light: light)
        let with = SceneRecipe(scene: scene, light: light, backdrop: other)
        let share = changed(painted(plain), painted(with))
        #expect(
          scene.backs(other) ? share > 0.004 : share == 0, "\(other) behind \(scene): \(share)")
      }
    }
  }

  @Test func `palms, conifers and broad crowns are three kinds of tree`() {
    func tree(_ form: TreeForm?) -> PlanarPicture {
      painted(
        SceneRecipe(scene: .sky, light: .dusk, things: [Thing(kind: .tree)], treeForm: form))
    }
    #expect(changed(tree(nil), tree(.palm)) > 0.01)
    #expect(changed(tree(nil), tree(.conifer)) > 0.01)
    #expect(changed(tree(.palm), tree(.conifer)) > 0.01)
  }

  @Test func `two moons are two bright discs, no moon is none, a crescent is less than a full one`()
  {
    func bright(_ things: [Thing], _ moon: MoonShape? = nil, absent: [Detail] = []) -> Int {
      painted(
        SceneRecipe(
          scene: .desert, light: .night, things: things, absent: absent + [.clouds], moon: moon),
        640, 360
      ).y.count { $0 > 200 }
    }
    let full = bright([Thing(kind: .moon)], .full)
    let crescent = bright([Thing(kind: .moon)], .crescent)
    let two = bright([Thing(kind: .moon, count: 2)], .full)
    let none = bright([], absent: [.moon])
    #expect(full > 200, "\(full)")
    #expect(Double(crescent) < 0.7 * Double(full) && crescent > 40, "\(crescent) of \(full)")
    #expect(Double(two) > 1.25 * Double(full), "\(two) against \(full)")
    #expect(none < full / 20, "\(none)")
  }

  @Test func `black and white has no color, in any brush`() {
    for brush in Brush.allCases {
      let picture = painted(
        SceneRecipe(scene: .city, palette: .noir, light: .night, brush: brush, details: [.figure]))
      let most = (picture.cb + picture.cr).map { abs(Int($0) - 128) }.max() ?? 0
      #expect(most <= 4, "\(brush): \(most)")
    }
  }

  @Test(arguments: [SceneKind.sky, .mountains, .city, .sea, .desert, .forest, .road, .room])
  func `somebody's feet stay in the frame while the camera nears`(_ scene: SceneKind) {
    let motion = CameraMotion(zoom: 0.012, push: 0.03)
    func feet(_ time: Double) -> Int? {
      func at(_ things: [Thing], _ absent: [Detail]) -> PlanarPicture {
        painted(
          SceneRecipe(scene: scene, light: .day, things: things, absent: absent), 640, 360,
          moment: ShotMoment(time: time, camera: motion.state(at: time)))
      }
      // Red, so that nothing else is taken for them.
      let with = at([Thing(kind: .figure, color: .red)], []),
        without = at([Thing(kind: .figure, color: .black)], [])
      return (0..<180).last { row in
        (0..<320).contains {
          abs(Int(with.cr[row * 320 + $0]) - Int(without.cr[row * 320 + $0])) > 8
        }
      }
    }
    let first = feet(0), last = feet(8)
    #expect(first != nil && last != nil)
    if let first, let last {
      #expect(first < 178 && last < 178 && last >= first, "\(scene): \(first) \(last)")
    }
  }
}
