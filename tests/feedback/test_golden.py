"""Each format of the three cases, as committed; ``--update-golden`` writes them anew."""

from collections.abc import Callable

import pytest
from tests.feedback.conftest import CASES, HERE, feedback_at, feedback_on, peers_of

from cssa.messages import LANGS, Lang
from cssa.reports.feedback import FEEDBACK
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.feedback.html import FeedbackWriter
from cssa.reports.fragment_cache import FragmentStore

GOLDEN = HERE / "golden"
KEPT: tuple[tuple[str, Lang], ...] = (("html", "ja"), ("html", "en"), ("md", "ja"), ("json", "en"))


@pytest.mark.parametrize(("format_", "lang"), KEPT)
@pytest.mark.parametrize("name", CASES)
def test_a_report_is_as_committed(
    name: str,
    format_: str,
    lang: Lang,
    feedback: Callable[[str], FeedbackView],
    golden: Callable[..., None],
) -> None:
    text = FEEDBACK[format_](feedback(name), lang)
    golden(GOLDEN / f"{name}.{lang}.{format_}", text)


def test_no_committed_report_is_left_over() -> None:
    kept = {path.name for path in GOLDEN.iterdir()}
    assert kept == {f"{name}.{lang}.{format_}" for name in CASES for format_, lang in KEPT}


@pytest.mark.parametrize("format_", FEEDBACK)
def test_a_report_is_the_same_every_time(
    format_: str, feedback: Callable[[str], FeedbackView]
) -> None:
    assert FEEDBACK[format_](feedback("ten"), "ja") == FEEDBACK[format_](feedback("ten"), "ja")


def test_a_writer_writes_many_pages_as_one_would(feedback: Callable[[str], FeedbackView]) -> None:
    view = feedback("large")
    writer = FeedbackWriter(view.comparison.peers, "en")
    first = writer.render(view)
    other = feedback_on(view.comparison.peers)
    assert first == writer.render(other) == FEEDBACK["html"](view, "en")


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lang", LANGS)
def test_what_a_writer_keeps_never_shows_on_a_page_that_says_something_else(
    name: str, lang: Lang, feedback: Callable[[str], FeedbackView]
) -> None:
    peers = peers_of(name)
    views = [feedback(name), *(feedback_at(level, peers) for level in range(6)), feedback(name)]
    writer = FeedbackWriter(peers, lang)
    pages = [writer.render(view) for view in views]
    assert len(set(pages)) == len(views) - 1
    assert pages == [FEEDBACK["html"](view, lang) for view in views]


def test_a_writer_keeps_nothing_that_somebody_wrote(
    feedback: Callable[[str], FeedbackView], monkeypatch: pytest.MonkeyPatch
) -> None:
    stores: list[FragmentStore] = []

    class Watched(FragmentStore):
        def __init__(self) -> None:
            super().__init__()
            stores.append(self)

    monkeypatch.setattr("cssa.reports.html.FragmentStore", Watched)
    view = feedback("large")
    FeedbackWriter(view.comparison.peers, "en").render(view)
    kept = "".join(text for store in stores for text in store.values() if text)
    assert len(kept) > 1000
    for line in (
        line for one in view.report.domains for block in one.blocks for line in block.lines
    ):
        written = [line.result.reason, line.answer.note, line.answer.by, *line.given]
        written += [one.ref for one in line.answer.evidence]
        assert not [text for text in written if isinstance(text, str) and text in kept]


def test_a_writer_draws_from_its_own_figures_only(feedback: Callable[[str], FeedbackView]) -> None:
    with pytest.raises(ValueError, match="2026"):
        FeedbackWriter(peers_of("ten"), "en").render(feedback("large"))
