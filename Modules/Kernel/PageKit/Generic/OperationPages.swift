import Operations
import PluginKit

/// `/op/NAME`: the page that every operation has. A query becomes a list or a record, a command a form.
public enum OperationPages {
    static let page = SitePage("/op/{operation}", access: .everyone) { context in
        guard let operation = context.contents.operations[OperationName(context["operation"])],
            operation.access.allows(context.principal)
        else { throw Rule.notFound.refused("page") }
        switch operation.kind {
        case .query: return try QueryPage(operation, context).answer()
        case .command: return try CommandPage(operation, context).answer()
        }
    }

    /// The address of an operation's page with fields filled in.
    public static func address(_ name: OperationName, _ fields: [(name: String, value: String)] = []) -> String {
        path(name, fields)
    }

    static func path(_ name: OperationName, _ fields: [(name: String, value: String)] = []) -> String {
        SitePath.with(SitePath.of("op", name.text), fields)
    }
}

extension PageContext {
    /// The address of a command's form where some fields are settled already; it comes back to this page.
    /// - Parameters:
    ///   - settled: shown and not asked for.
    ///   - suggested: filled in, to be changed at will.
    public func form(_ command: OperationName, settled: [(String, String?)], suggested: [(String, String?)] = []) -> String {
        var fields: [(name: String, value: String)] = []
        for (name, value) in settled {
            guard let value else { continue }
            fields.append((name, value))
            fields.append(("_set", name))
        }
        for (name, value) in suggested { if let value { fields.append((name, value)) } }
        fields.append(("_next", here))
        return OperationPages.path(command, fields)
    }

    /// Whether an operation asks for a field.
    public func hasField(_ field: String, of name: OperationName) -> Bool {
        contents.operations[name].map { contents.fields(of: $0).contains { $0.name == field } } ?? false
    }

    /// The address of this page.
    public var here: String { SitePath.with(request.path.encodedPath, request.query) }

    /// A link to a command's form as a button; nothing where the person may not run it.
    public func button(
        _ command: OperationName, settled: [(String, String?)] = [], suggested: [(String, String?)] = [], isMain: Bool = false
    ) -> HTML {
        guard mayRun(command) else { return HTML() }
        return """
            <a class="button\(.when(isMain, " main"))" href="\(form(command, settled: settled, suggested: suggested))">\(words(command.text))</a>

            """
    }
}
