"""Questions answered with options: one, several, or one for each row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cssa.checklist.kinds.kind import (
    LevelDrop,
    Part,
    Pick,
    QuestionKind,
    ValueProblem,
    ascending,
    unknown_rows,
    words_of,
)
from cssa.checklist.kinds.registry import register
from cssa.checklist.kinds.rows import RowKind
from cssa.location import KeyPath
from cssa.messages.wording import CodedWord, Word, listed

if TYPE_CHECKING:
    from cssa.checklist.practice import LevelRule, Practice


@register
class SingleKind(QuestionKind[str]):
    """One of several options, each of which may give a level."""

    name = "single"
    answer_field = "choice"
    counted_by = "option"
    fields = frozenset({"options", "default"})
    required = frozenset({"options"})

    def levels(self, question: "Practice") -> tuple[int, ...]:
        return _levels_of_options(question)

    def level(self, question: "Practice", value: str) -> int | None:
        return _level_of_option(question, value)

    def parts(self, question: "Practice") -> tuple[Part, ...]:
        return (Part("option"),)

    def value(self, entries: Mapping[str | None, Any]) -> str:
        option: str = entries[None]
        return option

    def entries(self, value: str) -> dict[str | None, Any]:
        return {None: value}

    def chosen(self, value: str) -> frozenset[str]:
        return frozenset({value})

    def value_problems(self, question: "Practice", value: str) -> Iterator[ValueProblem]:
        yield from _unknown_option(question, value, ())

    def words(self, question: "Practice", value: str) -> Iterator[Word | str]:
        yield _words_of_option(question, value)

    def words_of_level(self, question: "Practice", level: int) -> Word | None:
        return _words_of_options_at(question, level)

    def value_at(self, question: "Practice", level: int, pick: Pick) -> str | None:
        options = _options_at(question, level)
        return pick(options) if options else None

    def value_for_level(self, question: "Practice", level: int) -> str | None:
        options = _options_at(question, level)
        return options[0] if len(options) == 1 else None

    def unordered(self, question: "Practice") -> Iterator[str]:
        if not _is_ordered(question):
            yield "options"


@register
class MultiKind(QuestionKind[Sequence[str]]):
    """Any number of options; rules say which selections give a level."""

    name = "multi"
    answer_field = "choices"
    counted_by = "mark"
    fields = frozenset({"options", "levels"})
    required = frozenset({"options"})

    def levels(self, question: "Practice") -> tuple[int, ...]:
        if not question.levels:
            return ()
        return (question.level_scale.lowest, *sorted({rule.level for rule in question.levels}))

    def level(self, question: "Practice", value: Sequence[str]) -> int | None:
        """Return the level of the highest rule that matches, else the lowest."""
        if not question.levels:
            return None
        chosen = frozenset(value)
        exclusive = {option.id for option in question.options if option.exclusive}
        countable = len(chosen - exclusive)
        return max(
            (
                rule.level
                for rule in question.levels
                if (rule.any and not chosen.isdisjoint(rule.any))
                or (rule.all and chosen.issuperset(rule.all))
                or (rule.at_least is not None and countable >= rule.at_least)
            ),
            default=question.level_scale.lowest,
        )

    def parts(self, question: "Practice") -> tuple[Part, ...]:
        return (Part("none"), *(Part("mark", option.id, option) for option in question.options))

    def value(self, entries: Mapping[str | None, Any]) -> Sequence[str]:
        return tuple(option for option, entry in entries.items() if option is not None and entry)

    def entries(self, value: Sequence[str]) -> dict[str | None, Any]:
        return dict.fromkeys(value, True) if value else {None: True}

    def chosen(self, value: Sequence[str]) -> frozenset[str]:
        return frozenset(value)

    def value_problems(self, question: "Practice", value: Sequence[str]) -> Iterator[ValueProblem]:
        for index, choice in enumerate(value):
            yield from _unknown_option(question, choice, (index,))
        exclusive = set(value) & {option.id for option in question.options if option.exclusive}
        if exclusive and len(set(value)) > 1:
            yield ValueProblem("answers.exclusive", (), min(exclusive))

    def words(self, question: "Practice", value: Sequence[str]) -> Iterator[Word | str]:
        if not value:
            yield CodedWord("answer.none")
        for choice in value:
            yield _words_of_option(question, choice)

    def words_of_level(self, question: "Practice", level: int) -> Word | None:
        return next(
            (_words_of_rule(question, rule) for rule in question.levels if rule.level == level),
            None,
        )

    def value_at(self, question: "Practice", level: int, pick: Pick) -> Sequence[str] | None:
        """Return the fewest options that the rule of a level asks for."""
        combinable = [option.id for option in question.options if not option.exclusive]
        exclusive = [(option.id,) for option in question.options if option.exclusive]
        if not question.levels:
            return pick([(), *exclusive, *((option,) for option in combinable), tuple(combinable)])
        selections: list[tuple[str, ...]] = [(), *exclusive]
        for rule in question.levels:
            selections += [(option,) for option in rule.any]
            selections += [rule.all] if rule.all else []
            selections += [tuple(combinable[: rule.at_least])] if rule.at_least else []
        at_level = [
            selection for selection in selections if self.level(question, selection) == level
        ]
        return pick(at_level) if at_level else None

    def unordered(self, question: "Practice") -> Iterator[str]:
        if not ascending([rule.level for rule in question.levels], strictly=True):
            yield "levels"

    def losses(self, question: "Practice") -> Iterator[LevelDrop]:
        """Yield options that lower the level when selected in place of an exclusive option.

        Level rules name what must be selected, never what must not be, so that among options that
        can be combined selecting more never lowers the level. It remains to check that replacing an
        exclusive option by any other one does not lower it.
        """
        for exclusive in question.options:
            level = question.level_scale.value(self.level(question, (exclusive.id,)))
            if not exclusive.exclusive:
                continue
            for option in question.options:
                lower = question.level_scale.value(self.level(question, (option.id,)))
                if not option.exclusive and lower < level:
                    yield LevelDrop(option.id, level, lower)


@register
class MatrixKind(RowKind):
    """One of the options for each row; the lowest row counts."""

    name = "matrix"
    row_accepts = "option"
    counted_by = "row"
    fields = frozenset({"options", "default", "rows", "rows_from"})
    required = frozenset({"options"})

    def levels(self, question: "Practice") -> tuple[int, ...]:
        return _levels_of_options(question)

    def level(self, question: "Practice", value: Mapping[str, str]) -> int | None:
        """Return the lowest level; None while a row has no answer."""
        if not self.is_complete(question, value):
            return None
        levels = [_level_of_option(question, choice) for choice in value.values()]
        return min((level for level in levels if level is not None), default=None)

    def chosen(self, value: Mapping[str, str]) -> frozenset[str]:
        return frozenset(value.values())

    def value_problems(
        self, question: "Practice", value: Mapping[str, str]
    ) -> Iterator[ValueProblem]:
        yield from unknown_rows(question, value)
        for row, choice in value.items():
            yield from _unknown_option(question, choice, (row,))

    def words(self, question: "Practice", value: Mapping[str, str]) -> Iterator[Word | str]:
        if question.rows_from is not None:
            yield from _words_by_option(question, value)
            return
        for row in question.rows:
            if row.id in value:
                words = self.entry_words(question, value[row.id])
                yield CodedWord("answer.row", (("row", words_of(row)), ("answer", words)))

    def entry_words(self, question: "Practice", entry: str) -> Word:
        return _words_of_option(question, entry)

    def words_of_level(self, question: "Practice", level: int) -> Word | None:
        options = _words_of_options_at(question, level)
        return options and CodedWord("answer.every_row", (("answer", options),))

    def value_at(self, question: "Practice", level: int, pick: Pick) -> Mapping[str, str] | None:
        lowest = _options_at(question, level)
        if not lowest:
            return None
        value = question.level_scale.value
        higher = [option.id for option in question.options if value(option.level) > level] or lowest
        at_level = pick(question.rows).id
        return {
            row.id: pick(lowest) if row.id == at_level else pick([*lowest, *higher])
            for row in question.rows
        }

    def unordered(self, question: "Practice") -> Iterator[str]:
        if not _is_ordered(question):
            yield "options"


def _levels_of_options(question: "Practice") -> tuple[int, ...]:
    return tuple(sorted({option.level for option in question.options if option.level is not None}))


def _level_of_option(question: "Practice", choice: str) -> int | None:
    return next(option.level for option in question.options if option.id == choice)


def _options_at(question: "Practice", level: int) -> list[str]:
    """Return the options with a level, all where the question gives none."""
    gives_level = bool(_levels_of_options(question))
    return [option.id for option in question.options if not gives_level or option.level == level]


def _is_ordered(question: "Practice") -> bool:
    """Return whether every option has a level, or none, and the levels rise."""
    levels = [option.level for option in question.options if option.level is not None]
    return not levels or (
        len(levels) == len(question.options) and ascending(levels, strictly=False)
    )


def _unknown_option(question: "Practice", choice: str, path: KeyPath) -> Iterator[ValueProblem]:
    options = tuple(option.id for option in question.options)
    if choice not in options:
        yield ValueProblem("answers.unknown_option", path, choice, options)


def _words_of_option(question: "Practice", choice: str) -> Word:
    return next(words_of(option) for option in question.options if option.id == choice)


def _words_by_option(question: "Practice", value: Mapping[str, str]) -> Iterator[Word]:
    """Yield how many of an institution's own rows each option was chosen for, and which."""
    answers = [(option.id, words_of(option)) for option in question.options]
    for option_id, words in (*answers, (None, CodedWord("answer.open"))):
        rows = [words_of(row) for row in question.rows if value.get(row.id) == option_id]
        if rows:
            counts = (("count", len(rows)), ("of", len(question.rows)))
            named = (("answer", words), ("rows", listed(rows)))
            yield CodedWord("answer.of_rows", (*named, *counts))


def _words_of_options_at(question: "Practice", level: int) -> Word | None:
    words = [words_of(option) for option in question.options if option.level == level]
    if len(words) < 2:  # noqa: PLR2004 - one needs no list
        return words[0] if words else None
    return CodedWord("answer.any_of", (("options", listed(words)),))


def _words_of_rule(question: "Practice", rule: "LevelRule") -> Word:
    if rule.at_least is not None:
        return CodedWord("answer.at_least", (("count", rule.at_least),))
    words = tuple(_words_of_option(question, option) for option in rule.any or rule.all)
    if len(words) == 1:
        return words[0]
    code = "answer.any_of" if rule.any else "answer.all_of"
    return CodedWord(code, (("options", listed(words)),))
