import VoimoBase

/// The format of the machine's own file: the one table of its fields.
///
/// It says where and how fast, and never what: nothing in it may change a picture.
enum MachineFormat {
  /// The keys at the top of the file, in the order of the manual.
  static let fields: [FieldRow] = [
    FileFormat.version.row,
    FieldRow(
      name: "backends",
      shape: .named(
        by: key, .either([.fields(backend), BackendFields.type.row.shape]),
        name: "ports and back ends"),
      documentation:
        "Where back ends are, by the port they work at (`image`) or by their own name (`sdapi`).",
      fallback: nil),
    models.row, devices, python.row, slots,
  ]

  /// What stands under a port or a back end.
  static let backend =
    [
      FieldRow(
        name: BackendFields.type.name, shape: BackendFields.type.row.shape,
        documentation: "Which back end this is the place of; only under a port.",
        fallback: "any that works there")
    ] + BackendFields.places

  static let models = FieldGroup(
    "models", [folders], "Where checkpoints and other models are kept.")
  static let folderList = Field(
    "folders", Kind<[String]>.list(of: .machinePath, count: 1...32, name: "folders"),
    "Folders, searched in this order, with all folders below them.")
  static let folder = Field("folders", Kind<String>.machinePath, "A folder.")
  static let device = Field("devices", Kind<String>.device, "Where models run, for all ports.")
  static let python = Field(
    "python", Kind<String>.machinePath,
    "The virtual environment of voimo's worker, which runs models.", otherwise: "none")

  private static let folders = FieldRow(
    name: folderList.name, shape: .either([folderList.row.shape, folder.row.shape]),
    documentation: folderList.row.documentation, fallback: "none")

  private static let devices = FieldRow(
    name: device.name, shape: .either([.fields(devicesByPort.map(\.row)), device.row.shape]),
    documentation: "Where models run: one device for all ports, or a mapping.",
    fallback: "the back end's choice")

  /// A port each.
  static let devicesByPort = BackendPort.allCases.map {
    Field($0.rawValue, Kind<String>.device, $0.documentation)
  }

  private static let slots = FieldRow(
    name: "slots",
    shape: .named(by: slot, Kind<Int>.integer(slotCounts).shape, name: "devices and back ends"),
    documentation: "How many steps may work on a device, or with a back end, at once.",
    fallback: "1 each")

  /// How many steps a slot can hold.
  static let slotCounts = 1...64
  static let slotCount = Kind<Int>.integer(slotCounts)

  /// A key of `backends`; whether there is such a back end only the registry knows.
  private static let key = scalar(.backend)
  private static let slot = scalar(.slot)

  private static func scalar(_ kind: Kind<String>) -> Scalar {
    guard case .scalar(let scalar) = kind.shape else {
      preconditionFailure("keys are texts")
    }
    return scalar
  }
}
