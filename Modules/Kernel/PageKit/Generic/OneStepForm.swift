import Operations
import PluginKit

extension PageContext {
    /// A command with everything it asks for, done by one press of a button, which comes back to this page; nothing where the person
    /// may not run it.
    public func oneStep(_ command: OperationName, _ fields: [(String, String?)], label: String, help: String? = nil) -> HTML {
        guard mayRun(command) else { return HTML() }
        let inputs =
            (fields.compactMap { name, value in value.map { (name, $0) } } + [
                ("_next", here), (SiteRequest.onceField, dispatcher.ids.next().description),
            ]).map { name, value in "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" as HTML }.joined()
        return """
            <form method="post" action="\(OperationPages.path(command))" class="one-step">\(frame.csrfInput)\(inputs)\
            <button class="quiet"\(help.map { " aria-label=\"\($0)\"" as HTML })>\(label)</button></form>

            """
    }
}
