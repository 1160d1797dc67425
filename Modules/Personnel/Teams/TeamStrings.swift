import PluginKit

/// The words of a team's composition: its rules, and why somebody is where.
enum TeamStrings {
    static let table = StringTable(
        plugin: "personnel",
        """
        R-SEL-04.rule = 在时间重叠的另一轮次中任职的人不能选用。 || Somebody who serves in an overlapping round is not available.
        R-SEL-04.refusal = {name} 在轮次 {round} 中（{from} 至 {to}） || {name} serves in round {round} ({from} to {to})
        R-SEL-04.remedy = 换人，或待该轮次结束。 || Choose somebody else, or wait until that round is over.
        R-SEL-11.rule = 每组人数须在规定范围内。 || A team has as many people as it should.
        R-SEL-11.refusal = 第 {team} 组 {value} 人，应为 {low} 至 {high} 人 || team {team} has {value} people, not {low} to {high}
        R-SEL-11.refusal.exact = 第 {team} 组 {value} 人，应为 {low} 人 || team {team} has {value} people, not {low}
        R-SEL-11.remedy = 增减成员，或调整每组人数。 || Add or remove people, or change the size.
        R-SEL-12.rule = 每组有且只有一名组长。 || A team has exactly one leader.
        R-SEL-12.refusal = 第 {team} 组有 {value} 名组长 || team {team} has {value} leaders
        R-SEL-12.remedy = 只留一名组长。 || Leave exactly one leader.
        R-SEL-13.rule = 每组副组长人数须在规定范围内。 || A team has as many deputies as it should.
        R-SEL-13.refusal = 第 {team} 组有 {value} 名副组长，应为 {low} 至 {high} 名 || team {team} has {value} deputies, not {low} to {high}
        R-SEL-13.refusal.exact = 第 {team} 组有 {value} 名副组长，应为 {low} 名 || team {team} has {value} deputies, not {low}
        R-SEL-13.remedy = 增减副组长。 || Add or remove deputies.
        R-SEL-14.rule = 一人在一轮中只任一职。 || Nobody has two places in a round.
        R-SEL-14.refusal = {name} 同时在 {teams} || {name} is in {teams} at once
        R-SEL-14.refusal.taken = {name} 已在第 {team} 组，该组已审核或授权 || {name} is in team {team}, which is vetted or authorised
        R-SEL-14.remedy = 只留一处。 || Leave one place.
        R-SEL-15.rule = 各职责从相应的人才库中选用符合条件的人。 || A role is filled from its pool, with people who are eligible.
        R-SEL-15.refusal = {name} 不在{role}中 || {name} is not in this pool: {role}
        R-SEL-15.refusal.unknown = {name} 不在任何人才库中 || {name} is in no pool
        R-SEL-15.remedy = 从相应的库中选人，或先办理入库。 || Choose from the pool, or admit the person first.
        R-SEL-16.rule = 同一单位的人不在同一组。 || No two people from one home unit are in a team.
        R-SEL-16.refusal = {other}与{name}同在{unit} || {other} and {name} both come from {unit}
        R-SEL-16.remedy = 换其中一人。 || Replace one of them.
        R-SEL-17.rule = 有上下级关系的单位的人不在同一组。 || People from a unit and from one above it are not in one team.
        R-SEL-17.refusal = {other}（{otherUnit}）与{name}（{unit}）的单位有上下级关系 || the units of {other} ({otherUnit}) and {name} ({unit}) stand one above the other
        R-SEL-17.remedy = 换其中一人。 || Replace one of them.
        R-SEL-18.rule = 规定必须有的专业，组内须有足够的人。 || A team has the expertise that it may not be without.
        R-SEL-18.refusal = 第 {team} 组缺 {missing} 名{specialty} || team {team} lacks {missing} with {specialty}
        R-SEL-18.remedy = 换上有该专业的人。 || Bring in somebody with it.
        R-SEL-19.rule = 退出本轮的人不再选用。 || Somebody withdrawn from a round is not chosen for it.
        R-SEL-19.refusal = {name} 已退出轮次 {round}：{reason} || {name} was withdrawn from round {round}: {reason}
        R-SEL-19.remedy = 换人，或重新编入。 || Choose somebody else, or assign the person again.
        R-SEL-20.rule = 人工指定的位置保持不变。 || A place set by hand stays as it is.
        R-SEL-20.refusal = {name} 被指定在第 {team} 组，但不在该位置 || {name} is set for team {team} but is not in that place
        R-SEL-20.remedy = 放回该位置，或取消指定。 || Put the person back, or set the place free.
        team.why.pinned = 人工指定 || set by hand
        team.why.only = {specialty}（{targets}需要） || {specialty} (called for by {targets})
        team.why.only.many = {specialty}（{targets}等 {count} 个对象需要） || {specialty} (called for by {targets} and others, {count} in all)
        team.why.also = 也懂{specialty} || {specialty} as well
        team.why.newcomer = 新人，首次参加 || newcomer
        team.why.oldHand = 老手，已参加 {rounds} 轮 || old hand, {rounds} rounds served
        team.why.served = 已参加 {rounds} 轮 || {rounds} rounds served
        team.why.clear = 已核对 {targets} 个对象，均无须回避 || no recusal ({targets} targets checked)
        team.why.none = 已核对 {targets} 个对象，未发现须回避的情形 || no reason for recusal found ({targets} targets checked)
        team.why.gaps = {count} 条规则记录不足，尚不能判断（{rules}） || {count} rules open for want of records ({rules})
        team.why.kept = 与上一稿一致 || kept from the draft before
        teamStatus.optimal = 最优 || optimal
        teamStatus.bounded = 有界 || bounded
        teamStatus.infeasible = 无解 || infeasible
        """)
}
