"""Running LibreOffice itself on a form."""

import json
import shutil
import subprocess
import uuid
from functools import cache
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("office_script.py")


@cache
def python_with_uno() -> str | None:
    """Return the Python that can talk to LibreOffice, None where there is none."""
    if shutil.which("soffice") is None:
        return None
    for python in ("/usr/bin/python3", "python3"):
        found = shutil.which(python)
        if (
            found
            and subprocess.run(
                [found, "-c", "import uno"], capture_output=True, check=False
            ).returncode
            == 0
        ):
            return found
    return None


def fill(form: Path, saved: Path, steps: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Fill a form in LibreOffice and save it there; return what each cell then shows."""
    python = python_with_uno()
    assert python is not None
    pipe = f"cssa{uuid.uuid4().hex}"
    listed = saved.with_suffix(".json")
    listed.write_text(json.dumps(steps), encoding="utf-8")
    soffice = shutil.which("soffice") or "soffice"
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
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found
