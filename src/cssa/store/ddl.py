"""The tables and views of a campaign store, as any SQLite tool shows them."""

from cssa.store.continuing_views import CONTINUING_VIEWS
from cssa.store.group_views import GROUP_VIEWS

USER_VERSION = 8
"""``PRAGMA user_version`` of the stores that this program writes.

SQLite stores the text of the definitions, comments included: changing a word changes every store.
"""

TABLES = """\
CREATE TABLE campaign (
  -- One round of answers, and the checklist that it asked.
  key INTEGER PRIMARY KEY,        -- in the order of base dates, then of ids
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
  unasked_tiers TEXT,             -- that the scheme scores and this campaign did not ask
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
  bureau TEXT,                    -- in charge of it, as on the roster
  route TEXT,                     -- through whom its form comes, as on the roster
  roster_group TEXT,              -- the roster's column "group", in the issuer's own words
  extended_to TEXT,               -- the later deadline that was granted to it
  extension_reason TEXT,
  extension_approved_by TEXT,
  size ANY,                       -- in yen: a whole number, else exact decimals as text
  shared_system INTEGER,          -- 1: uses a shared core system, 0: does not, null: not stated
  state TEXT NOT NULL,            -- what became of it, as in the ledger
  received INTEGER,               -- 1: a file of its own came in that answers something
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
  form_number TEXT,               -- under which the form was issued
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

_VIEWS_OF_ANSWERS = """\
CREATE VIEW scores AS
  -- Every figure of every submission, readable; score is rounded to two decimals.
  SELECT campaign.id AS campaign, institution.id AS institution, institution.name AS name,
         institution.sector AS sector, figure.id AS figure, figure.kind AS kind,
         figure.title_ja AS title_ja, figure.title_en AS title_en,
         round(1.0 * score.numerator / score.denominator + 1e-9, 2) AS score,
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
   WHERE campaign = (SELECT id FROM campaign ORDER BY key DESC LIMIT 1)
     AND in_statistics AND numerator IS NOT NULL
   GROUP BY sector, figure
   ORDER BY sector, min(CASE kind WHEN 'overall' THEN 0 WHEN 'tier' THEN 1 WHEN 'domain' THEN 2
                        ELSE 3 END), figure;

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
"""

VIEWS = f"{_VIEWS_OF_ANSWERS}\n{GROUP_VIEWS}\n{CONTINUING_VIEWS}"
