"""The feedback report's pages for many institutions, one after another."""

from cssa.messages import Lang
from cssa.peers.comparison.percentile import tenths
from cssa.peers.peers_file import Peers
from cssa.reports import templates
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.feedback.group_charts import GroupCharts
from cssa.reports.html import FragmentCache


class FeedbackWriter:
    """Renders the pages of many institutions: what a group has in common is rendered once.

    Args:
        peers: the published figures that every page shows.
        lang: the pages' language.
    """

    def __init__(self, peers: Peers, lang: Lang) -> None:
        self._peers = peers
        self._template = templates.shipped_template("feedback/feedback.html.j2", lang, cached=True)
        self._group_charts = GroupCharts(lang, peers.checklist.scale)
        self._fragments = FragmentCache()

    def render(self, view: FeedbackView) -> str:
        """Return an institution's page.

        Raises:
            ValueError: when the view shows other figures.
        """
        if view.comparison.peers is not self._peers:
            raise ValueError(view.comparison.peers.campaign)
        medians = [
            None if domain.peers is None or domain.peers.cell.median is None
            else tenths(domain.peers.cell.median)
            for domain in view.domains
        ]  # fmt: skip
        return self._template.render(
            view=view.report,
            feedback=view,
            group_charts=self._group_charts,
            medians=medians,
            fragments=self._fragments.of(view.report.checklist),
        )
