"""Arguments of the commands that messages advise."""

from pathlib import Path
from typing import TYPE_CHECKING

from cssa.checklist.catalogue import named_folder
from cssa.messages.arguments import argument

if TYPE_CHECKING:
    from cssa.workspace import Workspace


def advised_arguments(
    answers: str | Path, checklist: str | None = None, **options: str | None
) -> str:
    """Return a file with what it was read by, as arguments of another command.

    Args:
        answers: the file.
        checklist: as it was named; one of the program's own is known from the answers.
        options: names and values, such as ``as_of``; left out where None.
    """
    words = [str(answers)]
    if checklist is not None and named_folder(checklist) is not None:
        words += ["-c", checklist]
    for name, value in options.items():
        if value is not None:
            words += [f"--{name.replace('_', '-')}", value]
    return " ".join(map(argument, words))


def checklist_argument(workspace: "Workspace", name: str, given: str | None) -> str:
    """Return how a command names a checklist: by the folder given for it where there alone it is.

    Args:
        workspace: knows the checklists.
        name: of the checklist, ``ID@VERSION`` or as it was named.
        given: what was named with ``--checklist``.

    Raises:
        InputError: when there is no checklist of that name.
    """
    is_id = named_folder(name) is None
    if given is not None and is_id and workspace.catalogue.resolve(name).origin == "given":
        return given
    return name
