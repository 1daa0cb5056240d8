import Testing
import VoimoBase
import VoimoEngine
import VoimoMedia
import VoimoStages

/// The fonts of a page are part of its key.
@Suite struct PageTypefaceTests {
  private func font(_ content: String, face: Int = 0) -> FontFile {
    FontFile(path: "/fonts/\(content).ttf", face: face, hash: ContentHash(hashing: content))
  }

  private func fields(_ step: some Step) -> [String] {
    var walk = ParameterWalk()
    step.walkParameters(&walk)
    return walk.fields.map { "\($0.name)=\($0.value)" }
  }

  @Test func `another font, cut or face gives another key, another place of the file does not`() {
    let typefaces: [Typeface?] = [
      nil, Typeface(fonts: [font("a")], bold: nil), Typeface(fonts: [font("b")], bold: nil),
      Typeface(fonts: [font("a")], bold: font("b")),
      Typeface(fonts: [font("a"), font("b")], bold: nil),
      Typeface(fonts: [font("a"), font("b", face: 2)], bold: nil),
    ]
    let waveforms = typefaces.map { fields(WaveformStep(title: "x", typeface: $0)) }
    let sheets = typefaces.map {
      fields(
        ContactSheetStep(
          title: "x", artist: nil, length: 60, entries: [], aspect: 1, typeface: $0))
    }
    #expect(Set(waveforms).count == typefaces.count)
    #expect(Set(sheets).count == typefaces.count)
    var moved = font("a")
    moved = FontFile(path: "/elsewhere/a.ttf", face: 0, hash: moved.hash)
    #expect(
      fields(WaveformStep(title: "x", typeface: Typeface(fonts: [moved], bold: nil)))
        == waveforms[1])
  }

  @Test func `what a sheet shows beside its pictures is in its key`() {
    func sheet(_ change: (inout ContactSheetStep) -> Void) -> [String] {
      var step = ContactSheetStep(
        title: "x", artist: nil, length: 60,
        entries: [
          .init(
            picture: StepOutput(StepID("keyframe", "verse.1/00"), "image"),
            note: .value(of: StepID("keyframe", "verse.1/00")), time: 0, shot: "verse.1/00")
        ], aspect: 1, typeface: nil)
      change(&step)
      return fields(step)
    }
    let changed = [
      sheet { _ in }, sheet { $0.title = "y" }, sheet { $0.artist = "z" }, sheet { $0.length = 61 },
      sheet { $0.entries[0].time = 1 }, sheet { $0.entries[0].shot = "verse.1/01" },
      sheet { $0.aspect = 2 }, sheet { $0.entries = [] },
    ]
    #expect(Set(changed).count == changed.count)
    #expect(sheet { $0.pictureSize = 9 } == changed[0])
  }
}
