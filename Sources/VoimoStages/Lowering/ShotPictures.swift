import VoimoBase
import VoimoEngine
import VoimoProject
import VoimoSignal

/// A picture of the musician's own that a shot starts from, and how it is framed.
struct ShotPicture: Hashable {
  /// What is in the picture's file.
  var picture: StepOutput
  /// What must be seen; nil lets voimo find it.
  var focus: Focus?
  var framing: PhotoStep.Framing
}

/// Gives each shot its picture: in order, each once before any comes again, and then closer.
///
/// A shot's picture follows from its place in the whole song, so that the crop changes none.
struct ShotPictures {
  let recipe: FilmRecipe
  let list: ShotList
  let looks: [ResolvedLook]

  /// The picture of each shot of the list; nil where it is made.
  var all: [ShotPicture?] {
    guard !recipe.pictures.isEmpty else { return list.shots.map { _ in nil } }
    return zip(list.shots, looks).map { shot, look in
      guard let set = look.image ?? recipe.project.images else { return nil }
      return picture(in: set, at: place(of: shot, look), piece: shot.piece)
    }
  }

  /// How many shots with the same pictures come before a shot.
  private func place(of shot: Shot, _ look: ResolvedLook) -> Int {
    let own = sectionImage(of: shot.section)
    guard look.image == own else {
      // Pictures of a time range or of one shot: counted from where they begin.
      let alike = zip(list.shots, looks).filter { $1.image == look.image }
      return alike.firstIndex { $0.0 == shot } ?? 0
    }
    var place = shot.index
    for part in list.parts {
      if part.section.name == shot.section { break }
      if sectionImage(of: part.section.name) == own { place += part.shotCount }
    }
    return place
  }

  /// The pictures that a section gives itself, whatever time ranges and shots in it do.
  private func sectionImage(of section: SectionID) -> ImageSet? {
    // Before every time range.
    recipe.project.look(of: section, at: Seconds(-1)).image
  }

  private func picture(in set: ImageSet, at place: Int, piece: Int) -> ShotPicture? {
    guard let files = recipe.pictures[set], !files.isEmpty else { return nil }
    let (round, index) = place.quotientAndRemainder(dividingBy: files.count)
    let file = files[order(of: files.count, set.order, round: round)[index]]
    let framings = PhotoStep.Framing.allCases
    return ShotPicture(
      picture: FilmSource.picture(file.name), focus: file.focus,
      framing: framings[(round + piece) % framings.count])
  }

  /// The order in which pictures come in a round; mixed anew each time where the project wishes so,
  /// never beginning with the one that the round before ended with.
  private func order(of count: Int, _ wish: ImageSet.Order, round: Int) -> [Int] {
    var order = Array(0..<count)
    guard wish == .shuffle, count > 1 else { return order }
    var random = SeededRandom(seed: UInt64(truncatingIfNeeded: recipe.project.seed))
    for round in 0...round {
      let last = order[count - 1]
      // Fisher and Yates.
      for index in order.indices.dropLast() {
        order.swapAt(index, index + Int(random.unit() * Double(count - index)))
      }
      if round > 0, order[0] == last { order.swapAt(0, 1) }
    }
    return order
  }
}
