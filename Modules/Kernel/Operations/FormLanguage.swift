import PluginKit

/// The language an official form is written in; Chinese unless somebody asks otherwise.
public enum FormLanguage: String, Choice {
    case chinese = "zh-Hans"
    case english = "en"

    public static let vocabulary = "formLanguage"

    public var language: Language { self == .chinese ? .zhHans : .en }
}
