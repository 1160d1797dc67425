import Interchange

/// The columns of a cadre roster, by their Chinese or English names.
enum RosterFields {
    static let all = [
        FieldName("name", ["姓名", "name"], required: true),
        FieldName("gender", ["性别", "gender", "sex"]),
        FieldName("birthMonth", ["出生年月", "出生日期", "出生时间", "birth month", "birthMonth", "birth_month"], required: true),
        FieldName("politicalStatus", ["政治面貌", "political status", "politicalStatus", "political_status"]),
        FieldName("partyJoinMonth", ["入党时间", "入党年月", "party joined", "partyJoinMonth", "party_join_month"]),
        FieldName("education", ["学历", "文化程度", "education"]),
        FieldName("unit", ["单位", "工作单位", "所在单位", "现单位", "unit"], required: true),
        FieldName("postTitle", ["职务", "现任职务", "post", "postTitle", "post_title"]),
        FieldName("rank", ["职级", "rank"]),
        FieldName("inPostSince", ["任现职时间", "现职时间", "in post since", "inPostSince", "in_post_since"]),
        FieldName("studies", ["学习经历", "教育经历", "毕业院校", "毕业院校及专业", "studies", "education history"]),
        FieldName("career", ["工作经历", "工作简历", "career", "work history"]),
        FieldName("specialties", ["专业特长", "特长", "专家领域", "specialties"]),
        FieldName("recommendedBy", ["推荐单位", "recommended by", "recommendedBy", "recommended_by"]),
        FieldName("pool", ["库别", "人才库", "pool"]),
        FieldName("kin", ["亲属回避信息", "回避信息", "亲属关系", "kin", "relatives"]),
        FieldName("phone", ["联系方式", "手机", "手机号", "手机号码", "联系电话", "电话", "phone", "mobile"]),
        FieldName("idNumber", ["身份证号", "身份证号码", "公民身份号码", "证件号码", "identity number", "idNumber", "id_number"]),
        FieldName("ethnicity", ["民族", "ethnicity"]),
        FieldName("nativePlace", ["籍贯", "native place", "nativePlace", "native_place"]),
        FieldName("growthPlace", ["成长地", "出生地", "growth place", "growthPlace", "growth_place"]),
        FieldName("workStartMonth", ["参加工作时间", "参加工作年月", "work started", "workStartMonth", "work_start_month"]),
        FieldName("managedBy", ["管理权限", "干部管理权限", "managed by", "managedBy", "managed_by"]),
        FieldName("inService", ["是否在职", "在职状态", "在职", "in service", "inService", "in_service"]),
        FieldName("health", ["健康状况", "身体状况", "health"]),
        FieldName("roundsServed", ["参加巡察次数", "巡察次数", "rounds served", "roundsServed", "rounds_served"]),
        FieldName("remark", ["备注", "remark", "remarks"]),
    ]
}
