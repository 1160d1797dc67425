import Operations
import PageKit
import PluginKit

/// The pages of the study log.
enum StudyPages {
    static func register(_ registrar: inout Registrar) {
        registrar.add(StudyPagesStrings.table)
        registrar.add([overview, PersonStudyPage.page, log, entry, materials], to: Pages.self)
        registrar.add(
            NavigationEntry(
                "study.log", in: .training, title: "studylog.pages.study", path: "/study", position: 1, letter: "y",
                nouns: ["study"]
            ) { $0.hasAny(of: StudyAccess.readers) }, to: NavigationEntries.self)
        registrar.add(links, to: RecordLinks.self)
        registrar.add(tones, to: StateTones.self)
        registrar.add(widgets, to: FieldWidgets.self)
        registrar.add(StudyWork.reminders, to: WorkSources.self)
    }

    private static let links = [
        RecordLink("studyNo", to: "/study/entries"),
        RecordLink(
            "cadre", in: [ListShortfalls.name, SumStudy.name, CompareModes.name, ListReminders.name, ListUnread.name],
            to: "/study/people", by: "cadreId"),
    ]

    private static let tones =
        StateTone.of("studyState", [.due: ["recorded"], .progress: ["imported"], .done: ["verified"], .quiet: ["voided"]])
        + StateTone.of("studyPace", [.late: ["behind"], .done: ["onTrack"]])

    private static let widgets =
        [
            "study.add.platform", "study.import.platform", "study.list.platform", "study.sum.platform",
            "study.requirement.set.platform",
        ]
        .map { FieldWidget($0, .suggestions(ListPlatforms.name, value: "platformCode", label: "platform")) }
        + ["study.add.material", "study.group.material"].map {
            FieldWidget($0, .suggestions(ListMaterials.name, value: "materialCode", label: "materialTitle"))
        }
        + ["study.add.note", "study.add.application", "study.apply.application"].map { FieldWidget($0, .longText) }

    /// `/study`: for the trainer, who lacks what today; a learner is taken to the own page.
    private static let overview = SitePage("/study", access: .operation(ListShortfalls.name)) { context in
        if !context.principal.hasAny(of: StudyAccess.all), let own = context.principal.cadre {
            return .redirect(to: SitePath.of("study", "people", "\(own)"))
        }
        let words = context.words
        var list = ListPage(ListShortfalls.name, path: "/study", context)
        list.title = words("studylog.pages.study")
        list.actions = """
            \(context.button(ImportStudy.name))\(context.button(RecordGroupStudy.name))\(context.button(CollectStudy.name))\(context.button(AddStudy.name))
            """
        list.top = """
            <p class="buttons"><a href="/study/log">\(words("study.list"))</a> <a href="/study/materials">\(words("study.material.list"))</a>
            <a href="/op/study.sum">\(words("study.sum"))</a> <a href="/op/study.reminders">\(words("study.reminders"))</a>
            <a href="/op/study.requirement.list">\(words("study.requirement.list"))</a></p>

            """
        list.empty = "<p>\(words("studylog.pages.nobodyShort"))</p>"
        return try list.answer()
    }

    private static let log = SitePage("/study/log", access: .operation(ListStudy.name)) { context in
        var list = ListPage(ListStudy.name, path: "/study/log", context)
        list.actions = "\(context.button(ImportStudy.name))\(context.button(AddStudy.name))"
        list.empty = "<p>\(context.words("studylog.pages.none"))</p>\(context.button(AddStudy.name))"
        return try list.answer()
    }

    private static let entry = SitePage("/study/entries/{no}", access: .operation(ShowStudy.name)) { context in
        let answer = try context.run(ShowStudy.name, with: ["no": context["no"]])
        let key: [(String, String?)] = [("no", context["no"]), ("version", "\(version(answer))")]
        var content = PageContent(title: answer.text("topic") ?? context["no"])
        content.kicker = context["no"]
        content.breadcrumb = [(context.words("studylog.pages.study"), "/study"), (context.words("study.list"), "/study/log")]
        if answer.value("voidReason") == .none {
            content.actions = """
                \(context.button(VerifyStudy.name, settled: key))\(context.button(ApplyStudy.name, settled: key))\
                \(context.button(VoidStudy.name, settled: key))
                """
        }
        content.body = RecordView(answer, of: ShowStudy.name, context: context).summary(without: ["studyNo", "topic"])
        return .page(content)
    }

    private static func version(_ answer: Answer) -> Int {
        if case .integer(let version) = answer.value("version") { version } else { 0 }
    }

    private static let materials = SitePage("/study/materials", access: .operation(ListMaterials.name)) { context in
        var list = ListPage(ListMaterials.name, path: "/study/materials", context)
        list.actions = context.button(AddMaterial.name)
        list.empty = "<p>\(context.words("studylog.pages.noMaterials"))</p>\(context.button(AddMaterial.name))"
        return try list.answer()
    }
}
