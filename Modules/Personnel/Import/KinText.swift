import Interchange
import PluginKit

/// Reads a declaration of relatives: `堂弟:西湖区妇联;子女:西湖区财政局`, or `无`. Nothing in it is ever dropped without a word.
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
            Cells.withoutSpaces(Cells.clean(String($0)))
        }
        guard parts.count == 2, !parts[0].isEmpty else {
            notes.append(.question("kinUnread", ["entry": entry]))
            return
        }
        let (relation, name) = (parts[0], parts[1])
        if vocabulary.relations[relation] == nil { notes.append(.hint("kinRelation", ["relation": relation])) }
        let place = name.isEmpty ? RosterUnit(id: nil, name: "") : unit(name)
        if name.isEmpty {
            notes.append(.hint("kinNoUnit", ["relation": relation]))
        } else if place.id == nil {
            notes.append(.hint("kinUnit", ["relation": relation, "unit": name]))
        }
        kin?.append(RosterKin(relation: relation, unit: place, raw: entry))
    }
}
