"""Figures, titles and findings in words, the same in every format."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from cssa.answers.value_words import value_list
from cssa.checklist.group_titles import group_titles
from cssa.checklist.level_scale import LevelScale
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice, Tier
from cssa.datafile.types import AnyText
from cssa.engine.aggregate import rounded
from cssa.engine.contradictions import CODE as CONTRADICTION
from cssa.engine.contradictions import contradiction_words
from cssa.engine.evidence_age import period_words
from cssa.engine.gaps import severe_up_to
from cssa.engine.result import BelowTarget, Finding, LevelReason, PracticeResult, RiskProfile
from cssa.messages import Lang, fitting, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import (
    QUOTED_BREAK,
    CodedWord,
    Word,
    WordList,
    bilingual,
    listed,
    stated_words,
)
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_scheme import Scheme

_JAPANESE = "[\u3040-\u30ff\u4e00-\u9fff]"


class Phrase(NamedTuple):
    """A message that is worded once the reader's language is known.

    Attributes:
        code: the message's key in the catalogue.
        params: values for its placeholders, among them texts and phrases.
    """

    code: str
    params: Mapping[str, object] = {}


def in_language(text: AnyText | Phrase | Word | str, lang: Lang) -> str:
    """Return a text or phrase in a language; what a person wrote stays as it is.

    Args:
        text: a text in both languages, a phrase, words of a message, or a plain string.
        lang: the language.
    """
    if isinstance(text, AnyText):
        return text.get(lang)
    if isinstance(text, Phrase):
        params = {
            name: in_language(value, lang) if isinstance(value, (AnyText, Phrase)) else value
            for name, value in text.params.items()
        }
        return message(lang, text.code, params)
    return text.worded(lang, message) if isinstance(text, Word) else text


def format_score(score: float | None, lang: Lang) -> str:
    """Return a score (0 to 5) with two decimals; where there is none, that nothing is scored.

    Args:
        score: rounded to two decimals.
        lang: language of the words.
    """
    return message(lang, "figure.none") if score is None else f"{score:.2f}"


def format_exact_score(score: Fraction | None, lang: Lang) -> str:
    """Return an exact score rounded for display, half up.

    Args:
        score: unrounded.
        lang: language of the words.
    """
    return format_score(rounded(score), lang)


def format_level(level: int | None) -> str:
    """Return a level, or a dash where there is none."""
    return "-" if level is None else str(level)


def chosen(words: Sequence[Word | str]) -> Phrase | str:
    """Return what was chosen or entered, to follow a level; nothing for a level alone.

    Args:
        words: of ``answers.value_words.value_words``.
    """
    return Phrase("figure.chosen", {"answer": value_list(words)}) if words else ""


def next_step(practice: Practice, level: int | None) -> AnyText | Word | None:
    """Return a practice's next step: the one that the checklist has, else what the next level asks.

    Args:
        practice: as the checklist has it.
        level: the level that it is at; None where it is unanswered.
    """
    if practice.improve is not None:
        return practice.improve
    kind = practice.question_kind
    above = kind.next_level(practice, level or 0)
    return None if above is None else kind.words_of_level(practice, above)


def lowest_level(
    level: int | None, reason: LevelReason | None, *, short: bool = False
) -> Phrase | str:
    """Return a lowest level, that unanswered practices leave it open, or a dash.

    Args:
        level: None where there is none.
        reason: why there is none, where that can be said.
        short: whether there is room for a word only, with an explanation beside it.
    """
    if reason is None:
        return format_level(level)
    return Phrase("figure.level_unanswered.short" if short else "figure.level_unanswered")


def accepted_part(below_target: BelowTarget) -> Phrase | None:
    """Return how many practices below target have their risk accepted, None where none has."""
    count = below_target.accepted
    return Phrase("figure.accepted", {"count": count}) if count else None


def why(code: str, scale: LevelScale) -> Phrase:
    """Return why a gap has its rank.

    Args:
        code: one of ``Gap.why``.
        scale: the levels of the checklist.
    """
    return Phrase(f"why.{code}", {"level": severe_up_to(scale)} if code == "severe" else {})


def risk_level(profile: RiskProfile) -> Phrase:
    """Return the level of a risk profile, and that it is provisional where it is."""
    level = Phrase(f"risk.{profile.level}")
    return Phrase("report.risk.provisional", {"risk": level}) if profile.provisional else level


def risk_basis(profile: RiskProfile) -> Phrase:
    """Return what a risk profile rests on."""
    code = f"basis.{profile.basis_wording}"
    counts = {"stated": profile.stated, "key_factors": profile.key_factors}
    return Phrase(code, fitting(code, counts))


def format_share(share: float | None) -> str:
    """Return a share (0 to 1) as whole per cent, or a dash where there is none.

    A share below 1 is never shown as 100%.
    """
    if share is None:
        return "-"
    per_cent = int(share * 100 + 0.5)
    return f"{min(per_cent, 99) if share < 1 else per_cent}%"


def format_ratio(count: int, total: int) -> str:
    """Return the share that a count is of a total as whole per cent, a dash of nothing.

    Args:
        count: a part of the total.
        total: the whole.
    """
    return format_share(count / total if total else None)


def band_title(scheme: Scheme, band_id: str | None, *, rateable: bool, lang: Lang) -> str:
    """Return a band's title; where there is no band, that the domain is not rateable, or nothing.

    Args:
        scheme: the scheme that defines the bands.
        band_id: id of the band; None where no band is given.
        rateable: whether the domain is rateable (docs/scoring.md rule 6).
        lang: language of the title.
    """
    if band_id is None:
        return "" if rateable else message(lang, "figure.unrateable")
    return next(band for band in scheme.bands if band.id == band_id).title.get(lang)


def practice_title(checklist: Checklist, practice_id: str, lang: Lang) -> str:
    """Return the title of a practice.

    Args:
        checklist: the checklist that has it.
        practice_id: its number.
        lang: language of the title.
    """
    return checklist.placed[practice_id].practice.title.get(lang)


def profile_titles(ids: Iterable[str], profile: ProfileQuestions) -> WordList:
    """Return the titles of profile flags or risk factors as a list.

    Args:
        ids: of the flags or factors.
        profile: what is asked of an institution's profile.
    """
    return listed(bilingual(profile.titles[known].get) for known in ids)


def scope_reason(practice: Practice, result: PracticeResult, profile: ProfileQuestions) -> Phrase:
    """Return what would bring a practice into scope that is not.

    Args:
        practice: as the checklist has it.
        result: its result.
        profile: what is asked of an institution's profile.
    """
    if practice.applies_if is None or result.reason is None:
        return Phrase("explain.other_groups")
    return Phrase("explain.flags", {"flags": profile_titles(practice.applies_if.flags, profile)})


def finding_phrase(finding: Finding, checklist: Checklist, profile: ProfileQuestions) -> Phrase:
    """Return a finding as a sentence that names fields, flags and factors by their titles.

    Args:
        finding: the finding.
        checklist: what was answered.
        profile: what is asked of an institution's profile.
    """
    if finding.code.startswith(CONTRADICTION):
        words = contradiction_words(finding.code, finding.practice, finding.params, checklist)
        return Phrase(words.code, dict(words.params))
    params = stated_words(finding.params, checklist.shown_id)
    match finding.code:
        case "answered_unasked":
            params["asked"] = checklist.shown_id(str(finding.params["asked"]))
        case "evidence_old":
            params["every"] = period_words(str(finding.params["every"]))
        case "missing" | "date_in_future":
            params["field"] = CodedWord(f"field.{finding.params['field']}")
        case "other_groups":
            for name in ("stated", "counted"):
                ids = str(finding.params[name]).split(", ")
                params[name] = group_titles(checklist, ids)
        case "flag_without_reason":
            params["flag"] = profile_titles([str(finding.params["flag"])], profile)
        case "points_open":
            open_ids = str(finding.params["points"]).split(", ")
            points = checklist.placed[str(finding.practice)].practice.points
            texts = tuple(bilingual(point.get) for point in points if point.id in open_ids)
            params["points"] = WordList(texts, QUOTED_BREAK)
        case "profile_unstated" | "risk_unstated":
            params["names"] = profile_titles(str(finding.params["names"]).split(", "), profile)
    return Phrase(f"finding.{finding.code}", params)


def edition_phrase(checklist: Checklist) -> Phrase:
    """Return the title and the version of a checklist."""
    return Phrase("report.edition", {"title": checklist.title, "version": checklist.version})


def tier_name(checklist: Checklist, tier: Tier, lang: Lang) -> str:
    """Return what a checklist calls a tier, else the program's word.

    Args:
        checklist: the checklist.
        tier: one of its tiers.
        lang: language of the reader.
    """
    own = checklist.tier_title(tier)
    return message(lang, f"tier.{tier}") if own is None else own.get(lang)


def report_disclaimers(checklist: Checklist) -> tuple[AnyText | Phrase, ...]:
    """Return the disclaimers of a report without peers.

    Args:
        checklist: what was answered; its own disclaimer stands in place of the second.
    """
    own = Phrase("checklist.disclaimer", {"title": checklist.title})
    first, third, fifth = (Phrase(f"disclaimer.{number}") for number in (1, 3, 5))
    return first, checklist.disclaimer or own, third, fifth


def source_lines(checklist: Checklist, practice: Practice) -> Iterator[Phrase]:
    """Yield what stands behind the claims of a practice, a line for each citation.

    Args:
        checklist: lists the documents.
        practice: one of its practices.
    """
    for citation in practice.sources:
        document = checklist.documents[citation.document]
        params = {
            "publisher": document.publisher,
            "title": document.title,
            "place": citation.place,
        }
        is_japanese = re.search(_JAPANESE, citation.place) is not None
        yield Phrase("show.source_in_japanese" if is_japanese else "show.source", params)


def finding_text(
    finding: Finding, checklist: Checklist, profile: ProfileQuestions, lang: Lang
) -> str:
    """Return a finding as a sentence, after the number of the practice it concerns.

    Args:
        finding: the finding.
        checklist: what was answered.
        profile: what is asked of an institution's profile.
        lang: language of the sentence.
    """
    text = in_language(finding_phrase(finding, checklist, profile), lang)
    if finding.practice is None:
        return text
    shown_id = checklist.placed[finding.practice].practice.shown_id
    return TYPOGRAPHY[lang].labelled(shown_id, text)
