"""A campaign that asks some tiers only: what is not asked is no part of it."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook
from tests.batch.conftest import tree
from tests.batch.institutions import CHECKLIST, ENOUGH, LEVELS, submit
from tests.forms.workbooks import Filled
from tests.program import Run

from cssa.answers.approval import content_hash
from cssa.answers.campaign import read_campaign
from cssa.answers.submission import Submission
from cssa.errors import InputError
from cssa.messages import LANGS
from cssa.workspace import Workspace

Inline = Callable[..., Run]

BASIC = ("1-1", "1.1-1", "2.1-1", "2.1-2", "3.1-1", "3.1-2")
DESIRABLE = ("1.1-a", "2.1-a")
NOT_ASKED = dict.fromkeys(DESIRABLE)
CAMPAIGN = """\
schema: cssa.campaign/1
id: "{id}"
title: {{ja: 自己点検, en: Self-assessment}}
base_date: {year}-09-30
deadline: {year}-11-20
cut_off: {year}-12-18
coverage_floor: 0.8
"""
COUNT = ENOUGH + 4
APPROVAL = ("--approved-by", "理事会", "--on", "2026-12-19", "--as-of", "2026-12-19")


class Campaigns:
    """Campaigns of the small checklist, each with a folder of its own.

    Args:
        root: of their files.
        cssa: runs the program.
    """

    def __init__(self, root: Path, cssa: Inline) -> None:
        self.root, self.cssa = root, cssa
        lines = [f"N{number:03},架空第{number}信用金庫,shinkin" for number in range(COUNT)]
        self.roster = root / "roster.csv"
        self.roster.write_text("id,name,sector\n" + "\n".join(lines) + "\n", encoding="utf-8")

    def campaign(self, year: int, tiers: str | None, ident: str | None = None) -> Path:
        path = self.root / f"campaign-{ident or year}.yaml"
        asked = "" if tiers is None else f"tiers: {tiers}\n"
        text = CAMPAIGN.format(id=ident or year, year=year) + asked
        path.write_text(text, encoding="utf-8")
        return path

    def out(self, year: int) -> Path:
        return self.root / f"out-{year}"

    def inbox(self, year: int) -> Path:
        return self.root / f"in-{year}"

    def send(self, year: int, levels: dict[str, Any] | None = None, count: int = COUNT) -> None:
        for number in range(count):
            submit(self.inbox(year), number, levels, campaign=str(year))

    def run(self, year: int, tiers: str | None, *more: object, lang: str = "en") -> Run:
        asked = ("--campaign", self.campaign(year, tiers), "--roster", self.roster)
        command = ("batch", "run", self.inbox(year), "-o", self.out(year), "-c", CHECKLIST)
        return self.cssa(*command, *asked, "--formats", "json,html,md", *more, lang=lang)

    def ledger(self, year: int) -> dict[str, Any]:
        document: dict[str, Any] = json.loads((self.out(year) / "private/ledger.json").read_bytes())
        return document

    def result(self, year: int, ident: str = "N001") -> dict[str, Any]:
        path = self.out(year) / f"feedback/{ident}/feedback.json"
        result: dict[str, Any] = json.loads(path.read_bytes())["result"]
        return result

    def ask(self, year: int, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.out(year) / "private/population.sqlite")) as store:
            return store.execute(query).fetchall()


@pytest.fixture
def campaigns(tmp_path: Path, cssa_inline: Inline) -> Campaigns:
    return Campaigns(tmp_path, cssa_inline)


# What is asked.


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ending", ["xlsx", "html"])
def test_forms_have_what_is_asked_and_say_so(campaigns: Campaigns, lang: str, ending: str) -> None:
    forms = campaigns.root / "forms"
    done = campaigns.cssa(
        *("batch", "issue", "--roster", campaigns.roster, "-o", forms, "-c", CHECKLIST),
        *("--campaign", campaigns.campaign(2026, "[basic]"), "--format", ending),
        lang=lang,
    )
    assert done.code == 0, done.err
    tier = {"ja": "基本的な対応事項", "en": "Basic practices"}[lang]
    label = {"ja": "対象とする区分", "en": "Tiers asked"}[lang]
    letter = (forms / "N001.txt").read_text(encoding="utf-8-sig")
    assert any(label in line and tier in line for line in letter.splitlines())
    if ending == "html":
        page = (forms / "N001.html").read_text(encoding="utf-8")
        assert '"1-1"' in page
        assert not any(f'"{practice}"' in page for practice in DESIRABLE)
        assert label in page
        return
    form = Filled((forms / "N001.xlsx").read_bytes())
    assert all(form.cell(practice) for practice in BASIC)
    for practice in DESIRABLE:
        with pytest.raises(KeyError):
            form.cell(practice)
    cover = {cell.value for row in form.book.worksheets[0].iter_rows() for cell in row}
    assert {label, tier} <= cover


def test_a_form_comes_back_complete_without_what_is_not_asked(campaigns: Campaigns) -> None:
    forms, inbox = campaigns.root / "forms", campaigns.inbox(2026)
    issued = ("batch", "issue", "--roster", campaigns.roster, "-o", forms, "-c", CHECKLIST)
    asked = ("--campaign", campaigns.campaign(2026, "[basic]"))
    assert campaigns.cssa(*issued, *asked, lang="ja").code == 0
    form = Filled((forms / "N001.xlsx").read_bytes())
    for practice in BASIC:
        form.enter(practice, 12 if practice == "2.1-1" else 3)
    inbox.mkdir()
    (inbox / "N001.xlsx").write_bytes(form.save())
    assert campaigns.run(2026, "[basic]").code == 0
    row = next(row for row in campaigns.ledger(2026)["institutions"] if row["id"] == "N001")
    assert (row["state"], row["coverage"]) == ("accepted", 1.0)


@pytest.mark.parametrize(
    ("tiers", "place"),
    [
        pytest.param("[]", ":8:8: ", id="empty"),
        pytest.param("[basic, essential]", ":8:16: ", id="unknown"),
        pytest.param("basic", ":8:8: ", id="no list"),
    ],
)
@pytest.mark.parametrize("command", ["issue", "run", "form"])
def test_tiers_that_there_are_not_are_refused_at_their_place(
    campaigns: Campaigns, command: str, tiers: str, place: str
) -> None:
    asked = ("-c", CHECKLIST, "--campaign", campaigns.campaign(2026, tiers))
    submit(campaigns.inbox(2026), 1)
    commands: dict[str, tuple[object, ...]] = {
        "issue": ("batch", "issue", "--roster", campaigns.roster, "-o", campaigns.root / "out"),
        "run": ("batch", "run", campaigns.inbox(2026), "-o", campaigns.root / "out"),
        "form": ("form", "new", "-o", campaigns.root / "out.xlsx"),
    }
    done = campaigns.cssa(*commands[command], *asked, lang="en")
    assert done.code == 3
    assert f"campaign-2026.yaml{place}" in done.err
    assert not list(campaigns.root.glob("out*"))


def test_a_tier_of_which_the_checklist_has_no_practice_is_refused() -> None:
    workspace = Workspace("system-failure-management")
    checklist = workspace.catalogue.load(workspace.asked_entry()).checklist
    assert {item.practice.tier for item in checklist.walk()} == {"basic"}
    text = CAMPAIGN.format(id="1", year=2026) + "tiers: [desirable]\n"
    with pytest.raises(InputError) as caught:
        read_campaign(text.encode(), "campaign.yaml", checklist)
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.location)) == (
        "campaign.tier_unused",
        "campaign.yaml:8:9",
    )
    assert read_campaign(CAMPAIGN.format(id="1", year=2026).encode(), "", checklist)


def test_what_no_scheme_scores_is_refused(campaigns: Campaigns) -> None:
    campaigns.send(2026, count=1)
    done = campaigns.run(2026, "[desirable]")
    assert done.code == 3
    assert "campaign-2026.yaml" in done.err
    assert "maturity" in done.err
    assert not campaigns.out(2026).joinpath("private/ledger.json").exists()
    assert campaigns.run(2026, "[desirable]", "--scheme", "all-practices").code == 0
    result = campaigns.result(2026, "N000")
    assert [practice["id"] for domain in result["domains"] for practice in domain["practices"]] == [
        *DESIRABLE
    ]


# What is not asked.


def test_what_is_not_asked_is_nowhere(campaigns: Campaigns) -> None:
    campaigns.send(2026, NOT_ASKED)
    assert campaigns.run(2026, "[basic]").code == 0
    ledger = campaigns.ledger(2026)
    assert {row["coverage"] for row in ledger["institutions"]} == {1.0}
    assert {row["state"] for row in ledger["institutions"]} == {"accepted"}
    result = campaigns.result(2026)
    practices = [practice for domain in result["domains"] for practice in domain["practices"]]
    assert [practice["id"] for practice in practices] == [*BASIC]
    assert result["overall"]["coverage"]["total"] == len(BASIC)
    assert result["overall"]["coverage"]["unanswered"] == 0
    desirable = result["tiers"]["desirable"]
    counts = desirable.pop("coverage")
    assert desirable == {"score": None, "exact": None, "adopted": 0}
    assert counts.pop("ratio") is None
    assert {*counts.values()} == {0}
    assert not result["provisional"]
    for name in ("feedback.html", "feedback.md"):
        page = (campaigns.out(2026) / "feedback/N001" / name).read_text(encoding="utf-8")
        assert "1.1-a" not in page
        assert "Tiers asked" in page
    for query in ("SELECT id FROM practice", "SELECT practice FROM answers"):
        assert {name for (name,) in campaigns.ask(2026, query)} == {*BASIC}
    assert campaigns.ask(2026, "SELECT count(*) FROM unanswered") == [(0,)]
    assert campaigns.ask(
        2026,
        "SELECT DISTINCT numerator, denominator FROM scores WHERE figure = 'desirable'",
    ) == [(None, None)]


def test_nothing_of_it_is_published_or_withheld(campaigns: Campaigns) -> None:
    campaigns.send(2026, NOT_ASKED)
    assert campaigns.run(2026, "[basic]").code == 0
    done = campaigns.cssa("batch", "publish", campaigns.out(2026), *APPROVAL, lang="en")
    assert done.code == 0, done.err
    peers = json.loads((campaigns.out(2026) / "public/peers.json").read_bytes())
    figures = {cell["figure"] for cell in peers["withheld"]}
    for group in peers["groups"]:
        figures |= group.get("practices", {}).keys() | group.get("answers", {}).keys()
    assert figures
    assert not figures & {*DESIRABLE}
    for ending in ("html", "md", "json"):
        path = campaigns.out(2026) / f"public/aggregate.{ending}"
        assert "1.1-a" not in path.read_text(encoding="utf-8"), path.name
    assert "Tiers asked" in (campaigns.out(2026) / "public/aggregate.html").read_text("utf-8")
    other = campaigns.run(2026, None)
    assert other.code == 2
    assert "Basic practices" in other.err
    assert campaigns.run(2026, "[basic]").code == 0


@pytest.mark.parametrize("lang", LANGS)
def test_answers_to_it_are_not_used_and_the_clerk_is_told(campaigns: Campaigns, lang: str) -> None:
    campaigns.send(2026, NOT_ASKED, count=2)
    asked = {path: path.read_bytes() for path in campaigns.inbox(2026).iterdir()}
    assert campaigns.run(2026, "[basic]", lang=lang).code == 0
    plain = campaigns.result(2026)
    full = submit(
        campaigns.inbox(2026),
        1,
        {"1.1-a": {"level": 5, "note": "尋ねていない補足"}, "2.1-a": ["staff"]},
        campaign="2026",
    )
    sent = full.read_bytes()
    assert campaigns.run(2026, "[basic]", lang=lang).code == 0
    (file,) = [file for file in campaigns.ledger(2026)["files"] if file["institution"] == "N001"]
    assert file["state"] == "accepted_with_warnings"
    (reason,) = file["reasons"]
    assert reason["code"] == "batch.unasked_answers"
    assert "1.1-a" in reason["text"]
    assert "2" in reason["text"]
    assert campaigns.result(2026) == plain
    assert full.read_bytes() == sent
    assert asked.keys() == {*campaigns.inbox(2026).iterdir()}
    kept = [*campaigns.out(2026).rglob("*")]
    assert not [
        path for path in kept if path.is_file() and "尋ねていない補足".encode() in path.read_bytes()
    ]


def test_they_are_read_once_they_are_asked(campaigns: Campaigns) -> None:
    campaigns.send(2026, {"1.1-a": 5}, count=2)
    assert campaigns.run(2026, "[basic]").code == 0
    assert campaigns.run(2026, "[basic, desirable]").code == 0
    statuses = campaigns.ask(2026, "SELECT DISTINCT level FROM answers WHERE practice = '1.1-a'")
    assert statuses == [(5,)]
    before = tree(campaigns.out(2026))
    assert campaigns.run(2026, None).code == 0
    assert tree(campaigns.out(2026)).keys() == before.keys()


def test_an_approval_of_the_whole_stands_for_what_is_asked(campaigns: Campaigns) -> None:
    path = submit(campaigns.inbox(2026), 1, campaign="2026", approval={"respondent": "CISO"})
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    approved = content_hash(Submission.model_validate(document))
    for content, changed in ((approved, False), ("sha256:" + "0" * 64, True)):
        document["approval"]["content"] = content
        path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
        assert campaigns.run(2026, "[basic]").code == 0
        assert campaigns.result(2026).get("changed_after_approval", False) is changed


def test_a_later_form_lacks_only_what_was_asked(campaigns: Campaigns) -> None:
    """Of two files, the later one may leave out what nobody asked."""
    inbox = campaigns.inbox(2026)
    submit(inbox / "1", 1, campaign="2026")
    submit(inbox / "2", 1, {**NOT_ASKED, "1-1": 0}, campaign="2026")
    received = campaigns.root / "received.csv"
    received.write_text(
        "path,received_at\n1/N001.yaml,2026-11-01\n2/N001.yaml,2026-11-02\n", encoding="utf-8"
    )
    assert campaigns.run(2026, "[basic]", "--received", received).code == 0
    states = {file["path"][-11:]: file["state"] for file in campaigns.ledger(2026)["files"]}
    assert states == {"1/N001.yaml": "superseded", "2/N001.yaml": "accepted"}


# Over the years.


def test_years_compare_what_both_campaigns_asked(campaigns: Campaigns) -> None:
    for year, tiers in ((2025, None), (2026, "[basic]")):
        campaigns.send(year, None if tiers is None else NOT_ASKED)
        previous = () if year == 2025 else ("--previous", campaigns.out(2025))
        assert campaigns.run(year, tiers, *previous).code == 0
    assert campaigns.ask(2026, "SELECT id FROM comparable_campaigns ORDER BY key") == [
        ("2025",),
        ("2026",),
    ]
    book = load_workbook(campaigns.out(2026) / "private/years.xlsx")
    shown = {str(cell.value) for sheet in book for row in sheet for cell in row}
    assert "Mean 2025 (2025-09-30)" in shown
    row = next(row for row in campaigns.ledger(2026)["institutions"] if row["id"] == "N001")
    assert row["unchanged"] == {"same": len(BASIC), "of": len(BASIC)}


def test_years_do_not_compare_scores_of_other_practices(campaigns: Campaigns) -> None:
    for year, tiers in ((2025, None), (2026, "[basic]")):
        campaigns.send(year, None if tiers is None else NOT_ASKED)
        previous = () if year == 2025 else ("--previous", campaigns.out(2025))
        assert campaigns.run(year, tiers, "--scheme", "all-practices", *previous).code == 0
    assert campaigns.ask(2026, "SELECT id FROM comparable_campaigns") == [("2026",)]
    assert campaigns.ask(2026, "SELECT id, unasked_tiers FROM campaign ORDER BY key") == [
        ("2025", None),
        ("2026", "desirable"),
    ]
    assert not (campaigns.out(2026) / "private/years.xlsx").exists()
    tables = campaigns.root / "tables"
    done = campaigns.cssa("batch", "export", campaigns.out(2026), "-o", tables)
    assert done.code == 0, done.err
    text = (tables / "campaigns.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["unasked_tiers"] for row in rows] == ["", "desirable"]


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_asked_is_not_carried_into_the_forms(campaigns: Campaigns, lang: str) -> None:
    campaigns.send(2025, {"2.1-a": ["staff"]}, count=2)
    assert campaigns.run(2025, None).code == 0
    forms = campaigns.root / "forms"
    done = campaigns.cssa(
        *("batch", "issue", "--roster", campaigns.roster, "-o", forms, "-c", CHECKLIST),
        *("--campaign", campaigns.campaign(2026, "[basic]"), "--previous", campaigns.out(2025)),
        lang=lang,
    )
    assert done.code == 0, done.err
    words = {"ja": "今回尋ねない対応事項のため記入していないもの：4件", "en": "not ask for them: 4"}
    assert words[lang] in done.out
    text = (forms / "issued.csv").read_text(encoding="utf-8-sig")
    register = csv.DictReader(io.StringIO(text, newline=""))
    carried = {row["institution"]: row["carried"] for row in register if row["number"]}
    assert carried["N001"] == str(len(BASIC))
    assert carried["N003"] == "0"


def test_a_form_says_which_answers_it_has_no_place_for(campaigns: Campaigns) -> None:
    answers = submit(campaigns.root, 1, {"2.1-a": ["staff"]})
    before = yaml.safe_load(answers.read_text(encoding="utf-8"))["answers"]
    form = campaigns.root / "form.xlsx"
    done = campaigns.cssa(
        *("form", "new", "-c", CHECKLIST, "--answers", answers, "-o", form),
        *("--campaign", campaigns.campaign(2026, "[basic]")),
        lang="en",
    )
    assert done.code == 0, done.err
    assert "2 answers are not in the form" in done.err
    read = campaigns.cssa("form", "read", form, "-c", CHECKLIST, "-o", answers, lang="en")
    assert read.code == 0, read.err
    assert yaml.safe_load(answers.read_text(encoding="utf-8"))["answers"] == before


def test_departments_without_anything_asked_get_no_form(campaigns: Campaigns) -> None:
    done = campaigns.cssa(
        *("form", "new", "-c", CHECKLIST, "--split", "owner", "-o", campaigns.root / "form.xlsx"),
        *("--campaign", campaigns.campaign(2026, "[desirable]")),
        lang="en",
    )
    assert done.code == 0, done.err
    assert sorted(path.name for path in campaigns.root.glob("form*")) == [
        "form-it.xlsx",
        "form-security.xlsx",
    ]


def test_departments_forms_are_complete_without_it(campaigns: Campaigns) -> None:
    campaign = campaigns.campaign(2026, "[basic]")
    prefilled = submit(campaigns.root, 1, dict.fromkeys((*LEVELS, "2.1-1", "2.1-a")))
    done = campaigns.cssa(
        *("form", "new", "-c", CHECKLIST, "--split", "owner", "--answers", prefilled),
        *("-o", campaigns.root / "form.xlsx", "--campaign", campaign),
    )
    assert done.code == 0, done.err
    inbox = campaigns.inbox(2026)
    inbox.mkdir()
    for path in campaigns.root.glob("form-*.xlsx"):
        form = Filled(path.read_bytes())
        for practice in BASIC:
            try:
                form.enter(practice, 12 if practice == "2.1-1" else 3)
            except KeyError:
                continue
        (inbox / path.name).write_bytes(form.save())
    assert campaigns.run(2026, "[basic]").code == 0
    row = next(row for row in campaigns.ledger(2026)["institutions"] if row["id"] == "N001")
    assert (row["state"], row["marks"], row["coverage"]) == ("accepted", ["combined_parts"], 1.0)
