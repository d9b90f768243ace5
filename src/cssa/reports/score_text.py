"""Scores as a page for a terminal."""

from collections.abc import Iterator
from dataclasses import asdict

from cssa.answers.submission import NO_ANSWER, Submission
from cssa.answers.value_words import value_words
from cssa.checklist.disclaimer import source_disclaimer
from cssa.checklist.group_titles import group_titles
from cssa.checklist.model import Checklist
from cssa.checklist.use import use_lines
from cssa.engine.result import DomainResult, OverallResult, Result
from cssa.engine.scoring import Criteria
from cssa.messages import Lang, fitting, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import listed
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
from cssa.reports.review_text import review_lines
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_scheme import Scheme

_MAX_GAPS = 5
_MAX_FINDINGS = 12
_MAX_REVIEWS = 5


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
        answers: the answers file and what it is scored by, as the next command takes them.
        submission: the answers, for what was chosen.
    """
    return (
        tuple(_head(result, checklist, criteria, lang)),
        tuple(_figures(result, criteria.scheme, lang)),
        tuple(_domains(result, checklist, criteria.scheme, lang)),
        tuple(_gaps(result, checklist, submission, lang)),
        tuple(_answer_first(result, checklist, lang)),
        tuple(review_lines(result.reviews, checklist, lang, most=_MAX_REVIEWS)),
        tuple(_findings(result, checklist, criteria.profile, lang)),
        *(
            [(Paragraph(message(lang, "score.explain_hint", {"answers": answers})),)]
            if result.scored
            else []
        ),
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
    heading = "score.title" if result.scored else "score.title_unscored"
    yield Paragraph(message(lang, heading, {"name": result.institution.name}), "heading")
    title = {"title": checklist.title.get(lang), "version": result.checklist.version}
    yield Paragraph(message(lang, "score.checklist", title))
    for line in use_lines(checklist, lang):
        yield Paragraph(line)
    groups = group_titles(checklist, result.selected_groups)
    if groups is not None:
        yield Paragraph(message(lang, "score.groups", {"groups": groups}))
    basis = {
        "as_of": result.as_of,
        "scheme": criteria.scheme.title.get(lang),
        "target": criteria.targets.title.get(lang),
        "risk": message(lang, f"risk.{profile.level}"),
        "basis": phrases.in_language(phrases.risk_basis(profile), lang),
    }
    code = "score.basis" if profile.counts else "score.basis_without_risk"
    if not result.sets_targets:
        code = "score.basis_without_targets" if result.scored else "score.basis_unscored"
    yield Paragraph(message(lang, code, fitting(code, basis)))
    if result.changed_after_approval:
        yield Paragraph(message(lang, "report.changed_after_approval.line"), "open")


def _figures(result: Result, scheme: Scheme, lang: Lang) -> Iterator[Paragraph]:
    overall, tiers = result.overall, result.tiers
    coverage, below = overall.coverage, overall.below_target
    if result.has_targets:
        code = "score.below_accepted" if below.accepted else "score.below"
        style: Style = "open" if below.count else "done"
        yield Paragraph(message(lang, code, fitting(code, asdict(below))), style)
    if result.scored:
        band = phrases.band_title(scheme, overall.band, rateable=overall.rateable, lang=lang)
        score = {"score": phrases.format_score(overall.score, lang), "band": band}
        code = "score.overall" if band else "score.overall_unbanded"
        text = message(lang, code, fitting(code, score))
        yield Paragraph(text, band_style(scheme, overall.band))
    shares = {
        "ratio": phrases.format_share(coverage.ratio),
        "answered": coverage.answered,
        "not_applicable": coverage.not_applicable,
        "not_adopted": coverage.not_adopted,
        "unanswered": coverage.unanswered,
        "out_of_scope": coverage.out_of_scope,
    }
    yield Paragraph(message(lang, "score.coverage", shares))
    if result.scored:
        by_tier = {
            "basic": phrases.format_score(tiers.basic.score, lang),
            "adopted": tiers.desirable.adopted,
            "total": tiers.desirable.coverage.in_scope,
            "desirable": phrases.format_score(tiers.desirable.score, lang),
            "unanswered": tiers.desirable.coverage.unanswered,
        }
        code = "score.tiers_none_adopted"
        if tiers.desirable.score is not None:
            code = "score.tiers_open" if by_tier["unanswered"] else "score.tiers"
        yield Paragraph(message(lang, code, fitting(code, by_tier)))
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
    styles = [band_style(scheme, figure.band) for figure in figures.values()]
    rows = [
        _row(name, figure, scheme, lang, style)
        for (name, figure), style in zip(figures.items(), styles, strict=True)
    ]
    shown = tuple(_shown_columns(result))
    columns = tuple(_column(name, lang) for name in shown)
    cells = [tuple(row[name] for name in shown) for row in rows]
    scores = [figure.score for figure in figures.values()]
    bars = level_bars(2, scores, styles, result.scale) if result.scored else None
    yield Table(columns, cells, bars, has_total=True)
    if result.overall.level_reason is not None:
        yield Paragraph(message(lang, "score.level_open"))


def _shown_columns(result: Result) -> Iterator[str]:
    """Yield the names of the columns that there is something for."""
    yield "domain"
    if result.scored:
        yield from ("score", "level")
        if result.overall.band or any(domain.band for domain in result.domains):
            yield "band"
        if result.sets_targets:
            yield "below"
    yield "coverage"
    if not result.scored:
        yield "unanswered"


def _column(name: str, lang: Lang) -> Column:
    heading = message(lang, f"score.column.{name}")
    if name == "domain":
        return Column(heading, breaks="anywhere")
    return Column(heading, breaks="at spaces") if name == "band" else Column(heading, "right")


def _row(
    name: str,
    figure: DomainResult | OverallResult,
    scheme: Scheme,
    lang: Lang,
    style: Style | None,
) -> dict[str, str | Cell]:
    """Return what there may be to show of a domain, by column."""
    band = phrases.band_title(scheme, figure.band, rateable=figure.rateable, lang=lang)
    level = phrases.lowest_level(figure.level, figure.level_reason, short=True)
    return {
        "domain": name,
        "score": phrases.format_score(figure.score, lang),
        "level": phrases.in_language(level, lang),
        "band": Cell(band, style),
        "below": f"{figure.below_target.count}/{figure.below_target.of}",
        "coverage": phrases.format_share(figure.coverage.ratio),
        "unanswered": str(figure.coverage.unanswered),
    }


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
            "practice": checklist.placed[gap.practice].practice.shown_id,
            "title": phrases.practice_title(checklist, gap.practice, lang),
            "level": phrases.format_level(practice.level),
            "target": phrases.format_level(practice.target),
            "why": TYPOGRAPHY[lang].join(
                phrases.in_language(phrases.why(code, result.scale), lang) for code in gap.why
            ),
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


def _answer_first(result: Result, checklist: Checklist, lang: Lang) -> Iterator[Paragraph]:
    if result.answer_first:
        numbers = [checklist.placed[gap.practice].practice.shown_id for gap in result.answer_first]
        params = {"count": len(result.answer_first), "list": listed(numbers, _MAX_GAPS)}
        code = "score.answer_first" if result.scored else "score.open"
        yield Paragraph(message(lang, code, params), hang="  ")


def _findings(
    result: Result, checklist: Checklist, profile: ProfileQuestions, lang: Lang
) -> Iterator[Paragraph]:
    if not result.findings:
        return
    yield Paragraph(message(lang, "score.findings", {"count": len(result.findings)}), "heading")
    for finding in result.findings[:_MAX_FINDINGS]:
        text = phrases.finding_text(finding, checklist, profile, lang)
        yield Paragraph(text, "open", indent="  - ", hang="    ")
    if len(result.findings) > _MAX_FINDINGS:
        more = message(lang, "score.more_findings", {"count": len(result.findings) - _MAX_FINDINGS})
        yield Paragraph(more, indent="  ")
