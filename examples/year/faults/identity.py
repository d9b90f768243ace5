"""Faults of identity: whose a form is."""

from faults.planting import Planting, fault


@fault("F12", 3, "1", "shinkin#11", "shinkin#12")
def form_of_a_colleague(planting: Planting) -> None:
    """A form issued to one institution with the name and ID of another written over."""
    own, other = planting.who("shinkin#11"), planting.who("shinkin#12")
    form = planting.campaign.refilled(other, f"{other}-taken", own)
    planting.cover(form, id=own, name=planting.name(own))
    sent = planting.file("回答票.xlsx", own, form, states={"1": "held", "2": "accepted"})
    planting.mail("shinkin11-1", own, planting.day(11, 18), sent)
    planting.mail("shinkin12-1", other, planting.day(11, 19), planting.file("回答票.xlsx", other))
    planting.stands(own, marks=["identity"], letter="")


@fault("F12", 3, "2")
def the_office_says_whose_it_is(planting: Planting) -> None:
    """A line that names the institution."""
    own = planting.who("shinkin#11")
    planting.campaign.list_receipt(
        "mail/shinkin11-1.eml!回答票.xlsx", planting.day(11, 18), institutions=own
    )
    planting.stands(own)


@fault("F13", 1, "1", "shinkin#13")
def id_cleared(planting: Planting) -> None:
    """No ID, a part of the name, an address of nobody."""
    own = planting.who("shinkin#13")
    form = planting.form(own, "cleared")
    planting.cover(form, id="", name=planting.name(own).removesuffix("信用金庫"))
    sent = planting.file("form.xlsx", own, form, states={"1": "returned"})
    planting.marked(own, "institution.id value")
    planting.mail("shinkin13-1", "clerk@provider.example", planting.day(11, 18), sent)


@fault("F14", 3, "1", "shinkin#14")
def mistyped_id(planting: Planting) -> None:
    """An ID with a wrong digit, and a level that cannot be read."""
    own = planting.who("shinkin#14")
    mistyped = f"{own[:6]}{(int(own[6]) + 1) % 10}{own[7:]}"
    form = planting.generic(own, "mistyped", id=mistyped)
    planting.set(form, "2.3.1-2", answer="3.5")
    sent = planting.file("回答票.xlsx", mistyped, form, states={"1": "returned"})
    path = planting.mail("shinkin14-1", "desk@centre.example", planting.day(11, 18), sent)
    planting.campaign.story["mistyped"] = f"inbox/{path}!回答票.xlsx"
    planting.stands(own, state="missing", marks=["suggested_file"], letter="")


@fault("F14", 3, "2")
def whose_the_mistyped_one_is(planting: Planting) -> None:
    """A line that names the institution; the level is still to be corrected."""
    own = planting.who("shinkin#14")
    planting.campaign.list_receipt(
        "mail/shinkin14-1.eml!回答票.xlsx", planting.day(11, 18), institutions=own
    )
    planting.noted(planting.campaign.story.pop("mistyped"))["later"] = {"2": own}
    planting.marked(own, "2.3.1-2 answer")
    planting.stands(own, state="returned", letter="correct")


@fault("F15", 2, "roster")
def merged(planting: Planting) -> None:
    """One institution has merged into another."""
    entry = planting.campaign.roster[planting.who("shinkumi#3")]
    entry |= {"status": "merged", "merged_into": planting.who("shinkumi#4")}


@fault("F15", 2, "1", "shinkumi#3", "shinkumi#4")
def merged_files(planting: Planting) -> None:
    """Both send a form, in one mail."""
    gone, own = planting.who("shinkumi#3"), planting.who("shinkumi#4")
    form = planting.generic(gone, "merged")
    planting.mail(
        "shinkumi04-1",
        own,
        planting.day(11, 18),
        planting.file("form1.xlsx", gone, form, states={"1": "merged"}),
        planting.file("form2.xlsx", own),
    )
    planting.stands(gone, state="merged", letter="")


@fault("F16", 2, "1", "shinkin#15")
def form_of_last_year(planting: Planting) -> None:
    """Last year's form, and this year's without an entry."""
    own = planting.who("shinkin#15")
    previous = planting.campaign.previous
    assert previous is not None
    blank = planting.campaign.scratch / "blank"
    planting.campaign.cssa(
        "batch", "issue", "--roster", "roster.csv", "--campaign", "campaign.yaml", "-o", blank,
        "--as-of", f"{planting.campaign.year}-10-01",
    )  # fmt: skip
    planting.mail(
        "shinkin15-1",
        own,
        planting.day(11, 18),
        planting.file(
            f"{own}.xlsx",
            own,
            previous.refilled(own, f"{own}-again", own),
            filled=None,
            states={"1": "wrong_edition"},
        ),
        planting.file(
            f"{own}_2027.xlsx", own, blank / f"{own}.xlsx", filled=None, states={"1": "returned"}
        ),
    )
    planting.stands(own, state="returned", letter="resend")


@fault("F17", 2, "roster")
def colleagues_of_one_name(planting: Planting) -> None:
    """Two institutions have the same name."""
    for ref in ("shinkumi#5", "shinkumi#6"):
        planting.campaign.roster[planting.who(ref)]["name"] = "ひばり信用組合"


@fault("F17", 2, "1", "shinkumi#5", "shinkumi#6")
def id_of_the_colleague(planting: Planting) -> None:
    """The form of one with the ID of the other."""
    own, other = planting.who("shinkumi#5"), planting.who("shinkumi#6")
    day = planting.day
    planting.mail("shinkumi06-1", other, day(11, 16), planting.file("回答票.xlsx", other))
    form = planting.generic(own, "colleague", id=other, name="ひばり信用組合")
    states = {"1": "held", "2": "accepted_with_warnings"}
    sent = planting.file("form-5.xlsx", other, form, filled=planting.filled(own), states=states)
    path = planting.mail("shinkumi05-1", own, day(11, 18), sent)
    planting.campaign.story["colleague"] = f"inbox/{path}!form-5.xlsx"
    planting.stands(own, state="missing", marks=["suggested_file"], letter="")
    planting.stands(other, marks=["contradicting_file"], letter="")


@fault("F17", 2, "2")
def each_has_its_own(planting: Planting) -> None:
    """The office names the institution."""
    own, other = planting.who("shinkumi#5"), planting.who("shinkumi#6")
    planting.campaign.list_receipt(
        "mail/shinkumi05-1.eml!form-5.xlsx", planting.day(11, 18), institutions=own
    )
    planting.noted(planting.campaign.story.pop("colleague"))["later"] = {"2": own}
    planting.stands(own)
    planting.stands(other)
