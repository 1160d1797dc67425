import Operations
import PluginKit

/// A field of a record, as a fact names it when it changed or when two records of one person differed. A fact keeps
/// `field: content` in codes, and everybody reads it in their own language.
enum CadreField: String, CaseIterable, Sendable {
    case cadre, gender, birthMonth, politicalStatus, partyJoinMonth, education, homeUnit, postTitle, rank, inPostSince,
        recommendedBy, specialties, ethnicity, nativePlace, growthPlace, workStartMonth, managedBy, inService, health, remark
    case phone, idNumber

    /// Stands for the content of a private field.
    static let hidden = "••••"

    var isPrivate: Bool { self == .phone || self == .idNumber }

    /// What a record says there, in codes; of a private field only enough to see whether it changed.
    func content(of cadre: Cadre) -> String? {
        switch self {
        case .cadre: cadre.name
        case .gender: cadre.gender?.rawValue
        case .birthMonth: "\(cadre.birthMonth)"
        case .politicalStatus: cadre.politicalStatus?.rawValue
        case .partyJoinMonth: cadre.partyJoinMonth?.description
        case .education: cadre.education
        case .homeUnit: cadre.unitName
        case .postTitle: cadre.postTitle
        case .rank: cadre.rank
        case .inPostSince: cadre.inPostSince?.description
        case .recommendedBy: cadre.recommendedBy
        case .specialties: cadre.specialties.isEmpty ? nil : cadre.specialties
        case .ethnicity: cadre.ethnicity
        case .nativePlace: cadre.nativePlace
        case .growthPlace: cadre.growthPlace
        case .workStartMonth: cadre.workStartMonth?.description
        case .managedBy: cadre.managedBy?.rawValue
        case .inService: cadre.inService.map { $0 ? "yes" : "no" }
        case .health: cadre.health
        case .remark: cadre.remark
        case .phone: cadre.phone?.bytes.base64EncodedString()
        case .idNumber: cadre.idMark?.base64EncodedString()
        }
    }

    /// What a fact keeps of it.
    func kept(_ content: String?) -> String { "\(rawValue): \(isPrivate ? Self.hidden : content ?? "—")" }

    /// The field and the content that a fact keeps; nil where it names no field.
    static func read(_ value: String) -> (field: CadreField, content: String)? {
        guard let colon = value.range(of: ": "), let field = CadreField(rawValue: String(value[..<colon.lowerBound])) else {
            return nil
        }
        return (field, String(value[colon.upperBound...]))
    }

    /// A content as people read it.
    func shown(_ content: String) -> Value {
        key(content).map { .word(code: content, key: $0) } ?? .text(text(content))
    }

    /// A content inside another sentence; nothing shows of a private one.
    func argument(_ content: String?) -> Message.Argument {
        guard let content else { return "—" }
        return isPrivate ? .text(Self.hidden) : key(content).map(Message.Argument.key) ?? .text(text(content))
    }

    /// Field and content in one sentence.
    func told(_ content: String) -> Value {
        .phrase(
            Message(
                "fact.field",
                ["field": .key("column.\(rawValue)"), "content": key(content).map(Message.Argument.key) ?? .text(text(content))]))
    }

    /// The string of the catalogue for a content that is a code.
    private func key(_ content: String) -> String? {
        switch self {
        case .gender: Gender(rawValue: content).map { "\(Gender.vocabulary).\($0.rawValue)" }
        case .politicalStatus: PoliticalStatus(rawValue: content).map { "\(PoliticalStatus.vocabulary).\($0.rawValue)" }
        case .managedBy: CadreJurisdiction(rawValue: content).map { "\(CadreJurisdiction.vocabulary).\($0.rawValue)" }
        case .inService: ["yes", "no"].contains(content) ? "fact.\(content)" : nil
        default: nil
        }
    }

    private func text(_ content: String) -> String {
        self == .specialties ? content.split(separator: Cadre.specialtySeparator).joined(separator: "、") : content
    }
}
