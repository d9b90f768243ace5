"""The Jinja environments: the shipped templates, and a sandbox for templates of the user."""

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from cssa.datafile.files import read_bytes
from cssa.datafile.types import Model
from cssa.engine.aggregate import rounded
from cssa.errors import InputError, Problem
from cssa.library.case_words import case_line, case_reference, first_sentence, source_line
from cssa.location import Location
from cssa.messages import Lang, catalogue, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports import phrases
from cssa.reports.chart_geometry import bar_segments, radar
from cssa.reports.comparison.charts import Dumbbell, LineChart, dumbbell, line_chart
from cssa.reports.comparison.comparison_view import ComparisonView
from cssa.reports.comparison.history import history_view
from cssa.reports.fragment_cache import CachedFragments, UncachedFragments
from cssa.reports.published_view import figure_line
from cssa.reports.report_view import ReportView
from cssa.resources import data_root

ESCAPED = (".html", ".html.j2", ".svg.j2")
"""Suffixes of the templates whose output is HTML; jinja2's own list lacks ``.html.j2``."""

_OWN = "--template"
"""What the template of the user is called within Jinja, which puts names into the code it makes."""

_PART = re.compile(r"[a-z0-9_][a-z0-9_.-]*")
"""What a shipped template and its folders are called; templates may ask for any name."""
_MESSAGE = re.compile(r"\{\{ t\['([a-z0-9_.]+)'\] \}\}")
_CSS_SPECIAL = re.compile(r"[^0-9A-Za-z\u3040-\u30ff\u4e00-\u9fff]")
_HTML_SPECIAL = re.compile("[<>&\"']")
_HTML_ESCAPES = str.maketrans({"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&#34;", "'": "&#39;"})
_MARKDOWN_SPECIAL = re.compile(r"[\\`*_\[\]#~$<>&|{}]")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def shipped_template(name: str, lang: Lang, *, cached: bool = False) -> Template:
    """Return a shipped template, compiled once for each language.

    Args:
        name: its path below the templates.
        lang: language of its words.
        cached: whether it is rendered many times over, with a ``FragmentStore`` as ``fragments``.
    """
    extension = CachedFragments if cached else UncachedFragments
    return _shipped_environment(lang, extension).get_template(name)


def render_user_template(file: Path, lang: Lang, view: ReportView, *, html: bool) -> str:
    """Return what a template of the user makes of a view; it can reach nothing but the view.

    Args:
        file: the template.
        lang: language of its words.
        view: what it may read.
        html: whether it writes HTML, so that what it prints is escaped.

    Raises:
        InputError: when it cannot be read, is no template, or asks for what is not there.
    """
    name = str(file)
    try:
        source = read_bytes(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError([Problem("file.not_utf8", {}, Location(name))]) from None
    environment = _Sandbox(
        extensions=[UncachedFragments],
        loader=FunctionLoader(
            lambda asked: (source, _OWN, None) if asked == _OWN else _source(asked)
        ),
        autoescape=lambda asked: html if asked in (_OWN, None) else _is_escaped(asked),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    _add_vocabulary(environment, lang)
    try:
        return environment.get_template(_OWN).render(view=view)
    except Exception as error:  # noqa: BLE001 - a template can raise whatever its expressions raise
        raise _template_error(error, name) from None


def _template_error(error: Exception, name: str) -> InputError:
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _line(error)
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return InputError([Problem("report.template", {"reason": reason}, Location(name, line))])


def _line(error: Exception) -> int | None:
    """Return the last line of the user's template that a traceback passes through."""
    line, traceback = None, error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == _OWN:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which the models are data: their methods could read files."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, Model):
            kind = type(obj)
            return attr in kind.model_fields or isinstance(getattr(kind, attr, None), property)
        return bool(super().is_safe_attribute(obj, attr, value))


class _InlinedMessages(Extension):
    """Inserts messages without placeholders into a template when it is loaded.

    A page shows them a thousand times over; each is escaped once here instead.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - jinja2 passes it
        messages = self.environment.globals["t"]
        is_escaped = _is_escaped(name)

        def insert(match: re.Match[str]) -> str:
            text = str(messages[match[1]])  # type: ignore[index]
            return str(escape(text)) if is_escaped else text

        return _MESSAGE.sub(insert, source)


class _Template(Template):
    """A compiled template that escapes with our function, as a page does four thousand times."""

    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        template = super().from_code(*args, **kwargs)
        template.root_render_func.__globals__["escape"] = escape_text
        return template


class _Environment(Environment):
    """Looks attributes up and nothing else: trying items as well would double the time."""

    template_class = _Template
    getattr = staticmethod(getattr)  # type: ignore[assignment]


@cache
def _shipped_environment(lang: Lang, fragments: type[UncachedFragments]) -> Environment:
    environment = _Environment(
        extensions=[_InlinedMessages, fragments],
        loader=FunctionLoader(_source),
        autoescape=_is_escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    _add_vocabulary(environment, lang)
    return environment


def _source(name: str) -> str:
    parts = name.split("/")
    if not all(map(_PART.fullmatch, parts)):
        raise TemplateNotFound(name)
    file = data_root().joinpath("templates", *parts)
    if not file.is_file():
        raise TemplateNotFound(name)
    return file.read_text(encoding="utf-8")


def _is_escaped(name: str | None) -> bool:
    return name is not None and name.endswith(ESCAPED)


def _add_vocabulary(environment: Environment, lang: Lang) -> None:
    """Give templates the filters and functions that word figures and draw charts."""
    typography = TYPOGRAPHY[lang]
    filters: dict[str, Callable[..., object]] = {
        "text": partial(phrases.in_language, lang=lang),
        "one_decimal": lambda value: _decimals(value, 1, lang),
        "two_decimals": lambda value: _decimals(value, 2, lang),
        "decimal": lambda value: f"{float(value):.1f}",
        "lowest_level": lambda figures, short=False: phrases.in_language(
            phrases.lowest_level(figures.level, figures.level_reason, short=short), lang
        ),
        "accepted": phrases.accepted_part,
        "risk": phrases.risk_level,
        "tier": lambda tier, checklist: phrases.tier_name(checklist, tier, lang),
        "why": cache(lambda code, scale: phrases.in_language(phrases.why(code, scale), lang)),
        "share": phrases.format_ratio,
        "day": typography.date,
        "differs": lambda codes: _differences(codes, lang),
        "css_string": css_string,
        "md": markdown_text,
        "printed_in": partial(case_reference, lang=lang),
        "told_first": partial(first_sentence, lang=lang),
        "figure_line": partial(figure_line, lang=lang),
        "trends_of": partial(source_line, lang=lang),
        "case_line": partial(case_line, lang=lang),
    }
    environment.filters.update(filters)
    environment.globals.update(
        t=catalogue(lang),
        say=lambda code, **params: message(lang, code, params),
        lang=lang,
        colon=typography.colon,
        brackets=typography.brackets,
        comma=typography.comma,
        space=typography.space,
        bar_segments=bar_segments,
        history=lambda view: _history(view, lang),
        radar=lambda domains, scale, medians=(): radar(domains, lang, medians, scale),
    )


class _History(NamedTuple):
    """The results of several days as a report shows them."""

    view: ComparisonView
    line: LineChart | None
    dumbbell: Dumbbell | None


def _history(view: ReportView, lang: Lang) -> _History:
    over = history_view(view, lang)
    return _History(over, line_chart(over), dumbbell(over))


def escape_text(value: object) -> str:
    """Return a value as text of HTML, markup as it is; most values hold nothing to escape."""
    if type(value) is Markup:
        return value
    text = value if type(value) is str else str(value)
    return text.translate(_HTML_ESCAPES) if _HTML_SPECIAL.search(text) else text


def _decimals(value: Fraction | None, digits: int, lang: Lang) -> str:
    number = rounded(value, digits)
    return message(lang, "figure.none") if number is None else f"{number:.{digits}f}"


def _differences(codes: Iterable[str], lang: Lang) -> str:
    """Return as a list in which respects two results differ."""
    return TYPOGRAPHY[lang].join(message(lang, f"report.differs.{code}") for code in codes)


def css_string(text: str) -> Markup:
    """Return a text as a quoted CSS string that no character of it can end."""
    escaped = _CSS_SPECIAL.sub(lambda match: f"\\{ord(match[0]):x} ", text)
    return Markup(f'"{escaped}"')  # noqa: S704 - nothing but letters, digits and hex escapes is left


def markdown_text(text: object) -> str:
    """Return a text as plain words within a line of Markdown, whatever it holds."""
    line = " ".join(_INVISIBLE.sub("", str(text)).split())
    return _MARKDOWN_SPECIAL.sub(
        lambda match: _MARKDOWN_ENTITIES.get(match[0], f"\\{match[0]}"), line
    )


# A backslash is not enough: a bar ends a table's cell, a site generator runs what is in braces.
_MARKDOWN_ENTITIES = {
    "<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "{": "&#123;", "}": "&#125;",
}  # fmt: skip
