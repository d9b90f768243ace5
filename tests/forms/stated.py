"""Every number that a package states, set to what it cannot be: run as a process that may die of it.

Prints what it is about to read and then what became of it; takes the path of a sound form.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.forms.hostile import packed, parts_of

from cssa.errors import InputError
from cssa.excel.child_call import call_here
from cssa.excel.grids import open_workbook

VALUES = (b"0", b"-1", b"x", b"1e9", b"1000000000", b"99999999999", b"18446744073709551615")
_TAG = re.compile(rb"<([\w:]+)((?:\s+[\w:]+=\"[^\"]*\")+)\s*/?>")
_ATTRIBUTE = re.compile(rb"\s([\w:]+)=\"([^\"]*[0-9][^\"]*)\"")


def cases(parts: dict[str, bytes]) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Yield each attribute with a number, the first of its kind, with each value in its place."""
    seen = set()
    for name, part in parts.items():
        for tag in _TAG.finditer(part):
            for attribute in _ATTRIBUTE.finditer(tag[2]):
                kind = (re.sub(r"[0-9]+", "", name), tag[1], attribute[1])
                if kind in seen or attribute[1].startswith(b"xmlns"):
                    continue
                seen.add(kind)
                start, end = tag.start(2) + attribute.start(2), tag.start(2) + attribute.end(2)
                for value in VALUES:
                    label = b"<%s %s=%s>" % (tag[1], attribute[1], value)
                    changed = part[:start] + value + part[end:]
                    yield f"{name} {label.decode()}", {**parts, name: changed}


def main(path: Path) -> None:
    """Read the form with each of its numbers changed."""
    for label, parts in cases(parts_of(path.read_bytes())):
        _write(f"{label} ")
        try:
            open_workbook(packed(parts), "form.xlsx", call_here)
        except InputError as error:
            _write(f"{error}\n")
        else:
            _write("read\n")


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
