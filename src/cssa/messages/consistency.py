"""Messages: what consistency rules ask institutions to confirm."""

MESSAGES = {
    "query.beside.comment": (
        "{place}のコメントは読み取っていません。回答に関わるものか確認してください：「{text}」",
        'The comment in {place} was not read. Does it bear on an answer? "{text}"',
    ),
    "query.beside.text": (
        "{place}の記載は回答欄の外にあり、読み取っていません。回答に関わるものか確認してください：「{text}」",
        'The text in {place} is outside the answer cells and was not read. Does it bear on an answer? "{text}"',
    ),
    "query.beside.sheet": (
        "追加されたシート「{place}」は読み取っていません。回答に関わるものか確認してください：「{text}」",
        'The added sheet "{place}" was not read. Does it bear on an answer? "{text}"',
    ),
    "query.beside.shapes": (
        "シート「{place}」の画像や図形（{count}件）は読み取っていません。回答に関わるものか確認してください。",
        'Pictures or shapes on sheet "{place}" were not read ({count}). Do they bear on an answer?',
    ),
    "query.beside.shapes_with_text": (
        "シート「{place}」の画像や図形（{count}件）は読み取っていません。回答に関わるものか確認してください：「{text}」",
        'Pictures or shapes on sheet "{place}" were not read ({count}). Do they bear on an answer? "{text}"',
    ),
    "query.beside.more": (
        "{place}など既に挙げた箇所のほかにも、読み取っていない記載が{count}件あります。回答票を開いて確認してください。",
        "Beyond {place} and the other places already listed, further content was not read: {count}. Open the form and check it.",
    ),
    "query.alike_form": (
        "貴機関と他の1機関がともに段階で答えた{of}件のうち{count}件が、同じ段階です。貴機関の状況を点検した結果かどうかをお知らせください。",
        "Of the {of} {of:practice|practices} that you and another institution both answered with a level, {count} have the same level. Please tell us whether your own situation was assessed.",
    ),
    "query.alike_form.issuer": (
        "（実施主体限り：相手は機関{other}です。機関には伝えないでください）",
        "(For the issuer only, not to be disclosed: the other is institution {other}.)",
    ),
    "query.alike_notes": (
        "補足の文が、他の1機関の回答票と{count}件の対応事項で同じです。貴機関の状況を記載したものかどうかをお知らせください。",
        "The notes on {count} {count:practice are|practices are} the same as those of another institution. Please tell us whether they describe your own situation.",
    ),
    "query.alike_notes.issuer": (
        "（実施主体限り：相手は機関{other}です。機関には伝えないでください）",
        "(For the issuer only, not to be disclosed: the other is institution {other}.)",
    ),
    "query.rest": (
        "この機関の行に示したもののほか、確認の候補が{count}件あります（{kinds}）。",
        "Beyond those in this institution's rows, points that may need to be confirmed: {count} ({kinds}).",
    ),
    "query.rest.evidence_missing": (
        "証跡の記載なし{count}件",
        "without evidence: {count}",
    ),
    "query.rest.evidence_old": (
        "頻度に照らして古い証跡{count}件",
        "evidence older than the frequency allows: {count}",
    ),
    "query.rest.points_open": (
        "含めるべき点にチェックのないものがある対応事項{count}件",
        "not every point that must be covered is ticked: {count}",
    ),
    "query.rest.review_differs": (
        "第2線・第3線の評価との違い{count}件",
        "different from a review by line 2 or 3: {count}",
    ),
    "query.rest.jump": (
        "前回からの大きな変化{count}件",
        "large changes since last time: {count}",
    ),
    "query.rest.same_note": (
        "他の機関と同じ補足{count}件",
        "notes the same as those of other institutions: {count}",
    ),
    "query.rest.contradiction": (
        "互いに矛盾する回答{count}件",
        "answers that contradict each other: {count}",
    ),
    "query.evidence_missing": (
        "段階{level}との回答ですが、証跡の記載がありません。根拠となる文書の名称などをお知らせください。",
        "The answer is level {level}, but no evidence is given. Please tell us what it is based on, such as the name of a document.",
    ),
    "query.evidence_old": (
        "最も新しい証跡（{date}）が、この対応事項の頻度（{every}）に照らして古くなっています。今回の証跡の名称と日付をお知らせください。",
        "The newest evidence ({date}) is older than the frequency of this practice ({every}) allows. Please tell us the name and date of recent evidence.",
    ),
    "query.points_open": (
        "段階{level}との回答ですが、含めるべき点「{points}」にチェックがありません。チェックのない点の状況をお知らせください。",
        "The answer is level {level}, but not every point that must be covered is ticked (not ticked: {points}). Please tell us the status of what is not ticked.",
    ),
    "query.review_differs": (
        "自己評価は段階{own}、第{line}線の評価は段階{level}です。違いの理由をお知らせください。",
        "The self-rating is level {own}; the review by line {line} gives level {level}. Please tell us the reason for the difference.",
    ),
    "query.jump": (
        "前回の段階{before}から段階{level}に変わっています。変化の経緯をお知らせください。",
        "The level was {before} last time and is now {level}. Please tell us how the change came about.",
    ),
    "query.uniform": (
        "段階で答えた{of}件のうち{count}件が段階{level}です。項目ごとに確認した結果かどうかをお知らせください。",
        "{count} of the {of} answers with a level are level {level}. Please tell us whether each item was assessed individually.",
    ),
    "query.many_na": (
        "領域{domain}の基本的な対応事項{of}件のうち{count}件が「該当なし」です。該当しない事情をお知らせください。",
        "{count} of the {of} basic {of:practice|practices} of domain {domain} {count:is|are} answered as not applicable. Please tell us why {count:it does|they do} not apply.",
    ),
    "query.placeholder_reasons": (
        "理由や措置の欄が「-」「なし」「同上」などのままの対応事項が{count}件あります（{practices}）。それぞれの事情をお知らせください。",
        '{count} {count:practice has|practices have} only a placeholder such as "-", "n/a" or "same as above" as a reason or measure ({practices}). Please tell us the reason{count:| for each of them}.',
    ),
    "query.override_without_reason": (
        "自機関の判断によるリスクプロファイルの理由が、「-」「なし」「同上」などのままです。判断の理由をお知らせください。",
        'The reason for your own decision on the risk profile is only a placeholder such as "-", "n/a" or "same as above". Please tell us the reason for the decision.',
    ),
    "query.all_flags_false": (
        "{flags}件の属性がすべて「いいえ」で、対応事項{count}件（うち基本的な対応事項{basics}件）が対象外になっています。いずれの属性にも該当しないかどうかをお知らせください。",
        '{flags:The only profile question is|All profile questions are} answered "No", which takes {count} {count:practice|practices} ({basics} basic) out of scope. Please confirm that {flags:it does not apply|none of them applies} to you.',
    ),
    "query.flags_unexplained": (
        "理由の記載がない「いいえ」の属性が{flags}件あり、基本的な対応事項{count}件が対象外になっています。該当しない事情をお知らせください。",
        '{flags} profile {flags:question|questions} answered "No" without a reason {flags:takes|take} {count} basic {count:practice|practices} out of scope. Please tell us why {flags:it does|they do} not apply.',
    ),
    "query.report_outdated": (
        "取締役会等への報告日（{date}）が、点検日（{assessed_on}）の半年前より前です。今回の結果の報告日かどうかをお知らせください。",
        "The date of the report to the board ({date}) is more than six months before the assessment ({assessed_on}). Please tell us whether it covers this assessment.",
    ),
    "query.unconfirmed": (
        "確認が済んでいない回答が{count}件あります（前回や提供者などから引き継いだもの、又は設問が変わったもの）。今回の回答として確認し、変更があればお知らせください。",
        "{count} {count:answer is|answers are} still to be confirmed (carried over from last time or taken from a provider, or to {count:a question|questions} changed since). Please confirm {count:it|them} for this assessment, and tell us of any changes.",
    ),
    "query.size_small": (
        "規模が{size}円で、この業態としては極端に小さい額です。百万円単位などで記入していないか確認のうえ、円単位の額をお知らせください。",
        "The size is JPY {size}, extremely small for the sub-sector. Please check whether it was entered in thousands or millions, and tell us the amount in yen.",
    ),
    "query.size_large": (
        "規模が{size}円で、この業態としては極端に大きい額です。円単位の額をお知らせください。",
        "The size is JPY {size}, extremely large for the sub-sector. Please tell us the amount in yen.",
    ),
    "query.size_roster": (
        "規模が{size}円で、名簿の{other}円と桁が異なります。円単位の額をお知らせください。",
        "The size is JPY {size}; the roster has JPY {other}, which suggests a different unit. Please tell us the amount in yen.",
    ),
    "query.size_former": (
        "規模が{size}円で、前回の{other}円と桁が異なります。円単位の額をお知らせください。",
        "The size is JPY {size}; last time it was JPY {other}, which suggests a different unit. Please tell us the amount in yen.",
    ),
    "query.assessed_early": (
        "点検日（{date}）が、基準日の半年前（{first}）より前です。今回の点検日をお知らせください。",
        "The date of the assessment ({date}) is more than six months before the base date (before {first}). Please tell us when this assessment was made.",
    ),
    "query.assessed_late": (
        "点検日（{date}）が、集計の締切（定めがない場合は提出期限。延長期限の方が遅い場合は延長期限）の{last}より後です。今回の点検日をお知らせください。",
        "The date of the assessment ({date}) is after {last}, which is the cut-off (the deadline, if there is none) or, if that is later, the extended deadline. Please tell us when this assessment was made.",
    ),
    "query.unchanged": (
        "回答{of}件のうち{count}件が前回と同じです。今回、改めて点検した結果かどうかをお知らせください。",
        "{count} of {of} {of:answer is|answers are} the same as last time. Please tell us whether they were assessed anew.",
    ),
    "query.unchanged_with_texts": (
        "回答{of}件のうち{count}件が前回と同じで、補足や理由の文も前回と同じです。今回、改めて点検した結果かどうかをお知らせください。",
        "{count} of {of} {of:answer is|answers are} the same as last time, including notes and reasons. Please tell us whether they were assessed anew.",
    ),
    "query.same_note": (
        "補足の文が他の{count}機関の回答と同じです。貴機関の状況を記載したものかどうかをお知らせください。",
        "The note is the same as that of {count} {count:other institution|other institutions}. Please tell us whether it describes your own situation.",
    ),
}
