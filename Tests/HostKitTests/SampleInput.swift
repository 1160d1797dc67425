import Foundation
import GRDB
import HostKit
import Operations
import Persistence
import PluginKit

enum Colour: String, Choice {
    case red, green
    static let vocabulary = "colour"
}

struct Measure: Codable, Sendable, Equatable {
    var what: String
    var due: CalendarDate
}

/// Every kind of field there is.
struct SampleInput: Codable, Sendable {
    var name: String
    var count: Int
    var share: Double
    var isUrgent: Bool
    var due: CalendarDate
    var colour: Colour
    var roles: [Role]
    var tags: [String]
    var file: Upload
    var unit: UniqueID
    var note: String?
    var measures: [Measure]?
}

let sampleStrings: StringCatalogue = {
    enum Words: Plugin {
        static let manifest = PluginManifest(id: "words", version: Version(1), capabilities: [])
        static func register(with registrar: inout Registrar) {
            registrar.add(
                StringTable(
                    plugin: "words",
                    """
                    colour.red = 红色 || Red
                    colour.green = 绿色 || Green
                    role.IO = 巡察办 || inspection office
                    unit.add.name = 名称 || name
                    field.due = 期限 || due date
                    E-VAL.refusal.shout = 不要喊“{value}”。 || do not shout "{value}".
                    column.count = 数量 || count
                    column.share = 占比 || share
                    column.title = 标题 || title
                    column.colour = 颜色 || colour
                    """))
        }
    }
    return Composition.fallbackStrings([Words.self]) ?? { preconditionFailure("the kernel's strings must build") }()
}()

/// The variants and fields of what a body refuses, in order: `due:date`.
func faults(_ body: () throws -> Void) -> [String] {
    do {
        try body()
        return []
    } catch let error as any UserFacingError {
        return error.refusals.map { "\($0.field ?? ""):\($0.message.key.split(separator: ".").last ?? "")" }
    } catch {
        return ["\(error)"]
    }
}
