"""What a command that a message advises has to be given besides its name."""

from pathlib import Path

from cssa.checklist.catalogue import named_folder
from cssa.messages.arguments import argument


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
