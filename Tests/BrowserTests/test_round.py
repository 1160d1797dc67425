"""The main job by hand: every role does its part of one round, from its plan to the write-off."""

import pytest
from office import SAMPLE

ROUND = "14-3"
TOWN = "330106110"


def finding(person, no="14-3-0001"):
    return person.go(f"/findings/{no}")


def item(person, no="14-3-0001"):
    return person.go(f"/rectification/{no}")


def review(person, node):
    return person.go(f"/reviews/{ROUND}/{TOWN}/{node}")


def decide(person, node, tier, score, panel):
    review(person, node).press({1: "初审初评", 2: "复审复评", 3: "终审终评"}[tier], score=score, verdict="pass", panel=panel)


def test_people_are_imported(people):
    """The five steps of an import: file, columns, content, confirm, result."""
    office = people("office").go("/people")
    office.page.locator("main").get_by_role("link", name="导入干部名册").first.click()
    office.fill(file=str(SAMPLE / "cadres/pool-sample.csv"), rosterDate="2024-06-30")
    office.shot("import-1-file")
    office.page.locator("form.form button.main").click()
    assert office.page.locator(".steps [aria-current]").inner_text() == "对应列"
    office.shot("import-2-columns")
    office.page.locator("form button.main").click()
    assert office.page.locator(".steps [aria-current]").inner_text() == "核对内容"
    office.shot("import-3-content")
    office.page.locator("form button.main").click()
    office.page.wait_for_selector("h1:has-text('导入完成')", timeout=60_000)
    office.shot("import-5-result")


def test_the_round_is_planned(people):
    office = people("office").go("/rounds")
    office.shot("rounds-empty")
    office.press("新建轮次", number="3", title="十四届区委第三轮巡察", start="20260901", end="2027年6月30日").says("已新建轮次")
    assert office.page.url.endswith(f"/rounds/{ROUND}")
    assert "还没有巡察对象" in office.page.inner_text("main")
    assert "还差什么" in office.page.inner_text("main")
    office.page.locator("main").get_by_role("link", name="确定巡察对象").click()
    office.page.locator("#f-unit").press_sequentially("双浦")
    office.page.locator(".offers li").first.wait_for()
    office.shot("form-suggestions")
    office.page.locator("#f-unit").press("ArrowDown")
    office.page.locator("#f-unit").press("Enter")
    assert office.page.locator("#f-unit").input_value() == TOWN
    office.send(withSubordinates="true").says("双浦镇")
    office.shot("round-planned")
    office.press("提交方案")


def test_the_plan_is_reviewed_and_approved_by_two(people):
    people("leading-group").go(f"/rounds/{ROUND}").press("审核轮次方案")
    committee = people("committee").go("/")
    assert "十四届区委第三轮巡察" in committee.page.locator("section", has_text="待我办理").first.inner_text()
    committee.go(f"/rounds/{ROUND}").press("批准方案", document="西委巡〔2026〕3号")


def test_teams_are_proposed_declared_vetted_and_authorised(people):
    office = people("office").go(f"/rounds/{ROUND}")
    assert office.page.locator(".next .missing").count() == 1
    office.press("提出组建方案", size="6")
    office.go(f"/rounds/{ROUND}").press("转入巡前准备")
    office.go(f"/rounds/{ROUND}").press("记录回避申报", reference="回避申报表 14-3-1")
    office.go(f"/rounds/{ROUND}").press("审核全组申报")
    people("organisation").go(f"/rounds/{ROUND}").press("会同审核通过")
    people("leading-group").go(f"/rounds/{ROUND}").press("领导小组审议通过")
    people("committee").go(f"/rounds/{ROUND}").press("授权", document="西委巡授〔2026〕1号")


def test_members_get_accounts(people, office):
    """Names are chosen from the roster by typing."""
    keeper = people("office")
    team = {}
    for row in office.ask("team", "list", "--round", ROUND):
        team.setdefault(row["teamRole"], row)
    for role, code, account in [("leader", "TL", "leader"), ("deputy", "DL", "deputy"), ("inspector", "IN", "inspector")]:
        name = team[role]["cadre"]
        keeper.go("/op/account.add").fill(name=account, title=name, roles=code)
        keeper.page.locator("#f-cadre").press_sequentially(name)
        keeper.page.locator(".offers li").first.wait_for()
        keeper.page.locator(".offers li").first.click()
        keeper.send()


def test_the_team_enters(people):
    office = people("office").go(f"/rounds/{ROUND}")
    office.press("登记通知")
    office.go(f"/rounds/{ROUND}").press("进驻")
    office.go(f"/rounds/{ROUND}").press("登记全组保密承诺", reference="保密承诺书 14-3-1")
    office.go(f"/rounds/{ROUND}").press("组建到位")
    people("leader").go(f"/rounds/{ROUND}").press("登记进驻")


def test_a_draft_goes_through_its_review(people):
    inspector = people("inspector").go("/findings")
    inspector.press(
        "起草问题底稿", round=ROUND, unit="双浦镇", wording="村级党费收缴台账不全", leaf="3.6", phenomenon="抽查三个村，台账缺三个月"
    )
    assert inspector.page.url.endswith("/findings/14-3-0001"), "a name typed in full is taken for its number"
    assert "还差什么" in inspector.page.inner_text(".next")
    inspector.shot("finding-draft")
    names = inspector.go(f"/rounds/{ROUND}").page.locator(".team td:nth-child(2)").all_inner_texts()
    finding(inspector).press(
        "修改底稿",
        basis="党费收缴使用管理的规定",
        responsibility="镇党委组织办",
        politicalDeviation="对党费工作的严肃性认识不足",
        focus="grassRoots",
        rootCauses="governanceLax",
        evidence="佐证一、二",
        handlers="\n".join(names[2:4]),
    )
    finding(inspector).press("提交底稿")
    finding(people("deputy")).press("审核通过")
    leader = people("leader")
    finding(leader).press("组务会通过")
    deputy = finding(people("deputy"))
    assert deputy.page.locator(".next .main").count() == 0, "signing is not the deputy's"
    finding(leader).press("签字")
    finding(leader).press("写入报告")
    finding(people("committee")).press("批准")
    finding(leader).shot("finding-approved")
    assert leader.page.locator(".history li").count() == 7


def test_the_round_is_reported_and_fed_back(people):
    office = people("office")
    office.go(f"/rounds/{ROUND}").press("登记撤点")
    office.go(f"/rounds/{ROUND}").press("转入形成报告")
    office.go(f"/rounds/{ROUND}").press("登记报告")
    people("committee").go(f"/rounds/{ROUND}").press("转入反馈")
    office.go(f"/rounds/{ROUND}").press("下发问题")
    office.go(f"/rounds/{ROUND}").press("登记反馈")
    office.go(f"/rounds/{ROUND}").press("建立整改台账")
    office.go(f"/rounds/{ROUND}").press("转入整改")
    office.go(f"/rounds/{ROUND}").shot("round-rectifying")


def test_the_unit_plans(people):
    liaison = people("town-liaison").go("/")
    assert liaison.page.locator("nav.areas a").all_inner_texts() == ["我的工作", "我的问题", "文书"]
    liaison.shot("unit-work")
    item(liaison).press(
        "填写整改方案",
        goal="台账补齐并建立按月核对制度",
        measures="逐村核对补齐\n每月核对一次",
        leaderInCharge="镇党委书记",
        leadDepartment="组织办",
        due="2027-03-31",
    )
    liaison.shot("item-planned")


@pytest.mark.parametrize("node,title", [("plan", "整改方案"), ("report", "整改报告")])
def test_plan_and_report_pass_three_reviews(people, tmp_path, node, title):
    if node == "report":
        write_off(people, tmp_path)
    paper = tmp_path / f"{title}.txt"
    paper.write_text(f"双浦镇{title}（签字版）")
    principal = people("town-principal").go("/")
    principal.press(f"双浦镇 报送{title}（{ROUND}）", document=str(paper), signedBy="镇党委书记").says(title)
    review(people("office"), node).press("受理")
    decide(people("leader"), node, 1, "92.0", "巡察一组成员甲")
    decide(people("reviewer"), node, 2, "93.5", "组织部代表")
    if node == "report":
        office = review(people("office"), node)
        office.press(
            "登记测评",
            respondents="people",
            issued="60",
            returned="55",
            satisfied="48",
            basicallySatisfied="4",
            dissatisfied="1",
            unknown="2",
        ).says("98.11")
    decide(people("leading-group"), node, 3, "95.0", "领导小组成员甲")
    review(people("office"), node).shot(f"review-{node}")
    assert people("office").page.locator(".facts").inner_text().count("通过") == 1


def write_off(people, folder):
    """Handed in by the unit, checked and written off by two others."""
    proof = [folder / "核对表.txt", folder / "制度.txt"]
    for paper in proof:
        paper.write_text(paper.name)
    principal = item(people("town-principal"))
    principal.press(
        "报送结果",
        result="三个村台账已补齐",
        evidence=[str(paper) for paper in proof],
        systemsNew="1",
        systemsRevised="0",
        loss="0",
        personsDisciplined="0",
    )
    assert principal.page.locator(".files li").count() == 2
    with principal.page.expect_download() as saved:
        principal.page.locator(".files a").first.click()
    assert saved.value.suggested_filename in ("核对表.txt", "制度.txt")
    reviewer = people("reviewer")
    item(reviewer).press("核查通过")
    item(reviewer)
    assert reviewer.page.locator("main").get_by_role("link", name="销号", exact=True).count() == 0
    assert "R-RCT-" in reviewer.page.locator(".next .missing").inner_text(), "who checked does not write off, and is told why"
    reviewer.shot("item-checked")
    item(people("office")).press("销号")
    item(people("office")).shot("item-closed")


def test_figures_and_exports(people):
    office = people("office")
    office.go(f"/rounds/{ROUND}").press("转入评估")
    office.go(f"/figures?round={ROUND}").shot("figures")
    row = office.page.locator("tr", has_text="整改完成率").first
    assert "100.00" in row.inner_text()
    row.get_by_role("link", name="100.00").click()
    assert office.page.locator("tbody tr").count() == 1
    office.go("/overview").shot("overview")
    office.go(f"/rectification?round={ROUND}")
    for ending in ["CSV", "XLSX", "JSON"]:
        office.page.locator(".tool summary", has_text="导出").click()
        with office.page.expect_download() as saved:
            office.page.get_by_role("link", name=ending, exact=True).click()
        assert saved.value.suggested_filename.endswith(ending.lower())
        office.page.reload()
