"""Files made to take time and memory are refused early, with the first problems."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cssa.answers.loading import read_answers
from cssa.datafile.decoding import LIMITS
from cssa.datafile.reader import read
from cssa.datafile.value_builder import MAX_PROBLEMS
from cssa.errors import InputError
from cssa.messages import LANGS
from cssa.messages.problems import describe_all

HEAD = (
    'schema: cssa.answers/1\nchecklist: {id: fsa-cyber-guideline, version: "2025-07-04"}\n'
    "institution: {id: X1, name: n, sector: shinkin}\nanswers:\n"
)
SECONDS = 2.0  # of computing, the start of the program included
MEGABYTES = 200

# Each just under the 5 MB that are read at all.
HOSTILE: dict[str, Callable[[], str]] = {
    "empty-lists": lambda: f"[{'[],' * 1_600_000}1]",
    "lists-of-lists": lambda: "".join(f"k{n}: [{'1,' * 9_999}1]\n" for n in range(200)),
    "aliases-as-keys": lambda: "{" + "*a : 1, " * 600_000 + "}",
    "tags": lambda: "".join(f"k{n}: !!int {n}\n" for n in range(250_000)),
    "tag-directives": lambda: "".join(f"%TAG !a{n}! b\n" for n in range(250_000)) + "--- 1\n",
    "json-with-tabs": lambda: '{"a":\t[' + "[]," * 1_600_000 + "1]}",
    "wrong-answers": lambda: HEAD + "".join(f"  p{n}: {{points: [-, -]}}\n" for n in range(19_000)),
    "unknown-keys": lambda: HEAD + "".join(f"  p{n}: {{nota: 1}}\n" for n in range(19_000)),
    "unknown-practices": lambda: HEAD + "".join(f"  2.1.1-{n}x: 3\n" for n in range(19_000)),
    "conflicts": lambda: "<<<<<<< a\n" * 480_000 + ">>>>>>> b\n",
    "unclosed": lambda: "\n" * 4_900_000 + 'a: "',
}


def refusal(text: str) -> InputError:
    with pytest.raises(InputError) as caught:
        read_answers(text.encode(), "answers.yaml")
    return caught.value


def test_a_flood_of_problems_is_counted_and_the_first_are_shown() -> None:
    error = refusal(HEAD + "  2.1.1-1: 3\n" * 1_001)
    assert len(error.problems) == MAX_PROBLEMS
    assert len(error.problems) + error.further == 1_000
    for lang in LANGS:
        lines = describe_all(error.problems, lang, error.further)
        assert lines[0].startswith("answers.yaml:6:3: ")
        assert f"{1_000 - len(lines) + 1}" in lines[-1]


def test_values_that_a_model_refuses_are_counted_too() -> None:
    error = refusal(HEAD + "".join(f"  p{n}: {{level: x}}\n" for n in range(1_000)))
    assert len(error.problems) + error.further == 1_000
    assert len(error.problems) == MAX_PROBLEMS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("".join(f"k{n}: [{'1,' * 9_999}1]\n" for n in range(20)), "yaml.too_many_elements"),
        ("".join(f"k{n}: 1\n" for n in range(LIMITS.entries + 1)), "yaml.too_many_entries"),
        (f"k: [{'1,' * LIMITS.entries}1]", "yaml.too_many_entries"),
        (f"k: *a\nl: [{'*a,' * LIMITS.entries}1]", "yaml.too_many_entries"),
    ],
)
def test_reading_stops_at_a_limit_which_is_the_first_thing_said(text: str, code: str) -> None:
    error = refusal(text)
    (problem,) = (problem for problem in error.problems if problem.code == code)
    assert problem.location is not None
    first = min(problem.location.order for problem in error.problems if problem.location)
    assert problem.location.order == first


def test_a_file_just_within_the_limits_is_read() -> None:
    lists = (LIMITS.events - 10_000) // 10_000
    text = "".join(f"k{n}: [{'1,' * 9_989}1]\n" for n in range(lists))
    assert len(read(text.encode(), "file.yaml").value) == lists
    assert (
        len(read(f"[{'1,' * (LIMITS.entries - 1)}1]".encode(), "file.yaml").value) == LIMITS.entries
    )


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured in other units elsewhere")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_little_time_and_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(HOSTILE[name](), encoding="utf-8")
    script = (
        "import json, re, resource, sys\n"
        "from cssa.cli.run import run\n"
        "code = run(['score', sys.argv[1]])\n"
        "seconds = resource.getrusage(resource.RUSAGE_SELF).ru_utime\n"
        # ru_maxrss of a child is never under that of the process that started it.
        "peak = re.search(r'VmHWM:\\s*(\\d+) kB', open('/proc/self/status').read())\n"
        "print(json.dumps([code, seconds, int(peak[1]) / 1024]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, path], capture_output=True, timeout=60, check=True
    )
    code, seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
    assert code == 3
    assert done.stderr
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
