import Foundation
import Testing
import VoimoBase
import VoimoEngine
import VoimoKit
import VoimoMedia
import VoimoStages
import VoimoStore

/// The one switch from errors to what a user sees.
@Suite struct ErrorTests {
  private struct Unheard: Error { var secret = "internals" }

  @Test func `every error of a module has a sentence and a status`() {
    let known: [(any Error, VoimoKit.ExitStatus, String)] = [
      (KitError(.locked, "taken"), .locked, "taken"),
      (StageError("the words have no times"), .buildFailed, "no times"),
      (StoreError.noSpace(path: "/a", needed: 5), .noSpace, "no space left"),
      (StoreError.damaged(path: "/a", detail: "x"), .storeDamaged, "damaged"),
      (StoreError.newerStore(path: "/a", version: 9, known: 1), .storeDamaged, "newer voimo"),
      (StoreError.file(operation: "read", path: "/a", code: EACCES), .buildFailed, "not permitted"),
      (
        StoreError.file(operation: "open", path: "/a", code: EMFILE), .buildFailed, "too many files"
      ),
      (MediaError(.noSpace, "no space left", operation: "x"), .noSpace, "no space left"),
      (MediaError(.notAudio, "a.mp3 is empty", operation: "x"), .usage, "a.mp3 is empty"),
      (MediaError(.noSuchStream, "no stream 3", operation: "x"), .usage, "no stream 3"),
      (
        MediaError(.damaged, "a.mp3 breaks off", operation: "x", detail: "secret"), .buildFailed,
        "a.mp3 breaks off"
      ),
      (CancellationError(), .interrupted, "interrupted"),
      (GraphError.duplicate("film"), .buildFailed, "bug in voimo"),
      (
        ProjectProblems([
          Diagnostic(
            .error, .init(id: "x", text: "no such section"), file: "voimo.yaml",
            span: SourceSpan(line: 7, column: 2))
        ]), .usage, "voimo.yaml:7: no such section"
      ),
    ]
    for (error, status, words) in known {
      let said = KitError(explaining: error)
      #expect(said.status == status, "\(error)")
      #expect(said.sentence.contains(words), "\(said.sentence)")
      #expect(!said.sentence.contains("secret"))
    }
  }

  @Test func `an error without words asks for a report and shows no innards`() throws {
    struct Shape: Decodable { var word: Int }
    var errors: [any Error] = [Unheard(), NSError(domain: "NSCocoaErrorDomain", code: 256)]
    for text in ["{}", "[", "{\"word\": \"x\"}"] {
      do {
        _ = try JSONDecoder().decode(Shape.self, from: Data(text.utf8))
      } catch {
        errors.append(error)
      }
    }
    #expect(errors.count == 5)
    for error in errors {
      let said = KitError(explaining: error)
      #expect(said.status == .buildFailed)
      #expect(said.sentence.contains("bug in voimo") && said.hint?.contains("report") == true)
      for word in ["keyNotFound", "codingPath", "secret", "Domain", "UserInfo", "internals"] {
        #expect(!said.sentence.contains(word), "\(said.sentence)")
      }
    }
  }

  @Test func `what Foundation says of a file is said in our words`() throws {
    let missing = "/nowhere/at/all"
    for act in [
      { _ = try Data(contentsOf: URL(fileURLWithPath: missing)) },
      { try Data([1]).write(to: URL(fileURLWithPath: missing)) },
      { _ = try FileManager.default.contentsOfDirectory(atPath: missing) },
      { throw POSIXError(.ENOENT) },
    ] as [() throws -> Void] {
      do {
        try act()
        Issue.record("that worked")
      } catch {
        let said = KitError(explaining: error)
        #expect(said.sentence.contains("does not exist"), "\(said.sentence)")
        #expect(!said.sentence.contains("couldn’t") && !said.sentence.contains("operation could"))
      }
    }
    #expect(KitError(explaining: POSIXError(.EDQUOT)).status == .noSpace)
  }
}
