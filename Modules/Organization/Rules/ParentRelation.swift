import PluginKit

/// One of the two ways in which a unit stands below another, by codes (R-ORG-01).
struct ParentRelation {
    /// The column that tells the parent.
    let field: String
    private var parents: [String: String]

    /// The relations as they are stored: administration, and line of work.
    static func both(_ stored: [Unit]) -> [ParentRelation] {
        let codes = Dictionary(stored.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
        return [("parentCode", \Unit.parentId), ("lineParentCode", \Unit.lineParentId)].map { field, parent in
            let pairs = stored.compactMap { unit in unit[keyPath: parent].flatMap { codes[$0] }.map { (unit.code, $0) } }
            return ParentRelation(field: field, parents: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// The relation with the parents that rows name in the place of those that are stored; an empty one takes a parent away. Of two
    /// rows of one code the first counts.
    func overlaid(by rows: [(code: String, parent: String)]) -> ParentRelation {
        var relation = self
        relation.parents.merge(rows.reversed().map { ($0.code, $0.parent) }) { _, row in row }
        return relation
    }

    /// The way from a unit up until its code comes round again; nil when it ends, or runs into a circle that is not the unit's.
    func circle(from code: String) -> [String]? {
        var path = [code]
        var current = code
        while let parent = parents[current], !parent.isEmpty {
            path.append(parent)
            if parent == code { return path }
            guard path.count <= parents.count else { return nil }
            current = parent
        }
        return nil
    }

    static func message(_ circle: [String]) -> Message {
        Message("R-ORG-01.refusal", ["path": .text(circle.joined(separator: " → "))])
    }

    /// Looks at what is about to be saved: rows handed back may have been what kept the others from a circle.
    /// - Throws: `R-ORG-01`.
    static func requireNoCircle(stored: [Unit], rows: [UnitRow]) throws {
        var checks = Checks()
        for relation in both(stored) {
            let isLine = relation.field == "lineParentCode"
            let result = relation.overlaid(by: rows.map { ($0.code, (isLine ? $0.lineParentCode : $0.parentCode) ?? "") })
            if let circle = rows.lazy.compactMap({ result.circle(from: $0.code) }).first {
                checks.add(OrganizationRules.noCycle.refused(["path": .text(circle.joined(separator: " → "))]))
            }
        }
        try checks.finish()
    }
}
