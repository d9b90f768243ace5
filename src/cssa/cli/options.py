"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from cssa.cli import completion_values
from cssa.cli.language import t

Answers = Annotated[str, typer.Argument(metavar="ANSWERS", help=t("opt.answers"))]
Checklist = Annotated[
    str | None,
    typer.Option(
        "--checklist",
        "-c",
        metavar="CHECKLIST",
        help=t("opt.checklist"),
        autocompletion=completion_values.checklists,
    ),
]
Scheme = Annotated[
    str | None,
    typer.Option(
        "--scheme",
        metavar="SCHEME",
        help=t("opt.scheme"),
        autocompletion=completion_values.schemes,
    ),
]
Target = Annotated[
    str | None,
    typer.Option(
        "--target",
        metavar="TARGET",
        help=t("opt.target"),
        autocompletion=completion_values.targets,
    ),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=t("opt.as_of"))]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", readable=False, help=t("opt.output")),
]
Replace = Annotated[bool, typer.Option("--replace", help=t("opt.replace"))]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help=t("opt.by"))]
