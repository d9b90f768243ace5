"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from cssa.cli.language import t

Answers = Annotated[str, typer.Argument(metavar="ANSWERS", help=t("opt.answers"))]
Checklist = Annotated[
    str | None, typer.Option("--checklist", "-c", metavar="CHECKLIST", help=t("opt.checklist"))
]
Scheme = Annotated[str | None, typer.Option("--scheme", metavar="SCHEME", help=t("opt.scheme"))]
Target = Annotated[str | None, typer.Option("--target", metavar="TARGET", help=t("opt.target"))]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=t("opt.as_of"))]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", readable=False, help=t("opt.output")),
]
Replace = Annotated[bool, typer.Option("--replace", help=t("opt.replace"))]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help=t("opt.by"))]
