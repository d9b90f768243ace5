"""What institutions send, and how it comes into the inbox."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from campaign import Campaign
from writers import Attachment, Mail, write_archive, write_mails


@dataclass
class Delivery:
    """What comes from an institution at one time.

    Attributes:
        way: ``nodemailer``, ``mimetext``, ``archive`` (through the route) or ``portal``.
        filled: file with the answers, as they were filled in; None where it is no form.
        states: of its files in the ledger from a run on, where they do not follow from the answers
            and the day.
        is_reply: whether it is a reply form.
    """

    institution: str
    received: datetime
    way: str
    files: list[Attachment]
    filled: Path | None = None
    version: int = 1
    states: dict[str, str] = field(default_factory=dict)
    is_reply: bool = False
    is_parts: bool = False
    paths: list[str] = field(default_factory=list)


def send(campaign: Campaign, deliveries: Iterable[Delivery], stage: str) -> None:
    """Put what institutions send into the inbox, with its lines in the list of receipts.

    Args:
        campaign: that it is sent to.
        deliveries: in any order.
        stage: the first run that reads them.
    """
    waiting = sorted(deliveries, key=lambda delivery: delivery.received)
    mails: dict[str, list[Mail]] = {"nodemailer": [], "mimetext": []}
    archives: dict[str, list[Delivery]] = {}
    for delivery in waiting:
        if delivery.way in mails:
            mails[delivery.way].append(_mail(campaign, delivery))
        elif delivery.way == "archive":
            archives.setdefault(campaign.roster[delivery.institution]["route"], []).append(delivery)
        else:
            _upload(campaign, delivery)
    write_mails(mails, campaign.tools, campaign.scratch)
    for route, members in archives.items():
        _archive(campaign, route, members, stage)
    for delivery in waiting:
        _note(campaign, delivery, stage)


def _mail(campaign: Campaign, delivery: Delivery) -> Mail:
    campaign.mails += 1
    name = f"mail/{campaign.mails:04}.eml"
    delivery.paths = [f"inbox/{name}!{file.name}" for file in delivery.files]
    entry = campaign.roster[delivery.institution]
    sender = entry["email"] or "someone@provider.example"
    sent = delivery.received - timedelta(minutes=3)
    return Mail(
        campaign.inbox / name,
        sender,
        "自己点検の回答",
        sent,
        delivery.received if campaign.mails % 2 else None,
        delivery.files,
    )


def _upload(campaign: Campaign, delivery: Delivery) -> None:
    folder = f"portal/{delivery.received:%m%d}-{delivery.institution}-{delivery.version}"
    (campaign.inbox / folder).mkdir()
    for file in delivery.files:
        shutil.copy(file.path, campaign.inbox / folder / file.name)
        delivery.paths.append(f"inbox/{folder}/{file.name}")
        name = campaign.roster[delivery.institution]["name"]
        campaign.list_receipt(
            f"{folder}/{file.name}",
            delivery.received,
            channel="提出ポータル",
            sender=name,
            version=str(delivery.version) if delivery.version > 1 else "",
        )


def _archive(campaign: Campaign, route: str, members: list[Delivery], stage: str) -> None:
    name = f"archive/{route}-{stage}.zip"
    received = max(delivery.received for delivery in members)
    for delivery in members:
        delivery.received = received
        delivery.paths = [f"inbox/{name}!{file.name}" for file in delivery.files]
    files = [file for delivery in members for file in delivery.files]
    write_archive(campaign.inbox / name, files, received, campaign.tools, campaign.scratch)
    campaign.list_receipt(name, received, channel="郵送", sender=route)


def _note(campaign: Campaign, delivery: Delivery, stage: str) -> None:
    for path, file in zip(delivery.paths, delivery.files, strict=True):
        campaign.note_file(
            path,
            file.path,
            stage,
            delivery.institution,
            delivery.received,
            filled=delivery.filled,
            version=delivery.version,
            states=delivery.states,
            is_reply=delivery.is_reply,
            is_parts=delivery.is_parts,
        )
