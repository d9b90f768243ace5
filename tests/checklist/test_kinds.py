"""A kind of question is declared in one place: what lacks a part is refused, the rest is complete."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import pytest

from cssa.checklist.kinds.choices import SingleKind
from cssa.checklist.kinds.kind import Pick, QuestionKind
from cssa.checklist.kinds.registry import KINDS, register
from cssa.checklist.practice import Practice
from cssa.messages import LANGS, Lang, message
from cssa.messages.wording import Word, in_language

T = TypeVar("T")


def _options(*levels: int | None, exclusive: str = "") -> list[dict[str, Any]]:
    return [
        {"id": name, "ja": f"選択肢{name}", "en": f"Option {name}", "exclusive": name == exclusive}
        | ({} if level is None else {"level": level})
        for name, level in zip("abcdef", levels, strict=False)
    ]


def _question(kind: str, **fields: Any) -> Practice:
    texts = {"title": {"ja": "題", "en": "Title"}, "question": {"ja": "問", "en": "Question"}}
    given = {"id": "1-1", "tier": "basic", "kind": kind, "owner": "it", **texts, **fields}
    return Practice.model_validate(given)


ROWS = [{"id": row, "ja": f"行{row}", "en": f"Row {row}"} for row in ("x", "y")]
RULES = [
    {"level": 1, "any": ["a", "b"]},
    {"level": 3, "at_least": 2},
    {"level": 4, "all": ["a", "c"]},
]
DAYS = {
    "direction": "down",
    "unit": {"ja": "日", "en": "days"},
    "thresholds": [{"at": 30, "level": 2}, {"at": 7, "level": 4}],
}
QUESTIONS = [
    _question("level", scale="periodic"),
    _question("single", options=_options(0, 3, 3, 5)),
    _question("single", options=_options(None, None)),
    _question("multi", options=_options(None, None, None, None, exclusive="d"), levels=RULES),
    _question("multi", options=_options(None, None)),
    _question("matrix", options=_options(0, 2, 4), rows=ROWS),
    _question("matrix", options=_options(None, None), rows=ROWS),
    _question("number", **DAYS),
    _question("number", thresholds=[{"at": 10, "level": 1}, {"at": 20, "level": 2}]),
    _question("number"),
    _question("numbers", rows=ROWS),
    _question("text"),
]  # fmt: skip
IDS = [f"{practice.kind}{'' if practice.gives_level else '-informs'}" for practice in QUESTIONS]


class First(Pick):
    """Takes the first."""

    def __call__(self, options: Sequence[T], /) -> T:
        return options[0]


class Last(Pick):
    """Takes the last."""

    def __call__(self, options: Sequence[T], /) -> T:
        return options[-1]


PICKS = (First(), Last())


def _worded(words: Word | str | None, lang: Lang) -> str:
    return str(in_language(words, lang, message))


def test_there_is_a_question_of_every_kind() -> None:
    assert {practice.kind for practice in QUESTIONS} == set(KINDS)


@pytest.mark.parametrize("practice", QUESTIONS, ids=IDS)
@pytest.mark.parametrize("pick", PICKS)
def test_a_value_is_made_for_every_level(practice: Practice, pick: Pick) -> None:
    kind = practice.question_kind
    for level in kind.levels(practice):
        value = kind.value_at(practice, level, pick)
        assert kind.level(practice, value) == level
        assert list(kind.value_problems(practice, value)) == []
    unknown = max(kind.levels(practice), default=None)
    assert unknown is None or kind.next_level(practice, unknown) is None


@pytest.mark.parametrize("practice", QUESTIONS, ids=IDS)
@pytest.mark.parametrize("pick", PICKS)
def test_a_value_is_the_sum_of_its_entries(practice: Practice, pick: Pick) -> None:
    kind = practice.question_kind
    parts = {part.id for part in kind.parts(practice)}
    values = [kind.value_at(practice, level, pick) for level in kind.levels(practice) or (0,)]
    for value in values:
        if value is not None:
            assert kind.value(kind.entries(value)) == value
            assert kind.entries(value).keys() <= parts


@pytest.mark.parametrize("practice", QUESTIONS, ids=IDS)
@pytest.mark.parametrize("lang", LANGS)
def test_what_was_chosen_is_said_in_the_checklists_words(practice: Practice, lang: Lang) -> None:
    kind = practice.question_kind
    value = kind.value_at(practice, max(kind.levels(practice), default=0), First())
    if kind.answer_field in ("choice", "choices", "rows"):
        words = " ".join(_worded(word, lang) for word in kind.words(practice, value))
        for option in kind.chosen(value):
            text = next(o.get(lang) for o in practice.options if o.id == option)
            assert text in words


@pytest.mark.parametrize(
    ("practice", "level", "expected"),
    [
        (QUESTIONS[1], 3, "any of these (Option b, Option c)"),
        (QUESTIONS[1], 5, "Option d"),
        (QUESTIONS[3], 1, "any of these (Option a, Option b)"),
        (QUESTIONS[3], 3, "at least 2 of the options"),
        (QUESTIONS[3], 4, "all of these (Option a, Option c)"),
        (QUESTIONS[5], 4, '"Option c" or better in every row'),
        (QUESTIONS[7], 4, "7 days or less"),
        (QUESTIONS[8], 2, "20 or more"),
    ],
)
def test_the_next_step_is_said_in_the_checklists_words(
    practice: Practice, level: int, expected: str
) -> None:
    words = practice.question_kind.words_of_level(practice, level)
    assert _worded(words, "en") == expected


class Ranked(SingleKind):
    """A kind that is complete."""

    name = "ranked"


@pytest.fixture
def _without_new_kinds() -> Iterator[None]:
    before = dict(KINDS)
    yield
    KINDS.clear()
    KINDS.update(before)


@pytest.mark.usefixtures("_without_new_kinds")
def test_a_complete_kind_is_registered() -> None:
    register(Ranked)
    assert isinstance(KINDS["ranked"], Ranked)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"name": "single"}, "name 'single' is taken"),
        ({"fields": frozenset({"colours"})}, "unknown fields: colours"),
        ({"fields": frozenset()}, "required, not allowed: options"),
        ({"__doc__": None}, "__doc__ is missing"),
    ],
)
def test_a_kind_that_lacks_a_part_is_refused(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(TypeError, match=fault):
        register(type("Faulty", (Ranked,), {"__doc__": "Faulty.", **changes}))
    assert "ranked" not in KINDS


def test_a_kind_without_its_methods_and_fields_is_refused() -> None:
    bare = type("Bare", (QuestionKind,), {"__doc__": "Bare."})
    with pytest.raises(TypeError, match=r"name is missing.*words is missing"):
        register(bare)


def test_levels_that_nothing_gives_have_no_value() -> None:
    assert SingleKind().value_at(QUESTIONS[1], 1, First()) is None
    assert SingleKind().value_for_level(QUESTIONS[1], 3) is None  # two options give it
    assert SingleKind().value_for_level(QUESTIONS[1], 5) == "d"


@pytest.mark.parametrize(
    ("question", "title", "beside"),
    [
        ("Is it so?", "Is it so?", None),
        ("Is it so?\n- a\n- b", "Is it so?", "- a\n- b"),
        ("w " * 80 + "end\n- a", None, "w " * 80 + "end\n- a"),
    ],
)
def test_a_title_taken_from_the_question_is_not_said_twice(
    question: str, title: str | None, beside: str | None
) -> None:
    given: dict[str, Any] = {"id": "1-1", "tier": "basic", "question": {"en": question}}
    practice = Practice.model_validate(given)
    assert title is None or practice.title.get("en") == title
    shown = practice.question_beside_title
    assert (shown and shown.get("en")) == beside
