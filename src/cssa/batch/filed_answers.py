"""The answers in an institution's files: what each of them answers, and several files merged."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from cssa.answers.submission import Answer, Submission
from cssa.batch.intake.processor import FileProcessor
from cssa.batch.intake.reading import Reading, ReadingHead, content_hash
from cssa.batch.intake.runner import store_reading, stored_reading
from cssa.batch.outputs.folder import OutFolder
from cssa.forms.review import WHOLE_SUBMISSION
from cssa.peers.member import member_of

_MERGED_FIELDS = ("profile", "risk", "factors")
"""Fields below the institution of which the parts are merged one by one."""


class FiledAnswers:
    """The answers in files that were read; they are loaded only where files have to be compared.

    Args:
        folder: keeps the readings, and takes those of merged files.
        processor: scores merged answers.

    Attributes:
        merged_heads: what was made of merged files, by the hash that stands for them.
    """

    def __init__(self, folder: OutFolder, processor: FileProcessor) -> None:
        self._folder = folder
        self._processor = processor
        self.merged_heads: dict[str, ReadingHead] = {}

    def practices(self, sha256: str) -> tuple[str, ...]:
        """Return the practices that a file answers, in checklist order, or replies on."""
        values = self._reading(sha256).values
        if "reply" in values:
            return tuple(str(entry["practice"] or WHOLE_SUBMISSION) for entry in values["reply"])
        answers = self._submission(values).answers
        placed = self._processor.edition.checklist.placed
        return tuple(
            practice for practice in placed if practice in answers and answers[practice].is_given
        )

    def values(self, sha256: str) -> Mapping[str, Any]:
        """Return what a file answers and states, as plain values without blank answers."""
        values = self._reading(sha256).values
        answers = {
            practice: answer
            for practice, answer in values["answers"].items()
            if Answer.model_validate(answer).is_given
        }
        return {**values, "answers": answers}

    def unasked(self, sha256: str, asked: Collection[str]) -> tuple[str, ...]:
        """Return the practices that a file leaves open and that others would have to answer.

        Args:
            sha256: of the file, or of merged ones.
            asked: practices that its departments are asked.
        """
        result = self._processor.assess(self._submission(self._reading(sha256).values))
        return tuple(
            practice.id
            for domain in result.domains
            for practice in domain.practices
            if practice.status == "unanswered" and practice.id not in asked
        )

    def merge(self, files: Sequence[str]) -> ReadingHead:
        """Return the reading of several files, kept like that of a single one.

        Args:
            files: hashes, the earliest first; a later answer replaces an earlier one.
        """
        sha256 = hashlib.sha256("\n".join(files).encode()).hexdigest()
        readings = [self._reading(file) for file in files]
        values = dict(readings[0].values)
        for reading in readings[1:]:
            values = merged_values(values, reading.values)
        submission = self._submission(values)
        head = readings[-1].head._replace(
            sha256=sha256,
            content=content_hash(values),
            member=member_of(self._processor.assess(submission), submission),
            part=None,
        )
        self.merged_heads[sha256] = head
        store_reading(Reading(head, values), self._processor.settings, self._folder)
        return head

    def _reading(self, sha256: str) -> Reading:
        return stored_reading(self._folder, self._processor.settings, sha256)

    @staticmethod
    def _submission(values: Mapping[str, Any]) -> Submission:
        return Submission.model_validate(dict(values))


def merged_values(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a submission with those of a later one added.

    What the later one leaves blank stays as the earlier one has it; an answer is taken as a whole.

    Args:
        earlier: plain values of a submission.
        later: those that go before.
    """
    answers = dict(earlier["answers"])
    for practice, answer in later["answers"].items():
        if practice not in answers or Answer.model_validate(answer).is_given:
            answers[practice] = answer
    return {
        **earlier,
        **later,
        "institution": _laid_over(earlier["institution"], later["institution"]),
        "answers": answers,
    }


def _laid_over(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> dict[str, Any]:
    merged = {**earlier, **later}
    for field in _MERGED_FIELDS:
        if field in earlier and field in later:
            merged[field] = _laid_over(earlier[field], later[field])
    return merged
