import ArgumentParser
import Testing
import VoimoTerminal

@Suite struct CommandTests {
  @Test func `every command says what it does and shows an example`() throws {
    for command in Voimo.configuration.subcommands {
      let configuration = command.configuration
      #expect(!configuration.abstract.isEmpty, "\(command)")
      #expect(configuration.discussion.contains("voimo "), "\(command) has no example")
    }
  }
}
