import Operations
import PluginKit

/// What a password must be like (R-SEC-01).
enum PasswordStrength {
    /// Everything wrong with a password; empty when it may be used.
    static func refusals(_ password: String, account: String, policy: SignInPolicy, field: String) -> [Refusal] {
        var checks = Checks()
        let length = policy[.passwordLength]
        checks.require(
            password.count >= length,
            Rule.invalid.refused("passwordShort", field: field, ["length": "\(length)", "count": "\(password.count)"]))
        checks.require(
            password.utf8.count <= longest, Rule.invalid.refused("passwordLong", field: field, ["length": "\(longest)"]))
        let kinds = policy[.passwordKinds]
        checks.require(
            password.count * 2 >= length * 3 || kindCount(password) >= kinds,
            Rule.invalid.refused("passwordKinds", field: field, ["kinds": "\(kinds)", "length": "\((length * 3 + 1) / 2)"]))
        checks.require(
            !password.lowercased().contains(account.lowercased()) && Set(password).count > 3,
            Rule.invalid.refused("passwordObvious", field: field))
        return checks.refusals
    }

    /// Bytes beyond which nothing is gained and only time is lost.
    private static let longest = 1024

    private static func kindCount(_ password: String) -> Int {
        let kinds: [(Character) -> Bool] = [
            \.isLowercase, \.isUppercase, \.isNumber, { !$0.isLowercase && !$0.isUppercase && !$0.isNumber },
        ]
        return kinds.count { password.contains(where: $0) }
    }
}
