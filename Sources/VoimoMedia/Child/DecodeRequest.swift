/// What a child is asked to do.
struct DecodeRequest: Hashable {
  /// What for, and how far to go.
  enum Task: Hashable {
    /// Find out what a song is.
    case look(stream: Int?)
    /// Decode it, too.
    case decode(stream: Int?)
    /// Read a picture, made smaller to so many pixels.
    case picture(fitting: Int?)
  }

  var task: Task
  var path: String

  init(task: Task, path: String) {
    self.task = task
    self.path = path
  }

  /// Reads what `arguments` wrote; nil for anything else.
  init?(arguments: ArraySlice<String>) {
    let values = Array(arguments)
    guard values.count == 3, values[1] == "-" || Int(values[1]) != nil else { return nil }
    let number = Int(values[1])
    switch values[0] {
    case "look": task = .look(stream: number)
    case "decode": task = .decode(stream: number)
    case "picture" where number ?? 1 > 0: task = .picture(fitting: number)
    default: return nil
    }
    path = values[2]
  }

  /// The child's arguments after the program's name and `DecodeWorker.argument`.
  var arguments: [String] {
    let (word, number): (String, Int?) =
      switch task {
      case .look(let stream): ("look", stream)
      case .decode(let stream): ("decode", stream)
      case .picture(let fitting): ("picture", fitting)
      }
    return [word, number.map(String.init) ?? "-", path]
  }

  /// The stream of sound that was asked for.
  var stream: Int? {
    switch task {
    case .look(let stream), .decode(let stream): stream
    case .picture: nil
    }
  }
}
