/// How close a relative is, as recusal asks it.
package enum KinCloseness: String, Sendable, Hashable {
    /// 配偶
    case spouse
    /// 直系血亲; adoptive and step parents and children count as such.
    case lineal
    /// 三代以内旁系血亲: a matter of RC5, not of RC4.
    case collateral
    /// 近姻亲: a matter of RC5, not of RC4.
    case inLaw
}

/// The words declarations use for relatives. Data: an office adds the words its people use.
package struct KinRelations: Sendable {
    private let closeness: [String: KinCloseness]

    package init(_ words: [KinCloseness: [String]]) {
        var closeness: [String: KinCloseness] = [:]
        for (kind, list) in words { for word in list { closeness[word] = kind } }
        self.closeness = closeness
    }

    /// How close a relation is; nil for a word that is not in the list.
    package subscript(relation: String) -> KinCloseness? { closeness[relation] }

    /// The usual Chinese words. The classes follow the recusal rules for civil servants (domain 4.21, S10). Words those rules do not
    /// class (前妻, 未婚夫, 孙媳) and words that mean different things (媳妇, 先生) are left out: they are open, not clear.
    package static let standard = KinRelations([
        .spouse: ["配偶", "爱人", "夫妻", "丈夫", "妻子", "夫", "妻", "老公", "老婆", "夫人", "太太", "内人"],
        .lineal: [
            "父亲", "母亲", "父", "母", "父母", "爸爸", "妈妈", "爸", "妈", "生父", "生母", "养父", "养母", "继父", "继母", "子女", "儿子", "女儿",
            "子", "女", "长子", "次子", "三子", "长女", "次女", "三女", "独子", "独女", "大儿子", "二儿子", "小儿子", "大女儿", "二女儿", "小女儿",
            "养子", "养女", "继子", "继女", "祖父", "祖母", "祖父母", "爷爷", "奶奶", "外祖父", "外祖母", "外祖父母", "外公", "外婆", "姥爷", "姥姥",
            "孙子", "孙女", "孙子女", "外孙", "外孙子", "外孙女", "外孙子女", "曾祖父", "曾祖母", "曾孙", "曾孙女",
        ],
        .collateral: [
            "兄弟", "姐妹", "兄妹", "姐弟", "兄弟姐妹", "兄", "弟", "姐", "妹", "哥", "哥哥", "弟弟", "姐姐", "妹妹", "大哥", "二哥", "大姐", "二姐",
            "小弟", "小妹", "胞兄", "胞弟", "胞姐", "胞妹", "伯", "伯父", "伯伯", "大伯", "二伯", "叔", "叔父", "叔叔", "大叔", "二叔", "小叔", "姑",
            "姑母", "姑姑", "姑妈", "大姑", "二姑", "小姑", "舅", "舅父", "舅舅", "大舅", "二舅", "小舅", "姨", "姨母", "姨妈", "阿姨", "大姨", "二姨",
            "小姨", "侄", "侄子", "侄儿", "侄女", "外甥", "外甥女", "甥女", "堂兄", "堂哥", "堂弟", "堂姐", "堂妹", "堂兄弟", "堂姐妹", "表兄", "表哥",
            "表弟", "表姐", "表妹", "表兄弟", "表姐妹",
        ],
        .inLaw: [
            "岳父", "岳母", "岳父母", "丈人", "老丈人", "丈母娘", "公公", "婆婆", "公婆", "妻兄", "妻弟", "妻姐", "妻妹", "妻哥", "内兄", "内弟",
            "大舅子", "小舅子", "舅子", "大舅哥", "大姨子", "小姨子", "姨姐", "姨妹", "夫兄", "夫弟", "夫姐", "夫妹", "大伯子", "大伯哥", "小叔子",
            "大姑子", "小姑子", "连襟", "襟兄", "襟弟", "妯娌", "妻姐夫", "妻妹夫", "妻嫂", "内嫂", "夫嫂", "夫姐夫", "夫妹夫", "姐夫", "妹夫", "嫂",
            "嫂子", "嫂嫂", "大嫂", "兄嫂", "弟媳", "弟媳妇", "弟妹", "儿媳", "儿媳妇", "女婿", "姑爷", "亲家", "亲家公", "亲家母", "伯母", "婶婶",
            "婶母", "婶子", "姑父", "姑丈", "姑夫", "舅母", "舅妈", "姨父", "姨丈", "姨夫", "堂嫂", "堂姐夫", "堂妹夫", "堂弟媳", "表嫂", "表姐夫",
            "表妹夫", "表弟媳", "侄媳", "侄媳妇", "侄女婿", "外甥媳妇", "外甥女婿",
        ],
    ])
}
