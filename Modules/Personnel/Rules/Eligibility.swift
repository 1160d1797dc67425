import Interchange
import Operations
import Persistence
import PluginKit

/// What a criterion comes to.
package enum CriterionVerdict: String, Choice {
    /// Met; not met; the record does not say enough; the office has not set its threshold.
    case pass, fail, unknown, setup

    package static let vocabulary = "criterionVerdict"
}

/// The criteria of leaders and deputies from the report: all must hold.
package enum Criterion: String, Choice {
    /// 区管、在职、纪检或组织工作经历、多岗位锻炼、年富力强
    case districtManaged, inService, experience, severalPosts, age
    /// Not under investigation, no sanction in effect (R-POL-02). Only 组织部 and 纪委监委 learn more.
    case integrity
    /// Has not left a pool for discipline (R-POL-05); asked only where somebody has.
    case noReturn
    /// What another module checks.
    case other

    package static let vocabulary = "criterion"
}

/// One criterion with its verdict, the facts used and the day they are of.
package struct CriterionLine: Tabular {
    package var criterion: Criterion
    package var verdict: CriterionVerdict
    package var facts: Message
    /// The rule that is broken where it is not met.
    package var rule: Rule {
        switch criterion {
        case .integrity: PersonnelRules.integrity
        case .noReturn: PersonnelRules.noReturn
        default: PersonnelRules.eligibility
        }
    }
    /// As of when the record says so; nil where it says nothing.
    package var asOf: CalendarDate?

    package init(_ criterion: Criterion, _ verdict: CriterionVerdict, _ facts: Message, asOf: CalendarDate? = nil) {
        self.criterion = criterion
        self.verdict = verdict
        self.facts = facts
        self.asOf = asOf
    }

    package static let columns: [TableColumn<CriterionLine>] = [
        .word("criterion") { $0.criterion },
        .word("criterionVerdict") { $0.verdict },
        .sentence("facts") { $0.facts },
        .date("asOf") { $0.asOf },
    ]
}

/// What eligibility looks at.
package struct EligibilityFacts: Sendable {
    package var cadre: Cadre
    package var posts: [PostSpan]
    /// Facts that hold: experience, sanctions, investigation.
    package var facts: [Fact]
    /// The day as of which the record was drawn up.
    package var recordDate: CalendarDate
    package var today: CalendarDate
    /// The day of the last source of the work history; the record's where nil.
    package var postsDate: CalendarDate?
    /// Whether the person ever left a pool for discipline.
    package var hasLeftForDiscipline = false

    /// The day of the last source that said what a field says now.
    func date(of field: CadreField) -> CalendarDate {
        let content = field.content(of: cadre)
        let said = facts.last { fact in
            fact.kind == .change && CadreField.read(fact.value).map { $0.field == field && $0.content == content } ?? false
        }
        return said?.fromDay ?? recordDate
    }

    var historyDate: CalendarDate { postsDate ?? recordDate }
}

/// R-POL-01 and R-POL-02 (domain 4.21).
///
/// How it is read:
/// - in service: what the register says; where it says nothing, a post that lasts by the work history counts.
/// - experience: discipline or organisation work shown by a unit or post in the history, or recorded as a fact; either is enough.
/// - several posts: distinct units of the history, the present one included.
/// - age: full years today; the month of birth counts as begun on its first day.
package enum Eligibility {
    package static func lines(_ facts: EligibilityFacts, for pool: PoolKind, _ settings: PersonnelSettings) -> [CriterionLine] {
        var always = [integrity(facts)]
        if facts.hasLeftForDiscipline {
            always.append(CriterionLine(.noReturn, .fail, Message("R-POL-05.refusal"), asOf: facts.today))
        }
        guard pool.leadsTeam else { return always }
        return [
            managed(facts), inService(facts), experience(facts, settings), posts(facts, settings), age(facts, pool, settings),
        ] + always
    }

    private static func managed(_ facts: EligibilityFacts) -> CriterionLine {
        guard let manager = facts.cadre.managedBy else {
            return CriterionLine(.districtManaged, .unknown, Message("eligibility.facts.managedUnknown"))
        }
        return CriterionLine(
            .districtManaged, manager == .district ? .pass : .fail,
            Message("eligibility.facts.managed", ["manager": .key("cadreJurisdiction.\(manager.rawValue)")]),
            asOf: facts.date(of: .managedBy))
    }

    private static func inService(_ facts: EligibilityFacts) -> CriterionLine {
        if let said = facts.cadre.inService {
            return CriterionLine(
                .inService, said ? .pass : .fail,
                Message(said ? "eligibility.facts.inService" : "eligibility.facts.notInService"),
                asOf: facts.date(of: .inService))
        }
        guard let post = facts.posts.last(where: { $0.to == nil }) else {
            return CriterionLine(.inService, .unknown, Message("eligibility.facts.serviceUnknown"))
        }
        return CriterionLine(.inService, .pass, Message("eligibility.facts.post", describe(post)), asOf: facts.historyDate)
    }

    private static func experience(_ facts: EligibilityFacts, _ settings: PersonnelSettings) -> CriterionLine {
        if let fact = facts.facts.first(where: { $0.kind == .experience }) {
            let text = [fact.value, fact.unitName].compactMap(\.self).joined(separator: " ")
            return CriterionLine(.experience, .pass, Message("eligibility.facts.recorded", ["text": text]), asOf: fact.fromDay)
        }
        let words = settings[words: .discipline] + settings[words: .organisation]
        if let post = facts.posts.first(where: { post in
            words.contains { post.unitName.contains($0) || (post.title ?? "").contains($0) }
        }) {
            return CriterionLine(.experience, .pass, Message("eligibility.facts.post", describe(post)), asOf: facts.historyDate)
        }
        return facts.posts.isEmpty
            ? CriterionLine(.experience, .unknown, Message("eligibility.facts.noHistory"))
            : CriterionLine(
                .experience, .fail, Message("eligibility.facts.noExperience", ["posts": "\(facts.posts.count)"]),
                asOf: facts.historyDate)
    }

    private static func posts(_ facts: EligibilityFacts, _ settings: PersonnelSettings) -> CriterionLine {
        guard !facts.posts.isEmpty else {
            return CriterionLine(.severalPosts, .unknown, Message("eligibility.facts.noHistory"))
        }
        let needed = settings[PersonnelSettings.minimumUnits] ?? 2
        var units: [String] = []
        for post in facts.posts where !units.contains(post.unitName) { units.append(post.unitName) }
        return CriterionLine(
            .severalPosts, units.count >= needed ? .pass : .fail,
            Message(
                "eligibility.facts.units",
                ["count": "\(units.count)", "needed": "\(needed)", "units": units.joined(separator: "、")]),
            asOf: facts.historyDate)
    }

    private static func age(_ facts: EligibilityFacts, _ pool: PoolKind, _ settings: PersonnelSettings) -> CriterionLine {
        let years = YearMonth(facts.today).months(since: facts.cadre.birthMonth) / 12
        let born = "\(facts.cadre.birthMonth)"
        guard let ceiling = settings[pool == .leader ? PersonnelSettings.leaderAge : PersonnelSettings.deputyAge] else {
            return CriterionLine(
                .age, .setup, Message("eligibility.facts.noCeiling", ["age": "\(years)", "born": born]), asOf: facts.today)
        }
        return CriterionLine(
            .age, years <= ceiling ? .pass : .fail,
            Message("eligibility.facts.age", ["age": "\(years)", "born": born, "ceiling": "\(ceiling)"]), asOf: facts.today)
    }

    /// R-POL-02: says that something is against the person, never what.
    private static func integrity(_ facts: EligibilityFacts) -> CriterionLine {
        let isClear = !facts.facts.contains { fact in
            guard fact.kind.isConfidential else { return false }
            return (fact.fromDay ?? facts.today) <= facts.today && (fact.toDay.map { $0 >= facts.today } ?? true)
        }
        return CriterionLine(
            .integrity, isClear ? .pass : .fail,
            Message(isClear ? "eligibility.facts.clear" : "eligibility.facts.notClear"), asOf: facts.today)
    }

    private static func describe(_ post: PostSpan) -> [String: Message.Argument] {
        [
            "unit": .text(post.unitName), "title": .text(post.title ?? ""), "from": "\(post.from)",
            "to": post.to.map { "\($0)" } ?? .key("recusal.untilNow"),
        ]
    }
}
