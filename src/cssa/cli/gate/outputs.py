"""The outputs of a run of the gate; none of them is ever older than the run."""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cssa.cli.language import current, t
from cssa.cli.output import Output, cannot_write, emit, is_one_of, note
from cssa.errors import CssaError, Problem, UsageError
from cssa.location import Location
from cssa.messages.system_errors import system_reason
from cssa.messages.wording import listed
from cssa.reports.formats.gate import TextVerdict
from cssa.reports.formats.kinds import GateFormat
from cssa.reports.formats.registry import GATE_FORMATS, format_of_suffix
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import RefusalView
from cssa.signature import OutputKind


class GateOutput(NamedTuple):
    """One output with its format.

    Attributes:
        named: whether the command line names it; the text on standard output needs no name.
    """

    format: GateFormat
    output: Output
    named: bool = True


class GateOutputs(NamedTuple):
    """All outputs of a run.

    Attributes:
        outputs: those that can be written.
        problems: what is wrong with how outputs were named.
    """

    outputs: tuple[GateOutput, ...]
    problems: tuple[Problem, ...]

    def check(self) -> None:
        """Refuse outputs that were named wrongly.

        Raises:
            UsageError: with every problem.
        """
        if self.problems:
            raise UsageError(self.problems)

    def clear(self) -> None:
        """Empty the files of an earlier run, so that none is taken for this run's.

        They are emptied rather than removed: their permissions and links stay.

        Raises:
            OutputError: when one cannot be written.
        """
        for gate_output in self.outputs:
            path = gate_output.output.path
            if path is not None and gate_output.output.is_file and path.exists():
                if not gate_output.output.is_free:
                    continue  # the user's own, which --replace copies aside
                try:
                    os.truncate(path, 0)
                except OSError as error:
                    raise cannot_write(path, error) from None

    def write(
        self,
        views: Sequence[GateView | RefusalView],
        unnamed: Sequence[GateView | RefusalView] | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        """Write what came of the run, and say first what files that may be uploaded reveal.

        Args:
            views: on each answers file the verdict, or why there is none.
            unnamed: those that are shown on standard output where no output is named for it; all
                where None.
            quiet: whether nothing is said of files.

        Raises:
            CssaError: when an output cannot be written.
        """
        files = [
            str(gate_output.output.path)
            for gate_output in self.outputs
            if gate_output.format.leaves_machine and not gate_output.output.is_stdout
        ]
        if files and not quiet:
            shows_notes = any(isinstance(view, GateView) and view.show_notes for view in views)
            code = "gate.reveals_notes" if shows_notes else "gate.reveals"
            note(t(code, files=listed(files)))
        for format_, output, named in self.outputs:
            shown = views if named or unnamed is None else unnamed
            if shown:
                emit(format_.render_all(shown), output, format_.comment)

    def refuse(self, error: BaseException, views: Sequence[RefusalView], kept: Output) -> None:
        """Write into every output that there is no verdict; remove what cannot be written.

        The user's own files and inputs stay as they are, and so does a file that is named twice.

        Args:
            error: what ended the run.
            views: what is known of the run, on each answers file.
            kept: where the result was to be kept.
        """
        problems = _problems_of(error)
        further = error.further if isinstance(error, CssaError) else 0
        refusals = [view.with_problems(problems, current(), further) for view in views]
        written = [kept, *(gate_output.output for gate_output in self.outputs)]
        for format_, output, named in self.outputs:
            others = [other for other in written if other is not output]
            if not named or is_one_of(output, others):
                continue
            try:
                emit(format_.render_all(refusals), output, format_.comment)
            except UsageError:
                continue  # an input of the run
            except (CssaError, OSError):
                _remove(output)


def named_outputs(
    named: Sequence[str],
    inputs: tuple[str | Path | None, ...],
    *,
    replace: bool,
    with_text: bool = True,
    place: Location | None = None,
) -> GateOutputs:
    """Return outputs by their names, with the text on standard output.

    Args:
        named: each as ``FORMAT=FILE`` or a file whose name ends as its format does.
        inputs: files that must not be written over.
        replace: whether the user's files may be.
        with_text: whether the text goes to standard output where nothing else does.
        place: the file that names them, where it is not the command line.
    """
    outputs: list[GateOutput] = []
    problems: list[Problem] = []
    for text in named:
        name, separator, file = text.partition("=")
        if separator:
            format_ = GATE_FORMATS.get(name)
        else:
            format_, file = format_of_suffix(GATE_FORMATS, Path(text).suffix), text
        if format_ is None or not file:
            params = {"name": text, "known": listed(GATE_FORMATS)}
            problems.append(Problem("gate.format_unknown", params, place))
            continue
        output = Output(Path(file), OutputKind.GATE, inputs, replace=replace)
        if output.is_stdout and any(other.output.is_stdout for other in outputs):
            problems.append(Problem("gate.stdout_twice", {}, place))
            continue
        outputs.append(GateOutput(format_, output))
    if with_text and not any(gate_output.output.is_stdout for gate_output in outputs):
        outputs.append(GateOutput(TextVerdict(), Output(None, OutputKind.GATE), named=False))
    return GateOutputs(tuple(outputs), tuple(problems))


def _problems_of(error: BaseException) -> tuple[Problem, ...]:
    """Return what ended a run as problems."""
    if isinstance(error, CssaError):
        return error.problems
    if isinstance(error, KeyboardInterrupt):
        return (Problem("cli.interrupted"),)
    if isinstance(error, OSError):
        reason = system_reason(error)
        return (Problem("file.cannot_print", {"reason": reason}),)
    detail = " ".join(f"{type(error).__name__}: {error}".split())
    return (Problem("cli.internal", {"error": detail}),)


def _remove(output: Output) -> None:
    """Remove the output of an earlier run that could not be replaced."""
    with contextlib.suppress(OSError):
        if output.path is not None and output.is_file and output.is_free:
            Path(os.path.realpath(output.path)).unlink()
