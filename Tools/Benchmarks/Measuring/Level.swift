/// Something that has a height rather than a length in time.
struct Level: Sendable, Encodable {
    var name: String
    var what: String
    var value: Double
    var unit: String
    /// The most that is good enough.
    var most: Double

    init(_ name: String, _ what: String, _ value: Double, unit: String, most: Double) {
        self.name = name
        self.what = what
        self.value = value
        self.unit = unit
        self.most = most
    }

    var isMet: Bool { value <= most }
}
