import Testing
import VoimoBase
import VoimoLyrics
import VoimoMedia
import VoimoSignal
import VoimoStages

/// Words as they are drawn into pictures: the right order, the right direction.
@Suite struct BurnedWordsTests {
  private let size = (width: 480, height: 200)

  private func picture(
    _ lines: [LyricLine], _ kind: SubtitleStyle.Kind, _ position: LinePosition = .middle,
    at time: Seconds
  ) throws -> RGBPicture {
    var style = SubtitleStyle(
      kind: kind, position: position, width: size.width, height: size.height, relativeSize: 0.2)
    style.sung = Color(255, 0, 0)
    style.unsung = Color(0, 255, 0)
    let renderer = try SubtitleRenderer(
      script: Array(Lyrics(lines: lines).burned(style).utf8), width: size.width,
      height: size.height, fonts: [FontFile.standard()])
    var picture = RGBPicture(width: size.width, height: size.height)
    renderer.draw(at: time, onto: &picture)
    #expect(renderer.warnings == [])
    return picture
  }

  /// The columns in which a color part (0 red, 1 green) is the brightest.
  private func columns(_ part: Int, _ picture: RGBPicture) -> [Int] {
    (0..<picture.width).filter { column in
      (0..<picture.height).contains { row in
        let place = 3 * (row * picture.width + column)
        return picture.pixels[place + part] > 200 && picture.pixels[place + 1 - part] < 60
      }
    }
  }

  private func line(_ words: [String]) -> LyricLine {
    LyricLine(
      text: words.joined(separator: " "), start: 1, end: Seconds(1 + Double(words.count)),
      words: words.enumerated().map {
        LyricWord(text: $1, start: Seconds(Double($0) + 1), end: Seconds(Double($0) + 2))
      })
  }

  @Test(arguments: [
    (["one", "two", "three"], false), (["один", "два", "три"], false),
    (["אחת", "שתיים", "שלוש"], true), (["مرحبا", "يا", "عالم"], true),
    (["שָׁלוֹם", "עֲלֵיכֶם", "שלום"], true), (["سلام", "دنیا", "جان"], true), (["ש", "א", "ם"], true),
    (["שלום!", "(עולם)", "טוב"], true),
  ])
  func `karaoke lights up in the direction in which the words are read`(
    words: [String], rightToLeft: Bool
  ) throws {
    // From left to right as a reader of the script sees it.
    func read(_ columns: [Int]) -> [Int] {
      rightToLeft ? columns.map { size.width - 1 - $0 }.sorted() : columns
    }
    var last = 0
    for time in [1.3, 1.7, 2.3, 2.6, 3.4, 3.8] {
      let shown = try picture([line(words)], .karaoke, at: Seconds(time))
      let sung = read(columns(0, shown))
      let unsung = read(columns(1, shown))
      // The sweep is one border: what is before it is sung, what comes after it is not.
      let border = try #require(sung.last, "\(words) at \(time)")
      let next = try #require(unsung.first, "\(words) at \(time)")
      #expect(border <= next + 2, "\(words) at \(time): sung to \(border), unsung from \(next)")
      #expect(border > last, "\(words) at \(time): \(border) after \(last)")
      last = border
    }
    #expect(try columns(1, picture([line(words)], .karaoke, at: 3.999)).count < 12)
    #expect(try columns(0, picture([line(words)], .karaoke, at: 0.9)).isEmpty)
  }

  @Test func `words of two directions in one line each keep their own`() throws {
    // שלום is at the right, then the Latin word, which fills from its left.
    let words = line(["שלום", "world", "עולם"])
    let middle = try picture([words], .karaoke, at: 2.5)
    let (sung, unsung) = (columns(0, middle), columns(1, middle))
    let rest = columns(1, try picture([words], .karaoke, at: 3.02))
    // At half of the second word: first word sung, third not.
    #expect((sung.last ?? 0) > (unsung.last ?? 0) && (unsung.first ?? 0) < (sung.first ?? 0))
    // The unsung half of the Latin word lies to the right of its sung half.
    let latinUnsung = unsung.filter { $0 > (rest.last ?? 0) + 6 }
    let latinSung = sung.filter { $0 < (latinUnsung.last ?? 0) }
    #expect((latinSung.max() ?? .max) < (latinUnsung.min() ?? 0) + 3)
  }

  @Test(arguments: LinePosition.allCases, SubtitleStyle.Kind.allCases)
  func `lines that begin together stand in the file's order`(
    position: LinePosition, kind: SubtitleStyle.Kind
  ) throws {
    for count in 2...3 {
      let texts = ["WWWWWW", "WWW", "W"].prefix(count)
      let lines = texts.enumerated().map {
        LyricLine(text: $1, start: 1, end: Seconds(3 - Double($0) * 0.1))
      }
      for time in [0.95, 1.0, 1.5, 2.5] {
        let shown = try picture(lines, kind, position, at: Seconds(time))
        let widths = (0..<size.height).map { row in
          let lit = (0..<size.width).filter { column in
            let place = 3 * (row * size.width + column)
            return max(shown.pixels[place], shown.pixels[place + 1]) > 60
          }
          return (lit.last ?? 0) - (lit.first ?? 0)
        }.filter { $0 > 12 }
        // From the top down every line is narrower than the one before.
        #expect(widths.count > 20, "\(position) \(kind) at \(time)")
        let steps = zip(widths, widths.dropFirst()).filter { abs($0 - $1) > 20 }
        #expect(
          steps.allSatisfy { $0 > $1 } && steps.count >= count - 1,
          "\(position) \(kind) at \(time): \(steps)")
      }
    }
  }

  @Test func `a line in Hebrew has its full stop at the left, plain too`() throws {
    for kind in SubtitleStyle.Kind.allCases {
      let with = try picture([LyricLine(text: "שלום.......", start: 1, end: 3)], kind, at: 2)
      let rows = with.height / 2 + 2..<with.height
      let dots = (0..<with.width).filter { column in
        let high = (0..<with.height / 2 - 4).contains { row in
          let place = 3 * (row * with.width + column)
          return max(with.pixels[place], with.pixels[place + 1]) > 100
        }
        let low = rows.contains { row in
          let place = 3 * (row * with.width + column)
          return max(with.pixels[place], with.pixels[place + 1]) > 100
        }
        return low && !high
      }
      // Parts of letters may stand as low as a full stop; seven full stops are more.
      let left = dots.count { $0 < with.width / 2 }
      #expect(left > 30 && left > 2 * (dots.count - left), "\(kind): \(dots)")
    }
  }
}
