import CAss
package import VoimoBase
package import VoimoSignal

/// Burns a subtitle script (ASS, with karaoke) into pictures by libass.
///
/// Sees the fonts that it is given and no others, so that a script looks alike on every machine.
/// Not thread-safe: one renderer a shot.
@safe package final class SubtitleRenderer {
  /// What libass had to say: glyphs that no font has, broken lines.
  ///
  /// That a font lacks a code point which is shown as nothing is not worth a word.
  package var warnings: [String] { messages.lines.filter { !AssMessages.isAboutNothing($0) } }

  private let library: OpaquePointer
  private let renderer: OpaquePointer
  private let track: UnsafeMutablePointer<ASS_Track>
  private let messages: AssMessages
  private let width: Int
  private let height: Int
  /// When something is shown, in milliseconds: disjoint, in order.
  private let shown: [Range<Int>]

  /// Parses a script for pictures of a size.
  ///
  /// - Parameters:
  ///   - script: a whole ASS file, UTF-8.
  ///   - width: of the pictures, in pixels.
  ///   - height: of the pictures, in pixels.
  ///   - fonts: the first is used where the script's own family is not among them, the others
  ///     for characters that it lacks.
  /// - Throws: `MediaError` when libass cannot read the script or there is no font.
  package convenience init(
    script: [UInt8], width: Int, height: Int, fonts: [FontFile]
  ) throws(MediaError) {
    var loaded: [LoadedFont] = []
    for font in fonts { loaded.append(try font.load()) }
    try self.init(
      script: FontRuns(fonts: loaded).applied(to: script), width: width, height: height,
      files: Array(zip(fonts, loaded)))
  }

  /// Parses a script that names the font of every part itself, as a `TypeSetter` says.
  ///
  /// - Parameters:
  ///   - page: a whole ASS file, UTF-8.
  ///   - width: of the picture, in pixels.
  ///   - height: of the picture, in pixels.
  ///   - typeface: the fonts.
  /// - Throws: `MediaError` when libass cannot read the script or there is no font.
  package convenience init(
    page: [UInt8], width: Int, height: Int, typeface: Typeface
  ) throws(MediaError) {
    var files: [(file: FontFile, font: LoadedFont)] = []
    for file in typeface.files { files.append((file, try file.load())) }
    try self.init(script: page, width: width, height: height, files: files)
  }

  private init(
    script: [UInt8], width: Int, height: Int, files: [(file: FontFile, font: LoadedFont)]
  ) throws(MediaError) {
    guard let main = files.first?.font else {
      throw MediaError(.library, "words cannot be set without a font", operation: "ass_set_fonts")
    }
    guard let library = unsafe ass_library_init() else {
      throw .outOfMemory("ass_library_init")
    }
    let messages = AssMessages()
    unsafe messages.listen(to: library)
    for (file, font) in files {
      unsafe font.bytes.withUnsafeBytes { bytes in
        let data = unsafe bytes.bindMemory(to: CChar.self)
        unsafe ass_add_font(library, file.path, data.baseAddress, Int32(bytes.count))
      }
    }
    var text = script.map { CChar(bitPattern: $0) }
    let renderer = unsafe ass_renderer_init(library)
    let track = unsafe ass_read_memory(library, &text, text.count, nil)
    guard let renderer = unsafe renderer, let track = unsafe track else {
      if let track = unsafe track { unsafe ass_free_track(track) }
      if let renderer = unsafe renderer { unsafe ass_renderer_done(renderer) }
      unsafe ass_library_done(library)
      throw MediaError(
        .damaged, "the subtitles could not be read as ASS", operation: "ass_read_memory",
        detail: messages.lines.last)
    }
    unsafe ass_set_frame_size(renderer, Int32(width), Int32(height))
    unsafe ass_set_storage_size(renderer, Int32(width), Int32(height))
    unsafe ass_set_fonts(
      renderer, nil, main.family, Int32(ASS_FONTPROVIDER_NONE.rawValue), nil, 0)
    // Else each stretch between two tags has a direction of its own, and the words of a line in
    // Hebrew stand in the order of English.
    unsafe ass_track_set_feature(track, ASS_FEATURE_WHOLE_TEXT_LAYOUT, 1)
    unsafe self.library = unsafe library
    unsafe self.renderer = unsafe renderer
    unsafe self.track = unsafe track
    self.messages = messages
    self.width = width
    self.height = height
    shown = unsafe Self.times(of: track)
  }

  deinit {
    unsafe ass_free_track(track)
    unsafe ass_renderer_done(renderer)
    unsafe ass_library_done(library)
  }

  /// Whether any word is on the screen at some moment of a span of time.
  package func hasText(from start: Seconds, to end: Seconds) -> Bool {
    let (first, last) = (Self.milliseconds(start), Self.milliseconds(end))
    return shown.contains { $0.lowerBound <= last && first < $0.upperBound }
  }

  /// Draws what is on the screen at a time of the script's clock.
  ///
  /// - Complexity: next to nothing when no word is shown, else in proportion to the words' area.
  package func draw(at time: Seconds, onto target: PlanarTarget) {
    precondition(target.width == width && target.height == height, "a picture of another size")
    forEachPiece(at: time) { $0.draw(onto: target) }
  }

  /// The same onto an RGB picture.
  package func draw(at time: Seconds, onto picture: inout RGBPicture) {
    precondition(picture.width == width && picture.height == height, "a picture of another size")
    forEachPiece(at: time) { $0.draw(onto: &picture) }
  }

  private func forEachPiece(at time: Seconds, _ body: (CoverageBlend) -> Void) {
    let now = Self.milliseconds(time)
    guard shown.contains(where: { $0.contains(now) }) else { return }
    var change: Int32 = 0
    var image = unsafe ass_render_frame(renderer, track, Int64(now), &change)
    while let piece = unsafe image {
      unsafe body(CoverageBlend(piece))
      unsafe image = unsafe piece.pointee.next
    }
  }

  private static func milliseconds(_ time: Seconds) -> Int {
    Int((min(max(time.value, -1e9), 1e9) * 1000).rounded())
  }

  private static func times(of track: UnsafeMutablePointer<ASS_Track>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for index in 0..<(unsafe Int(track.pointee.n_events)) {
      let event = unsafe track.pointee.events[index]
      let (start, duration) = unsafe (Int(event.Start), Int(event.Duration))
      if duration > 0 { ranges.append(start..<start + duration) }
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var merged: [Range<Int>] = []
    for range in ranges {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

/// What libass says, kept instead of printed.
final class AssMessages {
  private(set) var lines: [String] = []

  /// Takes the messages of a library, which must not outlive this object.
  func listen(to library: OpaquePointer) {
    unsafe ass_set_message_cb(
      library,
      { level, format, arguments, data in
        // 0 is fatal, 2 is a warning, 4 and up tell how it goes.
        guard level <= 2, let format = unsafe format, let arguments = unsafe arguments,
          let data = unsafe data
        else { return }
        var text = [CChar](repeating: 0, count: 512)
        unsafe vsnprintf(&text, 512, format, arguments)
        let line = String(
          decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        unsafe Unmanaged<AssMessages>.fromOpaque(data).takeUnretainedValue().add(line)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Whether a message is about the glyph of a code point that is shown as nothing.
  static func isAboutNothing(_ line: String) -> Bool {
    // "Glyph 0x200D not found in font for (DejaVu Sans, 700, 0)"
    let words = line.split(separator: " ")
    guard let code = words.first(where: { $0.hasPrefix("0x") }), line.contains("lyph"),
      let scalar = UInt32(code.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    else { return false }
    return Glyphs.needed(for: Character(scalar)).isEmpty
  }

  private func add(_ line: String) {
    if lines.count < 100, !lines.contains(line) { lines.append(line) }
  }
}
