import GRDB
import Operations
import Persistence
import PluginKit

/// Grades of assessment sheets, for rooms that ask how well people work.
package enum AppraisalGrades {
    /// How often each grade was given to a person, in one query whatever the number of people. Sheets that the office has not
    /// confirmed yet do not count.
    package static func confirmed(in db: Database) throws -> [UniqueID: [AppraisalGrade: Int]] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT s.cadreId, a.grade, count(*) FROM personnel_appraisal a JOIN personnel_service s ON s.id = a.serviceId
                    WHERE a.state <> 'drafted' AND s.voidedBy IS NULL GROUP BY s.cadreId, a.grade
                    """))
        var grades: [UniqueID: [AppraisalGrade: Int]] = [:]
        for row in rows { grades[row[0], default: [:]][row[1]] = row[2] }
        return grades
    }
}
