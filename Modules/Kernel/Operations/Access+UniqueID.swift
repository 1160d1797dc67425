import Persistence

extension UniqueID: InputText {
    public static var fieldKind: FieldKind { .text }
    public static var sample: UniqueID { UniqueID(milliseconds: 0, counter: 0, random: 0) }
}

extension Role: InputText {
    public static var fieldKind: FieldKind { .choice(vocabulary: "role", codes: all.map(\.rawValue)) }
    public static var sample: Role { .inspectionOffice }
}
