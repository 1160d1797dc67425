import Foundation

extension String {
    /// As texts are kept: NFC, without spaces (full-width ones too) or line ends at either side.
    public var trimmed: String {
        // Most texts are kept as they are typed; asking costs a tenth of doing.
        guard !isKept else { return self }
        return precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Whether nothing has to be done: a line of ASCII and Chinese characters that begins and ends with none of the spaces.
    private var isKept: Bool {
        unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x20...0x7E, 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF5E: true
            default: false
            }
        } && first != " " && last != " "
    }

    /// Bytes in lower-case hexadecimal digits.
    public init(hexadecimal bytes: some Collection<UInt8>) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        self.init(decoding: text, as: UTF8.self)
    }
}
