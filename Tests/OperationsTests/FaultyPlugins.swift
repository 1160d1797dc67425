import Operations
import Persistence
import PluginKit

/// Plugins that each do something they must not.
enum MissingRequirement: Plugin {
    static let manifest = PluginManifest(id: "lonely", version: Version(1), requires: [.init("nobody")], capabilities: [])
    static func register(with registrar: inout Registrar) {}
}

enum OldRequirement: Plugin {
    static let manifest = PluginManifest(
        id: "picky", version: Version(1), requires: [.init("lonely", atLeast: Version(2))], conflicts: ["lonely"], capabilities: [])
    static func register(with registrar: inout Registrar) {}
}

enum FutureKernel: Plugin {
    static let manifest = PluginManifest(
        id: "future", version: Version(1), kernel: Version(2)..<Version(3), namespaces: ["lonely"], capabilities: [])
    static func register(with registrar: inout Registrar) {}
}

enum Hen: Plugin {
    static let manifest = PluginManifest(id: "hen", version: Version(1), requires: [.init("egg")], capabilities: [])
    static func register(with registrar: inout Registrar) {}
}

enum Egg: Plugin {
    static let manifest = PluginManifest(id: "egg", version: Version(1), requires: [.init("hen")], capabilities: [])
    static func register(with registrar: inout Registrar) {}
}

/// Everything that can be wrong with what a plugin brings.
enum Planted: Plugin {
    static let manifest = PluginManifest(id: "planted", version: Version(1), capabilities: ["operations", "migrations"])

    static func register(with registrar: inout Registrar) {
        registrar.add(
            Migration("planted/0001-table", sql: "CREATE TABLE stranger_table (a TEXT) STRICT; CREATE  TABLE planted_own (a TEXT) STRICT;"),
            to: Migrations.self)
        registrar.add(Rule("R-XYZ-01", .rule, source: "domain"), to: Rules.self)
        registrar.add(ForeignName.self)
        registrar.add(Nobody.self)
        registrar.add(Nobody.self)
        registrar.add(Strange.self)
        registrar.add(StringTable(plugin: "planted", "planted.strange = 只有中文\nfield.force = 强 || force\nfield.force.help = 强 || force"))
    }
}

struct ForeignName: Query {
    static let name: OperationName = "organization.steal"
    static let access = Access.everyone(reason: "a sample")
    func run(_ input: NoInput, in context: ReadContext) throws -> Done { Done("x") }
}

struct Nobody: Query {
    static let name: OperationName = "planted.nobody"
    static let access = Access.roles([])
    func run(_ input: NoInput, in context: ReadContext) throws -> Done { Done("x") }
}

struct Strange: Query {
    struct Input: Codable, Sendable {
        var force: Bool
        var wide: Int64
    }
    static let name: OperationName = "planted.strange"
    static let access = Access.everyone(reason: "a sample")
    static let positional = ["absent"]
    func run(_ input: Input, in context: ReadContext) throws -> Done { Done("x") }
}
