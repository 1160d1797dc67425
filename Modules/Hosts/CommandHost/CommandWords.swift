import Operations
import PluginKit

/// How names of the program are typed: `withSubordinates` as `with-subordinates`.
enum CommandWords {
    static func kebab(_ name: String) -> String {
        var out = ""
        for scalar in name.unicodeScalars {
            if ("A"..."Z").contains(scalar) {
                out += "-"
                out.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// The words of a command: `copyNotice.issue` is typed `copy-notice issue`.
    static func of(_ name: OperationName) -> [String] {
        name.text.split(separator: ".").map { kebab(String($0)) }
    }
}
