"""Messages: answers against their checklist, and findings on them."""

MESSAGES = {
    "answers.approved": (
        "承認された内容として記録しました：{path}（回答{count}件）。この後に内容が変わると、報告書に「承認後に変更あり」と示します。",
        'Recorded as approved: {path} ({count} answers). If they change, reports say "Changed after approval".',
    ),
    "answers.approve_form": (
        "記入済み調査票には承認を記録できません。先に回答ファイルに読み込んでください：`cssa form read 調査票.xlsx -o answers.yaml`",
        "An approval cannot be recorded in a filled form. Read it into an answers file first: `cssa form read FORM.xlsx -o answers.yaml`",
    ),
    "answers.approve_nobody": (
        "回答の責任者（approval.respondent）が未記入です。役職などを書いてから承認を記録してください（`cssa assess`の i、又は回答ファイルへの追記）。",
        "The respondent (approval.respondent) is not stated. State the role that answers for the content, with i in `cssa assess` or in the file, then record the approval.",
    ),
    "answers.not_logged": (
        "変更は保存しましたが、変更記録に書けませんでした（{reason}）。記録ファイルの権限と内容を確かめてください。記録が不要なら、環境変数CSSA_CHANGE_LOGをoffにします。",
        "The changes are saved, but the change log could not be written ({reason}). Check the log file's permissions and content, or turn the log off with CSSA_CHANGE_LOG=off.",
    ),
    "answers.fingerprint": (
        "この回答は、点検票{id} {version}の別の構成に対するものです。回答票を作り直し、回答を移してください。",
        "These answers were given to another shape of the checklist {id} {version}. Make a new sheet and move the answers over.",
    ),
    "answers.changed_meanwhile": (
        "実行中に、別のプログラムがこのファイルを変更しました。書き込んでいません。もう一度実行してください。",
        "Another program changed this file while the command was running. Nothing was written. Run the command again.",
    ),
    "answers.unknown_sector": (
        "業態「{name}」はありません。次から選んでください：{known}。",
        'There is no sector "{name}". Choose one of {known}.',
    ),
    "answers.unknown_sector.near": (
        "業態「{name}」はありません。「{known}」ではありませんか。",
        'There is no sector "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_flag": (
        "属性「{name}」はありません。次から選んでください：{known}。",
        'There is no profile flag "{name}". Choose from {known}.',
    ),
    "answers.unknown_flag.near": (
        "属性「{name}」はありません。「{known}」ではありませんか。",
        'There is no profile flag "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_factor": (
        "リスク要因「{name}」はありません。次から選んでください：{known}。",
        'There is no risk factor "{name}". Choose from {known}.',
    ),
    "answers.unknown_factor.near": (
        "リスク要因「{name}」はありません。「{known}」ではありませんか。",
        'There is no risk factor "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_group": (
        "グループ「{name}」はこの点検票にありません（あるもの：{known}）。",
        'This checklist has no group "{name}" (it has: {known}).',
    ),
    "answers.unknown_group.near": (
        "グループ「{name}」はこの点検票にありません。「{known}」ではありませんか。",
        'This checklist has no group "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_level": (
        "段階{level}はこの点検票にありません（あるもの：{known}）。",
        "This checklist has no level {level} (it has: {known}).",
    ),
    "answers.unknown_practice": (
        "対応事項「{name}」はこの点検票にありません。番号を確かめてください（{known}）。",
        'This checklist has no practice "{name}". Check its number ({known}).',
    ),
    "answers.unknown_practice.near": (
        "対応事項「{name}」はこの点検票にありません。「{known}」ではありませんか。",
        'This checklist has no practice "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_point": (
        "ポイント「{name}」はこの対応事項にありません（あるもの：{known}）。",
        'This practice has no point "{name}" (it has: {known}).',
    ),
    "answers.unknown_point.near": (
        "ポイント「{name}」はこの対応事項にありません。「{known}」ではありませんか。",
        'This practice has no point "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_option": (
        "選択肢「{name}」はありません（あるもの：{known}）。",
        'There is no option "{name}" (there are: {known}).',
    ),
    "answers.unknown_option.near": (
        "選択肢「{name}」はありません。「{known}」ではありませんか。",
        'There is no option "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_row": (
        "行「{name}」はありません（あるもの：{known}）。",
        'There is no row "{name}" (there are: {known}).',
    ),
    "answers.unknown_row.near": (
        "行「{name}」はありません。「{known}」ではありませんか。",
        'There is no row "{name}". Did you mean "{known}"?',
    ),
    "answers.level_text": (
        "段階を、引用符を付けずに半角の整数で書いてください（今は「{found}」）。",
        'Write a level as a whole number, without quotes (now "{found}").',
    ),
    "answers.not_a_practice": (
        "「{name}」は領域又は節の番号です。その中の対応事項ごとに答えてください。",
        '"{name}" is a domain or section. Answer its practices one by one.',
    ),
    "answers.no_points": (
        "この対応事項にポイントはありません。pointsを消してください。",
        "This practice has no points. Take points away.",
    ),
    "answers.wrong_kind": (
        "この設問の答え方は「{expected}」です（「{field}」ではありません）。",
        'This question is answered with "{expected}", not "{field}".',
    ),
    "answers.never_na": (
        "この対応事項は、どの機関にも当てはまるため「該当なし」にできません。段階で答えてください。",
        "This practice concerns every institution and cannot be not applicable. Answer with a level.",
    ),
    "answers.basic_not_adopted": (
        "基本的な対応事項は見送りにできません。段階で答え、必要ならtreatment（リスク受容・代替措置）を添えてください。",
        "A basic practice cannot be left out by choice. Answer with a level and, where that is so, add a treatment (accepted risk or alternative measure).",
    ),
    "answers.exclusive": (
        "「{option}」は単独で選ぶ選択肢です。他の選択肢を外してください。",
        '"{option}" stands alone. Take the other options away.',
    ),
    "finding.missing": (
        "「{field}」が書かれていません。",
        '"{field}" is not stated.',
    ),
    "finding.profile_unstated": (
        "属性が{count}件、書かれていません（{names}）。書かれていない属性は「あり」とみなし、項目を残しています。",
        "{count} profile flags are not stated ({names}). Practices that depend on them stay in scope.",
    ),
    "finding.risk_unstated": (
        "主なリスク要因が未回答です（{names}）。すべて回答されるまで、リスクプロファイルは暫定で、「中」を下回りません。",
        "Key risk factors are not stated ({names}). Until all are, the risk profile is provisional and not below medium.",
    ),
    "finding.check_digit": (
        "機関ID {id}は13桁ですが、法人番号の検査数字と合いません。",
        "The institution id {id} has 13 digits, but not the check digit of a corporate number.",
    ),
    "finding.flag_without_reason": (
        "属性「{flag}」をfalseとした理由がありません。基本的な対応事項{practices}が対象から外れています。",
        'There is no reason for the flag "{flag}" being false. It takes the basic practices {practices} out of scope.',
    ),
    "finding.placeholder_reasons": (
        "理由や措置の欄が「-」「なし」「同上」などのままの対応事項が{count}件あります（{practices}）。ほかの人が読んで分かるように書いてください。",
        'Reasons or measures are placeholders such as "-", "n/a" or "same as above" in {count} practices ({practices}). Write them so that others can follow.',
    ),
    "finding.override_without_reason": (
        "リスクプロファイルの自らの判断の理由が、「-」「なし」「同上」などのままです。ほかの人が読んで分かるように書いてください。",
        'The reason for the own decision on the risk profile is a placeholder such as "-", "n/a" or "same as above". Write it so that others can follow.',
    ),
    "finding.all_flags_false": (
        "{flags}件の属性がすべて「いいえ」で、対応事項{count}件（うち基本的な対応事項{basics}件）が対象から外れています。属性を1つずつ確かめてください。",
        "All {flags} profile flags are no, which takes {count} practices ({basics} of them basic) out of scope. Check each flag.",
    ),
    "finding.report_outdated": (
        "取締役会等への報告日（{date}）が、点検した日（{assessed_on}）より半年以上前です。前回の記載が残っていないか確かめてください。",
        "The report to the board ({date}) lies more than six months before the assessment ({assessed_on}). Check that it was not carried over from last time.",
    ),
    "finding.date_in_future": (
        "「{field}」の日付{date}が判定日より後です。",
        'The date {date} of "{field}" lies after the evaluation date.',
    ),
    "finding.answered_out_of_scope": (
        "属性により対象外ですが、回答があります。回答は残し、数値には入れていません。",
        "It is out of scope by the profile but has an answer. The answer is kept and not counted.",
    ),
    "finding.points_open": (
        "段階{level}ですが、含めるべき点（{points}）に印がありません。",
        "Level {level}, but points that must be covered are not ticked ({points}).",
    ),
    "finding.evidence_missing": (
        "段階{level}ですが、証跡が書かれていません。",
        "Level {level}, but no evidence is named.",
    ),
    "finding.legal_left_out": (
        "法令上の義務に、該当なし・見送り・リスク受容・代替措置の扱いがあります。リスク受容・代替措置は、法令上の義務には効力がありません。",
        "A duty by law is marked not applicable or not adopted, or has an accepted risk or alternative measure, which has no effect on a duty by law.",
    ),
    "finding.treatment_expired": (
        "リスク受容・代替措置の見直し期限（{date}）を過ぎています。",
        "The review date of the accepted risk or alternative measure ({date}) has passed.",
    ),
    "finding.treatment_review_soon": (
        "リスク受容・代替措置の見直し期限（{date}）が近づいています。",
        "The review date of the accepted risk or alternative measure ({date}) is near.",
    ),
    "finding.treatment_approver": (
        "リスク受容・代替措置の承認者が「{name}」となっており、回答者以外の者による承認を確認できません。承認が確認できるまで無効として扱います。",
        'The accepted risk or alternative measure is approved by "{name}". It has no effect until somebody other than the respondent has approved it.',
    ),
    "finding.treatment_measure": (
        "リスク受容・代替措置の内容が「{text}」だけで、具体的に書かれていません。書かれるまで無効として扱います。",
        'The accepted risk or alternative measure says only "{text}". It has no effect until the measure is described.',
    ),
    "finding.treatment_review_late": (
        "リスク受容・代替措置の見直し期限（{review}）が、承認日（{approved}）から12か月を超えています。",
        "The review date of the accepted risk or alternative measure ({review}) is more than 12 months after its approval ({approved}).",
    ),
    "finding.review_differs": (
        "第{line}線の評価は段階{level}で、自己評価の{own}と異なります。",
        "Line {line} rates it at level {level}, the self-rating is {own}.",
    ),
    "finding.superseded": (
        "回答の後に、この版の一部の設問が改められました。該当する回答は「確認待ち」として数えています。",
        "Some questions of this version were changed after these answers were given. The answers concerned count as awaiting confirmation.",
    ),
    "finding.unconfirmed": (
        "引き継いだ回答のままで、確認が済んでいません。",
        "The answer was taken over and has not been confirmed.",
    ),
    "answers.size_small": (
        "規模が{found}円で、この業態のどの機関よりもはるかに小さい額です。千円又は百万円単位の数ではないか確認してください。",
        "The size is JPY {found}, far below that of any institution of the sub-sector. Check whether it was entered in thousands or millions of yen.",
    ),
}
