"""Messages: files of an inbox that are opened, unpacked or put aside."""

MESSAGES = {
    "batch.not_read.denied": (
        "このプログラムを実行している利用者には、読み取る権限がありません。権限を付与して、もう一度実行してください。",
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
        "フォルダーへのリンクのため、中を読み取っていません。リンクを取り除き、リンク先のフォルダーをコマンドの引数に加えて、もう一度実行してください。",
        "This is a link to a folder, which is not followed. Remove the link, specify the folder that it leads to on the command line too, and run the command again.",
    ),
    "batch.not_read.special": (
        "通常のファイルではありません（パイプ、装置など）。取り除くか、ファイルに置き換えて、もう一度実行してください。",
        "This is not a regular file (it is a pipe, a device or the like). Remove it or replace it with the file, and run the command again.",
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
        "暗号化されたメール又は電子署名で包まれたメールの本体（S/MIMEの`smime.p7m`、PGP）で、中を読み取れません。メールソフトで開き、添付ファイルを取り出して置いてください。",
        "This is the body of an e-mail that is encrypted or wrapped in a signature (S/MIME's `smime.p7m`, or PGP), which cannot be read. Open the e-mail in a mail program and save the attachment in its place.",
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
        "The e-mail has too many parts (at most {limit}), which is not usual. Do not open it; check with the sender.",
    ),
    "batch.mail.too_deep": (
        "メールの部分が{limit}段を超えて入れ子になっています。通常のメールではありません。開かず、送付者に確認してください。",
        "The parts of the e-mail are nested more than {limit} levels deep, which is not usual. Do not open it; check with the sender.",
    ),
    "batch.fact.id": ("機関ID", "institution ID"),
    "batch.fact.name": ("機関名", "institution name"),
    "batch.fact.sector": ("業態", "sub-sector"),
    "batch.fact.licence": ("免許・登録", "licence"),
    "batch.fact.size": ("規模", "size"),
    "batch.fact.profile": ("属性", "profile"),
    "batch.fact.risk": ("リスクプロファイル", "risk profile"),
    "batch.fact.lists": ("機関が挙げた行の名称", "names of rows"),
    "batch.fact.selected_groups": ("対象グループ", "groups of practices"),
    "batch.aside.with_form": (
        "{what}この機関の回答票又は返信票は、別に届いています。その差替えや、返信に添えた資料でないか確認し、いずれでもなければ対応は不要です。",
        "{what} A form or reply form of the institution has been received separately. Check whether this file was to replace it or goes with a reply; otherwise there is nothing to do.",
    ),
    "batch.aside.in_mail": (
        "{what}同じメールに回答票又は返信票が添付されています。返信に添えた資料でないか確認し、そうでなければ対応は不要です。",
        "{what} A form or reply form is attached to the same e-mail. Check whether this file goes with a reply; otherwise there is nothing to do.",
    ),
    "batch.aside.nobodys": (
        "{what}どの機関のものか特定できません。回答票の代わりに送付されたものかどうか確認してください。",
        "{what} The institution is not known. Check whether the file was sent in place of a form.",
    ),
    "batch.aside.by_sender": (
        "{what}送信者のアドレスは、名簿のこの機関のものです。回答票の代わりに送付されたものかどうか確認してください。",
        "{what} On the roster, the sender's address belongs to this institution. Check whether the file was sent in place of a form.",
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
        "ZIPの中のファイルが多すぎます（入っているメールの添付ファイルも数え、{limit}個まで）。分割して再送するよう依頼してください。",
        "The archive holds too many files (at most {limit}, attachments of e-mails in it included). Ask for it to be split and sent again.",
    ),
    "batch.archive.too_large": (
        "ZIPを展開すると{limit} MBを超えるため、開いていません。手元で展開せず、送付者に内容を確認し、回答票だけにするか、分割して再送するよう依頼してください。",
        "Unpacked, the archive exceeds {limit} MB, so it was not opened. Do not unpack it yourself; check with the sender what it holds, and ask for the forms alone or for several archives.",
    ),
    "batch.too_much_memory": (
        "読み取りに必要なメモリーが上限を超えました。開かず、送付者に確認してください。",
        "Reading this file takes more memory than the limit per file. Do not open it; check with the sender.",
    ),
    "batch.worker_died": (
        "読み取り中に処理が異常終了したため、このファイルだけ除外しました。開かず、送付者に確認してください。",
        "The process reading this file crashed, so this file alone was excluded. Do not open it; check with the sender.",
    ),
    "batch.unexpected": (
        "プログラムの想定外のエラーで読み取れません（{error}）。提出者の誤りとは限りません。手元で開いて確認してください。",
        "This file cannot be read because of an unexpected error in the program ({error}), which need not be the sender's fault. Open it yourself to check.",
    ),
    "batch.changed": (
        "読み取り中にファイルが変更されました。もう一度実行してください。",
        "The file changed while it was being read. Run the command again.",
    ),
}
