"""Rows of a small campaign, made by hand: two practices and a third that is desirable."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cssa.datafile.types import Text
from cssa.store.rows import (
    AnswerRow,
    CampaignRecords,
    CampaignRow,
    FigureRow,
    FileRow,
    InstitutionRow,
    PracticeRow,
    ProblemRow,
    ScoreRow,
    SubmissionRecords,
    SubmissionRow,
)

TITLE = Text(ja="題", en="Title")
PRACTICES = ("1-1", "1.1-1", "1.1-a")
FIGURES = (
    FigureRow("overall", "overall", TITLE),
    FigureRow("basic", "tier", TITLE),
    FigureRow("desirable", "tier", TITLE),
    FigureRow("1", "domain", TITLE),
    FigureRow("1.1", "section", TITLE),
)
TARGET = 3


def submission(institution: str, levels: Sequence[int | None]) -> SubmissionRecords:
    """Return a submission with a level for each practice, None where it is unanswered."""
    values = [level or 0 for level in levels[:2]]
    below = sum(value < TARGET for value in values)
    answers = [
        AnswerRow(
            practice=practice,
            status="unanswered" if level is None else "answered",
            level=level,
            target=TARGET,
            treatment=None,
            note=f"note of {institution}",
            reason=None,
        )
        for practice, level in zip(PRACTICES, levels, strict=True)
    ]
    mean = Fraction(sum(values), 2)
    lowest = None if None in levels[:2] else min(values)
    scores = [
        ScoreRow("overall", mean, lowest, below, 0, 2),
        ScoreRow("basic", mean, None, None, None, None),
        ScoreRow(
            "desirable", None if levels[2] is None else Fraction(levels[2]), None, None, None, None
        ),
        ScoreRow("1", mean, lowest, below, 0, 2),
        ScoreRow("1.1", Fraction(values[1]), levels[1], int(values[1] < TARGET), 0, 1),
    ]
    unanswered = sum(level is None for level in levels)
    row = SubmissionRow(
        institution=institution,
        file=f"forms/{institution}.xlsx",
        as_of=date(2026, 11, 30),
        assessed_on=None,
        risk="medium",
        risk_basis="assumed",
        risk_provisional=True,
        provisional=unanswered > 0,
        treated=0,
        below_target=below,
        accepted=0,
        basics=2,
        in_scope=3,
        answered=3 - unanswered,
        not_applicable=0,
        not_adopted=0,
        unanswered=unanswered,
        out_of_scope=0,
    )
    return SubmissionRecords(row, answers, scores)


def campaign(
    levels: Mapping[str, Sequence[int | None]], name: str = "2026", *, missing: Sequence[str] = ()
) -> CampaignRecords:
    """Return a campaign in which institutions answered with these levels."""
    return CampaignRecords(
        campaign=CampaignRow(
            id=name,
            title=TITLE,
            base_date=date(2026, 9, 30),
            deadline=None,
            cut_off=None,
            checklist="small",
            version="1",
            fingerprint="sha256:0",
            scheme="maturity",
            targets="by-risk-profile",
        ),
        practices=[
            PracticeRow("1-1", "1", None, "basic", TITLE),
            PracticeRow("1.1-1", "1", "1.1", "basic", TITLE),
            PracticeRow("1.1-a", "1", "1.1", "desirable", TITLE),
        ],
        figures=FIGURES,
        institutions=[
            *(
                InstitutionRow(id_, f"{id_} bank", "shinkin", Decimal("2.1e12"), True, "accepted")
                for id_ in levels
            ),
            *(InstitutionRow(id_, id_, "trust", None, None, "missing") for id_ in missing),
        ],
        files=[
            *(
                FileRow(
                    f"forms/{id_}.xlsx", "ab" * 32, "accepted", (id_,),
                    "2026-11-20T10:00:00+09:00", "mail", "a@example.org", "1",
                )
                for id_ in levels
            ),
            FileRow("forms/odd.xlsx", "cd" * 32, "refused"),
        ],
        problems=[
            ProblemRow("forms/odd.xlsx", "form.guard.empty", {}, ""),
            ProblemRow("forms/odd.xlsx", "form.formula", {"limit": 5, "found": "値"}, "1!B7"),
        ],
        submissions=[submission(id_, answered) for id_, answered in levels.items()],
    )  # fmt: skip


def all_rows(records: CampaignRecords) -> tuple[object, ...]:
    """Return all rows of a campaign as tuples, so that two campaigns can be compared."""
    return (
        records.campaign,
        *(tuple(rows) for rows in records[1:6]),
        tuple((row, tuple(answers), tuple(scores)) for row, answers, scores in records.submissions),
    )


def many(count: int) -> Iterator[SubmissionRecords]:
    """Yield submissions one after the other, without a list of them."""
    for number in range(count):
        yield submission(f"{number:06}", (3, number % 6, None))
