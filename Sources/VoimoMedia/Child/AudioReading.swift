package import VoimoBase

/// Where files from outside are decoded.
///
/// A decoder is fed what strangers wrote. voimo does that in a child process that may not write
/// files, nor take more memory or time than a song needs; whatever becomes of the child is a plain
/// error here.
package enum AudioReading: Sendable, Hashable {
  /// In this process: for tests, and for files that voimo wrote itself.
  case inProcess
  /// In a child: the program at this path, started with `DecodeWorker.argument`. `patience` is how
  /// long nothing may come of it before it counts as hung; the slowest disks and the largest blocks
  /// need far less.
  case child(executable: String, patience: Seconds = 60)

  /// This very program as its own child.
  package static let ownChild = AudioReading.child(executable: "/proc/self/exe")

  /// Looks at a file and decodes its first tenth of a second, as `AudioFile.open` does.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - stream: The stream to take, by its place among the streams of sound, from 0; nil for the
  ///     file's choice.
  /// - Returns: what there is to know before decoding.
  /// - Throws: `MediaError` whose sentence says what is wrong with the file.
  package func look(at path: String, stream: Int? = nil) throws(MediaError) -> AudioFile {
    switch self {
    case .inProcess: return try AudioFile.open(path: path, stream: stream)
    case .child(let executable, let patience):
      return try Self.start(.look(stream: stream), path, executable, patience).file
    }
  }

  /// Opens a song to be decoded once, from its first sample to its last.
  ///
  /// - Throws: as `look` does.
  package func open(_ path: String, stream: Int? = nil) throws(MediaError) -> OpenSong {
    switch self {
    case .inProcess:
      return OpenSong(file: try AudioFile.open(path: path, stream: stream), child: nil)
    case .child(let executable, let patience):
      let (file, child) = try Self.start(.decode(stream: stream), path, executable, patience)
      return OpenSong(file: file, child: child)
    }
  }

  private static func start(
    _ task: DecodeRequest.Task, _ path: String, _ executable: String, _ patience: Seconds
  ) throws(MediaError) -> (file: AudioFile, child: DecodeChild) {
    // What is plainly no sound needs no child.
    let nature = try FileNature(path: path)
    if let refusal = nature.refusal { throw refusal }
    let child = try DecodeChild(
      executable: executable, request: DecodeRequest(task: task, path: path), name: nature.name,
      patience: patience)
    do {
      return (try child.file(), child)
    } catch let error as MediaError {
      throw error
    } catch {
      preconditionFailure("a child's first message throws nothing else: \(error)")
    }
  }
}

/// A song that was opened and can be decoded once.
///
/// Owns the child that decodes it, which ends with this value.
package struct OpenSong: ~Copyable {
  /// What there is to know before decoding.
  package let file: AudioFile
  private let child: DecodeChild?

  fileprivate init(file: AudioFile, child: DecodeChild?) {
    self.file = file
    self.child = child
  }

  /// Decodes the song, as `AudioFile.decode` does.
  ///
  /// - Parameters:
  ///   - tick: Is called several times a second even when nothing comes; when it throws, decoding
  ///     ends.
  ///   - body: Takes each block in order; when it throws, decoding ends.
  /// - Returns: the exact length, and what was wrong on the way.
  /// - Throws: `MediaError`, and what the closures throw.
  /// - Complexity: O(*n*) time, constant memory.
  package consuming func decode(
    tick: () throws -> Void, body: (AudioBlock) throws -> Void
  ) throws -> DecodeSummary {
    if let child { return try child.blocks(of: file, tick: tick, body: body) }
    return try file.decode { block in
      try tick()
      try body(block)
    }
  }
}
