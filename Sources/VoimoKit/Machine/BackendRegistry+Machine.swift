package import VoimoBackends
import VoimoProject

extension BackendRegistry {
  /// What this user has on this machine: what is built in, and the models in their folder.
  ///
  /// A machine's file that is wrong is told of by who needs it.
  package static var ofThisMachine: BackendRegistry {
    .standard(with: .ofThisUser)
  }
}

extension ModelHome {
  /// This user's models, with the virtual environment that the machine's file names.
  package static var ofThisUser: ModelHome {
    ModelHome(ownEnvironment: (try? MachineFile().read())?.config.python)
  }
}
