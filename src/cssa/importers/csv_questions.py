"""Tables of questions, as spreadsheets export them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import PurePath
from typing import NamedTuple, get_args

from cssa.checklist.practice import Owner, Tier
from cssa.datafile.csv_table import MAX_PROBLEMS, CsvCell, read_lines
from cssa.errors import InputError, Problem
from cssa.importers.ids import cleaned
from cssa.importers.importer import Importer, ImportRequest, SourceReading
from cssa.importers.languages import chosen_languages
from cssa.importers.losses import Balance
from cssa.importers.outline import (
    Choice,
    Node,
    Outline,
    QuestionKind,
    SourceGroup,
    SourceQuestion,
    Words,
)
from cssa.importers.source_file import LIMITS, refusal
from cssa.importers.text import clean, guessed_language, in_one_line
from cssa.location import Location
from cssa.messages.wording import listed

SEPARATORS = ",;\t"
_TEXTS = ("question", "title", "domain_title", "section_title", "guidance", "evidence", "points")
_WORDS = (
    "id",
    "number",
    "domain",
    "section",
    "tier",
    "groups",
    "kind",
    "options",
    "owner",
    "weight",
)
_OF_HEADING = ("domain", "domain_title", "section", "section_title", "guidance")
"""Columns of which a line without a question has something."""
COLUMNS = (*_TEXTS, *_WORDS)
"""Columns that a table may have; texts also by language, and any number of ``ref:NAME``."""

_REF = "ref:"
_CSF2 = "csf2"
_BY_LANGUAGE = re.compile(r"([a-z_]+)\[([a-z]{2})\]")
_TITLES = re.compile(r"\s+>\s+")
_NUMBERED = re.compile(r"[A-Za-z]{0,3}\d+(?:[.-][A-Za-z0-9]+)*\.?")
_OPTION = re.compile(r"\s*(-?\d+)\s*=\s*(\S.*)")
_IDS = re.compile(r"[;,\s]+")
_KINDS = ("level", "single", "multi", "number", "text")


class CsvImporter(Importer):
    """A table with a question in every line, separated by commas, semicolons or tabs."""

    name = "csv"
    title = "CSV"

    def recognises(self, text: str) -> bool:
        first = text.removeprefix("\ufeff").partition("\n")[0]
        headings = {cell.strip().strip('"').casefold() for cell in re.split("[,;\t]", first)}
        return any(
            _BY_LANGUAGE.sub(r"\1", heading) in ("question", "title") for heading in headings
        )

    def read(self, request: ImportRequest) -> SourceReading:
        lines = read_lines(request.data, request.path, separators=SEPARATORS, max_bytes=LIMITS.size)
        balance = Balance()
        reader = _QuestionReader(request, lines, balance)
        outline = reader.outline()
        if not any(root.has_requirements for root in outline.roots):
            raise refusal(request, "import.nothing_to_answer", holds="CSV")
        return SourceReading(outline=outline, crosswalks=(), balance=balance)


class _Column(NamedTuple):
    """A column: what it has, and in which language where it is a text."""

    name: str
    lang: str = ""


@dataclass
class _QuestionRow:
    """A line of the table."""

    number: int
    cells: dict[_Column, CsvCell]
    texts: dict[str, Words] = field(default_factory=dict)

    def word(self, name: str) -> str:
        """Return what stands in a column that is no text."""
        cell = self.cells.get(_Column(name))
        return in_one_line(cell.text) if cell is not None else ""


class _QuestionReader:
    """Reads the lines of a table.

    Args:
        request: the file.
        lines: its cells, the first line with the headings.
        balance: takes what is not carried.
    """

    def __init__(
        self, request: ImportRequest, lines: Sequence[Sequence[CsvCell]], balance: Balance
    ) -> None:
        self._request = request
        self._balance = balance
        self._problems: list[Problem] = []
        self._own = request.languages[0] if request.languages else _language(lines)
        if not request.languages:
            balance.note("language_assumed", self._own)
        self._columns = self._headings(lines)
        stated = [column.lang for column in self._columns if column and column.lang]
        self._languages = chosen_languages(self._own, stated, request.languages)
        self._rows = [self._row(line) for line in lines[1:]]
        self._groups: dict[str, None] = {}

    def outline(self) -> Outline:
        """Return the table as an outline.

        Raises:
            InputError: with every problem of the table.
        """
        self._balance.read["nodes"] = len(self._rows)
        roots = self._tree()
        if self._problems:
            shown = self._problems[:MAX_PROBLEMS]
            raise InputError(shown, len(self._problems) - len(shown))
        stem = PurePath(self._request.path).stem or "checklist"
        return Outline(
            original=PurePath(self._request.path).name,
            name=stem,
            version="1",
            title={self._own: stem},
            languages=self._languages,
            groups=tuple(
                SourceGroup(original=name, title={self._own: name}) for name in self._groups
            ),
            roots=roots,
        )

    def _headings(self, lines: Sequence[Sequence[CsvCell]]) -> list[_Column | None]:
        columns: list[_Column | None] = []
        for index, cell in enumerate(lines[0]):
            column = self._column(cell)
            if column is not None and column in columns:
                self._problems.append(cell.problem("table.column_twice", heading=cell.text.strip()))
            if column is None and cell.text.strip():
                filled = sum(
                    index < len(line) and bool(line[index].text.strip()) for line in lines[1:]
                )
                self._balance.lose(
                    "", f"column {cell.text.strip()}", "unknown_column", count=max(1, filled)
                )
            columns.append(column)
        return columns

    def _column(self, cell: CsvCell) -> _Column | None:
        heading = cell.normalized
        if heading.casefold().startswith(_REF):
            return _Column(f"{_REF}{heading[len(_REF) :].strip()}")
        name = heading.casefold()
        by_language = _BY_LANGUAGE.fullmatch(name)
        if by_language and by_language[1] in _TEXTS:
            return _Column(by_language[1], by_language[2])
        if name in _TEXTS:
            return _Column(name, self._own)
        return _Column(name) if name in _WORDS else None

    def _row(self, line: Sequence[CsvCell]) -> _QuestionRow:
        row = _QuestionRow(line[0].location.line or 0, {})
        for index, cell in enumerate(line):
            column = self._columns[index] if index < len(self._columns) else None
            if column is not None:
                row.cells[column] = cell
            elif index >= len(self._columns) and cell.text.strip():
                self._problems.append(Problem("table.beyond", {"found": cell.text}, cell.location))
        for name in _TEXTS:
            words = {
                lang: text
                for lang in self._languages
                if (cell_ := row.cells.get(_Column(name, lang))) is not None
                and (text := clean(cell_.text, self._balance))
            }
            row.texts[name] = words
        return row

    # -- the tree

    def _tree(self) -> list[Node]:
        roots: list[Node] = []
        headings: dict[tuple[str, ...], Node] = {}
        numbers: dict[str, int] = {}
        for row in self._rows:
            holder = self._holder(row, roots, headings)
            if not row.texts["question"] and not row.texts["title"]:
                self._add_heading(row, holder)
                continue
            number = row.word("id")
            if number and number.casefold() in numbers:
                cell = row.cells[_Column("id")]
                first = numbers[number.casefold()]
                self._problems.append(cell.problem("import.csv.id_twice", id=number, line=first))
            numbers.setdefault(number.casefold(), row.number)
            node = self._requirement(row)
            (roots if holder is None else holder.children).append(node)
        return roots

    def _holder(
        self, row: _QuestionRow, roots: list[Node], headings: dict[tuple[str, ...], Node]
    ) -> Node | None:
        """Return the heading that a line stands below, made when it is first named."""
        holder: Node | None = None
        path: tuple[str, ...] = ()
        for name, title in self._path(row):
            path = (*path, name)
            node = headings.get(path)
            if node is None:
                is_number = bool(title) or _NUMBERED.fullmatch(name) is not None
                node = Node(
                    original=f"{'/'.join(path)}",
                    number=name if is_number else "",
                    title=title or ({} if is_number else {self._own: name}),
                )
                headings[path] = node
                (roots if holder is None else holder.children).append(node)
                self._balance.read["nodes"] += 1
                self._balance.read["texts"] += len(node.title)
            elif title and not node.title:
                node.title = title
                self._balance.read["texts"] += len(title)
            holder = node
        return holder

    def _path(self, row: _QuestionRow) -> Iterator[tuple[str, Words]]:
        """Yield name and title of every heading above a line, the domain first."""
        domain = row.word("domain")
        if domain or row.texts["domain_title"]:
            name = domain or next(iter(row.texts["domain_title"].values()))
            yield name, _line(row.texts["domain_title"]) if domain else {}
        section = row.word("section")
        if not section and row.texts["section_title"]:
            section = in_one_line(next(iter(row.texts["section_title"].values())))
            yield section, {}
        elif section:
            *above, last = _TITLES.split(section)
            for name in above:
                yield name, {}
            yield last, _line(row.texts["section_title"])

    def _add_heading(self, row: _QuestionRow, holder: Node | None) -> None:
        """Add a line without a question, which says something about its domain or section."""
        if holder is None:
            where = Location(self._request.path, row.number)
            self._problems.append(Problem("import.csv.no_question", {}, where))
            return
        self._balance.read["texts"] += len(row.texts["guidance"])
        if row.texts["guidance"]:
            holder.guidance = (*holder.guidance, row.texts["guidance"])
        for column, cell in row.cells.items():
            if column.name not in _OF_HEADING and cell.text.strip():
                self._balance.lose(holder.original, column.name, "no_place")
        self._balance.read["nodes"] -= 1  # it belongs to its heading, which is counted

    def _requirement(self, row: _QuestionRow) -> Node:
        evidence, points = (self._lines(row.texts[name]) for name in ("evidence", "points"))
        guidance = (row.texts["guidance"],) if row.texts["guidance"] else ()
        title, question = _line(row.texts["title"]), row.texts["question"]
        texts = (title, question, *guidance, *evidence, *points)
        self._balance.read["texts"] += sum(map(len, texts))
        return Node(
            original=row.word("id") or f"line {row.number}",
            number=row.word("number") or row.word("id"),
            wanted_id=row.word("id"),
            title=title,
            text=question,
            guidance=guidance,
            evidence=evidence,
            points=points,
            groups=self._groups_of(row),
            weight=self._weight(row),
            refs=dict(self._refs(row)),
            tier=self._one_of(row, "tier", get_args(Tier)),
            owner=self._one_of(row, "owner", get_args(Owner)),
            is_requirement=True,
            questions=tuple(self._question(row)),
        )

    def _lines(self, words: Words) -> tuple[Words, ...]:
        """Return a text with an entry on every line as the entries; languages go line by line."""
        by_language = {lang: text.split("\n") for lang, text in words.items()}
        count = max(map(len, by_language.values()), default=0)
        entries = (
            {
                lang: lines[index].strip()
                for lang, lines in by_language.items()
                if index < len(lines)
            }
            for index in range(count)
        )
        return tuple(
            {lang: text for lang, text in entry.items() if text}
            for entry in entries
            if any(entry.values())
        )

    def _groups_of(self, row: _QuestionRow) -> tuple[str, ...]:
        groups = tuple(filter(None, map(str.strip, row.word("groups").split(";"))))
        self._groups.update(dict.fromkeys(groups))
        return groups

    def _refs(self, row: _QuestionRow) -> Iterator[tuple[str, tuple[str, ...]]]:
        for column, cell in row.cells.items():
            name = cleaned(column.name.removeprefix(_REF))
            ids = tuple(filter(None, _IDS.split(cell.text)))
            if not column.name.startswith(_REF) or not ids:
                continue
            unknown = [
                each for each in ids if self._request.csf2 and each not in self._request.csf2
            ]
            if name == _CSF2 and unknown:
                self._problems.append(cell.problem("lint.unknown-csf2", name=unknown[0]))
            else:
                yield name, ids

    def _weight(self, row: _QuestionRow) -> Fraction:
        written = row.word("weight")
        if not written:
            return Fraction(1)
        try:
            return Fraction(written)
        except (ValueError, ZeroDivisionError):
            self._problems.append(self._cell(row, "weight").problem("import.csv.weight"))
            return Fraction(1)

    def _question(self, row: _QuestionRow) -> Iterator[SourceQuestion]:
        """Yield how a line is answered, where it is not by a level."""
        kind = self._one_of(row, "kind", _KINDS)
        cell = row.cells.get(_Column("options"))
        choices = tuple(self._choices(cell)) if cell is not None else ()
        kind = kind or ("single" if choices else "level")
        if kind == "level":
            if choices:
                self._problems.append(
                    self._cell(row, "options").problem("import.csv.options_of_level")
                )
            return
        if kind in ("single", "multi") and not choices:
            self._problems.append(self._cell(row, "kind").problem("import.csv.options_missing"))
        self._balance.read["questions"] += 1
        self._balance.read["choices"] += len(choices)
        yield SourceQuestion(
            original=f"line {row.number}",
            kind=_QUESTION_KINDS[kind],
            words={},
            choices=choices,
            scores=any(choice.score is not None for choice in choices),
        )

    def _choices(self, cell: CsvCell) -> Iterator[Choice]:
        for number, line in enumerate(filter(None, clean(cell.text, self._balance).split("\n")), 1):
            match = _OPTION.fullmatch(line)
            yield Choice(
                original=str(number),
                words={self._own: match[2] if match else line.strip()},
                score=Fraction(match[1]) if match else None,
            )

    def _one_of(self, row: _QuestionRow, name: str, allowed: Sequence[str]) -> str:
        written = row.word(name)
        if written and written.casefold() not in allowed:
            self._problems.append(
                self._cell(row, name).problem("import.csv.choice", known=listed(allowed))
            )
            return ""
        return written.casefold()

    @staticmethod
    def _cell(row: _QuestionRow, name: str) -> CsvCell:
        """Return a cell that is wrong, with its column as heading."""
        return row.cells[_Column(name)]._replace(heading=name)


_QUESTION_KINDS: Mapping[str, QuestionKind] = {
    "single": "single",
    "multi": "multi",
    "number": "number",
    "text": "text",
}


def _language(lines: Sequence[Sequence[CsvCell]]) -> str:
    """Return the language to assume of the columns whose heading does not state one."""
    is_stated = [_BY_LANGUAGE.fullmatch(cell.normalized.casefold()) for cell in lines[0]]
    texts = (
        cell.text
        for line in lines[1:]
        for cell, stated in zip(line, is_stated, strict=False)
        if not stated
    )
    return guessed_language("\n".join(texts))


def _line(words: Words) -> Words:
    return {lang: in_one_line(text) for lang, text in words.items()}
