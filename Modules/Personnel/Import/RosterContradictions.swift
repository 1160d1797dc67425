import Interchange

extension RosterReader {
    /// Age at which one can join the Party, in months (Party constitution, article 1).
    private static let joiningAge = 18 * 12

    /// Notes what two cells of a row say against each other. None of it keeps the row from being saved.
    func noteContradictions(_ row: RosterRow, _ reader: inout RowReader) {
        for (field, note) in membership(row) + history(row) {
            reader.note(field, note.message, severity: note.severity)
        }
    }

    private func membership(_ row: RosterRow) -> [(String, CellNote)] {
        guard let joined = row.partyJoinMonth else {
            return row.politicalStatus?.isPartyMember == true ? [("partyJoinMonth", .hint("joinMissing"))] : []
        }
        var notes: [(String, CellNote)] = []
        if joined.months(since: row.birthMonth) < Self.joiningAge {
            notes.append(("partyJoinMonth", .hint("joinedYoung", ["joined": "\(joined)", "born": "\(row.birthMonth)"])))
        }
        if let status = row.politicalStatus, !status.isPartyMember { notes.append(("partyJoinMonth", .hint("joinedNot"))) }
        return notes
    }

    private func history(_ row: RosterRow) -> [(String, CellNote)] {
        var notes: [(String, CellNote)] = []
        if row.posts.isEmpty { notes.append(("career", .hint("careerMissing"))) }
        if let first = row.posts.map(\.from).min(), first <= row.birthMonth {
            notes.append(("career", .hint("careerBeforeBirth", ["month": "\(first)", "born": "\(row.birthMonth)"])))
        }
        guard let present = row.posts.last(where: { $0.to == nil }) else { return notes }
        if present.unit != row.unit {
            notes.append(("unit", .hint("careerOtherUnit", ["unit": row.unit.name, "present": present.unit.name])))
        }
        if let since = row.inPostSince, since != present.from {
            notes.append(("inPostSince", .hint("careerOtherMonth", ["since": "\(since)", "from": "\(present.from)"])))
        }
        return notes
    }
}
