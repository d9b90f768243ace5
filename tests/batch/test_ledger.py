"""The ledger: every file and every institution accounted for, once."""

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cssa.answers.campaign import Campaign
from cssa.batch.intake.reading import ClaimedIdentity, ReadingHead
from cssa.batch.ledger.build import build_ledger
from cssa.batch.ledger.entries import FILE_STATES, INSTITUTION_STATES, Ledger, ReceivedFile
from cssa.batch.ledger.export import LedgerExport
from cssa.errors import Problem
from cssa.lists.receipts import Receipt
from cssa.lists.roster import RosterEntry
from cssa.peers.member import Member

CAMPAIGN = Campaign.model_validate(
    {
        "schema": "cssa.campaign/1",
        "id": "2026",
        "title": "2026",
        "deadline": "2026-11-20",
        "cut_off": "2026-12-18",
    }
)
ON_TIME, LATE, TOO_LATE = map(datetime.fromisoformat, ("2026-11-20", "2026-11-21", "2026-12-19"))


def member(coverage: Fraction = Fraction(1)) -> Member:
    return Member("?", "shinkin", None, None, coverage, Fraction(3), (), (), 0, "", {})


def filed(path: str, ident: str | None = "a", **more: Any) -> ReceivedFile:
    content = more.pop("content", path)
    kind = more.pop("kind", "accepted")
    given_member = member() if kind == "accepted" else None
    head = ReadingHead(
        sha256=more.pop("sha256", f"sha of {path}"),
        kind=kind,
        lang="ja",
        claimed=ClaimedIdentity(ident, f"name of {ident}", "shinkin") if ident else None,
        content=content if kind == "accepted" else "",
        member=more.pop("member", given_member),
        **more,
    )
    return ReceivedFile(path, 1, head)


def entry(ident: str, **more: Any) -> RosterEntry:
    return RosterEntry(ident, f"name of {ident}", "shinkin", **more)


def receipt(path: str, at: datetime = ON_TIME, **more: Any) -> Receipt:
    return Receipt(path, at, **more)


class FullAnswers:
    """Every file answers the same practices."""

    def practices(self, sha256: str) -> Sequence[str]:  # noqa: ARG002 - of whichever file
        return ("1-1", "1-2")

    def merge(self, files: Sequence[str]) -> ReadingHead:
        raise AssertionError(files)

    def values(self, sha256: str) -> Mapping[str, Any]:
        raise AssertionError(sha256)

    def unasked(self, sha256: str, asked: Collection[str]) -> Sequence[str]:
        raise AssertionError(sha256, asked)


def keep(*files: ReceivedFile, **more: Any) -> Ledger:
    return build_ledger(
        files,
        campaign=more.get("campaign", CAMPAIGN),
        roster=more.get("roster", (entry("a"), entry("b"))),
        receipts=more.get("receipts"),
        floor=Fraction(4, 5),
        answers=more.get("answers", FullAnswers()),
    )


def states(ledger: Ledger) -> dict[str, str]:
    return {one.path: one.state for one in ledger.filings}


def row(ledger: Ledger, ident: str) -> Any:
    return next(one for one in ledger.institutions if one.id == ident)


def test_who_sent_nothing_is_missing() -> None:
    ledger = keep(filed("f/a.xlsx"))
    assert {one.id: one.state for one in ledger.institutions} == {"a": "accepted", "b": "missing"}


def test_of_a_single_domain_as_much_is_to_be_answered_as_of_any_domain() -> None:
    of_one = member(Fraction(9, 10))._replace(overall=None, domains=(None,))
    unscored = member()._replace(overall=None, domains=(None,))
    for given_member, left_out in ((of_one, "coverage"), (unscored, "nothing")):
        found = row(keep(filed("f/a", member=given_member)), "a")
        assert (found.state, found.left_out) == ("accepted_with_warnings", left_out)


def test_late_takes_part_until_the_cut_off_and_gets_feedback_after_it() -> None:
    for at, state, left_out in (
        (ON_TIME, "accepted", None),
        (LATE, "late", None),
        (TOO_LATE, "late", "cut_off"),
    ):
        found = row(keep(filed("f/a.xlsx"), receipts=[receipt("f/a.xlsx", at)]), "a")
        assert (found.state, found.left_out) == (state, left_out)
        assert found.effective is not None


def test_an_extension_makes_late_on_time() -> None:
    roster = (entry("a", extended_to=date(2026, 12, 18)),)
    found = row(keep(filed("f/a"), roster=roster, receipts=[receipt("f/a", LATE)]), "a")
    assert (found.state, found.marks, found.left_out) == ("accepted", ("extended",), None)


def test_an_extension_does_not_move_the_cut_off() -> None:
    roster = (entry("a", extended_to=date(2026, 12, 31)),)
    found = row(keep(filed("f/a"), roster=roster, receipts=[receipt("f/a", TOO_LATE)]), "a")
    assert (found.state, found.left_out) == ("accepted", "cut_off")
    assert found.marks == ("extended", "extended_beyond_cut_off")
    assert found.effective is not None


def test_too_little_answered_is_accepted_with_a_warning_and_not_counted() -> None:
    found = row(keep(filed("f/a", member=member(Fraction(3, 4)))), "a")
    assert (found.state, found.left_out) == ("accepted_with_warnings", "coverage")


def test_a_form_without_an_answer_is_returned_and_counts_as_missing() -> None:
    ledger = keep(filed("f/a", member=member(Fraction(0))))
    institution = row(ledger, "a")
    assert (institution.state, institution.effective) == ("returned", None)
    assert not institution.is_received
    assert [reason.code for reason in ledger.filings[0].reasons] == ["batch.nothing_answered"]


def test_a_form_without_even_an_id_counts_as_missing_by_the_name_of_its_file() -> None:
    problems = Problem("batch.nothing_answered"), Problem("form.required_missing", {"label": "ID"})
    form = filed("f/a.xlsx", None, kind="problems", problems=problems)
    institution = row(keep(form, roster=[entry("a")]), "a")
    assert (institution.state, institution.is_received) == ("returned", False)
    assert institution.marks == ("by_name", "nothing_answered")


def test_a_form_without_an_answer_takes_nobodys_place() -> None:
    files = filed("f/a"), filed("f/b", member=member(Fraction(0)))
    receipts = receipt("f/a", version=1), receipt("f/b", version=2)
    ledger = keep(*files, receipts=receipts)
    assert states(ledger) == {"f/a": "accepted", "f/b": "returned"}
    assert row(ledger, "a").is_received


def test_optional_fields_left_empty_are_nothing_to_look_at() -> None:
    quiet = filed("f/a", notes=(Problem("form.blank_fields"),))
    loud = filed("f/b", "b", notes=(Problem("form.month_alone"),))
    ledger = keep(quiet, loud)
    assert states(ledger) == {"f/a": "accepted", "f/b": "accepted_with_warnings"}


def test_one_file_filed_for_several_speaks_for_each_of_them() -> None:
    several = receipt("f/a", institutions=("a", "b"))
    ledger = keep(filed("f/a"), receipts=[several])
    assert (ledger.file_count, len(ledger.filings)) == (1, 2)
    standing = [one.effective for one in ledger.institutions]
    assert [one and one.institution.id for one in standing] == ["a", "b"]
    assert [one and one.institution.name for one in standing] == ["name of a", "name of b"]


def test_the_list_of_receipts_says_whose_a_file_is_and_a_difference_is_told() -> None:
    ledger = keep(filed("f/x", "b"), receipts=[receipt("f/x", institutions=("a",))])
    assert row(ledger, "a").state == "accepted_with_warnings"
    assert row(ledger, "b").state == "missing"
    assert ledger.filings[0].reasons[0].code == "batch.other_institution"


def test_a_file_nobody_can_read_is_told_by_its_name_where_that_is_an_id() -> None:
    locked = filed("f/a_回答.xlsx", None, kind="waiting_password")
    found = row(keep(locked), "a")
    assert (found.state, found.marks) == ("waiting_password", ("by_name",))
    assert row(keep(filed("f/a-b.xlsx", None, kind="refused")), "a").state == "missing"


def test_nobody_is_missing_while_something_is_not_read() -> None:
    closed = filed("f/closed/", None, kind="not_read")
    ledger = keep(filed("f/a.xlsx"), closed)
    assert {row.id: row.state for row in ledger.institutions} == {"a": "accepted", "b": "not_read"}
    assert not row(ledger, "b").is_received
    named = filed("f/b_form.xlsx", None, kind="not_read")
    roster = (entry("a"), entry("b"), entry("c"))
    ledger = keep(named, filed("f/a.xlsx"), roster=roster)
    assert (row(ledger, "b").state, row(ledger, "c").state) == ("not_read", "missing")


def test_receipts_are_found_from_wherever_their_paths_begin() -> None:
    for written in ("a.xlsx", "f/a.xlsx", "in/f/a.xlsx", ".\\f\\a.xlsx"):
        ledger = keep(filed("f/a.xlsx"), receipts=[receipt(written, LATE)])
        assert row(ledger, "a").state == "late", written
    ledger = keep(filed("f/a"), filed("g/a", "b"), receipts=[receipt("a", LATE)])
    assert ledger.unmatched_receipts == ("a",)


def test_the_receipt_of_an_archive_is_that_of_its_members() -> None:
    files = filed("f/all.zip!a.xlsx"), filed("f/all.zip!b.xlsx", "b")
    more = receipt("f/all.zip", LATE), receipt("f/all.zip!b.xlsx", ON_TIME)
    assert states(keep(*files, receipts=more)) == {
        "f/all.zip!a.xlsx": "late",
        "f/all.zip!b.xlsx": "accepted",
    }


def test_another_campaigns_form_is_the_wrong_edition() -> None:
    assert states(keep(filed("f/a", campaign="2025"))) == {"f/a": "wrong_edition"}
    assert states(keep(filed("f/a", campaign="2026"))) == {"f/a": "accepted"}


def test_who_is_not_expected_takes_no_part() -> None:
    roster = (
        entry("a", status="withdrawn"),
        entry("b"),
        entry("c", status="merged", merged_into="b"),
    )
    ledger = keep(filed("f/a"), filed("f/c", "c"), filed("f/d", "d"), roster=roster)
    assert states(ledger) == {"f/a": "withdrawn", "f/c": "merged", "f/d": "not_on_roster"}
    assert [one.state for one in ledger.institutions] == ["withdrawn", "missing", "merged"]
    assert not any(one.effective for one in ledger.institutions)


def test_of_whom_no_file_came_nothing_is_received() -> None:
    gone = (entry("b", status="withdrawn"), entry("c", status="merged", merged_into="a"))
    ledger = keep(filed("f/a"), roster=(entry("a"), *gone))
    assert [one.is_received for one in ledger.institutions] == [True, False, False]


def test_ids_are_the_same_in_upper_and_lower_case() -> None:
    assert row(keep(filed("f/a", "A")), "a").effective is not None
    ledger = keep(filed("f/1", "x", content="1"), filed("f/2", "X", content="2"), roster=None)
    assert [one.id for one in ledger.institutions] == ["X"]
    assert set(states(ledger).values()) == {"held"}


KINDS = ["accepted", "problems", "waiting_password", "wrong_edition", "refused", "not_read"]
STATUSES = ["expected", "withdrawn", "merged"]


@st.composite
def campaigns(draw: Any) -> dict[str, Any]:
    ids = ["a", "b", "c", "d"]
    files = [
        filed(
            f"f/{number}",
            draw(st.sampled_from([*ids, *([] if kind == "accepted" else [None])])),
            kind=kind,
            sha256=f"sha {draw(st.integers(0, 5))} {number if draw(st.booleans()) else ''}",
        )
        for number, kind in enumerate(draw(st.lists(st.sampled_from(KINDS), max_size=7)))
    ]
    by_content = {one.head.sha256: one.head for one in files}
    files = [one._replace(head=by_content[one.head.sha256]) for one in files]
    receipts = [
        receipt(
            one.path,
            draw(st.sampled_from([ON_TIME, LATE, TOO_LATE])),
            version=draw(st.sampled_from([None, 1, 2])),
            institutions=draw(st.sampled_from([(), ("a",), ("a", "b"), ("c", "e")])),
        )
        for one in files
        if draw(st.booleans())
    ]
    roster = [entry(one, status=draw(st.sampled_from(STATUSES))) for one in ids[:3]]
    return {
        "files": files,
        "campaign": draw(st.sampled_from([None, CAMPAIGN])),
        "roster": draw(st.sampled_from([None, roster])),
        "receipts": receipts,
        "floor": Fraction(4, 5),
        "answers": FullAnswers(),
    }


@settings(max_examples=300)
@given(campaigns(), st.randoms())
def test_everything_is_accounted_for_in_any_order(given_: dict[str, Any], dice: Any) -> None:
    ledger = build_ledger(**given_)
    files, roster = given_["files"], given_["roster"]
    assert ledger.file_count == len(files)
    assert {one.path for one in ledger.filings} == {one.path for one in files}
    assert ledger.file_states.total() == len(ledger.filings)
    assert set(ledger.file_states) <= set(FILE_STATES)
    named = [(one.path, one.institution) for one in ledger.filings]
    assert len(named) == len(set(named))
    if roster is not None:
        assert [one.id for one in ledger.institutions] == [one.id for one in roster]
    assert ledger.institution_states.total() == len(ledger.institutions)
    assert set(ledger.institution_states) <= set(INSTITUTION_STATES)
    speaking = Counter(
        one.institution
        for one in ledger.filings
        if one.state in ("accepted", "accepted_with_warnings", "late")
    )
    standing = Counter(one.id for one in ledger.institutions if one.effective is not None)
    assert speaking == standing
    assert not speaking or set(speaking.values()) == {1}
    dice.shuffle(files)
    dice.shuffle(given_["receipts"])
    assert build_ledger(**given_) == ledger


def test_names_do_not_act_on_who_prints_the_ledger() -> None:
    ledger = keep(filed("f/\x1b[2J\u202eknab.xlsx"), filed("f/\u0085b\n::x.xlsx", "b"))
    exported = LedgerExport(ledger, (), date(2026, 12, 1), {}, "x", "en").csv().decode()
    assert {char for char in exported if not char.isprintable()} == {"\ufeff", "\r", "\n"}
    assert len(exported.splitlines()) == 1 + 2 + 2
    assert "f/\\x1b[2J\\u202eknab.xlsx" in exported


def test_names_do_not_act_on_who_prints_the_ledger_as_json() -> None:
    path = "f/\u0085b\u202e\u2028\x7f\x1b[2J\n::x😀.xlsx"
    exported = LedgerExport(keep(filed(path)), (), date(2026, 12, 1), {}, "x", "en").document()
    assert {char for char in exported.decode() if not char.isprintable()} == {"\n"}
    assert [file["path"] for file in json.loads(exported)["files"]] == [path]
