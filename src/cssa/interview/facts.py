"""What is stated about the institution and its assessment, in words and in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.header import PracticeGroup
from cssa.datafile.edit import MappingPath
from cssa.engine.risk_profile import risk_profile
from cssa.interview.words import Words
from cssa.messages import fitting
from cssa.scheme.profile import Factor, Flag, ProfileQuestions
from cssa.scheme.sectors import Sector, Sectors

GROUPS: MappingPath = ("selected_groups",)
OVERRIDE: MappingPath = ("institution", "risk", "override")
PROFILE: MappingPath = ("institution", "profile")
FACTORS: MappingPath = ("institution", "risk", "factors")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about the institution or its assessment.

    Attributes:
        path: keys from the top of the file to the value.
        label: its name in a list.
        current: the value stated, None where there is none.
        order: names beside it in the file, in the order they should have.
    """

    path: MappingPath
    label: str
    current: str | None
    order: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The last of its keys."""
        return str(self.path[-1])

    def beside(self, value: str, words: Words) -> str:
        """Return its label with a value beside it; a label may be a whole question.

        Args:
            value: the one stated, or what stands for none.
            words: their language.
        """
        code = "assess.asked" if self.label.endswith(("?", "。")) else "assess.labelled"
        return words.message(code, label=self.label, value=value)


class InstitutionFacts:
    """Words for what is stated.

    Args:
        words: their language.
        profile: flags and risk factors that are asked.
        sectors: kinds of institution.
    """

    def __init__(self, words: Words, profile: ProfileQuestions, sectors: Sectors) -> None:
        self._words = words
        self.profile = profile
        self.sectors = sectors

    def facts(self, submission: Submission, edition: Edition) -> list[Fact]:
        """Return the facts of a submission, in the order in which they are asked."""
        groups = edition.checklist.groups
        return [
            *self._identity(submission),
            *([self._groups(submission, groups)] if groups else []),
            *(self._flag(flag, submission) for flag in self.profile.flags),
            *(self._factor(factor, submission) for factor in self.profile.factors),
            self._override(submission),
            *(
                Fact(
                    ("lists", row_list.id),
                    self._words.text(row_list.title),
                    self._words.joined(row.name for row in submission.lists.get(row_list.id, ()))
                    or None,
                )
                for row_list in edition.checklist.row_lists
            ),
        ]

    def is_open(self, fact: Fact, submission: Submission) -> bool:
        """Return whether a fact decides scope, peers or targets and is not stated.

        A licence is asked for the first time only: an institution without one has none to state.
        Groups are asked for until something is answered: where none is named, all are answered.
        """
        is_first = not submission.institution.profile
        return fact.current is None and (
            fact.path[0] == "lists"
            or fact.path[:2] in (("institution", "size"), PROFILE)
            or fact.path[:3] == FACTORS
            or (is_first and fact.path == ("institution", "licence"))
            or (not submission.answers and fact.path == GROUPS)
        )

    def is_decisive(self, fact: Fact) -> bool:
        """Return whether a fact that is asked for decides scope, peers or targets.

        Risk factors that are not key explain the risk, and decide nothing.
        """
        key_factors = {factor.id for factor in self.profile.factors if factor.key}
        return fact.path[:3] != FACTORS or fact.name in key_factors

    def risk(self, submission: Submission) -> Iterator[str]:
        """Yield the risk profile, and why it is provisional where it is."""
        if not self.profile.factors:
            return
        institution, message = submission.institution, self._words.message
        risk = risk_profile(institution, self.profile)
        basis = f"basis.{risk.basis_wording}"
        counts = {"stated": risk.stated, "key_factors": risk.key_factors}
        yield message(
            "assess.setup.risk",
            risk=message(f"risk.{risk.level}"),
            basis=message(basis, **fitting(basis, counts)),
        )
        open_factors = [
            self._words.text(factor.title)
            for factor in self.profile.factors
            if factor.key and factor.id not in institution.risk.factors
        ]
        if open_factors and risk.basis != "override":
            yield message(
                "assess.setup.risk_provisional",
                count=len(open_factors),
                factors=self._words.joined(open_factors),
            )

    def sector(self, submission: Submission) -> Sector | None:
        """Return the institution's sub-sector, None where it is none of the list."""
        named = submission.institution.sector
        return next((sector for sector in self.sectors.sectors if sector.id == named), None)

    def size_text(self, size: Decimal, sector: Sector | None) -> str:
        """Return a size in yen with its size band."""
        bands = sector.bands if sector else ()
        band = next((band for band in reversed(bands) if size >= band.from_), None)
        amount = self._words.message("assess.yen", amount=f"{size:,.0f}")
        return amount + (self._words.in_brackets(self._words.text(band.title)) if band else "")

    def _identity(self, submission: Submission) -> Iterator[Fact]:
        institution, message = submission.institution, self._words.message
        sector = self.sector(submission)

        def fact(name: str, current: object, *within: str) -> Fact:
            text = None if current is None else str(current)
            return Fact((*within, name), message(f"assess.item.{name}"), text)

        yield fact("id", institution.id, "institution")
        yield fact("name", institution.name, "institution")
        title = self._words.text(sector.title) if sector else institution.sector
        yield fact("sector", title, "institution")
        yield fact("licence", self._licence_title(institution.licence), "institution")
        size = None if institution.size is None else self.size_text(institution.size, sector)
        yield fact("size", size, "institution")
        yield fact("campaign", submission.campaign)
        yield fact("assessed_on", submission.assessed_on)
        approval = submission.approval
        yield fact("respondent", approval.respondent, "approval")
        yield fact("second_line", approval.second_line, "approval")
        yield fact("reported_to_board", approval.reported_to_board, "approval")

    def _groups(self, submission: Submission, groups: Sequence[PracticeGroup]) -> Fact:
        selected = submission.selected_groups
        titles = [self._words.text(group.title) for group in groups if group.id in selected]
        return Fact(
            GROUPS,
            self._words.message("assess.item.groups"),
            self._words.joined(titles) if titles else None,
        )

    def _licence_title(self, licence: str | None) -> str | None:
        """Return the title of a licence of the list, any other as it stands in the file."""
        titles = {kind.id: self._words.text(kind.title) for kind in self.sectors.kinds}
        return titles.get(licence, licence) if licence else None

    def _flag(self, flag: Flag, submission: Submission) -> Fact:
        stated = submission.institution.profile.get(flag.id)
        current = None
        if stated is not None:
            current = self._words.message("assess.yes" if stated.value else "assess.no")
            current += self._words.in_brackets(stated.reason) if stated.reason else ""
        order = tuple(known.id for known in self.profile.flags)
        return Fact((*PROFILE, flag.id), self._words.text(flag.question), current, order)

    def _factor(self, factor: Factor, submission: Submission) -> Fact:
        level = submission.institution.risk.factors.get(factor.id)
        return Fact(
            (*FACTORS, factor.id),
            self._words.text(factor.title),
            None if level is None else self._words.message(f"risk.{level}"),
            tuple(known.id for known in self.profile.factors),
        )

    def _override(self, submission: Submission) -> Fact:
        override = submission.institution.risk.override
        current = None
        if override is not None:
            level = self._words.message(f"risk.{override.level}")
            current = level + self._words.in_brackets(override.reason)
        return Fact(OVERRIDE, self._words.message("assess.item.override"), current)
