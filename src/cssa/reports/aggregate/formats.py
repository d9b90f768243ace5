"""The formats of the aggregate, by the suffix of their files."""

import json
from collections.abc import Callable, Mapping

from cssa.messages import Lang
from cssa.reports import templates
from cssa.reports.aggregate.aggregate_json import build_document
from cssa.reports.aggregate.aggregate_view import AggregateView


def html(view: AggregateView, lang: Lang) -> str:
    """Return the aggregate as one page that needs nothing beside itself.

    Args:
        view: what it shows.
        lang: its language.
    """
    return templates.shipped_template("aggregate/aggregate.html.j2", lang).render(view=view)


def markdown(view: AggregateView, lang: Lang) -> str:
    """Return the aggregate as Markdown, with the same headings in the same order as the page.

    Args:
        view: what it shows.
        lang: its language.
    """
    return templates.shipped_template("aggregate/aggregate.md.j2", lang).render(view=view)


def json_(view: AggregateView, lang: Lang) -> str:
    """Return the aggregate as JSON.

    Args:
        view: what it shows.
        lang: its language.
    """
    return json.dumps(build_document(view, lang), ensure_ascii=False, indent=1) + "\n"


def xlsx(view: AggregateView, lang: Lang) -> bytes:
    """Return the aggregate as a workbook, the same bytes for the same view.

    Args:
        view: what it shows.
        lang: its language.
    """
    from cssa.reports.excel.aggregate_book import write_aggregate  # loads xlsxwriter

    return write_aggregate(view, lang)


AGGREGATE: Mapping[str, Callable[[AggregateView, Lang], str | bytes]] = {
    "html": html,
    "md": markdown,
    "xlsx": xlsx,
    "json": json_,
}
