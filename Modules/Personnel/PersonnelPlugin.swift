import PluginKit
public enum PersonnelPlugin: Plugin {
    public static let manifest = PluginManifest(id: "personnel", version: Version(1), capabilities: [])
    public static func register(with registrar: inout Registrar) {}
}
