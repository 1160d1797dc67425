import Mustache

/// A page without navigation: signing in, first start, faults.
enum PlainDocument {
    static func html(_ frame: PageFrame, title: String, _ content: HTML) -> String {
        DocumentTemplate.render(
            .plain, DocumentTemplate.head(frame, title: title).merging(["content": content.text]) { first, _ in first })
    }
}

/// The templates of whole documents, compiled once.
enum DocumentTemplate {
    enum Kind: String { case plain, shell }

    static func render(_ kind: Kind, _ values: [String: String]) -> String {
        library?.render(values, withTemplate: kind.rawValue) ?? values["content"] ?? ""
    }

    /// What stands in the head of every document.
    static func head(_ frame: PageFrame, title: String) -> [String: String] {
        [
            "lang": frame.language.rawValue, "look": frame.preferences.attributes.text, "title": title,
            "product": frame.words("pages.product"), "css": SiteAssets.style.path, "js": SiteAssets.script.path,
            "icon": SiteAssets.icon.path, "skip": frame.words("pages.skip"),
        ]
    }

    private static let library: MustacheLibrary? = {
        guard let plain = try? MustacheTemplate(string: FrameTemplates.plain),
            let shell = try? MustacheTemplate(string: FrameTemplates.shell)
        else { return nil }
        return MustacheLibrary(templates: [Kind.plain.rawValue: plain, Kind.shell.rawValue: shell])
    }()
}
