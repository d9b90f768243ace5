"""``cssa checklist``, and an institution's own checklists beside the shipped ones."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.datafile.reader import read
from cssa.messages import Lang, message

TESTS = Path(__file__).resolve().parents[1]
OWN = TESTS / "checklists"
KINDS = OWN / "kinds" / "1"
SHIPPED = "fsa-cyber-guideline"
ALL_SHIPPED = sorted(
    path.parents[1].name
    for path in (TESTS.parent / "checklists").glob("*/*/checklist.yaml")
    if "historical: true" not in path.read_text("utf-8")
)
"""Ids of those that are listed."""

KINDS_ANSWERS = """\
schema: cssa.answers/1
checklist: {id: kinds, version: "1"}
institution: {id: example-bank, name: 例示銀行, sector: regional_bank}
answers:
  1.1-1: 3
  1.1-2: executives
  1.1-3: [backup, offline]
  1.1-4: {rows: {core: "yes", channels: partly}}
  1.1-5: {value: "2"}
  1.1-a: {text: 特になし}
"""


def test_the_shipped_checklists_are_listed(cssa_inline: Callable[..., Any]) -> None:
    run = cssa_inline("checklist", "list")
    assert (run.code, run.err) == (0, "")
    assert [name for name, _ in listing(run)] == ALL_SHIPPED


def listing(run: Any) -> dict[tuple[str, str], str]:
    """Return what the list says of each checklist, by id and version."""
    blocks = (block.split("\n", 1) for block in run.out.strip().split("\n\n"))
    return {(name.split()[0], name.split()[1]): facts for name, facts in blocks}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_practice_of_a_checklist_is_listed_in_its_order(
    lang: Lang, cssa_inline: Callable[..., Any]
) -> None:
    run = cssa_inline("checklist", "show", SHIPPED, lang=lang)
    content = cssa_inline("checklist", "show", SHIPPED, "--format", "json").json
    checklist = Checklist.model_validate(content)
    shown = [
        line.split()[0]
        for line in run.out.splitlines()
        if line.strip()[:1].isdigit() and "-" in line
    ]
    assert [name for name in shown if name in checklist.placed] == list(checklist.placed)
    for placed in checklist.placed.values():
        words = placed.practice.title.get(lang).split()[0]
        assert f"{placed.practice.id} {words}" in run.out


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_practice_can_be_shown(
    lang: Lang, cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CSSA_CHECKLISTS", str(OWN))
    for checklist_id in (SHIPPED, "kinds"):
        content = cssa_inline("checklist", "show", checklist_id, "--format", "json").json
        practices = list(Checklist.model_validate(content).placed.values())
        for placed in practices[:: max(1, len(practices) // 20)]:
            run = cssa_inline("checklist", "show", checklist_id, placed.practice.id, lang=lang)
            assert (run.code, run.err) == (0, "")
            flat = "".join(run.out.split())
            assert "".join(placed.practice.question.get(lang).split()) in flat
            for point in placed.practice.points:
                assert "".join(point.get(lang).split()) in flat


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_a_shown_checklist_reads_back_as_the_same_model(
    form: str, cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from cssa.checklist.draft import read_draft

    monkeypatch.setenv("CSSA_CHECKLISTS", str(OWN))
    run = cssa_inline("checklist", "show", "kinds", "--format", form)
    assert (run.code, run.err) == (0, "")
    value = read(run.out.encode(), "shown").value
    assert Checklist.model_validate(value) == read_draft(KINDS).checklist


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_a_practice_is_shown_as_its_author_wrote_it(
    form: str, cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CSSA_CHECKLISTS", str(OWN))
    written = read((KINDS / "1.yaml").read_bytes(), "1.yaml").value
    for practice in written["sections"][0]["practices"]:
        run = cssa_inline("checklist", "show", "kinds", practice["id"], "--format", form)
        shown = read(run.out.encode(), "shown").value
        assert shown == practice
        assert Practice.model_validate(shown)


def test_shown_text_is_in_both_languages_whatever_the_language_of_the_run(
    cssa_inline: Callable[..., Any],
) -> None:
    arguments = ("checklist", "show", SHIPPED, "2.1.1-1", "--format", "yaml")
    assert cssa_inline(*arguments, lang="ja").out == cssa_inline(*arguments, lang="en").out


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("arguments", [("nonesuch",), (SHIPPED, "9.9-9")])
def test_an_unknown_checklist_or_practice_is_reported(
    arguments: tuple[str, ...], lang: Lang, cssa_inline: Callable[..., Any]
) -> None:
    run = cssa_inline("checklist", "show", *arguments, lang=lang)
    assert (run.code, run.out) == (3, "")
    assert arguments[-1] in run.err
    assert SHIPPED in run.err


# An institution's own checklist.


def test_an_own_checklist_is_found_by_folder_header_or_variable(
    cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, write: Callable[..., Path]
) -> None:
    path = write("answers.yaml", KINDS_ANSWERS)
    arguments = ("score", path, "--format", "json", "--as-of", "2026-11-20")
    assert cssa_inline(*arguments).code == 3
    results = [
        cssa_inline(*arguments, "-c", KINDS).json,
        cssa_inline(*arguments, "--checklist", KINDS / "checklist.yaml").json,
    ]
    monkeypatch.setenv("CSSA_CHECKLISTS", os.pathsep.join([str(OWN), ""]))
    results.append(cssa_inline(*arguments).json)
    assert results[0] == results[1] == results[2]
    levels = {
        practice["id"]: practice["level"]
        for domain in results[0]["domains"]
        for practice in domain["practices"]
    }
    assert levels == {"1.1-1": 3, "1.1-2": 3, "1.1-3": 3, "1.1-4": 2, "1.1-5": 2, "1.1-a": None}


def test_the_origin_of_each_checklist_is_listed(
    cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given = tmp_path / "given" / "1"
    shutil.copytree(KINDS, given)
    header = given / "checklist.yaml"
    header.write_text(header.read_text("utf-8").replace("id: kinds", "id: given"), "utf-8")
    monkeypatch.setenv("CSSA_CHECKLISTS", str(OWN))
    run = cssa_inline("checklist", "list", "-c", given)
    origins = [(name, facts.split()[-1]) for (name, _), facts in listing(run).items()]
    assert origins == sorted(
        [
            *((name, "shipped") for name in ALL_SHIPPED),
            ("given", "specified"),
            ("kinds", "user-defined"),
        ]
    )


def test_the_newest_version_is_shown_and_older_ones_are_scored(
    cssa_inline: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    write: Callable[..., Path],
) -> None:
    for version in ("2", "10"):
        folder = tmp_path / "own" / "kinds" / version
        shutil.copytree(KINDS, folder)
        header = folder / "checklist.yaml"
        text = header.read_text("utf-8").replace('version: "1"', f'version: "{version}"')
        header.write_text(text, "utf-8")
    monkeypatch.setenv("CSSA_CHECKLISTS", str(tmp_path / "own"))
    shown = cssa_inline("checklist", "show", "kinds", "--format", "json").json
    assert shown["version"] == "10"
    path = write("answers.yaml", KINDS_ANSWERS.replace('version: "1"', 'version: "2"'))
    assert cssa_inline("score", path, "--format", "json").json["checklist"]["version"] == "2"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_id_found_twice_is_an_error_that_names_both_places(
    lang: Lang,
    cssa_inline: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    answers: Callable[..., Path],
    write: Callable[..., Path],
) -> None:
    copy = tmp_path / "copy" / "kinds" / "1"
    shutil.copytree(KINDS, copy)
    monkeypatch.setenv("CSSA_CHECKLISTS", os.pathsep.join([str(OWN), str(tmp_path / "copy")]))
    for arguments in (("checklist", "show", "kinds"), ("score", write("k.yaml", KINDS_ANSWERS))):
        run = cssa_inline(*arguments, lang=lang)
        assert (run.code, run.out) == (3, "")
        assert str(KINDS) in run.err
        assert str(copy) in run.err
    listed = cssa_inline("checklist", "list", lang=lang)
    assert (listed.code, len(listed.err.splitlines())) == (0, 1)
    assert str(KINDS) in listed.err
    assert str(copy) in listed.err
    assert "kinds" not in listed.out
    everything = cssa_inline("checklist", "list", "--all", lang=lang).out
    standing = message(lang, "checklist.standing.contradicted").replace(" ", "")
    assert everything.replace(" ", "").count(standing) == 2
    assert cssa_inline("score", answers("2.1.1-1: 3"), lang=lang).code == 0


@pytest.mark.parametrize("again", ["relative", "link", "same"])
def test_a_folder_reached_in_two_ways_is_one(
    again: str,
    cssa_inline: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    write: Callable[..., Path],
) -> None:
    own = tmp_path / "own"
    shutil.copytree(OWN, own)
    (tmp_path / "link").symlink_to(own, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    root = {"relative": "own", "link": str(tmp_path / "link"), "same": str(own)}[again]
    monkeypatch.setenv("CSSA_CHECKLISTS", os.pathsep.join([str(own), root]))
    path = write("answers.yaml", KINDS_ANSWERS)
    for named in ((), ("-c", Path(root) / "kinds" / "1"), ("-c", own / "kinds" / "1")):
        run = cssa_inline("score", path, *named)
        assert (run.code, run.err) == (0, "")
        listed = cssa_inline("checklist", "list", "--all", *named)
        assert (listed.code, listed.err, listed.out.count("kinds")) == (0, "", 1)


@pytest.mark.parametrize(
    "name", ["kinds", "kinds@1", "KINDS-FOLDER", "KINDS-FOLDER/checklist.yaml"]
)
def test_a_checklist_is_named_by_id_version_folder_or_file(
    name: str, cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CSSA_CHECKLISTS", str(OWN))
    name = name.replace("KINDS-FOLDER", str(KINDS))
    assert cssa_inline("checklist", "show", name).out.startswith("Kinds of question")
    assert cssa_inline("checklist", "lint", name).code == 0
    form = tmp_path / "form.xlsx"
    assert cssa_inline("form", "new", "-c", name, "-o", form).code == 0
    listed = listing(cssa_inline("checklist", "list", "-c", name))
    specified = [list_id for (list_id, _), facts in listed.items() if "specified with -c" in facts]
    assert specified == ["kinds"]


@pytest.mark.parametrize("name", ["nonesuch", "kinds@9"])
@pytest.mark.parametrize(
    "arguments",
    [("score", "ANSWERS", "-c"), ("form", "new", "-o", "f.xlsx", "-c"), ("checklist", "lint")],
)
def test_an_unknown_id_or_version_is_told_wherever_a_checklist_is_named(
    arguments: tuple[str, ...],
    name: str,
    cssa_inline: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    answers: Callable[..., Path],
) -> None:
    monkeypatch.setenv("CSSA_CHECKLISTS", str(OWN))
    path = str(answers("2.1.1-1: 3"))
    run = cssa_inline(*(path if part == "ANSWERS" else part for part in arguments), name)
    assert (run.code, run.out) == (3, "")
    assert f'"{name.partition("@")[0]}"' in run.err


def test_older_versions_are_listed_on_request_and_named_with_their_version(
    cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for version in ("2", "10"):
        folder = tmp_path / "own" / "kinds" / version
        shutil.copytree(KINDS, folder)
        header = folder / "checklist.yaml"
        text = header.read_text("utf-8").replace('version: "1"', f'version: "{version}"')
        header.write_text(text, "utf-8")
    roots = [str(OWN), str(tmp_path / "own")]
    monkeypatch.setenv("CSSA_CHECKLISTS", os.pathsep.join(roots))

    def versions(*options: str) -> list[str]:
        lines = cssa_inline("checklist", "list", *options).out.splitlines()
        return [line.split()[1] for line in lines if line.startswith("kinds")]

    assert versions() == ["10"]
    assert versions("--all") == ["1", "2", "10"]
    shown = cssa_inline("checklist", "show", "kinds@2", "--format", "json").json
    assert shown["version"] == "2"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_broken_checklist_is_named_and_breaks_only_itself(
    lang: Lang,
    cssa_inline: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    write: Callable[..., Path],
) -> None:
    own = tmp_path / "own"
    shutil.copytree(OWN, own)
    shutil.copytree(TESTS / "checklist" / "lint" / "duplicate-id" / "bad", own / "own" / "1")
    shutil.copytree(TESTS / "bad" / "checklist" / "header-yaml-broken", own / "torn" / "1")
    monkeypatch.setenv("CSSA_CHECKLISTS", str(own))
    listed = cssa_inline("checklist", "list", lang=lang)
    assert listed.code == 0
    assert [name for name, _ in listing(listed)] == sorted([*ALL_SHIPPED, "kinds"])
    for place in (own / "own" / "1" / "1.yaml", own / "torn" / "1" / "checklist.yaml"):
        assert f"{place}:" in listed.err
    run = cssa_inline("score", write("answers.yaml", KINDS_ANSWERS), lang=lang)
    assert (run.code, run.err) == (0, "")
    assert cssa_inline("checklist", "show", "own", lang=lang).code == 3


def test_a_checklist_in_the_wrong_folder_is_reported(
    cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "own" / "other" / "1"
    shutil.copytree(KINDS, folder)
    monkeypatch.setenv("CSSA_CHECKLISTS", str(tmp_path / "own"))
    run = cssa_inline("checklist", "show", "other")
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith(f"{folder / 'checklist.yaml'}:2:5: ")


def test_other_files_in_a_folder_of_checklists_are_left_alone(
    cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(OWN, tmp_path / "own")
    (tmp_path / "own" / "README.md").write_text("notes", encoding="utf-8")
    (tmp_path / "own" / "kinds" / "notes.txt").write_text("notes", encoding="utf-8")
    (tmp_path / "own" / "kinds" / "draft").mkdir()
    (tmp_path / "own" / ".git").mkdir()
    monkeypatch.setenv("CSSA_CHECKLISTS", str(tmp_path / "own"))
    run = cssa_inline("checklist", "list")
    assert (run.code, run.err) == (0, "")
    assert [named for named in listing(run) if named[0] not in ALL_SHIPPED] == [("kinds", "1")]


def test_a_folder_of_checklists_that_is_not_there_is_told(
    cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CSSA_CHECKLISTS", str(tmp_path / "nowhere"))
    run = cssa_inline("checklist", "list")
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith(f"{tmp_path / 'nowhere'}: ")


@pytest.mark.parametrize("name", ["./nowhere", "nowhere/checklist.yaml"])
def test_a_given_checklist_that_is_not_there_is_told(
    name: str, cssa_inline: Callable[..., Any], answers: Callable[..., Path]
) -> None:
    run = cssa_inline("score", answers("2.1.1-1: 3"), "-c", name)
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith(str(Path("nowhere", "checklist.yaml")))


def test_a_checklist_that_breaks_a_rule_is_not_used(
    cssa_inline: Callable[..., Any], write: Callable[..., Path]
) -> None:
    folder = TESTS / "checklist" / "lint" / "duplicate-id" / "bad"
    path = write("answers.yaml", KINDS_ANSWERS.replace("id: kinds", "id: own"))
    run = cssa_inline("score", path, "-c", folder)
    assert (run.code, run.out) == (3, "")
    assert f"{folder / '1.yaml'}:" in run.err


def test_a_checklist_may_break_rules_that_only_warn(
    cssa_inline: Callable[..., Any], write: Callable[..., Path]
) -> None:
    folder = TESTS / "checklist" / "lint" / "not-a-question" / "bad"
    path = write(
        "answers.yaml",
        KINDS_ANSWERS.replace("id: kinds", "id: own").partition("  1.1-2")[0],
    )
    assert cssa_inline("score", path, "-c", folder).code == 0


def test_answers_bound_to_the_checklist_as_it_is_are_taken(
    cssa_inline: Callable[..., Any], write: Callable[..., Path]
) -> None:
    path = write("answers.yaml", KINDS_ANSWERS)
    arguments = ("score", path, "-c", KINDS, "--format", "json")
    result = cssa_inline(*arguments).json
    bound = KINDS_ANSWERS.replace(
        '"1"}', f'"1", fingerprint: "{result["checklist"]["fingerprint"]}"}}'
    )
    write("answers.yaml", bound)
    assert cssa_inline(*arguments).code == 0


# Lint.


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_checklists_without_findings_are_reported_as_such(
    lang: Lang, cssa_inline: Callable[..., Any]
) -> None:
    run = cssa_inline("checklist", "lint", KINDS, KINDS / "checklist.yaml", lang=lang)
    assert (run.code, run.out) == (0, "")
    assert len(run.err.splitlines()) == 2
    assert all("6" in line and line.startswith(str(KINDS)) for line in run.err.splitlines())


def test_errors_of_all_checklists_are_printed_and_good_ones_are_still_reported(
    cssa_inline: Callable[..., Any],
) -> None:
    folders = [
        TESTS / "checklist" / "lint" / "duplicate-id" / "bad",
        TESTS / "bad" / "checklist" / "practices",
        KINDS,
    ]
    run = cssa_inline("checklist", "lint", *folders)
    assert (run.code, run.out) == (3, "")
    for folder in folders:
        assert str(folder) in run.err


def test_warnings_are_printed_with_their_rule_and_change_no_exit_code(
    cssa_inline: Callable[..., Any],
) -> None:
    run = cssa_inline("checklist", "lint", TESTS / "checklist" / "lint" / "not-a-question" / "bad")
    assert (run.code, run.out) == (0, "")
    assert run.err.count("not-a-question]") == 2


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 3)])
def test_strict_lint_refuses_what_is_only_warned_of(
    options: tuple[str, ...], code: int, cssa_inline: Callable[..., Any]
) -> None:
    bad = TESTS / "checklist" / "lint" / "not-a-question" / "bad"
    run = cssa_inline("checklist", "lint", bad, *options)
    assert (run.code, run.out) == (code, "")
    assert run.err.count("not-a-question]") == 2


def test_strict_lint_accepts_what_ships(cssa_inline: Callable[..., Any], root: Path) -> None:
    headers = sorted((root / "checklists").glob("*/*/checklist.yaml"))
    run = cssa_inline("checklist", "lint", "--strict", *headers)
    assert (run.code, len(run.err.splitlines())) == (0, len(headers))


# A skeleton for authors.


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_new_checklist_passes_the_lint_and_can_be_answered(
    lang: Lang, cssa_inline: Callable[..., Any], tmp_path: Path, write: Callable[..., Path]
) -> None:
    run = cssa_inline("checklist", "new", "my-list", "--out", tmp_path / "own", lang=lang)
    folder = tmp_path / "own" / "my-list" / "1"
    assert (run.code, run.out) == (0, "")
    assert str(folder) in run.err
    linted = cssa_inline("checklist", "lint", folder, lang=lang)
    assert linted.code == 0
    assert len(linted.err.splitlines()) == 1
    shown = cssa_inline("checklist", "show", "my-list", "-c", folder, "--format", "json").json
    first = next(iter(Checklist.model_validate(shown).placed))
    path = write(
        "answers.yaml",
        KINDS_ANSWERS.partition("answers:\n")[0].replace("id: kinds", "id: my-list")
        + f"answers:\n  {first}: 3\n",
    )
    assert cssa_inline("score", path, "-c", folder).code == 0


def test_a_new_checklist_has_the_version_asked_for(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    run = cssa_inline("checklist", "new", "my-list", "--version", "2026-04", "--out", tmp_path)
    assert run.code == 0
    assert cssa_inline("checklist", "lint", tmp_path / "my-list" / "2026-04").code == 0


def test_a_new_checklist_never_overwrites_another(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    assert cssa_inline("checklist", "new", "my-list", "--out", tmp_path).code == 0
    header = tmp_path / "my-list" / "1" / "checklist.yaml"
    header.write_text("my own work\n", encoding="utf-8")
    run = cssa_inline("checklist", "new", "my-list", "--out", tmp_path)
    assert (run.code, run.out) == (74, "")
    assert header.read_text(encoding="utf-8") == "my own work\n"


@pytest.mark.parametrize(
    "arguments",
    [("../evil",), ("a/b",), ("",), ("リスト",), ("ok", "--version", "../1"), ("x" * 65,)],
)
def test_a_name_that_is_no_id_makes_nothing(
    arguments: tuple[str, ...], cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = cssa_inline("checklist", "new", *arguments, "--out", out)
    assert (run.code, run.out) == (3, "")
    assert len(run.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_reported(
    cssa_inline: Callable[..., Any], write: Callable[..., Path]
) -> None:
    file = write("file", "")
    run = cssa_inline("checklist", "new", "my-list", "--out", file)
    assert (run.code, run.out) == (74, "")
    assert len(run.err.splitlines()) == 1
