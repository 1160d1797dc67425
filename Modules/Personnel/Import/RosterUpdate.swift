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
    /// Known posts under another title, or none, with the post as the roster has it.
    private(set) var corrections: [(before: Post, after: Post)] = []
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
        changedFields.isEmpty && idNumber == nil && posts.isEmpty && ends.isEmpty && corrections.isEmpty && kin.isEmpty
            && studies.isEmpty
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

    /// A post is the same where unit, title and start are; where only the title is another, or one of the two has none, it is the same
    /// too, and the roster's title takes the place of the other. One that ended is not begun again by a roster that lets it last.
    private mutating func compareHistory(_ row: RosterRow, _ known: RegisteredPerson) {
        var others = known.posts.filter { post in !row.posts.contains { $0.isKnown(as: post) } }
        for said in row.posts {
            if let same = known.posts.first(where: { said.isKnown(as: $0) }) {
                end(same, with: said)
            } else if let place = others.firstIndex(where: { said.isPlace(of: $0) }) {
                correct(others.remove(at: place), with: said)
            } else {
                posts.append(said)
            }
        }
    }

    private mutating func end(_ post: Post, with said: RosterPost) {
        guard let end = said.to, end != post.toMonth else { return }
        var ended = post
        ended.toMonth = end
        ends.append(ended)
    }

    private mutating func correct(_ post: Post, with said: RosterPost) {
        guard let title = said.title else { return end(post, with: said) }
        var corrected = post
        corrected.title = title
        corrected.toMonth = said.to ?? post.toMonth
        corrections.append((post, corrected))
    }

    /// A new unit or title ends the post before it, unless the work history has it. When it began says the work history, the time in the
    /// present post where that is new, or else the roster's own month.
    private mutating func move(_ row: RosterRow, _ known: RegisteredPerson, _ day: CalendarDate) {
        let isOtherUnit =
            before.unitId != nil && after.unitId != nil ? before.unitId != after.unitId : before.unitName != after.unitName
        guard isOtherUnit || before.postTitle != nil && before.postTitle != after.postTitle else { return }
        let shown = row.posts.last { $0.to == nil }
        if let present = posts.last(where: { $0.to == nil }) {
            let corrected = Set(corrections.map(\.before.id))
            let gone = open(known).filter { post in
                !corrected.contains(post.id) && !row.posts.contains { $0.isKnown(as: post) }
            }
            left = gone.map { post in
                var ended = post
                ended.toMonth = max(present.from, post.fromMonth)
                return ended
            }
        } else if let shown, shown.unit == row.unit, shown.title == after.postTitle {
            return
        } else if shown == nil, !isOtherUnit, let post = samePost(row, known), let title = after.postTitle {
            correct(post, with: RosterPost(unit: row.unit, title: title, from: post.fromMonth, to: nil, raw: ""))
        } else {
            let since = row.inPostSince.flatMap { $0 == before.inPostSince ? nil : $0 } ?? YearMonth(day)
            movedSince = open(known).map(\.fromMonth).reduce(since, max)
        }
    }

    private func open(_ known: RegisteredPerson) -> [Post] {
        let ended = Set(ends.map(\.id) + corrections.filter { $0.after.toMonth != nil }.map(\.after.id))
        return known.posts.filter { $0.toMonth == nil && !ended.contains($0.id) }
    }

    /// The post that lasts, where the roster has no work history and says the unit and the start that the register has.
    private func samePost(_ row: RosterRow, _ known: RegisteredPerson) -> Post? {
        guard let since = row.inPostSince else { return nil }
        let said = RosterPost(unit: row.unit, title: nil, from: since, to: nil, raw: "")
        return open(known).first(where: said.isPlace)
    }
}

extension RosterPost {
    fileprivate func isKnown(as post: Post) -> Bool { isPlace(of: post) && (title ?? "") == (post.title ?? "") }

    /// Whether unit and start are the same.
    fileprivate func isPlace(of post: Post) -> Bool {
        unit.name == Cells.withoutSpaces(Cells.halfWidth(post.unitName)) && from == post.fromMonth
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
