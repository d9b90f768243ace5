"""One requirement of others as practices of ours: itself, and questions that stand on their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cssa.importers.losses import Balance
from cssa.importers.outline import Choice, Node, SourceQuestion, Words, joined


@dataclass(frozen=True, kw_only=True)
class AnswerScale:
    """How requirements are answered.

    Attributes:
        values: the levels that a choice may give.
        points: the bounds of a score that has too many values to be levels, as a text; empty
            where requirements are answered by a level.
        words: which words the levels have, for practices that need to say it; empty for none.
    """

    values: frozenset[int]
    points: str = ""
    words: str = ""


@dataclass
class PracticeMaker:
    """Makes the practices of requirements.

    Attributes:
        scale: how requirements are answered.
        languages: the checklist's, the first one first.
        balance: takes what is not carried.
        ids: by the source's identifier of a question, the id of the practice that asks it.
    """

    scale: AnswerScale
    languages: Sequence[str]
    balance: Balance
    ids: dict[str, str] = field(default_factory=dict)

    def make(self, node: Node, practice_id: str, question_ids: Mapping[str, str]) -> list[Any]:
        """Return a requirement as one practice, followed by its questions that inform.

        Args:
            node: the requirement.
            practice_id: its id.
            question_ids: ids for questions that stand on their own, by their identifier.
        """
        main, points, others = self._shared_out(node)
        practice: dict[str, Any] = {"id": practice_id}
        options: dict[str, dict[str, str]] = {}
        if main is None:
            practice.update(self._answered_by_level())
        else:
            self.ids[main.original] = practice_id
            is_blank = main.kind == "yes_no" and main.condition is None and not main.words
            own_form = self._answered_by_level() if is_blank else self._form(main, options)
            practice.update(own_form)
            if main.condition is not None:
                if "levels" in practice or _has_levels(practice):
                    self.balance.lose(main.original, "depends_on", "condition_of_level")
                else:
                    self._ask_if(practice, main, {main.original: practice_id}, options)
        self._word(practice, node, main)
        self._list_points(practice, node, points)
        made = [practice]
        placed = {main.original: practice_id} if main is not None else {}
        for question in others:
            placed[question.original] = question_ids[question.original]
        for question in others:
            own = {"id": placed[question.original], **self._form(question, options)}
            if question.words:
                own["question"] = self.words(question.words)
            else:
                own["title"] = {self.languages[0]: own["id"]}
                self.balance.note("no_text", question.original)
            self.ids[question.original] = own["id"]
            made.append(own)
        for question, own in zip(others, made[1:], strict=True):
            if question.condition is not None:
                self._ask_if(own, question, placed, options)
        return made

    def standing_alone(self, node: Node) -> tuple[SourceQuestion, ...]:
        """Return the questions of a requirement that become practices of their own."""
        return tuple(self._shared_out(node)[2])

    def words(self, words: Words) -> dict[str, str]:
        """Return a text in the order of the checklist's languages."""
        return {lang: words[lang] for lang in self.languages if lang in words}

    def _shared_out(
        self, node: Node
    ) -> tuple[SourceQuestion | None, list[SourceQuestion], list[SourceQuestion]]:
        """Return the question that decides the level, those that become points, and the others."""
        questions = list(node.questions)
        main = next((question for question in questions if self._gives_level(question)), None)
        has_words = bool(node.title or node.text)
        if main is None and questions and not has_words:
            is_list = len(questions) > 1 and all(map(_is_plain, questions))
            main = None if is_list and node.number else questions[0]
        elif main is None and len(questions) == 1 and not questions[0].words:
            main = questions[0]
        rest = [question for question in questions if question is not main]
        asked = {question.condition.question for question in rest if question.condition}
        points = [
            question
            for question in rest
            if question.words and _is_plain(question) and question.original not in asked
        ]
        return main, points, [question for question in rest if question not in points]

    def _gives_level(self, question: SourceQuestion) -> bool:
        return (
            question.scores
            and question.kind in ("single", "yes_no")
            and all(
                choice.is_not_applicable
                or (choice.score is not None and choice.score in self.scale.values)
                for choice in question.choices
            )
        )

    def _answered_by_level(self) -> dict[str, Any]:
        if self.scale.points:
            unit = {self.languages[0]: self.scale.points}
            return {"kind": "number", "unit": unit}
        return {"scale": self.scale.words} if self.scale.words else {}

    def _form(self, question: SourceQuestion, options: dict[str, dict[str, str]]) -> dict[str, Any]:
        """Return how a question is answered, and remember the ids of its options."""
        if self._gives_level(question):
            chosen = sorted(
                (choice for choice in question.choices if not choice.is_not_applicable),
                key=lambda choice: choice.score or 0,
            )
            return {"kind": "single", "options": self._options(question, chosen, options)}
        if any(choice.score is not None for choice in question.choices):
            self.balance.lose(question.original, "score", "score_without_step")
        if question.kind in ("number", "text"):
            return {"kind": question.kind}
        if not question.choices:
            return {"kind": "text"}
        kind = "multi" if question.kind == "multi" else "single"
        return {"kind": kind, "options": self._options(question, question.choices, options)}

    def _options(
        self,
        question: SourceQuestion,
        choices: Sequence[Choice],
        options: dict[str, dict[str, str]],
    ) -> list[dict[str, Any]]:
        gives_level = self._gives_level(question)
        made = []
        for number, choice in enumerate(choices, 1):
            option: dict[str, Any] = {"id": f"o{number}", **self.words(choice.words)}
            if gives_level and choice.score is not None:
                option["level"] = int(choice.score)
            options.setdefault(question.original, {})[choice.original] = option["id"]
            made.append(option)
        return made

    def _ask_if(
        self,
        practice: dict[str, Any],
        question: SourceQuestion,
        placed: Mapping[str, str],
        options: Mapping[str, Mapping[str, str]],
    ) -> None:
        condition = question.condition
        if condition is None:  # pragma: no cover - asked for conditional questions only
            return
        known = options.get(condition.question, {})
        chosen = [known[choice] for choice in condition.choices if choice in known]
        if (
            condition.question not in placed
            or not chosen
            or practice["id"] == placed.get(condition.question)
        ):
            self.balance.lose(question.original, "depends_on", "condition")
            return
        practice["asked_if"] = {"practice": placed[condition.question], "any": chosen}

    def _word(self, practice: dict[str, Any], node: Node, main: SourceQuestion | None) -> None:
        guidance = node.guidance
        asked = node.text
        if main is not None and main.words:
            guidance = (asked, *guidance) if asked else guidance
            asked = main.words
        title = node.title
        if title and title == asked:
            title = {}
        if title:
            practice["title"] = self.words(title)
        if asked:
            practice["question"] = self.words(asked)
        if not title and not asked:
            practice["title"] = {self.languages[0]: node.number or practice["id"]}
            self.balance.note("no_text", node.original)
        explained = joined(tuple(guidance))
        if explained:
            practice["guidance"] = self.words(explained)
        if node.evidence:
            practice["evidence"] = [self.words(text) for text in node.evidence]

    def _list_points(
        self, practice: dict[str, Any], node: Node, questions: Sequence[SourceQuestion]
    ) -> None:
        listed = [*node.points, *(question.words for question in questions)]
        if not listed:
            return
        if node.examples:
            practice["examples"] = True
        practice["points"] = [
            {"id": f"p{number}", **self.words(words)} for number, words in enumerate(listed, 1)
        ]
        for number, question in enumerate(questions, len(node.points) + 1):
            self.ids[question.original] = f"{practice['id']}#p{number}"


def _is_plain(question: SourceQuestion) -> bool:
    """Return whether a question can be a point that is ticked or not."""
    return question.kind == "yes_no" and question.condition is None and not question.scores


def _has_levels(practice: Mapping[str, Any]) -> bool:
    return any("level" in option for option in practice.get("options", ()))
