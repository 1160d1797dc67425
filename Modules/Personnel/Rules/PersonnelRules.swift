import PluginKit

/// Rules of recusal that can be told from the record (domain 4.21). The others of the table need facts that rosters do not have.
package enum PersonnelRules {
    /// Works in the target or in a unit above it: hard for everybody.
    package static let currentPost = Rule("RC1", .rule, source: "domain 4.21")
    /// Worked in the target within three years, or three years in all: hard for leaders and deputies, soft for others.
    package static let formerPost = Rule("RC2", .rule, source: "domain 4.21, S9", isSoft: true)
    /// Spouse or lineal blood relative of staff of the target: hard for everybody.
    package static let closeKin = Rule("RC4", .rule, source: "domain 4.21, S9")

    package static let recusal = [currentPost, formerPost, closeKin]
    package static let all = recusal
}
