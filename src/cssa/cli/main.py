"""The console script: picks the language, runs the command, returns its exit code."""

import sys


def main() -> int:
    """Run the program on ``sys.argv`` and return its exit code."""
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
