"""The workbook of years: how continuing institutions developed over the campaigns of a store."""

from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.batch.previous_campaign import STORE
from cssa.batch.settled_campaign import SettledCampaign
from cssa.store.years import read_years

YEARS = f"{PRIVATE}/years.xlsx"


def years_workbook(settled: SettledCampaign, folder: OutFolder) -> bytes | None:
    """Return the workbook, None where there are no campaigns to compare.

    Args:
        settled: the campaign.
        folder: has the store, with this campaign in it.
    """
    from cssa.reports.excel.years_book import write_years

    years = read_years(folder.root / STORE)
    if years is None or not years.rows:
        return None
    sectors = settled.processor.scoring_data.sectors
    titles = {
        **{group.id: group.title for group in sectors.industry_groups},
        **{sector.id: sector.title for sector in sectors.sectors},
    }
    return write_years(
        years,
        titles,
        settled.processor.edition.checklist,
        settled.request.settings.lang,
        source=settled.source,
        handling=settled.handling,
    )
