import Operations
import PluginKit

/// What a page is given: who asks for what, in which language, and the operations to work with.
public struct PageContext: Sendable {
    public let request: SiteRequest
    public let frame: PageFrame
    public let dispatcher: Dispatcher
    /// The values of the path's places.
    public let parameters: [String: String]
    let contents: SiteContents
    let jobs: ImportJobs
    let dueLimits: DueLimitReader

    public var words: Words { frame.words }
    public var principal: Principal { request.principal }
    public var registry: Registry { dispatcher.registry }
    /// Today in Shanghai.
    public var today: CalendarDate { CalendarDate(dispatcher.time.now()) }

    /// The value of a place of the path; empty where the pattern has none of that name.
    public subscript(parameter: String) -> String { parameters[parameter] ?? "" }

    /// The first value of a field of the address; nil where there is none or it is blank.
    public func query(_ name: String) -> String? {
        request.query.first { $0.name == name && !$0.value.trimmed.isEmpty }?.value
    }

    /// Whether the person may run an operation; what they may not run is not shown to them.
    public func mayRun(_ name: OperationName) -> Bool {
        contents.operations[name]?.access.allows(principal) ?? false
    }

    /// An answer with the people behind its accounts, as far as the reader may see them; as it is where they cannot be looked up.
    func named(_ answer: Answer) -> Answer { (try? dispatcher.naming(answer, for: principal)) ?? answer }

    /// Runs an operation with fields given as texts.
    /// - Throws: what it refuses; `E-NOTFOUND` where the person may not run it, the same as when it does not exist.
    public func run(_ name: OperationName, _ fields: [String: [String]] = [:], uploads: FormUploads = FormUploads()) throws
        -> Answer
    {
        guard let operation = contents.operations[name], operation.access.allows(principal) else {
            throw Rule.notFound.refused("page")
        }
        let source = WordsSource(fields, strings: registry.strings, language: words.language, readUpload: uploads.read)
        return try operation.run(dispatcher, source, principal)
    }

    /// Runs an operation whose fields take one text each; nil ones are left out.
    public func run(_ name: OperationName, with fields: [String: String?]) throws -> Answer {
        try run(name, fields.compactMapValues { $0.map { [$0] } })
    }
}

/// The files of a form, known to an operation by made-up words that no person can type into another field to any effect.
public struct FormUploads: Sendable {
    private var files: [String: Upload] = [:]

    public init() {}

    /// Adds a file; the word stands for it in the fields.
    public mutating func add(_ upload: Upload) -> String {
        let word = "upload-\(files.count + 1)"
        files[word] = upload
        return word
    }

    /// - Throws: `E-VAL` for a word that stands for no file.
    func read(_ word: String) throws -> Upload {
        guard let upload = files[word] else { throw Rule.invalid.refused("upload") }
        return upload
    }
}
