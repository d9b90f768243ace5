"""What a page for the browser shows, as plain values in every language that the program has."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from cssa.answers.asked_if import condition_words
from cssa.checklist.applicability import Applicability
from cssa.checklist.disclaimer import source_disclaimer
from cssa.checklist.kinds.kind import words_of
from cssa.checklist.model import Domain, PlacedPractice
from cssa.checklist.practice import PERFORMERS, Practice
from cssa.checklist.rule_kinds.kind import RULE_KINDS
from cssa.checklist.use import use_words
from cssa.datafile.types import span_of
from cssa.engine.contradictions import CODE as CONTRADICTION
from cssa.errors import Problem
from cssa.forms import layout
from cssa.forms.form_request import FormRequest
from cssa.forms.labels import Labels
from cssa.forms.own_rows import NameCells
from cssa.forms.page.page_cover import PageCover
from cssa.forms.page.page_words import Words, both, said, without_empty, worded
from cssa.forms.scope_notes import scope_notes
from cssa.location import FieldLocation
from cssa.messages import LANGS, Lang, catalogue, message, pages
from cssa.messages.wording import bilingual

_SHARED = (
    "disposition.na", "disposition.not_adopted", "none.none", "treatment.accepted",
    "treatment.alternative", "plan.open", "plan.doing", "plan.done", "plan.dropped",
    "column.reason", "column.done.n", "column.done.of", "column.note", "column.evidence",
    "column.evidence_date", "column.last_done", "column.performed_by", "column.by",
    "column.treatment.kind", "column.treatment.measure", "column.treatment.approved_by",
    "column.treatment.approved_on", "column.treatment.review_by", "required_point", "how", "rules",
    "disclaimers",
)  # fmt: skip
"""Messages, behind ``form.``, that pages have in common with workbooks."""
_IN_CONTRADICTIONS = (
    "answer.at_level", "answer.open", "answer.row", "status.not_applicable", "status.not_adopted",
)  # fmt: skip
"""Messages that say what was answered where answers contradict each other."""
_WORD_PREFIX = "page."
_HOW = ("1", "2", "3", "4", "5", "6")
_ON_TREATMENTS = "4"
_ADVICE = ("guidance", "why", "pitfalls", "improve")
KEYS = (
    ("Ctrl+S", "page.key.save"), ("Esc", "page.key.leave"), ("0–9", "page.key.value"),
    ("na / no", "page.key.left_out"), ("x", "page.key.clear"),
    ("z", "page.key.undo"), ("n", "page.key.note"), ("e", "page.key.evidence"),
    ("p", "page.key.points"), ("t", "page.key.treatment"), ("a", "page.key.plan"),
    ("c", "page.key.done"), ("?", "page.key.advice"), ("s / b", "page.key.step"),
    ("u", "page.key.open"), ("g", "page.key.go"), ("/", "page.key.search"),
    ("r", "page.key.review"), ("i", "page.key.cover"), ("h", "page.key.help"),
)  # fmt: skip
"""The letters of the line mode, with what they do here."""


class PageData:
    """The content of one page.

    Args:
        request: the form, with a place for every row that may be named.
        names_of_rows: the cells for names of rows.
    """

    def __init__(self, request: FormRequest, names_of_rows: NameCells) -> None:
        self._request = request
        self._checklist = request.edition.checklist
        self._cover = PageCover(request, names_of_rows)
        self._flags = {flag.id: n for n, flag in enumerate(request.profile.flags, start=1)}

    def plain(self, number: str, marks: Sequence[Problem]) -> dict[str, Any]:
        """Return everything that the page shows.

        Args:
            number: of the form.
            marks: what is to be corrected, of a form that is returned.
        """
        request, checklist = self._request, self._checklist
        campaign = request.campaign
        domains = list(self._domains())
        return {
            "number": number,
            "issued": request.number,
            "langs": LANGS,
            "title": both(checklist.title.get),
            "version": checklist.version,
            "fileName": f"{checklist.id}-{number}",
            "ownerId": request.delegate.id if request.delegate else request.owner,
            "owner": self._cover.department,
            "short": request.is_short,
            "handling": both(request.handling_in),
            "handlingMarked": bool(campaign and campaign.marking),
            "use": [worded(words) for words in use_words(checklist)],
            "campaign": list(self._cover.campaign_lines()),
            "disclaimers": {
                "restricted": said("disclaimer.5"),
                "others": [
                    said("disclaimer.1"),
                    both(lambda lang: source_disclaimer(checklist, lang)),
                    said("disclaimer.3"),
                ],
            },
            "how": [
                f"page.how.{step}"
                for step in _HOW
                if step != _ON_TREATMENTS or (checklist.gives_levels and not request.is_short)
            ],
            "rules": self._rules,
            "askedGroups": request.asked_groups,
            "groups": request.group_ids,
            "cover": list(self._cover.sections()),
            "levels": self._levels,
            "scales": self._scales,
            "consistency": list(self._consistency()),
            "inPlace": checklist.level_scale.in_place,
            "domains": domains,
            "order": [
                practice
                for domain in domains
                for section in domain["sections"]
                for practice in section["practices"]
            ],
            "practices": {
                placed.practice.id: without_empty(self._practice(placed))
                for _, items in request.practices_by_domain
                for placed in items
            },
            "keys": KEYS,
            "performers": PERFORMERS,
            "words": self._words,
            "marks": [_mark(problem) for problem in marks],
        }

    @cached_property
    def _words(self) -> dict[str, list[str]]:
        own = [code for code in pages.MESSAGES if code.startswith(_WORD_PREFIX)]
        shared = [*(f"form.{code}" for code in _SHARED), "show.not_yet_if"]
        shared += [f"performer.{code}" for code in PERFORMERS]
        shared += [f"finding.{CONTRADICTION}{kind}" for kind in RULE_KINDS]
        shared += _IN_CONTRADICTIONS
        return {code: [catalogue(lang)[code] for lang in LANGS] for code in (*own, *shared)}

    @property
    def _rules(self) -> list[Words]:
        rules = self._request.scales.rules if self._checklist.gives_levels else ()
        return [both(rule.get) for rule in rules]

    def _labels(self, lang: Lang) -> Labels:
        request = self._request
        return Labels(lang, request.scales, request.profile, request.sectors)

    @property
    def _levels(self) -> list[dict[str, Any]]:
        if not self._checklist.gives_levels:
            return []
        return [
            {"level": words.level, "name": both(words.name.get)}
            for words in self._request.scales.levels
        ]

    @property
    def _scales(self) -> dict[str, dict[str, Any]]:
        scales = self._request.scales
        used = {placed.practice.scale or "" for placed in self._checklist.walk()}
        return {
            scale: {str(words.level): self._level(scale, words.level) for words in scales.levels}
            for scale in sorted(used)
        }

    def _level(self, scale: str, level: int) -> dict[str, Words]:
        scales = self._request.scales
        name, words = scales.name(level), scales.words(scale, level)
        limit = scales.not_yet_if(scale, level)
        shown: dict[str, Words] = {}
        if any(words.get(lang) != name.get(lang) for lang in LANGS):
            shown["words"] = both(words.get)
        if limit is not None:
            shown["notYet"] = both(limit.get)
        return shown

    def _domains(self) -> Iterator[dict[str, Any]]:
        number = 0
        for domain, items in self._request.practices_by_domain:
            sections: dict[str | None, dict[str, Any]] = {}
            for placed in items:
                section_id = placed.section.id if placed.section else None
                if section_id not in sections:
                    number += 1
                    title = _section_title(domain, placed)
                    sections[section_id] = {
                        "id": section_id,
                        "key": str(number),
                        "title": title,
                        "practices": [],
                    }
                sections[section_id]["practices"].append(placed.practice.id)
            yield {
                "id": domain.id,
                "number": domain.id,
                "title": both(domain.title.get),
                "sections": list(sections.values()),
            }

    def _consistency(self) -> Iterator[dict[str, Any]]:
        """Yield the rules that answers to this form can break."""
        asked = {
            placed.practice.id for _, items in self._request.practices_by_domain for placed in items
        }
        for rule in self._checklist.consistency:
            named = {practice for _, practice in rule.named_practices()}
            if named and not named & asked:
                continue
            plain = rule.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            plain |= {"reason": both(rule.reason.get), "weight": rule.weight}
            if rule.within is not None:
                plain["within"] = span_of(rule.within)._asdict()
            yield plain

    def _practice(self, placed: PlacedPractice) -> dict[str, Any]:
        practice, checklist = placed.practice, self._checklist
        kind = practice.question_kind
        parts = kind.parts(practice)
        own_title = checklist.tier_title(practice.tier)
        question = practice.question_beside_title
        return {
            "number": practice.shown_id,
            "domain": placed.domain.id,
            "tierTitle": both(own_title.get) if own_title else said(f"tier.{practice.tier}"),
            "title": both(practice.title.get),
            "question": both(question.get) if question else "",
            "intros": [both(intro.get) for intro in placed.intros],
            "notes": list(self._notes(placed)),
            "points": [
                without_empty(
                    {
                        "id": point.id,
                        "text": both(point.get),
                        "required": point.required,
                        "appliesIf": _condition(point.applies_if),
                    }
                )
                for point in practice.points
            ],
            "examples": practice.examples,
            "scale": practice.scale,
            "answer": kind.answer_field,
            "accepts": next((part.accepts for part in parts if part.id is not None), None),
            "options": [
                without_empty(
                    {
                        "id": item.id,
                        "text": self._option(practice, item.id),
                        "exclusive": item.exclusive,
                    }
                )
                for item in practice.options
            ],
            "rows": [{"id": row.id, "text": both(row.get)} for row in practice.rows]
            if practice.rows_from is None
            else [],
            "rowsFrom": practice.rows_from,
            "unit": both(practice.unit.get) if practice.unit else "",
            "na": practice.na != "never",
            "not_adopted": practice.tier == "desirable",
            "treatable": practice.gives_level,
            "legal": practice.legal,
            "groups": practice.groups,
            "appliesIf": _condition(practice.applies_if),
            "askedIf": self._asked_if(practice),
            "evidence": [both(example.get) for example in practice.evidence],
            **{
                name: both(getattr(practice, name).get)
                for name in _ADVICE
                if getattr(practice, name)
            },
        }

    def _option(self, practice: Practice, option_id: str) -> Words:
        return both(lambda lang: self._labels(lang).options(practice)[option_id])

    def _asked_if(self, practice: Practice) -> dict[str, Any] | None:
        """Return the condition of a question; none where the form does not ask what decides."""
        condition = practice.asked_if
        asked = {
            placed.practice.id for _, items in self._request.practices_by_domain for placed in items
        }
        if condition is None or condition.practice not in asked:
            return None
        return {"practice": condition.practice, "any": condition.any}

    def _notes(self, placed: PlacedPractice) -> Iterator[Words]:
        practice, checklist, request = placed.practice, self._checklist, self._request
        for conditions in placed.conditions:
            yield said("form.conditions", text=words_of(conditions))
        if practice.id in request.clarifications:
            yield said(
                "form.clarification", text=bilingual(request.clarifications[practice.id].get)
            )
        asked_if = condition_words(practice, checklist)
        if asked_if:
            yield said("form.conditions", text=asked_if)
        if practice.applies_if:
            yield from map(worded, scope_notes(practice.applies_if, self._flags))
        cadence = practice.cadence
        if cadence and any(checklist.source_word(cadence, lang) for lang in LANGS):
            yield {
                lang: message(lang, "form.cadence", {"word": word})
                if (word := checklist.source_word(cadence, lang))
                else ""
                for lang in LANGS
            }
        if practice.legal:
            yield said("form.legal")


def _section_title(domain: Domain, placed: PlacedPractice) -> Words:
    place = placed.section or domain
    return both(lambda lang: f"{place.id} {place.title.get(lang)}")


def _condition(condition: Applicability | None) -> dict[str, list[str]] | None:
    return None if condition is None else condition.model_dump(exclude_defaults=True)


def _mark(problem: Problem) -> dict[str, Any]:
    """Return what is to be corrected, with the practice or the line of the cover that it is in."""
    place = problem.location
    text = both(lambda lang: message(lang, problem.code, problem.params))
    if not isinstance(place, FieldLocation) or not place.row:
        return {"text": text}
    practice = place.row.partition(layout.KEY_SEPARATOR)[0]
    return {"practice": practice, "line": place.row, "field": place.field, "text": text}
