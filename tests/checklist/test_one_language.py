"""Checklists in one language, through every journey in either language of the program."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cssa.datafile.types import LocalizedText
from cssa.messages import LANGS, Lang, message

OWN = Path(__file__).resolve().parent / "own"
ANSWERS = {
    "upkeep": "{owner: half, parts: 2, routine: 1}",
    "entretien": "{responsable: moitie}",
}
TITLES = {
    "upkeep": ["Software upkeep", "A named owner decides on fixes", "Fixes go out by routine"],
    "entretien": ["Entretien des logiciels", "Un responsable est nommé"],
}
JOURNEYS = [(checklist, lang) for checklist in ANSWERS for lang in LANGS]


@pytest.fixture(autouse=True)
def own_checklists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSSA_CHECKLISTS", str(OWN))


@pytest.fixture
def answers_of(write: Callable[..., Path]) -> Callable[[str], Path]:
    def write_answers(checklist: str) -> Path:
        return write(
            "answers.yaml",
            "schema: cssa.answers/1\n"
            f'checklist: {{id: {checklist}, version: "1"}}\n'
            'campaign: "2026"\n'
            'institution: {id: "1010001000000", name: 例示銀行, sector: regional_bank}\n'
            f"answers: {ANSWERS[checklist]}\n",
        )

    return write_answers


def _shows(text: str, checklist: str, lang: Lang, *codes: str) -> None:
    """Assert the checklist's words in its language, and the program's in the run's."""
    flat = "".join(text.split())
    for title in TITLES[checklist][1:]:
        assert "".join(title.split()) in flat
    for code in codes:
        assert "".join(message(lang, code).split()) in flat


@pytest.mark.parametrize(("checklist", "lang"), JOURNEYS)
def test_it_is_listed_and_shown(
    checklist: str, lang: Lang, cssa_inline: Callable[..., Any]
) -> None:
    listed = cssa_inline("checklist", "list", lang=lang)
    assert (listed.code, listed.err) == (0, "")
    assert TITLES[checklist][0] in listed.out
    shown = cssa_inline("checklist", "show", checklist, lang=lang)
    _shows(shown.out, checklist, lang)
    practice = next(iter(ANSWERS[checklist].strip("{").split(":")))
    page = cssa_inline("checklist", "show", checklist, practice, lang=lang)
    assert (page.code, page.err) == (0, "")
    assert message(lang, "tier.basic") in page.out


@pytest.mark.parametrize(("checklist", "lang"), JOURNEYS)
def test_it_is_scored_and_explained(
    checklist: str, lang: Lang, cssa_inline: Callable[..., Any], answers_of: Callable[[str], Path]
) -> None:
    path = answers_of(checklist)
    scored = cssa_inline("score", path, lang=lang)
    assert (scored.code, scored.err) == (0, "")
    _shows(scored.out, checklist, lang, "disclaimer.1")
    assert TITLES[checklist][0] in scored.out
    explained = cssa_inline("explain", path, lang=lang)
    assert (explained.code, explained.err) == (0, "")
    _shows(explained.out, checklist, lang)


@pytest.mark.parametrize("ending", ["html", "md", "json"])
@pytest.mark.parametrize(("checklist", "lang"), JOURNEYS)
def test_it_is_reported(
    checklist: str,
    lang: Lang,
    ending: str,
    cssa_inline: Callable[..., Any],
    answers_of: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    report = tmp_path / f"report.{ending}"
    assert cssa_inline("report", answers_of(checklist), "-o", report, lang=lang).code == 0
    _shows(report.read_text("utf-8"), checklist, lang, "handling")


@pytest.mark.parametrize(("checklist", "lang"), JOURNEYS)
def test_it_is_reported_as_a_workbook(
    checklist: str,
    lang: Lang,
    cssa_inline: Callable[..., Any],
    answers_of: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    report = tmp_path / "report.xlsx"
    assert cssa_inline("report", answers_of(checklist), "-o", report, lang=lang).code == 0
    _shows(_cells(report), checklist, lang, "handling")


def _cells(path: Path) -> str:
    book = openpyxl.load_workbook(path)
    return "\n".join(
        str(cell) for sheet in book for row in sheet.values for cell in row if cell is not None
    )


@pytest.mark.parametrize(("checklist", "lang"), JOURNEYS)
def test_its_form_comes_back_with_the_answers_it_went_out_with(
    checklist: str,
    lang: Lang,
    cssa_inline: Callable[..., Any],
    answers_of: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    path = answers_of(checklist)
    form, back = tmp_path / "form.xlsx", tmp_path / "back.yaml"
    assert cssa_inline("form", "new", "--answers", path, "-o", form, lang=lang).code == 0
    _shows(_cells(form), checklist, lang, "disclaimer.5")
    assert cssa_inline("form", "read", form, "-o", back, lang=lang).code == 0
    scores = [
        cssa_inline("score", file, "--format", "json").json["overall"]["score"]
        for file in (path, form, back)
    ]
    assert scores[0] == scores[1] == scores[2] is not None


@pytest.mark.parametrize(("checklist", "lang"), JOURNEYS)
def test_it_is_gated(
    checklist: str, lang: Lang, cssa_inline: Callable[..., Any], answers_of: Callable[[str], Path]
) -> None:
    run = cssa_inline("gate", answers_of(checklist), lang=lang)
    assert run.code == 1
    _shows(run.out, checklist, lang, "disclaimer.5")


@pytest.mark.parametrize(("checklist", "lang"), JOURNEYS)
def test_a_batch_takes_it(
    checklist: str,
    lang: Lang,
    cssa_inline: Callable[..., Any],
    answers_of: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    inbox, out = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    shutil.copy(answers_of(checklist), inbox / "answers.yaml")
    arguments = ("batch", "run", inbox, "-o", out, "-c", checklist, "--workers", 1)
    run = cssa_inline(*arguments, lang=lang)
    assert run.code == 0, run.err
    feedback = next(out.rglob("feedback*.html"))
    _shows(feedback.read_text("utf-8"), checklist, lang)


@pytest.mark.parametrize(
    ("words", "asked", "expected"),
    [
        ({"en": "x", "ja": "y"}, "ja", "y"),
        ({"de": "x", "fr": "y"}, "ja", "y"),
        ({"de": "x", "en": "y"}, "ja", "x"),
        ({"es": "x"}, "en", "x"),
    ],
)
def test_a_text_falls_back_to_the_languages_of_its_checklist(
    words: dict[str, str], asked: str, expected: str
) -> None:
    text = LocalizedText.model_validate(words)
    text.sort_words(["fr", "de"])
    assert text.get(asked) == expected


def test_a_text_of_several_languages_reads_the_same_compiled_and_not(
    cssa_inline: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(OWN / "entretien", tmp_path / "own" / "entretien")
    folder = tmp_path / "own" / "entretien" / "1"
    header = folder / "checklist.yaml"
    text = header.read_text("utf-8").replace("[fr]", "[fr, de]")
    header.write_text(text.replace("{fr: Entretien", "{de: Softwarepflege, fr: Entretien"), "utf-8")
    monkeypatch.setenv("CSSA_CHECKLISTS", str(tmp_path / "own"))
    monkeypatch.setenv("CSSA_CACHE", str(tmp_path / "cache"))
    arguments = ("checklist", "show", "entretien")
    shown = [
        (cssa_inline(*arguments).out, cssa_inline(*arguments, "--format", "yaml").out)
        for _ in range(2)
    ]
    assert shown[0] == shown[1]
    assert shown[0][0].startswith("Entretien")


def test_only_what_the_checklist_uses_is_found_missing(
    cssa_inline: Callable[..., Any], answers_of: Callable[[str], Path]
) -> None:
    def missing(checklist: str) -> set[str]:
        findings = cssa_inline("score", answers_of(checklist), "--format", "json").json["findings"]
        return {finding["code"] for finding in findings} & {"profile_unstated", "risk_unstated"}

    assert missing("entretien") == set()  # its targets are the same under every risk profile
    assert missing("upkeep") == {"risk_unstated"}  # what is desirable has a target under some


def test_a_checklist_without_targets_sets_none(
    cssa_inline: Callable[..., Any],
    answers_of: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    folder = _changed(tmp_path, monkeypatch, "targets: none")
    path = answers_of("upkeep")
    result = cssa_inline("score", path, "--format", "json").json
    assert result["target"]["id"] == "none"
    assert result["overall"]["below_target"]["count"] == 0
    assert "risk_unstated" not in {finding["code"] for finding in result["findings"]}
    named = cssa_inline("score", path, "--format", "json", "--target", "by-risk-profile").json
    assert named["target"]["id"] == "by-risk-profile"
    assert cssa_inline("checklist", "lint", folder).code == 0


@pytest.mark.parametrize("lang", LANGS)
def test_its_own_words_stand_in_place_of_the_programs(
    lang: Lang,
    cssa_inline: Callable[..., Any],
    answers_of: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    own = "A mean is no promise."
    lines = f"disclaimer: {{en: {own}}}\ntiers: {{basic: {{title: {{en: Required}}}}}}"
    folder = _changed(tmp_path, monkeypatch, lines)
    file = folder / "ownership.yaml"
    text = file.read_text("utf-8").replace("id: owner\n", 'id: owner\n        number: "O.1(a)"\n')
    file.write_text(
        text.replace("id: people\n", "id: people\n    intro: {en: Read this.}\n"), "utf-8"
    )
    scored = cssa_inline("score", answers_of("upkeep"), lang=lang).out
    assert own in scored
    assert message(lang, "disclaimer.2")[:40] not in scored
    shown = cssa_inline("checklist", "show", "upkeep", lang=lang).out
    assert "O.1(a) A named owner" in shown
    assert "Read this." in shown
    assert "[Required]" in cssa_inline("checklist", "show", "upkeep", "owner", lang=lang).out
    report = tmp_path / "report.md"
    assert cssa_inline("report", answers_of("upkeep"), "-o", report, lang=lang).code == 0
    assert own in report.read_text("utf-8")


def _changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str) -> Path:
    """Return a copy of a checklist with further lines in its header."""
    folder = tmp_path / "own" / "upkeep" / "1"
    shutil.copytree(OWN / "upkeep" / "1", folder)
    header = folder / "checklist.yaml"
    header.write_text(f"{header.read_text('utf-8')}{lines}\n", "utf-8")
    monkeypatch.setenv("CSSA_CHECKLISTS", str(tmp_path / "own"))
    return folder


@pytest.mark.parametrize("lang", LANGS)
def test_the_guideline_carries_the_disclaimer_that_the_program_prints(lang: Lang) -> None:
    from cssa.checklist.disclaimer import source_disclaimer
    from cssa.workspace import DEFAULT_CHECKLIST, Workspace

    checklist = Workspace().edition(DEFAULT_CHECKLIST).checklist
    assert source_disclaimer(checklist, lang) == message(lang, "disclaimer.2")
