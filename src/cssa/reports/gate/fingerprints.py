"""What identifies a finding from run to run, wherever its line has moved."""

import hashlib

from cssa.reports.gate.gate_view import GateView


def fingerprint(view: GateView, identity: tuple[str, ...]) -> str:
    """Return the fingerprint of a finding on an institution's answers to a checklist.

    Args:
        view: the verdict.
        identity: what tells the finding from others of it.
    """
    verdict = view.verdict
    return joined_fingerprint((verdict.institution.id, verdict.checklist.id, *identity))


def joined_fingerprint(identity: tuple[str, ...]) -> str:
    """Return the fingerprint of a finding.

    Args:
        identity: what tells it from all others.
    """
    return hashlib.sha256("\0".join(identity).encode()).hexdigest()
