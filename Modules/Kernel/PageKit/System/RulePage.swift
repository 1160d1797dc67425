import Operations
import PluginKit

/// `/rule/ID`: what a rule says, where it comes from, what to do.
enum RulePage {
    static let page = SitePage("/rule/{id}", access: .operation(ExplainRule.name)) { context in
        let answer = try context.run(ExplainRule.name, with: ["id": context["id"]])
        let words = context.words
        var content = PageContent(title: words(Message("\(answer.text("ruleID") ?? context["id"]).rule")))
        content.kicker = answer.text("ruleID")
        content.breadcrumb = [(words("rule.list"), OperationPages.path(ListRules.name))]
        content.body = RecordView(answer, of: ExplainRule.name, context: context).summary(without: ["ruleID", "ruleStatement"])
        return .page(content)
    }
}
