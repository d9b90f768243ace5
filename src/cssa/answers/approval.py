"""The approval of answers: which content was approved, and whether it has changed since."""

import hashlib
import json

from cssa.answers.serialization import to_plain
from cssa.answers.submission import Submission


def content_hash(submission: Submission) -> str:
    """Return the hash of what an approval stands for.

    It covers checklist, campaign, institution, assessment date and answers by their meaning:
    layout, comments, order and short forms of the file do not count, and neither does the approval
    itself, which may be completed later.

    Args:
        submission: the answers.
    """
    content = to_plain(submission)
    content.pop("approval", None)
    content["checklist"].pop("fingerprint", None)
    size = submission.institution.size
    if size is not None:
        content["institution"]["size"] = format(size.normalize(), "f")
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def is_changed_since_approval(submission: Submission) -> bool:
    """Return whether answers were approved, and are not what was approved.

    Args:
        submission: the answers.
    """
    approved = submission.approval.content
    return approved is not None and approved != content_hash(submission)
