"""A changed structure under the same version: what was answered before is still read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cssa.answers.answers_file import AnswersFile
from cssa.answers.loading import LoadedAnswers
from cssa.checklist.header import Supersession
from cssa.forms.form_reader import complete_answers, read_form
from cssa.forms.form_request import FormRequest
from cssa.forms.form_writer import write_form
from cssa.workspace import Workspace

RELEASED = {
    ("fsa-cyber-guideline", "2025-07-04"): (
        "sha256:bdb4abff3e37fe06bcce3dd9a914b34b91f6547e9eab929762a6c84c6cefb41f",
    ),
}
"""Fingerprints under which forms were sent out, by checklist and version; none is ever removed."""

CHANGED, SAME = "2.1.1-3", "2.1.1-1"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace()


@pytest.fixture(scope="module")
def former(workspace: Workspace) -> Supersession:
    return workspace.edition("fsa-cyber-guideline").checklist.supersedes[0]


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


@pytest.mark.parametrize("released", RELEASED, ids="-".join)
def test_every_fingerprint_ever_sent_out_is_read(
    released: tuple[str, str], workspace: Workspace
) -> None:
    edition = workspace.edition(*released)
    assert [edition.reads(fingerprint) for fingerprint in RELEASED[released]] == [True]


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
    data = workspace.scoring_data
    path = "a.yaml"
    submission = workspace.read_answers(bound(former).encode(), path).submission
    request = FormRequest(
        replace(edition, fingerprint=former.fingerprint),
        data.level_wording(),
        data.profile,
        data.sectors,
        "ja",
        submission=submission,
    )
    answers = complete_answers(read_form(write_form(request), "f.xlsx", workspace.form_context))
    assert answers.submission.checklist.fingerprint == former.fingerprint
    assert answers.submission.answers == submission.answers
    workspace.check(answers, edition)


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
