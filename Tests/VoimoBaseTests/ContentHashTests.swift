import Testing
import VoimoBase

@Suite struct ContentHashTests {
  @Test func `the hash of abc is the one of FIPS 180-4`() {
    #expect(
      ContentHash(hashing: "abc").hex
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `a hash survives its hexadecimal form`() {
    let hash = ContentHash(hashing: "voimo")
    #expect(ContentHash(hex: hash.hex) == hash)
    #expect(ContentHash(bytes: hash.bytes) == hash)
  }

  @Test(arguments: ["", "ab", String(repeating: "g", count: 64), String(repeating: "a", count: 65)])
  func `what is not 64 digits is no hash`(text: String) {
    #expect(ContentHash(hex: text) == nil)
  }

  @Test func `pieces hash like the whole`() {
    var hasher = SHA256()
    hasher.update("vo")
    hasher.update([UInt8]("imo".utf8))
    #expect(hasher.finish() == ContentHash(hashing: "voimo"))
  }
}
