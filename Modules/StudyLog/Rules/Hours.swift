import Operations
import PluginKit

/// Hours as people write them.
enum Hours {
    /// Minutes as hours with two decimals, half up: 90 is `1.50`.
    static func text(minutes: Int) -> String { Percent.text(hundredths: (minutes * 100 + 30) / 60) }
}
