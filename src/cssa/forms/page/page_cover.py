"""The cover of a page for the browser: the institution, its profile, and whose form it is."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from cssa.checklist.group_titles import group_titles
from cssa.checklist.tier_titles import asked_tier_titles
from cssa.forms import layout
from cssa.forms.form_request import FormRequest
from cssa.forms.labels import FLAGS, RISKS
from cssa.forms.layout import CoverField
from cssa.forms.own_rows import NameCells
from cssa.forms.page.page_words import Words, both, said, without_empty, worded
from cssa.messages import Lang
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import CodedWord, bilingual


class PageCover:
    """The cover of one page, as plain values.

    Args:
        request: the form, with a place for every row that may be named.
        names_of_rows: the cells for names of rows.
    """

    def __init__(self, request: FormRequest, names_of_rows: NameCells) -> None:
        self._request = request
        self._checklist = request.edition.checklist
        self._names_of_rows = names_of_rows

    @property
    def department(self) -> Words | None:
        """Who answers, and by when."""
        request = self._request
        delegate, due = request.delegate, request.due
        if delegate is None:
            return said(f"owner.{request.owner}") if request.owner else None
        name = " ".join(filter(None, (delegate.department, delegate.person)))
        if due is None:
            return name
        return both(lambda lang: f"{name}, {TYPOGRAPHY[lang].date(due)}")

    def campaign_lines(self) -> Iterator[tuple[Words, Words]]:
        """Yield what is said of the campaign, with its label; nothing without one."""
        campaign = self._request.campaign
        if campaign is None:
            return
        name = said("form.campaign", title=bilingual(campaign.title.get), id=campaign.id)
        yield said("page.fact.campaign"), name
        for code in ("issuer", "base_date", "deadline", "cut_off", "contact", "legal_basis"):
            value = getattr(campaign, code)
            if value is not None:
                yield said(f"form.campaign.{code}"), _date_or_text(value)
        tiers = asked_tier_titles(self._checklist, campaign.tiers)
        if tiers is not None:
            yield said("form.campaign.tiers"), worded(tiers)
        for term in campaign.handling.terms:
            yield said(term.label.code), worded(term.value)

    def sections(self) -> Iterator[dict[str, Any]]:
        """Yield the sections of lines to be filled in, in the order of the page."""
        request = self._request
        fields = (*layout.INSTITUTION, *layout.APPROVAL)
        yield _section(
            "institution",
            said("form.institution"),
            [said("form.institution_how" if request.number is None else "form.issued_to")],
            [self._field(field) for field in fields],
        )
        yield from self._groups()
        yes_or_no = [(code, said(f"form.flag.{code}")) for code in FLAGS]
        if request.profile.flags:
            lines = [
                {
                    "key": f"{layout.FLAG_PREFIX}{flag.id}",
                    "kind": "flag",
                    "label": _numbered(number, flag.question.get),
                    "hint": both(flag.why.get),
                    "options": yes_or_no,
                    "reason": True,
                }
                for number, flag in enumerate(request.profile.flags, start=1)
            ]
            yield _section("flags", said("form.flags"), [said("page.flags_how")], lines)
        if request.profile.factors:
            how = [said("form.factors_how")]
            yield _section("factors", said("form.factors"), how, list(self._factors()))
        for row_list, cells in self._names_of_rows.lists:
            lines = [
                {"key": cell.key, "kind": "name", "label": said("form.rows.line", number=number)}
                for number, cell in enumerate(cells, start=1)
            ]
            how = [both(row_list.prompt.get), said("page.rows.how")]
            yield _section(f"rows-{row_list.id}", both(row_list.title.get), how, lines)

    def _field(self, field: CoverField) -> dict[str, Any]:
        request = self._request
        sectors = request.sectors
        line: dict[str, Any] = {
            "key": field.key,
            "kind": field.kind,
            "label": said(field.message),
            "hint": said(f"{field.message}.hint"),
            "required": field.required,
        }
        if request.number is not None and field.key in layout.ISSUED_TO:
            line |= {"hint": "", "locked": True}
        if field.key == "institution.sector":
            line["options"] = [(item.id, both(item.title.get)) for item in sectors.sectors]
        if field.key == "institution.licence":
            line["options"] = [(kind.id, both(kind.title.get)) for kind in sectors.kinds]
        if field.kind == "size":
            line["bySector"] = {
                item.id: said(
                    "form.size_measure",
                    measure=bilingual(item.measure.get),
                    sector=bilingual(item.title.get),
                )
                for item in sectors.sectors
            }
        if field.kind == "date":
            line["hint"] = ""
        return line

    def _groups(self) -> Iterator[dict[str, Any]]:
        groups = self._checklist.groups
        if not groups:
            return
        asked = self._request.asked_groups
        if asked:
            how = said("form.groups_asked", groups=group_titles(self._checklist, asked))
            yield _section("groups", said("form.groups"), [how], [])
            return
        options = [(code, said(f"form.flag.{code}")) for code in FLAGS]
        lines = [
            {
                "key": f"{layout.GROUP_PREFIX}{group.id}",
                "kind": "choice",
                "label": both(group.title.get),
                "options": options,
            }
            for group in groups
        ]
        yield _section("groups", said("form.groups"), [said("form.groups_how")], lines)

    def _factors(self) -> Iterator[dict[str, Any]]:
        for factor in self._request.profile.factors:
            yield {
                "key": f"{layout.FACTOR_PREFIX}{factor.id}",
                "kind": "choice",
                "label": both(factor.title.get),
                "options": [
                    (risk, said("form.factor", level=level, words=bilingual(words.get)))
                    for risk, words in factor.levels.items()
                    for level in (CodedWord(f"risk.{risk}"),)
                ],
            }
        yield {
            "key": layout.OVERRIDE_KEY,
            "kind": "override",
            "label": said("page.override"),
            "options": [(risk, said(f"risk.{risk}")) for risk in RISKS],
            "reason": True,
        }


def _section(
    section_id: str, title: Words, how: list[Words], lines: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "id": section_id,
        "title": title,
        "how": how,
        "lines": [without_empty(line) for line in lines],
    }


def _numbered(number: int, text: Callable[[Lang], str]) -> Words:
    return both(lambda lang: f"{number}. {text(lang)}")


def _date_or_text(value: Any) -> Words:
    if isinstance(value, date):
        return both(lambda lang: TYPOGRAPHY[lang].date(value))
    return both(value.get)
