"""What a shell may put in the place of a value: ids of checklists, practices and scoring data."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from cssa.checklist.model import Checklist
    from cssa.workspace import Workspace

Proposals = list[tuple[str, str]]
"""Values with what each is, in the language of the run."""


def checklists(incomplete: str) -> Proposals:
    """Return the checklists that an option or argument may name.

    Args:
        incomplete: what has been typed of it.
    """
    from cssa.cli.environment import open_workspace
    from cssa.cli.language import current
    from cssa.errors import CssaError

    workspace = open_workspace()
    proposals: Proposals = []
    for listed in workspace.catalogue.listing():
        entry = listed.entry
        with suppress(CssaError):
            title = workspace.catalogue.load(entry).checklist.title.get(current())
            if listed.standing == "newest":
                proposals.append((entry.id, title))
            proposals.append((f"{entry.id}@{entry.version}", title))
    return _beginning(proposals, incomplete)


def practices(ctx: typer.Context, incomplete: str) -> Proposals:
    """Return the practices of the checklist that the rest of the line names.

    Args:
        ctx: the line so far.
        incomplete: what has been typed of the id.
    """
    return _beginning(_from_checklist(ctx, _practices), incomplete)


def scopes(ctx: typer.Context, incomplete: str) -> Proposals:
    """Return domains, sections and practices of the checklist that the rest of the line names.

    Args:
        ctx: the line so far.
        incomplete: what has been typed of the id.
    """
    return _beginning(_from_checklist(ctx, _scopes), incomplete)


def domains(ctx: typer.Context, incomplete: str) -> Proposals:
    """Return the domains of the checklist that the rest of the line names.

    Args:
        ctx: the line so far.
        incomplete: what has been typed of the id.
    """
    return _beginning(_from_checklist(ctx, _domains), incomplete)


def schemes(incomplete: str) -> Proposals:
    """Return the schemes that ship."""
    return _shipped("schemes", incomplete)


def targets(incomplete: str) -> Proposals:
    """Return the targets that ship."""
    return _shipped("targets", incomplete)


def policies(incomplete: str) -> Proposals:
    """Return the policies that ship."""
    return _shipped("policies", incomplete)


def _beginning(proposals: Iterable[tuple[str, str]], incomplete: str) -> Proposals:
    return [proposal for proposal in proposals if proposal[0].startswith(incomplete)]


def _shipped(kind: str, incomplete: str) -> Proposals:
    from cssa.resources import data_root

    files = (data_root() / "scoring" / kind).iterdir()
    return _beginning(sorted((Path(file.name).stem, "") for file in files), incomplete)


def _from_checklist(
    ctx: Any, proposals: "Callable[[Checklist, str], Iterator[tuple[str, str]]]"
) -> Proposals:
    """Return what a checklist proposes; nothing where the line names none that can be read."""
    from cssa.cli.environment import open_workspace
    from cssa.cli.language import current
    from cssa.errors import CssaError

    named = ctx.params.get("checklist") or ctx.params.get("name")
    try:
        checklist = _checklist(open_workspace(named), ctx.params.get("answers"))
    except (CssaError, OSError):
        return []
    return list(proposals(checklist, current()))


def _checklist(workspace: "Workspace", answers: object) -> "Checklist":
    """Return the checklist of the answers that the line names, else the one to be asked."""
    from cssa.cli.environment import read_input

    path = Path(str(answers))
    if answers and path.is_file():
        return workspace.edition_of(
            workspace.read_answers(read_input(str(path)), str(path))
        ).checklist
    return workspace.catalogue.load(workspace.asked_entry()).checklist


def _practices(checklist: "Checklist", lang: str) -> Iterator[tuple[str, str]]:
    for name, placed in checklist.placed.items():
        yield name, placed.practice.title.get(lang)


def _domains(checklist: "Checklist", lang: str) -> Iterator[tuple[str, str]]:
    for domain in checklist.domains:
        yield domain.id, domain.title.get(lang)


def _scopes(checklist: "Checklist", lang: str) -> Iterator[tuple[str, str]]:
    for domain in checklist.domains:
        yield domain.id, domain.title.get(lang)
        for section in domain.sections:
            yield section.id, section.title.get(lang)
    yield from _practices(checklist, lang)
