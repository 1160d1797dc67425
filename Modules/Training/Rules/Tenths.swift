import Operations
import PluginKit

/// Hours and scores as whole tenths, so that nothing is lost: 3.5 is 35.
package enum Tenths {
    /// `3.5`, `4`.
    package static func text(_ tenths: Int) -> String {
        tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths) % 10)"
    }

    /// A number with at most one decimal as tenths; nil for more decimals or anything that is no number.
    package static func of(_ number: Double) -> Int? {
        let scaled = number * 10
        guard scaled.isFinite, abs(scaled) < 1e9, abs(scaled - scaled.rounded()) < 1e-6 else { return nil }
        return Int(scaled.rounded())
    }
}
