/// What one person's day amounts to.
struct DayTotals: Sendable, Hashable {
    /// On all platforms.
    var minutes = 0
    /// On the platform in question.
    var platformMinutes = 0
    var platformPoints = 0

    /// A day's most by the calendar (R-LOG-01).
    static let mostMinutes = 24 * 60

    /// Why a day cannot be.
    enum Fault: Sendable, Hashable {
        case over24Hours(minutes: Int)
        case overCap(part: String, value: Int, most: Int)
    }

    mutating func add(minutes: Int?, points: Int?, toPlatform isPlatform: Bool = true) {
        self.minutes += minutes ?? 0
        guard isPlatform else { return }
        platformMinutes += minutes ?? 0
        platformPoints += points ?? 0
    }

    /// Everything that is too much; a platform's caps bind only what it is said to have credited.
    func faults(_ caps: DayCaps) -> [Fault] {
        var faults: [Fault] = []
        if minutes > Self.mostMinutes { faults.append(.over24Hours(minutes: minutes)) }
        if let most = caps.points, platformPoints > most {
            faults.append(.overCap(part: StudyCap.points, value: platformPoints, most: most))
        }
        if let most = caps.minutes, platformMinutes > most {
            faults.append(.overCap(part: StudyCap.minutes, value: platformMinutes, most: most))
        }
        return faults
    }
}

/// The most that a platform credits to a person in a day; nil where it has no such cap.
struct DayCaps: Sendable, Hashable {
    let points: Int?
    let minutes: Int?

    /// - Parameter caps: by part, see ``StudyCap``.
    init(_ caps: [String: Int] = [:]) {
        points = caps[StudyCap.points]
        minutes = caps[StudyCap.minutes]
    }
}
