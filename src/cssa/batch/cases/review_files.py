"""Writes the review workbooks and the cases, which say the same of every question."""

from collections.abc import Callable

from cssa.batch import followup
from cssa.batch.cases.case_files import CASES, CaseFiles, CaseSources
from cssa.batch.cases.hearing_reasons import read_hearing_reasons
from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.batch.settled_campaign import SettledCampaign


def write_review(
    settled: SettledCampaign, folder: OutFolder, announce: Callable[[set[str]], None]
) -> frozenset[str]:
    """Write the review workbooks, with what was entered before, and the cases; return their names.

    Args:
        settled: the campaign, with the queries of its run stored.
        folder: takes the files.
        announce: announces files before they are written.
    """
    from cssa.forms.review_writer import write_reviews

    checklist, lang = settled.processor.edition.checklist, settled.request.settings.lang
    cases = CaseFiles(
        CaseSources(
            settled.ledger.campaign,
            checklist,
            lang,
            {row.id: row.name for row in settled.ledger.institutions},
            {outcome.key: outcome for outcome in settled.outcomes},
            settled.exchanges,
            read_hearing_reasons(folder),
        ),
        folder.write,
    )
    rows = followup.review_rows(settled.answers, folder, checklist, settled.kept_keys)
    names = set()
    for name, data in write_reviews(
        cases.passing(rows),
        settled.outcomes,
        checklist.level_scale,
        lang,
        settled.handling,
        settled.exchanges,
    ):
        path = f"{PRIVATE}/{name}"
        announce({path})
        folder.write(path, data)
        names.add(path)
    announce(cases.names)
    folder.keep_only(CASES, cases.names)
    return frozenset(names | cases.names)
