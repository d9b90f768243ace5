"""A format is declared once: whatever shows, chooses, names or signs formats follows its class."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.batch.institutions import CHECKLIST, submit

from cssa.messages import LANGS, Lang
from cssa.messages.typography import TYPOGRAPHY
from cssa.peers.peers_file import Peers
from cssa.reports.aggregate.aggregate_view import AggregateView
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.formats.kinds import (
    AggregateFormat,
    FeedbackFormat,
    GateFormat,
    OutputFormat,
    TemplateReportFormat,
    Writer,
)
from cssa.reports.formats.registry import (
    AGGREGATE_FORMATS,
    FEEDBACK_FORMATS,
    GATE_FORMATS,
    REPORT_FORMATS,
)
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import RefusalView
from cssa.reports.report_view import ReportView
from cssa.signature import Comment

REPORTS = Path(__file__).resolve().parents[1]
SMALL = REPORTS / "report" / "small"
PEERS = REPORTS / "feedback" / "peers" / "large.json"
ANSWERS = (SMALL / "answers.yaml", "-c", SMALL / "checklist", "--as-of", "2026-11-20")
APPROVAL = ("--approved-by", "理事会", "--on", "2026-12-01", "--as-of", "2026-12-01")

KINDS: dict[str, Mapping[str, OutputFormat]] = {
    "report": REPORT_FORMATS,
    "feedback": FEEDBACK_FORMATS,
    "aggregate": AGGREGATE_FORMATS,
    "gate": GATE_FORMATS,
}


class NoteReport(TemplateReportFormat):
    name = "note"
    suffix = ".note"
    comment = Comment.HASH
    title = "Note"

    def render(self, view: ReportView, lang: Lang) -> str:
        return f"report of {view.result.institution.id} ({lang})\n"


class NoteFeedback(FeedbackFormat):
    name = "note"
    suffix = ".note"
    comment = Comment.HASH

    def writer(self, peers: Peers, lang: Lang) -> Writer[FeedbackView]:
        return lambda view: (
            f"{view.report.result.institution.id} beside {peers.campaign} ({lang})\n"
        )

    def interim_writer(self, lang: Lang) -> Writer[ReportView]:
        return lambda view: f"{view.result.institution.id} alone, {view.title} ({lang})\n"

    def addressee(self, data: bytes) -> str | None:
        del data  # a note says nothing of whom it is for
        return None


class NoteAggregate(AggregateFormat):
    name = "note"
    suffix = ".note"

    def render(self, view: AggregateView, lang: Lang) -> bytes:
        edition = "public" if view.restricted is None else "restricted"
        return f"{edition} edition ({lang})\n".encode()


class NoteVerdict(GateFormat):
    name = "note"
    suffix = ".memo"
    comment = Comment.HASH

    def render(self, view: GateView) -> str:
        return f"{view.headline()}\n"

    def render_refusal(self, view: RefusalView) -> str:
        return f"{view.headline()}\n"


class QuietVerdict(GateFormat):
    name = "quiet"
    suffix = None
    leaves_machine = False

    def render(self, view: GateView) -> str:
        return f"{view.headline()}\n"

    def render_refusal(self, view: RefusalView) -> str:
        return f"{view.headline()}\n"


@pytest.fixture(autouse=True)
def notes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Formats of all kinds that are registered while a test runs."""
    monkeypatch.setitem(REPORT_FORMATS, "note", NoteReport())
    monkeypatch.setitem(FEEDBACK_FORMATS, "note", NoteFeedback())
    monkeypatch.setitem(AGGREGATE_FORMATS, "note", NoteAggregate())
    monkeypatch.setitem(GATE_FORMATS, "note", NoteVerdict())
    monkeypatch.setitem(GATE_FORMATS, "quiet", QuietVerdict())


def _is_protected(run: Callable[[], Any], file: Path) -> None:
    """Check that a signed file is written over as long as nobody has changed it."""
    text = file.read_text(encoding="utf-8")
    assert text.splitlines()[-1].startswith("# cssa ")
    assert run().code in (0, 1)
    assert file.read_text(encoding="utf-8") == text
    file.write_text(f"mine\n{text}", encoding="utf-8")
    assert run().code == 74
    assert file.read_text(encoding="utf-8").startswith("mine\n")


# Chosen, named, signed.


@pytest.mark.parametrize("lang", LANGS)
def test_a_report_is_written_by_the_suffix_of_its_file(
    lang: Lang, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    out = tmp_path / "r.NOTE"

    def run() -> Any:
        return cssa_inline("report", *ANSWERS, "-o", out, lang=lang)

    assert run().code == 0
    assert out.read_text(encoding="utf-8").splitlines()[0].endswith(f" ({lang})")
    _is_protected(run, out)


def test_a_template_of_the_user_makes_it(
    cssa_inline: Callable[..., Any], write: Callable[..., Path], tmp_path: Path
) -> None:
    template, out = write("t.j2", "<{{ view.title }}>\n"), tmp_path / "r.note"
    run = cssa_inline("report", *ANSWERS, "--template", template, "-o", out)
    assert run.code == 0, run.err
    assert out.read_text(encoding="utf-8").startswith("<report.title>\n# cssa report sha256:")


def test_feedback_is_written_by_the_suffix_of_its_file(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    out = tmp_path / "r.note"

    def run() -> Any:
        return cssa_inline("report", *ANSWERS, "--peers", PEERS, "-o", out)

    assert run().code == 0
    assert " beside 2026 (en)\n# cssa report sha256:" in out.read_text(encoding="utf-8")
    _is_protected(run, out)


def test_a_batch_writes_feedback_and_both_editions_in_it(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    inbox, out = tmp_path / "in", tmp_path / "out"
    for number in range(6):
        submit(inbox, number)
    run = cssa_inline(
        "batch", "run", inbox, "-o", out, "-c", CHECKLIST, "--formats", "note,json", "--workers", 1
    )
    assert run.code == 0, run.err
    feedback = out / "feedback" / "N003" / "feedback.note"
    assert {path.name for path in feedback.parent.iterdir()} == {feedback.name, "feedback.json"}
    assert feedback.read_text(encoding="utf-8") == "N003 alone, feedback.title (en)\n"
    assert not list(out.glob("*/*.note"))

    run = cssa_inline("batch", "publish", out, *APPROVAL)
    assert run.code == 0, run.err
    assert feedback.read_text(encoding="utf-8").startswith("N003 beside ")
    for edition, file in (("public", "aggregate.note"), ("restricted", "restricted.note")):
        (path,) = out.glob(f"*/{file}")
        assert path.read_text(encoding="utf-8") == f"{edition} edition (en)\n"


@pytest.mark.parametrize("named", ["note=v.txt", "v.memo"])
def test_a_verdict_is_written_by_name_and_by_suffix(
    named: str,
    cssa_inline: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    out = tmp_path / named.rpartition("=")[2]

    def run() -> Any:
        return cssa_inline("gate", *ANSWERS, "-o", named)

    done = run()
    assert done.code == 1
    assert done.err.endswith(f": {out.name}\n"), (
        "users are warned of what usually leaves the machine"
    )
    assert "# cssa gate sha256:" in out.read_text(encoding="utf-8")
    _is_protected(run, out)


def test_a_verdict_without_comments_that_stays_here_is_neither_signed_nor_warned_of(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    out = tmp_path / "v.txt"
    run = cssa_inline("gate", *ANSWERS, "-o", f"quiet={out}")
    assert run.code == 1
    assert "sha256:" not in out.read_text(encoding="utf-8")
    assert out.name not in run.err


# Told.


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("arguments", "told"), [
    (("report", "x.yaml", "-o", "x.pdf"), ".html, .md, .json, .xlsx, .note"),
    (("report", "x.yaml", "--peers", PEERS, "-o", "x.pdf"), ".html, .md, .json, .xlsx, .note"),
    (("batch", "run", "in", "-o", "out", "--formats", "pdf"), "html, json, md, note, xlsx"),
    (("gate", "x.yaml", "-o", "x.pdf"),
     "text, json, junit, sarif, github, gitlab, markdown, note, quiet"),
    (("gate", "x.yaml", "-o", "pdf=x"),
     "text, json, junit, sarif, github, gitlab, markdown, note, quiet"),
])  # fmt: skip
def test_a_format_that_there_is_not_is_refused_with_those_there_are(
    arguments: tuple[object, ...], told: str, lang: Lang, cssa_inline: Callable[..., Any]
) -> None:
    run = cssa_inline(*arguments, lang=lang)
    assert run.code == 2
    listed = told if lang == "en" else told.replace(", ", "、")
    assert listed in run.err


@pytest.mark.parametrize(("lang", "told"), [
    ("ja", ("HTML、Markdown、Note", ".html、.md、.note")),
    ("en", ("HTML, Markdown or Note", ".html, .md or .note")),
])  # fmt: skip
def test_a_template_is_refused_with_the_formats_that_take_one(
    lang: Lang, told: tuple[str, ...], cssa_inline: Callable[..., Any]
) -> None:
    run = cssa_inline("report", "x.yaml", "--template", "t.j2", "-o", "x.json", lang=lang)
    assert run.code == 2
    assert [text for text in told if text not in run.err] == []


REGISTER = """
from cssa.reports.formats.kinds import FeedbackFormat, GateFormat, TemplateReportFormat
from cssa.reports.formats.registry import FEEDBACK_FORMATS, GATE_FORMATS, REPORT_FORMATS
values = {"name": "note", "suffix": ".note", "title": "Note", "by_default": True}
values |= dict.fromkeys(("render", "render_refusal", "writer", "interim_writer", "addressee"))
for kind, formats in (
    (TemplateReportFormat, REPORT_FORMATS),
    (FeedbackFormat, FEEDBACK_FORMATS),
    (GateFormat, GATE_FORMATS),
):
    formats["note"] = type("Note", (kind,), values)()
"""
RUN = """
import sys
from cssa.cli.run import run
code = run({arguments!r})
heavy = ("jinja2", "markupsafe", "xlsxwriter")
print("ENDED", code, *(name for name in heavy if name in sys.modules))
"""


@pytest.fixture
def fresh() -> Callable[..., str]:
    """Run the program in a process of its own; return what it says, its code and heavy modules."""

    def run(*arguments: object, before: str = "", lang: str = "en") -> str:
        script = before + RUN.format(arguments=[*map(str, arguments), "--lang", lang])
        done = subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "CSSA_CACHE": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=True,
            timeout=60,
        )
        return " ".join(done.stdout.split())

    return run


@pytest.mark.parametrize(("command", "lang", "told"), [
    (("report",), "en", "(.html, .md, .json, .xlsx or .note) determines"),
    (("report",), "ja", ".html、.md、.json、.xlsx、.note"),
    (("report",), "en", "(HTML, Markdown or Note)"),
    (("batch", "run"), "en", "(html, json, md, note, xlsx, comma-separated)"),
    (("batch", "run"), "en", "[default: html,json,note]"),
    (("gate",), "en", "(text, json, junit, sarif, github, gitlab, markdown, note;"),
])  # fmt: skip
def test_help_tells_of_it(
    command: tuple[str, ...], lang: str, told: str, fresh: Callable[..., str]
) -> None:
    assert told in fresh(*command, "--help", before=REGISTER, lang=lang)


# Loaded when it is used.


@pytest.mark.parametrize(("arguments", "code"), [
    (("report", "--help"), 0),
    (("gate", "--help"), 0),
    (("batch", "run", "--help"), 0),
    (("report", "x.yaml", "-o", "x.pdf"), 2),
    (("report", "x.yaml", "--peers", PEERS, "-o", "x.pdf"), 2),
    (("report", "x.yaml", "--template", "t.j2", "-o", "x.xlsx"), 2),
    (("batch", "run", "in", "-o", "out", "--formats", "pdf"), 2),
    (("gate", "x.yaml", "-o", "pdf=x"), 2),
    (("gate", *ANSWERS), 1),
])  # fmt: skip
def test_knowing_the_formats_takes_no_library(
    arguments: tuple[object, ...], code: int, fresh: Callable[..., str]
) -> None:
    assert fresh(*arguments).endswith(f"ENDED {code}")


@pytest.mark.parametrize(("ending", "loaded"), [
    ("json", ""), ("html", " jinja2 markupsafe"), ("md", " jinja2 markupsafe"),
])  # fmt: skip
def test_a_format_takes_its_own_library_alone(
    ending: str, loaded: str, fresh: Callable[..., str], tmp_path: Path
) -> None:
    assert fresh("report", *ANSWERS, "-o", tmp_path / f"r.{ending}").endswith(f"ENDED 0{loaded}")


# Declared.


@pytest.mark.parametrize("kind", KINDS)
def test_names_and_suffixes_tell_formats_apart(kind: str) -> None:
    formats = KINDS[kind]
    assert [name for name, format_ in formats.items() if format_.name != name] == []
    suffixes = [format_.suffix for format_ in formats.values() if format_.suffix is not None]
    assert [suffix for suffix in suffixes if suffix != f".{suffix[1:].lower()}"] == []
    assert len(set(suffixes)) == len(suffixes)


def test_a_format_sent_to_another_process_is_the_same_format() -> None:
    formats = [format_ for kind in KINDS.values() for format_ in kind.values()]
    sent = pickle.loads(pickle.dumps(formats))  # noqa: S301 - our own bytes
    assert (sent, [*map(hash, sent)]) == (formats, [*map(hash, formats)])
    assert [first for first in formats if formats.count(first) > 1] == []


@pytest.mark.parametrize(("texts", "lang", "joined"), [
    (["a"], "en", "a"), (["a", "b"], "en", "a or b"), (["a", "b", "c"], "en", "a, b or c"),
    (["a"], "ja", "a"), (["a", "b"], "ja", "a又はb"), (["a", "b", "c"], "ja", "a、b、c"),
])  # fmt: skip
def test_a_choice_is_worded_as_the_language_does(texts: list[str], lang: Lang, joined: str) -> None:
    assert TYPOGRAPHY[lang].join_alternatives(iter(texts)) == joined
