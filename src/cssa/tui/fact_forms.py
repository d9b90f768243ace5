"""The forms for what is stated about the institution, and the values that they write."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cssa.datafile.edit import ABSENT
from cssa.interview.facts import FACTORS, GROUPS, OVERRIDE, PROFILE, Fact, InstitutionFacts
from cssa.interview.parsing import normalized, parse_amount, parse_ids
from cssa.interview.session import Session
from cssa.interview.words import Words
from cssa.scheme.targets import RISK_LEVELS
from cssa.tui.entries import Entries
from cssa.tui.form import FieldProblem, Form, FormField

_YES, _NO, _OPEN = "yes", "no", ""
_DATES = ("assessed_on", "reported_to_board")


@dataclass(frozen=True, slots=True)
class FactForm:
    """A form with what its values make of a fact.

    Attributes:
        value: returns the value as written to the file; ``ABSENT`` removes it.
    """

    form: Form
    value: Callable[[Mapping[str, Any]], Any]


class FactForms:
    """Makes the forms of facts.

    Args:
        words: their language.
        facts: what can be stated.
        session: the state of the interview.
        today: the date that "today" means.
    """

    def __init__(
        self, words: Words, facts: InstitutionFacts, session: Session, today: date
    ) -> None:
        self._words = words
        self._facts = facts
        self._session = session
        self._entries = Entries(words, today)

    def form(self, fact: Fact) -> FactForm:
        """Return the form of a fact that is not chosen from a list of its own."""
        if fact.path[:2] == PROFILE:
            return self._flag(fact)
        if fact.path[:3] == FACTORS:
            return self._factor(fact)
        if fact.path == OVERRIDE:
            return self._override(fact)
        if fact.path == GROUPS:
            return self._groups(fact)
        return self._line(fact)

    def _line(self, fact: Fact) -> FactForm:
        name = fact.name
        parse: Callable[[str], Any] = self._entries.text
        message = self._words.message
        text, initial = message(f"assess.help.{name}", **self._measure(name)), fact.current or ""
        if name == "size":
            parse = self._amount
            size = self._session.submission.institution.size
            initial = "" if size is None else f"{size:f}"
            text = f"{message('assess.why.size', **self._measure(name))} {text}"
        elif name in _DATES:
            parse = self._entries.date()
        elif name == "id":
            parse = self._entries.needed(self._entries.institution_id)
        elif name == "name":
            parse = self._entries.needed(parse)
        field = FormField("value", fact.label, text, initial, parse=parse)

        def value(values: Mapping[str, Any]) -> Any:
            stated = values["value"]
            if stated is None:
                return ABSENT
            return stated.isoformat() if isinstance(stated, date) else stated

        return FactForm(Form(fact.label, (field,)), value)

    def _measure(self, name: str) -> dict[str, str]:
        if name != "size":
            return {}
        sector = self._facts.sector(self._session.submission)
        return {"measure": self._words.text(sector.measure) if sector else "-"}

    def _amount(self, text: str) -> int | float | FieldProblem | None:
        entry = normalized(text)
        if not entry:
            return None
        size = parse_amount(entry)
        if size is None:
            return FieldProblem(self._words.message("assess.wrong.size", found=entry))
        return int(size) if size == int(size) else float(size)

    def _flag(self, fact: Fact) -> FactForm:
        message = self._words.message
        flag = next(flag for flag in self._facts.profile.flags if flag.id == fact.name)
        institution = self._session.submission.institution
        stated = institution.profile.get(flag.id)
        chosen = _OPEN if stated is None else _YES if stated.value else _NO
        options = (
            (_YES, message("screen.yes")),
            (_NO, message("screen.no")),
            (_OPEN, message("screen.open")),
        )
        fields = [
            FormField(
                "stated",
                self._words.text(flag.question),
                message("assess.why", why=self._words.text(flag.why)),
                chosen,
                "options",
                options,
            )
        ]
        basics = self._session.basics_out_of_scope(institution, flag.id)
        if basics:
            text = message(
                "assess.flag_reason", practices=self._words.joined(basics), count=len(basics)
            )
            reason = (stated.reason or "") if stated else ""
            fields.append(
                FormField(
                    "reason",
                    message("screen.field.flag_reason"),
                    text,
                    reason,
                    "several",
                    parse=self._entries.text,
                    only_if=("stated", _NO),
                )
            )

        def value(values: Mapping[str, Any]) -> Any:
            if values["stated"] == _OPEN:
                return ABSENT
            if values["stated"] == _YES:
                return True
            given = values.get("reason")
            return {"value": False, "reason": given} if given else False

        return FactForm(Form(message("screen.form.profile"), tuple(fields)), value)

    def _factor(self, fact: Fact) -> FactForm:
        message = self._words.message
        factor = next(each for each in self._facts.profile.factors if each.id == fact.name)
        chosen = self._session.submission.institution.risk.factors.get(factor.id, _OPEN)
        options = tuple(
            (
                level,
                message(
                    "screen.level",
                    name=message(f"risk.{level}"),
                    words=self._words.text(factor.levels[level]),
                ),
            )
            for level in RISK_LEVELS
        )
        field = FormField(
            "level",
            fact.label,
            message("assess.why.factor.key" if factor.key else "assess.why.factor.other"),
            chosen,
            "options",
            (*options, (_OPEN, message("screen.open"))),
        )
        form = Form(message("screen.form.factor"), (field,))
        return FactForm(form, lambda values: values["level"] or ABSENT)

    def _override(self, fact: Fact) -> FactForm:
        message = self._words.message
        now = self._session.submission.institution.risk.override
        options = tuple((level, message(f"risk.{level}")) for level in RISK_LEVELS)
        fields = (
            FormField(
                "level", fact.label, message("assess.why.override"),
                now.level if now else _OPEN, "options",
                (*options, (_OPEN, message("screen.no_override"))),
            ),
            FormField(
                "reason", message("screen.field.override_reason"),
                message("assess.help.override_reason"),
                now.reason if now else "", "several", parse=self._entries.text,
            ),
        )  # fmt: skip

        def check(values: Mapping[str, Any]) -> tuple[str, FieldProblem] | None:
            if values["level"] and not values["reason"]:
                return "reason", FieldProblem(message("screen.form.needed"))
            return None

        def value(values: Mapping[str, Any]) -> Any:
            if not values["level"]:
                return ABSENT
            return {"level": values["level"], "reason": values["reason"]}

        return FactForm(Form(fact.label, fields, "", check), value)

    def _groups(self, fact: Fact) -> FactForm:
        message = self._words.message
        groups = self._session.edition.checklist.groups
        ids = [group.id for group in groups]
        selected = self._session.submission.selected_groups
        listed = "\n".join(
            f"{number}  {self._words.text(group.title)}" for number, group in enumerate(groups, 1)
        )

        def parse(text: str) -> list[str] | FieldProblem:
            chosen = parse_ids(text, ids)
            if chosen is None:
                found = normalized(text)
                return FieldProblem(message("assess.wrong.groups", found=found))
            return [id_ for id_ in ids if id_ in chosen]

        field = FormField(
            "groups",
            fact.label,
            f"{message('assess.why.groups')}\n{listed}\n{message('screen.field_help.groups')}",
            " ".join(str(ids.index(id_) + 1) for id_ in selected if id_ in ids),
            parse=parse,
        )
        return FactForm(Form(fact.label, (field,)), lambda values: values["groups"] or ABSENT)
