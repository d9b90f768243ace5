"""Generated institutions: the same for the same seed, lifelike in figures, nobody real."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, islice
from statistics import correlation, mean, median, stdev

import pytest
from tests.population.conftest import Round

from cssa.answers.loading import check_answers, read_answers
from cssa.answers.serialization import to_yaml
from cssa.answers.submission import Answer, has_right_check_digit
from cssa.synth.generator import Generator, generate
from cssa.synth.institutions import InstitutionSet
from cssa.synth.rng import SeededRandom
from cssa.synth.traits import traits

NEVER = re.compile("合格|準拠|遵守率|適合|安全|CSSA")


@pytest.fixture(scope="module")
def cast() -> InstitutionSet:
    return InstitutionSet(7, traits())


# The same again.


def test_chance_falls_as_it_fell_on_other_machines_and_pythons():
    dice = SeededRandom(1, "x")

    assert (dice.fraction(), dice.normal(), dice.whole(1, 6), dice.pick("abc")) == (
        0.8554322422721335,
        -1.62052940313604,
        2,
        "a",
    )


def test_the_same_seed_gives_the_same_and_another_gives_another(guideline):
    def made(seed: int) -> list[str]:
        return [to_yaml(one) for one in generate(5, seed, guideline, traits(), 2026)]

    assert made(3) == made(3)
    assert not set(made(3)) & set(made(4))


def test_no_institution_depends_on_how_many_there_are(guideline):
    few = list(generate(4, 3, guideline, traits(), 2026))

    assert list(islice(generate(40, 3, guideline, traits(), 2026), 4)) == few
    assert Generator(3, guideline, traits(), 2026).submission(3) == few[3]


# Who they are.


def test_ids_are_corporate_numbers_that_no_registry_gave(cast):
    ids = [cast.character(number).id for number in range(3000)]

    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[1-9]99[0-9]{10}", one) for one in ids)
    assert all(map(has_right_check_digit, ids))


def test_names_are_unique_and_made_of_invented_places(cast):
    numbers = [*range(3000), *range(8700, 9000)]  # as many as there are plain names, and beyond
    names = [cast.character(number).name for number in numbers]

    assert len(set(names)) == len(names)
    assert all(any(place in name for place in traits().places.first) for name in names)


def test_sub_sectors_are_in_proportion_from_the_first_institutions_on(cast):
    weights = {key: one.weight for key, one in traits().sectors.items()}
    for count in (60, 1000):
        found = Counter(cast.character(number).sector for number in range(count))
        for sector, weight in weights.items():
            assert abs(found[sector] - count * weight / sum(weights.values())) <= 1.5


def test_sixty_make_groups_to_publish_and_groups_to_withhold(cast, guideline):
    numbers = Generator(5, guideline, traits(), 2026).numbers(60)
    found = Counter(cast.character(number).sector for number in numbers)

    assert sum(count >= 10 for count in found.values()) >= 2
    assert sum(count < 5 for count in found.values()) >= 5


def test_sizes_fall_into_every_band_of_large_sub_sectors(cast, library):
    bands = {one.id: [band.from_ for band in one.bands] for one in library.sectors.sectors}
    found = [cast.character(number).plain for number in range(1000)]
    for sector in ("regional_bank", "shinkin", "shinkumi", "securities"):
        sizes = [one["size"] for one in found if one["sector"] == sector]
        below = [sum(size < bound for size in sizes) for bound in bands[sector][1:]]
        counts = [b - a for a, b in zip([0, *below], [*below, len(sizes)], strict=True)]
        assert min(counts) >= len(sizes) / 20, (sector, counts)


def test_what_they_are_made_of_is_known_to_checklist_and_scoring_data(guideline, library):
    found, checklist = traits(), guideline.checklist
    practices = [item.practice for item in checklist.walk()]
    scales = {one.scale for one in practices}

    assert found.sectors.keys() <= {one.id for one in library.sectors.sectors}
    assert list(found.flags) == [one.id for one in library.profile.flags]
    assert list(found.factors) == [one.id for one in library.profile.factors]
    for sector in found.sectors.values():
        assert sector.flags.keys() <= found.flags.keys()
        assert sector.factors.keys() <= found.factors.keys()
    assert found.notes.keys() == found.documents.keys() == found.difficulty.scale.keys() == scales
    assert {one.owner for one in practices} <= found.departments.keys()
    assert set(found.centre.practices) <= checklist.placed.keys()
    assert found.reasons.not_applicable.practices.keys() <= {
        one.id for one in practices if one.na == "reason"
    }
    places = {item.section.id if item.section else item.domain.id for item in checklist.walk()}
    assert all(any(one.startswith(part) for one in places) for part in found.difficulty.within)


# What they say.


def test_answers_are_accepted_as_a_file_and_say_the_same(population, guideline, library):
    for submission in population.submissions[:30]:
        sheet = read_answers(to_yaml(submission).encode(), "answers.yaml")
        check_answers(sheet, guideline, library.profile, library.sectors)
        assert sheet.submission == submission


def test_nothing_is_dated_later_than_the_deadline_and_no_flag_lacks_its_reason(population):
    found = {finding.code for result in population.results for finding in result.findings}

    assert not found & {"date_in_future", "flag_without_reason", "check_digit", "legal_left_out"}
    assert {"evidence_missing", "points_open", "treatment_expired", "review_differs"} <= found


def test_everything_that_answers_may_have_occurs(population):
    answers = [one for each in population.submissions for one in each.answers.values()]

    for field in ("na", "not_adopted", "treatment", "note", "evidence", "points", "last_done"):
        assert any(getattr(one, field) for one in answers), field
    assert {one.level for one in answers} == {None, 0, 1, 2, 3, 4, 5}
    kinds = {one.treatment.kind for one in answers if one.treatment}
    assert kinds == {"accepted", "alternative"}


def test_nobody_is_named_by_another_and_no_result_is_called_what_it_must_not(population):
    names = [one.institution.name for one in population.submissions]
    places = traits().places
    place = re.compile(f"(?:{'|'.join(places.first)})(?:{'|'.join(places.second)})")
    for name, submission in zip(names, population.submissions, strict=True):
        text = to_yaml(submission).replace(name, "")
        assert not place.search(text)
        assert not NEVER.search(text)


def test_notes_are_hardly_ever_the_same_outside_a_shared_centre(population):
    notes = Counter(
        answer.note
        for submission in population.submissions
        for answer in submission.answers.values()
        if answer.note and not answer.performed_by
    )

    assert notes.total() > 20 * len(population.submissions)
    assert sum(count - 1 for count in notes.values()) < notes.total() / 20


# How their figures lie together.


def test_coverage_is_high_but_for_a_few(population):
    ratios = [result.overall.coverage.ratio for result in population.results]

    assert mean(ratios) > 0.95
    assert 1 <= sum(ratio < 0.8 for ratio in ratios) <= 20


def test_scores_spread_around_the_middle_of_the_scale(population):
    scores = [float(result.overall.value) for result in population.results]

    assert 2.2 < mean(scores) < 3.2
    assert 0.4 < stdev(scores) < 0.9


def test_who_is_ahead_in_one_domain_is_mostly_ahead_in_another(population):
    domains = [[float(one.value) for one in result.domains] for result in population.results]

    for first, second in combinations(zip(*domains, strict=True), 2):
        assert 0.5 < correlation(first, second) < 0.95


def _levels(round_: Round, practices: Sequence[str]) -> list[float]:
    """Return the mean level of each practice over the institutions that gave it one."""
    return [
        mean(
            level
            for one in round_.submissions
            if key in one.answers and (level := one.answers[key].level) is not None
        )
        for key in practices
    ]


def test_what_is_weak_is_weak_for_most_and_for_every_seed(population, round_of, guideline):
    basics = [
        key for key, one in guideline.checklist.placed.items() if one.practice.tier == "basic"
    ]
    first, second = (_levels(one, basics) for one in (population, round_of(80, seed=2)))

    assert correlation(first, second) > 0.85
    known = dict(zip(basics, first, strict=True))
    for weak in ("2.2.1.2-1", "2.6-5", "2.6-9"):
        assert known[weak] < median(first)


def test_members_of_a_shared_centre_are_alike_in_what_it_does(population, guideline):
    cast = InstitutionSet(1, traits())
    numbers = Generator(1, guideline, traits(), 2026).numbers(160)
    centres = [cast.character(number).centre for number in numbers]
    members = [
        (centre, one.answers)
        for centre, one in zip(centres, population.submissions, strict=True)
        if centre
    ]

    def distance(one: Mapping[str, Answer], other: Mapping[str, Answer]) -> float:
        return mean(
            abs((one[key].level or 0) - (other[key].level or 0))
            for key in traits().centre.practices
            if key in one and key in other
        )

    pairs = list(combinations(members[:60], 2))
    same = [distance(a, b) for (x, a), (y, b) in pairs if x == y]
    other = [distance(a, b) for (x, a), (y, b) in pairs if x != y]
    assert mean(same) < mean(other) / 2


# A year on.


@pytest.fixture(scope="module")
def years(round_of):
    return [
        {one.institution.id: (one, result) for one, result in zip(*each, strict=True)}
        for each in (round_of(60, seed=9, year=year) for year in (2026, 2027))
    ]


def test_a_year_on_nearly_the_same_institutions_answer(years):
    before, after = years

    assert len(before) == len(after) == 60
    assert 1 <= len(before.keys() - after.keys()) <= 8


def test_a_year_on_most_answers_stand_and_the_rest_rise_more_than_they_fall(years):
    before, after = years
    both = before.keys() & after.keys()
    steps = Counter(
        after[key][0].answers[one].level - answer.level
        for key in both
        for one, answer in before[key][0].answers.items()
        if answer.level is not None
        and one in after[key][0].answers
        and after[key][0].answers[one].level is not None
    )

    assert steps[0] > steps.total() * 0.6
    rise = mean(float(after[key][1].overall.value - before[key][1].overall.value) for key in both)
    assert 0.03 < rise < 0.3
