"""The report's pages for many institutions, one after another."""

from cssa.checklist.model import Checklist
from cssa.messages import Lang
from cssa.reports import templates
from cssa.reports.fragment_cache import FragmentStore
from cssa.reports.report_view import ReportView


class ReportWriter:
    """Writes the pages of many institutions: what they have in common is made once.

    Args:
        lang: the pages' language.
    """

    def __init__(self, lang: Lang) -> None:
        self._template = templates.shipped_template("report/report.html.j2", lang, cached=True)
        self._fragments = FragmentCache()

    def render(self, view: ReportView) -> str:
        """Return an institution's page."""
        return self._template.render(view=view, fragments=self._fragments.of(view.checklist))


class FragmentCache:
    """The fragments that pages share, as long as the pages are about one checklist."""

    def __init__(self) -> None:
        self._checklist: Checklist | None = None
        self._store = FragmentStore()

    def of(self, checklist: Checklist) -> FragmentStore:
        """Return the fragments of pages about a checklist."""
        if checklist is not self._checklist:
            self._checklist, self._store = checklist, FragmentStore()
        return self._store
