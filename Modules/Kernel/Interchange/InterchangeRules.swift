import PluginKit

extension Rule {
    /// A file in GBK or with BOM is read; one that cannot be read is refused with the byte position (domain 6.13).
    public static let unreadableFile = Rule("R-LOG-04", .validation, source: "domain 6.13")
}
