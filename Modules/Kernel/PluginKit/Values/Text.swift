import Foundation

extension String {
    /// As texts are kept: NFC, without spaces (full-width ones too) or line ends at either side.
    public var trimmed: String {
        precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
