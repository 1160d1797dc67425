import Interchange
import Persistence

/// What tells people apart: a name alone does not.
struct PersonMark: Sendable, Hashable {
    var name: String
    var birthMonth: YearMonth
    var phone: String?

    /// The number where it is a mobile number, which belongs to one person; offices share their lines.
    var personalPhone: String? { phone.flatMap { $0.utf8.count == 11 && $0.first == "1" ? $0 : nil } }
}

/// People met so far, in the file or in the register, for telling whether a row is one of them.
struct KnownPeople {
    /// Where somebody was met.
    enum Place: Sendable, Hashable {
        case row(Int)
        case register
    }

    /// What a row turns out to be.
    enum Verdict: Sendable, Hashable {
        case new
        /// Name, birth month and telephone agree with somebody in the register.
        case present
        /// Name, birth month and telephone agree with an earlier row that is written otherwise.
        case twice(row: Int)
        /// Two of the three agree with somebody; only a person can tell.
        case perhaps(Place, PersonMark)
        /// Only the name agrees: another person.
        case namesake(Place)
    }

    private struct Person {
        var mark: PersonMark
        var place: Place
    }

    private var byName: [String: [Person]] = [:]
    private var byPhone: [String: [Person]] = [:]

    mutating func add(_ mark: PersonMark, at place: Place) {
        let person = Person(mark: mark, place: place)
        byName[mark.name, default: []].append(person)
        if let phone = mark.personalPhone { byPhone[phone, default: []].append(person) }
    }

    func verdict(_ mark: PersonMark) -> Verdict {
        let namesakes = byName[mark.name] ?? []
        if let same = namesakes.first(where: { $0.mark == mark }) {
            if case .row(let row) = same.place { return .twice(row: row) }
            return .present
        }
        let alike =
            namesakes.first { $0.mark.birthMonth == mark.birthMonth || $0.mark.shares(phoneOf: mark) }
            ?? mark.personalPhone.flatMap { byPhone[$0] }?.first { $0.mark.birthMonth == mark.birthMonth }
        if let alike { return .perhaps(alike.place, alike.mark) }
        return namesakes.first.map { .namesake($0.place) } ?? .new
    }
}

extension PersonMark {
    fileprivate func shares(phoneOf other: PersonMark) -> Bool { personalPhone != nil && personalPhone == other.personalPhone }
}

extension RosterRow {
    var mark: PersonMark { PersonMark(name: name, birthMonth: birthMonth, phone: phone) }
}
