"""The hash of plain values, whatever order and layout they are written in."""

import hashlib
import json
from typing import Any


def digest(value: Any) -> str:
    """Return the hash of the canonical JSON of a value."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
