"""The sentences that a comparison begins with."""

from collections.abc import Iterator, Mapping

from cssa.comparison.compared_results import ComparedResults, FigureDifference, format_signed
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports import phrases
from cssa.reports.comparison.words import ComparisonWords


def lead_sentences(comparison: ComparedResults, lang: Lang) -> Iterator[str]:
    """Yield how the whole changed from the first day to the last, and what that comes from.

    Args:
        comparison: what changed.
        lang: language of the sentences.
    """
    words = ComparisonWords((), lang, scored=comparison.scored)
    overall = comparison.overall
    first, last = overall.points[0], overall.points[-1]
    if first is None or last is None:
        return
    day = TYPOGRAPHY[lang].date
    days = {
        "first_day": day(comparison.points[0].assessed_on),
        "last_day": day(comparison.points[-1].assessed_on),
    }
    if not comparison.scored:
        counts = {
            "first": first.in_scope - first.unanswered,
            "first_of": first.in_scope,
            "last": last.in_scope - last.unanswered,
            "last_of": last.in_scope,
        }
        yield message(lang, "comparison.lead_unscored", {**days, **counts})
        return
    scores = {
        "first": phrases.format_score(first.score, lang),
        "last": phrases.format_score(last.score, lang),
    }
    yield _direction("comparison.lead", {**days, **scores}, overall.score, 2, words)
    if len(overall.scores) > 1:
        before = {"day": day(comparison.points[-2].assessed_on)}
        if overall.scores[-1].value is not None:
            yield _direction("comparison.lead_last", before, overall.scores[-1], 2, words)
    if first.below_target is not None and last.below_target is not None:
        counts = {
            "first": first.below_target,
            "first_of": first.basics,
            "last": last.below_target,
            "last_of": last.basics,
        }
        yield _direction("comparison.lead_below", counts, overall.below_target, 0, words)


def _direction(
    code: str,
    params: Mapping[str, object],
    difference: FigureDifference,
    digits: int,
    words: ComparisonWords,
) -> str:
    """Return how a figure changed: all from one cause, or part by part."""
    if difference.value is None:
        return words.say(f"{code}_open", **params)
    params = {**params, "change": format_signed(difference.value, digits)}
    match difference.parts:
        case ():
            return words.say(f"{code}_same", **params)
        case (part,) if len(part.causes) == 1:
            return words.say(f"{code}_one", **params, cause=words.causes(part))
    parts = words.parts(difference, digits)
    return words.say(code, **params, parts=parts or words.say("comparison.tiny"))
