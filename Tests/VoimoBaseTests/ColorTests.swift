import Testing
import VoimoBase

@Suite struct ColorTests {
  @Test func `a color is read from six digits or three`() {
    #expect(Color(hex: "#ffd64d") == Color(255, 214, 77))
    #expect(Color(hex: "#FA0") == Color(255, 170, 0))
    #expect(Color(hex: "#ffd64d")?.hex == "#ffd64d")
    #expect(Color(1, 2, 3).hex == "#010203")
  }

  @Test(arguments: ["", "#", "ffd64d", "#ffd64", "#ffd64dff", "#+fd64d", "#xyz", "# fff"])
  func `anything else is no color`(text: String) {
    #expect(Color(hex: text) == nil)
  }

  @Test func `a mix goes from one color to the other`() {
    let mixed = Color.black.mixed(with: .white, 0.5)
    #expect(mixed == Color(128, 128, 128))
    #expect(Color.black.mixed(with: .white, 2) == .white)
    #expect(Color.black.mixed(with: .white, -1) == .black)
  }
}
