"""Files found in folders and archives."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.batch.intake import archive
from cssa.batch.intake.inbox import Inbox, open_inbox
from cssa.errors import InputError, UsageError

Write = Callable[..., Path]


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for name, data in members.items():
            out.writestr(zipfile.ZipInfo(name), data)  # dated 1980: a test's name holds it
    return stream.getvalue()


def paths(*given: Path, apart: tuple[Path, ...] = ()) -> list[str]:
    return [one.path for one in open_inbox(given, apart).files]


def test_paths_are_shown_below_what_was_named(write: Write, tmp_path: Path) -> None:
    write("in/one.xlsx", b"1")
    write("in/east/two.xlsx", b"2")
    write("three.xlsx", b"3")
    assert paths(tmp_path / "in", tmp_path / "three.xlsx") == [
        "in/east/two.xlsx",
        "in/one.xlsx",
        "three.xlsx",
    ]


def test_folders_of_one_name_are_told_apart(write: Write, tmp_path: Path) -> None:
    write("east/forms/a.xlsx", b"1")
    write("west/forms/a.xlsx", b"2")
    assert paths(tmp_path / "east/forms", tmp_path / "west/forms") == [
        "east/forms/a.xlsx",
        "west/forms/a.xlsx",
    ]


def test_the_lists_and_the_result_beside_the_forms_are_no_forms(
    write: Write, tmp_path: Path
) -> None:
    roster = write("in/roster.csv", b"id")
    write("in/out/private/kept/found.json", b"{}")
    write("in/a.xlsx", b"1")
    assert paths(tmp_path / "in", apart=(roster, tmp_path / "in/out")) == ["in/a.xlsx"]


def test_a_file_named_twice_over_is_found_once(write: Write, tmp_path: Path) -> None:
    one = write("in/a.xlsx", b"1")
    assert paths(tmp_path / "in", one) == ["in/a.xlsx"]


def test_what_systems_leave_is_told_apart(write: Write, tmp_path: Path) -> None:
    write("in/.DS_Store", b"1")
    write("in/~$a.xlsx", b"1")
    write("in/Thumbs.db", b"1")
    write("in/all.zip", zipped({"__MACOSX/._a.xlsx": b"1", "a.xlsx": b"2"}))
    inbox = open_inbox([tmp_path / "in"])
    assert [one.path for one in inbox.files] == ["in/all.zip!a.xlsx"]
    assert len(inbox.ignored) == 4


def test_members_of_an_archive_are_files(write: Write, tmp_path: Path) -> None:
    forms = {"east/a.xlsx": b"first", "west/b.xlsx": b"second"}
    write("in/all.zip", zipped(forms))
    inbox = open_inbox([tmp_path / "in"])
    assert [one.path for one in inbox.files] == [f"in/all.zip!{name}" for name in forms]
    assert [one.read(100) for one in inbox.files] == [b"first", b"second"]
    assert len({one.sha256 for one in inbox.files}) == 2


def test_a_workbook_is_no_archive(write: Write, tmp_path: Path) -> None:
    write("in/a.xlsx", zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}))
    assert paths(tmp_path / "in") == ["in/a.xlsx"]


def test_names_of_japanese_windows_are_read(write: Write, tmp_path: Path) -> None:
    data = zipped({"kaitou.xlsx": b"1"})
    written = "回答.xlsx".encode("cp932")
    write("in/all.zip", data.replace(b"kaitou.xlsx", written.ljust(11, b"_")))
    assert paths(tmp_path / "in") == ["in/all.zip!回答.xlsx__"]


def test_names_from_archives_reach_no_path(write: Write, tmp_path: Path) -> None:
    write("in/all.zip", zipped({"../../evil.xlsx": b"1"}))
    inbox = open_inbox([tmp_path / "in"])
    assert [one.path for one in inbox.files] == ["in/all.zip!../../evil.xlsx"]
    assert inbox.files[0].source == str(tmp_path / "in/all.zip")
    assert not (tmp_path.parent / "evil.xlsx").exists()


@pytest.mark.parametrize(
    ("limit", "value", "code"),
    [("MAX_MEMBERS", 1, "too_many"), ("MAX_ALL", 10, "too_large")],
)
def test_an_archive_beyond_measure_is_one_refused_file(
    limit: str,
    value: int,
    code: str,
    write: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, limit, value)
    write("in/all.zip", zipped({"a.xlsx": b"123456", "b.xlsx": b"123456"}))
    (found,) = open_inbox([tmp_path / "in"]).files
    assert found.path == "in/all.zip"
    assert found.trouble is not None
    assert found.trouble.code == f"batch.archive.{code}"


def test_an_archive_under_a_password_is_one_file_that_waits(write: Write, tmp_path: Path) -> None:
    data = bytearray(zipped({"a.xlsx": b"1"}))
    for start in (6, data.index(b"PK\x01\x02") + 8):
        data[start] |= 1
    write("in/all.zip", bytes(data))
    (found,) = open_inbox([tmp_path / "in"]).files
    assert found.trouble is not None
    assert found.trouble.code == "batch.archive.encrypted"


def test_a_damaged_member_is_one_refused_file(write: Write, tmp_path: Path) -> None:
    data = zipped({"a.xlsx": b"content of a", "b.xlsx": b"content of b"})
    write("in/all.zip", data.replace(b"content of a", b"c0ntent of a"))
    found = open_inbox([tmp_path / "in"]).files
    assert [one.trouble and one.trouble.code for one in found] == ["form.guard.damaged", None]


def test_paths_that_lead_nowhere_or_twice_to_one_place(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        open_inbox([tmp_path / "nowhere"])
    with pytest.raises(UsageError):
        open_inbox([tmp_path, tmp_path])


def troubles(inbox: Inbox) -> dict[str, str | None]:
    return {file.path: file.trouble and file.trouble.code for file in inbox.files}


def test_links_and_devices_that_are_no_files_are_listed(write: Write, tmp_path: Path) -> None:
    write("in/a.xlsx", b"1")
    write("elsewhere/b.xlsx", b"2")
    (tmp_path / "in/gone.xlsx").symlink_to("nowhere.xlsx")
    (tmp_path / "in/east").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in/same").symlink_to(tmp_path / "in")
    os.mkfifo(tmp_path / "in/pipe.xlsx")
    assert troubles(open_inbox([tmp_path / "in"])) == {
        "in/a.xlsx": None,
        "in/east/": "batch.not_read.linked_folder",
        "in/gone.xlsx": "batch.not_read.broken_link",
        "in/pipe.xlsx": "batch.not_read.special",
    }


def test_a_specified_link_to_nothing_is_listed_too(tmp_path: Path) -> None:
    (tmp_path / "gone.xlsx").symlink_to("nowhere.xlsx")
    assert list(troubles(open_inbox([tmp_path / "gone.xlsx"])).values()) == [
        "batch.not_read.broken_link"
    ]


def test_what_this_account_may_not_read_is_listed(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, mine = write("in/closed/b.xlsx", b"2").parent, write("in/mine.xlsx", b"1")
    write("in/a.xlsx", b"1")
    scan, open_path = os.scandir, Path.open

    def scandir(path: str) -> Any:
        if Path(path) == closed:
            raise PermissionError(13, "denied", str(path))
        return scan(path)

    def opened(path: Path, *args: Any) -> Any:
        if path == mine:
            raise PermissionError(13, "denied", str(path))
        return open_path(path, *args)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "open", opened)
    assert troubles(open_inbox([tmp_path / "in"])) == {
        "in/a.xlsx": None,
        "in/closed/": "batch.not_read.denied",
        "in/mine.xlsx": "batch.not_read.denied",
    }


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_are_all_found(write: Write, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for content in (b"first", b"second"):
            out.writestr("a.xlsx", content)
    write("in/all.zip", stream.getvalue())
    found = open_inbox([tmp_path / "in"]).files
    assert [file.path for file in found] == ["in/all.zip!a.xlsx", "in/all.zip!a.xlsx (2)"]
    assert [file.read(9) for file in found] == [b"first", b"second"]
