import Foundation
import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// Who may look at cadres: those who choose them, and those who decide on the choice.
package let cadreReaders: Set<Role> = Role.districtWide.union([.organisationDepartment, .hrBureau, .disciplineCommission])
/// Who keeps the register: 组织部, 人社局 and 巡察办.
let cadreKeepers: Set<Role> = [.organisationDepartment, .hrBureau, .inspectionOffice]

/// One line of the list of cadres, with the telephone number as the reader may see it.
package struct CadreLine: Tabular {
    package var cadre: Cadre
    package var pools: [PoolKind]
    package var phone: String?

    init(row: Row, for context: ReadContext) throws {
        cadre = try Cadre(row: row)
        let words: String = row["pools"] ?? ""
        pools = words.split(separator: " ").compactMap { PoolKind(rawValue: String($0)) }
        phone = try PrivateFields.phone(of: cadre, for: context)
    }

    package static let columns: [TableColumn<CadreLine>] = [
        .text("cadre") { $0.cadre.name },
        .word("gender") { $0.cadre.gender },
        .text("birthMonth") { "\($0.cadre.birthMonth)" },
        .text("homeUnit") { $0.cadre.unitName },
        .text("postTitle") { $0.cadre.postTitle },
        .text("rank") { $0.cadre.rank },
        TableColumn("pools") { .list($0.pools.map(\.value)) },
        .texts("specialties") { $0.cadre.specialtyList },
        .text("phone") { $0.phone },
        .text("cadreId") { "\($0.cadre.id)" },
    ]
    package static let briefColumns: [String]? = ["cadre", "birthMonth", "homeUnit", "postTitle", "pools", "specialties"]

    /// The pools of a cadre come with the row, so that a page is one query however long it is.
    static let selection = """
        SELECT c.*, (SELECT group_concat(pool, ' ') FROM
            (SELECT pool FROM personnel_pool_membership WHERE cadreId = c.id ORDER BY pool DESC)) AS pools
        FROM personnel_cadre c
        """
}
