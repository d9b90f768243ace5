"""A practice as it is shown: the question first, what helps to answer it on demand."""

from collections.abc import Sequence

from cssa.answers.asked_if import condition_words
from cssa.answers.submission import NO_ANSWER
from cssa.checklist.model import PlacedPractice
from cssa.checklist.practice import NO_OWNER, Practice
from cssa.engine.status import is_in_groups
from cssa.interview.answer_text import AnswerText
from cssa.interview.confirmation_words import confirmation_words
from cssa.interview.dialogue import Dialogue
from cssa.interview.session import Session
from cssa.library.case_words import case_line
from cssa.library.related_cases import SHOWN, RelatedCase
from cssa.scheme.level_wording import LevelWording


class PracticePage:
    """Shows practices.

    Args:
        dialogue: shows messages.
        session: the state of the interview.
        scales: names and wording of the levels.
        answer_text: words for answers.
        is_read_only: nothing can be confirmed.

    Attributes:
        progress: code of the line that says how many practices are done.
    """

    progress = "assess.done"

    def __init__(
        self,
        dialogue: Dialogue,
        session: Session,
        scales: LevelWording,
        answer_text: AnswerText,
        *,
        is_read_only: bool = False,
    ) -> None:
        self._dialogue = dialogue
        self._session = session
        self._scales = scales
        self._answer_text = answer_text
        self._is_read_only = is_read_only

    def show(self, placed: PlacedPractice) -> None:
        """Show a practice as it is asked."""
        dialogue, practice = self._dialogue, placed.practice
        dialogue.show_blank_line()
        self._show_place(placed)
        for intro in placed.intros:
            dialogue.show_item(dialogue.text(intro), indent=0, hang=0)
        dialogue.prompter.show_title(
            dialogue.message(
                "assess.practice",
                id=practice.shown_id,
                title=dialogue.text(practice.title),
                tier=self._tier_name(practice),
            )
        )
        self._show_standing(practice)
        if practice.question_beside_title:
            dialogue.show_blank_line()
            dialogue.show_item(dialogue.text(practice.question_beside_title), indent=0, hang=0)
        self._show_conditions(placed)
        self._show_points(practice)
        self._show_choices(practice)
        self._show_answer(practice)

    def show_guidance(self, placed: PlacedPractice) -> None:
        """Show what helps to answer: meaning, evidence, next step, rules of the levels."""
        dialogue, practice = self._dialogue, placed.practice
        dialogue.show_blank_line()
        self._show_advice(practice)
        if practice.accepts("level"):
            dialogue.show("show.rules")
            for rule in self._scales.rules:
                dialogue.show_item(f"- {dialogue.text(rule)}", hang=2)
        if practice.owner != NO_OWNER:
            dialogue.show("show.owner", owner=dialogue.message(f"owner.{practice.owner}"))
        if practice.refs.guideline:
            dialogue.show("assess.source", guideline=practice.refs.guideline)
        if practice.legal:
            dialogue.show("show.legal")
        if practice.na == "never":
            dialogue.show("show.na_never")

    def show_cases(self, cases: Sequence[RelatedCase]) -> None:
        """Show the published cases that stand beside a practice first, each in a line.

        Args:
            cases: in order.
        """
        dialogue = self._dialogue
        dialogue.show_blank_line()
        if not cases:
            dialogue.show("assess.cases.none")
            return
        dialogue.show("incidents.caption")
        for related in cases[:SHOWN]:
            line = case_line(related, dialogue.lang)
            dialogue.show_item(f"- {related.placed.case.id} {line}", hang=2)
        dialogue.show("assess.cases.whole", id=cases[0].placed.case.id)

    def _show_standing(self, practice: Practice) -> None:
        """Show what the answer is measured by: the target, and the answer of last year."""
        dialogue, target = self._dialogue, self._session.assessed_practices[practice.id].target
        if target is not None:
            dialogue.show("assess.target", target=target)
        previous, answer = self._session.previous(practice.id), self._session.answer(practice.id)
        if answer is not None and [*previous.values()] == [answer.as_confirmed()]:
            dialogue.show("assess.before_same")
            return
        is_changed = answer is not None and not answer.confirmed and answer.carried is not None
        for name, former in previous.items():
            words = self._answer_text.summary(practice, former)
            if is_changed:
                dialogue.show("assess.before_of", hang=2, id=name, answer=words)
            else:
                dialogue.show("assess.before", hang=2, answer=words)

    def _tier_name(self, practice: Practice) -> str:
        own = self._session.edition.checklist.tier_title(practice.tier)
        if own is None:
            return self._dialogue.message(f"tier.{practice.tier}")
        return self._dialogue.text(own)

    def _show_advice(self, practice: Practice) -> None:
        dialogue = self._dialogue
        for name in ("guidance", "why", "pitfalls"):
            text = getattr(practice, name)
            if text:
                dialogue.show(f"explain.{name}", hang=2, text=dialogue.text(text))
        if practice.evidence:
            dialogue.show("show.evidence")
            for example in practice.evidence:
                dialogue.show_item(f"- {dialogue.text(example)}", hang=2)
        if practice.improve:
            dialogue.show("explain.improve", hang=2, text=dialogue.text(practice.improve))

    def _show_place(self, placed: PlacedPractice) -> None:
        dialogue, domain, section = self._dialogue, placed.domain, placed.section
        in_domain, overall = self._session.progress(domain.id), self._session.progress()
        dialogue.show(
            "assess.place",
            domain=domain.id,
            title=dialogue.text(domain.title),
            section=f" / {section.id} {dialogue.text(section.title)}" if section else "",
        )
        dialogue.show(
            "assess.done.confirmed" if self._session.asks_to_confirm else self.progress,
            done=in_domain.answered,
            of=in_domain.total,
            all_done=overall.answered,
            all_of=overall.total,
        )
        if self._session.assessed_practices[placed.practice.id].status == "out_of_scope":
            selected = self._session.submission.selected_groups
            is_in = is_in_groups(placed.practice, selected)
            dialogue.show("assess.out_of_scope" if is_in else "assess.out_of_groups")

    def _show_conditions(self, placed: PlacedPractice) -> None:
        for conditions in placed.conditions:
            text = self._dialogue.text(conditions)
            self._dialogue.show("explain.conditions", hang=2, text=text)
        asked_if = condition_words(placed.practice, self._session.edition.checklist)
        if asked_if:
            self._dialogue.show("explain.conditions", hang=2, text=asked_if)

    def _show_points(self, practice: Practice) -> None:
        dialogue = self._dialogue
        flags = self._session.submission.institution.flags
        points = [
            point
            for point in practice.points
            if not (point.applies_if and point.applies_if.holds(flags) is False)
        ]
        if not points:
            return
        answer = self._session.answer(practice.id) or NO_ANSWER
        is_required = all(point.required for point in points)
        optional = "points_examples" if practice.examples else "points_listed"
        dialogue.show_blank_line()
        dialogue.show(f"show.{'points' if is_required else optional}")
        for point in points:
            ticked = f"{dialogue.message('assess.ticked')} " if point.id in answer.points else ""
            required = f" [{dialogue.message('show.required')}]" if point.required else ""
            dialogue.show_item(f"{point.id}  {ticked}{dialogue.text(point)}{required}", hang=4)

    def _show_choices(self, practice: Practice) -> None:
        dialogue = self._dialogue
        dialogue.show_blank_line()
        if practice.accepts("level"):
            dialogue.show("show.levels")
            for level in self._scales.levels:
                dialogue.show_item(self._level(practice, level.level))
                limit = self._scales.not_yet_if(practice.scale, level.level)
                if limit:
                    text = dialogue.message("show.not_yet_if", text=dialogue.text(limit))
                    dialogue.show_item(text, indent=5, hang=0)
        if practice.rows_from and not practice.rows:
            title = self._session.edition.checklist.row_list[practice.rows_from].title
            dialogue.show("assess.rows.none", title=dialogue.text(title))
            return
        self._show_rows_and_options(practice)
        if practice.accepts("number"):
            unit = dialogue.text(practice.unit) if practice.unit else "-"
            dialogue.show("assess.numbers" if practice.rows else "assess.number", unit=unit)
        if practice.accepts("text"):
            dialogue.show("assess.text")

    def _show_rows_and_options(self, practice: Practice) -> None:
        dialogue = self._dialogue
        if practice.rows:
            dialogue.show("assess.rows")
            for row in practice.rows:
                dialogue.show_item(f"- {dialogue.text(row)}", hang=2)
            dialogue.show("assess.rows.open")
        if practice.options:
            dialogue.show(f"assess.options.{practice.kind}")
            for number, option in enumerate(practice.options, 1):
                dialogue.show_item(f"{number}  {dialogue.text(option)}")

    def _level(self, practice: Practice, level: int) -> str:
        """Return a level with its name and what it means for the practice."""
        name = self._dialogue.text(self._scales.name(level))
        meaning = self._dialogue.text(self._scales.words(practice.scale, level))
        if meaning == name:  # a step of the checklist's own that has a title alone
            return f"{level}  {name}"
        return self._dialogue.message("assess.level", level=level, name=name, words=meaning)

    def _show_confirmation(self, practice: Practice) -> None:
        """Show what became of a question whose answer was carried over, and what to think of."""
        dialogue, confirmation = self._dialogue, self._session.confirmation(practice.id)
        if confirmation is None:
            return
        for words in confirmation_words(confirmation, dialogue):
            dialogue.show_item(words, indent=0, hang=2)
        code = "assess.unconfirmed_open"
        if confirmation.confirmed is not None:
            code = "assess.unconfirmed_read_only" if self._is_read_only else "assess.unconfirmed"
        dialogue.show(code, hang=2)

    def _show_answer(self, practice: Practice) -> None:
        dialogue, answer = self._dialogue, self._session.answer(practice.id)
        if answer is not None:
            dialogue.show_blank_line()
            dialogue.show("assess.now", hang=2, answer=self._answer_text.summary(practice, answer))
            self._show_confirmation(practice)
