import Foundation
import Glibc
import Synchronization
import Testing
import VoimoBase
import VoimoEngine
import VoimoStore

/// Makes the *n*-th operation on files fail, and if wanted every one after it: a process that was
/// killed there.
final class Fault: Sendable {
  private let count = Mutex(0)
  private let failing: Int
  private let isFatal: Bool
  private let code: Int32
  let seen = Mutex<[(operation: FileOperation, path: String)]>([])

  init(at failing: Int, isFatal: Bool, code: Int32 = EIO) {
    self.failing = failing
    self.isFatal = isFatal
    self.code = code
  }

  var hasStruck: Bool { count.withLock { $0 >= failing } }

  var files: FileOperations {
    FileOperations { operation, path throws(StoreError) in
      self.seen.withLock { $0.append((operation, path)) }
      let number = self.count.withLock { count in
        count += 1
        return count
      }
      guard number == self.failing || self.isFatal && number > self.failing else { return }
      if self.code == ENOSPC { throw .noSpace(path: path, needed: 1) }
      throw .file(operation: operation.rawValue, path: path, code: self.code)
    }
  }
}

@Suite struct FaultTests {
  /// Fails the 1st, 2nd, 3rd … operation of a commit until one goes through untouched.
  @Test(arguments: [(false, EIO), (true, EIO), (false, ENOSPC)])
  func `a commit that fails anywhere leaves a store that goes on`(isFatal: Bool, code: Int32) throws
  {
    var number = 1
    while true {
      let fault = Fault(at: number, isFatal: isFatal, code: code)
      let folder = try TemporaryFolder()
      let before = try Store.open(folder: folder.store).commitTest("picture/a", prompt: "sea")
      var made: StepResult?
      do {
        let store = try Store.open(folder: folder.store, files: fault.files)
        made = try store.commitTest("picture/b", prompt: "hill")
      } catch let error as StoreError {
        if code == ENOSPC { #expect(error.description.hasPrefix("no space left")) }
      } catch let error as CocoaError {
        Issue.record("the test's own file: \(error)")
      }
      let comment = "operation \(number): \(fault.seen.withLock { $0.last.map { "\($0)" } ?? "" })"
      try folder.expectWholeBlobs(comment)

      let store = try Store.open(folder: folder.store)
      #expect(try store.result(for: before.key) == before, "\(comment)")
      let record = ResultRecord.test("picture/b", prompt: "hill")
      let found = try store.result(for: record.key)
      #expect(made == nil || found == made, "an acknowledged result is lost: \(comment)")
      if let found {
        for blob in found.outputs where blob.key != "value" {
          #expect(FileManager.default.fileExists(atPath: store.path(of: blob.value)), "\(comment)")
        }
      }
      try store.commitTest("picture/b", prompt: "hill")
      #expect(try store.result(for: record.key) != nil, "\(comment)")
      try folder.expectWholeBlobs(comment)
      try store.clearAbandoned(try BuildLock.take(in: folder.store, command: "test"))
      #expect(folder.files(in: "\(folder.store)/tmp").isEmpty, "\(comment)")
      if !fault.hasStruck { break }
      number += 1
    }
    print("faults: fatal \(isFatal) code \(code): \(number - 1) points")
    #expect(number > 15)
  }

  @Test func `a failed sync throws the file away and is never tried again`() throws {
    let folder = try TemporaryFolder()
    let syncs = Mutex<[String]>([])
    let files = FileOperations { operation, path throws(StoreError) in
      guard operation == .sync else { return }
      syncs.withLock { $0.append(path) }
      throw .file(operation: operation.rawValue, path: path, code: EIO)
    }
    let store = try Store.open(folder: folder.store, files: files)
    #expect(throws: StoreError.self) { try store.commitTest("picture/a", prompt: "sea") }
    #expect(syncs.withLock { $0.count } == 1)
    #expect(folder.files(in: "\(folder.store)/objects").isEmpty)
    #expect(folder.files(in: "\(folder.store)/tmp").isEmpty)
  }

  @Test func `a full disk says how much more is needed`() throws {
    let folder = try TemporaryFolder()
    let files = FileOperations { operation, path throws(StoreError) in
      if operation == .write { throw .noSpace(path: path, needed: 12) }
    }
    let store = try Store.open(folder: folder.store, files: files)
    let error = #expect(throws: StoreError.self) {
      try store.commitTest("picture/a", prompt: "sea")
    }
    #expect(error?.description.hasSuffix(": 12 more bytes are needed") == true)
  }
}
