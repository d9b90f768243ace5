"""Messages: reports."""

MESSAGES = {
    "report.written": (
        "報告書を作成しました：{path}",
        "Wrote the report to {path}",
    ),
    "report.suffix": (
        "報告書の形式を判別できません。拡張子を{known}のいずれかにしてください。",
        "The report's format cannot be determined. Use a file name with one of the extensions {known}.",
    ),
    "report.template": (
        "テンプレートを処理できません（{reason}）。この行と、使用できる名前（docs/report.md）を確認してください。",
        "The template cannot be rendered ({reason}). Check this line and the names it may use (docs/report.md).",
    ),
    "report.template_format": (
        "--templateは{titles}にのみ使用できます。-oのファイルの拡張子を{suffixes}にしてください。",
        "--template works for {titles} only. Use the extension {suffixes} with -o.",
    ),
    "report.other_institution": (
        "--previousは別の機関（{then}）のものです。{now}の前回の回答、記入済みの回答票又は結果を指定してください。",
        "--previous is from another institution ({then}). Specify the previous answers, a completed form or a result of {now}.",
    ),
    "report.other_checklist": (
        "--previousは別の点検票（{then}）のものです。{now}への前回の回答、記入済みの回答票又は結果を指定してください。",
        "--previous is for another checklist ({then}). Specify the previous answers, a completed form or a result for {now}.",
    ),
    "report.other_scale": (
        "--previousの点検票は段階の構成又は算定の有無が異なるため、比べられません。同じ段階で回答した前回の回答、記入済みの回答票又は結果を指定してください。",
        "--previous uses different levels, or only one of the two is scored, so they cannot be compared. Specify previous answers, a completed form or a result that uses the same levels.",
    ),
    "previous.too_many": (
        "--previousに指定できるのは{most}件までです（{count}件指定されています）。",
        "--previous takes up to {most} earlier results; {count} were named.",
    ),
    "report.not_earlier": (
        "--previousの点検日（assessed_on、{then}）が今回（{now}）より前ではありません。より前の点検日の回答、記入済みの回答票又は結果を指定してください。点検日の誤りは、回答ファイルで修正できます。",
        "The assessment date of --previous (assessed_on, {then}) is not earlier than this one's ({now}). Specify answers, a completed form or a result with an earlier date; correct a wrong date in the answers file.",
    ),
    "report.not_earlier_as_of": (
        "--previousの日付（{then}）が今回の判定日（{now}）より前ではありません。今回の回答に点検日（assessed_on）がないときは、点検日を追加するか、--as-ofを確認してください。--previousに結果を指定したときは、前回の日付で作成し直してください：`cssa score 前回の回答 --as-of 前回の日付 --format json -o last.json`",
        "The date of --previous ({then}) is not earlier than the evaluation date of the present answers ({now}). If the present answers have no assessment date (assessed_on), add it, or check --as-of. If --previous is a result, create it again as of its own date: `cssa score LAST-ANSWERS --as-of DATE --format json -o last.json`",
    ),
    "previous.neither": (
        "回答でも結果でもありません。回答ファイル又は記入済みの回答票を指定するか、そこから結果を作成してください：`cssa score 回答 --as-of 点検日 --format json -o last.json`",
        "This is neither answers nor a result. Specify answers or a completed form, or create a result from them: `cssa score ANSWERS --as-of DATE --format json -o last.json`",
    ),
    "previous.kept_without_day": (
        "社内基準との照合で保存した結果ですが、点検日（assessed_on）がないため、いつの段階か特定できません。回答ファイル又は記入済みの回答票を指定するか、点検日のある回答から保存し直してください：`cssa gate 回答 --policy 社内基準 --keep {path}`",
        "This result, saved by `cssa gate --keep`, has no assessment date (assessed_on), so it does not say when the levels applied. Specify answers or a completed form, or save it again from answers that state the date: `cssa gate ANSWERS --policy POLICY --keep {path}`",
    ),
    "previous.no_day": (
        "点検日（assessed_on）がないため、いつの回答か特定できません。ファイルに追加するか、日付を指定して結果を作成してください：`cssa score {path} --as-of 前回の日付 --format json -o last.json`",
        "These answers have no assessment date (assessed_on). Add it to the file, or create a result with the date: `cssa score {path} --as-of DATE --format json -o last.json`",
    ),
    "previous.other_checklist": (
        "別の点検票（{then}）のものです。{now}への前回の回答、記入済みの回答票又は結果を指定してください。",
        "This is for another checklist ({then}). Specify the previous answers, a completed form or a result for {now}.",
    ),
    "report.changed_after_approval": (
        "承認後に変更あり",
        "Changed after approval",
    ),
    "report.changed_after_approval.note": (
        "この報告書の元になった回答は、承認された時点の内容と異なります。変更を確認し、改めて承認を受けてください。",
        "The answers behind this report differ from those that were approved. Check the changes and have them approved again.",
    ),
    "report.changed_after_approval.line": (
        "承認後に変更あり：回答が、承認された時点の内容と異なります。変更を確認し、改めて承認を受けてください。",
        "Changed after approval: these answers differ from those that were approved. Check the changes and have them approved again.",
    ),
    "report.title": (
        "サイバーセキュリティ自己点検 報告書",
        "Cybersecurity self-assessment report",
    ),
    "report.figure": (
        "成熟度（独自算定）",
        "Maturity (own method)",
    ),
    "report.as_of": (
        "判定日",
        "Evaluation date",
    ),
    "report.campaign": (
        "実施回",
        "Campaign",
    ),
    "report.sector": (
        "業態",
        "Sub-sector",
    ),
    "report.provisional": (
        "暫定",
        "Provisional",
    ),
    "report.none": (
        "ありません。",
        "None.",
    ),
    "report.not_stated": (
        "記載なし",
        "not stated",
    ),
    "report.more": (
        "ほか{count}件",
        "and {count} more",
    ),
    "report.unit": (
        "件",
        "",
    ),
    "report.of": (
        "（{of}件中）",
        "of {of}",
    ),
    "report.lead.nothing_counted": (
        "算定の対象となる回答（段階の付くもの）がまだないため、算定していません。",
        "No answer counts towards the score yet, so nothing was scored.",
    ),
    "report.lead.empty": (
        "回答がまだありません。",
        "There are no answers yet.",
    ),
    "report.lead.answered": (
        "対象{of}件のすべてに回答しています。",
        "{of:The only practice in scope is|All {of} practices in scope are} answered.",
    ),
    "report.lead.answered_open": (
        "対象{of}件のうち{answered}件に回答し、{unanswered}件が未回答です。",
        "Of {of} {of:practice|practices} in scope, {answered} {answered:is|are} answered and {unanswered} unanswered.",
    ),
    "report.lead.no_basics": (
        "算定対象となる基本的な対応事項はありません。目標を下回る件数には、基本的な対応事項だけが含まれます。",
        "No basic practice is counted; the number below target is of basic practices only.",
    ),
    "report.lead.none": (
        "基本的な対応事項{of}件のうち、目標を下回るものはありません。",
        "{of:The only basic practice that is counted is not|None of the {of} basic practices is} below its target.",
    ),
    "report.lead.none_open": (
        "対応事項全体で未回答が{unanswered}件ありますが、基本的な対応事項{of}件のうち、目標を下回るものはありません。",
        "With {unanswered} {unanswered:practice|practices} in all still unanswered, {of:the only basic practice that is counted is not|none of the {of} basic practices is} below its target.",
    ),
    "report.lead.below": (
        "基本的な対応事項{of}件のうち、目標を下回るものは{count}件で、領域{domain}「{title}」が{most}件と最も多くなっています。",
        "Of {of} basic practices, {count} are below their target. Domain {domain}, {title}, has the most ({most}).",
    ),
    "report.lead.below_alike": (
        "基本的な対応事項{of}件のうち、目標を下回るものは{count}件です。",
        "Of {of} basic {of:practice|practices}, {count} are below their target.",
    ),
    "report.lead.below_alike_open": (
        "対応事項全体で未回答が{unanswered}件ある暫定の結果ですが、基本的な対応事項{of}件のうち、目標を下回るものは{count}件です。",
        "The result is provisional, with {unanswered} {unanswered:practice|practices} in all still unanswered: {count} of {of} basic {of:practice|practices} are below their target.",
    ),
    "report.lead.below_one": (
        "基本的な対応事項{of}件のうち、目標を下回るものは1件で、領域{domain}「{title}」にあります。",
        "{of:The only basic practice that is counted is|Of {of} basic practices, one is} below its target, in domain {domain}, {title}.",
    ),
    "report.lead.below_one_open": (
        "対応事項全体で未回答が{unanswered}件ある暫定の結果ですが、基本的な対応事項{of}件のうち、目標を下回るものは1件で、領域{domain}「{title}」にあります。",
        "The result is provisional, with {unanswered} {unanswered:practice|practices} in all still unanswered: {of:the only basic practice that is counted is|one of {of} basic practices is} below its target, in domain {domain}, {title}.",
    ),
    "report.lead.below_open": (
        "対応事項全体で未回答が{unanswered}件ある暫定の結果ですが、基本的な対応事項{of}件のうち、目標を下回るものは{count}件で、領域{domain}「{title}」が{most}件と最も多くなっています。",
        "The result is provisional, with {unanswered} {unanswered:practice|practices} in all still unanswered: {count} of {of} basic practices are below their target. Domain {domain}, {title}, has the most ({most}).",
    ),
    "report.h.domains": (
        "領域ごとの成熟度（独自算定）",
        "Maturity by domain (own method)",
    ),
    "report.h.answered": (
        "領域ごとの回答状況",
        "Answers by domain",
    ),
    "report.h.open": (
        "先に回答する項目",
        "Answer first",
    ),
    "report.h.below": (
        "目標を下回る基本的な対応事項",
        "Basic practices below target",
    ),
    "report.h.priorities": (
        "優先して取り組む事項",
        "Priorities",
    ),
    "report.h.treatments": (
        "リスク受容と代替措置",
        "Accepted risks and alternative measures",
    ),
    "report.h.trust": (
        "回答の信頼性",
        "Reliability of the answers",
    ),
    "report.h.decide": (
        "ご判断いただく事項",
        "Decisions requested",
    ),
    "report.h.contents": (
        "以降の内容",
        "Contents",
    ),
    "report.h.map": (
        "全対応事項の一覧",
        "All practices at a glance",
    ),
    "report.h.holds": (
        "領域ごとの、最も低い段階にある対応事項",
        "Practices at the lowest level of each domain",
    ),
    "report.h.gaps": (
        "目標との差（取り組む順）",
        "Gaps to target, in order of priority",
    ),
    "report.h.performers": (
        "実施者別の状況",
        "By performer",
    ),
    "report.performers.note": (
        "誰が実施していても、対応の責任は自機関にあります。記載のないものは、自機関で実施しているとは限りません。",
        "The institution stays responsible for what others perform. What is not stated is not necessarily performed by the institution itself.",
    ),
    "report.performers.gaps": (
        "{name}が実施する事項の目標との差（取り組む順）",
        "{name}: gaps to target, in order of priority",
    ),
    "report.performers.no_gaps": (
        "回答済みで目標を下回るものはありません。",
        "Nothing that is answered is below target.",
    ),
    "report.column.performer": (
        "実施者",
        "Performed by",
    ),
    "report.column.counted": (
        "算定対象",
        "Counted",
    ),
    "report.column.in_place": (
        "段階{in_place}以上",
        "Level {in_place} or above",
    ),
    "report.column.basics_below": (
        "目標を下回る基本的な対応事項",
        "Basic practices below target",
    ),
    "report.sheet.performers": (
        "実施者別",
        "By performer",
    ),
    "report.h.at_target": (
        "目標を下回る基本的な対応事項のない節",
        "Sections with no basic practice below target",
    ),
    "report.h.desirable": (
        "対応が望ましい事項",
        "Desirable practices",
    ),
    "report.h.adopted": (
        "採用しているもの",
        "Adopted",
    ),
    "report.h.left_out": (
        "採用しないもの（理由あり）",
        "Not adopted, with reasons",
    ),
    "report.h.findings": (
        "要確認事項",
        "Points to check",
    ),
    "report.h.answers": (
        "すべての回答",
        "All answers",
    ),
    "report.h.method": (
        "算定の方法と出所",
        "Method and sources",
    ),
    "report.h.levels": (
        "段階の意味",
        "What the levels mean",
    ),
    "report.h.sources": (
        "出所と構成識別値（ハッシュ）",
        "Sources and hashes",
    ),
    "report.h.disclaimers": (
        "留意事項",
        "Important notes",
    ),
    "report.overall": (
        "全体",
        "Overall",
    ),
    "report.column.domain": (
        "領域",
        "Domain",
    ),
    "report.column.score": (
        "成熟度",
        "Maturity",
    ),
    "report.column.target": (
        "目標",
        "Target",
    ),
    "report.column.level": (
        "最も低い段階",
        "Lowest level",
    ),
    "report.column.below": (
        "目標を下回る",
        "Below target",
    ),
    "report.column.before": (
        "前回",
        "Previous",
    ),
    "report.column.section": (
        "節",
        "Section",
    ),
    "report.column.practice": (
        "対応事項",
        "Practice",
    ),
    "report.column.approved": (
        "承認",
        "Approved",
    ),
    "report.column.review_by": (
        "見直し期限",
        "Review by",
    ),
    "report.column.finding": (
        "要確認事項",
        "Points to check",
    ),
    "report.column.count": (
        "件数",
        "Number",
    ),
    "report.column.share": (
        "割合",
        "Share",
    ),
    "report.column.what": (
        "確認項目",
        "Indicator",
    ),
    "report.domains.note": (
        "成熟度と目標は{lowest}から{highest}です。「最も低い段階」は、基本的な対応事項の段階のうち最も低いもので、リスク受容・代替措置があっても変わりません。未回答の基本的な対応事項がある間は算定できません。",
        "Maturity and targets range from {lowest} to {highest}. The lowest level is that of the lowest basic practice, regardless of accepted risks or alternative measures. It is not determined while a basic practice is unanswered.",
    ),
    "report.domains.note_no_targets": (
        "成熟度は{lowest}から{highest}です。「最も低い段階」は、基本的な対応事項の段階のうち最も低いもので、リスク受容・代替措置があっても変わりません。未回答の基本的な対応事項がある間は算定できません。",
        "Maturity ranges from {lowest} to {highest}. The lowest level is that of the lowest basic practice, regardless of accepted risks or alternative measures. It is not determined while a basic practice is unanswered.",
    ),
    "report.radar.title": (
        "領域ごとの成熟度（独自算定）と目標のレーダーチャート",
        "Radar chart of maturity (own method) and target by domain",
    ),
    "report.radar.title_no_targets": (
        "領域ごとの成熟度（独自算定）のレーダーチャート",
        "Radar chart of maturity (own method) by domain",
    ),
    "report.radar.desc": (
        "{list}。同じ値を表に示しています。",
        "{list}. The table shows the same figures.",
    ),
    "report.radar.item": (
        "{id} {title}：成熟度{score}（目標{target}）",
        "{id} {title}: maturity {score} (target {target})",
    ),
    "report.radar.item_no_targets": (
        "{id} {title}：成熟度{score}",
        "{id} {title}: maturity {score}",
    ),
    "report.radar.own": (
        "自機関の成熟度",
        "Institution's maturity",
    ),
    "report.radar.target": (
        "目標",
        "Target",
    ),
    "report.before": (
        "前回（{date}）は{of}件中{count}件",
        "{count} of {of} last time ({date})",
    ),
    "report.before_none": (
        "前回の結果は示していません。",
        "No previous result is shown.",
    ),
    "report.differs": (
        "前回と条件が異なります：{list}。",
        "Conditions differ from last time: {list}.",
    ),
    "report.differs.checklist": (
        "点検票の構成",
        "the structure of the checklist",
    ),
    "report.differs.target": (
        "目標の設定",
        "the targets",
    ),
    "report.differs.risk": (
        "リスクプロファイル",
        "the risk profile",
    ),
    "report.differs.levels": (
        "前回の件数の算定方法（保存済みの段階を今回の目標に照らしたもので、前回の代替措置を反映していません）",
        "how last time's number is counted (from saved levels against today's targets, without the alternative measures of the time)",
    ),
    "report.below.note": (
        "有効な代替措置のあるものは含みません。リスクを受容したものは含みます。",
        "Practices with a valid alternative measure are not included; those with an accepted risk are.",
    ),
    "report.priorities.none": (
        "回答済みの対応事項に、目標を下回るものはありません。",
        "No answered practice is below its target.",
    ),
    "report.business": (
        "業務への影響",
        "Why it matters",
    ),
    "report.next": (
        "次の一歩",
        "Next step",
    ),
    "report.h.history": (
        "点検結果の推移",
        "Assessments over time",
    ),
    "report.priority.nobody": (
        "未定",
        "not set",
    ),
    "report.priority.usually": (
        "未定（主に回答する部署：{owner}）",
        "not set (usually answered by: {owner})",
    ),
    "report.sheet.history": (
        "推移",
        "Over time",
    ),
    "report.own": (
        "自機関の記載",
        "The institution's own notes",
    ),
    "report.usual_owner": (
        "主に回答する部署",
        "Usually answered by",
    ),
    "report.guidance": (
        "解説",
        "Guidance",
    ),
    "report.conditions": (
        "条件",
        "Conditions",
    ),
    "report.h.answer_first": (
        "先に回答する項目",
        "Answer first",
    ),
    "report.effort": (
        "工数の目安",
        "Effort",
    ),
    "report.effort.s": (
        "小",
        "small",
    ),
    "report.effort.m": (
        "中",
        "medium",
    ),
    "report.effort.l": (
        "大",
        "large",
    ),
    "report.moves": (
        "段階{level}、目標{target}",
        "level {level}, target {target}",
    ),
    "report.moves_open": (
        "未回答、目標{target}",
        "unanswered, target {target}",
    ),
    "report.at": (
        "段階{level}",
        "level {level}",
    ),
    "report.treatment.accepted": (
        "リスク受容",
        "Accepted risk",
    ),
    "report.treatment.alternative": (
        "代替措置",
        "Alternative measure",
    ),
    "report.treatment.count": (
        "有効なリスク受容{accepted}件、代替措置{alternative}件。代替措置のあるものは目標を下回るものに含めず、リスクを受容したものは含めます。",
        "Valid accepted risks: {accepted}. Valid alternative measures: {alternative}. A practice with an alternative measure does not count as below target; one with an accepted risk does.",
    ),
    "report.treatment.count_no_targets": (
        "有効なリスク受容{accepted}件、代替措置{alternative}件。",
        "Valid accepted risks: {accepted}. Valid alternative measures: {alternative}.",
    ),
    "report.treatment.invalid_count": (
        "無効：{count}件。",
        "Not valid: {count}.",
    ),
    "report.treatment.none": (
        "有効なリスク受容・代替措置はありません。",
        "There are no valid accepted risks or alternative measures.",
    ),
    "report.treatment.legal": (
        "無効：法令上の義務",
        "not valid: legal obligation",
    ),
    "report.treatment.not_yet": (
        "無効：承認日が判定日より後",
        "not valid: approved after the evaluation date",
    ),
    "report.treatment.approver": (
        "無効：回答者以外の承認なし",
        "not valid: not approved by anyone other than the respondent",
    ),
    "report.treatment.measure": (
        "無効：内容の記載なし",
        "not valid: no measure described",
    ),
    "report.treatment.expired": (
        "無効：見直し期限を経過",
        "not valid: past its review date",
    ),
    "report.treatment.soon": (
        "見直し期限が間近",
        "review date is near",
    ),
    "report.treatment.valid": (
        "有効",
        "valid",
    ),
    "report.trust.coverage": (
        "回答率",
        "Answered",
    ),
    "report.trust.coverage_note": (
        "対象{in_scope}件のうち、未回答{unanswered}件",
        "{unanswered} of {in_scope} in scope unanswered",
    ),
    "report.trust.evidence": (
        "証跡を記載した割合",
        "With evidence",
    ),
    "report.trust.evidence_note_unscored": (
        "回答{of}件のうち{count}件",
        "{count} of {of} {of:answer|answers}",
    ),
    "report.trust.second_line_note_unscored": (
        "回答{of}件のうち{count}件",
        "{count} of {of} {of:answer|answers}",
    ),
    "report.trust.self_unscored": (
        "自己申告に基づく回答です。証跡の内容は確認していません。",
        "The answers are self-reported. The content of the evidence was not examined.",
    ),
    "report.trust.evidence_note": (
        "段階で答えた{of}件のうち{count}件",
        "{count} of {of} {of:answer|answers} with a level",
    ),
    "report.trust.second_line": (
        "第2線が評価した割合",
        "Reviewed by the second line",
    ),
    "report.trust.second_line_note": (
        "段階で答えた{of}件のうち{count}件。第2線又は第3線の評価が自己評価と異なるもの{differing}件",
        "{count} of {of} {of:answer|answers} with a level; rated differently by the second or third line: {differing}",
    ),
    "report.trust.left_out": (
        "該当なし・対象外",
        "Not applicable or out of scope",
    ),
    "report.trust.left_out_note_groups": (
        "該当なし{not_applicable}件、属性又は選択したグループによる対象外{out_of_scope}件",
        "{not_applicable} not applicable, {out_of_scope} out of scope by profile or groups selected",
    ),
    "report.trust.left_out_note": (
        "該当なし{not_applicable}件、属性による対象外{out_of_scope}件",
        "{not_applicable} not applicable, {out_of_scope} out of scope by profile",
    ),
    "report.trust.approval": (
        "回答責任者：{respondent}　第2線：{second_line}　取締役会等への報告：{reported}",
        "Respondent: {respondent}. Second line: {second_line}. Reported to the board: {reported}.",
    ),
    "report.trust.self": (
        "自己申告に基づく数値です。証跡の内容は確認していません。",
        "The figures are based on self-reported answers. The content of the evidence was not examined.",
    ),
    "report.decide.targets_alone": (
        "目標（{targets}）を、自機関の目標とするか。",
        "Whether to adopt the targets ({targets}) as the institution's own.",
    ),
    "report.decide.targets_answers": (
        "リスクプロファイル「{risk}」と目標「{targets}」を、自機関のものとするか。",
        'Whether to adopt the risk profile "{risk}" and the targets "{targets}" as the institution\'s own.',
    ),
    "report.decide.targets_partial": (
        "主なリスク要因{key_factors}件のうち{stated}件の回答に基づき暫定的に「{risk}」としたリスクプロファイルを、いつまでに確定するか。",
        'By when the risk profile is to be settled; it is provisionally "{risk}", from {stated} of {key_factors} key risk {key_factors:factor|factors}.',
    ),
    "report.decide.targets_override": (
        "自機関が定めたリスクプロファイル「{risk}」と目標「{targets}」を、引き続き用いるか。",
        'Whether to keep the risk profile "{risk}", set by the institution itself, and the targets "{targets}".',
    ),
    "report.decide.targets_assumed": (
        "主なリスク要因がすべて未回答のため仮に「{risk}」としたリスクプロファイルを、いつまでに確定するか。",
        'By when the risk profile is to be settled; it is assumed to be "{risk}", as no key risk factor has been answered.',
    ),
    "report.decide.more": (
        "ほか{functions}部署（{count}件）",
        "{functions} {functions:other|others} ({count})",
    ),
    "report.decide.planned": (
        "改善計画の担当と期日を承認するか：{list}。",
        "Whether to approve the owners and due dates of the plans: {list}.",
    ),
    "report.decide.planned_one": (
        "{owner}（{count}件、{date}まで）",
        "{owner} ({count}, by {date})",
    ),
    "report.decide.priorities": (
        "担当又は期日が未定の{count}件（目標を下回るもの。対応が望ましい事項で目標のあるものを含む）について、担当、期日及び予算をどう定めるか。主に回答する部署：{list}。",
        "Who is to address the practices below target that lack an owner or a due date ({count}, including desirable ones that have a target), by when and with what budget. Usually answered by: {list}.",
    ),
    "report.decide.usual": (
        "{owner}（{count}件）",
        "{owner} ({count})",
    ),
    "report.decide.nobody": (
        "定めなし",
        "not stated",
    ),
    "report.decide.legal": (
        "目標を下回る法令上の義務{count}件を、誰がいつまでに目標に到達させるか：{list}。",
        "Who is to raise the {count} legal {count:obligation|obligations} below target to {count:its target|their targets}, and by when: {list}.",
    ),
    "report.decide.duty": (
        "{owner}（{count}件、{due}）",
        "{owner} ({count}, {due})",
    ),
    "report.decide.duty_unassigned": (
        "担当未定（{count}件、{due}。主に回答する部署：{owner}）",
        "not assigned ({count}, {due}; usually answered by: {owner})",
    ),
    "report.decide.by": (
        "{date}まで",
        "by {date}",
    ),
    "report.decide.undated": (
        "期日未定",
        "no date",
    ),
    "report.decide.treatment_expired": (
        "見直し期限を過ぎたもの{count}件（{date}）",
        "{count} past the review date (earliest {date})",
    ),
    "report.decide.treatment_review_soon": (
        "期限が近いもの{count}件（{date}）",
        "{count} near the review date (earliest {date})",
    ),
    "report.decide.treatment_approver": (
        "回答者以外の承認を確認できないもの{count}件（{date}）",
        "{count} without confirmed approval by anyone other than the respondent (earliest review {date})",
    ),
    "report.decide.treatment_review_late": (
        "期限が承認から12か月を超えるもの{count}件（{date}）",
        "{count} with a review more than 12 months after approval (earliest {date})",
    ),
    "report.decide.legal_left_out": (
        "該当なし・採用しない・リスク受容・代替措置とした法令上の義務{count}件を、どう履行するか。",
        "How to meet the legal obligations marked not applicable or not adopted, or with an accepted risk or alternative measure ({count}).",
    ),
    "report.decide.treatments": (
        "リスク受容・代替措置を、継続、変更又は承認するか（括弧内は最も早い見直し期限）：{list}。",
        "Whether to continue, change or approve accepted risks and alternative measures: {list}.",
    ),
    "report.decide.treatment_in_force": (
        "有効で、見直し期限が間近でないもの{count}件（{date}）",
        "{count} in force and not near the review date (earliest review {date})",
    ),
    "report.decide.second_line": (
        "まだ受けていない第2線の評価を、いつ受けるか。",
        "When the second line, which has not yet reviewed the answers, is to do so.",
    ),
    "report.decide.second_line_named": (
        "まだ受けていない第2線（{name}）の評価を、いつ受けるか。",
        "When the second line ({name}), which has not yet reviewed the answers, is to do so.",
    ),
    "report.map.note": (
        "1つの枠が1つの対応事項です。数字は段階で、色の濃さも段階に応じます。枠を選ぶと回答に移動します。",
        "Each box is one practice. The number is its level, and the shade follows it. Select a box to go to its answer.",
    ),
    "report.map.below": (
        "太枠：目標を下回る",
        "thick frame: below target",
    ),
    "report.map.treated": (
        "†：有効なリスク受容・代替措置",
        "†: valid accepted risk or alternative measure",
    ),
    "report.map.unanswered": (
        "？：未回答",
        "?: unanswered",
    ),
    "report.map.not_applicable": (
        "－：該当なし",
        "–: not applicable",
    ),
    "report.map.not_adopted": (
        "／：採用しない",
        "/: not adopted",
    ),
    "report.map.out_of_scope": (
        "・：対象外",
        "·: out of scope",
    ),
    "report.map.not_asked": (
        "～：回答不要",
        "~: not asked",
    ),
    "report.map.informative": (
        "参：参考の設問（件数と成熟度に含めない）",
        "i: for information (not counted)",
    ),
    "report.shares.title": (
        "領域ごとの、基本的な対応事項の段階の内訳",
        "Levels of the basic practices by domain",
    ),
    "report.shares.desc": (
        "各領域で、段階{lowest}から{highest}までと未回答の件数を示す帯グラフ。同じ件数を表に示しています。",
        "Stacked bars of the number of basic practices at each level from {lowest} to {highest}, and unanswered. The table shows the same numbers.",
    ),
    "report.shares.level": (
        "段階{level}",
        "Level {level}",
    ),
    "report.shares.unanswered": (
        "未回答",
        "Unanswered",
    ),
    "report.holds.none": (
        "算定対象となる基本的な対応事項はありません。",
        "No basic practice is counted in this domain.",
    ),
    "report.holds.before": (
        "（前回{count}件）",
        " (previously {count})",
    ),
    "report.holds.unanswered": (
        "未回答があるため、最も低い段階を算定できません。まず次の{count}件に回答してください。",
        "The lowest level is not determined while {count:a practice is|practices are} unanswered. Answer first ({count}):",
    ),
    "report.holds.level": (
        "最も低い段階は{level}です。{next}に引き上げるには、次の{count}件をすべて段階{next}以上にします。",
        "The lowest level is {level}. To raise it to {next}, bring these {count} {count:practice|practices} to level {next} or above:",
    ),
    "report.holds.one": (
        "最も低い段階は{level}です。{next}に引き上げるには、次の対応事項を段階{next}以上にします。",
        "The lowest level is {level}. To raise it to {next}, bring this practice to level {next} or above:",
    ),
    "report.holds.top": (
        "最も低い段階が、最上位の{level}です。",
        "The lowest level is {level}, the highest possible.",
    ),
    "report.holds.unrateable": (
        "基本的な対応事項の3割超が該当なしであるか、対象となる基本的な対応事項がないため、到達の目安は示していません。",
        "Over 30% of the basic practices are not applicable, or none is in scope, so no band is given.",
    ),
    "report.gaps.note": (
        "自機関の優先順位、段階{in_place}に満たない法令上の義務、影響3で段階{severe}以下のもの、目標との差に影響（1～3）を掛けた値（リスク要因に照らして重みの増す脅威に関わるものは1を加算）の大きいもの、工数の小さいもの、全体の成熟度への寄与が大きいものの順です。影響は本ソフトウェアの目安です。未回答の項目は別に示しています。",
        "Ordered by: the institution's own priority; legal obligations below level {in_place}; impact 3 at level {severe} or below; larger product of the gap and the impact (1 to 3), with 1 added where a threat weighs more given the risk factors; smaller effort; larger contribution to the overall score. The impact is suggested by this software. Unanswered practices are listed separately.",
    ),
    "report.at_target.note": (
        "直接属する算定対象の基本的な対応事項（該当なし・対象外を除く）がすべて回答済みで、目標を下回るものがない節です（下位の節の事項は含みません）。目標は最低基準ではなく、目標に達していても十分とは限りません。",
        "Sections whose own counted basic practices (without those not applicable or out of scope) are all answered, with none below target; those of sub-sections are not included. A target is not a minimum standard, and reaching it does not mean that measures are sufficient.",
    ),
    "report.desirable.counts": (
        "{total}件のうち採用{adopted}件、採用しない{left_out}件。採用しないことは正当な判断です。",
        "Adopted: {adopted} of {total}; not adopted: {left_out}. Not adopting a practice is a legitimate choice.",
    ),
    "report.desirable.note": (
        "{total}件のうち採用{adopted}件、採用しない{left_out}件。採用しないことは正当な判断であり、成熟度に影響しません。",
        "Adopted: {adopted} of {total}; not adopted: {left_out}. Not adopting a practice is a legitimate choice and does not affect the score.",
    ),
    "report.answer.note": (
        "補足",
        "Note",
    ),
    "report.answer.evidence": (
        "証跡",
        "Evidence",
    ),
    "report.answer.review": (
        "評価",
        "Review",
    ),
    "report.answer.review_item": (
        "第{line}線：段階{level}（{by}、{on}）",
        "line {line}: level {level} ({by}, {on})",
    ),
    "report.answer.reason": (
        "理由",
        "Reason",
    ),
    "report.answer.points": (
        "満たしている点",
        "Points covered",
    ),
    "report.answer.done": (
        "進捗",
        "Progress",
    ),
    "report.answer.done_item": (
        "{of}件中{n}件",
        "{n} of {of}",
    ),
    "report.answer.last_done": (
        "直近の実施日",
        "Last done",
    ),
    "report.answer.by": (
        "回答者",
        "Answered by",
    ),
    "report.answer.performed_by": (
        "実施者",
        "Performed by",
    ),
    "report.answer.source": (
        "提供元",
        "Taken from",
    ),
    "report.answer.plan": (
        "改善計画",
        "Plan",
    ),
    "report.plan.owner": (
        "担当",
        "Owner",
    ),
    "report.plan.due": (
        "期日",
        "Due",
    ),
    "report.plan.action": (
        "実施内容",
        "Action",
    ),
    "report.plan.status": (
        "状況",
        "Status",
    ),
    "report.plan.budget": (
        "予算",
        "Budget",
    ),
    "report.answer.value": (
        "回答",
        "Answer",
    ),
    "report.method.scheme": (
        "算定方法",
        "Scheme",
    ),
    "report.method.targets": (
        "目標",
        "Targets",
    ),
    "report.method.risk": (
        "リスクプロファイル",
        "Risk profile",
    ),
    "report.edition": (
        "{title}（版{version}）",
        "{title}, version {version}",
    ),
    "report.method.checklist": (
        "点検票",
        "Checklist",
    ),
    "report.groups": (
        "対象グループ",
        "Groups selected",
    ),
    "report.method.fingerprint": (
        "点検票の構成識別値（ハッシュ）",
        "Checklist structure hash",
    ),
    "report.method.content": (
        "点検票の内容（ハッシュ）",
        "Checklist content hash",
    ),
    "report.method.scheme_content": (
        "算定方法の内容（ハッシュ）",
        "Scheme content hash",
    ),
    "report.method.target_content": (
        "目標の内容（ハッシュ）",
        "Targets content hash",
    ),
    "report.method.institution": (
        "機関",
        "Institution",
    ),
    "report.method.institution_named": (
        "{name}（{id}）",
        "{name} ({id})",
    ),
    "report.method.base_date": (
        "基準日",
        "Base date",
    ),
    "report.method.assessed_on": (
        "点検日",
        "Assessed on",
    ),
    "report.method.version": (
        "版{version}・改訂{revision}",
        "version {version}, revision {revision}",
    ),
    "report.method.overall": (
        "全体の成熟度（正確な値）",
        "Overall maturity (exact)",
    ),
    "report.method.missing": (
        "未回答は最も低い段階として算定し、該当なし・採用しない・対象外は算定に含めません。",
        "Unanswered counts as the lowest level; not applicable, not adopted and out of scope are not counted.",
    ),
    "report.h.treated": (
        "リスク受容と代替措置の一覧",
        "All accepted risks and alternative measures",
    ),
    "report.h.profile": (
        "属性とリスク要因",
        "Profile and risk factors",
    ),
    "report.yes": (
        "はい",
        "yes",
    ),
    "report.no": (
        "いいえ",
        "no",
    ),
    "report.map.itself": (
        "領域共通",
        "domain-wide",
    ),
    "report.sign.unanswered": (
        "？",
        "?",
    ),
    "report.sign.not_applicable": (
        "－",
        "–",
    ),
    "report.sign.not_adopted": (
        "／",
        "/",
    ),
    "report.sign.out_of_scope": (
        "・",
        "·",
    ),
    "report.sign.answered": (
        "済",
        "✓",
    ),
    "report.sign.not_asked": (
        "～",
        "~",
    ),
    "report.sign.informative": (
        "参",
        "i",
    ),
    "report.method.as_of": (
        "判定日",
        "Evaluation date",
    ),
    "report.tiers": (
        "対象とする区分",
        "Tiers asked",
    ),
    "report.method.edition": (
        "点検票の版",
        "Checklist version",
    ),
    "report.method.origin": (
        "原典",
        "Source",
    ),
    "report.risk.provisional": (
        "{risk}（暫定）",
        "{risk} (provisional)",
    ),
    "report.method.risk_value": (
        "{risk}（{basis}）",
        "{risk} ({basis})",
    ),
    "report.map.below_md": (
        "太字：目標を下回る",
        "bold: below target",
    ),
    "report.sheet.summary": (
        "概要",
        "Summary",
    ),
    "report.sheet.figures": (
        "数値",
        "Figures",
    ),
    "report.sheet.domains": (
        "領域",
        "Domains",
    ),
    "report.sheet.gaps": (
        "目標との差",
        "Gaps to target",
    ),
    "report.sheet.cases": ("公表事例", "Published cases"),
    "report.sheet.treatments": (
        "リスク受容・代替措置",
        "Treatments",
    ),
    "report.sheet.answers": (
        "回答",
        "Answers",
    ),
    "report.sheet.reviews": (
        "第2線・第3線の評価",
        "Reviews",
    ),
    "report.sheet.findings": (
        "要確認事項",
        "Points to check",
    ),
    "report.sheet.method": (
        "算定の方法",
        "Method",
    ),
    "report.sheet.bars": (
        "領域ごとの成熟度と目標",
        "Maturity and target by domain",
    ),
    "report.sheet.bars_no_targets": (
        "領域ごとの成熟度",
        "Maturity by domain",
    ),
    "report.sheet.number": (
        "番号",
        "Number",
    ),
    "report.sheet.name": (
        "名称",
        "Name",
    ),
    "report.sheet.kind": (
        "種類",
        "Kind",
    ),
    "report.sheet.tier": (
        "区分",
        "Tier",
    ),
    "report.sheet.band": (
        "到達の目安",
        "Band",
    ),
    "report.sheet.accepted": (
        "うちリスク受容",
        "With accepted risk",
    ),
    "report.sheet.below_of": (
        "算定対象の基本的な対応事項",
        "Basic practices counted",
    ),
    "report.sheet.in_scope": (
        "対象",
        "In scope",
    ),
    "report.sheet.rank": (
        "順位",
        "Rank",
    ),
    "report.sheet.level": (
        "段階",
        "Level",
    ),
    "report.sheet.gap": (
        "目標との差",
        "Gap to target",
    ),
    "report.sheet.why": (
        "この順位の理由",
        "Reason for this rank",
    ),
    "report.sheet.measure": (
        "内容",
        "Measure",
    ),
    "report.sheet.approved_by": (
        "承認者",
        "Approved by",
    ),
    "report.sheet.state": (
        "有効性",
        "Validity",
    ),
    "report.sheet.status": (
        "状態",
        "Status",
    ),
    "report.sheet.meaning": (
        "段階の意味",
        "What the level means",
    ),
    "report.sheet.given": (
        "回答の内容・理由",
        "Answer or reason",
    ),
    "report.sheet.facts": (
        "実施状況",
        "Implementation",
    ),
    "report.sheet.treatment": (
        "リスク受容・代替措置",
        "Accepted risk or alternative measure",
    ),
    "report.sheet.answered": (
        "回答済み",
        "Answered",
    ),
    "report.sheet.not_applicable": (
        "該当なし",
        "Not applicable",
    ),
    "report.sheet.not_adopted": (
        "採用しない",
        "Not adopted",
    ),
    "report.sheet.unanswered": (
        "未回答",
        "Unanswered",
    ),
    "report.sheet.out_of_scope": (
        "対象外",
        "Out of scope",
    ),
    "report.sheet.ratio": (
        "回答率",
        "Share answered",
    ),
    "report.h.spread": (
        "領域ごとの分布と自機関の値",
        "Distribution by domain, with the institution's own figure",
    ),
    "report.h.trailing": (
        "比較対象の中央値の段階の方が高い対応事項",
        "Practices where the peer group's median level is higher",
    ),
    "report.h.widespread": (
        "比較対象の半数以上で実施に至っていない対応事項",
        "Practices that half or more of the peer group does not have in place",
    ),
    "report.h.options": (
        "選択肢・数値で答える設問の比較",
        "Answers by option, and numeric answers, compared with the peer group",
    ),
    "report.h.withheld": (
        "示していない値とその理由",
        "What is withheld, and why",
    ),
    "report.h.annex": (
        "付表：比較対象の値と偏差値",
        "Annex: peer figures and standard scores",
    ),
    "report.sheet.peers": (
        "比較対象",
        "Peer group",
    ),
    "report.sheet.options": (
        "選択肢・数値の比較",
        "Options and peers",
    ),
    "report.sheet.shares": (
        "対応事項の比較",
        "Practices and peers",
    ),
}
