import Foundation
import Testing
import VoimoBackends
import VoimoBase
import VoimoProject
import VoimoStages

@Suite struct ModelHomeTests {
  /// A home with code, packages and one model, all of it made up.
  private struct House {
    let folder: TemporaryFolder
    var home: ModelHome {
      ModelHome(folder: folder.path + "/data", worker: folder.path + "/worker")
    }

    init(interpreter: Bool = true) throws {
      folder = try TemporaryFolder()
      try write("worker/voimo_worker/__main__.py", "")
      try write("worker/requirements/cpu.txt", "numpy==1 --hash=sha256:00\n")
      let hash = ContentHash(hashing: "weights").hex
      for name in ["spleeter", "hama"] {
        try write("data/models/\(name)/net.bin", "weights")
      }
      let file = "{\"net.bin\": {\"sha256\": \"\(hash)\", \"size\": 7}}"
      try write(
        "data/models/manifest.json",
        "{\"spleeter\": {\"files\": \(file)}, \"hama\": {\"files\": \(file), \"licence\": \"MIT\"}}"
      )
      guard interpreter, let environment = home.environment else { return }
      let python = environment + "/bin/python"
      try FileManager.default.createDirectory(
        atPath: environment + "/bin", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: python, withDestinationPath: "/usr/bin/python3")
      try Data().write(to: URL(filePath: environment + "/" + ModelHome.completeMark))
    }

    func write(_ name: String, _ text: String) throws {
      let path = folder.path + "/" + name
      try FileManager.default.createDirectory(
        atPath: URL(filePath: path).deletingLastPathComponent().path,
        withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path))
    }
  }

  @Test(arguments: [
    (["HOME": "/home/a"], "/home/a/.local/share/voimo"),
    (["HOME": "/home/a", "XDG_DATA_HOME": "/big"], "/big/voimo"),
    // What is no whole path is to be ignored, the standard says.
    (["HOME": "/home/a", "XDG_DATA_HOME": "big"], "/home/a/.local/share/voimo"),
    (["HOME": "/home/a", "VOIMO_DATA": "/srv/models", "XDG_DATA_HOME": "/big"], "/srv/models"),
  ])
  func `the folder is the user's, or the one that is named`(
    environment: [String: String], folder: String
  ) {
    #expect(ModelHome(environment: environment).folder == folder)
  }

  @Test func `an environment of one's own is taken as it is`() {
    let home = ModelHome(environment: ["HOME": "/home/a"], ownEnvironment: "~/venv")
    #expect(home.environment == "/home/a/venv")
  }

  @Test func `a model is named by its bytes`() throws {
    let house = try House()
    let model = try house.home.model("hama")
    #expect(model.name == "hama" && model.sha256 == ContentHash(hashing: "weights").hex)
    #expect(house.home.has("hama") && !house.home.has("whisper-base"))
  }

  @Test func `models of several files are named by all of them`() {
    let one = ModelManifest.File(sha256: String(repeating: "a", count: 64), size: 1)
    let two = ModelManifest.File(sha256: String(repeating: "b", count: 64), size: 1)
    let both = ModelManifest.Model(files: ["a": one, "b": two])
    #expect(both.hash != ModelManifest.Model(files: ["a": two, "b": one]).hash)
    #expect(both.hash != ModelManifest.Model(files: ["a": one]).hash && both.size == 2)
  }

  @Test func `a file of another size, a damaged manifest and missing packages are told`() throws {
    let house = try House()
    try house.write("data/models/hama/net.bin", "half")
    let damaged = #expect(throws: BackendError.self) { try house.home.model("hama") }
    #expect(damaged?.sentence.contains("damaged: net.bin") == true)
    #expect(damaged?.fix == ModelHome.install)
    try house.write("data/models/manifest.json", "{ no")
    #expect(house.home.manifest.models.isEmpty)
    let none = try House(interpreter: false)
    #expect(none.home.interpreter == nil && !none.home.has("hama"))
    #expect(throws: BackendError.self) { try none.home.launch() }
  }

  @Test func `an installation that did not come to its end is not used`() throws {
    let house = try House()
    let environment = try #require(house.home.environment)
    try FileManager.default.removeItem(atPath: environment + "/" + ModelHome.completeMark)
    #expect(house.home.interpreter == nil)
  }

  @Test func `other requirements are another environment`() throws {
    let house = try House()
    let before = house.home.environment
    try house.write("worker/requirements/cpu.txt", "numpy==2 --hash=sha256:01\n")
    #expect(house.home.environment != before && house.home.interpreter == nil)
  }

  @Test func `a launch gives no keys and nothing of Python's away`() throws {
    let house = try House()
    let launch = try house.home.launch()
    #expect(launch.arguments.prefix(2) == ["-I", "-B"])
    #expect(launch.environment.keys.allSatisfy { !$0.hasPrefix("PYTHON") && !$0.contains("KEY") })
  }

  @Test func `what is installed is taken, unless the project says otherwise`() throws {
    let house = try House()
    let registry = BackendRegistry.standard(with: house.home)
    let auto = try registry.backends(for: Project(audio: AudioSource(path: "song.flac")))
    #expect(auto.stems.identity.type == "spleeter")
    #expect(auto.stems.identity.models.first?.sha256 == ContentHash(hashing: "weights").hex)
    #expect(auto.aligner.identity.type == "ctc")
    var project = Project(audio: AudioSource(path: "song.flac"))
    project.backends[.stems] = BackendChoice(type: "builtin")
    project.backends[.align] = BackendChoice(type: "builtin")
    let own = try registry.backends(for: project)
    #expect(own.stems.identity.type == "builtin" && own.aligner.identity.type == "builtin")
    withExtendedLifetime(house) {}
  }

  @Test func `without models everything is built in, and a model by name says how to get it`()
    throws
  {
    let house = try House(interpreter: false)
    let registry = BackendRegistry.standard(with: house.home)
    let auto = try registry.backends(for: Project(audio: AudioSource(path: "song.flac")))
    #expect(auto.stems.identity.type == "builtin" && auto.aligner.identity.type == "builtin")
    var project = Project(audio: AudioSource(path: "song.flac"))
    project.backends[.align] = BackendChoice(type: "ctc")
    let error = #expect(throws: BackendError.self) { try registry.backends(for: project) }
    #expect(error?.fix == ModelHome.install)
  }
}
