"""Why institutions may be worth a hearing, kept for their cases."""

import json
from collections.abc import Iterable, Mapping

from cssa.batch.json_stream import json_lines
from cssa.batch.outputs.folder import KEPT, OutFolder
from cssa.batch.verified_json import verified, with_hash
from cssa.consistency.hearing import HearingReason, HearingRow

_REASONS = f"{KEPT}/hearing.json"


def save_hearing_reasons(rows: Iterable[HearingRow], folder: OutFolder) -> None:
    """Keep the reasons of a run.

    Args:
        rows: institutions with at least one reason.
        folder: the batch's.
    """
    reasons = {row.facts.institution: row.reasons for row in rows}
    folder.write(_REASONS, with_hash(json_lines({"schema": "cssa.hearing/1", "reasons": reasons})))


def read_hearing_reasons(folder: OutFolder) -> Mapping[str, tuple[HearingReason, ...]]:
    """Return the reasons that were kept last, by institution; none where there are none."""
    data = verified(folder.read(_REASONS))
    if data is None:
        return {}
    kept = json.loads(data)["reasons"]
    return {
        institution: tuple(HearingReason(code, params) for code, params in reasons)
        for institution, reasons in kept.items()
    }
