"""Checklists as pages for a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cssa.answers.asked_if import condition_words
from cssa.checklist.catalogue import ListedChecklist
from cssa.checklist.model import Checklist, Domain, PlacedPractice, Section
from cssa.checklist.practice import NO_OWNER, Cadence, Practice
from cssa.checklist.use import use_lines
from cssa.engine.evidence_age import period_words
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import listed
from cssa.reports import phrases
from cssa.reports.page import Page, Paragraph
from cssa.reports.phrases import tier_name
from cssa.scheme.level_wording import LevelWording
from cssa.scheme.profile import ProfileQuestions


def catalogue_page(listed: Sequence[tuple[ListedChecklist, Checklist]], lang: Lang) -> Page:
    """Return checklists, each as its name, its title and what is known of it.

    Args:
        listed: each with the checklist.
        lang: language of the text.
    """
    is_telling = any(item.standing != "newest" for item, _ in listed)
    return tuple(
        tuple(_listed(item, checklist, lang, with_standing=is_telling))
        for item, checklist in listed
    )


def _listed(
    item: ListedChecklist, checklist: Checklist, lang: Lang, *, with_standing: bool
) -> Iterator[Paragraph]:
    yield Paragraph(f"{item.entry.id}  {item.entry.version}", "heading")
    yield Paragraph(_title(checklist, lang), indent="  ", hang="  ")
    facts = [*_facts(checklist, lang)]
    if with_standing:
        facts.append(message(lang, f"checklist.standing.{item.standing}"))
    facts.append(message(lang, f"origin.{item.entry.origin}"))
    yield Paragraph(" · ".join(filter(None, facts)), indent="  ", hang="  ")


def _facts(checklist: Checklist, lang: Lang) -> Iterator[str]:
    """Yield how much a checklist asks, whether it is scored, and its source."""
    yield message(lang, "checklist.count", {"count": len(checklist.placed)})
    if not checklist.scored:
        yield message(lang, "checklist.not_scored")
    source = checklist.source
    if source is not None:
        publisher = source.publisher.get(lang) if source.publisher else ""
        yield " ".join(filter(None, (publisher, f"{source.published or ''}")))


def _title(checklist: Checklist, lang: Lang) -> str:
    title = checklist.title.get(lang)
    if not checklist.historical:
        return title
    return title + TYPOGRAPHY[lang].in_brackets(message(lang, "checklist.historical.mark"))


def source_line(checklist: Checklist, lang: Lang) -> str:
    """Return publisher, title and date of a checklist's source; a dash where it names none."""
    source = checklist.source
    if source is None:
        return "-"
    publisher = source.publisher.get(lang) if source.publisher else None
    published = source.published.isoformat() if source.published else None
    return TYPOGRAPHY[lang].join(filter(None, (publisher, source.title.get(lang), published)))


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
        head = [Paragraph(title, "heading"), *map(Paragraph, self._source())]
        return (tuple(head), *domains)

    def _source(self) -> Iterator[str]:
        checklist, lang = self.checklist, self.lang
        if checklist.source is not None:
            yield message(lang, "checklist.source", {"source": source_line(checklist, lang)})
        yield from use_lines(checklist, lang)
        for row_list in checklist.row_lists:
            params = {"title": row_list.title.get(lang), "prompt": row_list.prompt.get(lang)}
            yield message(lang, "checklist.row_list", params)
        if checklist.disclaimer is not None:
            yield checklist.disclaimer.get(lang)

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
        if practice.question_beside_title:
            yield Paragraph(practice.question_beside_title.get(self.lang))

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
                text = f"{level.level}  {name}"
                if meaning != name:
                    text = TYPOGRAPHY[self.lang].labelled(text, meaning)
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
        if practice.owner != NO_OWNER:
            yield self._message("show.owner", owner=message(self.lang, f"owner.{practice.owner}"))
        if practice.cadence and (cadence := self._cadence(practice.cadence)):
            yield self._message("show.cadence", cadence=cadence)
        if practice.legal:
            yield self._message("show.legal")
        if practice.na == "never":
            yield self._message("show.na_never")
        refs = practice.refs
        for framework, named in refs.others.items():
            ids = named if isinstance(named, str) else TYPOGRAPHY[self.lang].join(named)
            if framework == "source":
                yield self._message("show.source_place", refs=ids)
            else:
                yield self._message("show.other_refs", framework=framework, refs=ids)
        if refs.guideline or refs.csf2:
            yield self._message(
                "show.refs", guideline=refs.guideline or "-", csf2=listed(refs.csf2 or ["-"])
            )

    def _cadence(self, cadence: Cadence) -> str:
        word = self.checklist.source_word(cadence, self.lang)
        if word:
            return word
        parts = []
        if cadence.every:
            parts.append(message(self.lang, "show.every", {"period": period_words(cadence.every)}))
        parts += [message(self.lang, f"trigger.{trigger}") for trigger in cadence.on]
        return TYPOGRAPHY[self.lang].join(parts)
