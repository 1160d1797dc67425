import Persistence

extension UniqueID: InputText {
    public static var fieldKind: FieldKind { .text }
    public static var sample: UniqueID { UniqueID(milliseconds: 0, counter: 0, random: 0) }
}
