"""The site's page on JSON Schemas, from docs/schema."""

import json
import re
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "schema"
WORDS = {
    "en": (
        "Data files and their schemas",
        "What each key of a data file or result holds; `cssa schema NAME` prints the whole schema.",
        ("key", "required", "what it holds"),
        "yes",
    ),
    "ja": (
        "データファイルとスキーマ",
        "データファイルと結果の各キーの内容です。スキーマ全体は`cssa schema NAME`で出力できます。",
        ("キー", "必須", "内容（英語）"),
        "○",
    ),
}
_ATTRIBUTE = re.compile(r"^    (\w+): (.*(?:\n     +.*)*)", re.MULTILINE)


def page(lang: str) -> str:
    """Return the page in a language.

    Args:
        lang: ``ja`` or ``en``.
    """
    title, intro, headings, yes = WORDS[lang]
    parts = [f"# {title}", intro]
    for file in sorted(FOLDER.glob("*.json")):
        schema = json.loads(file.read_text(encoding="utf-8"))
        summary, _, attributes = schema["description"].partition("\n\nAttributes:\n")
        parts += [
            f"## `{file.stem}`",
            f"{_plain(summary)} [{file.name}](schema/{file.name})",
            "\n".join(
                (f"| {' | '.join(headings)} |", "|---|---|---|", *_rows(schema, attributes, yes))
            ),
        ]
    return "\n\n".join(parts) + "\n"


def _rows(schema: dict[str, Any], attributes: str, yes: str) -> list[str]:
    meanings = {name.rstrip("_"): text for name, text in _ATTRIBUTE.findall(attributes)}
    required = schema.get("required", [])
    return [
        f"| `{key}` | {yes if key in required else ''} | {_plain(meanings.get(key, ''))} |"
        for key in schema.get("properties", {})
    ]


def _plain(text: str) -> str:
    return " ".join(text.replace("``", "`").replace("|", r"\|").split())
