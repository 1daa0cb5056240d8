import CLibAV

/// Writes a `PacketFile`.
final class PacketFileWriter {
  private let file: ByteFileWriter
  private var packets = 0

  /// Begins a file with what is known of all packets.
  init(path: String, head: PacketFile.Head) throws(MediaError) {
    file = try ByteFileWriter(path: path)
    try file.write(PacketFile.magic)
    for number in [
      Int(head.kind.rawValue), head.width, head.height, head.rateNumerator, head.rateDenominator,
      head.delay, head.priming, head.bitRate, head.codecHeader.count,
    ] {
      try file.write(UInt32(number))
    }
    try file.write(head.codecHeader)
  }

  /// Adds what the encoder has just given.
  func write(_ packet: MediaPacket) throws(MediaError) {
    let (flags, size) = unsafe (packet.raw.pointee.flags, packet.raw.pointee.size)
    guard size > 0, let data = unsafe packet.raw.pointee.data else { return }
    try file.write(UInt32(size))
    try file.write(UInt32(flags & AV_PKT_FLAG_KEY))
    try unsafe file.write(Int(packet.raw.pointee.pts))
    try unsafe file.write(Int(packet.raw.pointee.dts))
    try unsafe file.write(Int(packet.raw.pointee.duration))
    try unsafe file.write(UnsafeBufferPointer(start: data, count: Int(size)))
    packets += 1
  }

  /// Ends the file; without this a reader takes it for broken off.
  func finish(length: Int) throws(MediaError) {
    try file.write(UInt32(0))
    try file.write(packets)
    try file.write(length)
    try file.close()
  }
}

/// Reads a `PacketFile` from its start.
final class PacketFileReader {
  let head: PacketFile.Head
  /// Known once `next` has returned nil.
  private(set) var end: PacketFile.End?
  private let file: ByteFileReader
  private let path: String

  /// Opens a file and reads its head.
  init(path: String) throws(MediaError) {
    self.path = path
    file = try ByteFileReader(path: path)
    guard try file.read(8) == PacketFile.magic else {
      throw MediaError(.damaged, "\(path) is not one of voimo's packet files", operation: "read")
    }
    var numbers: [Int] = []
    for _ in 0..<9 { numbers.append(Int(try file.readUInt32())) }
    guard let kind = PacketFile.Kind(rawValue: UInt32(numbers[0])), numbers[3] > 0, numbers[4] > 0,
      numbers[8] <= PacketFile.mostHeaderBytes
    else {
      throw MediaError(.damaged, "\(path) is damaged in its head", operation: "read")
    }
    head = PacketFile.Head(
      kind: kind, width: numbers[1], height: numbers[2], rateNumerator: numbers[3],
      rateDenominator: numbers[4], delay: numbers[5], priming: numbers[6], bitRate: numbers[7],
      codecHeader: try file.read(numbers[8]))
  }

  /// Reads the next packet's bytes into `packet`; nil at the end.
  func next(into packet: MediaPacket) throws -> PacketFile.Stamp? {
    let size = Int(try file.readUInt32())
    if size == 0 {
      end = PacketFile.End(packets: try file.readInt(), length: try file.readInt())
      return nil
    }
    guard size <= PacketFile.mostPacketBytes else {
      throw MediaError(.damaged, "\(path) is damaged: a packet of \(size) bytes", operation: "read")
    }
    let isKey = try file.readUInt32() & UInt32(AV_PKT_FLAG_KEY) != 0
    let stamp = PacketFile.Stamp(
      presentation: try file.readInt(), decoding: try file.readInt(),
      duration: try file.readInt(), isKey: isKey)
    try unsafe packet.fill(size, operation: "av_new_packet") { try unsafe file.read(into: $0) }
    return stamp
  }
}
