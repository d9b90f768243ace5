"""The feedback report as one HTML page."""

from cssa.checklist.model import Checklist
from cssa.messages import Lang
from cssa.peers.comparison.percentile import tenths
from cssa.peers.peers_file import Peers
from cssa.reports import templates
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.feedback.group_charts import GroupCharts
from cssa.reports.fragment_cache import FragmentStore


class FeedbackWriter:
    """Writes the pages of many institutions: what a group has in common is drawn once.

    Args:
        peers: the published figures that every page draws from.
        lang: the pages' language.
    """

    def __init__(self, peers: Peers, lang: Lang) -> None:
        self._peers = peers
        self._template = templates.shipped("feedback/feedback.html.j2", lang, keeps=True)
        self._drawn = GroupCharts(lang)
        self._checklist: Checklist | None = None
        self._kept = FragmentStore()

    def render(self, view: FeedbackView) -> str:
        """Return an institution's page.

        Raises:
            ValueError: when the view draws from other figures.
        """
        if view.comparison.peers is not self._peers:
            raise ValueError(view.comparison.peers.campaign)
        medians = [
            None if one.peers is None or one.peers.cell.median is None
            else tenths(one.peers.cell.median)
            for one in view.domains
        ]  # fmt: skip
        return self._template.render(
            view=view.report,
            feedback=view,
            drawn=self._drawn,
            medians=medians,
            kept=self._store(view.report.checklist),
        )

    def _store(self, checklist: Checklist) -> FragmentStore:
        """Return the parts kept of pages about a checklist."""
        if checklist is not self._checklist:
            self._checklist, self._kept = checklist, FragmentStore()
        return self._kept


def render(view: FeedbackView, lang: Lang) -> str:
    """Return the page."""
    return FeedbackWriter(view.comparison.peers, lang).render(view)
