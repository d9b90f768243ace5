"""One plain spelling of XML text: no CDATA sections, comments and numbered characters.

A native reader passes over what is spelt in these ways, and a value would be read as an empty cell.
"""

import re

from cssa.excel.package import Package

_START = re.compile(rb"<!--|<!\[CDATA\[|&#(?:([0-9]{1,7})|x([0-9A-Fa-f]{1,6}));")
_ENDS = {b"<!--": b"-->", b"<![CDATA[": b"]]>"}
_NUMBERED = re.compile(rb"&#(?!10;|13;)")
"""A numbered character other than a line break, which stays as it is wherever it stands."""
_FOLDERS = ("xl/worksheets/", "xl/sharedstrings", "xl/styles")
_LAST_CHARACTER = 0x10FFFF
_MARKUP = b"&<>\"'"


def plainly_spelt(package: Package) -> Package:
    """Return a package with the parts that cells depend on in plain spelling.

    A numbered character stays as it is where it means something else when it stands alone: markup,
    blanks, line breaks and what is no character.

    Args:
        package: parts in UTF-8, without document types.
    """
    odd = {
        name: _plain(part)
        for name, part in package.parts.items()
        if name.lower().startswith(_FOLDERS) and _is_odd(part)
    }
    return Package(package.path, package.parts | odd, package.others) if odd else package


def _is_odd(part: bytes) -> bool:
    """Return whether a part may be spelt oddly; a rare byte is found faster than two common."""
    return (b"!" in part and b"<!" in part) or (b"#" in part and bool(_NUMBERED.search(part)))


def _plain(part: bytes) -> bytes:
    """Return a part in plain spelling; what has no end is left to be refused as damaged."""
    pieces: list[bytes] = []
    position = 0
    while match := _START.search(part, position):
        pieces.append(part[position : match.start()])
        position = match.end()
        end = _ENDS.get(match.group())
        if end is None:
            pieces.append(_character(match))
            continue
        stop = part.find(end, position)
        if stop < 0:
            return part
        if end == b"]]>":
            pieces.append(_escaped(part[position:stop]))
        position = stop + len(end)
    return b"".join((*pieces, part[position:]))


def _escaped(text: bytes) -> bytes:
    return text.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")


def _character(match: re.Match[bytes]) -> bytes:
    decimal, hexadecimal = match.groups()
    number = int(decimal) if decimal is not None else int(hexadecimal, 16)
    if number > _LAST_CHARACTER or not chr(number).isprintable() or number == ord(" "):
        return match.group()
    character = chr(number).encode()
    return match.group() if character in _MARKUP else character
