/// The words rosters use and what they stand for. Data: a place that writes otherwise brings its own.
package struct RosterVocabulary: Sendable {
    /// A closed list: the words as we write them, other spellings of them, and what each word stands for.
    struct Words<Meaning: Sendable>: Sendable {
        let meanings: [(word: String, meaning: Meaning)]
        let aliases: [String: String]

        var words: [String] { meanings.map(\.word) }
        func meaning(_ word: String) -> Meaning? { meanings.first { $0.word == word }?.meaning }
    }

    let genders = Words<Gender>(
        meanings: [("男", .male), ("女", .female)],
        aliases: [
            "M": "男", "m": "男", "male": "男", "Male": "男", "男性": "男", "F": "女", "f": "女", "female": "女", "Female": "女", "女性": "女",
        ])

    let politicalStatuses = Words<PoliticalStatus>(
        meanings: [
            ("中共党员", .partyMember), ("中共预备党员", .probationaryMember), ("共青团员", .youthLeague), ("民革党员", .revolutionaryCommittee),
            ("民盟盟员", .democraticLeague), ("民建会员", .democraticConstruction), ("民进会员", .promotingDemocracy),
            ("农工党党员", .peasantsWorkers),
            ("致公党党员", .zhiGong), ("九三学社社员", .jiuSan), ("台盟盟员", .taiwanLeague), ("无党派人士", .withoutParty), ("群众", .masses),
        ],
        aliases: [
            "党员": "中共党员", "中共": "中共党员", "共产党员": "中共党员", "中国共产党党员": "中共党员", "正式党员": "中共党员", "预备党员": "中共预备党员",
            "团员": "共青团员", "民革": "民革党员", "民盟": "民盟盟员", "民建": "民建会员", "民进": "民进会员", "农工党": "农工党党员", "致公党": "致公党党员",
            "九三学社": "九三学社社员", "台盟": "台盟盟员", "无党派": "无党派人士", "普通公民": "群众",
        ])

    let managers = Words<CadreJurisdiction>(
        meanings: [("区管", .district), ("市管", .city), ("省管", .province), ("中管", .central), ("单位管理", .unit)],
        aliases: [
            "区管干部": "区管", "区委管理": "区管", "district": "区管", "市管干部": "市管", "市委管理": "市管", "省管干部": "省管", "本单位": "单位管理",
            "单位": "单位管理", "非区管": "单位管理", "非区管干部": "单位管理",
        ])

    let service = Words<Bool>(
        meanings: [("在职", true), ("不在职", false)],
        aliases: ["是": "在职", "yes": "在职", "否": "不在职", "no": "不在职", "退休": "不在职", "已退休": "不在职", "离职": "不在职", "辞职": "不在职"])

    let pools = Words<PoolKind>(
        meanings: [("组长库", .leader), ("副组长库", .deputy), ("专员库", .inspector)],
        aliases: [
            "组长": "组长库", "leader": "组长库", "副组长": "副组长库", "deputy": "副组长库", "专员": "专员库", "巡察专员": "专员库", "巡察专员库": "专员库",
            "专员人才库": "专员库", "巡察专员人才库": "专员库", "inspector": "专员库",
        ])

    /// 专业特长. An open list: a word that is not in it is kept as it stands, with a note.
    let specialties: Set<String> = [
        "财务审计", "工程", "法律", "党建", "信息化", "文字综合", "纪检监察", "组织人事", "巡察", "农业农村", "意识形态",
    ]

    /// Other words for the specialties.
    let specialtyAliases = [
        "财会": "财务审计", "财务": "财务审计", "审计": "财务审计", "会计": "财务审计", "工程建设": "工程", "基建": "工程", "法务": "法律", "党务": "党建",
        "计算机": "信息化", "文秘": "文字综合", "文字": "文字综合", "纪检": "纪检监察", "组织": "组织人事", "人事": "组织人事", "三农": "农业农村",
        "农业": "农业农村", "宣传": "意识形态",
    ]

    /// Ways to say that there are no relatives to declare.
    let noKin: Set<String> = ["无", "没有", "无。", "无亲属", "无亲属关系", "无需回避", "none"]

    let relations = KinRelations.standard

    package static let standard = RosterVocabulary()
}
