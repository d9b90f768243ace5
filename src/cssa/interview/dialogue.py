"""Messages and questions in the user's language, with the help that every prompt has."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, Protocol, TypeVar

from cssa.errors import Problem
from cssa.interview.commands import COMMAND_NAMES
from cssa.interview.dates import DateDoubt, doubt_about
from cssa.interview.parsing import clean_lines, normalized, parse_date, parse_yes_no
from cssa.interview.words import Words
from cssa.messages import Lang, fitting
from cssa.messages.problems import describe_all

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

    def show_title(self, text: str) -> None:
        """Show a paragraph that the eye should find again."""

    def page(self, more: str) -> AbstractContextManager[None]:
        """Show what is shown within as a page, with a pause wherever a screen is full.

        Args:
            more: what is asked at the pause; a line typed there answers the next question.
        """

    def read_line(self, prompt: str) -> str:
        """Read a line, without its line break.

        Raises:
            EOFError: when the input has ended.
            KeyboardInterrupt: when the user interrupts.
        """

    def has_more_input(self) -> bool:
        """Return whether further lines have arrived already, as when something was pasted."""


class Dialogue(Words):
    """Shows messages and asks questions in one language.

    Args:
        prompter: the terminal.
        lang: the language of messages and data.
        today: the date that "today" means.
    """

    def __init__(self, prompter: Prompter, lang: Lang, today: date) -> None:
        super().__init__(lang)
        self.prompter = prompter
        self.today = today

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

        Raises:
            InterviewLeft: when the user quits here.
            StepBack: when the user wants the question before.
        """
        while True:
            line = self.prompt(prompt, **fitting(prompt, params))
            command = COMMAND_NAMES.get(normalized(line).lower())
            if command == "q":
                raise InterviewLeft
            if command == "b":
                raise StepBack
            if command not in ("?", "h"):
                return line
            self.prompter.show(self.message(help_, **fitting(help_, params)), hang=2)

    def ask(
        self,
        prompt: str,
        help_: str,
        parse: Callable[[str], Value | None],
        wrong: str,
        typed: str = "",
        **params: object,
    ) -> Value | None:
        """Ask until the answer can be parsed.

        Args:
            prompt: code of the prompt.
            help_: code of its help.
            parse: turns the line typed into a value, None where it cannot.
            wrong: code of the message shown then.
            typed: what was typed already, behind the command; it is tried first.
            params: values for placeholders of the messages.

        Returns:
            The value, None for an empty line.

        Raises:
            InterviewLeft: when the user quits here.
            StepBack: when the user wants the question before.
        """
        line = typed or self.ask_line(prompt, help_, **params)
        while entry := normalized(line):
            value = parse(line)
            if value is not None:
                return value
            self.skip_pasted_lines()
            facts = {**params, "found": entry}
            self.prompter.show(self.message(wrong, **fitting(wrong, facts)))
            line = self.ask_line(prompt, help_, **params)
        return None

    def ask_in_turn(
        self, *questions: Callable[[Sequence[Any]], Any], is_entry: bool = True
    ) -> list[Any] | None:
        """Ask questions that belong together; going back asks the one before again.

        Args:
            questions: each is called with the answers before it, and returns nothing (None, or an
                empty text) where the user leaves it empty.
            is_entry: leaving after the first answer drops what was entered, which is then shown.

        Returns:
            The answers, None where a question is left empty.

        Raises:
            InterviewLeft: when the user quits here.
            StepBack: when the user goes back from the first question.
        """
        answers: list[Any] = []
        while len(answers) < len(questions):
            try:
                answer = questions[len(answers)](answers)
            except StepBack:
                if not answers:
                    raise
                answers.pop()
                continue
            except (InterviewLeft, EOFError, KeyboardInterrupt):
                if answers and is_entry:
                    self.show("assess.entry_dropped")
                raise
            if answer is None or answer == "":
                return None
            answers.append(answer)
        return answers

    def ask_text(self, prompt: str, help_: str, **params: object) -> str:
        """Read free text of one line, or of all lines that were pasted at once; empty for none.

        Arguments and errors are those of ``ask_line``.
        """
        return self.with_pasted_lines(self.ask_line(prompt, help_, **params))

    def ask_long_text(self, prompt: str, help_: str, **params: object) -> str:
        """Read free text up to an empty line; empty lines within pasted text belong to it.

        Arguments and errors are those of ``ask_line``.
        """
        lines = [self.ask_line(prompt, help_, **params)]
        try:
            while lines[-1].strip() or self.prompter.has_more_input():
                lines.append(self.prompter.read_line(_CONTINUATION))
        except (EOFError, KeyboardInterrupt):
            self.show("assess.entry_dropped")
            raise
        return clean_lines("\n".join(lines))

    def ask_date(
        self, prompt: str, help_: str, *, typed: str = "", is_ahead: bool = False
    ) -> date | None:
        """Read a date, and have one confirmed that is probably a slip; None for an empty line.

        Args:
            prompt: code of the prompt.
            help_: code of its help.
            typed: what was typed already, behind the command.
            is_ahead: the date is one to come, as a review date; others have passed.

        Raises:
            InterviewLeft: when the user quits here.
            StepBack: when the user wants the question before.
        """
        while True:
            entered = self.ask(
                prompt,
                help_,
                lambda line: parse_date(line, self.today),
                "assess.wrong.date",
                typed=typed,
            )
            if entered is None or self._is_meant(entered, is_ahead=is_ahead):
                return entered
            typed = ""

    def _is_meant(self, entered: date, *, is_ahead: bool) -> bool:
        doubt = doubt_about(entered, self.today, is_ahead=is_ahead)
        if doubt is None:
            return True
        if doubt is DateDoubt.YEAR:
            self.show("assess.wrong.year", found=entered)
            return False
        return self.confirm(doubt.value, date=entered, today=self.today)

    def ask_yes_no(self, prompt: str, help_: str, **params: object) -> bool | None:
        """Read yes or no; None for an empty line. Arguments and errors are those of ``ask``."""
        return self.ask(prompt, help_, parse_yes_no, "assess.wrong.yes_no", "", **params)

    def confirm(self, name: str, **params: object) -> bool:
        """Return whether the user says yes; an empty line and going back say no.

        Args:
            name: the prompt, whose codes are ``assess.prompt.`` and ``assess.help.`` with it.
            params: values for the placeholders of either message.

        Raises:
            InterviewLeft: when the user quits here.
        """
        try:
            return bool(self.ask_yes_no(f"assess.prompt.{name}", f"assess.help.{name}", **params))
        except StepBack:
            return False

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
