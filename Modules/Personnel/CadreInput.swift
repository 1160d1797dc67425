import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// What people type into a record, read by the functions that read rosters, so that both refuse the same.
enum CadreInput {
    /// The name as it is kept; nil where it is none.
    static func name(_ text: String, _ checks: inout Checks) -> String? {
        let reading = Cells.personName(text)
        if let name = reading.certain { return name }
        checks.add(
            reading.message.map { Refusal(rule: .invalid, field: "name", message: $0) }
                ?? Rule.invalid.refused("empty", field: "name"))
        return nil
    }

    /// A month that is over or runs, and later than the birth.
    static func since(_ text: String?, born: YearMonth?, _ checks: inout Checks, _ context: ReadContext) -> YearMonth? {
        guard let text, let since = YearMonth(input: text, field: "since", notAfter: YearMonth(context.today), &checks) else {
            return nil
        }
        if let born {
            checks.require(
                since > born,
                Rule.invalid.refused("beforeBirth", field: "since", ["month": "\(since)", "born": "\(born)"]))
        }
        return since
    }

    /// A telephone number as it is kept. One of unusual length serves to call people up.
    static func phone(_ text: String?, _ checks: inout Checks) -> String? {
        guard let text = text?.trimmed, !text.isEmpty else { return nil }
        let reading = Cells.phone(text)
        if let phone = reading.certain { return phone }
        if case .ambiguous(let candidates, _) = reading, candidates.isEmpty {
            return Cells.withoutSpaces(Cells.halfWidth(Cells.clean(text), signs: true))
        }
        checks.add(
            Refusal(
                rule: .invalid, field: "phone",
                message: reading.message ?? Message("interchange.cell.notPhone", ["text": .text(text)])))
        return nil
    }

    /// R-POL-06: the number is well formed, fits the month of birth, and is nobody else's.
    static func identity(
        _ text: String?, kind: IdentityKind, born: YearMonth?, of cadre: UniqueID?, _ checks: inout Checks,
        _ context: WriteContext
    ) throws {
        guard let text = text?.trimmed, !text.isEmpty else { return }
        let number = IdentityNumber.normalised(text)
        let faults = IdentityNumber.faults(number, kind: kind, born: born)
        for fault in faults { checks.add(fault) }
        guard faults.isEmpty else { return }
        let other = try Cadre.fetchOne(
            context.db, sql: "SELECT * FROM personnel_cadre WHERE idMark = ? AND mergedInto IS NULL AND id IS NOT ?",
            arguments: [try PrivateFields.mark(number, in: context), cadre])
        if let other { checks.add(Rule.duplicate.refused("identityOf", field: "idNumber", told(other))) }
    }

    /// Who somebody is, for a refusal to those who keep the register.
    static func told(_ cadre: Cadre) -> [String: Message.Argument] {
        [
            "other": .text(cadre.name), "otherBorn": "\(cadre.birthMonth)", "unit": .text(cadre.unitName), "id": "\(cadre.id)",
        ]
    }
}

extension Checks {
    /// Notes what a step refuses instead of ending with it, so that the other faults are told too.
    mutating func collect<Value>(_ step: () throws -> Value) throws -> Value? {
        do {
            return try step()
        } catch let error as any UserFacingError {
            for refusal in error.refusals { add(refusal) }
            return nil
        }
    }
}
