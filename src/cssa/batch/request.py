"""The request of a batch, stored so that publishing works from the last run."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from cssa.answers.campaign import Campaign, read_campaign
from cssa.answers.handling import UNSPECIFIED, Handling
from cssa.batch.intake.processor import BatchSettings
from cssa.batch.json_stream import json_lines
from cssa.batch.outputs.folder import KEPT, OutFolder
from cssa.batch.outputs.segments import RosterCondition
from cssa.checklist.catalogue import named_folder
from cssa.checklist.model import Checklist
from cssa.checklist.practice import TIERS, Tier
from cssa.errors import InputError, Problem
from cssa.lists.receipts import Receipt, read_receipts
from cssa.lists.roster import RosterEntry, read_roster
from cssa.location import Location
from cssa.messages.wording import CodedWord, day_word
from cssa.reports.formats.kinds import FeedbackFormat
from cssa.reports.formats.registry import FEEDBACK_FORMATS
from cssa.scheme.sectors import Sectors

REQUEST = f"{KEPT}/request.json"
_LISTS = f"{KEPT}/lists"
"""Where campaign, roster and receipts are kept as they were named."""

Command = Literal["publish", "deliver", "remind", "query", "purge"]
"""The commands that work from the last run; each has its own words for what is in the way."""


class ListsBeside(NamedTuple):
    """The lists that are specified beside the forms.

    Attributes:
        campaign: None where only its id is known.
        roster: None where everyone who filed is expected.
        receipts: None where nothing is known of when files came in.
    """

    campaign: Campaign | None = None
    roster: tuple[RosterEntry, ...] | None = None
    receipts: tuple[Receipt, ...] | None = None

    @property
    def asked_groups(self) -> tuple[str, ...]:
        """Ids of the checklist's groups that the campaign asks; none where answers decide."""
        return self.campaign.selected_groups if self.campaign else ()

    @property
    def asked_tiers(self) -> tuple[Tier, ...]:
        """Tiers of the practices that the campaign asks."""
        return self.campaign.tiers if self.campaign else TIERS


class BatchRequest(NamedTuple):
    """The request of a batch.

    Attributes:
        lists: campaign, roster and receipts.
        formats: of the feedback.
        previous: folder of the last campaign's batch.
        named: content of the files that were specified beside the forms, by what they are.
        key: what pseudonyms in the store are derived with; the store has names where None.
        key_hash: hash of the key, which is never stored itself.
        where: conditions that institutions meet in the workbook of segments.
        lists_notes: whether what institutions wrote is listed.
    """

    settings: BatchSettings
    lists: ListsBeside
    formats: tuple[FeedbackFormat, ...]
    previous: Path | None = None
    named: Mapping[str, bytes] = {}
    key: bytes | None = None
    key_hash: str | None = None
    where: tuple[RosterCondition, ...] = ()
    lists_notes: bool = False

    @property
    def campaign(self) -> Campaign | None:
        """The campaign, where its file was named."""
        return self.lists.campaign

    @property
    def handling(self) -> Handling:
        """How documents with answers are to be handled."""
        return UNSPECIFIED if self.campaign is None else self.campaign.handling

    @property
    def base_date(self) -> date | None:
        """The day that the answers refer to, where the campaign states one."""
        return None if self.campaign is None else self.campaign.base_date

    @property
    def days(self) -> CodedWord:
        """Base date and evaluation date, as documents state them."""
        base_date, as_of = self.base_date, day_word(self.settings.as_of)
        if base_date is None:
            return CodedWord("batch.days.evaluation", (("as_of", as_of),))
        params = (("base_date", day_word(base_date)), ("as_of", as_of))
        return CodedWord("batch.days", params)

    @property
    def shows_incidents(self) -> bool:
        """Whether published incident cases stand beside the gaps in feedback."""
        return self.campaign is not None and self.campaign.incidents


def read_lists(
    named: Mapping[str, bytes],
    paths: Mapping[str, str],
    sectors: Sectors,
    checklist: Checklist | None = None,
) -> ListsBeside:
    """Read campaign, roster and receipts.

    Args:
        named: content of those that there are, by what they are.
        paths: how they are called in messages.
        sectors: the sub-sectors there are.
        checklist: the one asked, which must have the groups that the campaign selects; not looked
            at where None.

    Raises:
        InputError: when one of them is wrong.
    """
    campaign, roster, received = (named.get(name) for name in ("campaign", "roster", "received"))
    return ListsBeside(
        None if campaign is None else read_campaign(campaign, paths["campaign"], checklist),
        None if roster is None else read_roster(roster, paths["roster"], sectors),
        None if received is None else read_receipts(received, paths["received"]),
    )


def save_request(request: BatchRequest, folder: OutFolder) -> None:
    """Store a request, all but the key and what the user's setup gives.

    Args:
        request: to be stored.
        folder: the batch's.
    """
    settings = request.settings
    document = {
        "schema": "cssa.request/1",
        "checklist": settings.checklist,
        "given": settings.given and _lasting_name(settings.given),
        "scheme": _lasting(settings.scheme),
        "targets": _lasting(settings.targets),
        "as_of": settings.as_of.isoformat(),
        "lang": settings.lang,
        "formats": [format_.name for format_ in request.formats],
        "previous": request.previous and str(request.previous.absolute()),
        "key": request.key_hash,
        "where": [list(condition) for condition in request.where],
        "lists": sorted(request.named),
    }
    for name in sorted(request.named):
        folder.write(f"{_LISTS}/{name}", request.named[name])
    folder.keep_only(_LISTS, {f"{_LISTS}/{name}" for name in request.named})
    folder.write(REQUEST, json_lines(document))


def _lasting(name: str) -> str:
    """Return an id as it is, and a path so that it holds from anywhere."""
    path = Path(name)
    return str(path.absolute()) if path.is_file() else name


class UserSetup(NamedTuple):
    """What is the same for everything that this user runs.

    Attributes:
        folders: the user's own folders of checklists.
        cache: where compiled data is kept.
        sectors: the sub-sectors there are.
    """

    folders: tuple[Path, ...]
    cache: Path | None
    sectors: Sectors


def load_request(folder: OutFolder, setup: UserSetup, command: Command = "publish") -> BatchRequest:
    """Return the last run's request, without its key.

    Args:
        folder: the batch's.
        setup: what was not stored.
        command: that asks for it.

    Raises:
        InputError: when nothing was run there, or the stored request is damaged.
    """
    where = Location(str(folder.root))
    data = folder.read(REQUEST)
    if data is None:
        raise InputError([Problem(f"batch.{command}.never_run", {}, where)])
    try:
        document = json.loads(data)
        paths = {name: folder.root / _LISTS / name for name in document["lists"]}
        named = {name: path.read_bytes() for name, path in paths.items()}
        shown = {name: str(path) for name, path in paths.items()}
        lists = read_lists(named, shown, setup.sectors)
        return BatchRequest(
            _settings(document, setup)._replace(
                asked_groups=lists.asked_groups, asked_tiers=lists.asked_tiers
            ),
            lists,
            tuple(FEEDBACK_FORMATS[name] for name in document["formats"]),
            document["previous"] and Path(document["previous"]),
            named,
            key_hash=document["key"],
            where=tuple(RosterCondition(*condition) for condition in document["where"]),
        )
    except (OSError, ValueError, LookupError, TypeError, InputError):
        raise InputError([Problem(f"batch.{command}.run_again", {}, where)]) from None


def _settings(document: Mapping[str, Any], setup: UserSetup) -> BatchSettings:
    checklist, version = document["checklist"]
    return BatchSettings(
        checklist=(checklist, version),
        given=document["given"],
        folders=setup.folders,
        cache=setup.cache,
        scheme=document["scheme"],
        targets=document["targets"],
        as_of=date.fromisoformat(document["as_of"]),
        lang=document["lang"],
    )


def hash_of(data: bytes | None) -> str | None:
    """Return a content's sha256, None where there is none."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def _lasting_name(checklist: str) -> str:
    """Return the name of a checklist such that it holds in another working folder, too."""
    folder = named_folder(checklist)
    return checklist if folder is None else str(folder.absolute())
