import PluginKit

/// Tables in and out: brings CSV, tables for printing, the rule on unreadable files and the words of every import.
public enum InterchangePlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "interchange", version: Version(1), capabilities: [TableFormats.slot, Rules.slot])

    public static func register(with registrar: inout Registrar) {
        registrar.add(InterchangeStrings.table)
        registrar.add([CSV.format, PrintedTable.format], to: TableFormats.self)
        registrar.add(Rule.unreadableFile, to: Rules.self)
    }
}
