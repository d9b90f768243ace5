"""Nothing of the user's is written over, by any option of any command that names a file."""

import os
import re
import shutil
import subprocess
import threading
import zipfile
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from tests.forms.office import fill
from tests.forms.workbooks import Filled
from tests.outputs.conftest import COMMANDS, NOTES, each_command, everything, program

from cssa.messages import LANGS

Inline = Callable[..., Any]
Written = Callable[[str, Path], bytes]

both_languages = pytest.mark.parametrize("lang", LANGS)


# An input is never written over.


def _plain(target: Path, _: Path) -> str:
    return target.relative_to(Path.cwd()).as_posix()


def _through_parent(target: Path, _: Path) -> str:
    return f"checklist/../{target.relative_to(Path.cwd()).as_posix()}"


def _absolute(target: Path, _: Path) -> str:
    return str(target)


def _symbolic_link(target: Path, link: Path) -> str:
    link.symlink_to(target)
    return str(link)


def _link_in_linked_folder(target: Path, link: Path) -> str:
    folder = link.with_name("elsewhere")
    folder.symlink_to(target.parent, target_is_directory=True)
    return str(folder / target.name)


def _hard_link(target: Path, link: Path) -> str:
    os.link(target, link)
    return str(link)


WAYS = (_plain, _through_parent, _absolute, _symbolic_link, _link_in_linked_folder, _hard_link)


@each_command
def test_an_input_is_refused_under_any_name(
    name: str, folder: Path, tmp_path: Path, cssa_inline: Inline
) -> None:
    command = COMMANDS[name]
    tried = 0
    for number, given in enumerate(command.inputs):
        for way in WAYS:
            link = tmp_path / f"{number}{way.__name__}" / f"link.{command.ending}"
            link.parent.mkdir()
            out = way(folder / given, link)
            if command.option[0] == "report" and not out.endswith(command.ending):
                continue  # refused for its ending, whatever it is
            before = everything(tmp_path)
            run = cssa_inline(*command.arguments(out), "--replace", lang=LANGS[tried % 2])
            assert (run.code, run.out) == (2, ""), (out, run.err)
            assert run.err.startswith(f"{out}: "), out
            assert run.err.count("\n") == 1
            assert everything(tmp_path) == before, out
            tried += 1
    assert tried >= 2 * len(command.inputs)


@pytest.mark.skipif(os.name != "nt", reason="file systems that tell no case apart")
def test_an_input_is_refused_in_other_case(folder: Path, cssa_inline: Inline) -> None:
    before = everything(folder)
    assert cssa_inline("score", "answers.yaml", "-o", "ANSWERS.yaml").code == 2
    assert everything(folder) == before


def test_a_password_file_is_an_input(folder: Path, cssa_inline: Inline) -> None:
    before = everything(folder)
    line = ("form", "read", "filled.xlsx", "--password-file", "password.txt")
    assert cssa_inline(*line, "-o", "password.txt").code == 2
    assert cssa_inline(*line, "-o", "-", "--return", "password.txt").code == 2
    assert everything(folder) == before


def test_every_form_that_is_read_is_an_input(folder: Path, cssa_inline: Inline) -> None:
    shutil.copy("filled.xlsx", "second.xlsx")
    before = everything(folder)
    for out in ("filled.xlsx", "second.xlsx"):
        assert cssa_inline("form", "read", "filled.xlsx", "second.xlsx", "-o", out).code == 2
    assert everything(folder) == before


def test_standard_input_is_no_file(folder: Path, cssa_inline: Inline) -> None:
    data = (folder / "answers.yaml").read_bytes()
    line = ("score", "-", "-c", "checklist", "-o", "figures.txt")
    assert cssa_inline(*line, stdin=data).code == 0
    assert (folder / "figures.txt").is_file()


def test_split_forms_are_checked_before_the_first_is_written(
    folder: Path, cssa_inline: Inline
) -> None:
    (folder / "form-it.xlsx").write_text(NOTES, encoding="utf-8")
    before = everything(folder)
    run = cssa_inline("form", "new", "-c", "checklist", "--split", "owner", "-o", "form.xlsx")
    assert run.code == 74
    assert "form-it.xlsx" in run.err
    assert everything(folder) == before


# Somebody else's file stays.


def _refusal(run: Any, out: object) -> None:
    assert run.code == 74, run.err
    assert run.err.startswith(f"{out}: ")
    assert "--replace" in run.err
    assert run.err.count("\n") == 1


STRANGERS = (NOTES.encode(), b"\n", b"{}", b"PK\x03\x04 not a workbook", b"\x00\xff" * 5000)


@each_command
def test_a_strangers_file_stays_as_it_is(name: str, folder: Path, cssa_inline: Inline) -> None:
    command = COMMANDS[name]
    out = f"own.{command.ending}"
    for content, lang in zip(STRANGERS, cycle(LANGS), strict=False):
        (folder / out).write_bytes(content)
        before = everything(folder)
        _refusal(cssa_inline(*command.arguments(out), lang=lang), out)
        assert everything(folder) == before


@each_command
def test_only_outputs_of_the_same_command_may_be_overwritten(
    name: str, folder: Path, outputs: dict[str, bytes], cssa_inline: Inline
) -> None:
    command = COMMANDS[name]
    out = folder / f"own.{command.ending}"
    for other, its in COMMANDS.items():
        data = outputs[other]
        out.write_bytes(data)
        run = cssa_inline(*command.arguments(out))
        if its.group is not None and its.group in (command.group, command.over):
            assert run.code == command.code, (other, run.err)
            assert not list(folder.glob("*.bak*"))
        elif its.merges and command.merges:
            assert (run.code, out.read_bytes()) == (0, data), run.err
        elif its.makes_answers and command.merges:
            assert run.code == 0, run.err
        else:
            _refusal(run, out)
            assert out.read_bytes() == data, other


@each_command
def test_files_that_the_program_reads_are_nobodys_output(
    name: str, folder: Path, cssa_inline: Inline
) -> None:
    command = COMMANDS[name]
    out = folder / f"own.{command.ending}"
    kept = folder / "kept.json"
    gate = ("gate", "answers.yaml", "-c", "checklist", "--policy", "policy.yaml", "--keep", kept)
    assert cssa_inline(*gate).code == 0
    sources = [kept, *(path for path in folder.rglob("*") if path.suffix in (".yaml", ".j2"))]
    for source in [*sources, folder / "peers.json"]:
        shutil.copy(source, out)
        run = cssa_inline(*command.arguments(out))
        if command.merges and b"cssa.answers/1" in source.read_bytes():
            assert run.code == (3 if "Conflicts" in run.err else 0), run.err
        else:
            _refusal(run, out)
        assert out.read_bytes() == source.read_bytes(), source


def _appended(data: bytes) -> bytes:
    return data + b"mine\n"


def _prepended(data: bytes) -> bytes:
    return b"mine\n" + data


def _edited(data: bytes) -> bytes:
    return data.replace(b"2026", b"2027", 1) if b"2026" in data else data.replace(b"1", b"2", 1)


def _saved_elsewhere(data: bytes) -> bytes:
    return Filled(data).save()


@pytest.mark.parametrize("name", [name for name, one in COMMANDS.items() if not one.merges])
def test_an_output_that_somebody_changed_is_theirs(
    name: str, folder: Path, written: Written, cssa_inline: Inline
) -> None:
    command = COMMANDS[name]
    out = folder / f"own.{command.ending}"
    data = written(name, out)
    changes = [_appended, _prepended, _edited]
    if data.startswith(b"PK"):
        changes = [_saved_elsewhere]
    elif data.lstrip().startswith((b"{", b"[")):
        changes = [_appended, _prepended]
    for change in changes:
        changed = change(data)
        assert changed != data
        out.write_bytes(changed)
        _refusal(cssa_inline(*command.arguments(out)), out)
        assert out.read_bytes() == changed, change.__name__


def test_line_ends_turned_by_version_control_are_no_change(
    folder: Path, written: Written, cssa_inline: Inline
) -> None:
    out = folder / "r.md"
    data = written("report-md", out)
    out.write_bytes(data.replace(b"\n", b"\r\n"))
    assert cssa_inline(*COMMANDS["report-md"].arguments(out)).code == 0
    assert out.read_bytes() == data


@pytest.mark.parametrize("how", ["entry", "cover", "nothing"])
def test_a_form_that_went_through_a_spreadsheet_is_not_overwritten(
    how: str, folder: Path, written: Written, cssa_inline: Inline
) -> None:
    out = folder / "form.xlsx"
    form = Filled(written("form-new", out))
    if how == "entry":
        form.enter("1-1", 3)
    elif how == "cover":
        form.cover("institution.name", "凪浜信用金庫")
    out.write_bytes(form.save())
    before = everything(folder)
    for name in ("form-new", "form-new-filled", "form-return"):
        _refusal(cssa_inline(*COMMANDS[name].arguments(out)), out)
    assert everything(folder) == before


def test_a_part_changed_in_the_archive_alone_is_seen(
    folder: Path, written: Written, cssa_inline: Inline
) -> None:
    out = folder / "form.xlsx"
    written("form-new", out)
    with zipfile.ZipFile(out) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data.replace(b"<row ", b"<row  "))
    before = everything(folder)
    _refusal(cssa_inline(*COMMANDS["form-new"].arguments(out)), out)
    assert everything(folder) == before


@pytest.mark.parametrize("name", ["form-new", "report-xlsx"])
def test_a_workbook_saved_by_excel_is_told_by_when_it_was_modified(
    name: str, folder: Path, written: Written, cssa_inline: Inline
) -> None:
    out = folder / "own.xlsx"
    written(name, out)
    with zipfile.ZipFile(out) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    properties = parts["docProps/core.xml"]
    now = b">2026-11-20T01:02:03Z</dcterms:modified>"
    parts["docProps/core.xml"] = properties.replace(
        b">2025-07-04T00:00:00Z</dcterms:modified>", now
    )
    assert parts["docProps/core.xml"] != properties
    with zipfile.ZipFile(out, "w") as package:
        for part, data in parts.items():
            package.writestr(zipfile.ZipInfo(part), data)  # dated 1980, as Excel dates them
    before = everything(folder)
    _refusal(cssa_inline(*COMMANDS[name].arguments(out)), out)
    assert everything(folder) == before


@pytest.mark.external("soffice", "uno")
@pytest.mark.parametrize("name", ["form-new", "report-xlsx"])
def test_a_workbook_saved_by_libreoffice_is_not_overwritten(
    name: str, folder: Path, tmp_path: Path, written: Written, cssa_inline: Inline
) -> None:
    out = folder / "own.xlsx"
    written(name, out)
    fill(out, tmp_path / "saved.xlsx", [])
    shutil.copy(tmp_path / "saved.xlsx", out)
    before = everything(folder)
    _refusal(cssa_inline(*COMMANDS[name].arguments(out)), out)
    assert everything(folder) == before


@each_command
def test_a_file_that_came_while_the_command_worked_stays(
    name: str, folder: Path, cssa_inline: Inline, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cssa.cli import output

    command = COMMANDS[name]
    out = folder / f"own.{command.ending}"
    original = output.emit

    def emit(*given: Any) -> None:
        out.write_text(NOTES, encoding="utf-8")
        original(*given)

    words = command.option[0]
    module = {"answers carry": "carry", "gate": "gate.outputs"}
    module |= {"form new": "form.new", "form read": "form.read"}
    module |= {"plan make": "plan.make", "plan roadmap": "plan.roadmap"}
    for where in (module.get(words, words.split()[0]), "pages"):
        monkeypatch.setattr(f"cssa.cli.{where}.emit", emit)
    run = cssa_inline(*command.arguments(out))
    assert run.code == 74, run.err
    assert out.read_text(encoding="utf-8") == NOTES


# What may be written.


@pytest.mark.parametrize("name", [name for name, one in COMMANDS.items() if one.group])
def test_an_output_may_be_made_again(name: str, folder: Path, written: Written) -> None:
    command = COMMANDS[name]
    out = folder / f"own.{command.ending}"
    first = written(name, out)
    names = set(everything(folder))
    assert written(name, out) == first
    assert set(everything(folder)) == names


@each_command
def test_an_empty_file_may_be_written(name: str, folder: Path, written: Written) -> None:
    out = folder / f"own.{COMMANDS[name].ending}"
    out.touch()
    assert written(name, out)
    assert not list(folder.glob("*.bak*"))


@pytest.mark.skipif(os.name == "nt", reason="devices and pipes of POSIX systems")
@each_command
def test_a_pipe_gets_what_a_file_would_without_its_last_line(
    name: str, folder: Path, written: Written, cssa_inline: Inline
) -> None:
    command = COMMANDS[name]
    pipe = folder / f"pipe.{command.ending}"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert cssa_inline(*command.arguments(pipe)).code == command.code
    reader.join(timeout=20)
    in_file = written(name, folder / f"own.{command.ending}")
    in_file = re.sub(rb"X-CSSA:[^\r]*\r\n", b"", in_file)  # a calendar's last line is not free
    assert read[0]
    assert in_file.startswith(read[0])
    assert in_file[len(read[0]) :].count(b"\n") <= 2


@pytest.mark.skipif(os.name == "nt", reason="devices of POSIX systems")
def test_devices_may_be_written(folder: Path, cssa_inline: Inline) -> None:
    before = everything(folder)
    for out in ("/dev/null", "/dev/stdout", "/dev/stderr"):
        line = ("score", "answers.yaml", "-c", "checklist", "-o", out)
        assert cssa_inline(*line).code == 0
    both = ("-o", "junit=/dev/null", "-o", "json=/dev/null")
    assert cssa_inline("gate", "answers.yaml", "-c", "checklist", *both).code == 1
    assert everything(folder) == before


@pytest.mark.skipif(os.name == "nt", reason="devices of POSIX systems")
def test_standard_output_by_another_name_is_appended_to(folder: Path, cssa: Inline) -> None:
    with (folder / "log").open("wb") as log:
        log.write(b"before\n")
        log.flush()
        line = ("score", "answers.yaml", "-c", "checklist", "-o", "/dev/stdout")
        done = subprocess.run(program(*line), check=False, cwd=folder, stdout=log)
    assert done.returncode == 0
    text = (folder / "log").read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.count("cssa score") == 0
    piped = cssa(*line, cwd=folder)
    assert (piped.code, f"before\n{piped.out}") == (0, text)


@each_command
def test_a_folder_or_a_place_that_is_not_there_is_told(
    name: str, folder: Path, cssa_inline: Inline
) -> None:
    command = COMMANDS[name]
    taken = folder / f"folder.{command.ending}"
    taken.mkdir()
    before = everything(folder)
    for out in (taken, folder / "nowhere" / taken.name, folder / "notes" / taken.name):
        for more in ((), ("--replace",)):
            run = cssa_inline(*command.arguments(out), *more)
            assert (run.code, run.out) == (74, ""), out
            assert run.err.startswith(f"{out}: ")
            assert run.err.count("\n") == 1
    assert everything(folder) == before


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be written by root"
)
@each_command
def test_a_read_only_file_or_folder_is_told(
    name: str, folder: Path, written: Written, cssa_inline: Inline
) -> None:
    command = COMMANDS[name]
    out = folder / f"own.{command.ending}"
    written(name, out)
    out.chmod(0o444)
    unreadable = folder / f"unreadable.{command.ending}"
    unreadable.write_text(NOTES, encoding="utf-8")
    unreadable.chmod(0)
    closed = folder / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    for path in (out, closed / out.name, unreadable):
        for more in ((), ("--replace",)):
            run = cssa_inline(*command.arguments(path), *more)
            assert (run.code, run.out) == (74, "")
            assert run.err.startswith(f"{path}: ")
    assert not list(closed.iterdir())
    assert not list(folder.glob("*.bak*"))
    unreadable.chmod(0o600)
    assert unreadable.read_text(encoding="utf-8") == NOTES


# Two outputs of one run.


@pytest.mark.parametrize(
    ("first", "second", "exists"),
    [
        ("a.out", "a.out", False),
        ("a.out", "a.out", True),
        ("a.out", "./a.out", False),
        ("a.out", "checklist/../a.out", False),
        ("a.out", "checklist/../a.out", True),
        ("a.out", "A.OUT", False),  # one file on most systems of staff
        ("\u304c.out", "\u304b\u3099.out", False),
    ],
)
def test_two_outputs_of_one_run_are_two_files(
    first: str, second: str, exists: bool, folder: Path, cssa_inline: Inline
) -> None:
    line = ("gate", "answers.yaml", "-c", "checklist")
    if exists:
        assert cssa_inline(*line, "-o", f"json={first}").code == 1
    before = everything(folder)
    run = cssa_inline(*line, "-o", f"junit={first}", "-o", f"json={second}")
    assert run.code == 2
    assert str(Path(second)) in run.err
    assert everything(folder) == before


def test_names_that_differ_in_case_are_two_files_where_the_system_says_so(
    folder: Path, cssa_inline: Inline
) -> None:
    if (folder / "ANSWERS.yaml").exists():
        pytest.skip("the file system tells no case apart")
    (folder / "Figures.txt").write_text(NOTES, encoding="utf-8")
    shutil.copy(folder / "answers.yaml", folder / "answers.txt")
    line = ("score", "answers.txt", "-c", "checklist", "-o")
    assert cssa_inline(*line, "Answers.txt").code == 0
    assert cssa_inline(*line, "figures.txt").code == 0
    assert (folder / "Figures.txt").read_text(encoding="utf-8") == NOTES


def test_standard_output_that_is_an_input_is_refused(folder: Path, cssa: Inline) -> None:  # noqa: ARG001 - it clears the environment
    before = everything(folder)
    line = program("score", "answers.yaml", "-c", "checklist", "-o", "answers.yaml")
    with (folder / "answers.yaml").open("ab") as stream:
        done = subprocess.run(line, check=False, cwd=folder, stdout=stream, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert everything(folder) == before


def test_two_outputs_are_the_same_file_through_a_link(folder: Path, cssa_inline: Inline) -> None:
    (folder / "link").symlink_to("a.out")
    line = ("gate", "answers.yaml", "-c", "checklist", "-o", "json=a.out", "-o", "text=link")
    assert cssa_inline(*line).code == 2
    assert not (folder / "a.out").exists()


def test_a_kept_result_and_a_report_are_two_files(folder: Path, cssa_inline: Inline) -> None:
    line = ("gate", "answers.yaml", "-c", "checklist", "--policy", "policy.yaml", "--keep", "k")
    assert cssa_inline(*line, "-o", "json=k.json").code == 2
    assert not (folder / "k.json").exists()


def test_answers_and_a_returned_form_are_two_files(folder: Path, cssa_inline: Inline) -> None:
    before = everything(folder)
    line = ("form", "read", "broken.xlsx", "-c", "checklist", "-o", "a.xlsx", "--return", "a.xlsx")
    assert cssa_inline(*line).code == 2
    assert everything(folder) == before


# Files that a command exists to update.


def test_a_kept_result_is_updated_and_nothing_else(folder: Path, cssa_inline: Inline) -> None:
    line = ("gate", "answers.yaml", "-c", "checklist", "--policy", "policy.yaml")
    assert cssa_inline(*line, "--keep", "kept.json").code == 0
    assert cssa_inline(*line, "--keep", "kept.json", "--previous", "kept.json").code == 0
    before = everything(folder)
    for other, code in (("answers.yaml", 2), ("policy.yaml", 2), ("notes", 3), ("checklist", 74)):
        run = cssa_inline(*line, "--keep", other, "--replace")
        assert run.code == code, other
        run = cssa_inline(*line, "--keep", other, "--accept-lower", "decided")
        assert run.code == code, other
    assert everything(folder) == before


@pytest.mark.parametrize(
    ("out", "code"),
    [("old.yaml", 2), ("checklist/checklist.yaml", 2), ("checklist", 74), ("nowhere/a.yaml", 74)],
)
def test_answers_are_saved_to_no_other_input(
    out: str, code: int, folder: Path, cssa_inline: Inline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cssa.cli.assess.Terminal.is_there", lambda: True)
    before = everything(folder)
    run = cssa_inline("assess", "-c", "checklist", "-a", out, "--previous", "old.yaml")
    assert run.code == code
    assert run.err.startswith(f"{out}: ")
    assert everything(folder) == before


# --replace.


@each_command
def test_replacing_keeps_the_old_file_beside(name: str, folder: Path, cssa_inline: Inline) -> None:
    command = COMMANDS[name]
    out = folder / f"own.{command.ending}"
    before = everything(folder)
    for number, backup in enumerate((f"{out.name}.bak", f"{out.name}.bak.1", f"{out.name}.bak.2")):
        old = f"{NOTES}{number}".encode()
        out.write_bytes(old)
        run = cssa_inline(*command.arguments(out), "--replace", lang=LANGS[number % 2])
        assert run.code == command.code, run.err
        assert backup in run.err
        assert (folder / backup).read_bytes() == old
        assert out.read_bytes() != old
        before |= {backup: old, out.name: out.read_bytes()}
        assert everything(folder) == before


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX systems")
def test_the_old_file_keeps_its_permissions_and_a_link_stays_one(
    folder: Path, cssa_inline: Inline
) -> None:
    notes, link = folder / "notes", folder / "link.md"
    notes.chmod(0o640)
    link.symlink_to("notes")
    line = ("report", "answers.yaml", "-c", "checklist", "-o", link, "--replace")
    assert cssa_inline(*line).code == 0
    assert link.is_symlink()
    assert (folder / "link.md.bak").read_text(encoding="utf-8") == NOTES
    assert {path.stat().st_mode & 0o777 for path in (notes, folder / "link.md.bak")} == {0o640}


@pytest.mark.parametrize("after", [0, 1])
def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_else(
    after: int, folder: Path, cssa_inline: Inline, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    (folder / "notes.txt").write_text(NOTES, encoding="utf-8")
    before = everything(folder)
    synced: list[int] = []

    def fsync(descriptor: int) -> None:
        if len(synced) == after:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        synced.append(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    run = cssa_inline("score", "answers.yaml", "-c", "checklist", "-o", "notes.txt", "--replace")
    assert run.code == 74
    assert everything(folder) == before
    assert len(synced) == after


def test_an_own_output_needs_no_copy(folder: Path, written: Written, cssa_inline: Inline) -> None:
    written("report-md", folder / "r.md")
    assert cssa_inline(*COMMANDS["report-md"].arguments("r.md"), "--replace").code == 0
    assert not list(folder.glob("*.bak*"))


# As its user meets it.


@both_languages
def test_what_a_user_had_is_there_after_every_slip(
    lang: str, folder: Path, cssa: Callable[..., Any]
) -> None:
    shutil.copy(folder / "notes", folder / "notes.md")
    before = everything(folder)
    for line, code in (
        ("form read filled.xlsx -c checklist -o notes.md", 74),
        ("score answers.yaml -c checklist --format json -o answers.yaml", 2),
        ("gate answers.yaml -c checklist -o json=answers.yaml", 2),
        ("form new -c checklist -o filled.xlsx", 74),
        ("report filled.xlsx -c checklist -o filled.xlsx", 2),
        ("report answers.yaml -c checklist -o notes.md", 74),
        ("schema answers -o answers.yaml", 74),
    ):
        run = cssa(*line.split(), env={"CSSA_LANG": lang}, cwd=folder)
        assert (run.code, run.out) == (code, ""), (line, run.err)
        assert run.err.startswith(f"{line.split()[-1].removeprefix('json=')}: ")
        assert ("--replace" in run.err) == (code == 74)
    assert everything(folder) == before
