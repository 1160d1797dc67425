import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// By what a pool is broken down (domain 7, number 22).
enum PoolDimension: String, Choice {
    case specialty, ageBand, rank, roundsServed

    static let vocabulary = "poolDimension"

    /// The field of `pool list` that leaves one group.
    var field: String {
        switch self {
        case .specialty: "specialty"
        case .ageBand: "age"
        case .rank: "rank"
        case .roundsServed: "rounds"
        }
    }
}

/// One group of a pool.
struct StructureLine: Tabular {
    var pool: PoolKind
    var dimension: PoolDimension
    /// As `pool list` takes it; `-` for those of whom nothing is recorded.
    var code: String
    var headcount: Int
    /// How many the whole pool has.
    var all: Int

    var group: Value {
        if code == PoolGroups.none { return .phrase(Message("poolDimension.none")) }
        return AgeBand(code).flatMap { dimension == .ageBand ? .phrase($0.message) : nil } ?? .text(code)
    }

    var rows: [(name: String, value: String)] { [("pool", pool.rawValue), (dimension.field, code)] }

    static let columns: [TableColumn<StructureLine>] = [
        .word("pool") { $0.pool },
        .word("dimension") { $0.dimension },
        TableColumn("group") { $0.group },
        .integer("headcount") { $0.headcount },
        .decimal("share") { Percent.ratio($0.headcount, of: $0.all).map { Percent.text(hundredths: $0) } },
        .text("figureRows") { line in
            (ListPool.name.words + line.rows.flatMap { ["--\($0.name)", $0.value] }).joined(separator: " ")
        },
    ]
}

/// How a pool is made up: by specialty, age, rank and rounds served. Somebody with several specialties counts in each of them.
struct ShowPoolStructure: Query {
    struct Input: Codable, Sendable {
        /// One pool; all of them when not given.
        var pool: PoolKind?
    }
    static let name: OperationName = "pool.structure"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<StructureLine> {
        let groups = try PoolGroups(context)
        let lines = try PoolKind.allCases.filter { input.pool == nil || $0 == input.pool }.flatMap { try groups.lines(of: $0) }
        return Page(rows: lines, sentence: Message("pool.structure.sentence"))
    }
}

/// Counts the groups of pools; `pool list` finds who belongs to one.
struct PoolGroups {
    /// Stands for those of whom nothing is recorded.
    static let none = "-"

    private let bands: [AgeBand]
    private let context: ReadContext
    private var age: String { AgeBand.years(of: "c.birthMonth", in: YearMonth(context.today)) }

    init(_ context: ReadContext) throws {
        self.context = context
        bands = AgeBand.all(endingAt: try PersonnelSettings(context.db).ageBands)
    }

    /// One query for a pool, however large it is.
    func lines(of pool: PoolKind) throws -> [StructureLine] {
        let filter = ListPool.filter(pool)
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT c.specialties, c.rank, m.roundsServed, \(age) FROM personnel_cadre c
                JOIN personnel_pool_membership m ON m.cadreId = c.id WHERE c.mergedInto IS NULL AND \(filter.sql)
                """, arguments: filter.arguments)
        var counts: [PoolDimension: [String: Int]] = [.ageBand: Dictionary(uniqueKeysWithValues: bands.map { ($0.text, 0) })]
        for row in rows {
            let specialties = (row[0] as String).split(separator: Cadre.specialtySeparator).map(String.init)
            for specialty in specialties.isEmpty ? [Self.none] : specialties {
                counts[.specialty, default: [:]][specialty, default: 0] += 1
            }
            let rank: String? = row[1]
            counts[.rank, default: [:]][rank.flatMap { $0.isEmpty ? nil : $0 } ?? Self.none, default: 0] += 1
            counts[.roundsServed, default: [:]]["\(row[2] as Int)", default: 0] += 1
            let age: Int = row[3]
            if let band = bands.first(where: { $0.contains(age) }) { counts[.ageBand]?[band.text, default: 0] += 1 }
        }
        return PoolDimension.allCases.flatMap { dimension in
            sorted(counts[dimension] ?? [:], dimension).map { code, count in
                StructureLine(pool: pool, dimension: dimension, code: code, headcount: count, all: rows.count)
            }
        }
    }

    /// Bands and rounds in their order, words by how many they have, those of whom nothing is recorded last.
    private func sorted(_ counts: [String: Int], _ dimension: PoolDimension) -> [(String, Int)] {
        let order: (String, Int) -> (Int, Int, String) = { code, count in
            switch dimension {
            case .ageBand: (0, AgeBand(code)?.first ?? 0, code)
            case .roundsServed: (0, Int(code) ?? 0, code)
            case .specialty, .rank: (code == Self.none ? 1 : 0, -count, code)
            }
        }
        return counts.map { ($0.key, $0.value) }.sorted { order($0.0, $0.1) < order($1.0, $1.1) }
    }
}
