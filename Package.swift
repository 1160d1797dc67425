// swift-tools-version: 6.2
import PackageDescription

/// One set of compiler settings for every target. Warnings are errors where CI is set.
let settings: [SwiftSetting] =
    [.enableUpcomingFeature("ExistentialAny")]
    + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

/// The rooms of the house; who may use whom is checked again by ArchitectureTests.
func kernel(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Modules/Kernel/\(name)", swiftSettings: settings)
}

/// A part of the domain.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: ["PluginKit", "Persistence", "Operations", grdb] + dependencies, path: "Modules/\(name)",
        swiftSettings: settings)
}

/// A way in for people.
func host(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: ["PluginKit", "Persistence", "Operations"] + dependencies, path: "Modules/Hosts/\(name)",
        swiftSettings: settings)
}

/// The tests of a target.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, path: "Tests/\(name)Tests",
        swiftSettings: settings)
}

/// A library of the system that one add-on needs; its folder holds the module map.
func systemLibrary(_ name: String, in plugin: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, path: "Plugins/\(plugin)/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// A library of another package that is built only where a package trait is on.
func when(_ trait: String, _ product: String, from package: String) -> Target.Dependency {
    .product(name: product, package: package, condition: .when(traits: [trait]))
}

/// A target that is built only where a package trait is on.
func when(_ trait: String, _ target: String) -> Target.Dependency {
    .target(name: target, condition: .when(traits: [trait]))
}

let package = Package(
    name: "xuncha",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "PluginKit", targets: ["PluginKit"]),
        .library(name: "Persistence", targets: ["Persistence"]),
        .library(name: "Interchange", targets: ["Interchange"]),
        .library(name: "Operations", targets: ["Operations"]),
        .library(name: "Deadlines", targets: ["Deadlines"]),
        .library(name: "PageKit", targets: ["PageKit"]),
        .library(name: "PluginTestKit", targets: ["PluginTestKit"]),
        .library(name: "CommandHost", targets: ["HostKit", "CommandHost"]),
        .library(name: "StandardPlugins", targets: ["StandardPlugins"]),
    ],
    traits: [
        .trait(name: "Spreadsheets", description: "Reads and writes XLSX (libxlsxwriter, libzip, expat)"),
        .trait(name: "OptimalTeams", description: "Finds the best teams of a round (Cbc)"),
        .trait(name: "HTTPHost", description: "Serves the API and the pages (Hummingbird, zlib)"),
        .default(enabledTraits: ["Spreadsheets", "OptimalTeams", "HTTPHost"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: [
        // Kernel
        kernel("PluginKit"),
        .target(
            name: "Persistence", dependencies: ["PluginKit", grdb, sqlite, crypto], path: "Modules/Kernel/Persistence",
            swiftSettings: settings, linkerSettings: [.linkedLibrary("_FoundationICU")]),
        kernel("Interchange", ["PluginKit"]),
        kernel("Operations", ["PluginKit", "Persistence", "Interchange", grdb]),
        kernel("Deadlines", ["PluginKit", "Persistence", "Interchange", "Operations", grdb]),
        kernel("PageKit", ["PluginKit", "Persistence", "Operations", "Interchange", grdb, mustache]),
        // Headers only: CTransfer loads the library at the first transfer.
        .systemLibrary(
            name: "CLibcurl", path: "Modules/Kernel/Transfer/CLibcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "CTransfer", path: "Modules/Kernel/Transfer/CTransfer"),
        .target(
            name: "Transfer", dependencies: ["PluginKit", "CLibcurl", "CTransfer"], path: "Modules/Kernel/Transfer",
            exclude: ["CLibcurl", "CTransfer"], swiftSettings: settings),
        kernel("PluginTestKit", ["PluginKit", "Persistence", "Operations", grdb]),

        // Domain
        module("Organization", ["Interchange", "PageKit", "Deadlines"]),
        module("Accounts", ["Organization", crypto, cryptoExtras]),
        module("Statistics", ["Organization", "PageKit"]),
        module("Personnel", ["Organization", "Statistics", "Interchange", "PageKit"]),
        module("Training", ["Deadlines", "Organization", "Personnel", "Statistics", "Interchange", "PageKit"]),
        module("StudyLog", ["Organization", "Personnel", "Statistics", "Interchange", "PageKit"]),
        module("Inspection", ["Organization", "Personnel", "Statistics", "PageKit"]),
        module("Rectification", ["Deadlines", "Organization", "Inspection", "Statistics", "Interchange", "PageKit"]),

        // Hosts
        host("HostKit", [grdb]),
        host("CommandHost", ["HostKit", argumentParser]),
        .systemLibrary(name: "CZlib", path: "Modules/Hosts/HTTPHost/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "HTTPHost",
            dependencies: [
                "PluginKit", "Persistence", "Operations", "Interchange", "PageKit", "HostKit", "CommandHost", "Accounts", grdb,
                crypto,
                when("HTTPHost", "Hummingbird", from: "hummingbird"), when("HTTPHost", "HummingbirdTLS", from: "hummingbird"),
                when("HTTPHost", "CZlib"),
            ], path: "Modules/Hosts/HTTPHost", exclude: ["CZlib"], swiftSettings: settings),

        // Add-ons
        systemLibrary("CXlsxWriter", in: "Spreadsheets", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
        systemLibrary("CZip", in: "Spreadsheets", pkgConfig: "libzip", apt: "libzip-dev"),
        systemLibrary("CExpat", in: "Spreadsheets", pkgConfig: "expat", apt: "libexpat1-dev"),
        .target(
            name: "Spreadsheets",
            dependencies: ["Interchange", "PluginKit"] + ["CXlsxWriter", "CZip", "CExpat"].map { when("Spreadsheets", $0) },
            path: "Plugins/Spreadsheets", exclude: ["CXlsxWriter", "CZip", "CExpat"], swiftSettings: settings),
        // Needs the headers of coinor-libcbc-dev; loads the library at the first search.
        .target(name: "CCbc", path: "Plugins/OptimalTeams/CCbc"),
        .target(
            name: "OptimalTeams", dependencies: ["Personnel", "Persistence", "PluginKit", when("OptimalTeams", "CCbc")],
            path: "Plugins/OptimalTeams", exclude: ["CCbc"], swiftSettings: settings),
        .target(
            name: "StudyPlatforms",
            dependencies: ["PluginKit", "Persistence", "Operations", "Interchange", "Transfer", "Statistics", "StudyLog", grdb],
            path: "Plugins/StudyPlatforms", swiftSettings: settings),
        .target(
            name: "Demo", dependencies: ["PluginKit", "Persistence", "Operations", "Interchange", "HostKit", "CommandHost"],
            path: "Plugins/Demo", swiftSettings: settings),

        // The program
        .target(
            name: "StandardPlugins",
            dependencies: [
                "PluginKit", "Interchange", "Organization", "Accounts", "Deadlines", "Personnel", "Statistics", "Inspection",
                "Rectification", "Training", "StudyLog", "StudyPlatforms", "Transfer", "Spreadsheets", "OptimalTeams", "PageKit",
                "HTTPHost", "Demo",
            ], path: "Tools/StandardPlugins", swiftSettings: settings),
        .executableTarget(
            name: "xuncha", dependencies: ["CommandHost", "StandardPlugins"], path: "Tools/xuncha", swiftSettings: settings),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "HostKit", "CommandHost", "StandardPlugins", "Persistence", "Operations", "PluginKit", argumentParser, grdb,
                sqlite, when("HTTPHost", "Hummingbird", from: "hummingbird"),
            ], path: "Tools/Benchmarks", exclude: ["README.md", "compare-teams.py"], swiftSettings: settings),

        .executableTarget(
            name: "TeamBenchmark", dependencies: ["Personnel", "OptimalTeams", "SampleTeams", argumentParser],
            path: "Tools/TeamBenchmark", swiftSettings: settings),
        .executableTarget(
            name: "PagePreview", dependencies: ["HostKit", "PageKit", "Operations", "PluginKit", "StandardPlugins"],
            path: "Tools/PagePreview", swiftSettings: settings),

        // Tests
        .target(name: "SourceTree", path: "Tests/SourceTree", swiftSettings: settings),
        .target(
            name: "SampleTeams", dependencies: ["Personnel", "Persistence", "PluginKit"], path: "Tests/SampleTeams",
            swiftSettings: settings),
        .testTarget(
            name: "ArchitectureTests",
            dependencies: ["SourceTree", "StandardPlugins", "HostKit", "Operations", "PluginKit", "PluginTestKit", "Statistics"],
            path: "Tests/ArchitectureTests", swiftSettings: settings),
        .testTarget(
            name: "DocumentationTests",
            dependencies: ["SourceTree", "StandardPlugins", "CommandHost", "HostKit", "Operations", "PluginKit"],
            path: "Tests/DocumentationTests", swiftSettings: settings),
        tests("PluginKit"),
        tests("Interchange"),
        tests("Persistence", ["PluginKit", "Operations", "PluginTestKit", grdb]),
        tests("Operations", ["PluginKit", "Persistence", "PluginTestKit", grdb]),
        tests("Deadlines", ["PluginKit", "Persistence", "Interchange", "Operations", "PluginTestKit", grdb]),
        tests("HostKit", ["PluginKit", "Persistence", "Operations", grdb]),
        tests("CommandHost", ["HostKit", "PluginKit", "Persistence", "Operations", grdb]),
        tests("Organization", ["PluginKit", "Operations", "Persistence", "Interchange", "Deadlines", "PluginTestKit", grdb]),
        tests("Accounts", ["PluginKit", "Operations", "Persistence", "Organization", "Interchange", "PluginTestKit", grdb]),
        tests(
            "HTTPHost",
            [
                "Accounts", "Organization", "PluginKit", "Operations", "Persistence", "Interchange", "PageKit", "HostKit",
                "PluginTestKit",
                "StandardPlugins", grdb,
                when("HTTPHost", "HummingbirdTesting", from: "hummingbird"),
            ]),
        tests(
            "Personnel",
            [
                "PluginKit", "Operations", "Persistence", "Interchange", "Organization", "Statistics", "PluginTestKit",
                "Spreadsheets", "SampleTeams", grdb,
            ]),
        tests(
            "Inspection",
            [
                "PluginKit", "Operations", "Persistence", "Personnel", "Interchange", "Organization", "Statistics",
                "PluginTestKit", grdb,
            ]),
        tests("Statistics", ["Organization", "PluginKit", "Persistence", "Operations", "PluginTestKit", grdb]),
        tests(
            "Training",
            [
                "PluginKit", "Operations", "Persistence", "Interchange", "Organization", "Personnel", "Statistics", "Deadlines",
                "Inspection", "PageKit", "PluginTestKit", "StandardPlugins", grdb,
            ]),
        tests(
            "Rectification",
            [
                "PluginKit", "Persistence", "Operations", "PluginTestKit", "Interchange", "Deadlines", "Organization",
                "Personnel",
                "Inspection", "Statistics", grdb,
            ]),
        tests(
            "StudyLog",
            [
                "PluginKit", "Persistence", "Operations", "PluginTestKit", "Interchange", "Organization", "Personnel",
                "Inspection",
                "Rectification", "Deadlines", "Statistics", "StudyPlatforms", "Transfer", "PageKit", grdb,
            ]),
        tests("Transfer", ["PluginKit"]),
        .testTarget(
            name: "AccessTests",
            dependencies: ["StandardPlugins", "HostKit", "PluginKit", "Persistence", "Operations", "PluginTestKit"],
            path: "Tests/AccessTests", swiftSettings: settings),
        .testTarget(name: "EndToEndTests", dependencies: ["xuncha"], path: "Tests/EndToEndTests", swiftSettings: settings),
        tests(
            "PageKit",
            [
                "PluginKit", "Operations", "Persistence", "Interchange", "PluginTestKit", "HostKit", "StandardPlugins",
                "Organization",
                "Accounts", grdb,
            ]),
        tests("OptimalTeams", ["Personnel", "Persistence", "PluginKit", "SampleTeams"]),
        tests("Spreadsheets", ["Interchange", "PluginKit", when("Spreadsheets", "CZip")]),
    ],
    swiftLanguageModes: [.v6]
)
