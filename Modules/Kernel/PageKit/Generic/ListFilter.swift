import Operations
import PluginKit

extension PageContext {
    /// A row of filters made of a query's fields, for a page that shows what the query answers in its own way.
    public func filters(of name: OperationName, at path: String, without hidden: Set<String> = []) -> HTML {
        guard mayRun(name), let operation = contents.operations[name] else { return HTML() }
        let values = FormValues(query: request.query)
        return ListFilter(operation: operation, values: values, fixed: hidden, path: path, refusals: [], context: self).html
    }
}

/// The row of filters over a list: few at once, the others behind a disclosure, all kept in the address.
struct ListFilter {
    let operation: AnyOperation
    let values: FormValues
    let fixed: Set<String>
    let path: String
    let refusals: [Refusal]
    let context: PageContext
    /// How many filters are seen at once.
    private static let visible = 4

    private var fields: [Field] {
        context.contents.fields(of: operation).filter {
            !["limit", "after", "sort", "descending"].contains($0.name) && !fixed.contains($0.name)
        }
    }

    /// Whether something was filled in.
    var isUsed: Bool { fields.contains { !values.first($0.name).trimmed.isEmpty } }

    var html: HTML {
        guard !fields.isEmpty else { return HTML() }
        let form = OperationForm(operation: operation, values: values, context: context, refusals: refusals)
        let controls = fields.map { control($0, form) }
        let more = controls.dropFirst(Self.visible)
        let isOpen = fields.dropFirst(Self.visible).contains { !values.first($0.name).isEmpty }
        let rest: HTML? =
            more.isEmpty
            ? nil
            : """
            <details class="more"\(.when(isOpen, " open"))><summary>\(context.words("pages.filter.more"))</summary>
            <div class="filters">\(more.joined())</div></details>

            """
        let clear: HTML = .when(isUsed, "<a class=\"button quiet\" href=\"\(path)\">\(context.words("pages.filter.clear"))</a>")
        return """
            \(form.faults.summary)<form method="get" action="\(path)" class="filter" role="search" aria-label="\(context.words("pages.filter"))">
            \(kept)<div class="filters">\(controls.prefix(Self.visible).joined())
            <p class="buttons"><button>\(context.words("pages.filter.do"))</button> \(clear)</p></div>
            \(rest)</form>

            """
    }

    /// Columns chosen and rows a page stay as they are while the filter changes.
    private var kept: HTML {
        context.request.query.filter { ["_col", "limit", "sort", "descending"].contains($0.name) }
            .map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML }.joined()
    }

    private func control(_ field: Field, _ form: OperationForm) -> HTML {
        var frame = FieldFrame(path: field.name, label: form.label(field.name), fault: form.faults[field.name])
        frame.remark = nil
        return FieldControl(
            field: field, frame: frame, values: values, labelKeys: operation.labelKeys(field.name), context: context,
            isFilter: true
        ).html
    }
}
