package import VoimoEngine

/// Somebody who does a piece of model work, built in or elsewhere: what all ports have in common.
package protocol Backend: Sendable {
  /// Enters the key of everything that it makes.
  var identity: BackendIdentity { get }

  /// What must be free before it is given work.
  var needs: StepNeeds { get }
}

extension Backend {
  package var needs: StepNeeds { .oneCore }
}

/// Which back end did a piece of work; only what can change the result.
///
/// It follows from configuration alone. URL, device, concurrency and the size of batches are no
/// part of it.
package struct BackendIdentity: Sendable, Hashable, Codable {
  /// The back end's type: `painter`, `template`.
  package var type: String
  /// Its declared behaviour version: counted up when the same request may give another result.
  package var behaviour: Int
  /// What it works with, in the order of use; empty for back ends without a model.
  package var models: [ModelIdentity]

  package init(type: String, behaviour: Int, models: [ModelIdentity] = []) {
    self.type = type
    self.behaviour = behaviour
    self.models = models
  }

  /// `painter 1`, in tables and messages.
  package var text: String {
    (["\(type) \(behaviour)"] + models.map(\.text)).joined(separator: " ")
  }

  /// Walks over it field by field, each named after the part that the back end plays.
  ///
  /// - Parameters:
  ///   - part: What it is to the step: `generator`.
  ///   - walk: Where to.
  package func walk(as part: String, _ walk: inout ParameterWalk) {
    walk.field(part, type)
    walk.field("\(part) version", behaviour)
    for (index, model) in models.enumerated() {
      walk.field(index == 0 ? "\(part) model" : "\(part) model \(index + 1)", model.text)
    }
  }
}

/// Which model, and which bytes of it.
package struct ModelIdentity: Sendable, Hashable, Codable {
  /// As the back end calls it: `sd_xl_base_1.0`.
  package var name: String
  /// SHA-256 of its file, in hexadecimal digits; nil where a server tells no more than a name.
  package var sha256: String?

  package init(name: String, sha256: String? = nil) {
    self.name = name
    self.sha256 = sha256
  }

  /// `sd_xl_base_1.0 31e35c80fc4829d1`.
  package var text: String { name + (sha256.map { " \($0)" } ?? "") }
}

/// What a back end says when it cannot do its work, sorted by whose turn it is.
package enum BackendError: Error, Hashable, Sendable {
  /// What was asked for cannot be made: a mistake of the project's.
  case refused(String)
  /// Something is not installed, and the command that gets it.
  case missing(String, fix: String)
  /// Memory, on the card or in the machine, is used up.
  case resource(String, fix: String)
  /// It does not answer.
  case unavailable(String, fix: String)
  /// It answered with something else than was asked for, so that nothing is kept.
  case wrongResult(String)

  /// One sentence without its end.
  package var sentence: String {
    switch self {
    case .refused(let text), .missing(let text, _), .resource(let text, _),
      .unavailable(let text, _), .wrongResult(let text):
      text
    }
  }

  /// What to do about it; nil where nobody knows.
  package var fix: String? {
    switch self {
    case .missing(_, let fix), .resource(_, let fix), .unavailable(_, let fix): fix
    case .refused, .wrongResult: nil
    }
  }
}
