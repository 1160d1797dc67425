import Interchange

/// The columns of an older ledger, by the names offices give them (F22 and the usual others).
enum LedgerColumns {
    static let all = [
        FieldName("officeNo", ["问题编号", "编号", "序号", "no", "number"], required: true),
        FieldName("unit", ["被巡察党组织", "被巡察单位", "单位", "党组织", "unit"], required: true),
        FieldName("unitKind", ["单位类型", "单位类别", "unit kind", "kind"]),
        FieldName("category", ["类别", "问题类别", "category"], required: true),
        FieldName("wording", ["问题", "反馈问题", "问题表述", "问题描述", "finding", "problem", "wording"], required: true),
        FieldName("leader", ["责任领导", "责任人", "责任人角色", "leader in charge", "leader"]),
        FieldName("department", ["责任部门", "牵头部门", "lead department", "department"]),
        FieldName("measures", ["整改措施", "措施", "measures"]),
        FieldName("measureCount", ["整改措施数", "措施数", "number of measures"]),
        FieldName("due", ["整改期限", "完成时限", "整改时限", "due"]),
        FieldName("status", ["状态", "整改状态", "整改情况", "status"], required: true),
        FieldName("closedOn", ["完成日期", "销号日期", "完成时间", "closed on", "closed"]),
        FieldName("issuedOn", ["反馈日期", "反馈时间", "issued on"]),
        FieldName("systems", ["建章立制", "建章立制数", "健全制度", "systems"]),
        FieldName("loss", ["挽回金额", "挽回经济损失", "loss recovered"]),
        FieldName("remark", ["备注", "remark", "remarks"]),
    ]
}
