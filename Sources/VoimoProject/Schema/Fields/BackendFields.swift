import VoimoBase

/// The fields of `backends`, and those of a back end that voimo itself reads.
enum BackendFields {
  static let type = Field(
    "type", .backend, "Who does the work.", default: BackendChoice.auto)
  static let apiKey = Field(
    "api_key", .secret, "The variable of the environment that holds the key: `\"${NAME}\"`.")

  static let url = Field("url", .url, "The server's address.")
  static let device = Field("device", .device, "Where its model runs: `cuda:0`.")
  static let concurrency = Field(
    "concurrency", .integer(1...256), "How many calls it gets at once.",
    otherwise: "the back end's")
  static let batch = Field(
    "batch", .integer(1...256), "How many pictures it gets in one call.",
    otherwise: "the back end's")
  static let timeout = Field(
    "timeout", .length, "How long it may take over one call.", otherwise: "the back end's")
  static let python = Field(
    "python", .machinePath, "Its virtual environment.", otherwise: "`python` of the machine")
  static let slot = Field(
    "slot", .slot, "The slot it works in, of those under `slots`.",
    otherwise: "the device, else the back end's name")

  /// What says where and how fast, and changes no picture.
  static let places = [
    url.row, apiKey.row, device.row, concurrency.row, batch.row, timeout.row, python.row, slot.row,
  ]

  /// What stands under a port, besides the back end's own settings.
  static let known = [type.row] + places

  /// Of these, the names that no back end has other words near.
  static let plain = [type.name, url.name, apiKey.name, concurrency.name, timeout.name]

  /// A port each.
  static let rows = BackendPort.allCases.map { port in
    FieldRow(
      name: port.rawValue, shape: .either([.settings(known), type.row.shape]),
      documentation: port.documentation, fallback: BackendChoice.auto)
  }
}
