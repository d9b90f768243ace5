"""Purging: what holds answers goes after the retention period, what was published stays."""

import hashlib
import json
import re
import shlex
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest
from tests.batch.conftest import tree
from tests.batch.sending import Campaign, Inline

from cssa.batch.outputs.folder import OutFolder
from cssa.messages import LANGS

UNTIL, AFTER = "2029-03-31", "2029-04-01"
LATER = "2026-12-20"


@pytest.fixture(scope="module")
def made(cssa_once: Inline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign that was published, reminded of and handed out. Do not write there."""
    campaign = Campaign(tmp_path_factory.mktemp("purge") / "case", cssa_once)
    for number in range(1, 13):
        campaign.expect(number)
        campaign.send(number)
    campaign.expect(13)
    campaign.put("N013.xlsx", b"PK\x03\x04 no workbook")
    assert campaign.run("--formats", "html,json").code == 3
    assert campaign.publish().code == 0
    assert campaign.remind(LATER, "--eml").code == 0
    assert campaign.deliver(LATER, campaign.out / "packages").code == 0
    return campaign.root


@pytest.fixture
def campaign(made: Path, cssa_inline: Inline, tmp_path: Path) -> Campaign:
    shutil.copytree(made, tmp_path / "case")
    again = Campaign(tmp_path / "case", cssa_inline)
    again.roster, again.received = again.root / "roster.csv", again.root / "received.csv"
    return again


def record(campaign: Campaign) -> Any:
    return json.loads((campaign.out / "private/purged.json").read_bytes())


LOGS = {"private/reminders.jsonl", "private/deliveries.jsonl"}


def test_what_holds_answers_goes_and_the_published_edition_stays(campaign: Campaign) -> None:
    before = tree(campaign.out)
    done = campaign.purge(AFTER, "--yes")
    assert done.code == 0, done.err
    after = tree(campaign.out)
    stays = (
        {name for name in before if name.startswith("public/")} | LOGS | {"private/published.json"}
    )
    assert set(after) == stays | {"private/purged.json"}
    assert {name: after[name] for name in stays} == {name: before[name] for name in stays}
    assert not [
        path for path in campaign.out.rglob("*") if path.is_dir() and not any(path.iterdir())
    ]
    gone = record(campaign)
    assert (gone["state"], gone["campaign"], gone["on"]) == ("purged", "2026", AFTER)
    assert gone["retain_until"] == UNTIL
    assert gone["files"] == {name: digest for name, digest in before.items() if name not in stays}
    assert stat.S_IMODE((campaign.out / "private/purged.json").stat().st_mode) == 0o600


def test_nothing_that_stays_holds_an_answer(campaign: Campaign) -> None:
    """Neither levels nor texts: only hashes of answers, and figures as they were published."""
    published = json.loads((campaign.out / "private/published.json").read_bytes())
    assert {key for answers in published["institutions"].values() for key in answers} == {
        "content", "file", "entered",
    }  # fmt: skip
    assert "values" not in json.dumps(published)


@pytest.mark.parametrize("lang", LANGS)
def test_before_the_date_it_is_refused_with_the_date(campaign: Campaign, lang: str) -> None:
    before = tree(campaign.out)
    done = campaign.purge(UNTIL, "--yes", lang=lang)
    assert done.code == 2
    assert UNTIL in done.err
    assert tree(campaign.out) == before


def test_without_a_period_it_is_refused(campaign: Campaign) -> None:
    text = campaign.campaign.read_text(encoding="utf-8")
    campaign.campaign.write_text(text.replace(f"retain_until: {UNTIL}\n", ""), encoding="utf-8")
    campaign.expect(1)
    shutil.rmtree(campaign.out)
    campaign.run()
    done = campaign.purge(AFTER, "--yes")
    assert done.code == 2
    assert "retain_until" in done.err


@pytest.mark.parametrize("lang", LANGS)
def test_without_yes_it_only_shows_what_would_go(campaign: Campaign, lang: str) -> None:
    before = tree(campaign.out)
    done = campaign.purge(AFTER, lang=lang)
    assert done.code == 0
    assert tree(campaign.out) == before
    for name in (
        "feedback/",
        "private/kept/",
        "reminders/",
        "returns/",
        "private/population.sqlite",
    ):
        assert name in done.out
    assert "cssa batch purge" in done.out
    assert "--yes" in done.out


def test_a_file_of_the_users_stays_and_is_named(campaign: Campaign) -> None:
    for name in ("private/notes.txt", "feedback/N001/reply.eml", "mine.txt"):
        (campaign.out / name).write_text("mine", encoding="utf-8")
    review = campaign.out / "private/review.xlsx"
    review.write_bytes(review.read_bytes() + b"entered")
    digest = hashlib.sha256(review.read_bytes()).hexdigest()
    done = campaign.purge(AFTER, "--yes")
    assert done.code == 0
    assert "did not write them: 3" in done.out
    for name in ("private/notes.txt", "feedback/N001/reply.eml", "mine.txt"):
        assert (campaign.out / name).read_text(encoding="utf-8") == "mine"
    assert not review.exists()  # it is the program's, with answers that somebody entered
    assert record(campaign)["files"]["private/review.xlsx"] == digest


@pytest.mark.parametrize("after", [0, 1, 40])
def test_an_interrupted_purge_is_completed_by_the_same_command(
    campaign: Campaign, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    before = tree(campaign.out)
    removed = 0
    remove = OutFolder.remove

    def interrupted(folder: OutFolder, name: str) -> None:
        nonlocal removed
        if removed == after:
            raise KeyboardInterrupt
        removed += 1
        remove(folder, name)

    with monkeypatch.context() as patch:
        patch.setattr(OutFolder, "remove", interrupted)
        assert campaign.purge(AFTER, "--yes").code == 130
    assert record(campaign)["state"] == "purging"
    done = campaign.remind(AFTER)
    assert done.code == 2
    assert "was interrupted" in done.err
    assert "--yes" in done.err
    done = campaign.purge("2029-05-01")
    assert done.code == 0
    assert record(campaign)["state"] == "purging"
    assert campaign.purge("2029-05-01", "--yes").code == 0
    gone = record(campaign)
    assert (gone["state"], gone["on"]) == ("purged", AFTER)
    kept = (
        {name for name in before if name.startswith("public/")} | LOGS | {"private/published.json"}
    )
    assert set(tree(campaign.out)) == kept | {"private/purged.json"}
    assert set(gone["files"]) == set(before) - kept


def test_what_a_run_was_writing_when_it_was_ended_goes_too(campaign: Campaign) -> None:
    part = campaign.out / "feedback/N001/.feedback.html.part"
    part.write_text("answers", encoding="utf-8")
    assert campaign.purge(AFTER, "--yes").code == 0
    assert not part.exists()
    assert "feedback/N001/.feedback.html.part" in record(campaign)["files"]


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_else_is_done_in_a_purged_folder(campaign: Campaign, lang: str) -> None:
    assert campaign.purge(AFTER, "--yes").code == 0
    before = tree(campaign.out)
    again = campaign.purge(AFTER, "--yes", lang=lang)
    assert again.code == 0
    outcomes = (
        campaign.run(lang=lang),
        campaign.remind(AFTER, lang=lang),
        campaign.deliver(AFTER, campaign.root / "more", lang=lang),
        campaign.cssa("batch", "publish", campaign.out, "--approved-by", "X", "--on", AFTER, "--as-of", AFTER, lang=lang),
        campaign.cssa("batch", "run", campaign.inbox, "-o", campaign.root / "next", "--previous", campaign.out, lang=lang),
    )  # fmt: skip
    for done in outcomes:
        assert done.code == 2
        assert AFTER in done.err
    assert tree(campaign.out) == before


def test_of_a_purged_folder_no_table_is_written(campaign: Campaign) -> None:
    assert campaign.purge(AFTER, "--yes").code == 0
    tables = campaign.root / "tables"
    done = campaign.cssa("batch", "export", campaign.out, "-o", tables)
    assert done.code == 2
    assert AFTER in done.err
    assert not tables.exists()


def test_the_command_to_purge_can_be_pasted_whatever_the_folder_is_called(
    campaign: Campaign,
) -> None:
    campaign.out = campaign.out.rename(campaign.root / "out of 2026")
    told = campaign.purge(AFTER).out
    (command,) = re.findall("`(cssa batch purge .+)`", told)
    assert shlex.split(command)[3:] == [str(campaign.out), "--yes"]


def test_a_folder_without_a_run_has_nothing_to_purge(cssa_inline: Inline, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine", encoding="utf-8")
    done = cssa_inline("batch", "purge", tmp_path / "out", "--yes", lang="en")
    assert done.code == 3
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["mine.txt"]
