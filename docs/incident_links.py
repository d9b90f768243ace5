"""Write docs/incident-links.md: published cases by practice, and practices by case."""

from collections.abc import Iterator
from pathlib import Path

from cssa.checklist.model import Checklist
from cssa.library.incidents import IncidentLibrary
from cssa.messages import LANGS
from cssa.workspace import Workspace

HERE = Path(__file__).parent
HEADING = """\
# Published cases and the practices that bear on them

Generated from the cases in `checklists/library/incidents` and from the checklists. The links were
made by reading, by this project: a practice is linked where its weakness would have led to the
case, or where it handles it. How to search and read the cases: [incidents](incidents.md).

"""


def page() -> str:
    """Return the page."""
    workspace = Workspace()
    library = workspace.library.incidents
    parts = [HEADING]
    for entry in workspace.catalogue.entries():
        checklist = workspace.edition(entry.id, entry.version).checklist
        if library.of_practices(checklist.id):
            parts.append("".join(_by_practice(checklist, library)))
    parts.append("".join(_by_case(library)))
    return "\n".join(parts)


def _by_practice(checklist: Checklist, library: IncidentLibrary) -> Iterator[str]:
    yield f"## By practice: {checklist.title.get('en')}\n\n"
    yield "| practice | cases |\n|---|---|\n"
    cases = library.of_practices(checklist.id)
    for name, placed in checklist.placed.items():
        if name in cases:
            ids = ", ".join(f"`{case.case.id}`" for case in cases[name])
            yield f"| {name} {_cell(placed.practice.title.get('en'))} | {ids} |\n"


def _by_case(library: IncidentLibrary) -> Iterator[str]:
    yield "## By case\n\n| case | title | practices |\n|---|---|---|\n"
    for placed in library.cases:
        case = placed.case
        title = "<br>".join(_cell(case.title.get(lang)) for lang in LANGS)
        practices = "<br>".join(
            f"{checklist}: {', '.join(names)}"
            for checklist, names in sorted(case.practices.items())
        )
        if case.unlinked is not None:
            practices = f"none: {_cell(case.unlinked.get('en'))}"
        yield f"| `{case.id}` | {title} | {practices} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "/")


if __name__ == "__main__":
    (HERE / "incident-links.md").write_text(page(), encoding="utf-8", newline="\n")
