/// How much better than silence each phone of a song explains each frame.
///
/// Logarithms of ratios against the blank: a path's score is their sum over the frames in which it
/// says a phone. So silence is free, however long it lasts.
struct PhoneScores {
  let frames: Int
  let phones: Int
  /// Rows of `phones` values.
  let values: [Float]
  /// What the best token of each frame has, whichever it is; at least 0.
  let best: [Float]

  /// - Complexity: O(*f* · *t*) for *f* frames of *t* tokens.
  init(_ emissions: Emissions, phones: [String], floor: Float) {
    let tokens = emissions.tokens
    var columns: [String: Int] = [:]
    for (index, token) in tokens.enumerated() where columns[token] == nil { columns[token] = index }
    let silent = Set(
      [emissions.blank] + ["<wb>", "<pad>", "<sos>", "<eos>", " ", "|"].compactMap { columns[$0] })
    let sung = tokens.indices.filter { !silent.contains($0) }
    // For each phone its tokens, as places in `sung`, with their weights.
    let places = Dictionary(uniqueKeysWithValues: sung.enumerated().map { ($1, $0) })
    let mixes = phones.map { phone -> [(place: Int, weight: Float)] in
      guard let entry = PhoneTable.entry(phone) else { return [] }
      let own = entry.own.map { ($0, Float(1)) }
      let near = entry.near.map { ($0, PhoneTable.nearWeight) }
      return (own + near).compactMap { token, weight in
        columns[token].flatMap { places[$0] }.map { ($0, weight) }
      }
    }
    let frames = emissions.frames
    let silentColumns = silent.sorted()
    var values = [Float](repeating: 0, count: frames * phones.count)
    var best = [Float](repeating: 0, count: frames)
    var heard = [Float](repeating: 0, count: sung.count)
    for frame in 0..<frames {
      let row = frame * tokens.count
      var silence = floor
      for column in silentColumns { silence += exponential(emissions.values[row + column]) }
      var highest = floor
      for (place, column) in sung.enumerated() {
        let value = exponential(emissions.values[row + column])
        heard[place] = value
        highest = max(highest, value)
      }
      let logSilence = logarithm(silence)
      for (phone, mix) in mixes.enumerated() {
        var value = floor
        for (place, weight) in mix { value += weight * heard[place] }
        values[frame * phones.count + phone] = logarithm(min(1, value)) - logSilence
      }
      best[frame] = max(0, logarithm(highest) - logSilence)
    }
    self.frames = frames
    self.phones = phones.count
    self.values = values
    self.best = best
  }
}
