import Testing
import VoimoLyrics

private func fault(
  _ values: [Float], tokens: [String] = ["<blank>", "a"], blank: Int = 0, hop: Double = 0.02
) -> Emissions.Fault? {
  do {
    _ = try Emissions(values: values, tokens: tokens, blank: blank, hop: hop)
    return nil
  } catch {
    return error
  }
}

@Test func `emissions are whole rows of logarithms of probabilities`() throws {
  #expect(fault([-0.1, -2.3, -0.2, -1.7]) == nil)
  #expect(fault([-0.1, -2.3, -0.2]) == .partialRow(values: 3, tokens: 2))
  #expect(fault([-0.1, .nan]) == .notFinite(frame: 0, token: 1))
  #expect(fault([-0.1, -1, -.infinity, -1]) == .notFinite(frame: 1, token: 0))
  #expect(fault([-0.1, 0.7]) == .notProbability(frame: 0, token: 1))
  #expect(fault([], tokens: []) == .noBlank)
  #expect(fault([-0.1, -1], blank: 2) == .noBlank)
  #expect(fault([-0.1, -1], hop: 0) == .badTimes)
  #expect(fault([-0.1, -1], hop: .nan) == .badTimes)
}

@Test func `emissions are read from little-endian bytes`() throws {
  let bytes: [UInt8] = [0, 0, 0x80, 0xBF, 0, 0, 0, 0xC0]
  let emissions = try Emissions(bytes: bytes, tokens: ["<blank>", "a"], blank: 0, hop: 0.02)
  #expect(emissions.frames == 1)
  #expect(throws: Emissions.Fault.partialRow(values: 1, tokens: 2)) {
    try Emissions(bytes: Array(bytes.prefix(5)), tokens: ["<blank>", "a"], blank: 0, hop: 0.02)
  }
}
