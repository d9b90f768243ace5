"""What every format shows of a run that came to no verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Literal, NamedTuple

from pydantic import ConfigDict, Field

from cssa.errors import Problem
from cssa.gate.verdict import Place, place_of
from cssa.messages import Lang, message
from cssa.messages.problems import MAX_LINES, describe


@dataclass(frozen=True, kw_only=True)
class RefusedProblem:
    """One problem that kept a run from its verdict.

    Attributes:
        code: its key in the catalogue of messages.
        message: its words.
        place: where it stands; null where it stands nowhere.
    """

    code: str
    message: str
    place: Place | None


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """A run of the gate without a verdict.

    Attributes:
        met: null; nothing was checked.
        answers: the answers file as named.
        policy: the policy as named.
        as_of: the day judged on.
        version: the program's.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    schema_: Annotated[Literal["cssa.gate-refusal/1"], Field(alias="schema")] = (
        "cssa.gate-refusal/1"
    )
    met: None = None
    answers: str
    policy: str
    as_of: date
    version: str
    problems: tuple[RefusedProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalView:
    """A run without a verdict, with what words it.

    Attributes:
        answers: the answers file as named.
        policy: the policy as named.
        as_of: the day judged on.
        version: the program's.
        shown_paths: names to show in place of those given.
        lang: the language.
        problems: what kept the run from its verdict, in the order of their places, as many as
            are shown.
        count: of all of them.
    """

    answers: str
    policy: str
    as_of: date
    version: str
    shown_paths: Mapping[str, str]
    lang: Lang = "ja"
    problems: tuple[RefusedProblem, ...] = ()
    count: int = 0

    def with_problems(
        self, problems: Iterable[Problem], lang: Lang, further: int = 0
    ) -> "RefusalView":
        """Return the view of a run that these problems ended.

        Args:
            problems: at least one.
            lang: the language of their words.
            further: how many there are beyond these.
        """
        worded = [self._worded(problem, lang) for problem in problems]
        worded.sort(key=lambda problem: _order(problem.place))
        shown, count = tuple(worded[:MAX_LINES]), len(worded) + further
        return replace(self, lang=lang, problems=shown, count=count)

    def _worded(self, problem: Problem, lang: Lang) -> RefusedProblem:
        place = None
        if problem.location is not None:
            place = place_of(problem.location, self.shown_paths)
        text = describe(problem._replace(location=None), lang)
        return RefusedProblem(code=problem.code, message=text, place=place)

    @property
    def refusal(self) -> Refusal:
        """The run as a document."""
        return Refusal(
            answers=self.answers,
            policy=self.policy,
            as_of=self.as_of,
            version=self.version,
            problems=self.problems,
        )

    def headline(self) -> str:
        """Return that there is no verdict, in one sentence."""
        return message(self.lang, "gate.refused", {"count": self.count})

    def head(self) -> str:
        """Return what was to be checked, on which day and by which version."""
        params = {"answers": self.answers, "as_of": self.as_of, "version": self.version}
        return message(self.lang, "gate.head_refused", params)

    def line(self, problem: RefusedProblem) -> str:
        """Return a problem with its place."""
        return (
            problem.message
            if problem.place is None
            else f"{problem.place.shown}: {problem.message}"
        )


class _Order(NamedTuple):
    path: str
    sheet: str
    line: int
    column: int


def _order(place: Place | None) -> _Order:
    if place is None:
        return _Order("", "", 0, 0)
    return _Order(place.path, place.sheet or "", place.line or 0, place.column or 0)
