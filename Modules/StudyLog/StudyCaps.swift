import Operations
import PluginKit

/// The most a platform credits in a day, as the office decided.
enum StudyCaps {
    static func of(_ platform: String, in context: ReadContext) throws -> [String: Int] {
        let caps = context.registry.values(StudyPlatforms.self).first { $0.code == platform }?.caps ?? []
        return try Dictionary(caps.map { ($0.part, try context.value(of: $0.setting)) }) { first, _ in first }
    }
}
