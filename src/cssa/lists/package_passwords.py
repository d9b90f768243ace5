"""The list of passwords that packages are encrypted with, one for each institution."""

from collections.abc import Collection, Mapping

from cssa.datafile.csv_table import CsvColumn, read_csv_table
from cssa.lists.roster import read_institution_id

COLUMNS = (CsvColumn("id", required=True), CsvColumn("password", required=True))


def read_package_passwords(data: bytes, path: str, known: Collection[str]) -> Mapping[str, str]:
    """Return each institution's password by its id.

    No message has a password in it.

    Args:
        data: CSV.
        path: its name for messages.
        known: ids of the institutions that there are.

    Raises:
        InputError: with every problem found.
    """
    table = read_csv_table(data, path, COLUMNS)
    ids = {name.casefold(): name for name in known}
    passwords: dict[str, str] = {}
    lines: dict[str, int | None] = {}
    for row in table.rows:
        cell, secret = row["id"], row["password"]
        named = read_institution_id(cell, cell.normalized, table.problems).casefold()
        if named in lines:
            table.problems.append(cell.problem("table.id_twice", line=lines[named]))
        elif named not in ids:
            table.problems.append(cell.problem("table.password_owner"))
        lines.setdefault(named, row.location.line)
        text = secret.text
        if not text.strip():
            table.problems.append(secret.problem("table.password_blank"))
        elif text != text.strip() or not (text.isascii() and text.isprintable()):
            table.problems.append(secret.problem("table.password_characters"))
        elif named in ids:
            passwords[ids[named]] = text
    table.raise_problems()
    return passwords
