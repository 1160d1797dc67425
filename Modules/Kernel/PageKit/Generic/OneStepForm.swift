import Operations
import PluginKit

extension PageContext {
    /// A command with everything it asks for, done by one press of a button; nothing where the person may not run it.
    /// - Parameter next: the page to go on to; this one where nil.
    public func oneStep(
        _ command: OperationName, _ fields: [(String, String?)], label: String, help: String? = nil, next: String? = nil
    ) -> HTML {
        guard mayRun(command) else { return HTML() }
        return """
            <form method="post" action="\(OperationPages.path(command))" class="one-step">\(inputs(fields, next: next ?? here))\
            <button class="quiet"\(help.map { " aria-label=\"\($0)\"" as HTML })>\(label)</button></form>

            """
    }

    /// A command of which much is settled, with its last questions in a page's own words. What is refused comes back in the command's
    /// own form.
    /// - Parameter next: the page to go on to.
    public func lastStep(
        _ command: OperationName, _ fields: [(String, String?)], next: String, label: String, questions: HTML
    ) -> HTML {
        let settled = Set(fields.map(\.0)).sorted().map { ("_set", Optional($0)) }
        return """
            <form method="post" action="\(OperationPages.path(command))" class="form">\(inputs(fields + settled, next: next))
            \(questions)
            <p class="buttons"><button class="main">\(label)</button></p></form>

            """
    }

    private func inputs(_ fields: [(String, String?)], next: String) -> HTML {
        let all =
            fields.compactMap { name, value in value.map { (name, $0) } } + [
                ("_next", next), (SiteRequest.onceField, dispatcher.ids.next().description),
            ]
        let inputs = all.map { name, value in "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" as HTML }
        return "\(frame.csrfInput)\(inputs.joined())"
    }
}
