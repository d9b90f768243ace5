"""A small checklist, and runs of the gate on it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CHECKLIST = Path(__file__).parents[1] / "cases" / "gate" / "checklist"
AS_OF = "2026-11-20"

HEAD = """\
schema: cssa.answers/1
checklist: {id: gate-cases, version: "1"}
institution: {id: shiokaze, name: しおかぜ信用金庫, sector: shinkin, profile: {cloud: true}}
assessed_on: 2026-11-06
"""
LEVELS = dict.fromkeys(("1-1", "1.1-1", "1.1-2", "1.1-3", "1.1-a", "1.2-a", "2.1-1", "2.1-2"), "3")
POLICY = """\
schema: cssa.policy/1
id: bank-a
approved_by: 理事会
approved_on: 2026-04-01
rules:
"""
TERMS = (
    "reason: 更改待ち, alternative: 監視の強化, residual_risk: 小さい, "
    "owner: システム課長, approver: 常務理事, expires: 2027-03-31"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the gate runs, so that paths in its outputs are relative."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write_answers(folder: Path) -> Callable[..., None]:
    """Write ``answers.yaml``: everything at level 3, except as given: ``{"1.1-1": "2"}``."""

    def write(levels: dict[str, str] | None = None, *, before: str = "") -> None:
        answers = LEVELS | (levels or {})
        body = "".join(f"  {practice}: {value}\n" for practice, value in answers.items())
        (folder / "answers.yaml").write_text(f"{HEAD}{before}answers:\n{body}", encoding="utf-8")

    return write


@pytest.fixture
def write_policy(folder: Path) -> Callable[..., None]:
    """Write ``policy.yaml`` with rules and waivers, a line each."""

    def write(*rules: str, waivers: tuple[str, ...] = (), head: str = POLICY) -> None:
        text = head + "".join(f"  - {{{rule}}}\n" for rule in rules)
        if not rules:
            text = f"{head.removesuffix(chr(10))} []\n"
        if waivers:
            text += "waivers:\n" + "".join(f"  - {{{waiver}}}\n" for waiver in waivers)
        (folder / "policy.yaml").write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def gate(folder: Path, cssa_inline: Callable[..., Any]) -> Callable[..., Any]:  # noqa: ARG001 - it is run there
    """Run the gate on ``answers.yaml`` and ``policy.yaml``: ``gate("-o", "json=-", lang="ja")``."""

    def run(*more: object, answers: object = "answers.yaml", **options: Any) -> Any:
        common = ["--checklist", CHECKLIST, "--as-of", AS_OF, "--policy", "policy.yaml"]
        return cssa_inline("gate", answers, *common, *more, **options)

    return run
