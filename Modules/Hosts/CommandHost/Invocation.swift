import Foundation
import HostKit
import Operations
import PluginKit

/// One command with its words, ready to be done.
struct Invocation {
    let session: Session
    let entry: CommandEntry
    let options: [CommandOption]
    let values: [String: [String]]

    /// Does it and shows the answer.
    /// - Throws: whatever the command refuses; nothing was shown then.
    func run() throws -> Int32 {
        let globals = try GlobalOptions(values, strings: session.registry.strings)
        let configuration = HostConfiguration(
            database: globals.database, language: session.language, environment: session.environment)
        let started = session.host.time.now()
        let files = DocumentFiles(
            console: session.console, mayReplace: globals.isForced, own: OwnFiles(configuration, session.environment))
        let source = try source(globals)
        let paths = documentPaths(source)
        do {
            try files.check(paths)
            let answer = try answer(source.input, globals, configuration)
            try finish(answer, globals, paths, files)
            if globals.isVerbose { tell(configuration, since: started) }
            return 0
        } catch let error as any DocumentedError {
            if let document = error.document, let path = path(for: document, paths) { try files.store(document, at: path) }
            return report(error, globals)
        } catch let error as any AnsweredError {
            try finish(error.answer, globals, paths, files)
            return report(error, globals)
        } catch {
            return report(error, globals)
        }
    }

    private func report(_ error: any Error, _ globals: GlobalOptions) -> Int32 {
        session.style.report(
            error, strings: session.registry.strings, command: entry.name, options: options, isVerbose: globals.isVerbose)
    }

    // MARK: - Input

    private struct Source {
        var input: any DecodableSource
        var json: JSONSource?
    }

    private func source(_ globals: GlobalOptions) throws -> Source {
        let own = values.filter { !Field.reservedNames.contains($0.key) }
        let console = session.console
        let readUpload: (String) throws -> Upload = { try InputFiles.upload($0, console: console) }
        guard let path = globals.json else {
            let words = WordsSource(
                own, strings: session.registry.strings, language: session.language, readUpload: readUpload)
            return Source(input: words)
        }
        guard own.isEmpty else { throw Rule.invalid.refused("jsonAlone", field: "json") }
        let json = JSONSource(
            try InputFiles.data(path, field: "json", console: console), strings: session.registry.strings,
            language: session.language, readUpload: readUpload)
        return Source(input: json, json: json)
    }

    /// Where the caller wants produced files: the fields of kind `download`, in their order.
    private func documentPaths(_ source: Source) -> [DocumentPath] {
        let names = options.filter { !$0.isGlobal && $0.field.kind == .download }.map(\.name)
        guard !names.isEmpty else { return [] }
        return names.compactMap { name in
            (source.json?.text(of: name) ?? values[name]?.first).map { DocumentPath(field: name, path: $0) }
        }
    }

    /// The place of a document: the one that was asked for under its name, otherwise the first.
    private func path(for document: Document, _ places: [DocumentPath]) -> String? {
        (places.first { $0.path == document.name } ?? places.first)?.path
    }

    // MARK: - Doing it

    private func answer(
        _ input: any DecodableSource, _ globals: GlobalOptions, _ configuration: HostConfiguration
    ) throws -> Answer {
        switch entry.action {
        case .host(let command):
            let context = HostContext(
                configuration: configuration, registry: session.registry, plugins: session.host.allPlugins,
                environment: session.environment, time: session.host.time, account: globals.account, console: session.console,
                isForPeople: globals.format == .table)
            return try command.run(context, input)
        case .operation(let operation):
            var dispatcher = try Composition.open(
                configuration.database, registry: session.registry, time: session.host.time)
            let bar = ProgressBar(console: session.console)
            let (style, strings, language) = (session.style, session.registry.strings, session.language)
            dispatcher.language = language
            dispatcher.progress = { bar.show($0, of: $1) }
            dispatcher.reactionFailed = { style.warn(Self.text($0, strings, language)) }
            defer { bar.clear() }
            return try operation.run(dispatcher, input, dispatcher.principal(named: globals.account))
        }
    }

    private static func text(_ failure: ReactionFailure, _ strings: StringCatalogue, _ language: Language) -> String {
        let cause = ErrorReport(failure.cause, strings: strings, language: language).lines.first ?? ""
        return strings.text(Message("host.reactionFailed", ["reaction": failure.reaction, "cause": cause]), in: language)
    }

    // MARK: - Showing it

    private func finish(_ answer: Answer, _ globals: GlobalOptions, _ paths: [DocumentPath], _ files: DocumentFiles) throws {
        let text = ValueText(strings: session.registry.strings, language: session.language)
        var sendsDocument = false
        if let document = answer.document {
            if let place = path(for: document, paths) {
                try files.store(document, at: place)
                sendsDocument = place == "-"
            } else {
                session.style.warn(text.text("host.documentNotStored"))
            }
        }
        AnswerView(console: session.console, text: text, format: globals.format, isAside: sendsDocument).show(answer)
    }

    private func tell(_ configuration: HostConfiguration, since started: Date) {
        let elapsed = session.host.time.now().timeIntervalSince(started) * 1000
        let message = Message(
            "host.verbose", ["product": Composition.product, "database": configuration.database, "elapsed": "\(Int(elapsed))"])
        session.console.writeError(session.registry.strings.text(message, in: session.language) + "\n")
    }
}
