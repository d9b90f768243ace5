"""What a checklist declares for the whole of it: ``checklist.yaml``."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, get_args

from pydantic import Field

from cssa.checklist.consistency_rules import ConsistencyRule
from cssa.checklist.level_scale import SIX_LEVELS, LevelScale
from cssa.checklist.practice import Id, StepValue, Tier
from cssa.checklist.row_lists import RowList
from cssa.datafile.types import HASH_PATTERN, Bool, Date, Int, Language, LocalizedText, Model, Str
from cssa.location import KeyPath
from cssa.messages import LANGS

Languages = Annotated[tuple[Language, ...], Field(min_length=1)]
DEFAULT_TARGETS = "by-risk-profile"
OWN_SCALE_TARGETS = "in-place"
"""What applies to a checklist with its own scale in place of the targets by risk profile."""
NO_TARGETS = "none"
DEFAULT_LANGUAGES: tuple[str, ...] = LANGS


class Source(Model):
    """The document that a checklist encodes.

    Attributes:
        note: what its publisher says about it.
        copyright: its notice of rights, which goes wherever the checklist goes.
    """

    title: LocalizedText
    publisher: LocalizedText | None = None
    published: Date | None = None
    url: Str | None = None
    note: LocalizedText | None = None
    copyright: LocalizedText | None = None

    def texts(self) -> Iterator[tuple[KeyPath, LocalizedText]]:
        """Yield its texts with their path."""
        for name in ("title", "publisher", "note", "copyright"):
            text = getattr(self, name)
            if text is not None:
                yield (name,), text


class LintSettings(Model):
    """How a checklist is linted.

    Attributes:
        ignore: ids of editorial rules that it does not keep.
    """

    ignore: tuple[Str, ...] = ()


class Step(Model):
    """A level of a checklist's own scale."""

    value: StepValue
    title: LocalizedText
    meaning: LocalizedText | None = None


class OwnScale(Model):
    """The levels of a checklist, in place of the six of the program.

    Attributes:
        in_place: the value from which a practice counts as done.
        steps: in ascending order of value.
    """

    in_place: StepValue
    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=11)]

    @property
    def values(self) -> tuple[int, ...]:
        """The values of its steps."""
        return tuple(step.value for step in self.steps)


class PracticeGroup(Model):
    """A group of practices that institutions can select."""

    id: Id
    title: LocalizedText


class TierWords(Model):
    """What a checklist calls a tier."""

    title: LocalizedText


class TierNames(Model):
    """What a checklist calls what it requires and what it leaves open."""

    basic: TierWords | None = None
    desirable: TierWords | None = None


class CitedDocument(Model):
    """A document that practices cite.

    Attributes:
        published: the day, month or year that it bears; None where it bears none.
        url: where it can be read.
    """

    title: LocalizedText
    publisher: LocalizedText
    published: Annotated[Str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None
    url: Str | None = None


class Supersession(Model):
    """A fingerprint that this version bore before: what was answered under it is still read.

    Attributes:
        fingerprint: the former one.
        practices: those that ask for something else now; their answers are to be confirmed.
        reason: why the structure was changed under the same version.
    """

    fingerprint: Annotated[Str, Field(pattern=HASH_PATTERN)]
    practices: tuple[Id, ...]
    reason: LocalizedText


class Use(Model):
    """What a checklist is for.

    Attributes:
        who: who answers.
        unit: what is answered once: an institution, a provider, a test or an incident.
        when: at which times or occasions.
    """

    who: LocalizedText
    unit: Literal["institution", "provider", "test", "incident"]
    when: LocalizedText


CompleteField = Literal["why", "pitfalls", "threats", "impact", "evidence", "improve"]
"""Fields of a practice that a checklist can ask of each of its practices."""


class ChecklistFacts(Model):
    """What a checklist declares for the whole of it.

    Attributes:
        version: the source's edition.
        revision: our wording's; it rises when texts change and the fingerprint does not.
        languages: of its texts; a reader whose language is none of them gets the first.
        numbering: how the source numbers its practices; None where ids follow no rule.
        scale: its own levels; None for the six of the program.
        groups: what can be selected; a practice in none of those selected is out of scope.
        tiers: its own names of the tiers.
        disclaimer: what its source says against reading figures as a judgement.
        scored: whether figures are computed, targets set and rules on figures checked.
        targets: id of the targets that apply where none are named; ``none`` for none.
        historical: of an earlier time; marked on every page, and not offered for answering.
        use: who answers it, for what and when.
        restricted: that its answers are to be kept apart, with limited access.
        row_lists: rows that the institution names, once for all questions that have them.
        consistency: what answers must not contradict in each other.
        supersedes: fingerprints that this version bore before.
        documents: by id, what the practices' ``sources`` cite.
    """

    id: Id
    version: Id
    revision: Annotated[Int, Field(ge=1)]
    title: LocalizedText
    languages: Languages = DEFAULT_LANGUAGES
    source: Source | None = None
    numbering: Literal["by-section"] | None = None
    scale: OwnScale | None = None
    groups: tuple[PracticeGroup, ...] = ()
    tiers: TierNames = TierNames.model_construct()
    disclaimer: LocalizedText | None = None
    scored: Bool = True
    targets: Id = DEFAULT_TARGETS
    historical: Bool = False
    use: Use | None = None
    restricted: LocalizedText | None = None
    row_lists: tuple[RowList, ...] = ()
    consistency: tuple[ConsistencyRule, ...] = ()
    supersedes: tuple[Supersession, ...] = ()
    documents: dict[Id, CitedDocument] = Field(default_factory=dict)

    def own_texts(self) -> Iterator[tuple[KeyPath, LocalizedText]]:
        """Yield its texts with their path in ``checklist.yaml``."""
        yield ("title",), self.title
        if self.source:
            yield from ((("source", *path), text) for path, text in self.source.texts())
        yield from self._texts_of_lists()
        for tier in get_args(Tier):
            if words := self.tier_title(tier):
                yield ("tiers", tier, "title"), words
        for name in ("disclaimer", "restricted"):
            if text := getattr(self, name):
                yield (name,), text
        if self.use:
            yield ("use", "who"), self.use.who
            yield ("use", "when"), self.use.when
        for document_id, document in self.documents.items():
            yield ("documents", document_id, "title"), document.title
            yield ("documents", document_id, "publisher"), document.publisher

    def _texts_of_lists(self) -> Iterator[tuple[KeyPath, LocalizedText]]:
        for index, step in enumerate(self.scale.steps if self.scale else ()):
            yield ("scale", "steps", index, "title"), step.title
            if step.meaning:
                yield ("scale", "steps", index, "meaning"), step.meaning
        for index, group in enumerate(self.groups):
            yield ("groups", index, "title"), group.title
        for index, row_list in enumerate(self.row_lists):
            yield ("row_lists", index, "title"), row_list.title
            yield ("row_lists", index, "prompt"), row_list.prompt
        for index, rule in enumerate(self.consistency):
            yield ("consistency", index, "reason"), rule.reason
        for index, supersession in enumerate(self.supersedes):
            yield ("supersedes", index, "reason"), supersession.reason

    def tier_title(self, tier: Tier) -> LocalizedText | None:
        """Return its own name of a tier, None where it has none."""
        words: TierWords | None = getattr(self.tiers, tier)
        return None if words is None else words.title

    @cached_property
    def level_scale(self) -> LevelScale:
        """The levels that its practices have."""
        own = self.scale
        return SIX_LEVELS if own is None else LevelScale(own.values, own.in_place)

    @property
    def values(self) -> tuple[int, ...]:
        """The levels, in ascending order."""
        return self.level_scale.values

    @property
    def default_targets(self) -> str:
        """Id of the targets that apply where none are named."""
        if not self.scored:
            return NO_TARGETS
        is_general = self.targets == DEFAULT_TARGETS
        return OWN_SCALE_TARGETS if is_general and self.scale is not None else self.targets


class Header(ChecklistFacts):
    """``checklist.yaml``: what a checklist is, and which domain files it has.

    Attributes:
        fingerprint: what returned forms and answers bind to, recorded so that it cannot change
            unnoticed.
        complete: fields that each practice has; the lint finds where one is missing.
        domains: ids in order; each is a file ``<id>.yaml`` beside this one.
        lint: how it is linted.
    """

    schema_: Annotated[Literal["cssa.checklist/1"], Field(alias="schema")]
    fingerprint: Annotated[Str, Field(pattern=HASH_PATTERN)] | None = None
    complete: tuple[CompleteField, ...] = ()
    domains: Annotated[tuple[Id, ...], Field(min_length=1)]
    lint: LintSettings = LintSettings.model_construct()
