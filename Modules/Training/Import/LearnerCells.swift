import Interchange
import Persistence
import Personnel
import PluginKit

/// The one person that a row's name and last digits of the telephone lead to.
enum LearnerCells {
    /// - Returns: nil with a fault on the name where nobody fits, or several do.
    static func person(_ name: String, in people: PeopleDirectory, _ reader: inout RowReader) -> UniqueID? {
        let digits = reader.value("phone", Cells.text)
        let arguments: [String: Message.Argument] = ["name": .text(name), "digits": .text(digits ?? "—")]
        switch people.match(name, phoneTail: digits) {
        case .one(let person): return person.id
        case .several(let found):
            let several = Message(
                "E-VAL.refusal.learnerSeveral", arguments.merging(["count": "\(found.count)"]) { first, _ in first })
            reader.note("name", several)
        case .otherDigits, .none:
            reader.note("name", Message("E-NOTFOUND.refusal.learner", arguments), rule: .notFound)
        }
        return nil
    }
}

extension PeopleDirectory {
    /// The last digits of the telephone of somebody whose name is known.
    func lastDigits(of cadre: UniqueID, named name: String) -> String? {
        switch match(name, phoneTail: nil) {
        case .one(let person): person.phoneTail
        case .several(let people), .otherDigits(let people): people.first { $0.id == cadre }?.phoneTail
        case .none: nil
        }
    }
}
