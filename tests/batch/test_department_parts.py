"""Forms of departments that come in one by one and count as one answer."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.batch.institutions import CHECKLIST, drawn, submit
from tests.batch.mails import saved
from tests.batch.test_ledger import LATE, ON_TIME, FullAnswers, filed, keep, member, receipt, row
from tests.forms.workbooks import Filled

from cssa.answers.submission import Institution
from cssa.batch.intake.reading import DepartmentPart, ReadingHead
from cssa.messages import LANGS, Lang, message

Cssa = Callable[..., Any]
DELEGATES = """\
schema: cssa.delegates/1
due: 2026-12-18
delegates:
  - {id: it, department: 事務システム部, owners: [it, security]}
  - {id: head, department: 総務部, owners: [management], practices: ["3", 2.1-1]}
"""
IT = ("1.1-1", "1.1-a", "2.1-2", "2.1-a")
HEAD = ("1-1", "2.1-1", "3.1-1", "3.1-2")
LEVELS = {**drawn(1), "2.1-1": 5}


class Inbox:
    """An inbox into which forms of departments come, and what a run makes of it."""

    def __init__(self, folder: Path, cssa: Cssa, sent: Mapping[str, bytes]) -> None:
        self.folder = folder
        self._cssa = cssa
        self._sent = sent
        (folder / "in").mkdir()

    def form(self, department: str, **answers: object) -> bytes:
        """Return a department's form; answers are named by the practice with ``_`` for what is
        no letter or digit.
        """
        form = Filled(self._sent[department])
        for practice in IT if department == "it" else HEAD:
            value = answers.get(f"p{practice}".replace(".", "_").replace("-", "_"), "as drawn")
            if value == "as drawn":
                value = LEVELS.get(practice)
            if value is not None:
                form.enter(practice, value)
        for key in ("institution.size", "institution.name"):
            if key in answers:
                form.cover(key, answers[key])
        return form.save()

    def add(self, name: str, data: bytes) -> None:
        (self.folder / "in" / name).write_bytes(data)

    def run(self, *more: object, lang: Lang = "en") -> dict[str, Any]:
        options = ("--checklist", CHECKLIST, "--formats", "json", "--workers", 1, *more)
        out = self.folder / "out"
        run = self._cssa("batch", "run", self.folder / "in", "-o", out, *options, lang=lang)
        self.code = run.code
        ledger: dict[str, Any] = json.loads((out / "private/ledger.json").read_bytes())
        return ledger

    def decide(self, **decisions: str) -> tuple[object, ...]:
        """Return the option with a list of receipts that has decisions by file."""
        lines = ["path,received_at,decision"]
        for number, path in enumerate(sorted((self.folder / "in").iterdir()), start=1):
            lines.append(f"{path.name},2026-11-0{number},{decisions.get(path.stem, '')}")
        path = self.folder / "received.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return ("--received", path)

    @property
    def levels(self) -> dict[str, int | None]:
        """The levels that the institution's feedback shows."""
        report = json.loads((self.folder / "out/feedback/N001/feedback.json").read_bytes())
        return {
            practice["id"]: practice["level"]
            for domain in report["result"]["domains"]
            for practice in domain["practices"]
        }


def states(ledger: dict[str, Any]) -> dict[str, str]:
    return {Path(file["path"]).stem: file["state"] for file in ledger["files"]}


def codes(ledger: dict[str, Any], stem: str) -> list[str]:
    return [
        reason["code"]
        for file in ledger["files"]
        if Path(file["path"]).stem == stem
        for reason in file["reasons"]
    ]


@pytest.fixture
def inbox(
    tmp_path: Path, make_once: Callable[..., Path], cssa_once: Cssa, cssa_inline: Cssa
) -> Inbox:
    def make(folder: Path) -> None:
        blank = submit(folder, 1)
        document = yaml.safe_load(blank.read_bytes())
        document["answers"] = {}
        blank.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
        (folder / "delegates.yaml").write_text(DELEGATES, encoding="utf-8")
        run = cssa_once(
            *("form", "new", "-c", CHECKLIST, "--split", "owner", "--answers", blank),
            *("--delegates", folder / "delegates.yaml", "-o", folder / "form.xlsx"),
        )
        assert run.code == 0, run.err

    made = make_once("parts", make)
    sent = {name: (made / f"form-{name}.xlsx").read_bytes() for name in ("it", "head")}
    return Inbox(tmp_path, cssa_inline, sent)


@pytest.mark.parametrize("lang", LANGS)
def test_departments_forms_in_several_mails_are_one_answer(lang: Lang, inbox: Inbox) -> None:
    inbox.add("a.eml", saved(("form-it.xlsx", inbox.form("it"))))
    inbox.add("b.eml", saved(("form-head.xlsx", inbox.form("head"))))
    ledger = inbox.run(lang=lang)
    assert inbox.code == 0
    assert {file["state"] for file in ledger["files"]} == {"superseded", "accepted"}
    (institution,) = ledger["institutions"]
    assert (institution["state"], institution["in_statistics"]) == ("accepted", True)
    assert "combined_parts" in institution["marks"]
    assert inbox.levels.items() >= drawn(1).items()


def test_one_departments_form_waits_for_the_others(inbox: Inbox) -> None:
    inbox.add("it.xlsx", inbox.form("it"))
    ledger = inbox.run()
    assert (inbox.code, states(ledger)) == (4, {"it": "returned"})
    assert codes(ledger, "it") == ["batch.parts_incomplete"]
    assert not (inbox.folder / "out/feedback").exists()
    letter = (inbox.folder / "out/returns/N001.txt").read_text("utf-8-sig")
    for practice in HEAD:
        assert practice in letter
    assert "1.1-1" not in letter
    inbox.add("head.xlsx", inbox.form("head"))
    assert sorted(states(inbox.run()).values()) == ["accepted", "superseded"]
    assert not (inbox.folder / "out/returns").exists()


NOTHING = {f"p{key}".replace(".", "_").replace("-", "_"): None for key in (*IT, *HEAD)}


@pytest.mark.parametrize("last", ["it", "head"])
def test_a_department_that_answers_nothing_leaves_its_practices_unanswered(
    last: str, inbox: Inbox
) -> None:
    first = "head" if last == "it" else "it"
    inbox.add("1.xlsx", inbox.form(first))
    inbox.add("2.xlsx", inbox.form(last, **NOTHING))
    ledger = inbox.run()
    assert states(ledger) == {"1": "accepted_with_warnings", "2": "superseded"}  # many unanswered
    assert codes(ledger, "2") == ["batch.part_of", "batch.part_blank"]
    (institution,) = ledger["institutions"]
    assert "combined_parts" in institution["marks"]
    assert "nothing_answered" not in institution["marks"]
    levels = inbox.levels
    assert {levels[key] for key in (IT if last == "it" else HEAD)} == {None}
    assert all(levels[key] is not None for key in (IT if first == "it" else HEAD) if key in LEVELS)


def test_departments_none_of_which_answers_anything_are_returned(inbox: Inbox) -> None:
    inbox.add("1.xlsx", inbox.form("it", **NOTHING))
    inbox.add("2.xlsx", inbox.form("head", **NOTHING))
    ledger = inbox.run()
    assert ledger["institutions"][0]["state"] == "returned"
    assert "batch.nothing_answered" in codes(ledger, "1")


def test_a_blank_form_does_not_replace_what_its_department_answered(inbox: Inbox) -> None:
    inbox.add("it.xlsx", inbox.form("it"))
    inbox.add("head-1.xlsx", inbox.form("head"))
    inbox.add("head-2.xlsx", inbox.form("head", **NOTHING))
    inbox.run(*inbox.decide())
    assert inbox.levels.items() >= drawn(1).items()


@pytest.mark.parametrize("decision", ["take", "merge"])
def test_what_arrived_can_be_used_by_decision(decision: str, inbox: Inbox) -> None:
    inbox.add("it.xlsx", inbox.form("it"))
    ledger = inbox.run(*inbox.decide(it=decision))
    assert states(ledger)["it"] in ("accepted", "accepted_with_warnings")
    assert inbox.levels["1.1-1"] == LEVELS["1.1-1"]
    assert inbox.levels["1-1"] is None


def test_a_decision_settles_what_departments_answer_differently(inbox: Inbox) -> None:
    inbox.add("it.xlsx", inbox.form("it", **{"institution.size": 1_000_000_000_000}))
    inbox.add("head.xlsx", inbox.form("head", **{"institution.size": 2_000_000_000_000}))
    for stem, other, size in (("it", "head", 1), ("head", "it", 2)):
        ledger = inbox.run(*inbox.decide(**{stem: "merge"}))
        assert states(ledger) == {stem: "accepted", other: "superseded"}
        report = json.loads((inbox.folder / "out/feedback/N001/feedback.json").read_bytes())
        assert report["result"]["institution"]["size"] == size * 1_000_000_000_000
        assert inbox.levels.items() >= drawn(1).items()


def test_a_part_that_is_merged_is_laid_over_a_whole_answer(inbox: Inbox) -> None:
    changed = (LEVELS["1.1-1"] + 1) % 6
    submit(inbox.folder / "in", 1, name="1.yaml")
    inbox.add("2.xlsx", inbox.form("it", p1_1_1=changed))
    ledger = inbox.run(*inbox.decide())
    assert states(ledger) == {"1": "accepted", "2": "returned"}
    assert ledger["institutions"][0]["marks"] == ["newer_file"]
    ledger = inbox.run(*inbox.decide(**{"2": "merge"}))
    assert states(ledger) == {"1": "superseded", "2": "accepted_with_warnings"}
    assert inbox.levels["1.1-1"] == changed
    assert inbox.levels["1-1"] == LEVELS["1-1"]


def test_a_department_corrects_its_own_part(inbox: Inbox) -> None:
    corrected = (LEVELS["1.1-1"] + 1) % 6
    inbox.add("1.xlsx", inbox.form("it"))
    inbox.add("2.xlsx", inbox.form("head"))
    inbox.add("3.xlsx", inbox.form("it", p1_1_1=corrected))
    ledger = inbox.run(*inbox.decide())
    assert states(ledger) == {"1": "superseded", "2": "superseded", "3": "accepted"}
    assert codes(ledger, "1") == ["batch.superseded"]
    assert codes(ledger, "2") == ["batch.part_of"]
    assert inbox.levels["1.1-1"] == corrected
    assert inbox.levels["1-1"] == LEVELS["1-1"]


def test_two_forms_of_one_department_that_differ_hold_all(inbox: Inbox) -> None:
    inbox.add("1.xlsx", inbox.form("it"))
    inbox.add("2.xlsx", inbox.form("head"))
    inbox.add("3.xlsx", inbox.form("it", p1_1_1=(LEVELS["1.1-1"] + 1) % 6))
    ledger = inbox.run()
    assert states(ledger) == dict.fromkeys("123", "held")
    assert codes(ledger, "2") == ["batch.held.part_waits"]
    assert inbox.code == 4


def test_facts_that_departments_state_differently_hold_both(inbox: Inbox) -> None:
    inbox.add("it.xlsx", inbox.form("it", **{"institution.size": 1_000_000_000_000}))
    inbox.add("head.xlsx", inbox.form("head", **{"institution.size": 2_000_000_000_000}))
    ledger = inbox.run()
    assert states(ledger) == {"it": "held", "head": "held"}
    for stem, other in (("it", "head"), ("head", "it")):
        assert codes(ledger, stem) == ["batch.held.parts_differ"]
        (file,) = [file for file in ledger["files"] if Path(file["path"]).stem == stem]
        assert f"in/{other}.xlsx" in file["reasons"][0]["text"]
        assert "(size)" in file["reasons"][0]["text"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_fact_that_departments_may_state_differently_has_words(lang: Lang) -> None:
    for name in (*Institution.model_fields, "lists", "selected_groups"):
        assert message(lang, f"batch.fact.{name}")


def test_ways_to_write_a_name_are_no_difference(inbox: Inbox) -> None:
    inbox.add("it.xlsx", inbox.form("it", **{"institution.name": "架空第１信用金庫"}))
    inbox.add("head.xlsx", inbox.form("head"))
    assert sorted(states(inbox.run()).values()) == ["accepted", "superseded"]


def test_a_whole_answer_that_came_later_counts_alone(inbox: Inbox) -> None:
    inbox.add("1.xlsx", inbox.form("it"))
    inbox.add("2.xlsx", inbox.form("head"))
    changed = {"1.1-1": (LEVELS["1.1-1"] + 1) % 6}
    submit(inbox.folder / "in", 1, changed, name="3.yaml")
    ledger = inbox.run(*inbox.decide())
    assert states(ledger) == {"1": "superseded", "2": "superseded", "3": "accepted"}
    assert inbox.levels["1.1-1"] == changed["1.1-1"]


def test_a_part_that_came_before_a_whole_answer_asks_nothing_more(inbox: Inbox) -> None:
    inbox.add("1.xlsx", inbox.form("it"))
    submit(inbox.folder / "in", 1, name="2.yaml")
    ledger = inbox.run(*inbox.decide())
    assert states(ledger) == {"1": "superseded", "2": "accepted"}
    assert ledger["institutions"][0]["marks"] == []


def test_parts_that_came_after_a_whole_answer_replace_it(inbox: Inbox) -> None:
    submit(
        inbox.folder / "in", 1, {"1.1-1": (LEVELS["1.1-1"] + 1) % 6, "2.1-a": None}, name="1.yaml"
    )
    inbox.add("2.xlsx", inbox.form("it"))
    inbox.add("3.xlsx", inbox.form("head"))
    ledger = inbox.run(*inbox.decide())
    assert states(ledger) == {"1": "superseded", "2": "superseded", "3": "accepted"}
    assert inbox.levels["1.1-1"] == LEVELS["1.1-1"]


def test_a_part_with_cells_to_correct_goes_back_alone(inbox: Inbox) -> None:
    inbox.add("it.xlsx", inbox.form("it", p1_1_1="many"))
    inbox.add("head.xlsx", inbox.form("head"))
    ledger = inbox.run()
    assert states(ledger) == {"it": "returned", "head": "returned"}
    assert "batch.parts_incomplete" not in codes(ledger, "it")
    assert (inbox.folder / "out/returns/N001.xlsx").exists()


class PartAnswers(FullAnswers):
    """Answers of parts, by the hash of the file."""

    def __init__(self, answers: Mapping[str, Mapping[str, int]], practices: int) -> None:
        self._answers = {f"sha of {path}": dict(given) for path, given in answers.items()}
        self._practices = [f"1-{number}" for number in range(practices)]

    def practices(self, sha256: str) -> list[str]:
        return [key for key in self._practices if key in self._answers[sha256]]

    def values(self, sha256: str) -> dict[str, Any]:
        return {"answers": self._answers[sha256], "institution": {}}

    def unasked(self, sha256: str, asked: Any) -> list[str]:
        answered = self._answers[sha256]
        return [key for key in self._practices if key not in answered and key not in asked]

    def merge(self, files: Any) -> ReadingHead:
        merged: dict[str, int] = {}
        for file in files:
            merged |= self._answers[file]
        sha256 = " ".join(files)
        self._answers[sha256] = merged
        return ReadingHead(sha256, "accepted", content=json.dumps(merged), member=member())


SPLITS = st.lists(st.sampled_from("xyz"), min_size=6, max_size=6)


@given(SPLITS, st.data())
def test_however_practices_are_divided_the_whole_counts_and_no_part_of_it(
    split: list[str], data: st.DataObject
) -> None:
    """Whatever departments there are, in whatever order: all parts are one answer, or none is."""
    asked = {
        name: [f"1-{n}" for n, owner in enumerate(split) if owner == name] for name in set(split)
    }
    order = data.draw(st.permutations(sorted(asked)))
    missing = data.draw(st.booleans()) and len(asked) > 1
    arrived = order[1:] if missing else order
    answers = {name: {key: len(key) for key in asked[name]} for name in arrived}
    files = [
        filed(name, "a", part=DepartmentPart(name, tuple(asked[name])), content=f"of {name}")
        for name in arrived
    ]
    receipts = [receipt(name, ON_TIME, version=number + 1) for number, name in enumerate(arrived)]
    ledger = keep(*files, receipts=receipts, answers=PartAnswers(answers, 6))
    institution = row(ledger, "a")
    found = {filing.path: filing.state for filing in ledger.filings}
    last = arrived[-1]
    assert [path for path, state in found.items() if state != "superseded"] == [last]
    if missing:
        assert (institution.state, institution.effective) == ("returned", None)
    else:
        assert institution.state == "accepted"
        assert set(institution.effective.sha256.split()) == {
            word for name in arrived for word in f"sha of {name}".split()
        }


def test_what_is_combined_came_with_the_last_of_its_parts() -> None:
    everything = tuple(f"1-{n}" for n in range(6))
    files = [
        filed(name, "a", part=DepartmentPart(name, everything), content=f"of {name}")
        for name in "xyz"
    ]
    receipts = [receipt("x", LATE), receipt("y", ON_TIME)]
    answers = {name: dict.fromkeys(everything, 1) for name in "xyz"}
    ledger = keep(*files, receipts=receipts, answers=PartAnswers(answers, 6))
    assert [filing.state for filing in ledger.filings] == ["late", "superseded", "superseded"]


@given(st.dictionaries(st.integers(0, 5), st.integers(0, 2), min_size=1), st.data())
def test_overlapping_parts_count_only_where_they_agree(
    first: dict[int, int], data: st.DataObject
) -> None:
    second = data.draw(st.dictionaries(st.integers(0, 5), st.integers(0, 2), min_size=1))
    answers = {
        name: {f"1-{n}": level for n, level in given.items()}
        for name, given in (("x", first), ("y", second))
    }
    everything = tuple(f"1-{n}" for n in range(6))
    files = [
        filed(name, "a", part=DepartmentPart(name, everything), content=f"of {name}")
        for name in answers
    ]
    ledger = keep(*files, answers=PartAnswers(answers, 6))
    differing = [n for n in first.keys() & second.keys() if first[n] != second[n]]
    if differing:
        assert [filing.state for filing in ledger.filings] == ["held", "held"]
        for filing, other in zip(ledger.filings, "yx", strict=True):
            params = filing.reasons[0].params
            assert (params["count"], params["other"]) == (len(differing), other)
        assert row(ledger, "a").effective is None
    else:
        assert [filing.state for filing in ledger.filings] == ["superseded", "accepted"]
