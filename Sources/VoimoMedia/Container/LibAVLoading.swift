import CLibAV

/// When libav gets into the process.
///
/// It is loaded by the first call of one of its functions, because loading it takes longer than all
/// else that a build does when nothing has changed.
enum LibAVLoading {
  /// Loads what reading files needs, so that no later call opens a library's file.
  ///
  /// Ends the process with a sentence and status 7 when a library is not installed.
  static func load() {
    _ = avformat_version()
    _ = avcodec_version()
    _ = swresample_version()
    _ = swscale_version()
  }
}
