"""Pages for the browser, and their program run without one."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import external_tool

from cssa.forms.page.script import modules, template

BLOCK = re.compile(rb'<script type="application/json" id="cssa-answers">([^<]*)</script>')


def answers_in(page: bytes) -> Any:
    """Return the answers that a page holds, as plain values."""
    match = BLOCK.search(page)
    assert match
    return json.loads(match.group(1))


def form_in(page: bytes) -> Any:
    """Return what a page shows, as plain values."""
    start = b'<script type="application/json" id="cssa-form">'
    return json.loads(page.partition(start)[2].partition(b"</script>")[0])


@pytest.fixture(scope="session")
def program(make_once: Callable[..., Path]) -> Path:
    """The modules of the page in a folder of their own, where node takes them for modules."""

    def make(folder: Path) -> None:
        for name in modules():
            (folder / name).write_text(template(name), encoding="utf-8")
        (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")

    return make_once("page-program", make)


@pytest.fixture
def node(program: Path, tmp_path: Path) -> Callable[[str, Any], Any]:
    """Run a script beside the page's modules: ``given`` goes in, what it returns comes out."""

    def run(script: str, given: Any = None) -> Any:
        folder = tmp_path / "node"
        shutil.copytree(program, folder, dirs_exist_ok=True)
        (folder / "given.json").write_text(json.dumps(given), encoding="utf-8")
        (folder / "run.js").write_text(
            'import { readFileSync } from "node:fs";\n'
            'const given = JSON.parse(readFileSync("given.json", "utf8"));\n'
            f"{script}\n"
            "process.stdout.write(JSON.stringify(result));\n",
            encoding="utf-8",
        )
        tool = external_tool("node")
        assert tool
        done = subprocess.run(
            [tool, "run.js"], cwd=folder, capture_output=True, text=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run
