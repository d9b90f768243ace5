"""Messages of reviews by the second line and internal audit."""

MESSAGES = {
    "assess.opt.as": (
        "第2線（second_line）又は内部監査（audit）として、自己評価を評価します。自己評価は変更しません。",
        "Review the self-ratings as the second line or internal audit; they are not changed.",
    ),
    "assess.as.no_file": (
        "評価する回答ファイルがありません。-aで指定してください。",
        "There is no answers file to review. Specify it with -a.",
    ),
    "assess.as.nothing_written": (
        "何も記録していません。",
        "Nothing was recorded.",
    ),
    "assess.prompt.reviewer.first": (
        "評価する部署・役職（例 リスク統括部。? 説明）",
        "Reviewing function (e.g. risk management; ? help)",
    ),
    "assess.prompt.reviewer.again": (
        "評価する部署・役職（Enter {name}、? 説明）",
        "Reviewing function (Enter: {name}, ? help)",
    ),
    "assess.help.reviewer": (
        "今回入力するすべての評価に、評価者として記録します。個人名ではなく部署や役職を入力してください。同じ部署・役職が再び評価すると、前の評価が置き換わります。",
        "It is recorded with every review entered now. Enter a function rather than a person. A later review by the same function replaces its earlier one.",
    ),
    "assess.as.intro.second_line": (
        "第2線の評価です（評価者：{by}）。自己評価の段階、補足、証跡は変更しません。",
        "Review by the second line ({by}). Levels, notes and evidence of the self-rating are not changed.",
    ),
    "assess.as.intro.audit": (
        "内部監査の評価です（評価者：{by}）。自己評価の段階、補足、証跡は変更しません。",
        "Review by internal audit ({by}). Levels, notes and evidence of the self-rating are not changed.",
    ),
    "assess.as.not_rated": (
        "評価の対象となる段階での回答がないもの：{count}件（うち未回答{unanswered}件）",
        "{count} {count:practice has|practices have} no level that can be reviewed ({unanswered} unanswered).",
    ),
    "assess.as.nothing": (
        "評価できる回答がありません。評価するのは、成熟度を算定する点検票の、段階での回答です。先に`cssa assess`で回答するか、--tier、--domain、--owner、--onlyを見直してください。",
        "There is no answer to review: only answers with a level, on checklists that are scored, can be reviewed. Answer with `cssa assess` first, or check --tier, --domain, --owner and --only.",
    ),
    "assess.as.progress": (
        "この範囲の評価：{done}／{of}件",
        "Reviewed in the selected items: {done} of {of}",
    ),
    "assess.as.done": (
        "評価済み：この領域 {done}／{of}件、全体 {all_done}／{all_of}件",
        "Reviewed: {done} of {of} in this domain, {all_done} of {all_of} overall",
    ),
    "assess.as.how": (
        "自己評価を1件ずつ表示します。評価する段階（{lowest}～{highest}）、又は自己評価と同じなら = を入力すると保存します（異なる段階のときは、先に理由を尋ねます）。Enter で次へ、h で操作の一覧、q で終了です。",
        "Self-ratings are shown one by one. Enter the level that you assign ({lowest} to {highest}), or = to agree, and it is saved; where it differs, you are asked why first. Enter goes to the next, h lists the commands, q quits.",
    ),
    "assess.as.own": (
        "自己評価：{answer}",
        "Self-rating: {answer}",
    ),
    "assess.as.before": (
        "前回の自己評価：{answer}",
        "Previous self-rating: {answer}",
    ),
    "assess.as.no_evidence": (
        "証跡の記載はありません",
        "no evidence given",
    ),
    "assess.as.unconfirmed": (
        "未確認の回答です",
        "not confirmed",
    ),
    "assess.as.changed": (
        "この評価の後に、回答が変更されています。",
        "The answer was changed after this review.",
    ),
    "assess.as.keys": (
        "評価：{lowest}～{highest} 段階　= 自己評価と同じ　n 評価の補足　x 評価を取り消す",
        "Review: {lowest}-{highest} level, = agree with the self-rating, n note, x remove the review",
    ),
    "assess.as.no_level": (
        "段階での回答がないため、評価できません。回答者に確認してください。",
        "There is no level to review here. Ask the respondent about it.",
    ),
    "assess.as.prompt": (
        "評価 {id}",
        "Review {id}",
    ),
    "assess.as.own_stays": (
        "評価では、自己評価の内容と機関に関する事項は変更できません。変更は、回答者が`cssa assess`で行います。",
        "A review does not change the self-rating or the institution's details. The respondent does so with `cssa assess`.",
    ),
    "assess.prompt.review_note": (
        "自己評価（{own}）と異なる段階（{level}）とした理由（Enter なし、b やめる、? 説明）",
        "Why {level} and not {own} as in the self-rating (Enter for none, b cancels, ? help)",
    ),
    "assess.help.review_note": (
        "何を確認し、何が不足していたかを、回答者が対応できるように入力します。例：台帳に、営業店の集計ツール2件が載っていない。",
        "State what you looked at and what is missing, so that the respondent can act on it. Example: two tools of a branch are not in the register.",
    ),
    "assess.prompt.comment": (
        "評価の補足（複数行可。空の行で終わり、? 説明）",
        "Reviewer's note (any number of lines; an empty line ends it, ? help)",
    ),
    "assess.help.comment": (
        "記録済みの評価の補足を置き換えます。- だけを入力すると削除します。最初に空の行を入力すると変更しません。",
        "It replaces the note of the recorded review. A single - removes it; an empty first line changes nothing.",
    ),
    "assess.as.level_first": (
        "先に、評価する段階（同じなら =）を入力してください。",
        "Enter the level first (= to agree).",
    ),
    "assess.as.nothing_to_remove": (
        "この項目に、この評価者の評価はありません。",
        "There is no review by this function here.",
    ),
    "assess.prompt.clear_review": (
        "評価を取り消しますか（y はい／n・Enter 変更しない、? 説明）",
        "Remove the review? (y yes / n or Enter cancel, ? help)",
    ),
    "assess.help.clear_review": (
        "y のときだけ、この評価者の評価を取り消します。自己評価と、ほかの評価者の評価は残ります。z で元に戻せます。",
        "Only y removes the review by this function. The self-rating and the reviews of others stay. z restores it.",
    ),
    "assess.as.removed": (
        "評価を取り消しました：{id}",
        "Review removed: {id}",
    ),
    "assess.as.next_hint": (
        "Enter で次へ（評価があれば、n で評価の補足を入力できます。z で元に戻せます）",
        "Enter goes to the next (n enters the note of a recorded review; z undoes)",
    ),
    "assess.as.note_kept": (
        "評価の補足は前のままです（n で変更、n - で削除）。",
        "The reviewer's note is unchanged (n changes it, n - removes it).",
    ),
    "assess.as.skipped": (
        "{id}は、評価していないか、評価の後に回答が変更されています（u で一覧）。",
        "{id} is still not reviewed, or not since its answer was changed (u lists these).",
    ),
    "assess.as.open": (
        "未評価（評価の後に回答が変更されたものを含む）：{count}件",
        "Not reviewed, or changed since: {count}",
    ),
    "assess.as.differing": (
        "自己評価と異なる段階としたもの：{count}件",
        "At a different level from the self-rating: {count}",
    ),
    "assess.as.not_understood": (
        "「{found}」は認識できませんでした。h で操作の一覧をご覧ください（各項目では、{lowest}～{highest}の段階か = を入力します）。",
        '"{found}" was not recognised. h lists the commands (at a practice, enter a level from {lowest} to {highest}, or =).',
    ),
    "assess.as.end": (
        "選択した項目の最後です。",
        "End of the selected items.",
    ),
    "assess.prompt.review_end": (
        "番号で項目へ移動、b 戻る、v 現在の結果、Enter 終了（? 説明）",
        "Practice number to go there, b back, v figures, Enter quits (? help)",
    ),
    "assess.help.review_end": (
        "項目の番号で移動、b で最後の項目に戻る、/ で検索、u 未評価、r 異なる段階としたもの、v 現在の結果、z 直前の変更を元に戻す、Enter か q で終了します。",
        "Type a practice number to go there; b goes back to the last one; / searches, u lists what is not reviewed, r what differs, v shows the current figures, z undoes the last change; Enter or q quits.",
    ),
    "assess.as.goodbye": (
        "終了しました（選択した項目のうち、評価済み {done}／{of}件）。自己評価との違いは`cssa explain {path}`、表は`cssa report {path} -o report.html`で確認できます。",
        "Finished. Reviewed in the selected items: {done} of {of}. What differs from the self-rating: `cssa explain {path}`, or as a table `cssa report {path} -o report.html`.",
    ),
    "assess.as.command.level": (
        "数字　段階（{lowest}～{highest}）を評価として記録する",
        "number record a level ({lowest}-{highest}) as your review",
    ),
    "assess.as.command.=": (
        "=　　 自己評価と同じ段階とする",
        "=      agree with the self-rating",
    ),
    "assess.as.command.n": (
        "n　　 評価の補足（続けて入力できます。例：n 台帳を確認した）",
        "n      reviewer's note (text may follow: n register checked)",
    ),
    "assess.as.command.x": (
        "x　　 この項目の評価を取り消す（確認します）",
        "x      remove your review of this practice (you are asked first)",
    ),
    "assess.as.command.z": (
        "z　　 直前に保存した変更を元に戻す",
        "z      undo the last saved change",
    ),
    "assess.as.command.next": (
        "Enter 次へ（未評価なら飛ばす）",
        "Enter  next (skips it if it is not reviewed)",
    ),
    "assess.as.command.u": (
        "u　　 未評価の一覧",
        "u      list what is not reviewed",
    ),
    "assess.as.command.k": (
        "k　　 公表された事例",
        "k      published cases",
    ),
    "assess.as.command.r": (
        "r　　 自己評価と異なる段階としたものの一覧",
        "r      list what you rated at a different level",
    ),
    "report.h.reviews": (
        "第2線・第3線（内部監査）の評価",
        "Reviews by the second line and the third (internal audit)",
    ),
    "report.review.second_line": (
        "第2線は、段階で答えた{of}件のうち{reviewed}件を評価しています。自己評価より低いものは{lower}件、高いものは{higher}件です。",
        "The second line has reviewed {reviewed} of {of} {of:answer|answers} with a level: {lower} lower than the self-rating, {higher} higher.",
    ),
    "report.review.audit": (
        "第3線（内部監査）は、段階で答えた{of}件のうち{reviewed}件を評価しています。自己評価より低いものは{lower}件、高いものは{higher}件です。",
        "The third line (internal audit) has reviewed {reviewed} of {of} {of:answer|answers} with a level: {lower} lower than the self-rating, {higher} higher.",
    ),
    "report.review.open": (
        "低い評価のうち{count}件は、評価の後に回答が変更されていません。",
        "After {count} of the lower reviews, the answer has not been changed.",
    ),
    "report.review.aside": (
        "数値は自己評価によります。評価は数値に影響しません。",
        "All figures come from the self-rating; reviews change none of them.",
    ),
    "report.review.differing": (
        "表は、自己評価と異なる評価だけを示しています。",
        "The table lists only the reviews that differ from the self-rating.",
    ),
    "report.review.agrees": (
        "各線の最新の評価に、自己評価と異なるものはありません。",
        "No line's latest review differs from the self-rating.",
    ),
    "report.review.since.unchanged": (
        "評価後の変更なし",
        "unchanged since",
    ),
    "report.review.since.changed": (
        "評価後に変更あり",
        "changed since",
    ),
    "report.review.since.unknown": (
        "－",
        "-",
    ),
    "report.column.own_level": (
        "自己評価",
        "Self-rating",
    ),
    "report.column.second_line": (
        "第2線",
        "Second line",
    ),
    "report.column.audit": (
        "第3線（内部監査）",
        "Third line (internal audit)",
    ),
    "report.column.reviewer": (
        "評価者",
        "Reviewer",
    ),
    "report.column.reviewed_on": (
        "評価した日",
        "Reviewed on",
    ),
    "report.column.review_note": (
        "評価の補足",
        "Reviewer's note",
    ),
    "report.column.since": (
        "評価後の回答",
        "Answer since",
    ),
    "opt.form.as": (
        "第2線（second_line）又は内部監査（audit）が評価を記入する回答票を作成します。--answersが必要です。",
        "Make a form in which the second line or internal audit enters reviews; needs --answers.",
    ),
    "line_review.usage": (
        "--asには--answersが必要で、--split、--short、--campaignと一緒には指定できません。",
        "--as needs --answers, and cannot be combined with --split, --short or --campaign.",
    ),
    "line_review.sheet": (
        "評価",
        "Review",
    ),
    "line_review.title.second_line": (
        "{institution}　第2線の評価",
        "{institution}: review by the second line",
    ),
    "line_review.title.audit": (
        "{institution}　内部監査の評価",
        "{institution}: review by internal audit",
    ),
    "line_review.how": (
        "右の4列に、評価した段階、補足、評価者（部署・役職）、評価した日を記入してください。評価しない行は段階を空欄のままにします。自己評価の欄は変更しても反映しません。",
        "Fill in the four columns on the right: level, note, reviewer (a function) and date. Leave the level empty where you do not review. Changes to the self-rating are not read.",
    ),
    "form.column.line_review_own": (
        "自己評価",
        "Self-rating",
    ),
    "form.column.line_review_others": (
        "ほかの評価",
        "Other reviews",
    ),
    "line_review.points": (
        "満たしている点：{points}",
        "Points covered: {points}",
    ),
    "line_review.nothing": (
        "段階での回答がないため、評価の回答票を作成できません。先に`cssa assess`で回答してください。成熟度を算定しない点検票では作成できません。",
        "There is no answer with a level, so there is nothing to review. Answer with `cssa assess` first. For a checklist that is not scored, no review form can be made.",
    ),
    "line_review.written": (
        "評価の回答票を作成しました：{path}（{count}件）。記入後、`cssa form read`で元の回答ファイルに反映してください。",
        "Wrote the review form to {path} ({count} {count:practice|practices}). Once it is filled in, merge it into the answers with `cssa form read`.",
    ),
    "line_review.found": (
        "第2線・内部監査の評価の回答票であり、点検票に回答する回答票ではありません。評価を元の回答ファイルに反映するときは、評価の回答票だけを指定し、`cssa form read 評価の回答票 -o 元の回答ファイル`を実行してください。",
        "This is a review form of the second line or internal audit, not a form for answering a checklist. To merge reviews into the answers that they were made from, specify review forms only: `cssa form read REVIEW -o ANSWERS`.",
    ),
    "line_review.needs_answers": (
        "評価は、元の回答ファイル（YAML又はJSON）にだけ反映できます。-oで指定してください。",
        "Reviews can only be merged into the answers (YAML or JSON) that they were made from. Specify them with -o.",
    ),
    "line_review.none": (
        "評価の回答票ではないか、隠れた列がなくなっています。`cssa form new --as`で作成し直してください。",
        "This is not a review form, or its hidden columns are gone. Make it again with `cssa form new --as`.",
    ),
    "line_review.row_lost": (
        "この行がどの対応事項か分かりません。行を元に戻すか、回答票を作成し直してください。",
        "It is not clear which practice this row is about. Restore the row, or make the form again.",
    ),
    "line_review.row_twice": (
        "{practice}の行が2つあります。1つにしてください。",
        "{practice} has two rows. Keep one.",
    ),
    "line_review.other_answers": (
        "別の機関、別の点検票若しくは版、又は別の線（第2線・内部監査）の回答票です（{found}。反映先は{expected}）。",
        "This form is for another institution, checklist, version or line (form: {found}; expected: {expected}).",
    ),
    "line_review.conflict": (
        "評価が双方で異なります。回答票：{form} ／ 回答ファイル：{file}（{there}）。",
        "The reviews differ. Form: {form} | answers: {file} ({there}).",
    ),
    "line_review.conflicts": (
        "次の回答票の評価は、{path}に書き込んでいません。評価が双方で異なる箇所（{count}か所）を確認し、--take form又は--take fileを指定してください。",
        "The reviews in the form named below were not written to {path}. Check the {count} {count:difference|differences} between form and answers, and specify --take form or --take file.",
    ),
    "line_review.altered": (
        "回答票で自己評価の欄が書き換えられていますが、反映していません：{places}",
        "The self-rating was altered in the form; the changes were not merged: {places}",
    ),
    "line_review.kept": (
        "回答票の発行後に回答ファイルで変更又は削除された評価は、回答ファイルのままとしました：{practices}",
        "Reviews changed or removed in the answers after the form was made are left as they are in the answers: {practices}",
    ),
    "line_review.emptied": (
        "回答票で空欄にされた評価は、回答ファイルでは変更していません：{practices}",
        "Reviews that are empty in the form are left as they are in the answers: {practices}",
    ),
    "line_review.gone": (
        "段階での回答がなくなったため、評価を反映していません：{practices}",
        "Not merged, as there is no longer an answer with a level: {practices}",
    ),
    "line_review.changed_since": (
        "回答票の発行後に回答が変更されています。改めて評価してください：{practices}",
        "The answers to these were changed after the form was made; review them again: {practices}",
    ),
    "line_review.merged": (
        "評価{count}件を反映しました：{path}",
        "Merged {count} {count:review|reviews} into {path}",
    ),
    "line_review.unchanged": (
        "反映する評価はありません：{path}",
        "There is no review to merge into {path}",
    ),
}
