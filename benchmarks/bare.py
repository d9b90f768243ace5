"""The yardstick of a whole run: a command that imports what every run imports, and does nothing."""

import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)


@app.command()
def hello(name: str = "x") -> None:
    """Say a name."""
    import pydantic  # noqa: F401
    import yaml  # noqa: F401
    from pydantic import BaseModel  # noqa: F401 - pydantic itself is an empty shell until asked

    print(name)


app()
