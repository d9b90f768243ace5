"""The number that binds an issued form to one campaign and institution."""

import hashlib

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are misread."""
_LENGTH = 12
_GROUP = 4


def form_number(campaign: str, institution: str) -> str:
    """Return the number of an institution's form.

    It follows from what it stands for: forms issued again have the same number, and a returned one
    is checked without a record of what was issued. It is no secret.

    Args:
        campaign: id of the campaign.
        institution: id of the institution.
    """
    digest = hashlib.sha256(f"{campaign}\n{institution.casefold()}".encode()).digest()
    value = int.from_bytes(digest)
    digits = ""
    for _ in range(_LENGTH):
        value, digit = divmod(value, len(_DIGITS))
        digits += _DIGITS[digit]
    return "-".join(digits[first : first + _GROUP] for first in range(0, _LENGTH, _GROUP))
