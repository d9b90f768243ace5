"""The page in Chromium, opened as a file and used as its reader would."""

import json
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import external_tool
from tests.forms.conftest import FOLDER, make_submission
from tests.forms.page.browsers import chromium, until
from tests.forms.page.conftest import answers_in

from cssa.answers.loading import read_answers
from cssa.answers.serialization import to_plain
from cssa.answers.submission import Submission
from cssa.engine.contradictions import CODE, contradiction_words
from cssa.engine.scoring import score_submission
from cssa.forms.form_reader import complete_answers, read_form
from cssa.forms.page.answers_block import content_hash
from cssa.forms.page.writer import write_page
from cssa.forms.returned import mark_problems
from cssa.messages import LANGS, message
from cssa.workspace import Workspace

pytestmark = pytest.mark.external("chromium", "chromedriver", "selenium")

ADDRESS = "file://{path}"
WAIT_S = 20
FIRST_QUESTION_MS = 300
ANSWER_MS = 30
SLOWER = 10
"""Times that a busy machine may take beyond what is measured alone."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    downloads = tmp_path_factory.mktemp("downloads")
    driver = chromium(downloads)
    driver.downloads = downloads
    yield driver
    driver.quit()


class Page:
    """A form that is open in the browser."""

    def __init__(self, browser: Any, path: Path) -> None:
        self.browser = browser
        self.path = path

    def open(self, place: str = "") -> "Page":
        """Open the page at a place, as if for the first time in this session."""
        self.browser.get("about:blank")
        self.browser.get(ADDRESS.format(path=self.path) + place)
        return self

    def find(self, name: str) -> Any:
        """Return the element of an id, once it is there."""
        from selenium.webdriver.common.by import By
        from selenium.webdriver.support.ui import WebDriverWait

        return WebDriverWait(self.browser, WAIT_S).until(
            lambda driver: next(iter(driver.find_elements(By.ID, name)), None)
        )

    def run(self, script: str, *given: Any) -> Any:
        """Run a script in the page."""
        return self.browser.execute_script(script, *given)

    def press(self, *keys: str) -> None:
        """Press keys wherever the focus is."""
        from selenium.webdriver.common.action_chains import ActionChains

        for key in keys:
            ActionChains(self.browser).send_keys(key).perform()

    def wait(self, script: str) -> Any:
        """Return what a script gives, once it is something."""
        end = time.monotonic() + WAIT_S
        while time.monotonic() < end:
            found = self.run(script)
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError(script)

    @property
    def errors(self) -> list[str]:
        """What the browser complained about since it was last asked."""
        return [entry["message"] for entry in self.browser.get_log("browser")]


@pytest.fixture
def page_of(browser: Any, tmp_path: Path) -> Iterator[Callable[[bytes], Page]]:
    """Open a page that keeps nothing of other tests."""

    def make(data: bytes) -> Page:
        path = tmp_path / "form.html"
        path.write_bytes(data)
        page = Page(browser, path)
        page.open()
        page.run("localStorage.clear()")
        assert page.errors == []
        return page.open()

    yield make
    browser.execute_script("cssaForm.isDirty = false")
    browser.get("about:blank")
    browser.get_log("browser")


@pytest.fixture
def page(page_of, request_for) -> Page:
    """A page of the checklist with every kind of question, its cover filled."""
    opened: Page = page_of(write_page(request_for(make_submission({}))))
    return opened


def read_text(text: str, context: Any) -> Any:
    return complete_answers(read_form(text.encode(), "saved.json", context)).submission


def test_every_kind_of_question_is_answered_and_comes_back(page, context):
    page.open("#p=1.1-1")
    page.find("f-1.1-1-value-3").click()
    note = page.find("f-1.1-1-note")
    note.send_keys("一行目\n<b>二行目</b> & \"'")
    page.open("#p=1.1-a")
    page.find("f-1.1-a-value-not_adopted").click()
    page.find("f-1.1-a-reason").send_keys("対象の業務がない")
    page.open("#p=2-1")
    page.find("f-2-1-value-o1").click()
    page.open("#p=2-2")
    page.find("f-2-2-tick-0").click()
    page.find("f-2-2-tick-1").click()
    page.open("#p=2-3")
    page.find("f-2-3-row-0").send_keys("p")
    page.run(
        "const s = document.getElementById('f-2-3-row-0'); s.selectedIndex = 2;"
        "s.dispatchEvent(new Event('change'))"
    )
    page.open("#p=2-4")
    page.find("f-2-4-value").send_keys("12.5")
    page.open("#p=2-5")
    page.find("f-2-5-text").send_keys("自由記述")
    text = page.run("return cssaForm.files.text()")

    answers = read_text(text, context).answers
    assert answers["1.1-1"].level == 3
    assert answers["1.1-1"].note == "一行目\n<b>二行目</b> & \"'"
    assert (answers["1.1-a"].not_adopted, answers["1.1-a"].reason) == (True, "対象の業務がない")
    assert answers["2-1"].choice == "yearly"
    assert answers["2-2"].choices == ("a", "b")
    assert answers["2-3"].rows == {"day": "part"}
    assert answers["2-4"].value == "12.5"
    assert answers["2-5"].text == "自由記述"
    assert page.errors == []


def test_it_is_filled_in_by_keyboard_alone(page, context):
    page.open("#p=1.1-1")
    page.find("f-1.1-1-value-0")
    page.press("4", "n")
    page.wait("return document.activeElement.id === 'f-1.1-1-note'")
    page.press("s と u は文字のまま")
    page.run("document.activeElement.blur()")
    page.press("s")
    page.wait("return location.hash === '#p=1.1-2'")
    page.press("n", "a")
    page.wait("return document.activeElement.id === 'f-1.1-2-reason'")
    page.press("該当する業務がない")

    answers = read_text(
        page.run("cssaForm.settle(); return cssaForm.files.text()"), context
    ).answers
    assert (answers["1.1-1"].level, answers["1.1-1"].note) == (4, "s と u は文字のまま")
    assert (answers["1.1-2"].na, answers["1.1-2"].reason) == (True, "該当する業務がない")
    page.run("document.activeElement.blur()")
    page.press("z", "z")
    page.wait("return !cssaForm.state.answers['1.1-2'].na")


def test_entries_stand_after_the_page_is_closed_and_are_gone_once_cleared(page):
    page.open("#p=1.1-1")
    page.find("f-1.1-1-value-2").click()
    page.find("f-1.1-1-note").send_keys("途中")
    page.browser.get("about:blank")
    page.open("#p=1.1-1")

    assert page.find("f-1.1-1-note").get_attribute("value") == "途中"
    assert page.find("f-1.1-1-value-2").is_selected()
    page.run("cssaForm.isDirty = false; cssaForm.keep(); location.hash = '#cover'")
    page.find("clear-kept").click()
    page.find("dialog-forget").click()
    page.open("#p=1.1-1")
    assert page.find("f-1.1-1-note").get_attribute("value") == ""
    assert page.run("return localStorage.length") == 0


def test_a_page_that_was_only_looked_at_keeps_nothing(page):
    page.open("#p=1.1-1").open("#review")

    assert page.run("return localStorage.length") == 0


def test_where_the_browser_keeps_nothing_the_page_says_so_at_the_start(
    browser, page_of, request_for
):
    page = page_of(write_page(request_for(make_submission({}))))
    blocked = browser.execute_cdp_cmd(
        "Page.addScriptToEvaluateOnNewDocument",
        {"source": "Storage.prototype.setItem = () => { throw new DOMException('full'); };"},
    )
    try:
        page.open()
        assert "wrong" in page.find("kept").get_attribute("class")
        page.open("#p=1.1-1")
        page.find("f-1.1-1-value-2").click()
        assert page.run("return cssaForm.isDirty")
        assert page.errors == []
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", blocked)
        page.run("cssaForm.isDirty = false")


def test_the_saved_file_is_downloaded_and_opened_on_another_computer(page, context):
    page.open("#p=1.1-1")
    page.find("f-1.1-1-value-3").click()
    page.find("save").click()
    end = time.monotonic() + WAIT_S
    while not (found := list(page.browser.downloads.glob("kinds-*.json"))):
        assert time.monotonic() < end
        time.sleep(0.1)
    read = read_text(found[0].read_text("utf-8"), context)
    assert read.answers["1.1-1"].level == 3
    assert page.run("return cssaForm.isDirty") is False

    page.run("localStorage.clear()")
    page.open()
    page.find("open-file").send_keys(str(found[0]))

    page.wait("return cssaForm.state.answers['1.1-1'].level === 3")
    assert page.run("return cssaForm.isDirty") is False
    found[0].unlink()


def test_the_page_with_answers_inside_is_read_and_opened(page, page_of, context):
    page.open("#p=2-5")
    page.find("f-2-5-text").send_keys("</script><!-- 終 -->")
    saved = page.run("cssaForm.settle(); return cssaForm.files.pageText()").encode()
    by_browser = page.run(
        "cssaForm.keepInPage(); return '<!DOCTYPE html>' + document.documentElement.outerHTML"
    ).encode()

    for data in (saved, by_browser):
        answers = complete_answers(read_form(data, "x", context)).submission.answers
        assert answers["2-5"].text == "</script><!-- 終 -->"
        again = page_of(data)
        again.open("#p=2-5")
        assert again.find("f-2-5-text").get_attribute("value") == "</script><!-- 終 -->"
        assert again.errors == []


def test_a_second_file_is_merged_and_differences_are_chosen(page, context):
    start = page.run("return cssaForm.files.text()")
    page.run(
        "cssaForm.state.answers['1.1-1'] = {level: 1}; cssaForm.state.answers['2-4'] = {value: '7'}"
    )
    theirs = page.run("return cssaForm.files.text()")
    page.run("cssaForm.isDirty = false; localStorage.clear()")
    page.open("#p=1.1-1")
    page.find("f-1.1-1-value-4").click()
    assert start
    page.run("cssaForm.files.openText(arguments[0])", theirs)
    page.find("dialog-merge").click()
    page.find("conflict-0-theirs").click()
    page.find("dialog-apply").click()
    page.find("dialog-close").click()

    answers = read_text(page.run("return cssaForm.files.text()"), context).answers
    assert answers["1.1-1"].level == 1
    assert answers["2-4"].value == "7"


WALKS = {
    "ja": ("しおさい信用金庫", "一行目\n二行目", "該当する業務がない"),
    "en": ("Shiosai Shinkin Bank", "first line\nsecond line", "No such operations"),
}


@pytest.mark.parametrize("lang", WALKS)
def test_from_opening_to_the_saved_file_by_keyboard_alone(
    lang, page_of, request_for, browser, cssa_inline, monkeypatch, tmp_path
):
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    name, note, reason = WALKS[lang]
    page = page_of(write_page(request_for(lang=lang)))
    page.press(Keys.TAB, Keys.ENTER, Keys.TAB)  # past the tools, to what is on the page
    assert page.run("return document.activeElement.id") == "begin"
    page.press(Keys.TAB, "0001-test", Keys.TAB, name, Keys.TAB)
    for _ in range(60):
        if page.run("return document.activeElement.value") == "shinkin":
            break
        page.press(Keys.ARROW_DOWN)
    page.press(Keys.ESCAPE, "u")  # the first question without an answer
    page.wait("return location.hash === '#p=1.1-1'")
    page.press("3", "n")
    page.wait("return document.activeElement.id === 'f-1.1-1-note'")
    page.press(note, Keys.ESCAPE, "s")
    page.wait("return location.hash === '#p=1.1-2'")
    page.press("n", "a")
    page.wait("return document.activeElement.id === 'f-1.1-2-reason'")
    page.press(reason, Keys.ESCAPE, "u", "no")
    page.wait("return document.activeElement.id === 'f-1.1-a-reason'")
    page.press(reason, Keys.ESCAPE, "r")
    page.wait("return location.hash === '#review'")
    assert not page.run("return document.getElementById('review-wrong')")
    ActionChains(browser).key_down(Keys.CONTROL).send_keys("s").key_up(Keys.CONTROL).perform()

    file = until(lambda: next(browser.downloads.glob("kinds-*.json"), None), "a saved file")
    assert page.run("return cssaForm.isDirty") is False
    saved = file.replace(tmp_path / "saved.json")
    out = tmp_path / "answers.yaml"
    monkeypatch.setenv("CSSA_CHECKLISTS", str(FOLDER.parent.parent))
    read = cssa_inline("form", "read", saved, "-o", out)
    assert read.code == 0, read.err
    submission = read_answers(out.read_bytes(), "answers.yaml").submission
    assert (submission.institution.name, submission.institution.sector) == (name, "shinkin")
    answers = submission.answers
    assert (answers["1.1-1"].level, answers["1.1-1"].note) == (3, note)
    assert (answers["1.1-2"].na, answers["1.1-2"].reason) == (True, reason)
    assert (answers["1.1-a"].not_adopted, answers["1.1-a"].reason) == (True, reason)
    assert page.errors == []


def test_on_a_phone_the_question_is_at_the_top_and_the_contents_are_folded(page, browser):
    metrics = {"width": 360, "height": 740, "deviceScaleFactor": 3, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        page.open("#cover")
        assert page.run("return document.getElementById('contents').open") is False
        page.find("begin").click()
        top = "return document.querySelector('.place').getBoundingClientRect().top"
        page.wait("return location.hash === '#p=1.1-1'")
        assert 0 <= page.run(top) < 60
        page.find("f-1.1-1-value-3").click()
        page.find("step-next").click()
        page.wait("return location.hash === '#p=1.1-2'")
        assert 0 <= page.run(top) < 60
        small = page.run(
            "return [...document.querySelectorAll('button, .button, .radio, .tick, summary, #tree a')]"
            ".map((node) => [node.textContent, node.getBoundingClientRect()])"
            ".filter(([, box]) => box.height && box.height < 24).map(([text]) => text)"
        )
        assert small == []  # as large as WCAG 2.2 asks of what is touched
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_what_was_just_typed_is_saved_and_leaves_nothing_unsaved(page):
    page.open("#p=2-5")
    page.find("f-2-5-text")
    saved = page.run(
        "const field = document.getElementById('f-2-5-text'); field.value = 'x';"
        "field.dispatchEvent(new Event('input'));"
        "document.getElementById('save').click(); return cssaForm.files.text()"
    )
    time.sleep(1)

    assert json.loads(saved)["answers"]["2-5"] == {"text": "x"}
    assert page.run("return cssaForm.isDirty") is False


def test_escape_leaves_a_field_and_letters_are_keys_again(page):
    page.open("#p=1.1-1")
    page.find("f-1.1-1-value-0")
    page.press("3", "n")
    page.wait("return document.activeElement.id === 'f-1.1-1-note'")
    page.press("s", "\ue00c")
    page.wait("return document.activeElement.id === 'f-1.1-1-title'")
    page.press("s")

    page.wait("return location.hash === '#p=1.1-2'")
    assert page.run("return cssaForm.state.answers['1.1-1'].note") == "s"


def test_leaving_with_entries_that_are_in_no_file_asks_first(page):
    asks = (
        "const leaving = new Event('beforeunload', { cancelable: true });"
        "window.dispatchEvent(leaving); return leaving.defaultPrevented"
    )
    page.open("#p=1.1-1")
    assert page.run(asks) is False

    page.find("f-1.1-1-note").send_keys("x")
    assert page.run(asks) is True
    page.find("save").click()
    page.wait("return !cssaForm.isDirty")
    assert page.run(asks) is False


def test_two_tabs_of_one_form_show_what_either_has(page, browser):
    first = browser.current_window_handle
    page.open("#p=1.1-1")
    page.find("f-1.1-1-value-2").click()
    browser.switch_to.new_window("tab")
    second = browser.current_window_handle
    try:
        page.open("#p=1.1-2")
        assert page.run("return cssaForm.state.answers['1.1-1'].level") == 2
        page.find("f-1.1-2-value-na").click()
        page.find("f-1.1-2-reason").send_keys("業務がない")
        page.run("cssaForm.finish()")
        browser.switch_to.window(first)
        page.wait("return cssaForm.state.answers['1.1-2'].reason === '業務がない'")
        assert "別のタブ" in page.find("elsewhere").text
        page.find("f-1.1-1-note").send_keys("一つ目で")
        page.run("cssaForm.finish()")
        browser.switch_to.window(second)
        page.wait("return cssaForm.state.answers['1.1-1'].note === '一つ目で'")
        assert page.run("return cssaForm.state.answers['1.1-2'].reason") == "業務がない"
        page.run("cssaForm.isDirty = false; cssaForm.go('cover')")
        page.find("clear-kept").click()
        page.find("dialog-forget").click()
        browser.switch_to.window(first)
        page.wait("return cssaForm.state.answers['1.1-1'].level === undefined")
        assert page.run("return localStorage.length") == 0
    finally:
        browser.switch_to.window(second)
        browser.execute_script("window.cssaForm && (cssaForm.isDirty = false)")
        browser.close()
        browser.switch_to.window(first)


def _bomb(saved: Any) -> None:
    saved["answers"]["1.1-1"] = {"evidence": [{}] * 100_000}


HOSTILE: dict[str, Callable[[Any], None]] = {
    "a list that fills the screen": _bomb,
    "a text that fills it": lambda saved: saved["answers"].update({"2-5": {"text": "x" * 40_000}}),
    "a key of every object": lambda saved: saved["answers"].update({"1.1-1": {"constructor": {}}}),
    "a method": lambda saved: saved["answers"].update({"1.1-1": {"toString": {"n": "1"}}}),
    "a list of rows with no name": lambda saved: saved.update(lists={"x": [{"id": {}}]}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_harm_is_refused_and_changes_nothing(name, page):
    saved = json.loads(page.run("return cssaForm.files.text()"))
    HOSTILE[name](saved)
    _refused(page, json.dumps(saved))


def test_brackets_without_end_and_keys_of_prototypes_are_refused(page):
    text = page.run("return cssaForm.files.text()")
    proto = '"answers":{"__proto__":{"level":5},'
    for hostile in (
        text.replace('"answers":{', f'"answers":{{"1.1-1":{{"rows":{"[" * 200_000}'),
        text.replace('"answers":{', proto),
        text.replace('"lists"', '"x"') + "[" * 1_000_000,
    ):
        assert hostile != text
        _refused(page, hostile)
    deep = text.replace('"lang":', f'"x":{"[" * 100_000}{"]" * 100_000},"lang":')
    page.run("cssaForm.files.openText(arguments[0])", deep)
    page.wait("return document.querySelector('dialog')")
    page.find("dialog-close").click()
    assert page.run("return ({}).level") is None
    assert page.errors == []


def _refused(page: Page, text: str) -> None:
    before = page.run("return JSON.stringify(cssaForm.state)")
    page.run("cssaForm.files.openText(arguments[0])", text)
    page.find("dialog-title")
    assert "破損" in page.run("return document.querySelector('dialog').textContent")
    page.find("dialog-close").click()
    assert page.run("return JSON.stringify(cssaForm.state)") == before
    assert page.errors == []


def test_a_list_of_any_name_keeps_nothing_from_being_saved(page):
    saved = json.loads(page.run("return cssaForm.files.text()"))
    saved["lists"] = {"constructor": [{"id": "r1", "name": "x"}]}
    text = json.dumps(saved).replace('"constructor"', '"__proto__"')
    for hostile in (json.dumps(saved), text):
        page.run("cssaForm.files.openText(arguments[0])", hostile)
        page.find("dialog-close").click()  # its content is not what was saved
        page.run("cssaForm.changed()")
        assert '"r1"' in page.run("return cssaForm.files.text()")
        page.run("cssaForm.isDirty = false; localStorage.clear()")
        page.open()
    assert page.errors == []


def test_script_in_a_text_stays_text_and_that_of_an_opened_page_is_not_run(page):
    saved = json.loads(page.run("return cssaForm.files.text()"))
    script = "<img src=x onerror='window.ran = 1'><script>window.ran = 1</script>"
    saved["answers"]["1.1-1"] = {"level": 2, "note": script}
    saved["answers"]["1.1-2"] = {"level": 2, "performed_by": script}
    page.run("cssaForm.files.openText(arguments[0])", json.dumps(saved))
    page.find("dialog-close").click()
    for place in ("p=1.1-1", "p=1.1-2", "review"):
        page.run("cssaForm.go(arguments[0])", place)
    assert page.run("return document.querySelectorAll('img, script:not([type])').length") == 0
    changed = page.run("return cssaForm.files.pageText()").replace(
        "// The form: what it asks", "window.ran = 1; // The form: what it asks"
    )
    assert "window.ran = 1;" in changed
    page.run("cssaForm.isDirty = false; localStorage.clear()")
    page.open()
    page.run("cssaForm.files.openText(arguments[0])", changed)
    page.wait("return cssaForm.state.answers['1.1-1'].level === 2")
    assert page.run("return window.ran") is None
    assert page.errors == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda saved: saved["form"].update(number="0000-0000-0000"), "別の回答票"),
        (lambda saved: saved["answers"].update({"9-9": {}}), "破損"),
        (lambda saved: saved["answers"].update({"1.1-1": {"level": "x"}}), "破損"),
    ],
)
def test_a_file_that_is_none_of_this_form_changes_nothing(change, words, page):
    saved = json.loads(page.run("return cssaForm.files.text()"))
    change(saved)
    before = page.run("return JSON.stringify(cssaForm.state)")

    page.run("cssaForm.files.openText(arguments[0])", json.dumps(saved))

    page.find("dialog-title")
    assert words in page.run("return document.querySelector('dialog').textContent")
    page.find("dialog-close").click()
    assert page.run("return JSON.stringify(cssaForm.state)") == before


def test_what_would_be_returned_is_listed_before_it_is_handed_in(page):
    page.open("#p=1.1-2")
    page.find("f-1.1-2-value-na").click()
    page.open("#review")

    text = page.find("review-wrong").find_element("xpath", "..").text
    assert "1.1-2" in text
    assert "理由" in text
    page.find("lang-en").click()
    assert "Enter the reason" in page.find("review-wrong").find_element("xpath", "..").text


@pytest.mark.parametrize(
    ("given", "heading"),
    [
        (["guidance"], {"ja": "解説", "en": "Guidance"}),
        (["why", "improve"], {"ja": "業務への影響 / 次の一歩", "en": "Why it matters / Next step"}),
    ],
)
def test_what_helps_to_answer_unfolds_under_its_own_names(given, heading, page):
    texts = {name: ["説明", "Text"] for name in given}
    page.open("#p=1.1-1")
    page.run("Object.assign(cssaForm.form.practices['1.1-1'], arguments[0])", texts)
    for lang in LANGS:
        page.find(f"lang-{lang}").click()
        assert page.find("f-1.1-1-advice-summary").text == heading[lang]


CONTRADICTING: dict[str, dict[str, Any]] = {
    "rests_on": {"2.1.1-4": {"level": 3}, "2.1.1-1": {"level": 1}},
    "done_in_part": {"2.2.3-3": {"level": 3, "done": {"n": 1, "of": 100}}},
    "done_within": {"2.1.1-2": {"level": 3, "last_done": "2020-05-19"}},
    "profile_left_out": {"2.3.4.4-4": {"na": True, "reason": "対象がない"}},
}


def test_what_contradicts_is_listed_before_it_is_handed_in_in_the_programs_words(
    page_of, request_for, guideline
):
    answers = {key: answer for each in CONTRADICTING.values() for key, answer in each.items()}
    plain = to_plain(make_submission({}, profile={"wireless_lan": True}))
    plain["checklist"] = {"id": guideline.checklist.id, "version": guideline.checklist.version}
    submission = Submission.model_validate({**plain, "answers": answers})
    workspace = Workspace()
    criteria = workspace.criteria(guideline.checklist)
    result = score_submission(guideline, submission, criteria, as_of=date(2026, 11, 20))
    found = [finding for finding in result.findings if finding.code.startswith(CODE)]
    assert {finding.code.removeprefix(CODE) for finding in found} >= CONTRADICTING.keys()

    page = page_of(write_page(request_for(submission, edition=guideline)))
    page.open("#review")
    for lang in LANGS:
        page.find(f"lang-{lang}").click()
        shown = page.find("review-questions").find_element("xpath", "..").text
        for finding in found:
            words = contradiction_words(
                finding.code, finding.practice, finding.params, guideline.checklist
            )
            assert str(words.worded(lang, message)) in shown
    page.open("#p=2.1.1-4")
    assert "基本方針" in page.run("return document.querySelector('.problems').textContent")
    assert page.errors == []


def test_the_first_question_and_an_answer_come_at_once(page_of, request_for, guideline):
    page = page_of(write_page(request_for(edition=guideline)))
    page.open("#p=2.1.1-1")
    page.find("f-2.1.1-1-value-0")
    first = page.run(
        "return performance.timing.domContentLoadedEventEnd - performance.timing.responseEnd"
    )
    times = page.run(
        """
        const times = [];
        for (const id of cssaForm.form.order.slice(0, 40)) {
          cssaForm.go(`p=${id}`);
          const start = performance.now();
          cssaForm.commands.command("3");
          times.push(performance.now() - start);
        }
        return times.sort((a, b) => a - b);
        """
    )

    assert first < FIRST_QUESTION_MS * SLOWER
    assert times[len(times) // 2] < ANSWER_MS * SLOWER
    page.run("cssaForm.isDirty = false")


def _help(page: Page) -> None:
    page.open("#p=1.1-1").find("to-help").click()


def _go(page: Page) -> None:
    page.open("#p=1.1-1").run("cssaForm.commands.goTo()")


def _forget(page: Page) -> None:
    page.open("#cover").find("clear-kept").click()


def _conflicts(page: Page) -> None:
    text = page.run(
        "cssaForm.state.answers['1.1-1'] = {level: 1, note: 'x'}; return cssaForm.files.text()"
    )
    page.open("#p=1.1-1").find("f-1.1-1-value-4").click()
    page.find("f-1.1-1-note").send_keys("y")
    page.run("cssaForm.finish(); cssaForm.files.openText(arguments[0])", text)
    page.find("dialog-merge").click()
    page.find("conflict-0-mine")


def _unfolded(page: Page) -> None:
    page.open("#p=1.1-a").find("f-1.1-a-value-not_adopted").click()
    page.run("for (const more of document.querySelectorAll('details')) more.open = true")
    page.find("f-1.1-a-plan-owner")


DIALOGS = (_help, _go, _forget, _conflicts, _unfolded)
VIEWS = ("#cover", "#p=1.1-1", "#p=2-2", "#p=2-3", "#s=1", "#review", "#search")


@pytest.fixture(params=[(scheme, width) for scheme in ("light", "dark") for width in (1280, 320)])
def shown(request, browser) -> Iterator[None]:
    """A colour scheme and a width; 320 is what 1280 comes to at 400 %."""
    scheme, width = request.param
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    yield
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def _check_view(page: Page, view: str) -> None:
    """Check that axe finds nothing in what is shown, and that nothing is wider than the window."""
    axe = Path(str(external_tool("axe-core"))).read_text(encoding="utf-8")
    page.browser.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
    found = page.browser.execute_async_script(
        "const done = arguments[0];"
        "axe.run(document, {resultTypes: ['violations']}).then((found) =>"
        " done(found.violations.map((rule) =>"
        " [rule.id, rule.nodes[0].html.slice(0, 200), rule.nodes[0].failureSummary])))"
    )
    assert found == [], view
    assert page.run("return document.documentElement.scrollWidth - innerWidth") <= 0, view


@pytest.mark.external("axe-core")
@pytest.mark.usefixtures("shown")
def test_axe_finds_nothing_and_nothing_is_wider_than_its_window(page):
    for view in VIEWS:
        _check_view(page.open(view), view)
    for show in DIALOGS:
        show(page)
        _check_view(page, show.__name__)
        page.run("cssaForm.isDirty = false; localStorage.clear()")


@pytest.mark.external("axe-core")
@pytest.mark.usefixtures("shown")
def test_axe_finds_nothing_in_a_form_that_comes_back_nor_in_a_short_one(
    page_of, request_for, context
):
    saved = answers_in(write_page(request_for(make_submission({"1.1-1": 3}))))
    saved["answers"]["1.1-2"] = {"na": True}
    saved["form"]["content"] = content_hash(saved)
    reading = read_form(json.dumps(saved).encode(), "sent.json", context)
    returned = page_of(mark_problems(reading, reading.gathered.problems))
    for view in ("#cover", "#p=1.1-2", "#review"):
        _check_view(returned.open(view), view)
    assert returned.find("returned")
    short = page_of(write_page(request_for(is_short=True)))
    for view in ("#cover", "#p=1.1-1", "#review"):
        _check_view(short.open(view), view)


def test_a_blank_page_holds_no_answers(request_for):
    assert set(map(json.dumps, answers_in(write_page(request_for()))["answers"].values())) == {"{}"}
