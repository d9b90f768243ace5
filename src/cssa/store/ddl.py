"""The tables and views of a campaign store, as any SQLite tool shows them."""

USER_VERSION = 7
"""``PRAGMA user_version`` of a store that this program reads.

SQLite stores the text of the definitions, comments included: changing a word changes every store.
"""

TABLES = """\
CREATE TABLE campaign (
  -- One round of answers, and the checklist that it asked.
  key INTEGER PRIMARY KEY,        -- in the order of the ids
  id TEXT NOT NULL UNIQUE,
  title_ja TEXT NOT NULL,
  title_en TEXT NOT NULL,
  base_date TEXT,                 -- the day whose state the answers describe
  deadline TEXT,
  cut_off TEXT,
  checklist TEXT NOT NULL,
  version TEXT NOT NULL,          -- edition of the checklist
  fingerprint TEXT NOT NULL,      -- of what was asked
  scheme TEXT NOT NULL,           -- id of the scheme that gave the scores
  targets TEXT NOT NULL,          -- id of the targets applied
  pseudonymous INTEGER NOT NULL   -- 1: institutions stand under pseudonyms, without their words
) STRICT;

CREATE TABLE practice (
  -- What was asked, in checklist order.
  key INTEGER PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (key),
  id TEXT NOT NULL,               -- the official number, such as 2.2.3-3
  domain TEXT NOT NULL,
  section TEXT,
  tier TEXT NOT NULL,             -- basic, desirable
  kind TEXT NOT NULL,             -- of question: level, single, multi, matrix, number,
                                  -- numbers, text
  items INTEGER NOT NULL,         -- rows that are the same for all; 0 without
  title_ja TEXT NOT NULL,
  title_en TEXT NOT NULL,
  UNIQUE (campaign, id)
) STRICT;

CREATE TABLE offered (
  -- The options and items of questions that have them, in checklist order.
  practice INTEGER NOT NULL REFERENCES practice (key),
  part TEXT NOT NULL,             -- option, or item: row of a matrix
  id TEXT NOT NULL,
  position INTEGER NOT NULL,      -- among those of the practice, from 1
  title_ja TEXT NOT NULL,
  title_en TEXT NOT NULL,
  level INTEGER,                  -- that choosing the option gives by itself, else null
  PRIMARY KEY (practice, part, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
  -- What has a score, in the order of reports.
  key INTEGER PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (key),
  id TEXT NOT NULL,               -- overall, basic, desirable, or a domain's or section's id
  kind TEXT NOT NULL,             -- overall, tier, domain, section
  title_ja TEXT NOT NULL,
  title_en TEXT NOT NULL,
  UNIQUE (campaign, id)
) STRICT;

CREATE TABLE institution (
  -- Who was asked or answered, once for each campaign.
  key INTEGER PRIMARY KEY,        -- in the order of the ids
  campaign INTEGER NOT NULL REFERENCES campaign (key),
  id TEXT NOT NULL,               -- as in the roster, or a pseudonym
  name TEXT,
  sector TEXT,                    -- sub-sector
  size ANY,                       -- in yen: a whole number, else exact decimals as text
  shared_system INTEGER,          -- 1: uses a shared core system, 0: does not, null: not stated
  state TEXT NOT NULL,            -- what became of it, as in the ledger
  UNIQUE (campaign, id)
) STRICT;

CREATE TABLE file (
  -- What was received.
  key INTEGER PRIMARY KEY,        -- in the order of the paths
  campaign INTEGER NOT NULL REFERENCES campaign (key),
  path TEXT NOT NULL,
  sha256 TEXT,
  state TEXT NOT NULL,            -- what became of it, as in the ledger
  received_at TEXT,
  channel TEXT,
  sender TEXT,
  version TEXT,
  UNIQUE (campaign, path)
) STRICT;

CREATE TABLE filed_for (
  -- For whom a file was filed; central bodies file for many.
  file INTEGER NOT NULL REFERENCES file (key),
  institution INTEGER NOT NULL REFERENCES institution (key),
  PRIMARY KEY (file, institution)
) STRICT, WITHOUT ROWID;

CREATE TABLE problem (
  -- What is wrong with a file: the code of a message and its values, free of any language.
  file INTEGER NOT NULL REFERENCES file (key),
  place TEXT NOT NULL,            -- sheet and cell, or line and column, or nothing
  code TEXT NOT NULL,
  params TEXT NOT NULL,           -- JSON
  PRIMARY KEY (file, place, code, params)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
  -- The accepted answers of an institution: one for each institution and campaign.
  institution INTEGER PRIMARY KEY REFERENCES institution (key),
  file INTEGER REFERENCES file (key),
  as_of TEXT NOT NULL,            -- evaluation date: treatments have to be valid on it
  assessed_on TEXT,
  in_statistics INTEGER NOT NULL, -- 1: enters the figures of groups
  left_out TEXT,                  -- why not: cut_off, coverage, nothing, published (came later)
  coverage REAL,                  -- answered share of the practices in scope, four decimals
  size_band TEXT,                 -- of its sub-sector; null where its size is not stated
  industry_group TEXT,            -- of its sub-sector; null where that is reported by itself
  peer_group TEXT,                -- the narrowest: all, a sub-sector, or sub-sector.part
  below_in_place INTEGER,         -- counted basics not in place (below level 3); null without any
  risk TEXT NOT NULL,             -- low, medium, high
  risk_basis TEXT NOT NULL,       -- answers, override, assumed
  risk_provisional INTEGER NOT NULL, -- 1: key risk factors are unstated
  provisional INTEGER NOT NULL,   -- 1: something is unanswered or waits to be confirmed
  treated INTEGER NOT NULL,       -- counted practices with a valid treatment
  below_target INTEGER NOT NULL,  -- counted basics below target, no valid alternative measure
  accepted INTEGER NOT NULL,      -- of those, the ones whose risk is validly accepted
  basics INTEGER NOT NULL,        -- counted basics
  in_scope INTEGER NOT NULL,      -- the next four together
  answered INTEGER NOT NULL,
  not_applicable INTEGER NOT NULL,
  not_adopted INTEGER NOT NULL,
  unanswered INTEGER NOT NULL,
  out_of_scope INTEGER NOT NULL
) STRICT;

CREATE TABLE answer (
  -- How each practice stands in each submission; chosen options stand in answer_option.
  institution INTEGER NOT NULL REFERENCES submission (institution),
  practice INTEGER NOT NULL REFERENCES practice (key),
  status TEXT NOT NULL,           -- answered, unanswered, not_applicable, not_adopted,
                                  -- out_of_scope, not_asked, informative
  level INTEGER,                  -- 0 to 5; null unless answered
  target INTEGER,                 -- null where none is expected
  number TEXT,                    -- that was given, as it was written
  text TEXT,                      -- what was written in answer to a question for text
  treatment TEXT,                 -- accepted or alternative, where that is valid; else null
  plan_owner TEXT,                -- who is to improve it, where a plan says so
  plan_due TEXT,                  -- by which day
  plan_status TEXT,               -- open, doing, done or dropped; null without a plan
  note TEXT,
  reason TEXT,                    -- why not applicable, not adopted or, by the profile, out of
                                  -- scope; null where it is in none of the groups selected
  PRIMARY KEY (institution, practice)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_option (
  -- Which options were chosen; of a matrix one for each item.
  institution INTEGER NOT NULL REFERENCES submission (institution),
  practice INTEGER NOT NULL REFERENCES practice (key),
  item TEXT NOT NULL,             -- row of the matrix; blank for other questions
  option TEXT NOT NULL,
  PRIMARY KEY (institution, practice, item, option)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_row (
  -- What was answered for each row that the institution has named, or that asks for a number.
  institution INTEGER NOT NULL REFERENCES submission (institution),
  practice INTEGER NOT NULL REFERENCES practice (key),
  item TEXT NOT NULL,             -- the row
  name TEXT,                      -- that the institution gave it; null for the checklist's own
  option TEXT,                    -- that was chosen, of a matrix
  number TEXT,                    -- that was given, as it was written
  PRIMARY KEY (institution, practice, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE score (
  -- Figures, exact: numerator / denominator, both null where there is nothing to score.
  institution INTEGER NOT NULL REFERENCES submission (institution),
  figure INTEGER NOT NULL REFERENCES figure (key),
  numerator INTEGER,
  denominator INTEGER,
  level INTEGER,                  -- lowest level of counted basics; null for tiers, without one,
                                  -- and while one of them is unanswered
  below_target INTEGER,           -- null for tiers
  accepted INTEGER,               -- of those, the ones whose risk is accepted; null for tiers
  basics INTEGER,
  in_statistics INTEGER NOT NULL, -- 1: enters the figures of groups
  PRIMARY KEY (institution, figure),
  CHECK ((numerator IS NULL) = (denominator IS NULL) AND denominator > 0)
) STRICT, WITHOUT ROWID;
"""

VIEWS = """\
CREATE VIEW scores AS
  -- Every figure of every submission, readable; score is rounded to two decimals.
  SELECT campaign.id AS campaign, institution.id AS institution, institution.name AS name,
         institution.sector AS sector, figure.id AS figure, figure.kind AS kind,
         figure.title_ja AS title_ja, figure.title_en AS title_en,
         round(1.0 * score.numerator / score.denominator, 2) AS score,
         score.numerator AS numerator, score.denominator AS denominator,
         score.level AS level, score.below_target AS below_target,
         score.accepted AS accepted, score.basics AS basics,
         score.in_statistics AS in_statistics
    FROM score
    JOIN institution ON institution.key = score.institution
    JOIN figure ON figure.key = score.figure
    JOIN campaign ON campaign.key = institution.campaign;

CREATE VIEW answers AS
  -- Every answer, readable; below_target is 1 for a counted basic below target without a valid
  -- alternative measure, its risk accepted or not.
  SELECT campaign.id AS campaign, institution.id AS institution, institution.name AS name,
         institution.sector AS sector, practice.id AS practice, practice.domain AS domain,
         practice.tier AS tier, practice.title_ja AS title_ja, practice.title_en AS title_en,
         answer.status AS status, answer.level AS level, answer.target AS target,
         answer.treatment AS treatment, answer.plan_owner AS plan_owner,
         answer.plan_due AS plan_due, answer.plan_status AS plan_status, answer.number AS number,
         answer.text AS text, answer.note AS note, answer.reason AS reason,
         practice.tier = 'basic' AND answer.status IN ('answered', 'unanswered')
           AND answer.treatment IS NOT 'alternative'
           AND coalesce(answer.level, 0) < coalesce(answer.target, 0)
           AS below_target
    FROM answer
    JOIN institution ON institution.key = answer.institution
    JOIN practice ON practice.key = answer.practice
    JOIN campaign ON campaign.key = institution.campaign;

CREATE VIEW latest_scores_by_sector AS
  -- Figures of the latest campaign by sub-sector: institutions in the statistics, and their mean.
  SELECT sector, figure, kind, title_ja, title_en, count(*) AS institutions,
         round(avg(1.0 * numerator / denominator) + 1e-9, 1) AS mean
    FROM scores
   WHERE campaign = (SELECT max(id) FROM campaign) AND in_statistics AND numerator IS NOT NULL
   GROUP BY sector, figure
   ORDER BY sector, min(CASE kind WHEN 'overall' THEN 0 WHEN 'tier' THEN 1 WHEN 'domain' THEN 2
                        ELSE 3 END), figure;

CREATE VIEW group_members AS
  -- The institutions in the statistics, once for each peer group that they are in.
  SELECT institution, 'all' AS peer_group FROM submission WHERE in_statistics
  UNION
  SELECT institution, industry_group
    FROM submission WHERE in_statistics AND industry_group IS NOT NULL
  UNION
  SELECT institution, substr(peer_group, 1, instr(peer_group || '.', '.') - 1)
    FROM submission WHERE in_statistics
  UNION
  SELECT institution, peer_group FROM submission WHERE in_statistics;

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

CREATE VIEW options_chosen AS
  -- Every option that was chosen, in its words, with the level that it gives by itself.
  SELECT campaign.id AS campaign, institution.id AS institution, institution.sector AS sector,
         submission.in_statistics AS in_statistics, practice.id AS practice, practice.kind AS kind,
         chosen.item AS item, item.title_ja AS item_ja, item.title_en AS item_en,
         chosen.option AS option, option.title_ja AS option_ja, option.title_en AS option_en,
         option.level AS level
    FROM answer_option AS chosen
    JOIN offered AS option
      ON option.practice = chosen.practice AND option.part = 'option' AND option.id = chosen.option
    LEFT JOIN offered AS item
      ON item.practice = chosen.practice AND item.part = 'item' AND item.id = chosen.item
    JOIN submission ON submission.institution = chosen.institution
    JOIN institution ON institution.key = chosen.institution
    JOIN practice ON practice.key = chosen.practice
    JOIN campaign ON campaign.key = institution.campaign;

CREATE VIEW levels_by_practice AS
  -- How the answers to each practice are spread: by level, else by status.
  SELECT campaign.id AS campaign, practice.id AS practice,
         practice.title_ja AS title_ja, practice.title_en AS title_en,
         coalesce(CAST(answer.level AS TEXT), answer.status) AS answer, count(*) AS institutions
    FROM answer
    JOIN practice ON practice.key = answer.practice
    JOIN campaign ON campaign.key = practice.campaign
   GROUP BY practice.key, answer.level, answer.status;

CREATE VIEW below_target_by_practice AS
  -- In how many submissions a basic practice is counted, and in how many it is below target.
  SELECT campaign, practice, title_ja, title_en, count(*) AS counted,
         sum(below_target) AS below_target
    FROM answers
   WHERE tier = 'basic' AND status IN ('answered', 'unanswered')
   GROUP BY campaign, practice;

CREATE VIEW below_target_by_institution AS
  -- Counted basics below target, and those of them whose risk is accepted, by institution.
  SELECT campaign.id AS campaign, institution.id AS institution, institution.name AS name,
         institution.sector AS sector, submission.below_target AS below_target,
         submission.accepted AS accepted, submission.basics AS basics
    FROM submission
    JOIN institution ON institution.key = submission.institution
    JOIN campaign ON campaign.key = institution.campaign
   ORDER BY institution.key;

CREATE VIEW unanswered AS
  -- What was left unanswered, and by whom.
  SELECT campaign, institution, name, sector, practice, title_ja, title_en
    FROM answers
   WHERE status = 'unanswered';

CREATE VIEW ledger_by_state AS
  -- How many files and how many institutions are in each state.
  SELECT campaign.id AS campaign, one.what AS what, one.state AS state, count(*) AS number
    FROM (SELECT campaign, 'file' AS what, state FROM file
          UNION ALL
          SELECT campaign, 'institution', state FROM institution) AS one
    JOIN campaign ON campaign.key = one.campaign
   GROUP BY campaign.key, one.what, one.state;

CREATE VIEW year_on_year AS
  -- Figures of an institution beside those of the campaign before, the next lower campaign id.
  SELECT now.campaign AS campaign, before.campaign AS previous, now.institution AS institution,
         now.name AS name, now.sector AS sector, now.figure AS figure, now.kind AS kind,
         before.score AS score_before, now.score AS score,
         round(1.0 * now.numerator / now.denominator
               - 1.0 * before.numerator / before.denominator, 2) AS change,
         before.below_target AS below_target_before, now.below_target AS below_target
    FROM scores AS now
    JOIN scores AS before
      ON before.institution = now.institution AND before.figure = now.figure
     AND before.campaign = (SELECT max(id) FROM campaign WHERE id < now.campaign);
"""
