/// One question of a form: label above, help under it, what is wrong with it, then the control.
struct FieldFrame: Sendable {
    var path: String
    var label: String
    var help: String?
    var fault: HTML?
    /// Said behind the label, such as “optional”.
    var remark: String?

    var id: String { FieldID.of(path) }

    /// Attributes every control carries: its id and name, and what describes it.
    var attributes: HTML {
        let described = [help.map { _ in "\(id)-help" }, fault.map { _ in "\(id)-fault" }].compactMap { $0 }.joined(
            separator: " ")
        return "id=\"\(id)\" name=\"\(path)\"" + .when(!described.isEmpty, " aria-describedby=\"\(described)\"")
            + .when(fault != nil, " aria-invalid=\"true\"")
    }

    /// A control with one label.
    func html(_ control: HTML) -> HTML {
        """
        <div class="field\(.when(fault != nil, " wrong"))">
        <label for="\(id)">\(label)\(mark)</label>
        \(notes)\(control)
        </div>
        """
    }

    /// Several controls under one question.
    func group(_ controls: HTML) -> HTML {
        """
        <fieldset class="field\(.when(fault != nil, " wrong"))" id="\(id)"\(.when(fault != nil, " aria-describedby=\"\(id)-fault\""))>
        <legend>\(label)\(mark)</legend>
        \(notes)\(controls)
        </fieldset>
        """
    }

    private var mark: HTML { remark.map { " <span class=\"remark\">\($0)</span>" } ?? "" }

    private var notes: HTML {
        let help: HTML? = help.map { "<p class=\"help\" id=\"\(id)-help\">\($0)</p>\n" }
        let fault: HTML? = fault.map { "<p class=\"fault\" id=\"\(id)-fault\">\($0)</p>\n" }
        return "\(help)\(fault)"
    }
}

/// Fields of the pages that belong to no operation.
enum PlainField {
    static func text(
        _ name: String, _ label: String, value: String = "", help: String? = nil, autocomplete: String = "off", fault: HTML? = nil
    ) -> HTML {
        let frame = FieldFrame(path: name, label: label, help: help, fault: fault)
        return frame.html(
            "<input type=\"text\" \(frame.attributes) value=\"\(value)\" autocomplete=\"\(autocomplete)\" required autocapitalize=\"none\" spellcheck=\"false\">"
        )
    }

    /// A password is never filled in.
    static func password(_ name: String, _ label: String, help: String? = nil, autocomplete: String, fault: HTML? = nil) -> HTML {
        let frame = FieldFrame(path: name, label: label, help: help, fault: fault)
        return frame.html("<input type=\"password\" \(frame.attributes) autocomplete=\"\(autocomplete)\" required>")
    }
}
