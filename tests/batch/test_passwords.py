"""Files under a password: opened with those of their sender, or waiting for the right one."""

import io
import json
import os
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.batch.conftest import tree
from tests.batch.institutions import CHECKLIST, submit
from tests.batch.mails import saved
from tests.batch.test_inbox import zipped
from tests.forms.workbooks import Filled

from cssa.batch.intake.inbox import open_inbox
from cssa.errors import InputError
from cssa.lists.passwords import MAX_TRIED, Password, PasswordList, read_passwords
from cssa.messages import LANGS, Lang, message
from cssa.messages.problems import describe_all

Cssa = Callable[..., Any]
SECRET = "ひみつ-7" * 2
FORM = b"a form"


def keys(data: bytes, password: str, content: bytes) -> bytes:
    """Encrypt what follows an archive's header as PKZIP does; returns it with its header."""
    table = [0] * 256
    for number in range(256):
        value = number
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
        table[number] = value

    def crc(value: int, byte: int) -> int:
        return value >> 8 ^ table[(value ^ byte) & 0xFF]

    state = [0x12345678, 0x23456789, 0x34567890]

    def update(byte: int) -> None:
        state[0] = crc(state[0], byte)
        state[1] = ((state[1] + (state[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        state[2] = crc(state[2], state[1] >> 24)

    for byte in password.encode():
        update(byte)
    encrypted = bytearray()
    for byte in data + content:
        value = state[2] | 2
        encrypted.append(byte ^ (value * (value ^ 1) >> 8 & 0xFF))
        update(byte)
    return bytes(encrypted)


def locked_zip(password: str, **members: bytes) -> bytes:
    """Return an archive under a password, by the encryption that every system reads."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for name, data in members.items():
            out.writestr(f"{name}.yaml", bytes(12) + data)
    raw = bytearray(stream.getvalue())
    with zipfile.ZipFile(stream) as plain:
        infos = plain.infolist()
    position = raw.index(b"PK\x01\x02")
    for info, data in zip(infos, members.values(), strict=True):
        checksum = zlib.crc32(data)
        start = info.header_offset + 30 + len(info.filename)
        head = bytes(11) + bytes([checksum >> 24])
        raw[start : start + 12 + len(data)] = keys(head, password, data)
        for at in (info.header_offset + 6, position + 8):
            raw[at] |= 1
        for at in (info.header_offset + 14, position + 16):
            raw[at : at + 4] = checksum.to_bytes(4, "little")
        for at in (info.header_offset + 22, position + 24):
            raw[at : at + 4] = len(data).to_bytes(4, "little")
        position += 46 + len(info.filename)
    return bytes(raw)


def passwords(*entries: tuple[str, str]) -> PasswordList:
    return PasswordList((sender, Password(password)) for sender, password in entries)


@pytest.mark.parametrize(
    ("sender", "path", "senders", "opens"),
    [
        ("a@bank.example", "in/m.eml!f.zip", ["A@bank.example"], True),
        ("bank.example", "in/m.eml!f.zip", ["a@bank.example"], True),
        ("@bank.example", "in/m.eml!f.zip", ["a@mail.bank.example"], True),
        ("example", "in/m.eml!f.zip", ["a@bank.example"], False),
        ("ank.example", "in/m.eml!f.zip", ["a@bank.example"], False),
        ("b@bank.example", "in/m.eml!f.zip", ["a@bank.example"], False),
        ("a@bank.example", "in/f.zip", [], False),
        ("N001", "in/回答_N001.xlsx", [], True),
        ("n001", "in/N001/回答.xlsx", [], True),
        ("shinkin-1_a", "in/shinkin-1_a (2).xlsx", [], True),
        ("N001", "in/N0011.xlsx", [], False),
        ("N001", "in/XN001.xlsx", [], False),
    ],
)
def test_a_password_is_tried_on_its_senders_files_alone(
    sender: str, path: str, senders: list[str], opens: bool
) -> None:
    found = passwords((sender, SECRET)).for_file(path, senders)
    assert found == ((SECRET,) if opens else ())


def test_the_most_specific_are_tried_first_and_not_without_end() -> None:
    entries = [("bank.example", f"of the domain {number}") for number in range(50)]
    known = passwords(*entries, ("a@bank.example", "own"), ("a@bank.example", "own"))
    tried = known.for_file("in/m.eml!f.zip", ["a@bank.example"])
    assert tried[:2] == ("own", "of the domain 0")
    assert len(tried) == MAX_TRIED


@pytest.mark.parametrize(
    "table",
    [
        f"sender,password\na@x.example,{SECRET}\na@x.example,two\n",
        f"送付者,パスワード\na@x.example,{SECRET} \na@x.example,two\n",
    ],
)
def test_a_list_may_have_several_passwords_for_a_sender(table: str) -> None:
    found = read_passwords(table.encode(), "p.csv").for_file("f", ["a@x.example"])
    assert found == (SECRET, "two")


@pytest.mark.parametrize(
    "table",
    [
        f"a@x.example,{SECRET}\n",
        f"sender,password\na@x.example,1,{SECRET}\n",
        f'sender,password\na@x.example,"{SECRET}\n{SECRET}"\n',
        f"sender,password\n,{SECRET}\na@x.example,\n",
        f"sender,password,{SECRET}\na@x.example,1,\n",
        f"sender\n{SECRET}\n",
    ],
)
def test_no_problem_of_a_list_quotes_a_password(table: str) -> None:
    with pytest.raises(InputError) as caught:
        read_passwords(table.encode(), "p.csv")
    for lang in LANGS:
        described = "\n".join(describe_all(caught.value.problems, lang))
        assert "p.csv:" in described
        assert SECRET not in described


def test_a_password_does_not_show_itself() -> None:
    assert SECRET not in repr(Password(SECRET))
    assert SECRET not in repr([Password(SECRET)])


def _opened(tmp_path: Path, name: str, data: bytes, *entries: tuple[str, str]) -> Any:
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return open_inbox([folder], passwords=passwords(*entries)).files


def test_an_archive_is_opened_with_the_password_that_fits(tmp_path: Path) -> None:
    data = saved(("all.zip", locked_zip(SECRET, a=FORM, b=FORM + b"2")))
    entries = [("bank.example", "wrong"), ("bank.example", SECRET)]
    files = _opened(tmp_path, "m.eml", data, *entries)
    assert [(file.path, file.read(100)) for file in files] == [
        ("in/m.eml!all.zip!a.yaml", FORM),
        ("in/m.eml!all.zip!b.yaml", FORM + b"2"),
    ]


@pytest.mark.parametrize(
    ("entries", "code", "params"),
    [
        ([], "encrypted", {}),
        ([("other.example", SECRET)], "encrypted", {}),
        ([("bank.example", "1"), ("bank.example", "2")], "password_wrong", {"count": 2}),
    ],
)
def test_an_archive_that_nothing_opens_waits(
    entries: list[tuple[str, str]], code: str, params: dict[str, int], tmp_path: Path
) -> None:
    data = saved(("all.zip", locked_zip(SECRET, a=FORM)))
    (file,) = _opened(tmp_path, "m.eml", data, *entries)
    assert file.path == "in/m.eml!all.zip"
    assert (file.trouble.code, file.trouble.params) == (f"batch.archive.{code}", params)


def test_only_the_whole_content_shows_that_a_password_fits(
    tmp_path: Path, options: list[object], cssa_inline: Cssa
) -> None:
    """The first bytes let one wrong password in 256 pass."""
    data = locked_zip(SECRET, a=FORM)
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        for number in range(10_000):
            try:
                opened.open("a.yaml", pwd=f"wrong {number}".encode()).close()
            except RuntimeError:
                continue
            break
    (tmp_path / "in/N001.zip").write_bytes(data)
    run = cssa_inline(*options, *written(tmp_path, ("N001", f"wrong {number}")))
    (file,) = ledger(tmp_path).values()
    assert (run.code, file["path"]) == (4, "in/N001.zip!a.yaml")
    assert file["state"] == "waiting_password"
    assert [reason["code"] for reason in file["reasons"]] == ["batch.archive.password_wrong"]


def test_an_archive_under_a_password_is_settled_before_it_is_decrypted(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for number in range(200):
            out.writestr(f"{number}.yaml", bytes(100_000))
    data = bytearray(stream.getvalue())
    with zipfile.ZipFile(stream) as opened:
        for info in opened.infolist():
            data[info.header_offset + 6] |= 1
    position = data.index(b"PK\x01\x02")
    while position >= 0:
        data[position + 8] |= 1
        position = data.find(b"PK\x01\x02", position + 1)
    spent = []
    for _ in range(3):
        start = time.process_time()
        _opened(tmp_path, "N001.zip", bytes(data), *(("N001", str(n)) for n in range(20)))
        spent.append(time.process_time() - start)
    assert min(spent) < 1


def aes_zip(password: str, data: bytes) -> bytes:
    pyzipper = pytest.importorskip("pyzipper", reason="the extra that opens AES is not installed")
    stream = io.BytesIO()
    with pyzipper.AESZipFile(stream, "w", encryption=pyzipper.WZ_AES) as out:
        out.setpassword(password.encode())
        out.writestr("a.yaml", data)
    return stream.getvalue()


def test_an_archive_under_aes_is_opened_where_the_extra_is_there(tmp_path: Path) -> None:
    data = aes_zip(SECRET, FORM)
    (file,) = _opened(tmp_path, "N001.zip", data, ("N001", "wrong"), ("N001", SECRET))
    assert (file.path, file.read(100)) == ("in/N001.zip!a.yaml", FORM)
    (file,) = _opened(tmp_path, "N001.zip", data, ("N001", "wrong"))
    assert file.trouble.code == "batch.archive.password_wrong"


def test_without_the_extra_it_is_said_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytearray(locked_zip(SECRET, a=FORM))
    for at in (8, data.index(b"PK\x01\x02") + 10):
        data[at] = 99
    monkeypatch.setitem(sys.modules, "pyzipper", None)
    (file,) = _opened(tmp_path, "N001.zip", bytes(data), ("N001", SECRET))
    assert file.trouble.code == "batch.not_read.aes_extra"


@pytest.fixture
def options(tmp_path: Path) -> list[object]:
    (tmp_path / "in").mkdir()
    return [
        *("batch", "run", tmp_path / "in", "-o", tmp_path / "out", "--checklist", CHECKLIST),
        *("--formats", "json", "--workers", 1),
    ]


def written(tmp_path: Path, *entries: tuple[str, str], mode: int = 0o600) -> tuple[object, ...]:
    path = tmp_path / "passwords.csv"
    lines = ["sender,password", *(f'{sender},"{password}"' for sender, password in entries)]
    path.write_text("\n".join(lines), encoding="utf-8")
    path.chmod(mode)
    return ("--passwords", path)


def ledger(tmp_path: Path) -> dict[str, Any]:
    document = json.loads((tmp_path / "out/private/ledger.json").read_bytes())
    return {file["path"]: file for file in document["files"]}


def _kept(tmp_path: Path) -> list[Path]:
    """Return the files that a password stands in, as text or as JSON writes it."""
    forms = (SECRET.encode(), json.dumps(SECRET).strip('"').encode())
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    return [path for path in files if any(form in path.read_bytes() for form in forms)]


@pytest.mark.parametrize("lang", LANGS)
def test_a_run_counts_what_it_tried_and_opens_what_it_can(
    lang: Lang, tmp_path: Path, options: list[object], cssa_inline: Cssa
) -> None:
    answers = submit(tmp_path / "forms", 1).read_bytes()
    (tmp_path / "in/m.eml").write_bytes(saved(("f.zip", locked_zip(SECRET, a=answers))))
    for entries, state, code in (
        ([], "waiting_password", "batch.archive.encrypted"),
        ([("bank.example", "wrong")], "waiting_password", "batch.archive.password_wrong"),
        ([("bank.example", SECRET)], "accepted", None),
        ([("bank.example", "wrong")], "waiting_password", "batch.archive.password_wrong"),
    ):
        accepted = ("--accept-removal", "the password was withdrawn")
        run = cssa_inline(*options, *written(tmp_path, *entries), *accepted, lang=lang)
        (file,) = ledger(tmp_path).values()
        assert (run.code, file["state"]) == (0 if code is None else 4, state), run.err
        assert ("unlocked" in file["marks"]) == (code is None)
        assert [reason["code"] for reason in file["reasons"]] == ([code] if code else [])
        assert SECRET not in run.out + run.err
        assert not _kept(tmp_path)
    (letter,) = (tmp_path / "out/returns").iterdir()
    assert message(lang, "batch.letter.to_do.password_wrong") in letter.read_text("utf-8-sig")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.skipif(os.name != "posix", reason="permissions of other systems are not looked at")
def test_a_list_that_others_can_read_is_used_with_a_warning(
    lang: Lang, tmp_path: Path, options: list[object], cssa_inline: Cssa
) -> None:
    submit(tmp_path / "in", 1)
    warning = message(lang, "batch.passwords_open")
    for mode, is_warned in ((0o644, True), (0o600, False)):
        given = written(tmp_path, ("N001", SECRET), mode=mode)
        run = cssa_inline(*options, *given, lang=lang)
        assert run.code == 0
        assert (warning in run.err) == is_warned


def locked_workbook(data: bytes, password: str) -> bytes:
    office = pytest.importorskip(
        "msoffcrypto.format.ooxml", reason="the extra [password] is not installed"
    )
    stream = io.BytesIO()
    office.OOXMLFile(io.BytesIO(data)).encrypt(password, stream)
    return stream.getvalue()


@pytest.fixture
def form(tmp_path: Path, cssa_inline: Cssa) -> bytes:
    """A form that is filled in."""
    path = tmp_path / "forms" / "form.xlsx"
    path.parent.mkdir()
    answers = submit(tmp_path / "forms", 1)
    run = cssa_inline("form", "new", "-c", CHECKLIST, "--answers", answers, "-o", path)
    assert run.code == 0, run.err
    return path.read_bytes()


def test_a_workbook_is_opened_with_its_senders_password_and_read_once(
    tmp_path: Path, options: list[object], form: bytes, cssa_inline: Cssa
) -> None:
    data = saved(("回答.xlsx", locked_workbook(form, SECRET)))
    (tmp_path / "in/m.eml").write_bytes(data)
    assert cssa_inline(*options).code == 4
    (file,) = ledger(tmp_path).values()
    assert [reason["code"] for reason in file["reasons"]] == ["batch.password"]
    run = cssa_inline(*options, *written(tmp_path, ("bank.example", "1"), ("bank.example", "2")))
    (file,) = ledger(tmp_path).values()
    assert (run.code, file["state"]) == (4, "waiting_password")
    assert "2" in file["reasons"][0]["text"]
    right = written(tmp_path, ("bank.example", "wrong"), ("bank.example", SECRET))
    assert cssa_inline(*options, *right).code == 0
    (file,) = ledger(tmp_path).values()
    assert (file["state"], file["institution"]) == ("accepted", "N001")
    assert file["marks"] == ["unlocked", "mail_date"]
    assert not _kept(tmp_path)
    before = tree(tmp_path / "out")
    assert cssa_inline(*options, *right).code == 0
    assert tree(tmp_path / "out") == before


def test_what_goes_back_of_a_workbook_under_a_password_has_its_cells_marked(
    tmp_path: Path, options: list[object], form: bytes, cssa_inline: Cssa
) -> None:
    wrong = Filled(form).enter("1-1", "seven").save()
    (tmp_path / "in/N001.xlsx").write_bytes(locked_workbook(wrong, SECRET))
    assert cssa_inline(*options, *written(tmp_path, ("N001", SECRET))).code == 4
    (file,) = ledger(tmp_path).values()
    assert (file["state"], file["marks"]) == ("returned", ["unlocked"])
    assert {path.name for path in (tmp_path / "out/returns").iterdir()} == {
        "N001.txt", "N001.xlsx",
    }  # fmt: skip


def test_an_unlocked_form_and_the_plain_one_are_the_same_answers(
    tmp_path: Path, options: list[object], form: bytes, cssa_inline: Cssa
) -> None:
    (tmp_path / "in/N001.xlsx").write_bytes(locked_workbook(form, SECRET))
    (tmp_path / "in/N001 (1).xlsx").write_bytes(form)
    (tmp_path / "in/all.zip").write_bytes(zipped({"N001.xlsx": form}))
    assert cssa_inline(*options, *written(tmp_path, ("N001", SECRET))).code == 0
    states = sorted(file["state"] for file in ledger(tmp_path).values())
    assert states == ["accepted", "duplicate", "duplicate"]


def test_a_list_that_cannot_be_read_is_refused_before_anything_is_written(
    tmp_path: Path, options: list[object], cssa_inline: Cssa
) -> None:
    submit(tmp_path / "in", 1)
    (tmp_path / "p.csv").write_text(f"who,what\na,{SECRET}\n", encoding="utf-8")
    run = cssa_inline(*options, "--passwords", tmp_path / "p.csv")
    assert run.code == 3
    assert "p.csv:1:" in run.err
    assert SECRET not in run.err
    assert not (tmp_path / "out").exists()
