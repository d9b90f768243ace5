"""The formats of the gate's verdict, for people and pipelines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cssa.reports.formats.kinds import GateFormat
from cssa.signature import Comment

if TYPE_CHECKING:
    from cssa.reports.gate.gate_view import GateView
    from cssa.reports.gate.refusal_view import RefusalView


class TextVerdict(GateFormat):
    """Text for a terminal or a log."""

    name = "text"
    suffix = ".txt"
    comment = Comment.HASH
    leaves_machine = False

    def render(self, view: "GateView") -> str:
        from cssa.reports.gate import text

        return text.render(view)

    def render_refusal(self, view: "RefusalView") -> str:
        from cssa.reports.gate import text

        return text.render_refusal(view)

    def join(self, documents: Sequence[str], views: "Sequence[GateView | RefusalView]") -> str:
        from cssa.reports.gate import text

        return text.join(documents, views)


class JsonVerdict(GateFormat):
    """JSON, to its published schema."""

    name = "json"
    suffix = ".json"

    def render(self, view: "GateView") -> str:
        from cssa.reports.gate import json_

        return json_.render(view)

    def render_refusal(self, view: "RefusalView") -> str:
        from cssa.reports.gate import json_

        return json_.render_refusal(view)

    def join(self, documents: Sequence[str], views: "Sequence[GateView | RefusalView]") -> str:
        from cssa.reports.gate import json_

        return json_.join(views)


class JunitVerdict(GateFormat):
    """JUnit XML."""

    name = "junit"
    suffix = ".xml"
    comment = Comment.MARKUP

    def render(self, view: "GateView") -> str:
        from cssa.reports.gate import junit

        return junit.render(view)

    def render_refusal(self, view: "RefusalView") -> str:
        from cssa.reports.gate import junit

        return junit.render_refusal(view)

    def join(self, documents: Sequence[str], views: "Sequence[GateView | RefusalView]") -> str:
        from cssa.reports.gate import junit

        return junit.join(documents)


class SarifVerdict(GateFormat):
    """SARIF 2.1.0."""

    name = "sarif"
    suffix = ".sarif"

    def render(self, view: "GateView") -> str:
        from cssa.reports.gate import sarif

        return sarif.render(view)

    def render_refusal(self, view: "RefusalView") -> str:
        from cssa.reports.gate import sarif

        return sarif.render_refusal(view)

    def join(self, documents: Sequence[str], views: "Sequence[GateView | RefusalView]") -> str:
        from cssa.reports.gate import sarif

        return sarif.join(documents)


class GithubVerdict(GateFormat):
    """Workflow commands that GitHub's runner shows at the lines concerned."""

    name = "github"
    suffix = None
    comment = Comment.GITHUB

    def render(self, view: "GateView") -> str:
        from cssa.reports.gate import annotations

        return annotations.render(view)

    def render_refusal(self, view: "RefusalView") -> str:
        from cssa.reports.gate import annotations

        return annotations.render_refusal(view)


class MarkdownVerdict(GateFormat):
    """Markdown for the summary of a pipeline's step."""

    name = "markdown"
    suffix = ".md"
    comment = Comment.MARKUP

    def render(self, view: "GateView") -> str:
        from cssa.reports.gate import markdown

        return markdown.render(view)

    def render_refusal(self, view: "RefusalView") -> str:
        from cssa.reports.gate import markdown

        return markdown.render_refusal(view)

    def join(self, documents: Sequence[str], views: "Sequence[GateView | RefusalView]") -> str:
        from cssa.reports.gate import markdown

        return markdown.join(documents, views)


class CodeQualityVerdict(GateFormat):
    """GitLab's code quality report."""

    name = "gitlab"
    suffix = None

    def render(self, view: "GateView") -> str:
        from cssa.reports.gate import code_quality

        return code_quality.render(view)

    def render_refusal(self, view: "RefusalView") -> str:
        from cssa.reports.gate import code_quality

        return code_quality.render_refusal(view)

    def join(self, documents: Sequence[str], views: "Sequence[GateView | RefusalView]") -> str:
        from cssa.reports.gate import code_quality

        return code_quality.join(documents)
