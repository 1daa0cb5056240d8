import CLibAV

extension InputFile {
  /// Reads PCM by the size of its container, not by the bits that are valid in it.
  ///
  /// A converter of 24 bits writes them as the upper bits of 32 (WAVE_FORMAT_EXTENSIBLE,
  /// `wValidBitsPerSample`); libav takes such files for numbers of 24 bits, or for the floats that
  /// an old editor wrote in the same form. The lower bits are zeros, so that reading all of them is
  /// right whatever number is valid.
  func readWholeContainers() {
    for index in 0..<streamCount {
      guard let parameters = unsafe stream(index).pointee.codecpar else { continue }
      let channels = unsafe Int(parameters.pointee.ch_layout.nb_channels)
      let block = unsafe Int(parameters.pointee.block_align)
      guard channels > 0, block > 0, block % channels == 0,
        let order = unsafe Self.integers[parameters.pointee.codec_id.rawValue]
      else { continue }
      let bytes = block / channels
      guard bytes != order.bytes || order.isMistaken, let whole = order.bySize[bytes] else {
        continue
      }
      // The header's length was worked out from the valid bits, in whole bytes.
      let valid = unsafe (Int64(parameters.pointee.bits_per_coded_sample) + 7) / 8
      if unsafe valid > 0 && stream(index).pointee.duration > 0 {
        unsafe stream(index).pointee.duration =
          stream(index).pointee.duration * valid / Int64(bytes)
      }
      unsafe parameters.pointee.codec_id = whole
      unsafe parameters.pointee.bits_per_coded_sample = Int32(bytes * 8)
    }
  }

  /// A codec of plain integers.
  private struct Integers {
    /// Of one sample.
    var bytes: Int
    /// Whether libav's choice cannot be right where the container has this size.
    var isMistaken = false
    /// The codec for each size of container in the same byte order.
    var bySize: [Int: AVCodecID]
  }

  private static let integers: [UInt32: Integers] = {
    let little = [
      2: AV_CODEC_ID_PCM_S16LE, 3: AV_CODEC_ID_PCM_S24LE, 4: AV_CODEC_ID_PCM_S32LE,
      8: AV_CODEC_ID_PCM_S64LE,
    ]
    let big = [
      2: AV_CODEC_ID_PCM_S16BE, 3: AV_CODEC_ID_PCM_S24BE, 4: AV_CODEC_ID_PCM_S32BE,
      8: AV_CODEC_ID_PCM_S64BE,
    ]
    var table: [UInt32: Integers] = [:]
    for (bytes, codec) in little {
      table[codec.rawValue] = Integers(bytes: bytes, bySize: little)
    }
    for (bytes, codec) in big { table[codec.rawValue] = Integers(bytes: bytes, bySize: big) }
    table[AV_CODEC_ID_PCM_U8.rawValue] = Integers(bytes: 1, bySize: little)
    table[AV_CODEC_ID_PCM_S8.rawValue] = Integers(bytes: 1, bySize: big)
    for codec in [AV_CODEC_ID_PCM_F16LE, AV_CODEC_ID_PCM_F24LE] {
      table[codec.rawValue] = Integers(bytes: 4, isMistaken: true, bySize: little)
    }
    return table
  }()
}
