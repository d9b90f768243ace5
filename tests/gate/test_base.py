"""A branch does not judge itself: policy, saved result and settings come from the base branch."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import AS_OF, CHECKLIST

Write = Callable[..., None]
LANGS = ("ja", "en")
SETTINGS = f"""\
schema: cssa.settings/1
policy: policy.yaml
checklist: {CHECKLIST}
assessments:
  - {{answers: answers.yaml, previous: kept.json}}
"""


def _edit(name: str, before: str, after: str) -> None:
    path = Path(name)
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def branch(
    folder: Path,
    write_answers: Write,
    write_policy: Write,
    cssa_inline: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Any]:
    """A repository in ``head`` with its base branch beside it; a run of the gate in ``head``."""
    write_answers()
    write_policy(
        "id: mfa, on: {practice: 1.1-1}, min_level: 3", "id: all, on: overall, no_lower: true"
    )
    (folder / "cssa.yaml").write_text(SETTINGS, encoding="utf-8")
    gate = ("gate", "--as-of", AS_OF)
    first = cssa_inline(*gate, "answers.yaml", "--policy", "policy.yaml", "--keep", "kept.json")
    assert first.code == 0, first.err
    names = [path for path in folder.iterdir() if path.is_file()]
    for name in ("head", "base"):
        (folder / name / ".git").mkdir(parents=True)
        for path in names:
            shutil.copy(path, folder / name)
    monkeypatch.chdir(folder / "head")
    return lambda *more, **options: cssa_inline(*gate, *more, **options)


def test_a_branch_that_weakens_its_policy_is_judged_by_the_old_one(branch: Any) -> None:
    _edit("answers.yaml", "1.1-1: 3", "1.1-1: 2")
    _edit("policy.yaml", "min_level: 3", "min_level: 1")
    _edit("policy.yaml", "no_lower: true", "max_treated: 9")
    assert branch().code == 0
    done = branch("--base", "../base", "-o", "json=-")
    assert done.code == 1
    unmet = {one["rule"] for one in done.json["outcomes"] if one["status"] == "unmet"}
    assert unmet == {"mfa", "all"}


def test_the_settings_named_are_those_that_were_read(branch: Any) -> None:
    own, of_base = (Path(name).resolve() for name in ("cssa.yaml", "../base/cssa.yaml"))
    assert f"Settings from {own}." in branch().err
    assert f"Settings from {of_base}." in branch("--base", "../base").err
    of_base.unlink()
    assert f"Settings from {own}." in branch("--base", "../base").err


def test_a_branch_that_lowers_its_saved_result_is_compared_with_the_old_one(branch: Any) -> None:
    _edit("answers.yaml", "2.1-1: 3", "2.1-1: 2")
    _edit("kept.json", '"2.1-1": 3', '"2.1-1": 2')
    assert branch().code == 0
    assert branch("--base", "../base").code == 1
    assert branch("answers.yaml", "--previous", "kept.json", "--base", "../base").code == 1


def test_a_branch_that_turns_to_another_policy_is_judged_by_the_named_one(
    branch: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit("answers.yaml", "1.1-1: 3", "1.1-1: 2")
    Path("easy.yaml").write_text(
        Path("policy.yaml").read_text("utf-8").replace("min_level: 3", "min_level: 0"), "utf-8"
    )
    _edit("cssa.yaml", "policy: policy.yaml", "policy: easy.yaml")
    _edit("cssa.yaml", ", previous: kept.json", "")
    assert branch("--base", "../base").code == 1
    done = branch("answers.yaml", "--policy", "easy.yaml", "--base", "../base")
    assert done.code == 3
    assert "easy.yaml" in done.err
    monkeypatch.chdir("..")
    assert Path("head").is_dir()


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
@pytest.mark.parametrize("named", [[], ["answers.yaml", "--policy", "policy.yaml"]])
def test_a_link_in_the_place_of_the_policy_leads_to_no_other(named: list[str], branch: Any) -> None:
    _edit("answers.yaml", "1.1-1: 3", "1.1-1: 2")
    for name in ("easy.yaml", "../base/easy.yaml"):
        easy = Path("policy.yaml").read_text("utf-8").replace("min_level: 3", "min_level: 0")
        Path(name).write_text(easy.replace("no_lower: true", "max_treated: 9"), encoding="utf-8")
    Path("policy.yaml").unlink()
    Path("policy.yaml").symlink_to("easy.yaml")
    assert branch(*named).code == 0
    assert branch(*named, "--base", "../base").code in (1, 2)
    done = branch("--base", "../base", "-o", "json=-")
    assert done.code == 1
    assert {one["rule"] for one in done.json["outcomes"] if one["status"] == "unmet"} == {
        "mfa",
        "all",
    }


def test_answers_that_a_branch_drops_or_adds_are_checked_all_the_same(branch: Any) -> None:
    Path("more.yaml").write_text(Path("answers.yaml").read_text("utf-8"), encoding="utf-8")
    _edit("more.yaml", "id: shiokaze", "id: nagisa")
    _edit("more.yaml", "1.1-1: 3", "1.1-1: 2")
    _edit("cssa.yaml", "answers: answers.yaml, previous: kept.json", "answers: more.yaml")
    _edit("../base/policy.yaml", "  - {id: all, on: overall, no_lower: true}\n", "")
    runs = branch("--base", "../base", "-o", "json=-")
    assert runs.code == 1
    assert [run["met"] for run in runs.json["runs"]] == [True, False]
    Path("answers.yaml").unlink()
    assert branch("--base", "../base").code == 3


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("folder_named", ["../nowhere", ".", "policy.yaml"])
def test_what_is_no_base_branch_is_refused(folder_named: str, lang: str, branch: Any) -> None:
    done = branch("--base", folder_named, lang=lang)
    assert done.code == 2
    assert "--base" in done.err


def test_a_saved_result_that_only_the_branch_has_is_not_taken(branch: Any) -> None:
    Path("../base/kept.json").unlink()
    done = branch("--base", "../base")
    assert done.code == 2
    assert "kept.json" in done.err


# What was approved ---------------------------------------------------------------------------


def _pin(cssa_inline: Any, day: str = AS_OF) -> str:
    lint = cssa_inline("policy", "lint", "policy.yaml", "-c", CHECKLIST, "--as-of", day)
    content = str(lint.err).rpartition("sha256:")[2][:64]
    text = Path("policy.yaml").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("approved_content")]
    lines.insert(2, f"approved_content: sha256:{content}")
    Path("policy.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return content


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["text", "markdown", "json", "junit", "sarif", "github"])
def test_what_was_approved_stands_beside_the_approver_and_a_change_shows(
    name: str, lang: str, write_answers: Write, write_policy: Write, gate: Any, cssa_inline: Any
) -> None:
    write_answers()
    write_policy("id: mfa, on: {practice: 1.1-1}, min_level: 3")
    content = _pin(cssa_inline)
    done = gate("-o", f"{name}=-", lang=lang)
    assert done.code == 0
    assert content[:12] in done.out
    _edit("policy.yaml", "min_level: 3", "min_level: 1")
    changed = gate("-o", f"{name}=-", lang=lang)
    assert changed.code == 0, "the verdict does not depend on it"
    assert content[:12] in changed.out
    words = {"ja": "承認後に変更あり", "en": "changed after approval"}[lang]
    if name == "json":
        assert not changed.json["policy"]["approved"]
        assert changed.json["policy"]["changed_after_approval"]
    else:
        assert words in changed.out
        assert words not in done.out
    _pin(cssa_inline)
    assert words not in gate("-o", f"{name}=-", lang=lang).out


def test_the_approval_itself_is_no_part_of_what_was_approved(
    write_policy: Write, cssa_inline: Any
) -> None:
    write_policy("id: mfa, on: {practice: 1.1-1}, min_level: 3")
    first = _pin(cssa_inline)
    _edit("policy.yaml", "approved_on: 2026-04-01", "approved_on: 2026-05-01")
    assert _pin(cssa_inline) == first
    _edit("policy.yaml", "min_level: 3", "min_level: 4")
    assert _pin(cssa_inline) != first


@pytest.mark.parametrize(("lang", "words"), [("ja", "16進数64桁"), ("en", "64 hexadecimal digits")])
def test_what_is_no_hash_is_refused_at_its_place(
    lang: str, words: str, write_answers: Write, write_policy: Write, gate: Any
) -> None:
    write_answers()
    write_policy("id: mfa, on: {practice: 1.1-1}, min_level: 3")
    _edit("policy.yaml", "approved_on: 2026-04-01", "approved_content: abc")
    done = gate(lang=lang)
    assert done.code == 3
    assert "policy.yaml:4:" in done.err
    assert words in done.err
