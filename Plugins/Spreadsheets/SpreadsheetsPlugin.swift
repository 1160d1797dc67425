#if Spreadsheets
    import Interchange
    import PluginKit

    /// Workbooks (XLSX) in and out, for every operation that reads or writes tables.
    ///
    /// Stands behind the package trait `Spreadsheets`; needs libxlsxwriter, libzip and expat.
    public enum SpreadsheetsPlugin: Plugin {
        public static let manifest = PluginManifest(
            id: "spreadsheets", version: Version(1), requires: [.init("interchange")], capabilities: [TableFormats.slot])

        public static func register(with registrar: inout Registrar) {
            registrar.add(SpreadsheetsStrings.table)
            registrar.add(XLSX.format, to: TableFormats.self)
        }
    }
#endif
