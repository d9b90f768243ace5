"""Scores as text for a terminal."""

from collections.abc import Iterator
from dataclasses import asdict

from cssa.checklist.disclaimer import source_disclaimer
from cssa.checklist.model import Checklist
from cssa.engine.result import DomainResult, OverallResult, Result
from cssa.messages import Lang, fitting, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import first_few
from cssa.reports import phrases, text_layout
from cssa.scheme.scoring_scheme import Scheme

_MAX_GAPS = 5
_MAX_FINDINGS = 12


def render(
    result: Result,
    checklist: Checklist,
    scheme: Scheme,
    *,
    lang: Lang,
    width: int,
    answers: str,
) -> str:
    """Return the text.

    Args:
        result: what to show.
        checklist: the checklist answered, for titles.
        scheme: the scheme applied, for its bands.
        lang: language of the text.
        width: cells of a line.
        answers: name of the answers file, for the hint at the next command.
    """
    blocks = [
        "\n".join(_head(result, checklist, scheme, lang, width)),
        _domains(result, checklist, scheme, lang, width),
        "\n".join(_gaps(result, checklist, lang, width)),
        "\n".join(_answer_first(result, lang, width)),
        "\n".join(_findings(result, lang, width)),
        text_layout.wrap(message(lang, "score.explain_hint", {"answers": answers}), width),
        "\n".join(
            text_layout.wrap(disclaimer, width)
            for disclaimer in (
                message(lang, "disclaimer.1"),
                source_disclaimer(checklist, lang),
                message(lang, "disclaimer.5"),
            )
        ),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(
    result: Result, checklist: Checklist, scheme: Scheme, lang: Lang, width: int
) -> Iterator[str]:
    overall, tiers = result.overall, result.tiers
    coverage, desirable = overall.coverage, tiers.desirable.coverage
    profile = result.risk_profile
    below = "score.below_accepted" if overall.below_target.accepted else "score.below"
    changed: list[tuple[str, dict[str, object]]] = [("report.changed_after_approval.line", {})]
    lines: list[tuple[str, dict[str, object]]] = [
        ("score.title", {"name": result.institution.name}),
        (
            "score.checklist",
            {"title": checklist.title.get(lang), "version": result.checklist.version},
        ),
        (
            "score.basis",
            {
                "as_of": result.as_of,
                "scheme": result.scheme.id,
                "target": result.target.id,
                "risk": message(lang, f"risk.{profile.level}"),
                "basis": phrases.in_language(phrases.risk_basis(profile), lang),
            },
        ),
        *(changed if result.changed_after_approval else ()),
        ("", {}),
        (below, fitting(below, asdict(overall.below_target))),
        (
            "score.overall",
            {
                "score": phrases.format_score(overall.score, lang),
                "band": phrases.band_title(
                    scheme, overall.band, rateable=overall.rateable, lang=lang
                ),
            },
        ),
        (
            "score.coverage",
            {
                "ratio": phrases.format_share(coverage.ratio),
                "answered": coverage.answered,
                "not_applicable": coverage.not_applicable,
                "not_adopted": coverage.not_adopted,
                "unanswered": coverage.unanswered,
                "out_of_scope": coverage.out_of_scope,
            },
        ),
        (
            "score.tiers",
            {
                "basic": phrases.format_score(tiers.basic.score, lang),
                "adopted": tiers.desirable.adopted,
                "total": desirable.total,
                "desirable": phrases.format_score(tiers.desirable.score, lang),
            },
        ),
    ]
    if overall.treated:
        lines.append(("score.treated", {"count": overall.treated}))
    if result.provisional:
        lines.append(("figure.provisional", {}))
    for code, params in lines:
        yield text_layout.wrap(message(lang, code, params), width) if code else ""


def _domains(result: Result, checklist: Checklist, scheme: Scheme, lang: Lang, width: int) -> str:
    titles = {domain.id: domain.title.get(lang) for domain in checklist.domains}
    names = ("domain", "score", "level", "band", "below", "coverage")
    figures: dict[str, DomainResult | OverallResult] = {
        f"{domain.id} {titles[domain.id]}": domain for domain in result.domains
    }
    figures[message(lang, "score.overall_row")] = result.overall
    rows = [[message(lang, f"score.column.{name}") for name in names]]
    rows += [
        [
            name,
            phrases.format_score(figure.score, lang),
            phrases.in_language(
                phrases.lowest_level(figure.level, figure.level_reason, short=True), lang
            ),
            phrases.band_title(scheme, figure.band, rateable=figure.rateable, lang=lang),
            f"{figure.below_target.count}/{figure.below_target.of}",
            phrases.format_share(figure.coverage.ratio),
        ]
        for name, figure in figures.items()
    ]
    table = text_layout.table(
        rows, ("left", "right", "right", "left", "right", "right"), width=width
    )
    if result.overall.level_reason is None:
        return table
    return f"{table}\n{text_layout.wrap(message(lang, 'score.level_open'), width)}"


def _gaps(result: Result, checklist: Checklist, lang: Lang, width: int) -> Iterator[str]:
    if not result.gaps:
        return
    practices = {
        practice.id: practice for domain in result.domains for practice in domain.practices
    }
    yield message(lang, "score.gaps")
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
        text = message(lang, "score.gap", params)
        yield text_layout.wrap(text, width, indent="  ", hang="     ")
    if len(result.gaps) > _MAX_GAPS:
        more = message(lang, "score.more_gaps", {"count": len(result.gaps) - _MAX_GAPS})
        yield text_layout.wrap(more, width, indent="  ")


def _answer_first(result: Result, lang: Lang, width: int) -> Iterator[str]:
    if result.answer_first:
        listed = first_few([gap.practice for gap in result.answer_first], _MAX_GAPS)
        params = {"count": len(result.answer_first), "list": listed}
        yield text_layout.wrap(message(lang, "score.answer_first", params), width, hang="  ")


def _findings(result: Result, lang: Lang, width: int) -> Iterator[str]:
    if not result.findings:
        return
    yield message(lang, "score.findings", {"count": len(result.findings)})
    for finding in result.findings[:_MAX_FINDINGS]:
        text = phrases.finding_text(finding, lang)
        yield text_layout.wrap(text, width, indent="  - ", hang="    ")
    if len(result.findings) > _MAX_FINDINGS:
        more = message(lang, "score.more_findings", {"count": len(result.findings) - _MAX_FINDINGS})
        yield text_layout.wrap(more, width, indent="  ")
