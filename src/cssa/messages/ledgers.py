"""Messages: the ledger: states, marks, columns, and why a file counts or does not."""

MESSAGES = {
    "batch.state.accepted": (
        "受付",
        "Accepted",
    ),
    "batch.state.accepted_with_warnings": (
        "受付（確認事項あり）",
        "Accepted, with warnings",
    ),
    "batch.state.late": (
        "期限後に受付",
        "Late",
    ),
    "batch.state.returned": (
        "差戻し",
        "Returned",
    ),
    "batch.state.waiting_password": (
        "パスワード待ち",
        "Waiting for password",
    ),
    "batch.state.wrong_edition": (
        "別の版・実施回",
        "Wrong version or campaign",
    ),
    "batch.state.refused": (
        "読取不可",
        "Refused",
    ),
    "batch.state.not_read": (
        "未確認（開けないものあり）",
        "Unconfirmed (unread files)",
    ),
    "batch.state.reply": (
        "照会への返信",
        "Reply to a query",
    ),
    "batch.state.other_document": (
        "その他の文書",
        "Other document",
    ),
    "batch.state.duplicate": (
        "重複",
        "Duplicate",
    ),
    "batch.state.superseded": (
        "差替え済み",
        "Superseded",
    ),
    "batch.state.held": (
        "判断待ち",
        "Held",
    ),
    "batch.state.not_on_roster": (
        "名簿にない",
        "Not on the roster",
    ),
    "batch.state.withdrawn": (
        "取下げ",
        "Withdrawn",
    ),
    "batch.state.merged": (
        "統合",
        "Merged",
    ),
    "batch.state.missing": (
        "未提出",
        "Missing",
    ),
    "batch.mark.extended": (
        "延長期限内",
        "within its extension",
    ),
    "batch.mark.extension_unexplained": (
        "延長の理由又は承認者の記録がない",
        "extension without a recorded reason or approver",
    ),
    "batch.mark.extended_beyond_cut_off": (
        "延長期限が集計の締切より後（締切より後に届いた場合は還元資料のみ）",
        "extended beyond the cut-off (if received after it, feedback report only)",
    ),
    "batch.mark.by_name": (
        "ファイル名から機関を推定",
        "institution identified from the file name only",
    ),
    "batch.mark.by_number": (
        "回答票の番号から機関を特定",
        "institution identified from the form number only",
    ),
    "batch.mark.by_sender": (
        "送信者のアドレスから機関を推定",
        "institution identified from the sender's address only",
    ),
    "batch.mark.mail_received": (
        "受付日時は受信サーバーの記録",
        "time of receipt as recorded by the mail server",
    ),
    "batch.mark.mail_date": (
        "受付日時はメールの日付（送信者側の記録）",
        "time of receipt as stated by the sender (Date)",
    ),
    "batch.mark.mail_without_form": (
        "メールを受信しているが、回答票が添付されていない",
        "e-mail received, but no form attached",
    ),
    "batch.mark.unlocked": (
        "パスワードの一覧により開いたもの",
        "opened with a password from the list",
    ),
    "batch.mark.combined_parts": (
        "部署ごとの回答票を合わせて採用",
        "forms of several departments combined",
    ),
    "batch.mark.newer_file": (
        "より新しいファイルが未処理",
        "a later file is still pending",
    ),
    "batch.mark.no_receipt": (
        "受付一覧になし",
        "not in the list of receipts",
    ),
    "batch.mark.nothing_answered": (
        "回答の記入がなく、未提出と同じ取扱い",
        "nothing answered; treated as missing",
    ),
    "batch.mark.identity": (
        "どの機関のファイルか確認中",
        "identity of the institution to be confirmed",
    ),
    "batch.mark.contradicting_file": (
        "この機関IDの別のファイルについて、どの機関のものか確認中",
        "another file with this ID is held until its institution is confirmed",
    ),
    "batch.mark.suggested_file": (
        "別の機関IDで、又は機関IDなしで提出されたファイルが、この機関のものである可能性",
        "a file with another ID, or without one, may belong to this institution",
    ),
    "batch.statistics.yes": (
        "含む",
        "Yes",
    ),
    "batch.statistics.none": (
        "含まない",
        "No",
    ),
    "batch.statistics.cut_off": (
        "含まない（締切後。還元資料のみ）",
        "No (after the cut-off; feedback report only)",
    ),
    "batch.statistics.coverage": (
        "含まない（回答率）",
        "No (share answered)",
    ),
    "batch.statistics.nothing": (
        "含まない（算定対象なし）",
        "No (nothing to score)",
    ),
    "batch.statistics.published": (
        "含まない（公表後）",
        "No (after publication)",
    ),
    "batch.table.files": (
        "ファイル",
        "Files",
    ),
    "batch.table.institutions": (
        "機関",
        "Institutions",
    ),
    "batch.column.state": (
        "状態",
        "State",
    ),
    "batch.column.institution": (
        "機関ID",
        "Institution ID",
    ),
    "batch.column.name": (
        "名称",
        "Name",
    ),
    "batch.column.sector": (
        "業態",
        "Sub-sector",
    ),
    "batch.column.bureau": (
        "財務局",
        "Bureau",
    ),
    "batch.column.route": (
        "提出経路",
        "Route",
    ),
    "batch.column.path": (
        "ファイル",
        "File",
    ),
    "batch.column.reasons": (
        "理由",
        "Reasons",
    ),
    "batch.column.marks": (
        "備考",
        "Remarks",
    ),
    "batch.column.received_at": (
        "受付日時",
        "Received at",
    ),
    "batch.column.channel": (
        "受付方法",
        "Channel",
    ),
    "batch.channel.mail": (
        "メール",
        "e-mail",
    ),
    "batch.column.sender": (
        "送付者",
        "Sender",
    ),
    "batch.column.version": (
        "版",
        "Version",
    ),
    "batch.column.form_number": (
        "回答票の番号",
        "Form number",
    ),
    "batch.column.sha256": (
        "ハッシュ値（SHA-256）",
        "SHA-256",
    ),
    "batch.column.extended_to": (
        "延長期限",
        "Extended to",
    ),
    "batch.column.extension_reason": (
        "延長の理由",
        "Extension reason",
    ),
    "batch.column.extension_approved_by": (
        "延長の承認者",
        "Extension approved by",
    ),
    "batch.column.merged_into": (
        "統合先",
        "Merged into",
    ),
    "batch.column.coverage": (
        "回答率（%）",
        "Answered (%)",
    ),
    "batch.column.unchanged": (
        "前回と同じ回答",
        "Same as last time",
    ),
    "batch.column.statistics": (
        "集計",
        "In statistics",
    ),
    "batch.other_checklist": (
        "別の点検票への回答です（{found}。今回は{wanted}）。",
        "The answers are for another checklist ({found}; this campaign uses {wanted}).",
    ),
    "batch.other_campaign": (
        "別の実施回のファイルです（{found}。今回は{wanted}）。",
        "This file is of another campaign ({found}; this one is {wanted}).",
    ),
    "batch.part_blank": (
        "部署ごとの回答票で、回答が1件も記入されていません。この部署に尋ねた対応事項は、未回答として取り扱っています。",
        "This is the form of one department, and nothing in it is answered. The practices that it asks count as unanswered.",
    ),
    "batch.parts_incomplete": (
        "部署ごとの回答票です。読み取れた回答票のいずれでも尋ねていない対応事項のうち、未回答のものが{count}件あります（{practices}）。残りの部署の分が届くと、合わせて1つの回答とします。届いた分だけを採用する場合は、受付一覧のこのファイルの行の「採否」（decision）に「合わせて採用」（merge）を記入してください。",
        "This is the form of one department. {count} {count:practice is|practices are} unanswered and asked in none of the departments' forms that could be read ({practices}). Once the other departments' forms arrive, all are combined into one set of answers. To use only what has arrived, enter under decision in this file's line in the list of receipts: merge.",
    ),
    "batch.other_institution": (
        "回答票の機関IDは{found}で、受付一覧の対象機関と異なります。受付一覧に従います。",
        "The institution ID in the form is {found}; the list of receipts states another institution, which is used.",
    ),
    "batch.nothing_answered": (
        "この実施回で尋ねた対応事項への回答が1件も記入されていません。記入した回答票の提出を依頼してください。",
        "None of the practices that the campaign asks is answered. Ask for the completed form.",
    ),
    "batch.not_on_roster": (
        "機関ID「{id}」は名簿にありません。",
        "Institution {id} is not on the roster.",
    ),
    "batch.suggested.number": (
        "この回答票は、名簿の「{name}」（{id}）に送付したものです。この機関のファイルではありませんか。",
        "The form was issued to {name} ({id}) on the roster. Did the sender mean this ID?",
    ),
    "batch.suggested.name": (
        "名称は、名簿の「{name}」（{id}）と一致します。この機関のファイルではありませんか。",
        "The name matches {name} ({id}) on the roster. Did the sender mean this ID?",
    ),
    "batch.suggested.sender": (
        "送信者のアドレスは、名簿では「{name}」（{id}）のものです。この機関のファイルではありませんか。",
        "On the roster, the sender's address belongs to {name} ({id}). Did the sender mean this ID?",
    ),
    "batch.suggested.id": (
        "名簿の「{name}」の機関ID {id}との違いは、1桁の誤り若しくは過不足、又は隣り合う2桁の入れ替わりだけです。この機関のファイルではありませんか。",
        "The ID differs from that of {name} ({id}) on the roster only by one digit that is wrong, missing or added, or by two adjacent digits swapped. Did the sender mean this ID?",
    ),
    "batch.suggested.file_name": (
        "ファイル名に、名簿の「{name}」の機関ID {id}があります。この機関のファイルではありませんか。",
        "The file name contains the ID of {name} ({id}) on the roster. Did the sender mean this ID?",
    ),
    "batch.identity.number": (
        "回答票の番号{number}は「{name}」（{other}）に送付したものですが、中の機関IDは{id}です。",
        "The form number {number} was issued to {name} ({other}); the ID in the file is {id}.",
    ),
    "batch.unknown_number": (
        "回答票の番号{number}は、この実施回で名簿の機関に送付したものではありません。",
        "The form number {number} was not issued to any institution on the roster in this campaign.",
    ),
    "batch.identity.name": (
        "名称が「{found}」です。名簿では、機関ID {id}は「{wanted}」です。",
        "The name is {found}. On the roster, the ID {id} belongs to {wanted}.",
    ),
    "batch.identity.sector": (
        "業態が「{found}」です。名簿では、機関ID {id}の業態は「{wanted}」です。",
        "The sub-sector is {found}. On the roster, the sub-sector of {id} is {wanted}.",
    ),
    "batch.identity.file_name": (
        "ファイル名には「{name}」の機関ID {other}がありますが、中の機関IDは{id}です。",
        "The file name contains {other}, the ID of {name}; the ID in the file is {id}.",
    ),
    "batch.identity.sender": (
        "送信者のアドレスは、名簿では「{name}」（{other}）のものですが、中の機関IDは{id}です。",
        "On the roster, the sender's address belongs to {name} ({other}); the ID in the file is {id}.",
    ),
    "batch.identity.other_file.name": (
        "名称が「{found}」です。同じ機関IDの{other}では「{wanted}」です。",
        "The name is {found}. In {other}, which has the same ID, it is {wanted}.",
    ),
    "batch.identity.other_file.sector": (
        "業態が「{found}」です。同じ機関IDの{other}では「{wanted}」です。",
        "The sub-sector is {found}. In {other}, which has the same ID, it is {wanted}.",
    ),
    "batch.identity.other_file.licence": (
        "免許・登録が「{found}」です。同じ機関IDの{other}では「{wanted}」です。",
        "The licence is {found}. In {other}, which has the same ID, it is {wanted}.",
    ),
    "batch.identity.decide": (
        "どの機関のものか確定するまで、このファイルは使用しません。提出者に確認し、受付一覧のこのファイルの行（なければ追加）の「対象機関」（institutions）にその機関のIDを記入して、もう一度実行してください。その機関の別のファイルもあるときは、版も記入してください。",
        "The file is not used until its institution is confirmed. Check with the sender, enter the institution's ID under institutions in this file's line in the list of receipts (add the line if there is none), and run the command again. If the institution has another file too, enter a version as well.",
    ),
    "batch.no_receipt": (
        "受付一覧にこのファイルの行がないため、期限までに届いたものとして取り扱っています。受付日時を確認して行を追加し、もう一度実行してください。",
        "The list of receipts has no line for this file, so it is treated as received in time. Check when it was received, add the line, and run the command again.",
    ),
    "batch.receipt_unclear": (
        "受付一覧のどの行がこのファイルのものか特定できないため（候補の行：{lines}）、期限までに届いたものとして取り扱っています。該当する行の「ファイル」（path）を、このファイルまでのフォルダーを含めて記入し、もう一度実行してください。",
        "It is not clear which line of the list of receipts belongs to this file, as more than one file or line matches ({lines}), so it is treated as received in time. Include the folders that lead to this file in the path of that line, and run the command again.",
    ),
    "batch.receipt_unclear.mail": (
        "受付一覧のどの行がこのファイルのものか特定できないため（候補の行：{lines}）、メールの日時と送信者により取り扱っています。該当する行の「ファイル」（path）を、このファイルまでのフォルダーを含めて記入し、もう一度実行してください。",
        "It is not clear which line of the list of receipts belongs to this file, as more than one file or line matches ({lines}), so the time and sender of the e-mail are used. Include the folders that lead to this file in the path of that line, and run the command again.",
    ),
    "batch.receipt_elsewhere": (
        "受付一覧の「{path}」の行は、途中のフォルダーが異なりますが、パスの末尾が一致するため、このファイルのものとしました。確認してください。",
        'The line "{path}" of the list of receipts was matched to this file because the ends of the paths are the same, although folders differ. Check that it is this file\'s.',
    ),
    "batch.receipts_of_one_name": (
        "受付一覧にこのファイルの行が{count}行あり（最初の受付は{first}）、最も新しい行を適用しました。先に届いたファイルは、同じ名前で上書きされた可能性があります。提出ごとにフォルダーを分けて保管してください。",
        "The list of receipts has {count} {count:line|lines} for this file (first received {first}); the latest one applies. A file received earlier may have been overwritten by one with the same name. Keep each delivery in a separate folder.",
    ),
    "batch.withdrawn": (
        "名簿で取下げになっている機関です。",
        "On the roster, this institution is withdrawn.",
    ),
    "batch.merged": (
        "名簿で{other}に統合された機関です。",
        "On the roster, this institution is merged into {other}.",
    ),
    "batch.duplicate": (
        "{other}と同じ内容です。",
        "The content is the same as that of {other}.",
    ),
    "batch.superseded": (
        "{other}に差し替えられています。",
        "{other} has replaced it.",
    ),
    "batch.held": (
        "内容の異なるファイルがあり（{others}）、どれが最新か特定できません。受付一覧に、版又は採否を記入してください。",
        "It differs from {others}, and the latest one cannot be determined. Enter versions or a decision in the list of receipts.",
    ),
    "batch.held.missing": (
        "{others}で回答されている対応事項のうち{count}件が、このファイルでは空欄です（{practices}）。",
        "{count} {count:practice is|practices are} answered in {others} and blank here ({practices}).",
    ),
    "batch.held.parts_differ": (
        "部署ごとの回答票で、{other}と異なる記入が{count}件あります（{practices}）。どちらが正しいか提出者に確認し、修正した回答票の再提出を依頼するか、受付一覧の「採否」（decision）に「合わせて採用」（merge：このファイルの回答で更新する）又は「不採用」（leave）を記入して、もう一度実行してください。",
        "This is the form of one department, and {count} {count:entry differs|entries differ} from {other} ({practices}). Check with the sender which is right, then ask for a corrected form, or enter under decision in the list of receipts: merge (this file's answers replace the other's) or leave (it is not used), and run the command again.",
    ),
    "batch.held.part_waits": (
        "部署ごとの回答票で、この機関の別の部署の分について判断を待っています。",
        "This is the form of one department, and a decision on another department's form of this institution is pending.",
    ),
    "batch.held.none_counts": (
        "どちらかだけでは回答がそろわないため、採否が決まるまで、どちらのファイルも使用しません。提出者に確認し、受付一覧で、後のファイルの行の「採否」（decision）に、「合わせて採用」（merge：空欄は前のファイルの回答で補う）、「採用」（take：このファイルだけを採用する）又は「不採用」（leave）を記入して、もう一度実行してください。",
        "Neither file is complete without the other, so neither is used until you decide. Check with the sender, then enter under decision in the later file's line in the list of receipts: merge (its blanks are filled from the earlier file), take (only this file is used) or leave (it is not used), and run the command again.",
    ),
    "batch.held.earlier_counts": (
        "採否が決まるまで、前のファイルの回答を使用します。提出者に確認し、受付一覧のこのファイルの行の「採否」（decision）に、「合わせて採用」（merge：空欄は前のファイルの回答で補う）、「採用」（take：このファイルだけを採用する）又は「不採用」（leave）を記入して、もう一度実行してください。",
        "The earlier answers are used until you decide. Check with the sender, then enter under decision in this file's line in the list of receipts: merge (its blanks are filled from the earlier file), take (only this file is used) or leave (it is not used), and run the command again.",
    ),
    "batch.merged_with": (
        "受付一覧の採否により、空欄を{others}の回答で補っています。",
        "Its blanks are filled from {others}, as decided in the list of receipts.",
    ),
    "batch.merged_into": (
        "受付一覧の採否により、{other}の空欄をこのファイルの回答で補っています。",
        "Blanks of {other} are filled from this file, as decided in the list of receipts.",
    ),
    "batch.part_of": (
        "部署ごとの回答票で、{other}と合わせて1つの回答としています。",
        "This is the form of one department; it is combined with {other} into one set of answers.",
    ),
    "batch.left_aside": (
        "受付一覧の採否により、使用しません。",
        "Not used, as decided in the list of receipts.",
    ),
    "batch.sent_again": (
        "より新しい版に差し替えられた{other}と同じ内容です。再び届いても、差替えは取り消しません。この内容に戻す場合は、受付一覧の「採否」（decision）に「採用」（take）と記入してください。",
        "The content is the same as that of {other}, which a later file has replaced; sending it again does not undo that. To go back to this file, enter under decision in the list of receipts: take.",
    ),
    "batch.other_name": (
        "名称「{found}」は、名簿では「{wanted}」です。",
        "The name is {found}; on the roster it is {wanted}.",
    ),
    "batch.other_sector": (
        "業態「{found}」は、名簿では「{wanted}」です。名簿に従います。",
        "The sub-sector is {found}; on the roster it is {wanted}, which is used.",
    ),
    "batch.unasked_answers": (
        "この実施回で尋ねていない対応事項の回答が{count}件ありますが、使用しません（{practices}）。",
        "{count} {count:answer is|answers are} not used, as the campaign does not ask for {count:it|them} ({practices}).",
    ),
    "batch.left_out.coverage": (
        "回答率が下限に満たないため、集計に含めません。",
        "Too few practices are answered for the institution to be included in the statistics.",
    ),
    "batch.left_out.nothing": (
        "算定できる回答がないため、集計に含めません。",
        "There is nothing to score, so the institution is not included in the statistics.",
    ),
    "batch.unconfirmed": (
        "引き継いだまま、確認されていない回答が{count}件あります。回答として使用しますが、照会などで機関に確認してください。",
        "{count} {count:answer is|answers are} carried over and not confirmed. {count:It is|They are} used all the same; ask the institution to confirm {count:it|them}.",
    ),
    "batch.ledger.title": (
        "受付管理簿",
        "Ledger",
    ),
    "batch.ledger.files": (
        "ファイル {found}件（複数の機関のものは機関ごとに数えて{count}件）。",
        "{found} {found:file|files} ({count} when a file for several institutions is counted once for each).",
    ),
    "batch.ledger.files_only": (
        "ファイル {count}件。",
        "{count} {count:file|files}.",
    ),
    "batch.ledger.institutions": (
        "対象 {count}機関（ファイル {found}件）。",
        "{count} {count:institution|institutions} expected ({found} {found:file|files}).",
    ),
    "batch.ledger.count": (
        "{state} {count}",
        "{state}: {count}",
    ),
    "batch.correction_kind": (
        "{practice}は、段階{level}になる回答が1つに定まらないため、段階では訂正できません。この行の記入を削除してもう一度実行し、訂正した回答票の再提出を機関に依頼してください。",
        "Level {level} does not determine the answer to {practice}, so it cannot be corrected by level. Clear the entries of this row, run the command again, and ask the institution for a corrected form.",
    ),
    "batch.correction_institution": (
        "機関ID「{institution}」の行ですが、今回の対象の機関（名簿の機関。名簿がない場合は、回答票を提出した機関）ではありません。今回の対象でなくなった機関であれば、この行の記入を削除してもう一度実行してください。",
        'The row is about institution "{institution}", which is not expected in this campaign: it is not on the roster or, without a roster, no form is filed for it. If it is no longer part of the campaign, clear the entries of this row and run the command again.',
    ),
    "batch.correction_practice": (
        "番号「{practice}」の行ですが、点検票にない対応事項か、この実施回で尋ねていない対応事項です。この行の記入を削除するか、尋ねる区分（campaign.yamlのtiers）を見直して、もう一度実行してください。",
        'The row is about practice "{practice}", which is not in the checklist, or not asked by this campaign. Clear the entries of this row, or change the tiers in campaign.yaml, and run the command again.',
    ),
}
