import Interchange
import PluginKit

/// Reads the cells of exports; names, days and figures repeat a thousandfold and are read once each.
struct PlatformCells {
    var name = ReadOnce(Cells.personName)
    var text = ReadOnce(Cells.text)
    var date = ReadOnce { Cells.date($0) }
    var phoneTail = ReadOnce(Self.phoneTail)
    var count = ReadOnce(Self.count)
    var minutes = ReadOnce(Self.minutes)

    /// Four digits; zeros that a spreadsheet dropped in front are put back.
    static func phoneTail(_ text: String) -> CellReading<String> {
        let plain = Cells.withoutSpaces(Cells.halfWidth(Cells.clean(text)))
        if plain.isEmpty { return .empty }
        guard (1...4).contains(plain.utf8.count), plain.allSatisfy({ ("0"..."9").contains($0) }) else {
            return .invalid(Message("studyplatforms.phoneTail", ["text": plain]))
        }
        guard plain.utf8.count < 4 else { return .value(plain) }
        let restored = String(repeating: "0", count: 4 - plain.utf8.count) + plain
        return .normalised(restored, Message("studyplatforms.zerosRestored", ["value": restored]))
    }

    /// A whole number from 0.
    static func count(_ text: String) -> CellReading<Int> {
        let reading = Cells.integer(text)
        guard let number = reading.certain, !(0...1_000_000).contains(number) else { return reading }
        return .invalid(Message("studyplatforms.count", ["text": Cells.clean(text)]))
    }

    /// Hours as minutes, from 0 to a day. Hours that are no whole minutes are refused rather than rounded.
    static func minutes(_ text: String) -> CellReading<Int> {
        let notWhole = Message("studyplatforms.wholeMinutes", ["text": Cells.clean(text)])
        let reading = Cells.fixedPoint(text, places: 2).map(otherwise: notWhole) { hundredths in
            hundredths * 60 % 100 == 0 ? hundredths * 60 / 100 : nil
        }
        guard let minutes = reading.certain, !(0...24 * 60).contains(minutes) else { return reading }
        return .invalid(Message("studyplatforms.hours", ["text": Cells.clean(text)]))
    }
}
