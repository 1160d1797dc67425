import Foundation
import PluginKit

/// What every page needs to know of its reader, signed in or not: language, look, and the token for its forms.
public struct PageFrame: Sendable {
    public let words: Words
    public let preferences: Preferences
    /// Put into every form as ``SiteRequest/csrfField``.
    public let csrfToken: String

    /// - Parameters:
    ///   - language: the one the browser prefers; the reader's own choice in the cookies goes before it.
    ///   - cookies: all cookies of the request.
    public init(strings: StringCatalogue, language: Language, cookies: [String: String], csrfToken: String) {
        preferences = Preferences(cookies: cookies)
        words = Words(strings: strings, language: preferences.language ?? language)
        self.csrfToken = csrfToken
    }

    public var language: Language { words.language }

    /// The hidden field that proves a form to be ours.
    var csrfInput: HTML { "<input type=\"hidden\" name=\"\(SiteRequest.csrfField)\" value=\"\(csrfToken)\">" }
}
