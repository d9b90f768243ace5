"""What is used of typer beyond its documentation is still there, and does what it is used for."""

from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
import typer
from typer._click import exceptions  # the only way to tell that a name has changed
from typer._coercion import build_runtime_param

from cssa.cli import typer_private
from cssa.cli.usage import explain

SOURCES = Path(typer_private.__file__).parents[1]


def command(function: Any) -> Any:
    """Return a command as typer makes it of a function."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(cls=typer_private.TyperCommand)(function)
    return typer.main.get_command(app)


def example(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    format_: Annotated[Literal["table", "json"], typer.Option("--format")] = "table",
    count: Annotated[int, typer.Option("--count", metavar="N")] = 3,
    out: Annotated[Path | None, typer.Option("--out")] = None,
) -> tuple[Path, str, int, Path | None]:
    return file, format_, count, out


def parameters() -> dict[str, Any]:
    return {param.name: param for param in command(example).params}


def failure(*arguments: str) -> Exception:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - its class is what is asked about
        command(example)(list(arguments), standalone_mode=False)
    return caught.value


@pytest.mark.parametrize("name", sorted(typer_private.USAGE_ERRORS))
def test_errors_of_a_wrong_command_line_have_their_names(name: str) -> None:
    error = getattr(exceptions, name)
    assert issubclass(error, exceptions.UsageError)
    assert typer_private.usage_error(error.__new__(error)) == name


def test_every_error_of_a_wrong_command_line_is_known() -> None:
    errors = {
        name
        for name, value in vars(exceptions).items()
        if isinstance(value, type) and issubclass(value, exceptions.UsageError)
    }
    assert errors <= typer_private.USAGE_ERRORS
    assert typer_private.usage_error(ValueError()) is None


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        ([], "MissingParameter"),
        (["f", "--count", "x"], "BadParameter"),
        (["f", "--cuont", "1"], "NoSuchOption"),
        (["f", "--count"], "BadOptionUsage"),
        (["f", "g"], "UsageError"),
    ],
)
def test_a_wrong_command_line_raises_the_error_that_is_worded(
    arguments: list[str], kind: str
) -> None:
    error = failure(*arguments)
    assert typer_private.usage_error(error) == kind
    assert explain(error)


def test_an_error_says_which_parameter_or_option_it_is_about() -> None:
    missing = typer_private.parameter_of(failure())
    assert typer_private.argument_name(missing) == "FILE"
    assert typer_private.parameter_of(failure("f", "--count", "x")).name == "count"
    unknown = failure("f", "--cuont", "1")
    assert typer_private.option_of(unknown) == "--cuont"
    assert "--count" in typer_private.options_like(unknown)
    assert typer_private.option_of(failure("f", "--count")) == "--count"
    assert typer_private.parameter_of(failure("f", "g")) is None


def test_a_parameter_says_what_it_is() -> None:
    params = parameters()
    assert [name for name, param in params.items() if typer_private.is_argument(param)] == ["file"]
    assert typer_private.choices_of(params["format_"]) == ("table", "json")
    assert typer_private.choices_of(params["count"]) == ()
    assert typer_private.value_name(params["count"]) == "N"
    assert typer_private.value_name(params["out"]) == "OUT"
    made = command(example)
    defaults = [
        typer_private.default_of(params[name], made.context_class(made))
        for name in ("format_", "count", "out")
    ]
    assert defaults == ["table", 3, None]


def test_no_validator_is_made_before_there_is_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def build(descriptor: Any) -> Any:
        asked.append(descriptor)
        return build_runtime_param(descriptor)

    monkeypatch.setattr("typer.core.build_runtime_param", build)
    deferred = command(example)
    typer_private.defer_coercion(deferred.get_params(deferred.context_class(deferred)))
    assert deferred(["f"], standalone_mode=False) == (Path("f"), "table", 3, None)
    assert not asked
    given = ["f", "--format", "json", "--count", "4", "--out", "o"]
    assert deferred(given, standalone_mode=False) == (Path("f"), "json", 4, Path("o"))


def test_a_group_knows_whether_a_command_is_named() -> None:
    named: list[bool] = []

    class Group(typer_private.TyperGroup):
        def invoke(self, ctx: Any) -> Any:
            named.append(typer_private.has_command(ctx))
            return super().invoke(ctx)

    app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None)

    @app.callback(invoke_without_command=True)
    def top() -> None:
        pass

    @app.command("one")
    def sub() -> None:
        pass

    for arguments in (["one"], []):
        typer.main.get_command(app)(arguments, standalone_mode=False)
    assert named == [True, False]


def test_nothing_else_uses_what_typer_does_not_document() -> None:
    private = ("typer.core", "typer._", "typer.rich_utils", "type_descriptor", "_runtime_param")
    for path in SOURCES.rglob("*.py"):
        if path != Path(typer_private.__file__):
            text = path.read_text("utf-8")
            assert not [name for name in private if name in text], path
