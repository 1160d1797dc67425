import Interchange
import PluginKit

/// How many rounds somebody served in, by what is on record.
///
/// A roster tells of service in words that do not always say which round it was (decision 0046), and the same round may be on record
/// exactly as well. What counts is the smallest number of rounds that all records allow (decision 0060):
/// - an exact record is its round, however many teams it names;
/// - `第三轮` is an exact record of that number, where there is one that was over by the roster's day, and a round of its own otherwise;
/// - `上一轮`, `2次` say how many rounds it were at least by the roster's day; exact ones that were over by then are among them.
struct RoundsServed {
    /// A service that is over.
    struct Record {
        /// The code, or what the roster says.
        var round: String
        var endedOn: CalendarDate
        /// What the roster says; nil for an exact record.
        var remark: ServiceRemark?
    }

    private let ends: [CalendarDate]
    private let told: [(rounds: Int, by: CalendarDate)]

    init(_ records: [Record]) {
        let exact = Dictionary(records.filter { $0.remark == nil }.map { ($0.round, $0.endedOn) }, uniquingKeysWith: min)
        var named: [String: CalendarDate] = [:]
        var told: [(rounds: Int, by: CalendarDate)] = []
        for record in records {
            guard let remark = record.remark else { continue }
            if remark.number == nil {
                told.append((remark.rounds, record.endedOn))
            } else if !exact.contains(where: { remark.isRound($0.key) && $0.value <= record.endedOn }) {
                named[remark.words] = min(record.endedOn, named[remark.words] ?? record.endedOn)
            }
        }
        ends = Array(exact.values) + Array(named.values)
        self.told = told
    }

    var count: Int {
        told.map { told in told.rounds + ends.count { $0 > told.by } }.reduce(ends.count, max)
    }
}
