"""Messages and questions in the user's language, with the help that every prompt has."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol, TypeVar

from cssa.datafile.types import Text
from cssa.errors import Problem
from cssa.interview.commands import COMMAND_NAMES
from cssa.interview.parsing import clean_lines, normalized, parse_date, parse_yes_no
from cssa.messages import Lang, fitting, message
from cssa.messages.problems import describe_all
from cssa.messages.typography import TYPOGRAPHY

Value = TypeVar("Value")

_CONTINUATION = "... "
"""Prompt of each further line of a text."""


class InterviewLeft(Exception):  # noqa: N818 - leaving is no error
    """The user ends the interview."""


class StepBack(Exception):  # noqa: N818 - going back is no error
    """The user wants the question before."""


class Prompter(Protocol):
    """Shows paragraphs and reads lines; an injected object, so that no code here knows a screen."""

    def show(self, text: str = "", *, indent: int = 0, hang: int = 0) -> None:
        """Show a paragraph.

        Args:
            text: the words; an empty text is an empty line.
            indent: cells before the first line.
            hang: cells more before the following lines.
        """

    def show_lines(self, text: str) -> None:
        """Show lines as they are, without wrapping them."""

    def read_line(self, prompt: str) -> str:
        """Read a line, without its line break.

        Raises:
            EOFError: when the input has ended.
            KeyboardInterrupt: when the user interrupts.
        """

    def has_more_input(self) -> bool:
        """Return whether further lines have arrived already, as when something was pasted."""


class Dialogue:
    """Shows messages and asks questions in one language.

    Args:
        prompter: the terminal.
        lang: the language of messages and data.
        today: the date that "today" means.
    """

    def __init__(self, prompter: Prompter, lang: Lang, today: date) -> None:
        self.prompter = prompter
        self.lang = lang
        self.today = today

    def message(self, code: str, **params: object) -> str:
        """Return a message."""
        return message(self.lang, code, params)

    def text(self, text: Text) -> str:
        """Return a text of the data."""
        return text.get(self.lang)

    def show(self, code: str, indent: int = 0, hang: int = 0, **params: object) -> None:
        """Show a message.

        Args:
            code: its code.
            indent: cells before the first line.
            hang: cells more before the following lines.
            params: placeholders of the message.
        """
        self.prompter.show(self.message(code, **params), indent=indent, hang=hang)

    def show_item(self, text: str, indent: int = 2, hang: int = 3) -> None:
        """Show an item of a list.

        Args:
            text: the item.
            indent: cells before the first line.
            hang: cells more before the following lines.
        """
        self.prompter.show(text, indent=indent, hang=hang)

    def show_numbered(self, number: int, text: str) -> None:
        """Show an item of a long numbered list, the numbers aligned to the right."""
        has_two_digits = number >= 10  # noqa: PLR2004 - two digits
        indent, hang = (2, 4) if has_two_digits else (3, 3)
        self.show_item(f"{number}  {text}", indent=indent, hang=hang)

    def show_blank_line(self) -> None:
        """Show an empty line."""
        self.prompter.show()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show problems, each as a paragraph."""
        for line in describe_all(problems, self.lang):
            self.prompter.show(line, hang=2)

    def joined(self, words: Iterable[str]) -> str:
        """Return words as a list in a sentence."""
        return TYPOGRAPHY[self.lang].join(words)

    def prompt(self, code: str, **params: object) -> str:
        """Show a question as a paragraph and read the line typed below it.

        The mark before what is typed is short, so that a simple terminal need not scroll the line
        sideways.
        """
        self.prompter.show(self.message(code, **params))
        return self.prompter.read_line("> ")

    def ask_line(self, prompt: str, help_: str, **params: object) -> str:
        """Read a line as it was typed, showing the help of the prompt whenever it is asked for.

        Args:
            prompt: code of the prompt.
            help_: code of its help.
            params: values for the placeholders of either.
        """
        while True:
            line = self.prompt(prompt, **fitting(prompt, params))
            if COMMAND_NAMES.get(normalized(line).lower()) not in ("?", "h"):
                return line
            self.prompter.show(self.message(help_, **fitting(help_, params)), hang=2)

    def ask(
        self,
        prompt: str,
        help_: str,
        parse: Callable[[str], Value | None],
        wrong: str,
        **params: object,
    ) -> Value | None:
        """Ask until the answer can be parsed.

        Args:
            prompt: code of the prompt.
            help_: code of its help.
            parse: turns the line typed into a value, None where it cannot.
            wrong: code of the message shown then.
            params: values for placeholders of the messages.

        Returns:
            The value, None for an empty line.

        Raises:
            InterviewLeft: when the user quits here.
            StepBack: when the user wants the question before.
        """
        while True:
            line = self.ask_line(prompt, help_, **params)
            entry = normalized(line)
            if not entry:
                return None
            command = COMMAND_NAMES.get(entry.lower())
            if command == "q":
                raise InterviewLeft
            if command == "b":
                raise StepBack
            value = parse(line)
            if value is not None:
                return value
            self.skip_pasted_lines()
            facts = {**params, "found": entry}
            self.prompter.show(self.message(wrong, **fitting(wrong, facts)))

    def ask_text(self, prompt: str, help_: str, **params: object) -> str:
        """Read free text of one line, or of all lines that were pasted at once; empty for none.

        Args:
            prompt: code of the prompt.
            help_: code of its help.
            params: values for the placeholders of either message.
        """
        return self.with_pasted_lines(self.ask_line(prompt, help_, **params))

    def ask_long_text(self, prompt: str, help_: str, **params: object) -> str:
        """Read free text up to an empty line; empty lines within pasted text belong to it.

        Args:
            prompt: code of the prompt.
            help_: code of its help.
            params: values for the placeholders of either message.
        """
        lines = [self.ask_line(prompt, help_, **params)]
        while lines[-1].strip() or self.prompter.has_more_input():
            lines.append(self.prompter.read_line(_CONTINUATION))
        return clean_lines("\n".join(lines))

    def ask_date(self, prompt: str, help_: str, **params: object) -> date | None:
        """Read a date; None for an empty line. Arguments and errors are those of ``ask``."""
        return self.ask(
            prompt,
            help_,
            lambda line: parse_date(line, self.today),
            "assess.wrong.date",
            **params,
        )

    def ask_yes_no(self, prompt: str, help_: str, **params: object) -> bool | None:
        """Read yes or no; None for an empty line. Arguments and errors are those of ``ask``."""
        return self.ask(prompt, help_, parse_yes_no, "assess.wrong.yes_no", **params)

    def skip_pasted_lines(self) -> None:
        """Skip further pasted lines, so that none of them is taken for a command."""
        count = 0
        while self.prompter.has_more_input():
            self.prompter.read_line("")
            count += 1
        if count:
            self.show("assess.pasted_away", count=count)

    def with_pasted_lines(self, first_line: str) -> str:
        """Return free text that has begun, with the lines that were pasted after it."""
        lines = [first_line]
        while first_line.strip() and self.prompter.has_more_input():
            lines.append(self.prompter.read_line(_CONTINUATION))
        return clean_lines("\n".join(lines))
