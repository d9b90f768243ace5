"""What is shown of a practice: the question first, what helps to answer it on demand."""

from cssa.answers.submission import NO_ANSWER, Answer
from cssa.checklist.model import PlacedPractice, Practice
from cssa.interview.dialogue import Dialogue
from cssa.interview.session import Session
from cssa.scheme.scales import Scales


class PracticePage:
    """Shows practices.

    Args:
        voice: what to say it with.
        session: the sitting.
        scales: the words of the levels.
    """

    def __init__(self, voice: Dialogue, session: Session, scales: Scales) -> None:
        self._voice = voice
        self._session = session
        self._scales = scales

    def show(self, placed: PlacedPractice) -> None:
        """Show a practice as it is asked."""
        voice, practice = self._voice, placed.practice
        voice.gap()
        self._place(placed)
        voice.say(
            "assess.practice",
            id=practice.id,
            title=voice.text(practice.title),
            tier=voice.words(f"tier.{practice.tier}"),
        )
        voice.gap()
        voice.item(voice.text(practice.question), indent=0, hang=0)
        self._conditions(placed)
        self._points(practice)
        self._choices(practice)
        self._answer(practice)

    def level_words(self, practice: Practice, level: int) -> str:
        """Return a level with its name and what it means here."""
        name = self._voice.text(self._scales.levels[level].name)
        words = self._voice.text(self._scales.words(practice.scale or "", level))
        return self._voice.words("assess.level", level=level, name=name, words=words)

    def guidance(self, placed: PlacedPractice) -> None:
        """Show what helps to answer: meaning, evidence, next step, rules of the levels."""
        voice, practice = self._voice, placed.practice
        voice.gap()
        if practice.guidance:
            voice.say("explain.guidance", hang=2, text=voice.text(practice.guidance))
        if practice.evidence:
            voice.say("show.evidence")
            for one in practice.evidence:
                voice.item(f"- {voice.text(one)}", hang=2)
        if practice.improve:
            voice.say("explain.improve", hang=2, text=voice.text(practice.improve))
        if practice.kind == "level":
            voice.say("show.rules")
            for rule in self._scales.rules:
                voice.item(f"- {voice.text(rule)}", hang=2)
        voice.say("show.owner", owner=voice.words(f"owner.{practice.owner}"))
        if practice.refs.guideline:
            voice.say("assess.source", guideline=practice.refs.guideline)
        if practice.legal:
            voice.say("show.legal")
        if practice.na == "never":
            voice.say("show.na_never")

    def _place(self, placed: PlacedPractice) -> None:
        voice, domain = self._voice, placed.domain
        within, whole = self._session.progress(domain.id), self._session.progress()
        section = placed.section
        voice.say(
            "assess.place",
            domain=domain.id,
            title=voice.text(domain.title),
            section=f" / {section.id} {voice.text(section.title)}" if section else "",
        )
        voice.say(
            "assess.done",
            done=within.done,
            of=within.of,
            all_done=whole.done,
            all_of=whole.of,
        )
        if self._session.standings[placed.practice.id].status == "out_of_scope":
            voice.say("assess.out_of_scope")

    def _conditions(self, placed: PlacedPractice) -> None:
        for place in (placed.domain, placed.section, placed.practice):
            if place is not None and place.conditions is not None:
                text = self._voice.text(place.conditions)
                self._voice.say("explain.conditions", hang=2, text=text)

    def _points(self, practice: Practice) -> None:
        voice = self._voice
        if not practice.points:
            return
        answer = self._session.answer(practice.id) or NO_ANSWER
        required = any(point.required for point in practice.points)
        code = "points" if required else "points_examples" if practice.examples else "points_listed"
        voice.gap()
        voice.say(f"show.{code}")
        flags = self._session.submission.institution.flags
        for point in practice.points:
            if point.applies_if and point.applies_if.holds(flags) is False:
                continue
            ticked = f"{voice.words('assess.ticked')} " if point.id in answer.points else ""
            mark = f" [{voice.words('show.required')}]" if point.required else ""
            voice.item(f"{point.id}  {ticked}{voice.text(point)}{mark}", hang=4)

    def _choices(self, practice: Practice) -> None:
        voice = self._voice
        voice.gap()
        if practice.kind == "level":
            voice.say("show.levels")
            for entry in self._scales.levels:
                voice.item(self.level_words(practice, entry.level))
            return
        if practice.rows:
            voice.say("assess.rows")
            for row in practice.rows:
                voice.item(f"- {voice.text(row)}", hang=2)
        if practice.options:
            voice.say(f"assess.options.{practice.kind}")
            for number, option in enumerate(practice.options, 1):
                voice.item(f"{number}  {voice.text(option)}")
        if practice.kind == "number":
            unit = voice.text(practice.unit) if practice.unit else "-"
            voice.say("assess.number", unit=unit)
        if practice.kind == "text":
            voice.say("assess.text")

    def _answer(self, practice: Practice) -> None:
        voice, answer = self._voice, self._session.answer(practice.id)
        previous = self._session.previous.get(practice.id)
        if answer is not None or previous is not None:
            voice.gap()
        if answer is not None:
            voice.say("assess.now", hang=2, answer=self.summary(practice, answer))
            if not answer.confirmed:
                voice.say("assess.unconfirmed")
        if previous is not None:
            voice.say("assess.before", hang=2, answer=self.summary(practice, previous))

    def summary(self, practice: Practice, answer: Answer) -> str:
        """Return an answer in one line."""
        words = self._voice.words
        parts = [self._value(practice, answer)]
        if answer.points:
            parts.append(words("assess.has.points", points=", ".join(answer.points)))
        if answer.treatment:
            parts.append(
                words(
                    "assess.has.treatment",
                    kind=words(f"assess.treatment.{answer.treatment.kind}"),
                    date=answer.treatment.review_by,
                )
            )
        if answer.done:
            parts.append(words("assess.has.done", n=answer.done.n, of=answer.done.of))
        if answer.last_done:
            parts.append(words("assess.has.last_done", date=answer.last_done))
        if answer.performed_by:
            parts.append(words("assess.has.performed_by", name=answer.performed_by))
        if answer.evidence:
            refs = self._voice.joined(one.ref for one in answer.evidence)
            parts.append(words("assess.has.evidence", refs=refs))
        if answer.note:
            parts.append(words("assess.has.note", note=answer.note))
        return " / ".join(parts)

    def _value(self, practice: Practice, answer: Answer) -> str:
        voice = self._voice
        if answer.na or answer.not_adopted:
            code = "na" if answer.na else "not_adopted"
            return voice.words(f"assess.is.{code}", reason=answer.reason)
        if answer.level is not None:
            name = voice.text(self._scales.levels[answer.level].name)
            return voice.words("assess.is.level", level=answer.level, name=name)
        options = {option.id: voice.text(option) for option in practice.options}
        rows = {row.id: voice.text(row) for row in practice.rows}
        chosen = [answer.choice] if answer.choice is not None else [*(answer.choices or ())]
        parts = [options.get(one, one) for one in chosen]
        parts += [
            f"{rows.get(row, row)}: {options.get(one, one)}"
            for row, one in (answer.rows or {}).items()
        ]
        parts += [one for one in (answer.value, answer.text) if one is not None]
        return voice.joined(parts) or voice.words("status.unanswered")
