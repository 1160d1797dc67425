import Interchange
import Operations
import PluginKit

/// The control of one field: by its kind, or by the widget a module chose for it.
struct FieldControl {
    let field: Field
    let frame: FieldFrame
    let values: FormValues
    let widget: FieldWidget.Kind?
    let context: PageContext

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
        case .date: frame.html(input(" placeholder=\"2026-03-01\" class=\"short\""))
        case .object: HTML()
        }
    }

    private func input(_ more: HTML = HTML()) -> HTML {
        let type: HTML = FieldSecrecy.isSecret(field) ? "password" : "text"
        let value: HTML = FieldSecrecy.isSecret(field) ? "" : " value=\"\(typed)\""
        return "<input type=\"\(type)\" \(frame.attributes)\(value)\(more) autocomplete=\"off\">"
    }

    private var text: HTML {
        switch widget {
        case .longText: frame.html("<textarea \(frame.attributes) rows=\"4\">\n\(typed)</textarea>")
        case .unit(let key):
            frame.html("<span class=\"with-unit\">\(input(" class=\"short\"")) <span>\(words(key))</span></span>")
        case .suggestions(let operation, let value, let label):
            frame.html(input(" list=\"\(frame.id)-list\"") + suggestions(operation, value: value, label: label))
        case nil: frame.html(input())
        }
    }

    /// One value a line.
    private var lines: HTML {
        let typed = values.all(frame.path).joined(separator: "\n")
        var frame = frame
        frame.help = [frame.help, words("pages.lines")].compactMap { $0 }.joined(
            separator: words.language == .zhHans ? "；" : "; ")
        return frame.html("<textarea \(frame.attributes) rows=\"3\">\n\(typed)</textarea>")
    }

    private func suggestions(_ operation: OperationName, value: String, label: String) -> HTML {
        let options = Suggestions.options(operation, value: value, label: label, context: context)
        let items = options.map { "<option value=\"\($0.value)\">\($0.label)</option>" as HTML }.joined("\n")
        return "<datalist id=\"\(frame.id)-list\">\(items)</datalist>"
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

    private var isFilter: Bool { frame.remark == nil }

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

/// Fields nobody may read over a shoulder.
enum FieldSecrecy {
    static func isSecret(_ field: Field) -> Bool { false }
}
