/// Curves as a line of block characters.
enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")
  /// As many as are taken in at a glance.
  private static let most = 60

  /// How many characters a curve may take where there are so many columns; nil for as many as one
  /// likes.
  static func cells(in columns: Int?) -> Int { max(8, min(most, columns ?? most)) }

  /// Draws values from 0 to 1, each character the largest of its stretch; empty for none.
  static func text(_ values: [Float], width: Int) -> String {
    let count = min(width, values.count)
    return String(
      (0..<count).map { column in
        let part = values[
          column * values.count / count..<(column + 1) * values.count / count]
        let height = Int((part.max() ?? 0) * Float(blocks.count))
        return blocks[max(0, min(blocks.count - 1, height))]
      })
  }
}
