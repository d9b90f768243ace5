"""Makes the form of one institution, with last time's answers where they are wanted."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from cssa.answers.campaign import read_campaign
from cssa.answers.submission import NO_ANSWER, Submission
from cssa.batch.corrections import corrected
from cssa.batch.form_numbers import form_number
from cssa.checklist.catalogue import Edition
from cssa.comparison.carry_over import carry_over
from cssa.comparison.carry_steps import steps_to_version
from cssa.engine.asked_questions import asked_questions
from cssa.engine.status import level_of
from cssa.errors import InputError
from cssa.forms.form_request import FormRequest, asked_part
from cssa.forms.form_writer import write_form
from cssa.forms.page.writer import write_page
from cssa.lists.roster import RosterEntry
from cssa.messages import Lang
from cssa.workspace import Workspace

WRITERS = {"xlsx": write_form, "html": write_page}
"""By the ending of the file."""


class IssueSettings(NamedTuple):
    """What all forms of a campaign have in common, small enough to be sent to other processes.

    Attributes:
        checklist: id and version of the one asked.
        title: its title, by which letters go where there is no campaign.
        tiers: titles of the tiers asked, as letters name them; empty where all are.
        given: a checklist that the user named, by path or id.
        folders: the user's own folders of checklists.
        cache: where compiled data is kept.
        campaign: content of its file, which forms show; None without one.
        ending: of the files, without the dot.
        as_of: date on which treatments that are carried over must not have run out.
        lang: the forms' language.
    """

    checklist: tuple[str, str]
    title: str
    tiers: str
    given: str | None
    folders: tuple[Path, ...]
    cache: Path | None
    campaign: bytes | None
    ending: str
    as_of: date
    lang: Lang


class FormerSubmission(NamedTuple):
    """What an institution filed in the previous campaign.

    Attributes:
        values: its submission as filed, as plain values.
        levels: of its answers after corrections, by practice.
    """

    values: Mapping[str, Any]
    levels: Mapping[str, int]


class FormJob(NamedTuple):
    """A form to be made; ``former`` is None where nothing is filled in."""

    entry: RosterEntry
    former: FormerSubmission | None = None


class IssuedForm(NamedTuple):
    """A form that was made.

    Attributes:
        data: the file.
        number: under which it is issued.
        carried: answers of the previous campaign that are filled in.
        unasked: its answers to practices that this campaign does not ask.
    """

    data: bytes
    number: str
    carried: int
    unasked: int = 0


class FormIssuer:
    """Makes forms, with everything that this takes loaded once."""

    def __init__(self, settings: IssueSettings) -> None:
        workspace = Workspace(settings.given, settings.folders, settings.cache)
        whole = workspace.edition(*settings.checklist)
        criteria = workspace.criteria(whole.checklist)
        scoring_data = workspace.scoring_data
        campaign = None
        if settings.campaign is not None:
            campaign = read_campaign(settings.campaign, "", whole.checklist)
        edition, asked = asked_part(whole, campaign)
        self._settings = settings
        self._workspace = workspace
        self._edition = edition
        self._blank = FormRequest(
            edition,
            scoring_data.level_wording(edition.checklist),
            asked_questions(edition.checklist, criteria.targets, criteria.profile),
            scoring_data.sectors,
            settings.lang,
            campaign=campaign,
            asked=asked,
        )

    def issue(self, job: FormJob) -> IssuedForm:
        """Return the form of an institution.

        Raises:
            InputError: when its former answers cannot be carried over.
        """
        entry, campaign = job.entry, self._blank.campaign
        number = form_number("" if campaign is None else campaign.id, entry.id)
        submission = self._submission(job)
        request = replace(self._blank, submission=submission, number=number)
        data = WRITERS[self._settings.ending](request)
        carried = len(submission.answers.keys() & self._edition.checklist.placed.keys())
        return IssuedForm(data, number, carried, len(submission.answers) - carried)

    def _submission(self, job: FormJob) -> Submission:
        """Return what is filled in: the institution as on the roster, and its former answers."""
        entry, checklist = job.entry, self._edition.checklist
        named = {"id": entry.id, "name": entry.name, "sector": entry.sector}
        if job.former is not None:
            carried = self._carried(job.former)
            institution = carried.institution.model_copy(update=named)
            return carried.model_copy(update={"institution": institution})
        return Submission.model_validate(
            {
                "schema": "cssa.answers/1",
                "checklist": {"id": checklist.id, "version": checklist.version},
                "institution": named,
                "answers": {},
            }
        )

    def _carried(self, former: FormerSubmission) -> Submission:
        """Return former answers, as corrected, in the checklist that is asked now.

        Raises:
            InputError: when the version that they answer is not there.
        """
        filed = Submission.model_validate(dict(former.values))
        reference = filed.checklist
        target = self._workspace.catalogue.find(*self._settings.checklist)
        edition = self._workspace.edition(reference.id, reference.version)
        steps = steps_to_version(self._workspace.catalogue, edition, reference.fingerprint, target)
        submission = corrected(
            filed, _corrections(filed, former.levels, edition), edition.checklist
        )
        return carry_over(submission, steps, self._settings.as_of).submission


def _corrections(
    filed: Submission, levels: Mapping[str, int], edition: Edition
) -> tuple[tuple[str, int], ...]:
    """Return the practices whose level was corrected after filing, with that level."""
    placed = edition.checklist.placed
    return tuple(
        (name, level)
        for name, level in levels.items()
        if name in placed
        and level_of(placed[name].practice, filed.answers.get(name, NO_ANSWER)) != level
    )


@lru_cache(maxsize=1)
def _form_issuer(settings: IssueSettings) -> FormIssuer:
    """Return the issuer of this process."""
    return FormIssuer(settings)


def issue_form(settings: IssueSettings, job: FormJob) -> IssuedForm | InputError:
    """Return the form of an institution, or why its former answers cannot be carried over.

    Args:
        settings: what all forms have in common.
        job: the form to be made.
    """
    try:
        return _form_issuer(settings).issue(job)
    except InputError as error:
        return error
