import Foundation
import Operations
import Persistence
import PluginKit

/// Who sees telephone and identity numbers, and how they are sealed.
package enum PrivateFields {
    /// 组织部, 人社局 and 巡察办, who call people up; everybody else sees the ends of a telephone number only.
    package static let readers: Set<Role> = [.organisationDepartment, .hrBureau, .inspectionOffice]
    /// 组织部 and 人社局 keep identity numbers; everybody else sees the ends only.
    package static let identityReaders: Set<Role> = [.organisationDepartment, .hrBureau]

    /// The places that are sealed.
    enum Column: String { case phone, idNumber }

    /// The same for whoever changes the key.
    static let columns = [
        PrivateColumn("personnel_cadre", Column.phone.rawValue),
        PrivateColumn(
            "personnel_cadre", Column.idNumber.rawValue, mark: .init(column: "idMark", purpose: markPurpose)),
    ]
    private static let markPurpose = "personnel.idNumber"

    static func place(_ column: Column, of cadre: UniqueID) -> FieldPlace {
        FieldPlace("personnel_cadre", column.rawValue, row: cadre)
    }

    /// The mark under which an identity number is found again.
    static func mark(_ idNumber: String, in context: WriteContext) throws -> Data {
        try context.vault.mark(idNumber, for: markPurpose, in: context.db)
    }

    /// The telephone number as it is kept; nil where there is none or the key is missing.
    static func plainPhone(of id: UniqueID, _ sealed: SealedText?, in context: ReadContext) throws -> String? {
        guard let sealed, case .text(let text) = try context.vault.open(sealed, at: place(.phone, of: id)) else { return nil }
        return text
    }

    /// The telephone number as somebody may see it.
    static func phone(of cadre: Cadre, for context: ReadContext) throws -> String? {
        try shown(cadre.phone, place(.phone, of: cadre.id), in: context) {
            context.principal.hasAny(of: readers) ? $0 : masked($0)
        }
    }

    /// The identity number as somebody may see it.
    static func idNumber(of cadre: Cadre, for context: ReadContext) throws -> String? {
        try shown(cadre.idNumber, place(.idNumber, of: cadre.id), in: context) {
            context.principal.hasAny(of: identityReaders) ? $0 : maskedIdentity($0)
        }
    }

    /// The telephone number for a file that is read again: nil where it would be masked or its key is missing.
    static func wholePhone(of cadre: Cadre, for context: ReadContext) throws -> String? {
        context.principal.hasAny(of: readers) ? try plainPhone(of: cadre.id, cadre.phone, in: context) : nil
    }

    /// The same of the identity number.
    static func wholeIDNumber(of cadre: Cadre, for context: ReadContext) throws -> String? {
        context.principal.hasAny(of: identityReaders) ? try plainIDNumber(of: cadre, in: context) : nil
    }

    /// The identity number as it is kept; nil where there is none or the key is missing.
    static func plainIDNumber(of cadre: Cadre, in context: ReadContext) throws -> String? {
        guard let sealed = cadre.idNumber,
            case .text(let text) = try context.vault.open(sealed, at: place(.idNumber, of: cadre.id))
        else { return nil }
        return text
    }

    private static func shown(
        _ sealed: SealedText?, _ place: FieldPlace, in context: ReadContext, _ show: (String) -> String
    ) throws -> String? {
        guard let sealed else { return nil }
        switch try context.vault.open(sealed, at: place) {
        case .text(let text): return show(text)
        case .locked: return "••••••"
        }
    }

    /// `138****1933`: at most the first three and the last four characters, fewer where the number is short.
    package static func masked(_ phone: String) -> String {
        hidden(phone, keeping: phone.count >= 11 ? (head: 3, tail: 4) : (head: 0, tail: min(2, phone.count / 2)))
    }

    /// `**************1234`: the last four characters, fewer where the number is short.
    package static func maskedIdentity(_ number: String) -> String {
        hidden(number, keeping: (head: 0, tail: min(4, number.count / 4)))
    }

    private static func hidden(_ text: String, keeping kept: (head: Int, tail: Int)) -> String {
        let stars = String(repeating: "*", count: text.count - kept.head - kept.tail)
        return text.prefix(kept.head) + stars + text.suffix(kept.tail)
    }
}
