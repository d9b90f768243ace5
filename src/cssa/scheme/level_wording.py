"""What the levels of a checklist are called and mean, wherever they are asked or shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cssa.checklist.header import ChecklistFacts
from cssa.datafile.types import AnyText, Text
from cssa.scheme.scales import Scale, Scales


class LevelWords(NamedTuple):
    """A level in words.

    Attributes:
        meaning: what it means wherever no scale says it closer.
        former: names that forms sent out earlier have in its place.
    """

    level: int
    name: AnyText
    meaning: AnyText
    former: Sequence[AnyText] = ()


@dataclass(frozen=True)
class LevelWording:
    """The levels of a checklist in words.

    Attributes:
        levels: ascending.
        rules: what is printed wherever levels are asked.
        scales: closer words for each kind of practice; none where the checklist has its own levels.
    """

    levels: tuple[LevelWords, ...]
    rules: tuple[Text, ...] = ()
    scales: tuple[Scale, ...] = ()

    @cached_property
    def _by_level(self) -> dict[int, LevelWords]:
        return {words.level: words for words in self.levels}

    @cached_property
    def _by_scale(self) -> dict[str, Scale]:
        return {scale.id: scale for scale in self.scales}

    def name(self, level: int) -> AnyText:
        """Return what a level is called."""
        return self._by_level[level].name

    def words(self, scale_id: str | None, level: int) -> AnyText:
        """Return what a level means on a scale, in general where the scale does not word it.

        Args:
            scale_id: id of a scale; None or an unknown one has the general wording.
            level: one of the levels.
        """
        scale = self._by_scale.get(scale_id or "")
        words = scale.words.items() if scale else ()
        general = self._by_level[level].meaning
        return next((text for number, text in words if number == str(level)), general)

    def not_yet_if(self, scale_id: str | None, level: int) -> Text | None:
        """Return what shows that a level is not reached yet, None where the scale has nothing.

        Args:
            scale_id: id of a scale.
            level: one of the levels.
        """
        scale = self._by_scale.get(scale_id or "")
        lines = scale.not_yet_if.items() if scale else ()
        return next((text for number, text in lines if number == str(level)), None)


def level_wording(scales: Scales, checklist: ChecklistFacts | None = None) -> LevelWording:
    """Return the words of a checklist's levels.

    Args:
        scales: those of the program's own levels.
        checklist: its own steps come in their place; None for a checklist without.
    """
    if checklist is None or checklist.scale is None:
        words = (
            LevelWords(item.level, item.name, item.meaning, item.former) for item in scales.levels
        )
        return LevelWording(tuple(words), scales.rules, scales.scales)
    steps = checklist.scale.steps
    return LevelWording(
        tuple(LevelWords(step.value, step.title, step.meaning or step.title) for step in steps)
    )
