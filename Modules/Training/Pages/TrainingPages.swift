import Operations
import PageKit
import PluginKit

/// The pages of training.
enum TrainingPages {
    static func register(_ registrar: inout Registrar) {
        registrar.add(TrainingPagesStrings.table)
        registrar.add(
            [
                CalendarPage.page, CalendarFeed.page, courses, CoursePage.page, SessionPage.page, PlanPage.page, ResultsPage.page,
                SignInSheetPage.page,
                LearnerPage.own, LearnerPage.other, CertificatePage.page,
            ], to: Pages.self)
        registrar.add(
            NavigationEntry(
                "training.calendar", in: .training, title: "training", path: "/training", letter: "t",
                nouns: [
                    "course", "session", "enrolment", "training", "series", "certificate", "external", "level", "need", "room",
                ]
            ) { !$0.isUnitSide }, to: NavigationEntries.self)
        registrar.add(links, to: RecordLinks.self)
        registrar.add(widgets, to: FieldWidgets.self)
        registrar.add(tones, to: StateTones.self)
        registrar.add(
            [
                ImportForm(ImportCourses.name, fields: CourseTable.fields),
                ImportForm(ImportSessions.name, fields: SessionTable.fields),
                ImportForm(ImportEnrolments.name, fields: EnrolmentTable.fields),
            ], to: ImportForms.self)
        registrar.add(SerialForm(AddEnrolment.name, keeping: ["session"]), to: SerialForms.self)
        registrar.add([TrainingWork.results, TrainingWork.missed], to: WorkSources.self)
    }

    private static let courses = SitePage("/training/courses", access: .operation(ListCourses.name)) { context in
        var list = ListPage(ListCourses.name, path: "/training/courses", context)
        list.actions = context.button(AddCourse.name, isMain: true) + context.button(ImportCourses.name)
        list.empty = "<p>\(context.words("training.pages.courses.none"))</p>\(context.button(ImportCourses.name))"
        return try list.answer()
    }

    private static let links =
        [
            RecordLink("session", to: "/training/sessions"), RecordLink("otherSession", to: "/training/sessions"),
            RecordLink("courseCode", to: "/training/courses"),
            RecordLink(
                "certificateNo", in: [ListEnrolments.name, ShowSession.name, ShowTrainingRecord.name],
                to: "/training/certificates"),
            RecordLink(
                "cadre", in: [ListEnrolments.name, ShowSession.name, ListLevels.name, AdvanceLevels.name], to: "/training/people",
                by: "cadreId"),
        ]

    private static let widgets =
        [
            "enrolment.list.cadre", "enrolment.add.cadre", "training.record.cadre", "competence.show.cadre", "level.set.cadre",
            "external.add.cadre", "external.list.cadre", "enrolment.score.cadre", "enrolment.exempt.cadre",
        ].map { FieldWidget($0, .suggestions(ListLevels.name, value: "cadreId", label: "cadre")) }
        + [
            FieldWidget("field.session", .suggestions(ListSessions.name, value: "session", label: "course")),
            FieldWidget("field.course", .suggestions(ListCourses.name, value: "courseCode", label: "course")),
            FieldWidget("field.room", .suggestions(ListRooms.name, value: "room", label: "capacity")),
            FieldWidget("field.teacher", .suggestions(ListTeachers.name, value: "teacher", label: "teacher")),
            FieldWidget("field.objectives", .longText), FieldWidget("feedback.add.remark", .longText),
            FieldWidget("enrolment.add.exemption", .longText),
        ]

    private static let tones =
        StateTone.of(
            "sessionState",
            [.quiet: ["planned", "cancelled"], .progress: ["open", "running"], .due: ["finished"], .done: ["scored"]])
        + StateTone.of(
            "enrolmentState",
            [
                .quiet: ["exempt", "cancelled"], .due: ["waitlisted", "attended"], .progress: ["confirmed"],
                .late: ["absent", "excused", "failed"], .done: ["passed"],
            ])
        + StateTone.of("clashKind", [.late: ["room", "teacher", "learner", "capacity"]])
        + StateTone.of("occurrence", [.quiet: ["ahead", "cancelled"], .done: ["held"], .late: ["missed"]])
        + StateTone.of(
            "learnerLevel", [.quiet: ["beginner"], .progress: ["intermediate", "advanced"], .done: ["expert"]])
}
