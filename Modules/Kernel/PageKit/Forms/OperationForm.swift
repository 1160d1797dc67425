import Operations
import PluginKit

/// The fields of an operation as a form: one question under another, what was typed kept, what is wrong at its field.
struct OperationForm {
    let operation: AnyOperation
    let values: FormValues
    let context: PageContext
    var refusals: [Refusal] = []
    /// Fields that are not asked for on the page; those with a value travel along unseen.
    var hidden: Set<String> = []

    private var fields: [Field] { context.contents.fields(of: operation) }
    private var words: Words { context.words }

    /// Fields of every operation that people never see.
    static let alwaysHidden: Set<String> = ["version", "after"]

    var faults: Faults {
        let labels = Dictionary(paths(fields).map { ($0.path, label($0.path)) }) { first, _ in first }
        return Faults(refusals, words: words, shown: Set(labels.keys)) { labels[$0] }
    }

    /// The questions, in the order the operation lists them, and the hidden fields.
    func questions() -> HTML {
        let faults = faults
        return fields.map { field in
            isHidden(field) ? carried(field.name) : question(field, path: field.name, faults)
        }.joined()
    }

    /// What was decided before the form was opened, to be read and not changed.
    func given() -> HTML {
        let shown = fields.filter {
            hidden.contains($0.name) && !Self.alwaysHidden.contains($0.name) && !values.first($0.name).isEmpty
        }
        guard !shown.isEmpty else { return HTML() }
        let items = shown.map { field -> HTML in
            "<div><dt>\(label(field.name))</dt><dd>\(words.list(values.all(field.name).map { spoken($0, field) }))</dd></div>\n"
        }.joined()
        return "<dl class=\"given\">\(items)</dl>\n"
    }

    private func spoken(_ text: String, _ field: Field) -> String {
        guard case .choice(let vocabulary, _) = field.kind else { return text }
        return words.find("\(vocabulary).\(text)") ?? text
    }

    private func isHidden(_ field: Field) -> Bool { Self.alwaysHidden.contains(field.name) || hidden.contains(field.name) }

    private func carried(_ path: String) -> HTML {
        values.all(path).map { "<input type=\"hidden\" name=\"\(path)\" value=\"\($0)\">\n" as HTML }.joined()
    }

    private func question(_ field: Field, path: String, _ faults: Faults) -> HTML {
        if case .object(let inner) = field.kind { return objects(field, inner, path: path, faults) }
        let frame = FieldFrame(
            path: path, label: label(path), help: help(path), fault: faults[path],
            remark: field.isOptional ? words("pages.optional") : nil)
        let control = FieldControl(
            field: field, frame: frame, values: values, labelKeys: labelKeys(path), context: context)
        return control.html
    }

    /// A group of fields, or a list of such groups with room for more.
    private func objects(_ field: Field, _ inner: [Field], path: String, _ faults: Faults) -> HTML {
        guard field.isMany else {
            let questions = inner.map { question($0, path: "\(path).\($0.name)", faults) }.joined()
            return FieldFrame(path: path, label: label(path), help: help(path), fault: faults[path]).group(questions)
        }
        let more = Int(context.request.form["_more"]?.first ?? "") ?? 0
        let count = max(values.rowCount(field.name) + 1, min(max(more, 0), 60), 3)
        let rows = (1...count).map { number in
            let questions = inner.map { question($0, path: "\(path).\(number).\($0.name)", faults) }.joined()
            return
                "<fieldset class=\"row\"><legend>\(words("pages.row", ["number": "\(number)"]))</legend>\n\(questions)</fieldset>\n"
                as HTML
        }.joined()
        let add: HTML =
            "<p><button class=\"quiet\" name=\"_more\" value=\"\(count + 3)\" formnovalidate>\(words("pages.row.more"))</button></p>"
        return FieldFrame(path: path, label: label(path), help: help(path), fault: faults[path]).group(rows + add)
    }

    // MARK: Labels

    /// List positions are no part of a label's key.
    private func labelKeys(_ path: String) -> [String] {
        let names = path.split(separator: ".").filter { Int($0) == nil }
        let last = names.last.map(String.init) ?? path
        return ["\(operation.name).\(names.joined(separator: "."))", "field.\(last)"]
    }

    func label(_ path: String) -> String { labelKeys(path).lazy.compactMap(words.find).first ?? path }

    private func help(_ path: String) -> String? {
        guard let key = labelKeys(path).first(where: { words.find($0) != nil }) else { return nil }
        return words.find("\(key).help")
    }

    private func paths(_ fields: [Field], under prefix: String = "") -> [(path: String, field: Field)] {
        fields.filter { !isHidden($0) }.flatMap { field -> [(path: String, field: Field)] in
            let path = prefix + field.name
            guard case .object(let inner) = field.kind else { return [(path, field)] }
            guard field.isMany else { return [(path, field)] + paths(inner, under: path + ".") }
            return [(path, field)]
                + (1...max(1, values.rowCount(field.name))).flatMap { paths(inner, under: "\(path).\($0).") }
        }
    }
}
