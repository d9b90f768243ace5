"""Messages: scores and their explanation."""

MESSAGES = {
    "score.title": (
        "成熟度（独自算定）　{name}",
        "Maturity (own method): {name}",
    ),
    "score.title_unscored": (
        "回答状況　{name}",
        "Answers: {name}",
    ),
    "score.basis_unscored": (
        "判定日：{as_of}　この点検票では成熟度を算定しません。",
        "Evaluation date: {as_of}. This checklist is not scored.",
    ),
    "score.column.unanswered": (
        "未回答",
        "Unanswered",
    ),
    "score.checklist": (
        "点検票：{title}　版{version}",
        "Checklist: {title}, version {version}",
    ),
    "score.groups": (
        "対象グループ：{groups}",
        "Groups selected: {groups}",
    ),
    "score.basis_without_targets": (
        "判定日：{as_of}　算定方法：{scheme}",
        "Evaluation date: {as_of}; scheme: {scheme}",
    ),
    "score.basis_without_risk": (
        "判定日：{as_of}　算定方法：{scheme}　目標：{target}",
        "Evaluation date: {as_of}; scheme: {scheme}; targets: {target}",
    ),
    "score.basis": (
        "判定日：{as_of}　算定方法：{scheme}　目標：{target}　リスクプロファイル：{risk}（{basis}）",
        "Evaluation date: {as_of}; scheme: {scheme}; targets: {target}; risk profile: {risk} ({basis})",
    ),
    "score.below": (
        "目標を下回る基本的な対応事項：{count}件（{of}件中）",
        "Basic practices below target: {count} of {of}",
    ),
    "score.below_accepted": (
        "目標を下回る基本的な対応事項：{count}件（{of}件中、うちリスク受容{accepted}件）",
        "Basic practices below target: {count} of {of}, including {accepted} with accepted risk",
    ),
    "score.level_open": (
        "「未回答あり」：未回答の基本的な対応事項があるため、最も低い段階を算定できません。",
        '"unanswered": the lowest level cannot be determined because some basic practices are unanswered.',
    ),
    "score.overall_row": (
        "全体",
        "Overall",
    ),
    "score.overall_unbanded": (
        "全体：{score}",
        "Overall: {score}",
    ),
    "score.overall": (
        "全体：{score}　{band}",
        "Overall: {score} (band: {band})",
    ),
    "score.coverage": (
        "回答率：{ratio}（回答{answered}、該当なし{not_applicable}、採用しない{not_adopted}、未回答{unanswered}、対象外{out_of_scope}）",
        "Answered: {ratio} ({answered} answered, {not_applicable} not applicable, {not_adopted} not adopted, {unanswered} unanswered, {out_of_scope} out of scope)",
    ),
    "score.treated": (
        "有効なリスク受容・代替措置：{count}件",
        "Valid accepted risks and alternative measures: {count}",
    ),
    "score.tiers_none_adopted": (
        "基本的な対応事項の平均：{basic}　／　対応が望ましい事項：採用{adopted}件（{total}件中）",
        "Mean of basic practices: {basic}; desirable practices: {adopted} of {total} adopted",
    ),
    "score.tiers_open": (
        "基本的な対応事項の平均：{basic}　／　対応が望ましい事項：採用{adopted}件（{total}件中）、未回答{unanswered}件を含む平均{desirable}",
        "Mean of basic practices: {basic}; desirable practices: {adopted} of {total} adopted, mean {desirable}, including {unanswered} unanswered",
    ),
    "score.tiers": (
        "基本的な対応事項の平均：{basic}　／　対応が望ましい事項：採用{adopted}件（{total}件中）、平均{desirable}",
        "Mean of basic practices: {basic}; desirable practices: {adopted} of {total} adopted, mean {desirable}",
    ),
    "score.column.domain": (
        "領域",
        "Domain",
    ),
    "score.column.score": (
        "成熟度",
        "Maturity",
    ),
    "score.column.level": (
        "最も低い段階",
        "Lowest level",
    ),
    "score.column.band": (
        "到達の目安",
        "Band",
    ),
    "score.column.below": (
        "目標を下回る",
        "Below target",
    ),
    "score.column.coverage": (
        "回答率",
        "Answered",
    ),
    "score.gaps": (
        "優先して取り組む事項",
        "Priorities",
    ),
    "score.gap": (
        "{rank}. {practice} {title}（段階{level}→目標{target}。{why}）",
        "{rank}. {practice} {title} (level {level}, target {target}; {why})",
    ),
    "score.open": (
        "先に回答する項目：{count}件（{list}）",
        "Answer first: {count} ({list})",
    ),
    "score.answer_first": (
        "先に回答する項目：{count}件（{list}）",
        "Answer first: {count} ({list})",
    ),
    "score.more_gaps": (
        "ほか{count}件。すべての一覧は`cssa score --format json`で確認できます。",
        "And {count} more. For the full list: `cssa score --format json`.",
    ),
    "score.findings": (
        "要確認事項：{count}件",
        "Points to check: {count}",
    ),
    "score.more_findings": (
        "ほか{count}件。",
        "And {count} more.",
    ),
    "score.review": (
        "{practice} {title}：自己評価は段階{own}、第{line}線は段階{level}（{by}、{on}）",
        "{practice} {title}: self-rating level {own}; review by line {line}: level {level} ({by}, {on})",
    ),
    "score.review_note": (
        "　{note}",
        " {note}",
    ),
    "score.more_reviews": (
        "ほか{count}件（`cssa explain`で一覧、`cssa report`で表になります）。",
        "And {count} more (`cssa explain` lists them, `cssa report` has a table).",
    ),
    "score.explain_hint": (
        "内訳は`cssa explain {answers}`で確認できます。",
        "For a breakdown of the figures: `cssa explain {answers}`.",
    ),
    "score.nothing": (
        "回答が1件もありません。",
        "There are no answers.",
    ),
    "score.nothing_counted": (
        "回答はありますが、算定の対象となる回答（段階の付くもの）がありません。",
        "There are answers, but none with a level that counts in the figures.",
    ),
    "score.nothing_finished": (
        "回答はありますが、対象の設問のうち、すべての行に回答したものがありません。",
        "There are answers, but no question in scope is answered for all of its rows.",
    ),
    "explain.overall": (
        "全体の内訳",
        "Breakdown of the overall score",
    ),
    "explain.domain": (
        "領域{id} {title}の内訳",
        "Breakdown of domain {id} {title}",
    ),
    "explain.section": (
        "節{id} {title}の内訳",
        "Breakdown of section {id} {title}",
    ),
    "explain.practice": (
        "{id} {title}",
        "{id} {title}",
    ),
    "explain.score": (
        "成熟度：{score}（{exact}）",
        "Maturity: {score} ({exact})",
    ),
    "explain.sum": (
        "寄与の合計＝{exact}＝{score}",
        "Contributions add up to {exact} = {score}",
    ),
    "explain.column.id": (
        "番号",
        "No.",
    ),
    "explain.column.title": (
        "項目",
        "Item",
    ),
    "explain.column.value": (
        "値",
        "Value",
    ),
    "explain.column.weight": (
        "重み",
        "Weight",
    ),
    "explain.column.contribution": (
        "寄与",
        "Contribution",
    ),
    "explain.counted": (
        "算定対象：{count}件（うち未回答{unanswered}件は尺度の最も低い段階として算定）",
        "Counted: {count}, including {unanswered} unanswered (counted at the lowest level of the scale)",
    ),
    "explain.apart": (
        "成熟度に算入せず別掲するもの：{count}件（この算定方法では算入しない区分）",
        "Reported separately, not in the score: {count} (tier not scored by this scheme)",
    ),
    "explain.left_out": (
        "算定対象外：{count}件",
        "Excluded: {count}",
    ),
    "explain.left_out_item": (
        "{id} {title}：{status}　{reason}",
        "{id} {title}: {status}  {reason}",
    ),
    "explain.level": (
        "最も低い段階：{level}",
        "Lowest level: {level}",
    ),
    "explain.level_open": (
        "次の{count}件に回答すると、最も低い段階を算定できます。",
        "Answer {count:this practice|these {count} practices} to determine the lowest level:",
    ),
    "explain.counted_all": (
        "算定対象：{count}件",
        "Counted: {count}",
    ),
    "explain.raise_one": (
        "最も低い段階を{next}に引き上げるには、次の対応事項を段階{next}以上にします。",
        "To raise the lowest level to {next}, bring this practice to level {next} or above:",
    ),
    "explain.raise": (
        "最も低い段階を{next}に引き上げるには、次の{count}件をすべて段階{next}以上にします。",
        "To raise the lowest level to {next}, bring these to level {next} or above ({count}):",
    ),
    "explain.top": (
        "最も低い段階が、最上位の{level}です。",
        "The lowest level is {level}, the highest possible.",
    ),
    "explain.replaced": (
        "有効な代替措置があり、目標を下回るものに含めていないもの：{count}件",
        "Not counted as below target because of a valid alternative measure: {count}",
    ),
    "explain.below": (
        "目標を下回る基本的な対応事項：{count}件（{of}件中）",
        "Basic practices below target: {count} of {of}",
    ),
    "explain.below_accepted": (
        "目標を下回る基本的な対応事項：{count}件（{of}件中、うちリスク受容{accepted}件）",
        "Basic practices below target: {count} of {of}, including {accepted} with accepted risk",
    ),
    "explain.accepted_item": (
        "{id} {title}：段階{level}、目標{target}（リスク受容中）",
        "{id} {title}: level {level}, target {target} (risk accepted)",
    ),
    "explain.accepted_unanswered_item": (
        "{id} {title}：未回答、目標{target}（リスク受容中）",
        "{id} {title}: unanswered, target {target} (risk accepted)",
    ),
    "explain.below_item": (
        "{id} {title}：段階{level}、目標{target}",
        "{id} {title}: level {level}, target {target}",
    ),
    "explain.unanswered_item": (
        "{id} {title}：未回答、目標{target}",
        "{id} {title}: unanswered, target {target}",
    ),
    "explain.tier": (
        "区分：{tier}",
        "Tier: {tier}",
    ),
    "explain.status": (
        "状態：{status}",
        "Status: {status}",
    ),
    "explain.reason": (
        "理由：{reason}",
        "Reason: {reason}",
    ),
    "explain.answers": (
        "回答状況",
        "Answers",
    ),
    "explain.open": (
        "未回答の項目：{count}件",
        "Still unanswered: {count}",
    ),
    "explain.open_item": (
        "{id} {title}",
        "{id} {title}",
    ),
    "explain.other_groups": (
        "選択されたグループに含まれない対応事項です。",
        "In none of the groups selected.",
    ),
    "explain.flags": (
        "対象となるかどうかを決める属性：{flags}",
        "Profile questions that decide whether it applies: {flags}",
    ),
    "explain.answer": (
        "段階：{level}　{words}",
        "Level: {level}  {words}",
    ),
    "explain.given": (
        "回答：{answer}",
        "Answer: {answer}",
    ),
    "explain.target": (
        "目標：{target}　差：{gap}",
        "Target: {target}; gap: {gap}",
    ),
    "explain.no_target": (
        "目標：なし",
        "Target: none",
    ),
    "explain.treatment.accepted": (
        "リスク受容：{measure}（{approved_on}に{approved_by}が承認、見直し期限{review_by}）",
        "Accepted risk: {measure} (approved by {approved_by} on {approved_on}, review by {review_by})",
    ),
    "explain.treatment.alternative": (
        "代替措置：{measure}（{approved_on}に{approved_by}が承認、見直し期限{review_by}）",
        "Alternative measure: {measure} (approved by {approved_by} on {approved_on}, review by {review_by})",
    ),
    "explain.weight": (
        "重み：{weight}　領域への寄与：{contribution}",
        "Weight: {weight}; contribution to the domain: {contribution}",
    ),
    "explain.not_scored": (
        "この算定方法では成熟度に算入しません。",
        "This scheme does not count it in the score.",
    ),
    "explain.next_level": (
        "段階{next}になると、領域の成熟度は{domain}、全体は{overall}になります。段階{next}の内容：{words}",
        "At level {next} the domain would be at {domain} and the overall score at {overall}. Level {next}: {words}",
    ),
    "explain.holds": (
        "この対応事項の段階が、領域で最も低い段階です。",
        "This practice is at the domain's lowest level.",
    ),
    "explain.leaves_level_open": (
        "この対応事項が未回答のため、領域の最も低い段階を算定できません。",
        "The domain's lowest level cannot be determined while this practice is unanswered.",
    ),
    "explain.replaced_gap": (
        "有効な代替措置があるため、目標を下回るものに含めていません。",
        "Not counted as below target because of a valid alternative measure.",
    ),
    "explain.accepted_gap": (
        "リスク受容は有効ですが、目標を下回るものに含めます。",
        "The accepted risk is valid; the practice still counts as below target.",
    ),
    "explain.question": (
        "設問：{text}",
        "Question: {text}",
    ),
    "explain.conditions": (
        "条件：{text}",
        "Conditions: {text}",
    ),
    "explain.guidance": (
        "解説：{text}",
        "Guidance: {text}",
    ),
    "explain.why": (
        "業務への影響：{text}",
        "Why it matters: {text}",
    ),
    "explain.impact": (
        "影響の目安：{impact}（1～3。本ソフトウェアの目安）",
        "Impact: {impact} of 3 (suggested by this software)",
    ),
    "explain.threats": (
        "関連する脅威：{list}",
        "Threats: {list}",
    ),
    "explain.rank": (
        "取り組む順：{of}件中{rank}番目（{why}）",
        "In order of priority: no. {rank} of {of} ({why})",
    ),
    "explain.answer_first": (
        "先に回答する項目：{of}件中{rank}番目（{why}）",
        "To be answered first: no. {rank} of {of} ({why})",
    ),
    "explain.pitfalls": (
        "よくある不備：{text}",
        "Common weaknesses: {text}",
    ),
    "explain.improve": (
        "次の一歩：{text}",
        "Next step: {text}",
    ),
    "explain.note": (
        "補足：{text}",
        "Note: {text}",
    ),
    "explain.evidence": (
        "証跡：{text}",
        "Evidence: {text}",
    ),
    "explain.points": (
        "満たしている点：{of}件中{count}件",
        "Points covered: {count} of {of}",
    ),
    "explain.done": (
        "実施済み：{of}件中{n}件",
        "Done: {n} of {of}",
    ),
    "explain.last_done": (
        "直近の実施日：{date}",
        "Last done: {date}",
    ),
    "explain.performed_by": (
        "実施者：{text}",
        "Performed by: {text}",
    ),
    "explain.source": (
        "提供元：{text}",
        "Taken from: {text}",
    ),
    "explain.plan": (
        "改善計画：{plan}",
        "Plan: {plan}",
    ),
    "explain.by": (
        "回答者：{text}",
        "Answered by: {text}",
    ),
    "explain.review": (
        "第{line}線の評価：段階{level}（{by}、{on}）　{note}",
        "Review by line {line}: level {level} ({by}, {on})  {note}",
    ),
    "explain.finding": (
        "要確認事項：{text}",
        "Point to check: {text}",
    ),
    "explain.where": (
        "回答の場所：{location}",
        "Location of the answer: {location}",
    ),
}
