import Foundation
import Operations
import PluginKit

/// Where the office's file is and which language people read, from what was typed and from the environment.
public struct HostConfiguration: Sendable, Equatable {
    /// Path of the database file.
    public var database: String
    public var language: Language

    public init(database: String, language: Language) {
        self.database = database
        self.language = language
    }

    /// - Parameters:
    ///   - database: the path a person gave; otherwise `XUNCHA_DATABASE`, otherwise the platform's data folder.
    ///   - language: the language a person gave; otherwise ``language(in:)``.
    public init(database: String? = nil, language: Language? = nil, environment: [String: String]) {
        self.database = database ?? environment.nonEmpty("XUNCHA_DATABASE") ?? Self.defaultDatabase(environment)
        self.language = language ?? Self.language(in: environment)
    }

    /// The language of `XUNCHA_LANG`, `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that is set; Chinese where none is.
    public static func language(in environment: [String: String]) -> Language {
        let name = ["XUNCHA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment.nonEmpty).first
        return Language(locale: name ?? Language.zhHans.rawValue)
    }

    /// `$XDG_DATA_HOME/xuncha/xuncha.sqlite`, `~/.local/share/xuncha/xuncha.sqlite`, on macOS in Application Support.
    static func defaultDatabase(_ environment: [String: String]) -> String {
        let home = environment.nonEmpty("HOME") ?? "."
        #if os(macOS)
            let folder = "\(home)/Library/Application Support"
        #else
            let folder = environment.nonEmpty("XDG_DATA_HOME") ?? "\(home)/.local/share"
        #endif
        return "\(folder)/xuncha/xuncha.sqlite"
    }
}

extension [String: String] {
    /// The variable's value; nil when it is not set or empty, which the environment treats alike.
    fileprivate func nonEmpty(_ name: String) -> String? {
        guard let value = self[name], !value.isEmpty else { return nil }
        return value
    }
}

extension Language {
    /// The language a person named: `zh-Hans`, `zh`, `zh_CN` or `en`.
    /// - Throws: `E-VAL` on `lang` for any other name.
    public init(named name: String) throws {
        switch name.lowercased().prefix(2) {
        case "zh": self = .zhHans
        case "en": self = .en
        default:
            throw Rule.invalid.refused("choice", field: "lang", ["value": .text(name), "choices": "zh-Hans, en"])
        }
    }
}
