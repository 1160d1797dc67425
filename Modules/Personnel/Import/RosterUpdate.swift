import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// What a roster says otherwise, or besides, of somebody who is in the register. Empty cells say nothing.
struct RosterUpdate {
    let before: Cadre
    /// The record as the roster has it. An identity number is sealed when it is saved.
    private(set) var after: Cadre
    private(set) var idNumber: String?
    /// Posts that the register does not have, and known ones that end otherwise.
    private(set) var posts: [RosterPost] = []
    private(set) var ends: [Post] = []
    private(set) var kin: [RosterKin] = []
    private(set) var studies: [RosterStudy] = []
    /// From when the present post is held, where the work history of the roster does not show the move.
    private(set) var movedSince: YearMonth?
    /// Posts of the register that end with the move, where the work history shows it.
    private(set) var left: [Post] = []

    init(_ row: RosterRow, of known: RegisteredPerson, roster day: CalendarDate) {
        before = known.cadre
        after = known.cadre
        takeFields(row)
        if let number = row.more.idNumber, number != known.idNumber { idNumber = number }
        compareHistory(row, known)
        kin = (row.kin ?? []).filter { said in !known.kin.contains { said.isKnown(as: $0) } }
        if row.kin != nil { after.kinStated = true }
        studies = row.more.studies.filter { said in !known.studies.contains { said.isKnown(as: $0) } }
        move(row, known, day)
    }

    var isEmpty: Bool {
        changedFields.isEmpty && idNumber == nil && posts.isEmpty && ends.isEmpty && kin.isEmpty && studies.isEmpty
            && after.kinStated == before.kinStated
    }

    var changedFields: [CadreField] {
        CadreField.allCases.filter { !$0.isPrivate && $0.content(of: before) != $0.content(of: after) }
    }

    /// Leaves a field as the register has it.
    mutating func leave(_ field: CadreField) {
        switch field {
        case .gender: after.gender = before.gender
        case .politicalStatus: after.politicalStatus = before.politicalStatus
        case .partyJoinMonth: after.partyJoinMonth = before.partyJoinMonth
        case .education: after.education = before.education
        case .postTitle: after.postTitle = before.postTitle
        case .rank: after.rank = before.rank
        case .inPostSince: after.inPostSince = before.inPostSince
        case .recommendedBy: after.recommendedBy = before.recommendedBy
        case .specialties: after.specialties = before.specialties
        case .ethnicity: after.ethnicity = before.ethnicity
        case .nativePlace: after.nativePlace = before.nativePlace
        case .growthPlace: after.growthPlace = before.growthPlace
        case .workStartMonth: after.workStartMonth = before.workStartMonth
        case .managedBy: after.managedBy = before.managedBy
        case .inService: after.inService = before.inService
        case .health: after.health = before.health
        case .remark: after.remark = before.remark
        case .homeUnit: (after.unitId, after.unitName) = (before.unitId, before.unitName)
        case .cadre, .birthMonth, .phone, .idNumber: break
        }
    }

    private mutating func takeFields(_ row: RosterRow) {
        func take<Value>(_ said: Value?, _ path: WritableKeyPath<Cadre, Value?>) {
            if let said { after[keyPath: path] = said }
        }
        take(row.gender, \.gender)
        take(row.politicalStatus, \.politicalStatus)
        take(row.partyJoinMonth, \.partyJoinMonth)
        take(row.education, \.education)
        take(row.postTitle, \.postTitle)
        take(row.rank, \.rank)
        take(row.inPostSince, \.inPostSince)
        take(row.recommendedBy, \.recommendedBy)
        take(row.remark, \.remark)
        take(row.more.ethnicity, \.ethnicity)
        take(row.more.nativePlace, \.nativePlace)
        take(row.more.growthPlace, \.growthPlace)
        take(row.more.workStartMonth, \.workStartMonth)
        take(row.more.managedBy, \.managedBy)
        take(row.more.inService, \.inService)
        take(row.more.health, \.health)
        after.unitId = row.unit.id ?? before.unitId
        after.unitName = row.unit.name
        if !row.specialties.isEmpty { after.specialties = row.specialties.joined(separator: String(Cadre.specialtySeparator)) }
    }

    /// A post is the same where unit, title and start are. One that ended is not begun again by a roster that lets it last.
    private mutating func compareHistory(_ row: RosterRow, _ known: RegisteredPerson) {
        for said in row.posts {
            guard var same = known.posts.first(where: { said.isKnown(as: $0) }) else {
                posts.append(said)
                continue
            }
            guard let end = said.to, end != same.toMonth else { continue }
            same.toMonth = end
            ends.append(same)
        }
    }

    /// A new unit or title ends the post before it. When it began says the work history, the time in the present post where that is
    /// new, or else the roster's own month.
    private mutating func move(_ row: RosterRow, _ known: RegisteredPerson, _ day: CalendarDate) {
        let isOtherUnit =
            before.unitId != nil && after.unitId != nil ? before.unitId != after.unitId : before.unitName != after.unitName
        guard isOtherUnit || before.postTitle != nil && before.postTitle != after.postTitle else { return }
        let open = known.posts.filter { post in post.toMonth == nil && !ends.contains { $0.id == post.id } }
        if let present = posts.last(where: { $0.to == nil }) {
            left = open.filter { post in !row.posts.contains { $0.isKnown(as: post) } }.map { post in
                var ended = post
                ended.toMonth = max(present.from, post.fromMonth)
                return ended
            }
        } else {
            let since = row.inPostSince.flatMap { $0 == before.inPostSince ? nil : $0 } ?? YearMonth(day)
            movedSince = open.map(\.fromMonth).reduce(since, max)
        }
    }
}

extension RosterPost {
    fileprivate func isKnown(as post: Post) -> Bool {
        unit.name == Cells.withoutSpaces(Cells.halfWidth(post.unitName)) && from == post.fromMonth
            && (title ?? "") == (post.title ?? "")
    }
}

extension RosterKin {
    /// A register that knows more of the relative, such as the post, still knows this one.
    fileprivate func isKnown(as kin: Kin) -> Bool {
        relation == kin.relation && unit.name == Cells.withoutSpaces(Cells.halfWidth(kin.unitName))
            && (post == nil || post == kin.kinPost) && (name == nil || name == kin.kinName)
    }
}

extension RosterStudy {
    fileprivate func isKnown(as fact: Fact) -> Bool {
        school.name == fact.unitName && (from == nil || from == fact.fromDay.map(YearMonth.init))
            && (major == nil || major == fact.detail)
    }
}
