import Testing
import VoimoBase
import VoimoKit
import VoimoProject

@Suite struct ProjectTemplateTests {
  @Test(arguments: [
    "song.mp3", "Ünïcödé ♫ 歌 (feat. O'Neil) #1.ogg", "quote \"double\" & $HOME; `x` %d.ogg",
    "-leading-dash.ogg", "no", "1:30", "{a: b}", "back\\slash", "'", ": #",
  ])
  func `what init writes reads back as it was meant, whatever the names`(name: String) {
    var template = ProjectTemplate(
      audio: name, title: name, artist: name, album: name, duration: 61.2, lyrics: nil)
    template.streams = ["opus, 2 channels (taken)", "aac, 1 channel, \"\(name)\", eng"]
    let (project, diagnostics) = Project.parse(
      SourceText(name: "voimo.yaml", text: template.text), profile: nil)
    #expect(diagnostics.filter { $0.severity == .error } == [])
    #expect(project?.audio.path == name)
    #expect(project?.audio.stream == nil)
    #expect(project?.song.title == name && project?.song.album == name)
  }
}
