"""Faults of the roster, the list of receipts, and the forms of departments."""

import io
import zipfile
from pathlib import Path

import yaml

from faults.planting import Planting, Sent, fault, fill_parts
from forms import tables


@fault("F30", 2, "1", "shinkin#34", "shinkin#35")
def contradicting_lines(planting: Planting) -> None:
    """Two lines for one file; one line that fits two files."""
    own, other = planting.who("shinkin#34"), planting.who("shinkin#35")
    day = planting.day
    path = f"1118/{own}.xlsx"
    planting.put(path, planting.file("", own, states={"1": "late"}), day(11, 24, 10))
    for received in (day(11, 18, 10), day(11, 24, 10)):
        planting.campaign.list_receipt(path, received, version="1")
    practices = list(planting.campaign.answers[other]["answers"])[3:8]
    later, filled = planting.levels(other, "later", dict.fromkeys(practices, 1))
    held = {"1": "held"}
    planting.put(
        "1119/kaitou.xlsx",
        planting.file("", other, states={**held, "2": "superseded"}),
        day(11, 19, 16),
    )
    planting.put(
        "1120/kaitou.xlsx",
        planting.file("", other, later, filled=filled, states={**held, "2": "accepted"}),
        day(11, 20, 16),
    )
    planting.campaign.list_receipt("郵便/kaitou.xlsx", day(11, 20, 16))
    planting.stands(other, letter="", marks=["no_receipt"])


@fault("F30", 2, "2")
def lines_corrected(planting: Planting) -> None:
    """A line for each of the two files."""
    received = planting.campaign.received
    received[:] = [line for line in received if line["path"] != "郵便/kaitou.xlsx"]
    planting.campaign.list_receipt("1120/kaitou.xlsx", planting.day(11, 20, 16))
    planting.campaign.list_receipt("1119/kaitou.xlsx", planting.day(11, 19, 16))
    planting.stands(planting.who("shinkin#35"))


@fault("F31", 1, "roster")
def extensions(planting: Planting) -> None:
    """Two later deadlines."""
    for ref in ("shinkumi#7", "shinkumi#8"):
        day = f"{planting.campaign.year}-12-04"
        planting.campaign.roster[planting.who(ref)]["extended_to"] = day


@fault("F31", 1, "2", "shinkumi#7", "shinkumi#8")
def around_the_extension(planting: Planting) -> None:
    """One form just within its extension, one just after."""
    first, second = planting.who("shinkumi#7"), planting.who("shinkumi#8")
    planting.mail(
        "shinkumi07-1", first, planting.day(12, 4, 18, 30), planting.file("f.xlsx", first)
    )
    planting.mail(
        "shinkumi08-1", second, planting.day(12, 5, 0, 30), planting.file("f.xlsx", second)
    )


@fault("F32", 2, "roster")
def withdrawn(planting: Planting) -> None:
    """A licence was given back."""
    planting.campaign.roster[planting.who("funds_transfer#1")]["status"] = "withdrawn"


@fault("F32", 2, "1", "funds_transfer#1")
def files_nevertheless(planting: Planting) -> None:
    """It sends a form all the same, with a letter."""
    own = planting.who("funds_transfer#1")
    form = planting.generic(own, "withdrawn")
    planting.mail(
        "funds01-1",
        own,
        planting.day(11, 18),
        planting.file("form.xlsx", own, form, states={"1": "withdrawn"}),
        planting.other("廃業のご連絡.docx", _letter(), own, _1="other_document"),
    )
    planting.stands(own, state="withdrawn", letter="")


def _letter() -> bytes:
    """Return a letter as a word processor saves it, without its text."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    return stream.getvalue()


@fault("F33", 3, "1", "regional_bank#2")
def a_department_is_missing(planting: Planting) -> None:
    """All forms of departments but one, in three mails."""
    own = planting.who("regional_bank#2")
    folder = planting.campaign.split(own)
    fill_parts(planting, own, folder)
    forms = sorted(folder.glob("form-*.xlsx"))
    audit = next(form for form in forms if form.stem.endswith("audit"))
    forms.remove(audit)
    planting.campaign.story["audit"] = str(audit)
    for number in range(3):
        sent = [
            planting.file(form.name, own, form, states={"1": "superseded"})
            for form in forms[number::3]
        ]
        if number == 2:
            sent[-1].states = {"1": "returned", "2": "superseded"}  # stands for them all
        planting.mail(f"regional02-{number + 1}", own, planting.day(11, 16 + number), *sent)


@fault("F33", 3, "2")
def the_last_department(planting: Planting) -> None:
    """The missing form comes."""
    own = planting.who("regional_bank#2")
    audit = Path(planting.campaign.story.pop("audit"))
    sent = planting.file(audit.name, own, audit, states={"2": "late"})
    planting.mail("regional02-4", own, planting.day(11, 25), sent)
    planting.stands(own, marks=["combined_parts"])


@fault("F34", 2, "1", "regional_bank#3")
def departments_disagree(planting: Planting) -> None:
    """Two departments answer one practice differently, and a third states another size."""
    own = planting.who("regional_bank#3")
    folder = planting.campaign.split(own)
    second = _given_to_risk_management(planting, own)
    for parts in (folder, second):
        fill_parts(planting, own, parts)
    forms = {form.stem: form for form in folder.glob("form-*.xlsx")}
    asked = next(form for form in forms.values() if _asks(form, "2.2.3-1"))
    forms["form-risk"] = second / "form-risk.xlsx"
    planting.set(asked, "2.2.3-1", answer=2)
    planting.set(forms["form-risk"], "2.2.3-1", answer=3)
    size = int(float(planting.campaign.answers[own]["institution"]["size"]))
    planting.cover(forms["form-legal"], size=size * 10)
    sent: list[Sent] = [
        planting.file(form.name, own, form, states={"1": "held"})
        for _, form in sorted(forms.items())
    ]
    planting.mail("regional03-1", own, planting.day(11, 18), *sent)
    planting.stands(own, letter="")


def _given_to_risk_management(planting: Planting, institution: str) -> Path:
    """Return a folder with the form of risk management, to which a practice of others is given."""
    delegates = {
        "schema": "cssa.delegates/1",
        "delegates": [
            {
                "id": "risk",
                "department": "リスク管理部",
                "owners": ["risk"],
                "practices": ["2.2.3-1"],
            }
        ],
    }
    path = planting.campaign.scratch / "delegates.yaml"
    path.write_text(yaml.safe_dump(delegates, allow_unicode=True), "utf-8")
    return planting.campaign.split(institution, "second", "--delegates", path)


def _asks(form: Path, practice: str) -> bool:
    return any(practice in table.rows for table in tables(form, "cssa:answers"))


@fault("F38", 3, "roster")
def extension_beyond_the_cut_off(planting: Planting) -> None:
    """A deadline later than the cut-off."""
    entry = planting.campaign.roster[planting.who("shinkumi#9")]
    entry["extended_to"] = f"{planting.campaign.year}-12-25"


@fault("F38", 3, "4", "shinkumi#9")
def after_the_publication(planting: Planting) -> None:
    """The form comes within the extension, after the publication."""
    own = planting.who("shinkumi#9")
    planting.mail("shinkumi09-1", own, planting.day(12, 22), planting.file("form.xlsx", own))
