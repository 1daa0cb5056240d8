package import VoimoBase

/// What a machine's own file says: where servers, models and devices are.
///
/// Nothing here may change a picture, so nothing of it belongs in a key.
package struct MachineConfig: Sendable {
  /// By a port's name or a back end's, as the file has them.
  package var backends: [String: BackendPlace] = [:]
  /// Folders with models, in the order of the search; from `/` or `~/`.
  package var modelFolders: [String] = []
  /// Where models run at ports that `devices` does not name; nil leaves it to the back end.
  package var device: String?
  /// Where models run, by port.
  package var devices: [BackendPort: String] = [:]
  /// The virtual environment of voimo's worker, from `/` or `~/`.
  package var python: String?
  /// How many steps may work at once, by device or back end; 1 where it is not named.
  package var slots: [String: Int] = [:]
  /// The name of the file, for messages.
  package var sourceName = "config.yaml"
  /// Where each field is written, by its path in the file.
  package var places = Places()
  /// What the file says, field by field, in the order of the manual.
  var root: WrittenValue?

  /// A machine of which nothing is said.
  package init() {}

  /// Where a field's value is written: `backends.image.url`; nil for what the file leaves out.
  package func span(of path: String) -> SourceSpan? { places.value(at: path) }

  /// An error at a field's value, or about the whole file.
  package func error(_ message: Diagnostic.Message, at path: String) -> Diagnostic {
    Diagnostic(.error, message, file: sourceName, span: span(of: path))
  }

  /// Where a back end that works at a port is.
  ///
  /// The machine's word for the port comes first, then its word for the back end, then what
  /// `voimo.yaml` says all the same, then what holds for all ports.
  ///
  /// - Parameters:
  ///   - port: Where it works.
  ///   - type: Its name: `sdapi`. What the file says of the port holds for this type, or for any.
  ///   - settings: The project's own, of which only those count that say where.
  /// - Returns: What is known; all nil where nothing is.
  package func place(
    of port: BackendPort, type: String, settings: [String: BackendSetting] = [:]
  ) -> BackendPlace {
    var place = BackendPlace()
    if let own = backends[port.rawValue], own.type == nil || own.type == type {
      place = place.filled(with: own)
    }
    if let named = backends[type] { place = place.filled(with: named) }
    place = place.filled(with: BackendPlace(settings: settings))
    place.device = place.device ?? devices[port] ?? device
    place.python = place.python ?? python
    place.type = type
    return place
  }

  /// The back end that the machine names for a port, which a project may have that leaves the
  /// choice to voimo; nil where it names none.
  package func type(at port: BackendPort) -> String? { backends[port.rawValue]?.type }
}

/// Where a back end is, and how much it can be given at once.
package struct BackendPlace: Hashable, Sendable {
  /// Which back end it is the place of; nil for any at its port.
  package var type: String?
  package var url: String?
  /// The variable of the environment that holds the key: `KEY` of `${KEY}`.
  package var keyVariable: String?
  package var device: String?
  /// Calls at once, 1 or more.
  package var concurrency: Int?
  /// Pictures in one call, 1 or more.
  package var batch: Int?
  /// For one call.
  package var timeout: Seconds?
  /// The virtual environment, from `/` or `~/`.
  package var python: String?
  package var slot: String?
  /// Where it is written; nil where no file says it.
  package var span: SourceSpan?

  /// Nothing is known.
  package init() {}

  /// What a project's settings say of the place.
  init(settings: [String: BackendSetting]) {
    let named = settings.filter { BackendChoice.placeSettings.contains($0.key) }
    let entries = named.sorted { $0.key < $1.key }.map {
      WrittenEntry(
        key: $0.key, keySpan: $0.value.span,
        value: WrittenValue(content: .scalar($0.value.text, plain: true), span: $0.value.span))
    }
    guard let first = entries.first else {
      self.init()
      return
    }
    self.init(WrittenValue(content: .mapping(entries), span: first.keySpan))
  }

  /// Reads what stands under a port or a back end, a text for its type.
  init(_ written: WrittenValue) {
    let fields = FieldValues(written: written)
    if let text = written.text {
      type = text
    } else if written[BackendFields.type.name]?.text != nil {
      type = fields[BackendFields.type]
    }
    url = fields[BackendFields.url]
    keyVariable = fields[BackendFields.apiKey].flatMap(SecretText.variable)
    device = fields[BackendFields.device]
    concurrency = fields[BackendFields.concurrency]
    batch = fields[BackendFields.batch]
    timeout = fields[BackendFields.timeout]?.seconds(at: .film)
    python = fields[BackendFields.python]
    slot = fields[BackendFields.slot]
    span = written.span
  }

  /// This, and what another knows besides.
  func filled(with other: BackendPlace) -> BackendPlace {
    var place = self
    place.url = url ?? other.url
    // A key belongs to the address that it is for.
    if url == nil || other.url == nil || url == other.url {
      place.keyVariable = keyVariable ?? other.keyVariable
    }
    place.device = device ?? other.device
    place.concurrency = concurrency ?? other.concurrency
    place.batch = batch ?? other.batch
    place.timeout = timeout ?? other.timeout
    place.python = python ?? other.python
    place.slot = slot ?? other.slot
    place.span = span ?? other.span
    return place
  }
}
