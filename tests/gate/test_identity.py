"""What readers of outputs tell results apart by: whose, which file, which day, which place."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml

from cssa import __version__

from .conftest import AS_OF, CHECKLIST
from .test_formats import command

Write = Callable[..., None]
FORMATS = ("text", "json", "junit", "sarif", "github", "markdown")
LANGS = ("ja", "en")
FRESH = "id: fresh, on: overall, answered_within: P1Y"


@pytest.fixture
def two_institutions(write_answers: Write, write_policy: Write) -> None:
    """The same answers of two institutions in one repository."""
    write_answers({"1.1-1": "2"})
    write_policy("id: practices, on: {each: practice}, min_level: 3")
    text = Path("answers.yaml").read_text(encoding="utf-8")
    for name in ("shiokaze", "nagisa"):
        Path("inst", name).mkdir(parents=True)
        own = text.replace("id: shiokaze", f"id: {name}")
        Path("inst", name, "answers.yaml").write_text(own, encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.usefixtures("two_institutions")
def test_every_format_says_whose_answers_it_is_about(name: str, lang: str, gate: Any) -> None:
    out = gate("-o", f"{name}=-", answers="inst/nagisa/answers.yaml", lang=lang).out
    for words in ("nagisa", "inst/nagisa/answers.yaml", AS_OF, __version__):
        assert words in out.replace("\\", "")


@pytest.mark.usefixtures("two_institutions")
def test_results_of_two_institutions_share_no_identity(gate: Any) -> None:
    ids, prints, cases = [], [], []
    for name in ("shiokaze", "nagisa"):
        answers = f"inst/{name}/answers.yaml"
        run = json.loads(gate("-o", "sarif=-", answers=answers).out)["runs"][0]
        ids.append(run["automationDetails"]["id"])
        prints.append({result["partialFingerprints"]["cssa/v1"] for result in run["results"]})
        suites = JUnitXml.fromstring(gate("-o", "junit=-", answers=answers).out.encode())
        cases.append({(case.classname, case.name) for suite in suites for case in suite})
    assert ids == ["cssa-gate/shiokaze/gate-cases/bank-a/", "cssa-gate/nagisa/gate-cases/bank-a/"]
    assert not prints[0] & prints[1]
    assert not cases[0] & cases[1]


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
@pytest.mark.usefixtures("two_institutions")
def test_places_are_those_of_the_repository(
    variable: str, gate: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir("inst/nagisa")
    policy = ["--policy", "../../policy.yaml"]
    path = "inst/nagisa/answers.yaml"
    for root in (str(folder), "../.."):
        monkeypatch.setenv(variable, root)
        lines = gate("-o", "github=-", *policy).out.splitlines()
        assert {command(line)[1]["file"] for line in lines[1:]} == {path}
        verdict = gate("-o", "json=-", *policy).json
        assert {place["path"] for place in verdict["places"].values()} == {path}
    Path("answers.yaml").write_text("x: [", encoding="utf-8")
    assert f"file={path}," in gate("-o", "github=-", *policy).out
    monkeypatch.setenv(variable, str(folder / "elsewhere"))
    assert "file=answers.yaml," in gate("-o", "github=-", *policy).out


# Today ---------------------------------------------------------------------------------------


@pytest.fixture
def gate_today(folder: Path, cssa_inline: Callable[..., Any]) -> Callable[..., Any]:  # noqa: ARG001 - it is run there
    """Run the gate without a date."""

    def run(*more: object, **options: Any) -> Any:
        common = ["--checklist", CHECKLIST, "--policy", "policy.yaml"]
        return cssa_inline("gate", "answers.yaml", *common, *more, **options)

    return run


def test_a_date_that_is_today_somewhere_is_not_in_the_future(
    write_answers: Write, write_policy: Write, gate_today: Any
) -> None:
    write_answers()
    write_policy(FRESH)
    latest = gate_today("--timezone", "+14:00", "-o", "json=-").json["as_of"]
    path = Path("answers.yaml")
    text = path.read_text("utf-8").replace("assessed_on: 2026-11-06", f"assessed_on: {latest}")
    path.write_text(text, encoding="utf-8")
    done = gate_today("--timezone", "-12:00", "-o", "json=-")
    here = done.json["as_of"]
    assert done.code == 0
    assert done.json["run"]["zone"] == "-12:00"
    assert date.fromisoformat(here) < date.fromisoformat(latest), "26 hours lie between them"
    assert gate_today("--as-of", here).code == 1, "a date that is given is taken as it is"


@pytest.mark.parametrize("lang", LANGS)
def test_the_zone_comes_from_option_or_environment_and_stands_beside_the_day(
    lang: str,
    write_answers: Write,
    write_policy: Write,
    gate_today: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_answers()
    write_policy("id: easy, on: overall, min_score: 1")
    monkeypatch.setenv("CSSA_TZ", "Asia/Tokyo")
    assert "Asia/Tokyo" in gate_today(lang=lang).out
    assert "+05:30" in gate_today("--timezone", "+05:30", lang=lang).out
    assert "Asia/Tokyo" not in gate_today("--as-of", AS_OF, lang=lang).out


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("zone", ["Asia/Edo", "+25:00", "../etc/passwd", "JST-9"])
def test_an_unknown_zone_is_wrong_usage(
    zone: str, lang: str, write_answers: Write, write_policy: Write, gate_today: Any
) -> None:
    write_answers()
    write_policy(FRESH)
    done = gate_today("--timezone", zone, lang=lang)
    assert done.code == 2
    assert zone in done.err
    assert "Asia/Tokyo" in done.err
