"""The tables that are exported, each with what its columns hold."""

from cssa.store.export.table import ExportTable, column

_CAMPAIGN = column("campaign", shared=True)
_INSTITUTION = column("institution", shared=True)
_PRACTICE = column("practice", shared=True)
_TITLES = (column("title_ja", shared=True), column("title_en", shared=True))
_PEER_GROUP = column("peer_group", "code", codes="peer_group")
_FIGURE = column("figure", shared=True)
_PER_CENT = (column("institutions", "integer"), column("per_cent", "integer"))

CAMPAIGNS = ExportTable(
    "campaigns",
    """
SELECT id, title_ja, title_en, base_date, deadline, cut_off, checklist, version, fingerprint,
       scheme, targets, unasked_tiers, pseudonymous
  FROM campaign
 ORDER BY key""",
    (
        _CAMPAIGN,
        *_TITLES,
        column("base_date", "date", shared=True),
        column("deadline", "date", shared=True),
        column("cut_off", "date", shared=True),
        column("checklist", shared=True),
        column("version", shared=True),
        column("fingerprint", shared=True),
        column("scheme", shared=True),
        column("targets"),
        column("unasked_tiers", shared=True),
        column("pseudonymous", "flag"),
    ),
    shared=True,
)

PRACTICES = ExportTable(
    "practices",
    """
SELECT campaign.id, practice.id, domain, section, tier, kind, items, practice.title_ja,
       practice.title_en
  FROM practice
  JOIN campaign ON campaign.key = practice.campaign
 ORDER BY practice.key""",
    (
        _CAMPAIGN,
        _PRACTICE,
        column("domain", shared=True),
        column("section", shared=True),
        column("tier", "code", codes="tier", shared=True),
        column("kind", "code", codes="kind", shared=True),
        column("items", "integer", shared=True),
        *_TITLES,
    ),
    shared=True,
)

OPTIONS = ExportTable(
    "options",
    """
SELECT campaign.id, practice.id, part, offered.id, position, offered.title_ja, offered.title_en,
       level
  FROM offered
  JOIN practice ON practice.key = offered.practice
  JOIN campaign ON campaign.key = practice.campaign
 ORDER BY practice.key, part, position""",
    (
        _CAMPAIGN,
        _PRACTICE,
        column("part", "code", codes="part", shared=True),
        column("option", shared=True),
        column("position", "integer", shared=True),
        *_TITLES,
        column("level", "integer", shared=True, meaning="level_of_option"),
    ),
    shared=True,
)

FIGURES = ExportTable(
    "figures",
    """
SELECT campaign.id, figure.id, kind, figure.title_ja, figure.title_en
  FROM figure
  JOIN campaign ON campaign.key = figure.campaign
 ORDER BY figure.key""",
    (
        _CAMPAIGN,
        _FIGURE,
        column("kind", "code", codes="figure_kind", shared=True, meaning="figure_kind"),
        *_TITLES,
    ),
    shared=True,
)

INSTITUTIONS = ExportTable(
    "institutions",
    """
SELECT campaign.id, institution.id, name, sector, industry_group, bureau, route, roster_group,
       extended_to, extension_reason, extension_approved_by, size, size_band, shared_system,
       institution.state, institution.received, file.path, as_of,
       assessed_on, coalesce(in_statistics, 0), left_out, coverage, peer_group, below_in_place,
       risk, risk_basis, risk_provisional, provisional, treated, below_target, accepted, basics,
       in_scope, answered, not_applicable, not_adopted, unanswered, out_of_scope
  FROM institution
  JOIN campaign ON campaign.key = institution.campaign
  LEFT JOIN submission ON submission.institution = institution.key
  LEFT JOIN file ON file.key = submission.file
 ORDER BY institution.key""",
    (
        _CAMPAIGN,
        _INSTITUTION,
        column("name"),
        column("sector", "code", codes="sector", shared=True),
        column("industry_group", "code", codes="industry_group", shared=True),
        column("bureau"),
        column("route"),
        column("roster_group"),
        column("extended_to", "date"),
        column("extension_reason"),
        column("extension_approved_by"),
        column("size", "number"),
        column("size_band", shared=True),
        column("shared_system", "flag", shared=True),
        column("state", "code", codes="state", meaning="institution_state"),
        column("received", "flag"),
        column("path", meaning="path_used"),
        column("as_of", "date"),
        column("assessed_on", "date", shared=True),
        column("in_statistics", "flag"),
        column("left_out", "code", codes="left_out"),
        column("coverage", "number"),
        _PEER_GROUP._replace(meaning="narrowest_group"),
        column("below_in_place", "integer", shared=True),
        column("risk", "code", codes="risk", shared=True),
        column("risk_basis", "code", codes="risk_basis"),
        column("risk_provisional", "flag"),
        column("provisional", "flag"),
        column("treated", "integer"),
        column("below_target", "integer"),
        column("accepted", "integer"),
        column("basics", "integer"),
        column("in_scope", "integer"),
        column("answered", "integer"),
        column("not_applicable", "integer"),
        column("not_adopted", "integer"),
        column("unanswered", "integer"),
        column("out_of_scope", "integer"),
    ),
    shared=True,
)

ANSWERS = ExportTable(
    "answers",
    """
SELECT campaign.id, institution.id, practice.id, status, level, target, number, text, treatment,
       plan_owner, plan_due, plan_status, note, reason
  FROM answer
  JOIN institution ON institution.key = answer.institution
  JOIN practice ON practice.key = answer.practice
  JOIN campaign ON campaign.key = institution.campaign
 ORDER BY answer.institution, answer.practice""",
    (
        _CAMPAIGN,
        _INSTITUTION,
        _PRACTICE,
        column("status", "code", codes="status", shared=True),
        column("level", "integer", shared=True, meaning="level_answered"),
        column("target", "integer"),
        column("number", "number"),
        column("text", meaning="text_answered"),
        column("treatment", "code", codes="treatment"),
        column("plan_owner"),
        column("plan_due", "date"),
        column("plan_status", "code", codes="plan_status"),
        column("note"),
        column("reason"),
    ),
    shared=True,
)

CHOICES = ExportTable(
    "choices",
    """
SELECT campaign.id, institution.id, practice.id, item, option
  FROM answer_option
  JOIN institution ON institution.key = answer_option.institution
  JOIN practice ON practice.key = answer_option.practice
  JOIN campaign ON campaign.key = institution.campaign
 ORDER BY answer_option.institution, answer_option.practice, item, option""",
    (
        _CAMPAIGN,
        _INSTITUTION,
        _PRACTICE,
        column("item", shared=True),
        column("option", shared=True, meaning="option_chosen"),
    ),
    shared=True,
)

ROWS = ExportTable(
    "rows",
    """
SELECT campaign.id, institution.id, practice.id, item, answer_row.name, option, number
  FROM answer_row
  JOIN institution ON institution.key = answer_row.institution
  JOIN practice ON practice.key = answer_row.practice
  JOIN campaign ON campaign.key = institution.campaign
 ORDER BY answer_row.institution, answer_row.practice, item""",
    (
        _CAMPAIGN,
        _INSTITUTION,
        _PRACTICE,
        column("item", meaning="row"),
        column("name", meaning="row_name"),
        column("option", meaning="option_chosen"),
        column("number", "number"),
    ),
)

SCORES = ExportTable(
    "scores",
    """
SELECT campaign.id, institution.id, figure.id, round(1.0 * numerator / denominator + 1e-9, 2),
       numerator, denominator, level, below_target, accepted, basics, in_statistics
  FROM score
  JOIN institution ON institution.key = score.institution
  JOIN figure ON figure.key = score.figure
  JOIN campaign ON campaign.key = institution.campaign
 ORDER BY score.institution, score.figure""",
    (
        _CAMPAIGN,
        _INSTITUTION,
        _FIGURE,
        column("score", "number", shared=True),
        column("numerator", "integer"),
        column("denominator", "integer"),
        column("level", "integer", shared=True, meaning="lowest_level"),
        column("below_target", "integer"),
        column("accepted", "integer"),
        column("basics", "integer"),
        column("in_statistics", "flag", shared=True, meaning="score_in_statistics"),
    ),
    shared=True,
)

FILES = ExportTable(
    "files",
    """
SELECT campaign.id, path, sha256, state, received_at, channel, sender, file.version,
       form_number
  FROM file
  JOIN campaign ON campaign.key = file.campaign
 ORDER BY file.key""",
    (
        _CAMPAIGN,
        column("path"),
        column("sha256"),
        column("state", "code", codes="state", meaning="file_state"),
        column("received_at", "time"),
        column("channel"),
        column("sender"),
        column("version", meaning="file_version"),
        column("form_number"),
    ),
)

FILED_FOR = ExportTable(
    "filed_for",
    """
SELECT campaign.id, path, institution.id
  FROM filed_for
  JOIN file ON file.key = filed_for.file
  JOIN institution ON institution.key = filed_for.institution
  JOIN campaign ON campaign.key = file.campaign
 ORDER BY filed_for.file, filed_for.institution""",
    (_CAMPAIGN, column("path"), _INSTITUTION),
)

PROBLEMS = ExportTable(
    "problems",
    """
SELECT campaign.id, path, place, code, params
  FROM problem
  JOIN file ON file.key = problem.file
  JOIN campaign ON campaign.key = file.campaign
 ORDER BY problem.file, place, code, params""",
    (
        _CAMPAIGN,
        column("path"),
        column("place"),
        column("code", meaning="problem_code"),
        column("params"),
    ),
)

TURNOUT = ExportTable(
    "turnout",
    "SELECT * FROM turnout ORDER BY campaign, sector",
    (
        _CAMPAIGN,
        column("sector", "code", codes="sector_or_all", meaning="sector_or_all"),
        column("expected", "integer"),
        column("received", "integer", meaning="received_count"),
        column("accepted", "integer", meaning="accepted_count"),
        column("in_statistics", "integer", meaning="in_statistics_count"),
    ),
)

GROUP_FIGURES = ExportTable(
    "group_figures",
    """
SELECT campaign, peer_group, figure, group_means.n, mean, sd, p10, q1, median, q3, p90
  FROM group_means
  JOIN group_deviations USING (campaign, peer_group, figure)
  JOIN (SELECT campaign, peer_group, figure,
               max(value) FILTER (WHERE quantile = 'p10') AS p10,
               max(value) FILTER (WHERE quantile = 'q1') AS q1,
               max(value) FILTER (WHERE quantile = 'median') AS median,
               max(value) FILTER (WHERE quantile = 'q3') AS q3,
               max(value) FILTER (WHERE quantile = 'p90') AS p90
          FROM group_quantiles
         GROUP BY campaign, peer_group, figure) USING (campaign, peer_group, figure)
 ORDER BY campaign, peer_group, figure""",
    (
        _CAMPAIGN,
        _PEER_GROUP,
        column("figure", meaning="figure_of_group"),
        column("n", "integer"),
        column("mean", "number"),
        column("sd", "number"),
        *(
            column(name, "number", meaning="quantile")
            for name in ("p10", "q1", "median", "q3", "p90")
        ),
    ),
)

GROUP_LEVELS = ExportTable(
    "group_levels",
    """
SELECT campaign, peer_group, practice, answer, institutions, per_cent
  FROM group_levels
 ORDER BY campaign, peer_group, practice, answer""",
    (_CAMPAIGN, _PEER_GROUP, _PRACTICE, column("answer"), *_PER_CENT),
)

GROUP_OPTIONS = ExportTable(
    "group_options",
    """
SELECT campaign, peer_group, practice, item, option, n, institutions, per_cent
  FROM group_options
 ORDER BY campaign, peer_group, practice, item, option""",
    (
        _CAMPAIGN,
        _PEER_GROUP,
        _PRACTICE,
        column("item"),
        column("option", meaning="option_chosen"),
        column("n", "integer", meaning="n_answered"),
        *_PER_CENT,
    ),
)

CONTINUING = ExportTable(
    "continuing",
    """
SELECT campaign, peer_group, figure, n, mean, median
  FROM continuing_means
 ORDER BY campaign, peer_group, figure""",
    (
        _CAMPAIGN,
        column("peer_group", "code", codes="peer_group"),
        column("figure", meaning="figure_of_group"),
        column("n", "integer"),
        column("mean", "number"),
        column("median", "number", meaning="quantile"),
    ),
)

EXPORT_TABLES = {
    table.name: table
    for table in (
        CAMPAIGNS,
        PRACTICES,
        OPTIONS,
        FIGURES,
        INSTITUTIONS,
        ANSWERS,
        CHOICES,
        ROWS,
        SCORES,
        FILES,
        FILED_FOR,
        PROBLEMS,
        TURNOUT,
        GROUP_FIGURES,
        GROUP_LEVELS,
        GROUP_OPTIONS,
        CONTINUING,
    )
}
"""All tables by name, in the order of the codebook."""
