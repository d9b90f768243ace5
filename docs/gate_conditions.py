"""Write the tables of conditions in docs/gate.md from the conditions themselves."""

import re
from pathlib import Path

from cssa.gate.conditions.registry import CONDITIONS
from cssa.messages import LANGS, Lang

PAGE = Path(__file__).parent / "gate.md"
HEADINGS: dict[Lang, str] = {
    "ja": "| 条件 | 充足となるとき | 対応事項の例外 |\n|---|---|---|\n",
    "en": "| condition | met when | a practice can be waived |\n|---|---|---|\n",
}

_YES: dict[Lang, str] = {"ja": "○", "en": "yes"}


def table(lang: Lang) -> str:
    """Return the table in a language."""
    column = LANGS.index(lang)
    rows = []
    for name, condition in CONDITIONS.items():
        waivable = _YES[lang] if condition.practice_wise else "–"
        rows.append(f"| `{name}` | {condition.met_when[column]} | {waivable} |\n")
    return HEADINGS[lang] + "".join(rows)


def page() -> str:
    """Return the page with both tables as they should be."""
    text = PAGE.read_text(encoding="utf-8")
    for lang, heading in HEADINGS.items():
        text = re.sub(rf"{re.escape(heading)}(\|.*\n)+", lambda _, lang=lang: table(lang), text)
    return text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
