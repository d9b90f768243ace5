"""Where an answer was taken from, in words."""

from cssa.answers.submission import ProviderSource
from cssa.messages.wording import CodedWord, listed


def source_words(source: ProviderSource) -> CodedWord:
    """Return the institution, with the day of its assessment and its file where they are known."""
    day = None if source.assessed_on is None else source.assessed_on.isoformat()
    details = [detail for detail in (day, source.file) if detail]
    if not details:
        return CodedWord("answer.source", (("institution", source.institution),))
    params = (("institution", source.institution), ("details", listed(details)))
    return CodedWord("answer.source_of", params)
