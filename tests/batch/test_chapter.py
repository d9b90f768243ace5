"""Good practices and common problems: selected by the issuer, published once, naming nobody."""

import io
import json
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.batch.conftest import tree
from tests.batch.institutions import submit
from tests.batch.test_publish import CAMPAIGN, DATES, Case, Inline

from cssa.messages import LANGS, Lang, message

COUNT = 14
TROUBLED = range(1, 13)
"""Institutions that write of the same problem."""

NOTES, CHAPTER = "private/notes.xlsx", "public/chapter.md"
OWN = "復元に、想定の3倍の時間がかかった。"
GOOD, PROBLEM = "役員が、自ら復元に立ち会っている。", "復元の所要時間を、測っていない。"
PAGES = ("public/aggregate.html", "public/aggregate.md", "private/restricted.html")


def _fill(case: Case, **more: str) -> None:
    for number in range(COUNT):
        levels: dict[str, Any] = {"3.1-1": {"level": 2, "note": f"{OWN}{number}"}}
        if number == 0:
            levels["1-1"] = {"level": 5, "note": "役員が立ち会う。"}
            levels["1.1-a"] = {"not_adopted": True, "reason": "費用による。"}
        submit(case.inbox, number, levels, campaign="2026", **more)
    case.campaign.write_text(f"{CAMPAIGN}{DATES}retain_until: 2029-03-31\n", encoding="utf-8")
    lines = [
        f"N{number:03},架空第{number}信用金庫,shinkin,b{number}@n{number}.example"
        for number in range(COUNT)
    ]
    case.roster.write_text("id,name,sector,email\n" + "\n".join(lines), encoding="utf-8")


@pytest.fixture(scope="session")
def made(cssa_once: Inline, make_once: Callable[..., Path]) -> Path:
    """A campaign that was run. Do not write there."""

    def make(root: Path) -> None:
        case = Case(root, cssa_once)
        _fill(case)
        done = case.run("--notes")
        assert done.code == 0, done.err

    return make_once("chapter", make)


@pytest.fixture
def case(made: Path, cssa_inline: Inline, tmp_path: Path) -> Case:
    shutil.copytree(made, tmp_path / "case")
    return Case(tmp_path / "case", cssa_inline)


class List:
    """The issuer's list, to be marked."""

    def __init__(self, case: Case) -> None:
        self._path = case.out / NOTES
        self._book = load_workbook(io.BytesIO(self._path.read_bytes()))
        self._sheet: Any = self._book.worksheets[0]
        self._columns = {cell.value: cell.column for cell in self._sheet[3]}

    def rows(self) -> list[dict[str, Any]]:
        return [
            {code: self._sheet.cell(number, at).value for code, at in self._columns.items()}
            for number in range(5, self._sheet.max_row + 1)
        ]

    def select(self, institution: str, practice: str, mark: str, wording: str | None = None) -> str:
        """Mark a text; return the cell of its wording."""
        for number, row in enumerate(self.rows(), start=5):
            if (row["institution"], row["practice"]) == (institution, practice):
                self._sheet.cell(number, self._columns["mark"]).value = mark
                cell = self._sheet.cell(number, self._columns["wording"])
                cell.value = wording
                self._book.save(self._path)
                return str(cell.coordinate)
        raise KeyError(institution, practice)


def _select(case: Case, problems: range = TROUBLED, wording: str = PROBLEM) -> None:
    marked = List(case)
    marked.select("N000", "1-1", "好事例", GOOD)
    for number in problems:
        first = number == problems.start
        marked.select(f"N{number:03}", "3.1-1", "共通する課題", wording if first else None)


def test_the_list_has_what_institutions_wrote_by_practice(case: Case) -> None:
    rows = List(case).rows()
    order = ["1-1", "1.1-a", *["3.1-1"] * COUNT]
    assert [row["practice"] for row in rows] == order
    assert [row["institution"] for row in rows[2:]] == [f"N{number:03}" for number in range(COUNT)]
    assert [(row["kind"], row["text"], row["given"]) for row in rows[:3]] == [
        ("Note", "役員が立ち会う。", "Level 5"),
        ("Reason", "費用による。", message("en", "status.not_adopted")),
        ("Note", f"{OWN}0", "Level 2"),
    ]
    assert stat.S_IMODE((case.out / NOTES).stat().st_mode) == 0o600


def test_the_list_is_written_where_it_is_asked_for_and_kept_up_from_then_on(case: Case) -> None:
    with_list = tree(case.out)
    (case.out / NOTES).unlink()
    assert case.run().code == 0
    assert not (case.out / NOTES).exists()
    assert "notes.xlsx" not in case.run().out
    assert case.run("--notes").code == 0
    assert tree(case.out)[NOTES] == with_list[NOTES]
    submit(case.inbox, 0, {"3.1-1": {"level": 2, "note": "新しい記載。"}}, campaign="2026")
    assert case.run().code == 0
    assert "新しい記載。" in [row["text"] for row in List(case).rows()]


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_selected_is_published_and_nothing_that_an_institution_wrote(
    case: Case, lang: Lang
) -> None:
    _select(case)
    done = case.run(lang=lang)
    assert done.code == 0, done.err
    counts = {"good": 1, "problems": 1}
    assert message(lang, "batch.summary.chapter", counts) in done.out
    assert "notes.xlsx" in done.out
    assert "segments.xlsx" in done.out
    assert case.publish(lang=lang).code == 0
    chapter = (case.out / CHAPTER).read_text(encoding="utf-8")
    heading = message(lang, "aggregate.h.chapter")
    problem = message(lang, "chapter.common_problem")
    number = message(lang, "chapter.institutions", {"count": len(TROUBLED)})
    documents = {name: (case.out / name).read_text(encoding="utf-8") for name in PAGES}
    documents[CHAPTER] = chapter
    page = case.out / "feedback/N005/feedback.html"
    documents["feedback"] = page.read_text(encoding="utf-8")
    for name, document in documents.items():
        assert heading in document, name
        assert GOOD in document, name
        assert PROBLEM in document, name
        assert number in document, name
    assert chapter.index(GOOD) < chapter.index(PROBLEM)
    assert f"{problem}" in chapter
    for name in (*PAGES, CHAPTER):
        text = (case.out / name).read_text(encoding="utf-8")
        assert OWN not in text, name
        assert "架空第" not in text, name
    record = case.json("private/published.json")
    assert record["files"][CHAPTER] == tree(case.out)[CHAPTER]
    assert record["chapter"] == [
        {"kind": "good_practice", "practice": "1-1", "wording": GOOD, "institutions": None},
        {"kind": "common_problem", "practice": "3.1-1", "wording": PROBLEM, "institutions": 12},
    ]


def test_markdown_feedback_has_the_chapter_too(case: Case) -> None:
    _select(case)
    assert case.run("--formats", "md,json").code == 0
    interim = (case.out / "feedback/N005/feedback.md").read_text(encoding="utf-8")
    assert PROBLEM not in interim
    assert case.publish().code == 0
    feedback = (case.out / "feedback/N005/feedback.md").read_text(encoding="utf-8")
    assert f"- Common problem (12 institutions): {PROBLEM}" in feedback


def test_without_a_selection_there_is_no_chapter(case: Case) -> None:
    assert case.publish().code == 0
    assert not (case.out / CHAPTER).exists()
    for name in PAGES:
        text = (case.out / name).read_text(encoding="utf-8")
        assert message("en", "aggregate.h.chapter") not in text


@pytest.mark.parametrize(
    ("problems", "seen", "expected"),
    [
        (range(1, 11), "", 10),
        (range(1, 10), "", None),
        (range(1, 13), "中央機関", None),
    ],
)
def test_a_problem_of_few_has_no_number(
    case: Case, problems: range, seen: str, expected: int | None
) -> None:
    """Of twelve of which one reader has seen three, nine are too few."""
    lines = case.roster.read_text(encoding="utf-8").splitlines()
    rows = [
        f"{line},{seen if number in (1, 2, 3) else ''}" for number, line in enumerate(lines[1:])
    ]
    case.roster.write_text("\n".join([f"{lines[0]},answers_seen_by", *rows]), encoding="utf-8")
    _select(case, problems)
    assert case.run().code == 0
    assert case.publish().code == 0
    (_, problem) = case.json("private/published.json")["chapter"]
    assert problem["institutions"] == expected
    chapter = (case.out / CHAPTER).read_text(encoding="utf-8")
    assert ("institutions)" in chapter) == (expected is not None)


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("架空第７信用金庫では、測っていない。", "name"),
        ("n007では、測っていない。", "id"),
        ("n7.exampleに、報告がない。", "email"),
    ],
)
def test_a_wording_that_names_an_institution_stops_everything(
    case: Case, wording: str, code: str
) -> None:
    cell = List(case).select("N003", "3.1-1", "共通する課題", wording)
    before = tree(case.out)
    for done in (case.run(), case.publish()):
        assert done.code == 3
        line = done.err.splitlines()[-1]
        assert f"notes.xlsx!Notes and reasons!{cell}" in line
        assert message("en", f"batch.chapter.{code}", _facts(code)) in line
    assert tree(case.out) == before


def _facts(code: str) -> dict[str, object]:
    found = {"name": "架空第7信用金庫", "id": "N007", "email": "n7.example"}[code]
    return {"found": found} if code == "id" else {"found": found, "institution": "N007"}


def test_a_selection_that_no_run_has_read_is_not_published(case: Case) -> None:
    _select(case)
    done = case.publish()
    assert done.code == 3
    assert "notes.xlsx" in done.err
    assert not (case.out / CHAPTER).exists()


def test_a_mark_that_could_go_with_two_wordings_is_asked_about(case: Case) -> None:
    _select(case)
    cell = List(case).select("N009", "3.1-1", "共通する課題", "別の課題")
    done = case.run()
    assert done.code == 3
    refused = [line for line in done.err.splitlines() if "notes.xlsx!" in line]
    assert len(refused) == len(TROUBLED) - 2
    assert not [line for line in refused if f"!{cell}:" in line]


def test_what_has_no_wording_yet_is_counted_and_not_published(case: Case) -> None:
    List(case).select("N004", "3.1-1", "共通する課題")
    done = case.run()
    assert message("en", "batch.summary.chapter_waiting", {"count": 1}) in done.out
    assert case.publish().code == 0
    assert not (case.out / CHAPTER).exists()


def test_marks_stay_with_a_text_whatever_file_it_is_in_and_are_kept_when_it_is_gone(
    case: Case,
) -> None:
    _select(case, range(1, 2))
    assert case.run().code == 0
    same = {"3.1-1": {"level": 3, "note": f"{OWN}1"}}
    submit(case.inbox, 1, same, campaign="2026")
    done = case.run()
    assert message("en", "batch.summary.chapter", {"good": 1, "problems": 1}) in done.out
    submit(case.inbox, 1, {"3.1-1": {"level": 3, "note": "解決した。"}}, campaign="2026")
    done = case.run()
    assert message("en", "batch.summary.chapter", {"good": 1, "problems": 0}) in done.out
    assert message("en", "batch.summary.chapter_replaced", {"count": 1}) in done.out
    gone = List(case).rows()[-1]
    assert (gone["institution"], gone["text"], gone["wording"]) == ("N001", f"{OWN}1", PROBLEM)
    assert case.publish().code == 0
    assert [entry["kind"] for entry in case.json("private/published.json")["chapter"]] == [
        "good_practice"
    ]


def test_a_wording_holds_as_long_as_one_of_its_texts_is_filed(case: Case) -> None:
    _select(case)
    assert case.run().code == 0
    submit(case.inbox, 1, {"3.1-1": {"level": 3, "note": "解決した。"}}, campaign="2026")
    done = case.run()
    assert message("en", "batch.summary.chapter", {"good": 1, "problems": 1}) in done.out
    assert case.publish().code == 0
    (_, problem) = case.json("private/published.json")["chapter"]
    assert (problem["wording"], problem["institutions"]) == (PROBLEM, 11)


@pytest.fixture
def published(case: Case) -> Case:
    _select(case)
    assert case.run().code == 0
    assert case.publish().code == 0
    return case


def test_what_is_selected_after_the_publication_changes_nothing(published: Case) -> None:
    before = tree(published.out)
    List(published).select("N000", "1.1-a", "共通する課題", "費用が壁になっている。")
    done = published.run()
    assert done.code == 0, done.err
    assert message("en", "batch.summary.chapter_later", {"count": 1}) in done.out
    after = tree(published.out)
    same = [name for name in before if name.startswith(("public/", "feedback/"))]
    assert {name: after[name] for name in same} == {name: before[name] for name in same}


def test_a_latecomer_gets_the_published_chapter(published: Case) -> None:
    submit(published.inbox, COUNT, {}, campaign="2026")
    with published.roster.open("a", encoding="utf-8") as roster:
        roster.write(f"\nN{COUNT:03},架空第{COUNT}信用金庫,shinkin,")
    assert published.run().code == 0
    page = (published.out / f"feedback/N{COUNT:03}/feedback.html").read_text(encoding="utf-8")
    assert PROBLEM in page


def test_a_chapter_that_was_changed_is_noticed(published: Case) -> None:
    path = published.out / CHAPTER
    path.write_text(path.read_text(encoding="utf-8") + "more", encoding="utf-8")
    done = published.run()
    assert done.code == 3
    assert "chapter.md" in done.err


@pytest.mark.parametrize("what", ["chapter/3.1-1", "chapter"])
def test_what_is_wrong_in_it_is_withdrawn(published: Case, what: str) -> None:
    figures = tree(published.out)["public/peers.json"]
    done = published.withdraw(what)
    assert done.code == 0, done.err
    assert PROBLEM in done.out
    left = what != "chapter"
    chapter = (published.out / CHAPTER).read_text(encoding="utf-8")
    assert (GOOD in chapter) == left
    assert (message("en", "chapter.withdrawn") in chapter) != left
    pages = [*PAGES, CHAPTER, "feedback/N005/feedback.html"]
    for name in pages:
        text = (published.out / name).read_text(encoding="utf-8")
        assert PROBLEM not in text, name
    record = published.json("private/published.json")
    (act,) = record["withdrawn"]
    assert (act["reason"], act["cells"], len(act["entries"])) == ("誤集計", [], 1 if left else 2)
    assert tree(published.out)["public/peers.json"] == figures
    done = published.run()
    assert done.code == 0, done.err
    assert message("en", "batch.summary.chapter_later", {"count": 1}) not in done.out


def test_only_what_is_in_it_can_be_withdrawn(published: Case) -> None:
    done = published.withdraw("chapter/2.1-1")
    assert done.code == 2
    assert "1-1, 3.1-1" in done.err
    assert published.withdraw("chapter").code == 0
    done = published.withdraw("chapter")
    assert done.code == 2
    assert message("en", "batch.chapter.nothing_to_withdraw") in done.err


def test_the_list_goes_and_the_chapter_stays_after_the_retention_period(published: Case) -> None:
    chapter = tree(published.out)[CHAPTER]
    done = published._cssa(
        "batch",
        "purge",
        published.out,
        "--yes",
        "--on",
        "2029-04-01",
        "--as-of",
        "2029-04-01",
        lang="en",
    )
    assert done.code == 0, done.err
    after = tree(published.out)
    assert NOTES not in after
    assert after[CHAPTER] == chapter
    assert json.loads((published.out / "private/purged.json").read_bytes())["files"][NOTES]
