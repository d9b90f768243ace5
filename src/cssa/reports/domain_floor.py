"""The sentence on how much of a domain an institution in the domain's figures has answered."""

from cssa.checklist.model import Checklist
from cssa.peers.member import DOMAIN_FLOOR
from cssa.reports.phrases import Phrase


def domain_floor(checklist: Checklist) -> Phrase:
    """Return the sentence, for every document with figures of domains.

    Args:
        checklist: the checklist answered; scored.
    """
    # The overall score of a single domain is that domain's: the rule is on both.
    code = "peers.method.domains" if len(checklist.domains) > 1 else "peers.method.one_domain"
    return Phrase(code, {"floor": round(DOMAIN_FLOOR * 100)})
