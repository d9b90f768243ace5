"""Messages on plans: what is going to be done, by whom and when."""

MESSAGES = {
    "planning.owner": (
        "担当 {owner}",
        "owner {owner}",
    ),
    "planning.due": (
        "期日 {due}",
        "due {due}",
    ),
    "planning.action": (
        "{action}",
        "{action}",
    ),
    "planning.budget": (
        "予算 {budget}",
        "budget {budget}",
    ),
    "planning.status.open": (
        "未着手",
        "not started",
    ),
    "planning.status.doing": (
        "対応中",
        "under way",
    ),
    "planning.status.done": (
        "完了",
        "done",
    ),
    "planning.status.dropped": (
        "取りやめ",
        "dropped",
    ),
    "help.plan": (
        "改善計画（誰が、いつまでに、何をするか）を扱います。",
        "Plan what is to be improved: who does what by when.",
    ),
    "help.plan.make": (
        "目標を下回る対応事項と改善計画の一覧を、四半期と担当ごとに出力します。",
        "List practices below target and plans, by quarter and by owner.",
    ),
    "help.plan.status": (
        "改善計画のブック（`plan make -o plan.xlsx`）に入力された内容を、回答ファイルに反映します。",
        "Merge what was entered in the workbook (`plan make -o plan.xlsx`) into the answers file.",
    ),
    "opt.plan.output": (
        "出力するファイル（{suffixes}）。",
        "File to write ({suffixes}).",
    ),
    "opt.plan.plan": (
        "入力された改善計画のブック。",
        "Completed workbook of the plan.",
    ),
    "opt.plan.answers": (
        "反映先の回答ファイル（YAML又はJSON）。",
        "Answers file to update (YAML or JSON).",
    ),
    "opt.plan.take": (
        "不一致を、改善計画のブック（plan）又は回答ファイル（file）の値に統一します。",
        "Resolve conflicts in favour of the workbook (plan), or of the answers file (file).",
    ),
    "planning.title": (
        "改善計画",
        "Improvement plan",
    ),
    "planning.title_of": (
        "改善計画：{institution}",
        "Improvement plan: {institution}",
    ),
    "planning.sheet": (
        "改善計画",
        "Plan",
    ),
    "planning.how": (
        "右側の5つの欄に入力し、`cssa plan status`で回答に反映します。空欄にしても、回答の内容は削除されません。",
        "Complete the five columns on the right, and merge them into the answers with `cssa plan status`. A cell left blank deletes nothing.",
    ),
    "planning.summary": (
        "改善の対象となる対応事項は、完了・取りやめのものを除き{count}件です（期日超過{overdue}件、計画はあるが担当未定のもの{ownerless}件、計画なし{unplanned}件）。",
        "To be improved, apart from what is done or dropped: {count} (overdue {overdue}, planned without an owner {ownerless}, without a plan {unplanned}).",
    ),
    "planning.quarter": (
        "{year}年{first}～{last}月",
        "{year}-{first:02d} to {year}-{last:02d}",
    ),
    "planning.no_date": (
        "期日未定",
        "No date yet",
    ),
    "planning.to_target": (
        "{level}（目標{target}）",
        "{level} (target {target})",
    ),
    "planning.mark.unplanned": (
        "計画なし",
        "no plan",
    ),
    "planning.mark.still_below": (
        "段階は目標を下回ったまま",
        "level still below target",
    ),
    "planning.no_days": (
        "未着手又は対応中の改善計画に期日のあるものがないため、カレンダーに含まれる予定は0件です。",
        "No plan that is still to be carried out has a due date, so the calendar has no entries.",
    ),
    "planning.mark.overdue": (
        "期日超過",
        "overdue",
    ),
    "planning.mark.ownerless": (
        "担当未定",
        "no owner",
    ),
    "planning.mark.undated": (
        "期日未定",
        "no date",
    ),
    "planning.mark.accepted": (
        "リスク受容",
        "risk accepted",
    ),
    "planning.column.practice": (
        "対応事項",
        "Practice",
    ),
    "planning.column.level": (
        "段階",
        "Level",
    ),
    "planning.column.count": (
        "件数",
        "Practices",
    ),
    "planning.column.first_due": (
        "最も早い期日",
        "First due date",
    ),
    "planning.column.overdue": (
        "期日超過",
        "Overdue",
    ),
    "planning.h.owners": (
        "担当別",
        "By owner",
    ),
    "planning.h.quarters": (
        "四半期別",
        "By quarter",
    ),
    "planning.h.closed": (
        "完了・取りやめ",
        "Done or dropped",
    ),
    "planning.nobody": (
        "担当未定（計画のないもの、計画のないリスク受容を含む）",
        "No owner (including practices without a plan, and accepted risks without one)",
    ),
    "planning.nothing": (
        "完了・取りやめのものを除き、改善の対象となる対応事項はありません。",
        "Apart from what is done or dropped, there are no practices to improve.",
    ),
    "planning.usually": (
        "未定（主に回答する部署：{owner}）",
        "none yet (usually answered by {owner})",
    ),
    "planning.calendar_entry": (
        "対応事項{number}の期日",
        "Due: practice {number}",
    ),
    "planning.written": (
        "改善計画を出力しました：{path}",
        "Wrote the plan to {path}",
    ),
    "planning.not_a_plan": (
        "改善計画のブックではありません。`cssa plan make -o plan.xlsx`で出力したブックを指定してください。",
        "This is not the workbook of a plan. Specify one that `cssa plan make -o plan.xlsx` has written.",
    ),
    "planning.into_form": (
        "改善計画は、回答票には反映できません。`cssa form read`で読み取った回答ファイルを指定してください。",
        "A plan cannot be merged into a form. Specify the answers file that `cssa form read` has written.",
    ),
    "planning.row_lost": (
        "この行がどの対応事項の計画か分かりません（行の追加や並べ替えで、隠れた列の値が失われています）。行を元に戻すか、`cssa plan make`で作り直してください。",
        "The practice of this row cannot be determined: its hidden cells were lost when rows were added or sorted. Restore the row, or create the workbook again with `cssa plan make`.",
    ),
    "planning.row_twice": (
        "対応事項{practice}の行が2つあります。1つにしてください。",
        "There are two rows for practice {practice}. Keep one of them.",
    ),
    "planning.other_answers": (
        "別の機関又は点検票の改善計画です（ブックは「{found}」、回答は「{expected}」）。対応する回答ファイルを指定してください。",
        'The plan is for another institution or checklist (workbook: "{found}", answers: "{expected}"). Specify the answers that it was made from.',
    ),
    "planning.conflicts": (
        "{path}：改善計画のブックと回答の不一致が{count}件あります。反映していません（`--take plan`又は`--take file`で採用する側を指定できます）。",
        "{path}: conflicts between the workbook and the answers: {count}. Nothing was merged; resolve all of them with `--take plan` or `--take file`.",
    ),
    "planning.conflict": (
        "ブック：{form} ／ 回答：{file}（{there}）",
        "workbook: {form} | answers: {file} ({there})",
    ),
    "planning.conflict_gone": (
        "ブック：{form} ／ 回答：値なし（{there}）",
        "workbook: {form} | answers: no value ({there})",
    ),
    "planning.merge.taken": (
        "改善計画のブックの内容を反映：{practices}",
        "Taken from the workbook: {practices}",
    ),
    "planning.merge.kept": (
        "回答で変更済みのため維持：{practices}",
        "Changed in the answers, and kept: {practices}",
    ),
    "planning.merge.emptied": (
        "ブックで空欄のため、回答の内容を維持：{practices}",
        "Blank in the workbook, so kept as in the answers: {practices}",
    ),
    "planning.merged": (
        "{path}の{count}件の対応事項を更新しました。",
        "Updated {count} {count:practice|practices} in {path}.",
    ),
    "planning.unchanged": (
        "{path}に変更はありません。",
        "No changes to {path}.",
    ),
    "help.plan.what_if": (
        "段階が変わった場合の成熟度、最も低い段階、目標を下回る件数、社内基準の充足を、現状と並べて示します。ファイルは変更しません。",
        "Show what other levels would give, beside the present figures: scores, lowest levels, numbers below target and whether the policy is met. No file is changed.",
    ),
    "opt.plan.levels": (
        "対応事項と仮の段階（例：2.6-8=3 2.6-9=3）。",
        "Practices with the level to assume, such as 2.6-8=3 2.6-9=3.",
    ),
    "opt.plan.policy": (
        "充足を併せて確認する社内基準（ID又はファイル）。",
        "Policy to check as well: ID or file.",
    ),
    "what_if.title": (
        "段階を変えた場合（試算）",
        "With other levels (what-if)",
    ),
    "what_if.change": (
        "{number} {title}：{before}→{after}",
        "{number} {title}: {before} → {after}",
    ),
    "what_if.column.score": (
        "成熟度",
        "Maturity",
    ),
    "what_if.column.level": (
        "最も低い段階",
        "Lowest level",
    ),
    "what_if.column.below": (
        "目標を下回る",
        "Below target",
    ),
    "what_if.gate": (
        "社内基準{policy}：{before}（未充足の条件{unmet_before}件）→{after}（同{unmet_after}件）",
        "Policy {policy}: {before} (conditions not met: {unmet_before}) → {after} (conditions not met: {unmet_after})",
    ),
    "what_if.gate.met": (
        "充足",
        "met",
    ),
    "what_if.gate.unmet": (
        "未充足",
        "not met",
    ),
    "what_if.unknown": (
        "「{entry}」の対応事項は点検票にありません。「番号=段階」の形式で指定してください（例：2.6-8=3）。",
        '"{entry}" names no practice of the checklist. Write ID=LEVEL, such as 2.6-8=3.',
    ),
    "what_if.no_level": (
        "{practice}は段階で回答する対応事項ではありません。",
        "{practice} is not answered with a level.",
    ),
    "what_if.level": (
        "「{entry}」の段階は、{levels}のいずれかにしてください。",
        'The level in "{entry}" must be one of {levels}.',
    ),
    "what_if.twice": (
        "{practice}が2回指定されています。1回だけ指定してください。",
        "{practice} is named twice. Name it once.",
    ),
    "help.plan.reach": (
        '条件（最も低い段階、又は社内基準）を満たす段階の引上げのうち、工数の最も小さい組合せを示します（`pip install "cssa[plan]"`が必要です）。',
        'Show the levels that reach a goal (a lowest level, or a policy) with the least effort; needs `pip install "cssa[plan]"`.',
    ),
    "opt.plan.level": (
        "到達させる最も低い段階。",
        "Lowest level to reach.",
    ),
    "opt.plan.reach_policy": (
        "満たすべき社内基準（ID又はファイル）。成熟度、最も低い段階、目標を下回る件数の条件を対象とします。",
        "Policy to meet (ID or file): its conditions on scores, lowest levels and numbers below target.",
    ),
    "opt.plan.domain": (
        "対象とする領域。",
        "Domain to work on.",
    ),
    "opt.plan.budget": (
        "工数の上限（点）。引き上げる1段階につき、小1点、中2点、大4点。",
        "Maximum effort in points: 1, 2 or 4 for each level raised, by small, medium or large effort.",
    ),
    "reach.title": (
        "条件を満たす組合せ（試算）",
        "Levels that reach the goal (what-if)",
    ),
    "reach.done": (
        "次の{count}件の引上げで条件を満たします（工数{cost}点）。",
        "Reached by raising {count} {count:practice|practices} (effort {cost}).",
    ),
    "reach.nothing": (
        "考慮した条件は、既にすべて満たしています。",
        "All goals considered are reached already.",
    ),
    "reach.none_nearer": (
        "条件{goals}件のうち{missed}件を満たせません。満たせる条件を増やす引上げの案はありません。",
        "{missed} of {goals} {goals:goal|goals} cannot be reached. No raise can be suggested that reaches more of them.",
    ),
    "reach.nearest": (
        "条件{goals}件のうち{missed}件を満たせません。最も多くの条件を満たすのは、次の{count}件の引上げです（工数{cost}点）。",
        "{missed} of {goals} {goals:goal|goals} cannot be reached. As many goals as possible are reached by raising {count} {count:practice|practices} (effort {cost}).",
    ),
    "reach.needed": (
        "すべてを満たすには工数{needed}点が必要です（上限{budget}点）。",
        "Reaching all of them takes an effort of {needed} (the limit is {budget}).",
    ),
    "reach.impossible": (
        "工数を増やしても、すべてを満たすことはできません（判定外の領域や--domainの対象でない領域など、この引上げでは変わらないものがあります）。",
        "No amount of effort reaches all of them: some depend on what these raises do not change, such as a domain that cannot be rated or is not the one specified with --domain.",
    ),
    "reach.tied": (
        "同じ工数で同じ数の条件を満たす、別の組合せもあります。",
        "Other levels reach as many goals for the same effort.",
    ),
    "reach.missed": (
        "満たせない条件：",
        "Not reached:",
    ),
    "reach.goal.min_score": (
        "{subject}：成熟度{expected}以上",
        "{subject}: score at least {expected}",
    ),
    "reach.goal.min_level": (
        "{subject}：段階{expected}以上",
        "{subject}: level at least {expected}",
    ),
    "reach.goal.max_below_target": (
        "{subject}：目標を下回るものは{expected}件まで",
        "{subject}: at most {expected} below target",
    ),
    "reach.left_out": (
        "段階だけでは満たせないため、考慮していない条件：{names}",
        "Conditions left out, as levels alone do not meet them: {names}",
    ),
    "reach.effort": (
        "工数は、点検票の目安又は自機関の見積り（--effort）による1段階当たりの点数（小1、中2、大4）の合計で、本ソフトウェア独自のものです。例外的な取扱いは考慮していません。",
        "Effort is the sum of points for each level raised (small 1, medium 2, large 4, by the checklist or the institution's own estimates with --effort), a measure of this software. Waivers are not considered.",
    ),
    "reach.one_goal": (
        "--levelと--policyのいずれか一方を指定してください。",
        "Specify either --level or --policy.",
    ),
    "reach.unscored": (
        "この点検票では成熟度を算定しないため、条件を満たす組合せを求められません。",
        "This checklist is not scored, so there is nothing to reach.",
    ),
    "reach.domain": (
        "領域「{found}」はありません。{known}のいずれかを指定してください。",
        'There is no domain "{found}". Specify one of {known}.',
    ),
    "reach.level": (
        "段階{found}はありません。{levels}のいずれかを指定してください。",
        "There is no level {found}. Specify one of {levels}.",
    ),
    "reach.extra": (
        '条件を満たす組合せを求めるには、ソルバーが必要です。`pip install "cssa[plan]"`で追加してください。',
        'This needs a solver. Install it with `pip install "cssa[plan]"`.',
    ),
    "help.plan.roadmap": (
        "改善計画と、条件を満たす段階の引上げのうち工数の最も小さい組合せを、半期ごとに示します。",
        "Show by half-year what is planned and which other levels to raise to meet the goal with the least effort.",
    ),
    "opt.plan.effort": (
        "自機関で見積もった工数のファイル（YAML）。点検票の目安に代えて使用します。",
        "File (YAML) with the institution's own estimates of effort, used in place of the checklist's.",
    ),
    "opt.plan.per_half_year": (
        "半期に充てられる工数（点）。",
        "Effort that a half-year allows, in points.",
    ),
    "opt.plan.roadmap_output": (
        "出力先（.html、.xlsx、.json）。省略すると画面に表示します。",
        "Output file (.html, .xlsx, .json; default: the terminal).",
    ),
    "roadmap.title": (
        "半期ごとの見通し（試算）",
        "Roadmap by half-year (what-if)",
    ),
    "roadmap.goal": (
        "条件：{goal}",
        "Goal: {goal}",
    ),
    "roadmap.goal.level": (
        "基本的な対応事項が段階{level}以上",
        "basic practices at level {level} or above",
    ),
    "roadmap.goal.domain": (
        "{goal}（領域{domain}）",
        "{goal} (domain {domain})",
    ),
    "roadmap.outcome": (
        "自機関の計画{own}件と本ソフトウェアの案{suggested}件を、半期{halves}期に分けて示しています（工数{cost}点）。",
        "Practices to raise: {own} planned by the institution and {suggested} suggested by this software, over {halves} {halves:half-year|half-years} (effort {cost}).",
    ),
    "roadmap.missed": (
        "条件{goals}件のうち{missed}件は、段階の引上げでは満たせません。最も多くの条件を満たす組合せを示しています。",
        "{missed} of {goals} {goals:goal|goals} cannot be reached by raising levels. The roadmap shows what reaches as many goals as possible.",
    ),
    "roadmap.tied": (
        "本ソフトウェアの案には、同じ工数の別の組合せもあります。",
        "Other levels would reach the same for the same effort as the suggestions.",
    ),
    "roadmap.note": (
        "自機関の計画は、期日のある改善計画です（期日を過ぎたものは最初の半期に示します）。期日に目標の段階（目標がないものは、点検票が「実施」とみなす段階）に達するものとして算定しています。未回答の対応が望ましい事項と、段階で回答しない設問の改善計画は含みません。本ソフトウェアの案は、優先順位の順に、半期の工数の範囲で割り当てた試算で、期日や計画ではありません。リスク受容・代替措置は、判定日の状態のまま変わらないものとしています。",
        '"Planned by the institution" means a plan with a due date, on which the practice is assumed to reach its target (without a target, the level from which it is in place according to the checklist); overdue plans are shown in the first half-year. Plans for unanswered desirable practices, and for questions that are not answered with a level, are not included. Suggestions are spread by priority within the effort of each half-year: they are neither due dates nor plans. Accepted risks and alternative measures are assumed to stay as they are on the evaluation date.',
    ),
    "roadmap.today": (
        "現在",
        "Today",
    ),
    "roadmap.until": (
        "{end}まで",
        "By {end}",
    ),
    "roadmap.nothing": (
        "引き上げるものはありません。",
        "There is nothing to raise.",
    ),
    "roadmap.none": (
        "この半期に引き上げるものはありません。",
        "There is nothing to raise in this half-year.",
    ),
    "roadmap.step": (
        "{number} {title}：{before}→{after}　{kind}",
        "{number} {title}: {before} → {after}, {kind}",
    ),
    "roadmap.kind.own": (
        "自機関の計画",
        "planned",
    ),
    "roadmap.kind.overdue": (
        "自機関の計画（期日超過）",
        "planned (overdue)",
    ),
    "roadmap.kind.suggested": (
        "本ソフトウェアの案",
        "suggested by this software",
    ),
    "roadmap.h.curve": (
        "成熟度（独自算定）と目標を下回る件数の見通し",
        "Projected maturity (own method) and number below target",
    ),
    "roadmap.h.halves": (
        "半期ごとの内容",
        "By half-year",
    ),
    "roadmap.chart.score": (
        "成熟度（独自算定）の見通し",
        "Projected maturity (own method)",
    ),
    "roadmap.chart.below": (
        "目標を下回る基本的な対応事項の見通し（件）",
        "Projected number of basic practices below target",
    ),
    "roadmap.column.goal": (
        "条件",
        "Goal",
    ),
    "roadmap.column.end": (
        "時点",
        "As of",
    ),
    "roadmap.column.score": (
        "成熟度",
        "Maturity",
    ),
    "roadmap.column.below": (
        "目標を下回る件数",
        "Below target",
    ),
    "roadmap.column.own": (
        "計画",
        "Planned",
    ),
    "roadmap.column.suggested": (
        "案",
        "Suggested",
    ),
    "roadmap.column.cost": (
        "工数（点）",
        "Effort",
    ),
    "roadmap.column.levels": (
        "段階",
        "Level",
    ),
    "roadmap.column.before": (
        "引上げ前",
        "Raised from",
    ),
    "roadmap.column.after": (
        "引上げ後",
        "Raised to",
    ),
    "roadmap.column.kind": (
        "計画・案の別",
        "Planned or suggested",
    ),
    "roadmap.sheet.curve": (
        "見通し",
        "Projection",
    ),
    "roadmap.sheet.steps": (
        "半期ごとの内容",
        "By half-year",
    ),
    "roadmap.per_half": (
        "1段階の引上げに{most}点かかるものがあるため、--per-half-yearは{most}以上で指定してください（現在の値：{found}）。",
        "Raising one of the practices by a level takes {most} {most:point|points} of effort, so --per-half-year must be at least {most} (it is {found}).",
    ),
    "roadmap.written": (
        "半期ごとの見通しを作成しました：{path}",
        "Wrote the roadmap to {path}",
    ),
}
