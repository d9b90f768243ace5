"""What the view puts together: the figures of the result, in the order a reader needs them."""

import re
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from cssa.comparison.previous_result import compare_results, is_earlier
from cssa.errors import InputError
from cssa.messages import LANGS, Lang, catalogue
from cssa.reports.board_summary import lead_sentence
from cssa.reports.chart_geometry import bar_segments, radar
from cssa.reports.formats.report import HtmlReport, JsonReport, MarkdownReport
from cssa.reports.phrases import Phrase, in_language
from cssa.reports.report_view import MAX_PRIORITIES, ReportView

SMALL = Path(__file__).resolve().parent / "small"


def test_figures_are_those_of_the_result(institution: Callable[[str], ReportView]) -> None:
    for name in ("nearly-empty", "typical", "excellent", "not-applicable"):
        view = institution(name)
        assert view.score == view.result.overall.value
        for domain, figures in zip(view.domains, view.result.domains, strict=True):
            assert (domain.id, domain.score, domain.level) == (
                figures.id, figures.value, figures.level,
            )  # fmt: skip
            assert sum(domain.level_counts) == domain.below_target.of
        assert [gap.practice.id for gap in view.gaps] == [gap.practice for gap in view.result.gaps]
        assert view.priorities == view.gaps[:MAX_PRIORITIES]
        assert view.accepted + view.alternative == view.result.overall.treated
        assert list(view.practices) == list(view.checklist.placed)


def test_a_target_can_be_compared_with_the_figure_beside_it(small: ReportView) -> None:
    assert [domain.target for domain in small.domains] == [3, 3, 3]
    assert small.target == 3
    assert small.domains[0].score == Fraction(4, 2)


def test_treatments_come_by_their_review_date_with_their_state(small: ReportView) -> None:
    assert [
        (treatment.practice.id, treatment.kind, treatment.state) for treatment in small.treatments
    ] == [
        ("3.1-1", "accepted", "expired"),
        ("2.1-1", "alternative", "soon"),
    ]
    assert (small.accepted, small.alternative, small.invalid) == (0, 1, 1)


def test_what_stands_behind_the_answers_is_counted(small: ReportView) -> None:
    reliability = small.reliability
    assert (reliability.with_level, reliability.with_evidence) == (5, 1)
    assert (reliability.second_line, reliability.third_line) == (1, 0)
    assert (reliability.differing, reliability.unconfirmed) == (1, 0)
    assert (reliability.respondent, reliability.reported_on) == ("CISO", None)


def test_the_board_is_asked_what_the_figures_leave_open(
    small: ReportView, institution: Callable[[str], ReportView]
) -> None:
    assert [decision.code.rsplit(".", 1)[1] for decision in small.decisions] == [
        "targets_partial", "priorities", "legal", "treatments",
    ]  # fmt: skip
    assert in_language(small.decisions[-1], "en").endswith(
        ": 1 past the review date (earliest 2026-01-31), 1 near the review date (earliest 2026-12-10)."
    )
    assert [decision.code for decision in institution("excellent").decisions] == [
        "report.decide.targets_answers"
    ]
    codes = [decision.code for decision in institution("nearly-empty").decisions]
    assert codes[0] == "report.decide.targets_assumed"
    assert codes[-1] == "report.decide.second_line"


def test_one_sentence_says_where_the_institution_stands(
    institution: Callable[[str], ReportView], small: ReportView
) -> None:
    leads = {
        name: institution(name).lead.code.removeprefix("report.lead.")
        for name in ("nearly-empty", "typical", "excellent")
    }
    assert leads == {"nearly-empty": "below_open", "typical": "below", "excellent": "none"}
    for lang in LANGS:
        sentence = in_language(small.lead, lang)
        assert sentence.count("。" if lang == "ja" else ". ") <= 1
        assert "{" not in sentence


def test_the_sentence_names_no_domain_where_several_have_as_many_below_target(
    institution: Callable[[str], ReportView],
) -> None:
    view = institution("typical")
    first, second, *others = view.result.domains
    most = replace(first.below_target, count=20)
    alike = (
        replace(first, below_target=most),
        replace(second, below_target=replace(second.below_target, count=20)),
        *others,
    )
    lead = lead_sentence(replace(view.result, domains=alike), view.checklist, has_answers=True)
    assert lead.code == "report.lead.below_alike"


@pytest.mark.parametrize("lang", LANGS)
def test_the_functions_that_a_decision_lists_add_up_to_its_practices(
    lang: Lang, institution: Callable[[str], ReportView]
) -> None:
    view = institution("typical")
    (decision,) = (entry for entry in view.decisions if entry.code == "report.decide.priorities")
    listed = str(
        in_language(Phrase("report.decide.planned", {"list": decision.params["list"]}), lang)
    )
    assert (" others (" if lang == "en" else "ほか") in listed
    counts = re.findall(r"[(（](\d+)", listed)
    assert sum(map(int, counts)) == decision.params["count"]


def test_a_section_is_at_target_only_when_all_is_answered(
    institution: Callable[[str], ReportView],
) -> None:
    assert institution("nearly-empty").at_target == ()
    view = institution("typical")
    below = {gap.practice.id for gap in view.gaps}
    assert view.at_target
    for section in view.at_target:
        basics = {practice.id for practice in section.practices if practice.tier == "basic"}
        assert basics
        assert not basics & below
    assert len(institution("excellent").at_target) == len(
        [section for domain in institution("excellent").domains for section in domain.sections]
    )


def test_last_years_number_stands_beside_this_years(small: ReportView) -> None:
    assert small.previous is not None
    assert (small.previous.as_of, small.previous.below.count) == (date(2025, 11, 10), 4)
    assert small.previous.differs == ()
    assert [domain.previous_below_target for domain in small.domains] == [2, 0, 2]


def test_an_earlier_result_that_cannot_be_compared_is_refused_or_marked(
    small: ReportView,
) -> None:
    now = small.result
    before = replace(now, as_of=date(2025, 1, 1), assessed_on=date(2025, 1, 1))
    risk = replace(now.risk_profile, level="high")
    target = replace(now.target, content="sha256:0")
    assert compare_results(now, before).differs == ()
    assert compare_results(now, replace(before, risk_profile=risk, target=target)).differs == (
        "target", "risk",
    )  # fmt: skip
    other = replace(now.institution, id="other")
    elsewhere = replace(now.checklist, id="other")
    refused = {
        "report.other_institution": replace(before, institution=other),
        "report.other_checklist": replace(before, checklist=elsewhere),
        "report.not_earlier": replace(before, assessed_on=now.assessed_on),
        "report.not_earlier_as_of": replace(now, assessed_on=None),
    }
    assert is_earlier(before, now)
    for code, result in refused.items():
        assert is_earlier(result, now) is code.startswith("report.other_")
        with pytest.raises(InputError) as error:
            compare_results(now, result)
        assert [problem.code for problem in error.value.problems] == [code]


@pytest.mark.parametrize("lang", LANGS)
def test_the_radar_stays_within_its_frame(
    lang: Lang, institution: Callable[[str], ReportView]
) -> None:
    from cssa.reports import text_layout

    for name in ("nearly-empty", "typical", "excellent"):
        chart = radar(institution(name).domains, lang)
        assert chart is not None
        assert chart.own
        assert chart.target
        for x, y in (*chart.axes, *chart.dots):
            assert 0 <= x <= chart.width
            assert 0 <= y <= chart.height
        for label, domain in zip(chart.labels, institution(name).domains, strict=True):
            glue = " " if lang == "en" else ""
            assert glue.join(label.lines) == in_language(domain.title, lang)
            wide = max(map(text_layout.cells, label.lines)) * 6.2
            room = {"start": chart.width - label.x, "end": label.x}.get(
                label.anchor, 2 * min(label.x, chart.width - label.x)
            )
            assert wide <= room, label
            assert label.y >= 10
            assert label.y + 15 * len(label.lines) <= chart.height


def test_a_radar_needs_three_domains_and_draws_what_has_a_figure(small: ReportView) -> None:
    assert radar(small.domains[:2], "en") is None
    first, second, third = small.domains
    chart = radar((first, second, replace(third, score=None)), "en")
    assert chart is not None
    assert (chart.own, len(chart.dots)) == (None, 2)


def test_the_pieces_of_a_bar_fill_it() -> None:
    assert bar_segments((1, 0, 3), 100) == ((0.0, 25.0, 1), (25.0, 0.0, 0), (25.0, 75.0, 3))
    assert bar_segments((0, 0), 100) == ((0, 0, 0), (0, 0, 0))


def test_phrases_within_phrases_are_said_in_the_same_language() -> None:
    phrase = Phrase("report.decide.targets_assumed", {"risk": Phrase("risk.medium")})
    for lang in LANGS:
        assert catalogue(lang)["risk.medium"] in in_language(phrase, lang)


def test_a_report_of_nothing_can_be_read(institution: Callable[[str], ReportView]) -> None:
    view = institution("nothing")
    assert view.lead.code == "report.lead.empty"
    for lang in LANGS:
        for format_ in (HtmlReport(), MarkdownReport(), JsonReport()):
            assert in_language(view.lead, lang) in format_.render(view, lang)


def test_176_answers_with_notes_and_reviews_stay_below_300_kb(
    institution: Callable[[str], ReportView],
) -> None:
    view = institution("typical")
    assert len(asdict(view.result.overall.coverage)) > 0
    assert sum(bool(answer.note) for answer in view.submission.answers.values()) > 150
    for lang in LANGS:
        assert len(HtmlReport().render(view, lang).encode()) < 300_000


def test_the_first_page_says_the_direction_and_names_functions_and_dates(
    institution: Callable[[str], ReportView],
) -> None:
    view = institution("planned")
    assert view.comparison is not None
    assert [point.assessed_on.year for point in view.comparison.points] == [2024, 2025, 2026]
    assert view.direction is not None
    assert "2025-11-10" in in_language(view.direction, "en")
    planned, open_ones = view.decisions[1:3]
    assert (planned.code, open_ones.code) == ("report.decide.planned", "report.decide.priorities")
    owners = {gap.practice.answer.plan.owner for gap in view.priorities if gap.practice.answer.plan}
    assert all(owner and owner in in_language(planned, "ja") for owner in owners)
    assert "2027年8月30日" in in_language(planned, "ja")
    assert "2027-08-30" in in_language(planned, "en")
    assert institution("typical").direction is None
