"""OSCAL in JSON or YAML: catalogues as checklists, mapping collections as crosswalks."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cssa.datafile.reader import Document
from cssa.importers.importer import Importer, ImportRequest, Parents, SourceReading
from cssa.importers.languages import chosen_languages
from cssa.importers.losses import Balance
from cssa.importers.oscal_mappings import read_mapping_collection
from cssa.importers.oscal_prose import Parameters, part_text
from cssa.importers.outline import Node, Outline, SourceGroup, Words
from cssa.importers.shapes import Shape, check_shapes
from cssa.importers.source_file import mapping, mappings, read_document, refusal, wrong_value
from cssa.importers.text import clean, guessed_language, in_one_line
from cssa.messages.wording import listed

_MODELS = (
    "catalog", "mapping-collection", "profile", "component-definition", "system-security-plan",
    "assessment-plan", "assessment-results", "plan-of-action-and-milestones",
)  # fmt: skip
_MODEL = re.compile(rf"(?:^\s*|[{{,]\s*\")({'|'.join(_MODELS)})\"?\s*:", re.MULTILINE)
_HEADING_CLASSES = frozenset({"category", "function"})
"""Classes of controls whose statement sums up the controls below them."""
_GROUP_PROPS = frozenset(
    {
        "applicability", "baseline", "essential-eight-applicability", "implementation-group",
        "modal_verb", "sec_level",
    }
)  # fmt: skip
"""Properties by which requirements are selected."""
_ASSESSMENT_PARTS = frozenset(
    {"assessment", "assessment-method", "assessment-objective", "assessment-objects", "objective"}
)
_READ_PROPS = frozenset({"sort-id", "status"})
_SHAPES: Mapping[str, Shape] = {
    **dict.fromkeys(("metadata", "back-matter", "select"), "mapping"),
    **dict.fromkeys(
        (
            "constraints", "controls", "groups", "guidelines", "links", "params", "parties",
            "parts", "props", "responsible-parties",
        ),
        "mappings",
    ),
    **dict.fromkeys(("choice", "party-uuids", "resources", "values"), "list"),
}  # fmt: skip
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class OscalImporter(Importer):
    """OSCAL, the format of NIST for catalogues of controls."""

    name = "oscal"
    title = "OSCAL"
    has_parents = True

    def recognises(self, text: str) -> bool:
        return _MODEL.search(text[:2000]) is not None and "metadata" in text

    def read(self, request: ImportRequest) -> SourceReading:
        document = read_document(request)
        top = mapping(document)
        model = next((name for name in _MODELS if isinstance(top.get(name), dict)), None)
        balance = Balance()
        if model == "mapping-collection":
            crosswalks = read_mapping_collection(document, top[model], balance)
            return SourceReading(outline=None, crosswalks=crosswalks, balance=balance)
        check_shapes(document, _SHAPES)
        if model != "catalog":
            holds = listed([model] if model else top or ["-"])
            raise refusal(request, "import.nothing_to_answer", holds=holds)
        reader = _CatalogReader(document, top["catalog"], balance, request.parents)
        outline = reader.outline(request.languages)
        if not any(root.has_requirements for root in outline.roots):
            raise refusal(request, "import.nothing_to_answer", holds="catalog")
        return SourceReading(outline=outline, crosswalks=(), balance=balance)


class _CatalogReader:
    """Reads a catalogue.

    Args:
        document: the file.
        catalog: its catalogue.
        balance: takes what is not carried.
        parents: what controls with further ones below them become.
    """

    def __init__(
        self,
        document: Document,
        catalog: dict[str, Any],
        balance: Balance,
        parents: Parents,
    ) -> None:
        self._parents = parents
        self._document = document
        self._catalog = catalog
        self._balance = balance
        self._lang = "en"
        self._parameters = Parameters({}, self._lang, balance)
        self._groups: dict[str, SourceGroup] = {}

    def outline(self, asked: tuple[str, ...]) -> Outline:
        """Return the catalogue as an outline.

        Args:
            asked: the language that its texts are in; empty to guess it.
        """
        metadata = self._catalog.get("metadata")
        if not isinstance(metadata, dict):
            raise wrong_value(self._document, "catalog", "metadata")
        title = in_one_line(clean(metadata.get("title"), self._balance))
        guess = guessed_language(title)
        self._lang = asked[0] if asked else guess
        if not asked:
            self._balance.note("language_assumed", self._lang)
        languages = chosen_languages(self._lang, (), asked)
        self._parameters = Parameters(
            dict(self._all_parameters(self._catalog)), self._lang, self._balance
        )
        roots = list(self._children(self._catalog, ("catalog",)))
        resources = (self._catalog.get("back-matter") or {}).get("resources") or ()
        if resources:
            count = len(resources)
            self._balance.lose("", "back-matter.resources", "no_place", count=count)
        description = clean(metadata.get("remarks"), self._balance)
        published = metadata.get("published") or metadata.get("last-modified") or ""
        day = _DAY.match(str(published))
        version = str(metadata.get("version") or "1")
        return Outline(
            original=str(self._catalog.get("uuid") or ""),
            name=title,
            version=version,
            title={self._lang: title or "OSCAL"},
            description={self._lang: description} if description else {},
            publisher=_publisher(metadata),
            published=day.group() if day else "",
            languages=languages,
            groups=tuple(self._groups.values()),
            roots=roots,
        )

    def _all_parameters(self, holder: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        for entry in holder.get("params") or ():
            yield str(entry.get("id")), entry
        for name in ("groups", "controls"):
            for inner in holder.get(name) or ():
                if isinstance(inner, dict):
                    yield from self._all_parameters(inner)

    def _children(self, holder: Mapping[str, Any], path: tuple[str | int, ...]) -> Iterator[Node]:
        for name, read in (("groups", self._group), ("controls", self._control)):
            entries = mappings(self._document, holder.get(name), *path, name)
            for index, entry in enumerate(entries):
                self._balance.read["nodes"] += 1
                yield from read(entry, (*path, name, index))

    def _group(self, entry: dict[str, Any], path: tuple[str | int, ...]) -> Iterator[Node]:
        identifier = str(entry.get("id") or "")
        node = Node(
            original=identifier or "/".join(map(str, path)),
            wanted_id=identifier,
            title=self._title(entry),
        )
        self._add_parts(node, entry)
        self._count_others(entry)
        node.children = list(self._children(entry, path))
        yield node

    def _control(self, entry: dict[str, Any], path: tuple[str | int, ...]) -> Iterator[Node]:
        identifier = str(entry.get("id") or "")
        if _is_withdrawn(entry):
            gone_to = ", ".join(
                str(link.get("href", "")).lstrip("#")
                for link in entry.get("links") or ()
                if link.get("rel") in ("incorporated-into", "moved-to")
            )
            field = f"control → {gone_to}" if gone_to else "control"
            self._balance.lose(identifier, field, "withdrawn", of="nodes")
            yield from self._children(entry, path)
            return
        number = _label(entry)
        node = Node(
            original=identifier or "/".join(map(str, path)),
            number=number,
            wanted_id=identifier,
            title=self._title(entry, without=(number, identifier)),
            is_requirement=self._is_requirement(entry),
        )
        self._add_parts(node, entry)
        self._add_parameters(node, entry)
        node.groups = tuple(self._groups_of(entry))
        self._count_others(entry)
        node.children = list(self._children(entry, path))
        yield node

    def _is_requirement(self, entry: Mapping[str, Any]) -> bool:
        """Return whether a control is answered, and note what decided it for one with others."""
        if entry.get("class") in _HEADING_CLASSES:
            return False
        inner = entry.get("controls")
        if not isinstance(inner, list) or all(map(_is_withdrawn, inner)):
            return True
        self._balance.note(f"parents_{self._parents}")
        return self._parents == "practices"

    def _title(self, entry: Mapping[str, Any], without: tuple[str, ...] = ()) -> Words:
        title = in_one_line(self._parameters.inserted(clean(entry.get("title"), self._balance)))
        self._balance.read["texts"] += bool(title)
        if title in without:
            self._balance.lose(str(entry.get("id") or ""), "title", "repeats_number", of="texts")
            return {}
        return {self._lang: title} if title else {}

    def _add_parts(self, node: Node, entry: Mapping[str, Any]) -> None:
        """Add a control's or group's parts to its node."""
        for part in entry.get("parts") or ():
            name = str(part.get("name"))
            text, count = part_text(part, self._parameters, self._balance)
            self._balance.read["texts"] += count
            if not count:
                continue
            if name in _ASSESSMENT_PARTS:
                self._balance.lose(
                    node.original, f"part {name}", "assessment_part", of="texts", count=count
                )
            elif name in ("statement", "overview") and not node.text:
                self._add_statement(node, part, text, count)
            elif name == "example":
                node.points = (*node.points, {self._lang: text})
                node.examples = True
                node.merged += count - 1
            else:
                node.guidance = (*node.guidance, {self._lang: text})
                node.merged += count - 1

    def _add_statement(self, node: Node, part: Mapping[str, Any], text: str, count: int) -> None:
        """Add what a control demands; its items are points where a sentence leads to them."""
        prose = self._parameters.inserted(clean(part.get("prose"), self._balance))
        items = [item for item in part.get("parts") or () if item.get("name") == "item"]
        is_list = prose and items and len(items) == len(part.get("parts") or ())
        if not is_list or not node.is_requirement:
            node.text = {self._lang: text}
            node.merged += count - 1
            return
        node.text = {self._lang: prose}
        for item in items:
            item_text, item_count = part_text(item, self._parameters, self._balance)
            if item_count:
                node.points = (*node.points, {self._lang: item_text})
                node.merged += item_count - 1

    def _add_parameters(self, node: Node, entry: Mapping[str, Any]) -> None:
        """Explain the blanks of a control: what may be filled in, and what is demanded of it."""
        lines = []
        for parameter in entry.get("params") or ():
            constraints, guidelines = (
                parameter.get(name) or () for name in ("constraints", "guidelines")
            )
            said = [
                *(clean(entry_.get("description"), self._balance) for entry_ in constraints),
                *(clean(entry_.get("prose"), self._balance) for entry_ in guidelines),
            ]
            said = [self._parameters.inserted(text) for text in said if text]
            if said:
                label = self._parameters.label(str(parameter.get("id")))
                lines.append(f"• {label}: {' '.join(said)}")
                self._balance.read["texts"] += len(said)
                node.merged += len(said)
        if lines:
            node.guidance = (*node.guidance, {self._lang: "\n".join(lines)})
            node.merged -= 1

    def _groups_of(self, entry: Mapping[str, Any]) -> Iterator[str]:
        parts = entry.get("parts") or ()
        statements = [part for part in parts if part.get("name") == "statement"]
        for holder in (entry, *statements):
            for prop in holder.get("props") or ():
                name, value = str(prop.get("name")), str(prop.get("value"))
                if name in _GROUP_PROPS:
                    original = f"{name}:{value}"
                    title: Words = {self._lang: f"{name}: {value}"}
                    self._groups.setdefault(original, SourceGroup(original=original, title=title))
                    yield original

    def _count_others(self, entry: Mapping[str, Any]) -> None:
        """List by name the properties and links that have no place."""
        for holder in (entry, *(entry.get("parts") or ())):
            for prop in holder.get("props") or ():
                name = str(prop.get("name"))
                is_label = name == "label" and not prop.get("class")
                if name not in _GROUP_PROPS | _READ_PROPS and not is_label:
                    self._balance.lose("", f"prop {name}", "no_place")
        for link in entry.get("links") or ():
            self._balance.lose("", f"link {link.get('rel')}", "no_place")


def _publisher(metadata: Mapping[str, Any]) -> str:
    """Return the name of the party that publishes or made a document."""
    names = {
        str(party.get("uuid")): str(party.get("name") or "")
        for party in metadata.get("parties") or ()
    }
    for role in ("publisher", "creator"):
        for responsible in metadata.get("responsible-parties") or ():
            if responsible.get("role-id") == role:
                named = [names.get(str(uuid), "") for uuid in responsible.get("party-uuids") or ()]
                if any(named):
                    return in_one_line(", ".join(filter(None, named)))
    return in_one_line(next(iter(names.values()), ""))


def _label(entry: Mapping[str, Any]) -> str:
    """Return the number that a control is known by: of several labels the one without a class."""
    labels = [prop for prop in entry.get("props") or () if prop.get("name") == "label"]
    plain = [prop for prop in labels if not prop.get("class")]
    return in_one_line(str((plain or labels)[0].get("value") or "")) if labels else ""


def _is_withdrawn(entry: Mapping[str, Any]) -> bool:
    return any(
        prop.get("name") == "status" and str(prop.get("value")).lower() == "withdrawn"
        for prop in entry.get("props") or ()
    )
