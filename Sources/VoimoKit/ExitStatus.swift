/// What the process tells its caller, as the manual lists it.
package enum ExitStatus: Int32, Sendable {
  case done = 0
  case buildFailed = 1
  /// Wrong usage, or a project file with errors.
  case usage = 2
  case locked = 4
  case storeDamaged = 5
  case noSpace = 6
  case backendUnavailable = 7
  case interrupted = 130
}
