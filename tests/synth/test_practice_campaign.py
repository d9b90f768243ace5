"""A campaign to practise on: what is planted shows as it should, and nothing else is wrong."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cssa.answers.campaign import read_campaign
from cssa.answers.loading import LoadedAnswers, check_answers, read_answers
from cssa.checklist.catalogue import Edition
from cssa.cli.exit_codes import ExitCode
from cssa.errors import InputError, OutputError, Problem
from cssa.forms.form_reader import complete_answers, read_form
from cssa.forms.reading import ReadingContext
from cssa.lists.receipts import read_receipts
from cssa.lists.roster import read_roster
from cssa.synth.practice_campaign import SynthRequest, generate_campaign
from cssa.synth.submissions import FAULTS

FAULTY = len(FAULTS)
COUNT = FAULTY + 3
READS = {
    "unknown_level": "form.unknown_level",
    "without_reason": "form.reason_missing",
    "without_name": "form.required_missing",
    "truncated": "form.guard.not_zip",
    "scrambled": "form.guard.not_zip",
    "web_page": "form.guard.html",
    "bomb": "form.guard.bomb",
    "document_type": "form.guard.dtd",
    "far_cell": "form.guard.far_cell",
    "locked": "form.guard.encrypted",
    "other_build": "form.fingerprint",
    "other_version": "checklist.unknown_version",
}
"""Faults that show when a form is read, and how."""


def request(cache: Path, **changes: object) -> SynthRequest:
    usual = {"count": COUNT, "seed": 4, "year": 2026, "faults": FAULTY, "forms": True}
    return SynthRequest(**{**usual, "lang": "ja", "cache": cache, **changes})  # type: ignore[arg-type]


def contents(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def practice_campaign(make_once, cache_folder) -> Path:
    """A folder with one fault of each kind, and three institutions without any."""
    made: Path = make_once(
        "practice", lambda folder: generate_campaign(request(cache_folder), folder / "out")
    )
    return made / "out"


@pytest.fixture(scope="module")
def planted(practice_campaign):
    faults = json.loads((practice_campaign / "planted.json").read_text(encoding="utf-8"))
    return {kind: [fault for fault in faults if fault["fault"] == kind] for kind in FAULTS}


@pytest.fixture(scope="module")
def receipts(practice_campaign):
    receipts = read_receipts((practice_campaign / "received.csv").read_bytes(), "received.csv")
    return {receipt.path: receipt for receipt in receipts}


@pytest.fixture(scope="module")
def entries(practice_campaign, scoring_data):
    data = (practice_campaign / "roster.csv").read_bytes()
    return {entry.id: entry for entry in read_roster(data, "roster.csv", scoring_data.sectors)}


@pytest.fixture(scope="module")
def campaign(practice_campaign):
    return read_campaign((practice_campaign / "campaign.yaml").read_bytes(), "campaign.yaml")


def test_every_file_is_on_the_list_of_receipts_and_every_institution_has_answers(
    practice_campaign, receipts, entries, planted
):
    assert sorted(receipts) == [
        name for name in contents(practice_campaign) if name.startswith("forms/")
    ]
    not_on_roster = {fault["institution"] for fault in planted["not_on_roster"]}
    answered = {path.stem for path in (practice_campaign / "answers").iterdir()}
    assert len(answered) == COUNT
    assert answered == entries.keys() | not_on_roster
    assert not entries.keys() & not_on_roster


def test_one_fault_of_each_kind_is_planted_in_institutions_of_their_own(planted):
    institutions = [{fault["institution"] for fault in faults} for faults in planted.values()]

    assert all(len(ids) == 1 for ids in institutions)
    assert len(set.union(*institutions)) == FAULTY


def test_forms_read_as_the_answers_do_unless_they_cannot_be_read(
    practice_campaign, planted, guideline, scoring_data
):
    context = ReadingContext(_only(guideline), scoring_data)
    expected = {
        fault["file"]: READS.get(kind) for kind, faults in planted.items() for fault in faults
    }
    for path in sorted((practice_campaign / "forms").iterdir()):
        name = f"forms/{path.name}"
        sheet, problems = _read(path, context)
        code = expected.get(name)
        assert problems == ([] if code is None else [code]), name
        if sheet is None:
            continue
        check_answers(sheet, guideline, scoring_data.profile, scoring_data.sectors)
        answers = practice_campaign / "answers" / f"{path.name[:13]}.yaml"
        submission = read_answers(answers.read_bytes(), "answers.yaml").submission
        checklist = submission.checklist
        is_same = sheet.submission.model_copy(update={"checklist": checklist}) == submission
        is_other = name in (
            planted["superseded"][0]["file"],
            planted["held"][0]["file"],
            planted["other_id"][0]["file"],
        )
        assert is_same != is_other, name


def _read(path: Path, context: ReadingContext) -> tuple[LoadedAnswers | None, list[str]]:
    try:
        return complete_answers(read_form(path.read_bytes(), path.name, context)), []
    except InputError as error:
        return None, [problem.code for problem in error.problems]


def _only(guideline: Edition) -> Callable[[str, str], Edition]:
    def find(checklist_id: str, version: str) -> Edition:
        if version != guideline.checklist.version:
            raise InputError([Problem("checklist.unknown_version", {"id": checklist_id})])
        return guideline

    return find


def test_a_copy_is_the_same_file_and_comes_later(practice_campaign, planted, receipts):
    (copy,) = planted["duplicate"]
    first = copy["file"].replace("-copy", "")

    assert (practice_campaign / copy["file"]).read_bytes() == (
        practice_campaign / first
    ).read_bytes()
    assert receipts[copy["file"]].received_at > receipts[first].received_at


def test_a_second_version_supersedes_and_two_of_the_same_time_are_held(planted, receipts):
    (older,) = planted["superseded"]
    newer = receipts[older["file"].replace(".xlsx", "-v2.xlsx")]
    assert (receipts[older["file"]].version, newer.version) == (1, 2)
    assert newer.received_at > receipts[older["file"]].received_at

    both = [receipts[fault["file"]] for fault in planted["held"]]
    assert len({(receipt.version, receipt.received_at) for receipt in both}) == 1
    assert len({receipt.path for receipt in both}) == 2


def test_what_is_late_is_late_unless_its_deadline_was_extended(
    planted, receipts, entries, campaign
):
    (late,), (extended,) = planted["late"], planted["extended"]
    late_on = receipts[late["file"]].received_at.date()
    extended_on = receipts[extended["file"]].received_at.date()

    assert campaign.deadline < late_on <= campaign.cut_off
    assert entries[late["institution"]].extended_to is None
    assert campaign.deadline < extended_on <= entries[extended["institution"]].extended_to


def test_everything_else_comes_between_its_signature_and_the_deadline(
    practice_campaign, planted, receipts, campaign
):
    after = {planted["late"][0]["file"], planted["extended"][0]["file"]}
    for path, receipt in receipts.items():
        answers = practice_campaign / "answers" / f"{Path(path).name[:13]}.yaml"
        submission = read_answers(answers.read_bytes(), "answers.yaml").submission
        assert submission.assessed_on is not None
        reported = submission.approval.reported_to_board or submission.assessed_on
        assert submission.assessed_on <= reported < receipt.received_at.date()
        if path not in after:
            assert receipt.received_at.date() <= campaign.deadline


@pytest.mark.parametrize("kind", ["withdrawn", "merged", "missing"])
def test_what_does_not_come_has_no_file(kind, planted, receipts, entries):
    (fault,) = planted[kind]
    entry = entries[fault["institution"]]

    assert fault["file"] is None
    assert not any(fault["institution"] in path for path in receipts)
    assert entry.status == ("expected" if kind == "missing" else kind)
    faulty = {fault["institution"] for faults in planted.values() for fault in faults}
    if kind == "merged":
        assert entry.merged_into in entries.keys() - faulty


# The command.


def test_the_command_writes_the_same_bytes_on_two_processes(practice_campaign, cssa, tmp_path):
    out = tmp_path / "out"
    run = cssa(
        "population", "generate", "--institutions", COUNT, "--seed", 4, "--faults", FAULTY,
        "--workers", 2, "-o", out, "--lang", "ja",
    )  # fmt: skip

    assert (run.code, run.out) == (0, "")
    assert f"{COUNT}機関の回答を" in run.err
    assert contents(out) == contents(practice_campaign)


@pytest.fixture
def generate(cssa_inline):
    def run(out, *more, count=3, seed=4):
        asked = ("--institutions", count, "--seed", seed, "-o", out)
        return cssa_inline("population", "generate", *asked, *more)

    return run


def test_a_former_output_is_replaced_and_leaves_nothing_behind(generate, tmp_path):
    out = tmp_path / "out"
    generate(out, count=4, seed=5)
    generate(out, "--no-forms")
    generate(tmp_path / "fresh", "--no-forms")

    assert contents(out) == contents(tmp_path / "fresh")
    assert not any(name.startswith("forms/") for name in contents(out))


def test_a_folder_with_something_else_is_left_alone(generate, write, tmp_path):
    foreign = write("out/answers/foreign.yaml", "mine")
    run = generate(tmp_path / "out", "--no-forms")

    assert run.code == ExitCode.CANNOT_WRITE
    assert "nor one written by this command" in run.err
    assert contents(tmp_path / "out") == {"answers/foreign.yaml": foreign.read_bytes()}


def test_a_file_in_the_folders_place_is_left_alone(cache_folder, write):
    foreign = write("out", "mine")
    with pytest.raises(OutputError):
        generate_campaign(request(cache_folder, faults=0, forms=False), foreign)
    assert foreign.read_text(encoding="utf-8") == "mine"


def test_as_many_faults_are_said_to_be_planted_as_were_asked_for(generate, tmp_path):
    run = generate(tmp_path / "out", "--faults", 6, count=7)

    assert run.code == 0
    assert "Faults planted: 6." in run.err


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (
            ["--faults", 3],
            "The number of faults (3) must be smaller than the number of institutions (at most 2).",
        ),
        (["--faults", 1, "--no-forms"], "this cannot be combined with --no-forms"),
        (["--workers", 0], "--workers"),
        (["--campaign", 26], "--campaign"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(more, message, generate, tmp_path):
    run = generate(tmp_path / "out", *more)

    assert run.code == ExitCode.USAGE
    assert message in run.err
    assert not (tmp_path / "out").exists()


def test_another_year_has_another_campaign(generate, tmp_path):
    generate(tmp_path, "--no-forms", "--campaign", 2027)
    campaign = read_campaign((tmp_path / "campaign.yaml").read_bytes(), "campaign.yaml")

    assert (campaign.id, str(campaign.base_date)) == ("2027", "2027-09-30")
    answers = next((tmp_path / "answers").iterdir()).read_bytes()
    assert read_answers(answers, "answers.yaml").submission.campaign == "2027"
