"""The Jinja environments: the shipped templates, and a sandbox for templates of the user."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
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
from cssa.datafile.record import Record
from cssa.datafile.types import Model
from cssa.engine.aggregate import rounded
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages import Lang, catalogue, message
from cssa.reports import phrases
from cssa.reports.chart_geometry import parts, radar
from cssa.reports.fragment_cache import CachedFragments, UncachedFragments
from cssa.reports.report_view import ReportView
from cssa.resources import data_root

ESCAPED = (".html", ".html.j2", ".svg.j2")
"""Endings of the templates whose output is HTML; jinja2's own list leaves ``.html.j2`` out."""

_OWN = "--template"
"""What the template of the user is called within Jinja, which puts names into the code it makes."""

_PART = re.compile(r"[a-z0-9_][a-z0-9_.-]*")
"""What a shipped template and its folders are called; templates may ask for any name."""
_FIXED = re.compile(r"\{\{ t\['([a-z0-9_.]+)'\] \}\}")
_CSS_PLAIN = re.compile(r"[^0-9A-Za-z\u3040-\u30ff\u4e00-\u9fff]")
_SPECIAL = re.compile("[<>&\"']")
_ESCAPES = str.maketrans({"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&#34;", "'": "&#39;"})
_MARKDOWN = re.compile(r"[\\`*_\[\]#~$<>&|{}]")
_NOT_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def shipped(name: str, lang: Lang, *, keeps: bool = False) -> Template:
    """Return a shipped template, compiled once for each language.

    Args:
        name: its path below the templates.
        lang: language of its words.
        keeps: whether it is rendered with a ``Store`` as ``kept``, many times over.
    """
    return _environment(lang, CachedFragments if keeps else UncachedFragments).get_template(name)


def run(file: Path, lang: Lang, view: ReportView, *, html: bool) -> str:
    """Return what a template of the user makes of a view, without reach beyond it.

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
            lambda wanted: (source, _OWN, None) if wanted == _OWN else _source(wanted)
        ),
        autoescape=lambda wanted: html if wanted in (_OWN, None) else _is_escaped(wanted),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    _furnish(environment, lang)
    try:
        return environment.get_template(_OWN).render(view=view)
    except Exception as error:  # noqa: BLE001 - a template can raise whatever its expressions raise
        raise _problem(error, name) from None


def _problem(error: Exception, name: str) -> InputError:
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _line(error)
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return InputError([Problem("report.template", {"reason": reason}, Location(name, line))])


def _line(error: Exception) -> int | None:
    """Return the last line of the user's template that a traceback passes through."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _OWN:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which the models are data: their methods could read files."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, (Model, Record)):
            kind = type(obj)
            return attr in kind.model_fields or isinstance(getattr(kind, attr, None), property)
        return bool(super().is_safe_attribute(obj, attr, value))


class _FixedWords(Extension):
    """Puts words that take no parameters into a template when it is loaded.

    A page says them a thousand times over; each is escaped once here instead.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - jinja2 passes it
        words = self.environment.globals["t"]
        escaped = _is_escaped(name)

        def word(found: re.Match[str]) -> str:
            text = str(words[found[1]])  # type: ignore[index]
            return str(escape(text)) if escaped else text

        return _FIXED.sub(word, source)


class _Template(Template):
    """A compiled template that escapes with our function, as a page does four thousand times."""

    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        made = super().from_code(*args, **kwargs)
        made.root_render_func.__globals__["escape"] = escape_text
        return made


class _Environment(Environment):
    """Looks attributes up and nothing else: trying items as well would double the time."""

    template_class = _Template
    getattr = staticmethod(getattr)  # type: ignore[assignment]


@cache
def _environment(lang: Lang, parts: type[UncachedFragments]) -> Environment:
    environment = _Environment(
        extensions=[_FixedWords, parts],
        loader=_loader(),
        autoescape=_is_escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    _furnish(environment, lang)
    return environment


def _loader() -> BaseLoader:
    return FunctionLoader(_source)


def _source(name: str) -> str:
    parts_ = name.split("/")
    if not all(map(_PART.fullmatch, parts_)):
        raise TemplateNotFound(name)
    file = data_root().joinpath("templates", *parts_)
    if not file.is_file():
        raise TemplateNotFound(name)
    return file.read_text(encoding="utf-8")


def _is_escaped(name: str | None) -> bool:
    return name is not None and name.endswith(ESCAPED)


def _furnish(environment: Environment, lang: Lang) -> None:
    """Give templates their words, figures and charts, in one language."""
    filters: dict[str, Callable[..., object]] = {
        "w": partial(phrases.put, lang=lang),
        "one": lambda value: _decimals(value, 1, lang),
        "two": lambda value: _decimals(value, 2, lang),
        "decimal": lambda value: f"{float(value):.1f}",
        "level": phrases.level,
        "share": _share,
        "day": lambda value: _day(value, lang),
        "differs": lambda codes: _differs(codes, lang),
        "css_string": css_string,
        "md": markdown_text,
    }
    environment.filters.update(filters)
    environment.globals.update(
        t=catalogue(lang),
        say=lambda code, **params: message(lang, code, params),
        lang=lang,
        comma="、" if lang == "ja" else ", ",
        space="" if lang == "ja" else " ",
        parts=parts,
        radar=lambda domains, medians=(): radar(domains, lang, medians),
    )


def escape_text(value: object) -> str:
    """Return a value as text of HTML, markup as it is; most values hold nothing to escape."""
    if type(value) is Markup:
        return value
    text = value if type(value) is str else str(value)
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text


def _decimals(value: Fraction | None, digits: int, lang: Lang) -> str:
    number = rounded(value, digits)
    return message(lang, "figure.none") if number is None else f"{number:.{digits}f}"


def _share(count: int, of: int) -> str:
    return phrases.ratio(count / of if of else None)


def _day(value: date, lang: Lang) -> str:
    return f"{value.year}年{value.month}月{value.day}日" if lang == "ja" else value.isoformat()


def _differs(codes: Iterable[str], lang: Lang) -> str:
    """Return what is not as it was last time, in a row."""
    comma = "、" if lang == "ja" else ", "
    return comma.join(message(lang, f"report.differs.{code}") for code in codes)


def css_string(text: str) -> Markup:
    """Return a text as a quoted CSS string, in which no character can end it or the style sheet."""
    escaped = _CSS_PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", text)
    return Markup(f'"{escaped}"')  # noqa: S704 - nothing but letters, digits and hex escapes is left


def markdown_text(text: object) -> str:
    """Return a text as plain words within a line of Markdown, whatever it holds."""
    line = " ".join(_NOT_SHOWN.sub("", str(text)).split())
    return _MARKDOWN.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), line)


# A backslash is not enough: a bar ends a table's cell, a site generator runs what is in braces.
_ENTITIES = {
    "<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "{": "&#123;", "}": "&#125;",
}  # fmt: skip
