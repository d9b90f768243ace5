"""A checked workbook rebuilt for the native reader, which is given nothing that was not checked.

It gets a workbook and relations of our own with the sender's cells, shared texts and number
formats. The list of texts comes without the count that it states, by which the reader makes room.
"""

import re
from collections.abc import Mapping

from cssa.excel.guard import STRINGS, CheckedWorkbook
from cssa.excel.iso_dates import with_plain_days
from cssa.excel.package import pack
from cssa.excel.refusal import refused

STYLES = "xl/styles.xml"
_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ROOT = (
    b'<Relationships><Relationship Id="r" Type="%sofficeDocument" Target="xl/workbook.xml"/>'
    b"</Relationships>"
) % _OFFICE
_TEXTS = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*(?:<\?xml[^<>]*\?>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*
    <((?:[^<>\s:/]+:)?sst)(?=[\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>""",
    re.VERBOSE,
)
"""The beginning of a list of texts up to the end of its first tag."""
_MOST_HEAD = 20_000


def native_package(checked: CheckedWorkbook) -> bytes:
    """Return the package that the native reader is given.

    Raises:
        InputError: when its list of texts does not begin as one.
    """
    package, contents = checked.package, checked.contents
    numbered = list(enumerate(contents.sheets, start=1))
    date_system = b'<workbookPr date1904="1"/>' if contents.from_1904 else b""
    sheets = b"".join(b'<sheet name="%d" id="r%d"/>' % (n, n) for n, _ in numbered)
    links = b"".join(
        b'<Relationship Id="r%d" Type="%sworksheet" Target="worksheets/%d.xml"/>' % (n, _OFFICE, n)
        for n, _ in numbered
    )
    parts = {
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": b"<workbook>%s<sheets>%s</sheets></workbook>" % (date_system, sheets),
        "xl/_rels/workbook.xml.rels": b"<Relationships>%s</Relationships>" % links,
    }
    names = package.names
    if STYLES in names:
        parts[STYLES] = package.parts[names[STYLES]]
    if STRINGS in names:
        parts["xl/sharedStrings.xml"] = _texts(package.path, names[STRINGS], package.parts)
    for number, sheet in numbered:
        cells = with_plain_days(checked.cells[sheet.part])
        parts[f"xl/worksheets/{number}.xml"] = b"<worksheet>%s</worksheet>" % cells
    return pack(parts)


def _texts(path: str, name: str, parts: Mapping[str, bytes]) -> bytes:
    """Return a list of texts without what it states of itself."""
    part = parts[name]
    match = _TEXTS.match(part[:_MOST_HEAD])
    if match is None:
        raise refused("damaged", path, part=name)
    end = b"/>" if match.group().endswith(b"/>") else b">"
    return b"<" + match.group(1) + end + part[match.end() :]
