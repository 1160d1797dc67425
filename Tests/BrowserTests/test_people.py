"""People and teams by hand: a roster with faults, duplicates, a pool, why somebody may not lead, a board, recusal, papers."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from office import SAMPLE, Office

ROUND = "14-3"
TOWN = "330106110"
ORGAN = "330106J05"
ADDED = "330106J31"
# Meets all criteria but those that the roster does not tell.
CANDIDATE = "江思源"


class PeopleOffice(Office):
    """With an account for everybody who has a part in choosing people."""

    ACCOUNTS = Office.ACCOUNTS + [
        ("hr", "区人社局", "HR"),
        ("discipline", "区纪委监委", "CD"),
        ("second", "领导小组副组长", "LG"),
    ]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    office = PeopleOffice(tmp_path_factory.mktemp("people"))
    yield office
    office.stop()


def looked_at(person, name):
    """A picture in each language for people to look at; no serious fault of accessibility in either."""
    path = person.page.url
    for language in ["en", "zh-Hans"]:
        person.go("/settings").fill(language=language)
        person.page.locator("main form.form button.main").click()
        person.page.goto(path)
        assert person.page.locator("html").get_attribute("lang") == language
        found = Axe().run(person.page).response["violations"]
        faults = [f"{one['id']} {one['nodes'][0]['html'][:160]}" for one in found if one["impact"] in ("serious", "critical")]
        assert faults == [], f"{path} {language}: {faults}"
        wide = person.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert not wide, f"{path} {language} is wider than the window"
        person.shot(f"people-{name}.{language}")
    return person


def person_page(person, name):
    """From the list of people to somebody's page, as a person would."""
    person.go("/people").fill(words=name)
    person.page.locator("form.filter button").first.click()
    person.page.locator("main tbody").get_by_role("link", name=name, exact=True).first.click()
    return person


def wait_for_result(person):
    person.page.wait_for_selector("h1:has-text('导入完成')", timeout=120_000)


def import_file(person, file, link):
    """The steps of an import up to its result."""
    person.go("/people").page.locator("main").get_by_role("link", name=link, exact=True).first.click()
    person.fill(file=str(file))
    person.page.locator("form.form button.main").click()
    person.page.locator("form button.main").click()
    person.page.locator("form button.main").click()
    wait_for_result(person)


def test_the_dirty_roster_comes_in(people, tmp_path):
    hr = people("hr").go("/people")
    hr.page.locator("main").get_by_role("link", name="导入干部名册").first.click()
    hr.fill(file=str(SAMPLE / "cadres/pool-sample-dirty.csv"), rosterDate="2024-06-30")
    hr.page.locator("form.form button.main").click()
    assert hr.page.locator(".steps [aria-current]").inner_text() == "对应列"
    hr.page.locator("form button.main").click()
    preview = hr.page.inner_text("main")
    for said in ["有 18 行需要更正", "将保存 56 人", "3 人参加过巡察", "请改写"]:
        assert said in preview, f"{said} is not in the preview"
    assert hr.page.evaluate("document.documentElement.scrollHeight") < 9000, "a row is a line or a few"
    looked_at(hr, "1-preview")
    # The button says how many rows come back; nobody finds out by being refused.
    hr.page.get_by_role("button", name="只导入正确的行，退回有问题的 18 行").click()
    wait_for_result(hr)
    looked_at(hr, "2-result")
    with hr.page.expect_download() as saved:
        hr.page.locator("a[download]").click()
    rejects = tmp_path / "rejects.csv"
    saved.value.save_as(rejects)
    assert len(rejects.read_text(encoding="utf-8-sig").splitlines()) > 18


def test_the_other_rosters_come_in(people):
    """The pools, who leads the units, and schools: what recusal looks at."""
    office = people("office")
    import_file(office, SAMPLE / "cadres/pool-sample.csv", "导入干部名册")
    import_file(office, SAMPLE / "cadres/leaders-sample.csv", "导入干部名册")
    import_file(office, SAMPLE / "cadres/studies-sample.csv", "导入情况表")


def test_duplicates_are_decided_pair_by_pair(people):
    hr = people("hr").go("/people")
    hr.page.locator("main").get_by_role("link", name="疑似重复").click()
    pairs = hr.page.locator("main section").count()
    assert pairs >= 2
    looked_at(hr, "3-duplicates")
    first = hr.page.locator("main section").first
    assert "相同" in first.inner_text() and "不同" in first.inner_text(), "what differs is said"
    first.get_by_role("link", name="合并重复记录").click()
    hr.send(reason="核对档案，为同一人").says("已并入")
    hr.go("/duplicates").page.locator("main section").first.get_by_role("link", name="确认不是同一人").click()
    hr.send(reason="身份证号不同，为两人")
    assert hr.go("/duplicates").page.locator("main section").count() == pairs - 2


def test_why_somebody_may_not_lead(people):
    """Each criterion with its verdict, the facts used and the day they are of."""
    organisation = people("organisation")
    person_page(organisation, "戴梦瑶")
    table = organisation.page.locator("section", has_text="资格核查").first
    row = table.locator("tbody tr", has_text="纪检或组织工作经历")
    assert "不通过" in row.inner_text() and "5 段工作经历中没有纪检或组织工作" in row.inner_text() and "2024-06-30" in row.inner_text()
    looked_at(organisation, "4-not-eligible")


def test_somebody_comes_into_a_pool(people, office):
    """Nominated, vetted, admitted, each by another; what is missing is said until then."""
    organisation = people("organisation")
    for setting in ["personnel.leaderAgeCeiling", "personnel.deputyAgeCeiling"]:
        office.run("setting", "set", setting, "58", "--reason", "区委研究")
    person_page(organisation, CANDIDATE)
    organisation.page.locator("main").get_by_role("link", name="提名入库", exact=True).click()
    organisation.fill(pool="leader", route="recommendation", basis="组织部推荐函〔2026〕7号")
    organisation.page.locator("main form.form button.main").click()
    faults = organisation.page.locator(".faults").inner_text()
    assert "区管干部" in faults and "R-POL-01" in faults, faults
    organisation.shot("people-5-refused")
    person_page(organisation, CANDIDATE).press("变更信息", managedBy="district", inService="true", source="区管干部名册")
    # Who nominates does not vet.
    keeper = person_page(people("office"), CANDIDATE)
    keeper.press("提名入库", pool="leader", route="recommendation", basis="组织部推荐函〔2026〕7号").says(CANDIDATE)
    assert "还没有纪委监委的廉政意见" in person_page(organisation, CANDIDATE).page.inner_text("main")
    discipline = people("discipline")
    person_page(discipline, CANDIDATE).press("廉政意见", opinion="clear", document="西纪函〔2026〕9号")
    person_page(organisation, CANDIDATE).press("审核")
    person_page(people("committee"), CANDIDATE).press("批准入库", document="西委〔2026〕12号")
    looked_at(person_page(organisation, CANDIDATE), "6-admitted")
    assert organisation.page.locator("h3", has_text="组长库").inner_text().endswith("在库")


def test_a_round_is_begun(people):
    office = people("office")
    office.go("/rounds").press("新建轮次", number="3", title="十四届区委第三轮巡察", start="20261201", end="2027年6月30日")
    office.press("确定巡察对象", unit=TOWN, withSubordinates="true")
    office.go(f"/rounds/{ROUND}").press("确定巡察对象", unit=ORGAN)


def test_teams_are_composed_by_mouse_and_by_keyboard(people):
    office = people("office").go(f"/rounds/{ROUND}/teams")
    office.press("建立空组", teams="2", size="6")
    team = office.page.locator(f"#team-{ROUND}-1")
    assert "1 组 0 人，应为 6 人" in team.inner_text()
    # By mouse: a leader, whose reasons and what is still missing stand there at once.
    team.get_by_role("link", name="选组长").click()
    assert "R-SEL-15" not in office.page.locator("#choose tbody tr").first.inner_text()
    office.page.locator("#choose tbody tr").first.get_by_role("button").click()
    assert office.page.locator(f"#team-{ROUND}-1").inner_text().count("不允许") == 2, "one demand is met"
    assert office.page.evaluate("scrollY") > 0, "whoever puts somebody in stays at the team"
    # By keyboard alone: a deputy.
    keys = office.page.keyboard
    office.page.locator(f"#team-{ROUND}-1").get_by_role("link", name="选副组长").focus()
    keys.press("Enter")
    office.page.wait_for_url("**role=deputy*")
    office.page.locator("#choose select").focus()
    keys.press("ArrowDown")
    keys.press("Tab")
    keys.press("Enter")
    office.page.wait_for_url("**verdict=free*")
    office.page.locator("#choose tbody button").first.focus()
    keys.press("Enter")
    office.page.wait_for_url(f"**#team-{ROUND}-1")
    assert office.page.locator(f"#team-{ROUND}-1 tbody tr", has_text="副组长").count() >= 1
    # Somebody who may not serve here: why not is said before, and what it breaks afterwards.
    office.go(f"/rounds/{ROUND}/teams?team={ROUND}-1&role=leader&verdict=excluded")
    looked_at(office, "7-why-not")
    excluded = office.page.locator("#choose tbody tr").first
    assert "RC" in excluded.inner_text() or "R-" in excluded.inner_text()
    excluded.get_by_role("button").click()
    assert "不允许" in office.page.locator(f"#team-{ROUND}-1").inner_text()
    office.page.locator(f"#team-{ROUND}-1 table").first.locator("tr", has_text="组长").last.get_by_role("button").click()
    # The rest is proposed around those who were set by hand.
    office.go(f"/rounds/{ROUND}/teams").press("提出组建方案")
    text = office.page.inner_text("main")
    assert text.count("不违反任何规则") == 2 and "人工指定" in text
    looked_at(office, "8-board")


def member_of(office, team, role):
    return next(row for row in office.ask("team", "list", "--round", ROUND) if row["team"] == team and row["teamRole"] == role)


def test_a_member_declares_and_the_office_confirms(people, office):
    keeper = people("office")
    member = member_of(office, f"{ROUND}-1", "inspector")
    keeper.go("/op/account.add").fill(name="inspector", title=member["cadre"], roles="IN")
    keeper.page.locator("#f-cadre").press_sequentially(member["cadre"])
    keeper.page.locator(".offers li").first.click()
    keeper.send()
    person = people("inspector").go("/")
    person.page.get_by_role("link", name="请对 33 个对象申报回避").click()
    assert "双浦镇" in person.page.inner_text("main")
    looked_at(person, "9-declare")
    person.fill(relations="夏家桥村: 表兄在该村任会计")
    person.page.get_by_role("button", name="如实申报").click()
    person.says("33 个单位")
    assert "申报回避" not in person.go("/").page.inner_text("main")
    for team in [f"{ROUND}-1", f"{ROUND}-2"]:
        if any(row["team"] == team and row["memberState"] == "nominated" for row in office.ask("team", "list", "--round", ROUND)):
            keeper.go(f"/rounds/{ROUND}").page.locator(".team", has_text=f"第 {team} 组").get_by_role("link", name="记录回避申报").click()
            keeper.send(reference=f"回避申报表 {team}")
    looked_at(keeper.go("/declarations"), "10-declarations")
    keeper.page.locator("main").get_by_role("link", name="审核申报").first.click()
    keeper.send(cadre=member["cadre"], round=ROUND)


def test_a_case_is_verified_overridden_by_two_and_an_objection_is_decided(people, office):
    keeper = people("office").go("/recusals")
    looked_at(keeper, "11-recusals")
    own = next(case for case in office.ask("recusal", "list") if case["raisedBy"] == "person")
    keeper.go("/recusals").page.get_by_role("link", name=own["recusalNo"], exact=True).click()
    keeper.press("开始核实")
    # Until it is decided the board shows it.
    assert "尚未决定" in keeper.go(f"/rounds/{ROUND}/teams").page.locator(f"#team-{ROUND}-1").inner_text()
    group = people("leading-group").go(f"/recusals/{own['recusalNo']}")
    looked_at(group, "12-case")
    group.press("提出特批", reason="该村会计不经手被巡察事项，影响可控")
    assert "R-SEP-01" in group.go(f"/recusals/{own['recusalNo']}").page.inner_text("main"), "it takes a second person"
    people("second").go(f"/recusals/{own['recusalNo']}").press("批准特批")
    assert "已特批" in people("second").go(f"/recusals/{own['recusalNo']}").page.inner_text("main")
    assert "尚未决定" not in keeper.go(f"/rounds/{ROUND}/teams").page.locator(f"#team-{ROUND}-1").inner_text()


def test_a_target_added_later_is_declared_for_again(people, office):
    keeper = people("office").go(f"/op/target.add?round={ROUND}&_set=round&team={ROUND}-2&_next=/rounds/{ROUND}")
    keeper.send(unit=ADDED).says("须补充申报回避")
    assert all(row["memberState"] == "nominated" for row in office.ask("team", "list", "--round", ROUND) if row["team"] == f"{ROUND}-2")
    keeper.go(f"/rounds/{ROUND}").page.locator(".team", has_text=f"第 {ROUND}-2 组").get_by_role("link", name="记录回避申报").click()
    keeper.send(reference="补充申报表")


def step(person, team, name, **fields):
    person.go(f"/rounds/{ROUND}").page.locator(".team", has_text=f"第 {team} 组").get_by_role("link", name=name, exact=True).click()
    person.send(**fields)


def test_papers_are_printed(people, office, tmp_path):
    """The authorisation of this round, and the assessment sheets of those who served."""
    team = f"{ROUND}-1"
    keeper = people("office")
    step(keeper, team, "审核全组申报")
    step(people("organisation"), team, "会同审核通过")
    step(people("leading-group"), team, "领导小组审议通过")
    step(people("committee"), team, "授权", document="西委巡授〔2026〕1号")
    keeper.go(f"/authorisations/{ROUND}")
    looked_at(keeper, "13-authorisation")
    printed(keeper, tmp_path / "authorisation.pdf", "西委巡授〔2026〕1号")
    assert "政治面貌" in keeper.page.inner_text("main") and "回避审核结果" in keeper.page.inner_text("main")
    assert f"范围：轮次 {ROUND}" in keeper.page.locator("footer.paper-only").text_content()
    keeper.page.get_by_role("link", name="导出表格").click()
    with keeper.page.expect_download() as saved:
        keeper.page.get_by_role("button", name="导出", exact=True).click()
    saved.value.save_as(tmp_path / "authorisation.file")
    text = (tmp_path / "authorisation.file").read_text(encoding="utf-8-sig")
    for said in ["回避审核结果", "文号：西委巡授〔2026〕1号", "密级：内部", "生成时间：", "（盖章处）"]:
        assert said in text, said
    # The inspected side objects to somebody who serves there now.
    serving = member_of(office, team, "inspector")["cadre"]
    unit = people("town-principal").go("/op/recusal.object")
    unit.send(person=serving, reason="与我镇班子成员有矛盾")
    case = next(case for case in office.ask("recusal", "list") if case["raisedBy"] == "target")
    keeper.go(f"/recusals/{case['recusalNo']}").press("开始核实")
    people("leading-group").go(f"/recusals/{case['recusalNo']}").press("不予回避", reason="经核实不影响公正")
    step(keeper, team, "登记全组保密承诺", reference="保密承诺书一册")
    step(keeper, team, "组建到位")
    # The leader is called away; the files are handed over first.
    leader = member_of(office, team, "leader")
    keeper.go(f"/op/team.release?team={team}&cadre={leader['cadreId']}").send(reason="工作调动", handover="移交副组长，清单一份")
    person_page(keeper, leader["cadre"])
    keeper.press(f"起草 {team} 的工作鉴定", performance="全程参加，牵头两个专题", grade="excellent", opinion="同意评为优秀")
    person_page(keeper, leader["cadre"]).page.locator("main").get_by_role("link", name=f"工作鉴定表 {team}").click()
    looked_at(keeper, "14-appraisal")
    printed(keeper, tmp_path / "appraisal.pdf", leader["cadre"])
    paper = keeper.page.locator("footer.paper-only").text_content()
    assert "密级：内部敏感" in paper and "生成时间：" in paper and "打印人：" in paper, paper


def test_a_leader_lists_the_sheets_of_the_own_team(people, office):
    """What the leader drafted, and neither the own sheet nor anything of other teams."""
    team = f"{ROUND}-1"
    sheet = office.ask("appraisal", "list", "--round", ROUND)[0]
    office.run("account", "add", "leader", "--title", sheet["cadre"], "--roles", "TL", "--cadre", sheet["cadreId"])
    member = member_of(office, team, "inspector")["cadre"]
    # A sheet is written when the work is over.
    keeper = people("office")
    keeper.go(f"/op/team.release?team={team}&cadre={member_of(office, team, 'inspector')['cadreId']}")
    keeper.send(reason="回原单位工作", handover="移交组长，清单一份")
    leader = people("leader").go("/appraisals")
    assert sheet["cadre"] not in leader.page.inner_text("main") and "还没有工作鉴定" in leader.page.inner_text("main")
    leader.page.locator("main").get_by_role("link", name="起草鉴定").first.click()
    leader.send(cadre=member, team=team, performance="谈话扎实", grade="competent", opinion="称职")
    leader.go("/appraisals").page.locator("main tbody").get_by_role("link", name=member).click()
    assert leader.page.locator("h1").inner_text() == "工作鉴定表"
    assert not leader.page.locator("main a[href^='/people/']").count(), "no way into the register"
    looked_at(leader, "15-own-sheets")
    leader.go(f"/appraisals/{sheet['cadreId']}/{team}", status=404)


def printed(person, paper, text):
    """The page as it comes out of a printer: the paper alone, with what it says."""
    person.page.emulate_media(media="print")
    for hidden in ["header.top", "nav.areas"]:
        assert not person.page.locator(hidden).first.is_visible(), hidden
    assert text in person.page.inner_text("main")
    person.shot(f"people-{paper.stem}.print")
    person.page.pdf(path=str(paper), prefer_css_page_size=True)
    assert paper.stat().st_size > 5_000
    person.page.emulate_media(media="screen")
