import Operations
import PluginKit
import Testing

@testable import Training

@Suite struct SessionStateTests {
    private static let allowed: Set<String> = [
        "planned open", "open planned", "open running", "running finished", "open finished", "finished scored",
        "planned cancelled", "open cancelled",
    ]
    static let pairs = SessionState.allCases.flatMap { from in SessionState.allCases.map { (from, $0) } }

    private func facts(_ state: SessionState, now: String = "2024-06-02 00:00", reason: String? = "理由", open: Int = 0)
        -> SessionFacts
    {
        let start = SessionTime("2024-06-01 09:00") ?? .sample
        let session = Session(
            id: .init(milliseconds: 0, counter: 0, random: 0), version: 1, code: "A",
            courseId: .init(milliseconds: 0, counter: 1, random: 0), startsAt: start, endsAt: start.adding(minutes: 60),
            capacity: 1, state: state)
        return SessionFacts(session: session, now: SessionTime(now) ?? .sample, reason: reason, withoutResult: open)
    }

    private func refusal(_ from: SessionState, _ to: SessionState, _ facts: SessionFacts, by role: Role = .trainer) -> Rule? {
        do {
            try SessionStates.table.check(
                from: from, to: to, by: Principal(account: "a", roles: [role]), facts: facts)
            return nil
        } catch {
            return (error as? any UserFacingError)?.refusals.first?.rule
        }
    }

    @Test(arguments: pairs)
    func onlyTheStepsOfTheTableAreTaken(from: SessionState, to: SessionState) {
        let isAllowed = Self.allowed.contains("\(from.rawValue) \(to.rawValue)")
        #expect(refusal(from, to, facts(from)) == (isAllowed ? nil : .illegalState))
        if isAllowed { #expect(refusal(from, to, facts(from), by: .learner) == .notPermitted) }
    }

    @Test func guardsHold() {
        #expect(refusal(.open, .running, facts(.open, now: "2024-06-01 08:59")) == .illegalState)
        #expect(refusal(.open, .running, facts(.open, now: "2024-06-01 09:00")) == nil)
        #expect(refusal(.open, .cancelled, facts(.open, reason: " ")) == .invalid)
        #expect(refusal(.finished, .scored, facts(.finished, open: 1)) == .illegalState)
    }
}
