"""What holds of every page, looked at by people of different roles on a file with one round in it."""

import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from office import PASSWORD, PROGRAM, REPOSITORY, Office, Person

PAGES = {
    "office": [
        "/", "/overview", "/rounds", "/rounds/14-3", "/findings", "/findings/14-3-0009", "/rectification",
        "/rectification/14-3-0009", "/rectification/14-3-0002", "/reviews", "/reviews/14-3/330106J52/report", "/people",
        "/units", "/units/330106J52", "/coverage", "/coverage?coverage=gap&level=street", "/rounds/14-3/tasks", "/declarations",
        "/declarations?team=14-3-1", "/figures", "/figures?year=2024", "/figures/rectification.rate", "/pools/inspector/structure", "/system", "/audit", "/settings", "/help",
        "/search?q=制度", "/search", "/rule/R-RND-06", "/op/round.create", "/op/account.add", "/op/account.list",
        "/op/team.propose?round=14-3", "/op/item.plan?no=14-3-0009&_set=no", "/op/rule.list", "/op/unit.list?words=街道",
        "/op/unit.list?words=没有", "/import/unit.import", "/import/cadre.import", "/nothing",
    ],
    "wenlv-principal": [
        "/", "/rectification", "/rectification/14-3-0009", "/reviews", "/reviews/14-3/330106J52/plan", "/op/review.submit",
        "/op/item.submit?no=14-3-0009&_set=no", "/settings", "/help", "/nothing",
    ],
    "leader-14-3-2": ["/", "/rounds/14-3", "/findings", "/findings/14-3-0001", "/op/finding.draft"],
    "committee": ["/", "/overview"],
}


class DemoOffice(Office):
    """The demo district, with everything done up to the figures."""

    keeper = "security"

    def __init__(self, folder):
        self.database = str(Path(folder) / "office.sqlite")
        call = [PROGRAM, "demo", "--database", self.database, "--data", str(REPOSITORY / "SampleData")]
        subprocess.run(call, check=True, capture_output=True)
        self.serve()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    office = DemoOffice(tmp_path_factory.mktemp("demo"))
    yield office
    office.stop()


def each(person, paths):
    for path in paths:
        person.page.goto(path)
        yield path, path.strip("/").replace("/", "_").split("?")[0] or "home"


@pytest.mark.parametrize("account", PAGES)
def test_no_serious_fault_of_accessibility(people, account):
    """Light, dark and narrow; a fault that is serious or critical fails, on whichever page."""
    person = people(account)
    faults = []
    for theme, width in [("light", 1366), ("dark", 1366), ("light", 360)]:
        person.page.emulate_media(color_scheme=theme)
        person.page.set_viewport_size({"width": width, "height": 768})
        for path, _ in each(person, PAGES[account]):
            found = Axe().run(person.page).response["violations"]
            faults += [
                f"{account} {path} {theme} {width}: {one['id']} {[node['html'][:120] for node in one['nodes'][:3]]}"
                for one in found
                if one["impact"] in ("serious", "critical")
            ]
    person.page.emulate_media(color_scheme="light")
    person.page.set_viewport_size({"width": 1366, "height": 768})
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("width", [1366, 640, 360, 320])
def test_no_page_is_wider_than_the_window(people, width):
    """640 is a window of 1280 at 200 %."""
    person = people("office")
    person.page.set_viewport_size({"width": width, "height": 700})
    wide = []
    for path, _ in each(person, PAGES["office"]):
        if person.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(path)
    person.page.set_viewport_size({"width": 1366, "height": 768})
    assert wide == []


@pytest.mark.parametrize("width", [1366, 360])
def test_charts_show_their_numbers_and_true_lengths(people, width):
    """On a phone too, no bar and no number lies outside the window."""
    person = people("office")
    person.page.set_viewport_size({"width": width, "height": 740})
    person.go("/pools/inspector/structure")
    outside = person.page.evaluate(
        """() => [...document.querySelectorAll('.chart svg rect, .chart svg text')]
            .filter(part => part.getBoundingClientRect().right > window.innerWidth).length"""
    )
    bars = person.page.locator(".chart").first.locator("rect.one")
    longest = max(bar.bounding_box()["width"] for bar in bars.all())
    notes = [int(text) for text in person.page.locator(".chart").first.locator("svg a text:nth-of-type(2)").all_text_contents()]
    for bar, note in zip(bars.all(), notes):
        assert abs(bar.bounding_box()["width"] / longest - note / max(notes)) < 0.02
    person.page.set_viewport_size({"width": 1366, "height": 768})
    assert outside == 0 and len(notes) > 5


@pytest.mark.parametrize(
    "look,size", [("light", (1366, 768)), ("dark", (1366, 768)), ("light", (360, 740)), ("dark", (360, 740))]
)
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_pictures(people, language, look, size):
    """For people to look at; the words are checked to be in the language that was chosen."""
    for account in ["office", "wenlv-principal"]:
        person = people(account)
        person.go("/settings").fill(language=language, theme=look)
        person.page.locator("main form.form button.main").click()
        person.page.set_viewport_size({"width": size[0], "height": size[1]})
        for path, name in each(person, PAGES[account]):
            assert person.page.locator("html").get_attribute("lang") == language
            person.shot(f"{name}.{account}.{language}.{look}.{size[0]}")
        if language == "en":
            person.go("/rectification")
            heads = person.page.locator("thead th").all_inner_texts()
            assert not any("\u4e00" <= letter <= "\u9fff" for letter in "".join(heads)), heads
        person.page.set_viewport_size({"width": 1366, "height": 768})
        person.go("/settings").fill(language="zh-Hans", theme="device")
        person.page.locator("main form.form button.main").click()


def test_hidden_and_absent_are_the_same(people):
    """A page that is somebody else's and one that does not exist: the same status and the same words."""
    unit = people("wenlv-principal")
    seen = set()
    for path in ["/nothing", "/rounds", "/rounds/14-3", "/people", "/system", "/overview", "/op/account.list", "/op/no.such",
                 "/rectification/99-9-0001", "/findings/14-3-0001", "/import/unit.import", "/reviews/14-3/330106110/plan"]:
        unit.go(path, status=404)
        seen.add(unit.page.locator("main").inner_text())
    assert len(seen) == 1, seen
    assert unit.go("/search?q=党费").page.locator("tbody tr", has_text="14-3-0001").count() == 0


def test_keyboard_alone(people):
    """From the skip link to a sent form without a mouse."""
    person = people("office")
    person.go("/")
    keys = person.page.keyboard
    keys.press("Tab")
    assert person.page.evaluate("document.activeElement.className") == "skip"
    keys.press("Enter")
    assert person.page.evaluate("document.activeElement.id") == "main"
    keys.press("g")
    keys.press("l")
    person.page.wait_for_url("**/rectification")
    for _ in range(3):
        keys.press("j")
    keys.press("k")
    assert person.page.locator("tr[data-here]").count() == 1
    outline = person.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", "what has the focus is seen"
    keys.press("o")
    person.page.wait_for_url("**/rectification/14-3-0003")
    keys.press("/")
    assert person.page.evaluate("document.activeElement.id") == "q"
    keys.type("制度")
    keys.press("Enter")
    person.page.wait_for_url("**/search?q=*")
    keys.press("?")
    person.page.wait_for_url("**/help#keys")
    person.go("/op/round.create")
    person.page.locator("#f-title").focus()
    keys.type("键盘新建的一轮")
    keys.press("Control+Enter")
    summary = person.page.locator("#faults")
    summary.wait_for()
    assert person.page.evaluate("document.activeElement.id") == "faults"
    assert person.page.locator("#f-title").input_value() == "键盘新建的一轮", "nothing typed is lost"
    keys.press("Tab")
    keys.press("Enter")
    assert person.page.evaluate("document.activeElement.id").startswith("f-")


def test_essential_work_without_script(browser, office):
    """Signing in, lists, filters by name, forms with faults, uploads, views, exports, signing out."""
    person = Person(browser, office, "office", java_script_enabled=False).sign_in()
    person.go("/rectification").fill(unit="区文旅体局", status="inProgress")
    person.page.locator("form.filter button").first.click()
    assert person.page.locator("tbody tr").count() == 6
    person.page.locator(".tool summary", has_text="视图").click()
    person.page.locator("#view-name").fill("在改")
    person.page.get_by_role("button", name="保存当前视图").click()
    person.page.locator(".tool summary", has_text="视图").click()
    person.page.get_by_role("link", name="在改", exact=True).click()
    assert person.page.locator("tbody tr").count() == 6
    person.go("/op/round.create").fill(number="三", title="第四轮", start="2026-13-01")
    person.page.locator("form.form button.main").click()
    assert person.page.locator(".faults li").count() == 3
    assert person.page.locator("#f-title").input_value() == "第四轮"
    person.send(number="4", start="2026年12月1日", end="2027-06-30").says("已新建轮次")
    person.go("/import/unit.import").fill(file=str(REPOSITORY / "Tests/Data/units/hangzhou-xihu.csv"))
    person.page.locator("form.form button.main").click()
    person.page.locator("form button.main").click()
    assert person.page.locator(".steps [aria-current]").inner_text() == "核对内容"
    person.page.locator("header").get_by_role("button", name="退出").click()
    assert "/sign-in" in person.page.url
    person.close()


def test_lists_are_sorted_and_chosen(people):
    person = people("office").go("/rectification")
    person.page.locator("thead").get_by_role("link", name="编号").click()
    person.page.locator("thead").get_by_role("link", name="编号").click()
    assert person.page.locator("thead th[aria-sort=descending]").inner_text() == "编号"
    assert person.page.locator("tbody tr").first.inner_text().startswith("14-3-0026")
    person.page.locator(".tool summary", has_text="选择列").click()
    person.page.get_by_label("责任领导").check()
    person.page.get_by_role("button", name="显示所选列").click()
    assert "责任领导" in person.page.locator("thead").inner_text()
    assert person.page.locator("thead th[aria-sort=descending]").count() == 1


def test_a_wrong_password_says_no_more_than_that(browser, office):
    texts = set()
    for account in ["office", "nobody"]:
        person = Person(browser, office, account)
        person.page.goto("/sign-in")
        person.fill(account=account, password=PASSWORD + "x")
        person.page.locator("form button.main").click()
        texts.add(person.page.locator("main").inner_text())
        person.close()
    assert len(texts) == 1


def test_printed_pages_are_papers(people, tmp_path):
    person = people("office").go("/rectification")
    person.page.emulate_media(media="print")
    for hidden in ["header.top", "nav.areas", "form.filter", ".tools"]:
        assert not person.page.locator(hidden).first.is_visible(), hidden
    paper = tmp_path / "ledger.pdf"
    person.page.pdf(path=str(paper), prefer_css_page_size=True)
    assert paper.stat().st_size > 10_000
    person.page.emulate_media(media="screen")
