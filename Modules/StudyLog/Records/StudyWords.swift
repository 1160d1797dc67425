import Operations

/// How something was studied: 及时跟进学、全面系统学、深入细致学 (mission row 112).
public enum StudyMode: String, Choice {
    case followUp, systematic, inDepth

    public static let vocabulary = "studyMode"
}

/// Who issued a document to be studied: 中央、省、市、区委 or a law or regulation (mission row 11).
enum MaterialIssuer: String, Choice {
    case central, province, city, district, regulation

    static let vocabulary = "materialIssuer"
}
