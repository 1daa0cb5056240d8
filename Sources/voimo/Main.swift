import Glibc
import VoimoMedia
import VoimoTerminal

/// The executable: a decoding child, or the command line.
@main
enum Main {
  static func main() async {
    Voimo.guardStreams()
    // A reader that goes away (`voimo graph | head`) does not need a signal.
    signal(SIGPIPE, SIG_IGN)
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == DecodeWorker.argument {
      exit(DecodeWorker.run(arguments.dropFirst()))
    }
    exit(await Voimo.run(Array(arguments)))
  }
}
