/// The fields of `backends`, and those of a back end that voimo itself reads.
enum BackendFields {
  static let type = Field(
    "type", .backend, "Who does the work.", default: BackendChoice.auto)
  static let apiKey = Field(
    "api_key", .secret, "The variable of the environment that holds the key: `\"${NAME}\"`.")

  /// What stands under a port, besides the back end's own settings.
  static let known = [type.row, apiKey.row]

  /// A port each.
  static let rows = BackendPort.allCases.map { port in
    FieldRow(
      name: port.rawValue, shape: .either([.settings(known), type.row.shape]),
      documentation: port.documentation, fallback: BackendChoice.auto)
  }
}
