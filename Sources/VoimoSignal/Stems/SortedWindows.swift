/// Windows of equally many numbers, each kept sorted, so that its median is at hand.
///
/// Exchanging a number costs the window's length at worst.
struct SortedWindows: Sendable {
  private let length: Int
  private var values: [Float]

  /// Begins with zeros in all windows; the length is odd.
  init(count: Int, length: Int) {
    precondition(length > 0 && length % 2 == 1)
    self.length = length
    values = Array(repeating: 0, count: count * length)
  }

  /// The number in the middle of a window.
  func median(_ window: Int) -> Float { values[window &* length &+ length / 2] }

  /// Fills a window with one number.
  mutating func fill(_ window: Int, with value: Float) {
    for place in window * length..<(window + 1) * length { values[place] = value }
  }

  /// Takes a number that is in a window out of it and puts another in.
  mutating func exchange(_ old: Float, for new: Float, in window: Int) {
    let base = window &* length
    let last = base &+ length &- 1
    var (low, high) = (base, last)
    while low < high {
      let middle = (low &+ high) / 2
      if values[middle] < old { low = middle &+ 1 } else { high = middle }
    }
    var place = low
    while place < last, values[place &+ 1] < new {
      values[place] = values[place &+ 1]
      place &+= 1
    }
    while place > base, values[place &- 1] > new {
      values[place] = values[place &- 1]
      place &-= 1
    }
    values[place] = new
  }
}
