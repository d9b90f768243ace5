"""What the commands of ``cssa plan`` that write documents share."""

from collections.abc import Mapping
from pathlib import Path

from cssa.errors import Problem, UsageError
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.reports.formats.registry import FormatT, format_of_suffix


def known_format(formats: Mapping[str, FormatT], output: Path) -> FormatT:
    """Return the format that a file's suffix asks for.

    Args:
        formats: by name.
        output: the file.

    Raises:
        UsageError: when none has the suffix.
    """
    format_ = format_of_suffix(formats, output.suffix.lower())
    if format_ is None:
        known = listed(format_.suffix for format_ in formats.values())
        raise UsageError([Problem("crosswalk.suffix", {"known": known}, Location(str(output)))])
    return format_
