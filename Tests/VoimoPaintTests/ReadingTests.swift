import Testing
import VoimoPaint

/// What prompts mean: each kind of trouble with several of its members.
@Suite struct ReadingTests {
  private func read(
    _ prompt: String, theme: String = "", artist: String = "", negative: String = "",
    lyrics: [String] = [], stage: FilmStage = .middle
  ) -> (recipe: SceneRecipe, description: SceneDescription) {
    SceneRecipe.read(
      SceneText(
        prompt: prompt, theme: theme, artist: artist, negativePrompt: negative,
        lyricWords: lyrics), seed: 7, stage: stage)
  }

  @Test(arguments: [
    "and", "or", "the", "of", "leave", "leaving", "light", "lights", "bright", "fading", "faded",
    "paint", "painting", "print", "shaft", "rings", "open", "und", "aber", "et", "mais", "y", "e",
    "della", "sie", "auf dem", "avec", "pero",
  ])
  func `function words and false friends show nothing`(_ word: String) {
    let plain = read("a red car").recipe
    for text in ["a red car \(word)", "\(word) a red car"] {
      var recipe = read(text).recipe
      #expect(recipe.scene == plain.scene, "\(text)")
      recipe.layoutSeed = plain.layoutSeed
      recipe.sectionSeed = plain.sectionSeed
      #expect(recipe == plain, "\(text): \(recipe.summary)")
    }
  }

  @Test func `and is no mountain range`() {
    for text in [
      "red car and driver", "cat and piano", "sun and sea", "close and calm", "you and me",
    ] {
      #expect(read(text).recipe.scene != .mountains, "\(text)")
    }
    #expect(read("the Andes").recipe.scene == .mountains)
  }

  @Test func `phrases go before their words`() {
    #expect(read("two dancers in a ballroom, oil painting").recipe.scene == .room)
    #expect(read("two dancers in a ballroom, oil painting").recipe.brush == .oil)
    #expect(read("a forest with light shafts").recipe.scene == .forest)
    #expect(read("desert with heat haze").recipe.weather == .clear)
    #expect(read("black and white city").recipe.scene == .city)
    #expect(read("black and white city").recipe.palette == .noir)
    #expect(read("street lamps by the sea").recipe.scene == .sea)
    #expect(read("outer space").recipe.scene == .space)
    #expect(read("a forest fire").recipe.scene == .fire)
    #expect(read("waves goodbye in the city").recipe.scene == .city)
    #expect(read("a train station").recipe.scene == .room)
  }

  @Test(arguments: [
    ("full moon over the sea", MoonShape.full, 1), ("a round moon", .full, 1),
    ("Vollmond über dem Meer", .full, 1), ("pleine lune sur la mer", .full, 1),
    ("luna llena sobre el mar", .full, 1), ("満月の海", .full, 1),
    ("crescent moon over the city", .crescent, 1), ("a sliver of moon", .crescent, 1),
    ("Mondsichel über der Stadt", .crescent, 1), ("三日月", .crescent, 1),
    ("two moons over the desert", nil, 2), ("three moons", nil, 3),
    ("zwei Monde über der Wüste", nil, 2),
    ("half moon over a lake", .half, 1),
  ])
  func `the moon is as it is named`(_ text: String, _ shape: MoonShape?, _ count: Int) {
    let recipe = read(text).recipe
    let moon = recipe.things.first { $0.kind == .moon }
    #expect(moon?.count ?? 1 == count, "\(text)")
    #expect(moon != nil && recipe.moon == shape, "\(text): \(String(describing: recipe.moon))")
    #expect(recipe.light == .night, "\(text)")
  }

  @Test(arguments: [
    ("a city at night without a moon", Detail.moon), ("moonless night by the sea", .moon),
    ("no moon, only the sea at night", .moon), ("Nacht am Meer ohne Mond", .moon),
    ("nuit sans lune", .moon), ("noche sin luna", .moon), ("notte senza luna", .moon),
    ("noite sem lua", .moon), ("月のない夜の海", .moon),
    ("harbour without boats", .boat), ("harbor, no boats", .boat),
    ("a night sky, not a star", .stars),
    ("starless night", .stars), ("a beach without people", .figure), ("deserted city", .figure),
    ("a city without lights", .lights), ("mountains without snow", .snowcaps),
    ("space with no planets or people", .planet),
  ])
  func `without takes away`(_ text: String, _ thing: Detail) {
    let recipe = read(text).recipe
    #expect(recipe.absent.contains(thing), "\(text): \(recipe.absent)")
    #expect(!recipe.details.contains(thing), "\(text)")
  }

  @Test func `what follows the taking away is still wanted`() {
    #expect(read("a city without people at night").recipe.light == .night)
    #expect(read("a desert without people, under a full moon").recipe.moon == .full)
    #expect(read("no sea, no mountains, a road").recipe.scene == .road)
    #expect(read("not the sea but a forest").recipe.scene == .forest)
    #expect(read("nothing but sand and dunes").recipe.scene == .desert)
    #expect(!read("city, no people, cars or boats").recipe.details.contains(.car))
    #expect(read("city", negative: "moon, rain").recipe.absent.contains(.moon))
    #expect(read("city in the rain", negative: "rain").recipe.weather == .clear)
    #expect(read("not raining in the city").recipe.weather == .clear)
    #expect(read("cloud-free sky over the sea").recipe.absent.contains(.clouds))
  }

  @Test func `the theme goes before lyric words`() {
    let lyrics = ["burning", "red", "mountains", "midnight", "rain", "boat", "lighthouse", "whale"]
    let recipe = read("", theme: "children in a wheat field by day", lyrics: lyrics).recipe
    let plain = read("", theme: "children in a wheat field by day").recipe
    #expect(recipe.scene == plain.scene && recipe.light == .day)
    #expect(recipe.palette == plain.palette && recipe.weather == plain.weather)
    #expect(recipe.things.count <= plain.things.count + 1)
    let sea = read("", theme: "a quiet sea", lyrics: lyrics).recipe
    #expect(sea.scene == .sea && sea.things.count == 1)
    // Where nobody wrote anything, the lyrics are all there is.
    #expect(read("", lyrics: ["ocean"]).recipe.scene == .sea)
  }

  @Test func `a color stays on its noun`() {
    for (text, color) in [
      ("a red rowing boat on the sea", NamedColor.red), ("ein rotes Boot auf dem Meer", .red),
      ("un bateau rouge sur la mer", .red), ("un barco rojo en el mar", .red),
      ("una barca rossa sul mare", .red), ("a small old blue boat on a lake", .blue),
      ("赤い船と海", .red),
    ] {
      let recipe = read(text).recipe
      #expect(recipe.things.first { $0.kind == .boat }?.color == color, "\(text)")
      #expect(recipe.palette == .natural, "\(text): \(recipe.palette)")
    }
    #expect(read("a woman in a red dress by the sea").recipe.palette == .natural)
    #expect(read("the sea under a red sky").recipe.palette == .crimson)
    #expect(read("the sea, all in blue").recipe.palette == .blue)
    #expect(read("a black sun over the sea").recipe.isBlackSun)
  }

  @Test func `numbers are counted`() {
    func count(_ text: String, _ kind: Detail) -> Int? {
      read(text).recipe.things.first { $0.kind == kind }?.count
    }
    #expect(count("three boats on the sea", .boat) == 3)
    #expect(count("a couple on a beach", .figure) == 2)
    #expect(count("five birds over the sea", .birds) == 5)
    #expect(count("zwei Bäume auf einer Wiese", .tree) == 2)
    #expect(count("2 cars on a road", .car) == 2)
    #expect(count("children on a beach", .figure) ?? 1 > 1)
    #expect(count("a tree on a hill", .tree) == nil)
  }

  @Test(arguments: [
    ("the sun between skyscrapers", SceneKind.city, [Detail.sun]),
    ("Saturn's rings", .space, [.planet]),
    ("a volcano erupting", .mountains, [.volcano]),
    ("a lightning storm over the city", .city, [.lightning]),
    ("huge waves", .sea, [.waves]), ("a rainbow over a meadow", .sky, [.rainbow]),
    ("a car in the forest", .forest, [.car]), ("a house in the mountains", .mountains, [.house]),
    ("lanterns in a forest", .forest, [.lanterns]), ("fireflies over a meadow", .sky, [.fireflies]),
    ("a woman on a beach", .sea, [.figure]),
    ("northern lights over mountains", .mountains, [.aurora]),
    ("a lone tree in a field", .sky, [.tree]), ("reflected moon on a lake", .sea, [.moon]),
  ])
  func `what is named is painted`(_ text: String, _ scene: SceneKind, _ things: [Detail]) {
    let (recipe, _) = read(text)
    #expect(recipe.scene == scene, "\(text)")
    #expect(things.allSatisfy(recipe.details.contains), "\(text): \(recipe.summary)")
    if things == [.sun] { #expect(recipe.light != .night) }
  }

  @Test func `a sandstorm is one, and a named sun is no night`() {
    #expect(read("a sandstorm").recipe.weather == .sandstorm)
    #expect(read("northern lights").recipe.light == .night)
    #expect(read("sun over the sea").recipe.light != .night)
    #expect(read("a sun in the night").recipe.details.contains(.sun))
    #expect(read("Saturn's rings").recipe.isRinged == true)
  }

  @Test(arguments: [
    ("cat on a piano", ["cat", "piano"], SceneKind.room), ("a horse in a meadow", ["horse"], .sky),
    ("wolf howling in the forest", ["wolf"], .forest), ("a train", ["train"], .road),
    ("a castle", ["castle"], .mountains), ("roses", ["roses"], .sky),
    ("a guitar", ["guitar"], .room),
    ("Katze auf dem Klavier", ["Katze", "Klavier"], .room),
    ("un gato y una guitarra", ["gato", "guitarra"], .room),
    ("猫とピアノ", ["猫", "ピアノ"], .room),
  ])
  func `what has no drawing is said, and a reviewed place stands in`(
    _ text: String, _ words: [String], _ scene: SceneKind
  ) {
    let (recipe, description) = read(text)
    #expect(words.allSatisfy(description.cannotShow.contains), "\(text): \(description)")
    #expect(recipe.scene == scene, "\(text): \(recipe.scene)")
    #expect(description.standIn != nil)
    #expect(description.shortfall?.hasPrefix("the painter cannot show: ") == true)
  }

  @Test func `the sentence says what is shown instead`() {
    #expect(
      read("cat on a piano").description.shortfall
        == "the painter cannot show: cat, piano; it will show a room at night")
    #expect(
      read("Kniffelbecher").description.shortfall
        == "the painter does not know: Kniffelbecher; it will show an abstract flow of colors")
    #expect(read("sea at night").description.shortfall == nil)
  }

  @Test(arguments: ["Xylotrop", "quarterly earnings", "пустыня ночью", "사막의 밤", "zxqv wvut"])
  func `words that nobody knows are told, and no landscape is made up`(_ text: String) {
    for seed in [1, 2, 3, 4] as [UInt64] {
      let (recipe, description) = SceneRecipe.read(SceneText(theme: text), seed: seed)
      #expect(recipe.scene == .flow)
      #expect(!description.unknown.isEmpty && description.standIn != nil)
    }
  }

  @Test(arguments: [
    ("ein Wald bei Nacht im Regen", SceneKind.forest, Light.night, Weather.rain),
    ("verschneite Berge bei Sonnenaufgang", .mountains, .dawn, .snow),
    ("une ville la nuit sous la pluie", .city, .night, .rain),
    ("la plage au coucher du soleil", .sea, .dusk, .clear),
    ("el desierto al amanecer", .desert, .dawn, .clear),
    ("una ciudad de noche con niebla", .city, .night, .fog),
    ("uma floresta ao amanhecer com neblina", .forest, .dawn, .fog),
    ("cidade à noite na chuva", .city, .night, .rain),
    ("il mare di notte, tempesta", .sea, .night, .storm),
    ("una strada al tramonto", .road, .dusk, .clear),
    ("雨の夜の街", .city, .night, .rain), ("夕暮れの海", .sea, .dusk, .clear),
    ("雪の山、朝", .mountains, .dawn, .snow),
    ("Sommernacht am Strand", .sea, .night, .clear),
  ])
  func `six more languages are read`(
    _ text: String, _ scene: SceneKind, _ light: Light, _ weather: Weather
  ) {
    let (recipe, description) = read(text, stage: .opening)
    #expect(recipe.scene == scene, "\(text): \(recipe.summary)")
    #expect(recipe.light == light, "\(text): \(recipe.summary)")
    #expect(recipe.weather == weather, "\(text): \(recipe.summary)")
    #expect(description.unknown.isEmpty, "\(text): \(description.unknown)")
  }

  @Test func `where no hour is named the film goes from dusk through night to dawn`() {
    #expect(
      FilmStage.allCases.map { read("the sea", stage: $0).recipe.light } == [.dusk, .night, .dawn])
    for seed in 1...20 as ClosedRange<UInt64> {
      let recipe = SceneRecipe.read(
        SceneText(theme: "the sea"), seed: seed, sectionSeed: 9, stage: .middle
      ).recipe
      #expect(recipe.light == .night && recipe.palette == .natural && recipe.weather == .clear)
    }
    #expect(
      FilmStage.allCases.allSatisfy { read("the sea at noon", stage: $0).recipe.light == .day })
  }

  @Test(arguments: [
    ("oil painting", Brush.oil, PaletteName.natural), ("linocut", .woodblock, .noir),
    ("ukiyo-e", .woodblock, .natural), ("Hokusai", .woodblock, .blue),
    ("woodblock print", .woodblock, .natural),
    ("pixel art", .pixel, .natural), ("film noir", .film, .noir), ("black and white", .film, .noir),
    ("charcoal drawing", .ink, .noir), ("vaporwave", .neon, .neon), ("Banksy", .woodblock, .noir),
    ("Wes Anderson", .film, .pastel), ("浮世絵", .woodblock, .natural), ("van Gogh", .oil, .natural),
  ])
  func `styles have a brush and colors`(_ style: String, _ brush: Brush, _ palette: PaletteName) {
    let recipe = read("the sea", artist: style).recipe
    #expect(recipe.brush == brush && recipe.palette == palette, "\(style): \(recipe.summary)")
    #expect(read("the sea", artist: style).description.isWhole, "\(style)")
    // A color that the prompt names itself goes before the artist's.
    #expect(read("the sea, all in green", artist: style).recipe.palette == .forest)
  }

  @Test func `an artist whom nobody knows is told`() {
    let description = read("the sea", artist: "Monet, Jane Q. Nobody").description
    #expect(description.unknown == ["Jane Q. Nobody"])
  }

  @Test func `every part comes with the words that it came from`() {
    let parts = read("Vollmond über dem Meer, Ölgemälde").description.understood
    #expect(
      parts.contains { $0.part == .light && $0.value == "full moon" && $0.words == "Vollmond" })
    #expect(parts.contains { $0.part == .place && $0.value == "sea" && $0.words == "Meer" })
    #expect(parts.contains { $0.part == .style && $0.words == "Ölgemälde" })
  }
}
