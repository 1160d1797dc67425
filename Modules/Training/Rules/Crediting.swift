import PluginKit

/// How an enrolment ends and what it earns (R-CRS-04, R-CRS-06).
enum Crediting {
    /// What earlier or later credits of the same course by the same person cover.
    struct Earlier: Sendable {
        var creditedOn: CalendarDate
        /// First day on which they hold no more; nil where they hold for good.
        var validUntil: CalendarDate?
    }

    /// The end of an enrolment of somebody who was there.
    /// - Parameters:
    ///   - score: in tenths; nil where none was given yet. A course without exam is passed by attending.
    /// - Returns: `attended` while a score is still missing.
    static func result(score: Int?, exam: ExamKind, passMark: Int) -> EnrolmentState {
        guard let score else { return exam == .none ? .passed : .attended }
        return score >= passMark ? .passed : .failed
    }

    /// The hours earned, in tenths, and why.
    static func hours(
        of course: Int, validMonths: Int?, state: EnrolmentState, share: Int, on day: CalendarDate, earlier: [Earlier],
        neededShare: Int
    ) -> (hours: Int, note: CreditNote?) {
        switch state {
        case .exempt: return (0, .exempt)
        case .failed, .absent, .excused: return (0, .notPassed)
        case .passed: break
        case .waitlisted, .confirmed, .attended, .cancelled: return (0, nil)
        }
        if share < neededShare { return (0, .attendanceLow) }
        let until = validMonths.map { day.adding(months: $0) }
        let isCovered = earlier.contains { other in
            other.creditedOn <= day
                ? other.validUntil.map { day < $0 } ?? true
                : until.map { other.creditedOn < $0 } ?? true
        }
        return isCovered ? (0, .repeated) : (course, .credited)
    }
}
