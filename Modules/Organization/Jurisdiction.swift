import GRDB

/// Whose file this is.
package enum Jurisdiction {
    /// Full name of the district, `杭州市西湖区`; nil in a file that was not installed.
    package static func name(_ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT name FROM organization_jurisdiction")
    }
}
