"""Running LibreOffice itself on a form."""

import json
import subprocess
import uuid
from pathlib import Path
from typing import Any

from tests.conftest import external_tool

SCRIPT = Path(__file__).with_name("office_script.py")


def fill(form: Path, saved: Path, steps: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Fill a form in LibreOffice and save it there; return what each cell then shows."""
    python, soffice = external_tool("uno"), external_tool("soffice")
    assert python
    assert soffice
    pipe = f"cssa{uuid.uuid4().hex}"
    listed = saved.with_suffix(".json")
    listed.write_text(json.dumps(steps), encoding="utf-8")
    office = subprocess.Popen(
        [soffice, "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp",
         f"-env:UserInstallation={(saved.parent / 'profile').as_uri()}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        done = subprocess.run(
            [python, str(SCRIPT), pipe, str(form), str(saved), str(listed)],
            capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
    finally:
        try:
            office.wait(timeout=20)
        except subprocess.TimeoutExpired:
            office.kill()
    results: list[dict[str, Any]] = json.loads(done.stdout)
    return results
