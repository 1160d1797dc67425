import Operations
import PluginKit

/// `/op/NAME`: the page that every operation has. A query becomes a list or a record, a command a form.
enum OperationPages {
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
    static func path(_ name: OperationName, _ fields: [(name: String, value: String)] = []) -> String {
        SitePath.with(SitePath.of("op", name.text), fields)
    }
}
