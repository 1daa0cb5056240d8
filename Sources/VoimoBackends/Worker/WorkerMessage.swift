import Foundation

/// JSON-RPC 2.0 as voimo speaks it with its worker: one message a line.
enum WorkerMessage {
  /// The protocol's version, which both sides must have.
  static let version = 1

  /// A call, as the line that goes to the worker.
  ///
  /// - Throws: `EncodingError` for numbers that JSON does not have.
  static func request<Parameters: Encodable>(
    _ id: Int, _ method: String, _ parameters: Parameters
  ) throws -> [UInt8] {
    return try line(Request(id: id, method: method, params: parameters))
  }

  private struct Request<Parameters: Encodable>: Encodable {
    var jsonrpc = "2.0"
    var id: Int
    var method: String
    var params: Parameters
  }

  /// Asks the worker to end a call.
  static func cancellation(of id: Int) throws -> [UInt8] {
    struct Note: Encodable {
      struct Parameters: Encodable { var id: Int }
      var jsonrpc = "2.0"
      var method = "cancel"
      var params: Parameters
    }
    return try line(Note(params: Note.Parameters(id: id)))
  }

  private static func line(_ message: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(message)) + [0x0A]
  }

  /// What a line of the worker's says.
  enum Event: Hashable, Sendable {
    /// A call has ended well; the whole line is kept, for whoever knows the result's type.
    case result(id: Int, line: Data)
    case failure(id: Int, WorkerFault)
    /// A call is so far.
    case progress(id: Int, done: Int, total: Int, unit: String)
    /// The worker lives.
    case heartbeat
    /// The line is not a message; its beginning, for people.
    case nonsense(String)
  }

  /// Reads one line.
  static func event(_ line: Data) -> Event {
    struct Envelope: Decodable {
      struct Failure: Decodable {
        struct Details: Decodable {
          var kind: String?
          var fix: String?
        }
        var message: String?
        var data: Details?
      }
      struct Parameters: Decodable {
        var id: Int?
        var done: Int?
        var total: Int?
        var unit: String?
      }
      var jsonrpc: String?
      var id: Int?
      var method: String?
      var params: Parameters?
      var error: Failure?
    }
    guard let message = try? JSONDecoder().decode(Envelope.self, from: line),
      message.jsonrpc == "2.0"
    else { return nonsense(line) }
    switch message.method {
    case "heartbeat"?: return .heartbeat
    case "progress"?:
      guard let at = message.params, let id = at.id, let done = at.done, let total = at.total
      else { return nonsense(line) }
      return .progress(id: id, done: done, total: total, unit: at.unit ?? "")
    case _?: return nonsense(line)
    case nil: break
    }
    guard let id = message.id else { return nonsense(line) }
    guard let failure = message.error else { return .result(id: id, line: line) }
    return .failure(
      id: id,
      WorkerFault(
        kind: failure.data?.kind.flatMap(WorkerFault.Kind.init) ?? .internal,
        message: failure.message ?? "no reason given", fix: failure.data?.fix))
  }

  /// The result in a line that `event` has found to be one.
  ///
  /// - Throws: `DecodingError` where it has another shape.
  static func result<Value: Decodable>(_ type: Value.Type, in line: Data) throws -> Value {
    try JSONDecoder().decode(Reply<Value>.self, from: line).result
  }

  private struct Reply<Value: Decodable>: Decodable { var result: Value }

  private static func nonsense(_ line: Data) -> Event {
    .nonsense(String(decoding: line.prefix(120), as: UTF8.self))
  }
}

/// What the worker says when a call fails.
struct WorkerFault: Error, Hashable, Sendable {
  enum Kind: String, Sendable {
    /// A parameter is wrong.
    case user
    /// A package or a model is not installed.
    case missing
    /// Memory is used up.
    case resource
    /// The call was ended on request.
    case cancelled
    /// The worker's own mistake.
    case `internal`
  }

  var kind: Kind
  var message: String
  var fix: String?
}
