"""Several campaigns a year: other checklists and rounds of one, from one inbox, side by side."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.batch.institutions import CHECKLIST, ENOUGH, LEVELS, drawn, submit
from tests.forms.workbooks import Filled
from tests.program import Run

from cssa.messages import LANGS

Inline = Callable[..., Run]

OTHER = Path(__file__).resolve().parents[1] / "cases" / "own-scale" / "checklist"
CAMPAIGN = """\
schema: cssa.campaign/1
id: {id}
title: {{ja: "{id}の点検", en: "Assessment {id}"}}
base_date: {base_date}
deadline: {deadline}
coverage_floor: 0.5
"""
DAYS = {
    "zz-spring": ("2026-03-31", "2026-05-20"),
    "aa-autumn": ("2026-09-30", "2026-11-20"),
    "resilience": ("2026-06-30", "2026-08-20"),
}
"""Base date and deadline by id; the order of ids is not that of time."""


class Office:
    """An office that runs several campaigns.

    Args:
        root: of its files.
        cssa: runs the program.
    """

    def __init__(self, root: Path, cssa: Inline) -> None:
        self.root, self.cssa, self.inbox = root, cssa, root / "inbox"
        self.inbox.mkdir()
        self.roster = root / "roster.csv"
        rows = (f"N{n:03},架空第{n}信用金庫,shinkin,N{n:03}@bank.example" for n in range(1, 4))
        self.roster.write_text("\n".join(("id,name,sector,email", *rows, "")), encoding="utf-8")
        for ident, (base_date, deadline) in DAYS.items():
            text = CAMPAIGN.format(id=ident, base_date=base_date, deadline=deadline)
            self.campaign(ident).write_text(text, encoding="utf-8")

    def campaign(self, ident: str) -> Path:
        return self.root / f"{ident}.yaml"

    def out(self, ident: str) -> Path:
        return self.root / "out" / ident

    def forms(self, ident: str) -> Path:
        return self.root / "forms" / ident

    def _named(self, ident: str) -> tuple[object, ...]:
        checklist = OTHER if ident == "resilience" else CHECKLIST
        return ("--campaign", self.campaign(ident), "--roster", self.roster, "-c", checklist)

    def issue(self, ident: str, *more: object, to: Path | None = None, lang: str = "en") -> Run:
        target = to or self.forms(ident)
        return self.cssa("batch", "issue", "-o", target, *self._named(ident), *more, lang=lang)

    def run(self, ident: str, *more: object, to: Path | None = None, lang: str = "en") -> Run:
        asked = ("-o", to or self.out(ident), *self._named(ident), "--formats", "json", *more)
        return self.cssa("batch", "run", self.inbox, *asked, lang=lang)

    def filled(self, ident: str, institution: str, levels: Mapping[str, object]) -> bytes:
        form = Filled((self.forms(ident) / f"{institution}.xlsx").read_bytes())
        for practice, level in levels.items():
            form.enter(practice, level)
        return form.save()

    def ledger(self, ident: str) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(
            (self.out(ident) / "private/ledger.json").read_bytes()
        )
        return document

    def files(self, ident: str) -> dict[str, dict[str, Any]]:
        return {file["path"].removeprefix("inbox/"): file for file in self.ledger(ident)["files"]}

    def states(self, ident: str) -> dict[str, str]:
        return {row["id"]: row["state"] for row in self.ledger(ident)["institutions"]}


@pytest.fixture
def office(tmp_path: Path, cssa_inline: Inline, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.chdir(tmp_path)
    return Office(tmp_path, cssa_inline)


SMALL = dict.fromkeys(LEVELS, 3)
SPRING, AUTUMN = "zz-spring", "aa-autumn"


def test_forms_of_two_campaigns_have_numbers_of_their_own(office: Office) -> None:
    numbers = []
    for ident in DAYS:
        assert office.issue(ident).code == 0
        register = (office.forms(ident) / "issued.csv").read_text(encoding="utf-8-sig")
        rows = csv.DictReader(io.StringIO(register, newline=""))
        numbers += [row["number"] for row in rows if row["number"]]
    assert len({*numbers}) == len(numbers) == 3 * len(DAYS)


def test_forms_of_one_campaign_are_not_replaced_by_those_of_another(office: Office) -> None:
    assert office.issue(SPRING, to=office.root / "forms").code == 0
    before = {path.name: path.read_bytes() for path in (office.root / "forms").iterdir()}
    done = office.issue(AUTUMN, to=office.root / "forms")
    assert done.code == 74
    assert "another campaign" in done.err
    assert {path.name: path.read_bytes() for path in (office.root / "forms").iterdir()} == before
    assert office.issue(SPRING, to=office.root / "forms").code == 0


def test_results_of_one_campaign_are_not_replaced_by_those_of_another(office: Office) -> None:
    for ident in (SPRING, AUTUMN):
        submit(office.inbox / ident, 1, campaign=ident)
    assert office.run(SPRING).code == 0
    ledger = (office.out(SPRING) / "private/ledger.json").read_bytes()
    kept = {path.name for path in (office.out(SPRING) / "private/kept/readings").iterdir()}
    done = office.run(AUTUMN, to=office.out(SPRING))
    assert done.code == 3
    assert SPRING in done.err
    assert AUTUMN in done.err
    assert (office.out(SPRING) / "private/ledger.json").read_bytes() == ledger
    assert {path.name for path in (office.out(SPRING) / "private/kept/readings").iterdir()} == kept


@pytest.mark.parametrize("lang", LANGS)
def test_one_inbox_takes_in_two_rounds_of_a_checklist(office: Office, lang: str) -> None:
    for ident in (SPRING, AUTUMN):
        assert office.issue(ident).code == 0
        for institution in ("N001", "N002"):
            if (ident, institution) != (AUTUMN, "N002"):
                data = office.filled(ident, institution, SMALL)
                (office.inbox / f"{ident}-{institution}.xlsx").write_bytes(data)
    assert office.run(SPRING, lang=lang).code == 0
    assert office.states(SPRING) == {"N001": "accepted", "N002": "accepted", "N003": "missing"}
    assert not [*(office.out(SPRING) / "returns").glob("*")]
    other = office.files(SPRING)[f"{AUTUMN}-N001.xlsx"]
    assert (other["state"], other["institution"]) == ("wrong_edition", "N001")
    (reason,) = other["reasons"]
    assert reason["code"] == "batch.other_campaign"
    assert AUTUMN in reason["text"]
    assert office.run(AUTUMN, lang=lang).code == 3
    assert office.states(AUTUMN) == {"N001": "accepted", "N002": "wrong_edition", "N003": "missing"}
    returned = [path.name for path in (office.out(AUTUMN) / "returns").iterdir()]
    assert returned == ["N002.txt"]


def test_a_form_on_another_checklist_names_its_campaign(office: Office) -> None:
    for ident in (SPRING, "resilience"):
        assert office.issue(ident).code == 0
    (office.inbox / "a.xlsx").write_bytes(office.filled(SPRING, "N001", SMALL))
    (office.inbox / "b.xlsx").write_bytes(office.filled("resilience", "N001", {"a": 5}))
    assert office.run(SPRING).code == 0
    texts = [reason["text"] for reason in office.files(SPRING)["b.xlsx"]["reasons"]]
    assert office.files(SPRING)["b.xlsx"]["state"] == "wrong_edition"
    assert any("resilience" in text for text in texts)
    assert any("own-scale" in text for text in texts)
    assert office.states(SPRING)["N001"] == "accepted"


def test_a_form_of_another_campaign_is_not_returned_for_its_cells(office: Office) -> None:
    assert office.issue(SPRING).code == 0
    wrong = office.filled(SPRING, "N001", {**SMALL, "1-1": "たぶん"})
    (office.inbox / "a.xlsx").write_bytes(wrong)
    assert office.run(AUTUMN).code == 4
    assert office.files(AUTUMN)["a.xlsx"]["state"] == "wrong_edition"
    assert [path.name for path in (office.out(AUTUMN) / "returns").iterdir()] == ["N001.txt"]
    assert office.run(SPRING).code == 4
    assert office.files(SPRING)["a.xlsx"]["state"] == "returned"


def test_a_form_of_another_campaign_is_named_where_the_own_one_is_blank(office: Office) -> None:
    for ident in (SPRING, AUTUMN):
        assert office.issue(ident).code == 0
    (office.inbox / "last.xlsx").write_bytes(office.filled(SPRING, "N001", SMALL))
    (office.inbox / "this.xlsx").write_bytes(office.filled(AUTUMN, "N001", {}))
    assert office.run(AUTUMN).code == 4  # nothing was accepted
    assert office.files(AUTUMN)["last.xlsx"]["state"] == "wrong_edition"
    assert office.states(AUTUMN)["N001"] == "returned"
    letter = (office.out(AUTUMN) / "returns/N001.txt").read_text("utf-8-sig")
    assert "last.xlsx" in letter
    assert "this.xlsx" in letter


def test_one_mail_brings_forms_of_two_campaigns(office: Office) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "N001@bank.example", "desk@office.example"
    mail["Date"] = "Tue, 10 Nov 2026 10:00:00 +0900"
    mail.set_content("2件お送りします。")
    for ident in (SPRING, AUTUMN):
        assert office.issue(ident).code == 0
        mail.add_attachment(
            office.filled(ident, "N001", SMALL),
            maintype="application",
            subtype="octet-stream",
            filename=f"{ident}.xlsx",
        )
    (office.inbox / "mail.eml").write_bytes(mail.as_bytes())
    for ident, other in ((SPRING, AUTUMN), (AUTUMN, SPRING)):
        assert office.run(ident).code == 0
        files = office.files(ident)
        own = files[f"mail.eml!{ident}.xlsx"]
        assert (own["institution"], own["sender"]) == ("N001", "N001@bank.example")
        assert files[f"mail.eml!{other}.xlsx"]["state"] == "wrong_edition"
        assert office.ledger(ident)["institutions"][0]["path"] == own["path"]
        done = office.cssa(
            *("batch", "remind", office.out(ident), "--on", "2026-11-16", "--as-of", "2026-11-16")
        )
        assert done.code == 0
        letters = office.out(ident) / "reminders/2026-11-16"
        assert "ご提出のお願い" not in (letters / "N001.txt").read_text(encoding="utf-8-sig")


# The campaign before.


def _sent(office: Office, ident: str, step: int = 0) -> None:
    folder = office.root / f"sent-{ident}"
    for number in range(ENOUGH + 2):
        levels = {name: (level + step) % 6 for name, level in drawn(number).items()}
        submit(folder, number, levels, campaign=ident)


def _batch(office: Office, ident: str, *more: object) -> Run:
    asked = ("-o", office.out(ident), "--campaign", office.campaign(ident), "-c", CHECKLIST)
    folder = office.root / f"sent-{ident}"
    return office.cssa("batch", "run", folder, *asked, "--formats", "json", *more, lang="en")


def test_campaigns_of_one_year_are_in_the_order_of_their_base_dates(office: Office) -> None:
    _sent(office, SPRING)
    _sent(office, AUTUMN, step=1)
    assert _batch(office, SPRING).code == 0
    assert _batch(office, AUTUMN, "--previous", office.out(SPRING)).code == 0
    store = office.out(AUTUMN) / "private/population.sqlite"
    with closing(sqlite3.connect(store)) as connection:
        keys = connection.execute("SELECT id FROM campaign ORDER BY key").fetchall()
        pairs = connection.execute("SELECT DISTINCT campaign, previous FROM year_on_year")
        assert keys == [(SPRING,), (AUTUMN,)]
        assert pairs.fetchall() == [(AUTUMN, SPRING)]
        latest = connection.execute("SELECT DISTINCT mean FROM latest_scores_by_sector").fetchall()
        own = connection.execute(
            "SELECT DISTINCT round(avg(1.0 * numerator / denominator) + 1e-9, 1) FROM scores"
            " WHERE campaign = 'aa-autumn' AND in_statistics AND numerator IS NOT NULL"
            " GROUP BY figure"
        ).fetchall()
        assert sorted(latest) == sorted(own)
    book = load_workbook(office.out(AUTUMN) / "private/years.xlsx")
    shown = [str(cell.value) for row in book.worksheets[0] for cell in row if cell.value]
    means = [text for text in shown if text.startswith("Mean ")]
    assert means == ["Mean zz-spring (2026-03-31)", "Mean aa-autumn (2026-09-30)"]
    tables = office.root / "tables"
    assert office.cssa("batch", "export", office.out(AUTUMN), "-o", tables).code == 0
    facts = json.loads((tables / "export.json").read_bytes())
    assert facts["campaigns"] == [SPRING, AUTUMN]
    one = office.cssa(
        *("batch", "export", office.out(AUTUMN), "-o", office.root / "one"),
        *("--campaign", SPRING, "--tables", "campaigns"),
    )
    assert one.code == 0
    text = (office.root / "one/campaigns.csv").read_text(encoding="utf-8-sig")
    assert SPRING in text
    assert AUTUMN not in text


@pytest.mark.parametrize("lang", LANGS)
def test_a_campaign_that_is_not_earlier_is_refused(office: Office, lang: str) -> None:
    _sent(office, AUTUMN)
    assert _batch(office, AUTUMN).code == 0
    submit(office.inbox, 1, campaign=SPRING)
    for done in (
        office.run(SPRING, "--previous", office.out(AUTUMN), lang=lang),
        office.issue(SPRING, "--previous", office.out(AUTUMN), lang=lang),
    ):
        assert done.code == 3
        assert {"ja": "基準日2026-09-30", "en": "base date 2026-09-30"}[lang] in done.err
        assert AUTUMN in done.err
    assert not office.out(SPRING).joinpath("private/ledger.json").exists()
    assert not office.forms(SPRING).exists()


@pytest.mark.parametrize("lang", LANGS)
def test_a_campaign_on_another_checklist_is_refused(office: Office, lang: str) -> None:
    _sent(office, SPRING)
    assert _batch(office, SPRING).code == 0
    answers = (OTHER.parent / "answers.yaml").read_text(encoding="utf-8")
    (office.inbox / "a.yaml").write_text(answers, encoding="utf-8")
    for done in (
        office.run("resilience", "--previous", office.out(SPRING), lang=lang),
        office.issue("resilience", "--previous", office.out(SPRING), lang=lang),
    ):
        assert done.code == 3
        assert "small" in done.err
        assert "own-scale" in done.err
    assert not office.forms("resilience").exists()


def test_a_campaign_without_a_base_date_cannot_follow_one_that_has_it(office: Office) -> None:
    _sent(office, SPRING)
    _sent(office, AUTUMN)
    assert _batch(office, SPRING).code == 0
    path = office.campaign(AUTUMN)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("base_date: 2026-09-30\n", ""), encoding="utf-8")
    done = _batch(office, AUTUMN, "--previous", office.out(SPRING))
    assert done.code == 3
    assert "base_date" in done.err


def test_the_change_between_campaigns_of_other_checklists_is_not_published(
    office: Office,
) -> None:
    _sent(office, SPRING)
    assert _batch(office, SPRING).code == 0
    on = ("--on", "2026-06-01", "--as-of", "2026-12-31", "--approved-by", "理事会")
    assert office.cssa("batch", "publish", office.out(SPRING), *on, lang="en").code == 0
    answers = (OTHER.parent / "answers.yaml").read_text(encoding="utf-8")
    (office.inbox / "a.yaml").write_text(answers, encoding="utf-8")
    asked = ("-o", office.out("resilience"), "--campaign", office.campaign("resilience"))
    assert office.cssa("batch", "run", office.inbox, *asked, "-c", OTHER, lang="en").code == 0
    on = ("--on", "2026-09-01", "--as-of", "2026-12-31", "--approved-by", "理事会")
    done = office.cssa(
        *("batch", "publish", office.out("resilience"), *on),
        *("--previous", office.out(SPRING)),
        lang="en",
    )
    assert done.code == 2
    assert "small" in done.err
