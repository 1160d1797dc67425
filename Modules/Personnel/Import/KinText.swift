import Interchange
import PluginKit

/// Reads a declaration of relatives: `堂弟:西湖区妇联;姐夫:灵隐街道 党工委书记 李四`, or `无`. Post and name may be missing. Nothing in it is
/// ever dropped without a word.
struct KinText {
    /// Nil where nothing is stated; empty where it is stated that there are none.
    private(set) var kin: [RosterKin]?
    private(set) var notes: [CellNote] = []

    init(_ entries: [String], vocabulary: RosterVocabulary, unit: (String) -> RosterUnit) {
        guard let first = entries.first else { return }
        kin = []
        if entries.count == 1, vocabulary.noKin.contains(first) { return }
        for entry in entries { read(entry, vocabulary, unit) }
    }

    private mutating func read(_ entry: String, _ vocabulary: RosterVocabulary, _ unit: (String) -> RosterUnit) {
        let parts = entry.split(maxSplits: 1, omittingEmptySubsequences: false) { ":：".contains($0) }.map {
            Cells.clean(String($0))
        }
        let relation = Cells.withoutSpaces(parts[0])
        guard parts.count == 2, !relation.isEmpty else {
            notes.append(.question("kinUnread", ["entry": entry]))
            return
        }
        if vocabulary.relations[relation] == nil { notes.append(.hint("kinRelation", ["relation": relation])) }
        let name = Cells.withoutSpaces(parts[1])
        var kin = RosterKin(relation: relation, unit: name.isEmpty ? RosterUnit(id: nil, name: "") : unit(name), raw: entry)
        // What follows the unit is the post, and the name after it; a unit's own name may have a space in it as well.
        let words = parts[1].split(whereSeparator: \.isWhitespace).map(String.init)
        if kin.unit.id == nil, words.count > 1 {
            kin.unit = unit(words[0])
            kin.post = words[1]
            kin.name = words.count > 2 ? Cells.personName(words[2...].joined()).certain : nil
        }
        if name.isEmpty {
            notes.append(.hint("kinNoUnit", ["relation": relation]))
        } else if kin.unit.id == nil {
            notes.append(.hint("kinUnit", ["relation": relation, "unit": kin.unit.name]))
        }
        self.kin?.append(kin)
    }
}
