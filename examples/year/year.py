"""Three campaigns of fictional institutions, from the forms that go out to the trend.

    python examples/year/year.py DIR [--institutions 200] [--campaigns 3] [--faults faults]

`check.py DIR` then computes anew what has to have come out, and lists every difference.
"""

import argparse
import importlib
import sys
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, cast

import yaml
from campaign import Campaign
from conduct import WAYS, Conduct, conducts
from office import fill_reply, settle
from sending import Delivery, send
from writers import Attachment, FillJob, Tools, fill_form

FIRST_YEAR = 2026
SEED = 7


class Faults(Protocol):
    """A module with what is planted besides."""

    def reserved(self, campaign: Campaign, year: int) -> set[str]:
        """Return the institutions for which the faults send, and nothing else is sent."""

    def plant(self, campaign: Campaign, year: int, stage: str) -> None:
        """Plant what belongs to a stage."""


class Year:
    """What happens in one campaign.

    Args:
        campaign: its folder.
        faults: what is planted besides; None for nothing.
    """

    def __init__(self, campaign: Campaign, faults: Faults | None) -> None:
        self.campaign = campaign
        self._faults = faults
        self._number = campaign.year - FIRST_YEAR + 1
        self._conducts: dict[str, Conduct] = {}

    def stages(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yield the stages with their names, in order."""
        yield "send out", self.send_out
        yield "fill in", self.fill_in
        yield "first run", self.first_run
        yield "write back", self.write_back
        yield "second run", self.second_run
        yield "correct", self.correct
        yield "publish", self.publish
        yield "late, hand out", self.hand_out

    def send_out(self) -> None:
        """Draw the institutions, extend a deadline, make the forms."""
        campaign = self.campaign
        campaign.draw()
        reserved = self._faults.reserved(campaign, self._number) if self._faults else ()
        self._conducts = conducts(campaign, reserved)
        for institution, conduct in self._conducts.items():
            if conduct.kind == "extended":
                campaign.roster[institution]["extended_to"] = f"{campaign.year}-11-30"
        self._plant("roster")
        campaign.write_lists()
        campaign.issue()

    def fill_in(self) -> None:
        """Have the forms filled in, also those that come later."""
        campaign = self.campaign
        jobs: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
        for institution, conduct in self._conducts.items():
            answers = campaign.answers[institution]
            is_asked = campaign.roster[institution]["status"] in ("", "expected")
            if conduct.kind in ("silent", "parts", "plain") or not is_asked:
                continue
            jobs.setdefault(conduct.writer, []).append((institution, institution, answers))
            if conduct.kind == "broken":
                broken = (institution, f"{institution}-broken", answers)
                jobs.setdefault("openpyxl", []).append(broken)
            if conduct.kind in ("revised", "amended"):
                later = (institution, f"{institution}-2", self._further(institution))
                jobs.setdefault("openpyxl", []).append(later)
        campaign.fill(jobs)
        for institution in self._of("broken"):
            practice = self._answered(institution)[3]
            form = campaign.sent(f"{institution}-broken")
            campaign.overwrite(form, practice, "answer", "3.5")

    def first_run(self) -> None:
        """What comes before the deadline."""
        campaign = self.campaign
        deliveries = [
            delivery
            for institution, conduct in self._conducts.items()
            for delivery in self._first(institution, conduct)
        ]
        send(campaign, deliveries, "1")
        self._plant("1")
        campaign.run("1")

    def _first(self, institution: str, conduct: Conduct) -> Iterator[Delivery]:
        if conduct.kind in ("silent", "reminded", "latecomer", "extended", "planted"):
            return
        if conduct.kind == "parts":
            yield self._parts(institution, conduct)
        elif conduct.kind == "plain":
            yield self._plain(institution, conduct)
        elif conduct.kind == "broken":
            name = f"{institution}-broken"
            yield self._form(institution, conduct.received, name, states={"1": "returned"})
        else:
            yield self._form(institution, conduct.received)
        if conduct.kind == "revised":
            later = conduct.received + timedelta(hours=30)
            yield self._form(institution, later, f"{institution}-2", version=2)

    def write_back(self) -> None:
        """Letters on what is missing or to be corrected, and on answers to confirm."""
        campaign = self.campaign
        self._plant("letters")
        campaign.remind("1", campaign.day(11, 25).date())
        asked_on = campaign.day(11, 26).date()
        campaign.cssa("batch", "query", "out", "--on", asked_on)
        campaign.story["asked_on"] = asked_on.isoformat()

    def second_run(self) -> None:
        """What comes because of the letters."""
        campaign = self.campaign
        deliveries = list(self._replies(date.fromisoformat(campaign.story["asked_on"])))
        for number, institution in enumerate(self._of("reminded", "extended")):
            received = campaign.day(11, 27, 9) + timedelta(hours=5 * number)
            if self._conducts[institution].kind == "extended":
                received = campaign.day(11, 30, 23, 50)
            deliveries.append(self._form(institution, received))
        for number, institution in enumerate(self._of("broken")):
            received = campaign.day(11, 29, 11) + timedelta(hours=number)
            deliveries.append(self._form(institution, received, version=2))
        send(campaign, deliveries, "2")
        self._plant("2")
        campaign.run("2")

    def correct(self) -> None:
        """Corrections that two people agree on."""
        settle(self.campaign)
        self._plant("3")
        self.campaign.run("3")

    def _replies(self, asked_on: date) -> Iterator[Delivery]:
        """Yield the replies of every second institution that was asked."""
        campaign = self.campaign
        folder = campaign.out / "queries" / asked_on.isoformat()
        for number, form in enumerate(sorted(folder.glob("*-reply-*.xlsx"))):
            institution = form.name.split("-reply-")[0]
            if number % 2:
                continue
            reply = campaign.sent(f"{institution}-reply")
            replies = fill_reply(form, reply, corrects=number % 4 == 0)
            for entry in replies:
                entry |= {"institution": institution}
            campaign.story.setdefault("replies", []).extend(replies)
            received = campaign.day(12, 7, 9) + timedelta(minutes=number)
            file = Attachment(form.name, reply)
            yield Delivery(institution, received, WAYS[number % 5], [file], is_reply=True)

    def publish(self) -> None:
        """The edition, once."""
        campaign = self.campaign
        day = f"{campaign.year}-12-19"
        compared = ["--previous", campaign.previous.out] if campaign.previous else []
        campaign.cssa(
            "batch", "publish", "out", "--approved-by", "常務理事会", "--on", day, "--as-of", day,
            *compared,
        )  # fmt: skip

    def hand_out(self) -> None:
        """Who is late or corrects afterwards, and the packages for everybody."""
        campaign = self.campaign
        deliveries = [
            self._form(institution, campaign.day(12, 21)) for institution in self._of("latecomer")
        ]
        deliveries += [
            self._form(institution, campaign.day(12, 22), f"{institution}-2", version=2)
            for institution in self._of("amended")
        ]
        send(campaign, deliveries, "4")
        self._plant("4")
        campaign.run("4")
        campaign.cssa(
            "batch", "deliver", "out", "-o", "packages", "--on", f"{campaign.year}-12-24",
            "--as-of", f"{campaign.year}-12-24", codes=(0, 3),
        )  # fmt: skip
        campaign.cssa("batch", "export", "out", "-o", "tables")
        campaign.save()

    def _plant(self, stage: str) -> None:
        if self._faults is not None:
            self._faults.plant(self.campaign, self._number, stage)

    # The files

    def _of(self, *kinds: str) -> list[str]:
        return [
            institution for institution, conduct in self._conducts.items() if conduct.kind in kinds
        ]

    def _answered(self, institution: str) -> list[str]:
        """Return the practices that an institution answers with a level above 0."""
        answers = self.campaign.answers[institution]["answers"]
        return [practice for practice, answer in answers.items() if answer.get("level")]

    def _further(self, institution: str) -> dict[str, Any]:
        """Return an institution's answers with two levels changed."""
        filled = deepcopy(self.campaign.answers[institution])
        for practice in self._answered(institution)[5:7]:
            filled["answers"][practice]["level"] -= 1
        return filled

    def _form(
        self,
        institution: str,
        received: datetime,
        name: str = "",
        *,
        version: int = 1,
        states: dict[str, str] | None = None,
    ) -> Delivery:
        name = name or institution
        way = self._conducts[institution].way
        shown = f"{self.campaign.roster[institution]['name']}_回答票.xlsx"
        return Delivery(
            institution,
            received,
            way,
            [Attachment(shown, self.campaign.sent(name))],
            self.campaign.scratch / "filled" / f"{name}.json",
            version,
            states or {},
        )

    def _plain(self, institution: str, conduct: Conduct) -> Delivery:
        """Return an answers file, as institutions send that keep their answers in one."""
        campaign = self.campaign
        filled = campaign.answers[institution]
        path = campaign.scratch / "sent" / f"{institution}.yaml"
        path.write_text(yaml.safe_dump(filled, allow_unicode=True, sort_keys=False), "utf-8")
        files = [Attachment("answers.yaml", path)]
        kept = campaign.note_filled(institution, filled)
        return Delivery(institution, conduct.received, conduct.way, files, kept)

    def _parts(self, institution: str, conduct: Conduct) -> Delivery:
        """Return the forms of an institution's departments."""
        campaign = self.campaign
        filled = campaign.answers[institution]
        folder = campaign.split(institution)
        for form in sorted(folder.glob("form-*.xlsx")):
            fill_form(FillJob(form, form, filled))
        files = [Attachment(form.name, form) for form in sorted(folder.glob("form-*.xlsx"))]
        kept = campaign.note_filled(institution, filled)
        return Delivery(institution, conduct.received, conduct.way, files, kept, is_parts=True)


def main() -> None:
    """Go through the campaigns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a new folder")
    parser.add_argument("--institutions", type=int, default=200)
    parser.add_argument("--campaigns", type=int, default=3)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--faults", help="a module of this folder with faults to plant")
    parser.add_argument("--tools", type=Path, help="folder of npm's packages [DIR/tools]")
    asked = parser.parse_args()
    if asked.folder.exists():
        parser.error(f"{asked.folder} is there already")
    faults = cast("Faults", importlib.import_module(asked.faults)) if asked.faults else None
    folder = asked.folder.resolve()
    tools = Tools((asked.tools or folder / "tools").resolve())
    previous = None
    for year in range(FIRST_YEAR, FIRST_YEAR + asked.campaigns):
        campaign = Campaign(
            folder / str(year), year, asked.institutions, asked.seed, tools, previous
        )
        for name, stage in Year(campaign, faults).stages():
            started = time.monotonic()
            stage()
            sys.stdout.write(f"{year} {name:20} {time.monotonic() - started:6.1f} s\n")
            sys.stdout.flush()
        previous = campaign


if __name__ == "__main__":
    main()
