"""The views with the figures of groups, both those that are published and those withheld."""

GROUP_VIEWS = """\
CREATE VIEW group_members AS
  -- The institutions in the statistics, once for each peer group that they are in, whether the
  -- publication divides sub-sectors by size (.small) or by core system (.shared, .own).
  WITH member AS (
         SELECT submission.institution AS institution, submission.peer_group AS peer_group,
                substr(peer_group, 1, instr(peer_group || '.', '.') - 1) AS widest,
                sector, industry_group, size_band, shared_system
           FROM submission
           JOIN institution ON institution.key = submission.institution
          WHERE in_statistics)
  SELECT institution, 'all' AS peer_group FROM member
  UNION
  SELECT institution, industry_group FROM member WHERE industry_group IS NOT NULL
  UNION
  SELECT institution, widest FROM member
  UNION
  SELECT institution, peer_group FROM member
  UNION
  SELECT institution, sector || '.' || size_band
    FROM member WHERE sector = widest AND size_band IS NOT NULL
  UNION
  SELECT institution, sector || CASE shared_system WHEN 1 THEN '.shared' ELSE '.own' END
    FROM member WHERE sector = widest AND shared_system IS NOT NULL;

CREATE VIEW group_values AS
  -- Every score, count and number behind the figures of groups; below_in_place counts basics that
  -- are not in place, practice:value is what was answered to a question for a number.
  SELECT campaign.id AS campaign, member.peer_group AS peer_group, figure.id AS figure,
         institution.id AS institution, 1.0 * score.numerator / score.denominator AS value
    FROM group_members AS member
    JOIN institution ON institution.key = member.institution
    JOIN campaign ON campaign.key = institution.campaign
    JOIN score ON score.institution = member.institution AND score.in_statistics
    JOIN figure ON figure.key = score.figure
   WHERE score.numerator IS NOT NULL
  UNION ALL
  SELECT campaign.id, member.peer_group, 'below_in_place', institution.id,
         submission.below_in_place
    FROM group_members AS member
    JOIN institution ON institution.key = member.institution
    JOIN campaign ON campaign.key = institution.campaign
    JOIN submission ON submission.institution = member.institution
   WHERE submission.below_in_place IS NOT NULL
  UNION ALL
  SELECT campaign.id, member.peer_group, practice.id || ':value', institution.id,
         CAST(answer.number AS REAL)
    FROM group_members AS member
    JOIN institution ON institution.key = member.institution
    JOIN campaign ON campaign.key = institution.campaign
    JOIN answer ON answer.institution = member.institution
    JOIN practice ON practice.key = answer.practice
   WHERE answer.number IS NOT NULL AND answer.status IN ('answered', 'informative');

CREATE VIEW group_means AS
  -- Figures of peer groups: institutions, mean and variance, whether published or not.
  SELECT campaign, peer_group, figure, count(*) AS n, round(avg(value) + 1e-9, 1) AS mean,
         max(avg(value * value) - avg(value) * avg(value), 0) AS variance
    FROM group_values
   GROUP BY campaign, peer_group, figure;

CREATE VIEW group_deviations AS
  -- Standard deviation of the same figures, by Newton's method: not every SQLite has sqrt().
  WITH RECURSIVE approximation (campaign, peer_group, figure, n, variance, root, step) AS (
         SELECT campaign, peer_group, figure, n, variance, variance + 1, 0 FROM group_means
         UNION ALL
         SELECT campaign, peer_group, figure, n, variance, (root + variance / root) / 2, step + 1
           FROM approximation
          WHERE step < 60)
  SELECT campaign, peer_group, figure, n, round(root + 1e-9, 1) AS sd
    FROM approximation
   WHERE step = 60;

CREATE VIEW group_quantiles AS
  -- Quantiles of the same figures, interpolated linearly (type 7).
  WITH share (quantile, rank) AS (
         VALUES ('p10', 0.1), ('q1', 0.25), ('median', 0.5), ('q3', 0.75), ('p90', 0.9)),
       ranked AS (
         SELECT campaign, peer_group, figure, value,
                row_number() OVER figures - 1 AS place,
                count(*) OVER (PARTITION BY campaign, peer_group, figure) - 1 AS last
           FROM group_values
         WINDOW figures AS (PARTITION BY campaign, peer_group, figure ORDER BY value))
  SELECT campaign, peer_group, figure, last + 1 AS n, quantile,
         round(sum(value * (1 - abs(place - last * rank))) + 1e-9, 1) AS value
    FROM ranked
    JOIN share ON abs(place - last * rank) < 1
   GROUP BY campaign, peer_group, figure, quantile;

CREATE VIEW group_levels AS
  -- How a group's answers to a practice are spread, in institutions and in per cent.
  SELECT campaign.id AS campaign, member.peer_group AS peer_group, practice.id AS practice,
         coalesce(CAST(answer.level AS TEXT), answer.status) AS answer, count(*) AS institutions,
         CAST(100.0 * count(*) / sum(count(*)) OVER (
           PARTITION BY campaign.id, member.peer_group, practice.id) + 0.5 + 1e-9 AS INTEGER)
           AS per_cent
    FROM group_members AS member
    JOIN answer ON answer.institution = member.institution
    JOIN practice ON practice.key = answer.practice
    JOIN campaign ON campaign.key = practice.campaign
   WHERE answer.status IN ('answered', 'not_applicable', 'not_adopted')
     AND (answer.status <> 'answered' OR answer.level IS NOT NULL)
   GROUP BY campaign.id, member.peer_group, practice.id, answer;

CREATE VIEW group_options AS
  -- How many of a group's institutions chose each option, and of how many that answered; item is
  -- the row of a matrix, which counts where every row is answered.
  WITH chosen AS (
         SELECT member.peer_group AS peer_group, answer.institution AS institution,
                answer.practice AS practice, own.item AS item, own.option AS option,
                dense_rank() OVER answers AS place
           FROM group_members AS member
           JOIN answer ON answer.institution = member.institution
           JOIN practice ON practice.key = answer.practice
           LEFT JOIN answer_option AS own
             ON own.institution = answer.institution AND own.practice = answer.practice
          WHERE practice.kind IN ('single', 'multi', 'matrix')
            AND NOT (practice.kind = 'matrix' AND practice.items = 0)
            AND (answer.status = 'answered'
                 OR answer.status = 'informative'
                    AND (SELECT count(*) FROM answer_option AS any_of
                          WHERE any_of.institution = answer.institution
                            AND any_of.practice = answer.practice) >= max(practice.items, 1))
         WINDOW answers AS (
           PARTITION BY member.peer_group, answer.practice ORDER BY answer.institution)),
       answered AS (
         SELECT *, max(place) OVER (PARTITION BY peer_group, practice) AS n FROM chosen)
  SELECT campaign.id AS campaign, peer_group, practice.id AS practice, item, option,
         count(*) AS institutions, n,
         CAST(100.0 * count(*) / n + 0.5 + 1e-9 AS INTEGER) AS per_cent
    FROM answered
    JOIN practice ON practice.key = answered.practice
    JOIN campaign ON campaign.key = practice.campaign
   WHERE option IS NOT NULL
   GROUP BY practice.key, peer_group, item, option;

CREATE VIEW turnout AS
  -- How many institutions were asked, of how many answers came in, were accepted and are in the
  -- statistics: of all, and by sub-sector.
  WITH asked AS (
         SELECT institution.campaign AS campaign, sector, received,
                submission.institution IS NOT NULL AS accepted,
                coalesce(in_statistics, 0) AS in_statistics
           FROM institution
           LEFT JOIN submission ON submission.institution = institution.key
          WHERE state NOT IN ('withdrawn', 'merged')),
       both AS (
         SELECT campaign, 'all' AS sector, received, accepted, in_statistics FROM asked
         UNION ALL
         SELECT * FROM asked)
  SELECT campaign.id AS campaign, sector, count(*) AS expected, sum(received) AS received,
         sum(accepted) AS accepted, sum(in_statistics) AS in_statistics
    FROM both
    JOIN campaign ON campaign.key = both.campaign
   GROUP BY campaign.key, sector;
"""
