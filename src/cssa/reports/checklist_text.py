"""Checklists as pages for a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cssa.answers.asked_if import condition_words
from cssa.checklist.catalogue import ListedChecklist
from cssa.checklist.model import Checklist, Domain, PlacedPractice, Section
from cssa.checklist.practice import Cadence, Practice
from cssa.datafile.types import AnyText
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports import phrases
from cssa.reports.page import Column, Page, Paragraph, Table
from cssa.reports.phrases import tier_name
from cssa.scheme.level_wording import LevelWording
from cssa.scheme.profile import ProfileQuestions


def catalogue_page(listed: Sequence[tuple[ListedChecklist, AnyText]], lang: Lang) -> Page:
    """Return checklists as a table.

    Args:
        listed: each with the checklist's title.
        lang: language of the text.
    """
    columns = (
        Column(message(lang, "checklist.column.id")),
        Column(message(lang, "checklist.column.version")),
        Column(message(lang, "checklist.column.title"), breaks="anywhere"),
        Column(message(lang, "checklist.column.standing")),
        Column(message(lang, "checklist.column.origin")),
    )
    rows = [
        (
            entry.id,
            entry.version,
            title.get(lang),
            message(lang, f"checklist.standing.{standing}"),
            message(lang, f"origin.{entry.origin}"),
        )
        for (entry, standing), title in listed
    ]
    return ((Table(columns, rows),),)


@dataclass(frozen=True, slots=True)
class ChecklistText:
    """A checklist as text, whole or practice by practice."""

    checklist: Checklist
    scales: LevelWording
    profile: ProfileQuestions
    lang: Lang

    def contents(self) -> Page:
        """Return the number and title of every practice, by domain and section."""
        title = f"{self.checklist.title.get(self.lang)}  {self.checklist.version}"
        domains = [tuple(self._domain(domain)) for domain in self.checklist.domains]
        return ((Paragraph(title, "heading"),), *domains)

    def _domain(self, domain: Domain) -> Iterator[Paragraph]:
        yield Paragraph(f"{domain.id} {domain.title.get(self.lang)}", "heading", hang="  ")
        yield from self._practices(domain)
        for section in domain.sections:
            title = f"{section.id} {section.title.get(self.lang)}"
            yield Paragraph(title, "heading", indent="  ", hang="    ")
            if section.intro:
                yield Paragraph(section.intro.get(self.lang), indent="    ", hang="    ")
            yield from self._practices(section)

    def _practices(self, place: Domain | Section) -> Iterator[Paragraph]:
        for practice in place.practices:
            text = f"{practice.shown_id} {practice.title.get(self.lang)}"
            yield Paragraph(text, indent="    ", hang="      ")

    def practice(self, practice_id: str) -> Page:
        """Return everything that the checklist has on one practice."""
        placed = self.checklist.placed[practice_id]
        practice = placed.practice
        return (
            tuple(self._head(practice)),
            tuple(self._conditions(placed)),
            tuple(self._points(practice)),
            tuple(self._choices(practice)),
            tuple(self._advice(practice)),
            tuple(self._facts(practice)),
        )

    def _message(self, code: str, **params: object) -> Paragraph:
        return Paragraph(message(self.lang, code, params), hang="  ")

    def _heading(self, code: str) -> Paragraph:
        return Paragraph(message(self.lang, code), "heading")

    def _item(self, text: str) -> Paragraph:
        return Paragraph(text, indent="  - ", hang="    ")

    def _head(self, practice: Practice) -> Iterator[Paragraph]:
        tier = tier_name(self.checklist, practice.tier, self.lang)
        title = f"{practice.shown_id} {practice.title.get(self.lang)}  [{tier}]"
        yield Paragraph(title, "heading")
        yield Paragraph(practice.question.get(self.lang))

    def _conditions(self, placed: PlacedPractice) -> Iterator[Paragraph]:
        for conditions in placed.conditions:
            yield self._message("explain.conditions", text=conditions.get(self.lang))
        asked_if = condition_words(placed.practice, self.checklist)
        if asked_if:
            yield self._message("explain.conditions", text=asked_if)
        if placed.practice.applies_if:
            flags = phrases.profile_titles(placed.practice.applies_if.flags, self.profile)
            yield self._message("show.applies_if", flags=flags)

    def _points(self, practice: Practice) -> Iterator[Paragraph]:
        if not practice.points:
            return
        required = all(point.required for point in practice.points)
        code = "points" if required else "points_examples" if practice.examples else "points_listed"
        yield self._heading(f"show.{code}")
        for point in practice.points:
            mark = f" [{message(self.lang, 'show.required')}]" if point.required else ""
            yield self._item(f"{point.id}  {point.get(self.lang)}{mark}")

    def _choices(self, practice: Practice) -> Iterator[Paragraph]:
        if practice.accepts("level"):
            yield self._heading("show.levels")
            for level in self.scales.levels:
                name = level.name.get(self.lang)
                meaning = self.scales.words(practice.scale, level.level).get(self.lang)
                text = f"{level.level}  {name}" + ("" if meaning == name else f": {meaning}")
                yield Paragraph(text, indent="  ", hang="     ")
                limit = self.scales.not_yet_if(practice.scale or "", level.level)
                if limit:
                    params = {"text": limit.get(self.lang)}
                    words = message(self.lang, "show.not_yet_if", params)
                    yield Paragraph(words, indent="     ", hang="     ")
            yield self._heading("show.rules")
            for rule in self.scales.rules:
                yield self._item(rule.get(self.lang))
        for row in practice.rows:
            yield self._item(f"{row.id}  {row.get(self.lang)}")
        for option in practice.options:
            yield self._item(f"{option.id}  {option.get(self.lang)}")

    def _advice(self, practice: Practice) -> Iterator[Paragraph]:
        if practice.guidance:
            yield self._message("explain.guidance", text=practice.guidance.get(self.lang))
        if practice.why:
            yield self._message("explain.why", text=practice.why.get(self.lang))
        if practice.pitfalls:
            yield self._message("explain.pitfalls", text=practice.pitfalls.get(self.lang))
        for source in phrases.source_lines(self.checklist, practice):
            yield self._item(phrases.in_language(source, self.lang))
        if practice.evidence:
            yield self._heading("show.evidence")
            for text in practice.evidence:
                yield self._item(text.get(self.lang))
        if practice.improve:
            yield self._message("explain.improve", text=practice.improve.get(self.lang))

    def _facts(self, practice: Practice) -> Iterator[Paragraph]:
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
