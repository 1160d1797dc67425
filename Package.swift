// swift-tools-version: 6.2
import PackageDescription

/// One set of compiler settings for every target. Warnings are errors where CI is set.
let settings: [SwiftSetting] =
    [.enableUpcomingFeature("ExistentialAny")]
    + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

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

/// The tests of a target.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, path: "Tests/\(name)Tests",
        swiftSettings: settings)
}

let package = Package(
    name: "xuncha",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Interchange", targets: ["Interchange"]),
        .library(name: "PluginKit", targets: ["PluginKit"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        kernel("PluginKit"),
        .target(
            name: "Persistence", dependencies: ["PluginKit", grdb, crypto], path: "Modules/Kernel/Persistence",
            swiftSettings: settings, linkerSettings: [.linkedLibrary("_FoundationICU")]),
        kernel("Interchange", ["PluginKit"]),
        kernel("Operations", ["PluginKit", "Persistence", "Interchange", grdb]),
        kernel("Deadlines", ["PluginKit", "Persistence", "Interchange", "Operations", grdb]),
        kernel("PluginTestKit", ["PluginKit", "Persistence", "Operations", grdb]),
        tests("PluginKit"),
        tests("Operations", ["PluginKit", "Persistence", "PluginTestKit", grdb]),
        tests("Deadlines", ["PluginKit", "Interchange", "Operations", "PluginTestKit"]),
        module("Organization", ["Interchange"]),
        module("Accounts", ["Organization"]),
        module("Personnel", ["Organization", "Interchange"]),
        module("Inspection", ["Organization", "Personnel"]),
        tests("Organization", ["PluginKit", "Operations", "Persistence", "Interchange", "PluginTestKit", grdb]),
        tests("Accounts", ["PluginKit", "Operations", "Organization", "Interchange", "PluginTestKit"]),
        tests("Interchange"),
        tests("Personnel", ["PluginKit", "Operations", "Persistence", "Interchange", "Organization", "PluginTestKit", grdb]),
        tests("Inspection", ["PluginKit", "Operations", "Persistence", "Personnel", "Interchange", "Organization", "PluginTestKit", grdb]),
    ],
    swiftLanguageModes: [.v6]
)
