import Operations
import Persistence
import PluginKit
import Testing

enum Level: String, Choice {
    case high, low
    static let vocabulary = "level"
}

private struct Everything: Query {
    struct Measure: Codable, Sendable {
        var what: String
        var due: CalendarDate?
    }
    struct Input: Codable, Sendable {
        var text: String
        var integer: Int
        var decimal: Double
        var flag: Bool
        var date: CalendarDate
        var upload: Upload
        var download: DownloadName
        var id: UniqueID
        var role: Role
        var level: Level
        var texts: [String]
        var levels: [Level]?
        var measures: [Measure]
        var measure: Measure?
        var optionalText: String?
        var optionalFlag: Bool?
        var optionalLevel: Level?
        var optionalDate: CalendarDate?
        var numbers: [Int]?
    }
    static let name: OperationName = "x.everything"
    static let access = Access.everyone(reason: "a sample")
    func run(_ input: Input, in context: ReadContext) throws -> Done { Done("x") }
}

@Suite struct SchemaTests {
    private static let levels = FieldKind.choice(vocabulary: "level", codes: ["high", "low"])
    private static let measure = FieldKind.object([
        Field(name: "what", kind: .text), Field(name: "due", kind: .date, isOptional: true),
    ])

    private func shape<Op: Operation>(_ type: Op.Type) -> OperationShape {
        OperationShape(name: Op.name, positional: Op.positional, owner: "x", metatype: type)
    }

    @Test func everyKindOfFieldIsLearnt() {
        let fields = shape(Everything.self).fields()
        let expected = [
            Field(name: "text", kind: .text), Field(name: "integer", kind: .integer), Field(name: "decimal", kind: .decimal),
            Field(name: "flag", kind: .flag), Field(name: "date", kind: .date), Field(name: "upload", kind: .upload),
            Field(name: "download", kind: .download), Field(name: "id", kind: .text),
            Field(name: "role", kind: .choice(vocabulary: "role", codes: Role.all.map(\.rawValue))),
            Field(name: "level", kind: Self.levels), Field(name: "texts", kind: .text, isMany: true),
            Field(name: "levels", kind: Self.levels, isOptional: true, isMany: true),
            Field(name: "measures", kind: Self.measure, isMany: true),
            Field(name: "measure", kind: Self.measure, isOptional: true),
            Field(name: "optionalText", kind: .text, isOptional: true),
            Field(name: "optionalFlag", kind: .flag, isOptional: true),
            Field(name: "optionalLevel", kind: Self.levels, isOptional: true),
            Field(name: "optionalDate", kind: .date, isOptional: true),
            Field(name: "numbers", kind: .integer, isOptional: true, isMany: true),
        ]
        #expect(fields.map(\.name) == expected.map(\.name))
        for (field, wanted) in zip(fields, expected) { #expect(field == wanted) }
        #expect(shape(Everything.self).inputFailure() == nil)
    }

    @Test func noInputHasNoFields() {
        #expect(shape(VerifyAudit.self).fields() == [])
        #expect(shape(VerifyAudit.self).inputFailure() == nil)
    }

    @Test func unknownTypesAreReported() {
        #expect(shape(Strange.self).inputFailure() != nil)
    }

    @Test func samplesStandInForMissingValues() {
        #expect(InputSample.of(Level.self) == .high)
        #expect(InputSample.of(CalendarDate.self) != nil)
        #expect(InputSample.of(Everything.Measure.self)?.what == "")
        #expect(InputSample.of(Int64.self) == nil)
    }
}
