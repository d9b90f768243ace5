"""What ships beside the checklists is whole, and says what it was made from."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from cssa.datafile.types import Text
from cssa.library.incidents import IncidentLibrary, PlacedCase
from cssa.workspace import DEFAULT_CHECKLIST, Workspace

GOOD = Path(__file__).parents[1] / "good" / "answers.yaml"
CHAPTERS = {
    "fsa-2025-it-resilience": [24, 18, 51, 17, 9],
    "fsa-2019-system-failures": [3, 4, 3, 4, 4, 12, 1, 10],
    "boj-system-failures": [3, 14, 15, 17, 5],
}
NEW = [7, 3, 5, 3, 2]
EVENTS = {
    "fsa-2025-it-resilience": 120,
    "fsa-2019-system-failures": 44,
    "boj-system-failures": 54,
}
HANDLED_WELL = {"5-1", "5-3", "5-5", "5-6", "5-7", "5-8", "5-9"}
FIGURES = {"cssa-fy2022": 31, "cssa-fy2023": 7, "boj-2019": 23, "boj-2017": 25}
SHARES = [36, 25, 10, 7, 6, 6, 4, 2, 1, 1, 1, 1]


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace()


@pytest.fixture(scope="module")
def shipped(workspace: Workspace) -> IncidentLibrary:
    return workspace.library.incidents


def of(library: IncidentLibrary, report: str) -> list[PlacedCase]:
    return [placed for placed in library.cases if placed.report.id == report]


def test_no_other_case_is_there(shipped: IncidentLibrary) -> None:
    assert {placed.report.id for placed in shipped.cases} == set(CHAPTERS)


@pytest.mark.parametrize("report", CHAPTERS)
def test_every_printed_case_is_there(shipped: IncidentLibrary, report: str) -> None:
    cases = of(shipped, report)
    counts = Counter(placed.chapter.chapter for placed in cases)
    assert list(counts.values()) == CHAPTERS[report]
    assert sum(len(placed.case.events) for placed in cases) == EVENTS[report]


def test_cases_are_new_and_handled_well_as_printed(shipped: IncidentLibrary) -> None:
    cases = of(shipped, "fsa-2025-it-resilience")
    new = Counter(placed.chapter.chapter for placed in cases if placed.case.new)
    assert list(new.values()) == NEW
    assert not any(placed.case.new for placed in of(shipped, "fsa-2019-system-failures"))
    well = {placed.case.number for placed in shipped.cases if placed.case.handled_well}
    assert well == HANDLED_WELL


def texts(placed: PlacedCase) -> Iterator[Text]:
    yield placed.case.title
    for event in placed.case.events:
        yield from filter(None, (event.happened, event.cause, event.measure))


def test_every_case_is_told_linked_and_of_a_sector(
    workspace: Workspace, shipped: IncidentLibrary
) -> None:
    checklists = {entry.id for entry in workspace.catalogue.entries()}
    practices = {name: workspace.practices_of(name) or set() for name in checklists}
    for placed in shipped.cases:
        assert placed.printed_sectors or placed.report.assumed, placed.case.id
        assert all(text.ja.strip() and text.en.strip() for text in texts(placed)), placed.case.id
        assert placed.case.practices or placed.case.unlinked, placed.case.id
        for name, ids in placed.case.practices.items():
            if name in practices:
                assert set(ids) <= practices[name], placed.case.id


def test_sections_on_what_the_cases_are_about_have_some(
    workspace: Workspace, shipped: IncidentLibrary
) -> None:
    checklist = workspace.edition(DEFAULT_CHECKLIST).checklist
    linked = shipped.of_practices(DEFAULT_CHECKLIST)
    domains = {checklist.placed[name].domain.id for name in linked}
    assert domains == {domain.id for domain in checklist.domains}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("委託先", "fsa2025-1-1 fsa2025-1-4 fsa2025-1-8"),
        ("ランサムウェア 委託先", "fsa2025-1-1"),
        ("バックアップ", "fsa2025-3-1-13 fsa2025-3-1-14 fsa2025-3-2-6"),
        ("閏年", "boj2012-2-1-3"),
        ("DDoS", "fsa2025-1-2 fsa2025-1-4 fsa2025-1-5 fsa2025-1-13"),
        ("ランサムウェア", "fsa2025-1-1 fsa2025-1-19 fsa2025-1-22"),
        ("クラウド", "fsa2025-1-11 fsa2025-3-1-9 fsa2025-3-2-2"),
        ("年末年始", "fsa2025-1-2 fsa2025-2-5 fsa2025-5-3"),
        ("証明書", "fsa2025-3-2-20 fsa2019-6-6"),
        ("証明書 期限", "fsa2025-3-2-20"),
        ("二重送金", "fsa2025-2-8"),
        ("振込", "fsa2025-2-6 fsa2025-2-8 fsa2025-2-11"),
        ("ATM", "fsa2025-2-1 fsa2025-2-5"),
        ("容量", "fsa2019-1-3 boj2012-3-2-3"),
        ("切替", "fsa2025-3-1-2 fsa2025-3-1-10 fsa2025-3-1-13"),
        ("フィッシング", "fsa2025-1-6"),
        ("VPN", "fsa2025-1-1 fsa2025-1-8"),
        ("停電", "fsa2025-4-1-3 fsa2025-4-1-4 boj2012-4-2-6"),
        ("設定ミス", "fsa2025-4-1-6 fsa2025-4-1-7 fsa2025-4-1-11"),
        ("リリース", "fsa2025-2-8 fsa2025-3-2-12 fsa2019-6-4"),
        ("顧客情報", "fsa2025-1-1 fsa2025-1-12 fsa2025-1-19"),
        ("カウンター 上限", "fsa2019-4-1"),
    ],
)
def test_search_finds_what_a_reader_expects(
    workspace: Workspace, shipped: IncidentLibrary, words: str, expected: str
) -> None:
    from cssa.library.incident_search import CaseFilter, search

    cases = search(shipped, workspace.scoring_data.threats, words, CaseFilter())
    assert set(expected.split()) <= {placed.case.id for placed in cases[:5]}


def test_search_finds_nothing_where_the_reports_print_no_such_case(
    workspace: Workspace, shipped: IncidentLibrary
) -> None:
    from cssa.library.incident_search import CaseFilter, search

    assert not search(shipped, workspace.scoring_data.threats, "誤送信", CaseFilter())


def test_the_published_figures_are_all_there(workspace: Workspace) -> None:
    surveys = workspace.library.published
    counts = {survey.id: sum(len(item.figures) for item in survey.questions) for survey in surveys}
    assert counts == FIGURES
    assert [survey.published for survey in surveys] == sorted(
        (survey.published for survey in surveys), reverse=True
    )
    assert not any(survey.is_first_hand for survey in surveys)
    practices = workspace.practices_of(DEFAULT_CHECKLIST) or set()
    for survey in surveys:
        for item in survey.questions:
            assert set(item.practices.get(DEFAULT_CHECKLIST, ())) <= practices


def test_the_trends_are_all_there(workspace: Workspace) -> None:
    library = workspace.library
    summary, report = library.trends.by_source(library.incidents.kinds)
    assert [len(group.trends) for group in summary.groups] == [5, 1, 3, 1]
    assert [len(group.trends) for group in report.groups] == [4, 1, 1, 1]
    assert [share for _, share in report.shares] == SHARES


@pytest.mark.parametrize("command", ["score", "gate", "checklist"])
def test_what_needs_none_of_it_reads_none_of_it(command: str) -> None:
    program = (
        "import sys\n"
        "from cssa.cli.main import main\n"
        "try: main()\n"
        "finally: print([name for name in sys.modules if name.startswith('cssa.library')])"
    )
    argument = "list" if command == "checklist" else str(GOOD)
    run = subprocess.run(
        [sys.executable, "-c", program, command, argument],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.endswith("[]\n"), run.stdout[-500:] + run.stderr
