"""Who has seen several institutions' answers, and what is published beside that."""

from datetime import datetime

from tests.batch.test_ledger import entry, filed, keep, receipt

from cssa.batch.publishing.known_readers import known_readers
from cssa.lists.roster import RosterEntry
from cssa.peers.member import Coalition

AT = datetime.fromisoformat("2026-11-01")


def test_one_form_for_several_institutions_makes_them_known_to_its_sender() -> None:
    ledger = keep(
        filed("shared.yaml", "a"),
        filed("d.yaml", "d"),
        roster=[entry(ident) for ident in "abcd"],
        receipts=[receipt("shared.yaml", AT, institutions=("a", "b", "c"), sender="d")],
    )
    assert known_readers(ledger, None) == (Coalition("form", "shared.yaml", ("a", "b", "c")),)


def test_a_form_that_was_superseded_was_seen_all_the_same() -> None:
    ledger = keep(
        filed("shared.yaml", "a"),
        filed("own.yaml", "b"),
        receipts=[
            receipt("shared.yaml", AT, institutions=("a", "b")),
            receipt("own.yaml", datetime.fromisoformat("2026-11-02")),
        ],
    )
    assert [coalition.members for coalition in known_readers(ledger, None)] == [("a", "b")]


def test_the_same_sender_or_the_same_content_is_no_proof() -> None:
    ledger = keep(
        filed("1.yaml", "a", content="same", sha256="same"),
        filed("2.yaml", "b", content="same", sha256="same"),
        receipts=[receipt("1.yaml", AT, sender="centre"), receipt("2.yaml", AT, sender="centre")],
    )
    assert known_readers(ledger, None) == ()


def test_the_roster_names_who_sees_answers() -> None:
    roster = [
        entry("a", answers_seen_by=("Holding", "c")),
        entry("b", answers_seen_by=("HOLDING",)),
        entry("c"),
        entry("d", answers_seen_by=("someone",)),
        entry("missing", answers_seen_by=("someone else",)),
    ]
    ledger = keep(*(filed(f"{ident}.yaml", ident) for ident in "abcd"), roster=roster)
    assert known_readers(ledger, roster) == (
        Coalition("seen_by", "Holding", ("a", "b")),
        Coalition("seen_by", "c", ("a", "c")),  # an institution that knows its own as well
    )


def test_licences_of_one_institution_begin_with_its_number() -> None:
    ids = ("2990000000013-bank", "2990000000013.life", "29900000000130", "5990000000027")
    roster = [RosterEntry(ident, ident, "trust") for ident in ids]
    ledger = keep(*(filed(f"{ident}.yaml", ident) for ident in ids), roster=roster)
    assert known_readers(ledger, roster) == (
        Coalition("licences", "2990000000013", ("2990000000013-bank", "2990000000013.life")),
    )


def test_the_same_institutions_are_one_coalition() -> None:
    roster = [entry(ident, answers_seen_by=("Holding",)) for ident in "ab"]
    ledger = keep(
        filed("shared.yaml", "a"),
        roster=roster,
        receipts=[receipt("shared.yaml", AT, institutions=("a", "b"))],
    )
    assert known_readers(ledger, roster) == (Coalition("form", "shared.yaml", ("a", "b")),)
