"""Messages: reports."""

MESSAGES = {
    "report.written": (
        "報告書を書きました：{path}",
        "The report is in {path}",
    ),
    "report.suffix": (
        "報告書の形式が分かりません。末尾を{known}のどれかにしてください。",
        "The report's format is not clear. End the name in one of {known}.",
    ),
    "report.template": (
        "テンプレートを処理できません（{reason}）。この行と、使える名前（docs/report.md）を確かめてください。",
        "The template cannot be rendered ({reason}). Check this line and the names it may use (docs/report.md).",
    ),
    "report.template_format": (
        "--templateは{titles}にだけ使えます。-oの末尾を{suffixes}にしてください。",
        "--template makes {titles} only. End -o in {suffixes}.",
    ),
    "report.other_institution": (
        "--previousは別の機関（{then}）のものです。{now}の前回の回答、記入済み調査票又は結果を指定してください。",
        "--previous is another institution's ({then}). Specify last time's answers, filled form or result of {now}.",
    ),
    "report.other_checklist": (
        "--previousは別の点検票（{then}）のものです。{now}への前回の回答、記入済み調査票又は結果を指定してください。",
        "--previous is of another checklist ({then}). Specify last time's answers, filled form or result for {now}.",
    ),
    "report.not_earlier": (
        "--previousの点検日（assessed_on、{then}）が今回（{now}）より前ではありません。より前の点検日の回答、記入済み調査票又は結果を指定してください。点検日の書き間違いは、回答ファイルで直せます。",
        "The date assessed of --previous (assessed_on, {then}) is not before this one's ({now}). Specify answers, a filled form or a result with an earlier one; a wrong date is corrected in the answers file.",
    ),
    "report.not_earlier_as_of": (
        "--previousの判定日（{then}）が今回（{now}）より前ではありません。前回の回答ファイル又は記入済み調査票をそのまま指定するか、前回の日付で結果を作り直してください：`cssa score 前回の回答 --as-of 前回の日付 --format json -o last.json`",
        "The evaluation date of --previous ({then}) is not before this one's ({now}). Specify last time's answers or filled form itself, or score them as of their own date: `cssa score LAST-ANSWERS --as-of DATE --format json -o last.json`",
    ),
    "previous.neither": (
        "回答でも結果でもありません。前回の回答ファイルか記入済み調査票を指定するか、そこから結果を作ってください：`cssa score 前回の回答 --as-of 前回の日付 --format json -o last.json`",
        "This is neither answers nor a result. Specify last time's answers or filled form, or make a result of them: `cssa score LAST-ANSWERS --as-of DATE --format json -o last.json`",
    ),
    "previous.kept": (
        "社内基準との照合で保存した結果です。段階だけで、日付がないため、比較には使えません。前回の回答ファイル又は記入済み調査票を指定するか、そこから結果を作ってください：`cssa score 前回の回答 --as-of 前回の日付 --format json -o last.json`",
        "This is a result kept by the gate. It holds levels and no date, so it cannot be compared with. Specify last time's answers or filled form, or make a result of them: `cssa score LAST-ANSWERS --as-of DATE --format json -o last.json`",
    ),
    "previous.no_day": (
        "点検日（assessed_on）がないため、いつの回答か分かりません。ファイルに書き加えるか、日付を指定して結果を作ってください：`cssa score {path} --as-of 前回の日付 --format json -o last.json`",
        "These answers have no date assessed (assessed_on). Add it to the file, or make a result with the date: `cssa score {path} --as-of DATE --format json -o last.json`",
    ),
    "previous.other_checklist": (
        "別の点検票（{then}）のものです。{now}への前回の回答、記入済み調査票又は結果を指定してください。",
        "This is of another checklist ({then}). Specify last time's answers, filled form or result for {now}.",
    ),
    "report.changed_after_approval": (
        "承認後に変更あり",
        "Changed after approval",
    ),
    "report.changed_after_approval.note": (
        "この報告書の元になった回答は、承認された時点の内容と異なります。変更を確かめ、改めて承認を受けてください。",
        "The answers behind this report differ from those that were approved. Check the changes and have them approved again.",
    ),
    "report.changed_after_approval.line": (
        "承認後に変更あり：回答が、承認された時点の内容と異なります。変更を確かめ、改めて承認を受けてください。",
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
    "report.handling": (
        "取扱注意",
        "Restricted",
    ),
    "report.as_of": (
        "判定日",
        "Evaluation date",
    ),
    "report.campaign": (
        "実施年度",
        "Campaign",
    ),
    "report.sector": (
        "業態",
        "Sector",
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
    "report.lead.empty": (
        "回答がまだないため、何も評価していません。",
        "There is no answer yet, so nothing was assessed.",
    ),
    "report.lead.no_basics": (
        "数える基本的な対応事項がないため、目標との差は算定していません。",
        "No basic practice is counted, so there is no gap to a target.",
    ),
    "report.lead.none": (
        "基本的な対応事項{of}件のうち、目標を下回るものはありません。",
        "Of {of} basic practices, none lies below its target.",
    ),
    "report.lead.none_open": (
        "未回答{unanswered}件を残していますが、基本的な対応事項{of}件のうち、目標を下回るものはありません。",
        "With {unanswered} still unanswered, none of the {of} basic practices lies below its target.",
    ),
    "report.lead.below": (
        "基本的な対応事項{of}件のうち、目標を下回るものは{count}件で、領域{domain}「{title}」が{most}件と最も多くなっています。",
        "Of {of} basic practices, {count} lie below their target, most of them ({most}) in domain {domain}, {title}.",
    ),
    "report.lead.below_one": (
        "基本的な対応事項{of}件のうち、目標を下回るものは1件で、領域{domain}「{title}」にあります。",
        "Of {of} basic practices, one lies below its target, in domain {domain}, {title}.",
    ),
    "report.lead.below_one_open": (
        "未回答{unanswered}件を残した暫定の結果ですが、基本的な対応事項{of}件のうち、目標を下回るものは1件で、領域{domain}「{title}」にあります。",
        "With {unanswered} still unanswered, one of {of} basic practices lies below its target, in domain {domain}, {title}.",
    ),
    "report.lead.below_open": (
        "未回答{unanswered}件を残した暫定の結果ですが、基本的な対応事項{of}件のうち、目標を下回るものは{count}件で、領域{domain}「{title}」が{most}件と最も多くなっています。",
        "With {unanswered} still unanswered, {count} of {of} basic practices lie below their target, most of them ({most}) in domain {domain}, {title}.",
    ),
    "report.h.domains": (
        "領域ごとの成熟度（独自算定）",
        "Maturity by domain (own method)",
    ),
    "report.h.below": (
        "目標を下回る基本的な対応事項",
        "Basic practices below target",
    ),
    "report.h.priorities": (
        "優先して取り組むこと",
        "Where to begin",
    ),
    "report.h.treatments": (
        "リスク受容と代替措置",
        "Accepted risks and alternative measures",
    ),
    "report.h.trust": (
        "回答の確かさ",
        "How far the answers can be trusted",
    ),
    "report.h.decide": (
        "ご判断いただきたいこと",
        "What the board is asked to decide",
    ),
    "report.h.contents": (
        "続く内容",
        "What follows",
    ),
    "report.h.map": (
        "全対応事項の一覧",
        "All practices at a glance",
    ),
    "report.h.holds": (
        "領域ごとに、段階を決めているもの",
        "What holds each domain back",
    ),
    "report.h.gaps": (
        "目標との差（取り組む順）",
        "Gaps to target, in order of work",
    ),
    "report.h.at_target": (
        "目標に届いている節",
        "Sections at target",
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
        "見送ったものと理由",
        "Left out, with reasons",
    ),
    "report.h.findings": (
        "確かめたい点",
        "To look at",
    ),
    "report.h.answers": (
        "すべての回答",
        "Every answer",
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
        "出所と指紋",
        "Sources and fingerprints",
    ),
    "report.h.disclaimers": (
        "お読みいただく前提",
        "How to read this document",
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
        "目標未達",
        "Below target",
    ),
    "report.column.before": (
        "前回",
        "Before",
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
        "確かめたい点",
        "To look at",
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
        "見るところ",
        "Measure of trust",
    ),
    "report.domains.note": (
        "成熟度と目標は0から5。「最も低い段階」は、基本的な対応事項のうち最も低いものの段階で、リスク受容・代替措置があっても変わりません。未回答の基本的な対応事項がある間は算定できません。",
        "Maturity and targets run from 0 to 5. The lowest level is that of the lowest basic practice, whatever its accepted risk or alternative measure. It is not determined while a basic practice is unanswered.",
    ),
    "report.radar.title": (
        "領域ごとの成熟度（独自算定）と目標のレーダーチャート",
        "Radar chart of maturity (own method) and target by domain",
    ),
    "report.radar.desc": (
        "{list}。同じ数値を表に示しています。",
        "{list}. The table has the same figures.",
    ),
    "report.radar.item": (
        "{id} {title}：成熟度{score}、目標{target}",
        "{id} {title}: maturity {score}, target {target}",
    ),
    "report.radar.own": (
        "自機関の成熟度",
        "Own maturity",
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
        "No earlier result is shown.",
    ),
    "report.differs": (
        "前回と条件が異なります：{list}。",
        "Not the same conditions as last time: {list}.",
    ),
    "report.differs.checklist": (
        "点検票の構成",
        "the checklist's questions",
    ),
    "report.differs.target": (
        "目標の設定",
        "the targets",
    ),
    "report.differs.risk": (
        "リスクプロファイル",
        "the risk profile",
    ),
    "report.below.note": (
        "有効な代替措置のあるものは含みません。リスクを受容したものは含みます。",
        "Practices with a valid alternative measure are not among them; those whose risk is accepted are.",
    ),
    "report.priorities.none": (
        "目標を下回る対応事項はありません。",
        "No practice lies below its target.",
    ),
    "report.business": (
        "業務への影響",
        "Why it matters",
    ),
    "report.next": (
        "次の一歩",
        "Next step",
    ),
    "report.own": (
        "自組織の記載",
        "What the institution noted",
    ),
    "report.usual_owner": (
        "通常の担当",
        "Usual owner",
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
        "手間",
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
        "有効なリスク受容{accepted}件、代替措置{alternative}件。代替措置のあるものは目標に届かないものに数えず、リスクを受容したものは数えます。",
        "Accepted risks in force: {accepted}. Alternative measures in force: {alternative}. A practice with an alternative measure does not count as below target; one whose risk is accepted does.",
    ),
    "report.treatment.invalid_count": (
        "無効：{count}件。",
        "Not valid: {count}.",
    ),
    "report.treatment.none": (
        "有効なリスク受容・代替措置はありません。",
        "There is no valid acceptance or alternative measure.",
    ),
    "report.treatment.legal": (
        "無効：法令上の義務",
        "not valid: duty by law",
    ),
    "report.treatment.not_yet": (
        "無効：承認日が基準日より後",
        "not valid: approved after the as-of date",
    ),
    "report.treatment.approver": (
        "無効：回答者以外の承認なし",
        "not valid: not approved by somebody other than the respondent",
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
        "期限が間近",
        "date is near",
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
        "{unanswered} of {in_scope} in scope are unanswered",
    ),
    "report.trust.evidence": (
        "証跡を示した割合",
        "With evidence named",
    ),
    "report.trust.evidence_note": (
        "段階で答えた{of}件のうち{count}件",
        "{count} of {of} answered with a level",
    ),
    "report.trust.second_line": (
        "第2線が確かめた割合",
        "Reviewed by the second line",
    ),
    "report.trust.second_line_note": (
        "段階で答えた{of}件のうち{count}件。段階の見方が異なるもの{differing}件",
        "{count} of {of} answered with a level; reviews that see another level: {differing}",
    ),
    "report.trust.left_out": (
        "該当なし・設問対象外",
        "Not applicable or out of scope",
    ),
    "report.trust.left_out_note": (
        "該当なし{not_applicable}件、属性による設問対象外{out_of_scope}件",
        "{not_applicable} not applicable, {out_of_scope} out of scope by profile",
    ),
    "report.trust.approval": (
        "回答責任者：{respondent}　第2線：{second_line}　取締役会等への報告：{reported}",
        "Respondent: {respondent}. Second line: {second_line}. Reported to the board: {reported}.",
    ),
    "report.trust.self": (
        "自己申告に基づく数値です。証跡の中身は確かめていません。",
        "The figures rest on self-reported answers. What the evidence says was not looked at.",
    ),
    "report.decide.targets_answers": (
        "リスクプロファイル「{risk}」と、それに応じた目標（{targets}）を、自らの目標としてよいか。",
        'Whether the risk profile "{risk}" and its targets ({targets}) are to be the institution\'s own.',
    ),
    "report.decide.targets_partial": (
        "主なリスク要因{key_factors}件のうち{stated}件の回答に基づき暫定的に「{risk}」としたリスクプロファイルを、いつまでに定めるか。",
        'By when the risk profile is to be settled; it is provisionally "{risk}", from {stated} of {key_factors} key risk factors.',
    ),
    "report.decide.targets_override": (
        "自ら定めたリスクプロファイル「{risk}」と、それに応じた目標（{targets}）を、引き続き用いてよいか。",
        'Whether the risk profile "{risk}", set by the institution itself, and its targets ({targets}) still hold.',
    ),
    "report.decide.targets_assumed": (
        "リスク要因が未回答のため仮に「{risk}」としたリスクプロファイルを、いつまでに定めるか。",
        'By when the risk profile is to be settled; it is assumed to be "{risk}", as no risk factor is stated.',
    ),
    "report.decide.priorities": (
        "目標を下回る{count}件（採用した望ましい事項を含む）のうち優先するものに、誰を充て、期限と予算をどう定めるか。",
        "Who takes on what comes first of the practices below target ({count}, adopted desirable ones included), by when and with what budget.",
    ),
    "report.decide.legal": (
        "法令上の義務に当たる{count}件を、いつまでに目標に届かせるか。",
        "By when duties by law that lie below target ({count}) are brought there.",
    ),
    "report.decide.treatment_expired": (
        "見直し期限を過ぎたリスク受容・代替措置{count}件を、続けるか、改めるか。",
        "Whether acceptances and alternative measures past their review date ({count}) go on or are changed.",
    ),
    "report.decide.treatment_review_soon": (
        "見直し期限が近いリスク受容・代替措置{count}件を、どう見直すか。",
        "How acceptances and alternative measures near their review date ({count}) are to be reviewed.",
    ),
    "report.decide.treatment_approver": (
        "回答者以外の承認が確認できないリスク受容・代替措置{count}件を、誰が承認するか。",
        "Who approves the accepted risks and alternative measures that nobody but the respondent has approved ({count}).",
    ),
    "report.decide.treatment_review_late": (
        "見直し期限が承認から12か月を超えるリスク受容・代替措置{count}件の期限を、早めるか。",
        "Whether to bring forward the review of accepted risks and alternative measures due more than 12 months after approval ({count}).",
    ),
    "report.decide.legal_left_out": (
        "該当なし・見送り・リスク受容・代替措置とした法令上の義務{count}件を、どう履行するか。",
        "How to meet the duties by law that are left out, accepted or replaced ({count}).",
    ),
    "report.decide.review_differs": (
        "自己評価と第2線等の見方が異なる{count}件を、どう扱うか。",
        "How to settle where a review sees another level than the self-rating ({count}).",
    ),
    "report.decide.unanswered": (
        "未回答の{count}件に、誰がいつまでに答えるか。",
        "Who answers what is still unanswered ({count}), and by when.",
    ),
    "report.decide.second_line": (
        "第2線の確認がまだないため、いつ確認を受けるか。",
        "When the second line reviews the answers, as it has not yet.",
    ),
    "report.map.note": (
        "1つの枠が1つの対応事項です。数字は段階で、色の調子も段階に応じます。枠を選ぶと回答に移ります。",
        "Each box is one practice. The number is its level, and the shade follows it. A box leads to its answer.",
    ),
    "report.map.below": (
        "太枠：目標を下回る",
        "thick frame: below target",
    ),
    "report.map.treated": (
        "†：リスク受容・代替措置",
        "†: accepted or alternative measure",
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
        "／：見送り",
        "/: not adopted",
    ),
    "report.map.out_of_scope": (
        "・：設問対象外",
        "·: out of scope",
    ),
    "report.map.informative": (
        "参：参考の設問",
        "i: for information",
    ),
    "report.shares.title": (
        "領域ごとの、基本的な対応事項の段階の内訳",
        "Levels of the basic practices by domain",
    ),
    "report.shares.desc": (
        "各領域で、段階0から5までと未回答の件数を示す帯グラフ。同じ件数を表に示しています。",
        "Stacked bars of the number of basic practices at each level from 0 to 5, and unanswered. The table has the same numbers.",
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
        "段階を決める基本的な対応事項はありません。",
        "No basic practice holds a level here.",
    ),
    "report.holds.unanswered": (
        "未回答があるため、最も低い段階を算定できません。まず次の{count}件に回答してください。",
        "The lowest level is not determined while practices are unanswered. Answer these first ({count}):",
    ),
    "report.holds.level": (
        "最も低い段階は{level}です。{next}に上げるには、次の{count}件をすべて段階{next}以上にします。",
        "The lowest level is {level}. To raise it to {next}, bring all {count} of these to level {next} or more.",
    ),
    "report.holds.one": (
        "最も低い段階は{level}です。{next}に上げるには、次の対応事項を段階{next}以上にします。",
        "The lowest level is {level}. To raise it to {next}, bring this practice to level {next} or more.",
    ),
    "report.holds.top": (
        "最も低い段階が、最上位の{level}です。",
        "The lowest level is {level}, the highest there is.",
    ),
    "report.holds.unrateable": (
        "該当なしが3割を超えるため、区分は判定していません。",
        "Over 30% are not applicable, so the domain has no band.",
    ),
    "report.gaps.note": (
        "自組織の優先順位、段階3に満たない法令上の義務、影響3で段階1以下のもの、目標との差に影響（1～3）を掛けた値（リスク要因に照らして重い脅威に関わるものは1を加算）の大きいもの、手間の小さいもの、全体の数値への寄与が大きいものの順です。影響は本ソフトウェアの目安です。未回答の項目は、別に並べています。",
        "In this order: the institution's own priority; duties by law below level 3; impact 3 at level 1 or below; the gap times the impact (1 to 3), plus 1 where a threat weighs more given the risk factors; the smaller effort; the larger gain to the overall figure. The impact is suggested by this software. Unanswered practices are listed apart.",
    ),
    "report.at_target.note": (
        "基本的な対応事項がすべて回答済みで、目標を下回るものがない節です。目標は最低基準ではなく、届いていることは十分であることを意味しません。",
        "Sections whose basic practices are all answered, none of them below target. A target is not a minimum standard, and being at it does not mean that it is enough.",
    ),
    "report.desirable.note": (
        "{total}件のうち採用{adopted}件、見送り{left_out}件。見送りは正当な判断として、数値には入れていません。",
        "Of {total}, {adopted} are adopted and {left_out} left out. Leaving one out is a legitimate choice and does not enter the figures.",
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
        "含めている点",
        "Points covered",
    ),
    "report.answer.done": (
        "進み具合",
        "Progress",
    ),
    "report.answer.done_item": (
        "{of}件中{n}件",
        "{n} of {of}",
    ),
    "report.answer.last_done": (
        "直近の実施",
        "Last done",
    ),
    "report.answer.by": (
        "回答者",
        "Answered by",
    ),
    "report.answer.performed_by": (
        "実施者",
        "Done by",
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
    "report.method.checklist": (
        "点検票",
        "Checklist",
    ),
    "report.method.fingerprint": (
        "点検票の指紋",
        "Checklist fingerprint",
    ),
    "report.method.content": (
        "点検票の内容",
        "Checklist content",
    ),
    "report.method.scheme_content": (
        "算定方法の内容",
        "Scheme content",
    ),
    "report.method.target_content": (
        "目標の内容",
        "Targets content",
    ),
    "report.method.institution": (
        "機関",
        "Institution",
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
        "全体の数値",
        "Overall figure",
    ),
    "report.method.missing": (
        "未回答は0として数え、該当なし・見送り・設問対象外は数えません。",
        "Unanswered counts 0; not applicable, not adopted and out of scope are not counted.",
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
        "領域の全体",
        "the domain itself",
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
    "report.sign.informative": (
        "参",
        "i",
    ),
    "report.method.as_of": (
        "判定日",
        "Evaluation date",
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
    "report.sheet.treatments": (
        "受容・代替措置",
        "Treatments",
    ),
    "report.sheet.answers": (
        "回答",
        "Answers",
    ),
    "report.sheet.findings": (
        "確かめたい点",
        "To look at",
    ),
    "report.sheet.method": (
        "算定の方法",
        "Method",
    ),
    "report.sheet.bars": (
        "領域ごとの成熟度と目標",
        "Maturity and target by domain",
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
        "Of which accepted",
    ),
    "report.sheet.below_of": (
        "対象の基本事項",
        "Basic practices counted",
    ),
    "report.sheet.in_scope": (
        "設問対象",
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
        "Levels below target",
    ),
    "report.sheet.why": (
        "この順にした理由",
        "Why it comes here",
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
        "期限の状態",
        "Review date",
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
        "実施の状況",
        "How it is done",
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
        "見送り",
        "Not adopted",
    ),
    "report.sheet.unanswered": (
        "未回答",
        "Unanswered",
    ),
    "report.sheet.out_of_scope": (
        "設問対象外",
        "Out of scope",
    ),
    "report.sheet.ratio": (
        "回答率",
        "Share answered",
    ),
    "report.h.spread": (
        "領域ごとの分布と自機関の値",
        "Distribution by domain, with the own figure",
    ),
    "report.h.trailing": (
        "比較対象の中央値の段階の方が高い対応事項",
        "Practices where the group's median level is higher",
    ),
    "report.h.widespread": (
        "比較対象の半数以上が段階2以下の対応事項",
        "Practices where half of the group or more is at level 2 or below",
    ),
    "report.h.options": (
        "選択肢・数値で答える設問の比較",
        "Answers by option, and numbers, beside the group",
    ),
    "report.h.withheld": (
        "示していない値とその理由",
        "What is withheld, and why",
    ),
    "report.h.annex": (
        "付表：比較対象の値と偏差値",
        "Annex: the group's figures and standard scores",
    ),
    "report.sheet.peers": (
        "比較対象",
        "Comparison group",
    ),
    "report.sheet.options": (
        "選択肢・数値の比較",
        "Options beside the group",
    ),
    "report.sheet.shares": (
        "対応事項の比較",
        "Practices beside the group",
    ),
}
