import Operations
import PluginKit

enum AccountRules {
    /// System, security and audit officers are three people (domain 2).
    static let separation = Rule("R-SEC-04", .rule, source: "domain 2")
    /// Nobody closes the account they are using.
    static let ownAccount = Rule("R-SEC-05", .permission, source: "domain 2")
    /// Wrong passwords lock an account, sessions end, passwords are strong.
    static let signIn = Rule("R-SEC-01", .permission, source: "domain 6.14")
    /// A one-time link opens once and not for ever.
    static let link = Rule("R-SEC-06", .permission, source: "domain 6.14")

    static let all = [separation, ownAccount, signIn, link]
}

/// The three-officer separation: administrator, security manager and auditor are three accounts, and as none of them sees business
/// content, none of them holds another role. The first account of a new file is the exception until others are named.
enum SeparationOfDuties {
    static let offices: Set<Role> = [.administrator, .securityManager, .auditor]

    static func allows(_ roles: [Role]) -> Bool {
        offices.isDisjoint(with: roles) || Set(roles).count == 1
    }
}

/// Names of accounts: 2 to 40 letters (Chinese ones too), digits, dots, dashes and underscores, beginning with a letter.
enum AccountName {
    static func isValid(_ name: String) -> Bool {
        (2...40).contains(name.count) && name.first?.isLetter == true
            && name.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
    }
}
