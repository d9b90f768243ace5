"""Checklists as text for a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cssa.checklist.catalogue import ListedChecklist
from cssa.checklist.model import (
    Cadence,
    Checklist,
    Domain,
    PlacedPractice,
    Practice,
    Section,
)
from cssa.datafile.types import AnyText
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports import phrases, text_layout
from cssa.reports.phrases import tier_name
from cssa.scheme.level_wording import LevelWording


def render_catalogue(
    listed: Sequence[tuple[ListedChecklist, AnyText]], *, lang: Lang, width: int
) -> str:
    """Return checklists as a table.

    Args:
        listed: each with the checklist's title.
        lang: language of the text.
        width: cells of a line.
    """
    names = ("id", "version", "title", "standing", "origin")
    rows = [[message(lang, f"checklist.column.{name}") for name in names]]
    rows += [
        [
            entry.id,
            entry.version,
            title.get(lang),
            message(lang, f"checklist.standing.{standing}"),
            message(lang, f"origin.{entry.origin}"),
        ]
        for (entry, standing), title in listed
    ]
    return text_layout.table(rows, ("left",) * 5, width=width, shrink=2) + "\n"


@dataclass(frozen=True, slots=True)
class ChecklistText:
    """A checklist as text, whole or practice by practice.

    Attributes:
        width: cells of a line.
    """

    checklist: Checklist
    scales: LevelWording
    lang: Lang
    width: int

    def contents(self) -> str:
        """Return the number and title of every practice, by domain and section."""
        title = f"{self.checklist.title.get(self.lang)}  {self.checklist.version}"
        blocks = [text_layout.wrap(title, self.width)]
        blocks += ["\n".join(self._domain(domain)) for domain in self.checklist.domains]
        return "\n\n".join(blocks) + "\n"

    def _domain(self, domain: Domain) -> Iterator[str]:
        yield f"{domain.id} {domain.title.get(self.lang)}"
        yield from self._practices(domain)
        for section in domain.sections:
            yield f"  {section.id} {section.title.get(self.lang)}"
            if section.intro:
                yield text_layout.wrap(section.intro.get(self.lang), self.width, indent="    ")
            yield from self._practices(section)

    def _practices(self, place: Domain | Section) -> Iterator[str]:
        for practice in place.practices:
            text = f"{practice.shown_id} {practice.title.get(self.lang)}"
            yield text_layout.wrap(text, self.width, indent="    ", hang="      ")

    def practice(self, practice_id: str) -> str:
        """Return everything that the checklist has on one practice."""
        placed = self.checklist.placed[practice_id]
        practice = placed.practice
        blocks = [
            "\n".join(self._head(practice)),
            "\n".join(self._conditions(placed)),
            "\n".join(self._points(practice)),
            "\n".join(self._choices(practice)),
            "\n".join(self._advice(practice)),
            "\n".join(self._facts(practice)),
        ]
        return "\n\n".join(block for block in blocks if block) + "\n"

    def _message(self, code: str, **params: object) -> str:
        return text_layout.wrap(message(self.lang, code, params), self.width, hang="  ")

    def _item(self, text: str) -> str:
        return text_layout.wrap(text, self.width, indent="  - ", hang="    ")

    def _head(self, practice: Practice) -> Iterator[str]:
        tier = tier_name(self.checklist, practice.tier, self.lang)
        yield text_layout.wrap(
            f"{practice.shown_id} {practice.title.get(self.lang)}  [{tier}]", self.width
        )
        yield text_layout.wrap(practice.question.get(self.lang), self.width)

    def _conditions(self, placed: PlacedPractice) -> Iterator[str]:
        for conditions in placed.conditions:
            yield self._message("explain.conditions", text=conditions.get(self.lang))
        if placed.practice.applies_if:
            flags = ", ".join(placed.practice.applies_if.flags)
            yield self._message("show.applies_if", flags=flags)

    def _points(self, practice: Practice) -> Iterator[str]:
        if not practice.points:
            return
        required = all(point.required for point in practice.points)
        code = "points" if required else "points_examples" if practice.examples else "points_listed"
        yield message(self.lang, f"show.{code}")
        for point in practice.points:
            mark = f" [{message(self.lang, 'show.required')}]" if point.required else ""
            yield self._item(f"{point.id}  {point.get(self.lang)}{mark}")

    def _choices(self, practice: Practice) -> Iterator[str]:
        if practice.kind == "level":
            yield message(self.lang, "show.levels")
            for level in self.scales.levels:
                meaning = self.scales.words(practice.scale, level.level).get(self.lang)
                text = f"{level.level}  {level.name.get(self.lang)}: {meaning}"
                yield text_layout.wrap(text, self.width, indent="  ", hang="     ")
                yield from self._limit(practice, level.level)
            yield message(self.lang, "show.rules")
            for rule in self.scales.rules:
                yield self._item(rule.get(self.lang))
        for row in practice.rows:
            yield self._item(f"{row.id}  {row.get(self.lang)}")
        for option in practice.options:
            yield self._item(f"{option.id}  {option.get(self.lang)}")

    def _limit(self, practice: Practice, level: int) -> Iterator[str]:
        text = self.scales.not_yet_if(practice.scale, level)
        if text:
            limit = message(self.lang, "show.not_yet_if", {"text": text.get(self.lang)})
            yield text_layout.wrap(limit, self.width, indent="     ", hang="     ")

    def _advice(self, practice: Practice) -> Iterator[str]:
        if practice.why:
            yield self._message("explain.why", text=practice.why.get(self.lang))
        if practice.pitfalls:
            yield self._message("explain.pitfalls", text=practice.pitfalls.get(self.lang))
        for source in phrases.source_lines(self.checklist, practice):
            yield self._item(phrases.in_language(source, self.lang))
        if practice.evidence:
            yield message(self.lang, "show.evidence")
            for text in practice.evidence:
                yield self._item(text.get(self.lang))
        if practice.improve:
            yield self._message("explain.improve", text=practice.improve.get(self.lang))

    def _facts(self, practice: Practice) -> Iterator[str]:
        yield self._message(
            "show.subject", subject=message(self.lang, f"subject.{practice.subject}")
        )
        yield self._message("show.owner", owner=message(self.lang, f"owner.{practice.owner}"))
        if practice.cadence:
            yield self._message("show.cadence", cadence=self._cadence(practice.cadence))
        if practice.legal:
            yield self._message("show.legal")
        if practice.na == "never":
            yield self._message("show.na_never")
        refs = practice.refs
        for framework, named in refs.others.items():
            ids = named if isinstance(named, str) else TYPOGRAPHY[self.lang].join(named)
            yield self._message("show.other_refs", framework=framework, refs=ids)
        if refs.guideline or refs.csf2:
            yield self._message(
                "show.refs", guideline=refs.guideline or "-", csf2=", ".join(refs.csf2) or "-"
            )

    def _cadence(self, cadence: Cadence) -> str:
        parts = [cadence.every or ""]
        parts += [message(self.lang, f"trigger.{trigger}") for trigger in cadence.on]
        parts.append(self.checklist.source_word(cadence, self.lang) or "")
        return TYPOGRAPHY[self.lang].join(filter(None, parts)) or "-"
