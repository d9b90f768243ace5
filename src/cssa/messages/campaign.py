"""Messages: the regulator's batch, its ledger and store, and fictional campaigns."""

MESSAGES = {
    "generate.done": (
        "{count}機関の回答を{path}に出力しました（架空の機関です）。",
        "Wrote the answers of {count} {count:institution|institutions} to {path} (all fictional).",
    ),
    "generate.done_forms": (
        "回答票は{forms}件、意図的に混入させた不備は{planted}件です。",
        "Forms: {forms}. Faults planted: {planted}.",
    ),
    "generate.not_ours": (
        "空ではなく、以前にこのコマンドで出力したフォルダーでもありません。別の場所を指定してください。",
        "The folder is not empty and was not written by this command. Specify another location.",
    ),
    "generate.too_many_faults": (
        "不備の数（{faults}）は機関の数より小さくしてください（{most}まで）。",
        "The number of faults ({faults}) must be smaller than the number of institutions (at most {most}).",
    ),
    "generate.faults_need_forms": (
        "不備は回答票に混入させます。--no-formsとは併用できません。",
        "Faults are planted in forms, so this cannot be combined with --no-forms.",
    ),
    "batch.issue.format": (
        "--formatに「{found}」は指定できません。{known}のいずれかを指定してください。",
        'Unknown --format "{found}". Specify one of {known}.',
    ),
    "batch.issue.nobody": (
        "名簿に、回答をお願いする機関がありません（状態が取下げ又は統合の機関には送付しません）。",
        "The roster has no institution to send a form to (withdrawn and merged institutions get none).",
    ),
    "batch.issue.not_empty": (
        "空ではなく、以前に回答票を出力したフォルダーでもありません。別の場所を指定してください。",
        "The folder is not empty and no forms were issued into it. Specify another location.",
    ),
    "batch.issue.register": (
        "送付した回答票の記録を読み取れません。バックアップから復元するか、別のフォルダーを指定してください。",
        "The register of issued forms cannot be read. Restore it from a backup, or specify another folder.",
    ),
    "batch.issue.changed": (
        "送付用に出力した後で変更されているか、このコマンドで出力したものではないため、上書きしません。ファイルを移すか、別のフォルダーを指定してください。",
        "Not overwritten: the file was changed after it was issued, or was not issued by this command. Move it, or specify another folder.",
    ),
    "batch.issue.other_campaign": (
        "別の実施回の回答票を出力したフォルダーです。実施回ごとに別のフォルダーを指定してください。",
        "The folder holds issued forms of another campaign. Specify a folder of its own for each campaign.",
    ),
    "batch.issue.died": (
        "「{name}」（{id}）の回答票の作成中に処理が異常終了しました。もう一度実行してください。",
        "The process making the form of {name} ({id}) crashed. Run the command again.",
    ),
    "batch.issue.done": (
        "{count}機関の回答票と送付状を{path}に出力しました。",
        "Wrote the forms and letters for {count} {count:institution|institutions} to {path}.",
    ),
    "batch.issue.done_carried": (
        "前回の回答を記入したもの：{count}件、前回の回答がないもの：{rest}件",
        "With the answers of the previous campaign: {count}. Without any: {rest}.",
    ),
    "batch.issue.done_unasked": (
        "前回の回答のうち、今回尋ねない対応事項のため記入していないもの：{count}件",
        "Answers of the previous campaign that are not filled in, as this campaign does not ask for them: {count}",
    ),
    "batch.issue.without_address": (
        "名簿にメールアドレスがない機関：{count}（例：{first}）",
        "Institutions without an e-mail address on the roster: {count} (first: {first})",
    ),
    "batch.issue.open.mail": (
        "メールの一覧（宛先、件名、本文、添付ファイル）：{path}",
        "List of e-mails (recipient, subject, text, attachment): {path}",
    ),
    "batch.issue.open.register": (
        "送付した回答票の記録：{path}",
        "Register of issued forms: {path}",
    ),
    "batch.phase.issue": ("回答票の作成", "Making forms"),
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
        "別の機関IDで提出されたファイルが、この機関のものである可能性",
        "a file with another ID may belong to this institution",
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
    "batch.not_read.denied": (
        "このプログラムを実行している利用者には、読取りの権限がありません。権限を付与して、もう一度実行してください。",
        "The account that runs this program has no read access. Grant it and run the command again.",
    ),
    "batch.not_read.error": (
        "このコンピューター側の原因で読み取れません（{code}）。保管先を確認して、もう一度実行してください。",
        "The file cannot be read because of an error on this machine ({code}). Check where it is stored and run the command again.",
    ),
    "batch.not_read.broken_link": (
        "リンク先のファイルがありません。ファイルそのものを置いて、もう一度実行してください。",
        "The link target does not exist. Put the file itself in its place and run the command again.",
    ),
    "batch.not_read.linked_folder": (
        "フォルダーへのリンクのため、中を読み取っていません。リンク先のフォルダーをコマンドの引数に加えて、もう一度実行してください。",
        "This is a link to a folder, which is not followed. Specify that folder on the command line too, and run the command again.",
    ),
    "batch.not_read.special": (
        "通常のファイルではありません（パイプ、装置など）。取り除くか、ファイルに置き換えて、もう一度実行してください。",
        "This is not a regular file (it is a pipe or a device). Remove it or replace it with the file, and run the command again.",
    ),
    "batch.not_read.many_mails": (
        "1つのファイルに複数のメールが保存されています（mbox形式）。メールごとに.emlファイルとして保存し直し、もう一度実行してください。",
        "This file holds several e-mails (mbox). Save each of them as an .eml file and run the command again.",
    ),
    "batch.not_read.password_extra": (
        'パスワード付きのブックを開くには追加のパッケージが必要です。`pip install "cssa[password]"`を実行してから、もう一度実行してください。',
        'Opening password-protected workbooks requires an additional package. Run `pip install "cssa[password]"`, then run the command again.',
    ),
    "batch.not_read.aes_extra": (
        'AESで暗号化されたZIPを開くには追加のパッケージが必要です。`pip install "cssa[deliver]"`を実行してから、もう一度実行してください。',
        'Opening ZIP archives encrypted with AES requires an additional package. Run `pip install "cssa[deliver]"`, then run the command again.',
    ),
    "batch.passwords_open": (
        "パスワードの一覧をほかの利用者も読み取れます。自分だけが読み取れるようにしてください（`chmod 600`）。",
        "Other users can read the list of passwords. Make it readable by you alone (`chmod 600`).",
    ),
    "batch.password": (
        "パスワードで保護されています。提出とは別の方法（電話など）で提出者からパスワードを聞き、パスワードの一覧に加えて、もう一度実行してください。",
        "The file is protected by a password. Ask the sender for it through another channel (such as by telephone), add it to the list of passwords, and run the command again.",
    ),
    "batch.password_wrong": (
        "パスワードで保護されています。パスワードの一覧のうち、この送付者の{count}件を試しましたが、開けません。提出とは別の方法（電話など）で提出者にパスワードを確認し、一覧を修正して、もう一度実行してください。",
        "The file is protected by a password. The {count:password|passwords} listed for this sender ({count}) {count:does|do} not open it. Check the password with the sender through another channel (such as by telephone), correct the list, and run the command again.",
    ),
    "batch.content.pdf": (
        "PDFです。記入した回答票のファイルの送付を依頼してください。",
        "This is a PDF. Ask for the file of the completed form.",
    ),
    "batch.content.image": (
        "画像です。記入した回答票のファイルの送付を依頼してください。",
        "This is a picture. Ask for the file of the completed form.",
    ),
    "batch.content.mail": (
        "このプログラムでは開けないメールです（Outlookの.msg形式、又はメールの中のメールに添付されたメール）。回答票が添付されていれば、.emlファイルとして保存し直すか、添付ファイルを取り出して置いてください。",
        "This is an e-mail that the program does not open (Outlook's .msg, or attached to an e-mail within an e-mail). If a form is attached to it, save it as an .eml file, or save the attachment in its place.",
    ),
    "batch.content.archive": (
        "このプログラムでは展開できない圧縮ファイルです（7z、RARなど）。展開したファイルを置いてください。",
        "This is an archive that the program does not unpack (such as 7z or RAR). Unpack it and put the files in its place.",
    ),
    "batch.content.rich_mail": (
        "Outlookのリッチテキスト形式のメールで送られた添付ファイル（winmail.dat）で、中を読み取れません。HTML形式又はテキスト形式のメールに添付して再送するよう依頼してください。",
        "This is an attachment of an e-mail in Outlook's rich text format (winmail.dat), which cannot be read. Ask for the form to be sent again, attached to an e-mail in HTML or plain text format.",
    ),
    "batch.content.sealed_mail": (
        "暗号化されたメールの本体（S/MIMEの`smime.p7m`、PGP）で、中を読み取れません。メールソフトで開き、添付ファイルを取り出して置いてください。",
        "This is the body of an encrypted e-mail (S/MIME's `smime.p7m`, or PGP), which cannot be read. Open the e-mail in a mail program and save the attachment in its place.",
    ),
    "batch.content.inner_zip": (
        "ZIPの中に入っているZIPで、展開していません。展開したファイルを置いてください。",
        "This is a ZIP inside a ZIP, which is not unpacked. Unpack it and put the files in its place.",
    ),
    "batch.content.other_workbook": (
        "送付した回答票ではないExcelブックです。回答票の送付を依頼してください。",
        "This is an Excel workbook, but not the form that was sent out. Ask for the form.",
    ),
    "batch.content.word": (
        "Wordの文書です（送付状など）。",
        "This is a Word document, such as a covering letter.",
    ),
    "batch.content.presentation": (
        "PowerPointの文書です。",
        "This is a PowerPoint presentation.",
    ),
    "batch.content.download_mark": (
        "ダウンロード元の記録（Zone.Identifier）です。",
        "This is a record of where a file was downloaded from (Zone.Identifier).",
    ),
    "batch.mail.no_attachment": (
        "回答票などが添付されていないメールです。本文を確認してください。",
        "This e-mail has no form or other file attached. Read its text.",
    ),
    "batch.mail.cut_off": (
        "メールの末尾が欠けています。添付ファイルがすべてそろっているか確認してください。",
        "The end of this e-mail is missing. Check that all attachments are there.",
    ),
    "batch.mail.report": (
        "配信の結果を知らせるメールです（届かなかった旨の通知など）。送付先を確認してください。",
        "This is a report on the delivery of an e-mail, such as a notice that it could not be delivered. Check the address.",
    ),
    "batch.mail.report_on": (
        "{addresses}宛てのメールの配信の結果を知らせるメールです（届かなかった旨の通知など）。送付先を確認してください。",
        "This is a report on the delivery of an e-mail to {addresses}, such as a notice that it could not be delivered. Check the address.",
    ),
    "batch.mail.damaged": (
        "メールの構造が破損しており、添付ファイルを取り出せません。メールソフトで開けるか確認し、添付ファイルを取り出して置くか、再送を依頼してください。",
        "The structure of this e-mail is damaged, so attachments cannot be taken from it. Check whether a mail program opens it and save the attachment in its place, or ask for it to be sent again.",
    ),
    "batch.mail.too_large": (
        "メールが{limit} MBを超えています。メールソフトで開き、回答票の添付ファイルを取り出して置いてください。",
        "The e-mail exceeds {limit} MB. Open it in a mail program and save the attached form in its place.",
    ),
    "batch.mail.too_many": (
        "メールの部分が多すぎます（{limit}個まで）。通常のメールではありません。開かず、送付者に確認してください。",
        "The e-mail has too many parts (at most {limit}), which is not usual. Do not open it; check who sent it.",
    ),
    "batch.mail.too_deep": (
        "メールの部分が{limit}段を超えて入れ子になっています。通常のメールではありません。開かず、送付者に確認してください。",
        "The parts of the e-mail are nested more than {limit} levels deep, which is not usual. Do not open it; check who sent it.",
    ),
    "batch.aside.with_form": (
        "{what}この機関の回答票は別に届いているため、対応は不要です。",
        "{what} The institution's form has been received separately, so there is nothing to do.",
    ),
    "batch.aside.in_mail": (
        "{what}同じメールに回答票が添付されているため、対応は不要です。",
        "{what} A form is attached to the same e-mail, so there is nothing to do.",
    ),
    "batch.aside.nobodys": (
        "{what}どの機関のものか特定できません。回答票の代わりに送付されたものかどうか確認してください。",
        "{what} The institution is not known. Check whether it was sent in place of a form.",
    ),
    "batch.aside.by_sender": (
        "{what}送信者のアドレスは、名簿のこの機関のものです。回答票の代わりに送付されたものかどうか確認してください。",
        "{what} The sender's address is this institution's on the roster. Check whether it was sent in place of a form.",
    ),
    "batch.aside.what.pdf": (
        "PDFです。",
        "This is a PDF.",
    ),
    "batch.aside.what.image": (
        "画像です。",
        "This is a picture.",
    ),
    "batch.aside.what.other_workbook": (
        "送付した回答票ではないExcelブックです。",
        "This is an Excel workbook, but not the form that was sent out.",
    ),
    "batch.aside.what.empty": (
        "内容のないファイルです。",
        "This file is empty.",
    ),
    "batch.aside.what.text": (
        "テキスト（CSVなど）のファイルです。",
        "This is a text file (such as CSV).",
    ),
    "batch.aside.what.html": (
        "ウェブページ（HTML）の形式のファイルです。",
        "This is a file in the format of a web page (HTML).",
    ),
    "batch.aside.what.not_zip": (
        "Excelブックとして開けないファイルです。",
        "This file cannot be opened as an Excel workbook.",
    ),
    "batch.aside.what.not_workbook": (
        "Excelブックではないファイルです。",
        "This file is not an Excel workbook.",
    ),
    "batch.other.download_mark": (
        "ダウンロード元の記録（Zone.Identifier）です。",
        "This is a record of where a file was downloaded from (Zone.Identifier).",
    ),
    "batch.other.partial": (
        "ダウンロード途中のファイル又は一時ファイルです。元のファイルがそろっているか確認してください。",
        "This is an unfinished download or a temporary file. Check that the finished file is there.",
    ),
    "batch.other.shortcut": (
        "ショートカットで、回答は入っていません。リンク先が回答票であれば、そのファイルを置いてください。",
        "This is a shortcut and holds no answers. If it leads to a form, put that file in its place.",
    ),
    "batch.other.online": (
        "オンラインの文書へのリンクで、回答は入っていません。.xlsx形式でダウンロードしたファイルの送付を依頼してください。",
        "This is a link to an online document and holds no answers. Ask for the document downloaded as .xlsx.",
    ),
    "batch.other.note": (
        "メモなどの文書です。",
        "This is a note or a similar text.",
    ),
    "batch.other.inline_picture": (
        "メールの本文に表示される画像です（ロゴ、署名など）。",
        "This is a picture shown in the text of an e-mail, such as a logo or signature.",
    ),
    "batch.other.signature": (
        "メールの電子署名です。",
        "This is the electronic signature of an e-mail.",
    ),
    "batch.other.calendar": (
        "予定のファイルです。",
        "This is a calendar entry.",
    ),
    "batch.other.contact": (
        "連絡先のファイル（名刺）です。",
        "This is a contact card.",
    ),
    "batch.archive.encrypted": (
        "ZIPにパスワードが設定されています。提出とは別の方法（電話など）で提出者からパスワードを聞き、パスワードの一覧に加えて、もう一度実行してください。",
        "The archive is protected by a password. Ask the sender for it through another channel (such as by telephone), add it to the list of passwords, and run the command again.",
    ),
    "batch.archive.password_wrong": (
        "ZIPにパスワードが設定されています。パスワードの一覧のうち、この送付者の{count}件を試しましたが、開けません。提出とは別の方法（電話など）で提出者にパスワードを確認し、一覧を修正して、もう一度実行してください。",
        "The archive is protected by a password. The {count:password|passwords} listed for this sender ({count}) {count:does|do} not open it. Check the password with the sender through another channel (such as by telephone), correct the list, and run the command again.",
    ),
    "batch.archive.too_many": (
        "ZIPの中のファイルが多すぎます（{count}個。{limit}個まで）。分割して再送するよう依頼してください。",
        "The archive holds too many files ({count}; at most {limit}). Ask for it to be split and sent again.",
    ),
    "batch.archive.too_large": (
        "ZIPを展開すると{limit} MBを超えます。回答票ではありません。展開せず、送付者に確認してください。",
        "Unpacked, the archive exceeds {limit} MB. These are not forms. Do not unpack it; check who sent it.",
    ),
    "batch.too_much_memory": (
        "読み取りに必要なメモリーが上限を超えました。開かず、送付者に確認してください。",
        "Reading this file takes more memory than the limit per file. Do not open it; check who sent it.",
    ),
    "batch.worker_died": (
        "読み取り中に処理が異常終了したため、このファイルだけ除外しました。開かず、送付者に確認してください。",
        "The process reading this file crashed, so this file alone was excluded. Do not open it; check who sent it.",
    ),
    "batch.unexpected": (
        "プログラムの想定外のエラーで読み取れません（{error}）。提出者の誤りとは限りません。手元で開いて確認してください。",
        "This file cannot be read because of an unexpected error in the program ({error}), which need not be the sender's fault. Open it yourself to check.",
    ),
    "batch.changed": (
        "読み取り中にファイルが変更されました。もう一度実行してください。",
        "The file changed while it was being read. Run the command again.",
    ),
    "batch.other_checklist": (
        "別の点検票への回答です（{found}。今回は{wanted}）。",
        "The answers are for another checklist ({found}; this campaign uses {wanted}).",
    ),
    "batch.other_campaign": (
        "別の実施回の回答票です（{found}。今回は{wanted}）。",
        "This is the form of another campaign ({found}; this one is {wanted}).",
    ),
    "batch.part_blank": (
        "部署ごとの回答票で、回答が1件も記入されていません。この部署に尋ねた対応事項は、未回答として取り扱っています。",
        "This is the form of one department, and nothing in it is answered. The practices that it asks count as unanswered.",
    ),
    "batch.parts_incomplete": (
        "部署ごとの回答票です。読み取れた分のどれも尋ねていない対応事項のうち、未回答のものが{count}件あります（{practices}）。残りの部署の分が届くと、合わせて1つの回答とします。届いた分だけを採用する場合は、受付一覧のこのファイルの行の「採否」（decision）に「合わせて採用」（merge）を記入してください。",
        "This is the form of one department. {count} {count:practice is|practices are} unanswered and asked in none of the departments' forms that could be read ({practices}). Once the other departments' forms arrive, they are combined into one answer. To use what has arrived, enter merge under decision in this file's line in the list of receipts.",
    ),
    "batch.other_institution": (
        "回答票の機関IDは{found}で、受付一覧の対象機関と異なります。受付一覧に従います。",
        "The institution ID in the form is {found}; the list of receipts states another institution, which is used.",
    ),
    "batch.nothing_answered": (
        "回答が1件も記入されていません。記入した回答票の提出を依頼してください。",
        "Nothing is answered. Ask for the completed form.",
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
        "名簿の「{name}」の機関ID {id}と、1桁違うか、隣り合う2桁が入れ替わっています。この機関のファイルではありませんか。",
        "The ID differs by one digit, or by two adjacent digits swapped, from that of {name} ({id}) on the roster. Did the sender mean this ID?",
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
        "より新しい版（{other}）があります。",
        "A later version has replaced it ({other}).",
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
        "This is the form of one department; it is combined with {other} into one answer.",
    ),
    "batch.left_aside": (
        "受付一覧の採否により、使用しません。",
        "Not used, as decided in the list of receipts.",
    ),
    "batch.sent_again": (
        "より新しい版に差し替えられた{other}と同じ内容です。差替え後の回答をそのまま使用します。この内容に戻す場合は、受付一覧の「採否」（decision）に「採用」（take）と記入してください。",
        "The content is the same as that of {other}, which a later file has replaced; the later answers remain in use. To go back to this file, enter take under decision in the list of receipts.",
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
        "There is nothing to score, so it is not included in the statistics.",
    ),
    "batch.unconfirmed": (
        "前回から引き継いだまま、確認されていない回答が{count}件あります。回答として使用しますが、照会などで機関に確認してください。",
        "{count} {count:answer is|answers are} carried over from last time and not confirmed. {count:It is|They are} used all the same; ask the institution to confirm {count:it|them}.",
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
        "{practice}は、段階{level}になる回答が1つに定まらないため、段階では訂正できません。訂正した回答票の再提出を機関に依頼してください。",
        "Level {level} does not determine the answer to {practice}, so it cannot be corrected by level. Ask the institution for a corrected form.",
    ),
    "batch.correction_institution": (
        "機関ID「{institution}」の行ですが、名簿にも提出された回答票にもありません。今回の対象でなくなった機関であれば、この行の記入を削除してもう一度実行してください。",
        'The row is about institution "{institution}", which is neither on the roster nor in the forms. If it is no longer part of the campaign, clear the entries of this row and run the command again.',
    ),
    "batch.correction_practice": (
        "番号「{practice}」の行ですが、点検票にない対応事項か、この実施回で尋ねていない対応事項です。この行の記入を削除するか、尋ねる区分（campaign.yamlのtiers）を見直して、もう一度実行してください。",
        'The row is about practice "{practice}", which is not in the checklist, or not asked by this campaign. Clear the entries of this row, or change the tiers in campaign.yaml, and run the command again.',
    ),
    "store.sqlite_too_old": (
        "このPythonのSQLiteは版{found}です。{needed}以降のSQLiteを備えたPythonで実行してください。",
        "This Python comes with SQLite {found}. Use a Python with SQLite {needed} or later.",
    ),
    "store.missing": (
        "ファイルがありません。",
        "No such file.",
    ),
    "store.unreadable": (
        "SQLiteのファイルとして読み取れません。破損しているか、別の種類のファイルです。",
        "This cannot be read as an SQLite file: it is damaged, or another kind of file.",
    ),
    "store.version": (
        "この版のcssaで読み取れる保管形式ではありません（{found}。読み取れるのは{needed}）。",
        "This version of cssa cannot read this store ({found}; it reads {needed}).",
    ),
    "store.no_campaign": (
        "実施回「{wanted}」はこのファイルにありません（使用できるもの：{known}）。",
        "Campaign {wanted} is not in this file (available: {known}).",
    ),
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
        "読み取っていない記載がほかに{count}件あります（例：{place}）。回答票を開いて確認してください。",
        "Further content that was not read: {count} (first: {place}). Open the form and check it.",
    ),
    "query.alike_form": (
        "段階で答えた{of}件のうち{count}件が、他の1機関の回答票と同じ段階です。貴機関の状況を点検した結果かどうかをお知らせください。",
        "{count} of {of} {of:level|levels} are the same as in another institution's form. Please tell us whether your own situation was assessed.",
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
        "含めるべき点にチェックなし{count}件",
        "points that must be covered not ticked: {count}",
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
        "The answer is level {level}, but points that must be covered ({points}) are not ticked. Please tell us the status of what is not ticked.",
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
        '{count} {count:practice has|practices have} only a placeholder such as "-", "n/a" or "same as above" as reason or measure ({practices}). Please tell us the reason{count:| for each of them}.',
    ),
    "query.override_without_reason": (
        "自機関の判断によるリスクプロファイルの理由が、「-」「なし」「同上」などのままです。判断の理由をお知らせください。",
        'The reason for your own decision on the risk profile is only a placeholder such as "-", "n/a" or "same as above". Please tell us the reason for the decision.',
    ),
    "query.all_flags_false": (
        "{flags}件の属性がすべて「いいえ」で、対応事項{count}件（うち基本的な対応事項{basics}件）が対象外になっています。いずれの属性にも該当しないかどうかをお知らせください。",
        '{flags:The only profile question is|All profile questions are} answered "No", which takes {count} {count:practice|practices} ({basics} of them basic) out of scope. Please confirm that {flags:it does not apply|none of them applies} to you.',
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
        "確認が済んでいない回答が{count}件あります（前回から引き継いだもの、又は設問が変わったもの）。今回の回答として確認し、変更があればお知らせください。",
        "{count} {count:answer is|answers are} still to be confirmed (carried over from last time, or to {count:a question|questions} changed since). Please confirm {count:it|them} for this assessment, and tell us of any changes.",
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
        "点検日（{date}）が、集計の締切（定めがない場合は提出期限）の{last}より後です。今回の点検日をお知らせください。",
        "The date of the assessment ({date}) is after the cut-off or, if there is none, the deadline ({last}). Please tell us when this assessment was made.",
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
    "batch.no_such_format": (
        "還元資料の形式「{found}」はありません。次から選んでください：{known}。",
        "Unknown feedback format {found}. Choose from {known}.",
    ),
    "batch.bad_workers": (
        "--workersは1以上にしてください（現在の値：{found}）。",
        "--workers must be at least 1 (found {found}).",
    ),
    "batch.cluster.workers": (
        "--workersと--clusterは同時に指定できません。クラスターでは、すべてのワーカーを使用します。",
        "--workers and --cluster cannot be combined. On a cluster, all of its workers are used.",
    ),
    "batch.cluster.extra": (
        'クラスターで処理するには、Daskが必要です。`pip install "cssa[cluster]"`で追加してください。クラスターのすべてのコンピューターにも必要です。',
        'Running on a cluster needs Dask. Install it with `pip install "cssa[cluster]"`, here and on every machine of the cluster.',
    ),
    "batch.cluster.no_answer": (
        "「{address}」で、Daskのスケジューラーに接続できません。アドレス（例：tcp://10.0.0.5:8786）と、スケジューラーが動作していることを確認してください。",
        "No Dask scheduler answers at {address}. Check the address (such as tcp://10.0.0.5:8786), and that the scheduler is running.",
    ),
    "batch.cluster.no_worker": (
        "クラスターに動作しているワーカーがないか、ワーカーを再起動できません。ワーカーは、`dask worker`で（`--no-nanny`なしで）起動してください。",
        "The cluster has no running worker, or its workers do not restart. Start workers with `dask worker`, without `--no-nanny`.",
    ),
    "batch.cluster.version": (
        "クラスターの{machine}に、cssaの版{version}がありません。すべてのコンピューターに、このコンピューターと同じ版をインストールしてください。",
        "{machine} in the cluster does not have version {version} of cssa. Install the version of this machine on every machine.",
    ),
    "batch.cluster.threads": (
        "ワーカー{machine}に、複数のスレッドがあります。`dask worker --nthreads 1`で起動してください。",
        "The worker {machine} has several threads. Start workers with `dask worker --nthreads 1`.",
    ),
    "batch.cluster.path": (
        "ワーカー{machine}から、{path}を開けません。回答票、出力先、作業中のフォルダーは、すべてのコンピューターから同じパスで使用できる共有フォルダーに置いてください。",
        "The worker {machine} cannot open {path}. Forms, output folder and working folder have to be on a file system that every machine has under the same path.",
    ),
    "batch.cluster.no_worker_left": (
        "クラスターで動作しているワーカーがなくなりました。完了した処理は保存されています。ワーカーを起動して、もう一度実行してください。",
        "The cluster has no worker left that is running. What was done is saved: start workers, and run the command again.",
    ),
    "batch.cluster.lost": (
        "クラスターとの接続が失われました。完了した処理は保存されています。スケジューラーを確認して、もう一度実行してください。",
        "The connection to the cluster was lost. What was done is saved: check the scheduler, and run the command again.",
    ),
    "batch.bad_second": (
        "--secondにはsize又はcore_systemを指定してください（現在の値：{found}）。",
        "--second must be size or core_system (found {found}).",
    ),
    "batch.key_short": (
        "鍵は32バイト以上のファイルにしてください。",
        "The key file must have at least 32 bytes.",
    ),
    "batch.where.column": (
        "--where {found}：「列＝値」の形で、名簿の列を指定してください（指定できる列：{known}）。例：--where bureau=関東財務局",
        "--where {found}: write COLUMN=VALUE with a column of the roster (available: {known}), for example --where bureau=Kanto",
    ),
    "batch.where.no_roster": (
        "--whereには名簿が必要です。--rosterで指定してください。",
        "--where needs the roster. Specify it with --roster.",
    ),
    "batch.where.value": (
        "名簿の{column}に「{found}」はありません（あるもの：{known}）。",
        'No institution on the roster has "{found}" under {column} (available: {known}).',
    ),
    "batch.where.nobody": (
        "--whereの条件のすべてに当てはまる機関が名簿にありません。",
        "No institution on the roster meets every --where condition.",
    ),
    "batch.out_not_empty": (
        "以前の結果ではないファイルがあるフォルダーには出力できません。空のフォルダーを指定してください。",
        "The folder contains files that are not from a previous run. Specify an empty folder.",
    ),
    "batch.out_in_use": (
        "別の実行がこのフォルダーを使用しています。終了を待って、もう一度実行してください。",
        "Another run is using this folder. Wait until it has ended, then run the command again.",
    ),
    "batch.reading_lost": (
        "読み取った結果が失われています。もう一度実行してください。",
        "The result of reading is missing. Run the command again.",
    ),
    "batch.feedback_died": (
        "{id}の還元資料の作成中に処理が異常終了しました。もう一度実行してください。",
        "The process producing the feedback report for {id} crashed. Run the command again.",
    ),
    "batch.no_previous": (
        "前回の結果ではありません（private/population.sqliteがありません）。",
        "This is not the result of a previous campaign (private/population.sqlite is missing).",
    ),
    "batch.previous_altered": (
        "前回の結果が、実行した後に変更されているか、失われています（{names}）。バックアップから復元するか、前回の実行をやり直してください。",
        "The previous result was changed or removed after its run ({names}). Restore it from a backup, or run that campaign again.",
    ),
    "batch.previous.other_checklist": (
        "実施回{campaign}の点検票は{former}で、今回（{present}）の{now}とは異なります。同じ点検票の前回のフォルダーを指定するか、--previousを外して実行してください。",
        "Campaign {campaign} used the checklist {former}; this one ({present}) uses {now}. Specify the folder of the previous campaign of the same checklist, or run the command without --previous.",
    ),
    "batch.previous.base_date": (
        "実施回{campaign}（基準日{then}）の結果で、今回（{present}、基準日{now}）より前のものではありません。前回のフォルダーを指定してください。",
        "This is the result of campaign {campaign} (base date {then}), which is not earlier than this one ({present}, base date {now}). Specify the folder of the previous campaign.",
    ),
    "batch.previous.undated": (
        "実施回{campaign}には基準日（{then}）がありますが、今回の基準日が分からないため、前後を判断できません。campaign.yamlに基準日（base_date）を記載し、--campaignで指定してください。",
        "Campaign {campaign} has a base date ({then}), but the present one has none, so their order is not known. State base_date in campaign.yaml, and name that file with --campaign.",
    ),
    "batch.previous.not_earlier": (
        "実施回{campaign}（判定日{then}）の結果で、今回（{present}、判定日{now}）より前のものではありません。前回のフォルダーを指定してください。",
        "This is the result of campaign {campaign} (evaluation date {then}), which is not earlier than this one ({present}, evaluation date {now}). Specify the folder of the previous campaign.",
    ),
    "batch.publish.never_run": (
        "`cssa batch run`の結果がありません。先に`cssa batch run PATH… -o OUT`を実行し、結果を確認してから公表してください。",
        "There is no result of `cssa batch run` here. Run `cssa batch run PATH… -o OUT` first, check its output, then publish.",
    ),
    "batch.publish.run_again": (
        "最後の実行が完了していないか、その後にプログラムの版や使用するデータが変わっています。`cssa batch run`をもう一度実行してから公表してください。",
        "The last run did not finish, or the program's version or the data it uses has changed since. Run `cssa batch run` again, then publish.",
    ),
    "batch.publish.review_waiting": (
        "private/のreview.xlsx又はnotes.xlsxに、まだ読み取っていない記入があります。`cssa batch run`をもう一度実行してから公表してください。",
        "review.xlsx or notes.xlsx in private/ has entries that have not been read yet. Run `cssa batch run` again, then publish.",
    ),
    "batch.publish.nothing": (
        "受け付けた回答がないため、公表するものがありません。",
        "No answers have been accepted, so there is nothing to publish.",
    ),
    "batch.publish.already": (
        "{on}に公表済みです（承認：{approved_by}）。公表した値は確定しており、再計算しません。後から届いた回答票や訂正は`cssa batch run`で還元資料に反映できます。公表した値に誤りがあれば`--withdraw`で取り下げてください。",
        "Published on {on} (approved by {approved_by}). The published figures are final and are not recomputed. For late forms and corrections, `cssa batch run` produces feedback reports; withdraw a wrong published figure with `--withdraw`.",
    ),
    "batch.publish.not_published": (
        "まだ公表していないため、取り下げる値がありません。",
        "Nothing has been published here, so there is nothing to withdraw.",
    ),
    "batch.publish.too_early.cut_off": (
        "集計の締切は{last_day}です。公表日（--on {on}）は、それより後の日にしてください。",
        "The campaign's cut-off is {last_day}. Publish on a later date (--on is {on}).",
    ),
    "batch.publish.too_early.deadline": (
        "提出期限は{last_day}です。公表日（--on {on}）は、それより後の日にしてください。",
        "The campaign's deadline is {last_day}. Publish on a later date (--on is {on}).",
    ),
    "batch.publish.future": (
        "公表日（--on {on}）が今日（{today}）より後です。公表日以後に実行してください。",
        "The date of publication (--on {on}) is later than today ({today}). Run this on that date or later.",
    ),
    "batch.publish.before_edition": (
        "取り下げる日（--on {on}）が公表日（{published}）より前です。公表日以後の日を指定してください。",
        "The date of withdrawal (--on {on}) is before the date of publication ({published}). Specify that date or a later one.",
    ),
    "batch.publish.not_a_line": (
        "{name}には、空でない1行の文字列を指定してください。",
        "{name} must be text on one line; it cannot be blank.",
    ),
    "batch.publish.reason_alone": (
        "--reasonは--withdrawと併せて使用します。",
        "--reason requires --withdraw.",
    ),
    "batch.publish.reason_missing": (
        "--withdrawには--reasonが必要です。",
        "--withdraw requires --reason.",
    ),
    "batch.publish.withdraw_alone": (
        "--withdrawは指定した値を取り下げるだけです。{names}は指定できません。",
        "--withdraw only withdraws the figure specified. Omit {names}.",
    ),
    "batch.publish.interrupted": (
        "中断した公表があり、先に完了する必要があります。次を実行してください：`{command}`",
        "An interrupted publication must be completed first. Run: `{command}`",
    ),
    "batch.publish.feedback_left": (
        "公表は完了しましたが、還元資料を作成できませんでした。最後の実行の後に、プログラムの版や使用するデータが変わっています。`cssa batch run`をもう一度実行してください。",
        "The figures are published, but the feedback reports could not be produced: the program's version or the data it uses has changed since the last run. Run `cssa batch run` again.",
    ),
    "batch.publish.previous_unpublished": (
        "前回の結果が公表されていません。公表済みの結果のフォルダーを指定するか、--previousを省略してください。",
        "The previous campaign was not published. Specify the folder of a published one, or omit --previous.",
    ),
    "batch.publish.previous_same": (
        "今回と同じ実施回（{campaign}）です。前回のフォルダーを指定してください。",
        "This is the same campaign ({campaign}). Specify the folder of the previous one.",
    ),
    "batch.publish.previous_later": (
        "{then}に公表されたもので、今回より前ではありません。前回のフォルダーを指定してください。",
        "The previous campaign was published on {then}, which is not earlier than this publication. Specify the folder of the previous campaign.",
    ),
    "batch.publish.other_rule.min_group": (
        "前回は--min-group {then}で公表されました（今回は{now}）。変化は同じ規則でのみ公表できます。同じ値にするか、--previousを省略してください。",
        "The previous campaign was published with --min-group {then} (this run: {now}). Changes can be published under the same rules only: use the same value, or omit --previous.",
    ),
    "batch.publish.other_rule.coalition": (
        "前回は--coalition {then}で公表されました（今回は{now}）。変化は同じ規則でのみ公表できます。同じ値にするか、--previousを省略してください。",
        "The previous campaign was published with --coalition {then} (this run: {now}). Changes can be published under the same rules only: use the same value, or omit --previous.",
    ),
    "batch.publish.other_rule.second": (
        "前回は--second {then}で公表されました（今回は{now}）。変化は同じ規則でのみ公表できます。同じ値にするか、--previousを省略してください。",
        "The previous campaign was published with --second {then} (this run: {now}). Changes can be published under the same rules only: use the same value, or omit --previous.",
    ),
    "batch.publish.other_rule.coverage_floor": (
        "前回は回答率の下限（coverage_floor）を{then}として公表されました（今回は{now}）。変化は同じ規則でのみ公表できます。実施回のファイルで同じ値にして`cssa batch run`からやり直すか、--previousを省略してください。",
        "The previous campaign was published with a coverage_floor of {then} (this run: {now}). Changes can be published under the same rules only: set the same value in the campaign file and run `cssa batch run` again, or omit --previous.",
    ),
    "batch.publish.other_rule.groups": (
        "前回は業態グループ、業態又は規模の区切りが今と異なります。変化は同じ集計区分でのみ公表できます。--previousを省略してください。",
        "The previous campaign was published with other industry groups, sub-sectors or size bands than those in use now. Changes can be published for the same groups only: omit --previous.",
    ),
    "batch.published.interrupted": (
        "公表が中断しています。先に次を実行して完了してください：`{command}`",
        "Publishing was interrupted. Complete it first: `{command}`",
    ),
    "batch.published.unreadable": (
        "公表の記録として読み取れません。バックアップから復元してください。",
        "The record of the publication cannot be read. Restore the file from a backup.",
    ),
    "batch.published.record_missing": (
        "公表したファイル（{file}）がありますが、公表の記録がありません。バックアップから復元してください。記録がなければ、実行も公表もできません。",
        "There is a file of a published edition ({file}), but the publication record is missing. Restore it from a backup: without it, nothing can be run or published here.",
    ),
    "batch.published.altered": (
        "公表した後に変更されたか、失われています。控え（{copy}）をコピーして元に戻してください。",
        "The file was changed or removed after publication. Restore it by copying {copy}.",
    ),
    "batch.published.staged_lost": (
        "公表する{file}の控えが変更されたか、失われています。バックアップから復元してください。",
        "The saved copy of {file}, which is to be published, was changed or removed. Restore it from a backup.",
    ),
    "batch.published.other_option": (
        "公表した値は{name} {published}によるもので、指定（{given}）と異なります。{name}を省略するか、別のフォルダーを指定してください。",
        "The figures were published with {name} {published}, not {given}. Omit {name}, or use another folder.",
    ),
    "batch.other_campaign_there": (
        "このフォルダーには実施回{there}の結果があります（今回は{given}）。実施回ごとに別のフォルダーを指定してください。",
        "This folder holds the results of campaign {there}; this run is of campaign {given}. Specify a folder of its own for each campaign.",
    ),
    "batch.published.other_tiers": (
        "公表した値は、{published}を対象としたもので、今回の指定（{given}）と異なります。公表時のcampaign.yamlを指定してください。",
        "The figures were published for these tiers: {published}. This run is for: {given}. Specify the campaign.yaml of the publication.",
    ),
    "batch.nothing_scored": (
        "算定方法{scheme}は、tiersに記載された区分を算定の対象としないため、成熟度を算定できません。tiers又は--schemeを見直してください。",
        "The scheme {scheme} scores none of the tiers that the campaign asks, so no score can be computed. Change tiers or --scheme.",
    ),
    "campaign.tier_unused": (
        "点検票{checklist}には「{tier}」がありません。",
        "The checklist {checklist} has no practices of this tier: {tier}.",
    ),
    "batch.published.other_campaign": (
        "このフォルダーには実施回{published}の公表済みの結果があります（回答票は{given}）。別のフォルダーを指定してください。",
        "This folder holds the published results of campaign {published}; these are forms of campaign {given}. Specify another folder.",
    ),
    "batch.phase.read": (
        "読み取り（重複を除く）",
        "Reading (without duplicates)",
    ),
    "batch.days": (
        "基準日：{base_date}　判定日：{as_of}",
        "Base date: {base_date}; evaluation date: {as_of}",
    ),
    "batch.days.evaluation": (
        "判定日：{as_of}",
        "Evaluation date: {as_of}",
    ),
    "batch.phase.export": (
        "表の書き出し",
        "Exporting tables",
    ),
    "batch.phase.publish": (
        "集計に用いるファイルの確認",
        "Checking the files for the statistics",
    ),
    "batch.phase.feedback": (
        "還元資料",
        "Feedback reports",
    ),
    "batch.phase.finish": (
        "最終処理",
        "Finishing",
    ),
    "batch.summary.files": (
        "ファイル {count}件",
        "{count} {count:file|files}",
    ),
    "batch.summary.filings": (
        "ファイル {count}件（複数の機関のものは機関ごとに数えて{filings}件）",
        "{count} {count:file|files} ({filings} when a file for several institutions is counted once for each)",
    ),
    "batch.summary.institutions": (
        "対象 {count}機関",
        "{count} {count:institution|institutions} expected",
    ),
    "batch.summary.statistics": (
        "集計に含むもの {count}機関",
        "{count} {count:institution|institutions} in the statistics",
    ),
    "batch.summary.doubtful": (
        "どの機関のものか確認が必要なもの {count}件（例：{first}）。受付管理簿の「理由」を確認してください",
        "{count} held until the institution is confirmed (first: {first}): see the reasons in the ledger",
    ),
    "batch.summary.not_read": (
        "このコンピューターで開けず、未確認のもの {count}件（例：{first}）。受付管理簿の「理由」を確認して対処し、もう一度実行してください",
        "{count} that could not be read on this machine (first: {first}): resolve the reasons given in the ledger, and run the command again",
    ),
    "batch.summary.unexplained": (
        "延長の理由又は承認者の記録がないもの {count}件（例：{first}）。名簿に記入してください",
        "{count} {count:extension|extensions} without a recorded reason or approver (first: {first}): complete the roster",
    ),
    "batch.summary.undecided": (
        "どの回答を採用するか判断が必要なもの {count}件（例：{first}）。受付管理簿の「理由」を確認してください",
        "{count} held until you decide which answers to use (first: {first}): see the reasons in the ledger",
    ),
    "batch.summary.ignored": (
        "回答票ではないと判断し、読み取らなかったもの {count}件（例：{first}）",
        "{count} skipped: not forms (first: {first})",
    ),
    "batch.summary.unseen": (
        "受付一覧の行のうち、該当するファイルがないもの、又は1つに特定できないもの {count}件（例：{first}）",
        "{count} {count:line|lines} of the list of receipts that {count:matches|match} no file, or more than one (first: {first})",
    ),
    "batch.summary.open": (
        "次に確認するもの：",
        "Next, open:",
    ),
    "batch.summary.ledger": (
        "{path}  受付管理簿",
        "{path}  the ledger",
    ),
    "batch.summary.returns": (
        "{path}  提出者への依頼文と、差し戻す回答票（ファイル{count}件について）",
        "{path}  letters on files not accepted, with any forms to return ({count} {count:file|files})",
    ),
    "batch.summary.review": (
        "{path}  確認をお願いする回答",
        "{path}  answers to confirm",
    ),
    "batch.summary.aggregate": (
        "{path}  公表用の集計",
        "{path}  the aggregate for publication",
    ),
    "batch.summary.feedback": (
        "{path}  還元資料（{count}機関）",
        "{path}  feedback reports ({count} {count:institution|institutions})",
    ),
    "batch.summary.interim": (
        "{path}  還元資料（集計途中、自機関の値のみ。{count}機関）",
        "{path}  interim feedback reports, own figures only ({count} {count:institution|institutions})",
    ),
    "batch.summary.restricted": (
        "{path}  実施主体限りの集計（外部に出さないでください）",
        "{path}  the issuer's restricted edition; do not pass it on",
    ),
    "batch.summary.unpublished": (
        "まだ公表していません。締切の後、結果を確認してから：`cssa batch publish {path} --approved-by 承認者 --on 公表日`",
        "Nothing is published yet. After the cut-off, once the results are checked: `cssa batch publish {path} --approved-by NAME --on DATE`",
    ),
    "batch.summary.published": (
        "{on}に公表済みです（承認：{approved_by}、集計した機関：{count}）。公表した値は変わりません。",
        "Published on {on} (approved by {approved_by}; {count} {count:institution|institutions} included). The published figures do not change.",
    ),
    "batch.summary.known.form": (
        "1つの回答票で{institutions}機関が回答（{name}）。回答を知る者がいるために秘匿した値：{count}件",
        "One form covers {institutions} institutions ({name}). Figures withheld because its sender knows their answers: {count}",
    ),
    "batch.summary.known.seen_by": (
        "{institutions}機関の回答を閲覧できる者（{name}）。回答を知る者がいるために秘匿した値：{count}件",
        "{name} sees the answers of {institutions} institutions. Figures withheld because of this: {count}",
    ),
    "batch.summary.known.licences": (
        "1つの法人の{institutions}件の免許（{name}）。回答を知る者がいるために秘匿した値：{count}件",
        "{institutions} licences of one institution ({name}). Figures withheld because it knows the answers for all: {count}",
    ),
    "batch.summary.withdrawn": (
        "{on}に{count}件の値を取り下げました：",
        "Withdrawn on {on}: {count} {count:figure|figures}",
    ),
    "batch.summary.hand_out": (
        "公表により作成した資料：",
        "Produced by publication:",
    ),
    "batch.phase_done": (
        "{phase}：{count}件",
        "{phase}: {count}",
    ),
    "batch.summary.unchanged": (
        "前回の実行から変更はありません。",
        "Nothing has changed since the last run.",
    ),
}
