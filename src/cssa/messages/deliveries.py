"""Messages: handing out packages, and removing what holds answers after the retention period."""

MESSAGES = {
    "help.batch.deliver": (
        "最後の`cssa batch run`又は`publish`の結果から、機関ごとに還元資料と差戻しをまとめたZIPと送付状を作成します。宛先は、各ファイルの機関IDと照らし合わせます。",
        "Make a ZIP package with feedback reports and returned forms for each institution, and a covering letter, from the last `cssa batch run` or `publish`. The addressee is checked against the ID in every file.",
    ),
    "opt.deliver.output": (
        "パッケージを出力するフォルダー。",
        "Folder for the packages.",
    ),
    "opt.deliver.passwords": (
        "機関ごとのパスワードのファイル（CSV：id, password）。ZIPを暗号化（AES-256）します。",
        "File with a password for each institution (CSV: id, password); packages are encrypted (AES-256).",
    ),
    "opt.deliver.interim": (
        "公表前の、集計途中の還元資料を渡します。",
        "Hand out interim feedback reports, before the campaign is published.",
    ),
    "opt.deliver.again": (
        "以前の日付で作成し、その後変わっていないものも、もう一度作成します。",
        "Also make packages again that were made on an earlier day and have not changed.",
    ),
    "batch.deliver.never_run": (
        "`cssa batch run`の結果がありません。先に`cssa batch run PATH… -o OUT`を実行し、結果を確認してから渡してください。",
        "There is no result of `cssa batch run` here. Run `cssa batch run PATH… -o OUT` first, check its output, then hand it out.",
    ),
    "batch.deliver.run_again": (
        "最後の実行が完了していないか、その後にプログラムの版や使用するデータが変わっています。`cssa batch run`をもう一度実行してから渡してください。",
        "The last run did not finish, or the program's version or the data it uses has changed since. Run `cssa batch run` again before making packages.",
    ),
    "batch.deliver.review_waiting": (
        "private/のreview.xlsx又はnotes.xlsxに、まだ読み取っていない記入があります。`cssa batch run`をもう一度実行してから渡してください。",
        "review.xlsx or notes.xlsx in private/ has entries that have not been read yet. Run `cssa batch run` again before making packages.",
    ),
    "batch.deliver.interim": (
        "まだ公表していないため、還元資料は集計途中のものです。公表してから渡すか、集計途中のまま渡す場合は--interimを指定してください。",
        "The campaign is not published, so the feedback reports are interim. Publish first, or specify --interim to hand them out as they are.",
    ),
    "batch.deliver.no_extra": (
        'ZIPの暗号化にはpyzipperが必要です。`pip install "cssa[deliver]"`でインストールするか、--passwordsを外してください。',
        'Encrypted packages need pyzipper. Install it with `pip install "cssa[deliver]"`, or omit --passwords.',
    ),
    "table.password_blank": (
        "パスワードがありません。",
        "There is no password.",
    ),
    "table.password_characters": (
        "パスワードには、印字できる半角の英数字と記号だけを使用し、前後に空白を置かないでください（ほかの文字は、展開するソフトによって扱いが異なります）。",
        "Use printable ASCII characters only, with no space at either end: programs that open ZIP files treat other characters differently.",
    ),
    "table.password_owner": (
        "機関ID「{found}」は、最後の実行の対象にありません。",
        'There is no institution with the ID "{found}" in the last run.',
    ),
    "batch.deliver.passwords_open": (
        "パスワードのファイルを、他の利用者も読み取れます。所有者だけが読み取れるようにしてください。",
        "Other users can read the file with the passwords. Make it readable by its owner only.",
    ),
    "batch.deliver.subject.feedback": (
        "{campaign}　還元資料のご送付",
        "{campaign}: feedback report",
    ),
    "batch.deliver.subject.returns": (
        "{campaign}　回答票についてのご対応のお願い",
        "{campaign}: action needed on your form",
    ),
    "batch.deliver.title.feedback": ("還元資料のご送付", "Feedback report"),
    "batch.deliver.title.returns": (
        "回答票についてのご対応のお願い",
        "Request for action on your form",
    ),
    "batch.deliver.ask.feedback": (
        "ご協力ありがとうございました。ご回答に基づく還元資料を、次のとおりお送りいたします。",
        "Thank you for your participation. Please find enclosed the feedback report based on your answers.",
    ),
    "batch.deliver.ask.interim": (
        "ご協力ありがとうございます。ご回答に基づく還元資料を、次のとおりお送りいたします。集計の途中であるため、貴機関の値だけを示しています。",
        "Thank you for your participation. Please find enclosed the interim feedback report based on your answers. The statistics are not final, so it shows your institution's own figures only.",
    ),
    "batch.deliver.ask.returns": (
        "ご提出いただいた回答票について、ご対応をお願いする点がありますので、次のとおりお送りいたします。同封の依頼文をご確認ください。",
        "Action is needed on the form that you submitted. The enclosed letter explains what to do.",
    ),
    "batch.deliver.ask.with_returns": (
        "併せて、ご提出いただいたファイルのうち、ご対応をお願いするものについての依頼文を同封しています。ご確認ください。",
        "The package also has a letter about a file that you submitted and that needs further action.",
    ),
    "batch.deliver.package": ("パッケージ：{name}", "Package: {name}"),
    "batch.deliver.contents": ("収録したファイル：", "Files in the package:"),
    "batch.deliver.line": ("・{name}", "- {name}"),
    "batch.deliver.edition": ("還元資料の版：{label}", "Edition of the feedback report: {label}"),
    "batch.deliver.protected": (
        "パッケージはパスワードで保護しています（AES-256）。パスワードは、別の方法でご連絡いたします。Windowsの標準機能では開けない場合があるため、AESに対応したソフトで展開してください。",
        "The package is protected by a password (AES-256), which you will receive through another channel. Windows Explorer may not be able to open it: please use a program that supports AES.",
    ),
    "batch.deliver.wrong_addressee": (
        "貴機関以外のものが含まれていた場合は、開かずに、お問合せ先までご連絡ください。",
        "If the package holds anything that is not your institution's, please let us know, and do not open it.",
    ),
    "batch.deliver.restricted": (
        "還元資料は、弱点に関する情報を含みます（取扱注意）。経営陣及び業務上必要な者に限り共有してください。",
        "The feedback report contains information on weaknesses (restricted). Share it only with management and those who need it.",
    ),
    "batch.phase.deliver": ("宛先の照合", "Checking addressees"),
    "batch.deliver.done": (
        "{count}機関のパッケージを{path}に作成しました。",
        "Made packages for {count} {count:institution|institutions} in {path}.",
    ),
    "batch.deliver.done_protected": (
        "パスワードで保護しました（AES-256）。パスワードは、メールとは別の方法で連絡してください。",
        "They are protected by passwords (AES-256). Give the passwords through a channel other than e-mail.",
    ),
    "batch.deliver.done_plain": (
        "暗号化していません。送付の方法に応じて、--passwordsを指定してください。",
        "They are not encrypted. Specify --passwords if the way you send them requires it.",
    ),
    "batch.deliver.delivered": (
        "以前の日付で作成済みで、その後変わっていない機関：{count}（もう一度作成するには--again）",
        "Institutions whose package was made on an earlier day and has not changed: {count} (--again makes them again)",
    ),
    "batch.deliver.nothing": (
        "新たに作成するパッケージはありません。",
        "There are no new packages to make.",
    ),
    "batch.deliver.not_made": (
        "パッケージを作成しなかった機関：{count}",
        "Institutions whose package was not made: {count}",
    ),
    "batch.deliver.open.list": (
        "{path}  メールの一覧（宛先、件名、本文、添付ファイル）",
        "{path}  list of e-mails (recipient, subject, text, attachment)",
    ),
    "batch.deliver.mismatch.altered": (
        "{file}：最後の実行の後で変更されたか、失われています。`cssa batch run`をもう一度実行してください。",
        "{file} was changed or removed after the last run. Run `cssa batch run` again.",
    ),
    "batch.deliver.mismatch.other": (
        "{file}：中の機関IDは{found}です。",
        "{file}: the ID in it is {found}.",
    ),
    "batch.deliver.mismatch.none": (
        "{file}：中に機関IDがないため、宛先を確認できません。",
        "{file} has no institution ID in it, so its addressee cannot be checked.",
    ),
    "batch.deliver.mismatch.password": (
        "パスワードのファイルに、この機関の行がありません。",
        "The file with the passwords has no line for this institution.",
    ),
    "help.batch.purge": (
        "保存期限を過ぎた実施回について、OUTにある、回答を含むものを削除し、その記録を残します。公表した集計は残ります。--yesがなければ、対象を示すだけです。",
        "After a campaign's retention period, remove from OUT what holds answers, and record what was removed. The published edition stays. Without --yes, only show what would be removed.",
    ),
    "opt.purge.on": (
        "削除する日（例：2029-04-01）。保存期限より後の日とします。省略時は今日。",
        "Day of the removal, such as 2029-04-01, after the retention period (default: today).",
    ),
    "opt.purge.yes": (
        "削除します。",
        "Remove the files.",
    ),
    "batch.purge.never_run": (
        "`cssa batch run`の結果がありません。`cssa batch run`の出力先を指定してください。",
        "There is no result of `cssa batch run` here. Specify the output folder of `cssa batch run`.",
    ),
    "batch.purge.run_again": (
        "最後の実行の記録を読み取れないため、保存期限を確認できません。`cssa batch run`をもう一度実行してください。",
        "The record of the last run cannot be read, so the retention period is not known. Run `cssa batch run` again.",
    ),
    "batch.purge.no_period": (
        "保存期限が定められていません（実施回のファイルにretain_untilがないか、実施回のファイルを指定せずに実行しています）。実施回のファイルに保存期限を記載し、`cssa batch run --campaign`を実行してから削除してください。",
        "No retention period is known: the campaign file has no retain_until, or the last run was made without a campaign file. State it there, run `cssa batch run --campaign`, then remove the answers.",
    ),
    "batch.purge.too_early": (
        "保存期限は{until}です。その翌日から削除できます（削除する日：{on}）。",
        "The answers are retained until {until}; they can be removed from the day after (day of the removal: {on}).",
    ),
    "batch.purge.unreadable": (
        "削除の記録として読み取れません。バックアップから復元してください。",
        "The record of what was removed cannot be read. Restore the file from a backup.",
    ),
    "batch.purge.closed": (
        "保存期限を過ぎ、{on}に回答を削除したフォルダーです。別のフォルダーを指定してください。",
        "The answers in this folder were removed on {on}, after the retention period. Specify another folder.",
    ),
    "batch.purge.unfinished": (
        "{on}に始めた回答の削除が中断しています。先に完了してください：`cssa batch purge {out} --yes`",
        "The removal of answers that began on {on} was interrupted. Complete it first: `cssa batch purge {out} --yes`",
    ),
    "batch.purge.preview": (
        "保存期限（{until}）を過ぎています。次のものが削除の対象です。",
        "The retention period ended on {until}. These would be removed:",
    ),
    "batch.purge.unfinished_preview": (
        "中断した削除が完了していません。次のものが削除の対象です。",
        "To complete an interrupted removal, these would be removed:",
    ),
    "batch.purge.column.where": ("場所", "Location"),
    "batch.purge.column.files": ("ファイル", "Files"),
    "batch.purge.column.size": ("大きさ（KB）", "Size (KB)"),
    "batch.purge.total": ("合計", "Total"),
    "batch.purge.stays": (
        "残すもの：{names}",
        "What stays: {names}",
    ),
    "batch.purge.foreign": (
        "プログラムの出力ではないため、削除しないもの：{count}（例：{first}）。回答を含む場合は、別途削除してください。",
        "Not removed, since the program did not write them: {count} (first: {first}). If they hold answers, remove them yourself.",
    ),
    "batch.purge.elsewhere": (
        "受信した回答票、渡したパッケージ、バックアップなど、OUTの外にあるものは削除しません。別途削除してください。",
        "Nothing outside OUT is removed: received forms, packages that were handed out, and backups are yours to remove.",
    ),
    "batch.purge.say_yes": (
        "削除するには：`cssa batch purge {out} --yes`",
        "To remove them: `cssa batch purge {out} --yes`",
    ),
    "batch.purge.done": (
        "{count}件のファイルを削除しました。記録：{path}",
        "Removed {count} {count:file|files}. Record: {path}",
    ),
    "batch.purge.already": (
        "{on}に削除済みです。記録：{path}",
        "Already removed on {on}. Record: {path}",
    ),
}
