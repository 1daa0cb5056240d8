/// A language whose words the painter reads.
enum Language: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case german = "de"
  case french = "fr"
  case spanish = "es"
  case portuguese = "pt"
  case italian = "it"
  case japanese = "ja"

  /// Whether a noun that ends in -s is, as a rule, more than one.
  var pluralsEndInS: Bool {
    switch self {
    case .english, .french, .spanish, .portuguese: true
    case .german, .italian, .japanese: false
    }
  }

  /// Whether colors stand behind their nouns.
  var colorsFollow: Bool {
    switch self {
    case .french, .spanish, .portuguese, .italian: true
    case .english, .german, .japanese: false
    }
  }
}

/// What kind of thing a noun names.
package enum Category: String, Codable, Sendable, Hashable, CaseIterable {
  case person, animal, vehicle, building, room, object, plant
}

/// Everything that one word or phrase means to the painter.
struct Entry: Sendable, Equatable {
  /// What a word does in its sentence, where it is not there to be seen.
  enum Role: Sendable, Equatable {
    /// `without`: takes away what follows (in Japanese, what stands before).
    case not
    /// `but`: ends what a `not` takes away.
    case but
    case join
    /// A preposition.
    case at
    /// One that says something is beside, not inside: `behind`.
    case beside
    /// The preposition between how much there is and of what: `a sea of people`.
    case of
    case article
    /// An article, an auxiliary, a verb that shows nothing.
    case small
    case tone
    case count(Int)
    /// `like`: what follows is a picture in words, not in the frame.
    case like
    /// `she`: somebody, where something is done that can be drawn; how many.
    case pronoun(Int)
    /// `sonata`, `blues`: what stands before it names a piece, not a thing.
    case title
    /// `glass`, `ice`: what a sea or a mountain may really be made of.
    case material
    /// `hope`: a noun that cannot be seen.
    case idea
    /// `light`: a noun that shows nothing by itself, and does things all the same.
    case faint
  }

  var roles: [Role] = []
  var place: SceneKind?
  var suggests: [SceneKind] = []
  var things: [Detail] = []
  var moon: MoonShape?
  var isBlackSun = false
  var isRinged = false
  var isPerson = false
  var hour: Light?
  var hourHint: Light?
  var weather: Weather?
  var color: NamedColor?
  var palette: PaletteName?
  var style: Style?
  /// A noun that has no drawing.
  var noun: Category?
  /// The place that is shown in its stead.
  var home: SceneKind?
  /// A word for all of a kind: `animals`.
  var group: Category?
  var isAction = false
  /// How somebody moves who does it; nil for what has no drawing.
  var pose: Pose?
  var treeForm: TreeForm?
  /// The scenes that paint it unasked.
  var seen: [SceneKind] = []
  /// Whether what is painted for it is only like it, which is told.
  var isLike = false
  /// Whether it may say how much there is of something: `a sea of people`.
  var isMeasure = false
  /// Whether such a measure is also real with trees, stones, sand: `a forest of pines`.
  var isSolid = false
  /// Whether it is a state of the noun behind it: `burning`.
  var isState = false
  /// How many the word itself says there are: `couple`.
  var many: Int?
  /// Things that the word says are not there: `moonless`.
  var lacks: [Detail] = []
  /// What goes where the word is taken away, beside what it names.
  var removable: [Detail] = []

  /// Whether the word names something that could be seen.
  var isContent: Bool {
    place != nil || !suggests.isEmpty || !things.isEmpty || isPerson || hour != nil
      || hourHint != nil || weather != nil || palette != nil || noun != nil || group != nil
      || isAction || !lacks.isEmpty || !seen.isEmpty
  }

  /// The same without words that only make one think of a place, an hour or a color.
  var isConcrete: Bool {
    place != nil || !things.isEmpty || isPerson || hour != nil || weather != nil || noun != nil
      || group != nil || isAction || !seen.isEmpty || isLike
  }

  /// Whether it only says more of a word whose meaning stands elsewhere.
  var isBeside: Bool {
    !isContent && roles.isEmpty && color == nil && style == nil
      && (isMeasure || isLike || many != nil || treeForm != nil)
  }

  /// Joins what another line says of the same word.
  mutating func add(_ other: Entry) {
    for role in other.roles where !roles.contains(role) { roles.append(role) }
    place = place ?? other.place
    for kind in other.suggests where !suggests.contains(kind) { suggests.append(kind) }
    for thing in other.things where !things.contains(thing) { things.append(thing) }
    moon = moon ?? other.moon
    isBlackSun = isBlackSun || other.isBlackSun
    isRinged = isRinged || other.isRinged
    isPerson = isPerson || other.isPerson
    hour = hour ?? other.hour
    hourHint = hourHint ?? other.hourHint
    weather = weather ?? other.weather
    color = color ?? other.color
    palette = palette ?? other.palette
    style = style ?? other.style
    noun = noun ?? other.noun
    home = home ?? other.home
    group = group ?? other.group
    isAction = isAction || other.isAction
    pose = pose ?? other.pose
    treeForm = treeForm ?? other.treeForm
    for kind in other.seen where !seen.contains(kind) { seen.append(kind) }
    isLike = isLike || other.isLike
    isMeasure = isMeasure || other.isMeasure
    isSolid = isSolid || other.isSolid
    isState = isState || other.isState
    many = many ?? other.many
    lacks += other.lacks
    removable += other.removable
  }
}

/// A hand or a school, as near as the painter comes to it.
struct Style: Sendable, Equatable {
  var brush: Brush
  /// The colors that it is known for.
  var palette: PaletteName?
}
