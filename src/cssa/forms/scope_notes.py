"""Which institutions a practice applies to, by the numbers of profile questions on the cover."""

from collections.abc import Iterator, Mapping

from cssa.checklist.applicability import Applicability
from cssa.messages import fitting
from cssa.messages.wording import CodedWord, listed


def scope_notes(condition: Applicability, numbers: Mapping[str, int]) -> Iterator[CodedWord]:
    """Yield a note for each part of a condition; all of them have to hold.

    Args:
        condition: on profile flags.
        numbers: of the profile questions as the cover shows them, by the id of the flag.
    """
    parts = {"all": condition.all, "any": condition.any, "none": condition.none}
    for part, flags in parts.items():
        if flags:
            kind = "all" if part == "any" and len(flags) == 1 else part
            shown = listed(str(numbers.get(flag, flag)) for flag in flags)
            code = f"form.applies_if.{kind}"
            values = fitting(code, {"flags": shown, "count": len(flags)})
            yield CodedWord(code, tuple(values.items()))
