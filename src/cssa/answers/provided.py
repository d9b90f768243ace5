"""Taking over what a shared centre, group company or vendor answers for an institution."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from cssa.answers.comparable import canonical
from cssa.answers.loading import LoadedAnswers
from cssa.answers.serialization import answer_to_plain
from cssa.answers.side_by_side import shown_value
from cssa.answers.submission import (
    NO_ANSWER,
    VALUE_FIELDS,
    Answer,
    Provider,
    ProviderSource,
    Submission,
)
from cssa.checklist.model import Checklist
from cssa.datafile.edit import Change, EditableDocument
from cssa.errors import InputError, Problem
from cssa.messages.wording import CodedWord

_FACTS = ("points", "done", "last_done")
"""What is taken beside the value, in place of what the institution has."""

_WORDS = ("note", "plan")
"""What is taken where the institution has none of its own."""

_LEFT = ("treatment", "review", "priority")
"""What the provider has decided for itself, which is named where it is left behind."""


@dataclass
class Takeover:
    """What is taken over from a provider.

    Attributes:
        changes: what to change in the institution's file.
        taken: ids of practices whose answer is taken.
        same: ids of those that the institution answers likewise already.
        own: the institution's own answers that differ, which stand, with both places.
        unanswered: ids of listed practices that the provider has not answered.
        not_taken: answers that are not the provider's to give.
        left: ids of practices of which a treatment, review or priority was left behind.
    """

    changes: list[Change] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    own: list[Problem] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    not_taken: list[Problem] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def refuse_provider(provider: LoadedAnswers, ours: Submission) -> None:
    """Refuse answers of the institution itself, or to another checklist.

    Raises:
        InputError: with the place where the provider's file says so.
    """
    given, location = provider.submission, provider.document.location
    if given.institution.id.casefold() == ours.institution.id.casefold():
        raise InputError([Problem("answers.apply.own", {}, location(("institution", "id")))])
    theirs, asked = given.checklist, ours.checklist
    if (theirs.id, theirs.version) != (asked.id, asked.version):
        params = {
            "other": f"{theirs.id} {theirs.version}",
            "ours": f"{asked.id} {asked.version}",
        }
        raise InputError(
            [Problem("answers.apply.other_checklist", params, location(("checklist",)))]
        )


@dataclass(frozen=True)
class Offer:
    """What a provider answers for others.

    Attributes:
        provider: its answers.
        performed_by: what it is to the institution.
        practices: ids of practices, sections and domains that it answers; none is all that it has
            answered.
    """

    provider: LoadedAnswers
    performed_by: Provider
    practices: Sequence[str] = ()

    @property
    def source(self) -> ProviderSource:
        """What is noted at each answer taken over."""
        given, document = self.provider.submission, self.provider.document
        name = PurePath(document.location(()).path).name
        return ProviderSource(
            institution=given.institution.name,
            file=None if name in ("", "-") else name,
            assessed_on=given.assessed_on,
        )

    def ids(self, checklist: Checklist) -> Iterator[str]:
        """Yield the ids of the practices, in checklist order."""
        parts = self.practices or self.provider.submission.answers
        wanted = {name for part in parts for name in checklist.practice_ids_by_part[part]}
        return (practice for practice in checklist.placed if practice in wanted)

    def answer(self, practice: str, before: Answer | None) -> Answer:
        """Return what an institution's answer to a practice becomes.

        Args:
            practice: one that the provider has answered.
            before: the answer that gives way; what the institution has stated itself stays.
        """
        given, own = self.provider.submission.answers[practice], before or Answer()
        values: dict[str, Any] = {name: getattr(given, name) for name in VALUE_FIELDS}
        values |= {name: getattr(given, name) or getattr(own, name) for name in _FACTS}
        values |= {name: getattr(own, name) or getattr(given, name) for name in _WORDS}
        refs = {item.ref for item in given.evidence}
        others = (item for item in own.evidence if item.ref not in refs)
        values["evidence"] = (*others, *given.evidence)
        stated = {"performed_by": self.performed_by, "source": self.source, "confirmed": False}
        return own.model_copy(update=values | stated)

    def refusal(self, practice: str, checklist: Checklist) -> str | None:
        """Return the code of the reason why an answer is not taken over, None where it is.

        Args:
            practice: one that the provider has answered.
            checklist: what is answered.
        """
        if self.provider.submission.answers[practice].value_field is None:
            return "answers.apply.left_out"
        if checklist.placed[practice].practice.rows_from is not None:
            return "answers.apply.own_rows"
        return None


def take_over(
    offer: Offer, ours: Submission, our_file: EditableDocument, checklist: Checklist
) -> Takeover:
    """Return what is taken over from a provider's answers.

    An answer is taken where the institution has none, or has one that came from the same provider
    and that it has not confirmed. Its own answers stand.

    Args:
        offer: what the provider answers.
        ours: the institution's answers.
        our_file: the same as text.
        checklist: what both answer.
    """
    takeover = Takeover()
    document = offer.provider.document
    for practice in offer.ids(checklist):
        given = offer.provider.submission.answers.get(practice, NO_ANSWER)
        if not given.is_given:
            takeover.unanswered.append(practice)
            continue
        path = ("answers", practice)
        place = document.location(document.existing_path(path))
        reason = offer.refusal(practice, checklist)
        if reason is not None:
            cause = {"reason": CodedWord(reason)}
            takeover.not_taken.append(Problem("answers.apply.not_taken", cause, place, path))
            continue
        before = ours.answers.get(practice)
        if before is not None and not _gives_way(before, offer.source):
            if _is_same(before, given):
                takeover.same.append(practice)
            else:
                params = {"ours": _shown(before), "theirs": _shown(given), "there": place}
                there = our_file.document.location(path)
                takeover.own.append(Problem("answers.apply.own_answer", params, there, path))
            continue
        answer = offer.answer(practice, before)
        if answer == before:
            takeover.same.append(practice)
            continue
        takeover.taken.append(practice)
        value = answer_to_plain(answer, before, our_file.get(path))
        takeover.changes.append(Change(path, value))
        if any(getattr(given, name) for name in _LEFT):
            takeover.left.append(practice)
    return takeover


def _gives_way(before: Answer, source: ProviderSource) -> bool:
    """Return whether an answer is none, or came from the same provider and is to be confirmed."""
    if not before.is_given:
        return True
    is_from_provider = before.source is not None and before.source.institution == source.institution
    return is_from_provider and not before.confirmed


def _is_same(before: Answer, given: Answer) -> bool:
    """Return whether both answer the question with the same value."""
    name = str(given.value_field)
    was, now = canonical(getattr(before, name)), canonical(getattr(given, name))
    return bool(was == now)


def _shown(answer: Answer) -> str:
    """Return what answers the question as a file has it."""
    fields = {name: True for name in ("na", "not_adopted") if getattr(answer, name)}
    fields |= {name: getattr(answer, name) for name in (answer.value_field,) if name}
    return ", ".join(shown_value(name, fields, {}, alone=False) for name in fields)
