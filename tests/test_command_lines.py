"""Every command line of the READMEs and tutorials does what is said there."""

import re
import shlex
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from site_source import READMES, split

from cssa.messages import LANGS, Lang

ROOT = Path(__file__).parents[1]
TUTORIALS = sorted(path.name for path in (ROOT / "docs").glob("tutorial-*.md"))
NO_TERMINAL = "This is not an interactive terminal."
CAMPAIGN = "--campaign campaign.yaml --roster roster.csv --received received.csv"
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_FILE = re.compile(
    r"^[^\n]*`([\w.-]+)`[^\n]*\n\n```(?:csv|yaml)\n(.*?)^```", re.MULTILINE | re.DOTALL
)
_EXIT_CODE = re.compile(r"# (?:exit code |終了コード)(\d)$")


class _Clock(datetime):
    """A day after the cut-off of the practice campaign."""

    @classmethod
    def now(cls, tz: Any = None) -> "_Clock":
        return cls(2026, 12, 20, 3, tzinfo=UTC).astimezone(tz)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cssa.cli.environment.datetime", _Clock)


def _lines(text: str) -> list[str]:
    return [line for block in _BLOCK.findall(text) for line in block.splitlines()]


def _readme_lines() -> list[str]:
    """Return the command lines of both READMEs, each once, without comments."""
    texts = ((ROOT / name).read_text("utf-8") for name in READMES.values())
    shown = (line for text in texts for line in _lines(text) if line.startswith("$ "))
    lines = dict.fromkeys(re.sub(r" +#.*", "", line[2:]) for line in shown)
    return [line for line in lines if not line.startswith("make ")]


def _call(run: Callable[..., Any], line: str, lang: Lang) -> Any:
    """Run a line as a shell does: variables before it, quotes and patterns."""
    words = shlex.split(line, comments=True)
    with pytest.MonkeyPatch.context() as patch:
        while "=" in words[0]:
            patch.setenv(*words.pop(0).split("=", 1))
        assert words[0] == "cssa", line
        named = (sorted(Path().glob(word)) if "*" in word else [word] for word in words[1:])
        return run(*chain.from_iterable(named), lang=lang)


def _check(run: Callable[..., Any], line: str, code: int, lang: Lang = "en") -> None:
    done = _call(run, line, lang)
    if line.startswith("cssa assess"):  # got as far as to ask for a terminal
        assert (done.code, NO_TERMINAL in done.err) == (2, True), (line, done.err)
    else:
        assert done.code == code, (line, done.err)


ANSWERS = ROOT / "templates" / "demo" / "answers.yaml"
YEARS = {"2024": 2024, "2025": 2025, "last-year": 2025, "2026": 2026}
PREPARED = """
cssa policy new answers.yaml -o policy.yaml
cssa policy new answers.yaml -o new/policy.yaml
cssa policy new answers.yaml -o own.yaml
cssa form new --split owner --answers answers.yaml -o form.xlsx
cssa form new --answers answers.yaml -o form.xlsx
cssa form new --answers 2025.yaml -o 2025.xlsx
cssa plan make answers.yaml -o plan.xlsx
cssa population generate --institutions 12 --seed 1 -o campaign
"""
"""Makes what the lines of the READMEs read, from the example's answers."""

BEFORE = {
    "cssa form status": "cssa form new --split owner --delegates delegates.yaml -o out/form.xlsx",
    "cssa batch query": f"cssa batch run inbox -o out {CAMPAIGN}",
    "cssa batch publish": f"cssa batch run inbox -o out {CAMPAIGN}",
    "cssa batch export": f"cssa batch run inbox -o out {CAMPAIGN}",
    "cssa batch remind": f"cssa batch run inbox -o out {CAMPAIGN}",
    "cssa batch deliver": f"""
        cssa batch run inbox -o out {CAMPAIGN}
        cssa batch publish out --approved-by Board --on 2026-12-19
    """,
    "CSSA_CHECKLISTS": "cssa checklist new our-list --out checklists",
    "cssa checklist lint": "cssa checklist new our-list --version 2026 --out checklists",
    "cssa checklist diff": """
        cssa checklist new our-list --version 2025 --out checklists
        cssa checklist new our-list --version 2026 --out checklists
    """,
    "cssa report answers.yaml --peers": f"""
        cssa batch run inbox -o result {CAMPAIGN}
        cssa batch publish result --approved-by Board --on 2026-12-19
    """,
}
"""What goes before a line of the READMEs, by how the line begins."""

MAKES = ("cssa answers carry", "cssa form new", "cssa policy new")
"""Lines that make a file which nobody has entered anything into yet, but others read."""

SHORTER = {"…": CAMPAIGN, "--institutions 60": "--institutions 20"}
"""What is left out for a reader, and what takes long."""


@pytest.fixture
def desk(
    make_once: Callable[..., Path],
    cssa_inline: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A folder with all that the lines of the READMEs read, as the current one."""

    def make(folder: Path) -> None:
        text = ANSWERS.read_text("utf-8")
        for name in ("answers", "base", "ours", "theirs"):
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        for name, year in YEARS.items():
            dated = re.sub(r"^assessed_on: \d{4}", f"assessed_on: {year}", text, flags=re.MULTILINE)
            (folder / f"{name}.yaml").write_text(dated, encoding="utf-8")
        centre = re.sub(r"^  id: .*", '  id: "7000000000001"', text, count=1, flags=re.MULTILINE)
        centre += "provides: {performed_by: shared_centre, practices: [2.3.1-1]}\n"
        (folder / "centre.yaml").write_text(centre, encoding="utf-8")
        (folder / "delegates.yaml").write_text(_delegates(), encoding="utf-8")
        (folder / "questions.csv").write_text("question\nIs it done?\n", encoding="utf-8")
        for name in ("new", "out"):
            (folder / name).mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            _check_all(cssa_inline, PREPARED)
        (folder / "campaign" / "forms").rename(folder / "inbox")
        for path in (folder / "campaign").iterdir():
            path.rename(folder / path.name)

    shutil.copytree(make_once("desk", make), tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def _delegates() -> str:
    page = (ROOT / "docs" / "delegate.md").read_text("utf-8")
    (text,) = re.findall(
        r"^```yaml\n([^`]*?schema: cssa.delegates/1\n.*?)^```", page, re.MULTILINE | re.DOTALL
    )
    return str(text)


def _check_all(run: Callable[..., Any], lines: str) -> None:
    for line in filter(None, map(str.strip, lines.splitlines())):
        _check(run, line, 0)


@pytest.mark.parametrize("line", _readme_lines())
def test_a_command_line_of_a_readme_can_be_run(
    line: str, desk: Path, cssa_inline: Callable[..., Any]
) -> None:
    before = next((BEFORE[start] for start in BEFORE if line.startswith(start)), "")
    _check_all(cssa_inline, before)
    if "--peers" in line:
        (desk / "result" / "public").rename(desk / "public")
    if line.startswith(MAKES):
        target = Path(shlex.split(line)[-1])
        for path in Path().glob(f"{target.stem}*{target.suffix}"):
            path.unlink()
    for shown, run in SHORTER.items():
        line = line.replace(shown, run)
    _check(cssa_inline, line, 0)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", TUTORIALS)
def test_a_tutorial_can_be_followed(
    name: str,
    lang: Lang,
    cssa_inline: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    parts = dict(zip(("en", "ja"), split((ROOT / "docs" / name).read_text("utf-8")), strict=True))
    page = parts[lang]
    for path, content in _FILE.findall(page):
        Path(path).write_text(content, encoding="utf-8")
    lines = _lines(page)
    assert lines
    for line in lines:
        code = _EXIT_CODE.search(line)
        _check(cssa_inline, line, int(code[1]) if code else 0)
    others = _lines(parts["ja" if lang == "en" else "en"])
    assert [_command(line) for line in lines] == [_command(line) for line in others]


def _command(line: str) -> list[str]:
    """Return the words of a line that are the same in both languages."""
    return shlex.split(line, comments=True)[:3]
