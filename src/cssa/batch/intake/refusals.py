"""Refines why a file is not accepted, into what its sender and the issuer can act on."""

from collections.abc import Iterable

from cssa.errors import InputError, Problem

BATCH_CODES = {
    **{
        f"form.guard.{kind}": f"batch.content.{kind}"
        for kind in (
            "pdf",
            "image",
            "mail",
            "archive",
            "word",
            "presentation",
            "download_mark",
            "rich_mail",
            "sealed_mail",
        )
    },
    # A ZIP is opened where it lies in a folder, so that this one is in a ZIP itself.
    "form.guard.zip": "batch.content.inner_zip",
    "form.guard.encrypted": "batch.password",
    "form.not_a_form": "batch.content.other_workbook",
}
"""Reasons that are worded otherwise for who takes in many files than for who reads one."""


def refined(problems: Iterable[Problem], data: bytes) -> tuple[Problem, ...]:
    """Return why a file is refused, in what its sender and the issuer can act on.

    Args:
        problems: as they are given on any workbook.
        data: the file.
    """
    return tuple(_refined(problem, data) for problem in problems)


def _refined(problem: Problem, data: bytes) -> Problem:
    if problem.code in BATCH_CODES:
        return problem._replace(code=BATCH_CODES[problem.code])
    part = problem.params.get("part")
    if isinstance(part, str) and part.startswith("xl/worksheets/"):
        params = {**problem.params, "part": _sheet_names(data).get(part, part)}
        return problem._replace(params=params)
    return problem


def _sheet_names(data: bytes) -> dict[str, str]:
    """Return the names of a workbook's sheets by the part that holds each."""
    from cssa.excel.package import open_package
    from cssa.excel.sheet_parts import read_contents

    try:
        return {sheet.part: sheet.name for sheet in read_contents(open_package(data, "")).sheets}
    except InputError:
        return {}
