import PluginKit

/// Which specialty a target calls for: money for finance, projects for engineering, complaints for case handling [S30].
package struct ExpertiseRule: Codable, Sendable, Equatable {
    /// Words of which the target's name contains one; every target where there are none.
    package var names: [String]
    /// Levels of unit (`town`, `street`, `village` …) of which the target is one; every level where there are none.
    package var levels: [String]
    /// The specialty as rosters write it.
    package var specialty: String
    /// How many people with it a team should have.
    package var count = 1
    /// Points for each; those of the settings where nil.
    package var weight: Int?
    /// Whether a team may not be formed without.
    package var isRequired = false

    package init(_ specialty: String, names: [String] = [], levels: [String] = []) {
        self.specialty = specialty
        self.names = names
        self.levels = levels
    }

    /// What is wrong with a rule somebody wrote.
    package var faults: [Refusal] {
        var checks = Checks()
        for (value, range) in [(count, 1...20), (weight ?? 0, 0...1000)] {
            checks.require(
                range.contains(value),
                Rule.invalid.refused(
                    "range", field: "file", ["low": "\(range.lowerBound)", "high": "\(range.upperBound)", "value": "\(value)"]))
        }
        checks.require(!specialty.trimmed.isEmpty, Rule.invalid.refused("empty", field: "file"))
        return checks.refusals
    }

    /// Whether a unit calls for it.
    package func fits(name: String, level: String) -> Bool {
        (names.isEmpty || names.contains(where: name.contains)) && (levels.isEmpty || levels.contains(level))
    }
}

/// The usual rules, over the specialties that rosters name.
package enum ExpertiseRules {
    package static let standard = [
        ExpertiseRule("纪检监察"),
        ExpertiseRule("党建"),
        ExpertiseRule("财务审计", names: ["财政", "国库", "会计", "国有", "国资", "投资", "集团", "公司", "审计", "税务", "统计", "医疗保障", "社会保险", "福利"]),
        ExpertiseRule("财务审计", levels: ["street", "town", "township"]),
        ExpertiseRule("工程", names: ["建设", "住房", "城市管理", "交通", "水利", "园林", "规划", "项目", "工程", "房产", "公路"]),
        ExpertiseRule("工程", levels: ["town", "township"]),
        ExpertiseRule("农业农村", names: ["农", "水利", "林业", "村"], levels: []),
        ExpertiseRule("农业农村", levels: ["town", "township", "village"]),
        ExpertiseRule("法律", names: ["法院", "检察", "司法", "公安", "政法", "执法", "信访", "市场监督", "公证"]),
        ExpertiseRule("组织人事", names: ["组织部", "人力资源", "编办", "党校", "老干部"]),
        ExpertiseRule("意识形态", names: ["宣传", "融媒体", "教育", "学校", "中学", "小学", "文化", "文联"]),
        ExpertiseRule("信息化", names: ["数据", "信息", "科技", "科学技术"]),
    ]
}
