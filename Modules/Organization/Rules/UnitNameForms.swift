/// Other ways to write a unit's name, by stated rules. Nothing is guessed: a form counts only when it leads to one unit.
package enum UnitNameForms {
    /// The district as its own organs carry it in their names: `西湖区` for `杭州市西湖区`.
    package static func shortName(ofDistrict name: String) -> String {
        guard let city = name.lastIndex(of: "市"), name.index(after: city) != name.endIndex else { return name }
        return String(name[name.index(after: city)...])
    }

    /// Names that a written name may stand for, besides itself:
    ///
    /// 1. the city in front is left out: `杭州市西湖区财政局` → `西湖区财政局`;
    /// 2. the bare word for the district is written out: `区财政局` → `西湖区财政局`;
    /// 3. a missing district is put in front: `财政局` → `西湖区财政局`.
    package static func alternatives(to name: String, district: String) -> [String] {
        let short = shortName(ofDistrict: district)
        guard !short.isEmpty, !name.isEmpty else { return [] }
        var forms: [String] = []
        if name.hasPrefix(district), district != short { forms.append(short + name.dropFirst(district.count)) }
        if let kind = short.last, name.first == kind, name.count > 1 { forms.append(short + name.dropFirst()) }
        if !name.hasPrefix(short) { forms.append(short + name) }
        return forms.filter { $0 != name }
    }
}
