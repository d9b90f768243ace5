"""A template tag for fragments that are the same on the pages of many institutions."""

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser


class FragmentStore(dict[tuple[object, ...], str | None]):
    """The fragments rendered so far, for pages about one checklist in one language."""

    def __missing__(self, key: tuple[object, ...]) -> None:
        """Return None for a fragment that is not rendered yet."""

    def add(self, key: tuple[object, ...], text: str) -> None:
        """Store a fragment.

        Args:
            key: its place in the template, and the values that it depends on.
            text: the rendered fragment.
        """
        self[key] = text


class UncachedFragments(Extension):
    """``{% cached a, b %} … {% endcached %}``: a fragment that depends on these values alone.

    This extension renders it each time: the fastest way for a single page, and what templates of
    the user need.
    """

    tags = {"cached"}  # noqa: RUF012 - jinja2 declares it as an attribute of the instance

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Return the nodes of a fragment."""
        line = next(parser.stream).lineno
        depends_on = parser.parse_tuple()
        body = parser.parse_statements(("name:endcached",), drop_needle=True)
        return self._fragment(parser, line, depends_on, body)

    def _fragment(
        self, _: Parser, line: int, __: nodes.Expr, body: list[nodes.Node]
    ) -> nodes.Node | list[nodes.Node]:
        return nodes.Scope(body, lineno=line)


class CachedFragments(UncachedFragments):
    """The same tag, for pages rendered with one ``FragmentStore`` as ``fragments``.

    Each fragment is rendered once for all of them. None may show what a person wrote: the store
    grows with the practices and their possible results, not with the institutions.
    """

    def _fragment(
        self, parser: Parser, line: int, depends_on: nodes.Expr, body: list[nodes.Node]
    ) -> nodes.Node | list[nodes.Node]:
        values = depends_on.items if isinstance(depends_on, nodes.Tuple) else [depends_on]
        place = nodes.Const(f"{parser.name}:{line}")  # two fragments may depend on the same values
        key, text = parser.free_identifier(line), parser.free_identifier(line)
        store = nodes.Name("fragments", "load")
        add = nodes.Call(nodes.Getattr(store, "add", "load"), [key, text], [], None, None)
        return [
            nodes.Assign(key, nodes.Tuple([place, *values], "load"), lineno=line),
            nodes.Assign(text, nodes.Getitem(store, key, "load"), lineno=line),
            nodes.If(
                nodes.Not(text),
                [nodes.AssignBlock(text, None, body), nodes.ExprStmt(add)],
                [],
                [],
                lineno=line,
            ),
            nodes.Output([text], lineno=line),
        ]
