import Glibc

/// Why the system refused to do something, from its error number: the one place where such numbers
/// become words.
package struct SystemRefusal: Hashable, Sendable {
  /// What can be done about it tells refusals apart.
  package enum Kind: Sendable, Hashable {
    /// The disk, or the user's share of it, is full.
    case noSpace
    case notPermitted
    case missing
    /// The name, or a part of it, leads to something else: a folder, a file, a circle of links.
    case wrongPlace
    /// A limit of the system: open files, memory, processes.
    case limit
    /// The device or the network failed.
    case device
    /// Whoever was to read it is gone.
    case nobodyReads
    case other
  }

  /// As in `errno`.
  package let code: Int32

  /// Takes an error number.
  package init(code: Int32) { self.code = code }

  /// What kind of refusal it is.
  package var kind: Kind {
    switch code {
    case ENOSPC, EDQUOT: .noSpace
    case EACCES, EPERM, EROFS, ETXTBSY: .notPermitted
    case ENOENT: .missing
    case EISDIR, ENOTDIR, ELOOP, ENAMETOOLONG, EEXIST, ENOTEMPTY, EXDEV, EMLINK: .wrongPlace
    case EMFILE, ENFILE, ENOMEM, EAGAIN, EFBIG: .limit
    case EIO, ENXIO, ENODEV, ESTALE, ETIMEDOUT, EHOSTDOWN, ENETDOWN, EREMOTEIO: .device
    case EPIPE: .nobodyReads
    default: .other
    }
  }

  /// The reason in plain words, to stand behind a colon: `no space left on the disk`.
  package var reason: String {
    switch code {
    case ENOSPC: "no space left on the disk"
    case EDQUOT: "no space left: your share of the disk (the quota) is used up"
    case EACCES, EPERM: "not permitted"
    case EROFS: "not permitted: it is mounted for reading only"
    case ETXTBSY: "not permitted: it is a program that is running"
    case ENOENT: "it does not exist"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of its path is not a folder"
    case ELOOP: "its links lead in a circle"
    case ENAMETOOLONG: "its name is too long"
    case EEXIST: "it already exists"
    case ENOTEMPTY: "the folder is not empty"
    case EXDEV: "it is on another disk"
    case EMLINK: "it has too many names"
    case EMFILE: "too many files are open in this process"
    case ENFILE: "too many files are open on this machine"
    case ENOMEM: "there is not enough memory"
    case EAGAIN: "the system has no more to give for now"
    case EFBIG: "it would be larger than is allowed"
    case EIO: "the disk reports an error (input/output error)"
    case ENXIO, ENODEV: "there is no such device"
    case ESTALE, ETIMEDOUT, EHOSTDOWN, ENETDOWN, EREMOTEIO: "its network disk does not answer"
    case EPIPE: "nobody reads it"
    case EBADF: "it is closed"
    case EBUSY: "it is in use"
    case ENOTSUP, ENOSYS, EINVAL: "the file system cannot do that"
    default: "the system gives error \(code)"
    }
  }

  /// What to do about it; nil where nothing general can be said.
  package var hint: String? {
    switch kind {
    case .noSpace: "make room, then try again; what was finished is kept"
    case .limit where code == EMFILE: "raise the limit with ulimit -n"
    default: nil
    }
  }
}
