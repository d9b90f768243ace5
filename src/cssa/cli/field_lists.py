"""Lines of a summary that list what was merged."""

from cssa.cli.language import current, t
from cssa.cli.output import note
from cssa.forms.layout import VALUE
from cssa.messages.typography import TYPOGRAPHY

LISTED = 40
"""What a line lists at most."""


def list_fields(code: str, rows: dict[str, list[str]], **params: object) -> None:
    """Write a line that lists fields by the row that they belong to; none where there are none.

    Args:
        code: of the line, with a place for ``fields``.
        rows: names of fields by row; the row's own name alone where its only field is its value.
        params: what else the line says, beside ``count``.
    """
    if not rows:
        return
    typography = TYPOGRAPHY[current()]
    words = [
        row if names == [VALUE] else row + typography.in_brackets(typography.join(names))
        for row, names in rows.items()
    ]
    fields = typography.join(words[:LISTED])
    if len(words) > LISTED:
        others = sum(map(len, list(rows.values())[LISTED:]))
        fields = t("form.merge.more", fields=fields, count=others)
    note(t(code, **{"count": sum(map(len, rows.values())), **params}, fields=fields))
