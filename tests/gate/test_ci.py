"""What pipelines take from the repository: the action, the hooks and the examples."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from cssa.datafile.reader import read

from .test_formats import command

POLICY_DATE = "2026-11-20"

needs_shell = pytest.mark.skipif(
    os.name == "nt" or shutil.which("bash") is None, reason="needs bash"
)


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder with ``cssa`` and ``python`` in it, as an installation has."""
    import cssa as package

    folder = tmp_path / "bin"
    folder.mkdir()
    sources = Path(package.__file__).parents[1]
    python = shlex.quote(sys.executable)
    script = f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(sources))} exec {python} -m cssa "$@"\n'
    (folder / "cssa").write_text(script)
    (folder / "cssa").chmod(0o755)
    (folder / "python").symlink_to(sys.executable)
    return folder


# The action ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """How a step ended, with what it left in the runner's files."""

    code: int
    log: str
    summary: str
    output: str

    @property
    def annotations(self) -> list[tuple[str, dict[str, str], str]]:
        """The commands that the runner heeds: none while they are stopped."""
        commands, stopped = [], None
        for line in self.log.splitlines():
            if stopped is not None:
                stopped = None if line == f"::{stopped}::" else stopped
            elif line.startswith("::stop-commands::"):
                stopped = line.removeprefix("::stop-commands::")
            elif line.startswith(("::error", "::warning", "::notice")):
                commands.append(command(line))
        return commands


@pytest.fixture
def action(root: Path) -> Any:
    """The action as data."""
    return yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture
def gate_step(
    action: Any, root: Path, folder: Path, tools: Path, cache_folder: Path
) -> Callable[..., Step]:
    """Run the action's gate step as the runner does: ``gate_step(answers="a.yaml")``."""
    step = next(step for step in action["runs"]["steps"] if step.get("id") == "gate")
    defaults = {name: spec.get("default", "") for name, spec in action["inputs"].items()}

    def fill(text: str, inputs: Mapping[str, str]) -> str:
        text = text.replace("${{ github.action_path }}", str(root))
        text = text.replace("${{ steps.base.outputs.folder }}", inputs.get("base", ""))
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: inputs[match[1]], text)

    def run(**given: str) -> Step:
        inputs = defaults | {name.replace("_", "-"): value for name, value in given.items()}
        files = {name: folder / f"{name.lower()}.txt" for name in ("SUMMARY", "OUTPUT")}
        for path in files.values():
            path.write_text("")
        environment = {
            "PATH": os.environ["PATH"],
            "CSSA_BIN": str(tools),
            "CSSA_CACHE": str(cache_folder),
            "RUNNER_TEMP": str(folder),
            "GITHUB_STEP_SUMMARY": str(files["SUMMARY"]),
            "GITHUB_OUTPUT": str(files["OUTPUT"]),
            **{name: fill(value, inputs) for name, value in step["env"].items()},
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],  # noqa: S607
            env=environment,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=60,
        )
        summary, output = (files[name].read_text("utf-8") for name in ("SUMMARY", "OUTPUT"))
        return Step(done.returncode, done.stdout.decode(), summary, output)

    return run


@pytest.fixture
def bank(root: Path, folder: Path) -> Path:
    """The examples as a repository of an institution's own."""
    for name in ("policy.yaml", "kept.json"):
        shutil.copy(root / "examples" / name, folder / name)
    shutil.copy(root / "examples" / "answers" / "shiokaze.yaml", folder / "answers.yaml")
    return folder


def break_answer(folder: Path, before: str, after: str) -> int:
    """Change an answer; return its line."""
    path = folder / "answers.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")
    return text[: text.index(before)].count("\n") + 1


COMMON = {"policy": "policy.yaml", "previous": "kept.json", "as_of": POLICY_DATE}


@needs_shell
def test_the_action_is_green_where_the_policy_is_met(
    bank: Path, gate_step: Callable[..., Step]
) -> None:
    done = gate_step(answers="answers.yaml", **COMMON)
    assert done.code == 0, done.log
    assert done.output == "exit-code=0\nweaker=\n"
    assert done.summary.startswith("## 社内基準を充足しています")
    assert {kind for kind, _, _ in done.annotations} == {"notice", "warning"}
    assert sorted(path.name for path in bank.iterdir() if path.suffix in (".xml", ".sarif")) == []


@needs_shell
def test_the_action_annotates_a_broken_answer_at_its_line(
    bank: Path, gate_step: Callable[..., Step]
) -> None:
    line = break_answer(bank, "  2.3.1-5:\n    level: 3", "  2.3.1-5:\n    level: 1")
    done = gate_step(answers="answers.yaml", lang="en", junit="o.xml", sarif="o.sarif", **COMMON)
    assert done.code == 1
    assert done.output == "exit-code=1\nweaker=\n"
    assert done.summary.startswith("## The policy is not met")
    errors = [params for kind, params, _ in done.annotations if kind == "error"]
    assert {(error["file"], error["line"]) for error in errors} == {("answers.yaml", str(line + 1))}
    assert any(error["title"].startswith("[authentication] 2.3.1-5 ") for error in errors)
    assert any(error["title"].startswith("[ratchet] 2.3.1-5 ") for error in errors)
    assert (bank / "o.xml").stat().st_size
    assert json.loads((bank / "o.sarif").read_text())["runs"]


@needs_shell
def test_the_action_annotates_what_is_refused_at_its_place(
    bank: Path, gate_step: Callable[..., Step]
) -> None:
    line = break_answer(bank, "  2.3.1-5:\n    level: 3", "  2.3.1-5:\n    level: 9")
    done = gate_step(answers="answers.yaml", lang="en", **COMMON)
    assert done.code == 3
    assert done.summary.startswith("## The answers could not be checked")
    errors = [params for kind, params, _ in done.annotations if kind == "error"]
    assert [(error["file"], error["line"]) for error in errors] == [("answers.yaml", str(line + 1))]


def _git(folder: Path, *arguments: str) -> None:
    git = ("git", "-c", "user.name=t", "-c", "user.email=t@t", "-c", "init.defaultBranch=main")
    subprocess.run([*git, *arguments], cwd=folder, check=True, capture_output=True)


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@needs_git
@needs_shell
def test_a_pull_request_is_judged_by_the_branch_that_it_goes_into(
    bank: Path,
    action: Any,
    gate_step: Callable[..., Step],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    names = ("answers.yaml", "policy.yaml", "kept.json")
    _git(bank, "init", "--quiet")
    _git(bank, "add", *names)
    _git(bank, "commit", "--quiet", "-m", "main")
    clone = tmp_path_factory.mktemp("clone") / "work"
    _git(bank, "clone", "--quiet", str(bank), str(clone))
    runner = clone.parent / "temp"
    runner.mkdir()
    output = runner / "output"
    output.touch()
    step = next(step for step in action["runs"]["steps"] if step.get("id") == "base")
    subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],  # noqa: S607
        env={
            **os.environ,
            "BASE_REF": "main",
            "RUNNER_TEMP": str(runner),
            "GITHUB_OUTPUT": str(output),
        },
        cwd=clone,
        check=True,
    )
    base = output.read_text("utf-8").strip().removeprefix("folder=")
    assert {path.name for path in Path(base).iterdir()} >= set(names)
    break_answer(bank, "  2.3.1-5:\n    level: 3", "  2.3.1-5:\n    level: 1")
    policy = (bank / "policy.yaml").read_text("utf-8")
    weaker = policy.replace("practice: 2.3.1-5}, min_level: 3", "practice: 2.3.1-5}, min_level: 1")
    assert weaker != policy
    (bank / "policy.yaml").write_text(weaker, encoding="utf-8")
    done = gate_step(answers="answers.yaml", base=base, lang="en", **COMMON)
    assert done.code == 1
    assert done.output == "exit-code=1\nweaker=true\n"
    assert "[authentication]" in done.log
    assert "from min_level: 3 to min_level: 1" in done.summary


@needs_shell
def test_the_action_takes_several_files_or_what_cssa_yaml_lists(
    bank: Path, gate_step: Callable[..., Step]
) -> None:
    text = (bank / "answers.yaml").read_text("utf-8")
    (bank / "b 2.yaml").write_text(text, encoding="utf-8")
    day = {"as_of": POLICY_DATE, "lang": "en"}
    two = "answers.yaml\nb 2.yaml\n"
    done = gate_step(answers=two, policy="example-low", **day)
    assert done.code == 0
    assert done.summary.startswith("## Policy met: 2 of 2")
    (bank / "cssa.yaml").write_text(
        "schema: cssa.settings/1\nassessments:\n"
        "  - {answers: answers.yaml, policy: policy.yaml, previous: kept.json}\n",
        encoding="utf-8",
    )
    assert gate_step(**day).code == 0


def test_actions_of_others_are_pinned_by_hash(root: Path) -> None:
    texts = [
        (root / name).read_text("utf-8") for name in ("action.yml", "examples/github-workflow.yml")
    ]
    uses = [line for text in texts for line in text.splitlines() if "uses: " in line]
    others = [line for line in uses if "OWNER/cssa@COMMIT" not in line]
    assert len(others) == 3
    assert all(re.search(r"@[0-9a-f]{40} # v\d", line) for line in others)


@needs_shell
def test_the_actions_inputs_and_peoples_words_run_nothing(
    bank: Path, gate_step: Callable[..., Step]
) -> None:
    (bank / "answers.yaml").rename(bank / "a $(touch pwned);'\".yaml")
    text = (bank / "policy.yaml").read_text(encoding="utf-8")
    evil = r'"::error::x\n::add-mask::y\n::set-output name=z::1"'
    text = re.sub(r"    reason: .*", lambda _: f"    reason: {evil}", text)
    (bank / "policy.yaml").write_text(text, encoding="utf-8")
    done = gate_step(answers="a $(touch pwned);'\".yaml", show_notes="true", **COMMON)
    assert done.code == 0, done.log
    assert not (bank / "pwned").exists()
    assert {kind for kind, _, _ in done.annotations} == {"notice", "warning"}
    assert all(params["title"] != "" for _, params, _ in done.annotations)


def test_the_actions_scripts_take_nothing_but_the_environment(action: Any) -> None:
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert len(scripts) == 3
    assert not any("${{" in script for script in scripts)
    steps = json.dumps(action["runs"]["steps"])
    assert [name for name in action["inputs"] if f"inputs.{name}" not in steps] == []


@pytest.mark.packaging
@needs_shell
def test_the_action_installs_from_its_own_checkout(action: Any, root: Path, tmp_path: Path) -> None:
    step = next(step for step in action["runs"]["steps"] if "SOURCE" in step.get("env", {}))
    environment = tmp_path / "env"
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],  # noqa: S607
        env={
            **os.environ,
            "SOURCE": str(root),
            "RUNNER_TEMP": str(tmp_path),
            "GITHUB_ENV": str(environment),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        },
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert environment.read_text() == f"CSSA_BIN={tmp_path}/cssa-venv/bin\n"
    assert (tmp_path / "cssa-venv" / "bin" / "cssa").exists()


# The hooks -----------------------------------------------------------------------------------

HOOKS = {
    "cssa-answers": ["answers.yaml"],
    "cssa-gate": [
        *("answers.yaml", "--policy", "policy.yaml", "--previous", "kept.json"),
        *("--as-of", POLICY_DATE),
    ],
    "cssa-checklist-lint": ["checklists/my/1"],
}


@pytest.fixture
def hooks(root: Path) -> dict[str, Any]:
    """The hooks by id."""
    listed = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {hook["id"]: hook for hook in listed}


@pytest.mark.parametrize("name", HOOKS)
@pytest.mark.usefixtures("bank")
def test_a_hook_is_green_on_sound_files_and_red_on_broken_ones(
    name: str, hooks: dict[str, Any], cssa_inline: Callable[..., Any], bank: Path
) -> None:
    assert cssa_inline("checklist", "new", "my", "--out", "checklists").code == 0
    program, *entry = hooks[name]["entry"].split()
    assert program == "cssa"
    assert cssa_inline(*entry, *HOOKS[name]).code == 0
    for file in ("answers.yaml", "checklists/my/1/1.yaml"):
        (bank / file).write_text((bank / file).read_text("utf-8") + "\nx: [", encoding="utf-8")
    assert cssa_inline(*entry, *HOOKS[name]).code == 3


def test_every_hook_is_tried(hooks: dict[str, Any]) -> None:
    assert set(hooks) == set(HOOKS)
    assert all(hook["language"] == "python" for hook in hooks.values())


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("cssa-answers", "answers.yaml"),
        ("cssa-answers", "banks/answers/shiokaze.yaml"),
        ("cssa-answers", "回答.yml"),
        ("cssa-answers", "2026/shiokaze.json"),
        ("cssa-answers", "forms/shiokaze.xlsx"),
        ("cssa-gate", "policy.yaml"),
        ("cssa-gate", "shiokaze.yml"),
        ("cssa-gate", "forms/回答票.xlsx"),
        ("cssa-gate", "kept.json"),
        ("cssa-checklist-lint", "checklists/my/1/1.yaml"),
    ],
)
def test_a_hook_is_set_off_by_the_files_it_reads(
    name: str, path: str, hooks: dict[str, Any]
) -> None:
    assert re.search(hooks[name]["files"], path)


@pytest.mark.parametrize("suffix", [".yaml", ".yml", ".json", ".xlsx"])
@pytest.mark.parametrize("name", ["cssa-answers", "cssa-gate"])
def test_a_hook_is_set_off_by_every_kind_of_answers_that_its_command_reads(
    name: str, suffix: str, hooks: dict[str, Any], bank: Path, cssa_inline: Callable[..., Any]
) -> None:
    made = bank / f"kaitou{suffix}"
    if suffix == ".xlsx":
        new = cssa_inline("form", "new", "--answers", "answers.yaml", "-o", made)
        assert new.code == 0, new.err
    elif suffix == ".json":
        answers = read((bank / "answers.yaml").read_bytes(), "answers.yaml").value
        made.write_text(json.dumps(answers, default=str), encoding="utf-8")
    else:
        shutil.copy(bank / "answers.yaml", made)
    _, *entry = hooks[name]["entry"].split()
    assert cssa_inline(*entry, made.name, "--as-of", POLICY_DATE).code in (0, 1)
    assert re.search(hooks[name]["files"], made.name)


# The examples --------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_examples_pass_their_own_gate(
    lang: str, root: Path, cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "examples")
    common = ["--policy", "policy.yaml", "--previous", "kept.json", "--as-of", POLICY_DATE]
    done = cssa_inline("gate", "answers/shiokaze.yaml", *common, "-o", "json=-", lang=lang)
    assert done.code == 0
    assert done.json["policy"]["approved"]
    assert [waiver["status"] for waiver in done.json["waivers"]] == ["used", "used"]


def test_the_example_is_the_institution_of_the_demo(root: Path) -> None:
    example = root / "examples" / "answers" / "shiokaze.yaml"
    assert example.read_bytes() == (root / "templates" / "demo" / "answers.yaml").read_bytes()


def test_the_kept_example_is_what_the_example_comes_to(
    root: Path, bank: Path, cssa_inline: Callable[..., Any]
) -> None:
    kept = (bank / "kept.json").read_bytes()
    policy = ["--policy", "policy.yaml", "--as-of", POLICY_DATE]
    assert cssa_inline("gate", "answers.yaml", *policy, "--keep", "kept.json").code == 0
    assert (bank / "kept.json").read_bytes() == kept == (root / "examples/kept.json").read_bytes()


def _shell(
    script: str, tools: Path, cwd: Path, *arguments: str, **more: str
) -> "subprocess.CompletedProcess[bytes]":
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["sh", "-e", *(["-c", script] if "\n" in script else [script]), *arguments],  # noqa: S607
        env={**os.environ, "PATH": path, **more},
        cwd=cwd,
        capture_output=True,
        check=False,
        timeout=60,
    )


@needs_shell
def test_the_plain_script_gates_and_leaves_reports(root: Path, bank: Path, tools: Path) -> None:
    files = ("answers.yaml", "policy.yaml", "kept.json")
    script = str(root / "examples" / "gate.sh")
    assert _shell(script, tools, bank, *files, CSSA_AS_OF=POLICY_DATE).returncode == 0
    break_answer(bank, "  2.3.1-5:\n    level: 3", "  2.3.1-5:\n    level: 1")
    done = _shell(script, tools, bank, *files, CSSA_AS_OF=POLICY_DATE)
    assert done.returncode == 1
    reports = bank / "gate-reports"
    assert {path.name for path in reports.iterdir()} == {"gate.xml", "gate.json"}
    assert {path.stat().st_mode & 0o077 for path in reports.iterdir()} == {0}


@needs_shell
@pytest.mark.usefixtures("bank")
def test_the_gitlab_example_runs(root: Path, folder: Path, tools: Path) -> None:
    text = (root / "examples" / "gitlab-ci.yml").read_text(encoding="utf-8")
    template = yaml.safe_load(text)
    assert template["cssa-gate"] == {"extends": ".cssa-gate"}
    job = template[".cssa-gate"]
    (tools / "pip").write_text("#!/bin/sh\n")
    (tools / "pip").chmod(0o755)
    script = "\n".join([*job["script"], ""])
    done = _shell(script, tools, folder, CSSA_PACKAGE="cssa", **job["variables"])
    assert done.returncode in (0, 1)  # waivers run out with the day
    reports = job["artifacts"]["reports"]
    assert (folder / reports["junit"]).stat().st_size
    assert isinstance(json.loads((folder / reports["codequality"]).read_text("utf-8")), list)


def test_the_workflow_gives_the_action_only_inputs_that_it_has(root: Path, action: Any) -> None:
    text = (root / "examples" / "github-workflow.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["gate"]["steps"]
    given = next(step["with"] for step in steps if "cssa" in step["uses"])
    assert set(given) <= set(action["inputs"])
    required = {name for name, spec in action["inputs"].items() if spec.get("required")}
    assert required <= set(given)
    assert {"base-ref", "category", "time-zone"} <= set(action["inputs"])
    assert action["inputs"]["time-zone"]["default"] == "Asia/Tokyo"


def test_actions_that_the_workflows_use_are_pinned_by_hash(root: Path) -> None:
    workflows = (root / ".github" / "workflows").glob("*.yml")
    texts = [path.read_text("utf-8") for path in workflows]
    uses = [line for text in texts for line in text.splitlines() if "uses: " in line]
    assert uses
    assert [line for line in uses if not re.search(r"@[0-9a-f]{40} # v\d", line)] == []
