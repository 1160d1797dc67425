import GRDB

/// Running business numbers without gaps: taken inside the transaction, so a refused operation gives its number back.
public enum NumberSequence {
    /// The next number, from 1.
    /// - Parameter name: what is counted, such as `copyNotice/2026`.
    public static func next(_ name: String, count: Int = 1, in db: Database) throws -> Int {
        let last = try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    INSERT INTO kernel_sequence (name, last) VALUES (?1, ?2)
                    ON CONFLICT (name) DO UPDATE SET last = last + ?2 RETURNING last
                    """), arguments: [name, count])
        return (last ?? count) - count + 1
    }
}
