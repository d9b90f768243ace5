"""The kinds of output that come in formats, and what each format of a kind declares."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeAlias, TypeVar

from cssa.messages import Lang
from cssa.signature import Comment

if TYPE_CHECKING:
    from cssa.peers.peers_file import Peers
    from cssa.reports.aggregate.aggregate_view import AggregateView
    from cssa.reports.comparison.comparison_view import ComparisonView
    from cssa.reports.crosswalk.crosswalk_view import CrosswalkView
    from cssa.reports.feedback.feedback_view import FeedbackView
    from cssa.reports.gate.gate_view import GateView
    from cssa.reports.gate.refusal_view import RefusalView
    from cssa.reports.handover.handover_view import HandoverView
    from cssa.reports.plan.plan_view import PlanView
    from cssa.reports.plan.roadmap_view import RoadmapView
    from cssa.reports.report_view import ReportView

Document: TypeAlias = str | bytes
"""What a format renders: a text, or the bytes of a file."""

View = TypeVar("View")
Writer: TypeAlias = Callable[[View], Document]
"""Renders the views of many institutions one after another; may keep what they share."""


@dataclass(frozen=True)
class OutputFormat(ABC):
    """A format of a kind of output: a subclass for each kind, and of that one for each format.

    A format is known before it is used: help and checks of options need all of them. What renders
    it, and the libraries for it, are therefore imported by the methods. A format has no state:
    two of one class are equal, also when one was sent to another process.

    Attributes:
        name: what users call it.
        suffix: what names of its files end in; None where only its name asks for it.
    """

    name: ClassVar[str]
    suffix: ClassVar[str | None]


class ReportFormat(OutputFormat):
    """A format of an institution's report.

    Attributes:
        comment: how it writes comments, for the line that signs a file; None where it has none.
    """

    suffix: ClassVar[str]
    comment: ClassVar[Comment | None] = None

    @abstractmethod
    def render(self, view: "ReportView", lang: Lang) -> Document:
        """Return the report, the same for the same view.

        Args:
            view: what it shows.
            lang: its language.
        """


class TemplateReportFormat(ReportFormat):
    """A format of the report that is made from a template, the shipped one or the user's.

    Attributes:
        title: what the format is called in texts.
        template: the shipped template.
        is_html: whether what a template prints is escaped for HTML.
    """

    title: ClassVar[str]
    template: ClassVar[str]
    is_html: ClassVar[bool] = False

    def render(self, view: "ReportView", lang: Lang) -> str:
        """Return what the shipped template makes of a view.

        Args:
            view: what it shows.
            lang: its language.
        """
        from cssa.reports.templates import shipped_template

        return shipped_template(self.template, lang).render(view=view)

    def render_by(self, template: Path, view: "ReportView", lang: Lang) -> str:
        """Return what a template of the user makes of a view.

        Args:
            template: its file.
            view: what it may read.
            lang: language of its words.

        Raises:
            InputError: when it cannot be read or rendered.
        """
        from cssa.reports.templates import render_user_template

        return render_user_template(template, lang, view, html=self.is_html)


class FeedbackFormat(OutputFormat):
    """A format of the feedback report: with published figures beside, and before there are any.

    Attributes:
        comment: how it writes comments, for the line that signs a file; None where it has none.
        by_default: whether a batch writes it when no format is named.
    """

    suffix: ClassVar[str]
    comment: ClassVar[Comment | None] = None
    by_default: ClassVar[bool] = False

    @abstractmethod
    def writer(self, peers: "Peers", lang: Lang) -> "Writer[FeedbackView]":
        """Return the writer of institutions' feedback.

        Args:
            peers: the published figures that every institution is shown beside.
            lang: the feedback's language.
        """

    @abstractmethod
    def interim_writer(self, lang: Lang) -> "Writer[ReportView]":
        """Return the writer of interim feedback, for views of ``build_interim_view``.

        Args:
            lang: the feedback's language.
        """

    @abstractmethod
    def addressee(self, data: bytes) -> str | None:
        """Return the id of the institution that a file of the format is for, as it states it.

        Args:
            data: the file's content; whatever is in it, None is returned where it states none.
        """

    def render(self, view: "FeedbackView", lang: Lang) -> Document:
        """Return one institution's feedback.

        Args:
            view: what it shows.
            lang: its language.
        """
        return self.writer(view.comparison.peers, lang)(view)


class AggregateFormat(OutputFormat):
    """A format of the aggregate of a campaign; both editions are written in all of them."""

    suffix: ClassVar[str]

    @abstractmethod
    def render(self, view: "AggregateView", lang: Lang) -> Document:
        """Return the aggregate, the same for the same view.

        Args:
            view: what it shows.
            lang: its language.
        """


class CrosswalkFormat(OutputFormat):
    """A format of the report on how answers cover another document.

    Attributes:
        comment: how it writes comments, for the line that signs a file; None where it has none.
    """

    suffix: ClassVar[str]
    comment: ClassVar[Comment | None] = None

    @abstractmethod
    def render(self, view: "CrosswalkView") -> Document:
        """Return the report, the same for the same view.

        Args:
            view: what it shows, in its language.
        """


class PlanFormat(OutputFormat):
    """A format of the plan of what is to be improved.

    Attributes:
        comment: how it writes comments, for the line that signs a file; None where it has none.
    """

    suffix: ClassVar[str]
    comment: ClassVar[Comment | None] = None

    @abstractmethod
    def render(self, view: "PlanView") -> Document:
        """Return the plan, the same for the same view.

        Args:
            view: what it shows, in its language.
        """


class ComparisonFormat(OutputFormat):
    """A format of the comparison of several days.

    Attributes:
        comment: how it writes comments, for the line that signs a file; None where it has none.
    """

    suffix: ClassVar[str]
    comment: ClassVar[Comment | None] = None

    @abstractmethod
    def render(self, view: "ComparisonView") -> Document:
        """Return the comparison, the same for the same view.

        Args:
            view: what it shows, in its language.
        """


class RoadmapFormat(OutputFormat):
    """A format of the roadmap by half-years.

    Attributes:
        comment: how it writes comments, for the line that signs a file; None where it has none.
    """

    suffix: ClassVar[str]
    comment: ClassVar[Comment | None] = None

    @abstractmethod
    def render(self, view: "RoadmapView") -> Document:
        """Return the roadmap, the same for the same view.

        Args:
            view: what it shows, in its language.
        """


class HandoverFormat(OutputFormat):
    """A format of the handover to the next person in charge.

    Attributes:
        comment: how it writes comments, for the line that signs a file; None where it has none.
    """

    suffix: ClassVar[str]
    comment: ClassVar[Comment | None] = None

    @abstractmethod
    def render(self, view: "HandoverView") -> Document:
        """Return the handover, the same for the same view.

        Args:
            view: what it shows, in its language.
        """


class GateFormat(OutputFormat):
    """A format of the gate's verdict.

    Attributes:
        comment: how it writes comments, for the line that signs a file; None where it has none.
        leaves_machine: whether its files are usually uploaded, so that users are warned.
    """

    comment: ClassVar[Comment | None] = None
    leaves_machine: ClassVar[bool] = True

    @abstractmethod
    def render(self, view: "GateView") -> str:
        """Return the verdict.

        Args:
            view: what it shows, in its language.
        """

    @abstractmethod
    def render_refusal(self, view: "RefusalView") -> str:
        """Return that a run came to no verdict, and why.

        Args:
            view: what is known of the run, in its language.
        """

    def render_all(self, views: "Sequence[GateView | RefusalView]") -> str:
        """Return what a run came to: on one answers file, or on each of several in one document.

        Args:
            views: at least one verdict, or why there is none.
        """
        documents = [self._render_one(view) for view in views]
        return documents[0] if len(documents) == 1 else self.join(documents, views)

    def _render_one(self, view: "GateView | RefusalView") -> str:
        from cssa.reports.gate.refusal_view import RefusalView

        if isinstance(view, RefusalView):
            return self.render_refusal(view)
        return self.render(view)

    def join(self, documents: Sequence[str], views: "Sequence[GateView | RefusalView]") -> str:
        """Return several documents as one; unless a format says otherwise, one after the other.

        Args:
            documents: what the format makes of each view.
            views: what they show.
        """
        del views
        return "".join(documents)


def encoded(document: Document) -> bytes:
    """Return a document as the bytes of its file."""
    return document.encode() if isinstance(document, str) else document
