"""What a form asks: fields that are typed or chosen, and how they are checked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """Why what was entered is not taken.

    Attributes:
        text: what is wrong, and what to do.
        meant: the value that it is, where it may be meant so after all: it is taken when it is
            saved once more, unchanged.
    """

    text: str
    meant: Any = None


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form.

    Attributes:
        name: of its value.
        label: above it.
        help: below the label.
        initial: what stands in it; the id of an option where there are some.
        lines: whether it is one line, several, or one of the options.
        options: ids and words.
        parse: turns what stands there into the value.
        only_if: name and option of another field of which this one is a part; it is shown while
            that option is chosen.
    """

    name: str
    label: str
    help: str = ""
    initial: str = ""
    lines: Literal["one", "several", "options"] = "one"
    options: tuple[tuple[str, str], ...] = ()
    parse: Callable[[str], Any] = str.strip
    only_if: tuple[str, str] | None = None


Check = Callable[[Mapping[str, Any]], "tuple[str, FieldProblem] | None"]
"""Returns the name of a field and what is wrong with it beside the others."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a form asks.

    Attributes:
        title: what is entered.
        intro: said before the fields.
        check: what is wrong with the fields together.
        draft: the practice whose drafts hold what is typed; None keeps none.
    """

    title: str
    fields: tuple[FormField, ...]
    intro: str = ""
    check: Check = lambda _: None
    draft: str | None = None
