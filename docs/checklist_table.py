"""Write the tables of checklists in docs/library.md from the checklists themselves."""

import re
from collections import Counter
from pathlib import Path

import yaml

from cssa.checklist.kinds.registry import KINDS
from cssa.checklist.model import Checklist
from cssa.messages import LANGS, Lang
from cssa.workspace import Workspace

PAGE = Path(__file__).parent / "library.md"
CROSSWALKS = Path(__file__).parents[1] / "checklists" / "library" / "crosswalks"
HEADINGS: dict[Lang, str] = {
    "ja": "| 点検票 | 出典 | 日付 | 設問 | 構成 | 種類 | 算定 | 回答 | 他の点検票との対応 |\n"
    "|---|---|---|---|---|---|---|---|---|\n",
    "en": "| checklist | source | date | questions | parts | kinds | scored | who answers, when "
    "| crosswalks to |\n|---|---|---|---|---|---|---|---|---|\n",
}
_YES: dict[Lang, tuple[str, str]] = {"ja": ("する", "しない"), "en": ("yes", "no")}
_HISTORICAL: dict[Lang, str] = {"ja": "（過去の点検票）", "en": " (historical)"}


def checklists() -> list[Checklist]:
    """Return the newest version of each checklist that ships, by id."""
    catalogue = Workspace().catalogue
    listed = [item.entry for item in catalogue.listing() if item.standing == "newest"]
    return [catalogue.load(entry).checklist for entry in listed]


def _crosswalks(checklist_id: str) -> list[str]:
    ends = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(CROSSWALKS.glob("*.yaml"))]
    return [end["to"]["id"] for end in ends if end["from"]["id"] == checklist_id]


def _row(checklist: Checklist, lang: Lang) -> str:
    source, use = checklist.source, checklist.use
    title = checklist.title.get(lang) + (_HISTORICAL[lang] if checklist.historical else "")
    publisher = source.publisher.get(lang) if source and source.publisher else ""
    parts = [
        f"{domain.id}: {len(domain.practices) + sum(len(s.practices) for s in domain.sections)}"
        for domain in checklist.domains
    ]
    counts = Counter(placed.practice.kind for placed in checklist.walk())
    kinds = {kind: counts[kind] for kind in KINDS if counts[kind]}
    cells = (
        f"`{checklist.id}`<br>{title}",
        f"{publisher}<br>{source.title.get(lang)}" if source else "–",
        checklist.version,
        str(len(checklist.placed)),
        "<br>".join(parts),
        "<br>".join(f"`{kind}`: {count}" for kind, count in kinds.items()),
        _YES[lang][0 if checklist.scored else 1],
        f"{use.who.get(lang)}<br>{use.when.get(lang)}" if use else "–",
        "<br>".join(f"`{name}`" for name in _crosswalks(checklist.id)) or "–",
    )
    return f"| {' | '.join(cells)} |\n"


def table(lang: Lang) -> str:
    """Return the table in a language."""
    return HEADINGS[lang] + "".join(_row(checklist, lang) for checklist in checklists())


def page() -> str:
    """Return the page with both tables as they should be."""
    text = PAGE.read_text(encoding="utf-8")
    for lang in LANGS:
        pattern = rf"{re.escape(HEADINGS[lang])}(\|.*\n)*"
        text = re.sub(pattern, lambda _, lang=lang: table(lang), text)
    return text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
