import Testing
import VoimoBase
import VoimoSignal

/// Tempos that are easily taken for two thirds, twice or half of what they are.
@Suite struct TempoRivalTests {
  /// Bars of eight eighths: `k` a bass drum, `s` a snare drum, `h` a hat, `.` nothing.
  private func song(_ bar: String, bpm: Double, seconds: Double = 20) -> SongFeatures {
    var song = Synth(seconds: seconds)
    let eighth = 30 / bpm
    let sounds = Array(bar)
    var number = 0
    while 0.1 + Double(number) * eighth < seconds - 0.3 {
      let time = 0.1 + Double(number) * eighth
      switch sounds[number % sounds.count] {
      case "k": song.kick(at: time)
      case "s": song.snare(at: time)
      case "h": song.click(at: time, level: 0.25, seed: 3)
      default: break
      }
      number += 1
    }
    return song.heard()
  }

  @Test(arguments: [166.0, 170, 174, 180, 184], ["khshhksh", "k.shhksh", "khsh.ksh"])
  func `a fast broken beat is not taken for two thirds of it`(bpm: Double, bar: String) {
    let tempo = song(bar, bpm: bpm).tempo
    let ratio = tempo.bpm / bpm
    #expect(abs(ratio - 1) < 0.02 || abs(ratio - 0.5) < 0.01, "\(tempo)")
  }

  @Test(arguments: [50.0, 55, 60, 66], ["khshkhsh", "khhhshhh"])
  func `a slow beat with eighths is heard as it is, or doubled and not sure`(
    bpm: Double, bar: String
  ) {
    let tempo = song(bar, bpm: bpm, seconds: 30).tempo
    let isRight = abs(tempo.bpm / bpm - 1) < 0.02
    #expect(isRight || (abs(tempo.bpm / bpm - 2) < 0.04 && tempo.confidence < 0.5), "\(tempo)")
  }

  @Test(arguments: [90.0, 120, 150], ["ksshhh", "k.s.s."])
  func `a waltz keeps its tempo`(bpm: Double, bar: String) {
    let tempo = song(bar, bpm: bpm).tempo
    let ratio = tempo.bpm / bpm
    #expect([0.5, 1, 2].contains { abs(ratio / $0 - 1) < 0.02 }, "\(tempo)")
  }
}
