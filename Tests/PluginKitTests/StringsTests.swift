import Testing

@testable import PluginKit

@Suite struct StringsTests {
    private let strings = StringCatalogue([
        StringTable(
            plugin: "a",
            """
            # a comment = not || this
            greeting = 您好，{name}；等级 {level} || Hello {name}; level {level}
            level.high = 高 || high
            level.low = 低 || low
            equals = a = b || c = d
            onlyChinese = 只有中文
            onlyEnglish = || English
              indented = 缩进 || indented
            nothing =
            not a line
            """),
        StringTable(plugin: "b", "greeting = 覆盖 || override"),
    ])

    @Test(
        arguments: [
            ("level.high", "高", "high"), ("equals", "a = b", "c = d"), ("onlyChinese", "只有中文", nil),
            ("onlyEnglish", nil, "English"),
            ("indented", "缩进", "indented"), ("nothing", nil, nil), ("absent", nil, nil),
        ] as [(String, String?, String?)])
    func linesHoldBothLanguages(_ key: String, _ chinese: String?, _ english: String?) {
        #expect(strings.text(key, in: .zhHans) == chinese)
        #expect(strings.text(key, in: .en) == english)
    }

    @Test func theIndexHoldsWhatTheTablesSay() {
        let first = strings.keys.map { [strings.text($0, in: .zhHans), strings.text($0, in: .en)] }
        let fresh = StringCatalogue([
            StringTable(plugin: "a", "a = 1 || 2\nab = 3 || 4\na = 5 || 6"), StringTable(plugin: "b", "b=7||8"),
        ])
        let quick = ["a", "ab", "b", "", "=", "ab = 3"].map { fresh.text($0, in: .zhHans) }
        for _ in 0..<100 { _ = fresh.text("a", in: .zhHans) }
        #expect(["a", "ab", "b", "", "=", "ab = 3"].map { fresh.text($0, in: .zhHans) } == quick)
        #expect(quick == ["1", "3", "7", nil, nil, nil])
        #expect(first.count == strings.keys.count)
    }

    @Test func placesAreFilled() {
        let message = Message("greeting", ["name": .text("张伟"), "level": .keys(["level.high", "level.low"])])
        #expect(strings.text(message, in: .zhHans) == "您好，张伟；等级 高、低")
        #expect(strings.text(message, in: .en) == "Hello 张伟; level high, low")
        #expect(strings.text(Message("absent"), in: .en) == "absent")
    }

    @Test func whatIsFilledInIsNotFilledAgain() {
        let message = Message("greeting", ["name": "{level}", "level": "1"])
        let text = strings.text(message, in: .en)
        #expect(text == "Hello {level}; level 1")
    }

    @Test func oneKeyWithTwoTextsIsReported() {
        let doubled = StringCatalogue([
            StringTable(plugin: "a", "same = 一 || one\nother = 二 || two\nhalf = 三 || three"),
            StringTable(plugin: "b", "same =  一 ||  one\nother = 两 || two"),
            StringTable(plugin: "c", "half = 三 || 3"),
        ])
        #expect(
            doubled.problems() == [
                .ambiguousString(key: "half", plugins: ["a", "c"]), .ambiguousString(key: "other", plugins: ["a", "b"]),
            ])
    }

    @Test func textsInOneLanguageAreReported() {
        #expect(
            strings.problems() == [
                .missingString(key: "nothing", language: .zhHans, plugin: "a"),
                .missingString(key: "nothing", language: .en, plugin: "a"),
                .missingString(key: "onlyChinese", language: .en, plugin: "a"),
                .missingString(key: "onlyEnglish", language: .zhHans, plugin: "a"),
                .ambiguousString(key: "greeting", plugins: ["a", "b"]),
            ])
    }

    @Test(arguments: [
        ("en", Language.en), ("en_GB.UTF-8", .en), ("EN", .en), ("zh_CN", .zhHans), ("C", .zhHans), ("", .zhHans),
        ("de_DE", .zhHans),
    ])
    func localesNameALanguage(_ locale: String, _ language: Language) {
        #expect(Language(locale: locale) == language)
    }
}

@Suite struct VersionTests {
    @Test(arguments: [(Version(1), Version(1, 0, 1)), (Version(1, 9), Version(1, 10)), (Version(1, 9, 9), Version(2))])
    func versionsAreOrdered(_ older: Version, _ newer: Version) {
        #expect(older < newer)
        #expect(!(newer < older))
    }
}

@Suite struct LoadOrderTests {
    private struct Entry {
        enum Nothing: Plugin {
            static let manifest = PluginManifest(id: "nothing", version: Version(1), capabilities: [])
            static func register(with registrar: inout Registrar) {}
        }
    }

    private func order(_ manifests: [(String, [String])]) -> (ids: [String], problems: [PluginProblem]) {
        let entries = manifests.map { id, requires in
            (
                Entry.Nothing.self as any Plugin.Type,
                PluginManifest(id: id, version: Version(1), requires: requires.map { .init($0) }, capabilities: [])
            )
        }
        let (ordered, problems) = LoadOrder(entries).resolve()
        return (ordered.map(\.1.id), problems)
    }

    @Test func requirementsComeFirstAndTiesGoById() {
        #expect(order([("d", []), ("b", ["d"]), ("a", ["c"]), ("c", [])]).ids == ["c", "a", "d", "b"])
        #expect(order([("b", []), ("a", [])]).ids == ["a", "b"])
        #expect(order([]).ids == [])
    }

    @Test func circlesAreShownWithTheirWay() {
        let (ids, problems) = order([("a", ["b"]), ("b", ["c"]), ("c", ["b"]), ("d", [])])
        #expect(ids == ["d"])
        #expect(problems == [.cycle(path: ["b", "c", "b"])])
    }

    @Test func aPluginCannotRequireItself() {
        #expect(order([("a", ["a"])]).problems == [.cycle(path: ["a", "a"])])
    }
}

@Suite struct ChecksTests {
    @Test func everythingIsReportedTogether() throws {
        var checks = Checks()
        try checks.finish()
        checks.require(true, Rule.invalid.refused())
        try checks.finish()
        checks.require(false, Rule.invalid.refused(field: "a"))
        #expect(throws: Refusal.self) { try checks.finish() }
        checks.add(Rule.duplicate.refused(field: "b"))
        let all = #expect(throws: Refusals.self) { try checks.finish() }
        #expect(all?.refusals.map(\.field) == ["a", "b"])
        #expect(all?.refusals.first?.remedy.key == "E-VAL.remedy")
    }

    @Test(arguments: [
        (RefusalKind.validation, "E-VAL", 2, 422), (.permission, "E-PERM", 3, 403), (.notFound, "E-NOTFOUND", 4, 404),
        (.state, "E-STATE", 5, 409), (.duplicate, "E-DUP", 5, 409), (.stale, "E-LOCK", 5, 409), (.rule, "E-RULE", 6, 422),
        (.integrity, "E-INTEGRITY", 7, 500),
    ])
    func oneTableLeadsFromKindToCodes(_ kind: RefusalKind, _ code: String, _ exit: Int32, _ status: Int) {
        #expect(kind.code == code && kind.exitCode == exit && kind.httpStatus == status)
        #expect(Rule.general.contains { $0.id == code && $0.kind == kind })
    }
}
