import PluginKit

/// When letters go out before and after a deadline, in which colour and to whom, and which documents follow one another when
/// nothing happens.
public struct AlertPolicy: Sendable, Hashable, Codable {
    /// Most days left first.
    public let thresholds: [AlertThreshold]
    /// Documents of growing weight.
    public let ladder: [AlertDocument]

    /// 20 days left, 10 days left, first day overdue (source S11 of the domain reference); the ladder is that of S65.
    public static let standard = AlertPolicy(
        unchecked: [
            AlertThreshold(daysLeft: 20, colour: .green, recipients: [.handler]),
            AlertThreshold(daysLeft: 10, colour: .yellow, recipients: [.handler, .leaderInCharge]),
            AlertThreshold(daysLeft: -1, colour: .red, recipients: [.unit, .principal]),
        ],
        ladder: [.supervisionNotice, .stageGuidance, .reminder, .admonition, .accountability])

    /// - Throws: `E-VAL`, all at once: no threshold, two at the same day, one without recipients, a document twice.
    public init(thresholds: [AlertThreshold], ladder: [AlertDocument]) throws {
        var checks = Checks()
        checks.require(!thresholds.isEmpty, Rule.invalid.refused("alertNone", field: "thresholds"))
        for (index, threshold) in thresholds.enumerated() {
            let days = "\(threshold.daysLeft)"
            checks.require(
                !thresholds[..<index].contains { $0.daysLeft == threshold.daysLeft },
                Rule.invalid.refused("alertTwice", field: "thresholds.\(index).daysLeft", ["days": .text(days)]))
            checks.require(
                !threshold.recipients.isEmpty,
                Rule.invalid.refused("alertRecipient", field: "thresholds.\(index).recipients", ["days": .text(days)]))
        }
        checks.require(Set(ladder).count == ladder.count, Rule.invalid.refused("alertLadder", field: "ladder"))
        try checks.finish()
        self.init(unchecked: thresholds, ladder: ladder)
    }

    private init(unchecked thresholds: [AlertThreshold], ladder: [AlertDocument]) {
        self.thresholds = thresholds.sorted { $0.daysLeft > $1.daysLeft }
        self.ladder = ladder
    }

    /// Reads a policy and checks it as ``init(thresholds:ladder:)`` does.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            thresholds: container.decode([AlertThreshold].self, forKey: .thresholds),
            ladder: container.decode([AlertDocument].self, forKey: .ladder))
    }

    /// The document that comes after one, the first of the ladder after none; nil at its end or for a document not on it.
    public func document(after last: AlertDocument?) -> AlertDocument? {
        guard let last else { return ladder.first }
        return ladder.firstIndex(of: last).map { ladder.dropFirst($0 + 1) }?.first
    }
}

/// One step of a policy.
public struct AlertThreshold: Sendable, Hashable, Codable {
    /// Days until the due date on the day the letter goes out: 0 on the due day, −1 on the first day overdue.
    public var daysLeft: Int
    public var colour: AlertColour
    public var recipients: [AlertRecipient]

    public init(daysLeft: Int, colour: AlertColour, recipients: [AlertRecipient]) {
        self.daysLeft = daysLeft
        self.colour = colour
        self.recipients = recipients
    }
}

/// The colours of letters, mildest first.
public enum AlertColour: String, Sendable, Hashable, Codable, CaseIterable {
    case green, yellow, red

    /// Key of its name in the string tables.
    public var label: String { "alertColour.\(rawValue)" }
}

/// Who gets a letter, by part in the matter. Open: a plugin may name others.
public struct AlertRecipient: RawRepresentable, Sendable, Hashable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Key of its name in the string tables.
    public var label: String { "alertRecipient.\(rawValue)" }

    public static let handler = AlertRecipient(rawValue: "handler")
    /// 责任领导
    public static let leaderInCharge = AlertRecipient(rawValue: "leaderInCharge")
    /// The unit as such.
    public static let unit = AlertRecipient(rawValue: "unit")
    /// 第一责任人
    public static let principal = AlertRecipient(rawValue: "principal")

    public static let standard: [AlertRecipient] = [.handler, .leaderInCharge, .unit, .principal]
}

/// A document of the ladder. Open: a place may use other ones.
public struct AlertDocument: RawRepresentable, Sendable, Hashable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Key of its name in the string tables.
    public var label: String { "alertDocument.\(rawValue)" }

    /// 督办通知
    public static let supervisionNotice = AlertDocument(rawValue: "supervisionNotice")
    /// 阶段指导
    public static let stageGuidance = AlertDocument(rawValue: "stageGuidance")
    /// 提醒
    public static let reminder = AlertDocument(rawValue: "reminder")
    /// 告诫
    public static let admonition = AlertDocument(rawValue: "admonition")
    /// 问责
    public static let accountability = AlertDocument(rawValue: "accountability")
}
