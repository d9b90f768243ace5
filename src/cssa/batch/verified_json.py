"""Kept JSON files that carry a hash of their content, so that a changed one is not used."""

import hashlib

_BEFORE, _AFTER = b'{"hash":"', b'",'
_DIGITS = 64


def with_hash(document: bytes) -> bytes:
    """Return a JSON object with the hash of its content as its first value.

    Args:
        document: a JSON object with at least one value.
    """
    content = document.removeprefix(b"{")
    return _BEFORE + hashlib.sha256(content).hexdigest().encode() + _AFTER + content


def verified(data: bytes | None) -> bytes | None:
    """Return an object as it was before ``with_hash``, None where its content is another.

    Args:
        data: of the kept file; None where there is none.
    """
    if data is None:
        return None
    end = len(_BEFORE) + _DIGITS
    content = data[end + len(_AFTER) :]
    return b"{" + content if with_hash(b"{" + content) == data else None
