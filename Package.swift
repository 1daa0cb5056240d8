// swift-tools-version: 6.2
import PackageDescription

// The house: one row a module, lowest level first. ARCHITECTURE.md says what each is for;
// HouseTests keeps this table, the folders and that page in step.

/// The settings every Swift target has.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A module of the house: what it imports of the house, and of other packages.
struct Module {
  var name: String
  var imports: [String] = []
  var products: [(product: String, package: String)] = []
  var testImports: [String] = []
  var hasTests = true
}

let modules: [Module] = [
  // level 0
  Module(name: "VoimoBase", imports: ["CCrypto", "CUnicode"]),
  // level 1
  Module(name: "VoimoEngine", imports: ["VoimoBase"]),
  Module(name: "VoimoProject", imports: ["VoimoBase"], products: [("Yams", "Yams")]),
  Module(name: "VoimoSignal", imports: ["VoimoBase", "CFourier", "CEbur128"]),
  Module(name: "VoimoLyrics", imports: ["VoimoBase", "CUchardet"]),
  // level 2
  Module(
    name: "VoimoStore", imports: ["VoimoBase", "VoimoEngine"], products: [("GRDB", "GRDB.swift")]),
  Module(
    name: "VoimoMedia",
    imports: ["VoimoBase", "VoimoSignal", "CLibAV", "CSndFile", "CAss", "CFonts"]),
  Module(name: "VoimoPaint", imports: ["VoimoBase", "VoimoSignal", "CPixels"]),
  // level 3
  Module(name: "VoimoCharts", imports: ["VoimoBase", "VoimoSignal", "VoimoMedia"]),
  // level 4
  Module(
    name: "VoimoStages",
    imports: [
      "VoimoBase", "VoimoEngine", "VoimoProject", "VoimoSignal", "VoimoLyrics", "VoimoMedia",
      "VoimoPaint", "VoimoCharts",
    ]),
  // level 5
  Module(
    name: "VoimoBackends",
    imports: [
      "VoimoBase", "VoimoEngine", "VoimoProject", "VoimoSignal", "VoimoLyrics", "VoimoMedia",
      "VoimoPaint", "VoimoStages",
    ],
    products: [("Subprocess", "swift-subprocess"), ("SystemPackage", "swift-system")]),
  // level 6
  Module(
    name: "VoimoKit",
    imports: [
      "VoimoBase", "VoimoEngine", "VoimoProject", "VoimoSignal", "VoimoLyrics", "VoimoMedia",
      "VoimoPaint", "VoimoStore", "VoimoCharts", "VoimoStages", "VoimoBackends",
    ]),
  // level 7
  Module(
    name: "VoimoTerminal",
    imports: [
      "VoimoBase", "VoimoEngine", "VoimoLyrics", "VoimoMedia", "VoimoProject", "VoimoSignal",
      "VoimoCharts", "VoimoStages", "VoimoStore", "VoimoBackends", "VoimoKit",
    ],
    products: [("ArgumentParser", "swift-argument-parser")]),
]

/// `VOIMO_ONLY=VoimoSignal swift test` builds one module, what it imports, and its tests: the
/// inner loop of `./dev test signal`.
let only = Context.environment["VOIMO_ONLY"].map { $0.split(separator: ",").map(String.init) }

var wanted = Set(only ?? modules.map(\.name))
for module in modules.reversed() where wanted.contains(module.name) {
  wanted.formUnion(module.imports.filter { $0.hasPrefix("Voimo") })
}
let built = modules.filter { wanted.contains($0.name) }

/// Packages and the versions they are taken from.
let packages: [String: Package.Dependency] = [
  "Yams": .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  "GRDB.swift": .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  "swift-argument-parser": .package(
    url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  // Without its trait for Foundation, which nothing here needs.
  "swift-subprocess": .package(
    url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  // The type of paths that swift-subprocess takes.
  "swift-system": .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
]

let usedPackages = Set(built.flatMap { $0.products.map(\.package) })

let systemLibraries: [String: Target] = [
  "CCrypto": .systemLibrary(
    name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
  // Without pkgConfig: its flags are for building the library itself, and SwiftPM warns of them.
  "CUnicode": .systemLibrary(name: "CUnicode", providers: [.apt(["libutf8proc-dev"])]),
  "CUchardet": .systemLibrary(
    name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
  "CEbur128": .systemLibrary(
    name: "CEbur128", pkgConfig: "libebur128", providers: [.apt(["libebur128-dev"])]),
  "CSndFile": .systemLibrary(
    name: "CSndFile", pkgConfig: "sndfile", providers: [.apt(["libsndfile1-dev"])]),
  "CAss": .systemLibrary(
    name: "CAss", pkgConfig: "libass", providers: [.apt(["libass-dev"])]),
  "CFonts": .systemLibrary(
    name: "CFonts", pkgConfig: "fontconfig freetype2",
    providers: [.apt(["libfontconfig-dev", "libfreetype-dev"])]),
]

/// C modules that have code of ours, and the C modules that this code needs.
///
/// All others are system libraries.
let ownC: [String: [String]] = [
  "CPixels": [],
  // libav is loaded when it is called first (decision 0031), so nothing is linked with it.
  "CLoader": [], "CFourier": ["CLoader"], "CLibAV": ["CLoader", "CFourier"],
]

var targets: [Target] = []
let importedC = Set(built.flatMap(\.imports)).filter { $0.hasPrefix("C") }
for library in importedC.union(importedC.flatMap { ownC[$0] ?? [] }).sorted() {
  if let systemLibrary = systemLibraries[library] {
    targets.append(systemLibrary)
  } else {
    // Row kernels: without -ffp-contract=off a CPU with FMA would round differently.
    targets.append(
      .target(
        name: library, dependencies: (ownC[library] ?? []).map { .byName(name: $0) },
        cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]))
  }
}
for module in built {
  targets.append(
    .target(
      name: module.name,
      dependencies: module.imports.map { .byName(name: $0) }
        + module.products.map { .product(name: $0.product, package: $0.package) },
      swiftSettings: house,
      linkerSettings: [.linkedLibrary("m")]))
}
for module in built where only?.contains(module.name) ?? true {
  targets.append(
    .testTarget(
      name: "\(module.name)Tests",
      dependencies: [.byName(name: module.name)]
        + module.imports.filter { $0.hasPrefix("Voimo") }.map { .byName(name: $0) },
      swiftSettings: house))
}
if only == nil {
  targets.append(
    .executableTarget(
      name: "voimo",
      dependencies: ["VoimoMedia", "VoimoTerminal"], swiftSettings: house))
  targets.append(
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["voimo", "VoimoBase", "VoimoCharts", "VoimoMedia", "VoimoSignal"],
      swiftSettings: house))
}
// The house's tests read the repository and import nothing of it: `VOIMO_ONLY=House` builds them
// alone.
if only?.contains("House") ?? true {
  targets.append(.testTarget(name: "HouseTests", dependencies: [], swiftSettings: house))
}

let package = Package(
  name: "voimo",
  products: only == nil ? [.executable(name: "voimo", targets: ["voimo"])] : [],
  dependencies: usedPackages.sorted().compactMap { packages[$0] },
  targets: targets)
