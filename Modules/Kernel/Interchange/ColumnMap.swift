import PluginKit

/// A field that a column may hold, and the names its header may have.
public struct FieldName: Sendable, Hashable {
    /// The field's key in code, `birthMonth`.
    public var key: String
    /// Accepted names, Chinese or English; the first one is shown to people.
    public var names: [String]
    /// Whether a table without this column is refused.
    public var isRequired: Bool

    public init(_ key: String, _ names: [String], required: Bool = false) {
        self.key = key
        self.names = names
        self.isRequired = required
    }
}

/// Maps header cells to fields by any of the accepted Chinese or English names.
///
/// Spaces, letter case, full-width letters, a mark of obligation (`*`) and a bracketed remark after the name
/// (`出生年月（YYYY.MM）`) do not matter.
public struct ColumnMap: Sendable, Hashable {
    private let columns: [String: Int]
    private let titles: [String: String]
    /// Header cells that belong to no field. A notice for the person importing, not an error: those columns are not read.
    public let unknown: [String]

    /// - Throws: every required column that is missing and every field that two columns claim, at once (`E-VAL`).
    public init(header: [String], fields: [FieldName]) throws {
        let names = HeaderNames(header)
        var checks = Checks()
        var columns: [String: Int] = [:]
        var claimed: Set<Int> = []
        for field in fields {
            let found = names.columns(of: field).filter { !claimed.contains($0) }
            columns[field.key] = found.first
            claimed.formUnion(found)
            Self.check(field, found: found.map { header[$0] }, &checks)
        }
        try checks.finish()
        self.columns = columns
        titles = columns.mapValues { Cells.clean(header[$0]) }
        unknown = header.enumerated().filter { !claimed.contains($0.offset) && !Cells.isBlank($0.element) }.map(\.element)
    }

    private static func check(_ field: FieldName, found: [String], _ checks: inout Checks) {
        let accepted = field.names.joined(separator: " / ")
        checks.require(
            !(field.isRequired && found.isEmpty),
            Rule.invalid.refused("tableColumnMissing", field: field.key, ["column": .text(accepted)]))
        checks.require(
            found.count <= 1,
            Rule.invalid.refused(
                "tableColumnTwice", field: field.key,
                ["column": .text(field.names.first ?? field.key), "found": .text(found.joined(separator: " / "))]))
    }

    /// The column of a field, by its key; nil when the table has none.
    public subscript(key: String) -> Int? { columns[key] }

    /// The header of a field's column as it stands in the file; the key where the table has no such column.
    public func title(_ key: String) -> String { titles[key] ?? key }
}

/// Header cells brought to the form in which names are compared.
struct HeaderNames {
    private let exact: [String]
    private let loose: [String]

    init(_ header: [String]) {
        exact = header.map(Self.plain)
        loose = exact.map(Self.withoutRemark)
    }

    /// Columns that bear one of the field's names; a name with a remark counts only where no column has the bare name.
    func columns(of field: FieldName) -> [Int] {
        let names = Set(field.names.map(Self.plain))
        let bare = exact.indices.filter { names.contains(exact[$0]) }
        return bare.isEmpty ? loose.indices.filter { names.contains(loose[$0]) } : bare
    }

    /// How many of the fields are named.
    func score(_ fields: [FieldName]) -> Int {
        fields.count { !columns(of: $0).isEmpty }
    }

    private static func plain(_ text: String) -> String {
        Cells.withoutSpaces(Cells.halfWidth(Cells.clean(text))).lowercased()
    }

    private static func withoutRemark(_ text: String) -> String {
        var name = text[...]
        while let last = name.last, "*＊".contains(last) { name.removeLast() }
        while let first = name.first, "*＊".contains(first) { name.removeFirst() }
        if let last = name.last, "）)".contains(last), let open = name.lastIndex(where: { "（(".contains($0) }) {
            name = name[..<open]
        }
        return name.isEmpty ? text : String(name)
    }
}
