"""Scores as a page for a terminal."""

from collections.abc import Iterator
from dataclasses import asdict

from cssa.answers.submission import NO_ANSWER, Submission
from cssa.answers.value_words import value_words
from cssa.checklist.disclaimer import source_disclaimer
from cssa.checklist.model import Checklist
from cssa.engine.result import DomainResult, OverallResult, Result
from cssa.engine.scoring import Criteria
from cssa.messages import Lang, fitting, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import first_few
from cssa.reports import phrases
from cssa.reports.page import (
    Cell,
    Column,
    Page,
    Paragraph,
    Style,
    Table,
    band_style,
    level_bars,
)
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_scheme import Scheme

_MAX_GAPS = 5
_MAX_FINDINGS = 12


def page(
    result: Result,
    checklist: Checklist,
    criteria: Criteria,
    *,
    lang: Lang,
    answers: str,
    submission: Submission,
) -> Page:
    """Return the page.

    Args:
        result: what to show.
        checklist: the checklist answered, for titles.
        criteria: what it was scored by, for titles and bands.
        lang: language of the text.
        answers: name of the answers file, for the hint at the next command.
        submission: the answers, for what was chosen.
    """
    return (
        tuple(_head(result, checklist, criteria, lang)),
        tuple(_figures(result, criteria.scheme, lang)),
        tuple(_domains(result, checklist, criteria.scheme, lang)),
        tuple(_gaps(result, checklist, submission, lang)),
        tuple(_answer_first(result, lang)),
        tuple(_findings(result, criteria.profile, lang)),
        (Paragraph(message(lang, "score.explain_hint", {"answers": answers})),),
        (
            Paragraph(message(lang, "disclaimer.1")),
            Paragraph(source_disclaimer(checklist, lang)),
            Paragraph(message(lang, "disclaimer.5")),
        ),
    )


def _head(
    result: Result, checklist: Checklist, criteria: Criteria, lang: Lang
) -> Iterator[Paragraph]:
    profile = result.risk_profile
    yield Paragraph(message(lang, "score.title", {"name": result.institution.name}), "heading")
    title = {"title": checklist.title.get(lang), "version": result.checklist.version}
    yield Paragraph(message(lang, "score.checklist", title))
    basis = {
        "as_of": result.as_of,
        "scheme": criteria.scheme.title.get(lang),
        "target": criteria.targets.title.get(lang),
        "risk": message(lang, f"risk.{profile.level}"),
        "basis": phrases.in_language(phrases.risk_basis(profile), lang),
    }
    yield Paragraph(message(lang, "score.basis", basis))
    if result.changed_after_approval:
        yield Paragraph(message(lang, "report.changed_after_approval.line"), "open")


def _figures(result: Result, scheme: Scheme, lang: Lang) -> Iterator[Paragraph]:
    overall, tiers = result.overall, result.tiers
    coverage, below = overall.coverage, overall.below_target
    if result.has_targets:
        code = "score.below_accepted" if below.accepted else "score.below"
        style: Style = "open" if below.count else "done"
        yield Paragraph(message(lang, code, fitting(code, asdict(below))), style)
    band = phrases.band_title(scheme, overall.band, rateable=overall.rateable, lang=lang)
    score = {"score": phrases.format_score(overall.score, lang), "band": band}
    yield Paragraph(message(lang, "score.overall", score), band_style(scheme, overall.band))
    shares = {
        "ratio": phrases.format_share(coverage.ratio),
        "answered": coverage.answered,
        "not_applicable": coverage.not_applicable,
        "not_adopted": coverage.not_adopted,
        "unanswered": coverage.unanswered,
        "out_of_scope": coverage.out_of_scope,
    }
    yield Paragraph(message(lang, "score.coverage", shares))
    by_tier = {
        "basic": phrases.format_score(tiers.basic.score, lang),
        "adopted": tiers.desirable.adopted,
        "total": tiers.desirable.coverage.total,
        "desirable": phrases.format_score(tiers.desirable.score, lang),
    }
    yield Paragraph(message(lang, "score.tiers", by_tier))
    if overall.treated:
        yield Paragraph(message(lang, "score.treated", {"count": overall.treated}))
    if result.provisional:
        yield Paragraph(message(lang, "figure.provisional"), "open")


def _domains(
    result: Result, checklist: Checklist, scheme: Scheme, lang: Lang
) -> Iterator[Table | Paragraph]:
    titles = {domain.id: domain.title.get(lang) for domain in checklist.domains}
    figures: dict[str, DomainResult | OverallResult] = {
        f"{domain.id} {titles[domain.id]}": domain for domain in result.domains
    }
    figures[message(lang, "score.overall_row")] = result.overall
    columns = (
        Column(message(lang, "score.column.domain"), breaks="anywhere"),
        Column(message(lang, "score.column.score"), "right"),
        Column(message(lang, "score.column.level"), "right"),
        Column(message(lang, "score.column.band"), breaks="at spaces"),
        Column(message(lang, "score.column.below"), "right"),
        Column(message(lang, "score.column.coverage"), "right"),
    )
    styles = [band_style(scheme, figure.band) for figure in figures.values()]
    rows = [
        _row(name, figure, scheme, lang, style)
        for (name, figure), style in zip(figures.items(), styles, strict=True)
    ]
    scores = [figure.score for figure in figures.values()]
    bars = level_bars(2, scores, styles, result.scale)
    yield Table(columns, rows, bars, has_total=True)
    if result.overall.level_reason is not None:
        yield Paragraph(message(lang, "score.level_open"))


def _row(
    name: str,
    figure: DomainResult | OverallResult,
    scheme: Scheme,
    lang: Lang,
    style: Style | None,
) -> tuple[str | Cell, ...]:
    band = phrases.band_title(scheme, figure.band, rateable=figure.rateable, lang=lang)
    level = phrases.lowest_level(figure.level, figure.level_reason, short=True)
    return (
        name,
        phrases.format_score(figure.score, lang),
        phrases.in_language(level, lang),
        Cell(band, style),
        f"{figure.below_target.count}/{figure.below_target.of}",
        phrases.format_share(figure.coverage.ratio),
    )


def _gaps(
    result: Result, checklist: Checklist, submission: Submission, lang: Lang
) -> Iterator[Paragraph]:
    if not result.gaps:
        return
    practices = {
        practice.id: practice for domain in result.domains for practice in domain.practices
    }
    yield Paragraph(message(lang, "score.gaps"), "heading")
    for gap in result.gaps[:_MAX_GAPS]:
        practice = practices[gap.practice]
        params = {
            "rank": gap.rank,
            "practice": gap.practice,
            "title": phrases.practice_title(checklist, gap.practice, lang),
            "level": phrases.format_level(practice.level),
            "target": phrases.format_level(practice.target),
            "why": TYPOGRAPHY[lang].join(message(lang, f"why.{code}") for code in gap.why),
        }
        answer = submission.answers.get(gap.practice, NO_ANSWER)
        words = value_words(checklist.placed[gap.practice].practice, answer)
        text = message(lang, "score.gap", params)
        if words:
            text += f" · {phrases.in_language(phrases.chosen(words), lang)}"
        yield Paragraph(text, indent="  ", hang="     ")
    if len(result.gaps) > _MAX_GAPS:
        more = message(lang, "score.more_gaps", {"count": len(result.gaps) - _MAX_GAPS})
        yield Paragraph(more, indent="  ")


def _answer_first(result: Result, lang: Lang) -> Iterator[Paragraph]:
    if result.answer_first:
        listed = first_few([gap.practice for gap in result.answer_first], _MAX_GAPS)
        params = {"count": len(result.answer_first), "list": listed}
        yield Paragraph(message(lang, "score.answer_first", params), hang="  ")


def _findings(result: Result, profile: ProfileQuestions, lang: Lang) -> Iterator[Paragraph]:
    if not result.findings:
        return
    yield Paragraph(message(lang, "score.findings", {"count": len(result.findings)}), "heading")
    for finding in result.findings[:_MAX_FINDINGS]:
        text = phrases.finding_text(finding, profile, lang)
        yield Paragraph(text, "open", indent="  - ", hang="    ")
    if len(result.findings) > _MAX_FINDINGS:
        more = message(lang, "score.more_findings", {"count": len(result.findings) - _MAX_FINDINGS})
        yield Paragraph(more, indent="  ")
