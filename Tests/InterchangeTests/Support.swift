import Foundation
import Interchange
import PluginKit
import Testing

/// Files of the sample data, in the layout of `Tests/Data`.
enum Sample {
    static func data(_ path: String) throws -> Data {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Data(contentsOf: tests.appending(path: "Data").appending(path: path))
    }
}

/// The plugin's words; every sentence that is looked up must exist and have no open place.
func sentence(_ message: Message, in language: Language) throws -> String {
    let strings = try Registry.build([InterchangePlugin.self], crossChecks: false).strings
    let text = strings.text(message, in: language)
    #expect(text != message.key, "no text for \(message.key)")
    #expect(!text.contains("{"), "a place is not filled: \(text)")
    return text
}

/// Runs the body, which must be refused, and returns the refusals.
func refusals(_ body: () throws -> Void) -> [Refusal] {
    do {
        try body()
        Issue.record("nothing was refused")
    } catch let error as any UserFacingError {
        return error.refusals
    } catch {
        Issue.record("not a refusal: \(error)")
    }
    return []
}

/// A generator that gives the same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
