"""What stands beside figures against reading them as a judgement by a checklist's source."""

from cssa.checklist.model import Checklist
from cssa.messages import Lang, message


def source_disclaimer(checklist: Checklist, lang: Lang) -> str:
    """Return the checklist's own disclaimer, else one that names it.

    Args:
        checklist: what was answered.
        lang: the reader's language.
    """
    if checklist.disclaimer is not None:
        return checklist.disclaimer.get(lang)
    return message(lang, "checklist.disclaimer", {"title": checklist.title.get(lang)})
