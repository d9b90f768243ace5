"""What a kind of consistency rule is, and the registry of all kinds."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeVar

from cssa.checklist.practice import Practice
from cssa.checklist.rule_kinds.answer_facts import Answered
from cssa.location import KeyPath

if TYPE_CHECKING:
    from cssa.checklist.consistency_rules import ConsistencyRule

FIELDS = (
    "of",
    "than",
    "practice",
    "except",
    "practices",
    "on",
    "level",
    "least",
    "most",
    "share",
    "within",
    "profile",
    "risk",
    "performed_by",
)
"""Fields of a rule that belong to some kinds of rule only."""


Params = Mapping[str, str | int | None]
"""Parameters of what is said about a contradiction."""


class RuleFault(NamedTuple):
    """Why a rule cannot be checked.

    Attributes:
        case: which message says so, behind ``lint.consistency-rule.``.
        path: of the field concerned, below the rule.
        name: what it names.
    """

    case: str
    path: KeyPath
    name: str


class Contradiction(NamedTuple):
    """Answers that contradict each other.

    Attributes:
        rule: what they break.
        practice: id of the question to look at first, None where it is the profile.
        params: what was answered there, as parameters of the kind's message.
    """

    rule: "ConsistencyRule"
    practice: str | None
    params: Params


class RuleKind(ABC):
    """A kind of consistency rule.

    Attributes:
        name: ``kind`` of a rule.
        fields: those of ``FIELDS`` that a rule of this kind may have.
        required: those that it must have.
    """

    name: ClassVar[str]
    fields: ClassVar[frozenset[str]]
    required: ClassVar[frozenset[str]]

    @abstractmethod
    def faults(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice]
    ) -> Iterator[RuleFault]:
        """Yield why a rule cannot be checked, where the questions that it names exist."""

    @abstractmethod
    def contradictions(
        self, rule: "ConsistencyRule", practices: Mapping[str, Practice], answered: Answered
    ) -> Iterator[Contradiction]:
        """Yield what breaks a rule.

        Args:
            rule: a rule without faults.
            practices: the questions by id, with the rows of the institution.
            answered: what the institution has answered.
        """

    @abstractmethod
    def words(
        self, practices: Mapping[str, Practice], practice: str | None, params: Mapping[str, object]
    ) -> dict[str, object]:
        """Return the values of the placeholders of ``finding.contradiction_``, without the reason.

        Args:
            practices: the questions by id.
            practice: id of the question to look at first.
            params: those of the contradiction.
        """


RULE_KINDS: dict[str, RuleKind] = {}
"""Every kind of rule by name, in the order of schemas."""

KindT = TypeVar("KindT", bound=RuleKind)


def register(kind: type[KindT]) -> type[KindT]:
    """Register a kind of rule.

    Args:
        kind: its class, which this function decorates.
    """
    RULE_KINDS[kind.name] = kind()
    return kind
