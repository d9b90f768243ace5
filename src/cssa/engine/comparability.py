"""The comparability rule: what the figures of two results rest on, and where it differs."""

from typing import Literal, NamedTuple

from cssa.checklist.level_scale import LevelScale
from cssa.engine.result import Result

Obstacle = Literal["institution", "checklist", "scale"]
"""Why two results cannot be compared at all."""


class Subject(NamedTuple):
    """Whose result on what: what two results must share to be compared at all.

    Another version of the checklist, another scheme and other targets are no obstacle: how much
    of a change comes from them can be told.

    Attributes:
        institution: its id.
        checklist: its id, over all versions.
        scale: of its levels; None for saved levels, which do not state it.
        scored: whether figures are made of the answers.
    """

    institution: str
    checklist: str
    scale: LevelScale | None
    scored: bool = True

    def obstacle(self, previous: "Subject") -> Obstacle | None:
        """Return why it cannot be compared with an earlier one, None where it can.

        Args:
            previous: whose earlier result on what.
        """
        if self.institution != previous.institution:
            return "institution"
        if self.checklist != previous.checklist:
            return "checklist"
        scales = {scale for scale in (self.scale, previous.scale) if scale is not None}
        if len(scales) > 1 or self.scored != previous.scored:
            return "scale"
        return None


def subject_of(result: Result) -> Subject:
    """Return whose result it is, and on what."""
    return Subject(result.institution.id, result.checklist.id, result.scale, result.scored)


class Differences(NamedTuple):
    """What two bases do not share, true where they differ.

    Attributes:
        institution: another institution.
        checklist: another checklist.
        questions: other practices, options or conditions, as the fingerprint tells.
        scheme: another way of scoring.
        targets: other targets.
        risk_profile: another level of risk, and with it other targets.
    """

    institution: bool
    checklist: bool
    questions: bool
    scheme: bool
    targets: bool
    risk_profile: bool

    @property
    def leave_scores_comparable(self) -> bool:
        """Whether scores and levels can be compared: same institution, questions and scheme."""
        return not (self.institution or self.questions or self.scheme)


class Basis(NamedTuple):
    """What the figures of one result, or of all institutions of one campaign, rest on.

    The values identify: two bases are compared value by value, whatever the values are made of.

    Attributes:
        institution: its id; None for the institutions of a campaign.
        checklist: its id, over all versions.
        questions: fingerprint of the checklist.
        scheme: what identifies the scheme and its content.
        targets: what identifies the targets and their content.
        risk_profile: level of risk that chose the targets; None for the institutions of a campaign.
    """

    institution: str | None
    checklist: str
    questions: str
    scheme: str
    targets: str
    risk_profile: str | None

    def differences(self, previous: "Basis") -> Differences:
        """Return where this basis differs from an earlier one."""
        return Differences(*(value != before for value, before in zip(self, previous, strict=True)))


def basis_of(result: Result) -> Basis:
    """Return what a result's figures rest on."""
    return Basis(
        institution=result.institution.id,
        checklist=result.checklist.id,
        questions=result.checklist.fingerprint,
        scheme=result.scheme.content,
        targets=result.target.content,
        risk_profile=result.risk_profile.level,
    )


def differences(result: Result, previous: Result) -> Differences:
    """Return what two results do not share.

    Args:
        result: the present result.
        previous: an earlier result.
    """
    return basis_of(result).differences(basis_of(previous))
