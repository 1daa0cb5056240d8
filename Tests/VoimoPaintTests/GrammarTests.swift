import Testing
import VoimoPaint

/// How words stand to each other: what is meant as a picture in words, whose it is, who does it.
@Suite struct GrammarTests {
  private func read(
    _ theme: String, stage: FilmStage = .middle
  ) -> (recipe: SceneRecipe, description: SceneDescription) {
    SceneRecipe.read(SceneText(theme: theme), seed: 7, stage: stage)
  }

  private func told(_ text: String) -> [String] {
    let description = read(text).description
    return description.cannotShow + description.unknown
  }

  @Test(arguments: [
    ("a sea of people", SceneKind.sky, Weather.clear), ("ein Meer aus Menschen", .sky, .clear),
    ("Menschenmeer auf einer Wiese", .sky, .clear), ("un mar de gente en la ciudad", .city, .clear),
    ("rain of sparks in a city", .city, .clear), ("Funkenregen über der Stadt", .city, .clear),
    ("une pluie d'étincelles dans la ville", .city, .clear),
    ("an ocean of doubt in the desert", .desert, .clear),
    ("a storm of emotions on a road", .road, .clear),
    ("a mountain of books in a room", .room, .clear),
    ("una lluvia de flores en el bosque", .forest, .clear),
  ])
  func `so much of something is no sea and no rain`(
    _ text: String, _ scene: SceneKind, _ weather: Weather
  ) {
    let recipe = read(text).recipe
    #expect(recipe.scene == scene && recipe.weather == weather, "\(text): \(recipe.summary)")
  }

  @Test(arguments: [
    ("mountains of glass", SceneKind.mountains), ("a forest of birches", .forest),
    ("fields of barley", .sky),
    ("the sea of Japan", .sea), ("mar del norte", .sea), ("a sea of ice", .sea),
    ("fields of gold", .sky),
    ("rain in the summer of 69", .sky), ("Wald aus Tannen", .forest), ("mar de noche", .sea),
  ])
  func `what can really be made of it is`(_ text: String, _ scene: SceneKind) {
    #expect(read(text).recipe.scene == scene, "\(text): \(read(text).recipe.summary)")
  }

  @Test(arguments: [
    ("street lights like stars", Detail.stars), ("eyes like the moon, a city", .moon),
    ("bright as the sun, a room at night", .sun), ("Lichter wie Sterne über der Stadt", .stars),
    ("des yeux comme la lune", .moon), ("ojos como estrellas", .stars),
    ("moonlight sonata in a room", .moon), ("Mondscheinsonate im Zimmer", .moon),
    ("a crescent of hope", .moon), ("burning love", .campfire),
    ("a burning desire by the sea", .campfire),
    ("under the burning sun of the desert", .campfire),
    ("my father's boat shed in a forest", .figure),
    ("grandmother's kitchen", .figure), ("the wolf's forest", .figure),
  ])
  func `pictures in words are not drawn`(_ text: String, _ thing: Detail) {
    let recipe = read(text).recipe
    #expect(!recipe.details.contains(thing), "\(text): \(recipe.summary)")
  }

  @Test func `what only sounds like a picture in words is drawn`() {
    #expect(read("children as they run on a beach").recipe.details.contains(.figure))
    #expect(read("we like boats on a lake").recipe.details.contains(.boat))
    #expect(read("animals like birds over a field").recipe.details.contains(.birds))
    #expect(read("a burning house").recipe.details.contains(.campfire))
    #expect(read("the planet's edge, a starship").recipe.details.contains(.planet))
    #expect(read("cold as ice, a lake under the moon").recipe.details.contains(.moon))
  }

  @Test(arguments: [
    (
      "(a wolf:1.3) in a forest, masterpiece, best quality, 8k --ar 16:9 --v 6 --stylize 250",
      ["wolf"]
    ),
    ("((red boat)) on a lake <lora:film_grain:0.8>", []), ("a lake, [boat|whale]", []),
    ("{a boat} on a lake::2 rain::-1", []), ("a lake — with boats", []),
    ("a lake\nNegative prompt: people, text\nSteps: 20, Sampler: Euler a", []),
  ])
  func `generators' signs are no words`(_ text: String, _ rest: [String]) {
    #expect(told(text) == rest, "\(text): \(told(text))")
    #expect(read(text).recipe.weather == .clear)
  }

  @Test func `options and negative weights take away`() {
    #expect(read("a city at night --no moon, stars --ar 16:9").recipe.absent.contains(.moon))
    #expect(read("a city at night, (moon:-1)").recipe.absent.contains(.moon))
    #expect(read("a city at night\nNegative prompt: moon").recipe.absent.contains(.moon))
    #expect(read("a beach w/o people at night").recipe.absent.contains(.figure))
    #expect(read("a beach w/ a boat").recipe.details.contains(.boat))
    // The numbers of weights count nothing.
    #expect(read("(moon:1.3), a boat on the sea").recipe.things.allSatisfy { $0.count == nil })
    // Nor do years and roads.
    #expect(
      read("a 1967 Cadillac on route 66").recipe.things.first { $0.kind == .car }?.count == nil)
  }

  @Test func `small pictures and tags are words`() {
    #expect(read("🌙🌊").recipe.scene == .sea)
    #expect(read("🌙🌊").recipe.moon == .crescent)
    #expect(told("🎸 on stage").contains("🎸"))
    #expect(told("a lake 😍❤️✨") == [])
    let tags = read("#goldenhour #RoadTrip").recipe
    #expect(tags.light == .dusk && tags.scene == .road)
    #expect(told("#goldenhour #xyzzyx") == ["xyzzyx"])
  }

  @Test(arguments: [
    ("a diner at 3am", Light.night), ("the city at 6 am", .dawn), ("the city, 2pm", .day),
    ("a road at 8 pm", .dusk),
    ("Stadt um 23 Uhr", .night), ("la ville à 14h", .day),
  ])
  func `the clock tells the hour`(_ text: String, _ light: Light) {
    #expect(read(text, stage: .opening).recipe.light == light, "\(text)")
  }

  @Test func `taking away ends where the hour begins`() {
    let recipe = read("an empty road, no moon tonight", stage: .opening).recipe
    #expect(recipe.light == .night && recipe.absent.contains(.moon))
    #expect(read("senza nessuno in spiaggia").recipe.scene == .sea)
    #expect(read("it doesn't rain in the city").recipe.weather == .clear)
  }

  @Test(arguments: [
    ("a girl running on a beach", Pose.running), ("two people walking in the city", .walking),
    ("ballerina spinning in a room", .dancing), ("dancing girls on a meadow", .dancing),
    ("she walks home alone through the city", .walking), ("running through a field", .running),
    ("ein Mann läuft durch den Wald", .running), ("une femme danse sur la plage", .dancing),
    ("niños corriendo en el campo", .running), ("bambini che corrono in un prato", .running),
    ("uma mulher caminhando na praia", .walking), ("海辺を歩く少女", .walking),
  ])
  func `who walks, runs or dances does`(_ text: String, _ pose: Pose) {
    let recipe = read(text).recipe
    #expect(recipe.pose == pose && recipe.details.contains(.figure), "\(text): \(recipe.summary)")
  }

  @Test(arguments: [
    "a horse running on a beach", "old vinyl spinning", "lights dancing on the water", "the dance",
    "running water in a forest", "leaves dancing in a meadow", "a wolf running",
  ])
  func `what animals and things do is told, and nobody is made up`(_ text: String) {
    let (recipe, description) = read(text)
    #expect(recipe.pose == nil && !recipe.details.contains(.figure), "\(text): \(recipe.summary)")
    #expect(!description.cannotShow.isEmpty, "\(text)")
  }

  @Test(arguments: [
    ("una strada nel bosco", SceneKind.road, SceneKind.forest),
    ("a road through the desert", .road, .desert),
    ("a lake in the forest", .sea, .forest), ("a city in the mountains", .city, .mountains),
    ("a meadow before the city", .sky, .city), ("Bergsee im Wald", .sea, .forest),
    ("a forest road", .road, .forest),
  ])
  func `a second place is seen behind the first`(
    _ text: String, _ scene: SceneKind, _ behind: SceneKind
  ) {
    let (recipe, description) = read(text)
    #expect(recipe.scene == scene && recipe.backdrop == behind, "\(text): \(recipe.summary)")
    #expect(description.isWhole, "\(text): \(description)")
  }

  @Test func `a second place that has no room is told`() {
    #expect(told("a room and a sea") != [])
    #expect(told("a forest by the sea") == ["sea"])
    #expect(told("a moon behind a church") == ["church"])
    #expect(read("a moon behind a church").recipe.scene != .room)
    #expect(read("people in a church").recipe.scene == .room)
  }

  @Test func `more than there is room for, and colors that nothing takes, are told`() {
    #expect(told("seven whales in the sea") == ["7 whales"])
    #expect(told("99 balloons over a meadow") == ["99 balloons"])
    #expect(told("red lightning over the sea") == ["red lightning"])
    #expect(told("sunset, then night on a road") == ["night"])
    #expect(told("a sunrise in outer space") == ["sunrise"])
    #expect(told("the sea in blue, green and red").count == 2)
  }

  @Test(arguments: [
    "Dampflok im Wald", "Altbauwohnung mit Stuckdecke", "Konfettiregen am Strand",
    "Löwenzahn auf der Wiese", "Straßenmusikant in der Stadt",
    "Vogelscheuche im Kornfeld", "Windrad am Meer", "Dorffest in den Bergen",
    "Glühweinstand in der Stadt",
    "une guirlande au mur", "el faro y la gaviota con pañuelo", "um saci na floresta",
    "un gattopardo nel deserto",
    "пустыня и дом", "불꽃놀이 at sea",
  ])
  func `a noun in any language is shown or told`(_ text: String) {
    #expect(told(text) != [], "\(text): \(read(text).recipe.summary)")
  }

  @Test(arguments: [
    ("Sommernacht am Bergsee", SceneKind.sea, Light.night), ("Morgennebel im Wald", .forest, .dawn),
    ("Strandhaus im Abendlicht", .sea, .dusk), ("Waldweg in der Dämmerung", .forest, .dusk),
  ])
  func `the first part of a German compound counts too`(
    _ text: String, _ scene: SceneKind, _ light: Light
  ) {
    let recipe = read(text, stage: .opening).recipe
    #expect(recipe.scene == scene, "\(text): \(recipe.summary)")
    #expect(recipe.light == light, "\(text): \(recipe.summary)")
  }
}
