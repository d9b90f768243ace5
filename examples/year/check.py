"""Compares what came out of `year.py` with what had to come out, to the file and the digit.

    python examples/year/check.py DIR

Prints every difference and exits with 1, or says how much was compared and exits with 0.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from expected import KINDS, Expected, answer_class
from figures import (
    Answered,
    count_cell,
    mean,
    read_checklist,
    rounded,
    score_cell,
    share_cell,
)
from material import read_rows
from openpyxl import load_workbook
from trend import compare_trend

from forms import tables


class Comparison:
    """Collects differences, and counts what was compared.

    Attributes:
        differences: a line each.
    """

    def __init__(self) -> None:
        self.differences: list[str] = []
        self.counts: dict[str, int] = {}

    def equal(self, area: str, what: str, found: object, expected: object) -> None:
        """Compare two values.

        Args:
            area: under which the comparison is counted.
            what: names the value.
            found: what came out.
            expected: what had to.
        """
        self.counts[area] = self.counts.get(area, 0) + 1
        if found != expected:
            self.differences.append(f"{area}: {what}: {found!r}, expected {expected!r}")


def compare(folder: Path, comparison: Comparison | None = None) -> Comparison:
    """Return the comparison of all campaigns of a folder."""
    comparison = comparison or Comparison()
    practices = read_checklist()
    campaigns = [Expected(path.parent, practices) for path in sorted(folder.glob("*/story.json"))]
    previous: Expected | None = None
    for campaign in campaigns:
        _Campaign(campaign, previous, comparison).compare()
        previous = campaign
    compare_trend(campaigns, comparison)
    return comparison


def document(path: Path) -> Any:
    """Return the content of a JSON file."""
    return json.loads(path.read_text("utf-8"))


class _Campaign:
    """Compares one campaign."""

    def __init__(
        self, expected: Expected, previous: Expected | None, comparison: Comparison
    ) -> None:
        self._expected = expected
        self._previous = previous
        self._comparison = comparison
        self._out = expected.folder / "out"
        self._year = expected.story["year"]

    def compare(self) -> None:
        for stage in self._expected.story["stages"]:
            self._ledger(stage["stage"])
            self._returns(stage["stage"])
        for what, holds in self._expected.story.get("observed", ()):
            self._equal("observed", what, holds, expected=True)
        self._letters()
        self._cases()
        self._feedback()
        self._peers()
        self._aggregate()
        self._packages()

    def _equal(self, area: str, what: str, found: object, expected: object) -> None:
        self._comparison.equal(area, f"{self._year} {what}", found, expected)

    def _ledger(self, stage: str) -> None:
        ledger = document(self._expected.folder / "work" / f"ledger-{stage}.json")
        found = {file["path"]: file["state"] for file in ledger["files"]}
        expected = self._expected.file_states(stage)
        for path in sorted(found.keys() | expected.keys()):
            what = f"run {stage} {path}"
            self._equal("files", what, found.get(path, "absent"), expected.get(path, "absent"))
        for row in ledger["institutions"]:
            standing = self._expected.standing(row["id"], stage)
            what = f"run {stage} {row['id']}"
            self._equal("institutions", what, row["state"], standing.state)
            used = standing.used.path if standing.used else None
            if used is not None:
                self._equal("file that counts", what, row["path"], used)
            for mark in standing.marks - set(row["marks"]):
                self._equal("marks", what, row["marks"], mark)
        listed = {row["id"] for row in ledger["institutions"]}
        self._equal("institutions", f"run {stage}", listed, set(self._expected.roster))

    def _returns(self, stage: str) -> None:
        folder = self._expected.folder / "work" / f"returns-{stage}"
        letters = {path.stem for path in folder.glob("*.txt")}
        self._equal("returns", f"run {stage}", letters, self._expected.returned(stage))
        marked = self._expected.story.get("marked", {}).get(stage, {})
        for institution, cells in marked.items():
            form = folder / f"{institution}.xlsx"
            what = f"run {stage} {institution}"
            self._equal("cells marked", what, sorted(marked_cells(form)), sorted(cells))

    def _letters(self) -> None:
        log = self._out / "private" / "reminders.jsonl"
        entries = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
        for stage, day in self._expected.story["reminded"].items():
            found = {
                entry["to"]: entry["kind"]
                for entry in entries
                if entry["on"] == day and entry["kind"] not in ("route", "list")
            }
            for institution in self._expected.roster:
                expected = self._letter(institution, stage)
                what = f"{day} {institution}"
                self._equal("letters", what, found.get(institution), expected)

    def _letter(self, institution: str, stage: str) -> str | None:
        standing = self._expected.standing(institution, stage)
        if standing.letter is not None:
            return standing.letter or None
        if standing.used is not None:
            return "receipt"
        return {"missing": "submit", **KINDS}.get(standing.state)

    def _cases(self) -> None:
        """Compare what was replied and corrected with cases and the log of corrections."""
        story = self._expected.story
        corrected = {
            (correction["institution"], correction["practice"]): correction
            for correction in story["corrections"]
        }
        for reply in story.get("replies", ()):
            institution, practice = reply["institution"], reply["practice"]
            case = document(self._out / "private" / "cases" / f"{institution}.json")
            question = next(
                question
                for question in case["questions"]
                if (question["practice"] or "*") == practice and question["file"] == reply["file"]
            )
            what = f"{institution} {practice}"
            self._equal("cases", what, question["reply"]["text"], reply["reply"])
            level = int(reply["level"]) if "level" in reply else None
            self._equal("cases", what, question["reply"]["level"], level)
            self._equal("cases", what, question["asked_on"], [story["asked_on"]])
            correction = corrected.get((institution, practice))
            is_waiting = correction is not None and not correction["approved_by"]
            stands = self._expected.stands(institution, reply["file"])
            state = "answered" if is_waiting and stands else "closed"
            self._equal("cases", what, question["state"], state)
        log = self._out / "private" / "corrections.csv"
        found = {
            (row["institution"], row["practice"], int(row["after"]), row["approved_by"])
            for row in (read_rows(log) if log.exists() else ())
        }
        expected = {
            (entry["institution"], entry["practice"], entry["after"], entry["approved_by"])
            for entry in story["corrections"]
            if entry["approved_by"] and self._expected.stands(entry["institution"], entry["file"])
        }
        self._equal("corrections", "log", found, expected)

    def _feedback(self) -> None:
        """Compare every report with the answers as they stand after the last run."""
        last = self._expected.stages[-1]
        for institution in self._expected.roster:
            answered = self._expected.standing(institution, last).answered
            path = self._out / "feedback" / institution / "feedback.json"
            self._equal("reports", institution, path.exists(), answered is not None)
            if answered is not None and path.exists():
                report = document(path)
                self._result(institution, report["result"], answered)
                edition = report["mark"] and report["mark"]["edition"]
                changed = self._expected.is_changed_since_publication(institution, last)
                self._equal("editions", institution, edition, 2 if changed else None)

    def _result(self, institution: str, result: Mapping[str, Any], answered: Answered) -> None:
        area = "figures of institutions"
        self._equal(area, institution, result["overall"]["exact"], exact(answered.overall))
        self._score(f"{institution} overall", result["overall"], answered.overall)
        below = result["overall"]["below_target"]
        found = (below["count"], below["of"], below["accepted"])
        self._equal(area, f"{institution} below target", found, answered.below_target)
        self._equal(area, f"{institution} level", result["overall"]["level"], answered.lowest())
        self._equal(area, f"{institution} risk", result["risk_profile"]["level"], answered.risk)
        for tier in ("basic", "desirable"):
            found = result["tiers"][tier]["exact"]
            self._equal(area, f"{institution} {tier}", found, exact(answered.tier(tier)))
        for kind, scores in (("domains", answered.domains), ("sections", answered.sections)):
            for entry in result[kind]:
                what = f"{institution} {entry['id']}"
                self._score(what, entry, scores[entry["id"]])
                self._equal(area, f"{what} level", entry["level"], answered.lowest(entry["id"]))
        for domain in result["domains"]:
            for practice in domain["practices"]:
                name = practice["id"]
                expected = (answered.status[name], answered.levels.get(name))
                what = f"{institution} {name}"
                self._equal(area, what, (practice["status"], practice["level"]), expected)

    def _score(self, what: str, entry: Mapping[str, Any], score: Fraction | None) -> None:
        self._equal("figures of institutions", what, entry["exact"], exact(score))
        shown = None if score is None else rounded(score, 2)
        self._equal("figures of institutions", what, entry["score"], shown)

    def _peers(self) -> None:
        """Compare every published figure; what is not published has to be listed as withheld."""
        peers = document(self._out / "public" / "peers.json")
        members = self._expected.in_statistics
        withheld = {(entry["group"], entry["figure"]) for entry in peers["withheld"]}
        published = {group["id"]: group for group in peers["groups"]}
        for name, institutions in self._expected.groups(members).items():
            inside = {institution: members[institution] for institution in institutions}
            group = published.pop(name, {})
            if group:
                self._equal("groups", f"{name} n", group["n"], len(inside))
            for figure, cell in self._cells(inside):
                found = _published(group, figure)
                if found is not None:
                    self._equal("published figures", f"{name} {figure}", found, cell)
                elif not {(name, figure), (name, "*")} & withheld:
                    self._equal("withheld", f"{name} {figure}", "not listed", "listed")
        self._equal("groups", "others", set(published), set())
        if self._previous is not None:
            self._change(peers)

    def _cells(self, members: Mapping[str, Answered]) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the figures of a group by their names, those that some institution has."""
        one = next(iter(members.values()))
        for figure in ("overall", "below_in_place", *one.domains, *one.sections):
            values = list(self._expected.values(members, figure).values())
            if values:
                yield figure, (count_cell if figure == "below_in_place" else score_cell)(values)
        for practice in one.status:
            classes = [answer_class(answered, practice) for answered in members.values()]
            given = [name for name in classes if name is not None]
            if any(name.isdigit() for name in given):
                yield practice, share_cell(given)

    def _change(self, peers: Mapping[str, Any]) -> None:
        """Compare the change on the same institutions: whole atoms of both campaigns."""
        assert self._previous is not None
        change = peers.get("continuing")
        if change is None:
            listed = {"group": "continuing", "figure": "*"} in peers["withheld"]
            self._equal("withheld", "change", listed, expected=True)
            return
        before_peers = document(self._previous.folder / "out" / "public" / "peers.json")
        now, before = self._expected.in_statistics, self._previous.in_statistics
        self._equal("change", "n", change["n"], len(now.keys() & before.keys()))
        figures = {"overall": change.get("overall"), **change.get("domains", {})}
        for figure, cell in figures.items():
            if cell is None:
                continue
            values = self._expected.values(now, figure), self._previous.values(before, figure)
            atoms = [
                *self._atoms(self._expected, values[0], peers, figure),
                *self._atoms(self._previous, values[1], before_peers, figure),
            ]
            same = values[0].keys() & values[1].keys()
            while cut := [atom for atom in atoms if atom & same and not atom <= same]:
                same = same.difference(*cut)
            expected = {
                "n": len(same),
                "mean": rounded(mean([values[0][name] for name in same]), 1),
                "before": rounded(mean([values[1][name] for name in same]), 1),
            }
            self._equal("change", figure, cell, expected)

    def _atoms(
        self,
        campaign: Expected,
        values: Mapping[str, Fraction],
        peers: Mapping[str, Any],
        figure: str,
    ) -> list[set[str]]:
        """Return the sets that remain when published cells are subtracted from each other."""
        groups = campaign.groups(campaign.in_statistics)
        published = [
            set(groups[group["id"]]) & values.keys()
            for group in peers["groups"]
            if _published(group, figure) is not None
        ]
        return [
            cell.difference(*(other for other in published if other < cell)) for cell in published
        ]

    def _aggregate(self) -> None:
        """Compare the aggregate with the published figures, which it is drawn from."""
        peers = document(self._out / "public" / "peers.json")
        aggregate = document(self._out / "public" / "aggregate.json")
        everybody = next(group for group in peers["groups"] if group["id"] == "all")
        self._equal("aggregate", "overall", _plain(aggregate["overall"]), everybody.get("overall"))
        for domain in aggregate["domains"]:
            found = everybody["domains"].get(domain["id"])
            self._equal("aggregate", domain["id"], _plain(domain["score"]), found)
        last = self._expected.stages[-2]
        counted = aggregate["participation"]
        standings = [self._expected.standing(name, last) for name in self._expected.roster]
        expected = len(self._expected.in_statistics)
        self._equal("aggregate", "in the statistics", counted["in_statistics"], expected)
        used = sum(standing.used is not None for standing in standings)
        self._equal("aggregate", "accepted", counted["accepted"], used)

    def _packages(self) -> None:
        """Compare who gets a package with who has a report or something returned."""
        last = self._expected.stages[-1]
        expected = {
            institution
            for institution in self._expected.roster
            if self._expected.standing(institution, last).answered is not None
        } | {name for name in self._expected.returned(last) if name in self._expected.roster}
        found = {path.stem for path in (self._expected.folder / "packages").glob("*.zip")}
        self._equal("packages", "institutions", found, expected)


def marked_cells(form: Path) -> set[str]:
    """Return the cells that a returned form marks, such as ``2.3.1-2 answer``."""
    book = load_workbook(form)
    found = set()
    for table in tables(form, "cssa:cover", "cssa:answers"):
        rows = {number: key for key, number in table.rows.items()}
        columns = {number: code for code, number in table.columns.items()}
        for row in book[table.sheet].iter_rows():
            for cell in row:
                if cell.comment is not None:
                    row_name = rows.get(cell.row - 1, str(cell.row))
                    found.add(f"{row_name} {columns.get(cell.column - 1, cell.column_letter)}")
    return found


def exact(score: Fraction | None) -> str | None:
    """Return a score as results give it exactly."""
    return None if score is None else f"{score.numerator}/{score.denominator}"


def _plain(cell: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return (
        None if cell is None else {name: value for name, value in cell.items() if value is not None}
    )


def _published(group: Mapping[str, Any], figure: str) -> Any:
    if figure in ("overall", "below_in_place"):
        return group.get(figure)
    kinds = ("domains", "sections", "practices")
    return next((group[kind][figure] for kind in kinds if figure in group.get(kind, {})), None)


def main() -> None:
    """Compare, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    comparison = compare(parser.parse_args().folder)
    for line in comparison.differences:
        sys.stdout.write(f"{line}\n")
    for area, count in comparison.counts.items():
        sys.stdout.write(f"{area}: {count} compared\n")
    sys.exit(1 if comparison.differences else 0)


if __name__ == "__main__":
    main()
