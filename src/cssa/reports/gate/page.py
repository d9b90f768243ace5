"""What every format of the verdict is written from, and the sentences they share."""

from dataclasses import dataclass
from fractions import Fraction

from cssa.checklist.models import Checklist, Practice
from cssa.engine.figures import rounded
from cssa.engine.result import PracticeResult, Result
from cssa.gate.verdict import Outcome, Place, Verdict, WaiverOutcome
from cssa.messages import Lang, say

_SHARES = frozenset({"min_coverage", "max_left_out"})
_LISTED = 12


@dataclass(frozen=True, slots=True)
class Page:
    """A verdict with what puts it into words.

    Attributes:
        width: cells of a line, for the text format.
        version: the program's.
    """

    verdict: Verdict
    result: Result
    checklist: Checklist
    lang: Lang
    width: int
    version: str

    def say(self, code: str, **params: object) -> str:
        """Return a message in the page's language."""
        return say(self.lang, code, params)

    def practice(self, practice_id: str) -> Practice:
        """Return a practice of the checklist."""
        return self.checklist.placed[practice_id].practice

    def title(self, practice_id: str) -> str:
        """Return a practice's number and title."""
        return f"{practice_id} {self.practice(practice_id).title.get(self.lang)}"

    def subject(self, name: str) -> str:
        """Return what a subject is called."""
        if name == "overall":
            return self.say("gate.overall")
        if name in ("basic", "desirable"):
            return self.say(f"tier.{name}")
        if name in self.checklist.placed:
            return self.title(name)
        titles = {domain.id: domain.title for domain in self.checklist.domains}
        titles |= {
            one.id: one.title for domain in self.checklist.domains for one in domain.sections
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
            "expired": sum(one.status == "expired" for one in verdict.waivers),
        }
        return self.say("gate.met" if verdict.met else "gate.unmet", **params)

    def policy(self) -> str:
        """Return which policy was applied and who approved it, or that it is an example."""
        policy = self.verdict.policy
        code = "gate.policy" if policy.approved else "gate.policy_example"
        return self.say(code, id=policy.id, by=policy.approved_by, on=policy.approved_on)

    def sentence(self, outcome: Outcome) -> str:
        """Return what is demanded, what there is and how much is missing."""
        condition = outcome.condition
        unit = "%" if condition in _SHARES else ""
        params = {
            "subject": self.subject(outcome.subject),
            "expected": _bound(outcome.expected, condition),
            "actual": self._actual(outcome),
        }
        text = self.say(f"gate.demand.{condition}", **params)
        if outcome.shortfall is not None:
            missing = Fraction(outcome.shortfall) * (100 if unit else 1)
            text += self.say("gate.shortfall", missing=f"{_decimal(missing, Fraction(0))}{unit}")
        if outcome.reason is not None:
            text += self.say("gate.because", reason=self.say(f"gate.reason.{outcome.reason}"))
        return text

    def _actual(self, outcome: Outcome) -> str:
        if outcome.actual is None:
            return self.say("gate.none")
        try:
            actual, bound = Fraction(outcome.actual), Fraction(outcome.expected)
        except ValueError:  # dates, editions
            return outcome.actual
        if outcome.condition in _SHARES:
            return f"{_decimal(actual * 100, bound * 100)}%"
        return _decimal(actual, bound)

    def waiver(self, waiver: WaiverOutcome) -> str:
        """Return what became of a waiver."""
        return self.say(f"gate.waiver.{waiver.status}", **waiver.model_dump())

    def place(self, practice_id: str) -> Place | None:
        """Return where a practice is answered."""
        return self.verdict.places.get(practice_id)

    def listed(self, outcome: Outcome) -> tuple[tuple[str, ...], int]:
        """Return the practices to name for an outcome, and how many more there are."""
        return outcome.practices[:_LISTED], max(0, len(outcome.practices) - _LISTED)

    def standing(self, practice_id: str) -> PracticeResult:
        """Return how a practice stands."""
        domain = self.checklist.placed[practice_id].domain.id
        found = next(one for one in self.result.domains if one.id == domain)
        return next(one for one in found.practices if one.id == practice_id)

    def state(self, practice_id: str) -> str:
        """Return a practice's level and target in words."""
        practice = self.standing(practice_id)
        if practice.level is None:
            return self.say(f"status.{practice.status}")
        target = "-" if practice.target is None else practice.target
        return self.say("gate.state", level=practice.level, target=target)


def _bound(value: str, condition: str) -> str:
    """Return what a policy demands, as it was written."""
    return f"{float(Fraction(value) * 100):g}%" if condition in _SHARES else value


def _decimal(number: Fraction, bound: Fraction) -> str:
    """Return a number with two decimals, with four where two would show the bound it is not."""
    if number.denominator == 1:
        return str(number.numerator)
    shown = f"{rounded(number):.2f}"
    return f"{rounded(number, 4):.4f}" if Fraction(shown) == bound else shown
