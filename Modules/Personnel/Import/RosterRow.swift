import Interchange
import Persistence
import PluginKit

/// One person of a roster, read and certain.
struct RosterRow: Sendable, Equatable {
    /// The row as a person counts.
    var number: Int
    var name: String
    var gender: Gender?
    var birthMonth: YearMonth
    var politicalStatus: PoliticalStatus?
    var partyJoinMonth: YearMonth?
    var education: String?
    var unit: RosterUnit
    var postTitle: String?
    var rank: String?
    var inPostSince: YearMonth?
    var posts: [RosterPost]
    var specialties: [String]
    var recommendedBy: String?
    var pools: [PoolKind]
    /// Nil where the roster says nothing; empty where it says that there are none.
    var kin: [RosterKin]?
    var phone: String?
    var remark: String?
    /// Columns that only fuller rosters have.
    var more = RosterExtras()

    /// Rounds served before, as far as the roster tells.
    var service: ServiceRemark? { ServiceRemark(count: more.roundsServed) ?? ServiceRemark(remark) }

    /// Whether another row says the same, however it is written.
    func says(what other: RosterRow) -> Bool {
        var other = other
        other.number = number
        return self == other
    }
}

/// What fuller rosters say besides.
struct RosterExtras: Sendable, Equatable {
    var idNumber: String?
    var ethnicity: String?
    var nativePlace: String?
    var growthPlace: String?
    var workStartMonth: YearMonth?
    var managedBy: CadreJurisdiction?
    var inService: Bool?
    var health: String?
    /// 参加巡察次数
    var roundsServed: Int?
    /// 学习经历
    var studies: [RosterStudy] = []
}

/// A unit as the roster calls it, and the unit of the tree it is, where that is certain.
struct RosterUnit: Sendable, Hashable {
    var id: UniqueID?
    var name: String
}

struct RosterPost: Sendable, Equatable {
    var unit: RosterUnit
    var title: String?
    var from: YearMonth
    var to: YearMonth?
    /// The entry as it stands in the roster, for messages; what it says is in the other fields.
    var raw: String

    static func == (left: RosterPost, right: RosterPost) -> Bool {
        left.unit == right.unit && left.title == right.title && left.from == right.from && left.to == right.to
    }

    /// Nil where start and end are the wrong way round.
    var period: MonthPeriod? { MonthPeriod(start: from, end: to) }
}

struct RosterKin: Sendable, Hashable {
    var relation: String
    var unit: RosterUnit
    var post: String?
    var name: String?
    var raw: String
}

/// A time at a school: `1999.09-2003.06 浙江大学 法学`.
struct RosterStudy: Sendable, Equatable {
    var school: RosterUnit
    var major: String?
    var supervisor: String?
    var from: YearMonth?
    var to: YearMonth?
}

/// Something to say about a cell, found by one of the text readers.
struct CellNote: Sendable, Hashable {
    var message: Message
    var severity: RowFault.Severity

    /// A question: somebody has to decide what is meant.
    static func question(_ key: String, _ arguments: [String: String] = [:]) -> CellNote {
        CellNote(message: Message("personnel.roster.\(key)", arguments), severity: .question)
    }

    /// The value is certain and was written another way.
    static func rewritten(_ key: String, _ arguments: [String: String] = [:]) -> CellNote {
        CellNote(message: Message("personnel.roster.\(key)", arguments), severity: .normalised)
    }

    /// A hint: the value is taken as it stands, and somebody should know.
    static func hint(_ key: String, _ arguments: [String: String] = [:]) -> CellNote {
        CellNote(message: Message("personnel.roster.\(key)", arguments), severity: .notice)
    }
}
