"""Which answers corrections are taken for: those that stand, and no others."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.engine.worlds import basic, checklist_of, edition_of
from tests.forms.conftest import make_submission
from tests.forms.test_review import CORRECTED, Sheet, only_workbook, outcome_of, row

from cssa.batch.corrections import corrected, corrections, read_outcomes
from cssa.batch.intake.reading import ClaimedIdentity
from cssa.batch.ledger.entries import EffectiveFiling, Filing, Ledger, LedgerRow
from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.checklist.level_scale import SIX_LEVELS
from cssa.errors import InputError
from cssa.forms.review import ReviewKey, ReviewOutcome
from cssa.workspace import Workspace

TESTS = Path(__file__).resolve().parents[1]
A, B, GONE = "ab" * 32, "cd" * 32, "ef" * 32
CHECKLIST = edition_of(checklist_of(basic("1-1"), basic("1-2"))).checklist


def ledger(standing: dict[str, str]) -> Ledger:
    """Return a ledger of institutions with the files that stand."""
    rows = [
        LedgerRow(
            id=ident, name="N", sector="shinkin", bureau="", route="", state="accepted",
            extended_to=None, merged_into=None, effective=EffectiveFiling(ClaimedIdentity(ident, "N", ""), file),
        )
        for ident, file in standing.items()
    ]  # fmt: skip
    filings = [
        Filing(
            path=file, sha256=file, state="accepted", institution=ident, name="N", claimed=None,
            lang=None, received_at=None, channel="", sender="", version=1, marks=(), reasons=(),
        )
        for ident, file in standing.items()
    ]  # fmt: skip
    return Ledger("2026", len(filings), tuple(filings), tuple(rows), ())


LEDGER = ledger({"bank-a": A, "bank-b": B})


def outcome(institution: str, file: str, practice: str) -> ReviewOutcome:
    return outcome_of(ReviewKey(institution, file, practice), **CORRECTED)


def test_answers_that_stand_are_corrected() -> None:
    said = [outcome("bank-b", B, "1-2"), outcome("bank-b", B, "1-1"), outcome("bank-a", A, "1-1")]
    found = corrections(said, LEDGER, CHECKLIST)
    assert {ident: [one_.practice for one_ in several] for ident, several in found.items()} == {
        "bank-a": ["1-1"],
        "bank-b": ["1-1", "1-2"],
    }


SURVEY = Workspace(folders=[TESTS / "journeys" / "checklist"]).edition("survey").checklist
"""A checklist with every kind of question."""


@pytest.mark.parametrize(
    ("practice", "level", "expected"),
    [
        ("1-1", 3, {"choice": "half"}),
        ("1-1", 2, None),  # no option gives it
        ("1-2", 2, None),  # several selections give it
        ("1-3", 3, None),
        ("1-4", 3, None),
        ("1-5", 4, {"level": 4}),
        ("2-1", 3, None),  # it gives no level
    ],
)
def test_a_level_corrects_what_one_answer_gives_it(
    practice: str, level: int, expected: dict[str, object] | None
) -> None:
    key = ReviewKey("bank-a", A, practice)
    said = [outcome_of(key, **{**CORRECTED, "level": level})]
    if expected is None:
        with pytest.raises(InputError) as refused:
            corrections(said, LEDGER, SURVEY)
        (problem,) = refused.value.problems
        assert problem.code == "batch.correction_kind"
        assert problem.params == {"practice": practice, "level": level}
        return
    (entry,) = corrections(said, LEDGER, SURVEY)["bank-a"]
    assert (entry.practice, entry.level) == (practice, level)
    filed = make_submission({practice: {"na": True, "reason": "none"}})
    answer = corrected(filed, ((practice, level),), SURVEY).answers[practice]
    assert answer.model_dump(exclude_defaults=True) == expected


@pytest.mark.parametrize(
    ("institution", "file", "practice", "problem"),
    [
        ("bank-c", A, "1-1", "batch.correction_institution"),
        ("bank-a", A, "1-9", "batch.correction_practice"),
        ("bank-c", GONE, "1-1", None),
        ("bank-a", GONE, "1-9", None),
        ("bank-a", GONE, "1-1", None),
        ("bank-a", B, "1-1", None),
    ],
)
def test_what_stands_nowhere_corrects_nothing(
    institution: str, file: str, practice: str, problem: str | None
) -> None:
    said = [outcome(institution, file, practice)]
    if problem is None:
        assert not corrections(said, LEDGER, CHECKLIST)
        return
    with pytest.raises(InputError) as refused:
        corrections(said, LEDGER, CHECKLIST)
    assert [one_.code for one_ in refused.value.problems] == [problem]


@pytest.fixture
def folder(tmp_path: Path) -> OutFolder:
    """Return a batch's folder with a workbook in which a correction was entered."""
    (tmp_path / PRIVATE).mkdir()
    data = only_workbook([row("1-1"), row("1-2")], [outcome_of(row("1-1").key, **CORRECTED)])
    (tmp_path / PRIVATE / "review.xlsx").write_bytes(data)
    return OutFolder(tmp_path)


def _copy(folder: OutFolder, **changed: Any) -> None:
    sheet = Sheet((folder.root / PRIVATE / "review.xlsx").read_bytes())
    for code, value in changed.items():
        sheet.enter(code, value)
    (folder.root / PRIVATE / "review (1).xlsx").write_bytes(sheet.save())


def test_a_copy_of_a_workbook_that_says_the_same_is_one(folder: OutFolder) -> None:
    before = read_outcomes(folder, SIX_LEVELS)
    _copy(folder)
    assert [one_.key for one_ in read_outcomes(folder, SIX_LEVELS)] == [one_.key for one_ in before]


@pytest.mark.parametrize("changed", [{"level": 4}, {"on": date(2026, 12, 2)}, {"reply": None}])
def test_a_copy_of_a_workbook_that_says_something_else_is_refused(
    folder: OutFolder, changed: dict[str, Any]
) -> None:
    _copy(folder, **changed)
    with pytest.raises(InputError) as refused:
        read_outcomes(folder, SIX_LEVELS)
    (problem,) = refused.value.problems
    assert problem.code == "book.review_twice"
    assert {"review.xlsx", "review (1).xlsx"} == {
        Path(str(place).partition("!")[0]).name
        for place in (problem.location, problem.params["other"])
    }
