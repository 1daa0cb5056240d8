import CCrypto

/// A running SHA-256, by libcrypto with the CPU's own instructions.
///
/// Owns its context. Not thread-safe; one hasher, one stream of bytes.
@safe package struct SHA256: ~Copyable {
  private let context: OpaquePointer

  /// Begins an empty hash.
  package init() {
    guard let context = unsafe EVP_MD_CTX_new(),
      unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    else { preconditionFailure("libcrypto has no SHA-256, or no memory for its context") }
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds bytes to what is hashed.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    let status = unsafe EVP_DigestUpdate(context, base, bytes.count)
    precondition(status == 1, "EVP_DigestUpdate failed on \(bytes.count) bytes")
  }

  /// Adds an array's bytes.
  package mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe update($0) }
  }

  /// Adds a text's UTF-8 bytes, without a length.
  package mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { unsafe update(UnsafeRawBufferPointer($0)) }
  }

  /// Ends the stream and gives its hash.
  package consuming func finish() -> ContentHash {
    var digest = [UInt8](repeating: 0, count: 32)
    let status = unsafe digest.withUnsafeMutableBufferPointer { buffer in
      unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
    }
    guard status == 1, let hash = ContentHash(bytes: digest) else {
      preconditionFailure("EVP_DigestFinal_ex failed")
    }
    return hash
  }
}

extension ContentHash {
  /// Hashes bytes in memory.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init(hashing bytes: [UInt8]) {
    var hasher = SHA256()
    hasher.update(bytes)
    self = hasher.finish()
  }

  /// Hashes a text's UTF-8 bytes.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init(hashing text: String) {
    var hasher = SHA256()
    hasher.update(text)
    self = hasher.finish()
  }
}
