import PluginKit

extension Clock {
    /// The shortest reason with which the leading group may override (domain reference, section 6), in characters.
    public static let shortestOverrideReason = 10

    /// The clock with a later due date.
    /// - Parameters:
    ///   - approver: who approved it; whether that person may is for the caller to check.
    ///   - day: the day of approval.
    ///   - override: the leading group's written reason for one extension more than allowed.
    /// - Throws: everything wrong at once: `R-RCT-09` when the extensions are used up and there is no override, `R-RCT-02` (or
    ///   `E-RULE` for another key) beyond ``latest``, `E-VAL` for a date that is no later one, an approval out of order, an
    ///   empty approver, or a reason that is too short.
    public func extended(
        to newDue: CalendarDate, by approver: String, on day: CalendarDate, override: String? = nil
    ) throws -> Clock {
        var checks = Checks()
        checkDates(newDue, day, &checks)
        checks.require(!Self.isBlank(approver), Rule.invalid.refused("extensionApprover", field: "by"))
        checkNumber(override, &checks)
        try checks.finish()
        let step = ClockExtension(from: due, to: newDue, by: approver, on: day, overrideReason: override)
        return Clock(
            key: key, profileID: profileID, profileVersion: profileVersion, start: start, opens: opens, due: newDue,
            latest: latest, extensionsAllowed: extensionsAllowed, extensions: extensions + [step])
    }

    private func checkDates(_ newDue: CalendarDate, _ day: CalendarDate, _ checks: inout Checks) {
        let last = extensions.last?.on ?? (key.countsBackwards ? .earliest : start)
        checks.require(
            newDue > due, Rule.invalid.refused("extensionNotLater", field: "to", ["date": "\(newDue)", "due": "\(due)"]))
        checks.require(
            day >= last && day <= newDue,
            Rule.invalid.refused("extensionDay", field: "on", ["date": "\(day)", "first": "\(last)", "last": "\(newDue)"]))
        if latest != nil, let refusal = refusal(forDue: newDue, field: "to") { checks.add(refusal) }
    }

    private func checkNumber(_ override: String?, _ checks: inout Checks) {
        if let override {
            let length = override.count { !$0.isWhitespace }
            checks.require(
                length >= Self.shortestOverrideReason,
                Rule.invalid.refused("extensionOverride", field: "override", ["least": "\(Self.shortestOverrideReason)"]))
        } else {
            checks.require(
                extensions.count < extensionsAllowed,
                DeadlineRules.oneExtension.refused(
                    field: "to", ["allowed": "\(extensionsAllowed)", "count": "\(extensions.count)"]))
        }
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
