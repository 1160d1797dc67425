import Operations
import PluginKit

/// One of the areas that the navigation is divided into. A module puts its pages into one of these; a stranger's plugin may bring
/// an area of its own, with its title under `pages.area.ID`.
public struct NavigationArea: Sendable, Hashable {
    public let id: String
    /// Areas stand in the order of their positions.
    public let position: Int

    public init(_ id: String, position: Int) {
        self.id = id
        self.position = position
    }

    /// 我的工作
    public static let work = NavigationArea("work", position: 0)
    /// 总览
    public static let overview = NavigationArea("overview", position: 10)
    /// 巡察
    public static let inspection = NavigationArea("inspection", position: 20)
    /// 整改
    public static let rectification = NavigationArea("rectification", position: 30)
    /// 线索
    public static let clues = NavigationArea("clues", position: 40)
    /// 人员
    public static let people = NavigationArea("people", position: 50)
    /// 培训
    public static let training = NavigationArea("training", position: 60)
    /// 单位
    public static let units = NavigationArea("units", position: 70)
    /// 统计
    public static let figures = NavigationArea("figures", position: 80)
    /// 系统
    public static let system = NavigationArea("system", position: 90)

    /// Those whose titles the pages bring.
    static let standard: Set<NavigationArea> = [
        .work, .overview, .inspection, .rectification, .clues, .people, .training, .units, .figures, .system,
    ]

    var title: String { "pages.area.\(id)" }
}

/// One page of the site in the navigation.
public struct NavigationEntry: Sendable {
    /// `inspection.rounds`; unique in the program.
    public let id: String
    public let area: NavigationArea
    /// String key of its title.
    public let title: String
    /// Path of its page, `/rounds` or `/op/course.list`; a page belongs to the entry with the longest path that its own begins
    /// with.
    public let path: String
    /// Entries of an area stand in the order of their positions.
    public let position: Int
    /// The letter that opens it after `g`; nil for none.
    public let letter: Character?
    /// Nouns whose generated pages and imports belong here too, `finding` for `/op/finding.draft`.
    public let nouns: Set<String>
    let isShown: @Sendable (Principal) -> Bool

    /// - Parameter isShown: who sees it; the page itself decides who may open it.
    public init(
        _ id: String, in area: NavigationArea, title: String, path: String, position: Int = 0, letter: Character? = nil,
        nouns: Set<String> = [], isShown: @escaping @Sendable (Principal) -> Bool
    ) {
        self.id = id
        self.area = area
        self.title = title
        self.path = path
        self.position = position
        self.letter = letter
        self.nouns = nouns.union([Self.noun(path)].compactMap(\.self))
        self.isShown = isShown
    }

    var place: (Int, Int, String) { (area.position, position, id) }

    /// How closely a page belongs here; nil where it does not.
    func closeness(to page: String) -> Int? {
        if page == path || path != "/" && page.hasPrefix(path + "/") { return path.utf8.count + 1 }
        return Self.noun(page).map(nouns.contains) == true ? 1 : nil
    }

    /// `course` of `/op/course.list` and of `/import/course.import`.
    private static func noun(_ path: String) -> String? {
        let parts = path.split(separator: "/")
        guard parts.count > 1, ["op", "import"].contains(parts[0]) else { return nil }
        return parts[1].split(separator: ".").dropLast().joined(separator: ".")
    }
}

/// Slot for pages in the navigation.
public enum NavigationEntries: ContributionKind {
    public static let slot = "navigation"
    public static let keysAreNamespaced = true
    public static func key(of value: NavigationEntry) -> String { value.id }

    public static func problems(in contributions: [Contribution<NavigationEntry>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { contribution in
            let entry = contribution.value
            let isKnown = NavigationArea.standard.contains(entry.area)
            return registry.strings.missing(
                isKnown ? [entry.title] : [entry.title, entry.area.title], plugin: contribution.plugin)
        }
    }
}

extension Principal {
    /// Whether the account belongs to the inspected side only; its pages show its own matters and nothing else.
    public var isUnitSide: Bool { !roles.isEmpty && roles.isSubset(of: Role.unit) }
}
