"""Messages: report and batch workbooks."""

MESSAGES = {
    "book.review.title": (
        "確認をお願いする回答",
        "Answers to confirm",
    ),
    "book.review.sheet": (
        "確認をお願いする回答",
        "Answers to confirm",
    ),
    "book.review.how": (
        "回答の誤りを示すものではありません。提出機関に確認し、青い見出しの列に記入して保存すると、次の実行で読み取ります。訂正は、担当者とは別の者が承認したものだけを反映します。ほかの回答を確認するときは、末尾の空白の行に機関IDと番号から記入します。灰色の行は、差し替えられた回答です。",
        "Being listed here does not mean that an answer is wrong. Ask the institution, fill in the columns with blue headings and save; the next run reads them. A correction takes effect once someone other than its proposer has approved it. To ask about further answers, fill in a blank row at the end, beginning with the institution ID and the number. Grey rows concern answers that have been replaced.",
    ),
    "book.review.institution": (
        "機関ID",
        "Institution ID",
    ),
    "book.review.name": (
        "機関名",
        "Institution",
    ),
    "book.review.practice": (
        "番号",
        "No.",
    ),
    "book.review.practice_title": (
        "対応事項",
        "Practice",
    ),
    "book.review.given": (
        "回答",
        "Answer",
    ),
    "book.review.asked": (
        "確認事項",
        "What to confirm",
    ),
    "book.review.others": (
        "同じ補足の機関（提出機関には開示しない）",
        "Institutions with the same note (do not disclose to the institution)",
    ),
    "book.review.question": (
        "追加の照会事項",
        "Question of your own",
    ),
    "book.review.sent": (
        "照会日",
        "Asked on",
    ),
    "book.review.received": (
        "返信票の回答",
        "Answer in reply form",
    ),
    "book.review.reply_level": (
        "訂正後の段階：{level}",
        "Corrected level: {level}",
    ),
    "book.review.reply_document": (
        "資料：{document}",
        "Document: {document}",
    ),
    "book.review.reply_by": (
        "回答した部署：{by}",
        "Replied by: {by}",
    ),
    "book.review.reply": (
        "提出機関の返答",
        "Reply received",
    ),
    "book.review.document": (
        "確認した資料",
        "Document seen",
    ),
    "book.review.outcome": (
        "結果",
        "Outcome",
    ),
    "book.review.level": (
        "訂正後の段階",
        "Corrected level",
    ),
    "book.review.ground": (
        "訂正の根拠",
        "Reason for the correction",
    ),
    "book.review.by": (
        "担当者（訂正の提案者）",
        "Handled by (proposes a correction)",
    ),
    "book.review.on": (
        "確認日",
        "Confirmed on",
    ),
    "book.review.approved_by": (
        "訂正の承認者（担当者とは別の者）",
        "Correction approved by (someone else)",
    ),
    "book.review.before_approvals": (
        "（承認欄のない版での訂正）",
        "(corrected before approvals were asked for)",
    ),
    "book.review.follow_up": (
        "次回の確認日",
        "Follow up on",
    ),
    "book.review.file": (
        "ファイルの識別（隠れた列）",
        "File identifier (hidden column)",
    ),
    "book.review.whole": (
        "全体",
        "Whole",
    ),
    "book.review.at_level": (
        "段階{level}",
        "Level {level}",
    ),
    "book.review.level_rule": (
        "次のいずれかを入力してください：{levels}。",
        "Enter one of: {levels}.",
    ),
    "book.outcome.unchanged": (
        "変更なし",
        "Unchanged",
    ),
    "book.outcome.corrected": (
        "訂正",
        "Corrected",
    ),
    "book.outcome.pending": (
        "確認中",
        "Pending",
    ),
    "book.not_a_review": (
        "「確認をお願いする回答」のブックではありません。`cssa batch run`が書き出したreview.xlsxに戻すか、このファイルをフォルダーの外に移してください。",
        "This is not a workbook of answers to confirm. Restore the review.xlsx written by `cssa batch run`, or move this file out of the folder.",
    ),
    "book.review_level": (
        "「{found}」は段階として読み取れません。次のいずれかを入力してください：{levels}。",
        '"{found}" is not a valid level. Enter one of: {levels}.',
    ),
    "book.review_level_alone": (
        "訂正後の段階がありますが、結果が「訂正」ではありません。結果を「訂正」にするか、段階を削除してください。",
        'There is a corrected level, but the outcome is not "Corrected". Choose "Corrected", or remove the level.',
    ),
    "book.review_approval_alone": (
        "訂正の承認者がありますが、結果が「訂正」ではありません。結果を「訂正」にするか、承認者を削除してください。",
        'There is an approver, but the outcome is not "Corrected". Choose "Corrected", or remove the approver.',
    ),
    "book.review_same_person": (
        "訂正の承認者（{found}）が、担当者と同じです。提案した者とは別の者が承認してください。",
        "The correction is approved by the person who proposes it ({found}). Have someone else approve it.",
    ),
    "book.review_added_incomplete": (
        "追加の行に「{column}」がありません。機関ID、番号（回答全体については「全体」）と、追加の照会事項などを記入するか、行の記入をすべて削除してください。",
        'The row that was added lacks "{column}". Enter the institution ID, the number ("Whole" for the submission as a whole) and a question or another entry; or clear the row.',
    ),
    "book.review_whole": (
        "回答全体についての行では「訂正」を選べません。対応事項ごとの行で訂正するか、回答票の再提出を依頼してください。",
        'A row about the submission as a whole cannot be "Corrected". Correct the rows of individual practices, or ask for a new form.',
    ),
    "book.review.blank_row": ("追加用の空行", "a blank row for additions"),
    "book.review_moved": (
        "この行の表示は「{visible}」ですが、隠れた列の識別は「{hidden}」です。並べ替えを元に戻してください。戻せない場合は、この行の記入を削除してもう一度実行し、新しく出力されたブックに記入してください。",
        'The row shows "{visible}", but its hidden key belongs to "{hidden}". Undo the sorting. If that is not possible, clear the entries of this row, run again, and enter them in the new workbook.',
    ),
    "book.review_key_lost": (
        "この行には記入がありますが、どの回答についてのものかを示す隠れた列が正しくありません。ブックへの直前の変更を元に戻してください。戻せない場合は、この行の記入を削除してもう一度実行し、新しく出力されたブックに記入してください。",
        "The row has entries, but its hidden columns no longer identify the answer they belong to. Undo the last changes to the workbook. If that is not possible, clear the entries of this row, run again, and enter them in the new workbook.",
    ),
    "book.review_twice": (
        "{other}と同じ回答についての行です。いずれか一方の記入だけを残し、もう一方の記入は削除してください。ブックの複製であれば、フォルダーの外に移してください。",
        "The row is about the same answer as {other}. Keep the entries of one of the two rows and clear those of the other; if the workbook is a copy, move it out of the folder.",
    ),
    "book.review_incomplete": (
        "結果が「訂正」ですが、「{column}」がありません。訂正には、段階、根拠、担当者、確認日のすべてが必要です。",
        'The outcome is "Corrected", but "{column}" is empty. A correction needs the level, the reason, who proposes it and when.',
    ),
    "book.segments.title": (
        "業態・財務局・提出経路・名簿の区分・規模ごとの集計",
        "Figures by sub-sector, bureau, route, roster group and size",
    ),
    "book.segments.mark": (
        "{handling}／公表不可",
        "{handling} · Not for publication",
    ),
    "book.segments.unprotected": (
        "実施主体だけが使う集計です。秘匿処理をしていないため、機関数の少ない行からは個別機関の回答が分かります。実施主体の外に出さないでください。",
        "For the issuer alone. No disclosure control is applied: rows with few institutions disclose their answers. Do not share outside the issuer.",
    ),
    "book.segments.counts": (
        "集計の対象は、公表する値と同じく、集計の締切までに届いた回答票を受け付けた機関のうち、回答率が下限以上のものです。平均と中央値は、件数の列のものを除き、成熟度（独自算定）のものです。",
        "As in published figures, institutions are included if their form was received by the cut-off date and accepted, and enough of it is answered. Means and medians are of maturity (own method), except in the column with the number of basic practices.",
    ),
    "book.segments.where": (
        "次の条件に当てはまる機関だけを集計しています：{conditions}",
        "Only institutions that meet these conditions are included: {conditions}",
    ),
    "book.segments.by.industry_group": ("業態グループ", "Industry group"),
    "book.segments.by.sector": ("業態", "Sub-sector"),
    "book.segments.by.size_band": ("規模", "Size"),
    "book.segments.by.bureau": ("財務局", "Bureau"),
    "book.segments.by.route": ("提出経路", "Route"),
    "book.segments.by.group": ("名簿の区分", "Roster group"),
    "book.segments.size.small": (
        "小（業態ごとの区切りによる）",
        "Small (by the bands of the sub-sector)",
    ),
    "book.segments.size.medium": (
        "中（業態ごとの区切りによる）",
        "Medium (by the bands of the sub-sector)",
    ),
    "book.segments.size.large": (
        "大（業態ごとの区切りによる）",
        "Large (by the bands of the sub-sector)",
    ),
    "book.segments.no_industry_group": (
        "（どの業態グループにも入らない業態）",
        "(sub-sectors in no industry group)",
    ),
    "book.segments.unstated": ("（記載なし）", "(not stated)"),
    "book.segments.median": ("全体の中央値", "Overall, median"),
    "book.segments.mean": ("全体の平均", "Overall, mean"),
    "book.segments.domain": ("{domain}の平均", "{domain}, mean"),
    "book.segments.count": ("{name}の中央値", "{name}, median"),
    "book.hearing.title": (
        "ヒアリング先の候補",
        "Institutions to follow up with",
    ),
    "book.hearing.sheet": (
        "ヒアリング先の候補",
        "Institutions to follow up with",
    ),
    "book.hearing.no_judgement": (
        "ヒアリング先を実施主体が選ぶための一覧です。検査・考査・監督上の評価や判断ではなく、順位でもありません。",
        "This list helps the issuer choose institutions to follow up with. It is not an inspection, examination or supervisory assessment or decision, and not a ranking.",
    ),
    "book.hearing.order": (
        "機関IDの順に並べています。理由の数も値の大小も、対応の評価ではありません。",
        "Sorted by institution ID. Neither the number of reasons nor any figure is an assessment of the institution.",
    ),
    "book.hearing.found": (
        "回答票を受け付けた{of}機関のうち、理由が1つ以上ある{count}機関です。",
        "{count} of the {of} {of:institution|institutions} with an accepted form {count:has|have} at least one reason.",
    ),
    "book.years.title": (
        "実施回を通じた推移（実施主体限り）",
        "Development over the campaigns (issuer only)",
    ),
    "book.years.sheet.means": ("平均と中央値", "Mean and median"),
    "book.years.sheet.changes": ("変化の大きい機関", "Largest changes"),
    "book.years.private": (
        "公表不可。秘匿処理をしていない値です。外部に出さないでください。公表する値は、公表した集計にあるものに限ります。",
        "Not for publication. Nothing here is withheld for disclosure control; do not pass it on. Publish only what is in the published aggregate.",
    ),
    "book.years.continuing": (
        "比較できるすべての実施回で集計に含まれ、その値がある機関（継続機関）の値です。業態は最新の実施回のものです。比較した実施回：{campaigns}",
        "Figures of the institutions that are in the statistics of every comparable campaign and have the figure in each (continuing institutions). Sub-sectors are those of the latest campaign. Campaigns compared: {campaigns}",
    ),
    "book.years.others": (
        "設問、算定の対象とした区分、算定方法又は仮名の有無が最新の実施回と異なるため、比較していない実施回：{campaigns}",
        "Campaigns that are not compared, as questions, tiers scored, scheme or the use of pseudonyms differ from the latest: {campaigns}",
    ),
    "book.years.movers": (
        "継続機関のうち、比較できる直前の実施回{campaign}から全体の成熟度（独自算定）が上昇又は低下した機関を、それぞれ変化の大きい順に、上位に限って示します。差は、丸める前の値の差です。",
        "Continuing institutions whose overall maturity (own method) changed most since the preceding comparable campaign ({campaign}): rises and falls, the largest first. Changes are those of the unrounded scores.",
    ),
    "book.years.group": ("集計区分", "Group"),
    "book.years.figure": ("領域", "Domain"),
    "book.years.n": ("機関数", "n"),
    "book.years.mean": ("平均 {campaign}", "Mean {campaign}"),
    "book.years.median": ("中央値 {campaign}", "Median {campaign}"),
    "book.years.direction": ("変化", "Change"),
    "book.years.risen": ("上昇", "Rise"),
    "book.years.fallen": ("低下", "Fall"),
    "book.years.change": ("{campaign}からの差", "Change from {campaign}"),
    "book.hearing.reasons": (
        "理由",
        "Reasons",
    ),
    "book.hearing.sector": (
        "業態",
        "Sub-sector",
    ),
    "book.hearing.queries": (
        "確認をお願いする点と確認の候補（件）",
        "Points that need or may need to be confirmed",
    ),
    "book.hearing.coverage": (
        "回答率（%）",
        "Answered (%)",
    ),
    "book.hearing.expired": (
        "見直し期限を過ぎたリスク受容・代替措置（件）",
        "Treatments past their review date",
    ),
    "book.hearing.below_in_place": (
        "段階{level}に達していない基本的な対応事項（件）",
        "Basic practices below level {level}",
    ),
    "book.hearing.median": (
        "比較対象の中央値（件）",
        "Median of the peer group",
    ),
    "book.hearing.overall": (
        "成熟度（独自算定）",
        "Maturity (own method)",
    ),
    "book.hearing.before": (
        "前回の成熟度（独自算定）",
        "Previous maturity (own method)",
    ),
    "hearing.queries": (
        "確認をお願いする点と確認の候補が、合わせて{count}件あります（{least}件以上で表示）。",
        "{count} {count:point needs|points need} or may need to be confirmed (shown for {least} or more).",
    ),
    "hearing.coverage": (
        "回答率が{percent}%です（{floor}%未満で表示）。",
        "{percent}% answered (shown below {floor}%).",
    ),
    "hearing.risen": (
        "成熟度が前回の{before}から{now}に上がっています（{least}以上の変化で表示）。",
        "Maturity has risen from {before} to {now} (shown for changes of {least} or more).",
    ),
    "hearing.fallen": (
        "成熟度が前回の{before}から{now}に下がっています（{least}以上の変化で表示）。",
        "Maturity has fallen from {before} to {now} (shown for changes of {least} or more).",
    ),
    "hearing.expired": (
        "見直し期限を過ぎたリスク受容・代替措置が{count}件あります。",
        "Accepted risks or alternative measures past their review date: {count}.",
    ),
    "hearing.below_in_place": (
        "段階{level}に達していない基本的な対応事項が{count}件で、比較対象の中央値は{median}件です（{times}倍以上、かつ{least}件以上多いときに表示）。",
        "{count} basic {count:practice is|practices are} below level {level}; the median of the peer group is {median} (shown where the number is at least {times} times the median and at least {least} above it).",
    ),
}
