#if Spreadsheets
    import Foundation
    import Interchange
    import PluginKit

    /// The text of a number cell, and what is wrong with it.
    struct NumberText: Equatable {
        var text: String
        var problem: Message?

        /// More digits than this a spreadsheet does not keep.
        private static let significantDigits = 15

        init(_ raw: String, format: NumberFormat, from1904: Bool) {
            text = raw
            guard let number = Double(raw), number.isFinite else {
                problem = Message("spreadsheets.cell.notNumber", ["value": raw])
                return
            }
            switch format {
            case .date, .time: set(serial: number, isTime: format == .time, from1904: from1904)
            case .plain: set(number)
            case .padded(let whole, let fraction):
                set(number)
                pad(whole: whole, fraction: fraction)
            }
        }

        private mutating func set(_ number: Double) {
            if abs(number) >= 1e15 {
                text = Decimal(string: text)?.description ?? text
                problem = Message("spreadsheets.cell.digitsLost")
            } else if number == number.rounded() {
                text = "\(Int(number))"
            } else if !ExportCell.isDecimal(text) || text.utf8.count > Self.significantDigits {
                let rounded = String(format: "%.\(Self.significantDigits)g", number)
                text = rounded.contains("e") ? Decimal(string: rounded)?.description ?? rounded : rounded
            }
        }

        /// Shows the zeros that the format shows; never drops a digit that the number has.
        private mutating func pad(whole: Int, fraction: Int) {
            guard ExportCell.isDecimal(text), problem == nil else { return }
            let sign = text.hasPrefix("-") ? "-" : ""
            let parts = text.dropFirst(sign.count).split(separator: ".")
            let before = parts[0], after = parts.count > 1 ? parts[1] : ""
            let filled = String(repeating: "0", count: max(0, whole - before.count)) + before
            let digits = after + String(repeating: "0", count: max(0, fraction - after.count))
            text = sign + filled + (digits.isEmpty ? "" : "." + digits)
        }

        private mutating func set(serial number: Double, isTime: Bool, from1904: Bool) {
            let seconds = (number.truncatingRemainder(dividingBy: 1) * 86_400).rounded()
            let days = Int(clamping: Int64(max(-1e9, min(1e9, number.rounded(.down))))) + (seconds >= 86_400 ? 1 : 0)
            let clock = Int(seconds) % 86_400
            if isTime || days == 0, number >= 0, number < 1e6 {
                text = Self.clock(hours: days * 24, seconds: clock)
            } else if let date = SpreadsheetDate.date(serial: days, from1904: from1904) {
                text = clock == 0 ? date.description : "\(date) \(Self.clock(hours: 0, seconds: clock))"
            } else {
                problem = Message("spreadsheets.cell.noSuchDate", ["value": text])
            }
        }

        /// `08:30`, with seconds where there are any.
        private static func clock(hours: Int, seconds: Int) -> String {
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let short = "\(two(hours + seconds / 3600)):\(two(seconds / 60 % 60))"
            return seconds % 60 == 0 ? short : "\(short):\(two(seconds % 60))"
        }
    }
#endif
