"""Cases and survey figures beside answers: where they stand, whose they are, and where not."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.messages import message

ANSWERS = """\
schema: cssa.answers/1
checklist: {id: fsa-cyber-guideline, version: "2025-07-04"}
institution: {id: example-1, name: 例示の機関, sector: SECTOR}
answers:
  2.1.1-4: 3
  2.6-8: 1
  2.6-9: 1
"""
CAPTION = message("en", "incidents.caption")
OTHER = "(Case from another sub-sector) "
SURVEYS = message("en", "report.h.published")
SECOND_HAND = message("en", "published.second_hand")


@pytest.fixture
def answers(tmp_path: Path) -> Callable[[str], Path]:
    """Return an answers file of an institution of a sub-sector with weak third-party management."""

    def write(sector: str) -> Path:
        path = tmp_path / f"{sector}.yaml"
        path.write_text(ANSWERS.replace("SECTOR", sector), encoding="utf-8")
        return path

    return write


@pytest.fixture
def report(
    answers: Callable[[str], Path], tmp_path: Path, cssa_inline: Callable[..., Any]
) -> Callable[[str, str], str]:
    """Return an institution's report."""

    def write(sector: str, suffix: str) -> str:
        path = tmp_path / f"report{suffix}"
        run = cssa_inline("report", answers(sector), "-o", path)
        assert run.code == 0, run.err
        return path.read_text(encoding="utf-8")

    return write


@pytest.mark.parametrize("suffix", [".html", ".md", ".json"])
def test_a_gap_shows_cases_of_the_own_sector_first(
    report: Callable[[str, str], str], suffix: str
) -> None:
    shown = report("shinkin", suffix)
    assert "Personal information leaked from a provider infected with ransomware" in shown
    if suffix == ".html":
        first = shown.index(message("en", "incidents.linking"))
        assert shown.index('<section aria-labelledby="gaps"') < first
        assert first < shown.index(f'<p class="label">{message("en", "incidents.published")}</p>')
    elif suffix != ".json":
        assert CAPTION in shown


def test_a_sector_without_cases_of_its_own_reads_others_and_is_told_so(
    report: Callable[[str, str], str],
) -> None:
    shown = report("rating_agency", ".md")
    cases = re.findall(r"<br>- ([^<]*)", shown)
    assert cases
    assert all(case.startswith(OTHER) for case in cases)


def test_a_life_insurer_reads_where_its_own_sector_has_no_case(
    answers: Callable[[str], Path], cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    path, out = answers("life"), tmp_path / "report.md"
    weak = path.read_text("utf-8").replace("2.6-8: 1", "2.6-4: 1\n  2.6-7: 1")
    path.write_text(weak, "utf-8")
    assert cssa_inline("report", path, "-o", out).code == 0
    gaps = out.read_text("utf-8").splitlines()
    beside = {
        practice: re.findall(r"<br>- ([^<]*)", line)
        for line in gaps
        for practice in re.findall(r"^\d+\. (2\.6-\d+) ", line)
    }
    assert [case.startswith(OTHER) for case in beside["2.6-4"]] == [True]
    assert [case.startswith(OTHER) for case in beside["2.6-7"]] == [False, True]
    assert [case.startswith(OTHER) for case in beside["2.6-9"]] == [False, False]


def test_survey_figures_stand_in_an_annex_with_what_is_known_of_them(
    report: Callable[[str, str], str],
) -> None:
    shown = report("shinkin", ".html")
    annex = shown[shown.index('<section aria-labelledby="published"') :]
    annex = annex[: annex.index("</section>")]
    for text in (SECOND_HAND, "n = 498", "2022-07", "76.9%", "about 15%"):
        assert text in annex, text
    assert shown.index('<section aria-labelledby="answers"') < shown.index(SECOND_HAND)
    assert "2.4.1-b" not in annex, "it is unanswered"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_practice_is_explained_with_its_cases_once_it_is_answered(
    answers: Callable[[str], Path], cssa_inline: Callable[..., Any], lang: Any
) -> None:
    caption = message(lang, "incidents.caption")
    answered, open_ = (
        cssa_inline("explain", answers("shinkin"), practice, lang=lang).out
        for practice in ("2.6-9", "2.6-6")
    )
    assert "fsa2025-1-1 " in answered[answered.index(caption) :]
    assert caption not in open_


def test_cases_change_no_figure(
    answers: Callable[[str], Path], cssa_inline: Callable[..., Any]
) -> None:
    result = cssa_inline("score", answers("shinkin"), "--format", "json").out
    assert "fsa2025" not in result


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_command_finds_shows_and_counts(cssa_inline: Callable[..., Any], lang: Any) -> None:
    found = cssa_inline("incidents", "search", "ddos", "--sector", "shinkin", lang=lang)
    assert (found.code, found.err) == (0, "")
    assert "fsa2025-1-13" in found.out
    listed = cssa_inline("incidents", "search", "ＤＤｏＳ", "--format", "json", lang=lang).json
    assert {"fsa2025-1-2", "fsa2025-1-13"} <= {case["id"] for case in listed}
    shown = cssa_inline("incidents", "show", "fsa2025-1-13", lang=lang).out
    assert "2.6-b" in shown
    assert message(lang, "incidents.practices") in shown
    counted = cssa_inline("incidents", "stats", "--format", "json", lang=lang).json
    assert counted["cases"] >= 160
    assert sum(count["cases"] for count in counted["triggers"]) == counted["cases"]
    page = cssa_inline("incidents", "stats", lang=lang).out
    assert message(lang, "incidents.trends") in page


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "fsa-0"),
        ("search", "--sector", "nowhere"),
        ("search", "--tag", "nothing"),
        ("search", "--year", "1999"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(
    cssa_inline: Callable[..., Any], arguments: tuple[str, ...]
) -> None:
    run = cssa_inline("incidents", *arguments)
    assert run.code == 2
    assert arguments[-1] in run.err
