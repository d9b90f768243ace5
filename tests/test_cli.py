"""What a run of the program leaves behind: its exit code, its two streams, its files."""

import errno
import json
import os
import re
import shlex
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa import __version__
from cssa.cli.exit_codes import ExitCode
from cssa.messages import LANGS, Lang, message

AS_OF = ("--as-of", "2026-11-20")

needs_full_device = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="the system has no /dev/full"
)
not_as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be written by root"
)


# Exit codes.


def test_the_exit_codes_are_those_agreed() -> None:
    assert {code.name: int(code) for code in ExitCode} == {
        "DONE": 0,
        "GATE_NOT_MET": 1,
        "USAGE": 2,
        "INPUT": 3,
        "NOTHING_ASSESSED": 4,
        "INTERNAL": 70,
        "CANNOT_WRITE": 74,
        "INTERRUPTED": 130,
    }


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_score_goes_to_standard_output_and_nothing_else(
    lang: str, cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    run = cssa_inline("score", answers("2.1.1-1: 3"), lang=lang)
    assert (run.code, run.err) == (0, "")
    assert "例示銀行" in run.out
    assert run.out.endswith("\n")


@pytest.mark.parametrize("command", ["score", "explain"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_answer_at_all_is_said_with_a_code_of_its_own(
    command: str, lang: str, cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    run = cssa_inline(command, answers(), lang=lang)
    assert run.code == 4
    assert run.out
    assert (
        run.err.strip()
        == {
            "ja": "回答が1件もありません。",
            "en": "There are no answers.",
        }[lang]
    )


def test_json_is_written_even_where_nothing_was_assessed(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path], tmp_path: Path
) -> None:
    run = cssa_inline("score", answers(), "--format", "json")
    assert run.code == 4
    assert run.json["overall"]["coverage"]["answered"] == 0
    path = tmp_path / "result.json"
    assert cssa_inline("score", answers(), "--format", "json", "-o", path).code == 4
    assert json.loads(path.read_text(encoding="utf-8")) == run.json


def test_a_submission_that_leaves_everything_out_is_not_nothing(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    run = cssa_inline("score", answers("2.3.4.4-4: {na: true, reason: 海外拠点がない}"))
    assert run.code == 0


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_bug_is_one_line_and_its_own_code(
    lang: str,
    cssa_inline: Callable[..., Any],
    answers: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a\nb")

    monkeypatch.setattr("cssa.workspace.score_submission", broken)
    path = answers("2.1.1-1: 3")
    run = cssa_inline("score", path, lang=lang)
    assert (run.code, run.out) == (70, "")
    assert len(run.err.splitlines()) == 1
    assert "ZeroDivisionError" in run.err
    assert "--debug" in run.err
    told = cssa_inline("score", path, "--debug", lang=lang)
    assert told.code == 70
    assert "Traceback" in told.err


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_interrupt_ends_without_a_trace(
    lang: str,
    cssa_inline: Callable[..., Any],
    answers: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cssa.workspace.score_submission", interrupted)
    run = cssa_inline("score", answers("2.1.1-1: 3"), lang=lang)
    assert (run.code, run.out) == (130, "")
    assert len(run.err.splitlines()) == 1
    assert "Traceback" not in run.err


# Writing.


def test_an_output_file_holds_what_would_have_been_printed(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path], tmp_path: Path
) -> None:
    source = answers("2.1.1-1: 3")
    printed = cssa_inline("score", source, *AS_OF)
    for form in ("table", "json"):
        printed = cssa_inline("score", source, *AS_OF, "--format", form)
        path = tmp_path / ("out.txt" if form == "table" else "out.json")
        run = cssa_inline("score", source, *AS_OF, "--format", form, "-o", path)
        assert (run.code, run.out, run.err) == (0, "", "")
        written = path.read_bytes().decode()
        signature = "" if form == "json" else f"{written.splitlines()[-1]}\n"
        assert written == printed.out + signature
        assert signature.startswith("# cssa score sha256:" if form == "table" else "")
    assert cssa_inline("score", source, *AS_OF, "--format", "json", "-o", "-").out == printed.out


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_cannot_be_written_is_told_at_its_path(
    lang: str, cssa_inline: Callable[..., Any], answers: Callable[..., Path], tmp_path: Path
) -> None:
    source = answers("2.1.1-1: 3")
    folder = tmp_path / "folder"
    folder.mkdir()
    for path in (tmp_path / "nowhere" / "out.txt", folder, source / "out.txt"):
        run = cssa_inline("score", source, "-o", path, lang=lang)
        assert (run.code, run.out) == (74, ""), path
        assert run.err.startswith(f"{path}: ")
        assert len(run.err.splitlines()) == 1
    assert sorted(tmp_path.iterdir()) == sorted([source, folder])
    assert list(folder.iterdir()) == []


def _earlier_result(cssa_inline: Callable[..., Any], source: Path, target: Path) -> bytes:
    assert cssa_inline("score", source, "--format", "json", "-o", target, *AS_OF).code == 0
    return target.read_bytes()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_a_full_disk_leaves_the_old_file_whole_and_no_other_behind(
    number: int,
    cssa_inline: Callable[..., Any],
    answers: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    source = answers("2.1.1-1: 3")
    target = tmp_path / "result.json"
    before = _earlier_result(cssa_inline, source, target)

    def full(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    run = cssa_inline("score", source, "--format", "json", "-o", target)
    assert (run.code, run.out) == (74, "")
    assert os.strerror(number) in run.err
    assert target.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == sorted([source, target])


def test_an_interrupt_while_writing_leaves_the_old_file_whole(
    cssa_inline: Callable[..., Any],
    answers: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    source = answers("2.1.1-1: 3")
    target = tmp_path / "result.json"
    before = _earlier_result(cssa_inline, source, target)

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    assert cssa_inline("score", source, "-o", target).code == 130
    assert target.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == sorted([source, target])


@not_as_root
def test_a_folder_that_may_not_be_written_is_told(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path], tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert cssa_inline("score", answers("2.1.1-1: 3"), "-o", folder / "out.txt").code == 74


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX systems")
def test_replacing_keeps_permissions_and_links(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path], tmp_path: Path
) -> None:
    source = answers("2.1.1-1: 3")
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    _earlier_result(cssa_inline, source, target)
    target.chmod(0o640)
    link.symlink_to(target)
    assert cssa_inline("score", source, "--format", "json", "-o", link).code == 0
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "cssa.result/1"


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX systems")
def test_a_new_file_has_the_permissions_that_any_program_would_give_it(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path], tmp_path: Path
) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.write_text("", encoding="utf-8")
    target = tmp_path / "result.txt"
    assert cssa_inline("score", answers("2.1.1-1: 3"), "-o", target).code == 0
    assert target.stat().st_mode == ordinary.stat().st_mode


_CLOSED = {
    "stdin": "0<&-",
    "stdout": "1>&-",
    "stderr": "2>&-",
    "all": "0<&- 1>&- 2>&-",
}


_OTHER_ENDINGS = [
    (("score", "{answers}", "-o"), "figures.xlsx", ".txt"),
    (("score", "{answers}", "-o"), "figures.json", ".txt"),
    (("score", "{answers}", "--format", "json", "-o"), "figures.txt", ".json"),
    (("schema", "policy", "-o"), "policy.yaml", ".json"),
    (("checklist", "show", "fsa-cyber-guideline", "--format", "yaml", "-o"), "c.json", ".yaml"),
    (("report", "{answers}", "-o"), "report.pdf", ".html"),
    (("gate", "{answers}", "--keep"), "kept.xlsx", ".json"),
]


@pytest.mark.parametrize(("arguments", "name", "ending"), _OTHER_ENDINGS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_file_is_not_written_under_the_ending_of_another_kind(
    arguments: tuple[str, ...],
    name: str,
    ending: str,
    lang: Lang,
    cssa_inline: Callable[..., Any],
    answers: Callable[..., Path],
) -> None:
    path = answers("2.1.1-1: 3")
    output = path.with_name(name)
    given = [argument.format(answers=path) for argument in arguments]
    run = cssa_inline(*given, output, lang=lang)
    assert (run.code, run.out) == (2, "")
    assert ending in run.err
    assert not output.exists()


@pytest.mark.parametrize(("arguments", "name", "ending"), _OTHER_ENDINGS)
def test_the_usual_ending_is_added_where_there_is_none(
    arguments: tuple[str, ...],
    name: str,
    ending: str,
    cssa_inline: Callable[..., Any],
    answers: Callable[..., Path],
) -> None:
    path = answers("2.1.1-1: 3")
    output = path.with_name(Path(name).stem)
    given = [argument.format(answers=path) for argument in arguments]
    run = cssa_inline(*given, output)
    assert run.code in (0, 1)
    assert output.with_suffix(ending).is_file()
    assert not output.exists()
    assert str(output.with_suffix(ending)) in run.err


@pytest.mark.skipif(os.name == "nt", reason="closes streams with a POSIX shell")
@pytest.mark.parametrize("closed", _CLOSED)
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("score", "answers.yaml"), 0),
        (("score", "answers.yaml", "-o", "out.txt"), 0),
        (("gate", "answers.yaml"), 1),
        (("score", "missing.yaml"), 3),
        (("score", "answers.yaml", "--nonsense"), 2),
        (("--version",), 0),
    ],
)
def test_closed_streams_change_no_exit_code_and_no_file(
    closed: str, arguments: tuple[str, ...], code: int, answers: Callable[..., Path]
) -> None:
    import cssa

    folder = answers("2.1.1-1: 3").parent
    script = f"exec {shlex.quote(sys.executable)} -m cssa {shlex.join(arguments)} {_CLOSED[closed]}"
    environment = {**os.environ, "PYTHONPATH": str(Path(cssa.__file__).parents[1])}
    done = subprocess.run(
        ["/bin/sh", "-c", script], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    if "out.txt" in arguments:
        assert (folder / "out.txt").read_text("utf-8").count("例示銀行") == 1


@needs_full_device
def test_a_message_that_cannot_be_written_leaves_the_exit_code(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "cssa", "score", tmp_path / "missing.yaml"],
            stdout=full, stderr=full, check=False,
        )  # fmt: skip
    assert process.returncode == 3


def test_nothing_but_the_gate_exits_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    from cssa.cli import main, run

    def broken(arguments: list[str]) -> int:
        raise RuntimeError(arguments)

    monkeypatch.setattr(run, "run", broken)
    monkeypatch.setattr(sys, "argv", ["cssa", "score"])
    assert main.main() == ExitCode.INTERNAL


@pytest.mark.parametrize("name", ["no\x1b[31m\n::error::x.yaml", "::add-mask::x", "##[error]x"])
def test_names_of_files_and_options_cannot_steer_terminal_or_workflow(
    name: str, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    for arguments in (("score", tmp_path / name), ("score", name), ("schema", name), (name,)):
        run = cssa_inline(*arguments)
        assert run.code in (2, 3)
        assert not re.search(r"^\s*::|##\[|[\x00-\x09\x0b-\x1f]", run.err, re.MULTILINE)


def test_a_note_broken_into_lines_gives_no_command_to_a_workflow(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    note = "::error::x " * 40 + "##[error]y"
    path = answers(f"2.1.1-1: {{level: 3, note: '{note}'}}")
    run = cssa_inline("explain", path, "2.1.1-1")
    assert run.code == 0
    assert "error::x" in run.out
    assert not re.search(r"^\s*::|##\[", run.out, re.MULTILINE)


@needs_full_device
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_full_device_is_told_as_such(
    lang: str, cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    run = cssa_inline("score", answers("2.1.1-1: 3"), "-o", "/dev/full", lang=lang)
    assert (run.code, run.out) == (74, "")
    assert len(run.err.splitlines()) == 1


def _popen(*args: object, stdout: Any) -> subprocess.Popen[bytes]:
    import cssa

    environment = {**os.environ, "PYTHONPATH": str(Path(cssa.__file__).parents[1])}
    return subprocess.Popen(
        [sys.executable, "-m", "cssa", *map(str, args)],
        env={**environment, "CSSA_LANG": "en"},
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


@needs_full_device
@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("--version", "--verbose"), ("score",)]
)
def test_standard_output_that_cannot_be_written_is_told(
    arguments: tuple[str, ...], answers: Callable[..., Path]
) -> None:
    files = [answers("2.1.1-1: 3")] if arguments == ("score",) else []
    with Path("/dev/full").open("wb") as full, _popen(*arguments, *files, stdout=full) as process:
        _, said = process.communicate(timeout=60)
    assert process.returncode == 74
    assert len(said.splitlines()) == 1
    assert b"Traceback" not in said
    assert b"unchanged" not in said, "the shell has emptied the file already"


@needs_full_device
def test_that_standard_output_cannot_be_written_is_what_other_outputs_say(
    answers: Callable[..., Path], tmp_path: Path
) -> None:
    arguments = ("gate", answers("2.1.1-1: 3"), "-o", tmp_path / "gate.json")
    with Path("/dev/full").open("wb") as full, _popen(*arguments, stdout=full) as process:
        _, said = process.communicate(timeout=60)
    (problem,) = json.loads((tmp_path / "gate.json").read_bytes())["problems"]
    assert (process.returncode, problem["code"]) == (74, "file.cannot_print")
    assert problem["message"] in said.decode()
    assert "unchanged" not in problem["message"]


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX systems")
@pytest.mark.parametrize("arguments", [("--help",), ("score",), ("schema", "result")])
def test_a_reader_that_has_gone_away_is_no_crash(
    arguments: tuple[str, ...], answers: Callable[..., Path]
) -> None:
    files = [answers("2.1.1-1: 3")] if arguments == ("score",) else []
    reading, writing = os.pipe()
    os.close(reading)
    with _popen(*arguments, *files, stdout=writing) as process:
        os.close(writing)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 74
    assert said == b""


# Standard input, JSON and YAML.


def test_standard_input_gives_the_same_result_as_the_file(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    path = answers("2.1.1-1: 3", "2.1.1-a: {not_adopted: true, reason: 優先順位による}")
    from_file = cssa_inline("score", path, *AS_OF, "--format", "json")
    from_stdin = cssa_inline("score", "-", *AS_OF, "--format", "json", stdin=path.read_bytes())
    assert from_file.json == from_stdin.json


def test_a_process_reads_standard_input(cssa: Callable[..., Any], answers: Any) -> None:
    run = cssa("score", "-", "--format", "json", stdin=answers("2.1.1-1: 3").read_bytes())
    assert run.code == 0
    assert run.json["overall"]["coverage"]["answered"] == 1


def test_json_answers_give_the_same_result_as_yaml(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path], write: Callable[..., Path]
) -> None:
    from cssa.datafile.reader import read

    lines = (
        "2.1.1-1: {level: 4, note: 𠮷野支店を含む, points: [p1, p2], last_done: 2026-05-01}",
        "2.1.1-2: 2",
        "2.3.4.4-4: {na: true, reason: 海外拠点がない}",
        "2.1.1-a: {not_adopted: true, reason: 優先順位による}",
    )
    path = answers(*lines)
    value = read(path.read_bytes(), "x").value
    expected = cssa_inline("score", path, *AS_OF, "--format", "json").json
    for indent in (None, 2, "\t"):
        for ascii_only in (True, False):
            text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
            found = cssa_inline("score", write("a.json", text), *AS_OF, "--format", "json")
            assert found.json == expected


def test_a_result_depends_on_the_answers_and_the_day_alone(
    cssa: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    path = answers("2.1.1-1: 3", "2.2.1-1: 2")
    arguments = ("score", path, *AS_OF, "--format", "json")
    first = cssa(*arguments, env={"PYTHONHASHSEED": "1", "CSSA_LANG": "ja"})
    second = cssa(*arguments, env={"PYTHONHASHSEED": "2", "CSSA_LANG": "en", "TZ": "Asia/Tokyo"})
    assert first.code == second.code == 0
    assert first.out == second.out


def test_todays_date_is_used_where_none_is_given(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    from cssa.cli.environment import today

    run = cssa_inline("score", answers("2.1.1-1: 3"), "--format", "json")
    assert run.json["as_of"] == str(today())


# What results say.


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("command", ["score", "explain"])
def test_results_carry_the_disclaimers_and_no_judgement(
    command: str,
    lang: Lang,
    cssa_inline: Callable[..., Any],
    answers: Callable[..., Path],
) -> None:
    levels = [f"2.1.1-{number}: 5" for number in range(1, 9)]
    run = cssa_inline(command, answers(*levels), lang=lang)
    flat = "".join(run.out.split())
    if command == "score":
        for number in (1, 2, 5):
            assert "".join(message(lang, f"disclaimer.{number}").split()) in flat
    for number in range(1, 6):
        flat = flat.replace("".join(message(lang, f"disclaimer.{number}").split()), "")
    for word in ("合格", "準拠", "適合", "遵守率", "安全", "CSSAスコア", "CSSAscore", "compliant"):
        assert word not in flat


@pytest.mark.parametrize("scope", [(), ("2.1",), ("2.1.1",)])
def test_nothing_is_below_target_where_there_are_no_targets(
    scope: tuple[str, ...], cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    path = answers("2.1.1-1: 1")
    assert "below target" in cssa_inline("explain", path, *scope, lang="en").out
    run = cssa_inline("explain", path, *scope, "--target", "none", lang="en")
    assert run.code == 0
    assert "below target" not in run.out


def test_an_unknown_scope_names_the_checklist_that_was_answered(
    cssa_inline: Callable[..., Any], answers: Callable[..., Path], root: Path
) -> None:
    run = cssa_inline("explain", answers("2.1.1-1: 1"), "9.9")
    assert run.code == 3
    assert "`cssa checklist show fsa-cyber-guideline@2025-07-04`" in run.err
    case = root / "tests" / "cases" / "own-scale"
    run = cssa_inline("explain", case / "answers.yaml", "9.9", "-c", case / "checklist")
    assert run.code == 3
    assert f"`cssa checklist show {case / 'checklist'}`" in run.err


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_line_is_wider_than_the_page(
    lang: str,
    cssa_inline: Callable[..., Any],
    answers: Callable[..., Path],
) -> None:
    from cssa.reports.text_layout import cells

    path = answers("2.1.1-1: 3", "2.3.4.4-4: {na: true, reason: " + "長い理由" * 60 + "}")
    arguments: list[tuple[str, ...]] = [
        ("score", str(path)),
        *(("explain", str(path), *scope) for scope in ((), ("2.1",), ("2.1.1",), ("2.3.4.4-4",))),
        ("checklist", "list"),
        ("checklist", "show", "fsa-cyber-guideline"),
        ("checklist", "show", "fsa-cyber-guideline", "2.1.1-1"),
    ]
    for one in arguments:
        run = cssa_inline(*one, lang=lang)
        assert run.code == 0
        # A path or address is never broken.
        lines = [line for line in run.out.splitlines() if str(path) not in line]
        assert max(map(cells, lines)) <= 100, one


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_notes_of_the_respondent_cannot_steer_the_terminal(
    lang: str, cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    evil = '"\\e]0;owned\\a\\e[2J\\r\\u202e\\u009b31m"'
    path = answers(
        f"2.1.1-1: {{level: 3, note: {evil}}}", f"2.3.4.4-4: {{na: true, reason: {evil}}}"
    )
    for arguments in (
        ("score", path),
        ("explain", path, "2.1"),
        ("explain", path, "2.1.1-1"),
        ("explain", path, "2.3.4.4-4"),
    ):
        run = cssa_inline(*arguments, lang=lang)
        assert run.code == 0
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", run.out)


# Starting up.


def test_the_version_is_printed(cssa: Callable[..., Any]) -> None:
    run = cssa("--version")
    assert (run.code, run.out, run.err) == (0, f"cssa {__version__}\n", "")


@pytest.mark.parametrize("lang", LANGS)
def test_the_long_version_carries_every_disclaimer(lang: Lang, cssa: Callable[..., Any]) -> None:
    for arguments in (("--version", "--verbose"), ("--verbose", "--version")):
        run = cssa(*arguments, "--lang", lang)
        assert run.code == 0
        assert run.out.startswith(f"cssa {__version__}\n")
        for number in range(1, 6):
            assert message(lang, f"disclaimer.{number}") in run.out.splitlines()


SHOW_MODULES = """
import sys
sys.argv = ["cssa", *{arguments!r}]
from cssa.cli.main import main
code = main()
print("\\nMODULES", code, *sorted(name for name in sys.modules if "." not in name))
"""


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["--version"], {"typer", "pydantic", "yaml", "rich", "jinja2", "json", "hashlib"}),
        (["--help"], {"pydantic", "yaml", "rich", "jinja2"}),
        (["score", "nowhere.yaml"], {"rich", "jinja2"}),
    ],
)
def test_what_is_not_needed_is_not_imported(
    arguments: list[str], heavy: set[str], cssa: Callable[..., Any]
) -> None:
    script = SHOW_MODULES.format(arguments=arguments)
    run = cssa(command=(sys.executable, "-c", script), env={"CSSA_LANG": "en"})
    loaded = set(run.out.rpartition("MODULES ")[2].split())
    assert loaded & {"0", "3"}
    assert loaded & heavy == set()


# The example.


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_demo_writes_answers_and_scores_them(
    lang: str, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    out = tmp_path / "new" / "demo"
    run = cssa_inline("demo", "--out", out, "--institutions", 0, lang=lang)
    assert run.code == 0, run.err
    written = sorted(out.iterdir())
    assert out / "answers.yaml" in written
    assert run.out.startswith(cssa_inline("score", out / "answers.yaml", lang=lang).out[:40])
    assert str(out / "answers.yaml") in run.err
    for name in ("report.html", "compare.html", "plan.html"):
        assert str(out / name) in run.err
        assert out / name in written
    files = (out / "answers-2025.yaml", out / "answers.yaml")
    compared = json.loads(cssa_inline("compare", *files, "--format", "json").out)
    figures = [f"{point['score']:.2f}" for point in compared["overall"]["points"]]
    for name in ("report.html", "compare.html"):
        page = (out / name).read_text("utf-8")
        assert all(figure in page for figure in figures)
    again = cssa_inline("demo", "--out", out, "--institutions", 0, lang=lang)
    assert again.code == 0
    assert sorted(out.iterdir()) == written


def test_every_command_that_the_demo_suggests_works(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    run = cssa_inline("demo", "--out", tmp_path, "--institutions", 0)
    suggested = [line.split()[1:] for line in run.err.splitlines() if line.startswith("  cssa ")]
    assert suggested
    for arguments in suggested:
        assert cssa_inline(*arguments).code == 0, arguments


def test_the_demo_shows_two_further_checklists(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    run = cssa_inline("demo", "--out", tmp_path, "--institutions", 0, lang="en")
    assert run.code == 0, run.err
    resilience = tmp_path / "operational-resilience.yaml"
    result = json.loads(cssa_inline("score", resilience, "--format", "json").out)
    contradictions = [
        finding["practice"]
        for finding in result["findings"]
        if finding["code"].startswith("contradiction_")
    ]
    assert contradictions == ["2-3-a"]
    assert "is above" in cssa_inline("score", resilience, lang="en").out
    assert "為替" in (tmp_path / "report-operational-resilience.html").read_text("utf-8")
    cloud = tmp_path / "cloud-incident-readiness.yaml"
    explained = cssa_inline("explain", cloud, "1-3", lang="en").out
    assert "Published cases (linked to practices by this software)" in explained


def test_the_demo_takes_in_a_campaign(cssa_inline: Callable[..., Any], tmp_path: Path) -> None:
    run = cssa_inline("demo", "--out", tmp_path, "--institutions", 20)
    assert run.code == 0, run.err
    assert "institutions expected" in run.out
    for path in re.findall(rf"^  ({re.escape(str(tmp_path))}\S+)", run.out, re.MULTILINE):
        assert Path(path).exists(), path
    assert list((tmp_path / "result" / "feedback").glob("*/feedback.html"))
    record = json.loads((tmp_path / "result" / "private" / "published.json").read_bytes())
    assert record["state"] == "published"
    peers = json.loads((tmp_path / "result" / "public" / "peers.json").read_bytes())
    (every,) = (group for group in peers["groups"] if group["id"] == "all")
    assert every["overall"]["n"] >= peers["min_group"]
    assert every["practices"]
    order = [
        *("`cssa batch issue`", "This publishes nothing.", "`cssa batch remind`"),
        *("Before publishing", "publish (`cssa batch publish`)", "`cssa batch deliver`"),
    ]
    assert sorted(order, key=run.err.index) == order
    assert list((tmp_path / "issued").glob("*.xlsx"))
    assert list((tmp_path / "result" / "reminders").glob("*/remind.csv"))
    assert list((tmp_path / "packages").glob("*.zip"))
    again = cssa_inline("demo", "--out", tmp_path, "--institutions", 20)
    assert again.code == 0, again.err
    assert record == json.loads((tmp_path / "result" / "private" / "published.json").read_bytes())


@pytest.mark.parametrize("name", ["answers.yaml", "report.html", "plan.html"])
def test_the_demo_never_overwrites_a_file_that_someone_wrote(
    name: str, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text("my own work\n", encoding="utf-8")
    run = cssa_inline("demo", "--out", tmp_path)
    assert run.code == 74
    assert message("en", "file.exists") in run.err
    assert path.read_text(encoding="utf-8") == "my own work\n"


EVERY_FIELD = """\
schema: cssa.answers/1
checklist: {id: fsa-cyber-guideline, version: "2025-07-04"}
institution: {id: X1, name: 凪浜信用金庫, sector: shinkin}
answers:
  2.1.1-1:
    level: 2
    note: 補足
    evidence: [{ref: kitei.pdf, date: 2025-10-01}, {ref: 議事録}]
    points: []
    last_done: 2025-05-01
    done: {n: 1, of: 3}
    by: 総務部
    performed_by: shared_centre
    confirmed: false
    review: [{line: 2, level: 3, by: リスク統括部, on: 2025-10-01, note: 一部のみ}]
    treatment: {kind: KIND, measure: 目視, approved_by: 理事会, approved_on: 2025-03-01, review_by: 2027-03-31}
"""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["accepted", "alternative"])
def test_an_answer_with_every_field_is_explained(
    cssa_inline: Callable[..., Any], tmp_path: Path, kind: str, lang: Lang
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(EVERY_FIELD.replace("KIND", kind), "utf-8")
    run = cssa_inline("explain", path, "2.1.1-1", "--as-of", "2025-11-01", lang=lang)
    assert (run.code, run.err) == (0, "")
    for text in (
        "補足",
        "kitei.pdf",
        "議事録",
        "2025-05-01",
        "総務部",
        "一部のみ",
        "目視",
        "2025-03-01",
        "2027-03-31",
    ):
        assert text in run.out, text
