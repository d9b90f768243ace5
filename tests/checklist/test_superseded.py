"""A changed structure under the same version: what was answered before is still read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.forms.workbooks import Filled

from cssa.answers.answers_file import AnswersFile
from cssa.answers.loading import LoadedAnswers
from cssa.answers.submission import Submission
from cssa.checklist.header import Supersession
from cssa.forms.form_reader import complete_answers, read_form
from cssa.forms.form_request import FormRequest
from cssa.forms.form_writer import write_form
from cssa.workspace import Workspace

RELEASED = {
    ("fsa-cyber-guideline", "2025-07-04"): (
        "sha256:bdb4abff3e37fe06bcce3dd9a914b34b91f6547e9eab929762a6c84c6cefb41f",
        "sha256:212e1faf2fabc0ad5569ba261aff8831e09887a9742a31e95f82c6817594bab9",
        "sha256:147543f44b5eeee050dae88f0a40f460d90cbe8eceb976b494f3223158247c57",
        "sha256:b80a8ada2b23d455e68b59f87e6917968f1cee97a6bb2170039775d395a464d1",
    ),
}
"""Fingerprints under which forms were sent out, by checklist and version; none is ever removed."""

CHANGED, SAME = "2.3.3-4", "2.1.1-2"
"""What every one of them asked otherwise, and what none did."""

POINTS = {"2.1.3-2": 3, "2.3.1-5": 3, "2.3.4.4-5": 2, "2.5.2.4-1": 4}
"""How many points every one of them had; forms hold their numbers, and answers their ids."""


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace()


@pytest.fixture(
    scope="module",
    params=RELEASED["fsa-cyber-guideline", "2025-07-04"],
    ids=("before-revision-2", "before-revision-3", "before-revision-4", "before-revision-5"),
)
def former(request: pytest.FixtureRequest, workspace: Workspace) -> Supersession:
    supersedes = workspace.edition("fsa-cyber-guideline").checklist.supersedes
    return next(one for one in supersedes if one.fingerprint == request.param)


def bound(former: Supersession) -> str:
    """Return lines of an answers file that was bound to the former fingerprint."""
    return (
        "schema: cssa.answers/1\n"
        'checklist: {id: fsa-cyber-guideline, version: "2025-07-04", '
        f'fingerprint: "{former.fingerprint}"}}\n'
        "institution: {id: example-bank, name: 例示銀行, sector: regional_bank}\n"
        "answers:\n"
        f"  {CHANGED}: {{level: 4, note: 補足}}  # kept\n"
        f"  {SAME}: 3\n"
    )


def form_of(workspace: Workspace, former: Supersession, submission: Submission) -> bytes:
    """Return a form that was sent out under the former fingerprint."""
    data = workspace.scoring_data
    edition = workspace.edition("fsa-cyber-guideline")
    request = FormRequest(
        replace(edition, fingerprint=former.fingerprint),
        data.level_wording(),
        data.profile,
        data.sectors,
        "ja",
        submission=submission,
    )
    return write_form(request)


@pytest.mark.parametrize("released", RELEASED, ids="-".join)
def test_every_fingerprint_ever_sent_out_is_read(
    released: tuple[str, str], workspace: Workspace
) -> None:
    edition = workspace.edition(*released)
    assert all(edition.reads(fingerprint) for fingerprint in RELEASED[released])


def test_answers_to_changed_questions_await_confirmation(
    former: Supersession, write: Callable[..., Path], cssa_inline: Callable[..., Any]
) -> None:
    run = cssa_inline("score", write("a.yaml", bound(former)), "--format", "json")
    assert run.code == 0
    findings = [(finding["code"], finding["practice"]) for finding in run.json["findings"]]
    assert findings[0] == ("superseded", None)
    assert [name for code, name in findings if code == "unconfirmed"] == [CHANGED]
    levels = {
        practice["id"]: practice["level"]
        for domain in run.json["domains"]
        for practice in domain["practices"]
    }
    assert (levels[CHANGED], levels[SAME]) == (4, 3)


def test_answers_under_an_unknown_fingerprint_are_refused(
    former: Supersession, write: Callable[..., Path], cssa_inline: Callable[..., Any]
) -> None:
    text = bound(former).replace(former.fingerprint, f"sha256:{0:064x}")
    run = cssa_inline("score", write("a.yaml", text))
    assert run.code == 3
    assert "a.yaml:2:" in run.err


def test_a_form_sent_out_before_is_read_with_what_it_is_bound_to(
    former: Supersession, workspace: Workspace
) -> None:
    edition = workspace.edition("fsa-cyber-guideline")
    submission = workspace.read_answers(bound(former).encode(), "a.yaml").submission
    data = form_of(workspace, former, submission)
    answers = complete_answers(read_form(data, "f.xlsx", workspace.form_context))
    assert answers.submission.checklist.fingerprint == former.fingerprint
    assert answers.submission.answers == submission.answers
    workspace.check(answers, edition)


def test_points_covered_before_keep_their_ids_and_numbers(
    former: Supersession, workspace: Workspace
) -> None:
    edition = workspace.edition("fsa-cyber-guideline")
    covered = {name: [f"p{n}" for n in range(1, count + 1)] for name, count in POINTS.items()}
    listed = [f"  {name}: {{level: 3, points: {points}}}\n" for name, points in covered.items()]
    given = workspace.read_answers((bound(former) + "".join(listed)).encode(), "a.yaml")
    workspace.check(given, edition)
    assert {name: list(given.submission.answers[name].points) for name in POINTS} == covered

    issued = workspace.read_answers(bound(former).encode(), "a.yaml").submission
    filled = Filled(form_of(workspace, former, issued))
    for name, count in POINTS.items():
        filled.enter(name, 3).enter(name, f"1-{count}", "points")
    read = complete_answers(read_form(filled.save(), "f.xlsx", workspace.form_context))
    workspace.check(read, edition)
    assert {name: list(read.submission.answers[name].points) for name in POINTS} == covered


def test_a_form_sent_out_before_is_merged_and_what_it_asked_otherwise_awaits_confirmation(
    former: Supersession,
    workspace: Workspace,
    write: Callable[..., Path],
    cssa_inline: Callable[..., Any],
) -> None:
    edition = workspace.edition("fsa-cyber-guideline")
    path = write("a.yaml", bound(former).replace(former.fingerprint, edition.fingerprint))
    text = path.read_text("utf-8")
    issued = workspace.read_answers(bound(former).encode(), "a.yaml").submission
    form = write("f.xlsx", "")
    filled = Filled(form_of(workspace, former, issued)).enter(CHANGED, 2).enter(SAME, 2)
    form.write_bytes(filled.save())
    run = cssa_inline("form", "read", form, "-o", path)
    assert run.code == 0, run.err
    assert path.read_text("utf-8") == (
        text.replace("level: 4, note: 補足}", "level: 2, note: 補足, confirmed: false}").replace(
            f"{SAME}: 3", f"{SAME}: 2"
        )
    )
    assert any(CHANGED in line and "confirm" in line for line in run.err.splitlines())
    result = workspace.assess(path.read_bytes(), "a.yaml", as_of=date(2026, 11, 20)).result
    assert [f.practice for f in result.findings if f.code == "unconfirmed"] == [CHANGED]


@pytest.mark.parametrize("option", ["--keep", "--previous"])
def test_a_result_kept_before_is_compared_without_what_was_asked_otherwise(
    option: str,
    former: Supersession,
    workspace: Workspace,
    write: Callable[..., Path],
    cssa_inline: Callable[..., Any],
) -> None:
    present = workspace.edition("fsa-cyber-guideline").fingerprint
    text = bound(former).replace(former.fingerprint, present)
    path, kept = write("a.yaml", text), write("kept.json", "").with_name("floor.json")
    policy = write(
        "p.yaml",
        "schema: cssa.policy/1\nid: p\napproved_by: B\napproved_on: 2026-04-01\n"
        "rules: [{id: ratchet, on: {each: practice}, no_lower: true}]\n",
    )
    arguments = ("gate", path, "--policy", policy, "--as-of", "2026-11-20")
    run = cssa_inline(*arguments, "--keep", kept)
    assert run.code == 0, run.out + run.err
    kept.write_text(kept.read_text("utf-8").replace(present, former.fingerprint), "utf-8")
    path.write_text(text.replace("level: 4", "level: 1"), "utf-8")
    run = cssa_inline(*arguments, option, kept)
    assert run.code == 0, run.out + run.err
    (line,) = [line for line in run.err.splitlines() if "before questions were changed" in line]
    assert (str(len(former.practices)) in line, former.practices[0] in line) == (True, True)
    path.write_text(text.replace(f"{SAME}: 3", f"{SAME}: 2"), "utf-8")
    kept.write_text(kept.read_text("utf-8").replace(present, former.fingerprint), "utf-8")
    run = cssa_inline(*arguments, option, kept)
    assert run.code == 1
    assert f"{SAME}" in run.out
    assert CHANGED not in run.out


def test_going_on_with_old_answers_binds_them_and_marks_those_concerned(
    former: Supersession, workspace: Workspace, write: Callable[..., Path]
) -> None:
    edition = workspace.edition("fsa-cyber-guideline")
    path = write("a.yaml", bound(former))

    def check(loaded: LoadedAnswers) -> None:
        workspace.check(loaded, edition)

    answers_file = AnswersFile.open(path, check=check, order=list(edition.checklist.placed))
    assert answers_file.bind(edition.fingerprint, former) == (CHANGED,)
    text = path.read_text("utf-8")
    assert text == (
        bound(former)
        .replace(f'"{former.fingerprint}"', edition.fingerprint)
        .replace("note: 補足}", "note: 補足, confirmed: false}")
    )
    result = workspace.assess(path.read_bytes(), "a.yaml", as_of=date(2026, 11, 20)).result
    assert [f.practice for f in result.findings if f.code == "unconfirmed"] == [CHANGED]
    assert "superseded" not in [finding.code for finding in result.findings]
