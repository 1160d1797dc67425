import PluginKit

/// Votes counted by their weights (domain 4.16).
package struct BallotCount: Sendable, Hashable {
    /// Σ weight × votes, in hundredths of a vote.
    package private(set) var weighted = 0
    /// Σ votes, 不了解 left out.
    package private(set) var valid = 0

    package init(_ ballots: [Ballot]) {
        for ballot in ballots {
            weighted += ballot.satisfied * ballot.weightSatisfied
            weighted += ballot.basicallySatisfied * ballot.weightBasicallySatisfied
            weighted += ballot.dissatisfied * ballot.weightDissatisfied
            valid += ballot.satisfied + ballot.basicallySatisfied + ballot.dissatisfied
        }
    }

    /// 满意率 in hundredths of a percent, half up (R-REV-04); nil without a valid vote (R-REV-06).
    package var rate: Int? { Percent.ratio(weighted, of: valid * 100) }
}

/// What a ballot's numbers must fulfil (R-REV-07).
enum BallotSums {
    /// More respondents than any district has; keeps sums from overflowing.
    static let most = 100_000_000

    static func check(_ ballot: Ballot, _ checks: inout Checks) {
        let votes = [
            ("issued", ballot.issued), ("returned", ballot.returned), ("satisfied", ballot.satisfied),
            ("basicallySatisfied", ballot.basicallySatisfied), ("dissatisfied", ballot.dissatisfied), ("unknown", ballot.unknown),
        ]
        let wrong = votes.filter { !(0...most).contains($0.1) }
        for (field, value) in wrong {
            checks.add(Rule.invalid.refused("range", field: field, ["low": "0", "high": "\(most)", "value": "\(value)"]))
        }
        guard wrong.isEmpty else { return }
        checks.require(
            ballot.returned <= ballot.issued,
            RectificationRules.ballotSums.refused(
                "returned", field: "returned", ["returned": "\(ballot.returned)", "issued": "\(ballot.issued)"]))
        let sum = ballot.satisfied + ballot.basicallySatisfied + ballot.dissatisfied + ballot.unknown
        checks.require(
            sum == ballot.returned,
            RectificationRules.ballotSums.refused(field: "returned", ["sum": "\(sum)", "returned": "\(ballot.returned)"]))
    }
}

/// Scores of a review: 0 to 100 with one decimal, kept in tenths.
enum Score {
    /// Reads `92` or `92.5`; nil for anything else.
    static func tenths(_ text: String) -> Int? {
        guard let hundredths = Percent.hundredths(text.trimmed), !text.contains("%"), hundredths % 10 == 0, hundredths <= 10_000
        else { return nil }
        return hundredths / 10
    }

    static func text(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}
