"""The hash of plain values, whatever order and layout they are written in."""

import hashlib
from typing import Any


def digest(value: Any) -> str:
    """Return the hash of the canonical JSON of a value."""
    import json

    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
