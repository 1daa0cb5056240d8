import Glibc
import Testing
import VoimoBase

@Suite struct SystemRefusalTests {
  @Test(arguments: [
    (ENOSPC, SystemRefusal.Kind.noSpace, "no space left"), (EDQUOT, .noSpace, "no space left"),
    (EACCES, .notPermitted, "not permitted"), (EPERM, .notPermitted, "not permitted"),
    (EROFS, .notPermitted, "not permitted"), (ENOENT, .missing, "does not exist"),
    (EISDIR, .wrongPlace, "folder"), (ENOTDIR, .wrongPlace, "not a folder"),
    (ELOOP, .wrongPlace, "circle"), (ENAMETOOLONG, .wrongPlace, "too long"),
    (EMFILE, .limit, "too many files"), (ENFILE, .limit, "too many files"),
    (ENOMEM, .limit, "not enough memory"), (EFBIG, .limit, "larger"),
    (EIO, .device, "disk reports an error"), (ENXIO, .device, "no such device"),
    (ESTALE, .device, "network"), (EPIPE, .nobodyReads, "nobody reads"),
    (EBADF, .other, "closed"), (4095, .other, "4095"),
  ])
  func `an error number has a kind and plain words`(
    code: Int32, kind: SystemRefusal.Kind, words: String
  ) {
    let refusal = SystemRefusal(code: code)
    #expect(refusal.kind == kind)
    #expect(refusal.reason.contains(words), "\(refusal.reason)")
  }

  @Test func `no reason is a sentence of its own`() {
    for code in Int32(1)...133 {
      let reason = SystemRefusal(code: code).reason
      #expect(!reason.isEmpty && reason.first?.isUppercase == false && !reason.hasSuffix("."))
    }
  }
}
