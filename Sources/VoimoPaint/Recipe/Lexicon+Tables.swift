extension Lexicon {
  /// Words that name a place.
  static let sceneWords: [SceneKind: String] = [
    .sky: "skyscape heaven heavens soar soaring rainbow prairie meadow plain plains flight glider",
    .mountains: """
    mountain mountains alps alpine peak peaks summit ridge cliff cliffs highland highlands
    valley canyon glacier himalaya andes fjord slope avalanche ravine volcano plateau
    """,
    .sea: """
    sea ocean harbor harbour port quay pier dock lake river coast coastal coastline shore
    seashore beach bay wave waves tide tidal surf sail sailing sailor ship boat island lagoon
    marina lighthouse anchor water canal nautical
    """,
    .city: """
    city cities town downtown urban skyline skyscraper skyscrapers metropolis street streets
    tower towers apartment rooftop rooftops alley tokyo york london paris berlin shanghai
    manhattan suburb subway cyberpunk billboard nightclub
    """,
    .forest: """
    forest forests wood woods woodland jungle grove pine pines fir birch oak willow moss fern
    orchard enchanted wilderness rainforest
    """,
    .road: """
    road roads highway highways route motorway freeway windscreen windshield asphalt lane motel
    motorcycle roadtrip
    """,
    .space: """
    space cosmos cosmic galaxy galaxies nebula nebulae planet planets orbit universe astronaut
    starship asteroid comet saturn mars jupiter interstellar void constellation constellations
    milky supernova ufo alien observatory telescope stardust celestial
    """,
    .flow: """
    abstract flow flowing fluid liquid dream dreams dreaming psychedelic kaleidoscope swirl
    swirls marble smoke ribbon silk paint pattern geometric fractal surreal hypnotic trance
    geometry
    """,
    .desert: """
    desert dune dunes sand sands sahara mesa cactus arid oasis drought badlands nomad pyramid
    egypt mojave gobi savanna savannah outback
    """,
    .underwater: """
    underwater undersea reef coral deep depths abyss submarine diver diving whale whales fish
    fishes jellyfish kelp seaweed mermaid dolphin octopus shark aquarium submerged sunken
    atlantis
    """,
    .fire: """
    fire fires flame flames burn burning blaze inferno ember embers ash ashes bonfire campfire
    lava spark sparks phoenix wildfire forge furnace
    """,
    .tunnel: """
    tunnel tunnels corridor hallway tube passage portal wormhole vortex underground metro cave
    cavern mine shaft pipe hyperspace warp sewer catacomb labyrinth
    """,
  ]

  /// Words that make one think of a place without naming it.
  static let sceneHints: [SceneKind: String] = [
    .sky: """
    sky skies cloud clouds horizon sunrise sunset air wind breeze feather angel wing wings balloon field
    fields grass fly flying bird birds kite
    """,
    .mountains: """
    hill hills eagle climb climbing climber hike snow
    """,
    .sea: """
    lantern lanterns gull gulls seagull salt fishing swim swimming blue palm
    """,
    .city: """
    window windows bar cafe club crowd hotel office building buildings street-lamp taxi neon
    party people rain
    """,
    .forest: """
    tree trees leaf leaves root roots branch branches deer wolf fox fairy elf owl autumn firefly
    fireflies garden
    """,
    .road: """
    car cars truck headlight headlights drive driving driver miles bus travel traveller journey
    wheel wheels engine racing
    """,
    .space: """
    star stars moon rocket satellite eternity infinite infinity
    """,
    .flow: """
    color colors colour colours mind thought thoughts emotion shapes texture memory memories
    time silence
    """,
    .desert: """
    dust dusty camel heat thirst western cowboy
    """,
    .underwater: """
    drown drowning bubble bubbles sink sinking
    """,
    .fire: """
    torch candle candles hell dragon rage heat explosion explode
    """,
    .tunnel: """
    speed train hyper light-speed
    """,
  ]

  /// Words that name colors or a mood that has them.
  static let paletteWords: [PaletteName: String] = [
    .neon: """
    neon cyberpunk synthwave vaporwave retrowave fluorescent electric laser arcade magenta disco
    rave
    """,
    .gold: """
    gold golden amber honey brass harvest yellow wheat warm bronze treasure saffron
    """,
    .rose: """
    rose rosy pink blush romance romantic love lover cherry blossom sakura valentine coral peach
    """,
    .ice: """
    ice icy frozen frost frosty cold arctic winter glacier glacial crystal silver polar
    antarctic pale
    """,
    .ember: """
    ember embers lava orange autumn autumnal rust rusty copper terracotta burning molten
    volcanic
    """,
    .forest: "green emerald moss mossy jade verdant lush olive spring fern",
    .noir: """
    noir monochrome black grey gray shadow shadows grim bleak charcoal film-noir gloomy somber
    """,
    .violet: """
    violet purple lavender lilac indigo ultraviolet mystic mystical magic magical orchid plum
    amethyst
    """,
    .teal: "teal turquoise cyan aqua tropical lagoon caribbean seafoam",
    .pastel: """
    pastel pastels soft candy cotton gentle tender nursery lullaby dreamy whimsical
    """,
    .sepia: """
    sepia vintage old antique nostalgic nostalgia retro memory ancient parchment history faded
    """,
    .crimson: "crimson red blood scarlet rage war ruby vampire danger anger furious",
  ]

  /// Words that name an hour.
  static let lightWords: [Light: String] = [
    .dawn: "dawn sunrise morning daybreak early awakening awaken",
    .day: "day noon midday daylight sunny sunshine afternoon daytime",
    .dusk: "dusk sunset evening twilight gloaming nightfall sundown afterglow",
    .night: "night nights midnight nocturnal tonight nighttime moonlight moonlit starlight starry",
  ]

  /// Words that make one think of an hour.
  static let lightHints: [Light: String] = [
    .dawn: "hope begin beginning birth wake spring first",
    .day: "summer bright blue green meadow play",
    .dusk: "goodbye farewell last autumn end ending golden",
    .night: """
    dark darkness moon star stars neon lantern lanterns firefly fireflies aurora lighthouse campfire
    fireworks cyberpunk dream dreams sleep ghost candle candles headlight headlights
    """,
  ]

  /// Words that name a weather.
  static let weatherWords: [Weather: String] = [
    .cloudy: "cloudy overcast clouds",
    .rain: """
    rain rainy raining drizzle downpour shower wet puddle puddles umbrella monsoon raindrops
    tears
    """,
    .snow: """
    snow snowy snowing snowfall blizzard winter snowflake snowflakes christmas sleigh
    """,
    .fog: "fog foggy mist misty haze hazy vapor steam smog veil",
    .storm: """
    storm stormy thunder thunderstorm lightning tempest hurricane tornado typhoon gale
    """,
  ]

  /// Words that name a thing.
  static let detailWords: [Detail: String] = [
    .moon: "moon moonlight moonlit lunar moonrise",
    .sun: "sun sunshine sunny sunset sunrise solar",
    .stars: "star stars starlight starry constellation constellations",
    .birds: """
    bird birds gull gulls seagull crow crows raven swallow swallows geese flock dove doves eagle
    wing wings
    """,
    .boat: """
    boat boats ship ships sail sails sailing sailor yacht harbor harbour fishing canoe raft
    marina port captain
    """,
    .lighthouse: "lighthouse beacon",
    .lanterns: "lantern lanterns lamps candle candles lampion harbor harbour festival",
    .figure: """
    man woman girl boy figure person someone alone lonely lonesome child stranger dancer
    silhouette lover walker wanderer traveller king queen warrior soldier mother father i me she
    he cowboy astronaut
    """,
    .house: "house home cabin cottage village town hut farm barn",
    .car: """
    car cars driver driving drive taxi headlights headlight truck automobile convertible
    """,
    .tree: "tree oak willow palm",
    .balloon: "balloon balloons airship zeppelin",
    .fireflies: "firefly fireflies glowworm fairy fairies sparkle lights pixie",
    .aurora: "aurora northern borealis polar",
    .whale: "whale whales leviathan orca",
    .planet: "planet planets saturn jupiter mars ringed world worlds",
  ]

  /// Names and styles, and the brush that comes near.
  static let brushWords: [Brush: String] = [
    .film: """
    cinematic film photo photograph photographic photorealistic realistic kodak tarkovsky
    deakins kubrick 35mm hopper mead caravaggio rembrandt vermeer wyeth friedrich bierstadt
    ansel adams scott villeneuve
    """,
    .wash: """
    watercolor watercolour wash turner aquarelle gouache homer ghibli miyazaki sargent cezanne
    soft monochrome sumi-e klee okeeffe wet
    """,
    .ink: """
    ink line drawing sketch pencil etching engraving dore durer durers hatching manga comic
    moebius woodcut pen gorey escher beardsley sumi charcoal piranesi bilal
    """,
    .halftone: """
    halftone lichtenstein warhol pop print screenprint riso risograph poster newspaper comics
    silkscreen banksy shepard fairey offset
    """,
    .neon: """
    neon synthwave vaporwave cyberpunk glow laser tron retrowave beeple flavin blacklight
    """,
    .pointillist: """
    pointillist pointillism seurat signac dots impressionist impressionism monet renoir gogh
    pissarro van mosaic klimt stipple
    """,
    .facet: """
    facet lowpoly poly polygon polygonal cubist cubism picasso braque origami geometric geometry
    stained glass kandinsky mondrian vector feininger mucha
    """,
  ]
}
