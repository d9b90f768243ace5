"""Questions and remarks in the language of the run, and the help that every prompt has."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from cssa.datafile.types import Text
from cssa.errors import Problem
from cssa.interview import parsing
from cssa.interview.commands import NAMES
from cssa.interview.prompter import Prompter
from cssa.messages import Lang, say
from cssa.messages.problems import describe_all

T = TypeVar("T")

_ON = "... "
"""Before each further line of a text."""


class InterviewLeft(Exception):  # noqa: N818 - leaving is no error
    """The user ends the sitting."""


class StepBack(Exception):  # noqa: N818 - going back is no error
    """The user wants the question before."""


class Dialogue:
    """What the dialogue says and asks.

    Args:
        prompter: the terminal.
        lang: the language to speak.
        today: the date that "today" means.
    """

    def __init__(self, prompter: Prompter, lang: Lang, today: date) -> None:
        self.prompter = prompter
        self.lang = lang
        self.today = today

    def words(self, code: str, **params: object) -> str:
        """Return a message."""
        return say(self.lang, code, params)

    def text(self, text: Text) -> str:
        """Return a text of the data."""
        return text.get(self.lang)

    def say(self, code: str, indent: int = 0, hang: int = 0, **params: object) -> None:
        """Show a message."""
        self.prompter.say(self.words(code, **params), indent=indent, hang=hang)

    def item(self, text: str, indent: int = 2, hang: int = 3) -> None:
        """Show a line of a list."""
        self.prompter.say(text, indent=indent, hang=hang)

    def numbered(self, number: int, text: str) -> None:
        """Show a line of a long numbered list, the numbers one below the other."""
        wide = number >= 10  # noqa: PLR2004 - two digits
        self.item(f"{number}  {text}", indent=2 if wide else 3, hang=4 if wide else 3)

    def gap(self) -> None:
        """Show an empty line."""
        self.prompter.say()

    def problems(self, problems: Iterable[Problem]) -> None:
        """Show what is wrong."""
        for line in describe_all(problems, self.lang):
            self.prompter.say(line, hang=2)

    def joined(self, words: Iterable[str]) -> str:
        """Return words as a list in a sentence."""
        return ("、" if self.lang == "ja" else ", ").join(words)

    def put(self, prompt: str, **params: object) -> str:
        """Show a question as a paragraph and read a line below it.

        What stands on the line that is typed is short, so that a simple terminal need not scroll
        it sideways.
        """
        self.prompter.say(self.words(prompt, **params))
        return self.prompter.ask("> ")

    def line(self, prompt: str, help_: str, **params: object) -> str:
        """Read a line, giving the help of the prompt whenever it is asked for."""
        while True:
            said = self.put(prompt, **params)
            if NAMES.get(parsing.command(said).lower()) not in ("?", "h"):
                return said
            self.prompter.say(self.words(help_, **params), hang=2)

    def ask(
        self,
        prompt: str,
        help_: str,
        read: Callable[[str], T | None],
        wrong: str,
        **params: object,
    ) -> T | None:
        """Ask until the answer can be read.

        Args:
            prompt: code of the prompt.
            help_: code of its help.
            read: turns what was typed into a value, None where it cannot.
            wrong: code of what to say then.
            params: placeholders of the messages.

        Returns:
            The value, None for an empty line.

        Raises:
            Left: when the user quits here.
            Back: when the user wants the question before.
        """
        while True:
            said = self.line(prompt, help_, **params)
            short = parsing.command(said)
            if not short:
                return None
            meant = NAMES.get(short.lower())
            if meant == "q":
                raise InterviewLeft
            if meant == "b":
                raise StepBack
            value = read(said)
            if value is not None:
                return value
            self.skip_pasted()
            self.prompter.say(self.words(wrong, **{**params, "found": short}))

    def free(self, prompt: str, help_: str, **params: object) -> str:
        """Read free text of one line, or of several where they were pasted; empty for none."""
        return self.continued(self.line(prompt, help_, **params))

    def long(self, prompt: str, help_: str, **params: object) -> str:
        """Read free text up to an empty line; empty lines within pasted text belong to it."""
        lines = [self.line(prompt, help_, **params)]
        while lines[-1].strip() or self.prompter.more():
            lines.append(self.prompter.ask(_ON))
        return parsing.clean_lines("\n".join(lines))

    def day(self, prompt: str, help_: str, **params: object) -> date | None:
        """Read a date."""
        return self.ask(
            prompt,
            help_,
            lambda said: parsing.day(said, self.today),
            "assess.wrong.date",
            **params,
        )

    def agree(self, prompt: str, help_: str, **params: object) -> bool | None:
        """Read yes or no, None for an empty line."""
        return self.ask(prompt, help_, parsing.yes, "assess.wrong.yes_no", **params)

    def skip_pasted(self) -> None:
        """Pass over further pasted lines, so that none of them is taken for a command."""
        count = 0
        while self.prompter.more():
            self.prompter.ask("")
            count += 1
        if count:
            self.say("assess.pasted_away", count=count)

    def continued(self, first: str) -> str:
        """Return free text that has begun, with the lines that were pasted after it."""
        lines = [first]
        while first.strip() and self.prompter.more():
            lines.append(self.prompter.ask(_ON))
        return parsing.clean_lines("\n".join(lines))
