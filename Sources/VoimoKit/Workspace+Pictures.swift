import Foundation
import Glibc
import VoimoBase
import VoimoMedia
import VoimoProject
import VoimoStages

/// The pictures that a project names, as they are on this machine.
struct FoundPictures {
  /// A picture: its path as the project has it, where it is, and what must be seen of it.
  struct Picture: Hashable {
    var name: String
    var path: String
    var focus: Focus?
  }

  /// The pictures of a path, in the order of their names; none where there are none.
  private(set) var pictures: [Picture] = []
  /// What is not a picture by its name, in a folder: told once, and passed over.
  private(set) var others: [String] = []

  /// Looks for what a path of the project names: a file, a folder, or a pattern.
  init(_ image: ImagePath, in folder: String) {
    let full = Workspace.resolve(image.path, in: folder)
    if image.isPattern, FileIdentity(of: full) == nil {
      for name in Self.matches(of: image.path, in: folder) { add(name, image, folder) }
    } else if Self.isFolder(full) {
      let prefix = image.path.hasSuffix("/") ? image.path : image.path + "/"
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: full)) ?? []).sorted(
        by: Self.isBefore)
      for name in names where !name.hasPrefix(".") {
        guard !Self.isFolder("\(full)/\(name)") else { continue }
        if Self.endings.contains(Self.ending(of: name)) {
          add(prefix + name, image, folder)
        } else {
          others.append(prefix + name)
        }
      }
    } else if FileIdentity(of: full) != nil {
      add(image.path, image, folder)
    }
  }

  private mutating func add(_ name: String, _ image: ImagePath, _ folder: String) {
    pictures.append(
      Picture(name: name, path: Workspace.resolve(name, in: folder), focus: image.focus))
  }

  /// What files of a folder must end in to be taken for pictures.
  static let endings: Set = [
    "jpg", "jpeg", "png", "webp", "avif", "heic", "heif", "gif", "bmp", "tif", "tiff",
  ]

  private static func ending(of name: String) -> String {
    name.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// As people count: `2.jpg` before `10.jpg`; capitals do not matter.
  static func isBefore(_ a: String, _ b: String) -> Bool {
    let order = a.compare(b, options: [.numeric, .caseInsensitive])
    return order == .orderedSame ? a < b : order == .orderedAscending
  }

  /// Files that a pattern chooses, by its last part; folders before it are taken as they are.
  private static func matches(of pattern: String, in project: String) -> [String] {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let last = String(parts.last ?? "")
    let full = Workspace.resolve(
      folder.isEmpty ? (pattern.hasPrefix("/") ? "/" : ".") : folder, in: project)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: full)) ?? []
    return names.filter { !$0.hasPrefix(".") || last.hasPrefix(".") }
      .filter { unsafe fnmatch(last, $0, 0) == 0 && !isFolder("\(full)/\($0)") }
      .sorted(by: isBefore).map { parts.count == 1 ? $0 : "\(folder)/\($0)" }
  }
}

extension Workspace {
  /// The pictures of a set, each once, in the order of the project's paths.
  func pictures(of set: ImageSet) -> [FoundPictures.Picture] {
    var seen: Set<String> = []
    return set.paths.flatMap { FoundPictures($0, in: folder).pictures }
      .filter { seen.insert($0.name).inserted }
  }

  /// Every set of pictures that the project names.
  var imageSets: [ImageSet] {
    Array(Set([project.images].compactMap(\.self) + project.sections.compactMap(\.image)))
  }

  /// What is wrong with the pictures that the project names, short of what is in them.
  func imagePathProblems() -> [Diagnostic] {
    project.namedImages.flatMap { named -> [Diagnostic] in
      let found = FoundPictures(named.image, in: folder)
      guard found.pictures.isEmpty else { return [] }
      return [
        Diagnostic(
          .error, .noPictures(named.field, named.image.path, others: found.others),
          file: source.name, span: named.image.span)
      ]
    }
  }

  /// What is wrong with the files of pictures, by their headers.
  ///
  /// Not a picture, a broken one, one of a kind that voimo cannot read.
  func imageProblems() -> [Diagnostic] {
    var seen: Set<String> = []
    return project.namedImages.flatMap { named -> [Diagnostic] in
      FoundPictures(named.image, in: folder).pictures.compactMap { picture in
        guard seen.insert(picture.path).inserted else { return nil }
        do {
          _ = try reading.pictureSize(at: picture.path)
          return nil
        } catch let error as MediaError {
          return Diagnostic(
            .error, .init(id: "not-a-picture", text: "\(named.field): \(error.sentence)"),
            file: source.name, span: named.image.span)
        } catch {
          return nil
        }
      }
    }
  }
}

extension Diagnostic.Message {
  /// A path that names no picture.
  static func noPictures(_ field: String, _ path: String, others: [String]) -> Self {
    let other = others.first.map { ", only others such as \($0)" } ?? ""
    return Self(
      id: "no-pictures", text: "\(field): \(path) names no picture\(other)",
      hint: "a file, a folder (photos/) or a pattern (\"photos/*.jpg\"), next to voimo.yaml")
  }
}
