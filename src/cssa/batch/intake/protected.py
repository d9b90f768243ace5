"""Workbooks under a password, opened with the passwords of whoever sent them."""

from collections.abc import Sequence

from cssa.errors import InputError, Problem
from cssa.excel.password import decrypted
from cssa.lists.passwords import Password

_WRONG = "form.guard.password_wrong"
_EXTRA = "form.guard.password_extra"


def unlocked(data: bytes, passwords: Sequence[Password]) -> bytes:
    """Return a workbook without its password.

    Args:
        data: a workbook under a password.
        passwords: those that are tried, in order.

    Raises:
        InputError: when none of them fits, the extra is missing, or the file is damaged.
    """
    for password in passwords:
        try:
            return decrypted(data, "", password)
        except InputError as error:
            codes = {problem.code for problem in error.problems}
            if _EXTRA in codes:
                raise InputError([Problem("batch.not_read.password_extra")]) from None
            if _WRONG not in codes:
                raise
    raise InputError([Problem("batch.password_wrong", {"count": len(passwords)})])
