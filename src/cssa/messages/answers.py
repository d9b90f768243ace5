"""Messages: answers against their checklist, and findings on them."""

MESSAGES = {
    "answer.none": (
        "いずれもなし",
        "None of these",
    ),
    "answer.at_level": (
        "段階{level}",
        "level {level}",
    ),
    "answer.row": (
        "{row}：{answer}",
        "{row}: {answer}",
    ),
    "answer.of_rows": (
        "{answer}：{of}件中{count}件（{rows}）",
        "{answer}: {count} of {of} ({rows})",
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
    "answer.number.one": (
        "{number}{unit}",
        "{number} ({unit})",
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
    "answer.open": (
        "未回答",
        "unanswered",
    ),
    "answers.approved": (
        "承認された内容として記録しました：{path}（回答{count}件）。この後に内容が変わると、報告書に「承認後に変更あり」と表示します。",
        'Recorded as approved: {path} ({count} {count:answer|answers}). If they change, reports say "Changed after approval".',
    ),
    "answers.approve_form": (
        "記入済みの回答票には承認を記録できません。先に回答ファイルに読み込んでください：`cssa form read 回答票.xlsx -o answers.yaml`",
        "An approval cannot be recorded in a completed form. Read it into an answers file first: `cssa form read FORM.xlsx -o answers.yaml`",
    ),
    "answers.approve_nobody": (
        "回答の責任者（approval.respondent）が未記入です。役職などを記入してから承認を記録してください（`cssa assess`の i、又は回答ファイルへの追記）。",
        "The respondent (approval.respondent) is missing. Enter the role responsible for the answers, with i in `cssa assess` or in the file, then record the approval.",
    ),
    "answer.source": (
        "{institution}",
        "{institution}",
    ),
    "answer.source_of": (
        "{institution}（{details}）",
        "{institution} ({details})",
    ),
    "answers.merge.form": (
        "回答ファイル（YAML又はJSON）ではなく回答票です。先に`cssa form read 回答票.xlsx -o FILE.yaml`で読み込んでください。",
        "This is a form, not an answers file (YAML or JSON). Read it first: `cssa form read FORM.xlsx -o FILE.yaml`",
    ),
    "answers.merge.other_institution": (
        "{other}の回答です。統合先は{ours}の回答です。同じ機関の回答を指定してください。",
        "These are the answers of {other}; those to merge into are of {ours}. Specify answers of the same institution.",
    ),
    "answers.merge.other_checklist": (
        "点検票{other}への回答です。統合先は{ours}への回答です。同じ点検票・同じ版への回答を指定してください。",
        "These answers are to checklist {other}; those to merge into are to {ours}. Specify answers to the same checklist and version.",
    ),
    "answers.merge.conflict": (
        "自分側：{ours} ／ 相手側：{theirs}（{there}）",
        "ours: {ours} | theirs: {theirs} ({there})",
    ),
    "answers.merge.none": (
        "記載なし",
        "nothing",
    ),
    "answers.merge.conflicts": (
        "{ours}と{theirs}の不一致：{count}件。書き込んでいません。値を統一するか、`--take ours`（すべて自分側の値）又は`--take theirs`（すべて相手側の値）を付けて再実行してください。",
        "Conflicts between {ours} and {theirs}: {count}. Nothing was written. Make the values agree, or resolve all of them with `--take ours` or `--take theirs`.",
    ),
    "answers.merge.fields.taken": (
        "相手側の変更を反映した項目（{count}件）：{fields}",
        "Changes taken from theirs ({count}): {fields}",
    ),
    "answers.merge.fields.kept": (
        "自分側の変更を残した項目（{count}件）：{fields}",
        "Changes kept from ours ({count}): {fields}",
    ),
    "answers.merge.fields.conflicts": (
        "`--take {side}`により解消した不一致（{count}件）：{fields}",
        "Conflicts resolved by `--take {side}` ({count}): {fields}",
    ),
    "answers.merge.done": (
        "統合した回答を出力しました：{path}",
        "Merged answers written: {path}",
    ),
    "answers.apply.form": (
        "反映先が回答票です。先に`cssa form read 回答票.xlsx -o FILE.yaml`で回答ファイルに読み込んでください。",
        "Answers cannot be applied to a form. Read it into an answers file first: `cssa form read FORM.xlsx -o FILE.yaml`",
    ),
    "answers.apply.own": (
        "反映先と同じ機関の回答です。同じ機関の2つの回答は`cssa answers merge`で統合します。",
        "These are answers of the same institution. Merge two files of one institution with `cssa answers merge`.",
    ),
    "answers.apply.other_checklist": (
        "点検票{other}への回答です。反映先は{ours}への回答です。同じ点検票・同じ版への回答を提供者に依頼してください。",
        "These answers are to checklist {other}; yours are to {ours}. Ask the provider for answers to the same checklist and version.",
    ),
    "answers.apply.no_kind": (
        "提供者との関係が分かりません。`--performed-by`で指定するか、提供者のファイルに`provides: {{performed_by: shared_centre}}`のように記載してください（指定できる値：{known}）。",
        "It is not stated what the provider is to the institution. Add `--performed-by`, or `provides: {{performed_by: shared_centre}}` to the provider's file (available: {known}).",
    ),
    "answers.apply.unknown_part": (
        "「{name}」という領域、節又は対応事項はこの点検票にありません。`--only`の番号を確認してください。",
        'This checklist has no domain, section or practice "{name}". Check the number after `--only`.',
    ),
    "answers.apply.not_taken": (
        "反映していません：{reason}",
        "Not applied: {reason}",
    ),
    "answers.apply.unanswered": (
        "提供者の回答がない対応事項（{count}件）：{practices}",
        "Not answered by the provider ({count}): {practices}",
    ),
    "answers.apply.left_out": (
        "提供者自身についての「該当なし」又は「採用しない」です。自機関として判断し、回答してください。",
        'the provider\'s "not applicable" or "not adopted" is about the provider. Decide and answer it yourselves.',
    ),
    "answers.apply.own_rows": (
        "行の名称を機関ごとに決める設問です。自機関の行ごとに回答してください。",
        "its rows are named by each institution. Answer it for your own rows.",
    ),
    "answers.apply.own_answer": (
        "回答ファイルの回答を残しました：{ours} ／ 提供者：{theirs}（{there}）",
        "The answer in your file stands: {ours} | provider: {theirs} ({there})",
    ),
    "answers.apply.left": (
        "提供者のリスク受容・代替措置、第2線・第3線の評価、優先順位は反映していません（{count}件）：{practices}",
        "Treatments, reviews and priorities of the provider were not applied ({count}): {practices}",
    ),
    "answers.apply.same": (
        "既に同じ回答（{count}件）：{practices}",
        "Already answered in the same way ({count}): {practices}",
    ),
    "answers.apply.own_answers": (
        "提供者と異なる、回答ファイルの回答（{count}件。変更していません）：{practices}",
        "Answers in your file that differ from the provider's; not changed ({count}): {practices}",
    ),
    "answers.apply.done": (
        "{name}の回答を{path}に反映しました（{count}件）：{practices}",
        "Applied answers of {name} to {path} ({count}): {practices}",
    ),
    "answers.apply.to_confirm": (
        "反映した回答は確認待ちです。内容を確認し、`cssa assess -a {path}`で確認済みにしてください。",
        "They await confirmation: check them, and confirm them with `cssa assess -a {path}`.",
    ),
    "answers.unchanged": (
        "{path}に変更はありません。",
        "No changes to {path}.",
    ),
    "answers.not_logged": (
        "変更は保存しましたが、変更記録に書き込めませんでした（{reason}）。記録ファイルの権限と内容を確認してください。記録が不要な場合は、環境変数CSSA_CHANGE_LOGをoffにしてください。",
        "The changes are saved, but the change log could not be written ({reason}). Check the log file's permissions and content, or turn the log off with CSSA_CHANGE_LOG=off.",
    ),
    "answers.not_a_log": (
        "既存のファイルが変更記録ではありません",
        "The existing file is not a change log",
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
        'Unknown sub-sector "{name}". Choose from {known}.',
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
        "グループ「{name}」はこの点検票にありません（使用できるもの：{known}）。",
        'This checklist has no group "{name}" (available: {known}).',
    ),
    "answers.unknown_group.near": (
        "グループ「{name}」はこの点検票にありません。「{known}」ではありませんか。",
        'This checklist has no group "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_level": (
        "段階{level}はこの点検票にありません（使用できるもの：{known}）。",
        "This checklist has no level {level} (available: {known}).",
    ),
    "answers.unknown_practice": (
        "対応事項「{name}」はこの点検票にありません。番号を確認してください（使用できるもの：{known}）。",
        'This checklist has no practice "{name}". Check the number (available: {known}).',
    ),
    "answers.unknown_practice.near": (
        "対応事項「{name}」はこの点検票にありません。「{known}」ではありませんか。",
        'This checklist has no practice "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_point": (
        "「{name}」という点はこの対応事項にありません（使用できるもの：{known}）。",
        'This practice has no point "{name}" (available: {known}).',
    ),
    "answers.unknown_point.near": (
        "「{name}」という点はこの対応事項にありません。「{known}」ではありませんか。",
        'This practice has no point "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_option": (
        "選択肢「{name}」はありません（使用できるもの：{known}）。",
        'Unknown option "{name}" (available: {known}).',
    ),
    "answers.unknown_option.near": (
        "選択肢「{name}」はありません。「{known}」ではありませんか。",
        'Unknown option "{name}". Did you mean "{known}"?',
    ),
    "answers.unknown_row": (
        "行「{name}」はありません（使用できるもの：{known}）。",
        'Unknown row "{name}" (available: {known}).',
    ),
    "answers.unknown_row.near": (
        "行「{name}」はありません。「{known}」ではありませんか。",
        'Unknown row "{name}". Did you mean "{known}"?',
    ),
    "answers.no_rows": (
        "この設問は「{list}」で挙げた行ごとに回答します。先に、回答ファイルのlistsに行の名称を記入してください。",
        'This question is answered for each row named in "{list}". First name the rows under lists in the answers file.',
    ),
    "answers.not_a_number": (
        '「{option}」は数ではありません。"12"、"0.5"のように、半角の数字を引用符で囲んで記入してください。',
        '"{option}" is not a number. Write digits in quotes, such as "12" or "0.5".',
    ),
    "answers.unknown_list": (
        "この点検票に一覧「{name}」はありません（あるもの：{known}）。",
        'This checklist has no list "{name}" (it has: {known}).',
    ),
    "answers.unknown_list.near": (
        "この点検票に一覧「{name}」はありません。「{known}」ではありませんか。",
        'This checklist has no list "{name}". Did you mean "{known}"?',
    ),
    "answers.row_twice": (
        "「{name}」が一覧に2回あります。どちらかを削除するか、区別できる名称（idが重複している場合は別のid）にしてください。",
        '"{name}" is in the list twice. Remove one, or give them different names (different IDs, if it is the ID that is repeated).',
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
        "この対応事項に点はありません。キー「points」を削除してください。",
        'This practice has no points. Remove the key "points".',
    ),
    "answers.wrong_kind": (
        "この設問には「{expected}」で回答します（「{field}」ではありません）。",
        'This question is answered with "{expected}", not with "{field}".',
    ),
    "answers.never_na": (
        "この対応事項は、すべての機関に該当するため「該当なし」にできません。段階などで回答してください。",
        "This practice applies to every institution and cannot be marked not applicable. Enter a level or other answer.",
    ),
    "answers.basic_not_adopted": (
        "基本的な対応事項は「採用しない」を選べません。段階などで回答し、必要に応じてtreatment（リスク受容・代替措置）を追加してください。",
        "A basic practice cannot be marked not adopted. Enter a level or other answer and, where applicable, add a treatment (accepted risk or alternative measure).",
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
        "未回答の属性が{count}件あります（{names}）。回答するまで、関係する項目はすべて対象に含めています。",
        "{count} {count:profile question is|profile questions are} unanswered ({names}). Until {count:it is|they are} answered, practices that depend on {count:it|them} stay in scope.",
    ),
    "finding.risk_unstated": (
        "主なリスク要因が未回答です（{names}）。すべて回答されるまで、リスクプロファイルは暫定で、「中」を下回りません。",
        "Unanswered key risk factors: {names}. Until all are answered, the risk profile is provisional and not below medium.",
    ),
    "finding.check_digit": (
        "機関ID {id}は13桁ですが、法人番号の検査数字と合いません。",
        "Institution ID {id} has 13 digits, but its check digit is not that of a corporate number.",
    ),
    "finding.flag_without_reason": (
        "属性「{flag}」を「いいえ」とした理由がありません。基本的な対応事項{practices}が対象外になっています。",
        'No reason is given for answering "No" to "{flag}". Basic practices out of scope as a result: {practices}.',
    ),
    "finding.placeholder_reasons": (
        "理由や措置の欄が「-」「なし」「同上」などのままの対応事項が{count}件あります（{practices}）。第三者が読んで分かるように記入してください。",
        '{count} {count:practice has|practices have} only a placeholder such as "-", "n/a" or "same as above" as a reason or measure ({practices}). Write {count:a reason or measure|reasons or measures} that others can follow.',
    ),
    "finding.override_without_reason": (
        "自機関の判断によるリスクプロファイルの理由が、「-」「なし」「同上」などのままです。第三者が読んで分かるように記入してください。",
        'The reason for the institution\'s own risk profile is only a placeholder such as "-", "n/a" or "same as above". Write a reason that others can follow.',
    ),
    "finding.all_flags_false": (
        "{flags}件の属性がすべて「いいえ」で、対応事項{count}件（うち基本的な対応事項{basics}件）が対象外になっています。属性を1件ずつ確認してください。",
        '{flags:The only profile question is|All profile questions are} answered "No", which takes {count} {count:practice|practices} ({basics} basic) out of scope. Check {flags:the question|each question}.',
    ),
    "finding.report_outdated": (
        "取締役会等への報告日（{date}）が、点検日（{assessed_on}）の半年前より前です。前回の記載が残っていないか確認してください。",
        "The date of the report to the board ({date}) is more than six months before the assessment ({assessed_on}). Check that it was not carried over from last time.",
    ),
    "finding.date_in_future": (
        "「{field}」（{date}）が判定日より後です。",
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
    "finding.contradiction_not_above": (
        "「{title}」（{answer}）が「{other}」（{other_answer}）を上回っています。{reason}",
        '"{title}" ({answer}) is above "{other}" ({other_answer}). {reason}',
    ),
    "finding.contradiction_every_row": (
        "「{title}」（{answer}）を確認してください。{reason}",
        'Check "{title}" ({answer}). {reason}',
    ),
    "finding.contradiction_rests_on": (
        "「{title}」は{answer}ですが、「{other}」の回答は「{other_answer}」です。{reason}",
        '"{title}" is {answer}, while "{other}" is {other_answer}. {reason}',
    ),
    "finding.contradiction_rests_on_any": (
        "「{title}」は{answer}ですが、「{other}」（{other_answer}）など、その基になるものが見当たりません。{reason}",
        '"{title}" is {answer}, but the practices it depends on, such as "{other}" ({other_answer}), are not in place. {reason}',
    ),
    "finding.contradiction_done_in_part": (
        "「{title}」は{answer}ですが、実施件数は{of}件中{count}件です。{reason}",
        '"{title}" is {answer}, with {count} of {of} done. {reason}',
    ),
    "finding.contradiction_profile": (
        "属性とリスク要因の回答を確認してください。{reason}",
        "Check the profile and the risk factors. {reason}",
    ),
    "finding.contradiction_profile_level": (
        "「{title}」（{answer}）が、属性又はリスク要因の回答と合いません。{reason}",
        '"{title}" ({answer}) does not match the profile or the risk factors. {reason}',
    ),
    "finding.contradiction_profile_left_out": (
        "「{title}」（{answer}）が、属性又はリスク要因の回答と合いません。{reason}",
        '"{title}" ({answer}) does not match the profile or the risk factors. {reason}',
    ),
    "finding.contradiction_profile_performer": (
        "「{title}」の実施者（{performer}）が、属性の回答と合いません。{reason}",
        'Who performs "{title}" ({performer}) does not match the profile. {reason}',
    ),
    "finding.contradiction_done_within": (
        "「{title}」は{answer}ですが、直近の実施日又は証跡の日付は{date}です。{reason}",
        '"{title}" is {answer}, but the latest date given, of the work or its evidence, is {date}. {reason}',
    ),
    "finding.contradiction_dated": (
        "「{title}」は{answer}ですが、いつ検証したかが分かりません。{reason}",
        '"{title}" is {answer}, but nothing says when it was checked. {reason}',
    ),
    "check.jump": (
        "前回の段階{before}から段階{level}に変わっています。変わった経緯を補足に記入するか、段階を確認してください。",
        "The level was {before} last time and is now {level}. State in the note how the change came about, or check the level.",
    ),
    "check.uniform": (
        "段階で答えた{of}件のうち{count}件が段階{level}です。項目ごとに点検した結果か確認してください。",
        "{count} of the {of} {of:answer|answers} with a level are level {level}. Check that each item was assessed individually.",
    ),
    "check.many_na": (
        "領域{domain}の基本的な対応事項{of}件のうち{count}件が「該当なし」です。1件ずつ確認してください。",
        "{count} of the {of} basic {of:practice|practices} of domain {domain} {count:is|are} answered as not applicable. Check {count:it|each of them}.",
    ),
    "check.flags_unexplained": (
        "理由の記載がない「いいえ」の属性が{flags}件あり、基本的な対応事項{count}件が対象外になっています。理由を記入してください。",
        '{flags} profile {flags:question|questions} answered "No" without a reason {flags:takes|take} {count} basic {count:practice|practices} out of scope. Enter the {flags:reason|reasons}.',
    ),
    "check.size_small": (
        "規模が{size}円で、この業態としては極端に小さい額です。円単位で記入しているか確認してください。",
        "The size is JPY {size}, far below that of any institution of the sub-sector. Check that it is in yen.",
    ),
    "check.size_large": (
        "規模が{size}円で、この業態としては極端に大きい額です。円単位で記入しているか確認してください。",
        "The size is JPY {size}, far above that of any institution of the sub-sector. Check that it is in yen.",
    ),
    "check.size_former": (
        "規模が{size}円で、前回の{other}円と桁が異なります。円単位で記入しているか確認してください。",
        "The size is JPY {size}; last time it was JPY {other}, which suggests a different unit. Check that it is in yen.",
    ),
    "check.unchanged": (
        "回答{of}件のうち{count}件が前回と同じです。今回、改めて点検した結果か確認してください。",
        "{count} of {of} {of:answer is|answers are} the same as last time. Check that they were assessed anew.",
    ),
    "check.unchanged_with_texts": (
        "回答{of}件のうち{count}件が前回と同じで、補足や理由の文も前回と同じです。今回、改めて点検した結果か確認してください。",
        "{count} of {of} {of:answer is|answers are} the same as last time, including notes and reasons. Check that they were assessed anew.",
    ),
    "check.evidence_missing": (
        "段階{above}以上で、証跡の記載がないもの：{count}件（{practices}）",
        "Level {above} or above, without evidence: {count} ({practices})",
    ),
    "check.points_open": (
        "段階{in_place}以上で、含めるべき点にチェックがないもの：{count}件（{practices}）",
        "Level {in_place} or above, but points that must be covered are not ticked: {count} ({practices})",
    ),
    "check.evidence_old": (
        "最も新しい証跡が、対応事項の頻度に照らして古いもの：{count}件（{practices}）",
        "The newest evidence is older than the frequency of the practice allows: {count} ({practices})",
    ),
    "check.title": (
        "提出前の確認：{count}件。実態に合わせて回答を見直すか、事情を補足に記入してください。",
        "Check before filing: {count}. Correct the answers, or state in the note why they are right.",
    ),
    "finding.points_open": (
        "段階{level}ですが、含めるべき点「{points}」にチェックがありません。",
        "Level {level}, but not every point that must be covered is ticked (not ticked: {points}).",
    ),
    "finding.evidence_missing": (
        "段階{level}ですが、証跡の記載がありません。",
        "Level {level}, but no evidence is given.",
    ),
    "finding.evidence_old": (
        "最も新しい証跡（{date}）が、この対応事項の頻度（{every}）に照らして古くなっています。今回の証跡を記入するか、段階を見直してください。",
        "The newest evidence ({date}) is older than the frequency of this practice ({every}) allows. Enter recent evidence, or reconsider the level.",
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
    "finding.plan_overdue": (
        "改善計画の期日{date}を過ぎています。状況を更新するか、期日を見直してください。",
        "The due date of the plan ({date}) has passed. Update its status, or set another date.",
    ),
    "finding.review_differs": (
        "第{line}線の評価は段階{level}で、自己評価の{own}と異なります。",
        "The review by line {line} gives level {level}; the self-rating is {own}.",
    ),
    "finding.review_open": (
        "第{line}線が{date}に段階{level}と評価した後、自己評価（段階{own}）が変更されていません。段階を見直すか、維持する根拠を補足に記載してください。",
        "The review by line {line} on {date} gave level {level}, and the answer (level {own}) has not been changed since. Reconsider the level, or state in the note why it stands.",
    ),
    "finding.other_groups": (
        "回答で選択しているグループ（{stated}）が、実施回で対象とするグループ（{counted}）と異なります。実施回で対象とするグループにより算定しています。",
        "The answers select groups ({stated}) other than those that the campaign covers ({counted}). The campaign's groups are used for scoring.",
    ),
    "finding.superseded": (
        "回答の後に、この版の一部の設問が変更されました。該当する回答は「確認待ち」として取り扱います。",
        "Some questions of this version were changed after these answers were given. The answers concerned count as awaiting confirmation.",
    ),
    "finding.unconfirmed": (
        "回答が未確認のままです。",
        "The answer has not been confirmed.",
    ),
    "answers.size_small": (
        "規模が{found}円で、この業態のどの機関よりもはるかに小さい額です。千円又は百万円単位で入力していないか確認してください。",
        "The size is JPY {found}, far below that of any institution of the sub-sector. Check whether it was entered in thousands or millions of yen.",
    ),
}
