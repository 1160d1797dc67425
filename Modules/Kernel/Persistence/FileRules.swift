import PluginKit

extension Rule {
    static let absentFile = Rule("E-FILE-ABSENT", .notFound, source: "architecture 5")
    static let existingFile = Rule("E-FILE-EXISTS", .duplicate, source: "architecture 5")
    static let foreignFile = Rule("E-FILE-FOREIGN", .validation, source: "architecture 5")
    static let newerFile = Rule("E-FILE-NEWER", .state, source: "architecture 5")
    /// A backup that does not verify is refused.
    static let badBackup = Rule("R-SEC-02", .integrity, source: "domain 6.14")

    /// Rules about the file itself.
    public static let file: [Rule] = [absentFile, existingFile, foreignFile, newerFile, badBackup]
}
