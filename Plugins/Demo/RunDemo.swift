import CommandHost
import Foundation
import HostKit
import Operations
import Persistence
import PluginKit

/// `demo`: the whole main job on the sample district, every step with what it did.
struct RunDemo: HostOperation {
    struct Input: Codable, Sendable {
        /// Folder of the sample data.
        var data: String?
        /// Folder for the exported ledgers and the backup; beside the database when not given.
        var out: String?
    }
    static let name: OperationName = "demo"
    static let access = Access.everyone(reason: "it makes a new file of its own")

    func run(_ input: Input, in context: HostContext) throws -> DemoReport {
        let data = try SampleData(input.data)
        let database = URL(fileURLWithPath: context.configuration.database)
        let out = input.out.map { URL(fileURLWithPath: $0) } ?? database.deletingLastPathComponent()
        let clock = StoryClock(Day.start)
        let made = try Composition.create(
            database.path, for: InstallationRequest(jurisdiction: "杭州市西湖区"), registry: context.registry, time: clock.source)
        let dispatcher = Dispatcher(
            registry: context.registry, store: made.store, time: clock.source, ids: .repeatable(time: clock.source, seed: 14))
        let story = Story(
            dispatcher: dispatcher, clock: clock, data: data, language: context.configuration.language
        ) { step in
            guard context.isForPeople else { return }
            context.console.write("\(step.number). \(step.command)\n    → \(step.result)\n")
        }
        story.note("init", [("jurisdiction", "杭州市西湖区")], result: story.text(Message("demo.init")))
        try District(story).tell()
        try RoundChapter(story).tell()
        try RectificationChapter(story).tell()
        try District(story).officers()
        try PeopleChapter(story).tell()
        try LearningChapter(story).tell()
        try Figures(story, out: out, database: database.path).tell()
        return DemoReport(
            steps: story.steps, isTold: context.isForPeople,
            sentence: Message("demo.done", ["steps": "\(story.steps.count)", "database": .text(database.path)]))
    }
}

/// What the demo gives back: its steps, unless they were told already.
struct DemoReport: Answerable {
    var steps: [DemoStep]
    var isTold: Bool
    var sentence: Message

    static var columnKeys: [String] { DemoStep.columns.map(\.key) }
    var answer: Answer {
        isTold ? Answer(shape: .sentence, sentence: sentence) : Answer(list: steps, sentence: sentence)
    }
}

/// The days of the story: those of the published case.
enum Day {
    static let start = CalendarDate(dayNumber: 18_993)  // 2022-01-01
    static let planned = start.adding(days: 220)
    static let notified = start.adding(days: 247)
    static let entry = start.adding(days: 258)  // 2022-09-16
    static let exit = start.adding(days: 290)  // 2022-10-18
    static let report = start.adding(days: 320)
    static let feedback = start.adding(days: 381)  // 2023-01-17
    static let plan = feedback.adding(days: 15)
    static let progress = feedback.adding(days: 90)
    static let published = start.adding(days: 488)  // 2023-05-04
    /// The end of the year of the sample training.
    static let learnt = start.adding(days: 1095)  // 2024-12-31
}
