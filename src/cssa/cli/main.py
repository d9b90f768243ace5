"""The console script: picks the language, runs the command, returns its exit code."""

import sys
from contextlib import suppress

_INTERNAL, _INTERRUPTED = 70, 130
"""As in ``exit_codes``, which cannot be imported where nothing can."""


def main() -> int:
    """Run the program on ``sys.argv`` and return its exit code.

    Whatever happens it is not 1, with which Python ends on an exception: only the gate says that.
    """
    try:
        return _main()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BaseException as error:  # noqa: BLE001 - before or after everything that ``run`` handles
        with suppress(Exception):
            print(f"cssa: {type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201
        return _INTERNAL


def _main() -> int:
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from cssa import __version__

        try:
            print(f"cssa {__version__}", flush=True)  # noqa: T201 - before anything is imported
        except OSError:
            pass  # reported below
        else:
            return 0
    from cssa.cli.run import run

    return run(arguments)
