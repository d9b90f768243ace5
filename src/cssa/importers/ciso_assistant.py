"""Library files of CISO Assistant: frameworks as checklists, mapping sets as crosswalks."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from cssa.datafile.reader import Document
from cssa.importers.ciso_mappings import read_mapping_sets
from cssa.importers.ciso_questions import read_questions
from cssa.importers.importer import Importer, ImportRequest, SourceReading
from cssa.importers.languages import chosen_languages
from cssa.importers.losses import Balance
from cssa.importers.outline import (
    Node,
    Outline,
    SourceGroup,
    SourceScale,
    SourceStep,
    Words,
    joined,
)
from cssa.importers.shapes import Shape, check_shapes
from cssa.importers.source_file import mapping, mappings, read_document, refusal, wrong_value
from cssa.importers.text import clean, in_one_line
from cssa.messages.wording import listed

MAX_STEPS = 11
"""Steps of a scale at most; a longer one is a score."""
MAX_VALUE = 1000
"""The highest value of a step."""

_KNOWN_FIELDS = frozenset(
    {
        "urn", "assessable", "depth", "parent_urn", "ref_id", "name", "description", "annotation",
        "typical_evidence", "translations", "implementation_groups", "weight", "questions",
        "reference_controls", "threats",
    }
)  # fmt: skip
_TEXT_FIELDS = ("name", "description", "annotation", "typical_evidence")
_CHECKLIST_OBJECTS = ("framework", "frameworks")
_MAPPING_OBJECTS = ("requirement_mapping_set", "requirement_mapping_sets")
_SHAPES: Mapping[str, Shape] = {
    **dict.fromkeys(("depends_on", "translations"), "mapping"),
    **dict.fromkeys(("choices", "requirement_nodes"), "mappings"),
    **dict.fromkeys(("answers", "implementation_groups", "threats"), "list"),
    **dict.fromkeys(("add_score", "max_score", "min_score"), "number"),
}
_LANGUAGE = re.compile("[a-z]{2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class CisoAssistantImporter(Importer):
    """Library files of CISO Assistant, as its community repository has them."""

    name = "ciso-assistant"
    title = "CISO Assistant"

    def recognises(self, text: str) -> bool:
        return bool(re.search(r"^urn: *['\"]?urn:", text, re.MULTILINE)) and bool(
            re.search(r"^(objects|provider|packager|ref_id):", text, re.MULTILINE)
        )

    def read(self, request: ImportRequest) -> SourceReading:
        document = read_document(request)
        library = mapping(document)
        objects = mapping(document, "objects")
        balance = Balance()
        crosswalks = read_mapping_sets(document, library, objects, balance)
        framework, path = _framework(document, objects, balance)
        if framework is None and not crosswalks:
            raise refusal(request, "import.nothing_to_answer", holds=listed(objects or ["-"]))
        for name, value in objects.items():
            if name not in (*_CHECKLIST_OBJECTS, *_MAPPING_OBJECTS):
                count = len(value) if isinstance(value, list) else 1
                balance.lose("", f"objects.{name}", "other_object", count=count)
        if framework is None:
            return SourceReading(outline=None, crosswalks=crosswalks, balance=balance)
        check_shapes(document, _SHAPES)
        reader = _FrameworkReader(document, library, framework, path, balance)
        outline = reader.outline(request.languages)
        if not any(root.has_requirements for root in outline.roots):
            raise refusal(request, "import.nothing_to_answer", holds=listed(objects))
        return SourceReading(outline=outline, crosswalks=crosswalks, balance=balance)


def _framework(
    document: Document, objects: Mapping[str, Any], balance: Balance
) -> tuple[dict[str, Any] | None, tuple[str | int, ...]]:
    """Return the framework of a library, with the path to it; None where it has none."""
    if objects.get("framework") is not None:
        return mapping(document, "objects", "framework"), ("objects", "framework")
    several = mappings(document, objects.get("frameworks"), "objects", "frameworks")
    if len(several) > 1:
        count = len(several) - 1
        balance.lose("", "objects.frameworks", "further_framework", count=count)
    return (several[0], ("objects", "frameworks", 0)) if several else (None, ())


class _FrameworkReader:
    """Reads one framework.

    Args:
        document: the file.
        library: its top level.
        framework: the framework.
        path: keys to it.
        balance: takes what is not carried.
    """

    def __init__(
        self,
        document: Document,
        library: Mapping[str, Any],
        framework: Mapping[str, Any],
        path: tuple[str | int, ...],
        balance: Balance,
    ) -> None:
        self._document = document
        self._library = library
        self._framework = framework
        self._path = (*path, "requirement_nodes")
        self._balance = balance
        self._locale = str(library.get("locale") or "en")[:2].lower()
        self._languages: tuple[str, ...] = (self._locale,)

    def outline(self, asked: tuple[str, ...]) -> Outline:
        """Return the framework as an outline.

        Args:
            asked: the languages to take; empty for all.
        """
        nodes = mappings(self._document, self._framework.get("requirement_nodes"), *self._path)
        available = dict.fromkeys(
            (self._locale, *(lang for node in nodes for lang in node.get("translations") or ()))
        )
        for lang in [lang for lang in available if not _LANGUAGE.fullmatch(lang)]:
            del available[lang]
            self._balance.lose("", f"translations {lang}", "language_code")
        self._languages = chosen_languages(self._locale, available, asked)
        self._balance.read["nodes"] = len(nodes)
        roots = self._tree(nodes)
        library, framework = self._library, self._framework
        self._metadata()
        scale = self._scale()
        title = self._words(framework, "name") or self._words(library, "name")
        description = self._words(library, "description")
        more = self._words(framework, "description")
        return Outline(
            original=str(framework.get("urn") or library.get("urn") or ""),
            name=str(library.get("ref_id") or framework.get("ref_id") or "imported"),
            version=str(library.get("version") or "1"),
            title=_line(title),
            description=joined((description, more) if more != description else (description,)),
            copyright=self._clean(library.get("copyright")),
            publisher=in_one_line(self._clean(library.get("provider"))),
            published=_day(library.get("publication_date")),
            languages=self._languages,
            groups=tuple(self._groups()),
            scale=scale,
            choices_give_levels=scale is not None,  # without one, scores run from 0 to 100
            roots=roots,
        )

    def _metadata(self) -> None:
        """Note what the library says that has no place in a checklist."""
        for name in ("dependencies", "labels"):
            if self._library.get(name):
                self._balance.note(name, ", ".join(map(str, self._library[name])))
        if self._framework.get("field_visibility"):
            self._balance.lose("", "field_visibility", "appearance")

    def _tree(self, nodes: list[dict[str, Any]]) -> list[Node]:
        """Return the roots of the tree that the parents' names make; depths are not trusted."""
        made: dict[str, Node] = {}
        roots: list[Node] = []
        for index, entry in enumerate(nodes):
            urn = entry.get("urn")
            if not isinstance(urn, str) or urn.lower() in made:
                raise wrong_value(self._document, *self._path, index, "urn")
            made[urn.lower()] = self._node(entry)
        for entry in nodes:
            node = made[entry["urn"].lower()]
            parent = made.get(str(entry.get("parent_urn") or "").lower())
            is_dangling = bool(entry.get("parent_urn")) and parent is None
            if is_dangling:
                self._balance.lose(node.original, "parent_urn", "unknown_parent")
            (roots if parent is None else parent.children).append(node)
        if sum(1 for root in roots for _ in root.walk()) != len(nodes):
            raise wrong_value(self._document, *self._path)  # parents that are each other's
        return roots

    def _node(self, entry: Mapping[str, Any]) -> Node:
        urn = entry["urn"]
        is_requirement = entry.get("assessable") is True
        for key, value in entry.items():
            if key not in _KNOWN_FIELDS and value not in (None, "", [], {}):
                cause = "appearance" if key == "display_mode" else "no_place"
                self._balance.lose(urn, key, cause)
        texts = [self._words(entry, field) for field in _TEXT_FIELDS]
        self._balance.read["texts"] += sum(map(len, texts))
        name, description, annotation, evidence = texts
        questions = read_questions(entry, self._languages, self._locale, self._balance)
        return Node(
            original=urn,
            number=in_one_line(self._clean(entry.get("ref_id"))),
            title=_line(name),
            text=description,
            guidance=(annotation,) if annotation else (),
            evidence=(evidence,) if evidence else (),
            groups=self._node_groups(entry, is_requirement=is_requirement),
            weight=_weight(entry.get("weight")),
            refs=self._refs(entry),
            is_requirement=is_requirement,
            questions=questions,
        )

    def _node_groups(self, entry: Mapping[str, Any], *, is_requirement: bool) -> tuple[str, ...]:
        groups = tuple(map(str, entry.get("implementation_groups") or ()))
        if groups and not is_requirement:
            self._balance.note("groups_of_headings")
            return ()
        return groups

    def _refs(self, entry: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        return {
            name: tuple(map(str, entry[name]))
            for name in ("reference_controls", "threats")
            if entry.get(name)
        }

    def _groups(self) -> Iterator[SourceGroup]:
        definitions = self._framework.get("implementation_groups_definition")
        for entry in mappings(self._document, definitions, *self._path[:-1]):
            name, description = self._words(entry, "name"), self._words(entry, "description")
            if entry.get("default_selected"):
                self._balance.lose("", f"default_selected {entry.get('ref_id')}", "default_group")
            original = str(entry.get("ref_id") or "")
            parts = (name, description) if name != description else (name,)
            title = joined(tuple(map(_line, parts)), ": ")
            yield SourceGroup(original=original, title=title or {self._languages[0]: original})

    def _scale(self) -> SourceScale | None:
        """Return the framework's own scale: its steps, or its bounds where it has too many."""
        entries = self._score_definitions()
        low, high = self._framework.get("min_score"), self._framework.get("max_score")
        if low is None and high is None:
            scores = [entry["score"] for entry in entries if isinstance(entry.get("score"), int)]
            if not scores:
                return None
            low, high = min(scores), max(scores)
        low, high = sorted((int(low or 0), int(100 if high is None else high)))
        steps = {}
        for entry in entries:
            score = entry.get("score")
            if not isinstance(score, int) or not low <= score <= high:
                self._balance.lose("", f"scores_definition {score}", "step_outside")
                continue
            steps[score] = self._step(score, entry)
        if 0 < high - low < MAX_STEPS and max(-low, high) <= MAX_VALUE:
            for value in range(low, high + 1):
                steps.setdefault(value, self._step(value, {}))
        elif not 1 < len(steps) <= MAX_STEPS:
            self._balance.lose("", f"score {low}–{high}", "score_without_steps")
            return SourceScale(low=low, high=high)
        else:
            self._balance.note("steps_of_definition", f"{low}–{high}")
        ordered = tuple(steps[value] for value in sorted(steps))
        return SourceScale(low=ordered[0].value, high=ordered[-1].value, steps=ordered)

    def _score_definitions(self) -> list[dict[str, Any]]:
        definition = self._framework.get("scores_definition")
        if isinstance(definition, dict):
            for name in ("alternatives", "aggregation"):
                if definition.get(name):
                    self._balance.lose("", f"scores_definition.{name}", "own_arithmetic")
            definition = definition.get("scale")
        return mappings(self._document, definition, *self._path[:-1], "scores_definition")

    def _step(self, value: int, entry: Mapping[str, Any]) -> SourceStep:
        meaning = (self._words(entry, "description"), self._words(entry, "description_doc"))
        return SourceStep(
            value=value, title=_line(self._words(entry, "name")), meaning=joined(meaning)
        )

    def _words(self, entry: Mapping[str, Any], name: str) -> Words:
        """Return a text of an entry in every language taken."""
        texts = {self._locale: self._clean(entry.get(name))}
        for lang, words in (entry.get("translations") or {}).items():
            if lang in self._languages and isinstance(words, dict):
                texts.setdefault(lang, self._clean(words.get(name)))
        return {lang: texts[lang] for lang in self._languages if texts.get(lang)}

    def _clean(self, value: object) -> str:
        return clean(value, self._balance)


def _line(words: Words) -> dict[str, str]:
    return {lang: in_one_line(text) for lang, text in words.items()}


def _day(value: object) -> str:
    match = _DAY.match(str(value or ""))
    return match.group() if match else ""


def _weight(value: object) -> Fraction:
    try:
        return Fraction(str(value)) if value is not None else Fraction(1)
    except (ValueError, ZeroDivisionError):
        return Fraction(0)
