"""The page in a real browser: nothing for axe-core to find, nothing wider than its window."""

import html
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import external_tool

from cssa.messages import LANGS, Lang
from cssa.reports.formats.report import HtmlReport

NAMES = ("nearly-empty", "typical", "excellent", "not-applicable", "hostile")

pytestmark = pytest.mark.external("chromium", "axe-core")

# What axe finds, what reaches beyond the window, and which words of the table of domains are broken, in
# place of the page. A wide table may scroll
# within its own region.
PROBE = """
<script>
axe.run(document, {resultTypes: ["violations"]}).then((found) => {
  const wide = window.innerWidth;
  const out = [...document.querySelectorAll("body *")]
    .filter((one) => !one.closest(".unseen, svg, .cross > *") && one.getBoundingClientRect().right > wide + 1)
    .map((one) => one.tagName + "." + one.className);
  const rules = found.violations.map((rule) => ({
    id: rule.id, count: rule.nodes.length, first: rule.nodes[0].html.slice(0, 300),
    why: rule.nodes[0].failureSummary,
  }));
  const broken = [];
  for (const cell of document.querySelectorAll(".figures th, .figures td")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const word of texts.currentNode.data.matchAll(/[A-Za-z]+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map((one) => one.top)).size > 1) broken.push(word[0]);
      }
    }
  }
  parent.postMessage(JSON.stringify({rules, out, broken, wide, scripts: document.scripts.length}), "*");
});
</script>
"""

# Chromium has no window narrower than 500 px; a frame has any width.
FRAME = """<!DOCTYPE html>
<iframe src="page.html" style="width: {width}px; height: 1200px; border: 0"></iframe>
<pre id="found"></pre>
<script>
addEventListener("message", (event) => {{
  document.getElementById("found").textContent = event.data;
}});
</script>
"""


def probe(page: str, folder: Path, *, width: int, dark: bool) -> Any:
    """Return what axe-core and a look at the layout find in a page."""
    copy, frame = folder / "page.html", folder / "frame.html"
    frame.write_text(FRAME.format(width=width), encoding="utf-8")
    chromium, axe = external_tool("chromium"), external_tool("axe-core")
    assert chromium
    assert axe
    script = f"<script>{Path(axe).read_text(encoding='utf-8')}</script>{PROBE}"
    copy.write_text(page.replace("</body>", f"{script}</body>"), encoding="utf-8")
    done = subprocess.run(
        [
            chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={folder / 'profile'}", "--window-size=1400,1300",
            f"--blink-settings=preferredColorScheme={0 if dark else 1}",
            "--virtual-time-budget=60000", "--dump-dom", frame.as_uri(),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )  # fmt: skip
    dumped = done.stdout.decode("utf-8")
    match = re.search(r'<pre id="found">(.+?)</pre>', dumped, re.DOTALL)
    assert match, dumped[-500:]
    return json.loads(html.unescape(match[1]))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    name: str, lang: Lang, institution: Callable[[str], Any], tmp_path: Path
) -> None:
    page = HtmlReport().render(institution(name), lang)
    for width, dark in ((1280, False), (390, True)):
        folder = tmp_path / f"{width}"
        folder.mkdir()
        result = probe(page, folder, width=width, dark=dark)
        assert (result["rules"], result["out"]) == ([], []), f"at {width}"
        assert result["broken"] == [], "words of the table of domains are whole"
        assert result["wide"] == width
        assert result["scripts"] == 2, "the page itself has no script"


def test_a_page_with_a_fault_is_found_out(
    institution: Callable[[str], Any], tmp_path: Path
) -> None:
    page = HtmlReport().render(institution("typical"), "en")
    broken = page.replace('<html lang="en">', "<html>").replace("scope=", "data-scope=")
    assert {rule["id"] for rule in probe(broken, tmp_path, width=1280, dark=False)["rules"]} >= {
        "html-has-lang"
    }
