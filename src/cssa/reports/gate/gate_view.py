"""What every format of the verdict shows, and the sentences that they share."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import cast, get_args

from cssa.answers.submission import NO_ANSWER, Answer
from cssa.answers.value_words import value_text
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice, Tier
from cssa.engine.result import PracticeResult, Result
from cssa.gate.conditions.registry import CONDITIONS
from cssa.gate.verdict import Outcome, Place, Regression, TreatmentOutcome, Verdict, WaiverOutcome
from cssa.messages import LANGS, Lang, fitting, message
from cssa.messages.wording import listed
from cssa.reports.phrases import tier_name

_MAX_LISTED = 12
_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class GateView:
    """A verdict with what words it.

    Attributes:
        width: cells of a line, for the text format.
        show_notes: whether notes and reasons of the institution may be shown.
        answers: what was answered, by practice.
    """

    verdict: Verdict
    result: Result
    checklist: Checklist
    lang: Lang
    width: int
    show_notes: bool = False
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def message(self, code: str, **params: object) -> str:
        """Return a message in the language of the view.

        Args:
            code: its key.
            params: values for its placeholders.
        """
        return message(self.lang, code, params)

    def definition(self, practice_id: str) -> Practice:
        """Return a practice as the checklist has it."""
        return self.checklist.placed[practice_id].practice

    def shown_id(self, name: str) -> str:
        """Return how readers know a practice; the name of any other subject is its own."""
        placed = self.checklist.placed.get(name)
        return name if placed is None else placed.practice.shown_id

    def practice_title(self, practice_id: str) -> str:
        """Return a practice's number and title."""
        practice = self.definition(practice_id)
        return f"{practice.shown_id} {practice.title.get(self.lang)}"

    def subject_title(self, name: str) -> str:
        """Return the title of a subject (see ``Outcome.subject``)."""
        if name == "overall":
            return self.message("gate.overall")
        if name in get_args(Tier):
            return tier_name(self.checklist, cast("Tier", name), self.lang)
        if name in self.checklist.placed:
            return self.practice_title(name)
        titles = {domain.id: domain.title for domain in self.checklist.domains}
        titles |= {
            section.id: section.title
            for domain in self.checklist.domains
            for section in domain.sections
        }
        return f"{name} {titles[name].get(self.lang)}"

    def headline(self) -> str:
        """Return the verdict in one sentence."""
        verdict = self.verdict
        params = {
            "unmet": len(verdict.with_status("unmet")),
            "met": len(verdict.with_status("met")),
            "waived": len(verdict.with_status("waived")),
            "skipped": len(verdict.with_status("skipped")),
            "expired": sum(waiver.status == "expired" for waiver in verdict.waivers),
        }
        code = "gate.met" if verdict.met else "gate.unmet"
        if verdict.reason is not None:
            code = f"gate.{verdict.reason}"
        return self.message(code, **fitting(code, params))

    def head(self) -> str:
        """Return whose answers were checked, in which file, on which day, by which version."""
        verdict = self.verdict
        day: object = verdict.as_of
        if verdict.run.zone is not None:
            day = self.message("gate.day", day=verdict.as_of, zone=verdict.run.zone)
        return self.message(
            "gate.head",
            institution=_plain(verdict.institution.name),
            id=verdict.institution.id,
            answers=self.answers_name,
            as_of=day,
            version=verdict.run.version,
        )

    @property
    def answers_name(self) -> str:
        """The name of the answers file, on one line."""
        return _plain(self.verdict.run.answers)

    def policy_sentence(self) -> str:
        """Return which policy was applied, and who approved it or that it is an example."""
        policy = self.verdict.policy
        if not policy.approved and not policy.changed_after_approval:
            return self.message("gate.policy_example", id=policy.id)
        code = "gate.policy_changed" if policy.changed_after_approval else "gate.policy"
        params = {
            "id": policy.id,
            "by": _plain(policy.approved_by or ""),
            "on": policy.approved_on,
            "content": _short(policy.content),
            "pinned": _short(policy.approved_content or ""),
        }
        return self.message(code, **fitting(code, params))

    def preface(self) -> tuple[str, ...]:
        """Return what stands in front of the outcomes: a sentence or two, each on a line."""
        changed = ("report.changed_after_approval.line",)
        return (
            self.head(),
            self.policy_sentence(),
            *(map(self.message, changed) if self.verdict.changed_after_approval else ()),
        )

    def changes_heading(self) -> str | None:
        """Return how much has changed since the previous result; None where that is not known."""
        changes = self.verdict.changes
        if changes is None or not (changes.items or self.result.scored):
            return None  # levels are compared: without them nothing could be found
        since = self.message("gate.changes.unknown_day") if changes.since is None else changes.since
        code = "gate.changes.some" if changes.items else "gate.changes.none"
        return self.message(code, **fitting(code, {"since": since, "count": len(changes.items)}))

    def change_sentence(self, change: Regression) -> str:
        """Return what has changed, in one sentence."""
        params = {
            "subject": self._changed_title(change),
            "before": change.before,
            "after": change.after,
            "rule": change.rule,
            "condition": change.condition,
            "practices": listed(tuple(map(self.shown_id, change.practices)), _MAX_LISTED),
        }
        code = f"gate.change.{change.kind}"
        if change.kind == "ran_out" and not change.practices:
            code = "gate.change.ran_out_overall"
        return self.message(code, **fitting(code, params))

    def _changed_title(self, change: Regression) -> str:
        if change.kind == "waiver_expired":
            return self._waived_title(change.subject)
        return self.subject_title(change.subject)

    def sentence(self, outcome: Outcome) -> str:
        """Return the condition, the actual value and the shortfall in one sentence."""
        code = CONDITIONS[outcome.condition].demand_code(self._subject_kind(outcome.subject))
        text = self._words(code, outcome)
        if outcome.excused and outcome.subject not in self.checklist.placed:
            code = "gate.excused" if outcome.status == "waived" else "gate.besides"
            text += self.message(code, count=len(outcome.excused))
        if outcome.accepted:
            text += self.message("gate.accepted", count=len(outcome.accepted))
        if outcome.reason is not None:
            text += self.message("gate.because", reason=self._reason(outcome))
        return text

    def met_when(self, condition: str) -> str:
        """Return when a condition is met, in one sentence.

        Args:
            condition: its name.
        """
        words = CONDITIONS[condition].met_when[LANGS.index(self.lang)]
        return self.message("gate.rule.condition", name=condition, words=words)

    def remedy(self, outcome: Outcome) -> str:
        """Return what would meet the condition, to precede a list of the practices concerned."""
        condition = CONDITIONS[outcome.condition]
        if not condition.can_be_remedied(outcome.reason):
            return self.message("gate.remedy.nothing")
        return self._words(condition.remedy_code(outcome.enough), outcome)

    def practice_step(self, outcome: Outcome) -> str:
        """Return the next step on one of the practices concerned."""
        condition = CONDITIONS[outcome.condition]
        if not condition.can_be_remedied(outcome.reason):
            return self.message("gate.remedy.nothing")
        return self._words(condition.code("step"), outcome)

    def practice_state(self, practice_id: str, outcome: Outcome) -> str:
        """Return a practice's level or status, and the level that it should have.

        Args:
            practice_id: its number.
            outcome: the condition that concerns it.
        """
        practice = self.practice_result(practice_id)
        answer = self.answers.get(practice_id, NO_ANSWER)
        chosen = value_text(self.definition(practice_id), answer, self.lang)
        if practice.level is None:
            now = self.message(f"status.{practice.status_wording}")
        elif chosen:
            now = self.message("gate.state.chosen", level=practice.level, answer=_plain(chosen))
        else:
            now = self.message("gate.state.now", level=practice.level)
        if outcome.aim is not None:
            return self.message("gate.state.aim", now=now, aim=outcome.aim)
        if practice_id in outcome.reviews:
            review = asdict(outcome.reviews[practice_id])
            return self.message("gate.state.reviewed", now=now, **review)
        if practice_id in outcome.before:
            return self.message("gate.state.before", now=now, before=outcome.before[practice_id])
        if CONDITIONS[outcome.condition].is_about_targets and practice.target is not None:
            return self.message("gate.state.target", now=now, target=practice.target)
        return now

    def details(self, practice_id: str) -> Iterator[str]:
        """Yield what the next level asks, a treatment that does not count, note and evidence.

        Note and evidence where they may be shown; the next level where the checklist's options say
        what it asks.
        """
        practice, value = self.definition(practice_id), self.practice_result(practice_id).level or 0
        above = practice.question_kind.next_level(practice, value)
        words = above and practice.question_kind.words_of_level(practice, above)
        if words:
            yield self.message("gate.next_level", level=above, words=words)
        for treatment in self.verdict.treatments:
            if treatment.practice == practice_id and treatment.status in ("ended", "invalid"):
                yield self.treatment_sentence(treatment)
        note = self.verdict.notes.get(practice_id)
        if note is not None:
            yield self.message("gate.note", text=_plain(note))
        evidence = self.verdict.evidence.get(practice_id, ())
        if evidence:
            texts = (f"{item.ref} ({item.date})" if item.date else item.ref for item in evidence)
            yield self.message("gate.evidence", text=_plain("; ".join(texts)))

    def left_out_reason(self, practice: PracticeResult) -> str:
        """Return why a practice has no level, with the reason given where it may be shown."""
        status = self.message(f"status.{practice.status_wording}")
        if self.show_notes and practice.reason:
            return self.message("gate.left_out", status=status, reason=_plain(practice.reason))
        return status

    def waiver_sentence(self, waiver: WaiverOutcome) -> str:
        """Return whether a waiver is used or expired, and its terms."""
        params = {
            name: _plain(value) if isinstance(value, str) else value
            for name, value in asdict(waiver).items()
            if name != "place"
        }
        params["subject"] = self._waived_title(waiver.subject)
        codes = [f"gate.waiver.{waiver.status}", "gate.waiver.terms"]
        if waiver.basic:
            codes += ["gate.waiver.management"]
        return "".join(self.message(code, **fitting(code, params)) for code in codes)

    def treatment_sentence(self, treatment: TreatmentOutcome) -> str:
        """Return whether a treatment is in force, who approved it, and until when."""
        params = {
            "subject": self.practice_title(treatment.practice),
            "kind": self.message(f"gate.treatment.{treatment.kind}"),
            "approver": _plain(treatment.approved_by),
            "approved_on": treatment.approved_on,
            "review_by": treatment.review_by,
        }
        return self.message(f"gate.treatment.{treatment.status}", **params)

    def _waived_title(self, subject: str) -> str:
        if subject in self.checklist.placed:
            return self.practice_title(subject)
        return self.message("gate.waiver.rule", id=subject)

    def practice_place(self, practice_id: str) -> Place:
        """Return the place of a practice's answer."""
        return self.verdict.places[practice_id]

    def listed_practices(self, outcome: Outcome) -> tuple[tuple[str, ...], int]:
        """Return the practices to list for an outcome, and how many more there are."""
        return outcome.practices[:_MAX_LISTED], max(0, len(outcome.practices) - _MAX_LISTED)

    def practices_to_mark(self, outcome: Outcome) -> tuple[str, ...]:
        """Return the practices to mark at their lines: the first ones, as many as suffice."""
        return outcome.practices[: outcome.enough]

    def failing_practices(self) -> dict[str, tuple[Outcome, ...]]:
        """Return by practice the unmet conditions for which it is to be marked."""
        failing: dict[str, tuple[Outcome, ...]] = {}
        for outcome in self.verdict.with_status("unmet"):
            for practice in self.practices_to_mark(outcome):
                failing[practice] = (*failing.get(practice, ()), outcome)
        return failing

    def unmet_without_practices(self) -> tuple[Outcome, ...]:
        """Return the unmet conditions that no work on practices would meet."""
        return tuple(
            outcome for outcome in self.verdict.with_status("unmet") if not outcome.practices
        )

    def practice_result(self, practice_id: str) -> PracticeResult:
        """Return the figures of a practice."""
        domain_id = self.checklist.placed[practice_id].domain.id
        domain = next(domain for domain in self.result.domains if domain.id == domain_id)
        return next(practice for practice in domain.practices if practice.id == practice_id)

    def _subject_kind(self, subject: str) -> str | None:
        """Return ``tier`` or ``practice`` where a subject is one."""
        if subject in self.checklist.placed:
            return "practice"
        return "tier" if subject in ("basic", "desirable") else None

    def _words(self, code: str, outcome: Outcome) -> str:
        """Return words of a condition, filled with the values of an outcome.

        Args:
            code: the code of the words.
            outcome: an outcome of the condition.
        """
        value = CONDITIONS[outcome.condition].value
        params = {
            "subject": self.subject_title(outcome.subject),
            "expected": value.expected(outcome.expected, outcome.actual, self.lang),
            "actual": self._actual(outcome),
            "count": len(outcome.practices),
            "enough": outcome.enough,
            "aim": outcome.aim,
            **value.advice_params(outcome.expected, self.verdict.as_of),
        }
        return self.message(code, **fitting(code, params))

    def _actual(self, outcome: Outcome) -> str:
        """Return the actual value, and the shortfall where there is one."""
        condition = CONDITIONS[outcome.condition]
        if outcome.actual is None:
            return self.message("gate.none")
        actual = condition.value.actual(outcome.actual, outcome.expected)
        if outcome.shortfall is None:
            return actual
        missing = condition.value.missing(outcome.actual, outcome.expected)
        return self.message(condition.code("shortfall"), actual=actual, missing=missing)

    def _reason(self, outcome: Outcome) -> str:
        if outcome.reason != "unrateable":
            return self.message(f"gate.reason.{outcome.reason}")
        domain_ids = [
            domain.id
            for domain in self.result.domains
            if outcome.subject in ("overall", domain.id) and not domain.rateable
        ]
        return self.message("gate.reason.unrateable", domains=listed(domain_ids))


def _short(content: str) -> str:
    """Return a hash as people compare it: its name and its first digits."""
    return content[: len("sha256:") + _DIGITS]


def _plain(text: str) -> str:
    """Return text on one line, without characters that control a terminal, a log or XML."""
    line = " ".join(text.split())
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in line)
