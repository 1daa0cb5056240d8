package import VoimoProject
package import VoimoStages

/// A back end that projects can name: a row of the registry.
package struct BackendRow: Sendable {
  package var port: BackendPort
  /// As in `backends:`, unique in its port: `painter`.
  package var type: String
  /// One sentence for `voimo doctor`.
  package var summary: String
  /// The settings that it takes beside `type`, sorted; those of `BackendChoice.placeSettings` are
  /// allowed to all that are reached over a network.
  package var settings: [String]
  /// Whether it loads the checkpoint that `model` names.
  package var loadsModels: Bool
  /// Takes the port in `Backends`.
  ///
  /// - Throws: `BackendError` where it cannot be had on this machine.
  package var take: @Sendable (inout Backends, BackendChoice) throws -> Void
  /// What of it is here, for `voimo doctor`: without a network, in no time.
  package var identity: @Sendable () -> BackendIdentity
  /// The installed model that it needs and is taken for by itself; nil for what needs none.
  package var model: InstalledModel?

  /// The type that does no work at all.
  package static let none = "none"

  /// A model that a back end stands or falls with.
  package struct InstalledModel: Sendable {
    package var name: String
    package var home: ModelHome

    /// Whether it can be used.
    package var isHere: Bool { home.has(name) }
  }

  package init(
    _ port: BackendPort, _ identity: @autoclosure @escaping @Sendable () -> BackendIdentity,
    _ summary: String, settings: [String] = [], loadsModels: Bool = false, type: String? = nil,
    model: InstalledModel? = nil,
    take: @escaping @Sendable (inout Backends, BackendChoice) throws -> Void
  ) {
    self.port = port
    self.type = type ?? identity().type
    self.summary = summary
    self.settings = settings
    self.loadsModels = loadsModels
    self.take = take
    self.identity = identity
    self.model = model
  }
}

/// Every back end there is, as rows: who adds one adds a row.
package struct BackendRegistry: Sendable {
  /// In the order in which a reader wants them.
  ///
  /// `auto` stands for the first of a port whose model is installed, else for the first of all.
  package var rows: [BackendRow]

  package init(rows: [BackendRow]) { self.rows = rows }

  /// What is part of voimo.
  package static let standard = BackendRegistry(rows: [
    BackendRow(
      .listen, BuiltinListener().identity,
      "Hears beats, bars, key, voice and level by signal processing; needs no model."
    ) { backends, _ in backends.listener = BuiltinListener() },
    BackendRow(
      .sections, BuiltinSectionFinder().identity,
      "Finds sections by what sounds alike and which words come back; needs no model."
    ) { backends, _ in backends.sections = BuiltinSectionFinder() },
    BackendRow(
      .stems, BuiltinStems().identity,
      "Parts voice and accompaniment by masks on the spectrum; needs no model."
    ) { backends, _ in backends.stems = BuiltinStems() },
    BackendRow(
      .transcribe, BackendIdentity(type: BackendRow.none, behaviour: 1),
      "Writes nothing down: a song without lyrics is a film without words."
    ) { backends, _ in backends.transcriber = nil },
    BackendRow(
      .align, BuiltinAligner().identity,
      "Lays words onto the singing by where somebody sings; needs no model."
    ) { backends, _ in backends.aligner = .hearing(BuiltinAligner()) },
    BackendRow(
      .prompts, TemplateWriter().identity, "Writes prompts by a fixed pattern; needs no model."
    ) { backends, _ in backends.prompts = TemplateWriter() },
    BackendRow(
      .image, BuiltinPainter().identity,
      "Illustrates prompts with procedural scenes; needs no GPU and no network."
    ) { backends, _ in
      backends.images = BuiltinPainter()
      backends.ownAnimator = .drawn(BuiltinPainter())
    },
    BackendRow(
      .image, BackendIdentity(type: "files", behaviour: 1),
      "Takes your own pictures: those that `images` and `image` name."
    ) { _, _ in },
    BackendRow(
      .depth, PriorDepth().identity,
      "Guesses depth by sky, ground and what stands out; needs no model."
    ) { backends, _ in backends.depth = PriorDepth() },
    BackendRow(
      .animate, CameraDrawer().identity,
      "Moves through any picture by its depth, with weather and light on top."
    ) { backends, _ in
      backends.camera = .drawn(CameraDrawer())
      backends.ownAnimator = nil
    },
    BackendRow(
      .animate, BuiltinPainter().identity, "Moves the painter's own scenes."
    ) { backends, _ in backends.ownAnimator = .drawn(BuiltinPainter()) },
    BackendRow(
      .upscale, LanczosResizer().identity,
      "Brings pictures to the film's size by a filter; needs no model."
    ) { backends, _ in backends.resizer = LanczosResizer() },
  ])

  /// What is built in, for every port.
  package static let builtin = Backends(
    listener: BuiltinListener(), sections: BuiltinSectionFinder(), stems: BuiltinStems(),
    aligner: .hearing(BuiltinAligner()), prompts: TemplateWriter(), images: BuiltinPainter(),
    depth: PriorDepth(), resizer: LanczosResizer(), ownAnimator: .drawn(BuiltinPainter()),
    camera: .drawn(CameraDrawer()))

  /// The row that a choice means; nil for a type that the port does not have.
  package func row(_ port: BackendPort, _ choice: BackendChoice) -> BackendRow? {
    let rows = rows.filter { $0.port == port }
    guard choice.isAuto else { return rows.first { $0.type == choice.type } }
    return rows.first { $0.model?.isHere ?? false } ?? rows.first
  }

  /// The types that a port has, in the registry's order.
  package func types(of port: BackendPort) -> [String] {
    rows.filter { $0.port == port }.map(\.type)
  }

  /// Whether somebody writes down the words of a project that gives none.
  package func hasTranscriber(for project: Project) -> Bool {
    row(.transcribe, project.backend(.transcribe))?.type != BackendRow.none
  }

  /// Who does the work of a project.
  ///
  /// Choices that no row fits are left to what is built in; whoever asks has said so before.
  ///
  /// - Throws: `BackendError` where a back end cannot be had on this machine.
  package func backends(for project: Project) throws -> Backends {
    var backends = Self.builtin
    for port in BackendPort.allCases {
      let choice = project.backend(port)
      let row = row(port, choice)
      // What is left to voimo is built in, where no model that does it better is installed.
      if choice.isAuto, row?.model == nil { continue }
      try row?.take(&backends, choice)
    }
    return backends
  }
}
