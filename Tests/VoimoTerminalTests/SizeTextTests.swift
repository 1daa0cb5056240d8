import Testing
import VoimoTerminal

@Suite struct SizeTextTests {
  @Test(arguments: [
    ("0", 0), ("4096", 4096), ("500MB", 500_000_000), ("2GB", 2_000_000_000),
    ("2 gb", 2_000_000_000),
    ("1.5g", 1_500_000_000), ("1GiB", 1_073_741_824), ("10k", 10_000),
  ])
  func `a size may have a unit`(text: String, bytes: Int) {
    #expect(SizeText.bytes(in: text) == bytes)
  }

  @Test(arguments: ["", "GB", "two", "-1", "1e3", "5 apples", "99999999TB", "1.2.3"])
  func `anything else is no size`(text: String) {
    #expect(SizeText.bytes(in: text) == nil)
  }
}
