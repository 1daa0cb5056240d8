import Testing

/// The examples as folders; that they build is tested with the command.
@Suite struct ExampleTests {
  private let repository = Repository.here

  @Test func `every example has a project, a page, a picture and a licence`() {
    let examples = repository.folders(in: "examples")
    #expect(examples.count >= 3)
    let wanted = ["voimo.yaml", "README.md", "film.png", "LICENSE.txt"]
    let missing = examples.flatMap { example in
      wanted.map { "examples/\(example)/\($0)" }.filter { repository.file($0) == nil }
    }
    check("every example has it (pictures: ./dev pictures)", missing)
  }

  @Test func `every example is in the README and in the list of examples`() {
    for example in repository.folders(in: "examples") {
      for page in ["README.md", "examples/README.md"] {
        let link = page == "README.md" ? "examples/\(example)" : example
        #expect(
          repository.file(page)?.text?.contains("](\(link)") == true,
          "\(page) has no link to \(example)")
      }
    }
  }

  @Test func `songs stay small`() {
    let sound: Set<String> = ["wav", "flac", "ogg", "oga", "opus", "mp3", "m4a", "aac"]
    let bytes = repository.files.filter { sound.contains($0.pathExtension) }.map(\.bytes)
    #expect(!bytes.isEmpty)
    #expect(bytes.reduce(0, +) <= 1_200_000, "all audio in the repository together, in bytes")
  }

  @Test func `pictures stay small`() {
    let pictures: Set<String> = ["png", "jpg", "jpeg"]
    let large = repository.files.filter {
      pictures.contains($0.pathExtension) && $0.bytes > 1_500_000
    }
    check("a picture has at most 1.5 MB", large.map { "\($0.path) has \($0.bytes) bytes" })
  }
}
