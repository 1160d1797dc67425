import Operations
import PluginKit

/// `/overview`: where things stand, from what the modules contribute.
enum OverviewPage {
    static let page = SitePage("/overview", access: .condition { !$0.isUnitSide }) { context in
        let parts = try context.registry.values(OverviewParts.self).sorted { ($0.position, $0.id) < ($1.position, $1.id) }
            .compactMap { try $0.render(context) }
        var content = PageContent(title: context.words("pages.overview"))
        content.lead = "\(context.words("pages.overview.lead", ["date": "\(context.today)"]))"
        content.body = parts.isEmpty ? "<p class=\"empty\">\(context.words("pages.overview.none"))</p>" : parts.joined()
        return .page(content)
    }
}
