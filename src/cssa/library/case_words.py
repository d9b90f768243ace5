"""What is said of a case in one line: where it is printed, and what happened."""

import re

from cssa.library.incident_trends import TrendSource
from cssa.library.incidents import IncidentReport, PlacedCase
from cssa.library.related_cases import RelatedCase
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY

_SENTENCE_END = {
    "ja": re.compile(r"。"),
    "en": re.compile(r"(?<![ap]\.m)(?<!\bNo)(?<!\be\.g)(?<!\bi\.e)[.!?](?=\s+[A-Z0-9\"'(])"),
}


def first_sentence(placed: PlacedCase, lang: Lang) -> str:
    """Return the first sentence of what happened; where that is not told, of what is.

    Args:
        placed: the case.
        lang: the language.
    """
    events = placed.case.events
    told = next((event.happened for event in events if event.happened), None)
    told = told or events[0].cause or events[0].measure
    text = told.get(lang) if told else ""
    end = _SENTENCE_END[lang].search(text)
    return text[: end.end()] if end else text


def report_reference(report: IncidentReport, lang: Lang) -> str:
    """Return a report's title, with the year in which it was published where it says so."""
    title = report.title.get(lang)
    if not report.year:
        return title
    return message(lang, "incidents.report", {"title": title, "year": report.year})


def case_reference(placed: PlacedCase, lang: Lang) -> str:
    """Return where a case is printed: its report, chapter and number."""
    params = {
        "report": report_reference(placed.report, lang),
        "number": placed.case.number,
    }
    return message(lang, "incidents.reference", params)


def case_line(related: RelatedCase, lang: Lang) -> str:
    """Return a case beside a practice as a line, which says where it is none of the own sector."""
    code = f"incidents.line.{related.standing}"
    params = {
        "title": related.placed.case.title.get(lang),
        "happened": first_sentence(related.placed, lang),
        "reference": case_reference(related.placed, lang),
    }
    return message(lang, code, params)


def source_line(source: TrendSource, lang: Lang) -> str:
    """Return what the trends of a report are of, and where it was published."""
    params = {
        "population": source.population.get(lang),
        "publisher": source.publisher.get(lang),
        "title": source.title.get(lang),
        "published": source.published,
    }
    return message(lang, "incidents.trends.of", params)


def sector_names(placed: PlacedCase, lang: Lang) -> str:
    """Return the groups of institutions that a case is printed under, or that there are none."""
    names = [sector.ja if lang == "ja" else sector.en for sector in placed.printed_sectors]
    return TYPOGRAPHY[lang].join(names) if names else message(lang, "incidents.no_sectors")
