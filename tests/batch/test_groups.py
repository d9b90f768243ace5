"""The groups of practices that a campaign asks count for every institution."""

from datetime import date
from pathlib import Path

from cssa.answers.loading import read_answers
from cssa.batch.intake.processor import BatchSettings, FileProcessor
from cssa.reports.phrases import finding_phrase, in_language

CASE = Path(__file__).parents[1] / "cases" / "own-scale"
SETTINGS = BatchSettings(
    ("own-scale", "1"),
    str(CASE / "checklist"),
    (),
    None,
    "maturity",
    "in-place",
    date(2026, 11, 1),
    "en",
)


def test_the_campaigns_groups_count_and_other_ones_are_a_finding() -> None:
    data = (CASE / "answers.yaml").read_bytes()
    stated = read_answers(data, "answers.yaml").submission
    asked = FileProcessor(SETTINGS._replace(asked_groups=("large",)))
    result = asked.assess(stated)
    assert result.selected_groups == ("large",)
    in_scope = [p.id for d in result.domains for p in d.practices if p.status != "out_of_scope"]
    assert in_scope == ["b", "c"]
    finding = result.findings[0]
    text = in_language(
        finding_phrase(finding, asked.edition.checklist, asked.criteria.profile), "en"
    )
    assert (
        "groups (Small organisations) other than those that the campaign covers (Large organisations)"
        in text
    )
    as_stated = FileProcessor(SETTINGS)
    assert as_stated.assess(stated).selected_groups == ("small",)
    assert asked.key != as_stated.key  # what was read for other groups is read again
    members = [processor.read(data, "x")[0].head.member for processor in (asked, as_stated)]
    assert members[0] != members[1]
