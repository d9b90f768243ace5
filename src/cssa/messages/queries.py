"""Messages: query letters, reply forms and cases of the regulator's batch."""

MESSAGES = {
    "batch.query.subject": (
        "{title}　ご回答についての照会",
        "{title}: questions on your answers",
    ),
    "batch.query.ask": (
        "ご提出いただいた回答について、次の点を確認させてください。お手数ですが、添付の返信票（{form}）にご記入のうえ、期限までにご返信くださいますようお願いいたします。",
        "Thank you for your submission. We have the following questions on your answers. Please complete the enclosed reply form ({form}) and return it by the due date.",
    ),
    "batch.query.due": (
        "ご返信期限：{date}",
        "Please reply by: {date}",
    ),
    "batch.query.given": (
        "ご回答：{given}",
        "Your answer: {given}",
    ),
    "batch.query.how": (
        "・段階を訂正される場合は、返信票の「訂正後の段階」を選択し、「ご返信」に訂正の理由をご記入ください。この場合、回答票の再提出は不要です。",
        '- To correct a level, please choose it under "Corrected level" in the reply form and give the reason under "Reply". In that case there is no need to submit the form again.',
    ),
    "batch.query.how_form": (
        "・返信票の「訂正後の段階」を選択できない事項（回答全体に関するものなど）を訂正される場合は、訂正した回答票もご提出ください。",
        "- Where the reply form offers no level to choose, such as for your submission as a whole, please also submit a corrected form if anything is to be corrected.",
    ),
    "batch.query.no_judgement": (
        "・この照会は、回答の誤りを示すものでも、対応の評価でもありません。",
        "- These questions do not mean that an answer is wrong, and they are not an assessment.",
    ),
    "batch.query.record": (
        "照会の記録として読み取れません。バックアップから復元してください。",
        "The record of the query letters cannot be read. Restore the file from a backup.",
    ),
    "batch.query.never_run": (
        "`cssa batch run`の結果がありません。先に`cssa batch run PATH… -o OUT`を実行してから照会してください。",
        "There is no result of `cssa batch run` here. Run `cssa batch run PATH… -o OUT` first, then send queries.",
    ),
    "batch.query.run_again": (
        "最後の実行が完了していないか、その後にプログラムの版や使用するデータが変わっています。`cssa batch run`をもう一度実行してから照会してください。",
        "The last run did not finish, or the program's version or the data it uses has changed since. Run `cssa batch run` again, then send queries.",
    ),
    "batch.query.review_waiting": (
        "private/のreview.xlsx又はnotes.xlsxに、まだ読み取っていない記入があります。`cssa batch run`をもう一度実行してから照会してください。",
        "review.xlsx or notes.xlsx in private/ has entries that have not been read yet. Run `cssa batch run` again, then send queries.",
    ),
    "batch.query.before_last": (
        "照会日（--on {on}）が、前回の照会日（{last}）より前です。",
        "The date of the letters (--on {on}) is before that of the last ones ({last}).",
    ),
    "batch.query.due_before": (
        "返信期限（--due {due}）が、照会日（{on}）より前です。",
        "The due date (--due {due}) is before the date of the letters ({on}).",
    ),
    "batch.query.nothing": (
        "照会する事項はありません。返信のない事項は、--againを指定した場合に限り、もう一度照会します。",
        "There is nothing to ask. What has had no reply is asked again only with --again.",
    ),
    "batch.query.done": (
        "{count}機関への照会文と返信票を{path}に出力しました（照会事項 {questions}件、返信期限 {due}）。",
        "Wrote query letters and reply forms for {count} {count:institution|institutions} to {path} ({questions} {questions:question|questions}; replies by {due}).",
    ),
    "batch.query.open.mail": (
        "{path}  メールの一覧（宛先、件名、本文、添付ファイル）",
        "{path}  list of e-mails (recipient, subject, text, attachment)",
    ),
    "batch.query.next": (
        "届いた返信票は、回答票と同じフォルダーに置いて、もう一度`cssa batch run`を実行してください。",
        "Put the reply forms received into the folder of the forms, and run `cssa batch run` again.",
    ),
    "batch.phase.query": ("照会事項の確認", "Checking for questions"),
    "batch.added.institution": (
        "追加の行の機関ID「{institution}」は、対象の機関のものではありません。名簿があれば名簿の機関ID、なければ提出された回答票の機関IDを記入してください。",
        'The row that was added is about institution "{institution}", which is not expected in this campaign. Enter an ID on the roster or, where there is no roster, the ID in a form that was received.',
    ),
    "batch.added.nothing_filed": (
        "追加の行の機関「{institution}」には、採用した回答票がありません。回答票を受け付けてから照会してください。",
        'The row that was added is about institution "{institution}", for which no form is in use. Ask about its answers once a form is accepted.',
    ),
    "batch.added.practice": (
        "追加の行の番号「{practice}」は、この実施回で尋ねている対応事項のものではありません。尋ねている対応事項の番号（全体については「全体」）を記入してください。",
        'The row that was added is about "{practice}", which is not among the practices that this campaign asks. Enter the number of one of these ("Whole" for the submission as a whole).',
    ),
    "batch.identity.reply": (
        "機関「{other}」への照会文に添付した返信票です（記載された機関IDは{id}）。",
        "This reply form was enclosed in a letter to institution {other}; the ID in it is {id}.",
    ),
    "batch.reply.unknown": (
        "送付した照会の記録にない返信票です（別のフォルダーでの照会、又は記録の復元前の照会など）。内容を確認し、必要な事項をreview.xlsxに記入したうえで、受付一覧の「採否」（decision）に「不採用」（leave）と記入してください。",
        "No query letter on record here belongs to this reply form (the letter may have been sent from another folder, or before the record was restored). Check it, enter what is needed into review.xlsx, and enter under decision in the list of receipts: leave (it is not used).",
    ),
    "batch.removal.large": (
        "受け付けていた{of_institutions}機関のうち{institutions}機関、回答{of_answers}件のうち{answers}件がなくなります（{most}%を超えるときは実行しません）。何も書き出していません。",
        "This run would remove {institutions} of the {of_institutions} {of_institutions:institution|institutions} with an accepted form and {answers} of their {of_answers} answers (a run that would remove more than {most}% is stopped). Nothing was written.",
    ),
    "batch.removal.institution": (
        "{name}（{institution}）：受け付けた回答票がなくなります（回答{count}件）。",
        "{name} ({institution}) would have no accepted form ({count} {count:answer|answers}).",
    ),
    "batch.removal.some": (
        "{name}（{institution}）：回答が{count}件なくなります。",
        "{name} ({institution}) would lose {count} {count:answer|answers}.",
    ),
    "batch.removal.more": (
        "ほか{count}機関",
        "And {count} more {count:institution|institutions}.",
    ),
    "batch.removal.accept": (
        "フォルダー、名簿、受付一覧、点検票の指定を確認してください。意図したものであれば、`--accept-removal 理由`を指定して実行してください。",
        "Check the folder of the forms, the roster, the list of receipts and the checklist. If the removal is intended, run the command with --accept-removal REASON.",
    ),
    "batch.ledger.removal": (
        "受け付けていた{institutions}機関、回答{answers}件がなくなることを認めた理由：{reason}",
        "Accepted removal of {institutions} {institutions:institution|institutions} and {answers} {answers:answer|answers}, because: {reason}",
    ),
    "batch.summary.questions": (
        "照会：返信なし {open}件、返信あり（確認待ち） {answered}件",
        "Query letters: {open} {open:question|questions} without a reply, {answered} with a reply to be settled",
    ),
    "batch.summary.approval": (
        "承認を待っている訂正 {count}件（例：{first}）。review.xlsxの「訂正の承認者」に、担当者とは別の者を記入する必要があります",
        '{count} {count:correction waits|corrections wait} for approval (first: {first}): enter somebody other than the proposer under "Correction approved by" in review.xlsx',
    ),
    "reply.title": (
        "返信票",
        "Reply form",
    ),
    "reply.sheet": (
        "返信票",
        "Reply form",
    ),
    "reply.institution": (
        "機関",
        "Institution",
    ),
    "reply.how": (
        "青と緑の見出しの列にご記入のうえ、{date}までにご返信ください。訂正がない場合、「訂正後の段階」は空欄のままで構いません。",
        'Please fill in the columns with blue and green headings and return the form by {date}. Leave "Corrected level" blank where nothing is to be corrected.',
    ),
    "reply.whole": (
        "回答全体",
        "Your submission as a whole",
    ),
    "reply.lost": (
        "返信票に必要な情報が失われているため、どの照会への返信か特定できません。お送りした返信票にご記入ください。",
        "Information that the reply form needs has been lost, so the letter that it belongs to is not known. Please use the reply form that we sent.",
    ),
    "reply.rows": (
        "返信票の行が削除されているか、追加されています。お送りした返信票の行をすべて残してご返信ください。",
        "Rows of the reply form were removed or added. Please return it with all of its rows.",
    ),
    "reply.altered": (
        "照会事項又はご回答の表示が、送付時と異なります。",
        "What the row shows is not what was sent.",
    ),
    "reply.level": (
        "「{found}」は訂正後の段階として読み取れません。次のいずれかを選択してください：{levels}。",
        '"{found}" is not a level that the answer can be corrected to. Choose one of: {levels}.',
    ),
    "reply.no_level": (
        "この照会事項は、段階では訂正できません。段階を削除して内容を「ご返信」に記入し、訂正した回答票も提出してください。",
        'What this row asks about cannot be corrected with a level. Remove the level, enter the correction under "Reply", and submit a corrected form as well.',
    ),
    "reply.too_long": (
        "記入が{count}文字あります（{limit}文字まで）。要点を記入し、詳細は別の資料の名称でお示しください。",
        "The entry has {count} {count:character|characters} (at most {limit}). Enter the main points, and name a document for the details.",
    ),
    "reply.nothing": (
        "返信票の「ご返信」、「訂正後の段階」、「根拠となる資料（名称・日付）」のいずれにも記入がありません。ご記入のうえ、ご返信ください。",
        'Nothing is entered under "Reply", "Corrected level" or "Document (name, date)" in the reply form. Please complete it and return it.',
    ),
}
