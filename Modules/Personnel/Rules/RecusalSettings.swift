/// What recusal depends on from place to place.
package struct RecusalSettings: Sendable {
    /// RC2: how many months after leaving a unit one still counts as recently there. 36: 近三年.
    package var recentMonths: Int
    /// RC2: how many months of service in all make somebody long-serving there. 36: 三年以上.
    package var longMonths: Int
    /// RC4: which words mean a spouse or a lineal blood relative.
    package var relations: KinRelations

    package init(recentMonths: Int = 36, longMonths: Int = 36, relations: KinRelations = .standard) {
        self.recentMonths = recentMonths
        self.longMonths = longMonths
        self.relations = relations
    }

    /// The defaults of the domain reference, section 4.21.
    package static let standard = RecusalSettings()
}
