import Interchange
import Operations
import PluginKit

/// The control of one field: by its kind, or by the widget a module chose for it.
struct FieldControl {
    let field: Field
    let frame: FieldFrame
    let values: FormValues
    /// Keys of its label, the most special first.
    let labelKeys: [String]
    let context: PageContext
    /// Whether it stands in the filters of a list, where there is less room.
    var isFilter = false

    private var widget: FieldWidget.Kind? { context.contents.widget(labelKeys) }

    private var words: Words { context.words }
    private var typed: String { values.first(frame.path) }

    var html: HTML {
        switch field.kind {
        case .choice(let vocabulary, let codes): choice(vocabulary, codes)
        case .flag: flag
        case .upload: frame.html("<input type=\"file\" \(frame.attributes)\(.when(field.isMany, " multiple"))>")
        case .download: frame.html(format)
        case .text where field.isMany: lines
        case .text: text
        case .integer, .decimal:
            frame.html(input(" inputmode=\"\(field.kind == .integer ? "numeric" : "decimal")\" class=\"short\""))
        case .date:
            frame.html(
                "<span class=\"with-unit\">\(input(" class=\"short\" data-date")) <span>\(words("pages.date.hint"))</span></span>"
            )
        case .object: HTML()
        }
    }

    private func input(_ more: HTML = HTML()) -> HTML {
        let type: HTML = field.isSecret ? "password" : "text"
        let value: HTML = field.isSecret ? "" : " value=\"\(typed)\""
        return "<input type=\"\(type)\" \(frame.attributes)\(value)\(more) autocomplete=\"off\">"
    }

    private var text: HTML {
        switch widget {
        case .longText: frame.html("<textarea \(frame.attributes) rows=\"4\">\n\(typed)</textarea>")
        case .unit(let key):
            frame.html("<span class=\"with-unit\">\(input(" class=\"short\"")) <span>\(words(key))</span></span>")
        case .suggestions(let operation, let value, let label):
            adding("pages.suggest.help").html(
                suggesting(Suggestions(operation: operation, value: value, label: label, context: context)))
        case .pick(let operation, _, _) where !context.mayRun(operation): frame.html(input())
        case .pick(let operation, let value, let label):
            pick(Suggestions(operation: operation, value: value, label: label, context: context).all())
        case .words(let vocabulary, let codes):
            select(codes.map { ($0, "\($0) \(words.find("\(vocabulary).\($0)") ?? "")") })
        case nil: frame.html(input())
        }
    }

    /// One value a line.
    private var lines: HTML {
        let typed = values.all(frame.path).joined(separator: "\n")
        return adding("pages.lines").html("<textarea \(frame.attributes) rows=\"3\">\n\(typed)</textarea>")
    }

    /// The frame with more said under its label; filters have no room for it.
    private func adding(_ key: String) -> FieldFrame {
        var frame = frame
        guard !isFilter else { return frame }
        frame.help = [frame.help, words(key)].compactMap { $0 }.joined(separator: words.language == .zhHans ? "；" : "; ")
        return frame
    }

    /// A text with the name of what was chosen beside it; the script offers what fits while somebody types.
    private func suggesting(_ suggestions: Suggestions) -> HTML {
        let name = typed.isEmpty ? nil : suggestions.fitting(typed).first { $0.value == typed }?.label
        let chosen: HTML? = name.map { "<span class=\"chosen\">\($0)</span>" }
        let key = labelKeys.first { context.contents.widget([$0]) != nil } ?? ""
        return "<span class=\"suggest\" data-suggest=\"\(key)\">\(input())\(chosen)</span>"
    }

    /// One of a short list. What was typed and is not in it stays, so that nothing is lost.
    private func pick(_ choices: [Suggestions.Choice]) -> HTML {
        var options = choices.map { ($0.value, $0.label.isEmpty || $0.label == $0.value ? $0.value : "\($0.value) \($0.label)") }
        if !typed.isEmpty, !choices.contains(where: { $0.value == typed }) { options.insert((typed, typed), at: 0) }
        return select(options)
    }

    private var flag: HTML {
        if context.request.method == .get, field.isOptional, isFilter {
            return select([("true", words("pages.yes")), ("false", words("pages.no"))])
        }
        let checked: HTML = .when(typed == "true", " checked")
        let help: HTML? = frame.help.map { "<span class=\"help\" id=\"\(frame.id)-help\">\($0)</span>" }
        return """
            <div class="field check"><input type="checkbox" \(frame.attributes) value="true"\(checked)>
            <label for="\(frame.id)">\(frame.label)</label> \(help)</div>

            """
    }

    private func choice(_ vocabulary: String, _ codes: [String]) -> HTML {
        let options = codes.map { ($0, words.find("\(vocabulary).\($0)") ?? $0) }
        if field.isMany { return frame.group(boxes(options, type: "checkbox")) }
        if codes.count <= 4, !isFilter { return frame.group(boxes(options, type: "radio")) }
        if codes.count <= 4, !field.isOptional { return frame.group(boxes(options, type: "radio")) }
        return select(options)
    }

    private func boxes(_ options: [(code: String, label: String)], type: HTML) -> HTML {
        let chosen = Set(values.all(frame.path))
        let items = options.enumerated().map { index, option -> HTML in
            let id = "\(frame.id)-\(index + 1)"
            return """
                <li><input type="\(type)" id="\(id)" name="\(frame.path)" value="\(option.code)"\(.when(chosen.contains(option.code), " checked"))>
                <label for="\(id)">\(option.label)</label></li>

                """
        }.joined()
        return "<ul class=\"choices\(.when(options.count > 8, " many"))\">\(items)</ul>"
    }

    private func select(_ options: [(code: String, label: String)]) -> HTML {
        let blank: HTML = "<option value=\"\">\(words(field.isOptional ? "pages.choose.any" : "pages.choose"))</option>"
        let items = options.map { option -> HTML in
            "<option value=\"\(option.code)\"\(.when(option.code == typed, " selected"))>\(option.label)</option>"
        }.joined("\n")
        return frame.html("<select \(frame.attributes)>\(blank)\n\(items)</select>")
    }

    /// The kinds of file a produced table can have.
    private var format: HTML {
        let name = words.find("\(context.parameters["operation"] ?? "")") ?? field.name
        let endings = context.registry.values(TableFormats.self).filter { $0.write != nil }.map(\.fileExtension)
        let items = endings.map { ending -> HTML in
            let file = "\(name).\(ending)"
            return "<option value=\"\(file)\"\(.when(file == typed, " selected"))>\(ending.uppercased())</option>"
        }.joined("\n")
        let blank: HTML = .when(field.isOptional, "<option value=\"\">\(words("pages.choose.none"))</option>")
        return "<select \(frame.attributes)>\(blank)\(items)</select>"
    }
}
