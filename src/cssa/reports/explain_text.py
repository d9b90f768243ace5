"""Explanations of figures as text for a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cssa.answers.submission import Answer
from cssa.checklist.model import Checklist
from cssa.engine.explanation import Explanation, PracticeExplanation
from cssa.engine.result import Finding, PracticeResult
from cssa.location import InputLocation
from cssa.messages import Lang, message
from cssa.reports import phrases, text_layout
from cssa.scheme.scales import Scales


@dataclass(frozen=True, slots=True)
class ExplanationLayout:
    """What every line of an explanation is laid out with."""

    checklist: Checklist
    scales: Scales
    lang: Lang
    width: int

    def line(self, code: str, indent: str = "", **params: object) -> str:
        """Return a message wrapped to the page."""
        text = message(self.lang, code, params)
        return text_layout.wrap(text, self.width, indent=indent, hang=f"{indent}  ")

    def title(self, item_id: str) -> str:
        """Return the title of a domain, section or practice."""
        if item_id in self.checklist.placed:
            return phrases.title(self.checklist, item_id, self.lang)
        titles = {domain.id: domain.title for domain in self.checklist.domains}
        titles |= {
            section.id: section.title
            for domain in self.checklist.domains
            for section in domain.sections
        }
        return titles[item_id].get(self.lang)


def render(explanation: Explanation, page: ExplanationLayout) -> str:
    """Return an explanation of the whole, a domain or a section."""
    blocks = [
        "\n".join(_score(explanation, page)),
        "\n".join(_left_out(explanation, page)),
        "\n".join(_level(explanation, page)),
        "\n".join(_below(explanation, page)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _score(explanation: Explanation, page: ExplanationLayout) -> Iterator[str]:
    figure, lang = explanation.figure, page.lang
    if explanation.id is None:
        yield page.line("explain.overall")
    else:
        kind = "domain" if _is_domain(explanation.id, page.checklist) else "section"
        yield page.line(f"explain.{kind}", id=explanation.id, title=page.title(explanation.id))
    yield page.line(
        "explain.score", score=phrases.figure(figure.score, lang), exact=figure.exact or "-"
    )
    if explanation.summands:
        names = ("id", "title", "value", "weight", "contribution")
        rows = [[message(lang, f"explain.column.{name}") for name in names]]
        rows += [
            [
                part.id,
                page.title(part.id),
                str(part.value),
                str(part.weight),
                str(part.contribution),
            ]
            for part in explanation.summands
        ]
        aligns: tuple[text_layout.Align, ...] = ("left", "left", "right", "right", "right")
        yield text_layout.table(rows, aligns, width=page.width, grow=1)
        yield page.line("explain.sum", exact=figure.exact, score=phrases.figure(figure.score, lang))
    if explanation.id is not None:
        yield page.line(
            "explain.counted", count=len(explanation.summands), unanswered=explanation.unanswered
        )
    if explanation.unscored:
        yield page.line("explain.apart", count=len(explanation.unscored))


def _is_domain(item_id: str, checklist: Checklist) -> bool:
    return any(domain.id == item_id for domain in checklist.domains)


def _left_out(explanation: Explanation, page: ExplanationLayout) -> Iterator[str]:
    if explanation.left_out:
        yield page.line("explain.left_out", count=len(explanation.left_out))
        for one in explanation.left_out:
            yield page.line(
                "explain.left_out_item",
                "  ",
                id=one.id,
                title=page.title(one.id),
                status=message(page.lang, f"status.{one.status}"),
                reason=one.reason or "",
            )


def _level(explanation: Explanation, page: ExplanationLayout) -> Iterator[str]:
    yield page.line("explain.level", level=phrases.level(explanation.level))
    if explanation.next_level is not None:
        yield page.line("explain.raise", next=explanation.next_level, count=len(explanation.lowest))
        yield from _listed(explanation.lowest, page)
    elif explanation.level is not None:
        yield page.line("explain.top")
    if explanation.treated:
        yield page.line("explain.treated", count=len(explanation.treated))
        yield from _listed(explanation.treated, page)


def _below(explanation: Explanation, page: ExplanationLayout) -> Iterator[str]:
    yield page.line("explain.below", **explanation.below_target.model_dump())
    yield from _listed(explanation.below, page)


def _listed(practices: Sequence[PracticeResult], page: ExplanationLayout) -> Iterator[str]:
    for one in practices:
        code = "explain.unanswered_item" if one.level is None else "explain.below_item"
        yield page.line(
            code,
            "  ",
            id=one.id,
            title=page.title(one.id),
            level=phrases.level(one.level),
            target=phrases.level(one.target),
        )


def render_practice(
    explanation: PracticeExplanation,
    page: ExplanationLayout,
    *,
    answer: Answer,
    location: InputLocation,
    findings: Sequence[Finding],
) -> str:
    """Return an explanation of one practice.

    Args:
        explanation: how it enters the figures.
        page: what to lay it out with.
        answer: what was said on it.
        location: where that stands.
        findings: of the whole result; those on this practice are shown.
    """
    practice = explanation.placed.practice
    own = [found for found in findings if found.practice == practice.id]
    blocks = [
        "\n".join(_standing(explanation, page, answer)),
        "\n".join(_enters(explanation, page)),
        "\n".join(_words(explanation, page)),
        "\n".join(
            [
                *(
                    page.line(
                        "explain.finding",
                        text=message(page.lang, f"finding.{one.code}", one.params),
                    )
                    for one in own
                ),
                page.line("explain.where", location=location),
            ]
        ),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _standing(
    explanation: PracticeExplanation, page: ExplanationLayout, answer: Answer
) -> Iterator[str]:
    practice, result, lang = explanation.placed.practice, explanation.result, page.lang
    yield page.line("explain.practice", id=practice.id, title=practice.title.get(lang))
    yield page.line("explain.tier", tier=message(lang, f"tier.{practice.tier}"))
    yield page.line("explain.status", status=message(lang, f"status.{result.status}"))
    if result.status == "out_of_scope":
        yield page.line("explain.flags", flags=result.reason)
    elif result.reason:
        yield page.line("explain.reason", reason=result.reason)
    if result.level is not None:
        words = _level_words(explanation, page, result.level)
        yield page.line("explain.answer", level=result.level, words=words)
    yield from _answer(answer, page)


def _answer(answer: Answer, page: ExplanationLayout) -> Iterator[str]:
    """Yield what was said beside the level."""
    if answer.note:
        yield page.line("explain.note", text=answer.note)
    for evidence in answer.evidence:
        dated = f" ({evidence.date})" if evidence.date else ""
        yield page.line("explain.evidence", text=f"{evidence.ref}{dated}")
    if answer.points:
        yield page.line("explain.points", text=", ".join(answer.points))
    if answer.done:
        yield page.line("explain.done", **answer.done.model_dump())
    if answer.last_done:
        yield page.line("explain.last_done", date=answer.last_done)
    if answer.treatment:
        code = f"explain.treatment.{answer.treatment.kind}"
        yield page.line(code, **answer.treatment.model_dump(exclude={"kind"}))
    for review in answer.review:
        yield page.line("explain.review", **{**review.model_dump(), "note": review.note or ""})
    for name in ("performed_by", "by"):
        text = getattr(answer, name)
        if text:
            yield page.line(f"explain.{name}", text=text)


def _enters(explanation: PracticeExplanation, page: ExplanationLayout) -> Iterator[str]:
    result, lang = explanation.result, page.lang
    if result.status not in ("answered", "unanswered"):
        return
    if result.target is None:
        yield page.line("explain.no_target")
    else:
        gap = phrases.level(result.gap)
        yield page.line("explain.target", target=result.target, gap=gap)
    if result.contribution is None:
        yield page.line("explain.not_scored")
    else:
        yield page.line("explain.weight", weight=result.weight, contribution=result.contribution)
    if explanation.holds_level:
        yield page.line("explain.holds")
    if explanation.next_level is not None and explanation.next_domain_score is not None:
        yield page.line(
            "explain.next_level",
            next=explanation.next_level,
            domain=phrases.fraction(explanation.next_domain_score, lang),
            overall=phrases.fraction(explanation.next_overall_score, lang),
            words=_level_words(explanation, page, explanation.next_level),
        )


def _words(explanation: PracticeExplanation, page: ExplanationLayout) -> Iterator[str]:
    practice = explanation.placed.practice
    for name in ("question", "conditions", "guidance", "improve"):
        text = getattr(practice, name)
        if text is not None:
            yield page.line(f"explain.{name}", text=text.get(page.lang))


def _level_words(explanation: PracticeExplanation, page: ExplanationLayout, level: int) -> str:
    scale = explanation.placed.practice.scale or ""
    return page.scales.words(scale, level).get(page.lang)
