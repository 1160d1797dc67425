"""A month of training by hand: a trainer plans it, moves a session, enrols people, enters what came of it; a learner sees their own."""

import datetime
import re

import icalendar
import pytest
from axe_playwright_python.sync_playwright import Axe
from office import SAMPLE, Office

SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
TODAY = datetime.datetime.now(SHANGHAI).date()
# The month to be planned is the next one; its first worked days, Monday to Friday.
FIRST = (TODAY.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
DAYS = [day for day in (FIRST + datetime.timedelta(days=n) for n in range(14)) if day.weekday() < 5]
PAST = TODAY - datetime.timedelta(days=2)
MONTH = f"{FIRST:%Y-%m}"
ROOM, OTHER_ROOM = "巡察办培训室", "区委党校301教室"
LEARNER, SECOND, THIRD = "侯霞", "王鑫", "江洋"


class TrainingOffice(Office):
    """The district with its people, a trainer and two learners; no training yet."""

    ACCOUNTS = Office.ACCOUNTS + [("trainer", "培训管理员", "TR")]

    def __init__(self, folder):
        super().__init__(folder)
        self.run("cadre", "import", str(SAMPLE / "cadres/pool-sample.csv"))
        self.ids = {row["cadre"]: row["cadreId"] for row in self.ask("cadre", "list", "--limit", "1000")}
        for account, name in [("learner", LEARNER), ("other-learner", SECOND)]:
            self.run("account", "add", account, "--title", name, "--roles", "LE", "--cadre", self.ids[name])


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    office = TrainingOffice(tmp_path_factory.mktemp("training"))
    yield office
    office.stop()


@pytest.fixture(scope="module")
def trainer(people):
    return people("trainer")


def plan(folder):
    """Five sessions of the month, as the office used to keep them in a table."""
    rows = [
        ("M01", "C002", DAYS[0], "09:00", "12:00", ROOM, "讲师12", 20),
        ("M02", "C006", DAYS[0], "14:30", "17:30", OTHER_ROOM, "讲师05", 30),
        ("M03", "C014", DAYS[2], "09:00", "12:00", "区纪委监委会议室", "讲师07", 24),
        ("M04", "C009", DAYS[4], "09:00", "12:00", ROOM, "讲师12", 20),
        ("M05", "C016", DAYS[6], "14:30", "16:30", "双浦镇党群中心", "讲师09", 40),
    ]
    lines = ["场次编号,课程编号,开始时间,结束时间,地点,讲师,容量,报名截止,状态"]
    lines += [f"{code},{course},{day} {start},{day} {end},{room},{teacher},{places},,报名中" for code, course, day, start, end, room, teacher, places in rows]
    path = folder / "sessions.csv"
    path.write_text("\n".join(lines))
    return str(path)


def take_over(person, operation, file):
    """The steps of an import up to its result."""
    person.go(f"/import/{operation}").fill(file=file)
    person.page.locator("form.form button.main").click()
    person.page.locator("form button.main").click()
    person.shot(f"training-import-{operation}")
    person.page.locator("form button.main").click()
    person.page.wait_for_selector("h1:has-text('导入完成')", timeout=60_000)
    return person


def test_catalogue_and_plan_are_taken_over(trainer, tmp_path):
    trainer.go("/training")
    assert "本月还没有场次" in trainer.page.inner_text("main")
    trainer.shot("training-empty")
    trainer.page.get_by_role("link", name="课程", exact=True).click()
    trainer.page.locator("main").get_by_role("link", name="导入课程目录").first.click()
    assert trainer.page.url.endswith("/import/course.import")
    take_over(trainer, "course.import", str(SAMPLE / "training/courses.csv"))
    assert "新增 40 门" in trainer.page.inner_text("main")
    take_over(trainer, "session.import", plan(tmp_path))
    assert "新增 5 场" in trainer.page.inner_text("main")
    trainer.go(f"/training?month={MONTH}")
    assert trainer.page.locator(".events li").count() == 5
    assert trainer.page.locator(".events .tag.late").count() == 0


def open_plan(trainer, day, **fields):
    """From the day in the month to the form, filled in."""
    trainer.go(f"/training?month={MONTH}")
    trainer.page.locator(f"time[datetime='{day}'] a").click()
    assert trainer.page.locator("#f-day").input_value() == str(day)
    return trainer.fill(**fields)


def test_a_session_is_planned_by_form(trainer):
    """Two places only, so that somebody will have to wait."""
    open_plan(trainer, DAYS[1], course="C005", room=ROOM, teacher="讲师03", capacity="2", code="M10")
    trainer.shot("training-plan")
    trainer.send().says("M10")
    assert trainer.page.url.endswith("/training/sessions/M10")
    trainer.shot("training-session-planned")
    trainer.press("开放报名")
    assert "报名中" in trainer.page.locator(".facts").inner_text()


def test_a_clash_is_shown_when_planning_and_a_free_place_is_one_press_away(trainer):
    open_plan(trainer, DAYS[0], course="C011", **{"from": "10:00"}, to="12:00", room=ROOM, teacher="讲师04", capacity="10", code="M11")
    trainer.page.locator("main form.form button.main").click()
    clash = trainer.page.locator("[role=alert]")
    assert f"{ROOM} 已被场次 M01" in clash.inner_text()
    assert clash.locator("a.button").count() == 3
    assert trainer.page.locator("#f-teacher").input_value() == "讲师04", "nothing typed is lost"
    trainer.shot("training-plan-clash")
    free = clash.locator("a.button").first.inner_text()
    clash.locator("a.button").first.click()
    assert trainer.page.locator("#f-room").input_value() == free.split(" ")[-1]
    assert trainer.page.locator("#f-code").input_value() == "M11"
    trainer.send().says("M11")


def test_everything_wrong_with_a_plan_is_said_at_once(trainer):
    open_plan(trainer, DAYS[1], **{"from": "12:00"}, to="09:00", course="C011", capacity="0", deadline="31.12.")
    trainer.page.locator("main form.form button.main").click()
    assert "“31.12.”不是日期" in trainer.page.locator("[role=alert]").inner_text()
    trainer.fill(deadline="")
    trainer.page.locator("main form.form button.main").click()
    assert trainer.page.locator("[role=alert] li").count() == 2, "the end and the places"


def test_a_session_is_moved_past_a_clash(trainer):
    """From the calendar: chosen, clash named with three free alternatives, one taken, confirmed."""
    trainer.go(f"/training?month={MONTH}")
    trainer.shot("training-month")
    assert not trainer.page.locator("#move form").is_visible(), "the month comes first"
    trainer.page.locator(".events li", has_text="巡察纪律与保密").get_by_role("link", name="调整场次 M10").click()
    form = trainer.page.locator("#move form")
    assert form.is_visible()
    assert form.locator("select").input_value() == "M10"
    form.locator("#move-start").fill(f"{DAYS[0]}T09:00")
    form.get_by_role("button", name="查看是否冲突").click()
    alert = trainer.page.locator("#move [role=alert]")
    assert f"{ROOM} 已被场次 M01" in alert.inner_text()
    offers = alert.locator("a.button")
    assert offers.count() == 3
    trainer.shot("training-move-clash")
    chosen = offers.nth(1).inner_text()
    offers.nth(1).click()
    confirm = trainer.page.locator("#move form[method=post]")
    assert "没有冲突" in confirm.inner_text()
    assert trainer.page.locator(".month li.due").count() == 1, "where it would stand is marked in the month"
    trainer.shot("training-move-free")
    confirm.get_by_role("button", name="确认调整").click()
    trainer.says("M10 已调整")
    room = chosen.split(" ")[-1]
    assert room in trainer.page.locator(".events li", has_text="巡察纪律与保密").inner_text()
    trainer.shot("training-moved")


def test_a_learner_cannot_be_in_two_places(trainer):
    trainer.go("/training/sessions/M01").press("报名", cadre=LEARNER)
    session = trainer.go("/training/sessions/M10")
    session.page.locator("main").get_by_role("link", name="报名", exact=True).click()
    session.fill(cadre=LEARNER)
    session.page.locator("main form.form button.main").click()
    assert f"{LEARNER} 已报场次 M01" in session.page.locator(".faults").inner_text()
    session.shot("training-enrol-clash")
    row = trainer.go("/training/sessions/M01").page.locator("tr", has_text=LEARNER)
    row.get_by_role("link", name="取消", exact=True).click()
    trainer.send().says(f"{LEARNER} 已取消场次 M01")


def test_people_are_enrolled_one_after_the_other_and_the_third_waits(trainer):
    trainer.go("/training/sessions/M10")
    trainer.page.locator("main").get_by_role("link", name="报名", exact=True).click()
    for name in [SECOND, LEARNER]:
        trainer.page.locator("#f-cadre").press_sequentially(name)
        trainer.page.locator(".offers li").first.wait_for()
        trainer.page.locator(".offers li").first.click()
        trainer.page.get_by_role("button", name="保存，再填一份").click()
        trainer.says(f"{name} 已报名场次 M10")
    trainer.send(cadre=THIRD).says(f"{THIRD} 列入候补")
    assert trainer.page.url.endswith("/training/sessions/M10")
    waiting = trainer.page.locator("section", has_text="候补名单")
    assert THIRD in waiting.inner_text()
    trainer.shot("training-session-full")


def test_who_waits_moves_up(trainer):
    row = trainer.go("/training/sessions/M10").page.locator("tr", has_text=SECOND)
    row.get_by_role("link", name="取消", exact=True).click()
    trainer.send(reason="参加另一项工作").says("候补转正 1 人")
    page = trainer.go("/training/sessions/M10").page
    assert page.locator("section", has_text="候补名单").count() == 0
    assert THIRD in page.locator("section", has_text="参训人员").inner_text()


def test_a_sign_in_sheet_is_printed_and_filled_in(trainer):
    sheet = trainer.go("/training/sessions/M10")
    sheet.page.locator("main").get_by_role("link", name="签到表").click()
    assert LEARNER in sheet.page.locator("table").inner_text()
    assert sheet.page.get_by_role("button", name="打印").is_visible()
    sheet.page.emulate_media(media="print")
    assert not sheet.page.locator("nav.areas").is_visible()
    sheet.shot("training-sheet-print")
    sheet.page.emulate_media(media="screen")
    with sheet.page.expect_download() as saved:
        sheet.page.get_by_role("link", name="下载填报").click()
    assert saved.value.suggested_filename == "M10.csv"


def test_results_are_entered_on_one_sheet(trainer):
    """A class of yesterday's: everybody is there unless said otherwise; a wrong score is named and nothing typed is lost."""
    trainer.go("/training/plan").send(course="C001", day=str(PAST), room=OTHER_ROOM, teacher="讲师01", capacity="10", code="P01")
    trainer.press("开放报名")
    for name in [LEARNER, SECOND, THIRD]:
        trainer.go("/training/sessions/P01").press("报名", cadre=name)
    trainer.go("/training/sessions/P01").press("结束")
    trainer.page.locator("main").get_by_role("link", name="登记全班结果").click()
    score = {name: trainer.page.get_by_label(f"{name}：成绩") for name in [LEARNER, SECOND, THIRD]}
    score[LEARNER].fill("88.5")
    score[SECOND].fill("188")
    trainer.page.get_by_label(f"{THIRD}：签到").select_option("excused")
    trainer.page.get_by_role("button", name="全部保存").click()
    assert f"{SECOND}：" in trainer.page.locator(".faults").inner_text()
    assert score[LEARNER].input_value() == "88.5"
    trainer.shot("training-results-fault")
    score[SECOND].fill("55")
    trainer.shot("training-results")
    trainer.page.get_by_role("button", name="全部保存").click()
    trainer.says("合格 1，不合格 1")
    trainer.press("登分完毕")
    trainer.shot("training-session-scored")


def test_a_certificate_is_printed(trainer):
    trainer.go("/training/sessions/P01")
    trainer.page.locator("tr", has_text=LEARNER).get_by_role("link", name=re.compile("PX")).click()
    paper = trainer.page.locator(".certificate")
    assert LEARNER in paper.inner_text() and "88.5" in paper.inner_text()
    assert trainer.page.get_by_role("button", name="打印").is_visible()
    trainer.page.emulate_media(media="print")
    trainer.shot("training-certificate-print")
    trainer.page.emulate_media(media="screen")


def test_the_calendar_file_opens_in_another_program(trainer):
    trainer.go("/training")
    with trainer.page.expect_download() as saved:
        trainer.page.get_by_role("link", name="日历文件").click()
    calendar = icalendar.Calendar.from_ical(open(saved.value.path(), "rb").read())
    assert calendar.errors == []
    events = {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}
    assert len(events) == 8
    start = events["政治巡察定位"]["DTSTART"].dt.astimezone(SHANGHAI)
    assert f"{start:%Y-%m-%d %H:%M}" == f"{DAYS[0]} 09:00"
    assert str(events["政治巡察定位"]["LOCATION"]) == ROOM


def test_a_learner_sees_their_own(people, office):
    office.run("setting", "set", "training.entryHours", "30", "--reason", "进驻前培训要求")
    learner = people("learner").go("/")
    learner.page.locator("nav").get_by_role("link", name="培训", exact=True).first.click()
    learner.page.locator("main").get_by_role("link", name="我的培训").click()
    main = learner.page.inner_text("main")
    assert "巡察纪律与保密" in main, "the plan"
    assert "尚缺学时" in main, "what is short"
    figures = dict(zip(learner.page.locator(".facts dt").all_inner_texts(), learner.page.locator(".facts dd").all_inner_texts()))
    assert figures["累计学时"] == "4" and figures["尚缺学时"].endswith("26")
    learner.shot("learner-own")
    learner.page.get_by_role("link", name=re.compile("^PX")).click()
    assert LEARNER in learner.page.locator(".certificate").inner_text()
    learner.shot("learner-certificate")
    with learner.go("/training/mine").page.expect_download() as saved:
        learner.page.get_by_role("link", name="日历文件").click()
    calendar = icalendar.Calendar.from_ical(open(saved.value.path(), "rb").read())
    assert sorted(str(event["SUMMARY"]) for event in calendar.walk("VEVENT")) == ["巡察纪律与保密", "巡视工作条例要点"]


def test_a_learner_gives_feedback_enrols_and_leaves(people):
    learner = people("learner").go("/training/sessions/P01")
    learner.press("评价场次", rating="5", remark="例子多，听得懂").says("已收到")
    learner.go("/training/sessions/M03").page.get_by_role("button", name="报名", exact=True).click()
    learner.says("已报名场次 M03")
    learner.shot("learner-session")
    learner.press("取消报名").says("已取消场次 M03")


def test_a_learner_keeps_their_own_study_log(people):
    learner = people("learner").go("/study")
    assert LEARNER in learner.page.inner_text("h1")
    learner.press("记学习", topic="巡视工作条例第三章", minutes="45", mode="inDepth", date=str(TODAY)).says("已记入")
    learner.go("/study")
    assert "巡视工作条例第三章" in learner.page.inner_text("main")
    learner.shot("learner-study")


def test_a_learner_sees_nothing_of_others(people, office, trainer):
    """Neither in pages, nor in lists, nor in files; what is hidden and what does not exist look the same."""
    trainer.go("/op/study.add").send(cadre=SECOND, topic="他人的学习", minutes="30", mode="inDepth", date=str(TODAY))
    other = office.ids[SECOND]
    number = trainer.go("/training/sessions/P01").page.get_by_role("link", name=re.compile("^PX")).inner_text()
    stranger = people("other-learner")
    hidden = set()
    for path in [f"/training/people/{office.ids[LEARNER]}", f"/training/certificates/{number}", "/training/certificates/PX1999-0001",
                 f"/study/people/{office.ids[LEARNER]}", f"/training/calendar.ics?cadre={office.ids[LEARNER]}",
                 "/training/sessions/P01/results", "/training/sessions/P01/sheet", "/training/plan", "/op/session.add", "/nothing"]:
        answer = stranger.page.goto(path)
        assert answer.status == 404, path
        hidden.add(stranger.page.locator("h1").inner_text())
    assert len(hidden) == 1, hidden
    learner = people("learner")
    for path in ["/training", "/training?month=" + MONTH, "/training/mine", "/training/sessions/P01", "/training/sessions/M10",
                 "/op/enrolment.list", "/op/level.list", "/study/log", "/op/study.sum", "/op/competence.show", "/op/feedback.list?session=P01"]:
        learner.page.goto(path)
        text = learner.page.inner_text("main")
        assert SECOND not in text and THIRD not in text and "他人的学习" not in text, path
    assert learner.go("/study").page.url.endswith(office.ids[LEARNER])
    assert other not in learner.page.content()


PAGES = {
    "trainer": [
        f"/training?month={MONTH}", f"/training?session=M10&start={DAYS[0]}T09:00&room={ROOM}&month={MONTH}#move", "/training/courses",
        "/training/courses/C001", "/training/sessions/M10", "/training/sessions/P01", "/training/sessions/P01/results",
        "/training/sessions/M10/sheet", "/training/plan", "/op/enrolment.add?session=M10&_set=session", "/op/level.list",
        "/op/training.needs?round=14-3", "/study", "/op/study.collect", "/op/series.add", "/",
    ],
    "learner": [
        "/", "/training", "/training/mine", "/training/sessions/M10", "/training/sessions/P01", "/training/courses/C001", "/study",
        "/op/competence.show", "/op/feedback.add?session=P01&_set=session",
    ],
}


@pytest.mark.parametrize("account", PAGES)
def test_no_serious_fault_of_accessibility(people, account):
    person = people(account)
    faults = []
    for theme, width in [("light", 1366), ("dark", 1366), ("light", 360)]:
        person.page.emulate_media(color_scheme=theme)
        person.page.set_viewport_size({"width": width, "height": 768})
        for path in PAGES[account]:
            person.page.goto(path)
            found = Axe().run(person.page).response["violations"]
            faults += [
                f"{account} {path} {theme} {width}: {one['id']} {[node['html'][:120] for node in one['nodes'][:3]]}"
                for one in found
                if one["impact"] in ("serious", "critical")
            ]
            if person.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                faults.append(f"{account} {path} is wider than {width}")
    person.page.emulate_media(color_scheme="light")
    person.page.set_viewport_size({"width": 1366, "height": 768})
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("look,size", [("light", (1366, 768)), ("dark", (1366, 768)), ("light", (360, 740))])
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_pictures(people, language, look, size):
    for account, paths in PAGES.items():
        person = people(account)
        person.go("/settings").fill(language=language, theme=look)
        person.page.locator("main form.form button.main").click()
        person.page.set_viewport_size({"width": size[0], "height": size[1]})
        for number, path in enumerate(paths):
            person.page.goto(path)
            assert person.page.locator("html").get_attribute("lang") == language
            person.shot(f"training.{account}.{number:02}.{language}.{look}.{size[0]}")
        person.page.set_viewport_size({"width": 1366, "height": 768})
        person.go("/settings").fill(language="zh-Hans", theme="device")
        person.page.locator("main form.form button.main").click()
