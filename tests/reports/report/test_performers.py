"""Figures and gaps by who performs the work: they add up, and stand only where others do."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from cssa.answers.performers import read_performer
from cssa.checklist.practice import PERFORMERS, Performer
from cssa.messages import LANGS, Lang, message
from cssa.reports.formats.report import HtmlReport, MarkdownReport
from cssa.reports.performers_view import performer_rows
from cssa.reports.report_view import ReportView

Institution = Callable[[str], ReportView]


def performed(
    view: ReportView, random: Random, performers: tuple[Performer | None, ...]
) -> ReportView:
    """Return a view in which the practices are performed by some at random."""
    practices = {
        name: replace(
            practice,
            answer=practice.answer.model_copy(update={"performed_by": random.choice(performers)}),
        )
        for name, practice in view.practices.items()
    }
    gaps = tuple(replace(gap, practice=practices[gap.practice.id]) for gap in view.gaps)
    return replace(view, gaps=gaps, performers=performer_rows(practices, gaps, view.result.scale))


@pytest.mark.parametrize("name", ["typical", "excellent", "nearly-empty", "not-applicable"])
def test_what_all_perform_adds_up_to_the_whole(name: str, institution: Institution) -> None:
    view = institution(name)
    for seed in range(20):
        random = Random(seed)  # noqa: S311 - nothing is secret
        rows = performed(view, random, (*PERFORMERS, None)).performers
        below, counted = view.result.overall.below_target, view.result.overall.coverage
        assert sum(row.below for row in rows) == below.count
        assert sum(row.basics for row in rows) == below.of
        assert sum(row.count for row in rows) == counted.answered + counted.unanswered
        found = sorted(gap.practice.id for row in rows for gap in row.gaps)
        assert found == sorted(gap.practice.id for gap in view.gaps)
        assert all(row.below <= row.basics <= row.count >= row.in_place for row in rows)


@pytest.mark.parametrize("performers", [("own",), (None,), ("own", None)])
def test_it_is_left_out_where_all_is_done_here_or_nothing_is_stated(
    performers: tuple[Performer | None, ...], institution: Institution
) -> None:
    view = performed(institution("typical"), Random(1), performers)  # noqa: S311
    assert "performers" not in view.contents
    for lang in LANGS:
        heading = message(lang, "report.h.performers")
        assert heading not in HtmlReport().render(view, lang)
        assert heading not in MarkdownReport().render(view, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_gaps_stand_below_who_performs_them(lang: Lang, institution: Institution) -> None:
    view = performed(institution("typical"), Random(2), ("own", "vendor"))  # noqa: S311
    page = MarkdownReport().render(view, lang)
    start = page.index(message(lang, "report.h.performers"), page.index("## "))
    part = page[page.index(f"## {message(lang, 'report.h.performers')}", start - 200) :]
    part = part[: part.index("\n## ", 5)]
    vendor = next(row for row in view.performers if row.performer == "vendor")
    assert vendor.gaps
    for gap in view.gaps:
        assert (f"- {gap.practice.shown_id} " in part) == (gap in vendor.gaps)


@pytest.mark.parametrize("performer", PERFORMERS)
def test_words_of_both_languages_name_the_same(performer: Performer) -> None:
    for lang in LANGS:
        assert read_performer(message(lang, f"performer.{performer}").upper()) == performer
        for word in message(lang, f"performer.{performer}.read").split("|"):
            assert read_performer(f" {word}　") == performer
    assert read_performer(performer) == performer
    assert read_performer("NTT") is None
