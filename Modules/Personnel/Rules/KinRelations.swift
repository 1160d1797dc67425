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

    /// The usual Chinese words. The classes follow the recusal rules for civil servants (domain 4.21, S10).
    package static let standard = KinRelations([
        .spouse: ["配偶", "爱人", "夫妻", "丈夫", "妻子", "夫", "妻"],
        .lineal: [
            "父亲", "母亲", "父", "母", "父母", "养父", "养母", "继父", "继母", "子女", "儿子", "女儿", "子", "女", "长子", "次子", "长女", "次女",
            "养子", "养女", "继子", "继女", "祖父", "祖母", "爷爷", "奶奶", "外祖父", "外祖母", "外公", "外婆", "孙子", "孙女", "外孙", "外孙女",
            "曾祖父", "曾祖母", "曾孙", "曾孙女",
        ],
        .collateral: [
            "兄弟", "姐妹", "兄弟姐妹", "兄", "弟", "姐", "妹", "哥哥", "弟弟", "姐姐", "妹妹", "伯父", "伯伯", "叔父", "叔叔", "姑母", "姑姑", "舅父",
            "舅舅", "姨母", "姨妈", "阿姨", "侄子", "侄女", "外甥", "外甥女", "堂兄", "堂哥", "堂弟", "堂姐", "堂妹", "表兄", "表哥", "表弟", "表姐",
            "表妹",
        ],
        .inLaw: [
            "岳父", "岳母", "公公", "婆婆", "妻兄", "妻弟", "妻姐", "妻妹", "夫兄", "夫弟", "夫姐", "夫妹", "姐夫", "妹夫", "嫂子", "兄嫂", "弟媳", "弟妹",
            "儿媳", "女婿", "亲家",
        ],
    ])
}
