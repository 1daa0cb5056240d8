import CLibAV

/// Which encoders this machine has, as they enter the keys of what they made.
package struct EncoderIdentities: Sendable, Hashable {
  /// `x264 core 164 r3095 baee400, lavc 59.37.100`.
  package var video: String
  /// `aac lavc 59.37.100`.
  package var sound: String

  package init(video: String, sound: String) {
    self.video = video
    self.sound = sound
  }

  /// Asks the encoders themselves: loads libav and encodes one small frame, about 30 ms.
  package static func asked() -> EncoderIdentities {
    EncoderIdentities(
      video: VideoSettings.encoderIdentity, sound: SoundtrackEncoder.encoderIdentity)
  }

  /// The files of the libraries that hold the encoders, once they are loaded.
  ///
  /// - Returns: paths, sorted; links are not followed.
  package static var loadedLibraries: [String] {
    var paths: [String] = []
    unsafe withUnsafeMutablePointer(to: &paths) { paths in
      unsafe voimo_each_loaded_library(
        { path, context in
          guard let path = unsafe path, let context = unsafe context else { return }
          let paths = unsafe context.assumingMemoryBound(to: [String].self)
          unsafe paths.pointee.append(String(cString: path))
        }, paths)
    }
    return paths.filter { path in
      let name = path.split(separator: "/").last ?? ""
      return name.hasPrefix("libavcodec.so") || name.hasPrefix("libx264.so")
    }.sorted()
  }
}
