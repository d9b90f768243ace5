"""The tables that are exported, each with what its columns hold."""

from typing import Literal, NamedTuple

ColumnType = Literal["text", "code", "integer", "number", "flag", "date", "time"]

CodeListName = Literal[
    "sector",
    "sector_or_all",
    "industry_group",
    "peer_group",
    "state",
    "left_out",
    "status",
    "tier",
    "kind",
    "risk",
    "risk_basis",
    "treatment",
    "plan_status",
    "part",
    "figure_kind",
]
"""The lists of codes whose words the codebook has."""


class ExportColumn(NamedTuple):
    """A column of an exported table.

    Attributes:
        codes: the list that its values are from; None where they are from none.
        shared: whether the sharing edition has it.
        meaning: last part of the code of the message that says what it holds.
    """

    name: str
    type: ColumnType
    codes: CodeListName | None
    shared: bool
    meaning: str


class ExportTable(NamedTuple):
    """A table that is exported.

    Attributes:
        query: gives its rows from a store, the campaign first, always in the same order.
        shared: whether the sharing edition has it.
    """

    name: str
    query: str
    columns: tuple[ExportColumn, ...]
    shared: bool = False

    @property
    def file(self) -> str:
        """Name of its file."""
        return f"{self.name}.csv"


def _column(
    name: str,
    type_: ColumnType = "text",
    *,
    codes: CodeListName | None = None,
    shared: bool = False,
    meaning: str | None = None,
) -> ExportColumn:
    return ExportColumn(name, type_, codes, shared, meaning or name)


_CAMPAIGN = _column("campaign", shared=True)
_INSTITUTION = _column("institution", shared=True)
_PRACTICE = _column("practice", shared=True)
_TITLES = (_column("title_ja", shared=True), _column("title_en", shared=True))
_PEER_GROUP = _column("peer_group", "code", codes="peer_group")
_FIGURE = _column("figure", shared=True)
_PER_CENT = (_column("institutions", "integer"), _column("per_cent", "integer"))

CAMPAIGNS = ExportTable(
    "campaigns",
    """
SELECT id, title_ja, title_en, base_date, deadline, cut_off, checklist, version, fingerprint,
       scheme, targets, pseudonymous
  FROM campaign
 ORDER BY key""",
    (
        _CAMPAIGN,
        *_TITLES,
        _column("base_date", "date", shared=True),
        _column("deadline", "date", shared=True),
        _column("cut_off", "date", shared=True),
        _column("checklist", shared=True),
        _column("version", shared=True),
        _column("fingerprint", shared=True),
        _column("scheme", shared=True),
        _column("targets"),
        _column("pseudonymous", "flag"),
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
        _column("domain", shared=True),
        _column("section", shared=True),
        _column("tier", "code", codes="tier", shared=True),
        _column("kind", "code", codes="kind", shared=True),
        _column("items", "integer", shared=True),
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
        _column("part", "code", codes="part", shared=True),
        _column("option", shared=True),
        _column("position", "integer", shared=True),
        *_TITLES,
        _column("level", "integer", shared=True, meaning="level_of_option"),
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
        _column("kind", "code", codes="figure_kind", shared=True, meaning="figure_kind"),
        *_TITLES,
    ),
    shared=True,
)

INSTITUTIONS = ExportTable(
    "institutions",
    """
SELECT campaign.id, institution.id, name, sector, industry_group, bureau, route, roster_group,
       size, size_band, shared_system, institution.state, institution.received, file.path, as_of,
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
        _column("name"),
        _column("sector", "code", codes="sector", shared=True),
        _column("industry_group", "code", codes="industry_group", shared=True),
        _column("bureau"),
        _column("route"),
        _column("roster_group"),
        _column("size", "number"),
        _column("size_band", shared=True),
        _column("shared_system", "flag", shared=True),
        _column("state", "code", codes="state", meaning="institution_state"),
        _column("received", "flag"),
        _column("path", meaning="path_used"),
        _column("as_of", "date"),
        _column("assessed_on", "date", shared=True),
        _column("in_statistics", "flag"),
        _column("left_out", "code", codes="left_out"),
        _column("coverage", "number"),
        _PEER_GROUP._replace(meaning="narrowest_group"),
        _column("below_in_place", "integer", shared=True),
        _column("risk", "code", codes="risk", shared=True),
        _column("risk_basis", "code", codes="risk_basis"),
        _column("risk_provisional", "flag"),
        _column("provisional", "flag"),
        _column("treated", "integer"),
        _column("below_target", "integer"),
        _column("accepted", "integer"),
        _column("basics", "integer"),
        _column("in_scope", "integer"),
        _column("answered", "integer"),
        _column("not_applicable", "integer"),
        _column("not_adopted", "integer"),
        _column("unanswered", "integer"),
        _column("out_of_scope", "integer"),
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
        _column("status", "code", codes="status", shared=True),
        _column("level", "integer", shared=True, meaning="level_answered"),
        _column("target", "integer"),
        _column("number", "number"),
        _column("text", meaning="text_answered"),
        _column("treatment", "code", codes="treatment"),
        _column("plan_owner"),
        _column("plan_due", "date"),
        _column("plan_status", "code", codes="plan_status"),
        _column("note"),
        _column("reason"),
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
        _column("item", shared=True),
        _column("option", shared=True, meaning="option_chosen"),
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
        _column("item", meaning="row"),
        _column("name", meaning="row_name"),
        _column("option", meaning="option_chosen"),
        _column("number", "number"),
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
        _column("score", "number", shared=True),
        _column("numerator", "integer"),
        _column("denominator", "integer"),
        _column("level", "integer", shared=True, meaning="lowest_level"),
        _column("below_target", "integer"),
        _column("accepted", "integer"),
        _column("basics", "integer"),
        _column("in_statistics", "flag", shared=True, meaning="score_in_statistics"),
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
        _column("path"),
        _column("sha256"),
        _column("state", "code", codes="state", meaning="file_state"),
        _column("received_at", "time"),
        _column("channel"),
        _column("sender"),
        _column("version", meaning="file_version"),
        _column("form_number"),
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
    (_CAMPAIGN, _column("path"), _INSTITUTION),
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
        _column("path"),
        _column("place"),
        _column("code", meaning="problem_code"),
        _column("params"),
    ),
)

TURNOUT = ExportTable(
    "turnout",
    "SELECT * FROM turnout",
    (
        _CAMPAIGN,
        _column("sector", "code", codes="sector_or_all", meaning="sector_or_all"),
        _column("expected", "integer"),
        _column("received", "integer", meaning="received_count"),
        _column("accepted", "integer", meaning="accepted_count"),
        _column("in_statistics", "integer", meaning="in_statistics_count"),
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
        _column("figure", meaning="figure_of_group"),
        _column("n", "integer"),
        _column("mean", "number"),
        _column("sd", "number"),
        *(
            _column(name, "number", meaning="quantile")
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
    (_CAMPAIGN, _PEER_GROUP, _PRACTICE, _column("answer"), *_PER_CENT),
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
        _column("item"),
        _column("option", meaning="option_chosen"),
        _column("n", "integer", meaning="n_answered"),
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
        _column("peer_group", "code", codes="peer_group"),
        _column("figure", meaning="figure_of_group"),
        _column("n", "integer"),
        _column("mean", "number"),
        _column("median", "number", meaning="quantile"),
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
