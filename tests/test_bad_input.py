"""Documents that are refused: where each problem is reported, and in which words.

``bad/<area>/expected.yaml`` lists the cases of an area with the problems that are reported of each.
A case without ``text`` is a file or folder beside it.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

from cssa.checklist.changes import read_changes
from cssa.checklist.draft import read_draft
from cssa.checklist.model import Checklist
from cssa.errors import InputError, Problem
from cssa.messages import LANGS, Lang, catalogue, message
from cssa.messages.problems import describe, describe_all
from cssa.messages.visible import shortened
from cssa.messages.wording import in_language
from cssa.workspace import DEFAULT_CHECKLIST, Workspace

TESTS = Path(__file__).resolve().parent
BAD = TESTS / "bad"
GOOD = TESTS / "good" / "answers.yaml"
EXPECTED = "expected.yaml"
AS_OF = date(2026, 11, 20)

MAX_LINE = 1_000  # characters: what a reader of a build log can still take in
MAX_PARAM = 60  # characters of a value that expectations hold; lists of everything known are cut


def guideline(workspace: Workspace) -> Checklist:
    """Return the checklist that targets and schemes are read for."""
    return workspace.edition(DEFAULT_CHECKLIST).checklist


READERS: dict[str, Callable[[Workspace, Path], object]] = {
    "answers": lambda workspace, path: workspace.assess(path.read_bytes(), str(path), as_of=AS_OF),
    "targets": lambda workspace, path: workspace.criteria(guideline(workspace), targets=str(path)),
    "scheme": lambda workspace, path: workspace.criteria(guideline(workspace), scheme=str(path)),
    "checklist": lambda _, path: read_draft(path),
    "changes": lambda _, path: read_changes(path.read_bytes(), str(path)),
}
COMMANDS: dict[str, tuple[object, ...]] = {
    "answers": ("score",),
    "targets": ("score", GOOD, "--target"),
    "scheme": ("score", GOOD, "--scheme"),
    "checklist": ("checklist", "lint"),
    "changes": ("answers", "carry", GOOD, "-o", "-", "--map"),
}


@dataclass(frozen=True)
class Case:
    """A document that must be refused.

    Attributes:
        area: the folder that it is listed in.
        name: its name there.
        document: what it is read as, a key of ``READERS``.
        text: its content; None for a file or folder of that name.
        expected: the problems to be reported, in order.
    """

    area: str
    name: str
    document: str
    text: str | None
    expected: list[dict[str, Any]]

    def __str__(self) -> str:
        return f"{self.area}/{self.name}"

    def path(self, folder: Path) -> Path:
        """Return where the document is, in ``<area>`` of the folder if it has to be written."""
        if self.text is None:
            return BAD / self.area / self.name
        path = folder / self.area / f"{self.name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(self.text.encode())
        return path


def _cases() -> Iterator[Case]:
    for area in sorted(path for path in BAD.iterdir() if path.is_dir()):
        listed = yaml.safe_load((area / EXPECTED).read_text("utf-8"))
        for name, case in listed["cases"].items():
            assert case.keys() <= {"text", "problems"}, f"{area.name}/{name}"
            yield Case(area.name, name, listed["document"], case.get("text"), case["problems"])


CASES = {str(case): case for case in _cases()}


@pytest.fixture(scope="module")
def workspace(cache_folder: Path) -> Workspace:
    return Workspace(folders=[TESTS / "checklists"], cache=cache_folder)


def _problems(case: Case, path: Path, workspace: Workspace) -> list[Problem]:
    """Return the problems that a document is refused with, in the order of their locations."""
    with pytest.raises(InputError) as refusal:
        READERS[case.document](workspace, path)
    return sorted(refusal.value.problems, key=lambda problem: _location(problem).order)


def _location(problem: Problem) -> Any:
    assert problem.location is not None, problem
    return problem.location


def _as_expected(problem: Problem, path: Path) -> dict[str, Any]:
    """Return a problem as ``expected.yaml`` has it: code, location, and what its message shows."""
    location = _location(problem)
    shown = {name for _, name, _, _ in Formatter().parse(catalogue("en")[problem.code]) if name}
    entry = {
        "file": Path(location.path).relative_to(path).as_posix() if path.is_dir() else None,
        "line": getattr(location, "line", None),
        "column": location.column,
        "path": _dotted(problem.path),
        "code": problem.code,
        "params": {
            name: shortened(value, MAX_PARAM) if isinstance(value, str) else value
            for name, value in (
                (name, in_language(value, "en", message)) for name, value in problem.params.items()
            )
            if name in shown
        },
    }
    return {name: value for name, value in entry.items() if value}


def _dotted(path: Sequence[str | int]) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


@pytest.mark.parametrize("case", CASES.values(), ids=str)
def test_every_problem_of_a_document_is_reported_at_its_location(
    case: Case, workspace: Workspace, tmp_path: Path
) -> None:
    path = case.path(tmp_path)
    reported: list[dict[str, Any]] = []
    for problem in _problems(case, path, workspace):
        entry = _as_expected(problem, path)
        if entry not in reported:  # printed once
            reported.append(entry)
    assert reported == case.expected, yaml.safe_dump(
        reported, default_flow_style=None, sort_keys=False, allow_unicode=True, width=200
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("case", CASES.values(), ids=str)
def test_every_problem_is_one_line_that_begins_with_its_location(
    case: Case,
    lang: Lang,
    workspace: Workspace,
    tmp_path: Path,
    find_japanese: Callable[[str], list[str]],
) -> None:
    path = case.path(tmp_path)
    lines = describe_all(_problems(case, path, workspace), lang)
    assert len(lines) == len(case.expected)
    for line, expected in zip(lines, case.expected, strict=True):
        location = [str(path / expected["file"]) if "file" in expected else str(path)]
        location += [str(expected[name]) for name in ("line", "column") if name in expected]
        assert line.startswith(f"{':'.join(location)}: ")
        assert len(line.removeprefix(str(path))) < MAX_LINE
        if lang == "en":
            assert find_japanese(_without_quotations(line, path)) == []


def test_a_line_break_in_a_value_is_shown_on_the_line(workspace: Workspace, tmp_path: Path) -> None:
    case = CASES["institution/id-newline"]
    (line,) = describe_all(_problems(case, case.path(tmp_path), workspace), "en")
    assert '(found "bank⏎";' in line


def _without_quotations(text: str, path: Path) -> str:
    """Return a text without the characters that the document has, too."""
    files = list(path.iterdir()) if path.is_dir() else [path]
    quoted = {char for file in files for char in file.read_text("utf-8", errors="ignore")}
    return "".join(char for char in text if char not in quoted)


@pytest.mark.parametrize("area", sorted({case.area for case in CASES.values()}))
def test_every_file_of_an_area_is_listed(area: str) -> None:
    files = {path.name for path in (BAD / area).iterdir() if not path.name.startswith(".")}
    listed = {case.name for case in CASES.values() if case.area == area and case.text is None}
    assert files == listed | {EXPECTED}


def test_each_message_of_a_refusal_is_worded_as_committed(
    workspace: Workspace, tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    examples: dict[str, list[str]] = {}
    for case in CASES.values():
        path = case.path(tmp_path)
        for problem in _problems(case, path, workspace):
            if problem.code not in examples:
                lines = [describe(problem, lang) for lang in LANGS]
                folder = f"{path.parent.parent}{os.sep}"
                examples[problem.code] = [
                    line.removeprefix(folder).replace(os.sep, "/") for line in lines
                ]
    golden(
        TESTS / "golden" / "refusals.txt",
        "\n".join(
            "".join(f"{line}\n" for line in (code, *examples[code])) for code in sorted(examples)
        ),
    )


@pytest.mark.parametrize(
    ("case", "lang"),
    [
        ("answers/several-problems", "ja"),
        ("answers/several-problems", "en"),
        ("file/shift-jis.yaml", "ja"),
        ("targets/several-problems", "en"),
        ("scheme/several-problems", "ja"),
        ("checklist/several-domains", "en"),
    ],
)
def test_the_program_prints_every_problem_and_their_number_and_exits_with_3(
    case: str, lang: Lang, workspace: Workspace, tmp_path: Path, cssa: Callable[..., Any]
) -> None:
    refused = CASES[case]
    path = refused.path(tmp_path)
    lines = describe_all(_problems(refused, path, workspace), lang)
    if len(lines) > 1:
        lines.append(message(lang, "cli.problems", {"count": len(lines)}))
    run = cssa(*COMMANDS[refused.document], path, "--lang", lang)
    assert (run.code, run.out) == (3, "")
    assert run.err.splitlines() == lines
