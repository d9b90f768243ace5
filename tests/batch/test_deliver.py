"""Handing out: what is in whose package, what is not made, and what is recorded of it."""

import csv
import hashlib
import io
import json
import re
import stat
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import pyzipper
from tests.batch.conftest import environment, tree
from tests.batch.sending import PUBLISHED_ON, Campaign, Inline

from cssa.messages import LANGS, Lang, message
from cssa.reports.formats.registry import FEEDBACK_FORMATS

FORMATS = "html,json,md,xlsx"
FEEDBACK = [f"feedback.{name}" for name in FORMATS.split(",")]
LATER = "2026-12-20"
GIVEN = "correct horse, 42!"


@pytest.fixture
def interim(tmp_path: Path, cssa_inline: Inline) -> Campaign:
    """Two accepted, one refused, one missing; feedback in every format."""
    campaign = Campaign(tmp_path / "case", cssa_inline)
    for number in (1, 2, 3, 4):
        campaign.expect(number, email=f"n{number}@example.invalid")
    campaign.send(1)
    campaign.send(2)
    campaign.put("N003.xlsx", b"PK\x03\x04 no workbook")
    assert campaign.run("--formats", FORMATS).code == 3
    return campaign


@pytest.fixture
def published(interim: Campaign) -> Campaign:
    done = interim.publish()
    assert done.code == 0, done.err
    return interim


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    return tmp_path / "packages"


def names(package: Path) -> list[str]:
    with zipfile.ZipFile(package) as archive:
        return archive.namelist()


def listed(folder: Path) -> list[dict[str, str]]:
    text = (folder / "mail.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def passwords(folder: Path, *lines: str) -> Path:
    path = folder / "passwords.csv"
    path.write_text("\n".join(["id,password", *lines]), encoding="utf-8")
    path.chmod(0o600)
    return path


# What is in a package.


def test_each_institution_gets_its_feedback_and_what_goes_back(
    published: Campaign, packages: Path
) -> None:
    done = published.deliver(LATER, packages)
    assert done.code == 0, done.err
    assert sorted(path.name for path in packages.glob("*.zip")) == [
        "N001.zip",
        "N002.zip",
        "N003.zip",
    ]
    assert names(packages / "N001.zip") == FEEDBACK
    assert names(packages / "N003.zip") == ["returns/N003.txt"]
    with zipfile.ZipFile(packages / "N002.zip") as archive:
        for name in FEEDBACK:
            assert archive.read(name) == (published.out / "feedback/N002" / name).read_bytes()
    mails = listed(packages)
    assert [(mail["to"], mail["attachment"]) for mail in mails] == [
        (f"n{number}@example.invalid", f"N00{number}.zip") for number in (1, 2, 3)
    ]
    assert [mail["subject"] for mail in mails] == [
        "Self-assessment: feedback report", "Self-assessment: feedback report",
        "Self-assessment: action needed on your form",
    ]  # fmt: skip
    assert mails[0]["body"] == letter(packages, "N001").rstrip("\n")


def letter(folder: Path, ident: str) -> str:
    return (folder / f"{ident}.txt").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("lang", LANGS)
def test_the_letter_says_what_is_in_the_package(
    published: Campaign, packages: Path, lang: str
) -> None:
    assert published.run("--formats", FORMATS, lang=lang).code == 3
    assert published.deliver(LATER, packages, lang=lang).code == 0
    text = letter(packages, "N001")
    assert text.startswith(
        {"ja": "取扱注意・機密性2\n2026年12月20日\n", "en": "Restricted · Level 2\n2026-12-20\n"}[
            lang
        ]
    )
    assert "N001.zip" in text
    bullet = {"ja": "・", "en": "- "}[lang]
    assert all(f"{bullet}{name}\n" in text for name in FEEDBACK)
    assert not re.search("N002|第2信用金庫", text)
    assert {"ja": "弱点に関する情報", "en": "information on weaknesses"}[lang] in text


@pytest.mark.parametrize("lang", LANGS)
def test_a_letter_with_a_returned_form_says_when_the_statistics_are_closed(
    published: Campaign, packages: Path, lang: Lang
) -> None:
    assert published.run("--formats", FORMATS, lang=lang).code == 3
    assert published.deliver(LATER, packages, lang=lang).code == 0
    closed = message(lang, "batch.letter.feedback_only")
    assert f"\n{closed}\n" in letter(packages, "N003")
    assert closed not in letter(packages, "N001"), "nothing is asked of it"


def test_the_record_has_when_whom_which_package_and_edition(
    published: Campaign, packages: Path
) -> None:
    assert published.deliver(LATER, packages).code == 0
    first, _second, third, mails = published.log("deliveries")
    data = (packages / "N001.zip").read_bytes()
    assert (first["on"], first["to"], first["edition"]) == (LATER, "N001", 1)
    assert first["addresses"] == ["n1@example.invalid"]
    assert first["files"]["N001.zip"] == hashlib.sha256(data).hexdigest()
    assert not first["interim"]
    assert not first["protected"]
    assert (third["to"], third["edition"]) == ("N003", None)
    assert mails["to"] == ""
    assert list(mails["files"]) == ["mail.csv"]
    log = published.out / "private/deliveries.jsonl"
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(packages.stat().st_mode) == 0o700


def test_corrected_feedback_is_handed_out_as_its_edition_and_only_that(
    published: Campaign, packages: Path
) -> None:
    assert published.deliver(LATER, packages).code == 0
    published.send(2, name="N002-2.yaml", version=2, levels={"1-1": 0, "1.1-1": 5})
    assert published.run("--formats", FORMATS).code == 3
    done = published.deliver("2026-12-21", packages)
    assert done.code == 0
    assert [mail["attachment"] for mail in listed(packages)] == ["N002.zip"]
    assert "made on an earlier day and has not changed: 2" in done.out
    (entry,) = [
        entry
        for entry in published.log("deliveries")
        if entry["on"] == "2026-12-21" and entry["to"]
    ]
    assert (entry["to"], entry["edition"]) == ("N002", 2)
    assert "Corrected after publication, edition 2" in letter(packages, "N002")


def test_again_makes_what_was_made_before(published: Campaign, packages: Path) -> None:
    assert published.deliver(LATER, packages).code == 0
    done = published.deliver("2026-12-21", packages)
    assert done.code == 0
    assert len(listed(packages)) == 3  # nothing new: the list of that day stays
    assert published.deliver("2026-12-21", packages, "--again").code == 0
    assert [entry["on"] for entry in published.log("deliveries") if entry["to"] == "N001"] == [
        LATER,
        "2026-12-21",
    ]


# Interim feedback.


@pytest.mark.parametrize("lang", LANGS)
def test_interim_feedback_is_handed_out_only_when_asked_for(
    interim: Campaign, packages: Path, lang: str
) -> None:
    done = interim.deliver("2026-11-20", packages, lang=lang)
    assert done.code == 2
    assert {"ja": "集計途中", "en": "interim"}[lang] in done.err
    assert not packages.exists()
    assert interim.deliver("2026-11-20", packages, "--interim", lang=lang).code == 0
    assert "own figures only" in letter(packages, "N001") or "貴機関の値だけ" in letter(
        packages, "N001"
    )
    assert [entry["interim"] for entry in interim.log("deliveries")] == [True, True, False, False]


# What is not made.


def _sent_to_another(path: Path) -> None:
    """Give the second institution the first one's file."""
    path.write_bytes(
        path.with_name(path.name).parent.parent.joinpath("N001", path.name).read_bytes()
    )


def _remove(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("change", [_sent_to_another, _remove])
@pytest.mark.parametrize("name", FEEDBACK)
def test_a_file_that_is_not_as_it_was_made_stops_the_package(
    published: Campaign, packages: Path, name: str, change: Any
) -> None:
    change(published.out / "feedback/N002" / name)
    done = published.deliver(LATER, packages)
    assert done.code == 3
    assert not (packages / "N002.zip").exists()
    assert "N002" in done.out
    assert f"feedback/N002/{name} was changed or removed" in done.out
    assert [mail["attachment"] for mail in listed(packages)] == ["N001.zip", "N003.zip"]
    assert {entry["to"] for entry in published.log("deliveries")} == {"N001", "N003", ""}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", FEEDBACK)
def test_a_file_with_another_institutions_id_stops_the_package(
    published: Campaign, packages: Path, name: str, lang: str
) -> None:
    """Even where the manifest says that the file is as it was made."""
    path = published.out / "feedback/N002" / name
    _sent_to_another(path)
    manifest = published.out / "private/manifest.json"
    document = json.loads(manifest.read_bytes())
    document["outputs"][f"feedback/N002/{name}"] = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(document), encoding="utf-8")
    done = published.deliver(LATER, packages, lang=lang)
    assert done.code == 3
    assert not (packages / "N002.zip").exists()
    said = {"ja": "中の機関IDはN001です", "en": "the ID in it is N001"}[lang]
    assert f"feedback/N002/{name}" in done.out
    assert said in done.out


@pytest.mark.parametrize("name", list(FEEDBACK_FORMATS))
def test_what_states_no_institution_has_no_addressee(name: str) -> None:
    format_ = FEEDBACK_FORMATS[name]
    two = b'<meta name="cssa-institution" content="A">\n[cssa]: # (A)\n'
    other = two.replace(b"A", b"B")
    for data in (b"", b"{", b"[" * 100_000, b"{}", b"PK\x03\x04", b"\xff\xfe", two + other):
        assert format_.addressee(data) is None


# Passwords.


def test_packages_are_encrypted_with_the_passwords_that_are_given(
    published: Campaign, packages: Path, tmp_path: Path
) -> None:
    secrets = {f"N00{number}": f"{GIVEN}{number}" for number in (1, 2, 3)}
    lines = [f'{ident},"{secret}"' for ident, secret in secrets.items()]
    done = published.deliver(LATER, packages, "--passwords", passwords(tmp_path, *lines))
    assert done.code == 0, done.err
    for ident, secret in secrets.items():
        with pyzipper.AESZipFile(packages / f"{ident}.zip") as archive:
            assert all(
                part.flag_bits & 1 and part.wz_aes_strength == 3 for part in archive.infolist()
            )
            archive.setpassword(b"wrong")
            with pytest.raises(RuntimeError):
                archive.read(archive.namelist()[0])
            archive.setpassword(secret.encode())
            assert archive.testzip() is None
    everything = b"".join(
        path.read_bytes()
        for root in (published.out, packages)
        for path in root.rglob("*")
        if path.is_file()
    )
    assert GIVEN not in done.out + done.err
    assert GIVEN.encode() not in everything
    assert all(entry["protected"] for entry in published.log("deliveries") if entry["to"])
    assert "through another channel" in letter(packages, "N001")


def test_encrypted_packages_stay_where_nothing_has_changed(
    published: Campaign, packages: Path, tmp_path: Path
) -> None:
    lines = [f"N00{number},{GIVEN[:7]}{number}" for number in (1, 2, 3)]
    asked = ("--passwords", passwords(tmp_path, *lines))
    assert published.deliver(LATER, packages, *asked).code == 0
    before = tree(packages), tree(published.out)
    assert published.deliver(LATER, packages, *asked).code == 0
    assert (tree(packages), tree(published.out)) == before
    passwords(tmp_path, *lines[:2], "N003,another")
    assert published.deliver(LATER, packages, *asked).code == 0
    changed = {name for name, digest in tree(packages).items() if before[0][name] != digest}
    assert changed == {"N003.zip"}


def test_what_was_interrupted_before_its_record_is_completed_by_the_same_command(
    published: Campaign, packages: Path, tmp_path: Path
) -> None:
    lines = [f"N00{number},x1y2z3" for number in (1, 2, 3)]
    asked = ("--passwords", passwords(tmp_path, *lines))
    assert published.deliver(LATER, packages, *asked).code == 0
    before, log = tree(packages), published.log("deliveries")
    (published.out / "private/deliveries.jsonl").unlink()
    (packages / "mail.csv").unlink()
    (packages / "N003.zip").unlink()
    assert published.deliver(LATER, packages, *asked).code == 0
    changed = {name for name, digest in tree(packages).items() if before[name] != digest}
    assert changed == {"N003.zip"}
    assert [entry["to"] for entry in published.log("deliveries")] == [entry["to"] for entry in log]


def test_without_its_password_an_institutions_package_is_not_made(
    published: Campaign, packages: Path, tmp_path: Path
) -> None:
    asked = ("--passwords", passwords(tmp_path, f'N001,"{GIVEN}"', f'N003,"{GIVEN}"'))
    done = published.deliver(LATER, packages, *asked)
    assert done.code == 3
    assert not (packages / "N002.zip").exists()
    assert "no line for this institution" in done.out


@pytest.mark.parametrize("lang", LANGS)
def test_every_fault_of_the_passwords_is_at_its_cell_and_none_is_quoted(
    published: Campaign, packages: Path, tmp_path: Path, lang: str
) -> None:
    lines = ("N001,ひみつ", "N002,", 'N003," padded"', "N003,double", "N999,stranger")
    path = passwords(tmp_path, *lines)
    done = published.deliver(LATER, packages, "--passwords", path, lang=lang)
    assert done.code == 3
    places = re.findall(rf"^{re.escape(str(path))}:(\d+:\d+)", done.err, re.MULTILINE)
    assert places == ["2:6", "3:6", "4:6", "5:1", "6:1"]
    assert not re.search("ひみつ|padded|double|stranger", done.err + done.out)
    assert not packages.exists()


def test_passwords_that_others_can_read_are_noted(
    published: Campaign, packages: Path, tmp_path: Path
) -> None:
    path = passwords(tmp_path, *(f"N00{number},x1y2z3" for number in (1, 2, 3)))
    path.chmod(0o644)
    done = published.deliver(LATER, packages, "--passwords", path)
    assert done.code == 0
    assert "Other users can read the file" in done.err


def test_without_the_extra_the_message_says_what_to_install(
    published: Campaign, packages: Path, tmp_path: Path, cache_folder: Path
) -> None:
    """In a process of its own, in which the library cannot be imported."""
    (tmp_path / "blocked").mkdir()
    (tmp_path / "blocked/pyzipper.py").write_text("raise ImportError\n", encoding="utf-8")
    variables = environment(cache_folder)
    variables["PYTHONPATH"] = f"{tmp_path / 'blocked'}:{variables['PYTHONPATH']}"
    command = ("batch", "deliver", published.out, "-o", packages, "--as-of", LATER)
    done = subprocess.run(
        [sys.executable, "-m", "cssa", *map(str, command), "--passwords", str(passwords(tmp_path)), "--lang", "en"],
        env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert 'pip install "cssa[deliver]"' in done.stderr
    assert not packages.exists()


# The same bytes, and nothing overwritten.


def test_open_packages_have_the_same_bytes_anywhere(published: Campaign, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    assert published.deliver(LATER, first).code == 0
    assert published.deliver(LATER, second).code == 0
    assert tree(first) == tree(second)
    assert len([entry for entry in published.log("deliveries") if entry["to"] == "N001"]) == 1


def test_a_file_of_the_users_is_not_overwritten(published: Campaign, packages: Path) -> None:
    packages.mkdir()
    (packages / "N001.zip").write_bytes(b"mine")
    done = published.deliver(LATER, packages)
    assert done.code == 74
    assert "N001.zip" in done.err
    assert (packages / "N001.zip").read_bytes() == b"mine"
    assert not (packages / "mail.csv").exists()


def test_a_run_with_entries_that_were_not_read_yet_comes_first(
    published: Campaign, packages: Path
) -> None:
    (published.out / "private/manifest.json").unlink()
    done = published.deliver(PUBLISHED_ON, packages)
    assert done.code == 3
    assert "Run `cssa batch run` again before making packages" in done.err
    assert not packages.exists()


def test_a_publication_that_was_interrupted_is_completed_first(
    published: Campaign, packages: Path
) -> None:
    path = published.out / "private/published.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"published"', '"publishing"', 1), encoding="utf-8")
    for done in (published.deliver(LATER, packages), published.remind(LATER)):
        assert done.code == 3
        assert "Publishing was interrupted" in done.err
    assert not packages.exists()


def test_packages_do_not_go_where_runs_write(published: Campaign) -> None:
    done = published.deliver(LATER, published.out / "feedback")
    assert done.code == 2
    assert "Specify another folder" in done.err
