import Testing
import VoimoBase
import VoimoEngine

@Suite struct ManifestTests {
  private func manifest(
    _ parameters: [(String, String)], inputs: [String: ContentHash] = [:], version: Int = 1
  ) -> Manifest {
    Manifest(
      of: TestStep(kind: StepKind("test", version: version), parameters: parameters), inputs: inputs
    )
  }

  @Test func `fields are kind, version, parameters in order, inputs by name`() {
    let hash = ContentHash(hashing: "x")
    let manifest = manifest([("b", "2"), ("a", "1")], inputs: ["y": hash, "x": hash], version: 3)
    #expect(
      manifest.fields.map { "\($0.name)=\($0.value)" } == [
        "kind=test", "version=3", "parameter b=2", "parameter a=1", "input x=\(hash)",
        "input y=\(hash)",
      ])
    #expect(Manifest(bytes: manifest.bytes) == manifest)
    #expect(Manifest(bytes: manifest.bytes.dropLast()) == nil)
  }

  @Test func `the key is this one for ever`() {
    #expect(
      manifest([("prompt", "sea")]).key.hex
        == ContentHash(
          hashing: "voimo manifest 1\n4 kind4 test7 version1 116 parameter prompt3 sea"
        ).hex)
  }

  @Test func `texts cannot run into each other`() {
    let keys = [
      [("a", "b"), ("c", "d")], [("a", "bc"), ("", "d")], [("ab", ""), ("c", "d")],
      [("a", "b11 parameter c1 d")], [("a", "b\n"), ("c", "d")], [("a", "")], [],
    ].map { manifest($0).key }
    #expect(Set(keys).count == keys.count)
  }

  @Test func `numbers are written one way`() {
    var walk = ParameterWalk()
    walk.field("a", 0.1 + 0.2)
    walk.field("b", -0.0)
    walk.field("c", -Double.nan)
    walk.field("d", 1e300)
    walk.field("e", Seconds(72.5))
    walk.field("f", true)
    walk.field("g", String?.none)
    walk.field("h", String?(""))
    #expect(
      walk.fields.map { "\($0.name) \($0.value)" } == [
        "a 0.30000000000000004", "b 0.0", "c nan", "d 1e+300", "e 72.5", "f true", "h ",
      ])
  }

  @Test func `a difference names every field that changed, came or went`() {
    let hash = ContentHash(hashing: "x")
    let old = manifest([("prompt", "sea"), ("seed", "1")], inputs: ["in": hash])
    let new = manifest([("prompt", "hill"), ("take", "2")], inputs: ["in": hash], version: 2)
    #expect(
      new.difference(from: old) == [
        Change(field: "version", old: "1", new: "2"),
        Change(field: "parameter prompt", old: "sea", new: "hill"),
        Change(field: "parameter take", old: nil, new: "2"),
        Change(field: "parameter seed", old: "1", new: nil),
      ])
    #expect(old.difference(from: old).isEmpty)
  }

  @Test func `another key always has a difference`() {
    let one = manifest([("a", "1"), ("b", "2")])
    let other = manifest([("b", "2"), ("a", "1")])
    #expect(one.key != other.key)
    #expect(
      one.difference(from: other) == [
        Change(
          field: "order", old: "kind, version, parameter b, parameter a",
          new: "kind, version, parameter a, parameter b")
      ])
  }
}
