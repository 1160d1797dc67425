import Foundation
import HostKit
import Operations
import Persistence
import PluginKit
import Synchronization

/// The clock of the story: it stands where the story says and moves one second at every reading, so that the same story always
/// leaves the same file.
final class StoryClock: Sendable {
    private let instant: Mutex<Date>

    init(_ day: CalendarDate) {
        instant = Mutex(Self.morning(day))
    }

    func move(to day: CalendarDate) {
        instant.withLock { $0 = Self.morning(day) }
    }

    var source: TimeSource {
        TimeSource { [self] in
            instant.withLock { date in
                date.addTimeInterval(1)
                return date
            }
        }
    }

    private static func morning(_ day: CalendarDate) -> Date { Date(timeIntervalSince1970: Double(day.dayNumber * 86400 + 3600)) }
}

/// One thing done in the demo: who typed what, and what came of it.
struct DemoStep: Tabular {
    var number: Int
    var account: String
    var command: String
    var result: String

    static let columns: [TableColumn<DemoStep>] = [
        .integer("step") { $0.number },
        .text("actor") { $0.account },
        .text("commandLine") { $0.command },
        .text("result") { $0.result },
    ]
}

/// Runs operations one after another through the same door as the command line, and keeps what they said.
final class Story {
    let dispatcher: Dispatcher
    let clock: StoryClock
    let data: SampleData
    let language: Language
    private let show: (DemoStep) -> Void
    private(set) var steps: [DemoStep] = []

    /// - Parameter show: told every step as it is done.
    init(dispatcher: Dispatcher, clock: StoryClock, data: SampleData, language: Language, show: @escaping (DemoStep) -> Void) {
        self.dispatcher = dispatcher
        self.show = show
        self.clock = clock
        self.data = data
        self.language = language
    }

    /// Does one thing and notes it.
    /// - Parameters:
    ///   - account: who does it.
    ///   - words: the fields as a person would type them; a file is named by its path under the sample data.
    @discardableResult
    func tell(_ name: String, as account: String = "office", _ words: [(String, String)] = []) throws -> Answer {
        let answer = try perform(name, as: account, words)
        note(name, as: account, words, result: answer.sentence.map { text($0) } ?? "\(answer.rows.count)")
        return answer
    }

    /// Does one thing that many are alike of; only the first and the count are noted by the caller.
    @discardableResult
    func perform(_ name: String, as account: String = "office", _ words: [(String, String)] = []) throws -> Answer {
        guard let operation = dispatcher.registry.operation(OperationName(name)) else {
            throw Rule.notFound.refused("operation", ["name": .text(name)])
        }
        let values = Dictionary(grouping: words, by: \.0).mapValues { $0.map(\.1) }
        let source = WordsSource(values, strings: dispatcher.registry.strings) { [data] path in try data.upload(path) }
        return try operation.run(dispatcher, source, dispatcher.principal(named: account))
    }

    /// Does something that is expected to be refused, and notes the refusal.
    func tellRefused(_ name: String, as account: String = "office", _ words: [(String, String)] = []) throws {
        do {
            try perform(name, as: account, words)
        } catch let error as any UserFacingError {
            let reasons = error.refusals.prefix(3).map { "[\($0.rule.id)] \(text($0.message))" }
            note(name, as: account, words, result: text(Message("demo.refused", ["reason": reasons.joined(separator: "；")])))
            return
        }
        throw Rule.integrity.refused("demoNotRefused", ["name": .text(name)])
    }

    /// Notes a step done otherwise, or many alike in one line.
    func note(_ name: String, as account: String = "office", _ words: [(String, String)] = [], result: String) {
        let positional = dispatcher.registry.operation(OperationName(name))?.positional ?? []
        var line = ["xuncha"] + OperationName(name).words
        line += words.filter { positional.contains($0.0) }.map { Self.quoted($0.1) }
        for (field, value) in words where !positional.contains(field) {
            line.append("--\(Self.kebab(field))")
            if value != "true" { line.append(Self.quoted(value)) }
        }
        if account != "office" { line += ["--as", account] }
        let step = DemoStep(number: steps.count + 1, account: account, command: line.joined(separator: " "), result: result)
        steps.append(step)
        show(step)
    }

    func text(_ message: Message) -> String { dispatcher.registry.strings.text(message, in: language) }

    private static func kebab(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
    }

    private static func quoted(_ text: String) -> String { text.contains(" ") ? "'\(text)'" : text }
}
