import Operations
import PluginKit

/// `/audit`: who did what, the newest first, in words.
enum AuditPage {
    static let page = SitePage("/audit", access: .operation(ListAudit.name)) { context in
        let words = context.words
        var list = ListPage(ListAudit.name, path: "/audit", context)
        list.title = words("pages.audit")
        list.actions = context.button(VerifyAudit.name)
        list.columns = ["auditNumber", "auditAt", "actor", "action", "auditOutcome", "reason"]
        list.special = [
            "action": { value, _ in
                guard case .text(let name) = value else { return HTML() }
                return "\(words.find(name) ?? name) <span class=\"remark\">\(name)</span>"
            }
        ]
        return try list.answer()
    }
}
