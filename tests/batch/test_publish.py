"""Publishing a campaign: once, by somebody, after the cut-off; and what may follow it."""

import json
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any, Self

import pytest
from openpyxl import load_workbook
from tests.batch.conftest import tree
from tests.batch.institutions import CHECKLIST, ENOUGH, LEVELS, drawn, submit

from cssa.batch.outputs.folder import OutFolder
from cssa.messages import LANGS, catalogue

Inline = Callable[..., Any]

COUNT = 24
ON = "2026-12-19"
APPROVAL = ("--approved-by", "理事会", "--on", ON, "--as-of", ON)
EDITION = (
    "private/published.json",
    *(
        f"{stem}.{ending}"
        for stem in ("public/aggregate", "private/restricted")
        for ending in ("html", "md", "xlsx", "json")
    ),
    "public/peers.json",
    "private/published-figures.json",
)
CAMPAIGN = """\
schema: cssa.campaign/1
id: "2026"
title: {ja: 自己点検, en: Self-assessment}
"""
DATES = "deadline: 2026-11-20\ncut_off: 2026-12-18\n"


class Case:
    """A campaign in a folder of its own.

    Args:
        root: has the inbox, the lists and OUT.
        cssa: runs the program.
    """

    def __init__(self, root: Path, cssa: Inline) -> None:
        self.inbox, self.out = root / "in", root / "out"
        self.campaign = root / "campaign.yaml"
        self.roster = root / "roster.csv"
        self._cssa = cssa

    def run(self, *more: object, lang: str = "en") -> Any:
        asked = ("batch", "run", self.inbox, "-o", self.out, "-c", CHECKLIST)
        lists: list[object] = ["--campaign", self.campaign]
        if self.roster.exists():
            lists += ["--roster", self.roster]
        return self._cssa(*asked, *lists, *more, lang=lang)

    def publish(self, *more: object, lang: str = "en") -> Any:
        return self._cssa("batch", "publish", self.out, *(more or APPROVAL), lang=lang)

    def withdraw(self, what: str, *more: object, lang: str = "en") -> Any:
        asked = ("--withdraw", what, "--reason", "誤集計", *(more or APPROVAL))
        return self._cssa("batch", "publish", self.out, *asked, lang=lang)

    def feedback(self, number: int) -> Any:
        return json.loads((self.out / f"feedback/N{number:03}/feedback.json").read_bytes())

    def json(self, name: str) -> Any:
        return json.loads((self.out / name).read_bytes())

    def edition(self) -> dict[str, str]:
        """Return the hashes of everything that a run must leave alone."""
        files = tree(self.out)
        return {name: files[name] for name in EDITION}

    def list_all(self, **changed: str) -> None:
        """Write a roster of everybody, with other statuses or sub-sectors for some."""
        rows = []
        for number in range(COUNT + 2):
            ident = f"N{number:03}"
            status = changed.get(ident, "expected")
            rows.append(f"{ident},架空第{number}信用金庫,{_sector(number)},{status}")
        self.roster.write_text("id,name,sector,status\n" + "\n".join(rows), encoding="utf-8")


def _sector(number: int) -> str:
    return "shinkin" if number % 2 else "regional_bank"


ASKED = {"level": 5, "review": [{"line": 2, "level": 1, "by": "リスク管理部", "on": "2026-11-01"}]}
"""An answer that the issuer is told to ask about."""


def _fill(inbox: Path) -> None:
    for number in range(COUNT):
        levels = {"1-1": ASKED} if number == 1 else {}
        submit(inbox, number, levels, sector=_sector(number), campaign="2026")


@pytest.fixture(scope="session")
def made(cssa_once: Inline, make_once: Callable[..., Path]) -> Path:
    """A campaign that was run, as it was after it had been published, and its next year's run."""

    def make(root: Path) -> None:
        case = Case(root, cssa_once)
        _fill(case.inbox)
        case.campaign.write_text(CAMPAIGN + DATES, encoding="utf-8")
        done = case.run()
        assert done.code == 0, done.err
        shutil.copytree(case.out, root / "published")
        done = cssa_once("batch", "publish", root / "published", *APPROVAL)
        assert done.code == 0, done.err
        _run_next_year(Case(root / "next", cssa_once), root / "published")

    return make_once("publishing", make)


@pytest.fixture
def ran(made: Path, cssa_inline: Inline, tmp_path: Path) -> Case:
    """A campaign that was run, to be published."""
    return _copy(made, "out", cssa_inline, tmp_path)


@pytest.fixture
def published(made: Path, cssa_inline: Inline, tmp_path: Path) -> Case:
    """A campaign that was published."""
    return _copy(made, "published", cssa_inline, tmp_path)


def _copy(made: Path, out: str, cssa: Inline, tmp_path: Path) -> Case:
    root = tmp_path / f"case-{out}"
    shutil.copytree(made / "in", root / "in")
    shutil.copytree(made / out, root / "out")
    shutil.copy(made / "campaign.yaml", root / "campaign.yaml")
    return Case(root, cssa)


# What stands in an edition.


def test_an_edition_says_who_approved_it_when_and_what_entered(published: Case) -> None:
    record, peers = published.json("private/published.json"), published.json("public/peers.json")
    assert (record["state"], record["approved_by"], record["on"]) == ("published", "理事会", ON)
    files = tree(published.out)
    assert record["files"] == {name: files[name] for name in EDITION[1:]}
    assert set(record["institutions"]) == {f"N{number:03}" for number in range(COUNT)}
    assert all(one["content"] and one["entered"] for one in record["institutions"].values())
    rules = {name: record["rules"][name] for name in ("min_group", "coalition", "second")}
    assert rules == {"min_group": 10, "coalition": 1, "second": "size"}
    assert set(record["cells"]) == {group["id"] for group in peers["groups"]}
    for group in peers["groups"]:
        assert set(group["practices"]) <= set(record["cells"][group["id"]])
    assert len(record["cells"]) == 3


def test_the_hash_of_answers_is_the_same_in_every_version(published: Case) -> None:
    """Where it is not, a new version takes all published answers for corrected."""
    record = published.json("private/published.json")["institutions"]
    known = "d80ada1fdf6c"
    assert record["N000"]["content"].startswith(known)


@pytest.mark.skipif(os.name == "nt", reason="permissions are other ones")
def test_the_record_is_for_its_user_alone(published: Case) -> None:
    path = published.out / "private/published.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    submit(published.inbox, 0, {"1-1": 5}, sector=_sector(0), campaign="2026")
    assert published.run().code == 0
    assert published.withdraw("all/below_in_place").code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_feedback_stands_beside_the_edition(published: Case) -> None:
    peers = published.json("public/peers.json")
    for number in range(COUNT):
        document = published.feedback(number)
        assert document["mark"] is None
        assert document["peers"]["campaign"] == "2026"
        _check_draws_from(peers, document)


def _check_draws_from(peers: Any, document: Any) -> int:
    """Make sure that all figures of others in a feedback report are published ones."""
    groups = {group["id"]: group for group in peers["groups"]}
    shown = document["peers"]
    found = 0
    scores = [("overall", None, shown["overall"])]
    scores += [("domains", one["id"], one) for one in shown["domains"]]
    for kind, name, one in scores:
        if one["group"] is not None:
            cell = groups[one["group"]][kind]
            cell = cell if name is None else cell[name]
            assert {key: one[key] for key in cell if key in one} == {
                key: value for key, value in cell.items() if key in one
            }
            assert {"n", "mean"} <= cell.keys() & one.keys()
            found += 1
    for one in shown["practices"]:
        cell = groups[one["group"]]["practices"][one["practice"]]
        assert (one["n"], one["shares"]) == (cell["n"], cell["shares"])
        found += 1
    if shown["below_in_place"] is not None:
        one = shown["below_in_place"]
        cell = groups[one["group"]]["below_in_place"]
        assert {key: one[key] for key in cell} == cell
        found += 1
    return found


# Once: whatever comes afterwards changes nothing that is published.


def _late(case: Case) -> None:
    submit(case.inbox, COUNT, sector="shinkin", campaign="2026")


def _corrected(case: Case) -> None:
    submit(case.inbox, 3, {"1-1": (drawn(3)["1-1"] + 2) % 6}, sector="shinkin", campaign="2026")


def _by_review(case: Case) -> None:
    book = load_workbook(case.out / "private/review.xlsx")
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows())
    codes = next(
        {cell.value: cell.column - 1 for cell in row}
        for row in rows
        if row[0].value and str(row[0].value).startswith("cssa:")
    )
    row = next(row for row in rows if row[codes["practice"]].value in LEVELS)
    entries = {"outcome": "訂正", "level": 0, "ground": "電話", "by": "担当", "on": "2026-12-20"}
    for code, value in entries.items():
        row[codes[code]].value = value
    book.save(case.out / "private/review.xlsx")


def _withdrawn(case: Case) -> None:
    case.list_all(N005="withdrawn")


def _gone(case: Case) -> None:
    (case.inbox / "N007.yaml").unlink()


def _other_sector(case: Case) -> None:
    case.list_all()
    text = case.roster.read_text(encoding="utf-8")
    case.roster.write_text(
        text.replace("N004,架空第4信用金庫,regional_bank", "N004,架空第4信用金庫,life"),
        encoding="utf-8",
    )


def _many(case: Case) -> None:
    for number in range(COUNT, COUNT + 12):
        submit(case.inbox, number, sector="shinkin", campaign="2026")


CHANGES: dict[str, Callable[[Case], None]] = {
    "a late one": _late,
    "a corrected one": _corrected,
    "one that withdraws": _withdrawn,
    "one whose file is gone": _gone,
    "one of another sub-sector": _other_sector,
    "a dozen late ones": _many,
    "an entry in the review": _by_review,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nothing_new_can_be_subtracted_after_the_publication(
    change: Callable[[Case], None], published: Case
) -> None:
    edition, peers = published.edition(), published.json("public/peers.json")
    before = {path.name for path in (published.out / "feedback").iterdir()}
    change(published)
    done = published.run()
    assert done.code in (0, 3), done.err
    assert published.edition() == edition
    assert published.publish().code == 2
    assert published.publish(*APPROVAL, "--min-group", 5).code == 2
    assert published.edition() == edition
    found = 0
    for path in sorted((published.out / "feedback").glob("*/feedback.json")):
        found += _check_draws_from(peers, json.loads(path.read_bytes()))
    assert found > 100
    after = {path.name for path in (published.out / "feedback").iterdir()}
    assert len(after & before) >= COUNT - 1


@pytest.mark.parametrize("change", [_late, _corrected], ids=["late", "corrected"])
def test_feedback_of_unchanged_answers_is_the_same_to_the_byte(
    change: Callable[[Case], None], published: Case
) -> None:
    before = tree(published.out / "feedback")
    change(published)
    assert published.run().code == 0
    after = tree(published.out / "feedback")
    changed = {name.partition("/")[0] for name in after if after[name] != before.get(name)}
    assert changed == {"N003" if change is _corrected else f"N{COUNT:03}"}


def test_run_publish_run_is_the_same_to_the_byte(published: Case) -> None:
    before = tree(published.out)
    assert "Nothing has changed" in published.run().out
    assert tree(published.out) == before
    (published.out / "private/manifest.json").unlink()
    assert "Nothing has changed" not in published.run().out
    assert tree(published.out) == before


def test_publishing_in_several_processes_gives_the_same_bytes(ran: Case, published: Case) -> None:
    assert ran.publish(*APPROVAL, "--workers", 2).code == 0
    assert tree(ran.out) == tree(published.out)


# Marks, and how editions of feedback are counted.

FORMATS = ("--formats", "html,json,md,xlsx")


def _texts(case: Case, number: int) -> Iterator[str]:
    """Yield the first page of an institution's feedback in every format."""
    folder = case.out / f"feedback/N{number:03}"
    page = (folder / "feedback.html").read_text(encoding="utf-8")
    yield unescape(page[page.index("<header>") : page.index("</header>")])
    yield (folder / "feedback.md").read_text(encoding="utf-8")[:600]
    yield str(json.loads((folder / "feedback.json").read_bytes())["mark"])
    sheet = load_workbook(folder / "feedback.xlsx").worksheets[0]
    yield "\n".join(str(cell.value) for row in sheet.iter_rows(max_row=10) for cell in row)


@pytest.mark.parametrize("lang", LANGS)
def test_feedback_says_how_it_stands_to_the_publication(lang: str, ran: Case) -> None:
    words = catalogue(lang)
    for number in range(ENOUGH, COUNT):
        (ran.inbox / f"N{number:03}.yaml").unlink()
    assert ran.run(*FORMATS, "--accept-removal", "fewer of them", lang=lang).code == 0
    for text in _texts(ran, 3):
        assert words["feedback.mark.in_progress"] in text
        assert words["feedback.mark.in_progress.note"] in text
    assert ran.feedback(3)["peers"] is None
    assert ran.publish(lang=lang).code == 0
    for text in _texts(ran, 3):
        assert words["feedback.mark.in_progress"] not in text
    _corrected(ran)
    _late(ran)
    assert ran.run(*FORMATS, lang=lang).code == 0
    for number, code in ((3, "corrected"), (COUNT, "late")):
        label = words[f"feedback.mark.{code}"].format(edition=2)
        for text in _texts(ran, number):
            assert label in text
            assert words[f"feedback.mark.{code}.note"] in text
        assert ran.feedback(number)["mark"]["edition"] == 2
    assert ran.feedback(4)["mark"] is None


def test_editions_of_feedback_are_counted_by_content(published: Case) -> None:
    first = tree(published.out)
    seen = []
    for level in (5, 1, 5, drawn(3)["1-1"]):
        submit(published.inbox, 3, {"1-1": level}, sector="shinkin", campaign="2026")
        assert published.run().code == 0
        mark = published.feedback(3)["mark"]
        seen.append(mark and (mark["code"], mark["edition"]))
    assert drawn(3)["1-1"] not in (5, 1)
    assert seen == [("corrected", 2), ("corrected", 3), ("corrected", 2), None]
    name = "feedback/N003/feedback.json"
    assert tree(published.out)[name] == first[name]


def test_the_same_answers_saved_otherwise_are_no_correction(published: Case) -> None:
    path = published.inbox / "N003.yaml"
    path.write_text("# saved again\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    before = tree(published.out / "feedback")
    assert published.run().code == 0
    assert tree(published.out / "feedback") == before


def test_an_institution_left_out_of_the_figures_has_a_first_edition_too(ran: Case) -> None:
    nothing = dict.fromkeys((*LEVELS[1:], "2.1-1", "2.1-a"))
    submit(ran.inbox, 30, nothing, sector="shinkin", campaign="2026")
    assert ran.run().code == 0
    assert ran.publish().code == 0
    record = ran.json("private/published.json")["institutions"]
    assert record["N030"]["entered"] is False
    assert ran.feedback(30)["mark"] is None
    submit(ran.inbox, 30, sector="shinkin", campaign="2026")
    assert ran.run().code == 0
    mark = ran.feedback(30)["mark"]
    assert (mark["code"], mark["edition"]) == ("corrected", 2)


def test_the_ledger_says_whose_answers_the_edition_has(published: Case) -> None:
    _late(published)
    _corrected(published)
    done = published.run()
    rows = {row["id"]: row for row in published.json("private/ledger.json")["institutions"]}
    assert rows[f"N{COUNT:03}"]["left_out"] == "published"
    assert rows["N003"]["in_statistics"] is True
    assert f"{COUNT} institutions included" in done.out
    assert f"{COUNT} institutions in the statistics" in done.out


def test_answers_as_published_stay_when_their_file_is_replaced(published: Case) -> None:
    record = published.json("private/published.json")["institutions"]["N003"]
    _corrected(published)
    assert published.run().code == 0
    assert published.json("private/published.json")["institutions"]["N003"] == record
    kept = published.json(f"private/kept/readings/{record['file']}.json")
    assert kept["values"]["answers"]["1-1"] == drawn(3)["1-1"]
    assert published.feedback(3)["result"]["domains"][0]["practices"][0]["level"] != drawn(3)["1-1"]


# What is refused, in both languages, with everything left as it was.


def _worded(code: str, lang: str) -> str:
    """Return a pattern of a message, whatever stands in its places."""
    parts = re.split(r"\{[a-z_]+\}", catalogue(lang)[code])
    return ".*".join(map(re.escape, parts))


def _on(day: str, as_of: str = "2027-01-31") -> tuple[str, ...]:
    return ("--approved-by", "理事会", "--on", day, "--as-of", as_of)


REFUSED: dict[str, tuple[tuple[object, ...], int, str]] = {
    "on the cut-off": (_on("2026-12-18"), 2, "batch.publish.too_early.cut_off"),
    "between deadline and cut-off": (_on("2026-12-01"), 2, "batch.publish.too_early.cut_off"),
    "ahead of time": (_on("2027-02-01"), 2, "batch.publish.future"),
    "no date": (_on("19.12.2026"), 2, "usage.bad_date"),
    "nobody": (("--approved-by", " \u3000", "--on", "2026-01-01"), 2, "batch.publish.not_a_line"),
    "two lines": (("--approved-by", "a\nb", "--on", "2026-01-01"), 2, "batch.publish.not_a_line"),
    "turned round": (("--approved-by", "a\u202eb", "--on", "2026-01-01"), 2, "batch.publish.not_a_line"),
    "too small groups": ((*APPROVAL, "--min-group", 4), 2, "peers.rules.min_group"),
    "too many allies": ((*APPROVAL, "--coalition", 7), 2, "peers.rules.min_group"),
    "no axis": ((*APPROVAL, "--second", "age"), 2, "batch.bad_second"),
    "no processes": ((*APPROVAL, "--workers", 0), 2, "batch.bad_workers"),
    "a reason for nothing": ((*APPROVAL, "--reason", "x"), 2, "batch.publish.reason_alone"),
    "a withdrawal without one": ((*APPROVAL, "--withdraw", "all"), 2, "batch.publish.reason_missing"),
    "a withdrawal of nothing": (
        (*APPROVAL, "--withdraw", "all", "--reason", "x"), 2, "batch.publish.not_published",
    ),
    "a withdrawal by rules": (
        (*APPROVAL, "--withdraw", "all", "--reason", "x", "--min-group", 5),
        2,
        "batch.publish.withdraw_alone",
    ),
    "a blank reason": (
        (*APPROVAL, "--withdraw", "all", "--reason", " "), 2, "batch.publish.not_a_line",
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_published_is_refused_untouched(name: str, lang: str, ran: Case) -> None:
    asked, code, message = REFUSED[name]
    before = tree(ran.out)
    done = ran.publish(*asked, lang=lang)
    assert (done.code, done.out) == (code, "")
    assert re.search(_worded(message, lang), done.err), done.err
    assert tree(ran.out) == before


@pytest.mark.parametrize(
    ("dates", "day", "code"),
    [
        ("deadline: 2026-11-20\n", "2026-11-20", 2),
        ("deadline: 2026-11-20\n", "2026-11-21", 0),
        ("cut_off: 2026-12-18\n", "2026-12-18", 2),
        ("cut_off: 2026-12-18\n", "2026-12-19", 0),
        ("", "2020-01-01", 0),
    ],
)
def test_publishing_waits_for_the_last_day_that_the_campaign_names(
    dates: str, day: str, code: int, ran: Case
) -> None:
    ran.campaign.write_text(CAMPAIGN + dates, encoding="utf-8")
    assert ran.run("--as-of", "2026-11-20").code == 0
    done = ran.publish(*_on(day))
    assert done.code == code, done.err
    assert (code == 0) == (ran.out / "public").exists()
    if code:
        assert dates.split()[1] in done.err


@pytest.mark.parametrize("lang", LANGS)
def test_where_nothing_was_run_nothing_is_published(
    lang: str, cssa_inline: Inline, tmp_path: Path
) -> None:
    for out in (tmp_path / "none", tmp_path):
        done = cssa_inline("batch", "publish", out, *APPROVAL, lang=lang)
        assert done.code == 3
        assert re.search(_worded("batch.publish.never_run", lang), done.err)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_second_publication_is_refused_under_the_same_rules_and_under_others(
    lang: str, published: Case
) -> None:
    before = tree(published.out)
    for more in ((), ("--min-group", 5), ("--second", "core_system"), ("--coalition", 2)):
        done = published.publish(*APPROVAL, *more, lang=lang)
        assert done.code == 2
        assert re.search(_worded("batch.publish.already", lang), done.err)
        assert ON in done.err
        assert "理事会" in done.err
    assert tree(published.out) == before


def test_a_campaign_of_which_nothing_was_accepted_is_not_published(
    cssa_inline: Inline, tmp_path: Path
) -> None:
    case = Case(tmp_path, cssa_inline)
    case.inbox.mkdir()
    (case.inbox / "a.xlsx").write_bytes(b"no workbook")
    case.campaign.write_text(CAMPAIGN, encoding="utf-8")
    assert case.run().code == 4
    before = tree(case.out)
    done = case.publish()
    assert (done.code, "nothing to publish" in done.err) == (3, True)
    assert tree(case.out) == before


@pytest.mark.parametrize("lang", LANGS)
def test_entries_in_the_review_have_to_be_read_first(lang: str, ran: Case) -> None:
    _by_review(ran)
    before = tree(ran.out)
    done = ran.publish(lang=lang)
    assert done.code == 3
    assert re.search(_worded("batch.publish.review_waiting", lang), done.err)
    assert tree(ran.out) == before
    assert ran.run().code == 0
    assert ran.publish().code == 0


@pytest.mark.parametrize(
    "lost",
    ["private/manifest.json", "private/kept/found.json", "private/kept/lists/campaign", "readings"],
)
def test_what_a_run_did_not_finish_is_not_published(lost: str, ran: Case) -> None:
    path = ran.out / lost
    if lost == "readings":
        path = next((ran.out / "private/kept/readings").iterdir())
    path.unlink()
    before = tree(ran.out)
    done = ran.publish()
    assert (done.code, "again" in done.err) == (3, True)
    assert tree(ran.out) == before
    assert ran.run().code == 0
    assert ran.publish().code == 0


def test_publishing_works_from_what_the_last_run_kept(ran: Case, published: Case) -> None:
    _late(ran)
    (ran.inbox / "N001.yaml").unlink()
    ran.campaign.unlink()
    assert ran.publish().code == 0
    assert tree(ran.out) == tree(published.out)


@pytest.mark.parametrize(
    ("lang", "harm", "name"),
    [
        ("ja", "changed", "public/peers.json"),
        ("en", "removed", "public/peers.json"),
        ("en", "changed", "public/aggregate.xlsx"),
        ("ja", "removed", "private/restricted.md"),
        ("en", "changed", "private/published-figures.json"),
    ],
)
def test_an_edition_that_was_altered_stops_everything(
    lang: str, harm: str, name: str, published: Case
) -> None:
    path = published.out / name
    data = path.read_bytes()
    if harm == "changed":
        path.write_bytes(data + b" ")
    else:
        path.unlink()
    before = tree(published.out)
    for done in (
        published.run(lang=lang),
        published.publish(lang=lang),
        published.withdraw("all/below_in_place", lang=lang),
    ):
        assert done.code == 3
        assert str(path) in done.err
        assert re.search(_worded("batch.published.altered", lang), done.err)
    assert tree(published.out) == before
    copy = re.search(r"[^\s（]+/private/kept/edition/[0-9a-f]{64}", done.err)
    assert copy is not None
    assert Path(copy[0]).read_bytes() == data
    path.write_bytes(data)
    assert published.run().code == 0


@pytest.mark.parametrize(("harm", "said"), [("removed", "record_missing"), ("cut", "unreadable")])
@pytest.mark.parametrize("lang", LANGS)
def test_an_edition_without_its_record_is_no_new_start(
    lang: str, harm: str, said: str, published: Case
) -> None:
    path = published.out / "private/published.json"
    data = path.read_bytes()
    if harm == "removed":
        path.unlink()
    else:
        path.write_bytes(data[:-100])
    before = tree(published.out)
    for done in (published.run(lang=lang), published.publish(lang=lang)):
        assert done.code == 3
        assert re.search(_worded(f"batch.published.{said}", lang), done.err)
    assert tree(published.out) == before


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (("--as-of", "2026-11-25"), "--as-of"),
        (("--checklist", "OTHER"), "--checklist"),
        (("--scheme", "all-practices"), "--scheme"),
    ],
)
def test_a_later_run_judges_as_the_edition_did(
    asked: tuple[str, ...], name: str, published: Case, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(CHECKLIST, other)
    text = (other / "1.yaml").read_text(encoding="utf-8")
    (other / "1.yaml").write_text(text.replace("id: p2", "id: p3"), encoding="utf-8")
    before = tree(published.out)
    done = published.run(*(str(other) if word == "OTHER" else word for word in asked))
    assert (done.code, name in done.err) == (2, True)
    assert tree(published.out) == before


def test_another_campaign_needs_another_folder(published: Case) -> None:
    before = tree(published.out)
    text = published.campaign.read_text(encoding="utf-8")
    published.campaign.write_text(text.replace('"2026"', '"2027"'), encoding="utf-8")
    done = published.run()
    assert (done.code, "2027" in done.err) == (2, True)
    assert tree(published.out) == before


# The year after.


def _run_next_year(case: Case, previous: Path) -> None:
    for number in range(COUNT):
        levels = {"1-1": (drawn(number)["1-1"] + 1) % 6}
        submit(case.inbox, number, levels, sector=_sector(number), campaign="2027")
    text = (CAMPAIGN + DATES).replace("2026", "2027")
    case.campaign.write_text(text, encoding="utf-8")
    done = case.run("--previous", previous)
    assert done.code == 0, done.err


@pytest.fixture
def next_year(made: Path, cssa_inline: Inline, tmp_path: Path) -> Case:
    """The same institutions a year later, run."""
    shutil.copytree(made / "next", tmp_path / "next")
    return Case(tmp_path / "next", cssa_inline)


LATER = ("--approved-by", "理事会", "--on", "2027-12-19", "--as-of", "2027-12-19")


def test_change_is_worked_out_from_the_answers_as_published(
    published: Case, next_year: Case, cssa_inline: Inline, tmp_path: Path
) -> None:
    changed = Case(tmp_path / "changed", cssa_inline)
    shutil.copytree(next_year.out.parent, tmp_path / "changed")
    told = published.json("public/peers.json")["groups"][0]["below_in_place"]["mean"]
    for number in range(8):
        levels = dict.fromkeys(LEVELS, 0)
        submit(published.inbox, number, levels, sector=_sector(number), campaign="2026")
    assert published.run().code == 0
    for case in (next_year, changed):
        assert case.run("--previous", published.out).code == 0
        assert case.publish(*LATER, "--previous", published.out).code == 0
        change = case.json("public/peers.json")["continuing"]
        assert change["campaign"] == "2026"
        assert change["n"] == COUNT
    assert told is not None
    figures = {
        case.json("public/peers.json")["continuing"]["overall"]["before"]
        for case in (next_year, changed)
    }
    assert figures == {published.json("public/peers.json")["groups"][0]["overall"]["mean"]}


def test_own_figures_of_last_year_are_the_corrected_ones(published: Case, next_year: Case) -> None:
    before = next_year.feedback(3)["below_target"]["previous"]["count"]
    submit(published.inbox, 3, dict.fromkeys(LEVELS, 0), sector="shinkin", campaign="2026")
    assert published.run().code == 0
    assert next_year.run("--previous", published.out).code == 0
    after = next_year.feedback(3)["below_target"]["previous"]["count"]
    assert after == published.feedback(3)["result"]["overall"]["below_target"]["count"]
    assert after != before


OTHER_RULES = [
    (("--min-group", 5), "min_group"),
    (("--coalition", 2), "coalition"),
    (("--second", "core_system"), "second"),
]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("asked", "rule"), OTHER_RULES)
def test_change_under_other_rules_is_refused(
    asked: tuple[object, ...], rule: str, lang: str, published: Case, next_year: Case
) -> None:
    before = tree(next_year.out)
    done = next_year.publish(*LATER, *asked, "--previous", published.out, lang=lang)
    assert done.code == 2
    said = [
        name
        for _, name in OTHER_RULES
        if re.search(_worded(f"batch.publish.other_rule.{name}", lang), done.err)
    ]
    assert said == [rule]
    assert tree(next_year.out) == before
    assert next_year.publish(*LATER, *asked).code == 0


def test_the_coverage_floor_and_the_groups_are_rules_too(published: Case, next_year: Case) -> None:
    with next_year.campaign.open("a", encoding="utf-8") as stream:
        stream.write("coverage_floor: 0.5\n")
    assert next_year.run("--previous", published.out).code == 0
    done = next_year.publish(*LATER, "--previous", published.out)
    assert done.code == 2
    assert "with a coverage_floor of 0.8 (this run: 0.5)" in done.err
    path = published.out / "private/published.json"
    record = published.json("private/published.json")
    record["rules"]["groups"] = "0" * 64
    path.write_text(json.dumps(record), encoding="utf-8")
    done = next_year.publish(*LATER, "--previous", published.out)
    assert (done.code, "sub-sectors or size bands" in done.err) == (2, True)


@pytest.mark.parametrize("lang", LANGS)
def test_only_a_campaign_that_was_published_before_is_a_previous_one(
    lang: str, ran: Case, published: Case, next_year: Case, tmp_path: Path
) -> None:
    before = tree(next_year.out)
    shutil.rmtree(ran.out)
    shutil.copytree(next_year.out, ran.out)
    for path, code, message in (
        (ran.out, 3, "previous_unpublished"),
        (tmp_path, 3, "previous_unpublished"),
        (next_year.out, 3, "previous_unpublished"),
    ):
        done = next_year.publish(*LATER, "--previous", path, lang=lang)
        assert done.code == code
        assert re.search(_worded(f"batch.publish.{message}", lang), done.err)
    early = ("--approved-by", "x", "--on", "2027-12-19", "--as-of", "2027-12-19")
    assert next_year.publish(*early, "--previous", published.out).code == 0
    assert tree(ran.out) == before


def test_a_campaign_is_not_its_own_previous_one(ran: Case, made: Path) -> None:
    done = ran.publish(*APPROVAL, "--previous", made / "published")
    assert (done.code, "same campaign" in done.err) == (2, True)


def test_an_earlier_campaign_has_no_later_one_before_it(ran: Case, next_year: Case) -> None:
    assert next_year.publish(*LATER).code == 0
    done = ran.publish(*APPROVAL, "--previous", next_year.out)
    assert (done.code, "2027-12-19" in done.err) == (2, True)


# Withdrawing a figure.


def _cells(case: Case) -> dict[tuple[str, str], Any]:
    cells = {}
    for group in case.json("public/peers.json")["groups"]:
        for kind in ("overall", "below_in_place"):
            if kind in group:
                cells[group["id"], kind] = group[kind]
        for kind in ("domains", "sections", "practices"):
            cells |= {(group["id"], name): cell for name, cell in group.get(kind, {}).items()}
    return cells


def test_a_withdrawn_figure_leaves_everything_that_is_published(published: Case) -> None:
    before, feedback = _cells(published), tree(published.out / "feedback")
    done = published.withdraw("shinkin/3.1-1")
    assert done.code == 0, done.err
    after = _cells(published)
    gone = {
        (group, figure)
        for group in ("shinkin", "regional_bank")
        for figure in ("3.1-1", "3.1", "3")
    } & before.keys()  # fmt: skip
    assert ("shinkin", "3.1-1") in gone
    assert before.keys() - after.keys() == gone
    assert all(before[name] == cell for name, cell in after.items())
    withheld = published.json("public/peers.json")["withheld"]
    assert {"group": "shinkin", "figure": "3.1-1"} in withheld
    reasons = published.json("private/restricted.json")["restricted"]["withheld"]
    assert any("3.1-1" in one["figures"] and "wrong" in one["reason"] for one in reasons)
    peers = published.json("public/peers.json")
    for number in range(COUNT):
        _check_draws_from(peers, published.feedback(number))
        assert published.feedback(number)["mark"] is None
    assert tree(published.out / "feedback") != feedback
    act = published.json("private/published.json")["withdrawn"]
    assert [
        (one["group"], one["figure"], one["reason"], one["approved_by"], one["on"]) for one in act
    ] == [("shinkin", "3.1-1", "誤集計", "理事会", ON)]
    assert {(cell[0], cell[1]) for cell in act[0]["cells"]} == gone
    again = tree(published.out)
    assert "Nothing has changed" in published.run().out
    assert tree(published.out) == again
    assert published.withdraw("shinkin/3.1-1").code == 2
    assert published.publish().code == 2
    assert tree(published.out) == again


def test_a_whole_group_is_withdrawn_by_its_name(published: Case) -> None:
    assert published.withdraw("all").code == 0
    peers = published.json("public/peers.json")
    assert peers["groups"] == []
    assert {"group": "all", "figure": "*"} in peers["withheld"]
    assert "withheld" in (published.out / "public/aggregate.md").read_text(encoding="utf-8")
    for number in (0, COUNT - 1):
        assert published.feedback(number)["peers"]["group"] is None


def test_withdrawals_follow_each_other_and_are_all_recorded(published: Case) -> None:
    assert published.withdraw("regional_bank/1-1").code == 0
    _corrected(published)
    assert published.run().code == 0
    assert published.withdraw("all/below_in_place").code == 0
    record = published.json("private/published.json")
    assert [one["figure"] for one in record["withdrawn"]] == ["1-1", "below_in_place"]
    assert published.feedback(3)["mark"]["edition"] == 2
    assert not {cell for cell in _cells(published) if cell[1] == "below_in_place"}


@pytest.mark.parametrize(
    ("what", "more", "message"),
    [
        ("trust/overall", APPROVAL, "peers.withdraw.no_group"),
        ("all/9.9", APPROVAL, "peers.withdraw.no_figure"),
        ("/overall", APPROVAL, "peers.withdraw.no_group"),
        ("all/overall", _on("2026-12-18"), "batch.publish.before_edition"),
        ("all/overall", _on("2027-02-01"), "batch.publish.future"),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_a_withdrawal_that_makes_no_sense_is_refused_untouched(
    lang: str, what: str, more: tuple[str, ...], message: str, published: Case
) -> None:
    before = tree(published.out)
    done = published.withdraw(what, *more, lang=lang)
    assert done.code == 2
    assert re.search(_worded(message, lang), done.err), done.err
    assert tree(published.out) == before


def test_no_change_is_published_in_a_figure_that_was_withdrawn(
    published: Case, next_year: Case
) -> None:
    assert published.withdraw("all/1").code == 0
    assert next_year.publish(*LATER, "--previous", published.out).code == 0
    peers = next_year.json("public/peers.json")
    assert "1" not in peers["continuing"]["domains"]
    assert {"group": "continuing", "figure": "1"} in peers["withheld"]
    assert peers["continuing"]["domains"]


# Ended in the middle.


class Stopped(BaseException):
    """The program was killed."""


def _stop_at(monkeypatch: pytest.MonkeyPatch, moment: int) -> Callable[[], int]:
    """Have the program die before a write, or halfway through it; return how many there were."""
    count = 0

    def counted(name: str) -> Callable[..., None]:
        write = getattr(OutFolder, name)

        def stops(self: OutFolder, *args: Any, **more: Any) -> None:
            nonlocal count
            count += 1
            if count == moment:
                raise Stopped
            write(self, *args, **more)

        return stops

    for name in ("write", "secure"):
        monkeypatch.setattr(OutFolder, name, counted(name))
    return lambda: count


class InlinePool:
    """Stands for the pool of workers: what they write is counted, and stopped, in this process."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run(self, work: Callable[[Any], Any], jobs: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        return ((job, work(job)) for job in jobs)


@pytest.fixture
def inline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cssa.batch.workers.worker_pool", lambda *_: InlinePool())


@pytest.fixture(scope="module")
def writes(made: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many files publishing writes."""
    del made, tmp_path_factory
    return 2 * (len(EDITION) - 1) + 2 * COUNT + 4


@pytest.mark.usefixtures("inline")
def test_ended_at_any_write_it_is_not_published_or_finished_with_the_same_bytes(
    writes: int, ran: Case, published: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tree(published.out)
    staged = len(EDITION) - 1
    template = ran.out.with_name("template")
    ran.out.rename(template)
    decided = {True: 0, False: 0}
    for moment in (
        1,
        2,
        staged,
        staged + 1,
        staged + 2,
        staged + 5,
        2 * staged + 2,
        writes - 30,
        writes - 3,
        writes - 2,
        writes - 1,
    ):
        shutil.rmtree(ran.out, ignore_errors=True)
        shutil.copytree(template, ran.out)
        with monkeypatch.context() as patched:
            _stop_at(patched, moment)
            with pytest.raises(Stopped):
                ran.publish()
        is_recorded = (ran.out / "private/published.json").exists()
        decided[is_recorded] += 1
        if is_recorded:
            left = tree(ran.out)
            for done in (ran.run(), ran.publish(*APPROVAL, "--min-group", 5), ran.withdraw("all")):
                assert done.code in (2, 3)
                assert "cssa batch publish" in done.err
            assert tree(ran.out) == left
        else:
            assert not (ran.out / "public").exists()
            assert ran.run().code == 0
        done = ran.publish()
        assert done.code == 0, (moment, done.err)
        assert tree(ran.out) == whole, moment
    assert min(decided.values()) > 2


@pytest.mark.usefixtures("inline")
def test_publishing_writes_as_often_as_the_test_above_thinks(
    writes: int, ran: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = _stop_at(monkeypatch, 0)
    assert ran.publish().code == 0
    assert counted() == writes


@pytest.mark.usefixtures("inline")
def test_a_withdrawal_that_was_ended_is_finished_with_the_same_bytes(
    published: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = published.out.with_name("template")
    shutil.copytree(published.out, template)
    assert published.withdraw("all/3").code == 0
    whole = tree(published.out)
    recorded = len(EDITION) - 1  # the write after everything that is made anew
    for moment in (2, recorded, recorded + 1, recorded + 3, 2 * recorded + 20):
        shutil.rmtree(published.out)
        shutil.copytree(template, published.out)
        edition = published.edition()
        with monkeypatch.context() as patched:
            _stop_at(patched, moment)
            with pytest.raises(Stopped):
                published.withdraw("all/3")
        if moment <= recorded:
            assert published.edition() == edition
        else:
            assert published.run().code == 3
            assert published.withdraw("all/2").code == 2
        assert published.withdraw("all/3").code == 0
        assert tree(published.out) == whole, moment


@pytest.mark.usefixtures("inline")
def test_an_edition_is_completed_even_where_its_feedback_cannot_be_made(
    ran: Case, published: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tree(published.out)
    with monkeypatch.context() as patched:
        _stop_at(patched, len(EDITION) + 3)
        with pytest.raises(Stopped):
            ran.publish()
    for reading in (ran.out / "private/kept/readings").iterdir():  # as another version leaves them
        document = json.loads(reading.read_bytes())
        reading.write_text(json.dumps({**document, "key": "other"}), encoding="utf-8")
    done = ran.publish()
    assert (done.code, "Run `cssa batch run` again" in done.err) == (3, True)
    assert ran.edition() == published.edition()
    assert ran.run().code == 0
    assert tree(ran.out) == whole
