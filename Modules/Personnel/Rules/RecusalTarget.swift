import Interchange
import Persistence

/// An inspected unit, as recusal looks at it.
package struct RecusalTarget: Sendable, Hashable, CustomStringConvertible {
    package var unitId: UniqueID
    package var unitName: String
    /// Its parent, its line parent and what stands above them, the district itself not included.
    package var superiorIds: Set<UniqueID>
    /// What stands below it in either parent relation, at any depth: its leadership leads them too (decision 0067).
    package var subordinateIds: Set<UniqueID>
    /// Members of its leadership as far as the register knows them, for RC6 to RC8.
    package var leaders: [LeadershipMember]
    /// Names of the place it stands for, for RC9; empty where it is no town, village or community.
    package var places: [String]

    package init(
        unitId: UniqueID, unitName: String, superiorIds: Set<UniqueID>, subordinateIds: Set<UniqueID> = [],
        leaders: [LeadershipMember] = [], places: [String] = []
    ) {
        self.unitId = unitId
        self.unitName = unitName
        self.superiorIds = superiorIds
        self.subordinateIds = subordinateIds
        self.leaders = leaders
        self.places = places
    }

    package var description: String { unitName }

    /// Whether a unit is the target: by identity, or by its full name where the roster's name led to no unit.
    func isUnit(_ id: UniqueID?, _ name: String) -> Bool { id.map { $0 == unitId } ?? (name == unitName) }

    /// The leadership post that a relative holds here, by what was declared, or because somebody of that name is in the leadership;
    /// nil where the relative holds none or nobody can tell.
    func leadershipPost(of kin: KinFact, _ settings: RecusalSettings) -> String? {
        if settings.isLeadership(kin.post) { return kin.post }
        return kin.name.flatMap { name in leaders.first { $0.name == name }?.title }
    }

    /// The name of a place without the word for what it is: 转塘 of 转塘街道. Shorter ones than two characters say nothing.
    static func stem(of name: String) -> String? {
        let suffix = ["街道办事处", "街道", "社区", "行政村", "村", "镇", "乡"].first { name.hasSuffix($0) && name.count > $0.count }
        guard let suffix, name.count - suffix.count >= 2 else { return nil }
        return String(name.dropLast(suffix.count))
    }
}

/// A member of a unit's leadership in the register.
package struct LeadershipMember: Sendable, Hashable {
    package var id: UniqueID
    package var name: String
    package var title: String
    package var posts: [PostSpan]
    package var studies: [StudyFact]

    package init(id: UniqueID, name: String, title: String, posts: [PostSpan] = [], studies: [StudyFact] = []) {
        self.id = id
        self.name = name
        self.title = title
        self.posts = posts
        self.studies = studies
    }
}
