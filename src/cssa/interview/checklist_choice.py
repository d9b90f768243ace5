"""Which checklist is answered, where none is named and there are several."""

from collections.abc import Sequence

from cssa.checklist.catalogue import Edition
from cssa.interview.dialogue import Dialogue, StepBack
from cssa.interview.parsing import normalized


def choose_checklist(dialogue: Dialogue, offered: Sequence[Edition]) -> Edition:
    """Ask which checklist is to be answered.

    Args:
        dialogue: asks and shows messages.
        offered: the checklists to choose from.

    Raises:
        InterviewLeft: when the user quits.
    """

    def parse(line: str) -> Edition | None:
        entry = normalized(line)
        if entry.isdecimal():
            return offered[int(entry) - 1] if 0 < int(entry) <= len(offered) else None
        return next((edition for edition in offered if edition.checklist.id == entry), None)

    dialogue.show("assess.checklists")
    for number, edition in enumerate(offered, 1):
        checklist = edition.checklist
        title = dialogue.text(checklist.title)
        line = dialogue.message("assess.checklist", title=title, count=len(checklist.placed))
        dialogue.show_numbered(number, line)
        if checklist.use:
            dialogue.show_item(_use(dialogue, edition), indent=6, hang=0)
    while True:
        try:
            chosen = dialogue.ask(
                "assess.prompt.checklist",
                "assess.help.checklist",
                parse,
                "assess.wrong.checklist",
            )
        except StepBack:
            dialogue.show("assess.at_first")
            continue
        if chosen is not None:
            return chosen
        dialogue.show("assess.needed")


def _use(dialogue: Dialogue, edition: Edition) -> str:
    use = edition.checklist.use
    return "" if use is None else f"{dialogue.text(use.who)} / {dialogue.text(use.when)}"
