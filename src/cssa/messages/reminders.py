"""Messages: letters that remind institutions or confirm receipt, and the summary of a day's."""

MESSAGES = {
    "help.batch.remind": (
        "最後の`cssa batch run`の結果から、機関ごとの依頼文（ご提出、再送、修正のお願い）と受領の連絡文を作成します。回答票は読み取り直しません。",
        "Write a letter to each institution from the last `cssa batch run`: a request to submit, to send again or to correct, or a confirmation of receipt. The forms are not read again.",
    ),
    "opt.batch.on": (
        "文書と記録に示す日付（例：2026-12-01）。省略時は今日。",
        "Date on documents and in the log, such as 2026-12-01 (default: today).",
    ),
    "opt.remind.output": (
        "依頼文を出力するフォルダー。省略時はOUT/reminders/日付。",
        "Folder for the letters (default: OUT/reminders/DATE).",
    ),
    "opt.remind.eml": (
        "メールの下書き（.eml）も作成します。",
        "Also write drafts of the e-mails (.eml).",
    ),
    "batch.day_in_future": (
        "--on {on}が今日（{today}）より後です。その日以後に実行してください。",
        "--on {on} is later than today ({today}). Run this on that date or later.",
    ),
    "batch.within_out": (
        "{out}そのもの、又はその中で実行のたびに作成し直すフォルダーです。別のフォルダーを指定してください。",
        "This is {out} itself, or a folder in it that every run writes again. Specify another folder.",
    ),
    "batch.sending_changed": (
        "作成した後で変更されているか、このコマンドで作成したものではないため、上書きしません。ファイルを移すか、別のフォルダーを指定してください。",
        "Not overwritten: the file was changed after it was written, or was not written by this command. Move it, or specify another folder.",
    ),
    "batch.log_unreadable": (
        "送付の記録として読み取れません。バックアップから復元してください。",
        "This line of the log cannot be read. Restore the file from a backup.",
    ),
    "batch.phase.reopen": (
        "最後の実行のファイルの確認",
        "Checking the files of the last run",
    ),
    "batch.remind.never_run": (
        "`cssa batch run`の結果がありません。先に`cssa batch run PATH… -o OUT`を実行してください。",
        "There is no result of `cssa batch run` here. Run `cssa batch run PATH… -o OUT` first.",
    ),
    "batch.remind.run_again": (
        "最後の実行が完了していないか、その後にプログラムの版や使用するデータが変わっています。`cssa batch run`をもう一度実行してから、依頼文を作成してください。",
        "The last run did not finish, or the program's version or the data it uses has changed since. Run `cssa batch run` again before writing letters.",
    ),
    "batch.remind.title.submit": ("ご提出のお願い", "Request to submit the form"),
    "batch.remind.title.receipt": ("受領のご連絡", "Confirmation of receipt"),
    "batch.remind.title.route": ("提出状況のご連絡", "Status of submissions"),
    "batch.remind.subject": ("{campaign}　{title}", "{campaign}: {title}"),
    "batch.remind.ask.submit": (
        "標記の件について、現時点で貴機関の回答票を確認できておりません。お手数ですが、ご提出くださいますようお願いいたします。行き違いで既にご提出いただいている場合は、ご容赦ください。",
        "We have not yet received your form. Please complete and submit it. If you have submitted it in the meantime, please disregard this letter.",
    ),
    "batch.remind.ask.no_form": (
        "標記の件について、貴機関からメールをいただいておりますが、読み取ることのできる回答票は添付されておりませんでした（PDFや画像からは、回答を読み取ることができません）。お手数ですが、記入した回答票のファイルそのものをご提出くださいますようお願いいたします。行き違いで既にご提出いただいている場合は、ご容赦ください。",
        "We have received e-mail from your institution, but no form that can be read was attached (answers cannot be read from a PDF or a picture). Please submit the file of the completed form itself. If you have submitted it in the meantime, please disregard this letter.",
    ),
    "batch.remind.ask.empty": (
        "ご送付ありがとうございます。お送りいただいた回答票には、回答の記入がありませんでした。お手数ですが、ご記入のうえ、ご提出くださいますようお願いいたします。",
        "Thank you for your message. The form that you sent has no answers. Please complete it and submit it.",
    ),
    "batch.remind.ask.receipt": (
        "ご提出ありがとうございます。次の回答票を受領しましたので、ご連絡いたします。",
        "Thank you for your submission. We confirm receipt of the form below.",
    ),
    "batch.remind.ask.route": (
        "貴機関を経由する機関の提出状況を、下記のとおりご連絡いたします。ご対応をお願いする機関へのお声掛けに、ご協力をお願いいたします。",
        "The list below shows where the submissions of your institutions stand. We would appreciate it if you could contact those that have to act.",
    ),
    "batch.remind.ask.route_informed": (
        "貴機関を経由する機関の提出状況を、下記のとおりご連絡いたします。ご協力ありがとうございます。",
        "The list below shows where the submissions of your institutions stand. Thank you for your help.",
    ),
    "batch.remind.overdue": (
        "ご提出期限を過ぎています。お早めにご対応くださいますようお願いいたします。",
        "The deadline has passed. Please act as soon as possible.",
    ),
    "batch.remind.received_late": (
        "ご提出期限の後に受領しています。",
        "The form was received after the deadline.",
    ),
    "batch.remind.received_after_cut_off": (
        "集計の締切又は公表の後に受け付けたため、集計には含めませんが、貴機関の還元資料は作成いたします。",
        "The form was accepted after the cut-off or the publication of the statistics, so it is not included in them. Your institution will still receive a feedback report.",
    ),
    "batch.remind.may_ask": (
        "ご回答の内容について、後日お問い合わせすることがあります。ご提出いただいたファイルは、お手元にも保管してください。",
        "We may contact you with questions about the answers. Please keep a copy of the file that you submitted.",
    ),
    "batch.remind.route.submit": (
        "ご提出をお願いする機関（{count}）",
        "To submit the form ({count})",
    ),
    "batch.remind.route.correct": (
        "修正をお願いする機関（{count}）",
        "To correct the form ({count})",
    ),
    "batch.remind.route.resend": (
        "再送をお願いする機関（{count}）",
        "To send the form again ({count})",
    ),
    "batch.remind.route.act": (
        "パスワードのご連絡をお願いする機関（{count}）",
        "To give us the password ({count})",
    ),
    "batch.remind.route.waiting": (
        "届いたファイルを当方で確認中のため、提出状況が未確定の機関（{count}。現時点でご対応は不要です）",
        "Status not yet known, as we are still examining files that we received ({count}; no action needed for now)",
    ),
    "batch.remind.route.received": ("受領した機関（{count}）", "Received ({count})"),
    "batch.remind.route.line": ("・{name}（{id}）", "- {name} ({id})"),
    "batch.remind.route.extended": (
        "・{name}（{id}）　延長後の期限：{date}",
        "- {name} ({id}), extended deadline: {date}",
    ),
    "batch.remind.route.beyond": (
        "・{name}（{id}）　延長後の期限：{date}（集計の締切より後に届いた場合は、還元資料のみ）",
        "- {name} ({id}), extended deadline: {date} (after the cut-off: feedback report only)",
    ),
    "batch.remind.pass_on": (
        "添付のファイルを、それぞれの機関へお渡しください。",
        "Please pass each enclosed file on to the institution named:",
    ),
    "batch.remind.pass_on.line": ("・{name}：{files}", "- {name}: {files}"),
    "batch.remind.done": (
        "機関への文書{count}通、経由機関への連絡{routes}通を{path}に作成しました。",
        "Wrote {count} {count:letter|letters} to institutions and {routes} to routes in {path}.",
    ),
    "batch.remind.kind.submit": ("ご提出のお願い", "Requests to submit"),
    "batch.remind.kind.correct": ("修正のお願い", "Requests for corrections"),
    "batch.remind.kind.resend": ("ご提出のお願い（再送）", "Requests to submit the form again"),
    "batch.remind.kind.act": ("ご対応のお願い（パスワード）", "Requests for a password"),
    "batch.remind.kind.receipt": ("受領のご連絡", "Confirmations of receipt"),
    "batch.remind.acknowledged": (
        "以前の日付で受領を連絡済みの機関：{count}",
        "Institutions whose receipt was confirmed on an earlier day: {count}",
    ),
    "batch.remind.waiting": (
        "未処理のファイルがあるため、文書を作成しなかった機関：{count}。受付管理簿の「理由」を確認して対処し、`cssa batch run`の後にもう一度作成してください。",
        "Institutions that get no letter because a file that is or may be theirs is still pending: {count}. See the reasons in the ledger, act on them, run `cssa batch run`, then write the letters again.",
    ),
    "batch.remind.waits.not_read": (
        "開けなかったファイルがあり、内容が未確認",
        "A file could not be opened",
    ),
    "batch.remind.waits.held": (
        "判断待ちのファイルあり（採用する回答が未決定など）",
        "A file is held (for example, until it is decided which answers to use)",
    ),
    "batch.remind.waits.identity": (
        "どの機関のファイルか確認中",
        "Identity of the institution to be confirmed",
    ),
    "batch.remind.waits.contradicting_file": (
        "この機関IDの別のファイルについて、どの機関のものか確認中",
        "Another file with this ID is held until its institution is confirmed",
    ),
    "batch.remind.waits.suggested_file": (
        "別の機関IDで、又は機関IDなしで提出されたファイルが、この機関のものである可能性",
        "A file with another ID, or without one, may belong to this institution",
    ),
    "batch.remind.without_address": (
        "名簿にメールアドレスがない宛先：{count}（例：{first}）",
        "Recipients without an e-mail address on the roster: {count} (first: {first})",
    ),
    "batch.remind.kept_back": (
        "メールに添付しなかった差戻しの回答票：{count}（例：{first}）。名簿の「回答を閲覧できる者」に経由機関がないか、機関をファイル名又は送信者から推定しただけのものです。どの機関のものか確認のうえ、別の方法で機関にお返しください。",
        'Returned forms not attached to any e-mail: {count} (first: {first}). The roster does not name the route under "Answers seen by", or the institution is known from the file name or the sender only. Check {count:whose it is, and return it|whose they are, and return them} by other means.',
    ),
    "batch.remind.unaddressed": (
        "どの機関に返すか特定できないか、機関が名簿にないファイル：{count}（例：{first}）。returns/と受付管理簿を確認してください。",
        "Files to return whose institution is not known or not on the roster: {count} (first: {first}). See returns/ and the ledger.",
    ),
    "batch.remind.open.list": (
        "{path}  メールの一覧（宛先、件名、本文、添付ファイル）",
        "{path}  list of e-mails (recipient, subject, text, attachment)",
    ),
}
