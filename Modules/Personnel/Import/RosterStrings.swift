import PluginKit

extension PersonnelStrings {
    /// What there is to say about the rows of a roster.
    static let roster = StringTable(
        plugin: "personnel",
        """
        personnel.roster.missing = 未填 || not filled in
        personnel.roster.formulaText = 内容像公式，已按文字保存 || looks like a formula; kept as text
        personnel.roster.phoneLength = “{text}”的位数与手机或固定电话不符，已照录，请核对 || "{text}" has a number of digits that no telephone number has; kept as it stands, please check
        personnel.roster.unitMissing = 未填单位，请补填 || the unit is missing; fill it in
        personnel.roster.unitMissingPresent = 未填单位；工作经历中的现单位是“{unit}”，请确认后补填 || the unit is missing; the work history says "{unit}"; confirm and fill it in
        personnel.roster.unitUnknown = “{text}”不在单位名录中，请改为名录中的名称，或先导入该单位 || "{text}" is not in the list of units; use a name from it, or import the unit first
        personnel.roster.unitSeveral = “{text}”可指多个单位，请写明是哪一个：{units} || "{text}" may be any of several units; say which: {units}
        personnel.roster.unitForm = “{text}”已按“{value}”登记 || "{text}" taken as "{value}"
        personnel.roster.poolMissing = 未填库别，保存但不入任何库 || no pool is given; saved, but in no pool
        personnel.roster.specialtyMapped = “{text}”已归为“{value}” || "{text}" taken as "{value}"
        personnel.roster.specialtyUnknown = “{text}”不在常用专业特长之列，已照录 || "{text}" is not one of the usual specialties; kept as it stands
        personnel.roster.careerMissing = 没有工作经历，任职回避（RC2）将无法核查 || there is no work history, so recusal under RC2 cannot be checked
        personnel.roster.careerUnread = “{entry}”不是“起止年月 单位 职务”的写法，请改写 || "{entry}" is not written as period, unit, post; rewrite it
        personnel.roster.careerReversed = “{entry}”的起止时间颠倒，已照录，请核对 || "{entry}" ends before it starts; kept as it stands, please check
        personnel.roster.careerOverlap = “{first}”与“{second}”时间重叠 || "{first}" and "{second}" overlap
        personnel.roster.careerUnits = 工作经历中的单位不在单位名录中，按原文保存，不能用于核查回避：{units} || units of the work history are not in the list of units; kept as text, of no use for recusal: {units}
        personnel.roster.careerBeforeBirth = 工作经历从 {month} 开始，不晚于出生年月 {born} || the work history begins in {month}, no later than the birth in {born}
        personnel.roster.careerOtherUnit = 单位为“{unit}”，工作经历中的现单位为“{present}”，请核对 || the unit is "{unit}", but the work history says "{present}"; please check
        personnel.roster.careerOtherMonth = 任现职时间为 {since}，工作经历中的现职从 {from} 开始，请核对 || in post since {since}, but since {from} by the work history; please check
        personnel.roster.joinMissing = 党员未填入党时间 || a Party member without the month of joining
        personnel.roster.joinedYoung = 入党时间 {joined} 距出生年月 {born} 未满 18 年，请核对 || joined in {joined}, less than 18 years after the birth in {born}; please check
        personnel.roster.joinedNot = 非中共党员，却填有入党时间，请核对 || has a month of joining without being a Party member; please check
        personnel.roster.afterRoster = {month} 晚于名册时间 {roster}，请核对 || {month} lies after the roster's date {roster}; please check
        personnel.roster.studyUnread = “{entry}”不是“起止年月 学校 专业”的写法，请改写 || "{entry}" is not written as period, school, subject; rewrite it
        personnel.roster.kinUnread = “{entry}”不是“关系:单位 职务 姓名”的写法，请改写 || "{entry}" is not written as relation:unit post name; rewrite it
        personnel.roster.kinRelation = “{relation}”不在已知的亲属称谓中，回避核查时按记录不足处理 || "{relation}" is not a relation we know; recusal says of it that the record is not enough
        personnel.roster.kinNoUnit = “{relation}”没有写明单位，请补填 || the unit of "{relation}" is not given; please add it
        personnel.roster.kinUnit = “{relation}”的单位“{unit}”不在单位名录中，按原文保存，不能用于核查回避 || the unit "{unit}" of "{relation}" is not in the list of units; kept as text, of no use for recusal
        personnel.roster.rowTwin = 与第 {row} 行内容相同，已合并 || says the same as row {row}; merged
        personnel.roster.rowTwinLater = 第 {row} 行与本行内容相同，已合并 || row {row} says the same; merged
        personnel.roster.present = 姓名、出生年月、联系方式与库中一人相同，不再重复登记 || name, birth month and telephone are those of somebody in the register; not saved again
        personnel.roster.filledOn = 填表日期：{date} || drawn up on (date): {date}
        personnel.roster.doubted = {field}存疑，未更新，仍按在库内容 || {field} is doubtful and was not taken over: the register keeps what it has
        personnel.roster.changed = {field}：{before} → {after} || {field}: {before} → {after}
        personnel.roster.postAdded = 增加任职经历：{entry} || adds a post: {entry}
        personnel.roster.postCorrected = 更正任职经历“{unit}”（{from} 起）的职务：{before} → {after} || corrects the title of the post at "{unit}" since {from}: {before} → {after}
        personnel.roster.postEnded = 任职经历“{unit} {title}”截止 {to} || the post "{unit} {title}" ends in {to}
        personnel.roster.kinAdded = 增加亲属：{entry} || adds a relative: {entry}
        personnel.roster.kinStatedNow = 声明没有需填报的亲属 || states that there is no relative to declare
        personnel.roster.kinStands = 名册未列在库的亲属“{entry}”，仍保留；有误的用 cadre void 撤销 {id} || the roster does not list the relative "{entry}", who stays; where that is wrong, take it back with cadre void {id}
        personnel.roster.studyAdded = 增加教育经历：{school} || adds an education: {school}
        personnel.roster.olderRoster = 名册时间 {roster} 早于记录的最近来源 {last}，不同之处未采用 || the roster of {roster} is older than the last source of the record, {last}; what it says otherwise is not taken
        personnel.roster.poolOther = 库别与在库情况不符（现不在{pool}），请按入库程序办理（R-POL-03） || the pool does not fit the register (not in the pool: {pool}); take the steps into the pool (R-POL-03)
        personnel.roster.poolCriteria = 按名册转入{pool}，但名册显示不符合：{criteria}（R-POL-01），请复核 || taken over into the pool ({pool}), but the roster shows criteria not met: {criteria} (R-POL-01); please check
        personnel.roster.personTwice = 与第 {row} 行姓名、出生年月、联系方式相同，应为同一人，请保留一行 || name, birth month and telephone are those of row {row}; presumably one person, keep one row
        personnel.roster.personTwiceLater = 第 {row} 行与本行似为同一人，请核对 || row {row} seems to be the same person; please check
        personnel.roster.personPerhaps = 与第 {row} 行的{name}（{born} 出生）部分信息相同，请确认是否同一人 || partly agrees with row {row}, {name} (born {born}); is it the same person?
        personnel.roster.personPerhapsKnown = 与库中的{name}（{born} 出生）部分信息相同，请确认是否同一人 || partly agrees with {name} (born {born}) in the register; is it the same person?
        personnel.roster.namesake = 与第 {row} 行同名，出生年月和联系方式不同，按不同的人处理 || the same name as row {row}, but another birth month and telephone; taken as another person
        personnel.roster.namesakeKnown = 与库中一人同名，出生年月和联系方式不同，按不同的人处理 || the same name as somebody in the register, but another birth month and telephone; taken as another person
        """)
}
