/// How a ledger's name of a Party organisation is matched with a unit of the tree: first exactly, then without the ending that
/// only says which kind of Party organisation it is, then with the district's name in place of 区 or in front.
struct UnitNames {
    /// Endings that name the Party organisation of a unit, the longest first.
    static let partyEndings = ["党工委", "党总支", "党支部", "党组", "党委"]

    /// The district's own name, `西湖区` for 杭州市西湖区; empty where it is not known.
    let district: String

    init(jurisdiction: String) {
        district = Self.ownName(jurisdiction)
    }

    /// The names under which the unit may stand in the tree, in the order they are tried. The first that is found counts.
    func candidates(for name: String) -> [String] {
        let bare = Self.withoutPartyEnding(name)
        let full = [name, bare].map(withDistrict)
        var tried: Set<String> = []
        return ([name, bare] + full).filter { !$0.isEmpty && tried.insert($0).inserted }
    }

    static func withoutPartyEnding(_ name: String) -> String {
        guard let ending = partyEndings.first(where: { name.hasSuffix($0) && name.count > $0.count + 1 }) else { return name }
        return String(name.dropLast(ending.count))
    }

    private func withDistrict(_ name: String) -> String {
        guard !district.isEmpty, !name.hasPrefix(district) else { return name }
        return district + (name.hasPrefix("区") ? String(name.dropFirst()) : name)
    }

    /// The last part of a full name of a jurisdiction: what follows the last 省, 市 or 州 inside it.
    private static func ownName(_ jurisdiction: String) -> String {
        guard let cut = jurisdiction.dropLast().lastIndex(where: { "省市州".contains($0) }) else { return jurisdiction }
        return String(jurisdiction[jurisdiction.index(after: cut)...])
    }
}
