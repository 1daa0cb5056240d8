import Foundation
import Testing
import VoimoPaint

@Suite struct RecipeTests {
  private func check(
    _ prompt: String, negative: String = "", theme: String = "", artist: String = "",
    scene: SceneKind? = nil, light: Light? = nil, weather: Weather? = nil,
    palette: PaletteName? = nil,
    brush: Brush? = nil, details: [Detail] = [], without: [Detail] = [],
    _ location: SourceLocation = #_sourceLocation
  ) {
    let recipe = SceneRecipe(
      prompt: prompt, negativePrompt: negative, theme: theme, artist: artist, seed: 1)
    if let scene { #expect(recipe.scene == scene, sourceLocation: location) }
    if let light { #expect(recipe.light == light, sourceLocation: location) }
    if let weather { #expect(recipe.weather == weather, sourceLocation: location) }
    if let palette { #expect(recipe.palette == palette, sourceLocation: location) }
    if let brush { #expect(recipe.brush == brush, sourceLocation: location) }
    for detail in details { #expect(recipe.details.contains(detail), sourceLocation: location) }
    for detail in without { #expect(!recipe.details.contains(detail), sourceLocation: location) }
  }

  @Test func `words choose the scene`() {
    check("neon city in the rain", scene: .city, light: .night, weather: .rain, palette: .neon)
    check("aerial view of a dark coastline before dawn", scene: .sea)
    check("car racing through a tunnel of light", scene: .tunnel, details: [.car])
    check("empty coastal highway at night, headlights, sea fog", light: .night, weather: .fog)
    check("a winding road at dusk", scene: .road, light: .dusk)
    check("misty pine forests", scene: .forest, weather: .fog)
    check("snow-capped peaks in the morning", scene: .mountains, light: .dawn, weather: .snow)
    check("galaxies and dying stars", scene: .space, details: [.stars])
    check("the dunes of the Sahara", scene: .desert)
    check("whales in the deep sea, coral", scene: .underwater, details: [.whale])
    check("everything is burning, embers", scene: .fire)
    check("lanterns over the harbor", scene: .sea, light: .night, details: [.lanterns])
    check("fluid geometric dream", scene: .flow)
    check("clouds drifting in a blue sky", scene: .sky, weather: .cloudy, palette: .blue)
    check("a city by the sea", scene: .city)
    check("a mountain lake", scene: .sea)
  }

  @Test func `a named hour or place outweighs one that a word only suggests`() {
    check("lantern harbour at dusk", scene: .sea, light: .dusk)
    check("stars before sunrise over the mountains", scene: .mountains, light: .dawn)
    check("a car in the desert", scene: .desert, details: [.car])
  }

  @Test func `plurals and capitals do not matter`() {
    check("MOUNTAINS", scene: .mountains)
    check("mountain", scene: .mountains)
    check("It was raining", weather: .rain)
    check("sailing ships", scene: .sea, details: [.boat])
  }

  @Test func `the prompt says what is shown, the theme fills in`() {
    check("a forest", theme: "a city at night", scene: .forest, light: .night)
    check("something", theme: "the same highway at sunrise", scene: .road, light: .dawn)
    check("a lake", theme: "golden light, gold and brass", scene: .sea, palette: .gold)
  }

  @Test func `the negative prompt takes words and weather out`() {
    check("city in the rain", negative: "rain", scene: .city, weather: .clear)
    check("harbor with boats", negative: "boat, people", without: [.boat])
    check("city, forest", negative: "city", scene: .forest)
  }

  @Test func `the artist chooses the brush`() {
    check("sea", artist: "Georges Seurat", brush: .pointillist)
    check("sea", artist: "J. M. W. Turner, watercolour", brush: .wash)
    check("sea", artist: "Gustave Doré", palette: .noir, brush: .ink)
    check("sea", artist: "Roy Lichtenstein", brush: .halftone)
    check("sea", artist: "synthwave poster", palette: .neon, brush: .neon)
    check("sea", artist: "Picasso", brush: .facet)
    check("sea", artist: "Edward Hopper, cinematic 35mm", brush: .film)
    check("sea", artist: "nobody known", brush: .film)
    check("a watercolor of the sea", brush: .wash)
  }

  @Test func `any text gives a recipe`() {
    for text in ["", " ", "\u{0}", "🎸🎸", "日本の海", String(repeating: "a b ", count: 20_000)] {
      let recipe = SceneRecipe(prompt: text, theme: text, artist: text, seed: .max)
      #expect(!recipe.summary.isEmpty)
    }
  }

  @Test func `equal prompts and seeds give equal recipes, others differ`() {
    func recipe(_ prompt: String, _ seed: UInt64 = 1) -> SceneRecipe {
      SceneRecipe(prompt: prompt, seed: seed)
    }
    #expect(recipe("the sea") == recipe("the sea"))
    #expect(recipe("The  sea.") == recipe("the sea"))
    #expect(recipe("the sea") != recipe("a sea"))
    #expect(recipe("the sea") != recipe("the sea", 2))
    #expect(recipe("take 1") != recipe("take 2"))
  }

  @Test func `different prompts look different`() {
    let prompts = [
      "the sea", "a sea", "the sea at night", "a calm sea", "mountains", "the mountains", "city",
      "cities at night",
      "a road", "the road", "hope", "love", "love me", "space", "deep space", "forest", "a forest",
      "fire", "tunnel",
      "the tunnel", "desert", "the desert", "underwater", "under water", "abstract flow", "flowing",
    ]
    let pictures = prompts.map { painted(SceneRecipe(prompt: $0, seed: 5), 160, 90) }
    for a in prompts.indices {
      for b in prompts.indices where b > a {
        let d = difference(pictures[a], pictures[b])
        #expect(d > 3, "\(prompts[a]) and \(prompts[b]): \(d)")
      }
    }
  }

  @Test func `a recipe survives JSON, and its JSON is stable`() throws {
    let recipe = SceneRecipe(
      scene: .city, palette: .neon, light: .night, weather: .rain, brush: .ink,
      details: [.car, .moon],
      layoutSeed: .max)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = try encoder.encode(recipe)
    #expect(try JSONDecoder().decode(SceneRecipe.self, from: data) == recipe)
    #expect(
      String(decoding: data, as: UTF8.self)
        == #"{"absent":[],"brush":"ink","isBlackSun":false,"layoutSeed":18446744073709551615,"light":"night","palette":"neon","scene":"city","sectionSeed":1,"things":[{"kind":"moon"},{"kind":"car"}],"weather":"rain"}"#
    )
    #expect(recipe.summary == "city at night · rain · moon, car · neon palette · ink brush")
  }

  @Test func `camera rates are per second`() {
    let motion = CameraMotion(zoom: 0.05, panX: 0.1, rotate: -2, push: 0.3)
    #expect(motion.state(at: 0) == .still)
    let later = motion.state(at: 4)
    #expect(abs(later.zoom - 1.21550625) < 1e-9)
    #expect(abs(later.panX - 0.4) < 1e-12 && later.rotate == -8 && abs(later.push - 1.2) < 1e-12)
    #expect(abs(CameraMotion(zoom: 0.21).state(at: 0.5).zoom - 1.1) < 1e-9)
  }
}
