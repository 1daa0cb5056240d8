import VoimoBase

extension ShotList {
  /// The list without first and last shots that a crop has cut to less than a length: the shot next
  /// to such a sliver takes its frames.
  ///
  /// A sliver is seen as a flash, not as a shot. The neighbor keeps its name, and so its seed and
  /// its keyframe; it begins earlier or ends later than without the crop. A shot that the crop does
  /// not touch stays, however short it is, and so does a film's only shot.
  ///
  /// - Parameter shortest: The length from which on a shot is one, in seconds.
  /// - Returns: The list with the same frames in all.
  func withoutSlivers(under shortest: Seconds) -> ShotList {
    var list = self
    let frames = frameRate.firstFrame(atOrAfter: shortest)
    func isSliver(_ shot: Shot) -> Bool {
      shot.visibleCount < min(frames, shot.end - shot.start)
    }
    while list.shots.count > 1, let first = list.shots.first, isSliver(first) {
      list.removeFirstShot()
      list.changeFirstShot { ($0.start, $0.visibleStart) = (start, start) }
    }
    while list.shots.count > 1, let last = list.shots.last, isSliver(last) {
      list.removeLastShot()
      list.changeLastShot { ($0.end, $0.visibleEnd) = (end, end) }
    }
    return list
  }

  private var firstPart: Int? { parts.firstIndex { !$0.shots.isEmpty } }
  private var lastPart: Int? { parts.lastIndex { !$0.shots.isEmpty } }

  private mutating func removeFirstShot() {
    if let part = firstPart { parts[part].shots.removeFirst() }
  }

  private mutating func removeLastShot() {
    if let part = lastPart { parts[part].shots.removeLast() }
  }

  private mutating func changeFirstShot(_ change: (inout Shot) -> Void) {
    if let part = firstPart { change(&parts[part].shots[0]) }
  }

  private mutating func changeLastShot(_ change: (inout Shot) -> Void) {
    if let part = lastPart { change(&parts[part].shots[parts[part].shots.count - 1]) }
  }
}
