import GRDB
import Operations
import Persistence

/// Rounds and findings as others may refer to them by number.
enum InspectionNumbers {
    static let all = [
        NumberedRecord("round") { code, context in
            guard context.principal.hasAny(of: roundReaders.union([.trainer])) else { return false }
            return try Bool.fetchOne(
                context.db, sql: "SELECT 1 FROM inspection_round WHERE code = ?", arguments: [code]) ?? false
        },
        NumberedRecord("finding") { no, context in
            var filter = Filter("f.no = ?", no)
            Visibility.restrict(&filter, alias: "f", issued: "f.state = 'issued'", for: context.principal)
            let sql = "SELECT 1 FROM inspection_finding f WHERE \(filter.sql)"
            return try Bool.fetchOne(context.db, sql: sql, arguments: filter.arguments) ?? false
        },
    ]
}
