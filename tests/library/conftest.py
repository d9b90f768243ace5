"""An invented library of cases."""

import pytest

from cssa.datafile.types import Text
from cssa.library.incident_files import read_kinds
from cssa.library.incidents import (
    IncidentCase,
    IncidentChapter,
    IncidentEvent,
    IncidentLibrary,
    IncidentReport,
    PrintedSector,
    ReportCases,
)
from cssa.library.shipped import library_folder

BANKS = PrintedSector(ja="主要行等", en="Major banks", kinds=("major_bank", "trust"))
SHINKIN = PrintedSector(ja="信用金庫等", en="Shinkin banks", kinds=("shinkin", "shinkumi"))


def both(ja: str, en: str) -> Text:
    return Text(ja=ja, en=en)


def case(
    name: str,
    title: Text,
    happened: Text,
    sector: str,
    practices: tuple[str, ...],
    *,
    new: bool = False,
) -> IncidentCase:
    return IncidentCase(
        id=name,
        number=name.removeprefix("old-").removeprefix("late-"),
        title=title,
        new=new,
        sectors=(sector,),
        trigger="software_defect",
        tags=("software_failure", "other"),
        threats=("ransomware",) if new else (),
        events=(IncidentEvent(happened=happened, measure=both("直した。", "It was fixed.")),),
        practices={"guideline": practices},
    )


def report(name: str, published: str | None, *cases: IncidentCase) -> ReportCases:
    title = both(f"報告書{name}", f"Report {name}")
    header = IncidentReport.model_validate(
        {
            "schema": "cssa.incidents/1",
            "id": name,
            "title": title,
            "publisher": both("例示庁", "Example agency"),
            "published": published,
            "sectors": (BANKS, SHINKIN),
            "chapters": ("1",),
        }
    )
    return ReportCases(
        report=header, chapters=(IncidentChapter(chapter="1", title=title, cases=cases),)
    )


@pytest.fixture(scope="session")
def library() -> IncidentLibrary:
    """Two reports: ``late`` of 2025 with three cases, ``old`` of 2019 with three."""
    late = report(
        "late",
        "2025-06",
        case(
            "late-1",
            both("委託先サーバーの停止", "Provider's server down"),
            both("決済が止まった。復旧に2時間かかった。", "Payments stopped at 9:00 a.m. on 1 May. Recovery took two hours."),
            "主要行等",
            ("p1", "p2"),
        ),
        case(
            "late-2",
            both("通信回線の故障", "Line failure"),
            both("委託先の回線が切れた。", "A provider's line failed."),
            "主要行等",
            ("p1",),
            new=True,
        ),
        case("late-3", both("誤設定", "Wrong setting"), both("ソフトウエアの設定を誤った。", "Software was misconfigured."), "信用金庫等", ("p2",)),
    )  # fmt: skip
    old = report(
        "old",
        "2019-06",
        case("old-1", both("閏年の処理誤り", "Leap year"), both("うるう日に止まった。", "It stopped on 29 February."), "信用金庫等", ("p1",)),
        case("old-2", both("容量不足", "Lack of capacity"), both("ﾃﾞｰﾀが溢れた。", "Data overflowed."), "信用金庫等", ("p1",)),
        case("old-3", both("作業誤り", "Human error"), both("操作を誤った。", "A wrong command."), "主要行等", ("p3",)),
    )  # fmt: skip
    return IncidentLibrary.of(read_kinds(library_folder() / "incidents"), (late, old))
