"""Each format of the three cases, as committed; ``--update-golden`` writes them anew."""

from collections.abc import Callable

import pytest
from tests.reports.feedback.conftest import CASES, HERE, feedback_at, feedback_on, peers_of

from cssa.messages import LANGS, Lang
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.feedback.html import FeedbackWriter
from cssa.reports.formats.feedback import HtmlFeedback
from cssa.reports.formats.kinds import encoded
from cssa.reports.formats.registry import FEEDBACK_FORMATS
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
    text = encoded(FEEDBACK_FORMATS[format_].render(feedback(name), lang)).decode()
    golden(GOLDEN / f"{name}.{lang}.{format_}", text)


def test_no_committed_report_is_left_over() -> None:
    committed = {path.name for path in GOLDEN.iterdir()}
    assert committed == {f"{name}.{lang}.{format_}" for name in CASES for format_, lang in KEPT}


@pytest.mark.parametrize("format_", FEEDBACK_FORMATS)
def test_a_report_is_the_same_every_time(
    format_: str, feedback: Callable[[str], FeedbackView]
) -> None:
    render = FEEDBACK_FORMATS[format_].render
    assert render(feedback("ten"), "ja") == render(feedback("ten"), "ja")


def test_a_writer_writes_many_pages_as_one_would(feedback: Callable[[str], FeedbackView]) -> None:
    view = feedback("large")
    writer = FeedbackWriter(view.comparison.peers, "en")
    first = writer.render(view)
    other = feedback_on(view.comparison.peers)
    assert first == writer.render(other) == HtmlFeedback().render(view, "en")


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
    assert pages == [HtmlFeedback().render(view, lang) for view in views]


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
    stored = "".join(text for store in stores for text in store.values() if text)
    assert len(stored) > 1000
    for practice in view.report.practices.values():
        answer = practice.answer
        written = [practice.result.reason, answer.note, answer.by, *practice.values]
        written += [evidence.ref for evidence in answer.evidence]
        assert not [text for text in written if isinstance(text, str) and text in stored]


def test_a_writer_draws_from_its_own_figures_only(feedback: Callable[[str], FeedbackView]) -> None:
    with pytest.raises(ValueError, match="2026"):
        FeedbackWriter(peers_of("ten"), "en").render(feedback("large"))
