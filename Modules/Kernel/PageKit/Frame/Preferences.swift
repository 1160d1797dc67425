import PluginKit

/// How a reader likes the pages; kept in cookies of the browser, so that it holds before signing in too.
public struct Preferences: Sendable, Equatable {
    /// Light or dark, or as the device has it.
    public enum Theme: String, Sendable, CaseIterable { case device, light, dark }

    static let languageCookie = "xuncha_language"
    static let themeCookie = "xuncha_theme"
    static let rowsCookie = "xuncha_rows"

    /// Nil where the reader has not chosen one.
    public var language: Language?
    public var theme: Theme
    /// Rows of tables closer together.
    public var isCompact: Bool

    /// - Parameter cookies: by name; what is not known is left at its default.
    public init(cookies: [String: String]) {
        language = cookies[Self.languageCookie].flatMap(Language.init(rawValue:))
        theme = cookies[Self.themeCookie].flatMap(Theme.init(rawValue:)) ?? .device
        isCompact = cookies[Self.rowsCookie] == "compact"
    }

    /// `Set-Cookie` values that keep one choice for a year.
    static func cookie(_ name: String, _ value: String) -> (name: String, value: String) {
        ("Set-Cookie", "\(name)=\(value); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly")
    }

    /// Attributes of the root element.
    var attributes: HTML {
        let theme: HTML = .when(theme != .device, " data-theme=\"\(self.theme.rawValue)\"")
        return theme + .when(isCompact, " data-rows=\"compact\"")
    }
}
