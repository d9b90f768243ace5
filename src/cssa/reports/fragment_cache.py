"""A template tag for parts of a page that are the same on the pages of many institutions."""

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser


class FragmentStore(dict[tuple[object, ...], str | None]):
    """The parts made so far, for pages about one checklist in one language."""

    def __missing__(self, key: tuple[object, ...]) -> None:
        """Say of a part not made yet that there is none."""

    def keep(self, key: tuple[object, ...], text: str) -> None:
        """Put a part in."""
        self[key] = text


class UncachedFragments(Extension):
    """``{% kept this, that %} … {% endkept %}``: a part that follows from some values alone.

    Here it is made anew each time, as a single page is quickest, and as templates of the user need.
    """

    tags = {"kept"}  # noqa: RUF012 - jinja2 declares it as an attribute of the instance

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Return the part, in the middle of whatever goes with it."""
        line = next(parser.stream).lineno
        depends_on = parser.parse_tuple()
        body = parser.parse_statements(("name:endkept",), drop_needle=True)
        return self._part(parser, line, depends_on, body)

    def _part(
        self, _: Parser, line: int, __: nodes.Expr, body: list[nodes.Node]
    ) -> nodes.Node | list[nodes.Node]:
        return nodes.Scope(body, lineno=line)


class CachedFragments(UncachedFragments):
    """The same tag; a part is made once for all pages rendered with one ``Store`` as ``kept``.

    What somebody wrote never goes into one: a store grows with the practices and how they can
    stand, not with the institutions.
    """

    def _part(
        self, parser: Parser, line: int, depends_on: nodes.Expr, body: list[nodes.Node]
    ) -> nodes.Node | list[nodes.Node]:
        values = depends_on.items if isinstance(depends_on, nodes.Tuple) else [depends_on]
        place = nodes.Const(f"{parser.name}:{line}")  # no part is taken for another's
        key, text = parser.free_identifier(line), parser.free_identifier(line)
        store = nodes.Name("kept", "load")
        keep = nodes.Call(nodes.Getattr(store, "keep", "load"), [key, text], [], None, None)
        return [
            nodes.Assign(key, nodes.Tuple([place, *values], "load"), lineno=line),
            nodes.Assign(text, nodes.Getitem(store, key, "load"), lineno=line),
            nodes.If(
                nodes.Test(text, "none", [], [], None, None),
                [nodes.AssignBlock(text, None, body), nodes.ExprStmt(keep)],
                [],
                [],
                lineno=line,
            ),
            nodes.Output([text], lineno=line),
        ]
