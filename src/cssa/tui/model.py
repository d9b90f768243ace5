"""What the screens show and change: one interview with everything that it needs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from cssa.answers.reviewed_answer import Role
from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.interview.answer_text import AnswerText
from cssa.interview.drafts import Drafts
from cssa.interview.facts import InstitutionFacts
from cssa.interview.recording import Recorder
from cssa.interview.reviewing import ReviewSession
from cssa.interview.session import Session
from cssa.interview.words import Words
from cssa.library.related_cases import RelatedCase
from cssa.scheme.level_wording import LevelWording
from cssa.scheme.sectors import Sector
from cssa.tui.layout.page import PageContent


@dataclass(frozen=True)
class ScreenModel:
    """One interview.

    Attributes:
        recorder: saves, undoes and redoes.
        words: the language.
        scales: names and wording of the levels.
        facts: what is stated about the institution.
        drafts: texts that are being typed.
        today: the date that "today" means.
        is_read_only: nothing may be changed.
        is_shared: another session has the file open.
        is_new: the file has just been made, and the institution's facts are open.
        cases_of: returns the published cases that bear on a practice.
        figures: returns the figures of a submission as lines, for a width in cells.
        save_bookmark: remembers the id of the practice shown.
        opening: what is said first.
    """

    recorder: Recorder
    words: Words
    scales: LevelWording
    facts: InstitutionFacts
    drafts: Drafts
    today: date
    cases_of: Callable[[str], Sequence[RelatedCase]]
    figures: Callable[[Submission, int], str]
    save_bookmark: Callable[[str], None]
    is_read_only: bool = False
    is_shared: bool = False
    is_new: bool = False
    opening: str = ""

    @property
    def session(self) -> Session:
        """The state of the interview."""
        return self.recorder.session

    @property
    def review(self) -> ReviewSession | None:
        """The same where another line reviews, None where the institution answers."""
        session = self.session
        return session if isinstance(session, ReviewSession) else None

    @property
    def answer_text(self) -> AnswerText:
        """Words for answers."""
        return self.recorder.answer_text

    @cached_property
    def content(self) -> PageContent:
        """What pages are made from."""
        return PageContent(
            self.session,
            self.words,
            self.scales,
            self.answer_text,
            is_read_only=self.is_read_only,
        )


@dataclass(frozen=True)
class NewFile:
    """What is asked before an answers file is made.

    Attributes:
        words: the language.
        today: the date that "today" means.
        path: the file to be made.
        offered: the checklists to choose from.
        sectors: the kinds of institution to choose from.
        create: makes the file of a checklist and of id, name and sector, and opens it.
    """

    words: Words
    today: date
    path: Path
    offered: Sequence[Edition]
    sectors: Sequence[Sector]
    create: Callable[[Edition, Mapping[str, Any]], ScreenModel]


@dataclass(frozen=True)
class NewReview:
    """What is asked before another line reviews.

    Attributes:
        words: the language.
        today: the date that "today" means.
        role: the line.
        former: the function that reviewed for this line last, None where none did.
        open: opens the review by a function.
    """

    words: Words
    today: date
    role: Role
    former: str | None
    open: Callable[[str], ScreenModel]
