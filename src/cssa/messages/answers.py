"""Messages: answers against their checklist, and findings on them."""

MESSAGES = {
    "answer.none": (
        "いずれもなし",
        "None of these",
    ),
    "answer.row": (
        "{row}：{answer}",
        "{row}: {answer}",
    ),
    "answer.every_row": (
        "すべての行で「{answer}」以上",
        '"{answer}" or better in every row',
    ),
    "answer.any_of": (
        "次のいずれか（{options}）",
        "any of these ({options})",
    ),
    "answer.all_of": (
        "次のすべて（{options}）",
        "all of these ({options})",
    ),
    "answer.at_least": (
        "選択肢のうち{count}個以上",
        "at least {count} of the options",
    ),
    "answer.number": (
        "{number}{unit}",
        "{number} {unit}",
    ),
    "answer.or_more": (
        "{number}以上",
        "{number} or more",
    ),
    "answer.or_less": (
        "{number}以下",
        "{number} or less",
    ),
    "answer.asked_if": (
        "「{practice}」で次を選んだ場合だけ回答してください：{options}",
        'Answer only if "{practice}" was answered with: {options}',
    ),
    "answer.with_level": (
        "{answer}（段階{level}）",
        "{answer} (level {level})",
    ),
    "answers.approved": (
        "承認された内容として記録しました：{path}（回答{count}件）。この後に内容が変わると、報告書に「承認後に変更あり」と表示します。",
        'Recorded as approved: {path} ({count} answers). If they change, reports say "Changed after approval".',
    ),
    "answers.approve_form": (
        "記入済みの回答票には承認を記録できません。先に回答ファイルに読み込んでください：`cssa form read 回答票.xlsx -o answers.yaml`",
        "An approval cannot be recorded in a completed form. Read it into an answers file first: `cssa form read FORM.xlsx -o answers.yaml`",
    ),
    "answers.approve_nobody": (
        "回答の責任者（approval.respondent）が未記入です。役職などを記入してから承認を記録してください（`cssa assess`の i、又は回答ファイルへの追記）。",
        "The respondent (approval.respondent) is missing. Enter the role responsible for the answers, with i in `cssa assess` or in the file, then record the approval.",
    ),
    "answers.not_logged": (
        "変更は保存しましたが、変更記録に書き込めませんでした（{reason}）。記録ファイルの権限と内容を確認してください。記録が不要な場合は、環境変数CSSA_CHANGE_LOGをoffにしてください。",
        "The changes are saved, but the change log could not be written ({reason}). Check the log file's permissions and content, or turn the log off with CSSA_CHANGE_LOG=off.",
    ),
    "answers.fingerprint": (
        "この回答は、構成の異なる点検票{id} {version}に対するものです。回答票を作り直し、回答を移してください。",
        "These answers were given to checklist {id} {version} with a different structure. Create a new form and transfer the answers.",
    ),
    "answers.changed_meanwhile": (
        "実行中に、別のプログラムがこのファイルを変更しました。書き込んでいません。もう一度実行してください。",
        "Another program changed this file while the command was running. Nothing was written. Run the command again.",
    ),
    "answers.unknown_sector": (
        "業態「{name}」はありません。次から選んでください：{known}。",
        'Unknown sub-sector "{name}". Choose one of {known}.',
    ),
    "answers.unknown_sector.near": (
        "業態「{name}」はありません。「{known}」ではありませんか。",
        'Unknown sub-sector "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_flag": (
        "属性「{name}」はありません。次から選んでください：{known}。",
        'Unknown profile flag "{name}". Choose from {known}.',
    ),
    "answers.unknown_flag.near": (
        "属性「{name}」はありません。「{known}」ではありませんか。",
        'Unknown profile flag "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_factor": (
        "リスク要因「{name}」はありません。次から選んでください：{known}。",
        'Unknown risk factor "{name}". Choose from {known}.',
    ),
    "answers.unknown_factor.near": (
        "リスク要因「{name}」はありません。「{known}」ではありませんか。",
        'Unknown risk factor "{name}". Did you mean "{known}"?',
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
        "対応事項「{name}」はこの点検票にありません。番号を確認してください（{known}）。",
        'This checklist has no practice "{name}". Check the number ({known}).',
    ),
    "answers.unknown_practice.near": (
        "対応事項「{name}」はこの点検票にありません。「{known}」ではありませんか。",
        'This checklist has no practice "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_point": (
        "「{name}」という点はこの対応事項にありません（あるもの：{known}）。",
        'This practice has no point "{name}" (it has: {known}).',
    ),
    "answers.unknown_point.near": (
        "「{name}」という点はこの対応事項にありません。「{known}」ではありませんか。",
        'This practice has no point "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_option": (
        "選択肢「{name}」はありません（あるもの：{known}）。",
        'Unknown option "{name}" (available: {known}).',
    ),
    "answers.unknown_option.near": (
        "選択肢「{name}」はありません。「{known}」ではありませんか。",
        'Unknown option "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_row": (
        "行「{name}」はありません（あるもの：{known}）。",
        'Unknown row "{name}" (available: {known}).',
    ),
    "answers.unknown_row.near": (
        "行「{name}」はありません。「{known}」ではありませんか。",
        'Unknown row "{name}". Did you mean "{known}"?',
    ),
    "answers.level_text": (
        "段階を、引用符を付けずに半角の整数で入力してください（現在の値：「{found}」）。",
        'Write a level as a whole number, without quotes (found "{found}").',
    ),
    "answers.not_a_practice": (
        "「{name}」は領域又は節の番号です。その中の対応事項ごとに回答してください。",
        '"{name}" is a domain or section. Answer its practices one by one.',
    ),
    "answers.no_points": (
        "この対応事項に点はありません。pointsを削除してください。",
        "This practice has no points. Remove the key points.",
    ),
    "answers.wrong_kind": (
        "この設問には「{expected}」で回答します（「{field}」ではありません）。",
        'This question is answered with "{expected}", not with "{field}".',
    ),
    "answers.never_na": (
        "この対応事項は、すべての機関に該当するため「該当なし」にできません。段階で回答してください。",
        "This practice applies to every institution and cannot be marked not applicable. Answer with a level.",
    ),
    "answers.basic_not_adopted": (
        "基本的な対応事項は「採用しない」を選べません。段階で回答し、必要に応じてtreatment（リスク受容・代替措置）を追加してください。",
        "A basic practice cannot be marked not adopted. Answer with a level and, where applicable, add a treatment (accepted risk or alternative measure).",
    ),
    "answers.exclusive": (
        "「{option}」は単独で選ぶ選択肢です。他の選択肢を削除してください。",
        '"{option}" cannot be combined with other options. Remove the others.',
    ),
    "finding.missing": (
        "「{field}」が未記入です。",
        "The {field} is missing.",
    ),
    "finding.profile_unstated": (
        "未回答の属性が{count}件あります（{names}）。未回答の属性は「はい」とみなし、関係する項目を対象に含めています。",
        "{count} profile questions are unanswered ({names}). Practices that depend on them stay in scope.",
    ),
    "finding.risk_unstated": (
        "主なリスク要因が未回答です（{names}）。すべて回答されるまで、リスクプロファイルは暫定で、「中」を下回りません。",
        "Key risk factors are unanswered ({names}). Until all are answered, the risk profile is provisional and not below medium.",
    ),
    "finding.check_digit": (
        "機関ID {id}は13桁ですが、法人番号の検査数字と合いません。",
        "Institution ID {id} has 13 digits, but its check digit is not that of a corporate number.",
    ),
    "finding.flag_without_reason": (
        "属性「{flag}」を「いいえ」とした理由がありません。基本的な対応事項{practices}が対象外になっています。",
        'No reason is given for answering "No" to "{flag}", which takes the basic practices {practices} out of scope.',
    ),
    "finding.placeholder_reasons": (
        "理由や措置の欄が「-」「なし」「同上」などのままの対応事項が{count}件あります（{practices}）。第三者が読んで分かるように記入してください。",
        '{count} practices have only a placeholder such as "-", "n/a" or "same as above" as reason or measure ({practices}). Word them so that others can follow.',
    ),
    "finding.override_without_reason": (
        "自機関の判断によるリスクプロファイルの理由が、「-」「なし」「同上」などのままです。第三者が読んで分かるように記入してください。",
        'The reason for the institution\'s own risk profile is only a placeholder such as "-", "n/a" or "same as above". Word it so that others can follow.',
    ),
    "finding.all_flags_false": (
        "{flags}件の属性がすべて「いいえ」で、対応事項{count}件（うち基本的な対応事項{basics}件）が対象外になっています。属性を1件ずつ確認してください。",
        'All {flags} profile questions are answered "No", which takes {count} practices ({basics} of them basic) out of scope. Check each question.',
    ),
    "finding.report_outdated": (
        "取締役会等への報告日（{date}）が、点検日（{assessed_on}）より半年以上前です。前回の記載が残っていないか確認してください。",
        "The date of the report to the board ({date}) is more than six months before the assessment ({assessed_on}). Check that it was not carried over from last time.",
    ),
    "finding.date_in_future": (
        "「{field}」の日付{date}が判定日より後です。",
        "The {field} ({date}) is after the evaluation date.",
    ),
    "finding.answered_unasked": (
        "{asked}への現在の回答では対象とならない設問ですが、回答があります。どちらの回答が正しいか確認してください。",
        "Answered, although the current answer to {asked} means that this question does not apply. Check which of the two answers is correct.",
    ),
    "finding.answered_out_of_scope": (
        "属性又は選択したグループにより対象外ですが、回答があります。回答は残し、算定には含めていません。",
        "Out of scope by the profile or the groups selected, but answered. The answer is kept and not counted.",
    ),
    "finding.points_open": (
        "段階{level}ですが、含めるべき点（{points}）にチェックがありません。",
        "Level {level}, but points that must be covered are not ticked ({points}).",
    ),
    "finding.evidence_missing": (
        "段階{level}ですが、証跡の記載がありません。",
        "Level {level}, but no evidence is given.",
    ),
    "finding.legal_left_out": (
        "法令上の義務が、該当なし・採用しない・リスク受容・代替措置のいずれかとされています。リスク受容・代替措置は、法令上の義務には効力がありません。",
        "A legal obligation is marked not applicable or not adopted, or has an accepted risk or alternative measure, which has no effect on a legal obligation.",
    ),
    "finding.treatment_expired": (
        "リスク受容・代替措置の見直し期限（{date}）を過ぎています。",
        "The accepted risk or alternative measure is past its review date ({date}).",
    ),
    "finding.treatment_review_soon": (
        "リスク受容・代替措置の見直し期限（{date}）が近づいています。",
        "The accepted risk or alternative measure is due for review soon ({date}).",
    ),
    "finding.treatment_approver": (
        "リスク受容・代替措置の承認者が「{name}」となっており、回答者以外の者による承認を確認できません。承認を確認できるまで無効として扱います。",
        'The accepted risk or alternative measure is approved by "{name}". It has no effect until it is approved by someone other than the respondent.',
    ),
    "finding.treatment_measure": (
        "リスク受容・代替措置の内容が「{text}」のみで、具体的な記載がありません。記載されるまで無効として扱います。",
        'The accepted risk or alternative measure says only "{text}". It has no effect until the measure is described.',
    ),
    "finding.treatment_review_late": (
        "リスク受容・代替措置の見直し期限（{review}）が、承認日（{approved}）から12か月を超えています。",
        "The review date of the accepted risk or alternative measure ({review}) is more than 12 months after its approval ({approved}).",
    ),
    "finding.review_differs": (
        "第{line}線の評価は段階{level}で、自己評価の{own}と異なります。",
        "Line {line} rates it at level {level}; the self-rating is {own}.",
    ),
    "finding.superseded": (
        "回答の後に、この版の一部の設問が改められました。該当する回答は「確認待ち」として取り扱います。",
        "Some questions of this version were changed after these answers were given. The answers concerned count as awaiting confirmation.",
    ),
    "finding.unconfirmed": (
        "引き継いだ回答のままで、未確認です。",
        "The answer was carried over and has not been confirmed.",
    ),
    "answers.size_small": (
        "規模が{found}円で、この業態のどの機関よりもはるかに小さい額です。千円又は百万円単位で入力していないか確認してください。",
        "The size is JPY {found}, far below that of any institution of the sub-sector. Check whether it was entered in thousands or millions of yen.",
    ),
}
