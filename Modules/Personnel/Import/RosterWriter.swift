import Operations
import Persistence
import PluginKit

/// Saves the people of a roster with their history, relatives and pools.
struct RosterWriter {
    let roster: Roster
    let context: WriteContext

    func write(_ rows: [RosterRow]) throws {
        try roster.insert(context.db)
        for (index, row) in rows.enumerated() {
            try write(row)
            if index % 1000 == 999 { context.progress(index + 1, rows.count) }
        }
    }

    private func write(_ row: RosterRow) throws {
        let cadre = cadre(row)
        try cadre.insert(context.db)
        for (index, post) in row.posts.enumerated() {
            try Post(
                cadreId: cadre.id, ordinal: index + 1, unitId: post.unit.id, unitName: post.unit.name, title: post.title,
                fromMonth: post.from, toMonth: post.to, rosterId: roster.id
            ).insert(context.db)
        }
        for (index, kin) in (row.kin ?? []).enumerated() {
            try Kin(
                cadreId: cadre.id, ordinal: index + 1, relation: kin.relation, unitId: kin.unit.id, unitName: kin.unit.name,
                raw: kin.raw,
                rosterId: roster.id
            ).insert(context.db)
        }
        for pool in row.pools {
            try PoolMembership(
                id: context.nextID(), version: 1, cadreId: cadre.id, pool: pool, admittedOn: nil, route: .takenOver,
                state: .admitted,
                roundsServed: 0, rosterId: roster.id
            ).insert(context.db)
        }
    }

    private func cadre(_ row: RosterRow) -> Cadre {
        Cadre(
            seq: nil, id: context.nextID(), version: 1, name: row.name, nameKey: PinyinKey.of(row.name), gender: row.gender,
            birthMonth: row.birthMonth, politicalStatus: row.politicalStatus, partyJoinMonth: row.partyJoinMonth,
            education: row.education, unitId: row.unit.id, unitName: row.unit.name, postTitle: row.postTitle, rank: row.rank,
            inPostSince: row.inPostSince, specialties: row.specialties.joined(separator: String(Cadre.specialtySeparator)),
            recommendedBy: row.recommendedBy, kinStated: row.kin != nil, phone: row.phone, remark: row.remark, rosterId: roster.id
        )
    }
}
