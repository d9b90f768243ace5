"""Figures of options, rows and numbers: published with the levels that they give, or not at all.

They are settled together: a group is divided only where the levels and every one of these differ in
each part. So members of one atom can exchange their whole answers, and nothing that is published
changes. docs/peers.md, "Options, rows and numbers".
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cssa.peers.answer_columns import QuestionColumns
from cssa.peers.campaign_groups import CampaignGroups
from cssa.peers.questions import CountedQuestion
from cssa.peers.rules import Rules
from cssa.peers.settlement import SettledFigure, suppress_jointly
from cssa.peers.suppression import Suppressed, Suppression


class SettledAnswers(NamedTuple):
    """The figures of a question, and of which groups each is published.

    Attributes:
        published: cells by group, then part.
        suppressed: likewise, except where levels are withheld: these are listed for all of it.
    """

    question: CountedQuestion
    published: Mapping[str, Mapping[str, Any]]
    suppressed: Mapping[str, Mapping[str, Suppressed]]


def settle_answers(
    questions: Mapping[str, QuestionColumns],
    figures: Mapping[str, SettledFigure],
    campaign: CampaignGroups,
    rules: Rules,
) -> Iterator[SettledAnswers]:
    """Yield the figures of each question.

    Args:
        questions: the answers, by practice.
        figures: those that are settled, levels among them, by id.
        campaign: the institutions.
        rules: what the campaign specified about groups.
    """
    for practice, columns in questions.items():
        levels = figures.get(practice)
        if levels is not None:
            yield _settled(columns, levels.suppression, campaign, is_listed=False)
        elif columns.parts:
            parts = list(columns.parts.values())
            suppression = suppress_jointly(parts, campaign, rules.distributions)
            yield _settled(columns, suppression, campaign, is_listed=True)
        else:
            yield _settled(columns, Suppression[Any]({}, {}), campaign, is_listed=True)


def _settled(
    columns: QuestionColumns,
    suppression: Suppression[Any],
    campaign: CampaignGroups,
    *,
    is_listed: bool,
) -> SettledAnswers:
    """Return a question's figures.

    Args:
        columns: the answers.
        suppression: of the levels, or of all parts where there are none.
        campaign: the institutions.
        is_listed: whether parts are listed where all of it is withheld.
    """
    published: dict[str, dict[str, Any]] = {}
    suppressed: dict[str, dict[str, Suppressed]] = {}
    for group in campaign.root.walk():
        is_published = group.id in suppression.published
        if is_published and columns.parts:
            published[group.id] = {
                part: column.cell(group.members) for part, column in columns.parts.items()
            }
        if is_published or is_listed:
            suppressed[group.id] = {
                part: cause._replace(n=column.cell(group.members).n)
                for part, (column, cause) in columns.left_out.items()
            }
        if is_listed and columns.parts and not is_published:
            cause = suppression.suppressed[group.id]
            suppressed[group.id] |= dict.fromkeys(columns.parts, cause)
    return SettledAnswers(columns.question, published, suppressed)
