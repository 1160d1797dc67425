import PluginKit

extension Rule {
    public static let absentFile = Rule("E-FILE-ABSENT", .notFound, source: "architecture 5")
    public static let existingFile = Rule("E-FILE-EXISTS", .duplicate, source: "architecture 5")
    static let foreignFile = Rule("E-FILE-FOREIGN", .validation, source: "architecture 5")
    static let newerFile = Rule("E-FILE-NEWER", .state, source: "architecture 5")
    public static let fullDisk = Rule("E-FILE-FULL", .state, source: "architecture 5")
    public static let readOnlyFile = Rule("E-FILE-READONLY", .permission, source: "architecture 5")
    public static let failingFile = Rule("E-FILE-IO", .state, source: "architecture 5")
    /// A backup that does not verify is refused.
    static let badBackup = Rule("R-SEC-02", .integrity, source: "domain 6.14")

    /// Rules about the file itself.
    public static let file: [Rule] = [
        absentFile, existingFile, foreignFile, newerFile, fullDisk, readOnlyFile, failingFile, badBackup,
    ]
}
