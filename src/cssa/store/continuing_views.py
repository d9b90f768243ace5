"""The views over several campaigns, for the institutions that are in all of them."""

CONTINUING_VIEWS = """\
CREATE VIEW comparable_campaigns AS
  -- The latest campaign, and those before it with the same questions, scheme and kind of ids, that
  -- asked the same of what is scored.
  SELECT campaign.key AS key, campaign.id AS id
    FROM campaign
    JOIN campaign AS latest ON latest.key = (SELECT max(key) FROM campaign)
   WHERE campaign.checklist = latest.checklist AND campaign.fingerprint = latest.fingerprint
     AND campaign.scheme = latest.scheme AND campaign.pseudonymous = latest.pseudonymous
     AND campaign.unasked_tiers IS latest.unasked_tiers;

CREATE VIEW continuing_values AS
  -- Overall and domain scores of the institutions that are in the statistics with them in every
  -- comparable campaign; sub-sector, industry group and name as in the latest.
  WITH counted AS (
         SELECT campaign.id AS campaign, institution.id AS institution, figure.id AS figure,
                numerator, denominator,
                last_value(institution.key) OVER campaigns AS latest,
                count(*) OVER campaigns AS campaigns
           FROM comparable_campaigns AS campaign
           JOIN institution ON institution.campaign = campaign.key
           JOIN submission ON submission.institution = institution.key AND submission.in_statistics
           JOIN score ON score.institution = institution.key AND score.in_statistics
           JOIN figure ON figure.key = score.figure AND figure.kind IN ('overall', 'domain')
          WHERE numerator IS NOT NULL
         WINDOW campaigns AS (
           PARTITION BY institution.id, figure.id ORDER BY campaign.key
           ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
  SELECT counted.campaign AS campaign, counted.institution AS institution,
         institution.name AS name, institution.sector AS sector,
         submission.industry_group AS industry_group, figure,
         1.0 * numerator / denominator AS value, numerator, denominator
    FROM counted
    JOIN institution ON institution.key = counted.latest
    JOIN submission ON submission.institution = counted.latest
   WHERE campaigns = (SELECT count(*) FROM comparable_campaigns);

CREATE VIEW continuing_means AS
  -- Mean and median of these scores by campaign, of all, by industry group and by sub-sector,
  -- published or not; of one campaign alone they are those of everybody in its statistics.
  WITH member AS (
         SELECT campaign, 'all' AS peer_group, figure, value FROM continuing_values
         UNION ALL
         SELECT campaign, industry_group, figure, value
           FROM continuing_values WHERE industry_group IS NOT NULL
         UNION ALL
         SELECT campaign, sector, figure, value FROM continuing_values),
       ranked AS (
         SELECT campaign, peer_group, figure, value, row_number() OVER figures - 1 AS place,
                count(*) OVER (PARTITION BY campaign, peer_group, figure) - 1 AS last
           FROM member
         WINDOW figures AS (PARTITION BY campaign, peer_group, figure ORDER BY value))
  SELECT campaign, peer_group, figure, last + 1 AS n, round(avg(value) + 1e-9, 1) AS mean,
         round(sum(value * max(1 - abs(place - last * 0.5), 0)) + 1e-9, 1) AS median
    FROM ranked
   GROUP BY campaign, peer_group, figure;

CREATE VIEW year_on_year AS
  -- Figures of an institution beside those of the campaign before.
  SELECT now.campaign AS campaign, before.campaign AS previous, now.institution AS institution,
         now.name AS name, now.sector AS sector, now.figure AS figure, now.kind AS kind,
         before.score AS score_before, now.score AS score,
         round(1.0 * now.numerator / now.denominator
               - 1.0 * before.numerator / before.denominator, 2) AS change,
         before.below_target AS below_target_before, now.below_target AS below_target
    FROM scores AS now
    JOIN scores AS before
      ON before.institution = now.institution AND before.figure = now.figure
     AND before.campaign = (
           SELECT earlier.id
             FROM campaign AS earlier
             JOIN campaign AS own ON own.id = now.campaign
            WHERE earlier.key < own.key
            ORDER BY earlier.key DESC
            LIMIT 1);
"""
