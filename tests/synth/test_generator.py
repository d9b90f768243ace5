"""Generated institutions: the same for the same seed, lifelike in figures, nobody real."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, islice
from statistics import correlation, mean, median, stdev

import pytest
from tests.synth.conftest import AssessedCampaign

from cssa.answers.loading import check_answers, read_answers
from cssa.answers.serialization import to_yaml
from cssa.answers.submission import Answer, has_right_check_digit
from cssa.synth.generator import Generator, generate
from cssa.synth.institutions import InstitutionSet
from cssa.synth.rng import SeededRandom
from cssa.synth.traits import load_traits

NEVER = re.compile("合格|準拠|遵守率|適合|安全|CSSA")


@pytest.fixture(scope="module")
def institutions() -> InstitutionSet:
    return InstitutionSet(7, load_traits())


# The same again.


def test_chance_falls_as_it_fell_on_other_machines_and_pythons():
    rng = SeededRandom(1, "x")

    assert (rng.fraction(), rng.normal(), rng.integer(1, 6), rng.pick("abc")) == (
        0.8554322422721335,
        -1.62052940313604,
        2,
        "a",
    )


def test_the_same_seed_gives_the_same_and_another_gives_another(guideline):
    def files(seed: int) -> list[str]:
        submissions = generate(5, seed, guideline, load_traits(), 2026)
        return [to_yaml(submission) for submission in submissions]

    assert files(3) == files(3)
    assert not set(files(3)) & set(files(4))


def test_no_institution_depends_on_how_many_there_are(guideline):
    few = list(generate(4, 3, guideline, load_traits(), 2026))

    assert list(islice(generate(40, 3, guideline, load_traits(), 2026), 4)) == few
    assert Generator(3, guideline, load_traits(), 2026).submission(3) == few[3]


# Who they are.


def test_ids_are_corporate_numbers_that_no_registry_gave(institutions):
    ids = [institutions.institution(number).id for number in range(3000)]

    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[1-9]99[0-9]{10}", id_) for id_ in ids)
    assert all(map(has_right_check_digit, ids))


def test_names_are_unique_and_made_of_invented_places(institutions):
    numbers = [*range(3000), *range(8700, 9000)]  # as many as there are plain names, and beyond
    names = [institutions.institution(number).name for number in numbers]

    assert len(set(names)) == len(names)
    assert all(any(place in name for place in load_traits().places.first) for name in names)


def test_sub_sectors_are_in_proportion_from_the_first_institutions_on(institutions):
    weights = {id_: sector.weight for id_, sector in load_traits().sectors.items()}
    for count in (60, 1000):
        counts = Counter(institutions.institution(number).sector for number in range(count))
        for sector, weight in weights.items():
            assert abs(counts[sector] - count * weight / sum(weights.values())) <= 1.5


def test_sixty_make_groups_to_publish_and_groups_to_withhold(institutions, guideline):
    numbers = Generator(5, guideline, load_traits(), 2026).numbers(60)
    counts = Counter(institutions.institution(number).sector for number in numbers)

    assert sum(count >= 10 for count in counts.values()) >= 2
    assert sum(count < 5 for count in counts.values()) >= 5


def test_sizes_fall_into_every_band_of_large_sub_sectors(institutions, scoring_data):
    bands = {
        sector.id: [band.from_ for band in sector.bands] for sector in scoring_data.sectors.sectors
    }
    stated = [institutions.institution(number).stated for number in range(1000)]
    for sector in ("regional_bank", "shinkin", "shinkumi", "securities"):
        sizes = [values["size"] for values in stated if values["sector"] == sector]
        below = [sum(size < bound for size in sizes) for bound in bands[sector][1:]]
        counts = [b - a for a, b in zip([0, *below], [*below, len(sizes)], strict=True)]
        assert min(counts) >= len(sizes) / 20, (sector, counts)


def test_what_they_are_made_of_is_known_to_checklist_and_scoring_data(guideline, scoring_data):
    traits, checklist = load_traits(), guideline.checklist
    practices = [item.practice for item in checklist.walk()]
    scales = {practice.scale for practice in practices}

    assert traits.sectors.keys() <= {sector.id for sector in scoring_data.sectors.sectors}
    assert list(traits.flags) == [flag.id for flag in scoring_data.profile.flags]
    assert list(traits.factors) == [factor.id for factor in scoring_data.profile.factors]
    for sector in traits.sectors.values():
        assert sector.flags.keys() <= traits.flags.keys()
        assert sector.factors.keys() <= traits.factors.keys()
    assert (
        traits.notes.keys() == traits.documents.keys() == traits.difficulty.scale.keys() == scales
    )
    assert {practice.owner for practice in practices} <= traits.departments.keys()
    assert set(traits.centre.practices) <= checklist.placed.keys()
    assert traits.reasons.not_applicable.practices.keys() <= {
        practice.id for practice in practices if practice.na == "reason"
    }
    places = {item.section.id if item.section else item.domain.id for item in checklist.walk()}
    assert all(any(place.startswith(part) for place in places) for part in traits.difficulty.within)


# What they say.


def test_answers_are_accepted_as_a_file_and_say_the_same(population, guideline, scoring_data):
    for submission in population.submissions[:30]:
        sheet = read_answers(to_yaml(submission).encode(), "answers.yaml")
        check_answers(sheet, guideline, scoring_data.profile, scoring_data.sectors)
        assert sheet.submission == submission


def test_nothing_is_dated_later_than_the_deadline_and_no_flag_lacks_its_reason(population):
    codes = {finding.code for result in population.results for finding in result.findings}

    assert not codes & {"date_in_future", "flag_without_reason", "check_digit", "legal_left_out"}
    assert {"evidence_missing", "points_open", "treatment_expired", "review_differs"} <= codes


def test_everything_that_answers_may_have_occurs(population):
    answers = [
        answer for submission in population.submissions for answer in submission.answers.values()
    ]

    for field in ("na", "not_adopted", "treatment", "note", "evidence", "points", "last_done"):
        assert any(getattr(answer, field) for answer in answers), field
    assert {answer.level for answer in answers} == {None, 0, 1, 2, 3, 4, 5}
    kinds = {answer.treatment.kind for answer in answers if answer.treatment}
    assert kinds == {"accepted", "alternative"}


def test_nobody_is_named_by_another_and_no_result_is_called_what_it_must_not(population):
    names = [submission.institution.name for submission in population.submissions]
    places = load_traits().places
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
    domains = [[float(domain.value) for domain in result.domains] for result in population.results]

    for first, second in combinations(zip(*domains, strict=True), 2):
        assert 0.5 < correlation(first, second) < 0.95


def _levels(campaign: AssessedCampaign, practices: Sequence[str]) -> list[float]:
    """Return the mean level of each practice over the institutions that gave it one."""
    return [
        mean(
            level
            for submission in campaign.submissions
            if key in submission.answers and (level := submission.answers[key].level) is not None
        )
        for key in practices
    ]


def test_what_is_weak_is_weak_for_most_and_for_every_seed(population, campaign_of, guideline):
    basics = [
        id_ for id_, placed in guideline.checklist.placed.items() if placed.practice.tier == "basic"
    ]
    first, second = (
        _levels(campaign, basics) for campaign in (population, campaign_of(80, seed=2))
    )

    assert correlation(first, second) > 0.85
    known = dict(zip(basics, first, strict=True))
    for weak in ("2.2.1.2-1", "2.6-5", "2.6-9"):
        assert known[weak] < median(first)


def test_members_of_a_shared_centre_are_alike_in_what_it_does(population, guideline):
    institutions = InstitutionSet(1, load_traits())
    numbers = Generator(1, guideline, load_traits(), 2026).numbers(160)
    centres = [institutions.institution(number).centre for number in numbers]
    members = [
        (centre, submission.answers)
        for centre, submission in zip(centres, population.submissions, strict=True)
        if centre
    ]

    def distance(first: Mapping[str, Answer], second: Mapping[str, Answer]) -> float:
        return mean(
            abs((first[key].level or 0) - (second[key].level or 0))
            for key in load_traits().centre.practices
            if key in first and key in second
        )

    pairs = list(combinations(members[:60], 2))
    within = [distance(a, b) for (x, a), (y, b) in pairs if x == y]
    between = [distance(a, b) for (x, a), (y, b) in pairs if x != y]
    assert mean(within) < mean(between) / 2


# A year on.


@pytest.fixture(scope="module")
def years(campaign_of):
    return [
        {
            submission.institution.id: (submission, result)
            for submission, result in zip(*campaign, strict=True)
        }
        for campaign in (campaign_of(60, seed=9, year=year) for year in (2026, 2027))
    ]


def test_a_year_on_nearly_the_same_institutions_answer(years):
    before, after = years

    assert len(before) == len(after) == 60
    assert 1 <= len(before.keys() - after.keys()) <= 8


def test_a_year_on_most_answers_stand_and_the_rest_rise_more_than_they_fall(years):
    before, after = years
    both = before.keys() & after.keys()
    steps = Counter(
        after[key][0].answers[practice].level - answer.level
        for key in both
        for practice, answer in before[key][0].answers.items()
        if answer.level is not None
        and practice in after[key][0].answers
        and after[key][0].answers[practice].level is not None
    )

    assert steps[0] > steps.total() * 0.6
    rise = mean(float(after[key][1].overall.value - before[key][1].overall.value) for key in both)
    assert 0.03 < rise < 0.3
