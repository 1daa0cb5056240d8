import Glibc
import Testing
import VoimoBase
import VoimoMedia
import VoimoSignal

/// A child that reads pictures is believed nothing, and whatever becomes of it is a plain error.
@Suite struct PictureChildTests {
  /// What every fake child can say; `pixels` sends so many bytes.
  private static let kit = """
    #!/usr/bin/python3
    import json, os, signal, struct, sys, time
    out = sys.stdout.buffer
    task, number, path = sys.argv[-3:]
    def raw(data): out.write(data); out.flush()
    def message(kind, data): raw(kind + struct.pack("<I", len(data)) + data)
    def say(kind, value): message(kind, json.dumps(value).encode())
    def facts(**other): say(b"P", {"format": "PNG", "width": 40, "height": 30, "notes": []} | other)
    def pixels(count, value=7): message(b"X", bytes([value]) * count)

    """

  private func read(
    _ program: String, fitting: Int? = nil
  ) throws -> Result<PictureFile, MediaError> {
    let bench = try Workbench()
    let executable = try bench.write(Array((Self.kit + program + "\n").utf8), "child")
    unsafe chmod(executable, 0o755)
    let photo = RGBPicture(width: 40, height: 30, red: 1, green: 2, blue: 3)
    let path = try bench.write(PNGFile.encode(photo), "photo.png")
    do throws(MediaError) {
      return .success(
        try picture(path, .child(executable: executable, patience: 0.5), fitting))
    } catch {
      return .failure(error)
    }
  }

  private func picture(
    _ path: String, _ reading: AudioReading, _ fitting: Int?
  ) throws(MediaError) -> PictureFile {
    do {
      return try reading.picture(at: path, fitting: fitting)
    } catch let error as MediaError {
      throw error
    } catch {
      preconditionFailure("\(error)")
    }
  }

  @Test func `what a well-behaved child says is taken`() throws {
    let read = try read("facts(notes=['odd\\x1b[2J']); pixels(3000); pixels(600, 9)").get()
    #expect(read.picture.width == 40 && read.picture.height == 30)
    #expect(read.picture.at(0, 0) == [7, 7, 7] && read.picture.at(39, 29) == [9, 9, 9])
    #expect(read.facts.notes == ["odd [2J"])
    let small = try self.read("facts(); pixels(300 if number == '100' else 1)", fitting: 100)
    // 40 by 30 within 100 pixels is 11 by 8: what the child thinks of that does not matter.
    guard case .failure(let error) = small else {
      Issue.record("300 bytes were taken for 264")
      return
    }
    #expect(error.sentence.contains("confuses the decoder"))
    #expect(try self.read("facts(); pixels(264)", fitting: 100).get().picture.width == 11)
  }

  static let confused = [
    "pixels first": "pixels(3600)", "a song": "say(b'F', {'path': 'x'})",
    "no JSON": "message(b'P', b'{')", "another size": "facts(width=41); pixels(41 * 90)",
    "a size of nothing": "facts(width=0, height=0)",
    "a huge size": "facts(width=1 << 40, height=1 << 40)",
    "more than there is": "facts(); pixels(3601)", "the facts twice": "facts(); facts()",
    "no pixels": "facts(); pixels(0)", "an unknown format": "facts(format='EXE')",
    "sound": "facts(); message(b'B', bytes(8))", "text": "raw(b'Hello, world, nothing else here')",
  ]

  @Test(arguments: confused.keys.sorted()) func `nonsense is refused`(what: String) throws {
    guard case .failure(let error) = try read(try #require(Self.confused[what])) else {
      Issue.record("\(what) was taken")
      return
    }
    #expect(
      error.sentence == "photo.png cannot be decoded: it confuses the decoder", "\(what): \(error)")
  }

  @Test(arguments: [
    ("os.kill(os.getpid(), signal.SIGSEGV)", "the decoder crashed"),
    ("facts(); pixels(3000)\nos.kill(os.getpid(), signal.SIGKILL)", "the decoder crashed"),
    ("facts(); pixels(3000)", "the decoder gave up"),
    ("facts(); pixels(3000)\ntime.sleep(60)", "the decoder hangs"),
    ("os.kill(os.getpid(), signal.SIGXCPU)", "it takes too long to decode"),
  ]) func `an early end is told by its cause`(program: String, cause: String) throws {
    guard case .failure(let error) = try read(program) else {
      Issue.record("it was taken")
      return
    }
    #expect(error.sentence == "photo.png cannot be decoded: \(cause)", "\(error)")
  }

  @Test func `what can be told by the first bytes needs no child`() throws {
    let bench = try Workbench()
    let nobody = AudioReading.child(executable: "/no/program")
    let page = try bench.write(Array("<html>".utf8), "photo.jpg")
    #expect(throws: MediaError.self) { try nobody.picture(at: page) }
    let path = try bench.write(PNGFile.encode(RGBPicture(width: 40, height: 30)), "photo.png")
    let size = try nobody.pictureSize(at: path)
    #expect(size == PictureFacts(format: .png, width: 40, height: 30))
  }

  @Test func `a tick that throws ends it`() throws {
    struct Enough: Error {}
    let bench = try Workbench()
    let executable = try bench.write(Array((Self.kit + "time.sleep(60)\n").utf8), "child")
    unsafe chmod(executable, 0o755)
    let path = try bench.write(PNGFile.encode(RGBPicture(width: 40, height: 30)), "photo.png")
    var ticks = 0
    #expect(throws: Enough.self) {
      try AudioReading.child(executable: executable).picture(at: path) {
        ticks += 1
        if ticks == 2 { throw Enough() }
      }
    }
  }
}
