"""Messages: letters that ask a sender to correct a form, or to send it again."""

MESSAGES = {
    "batch.issue.subject": (
        "{title}　ご回答のお願い",
        "{title}: request to complete the form",
    ),
    "batch.letter.attention": (
        "{contact}　ご担当者様",
        "Attention: {contact}",
    ),
    "batch.issue.ask.workbook": (
        "標記について、添付の回答票（Excel）にご記入のうえ、ご提出くださいますようお願いいたします。記入方法は、回答票の表紙に記載しています。",
        "Please complete the enclosed form (Excel) and submit it. The cover of the form explains how to fill it in.",
    ),
    "batch.issue.ask.page": (
        "標記について、添付の回答票（HTML）をブラウザで開いてご記入のうえ、「ファイルに保存」で保存した.jsonファイルをご提出くださいますようお願いいたします。インターネットへの接続は不要です。",
        'Please open the enclosed form (HTML) in a browser, complete it, choose "Save as file", and submit the .json file. No internet connection is needed.',
    ),
    "batch.issue.form": (
        "回答票：{name}（番号 {number}）",
        "Form: {name} (number {number})",
    ),
    "batch.issue.base_date": (
        "基準日：{date}",
        "Base date: {date}",
    ),
    "batch.issue.cut_off": (
        "集計の締切：{date}（この日より後に届いた回答は、集計に含めません）",
        "Cut-off: {date} (answers received later are not included in the statistics)",
    ),
    "batch.issue.tiers": (
        "対象とする区分：{tiers}",
        "Tiers asked: {tiers}",
    ),
    "batch.letter.beyond_cut_off": (
        "貴機関のご提出期限は、集計の締切より後です。締切より後に届いた回答は集計に含めず、還元資料のみを作成いたします。",
        "Your deadline is later than the cut-off. For answers received after the cut-off you will receive a feedback report only; they are not included in the statistics.",
    ),
    "batch.letter.feedback_only": (
        "集計は既に締め切りました。今後受け付ける回答は、集計には含めませんが、貴機関の還元資料は作成いたします。",
        "The statistics are closed. Answers accepted from now on are not included in them, but your institution will still receive a feedback report.",
    ),
    "batch.issue.legal_basis": (
        "根拠：{basis}",
        "Basis: {basis}",
    ),
    "batch.issue.locked": (
        "・この回答票は、貴機関専用です。機関ID、名称及び業態は記入済みです。誤りがあれば、変更せずにお知らせください。",
        "- The form is for your institution only. Your institution's ID, name and sub-sector are filled in. If any of them is wrong, please let us know instead of changing it.",
    ),
    "batch.issue.carried.workbook": (
        "・前回の回答（{count}項目）を記入してあります。内容を確認し、現状と異なる箇所を修正したうえで、項目ごとに「引き継いだ回答」の列の「要確認」を削除してください。",
        '- Your answers from the previous campaign ({count} {count:item|items}) are filled in. Please check them, correct what has changed, and clear "To be confirmed" in the column "Carried over" for each item.',
    ),
    "batch.issue.carried.page": (
        "・前回の回答（{count}項目）を記入してあります。内容を確認し、現状と異なる箇所を修正したうえで、項目ごとに「確認済みにする」を選択してください。",
        '- Your answers from the previous campaign ({count} {count:item|items}) are filled in. Please check them, correct what has changed, and choose "Mark as confirmed" for each item.',
    ),
    "batch.issue.restricted": (
        "・記入後の回答票は、弱点に関する情報を含みます（取扱注意）。",
        "- A completed form contains information on weaknesses (restricted).",
    ),
    "batch.letter.title.correct": (
        "修正のお願い",
        "Request for corrections",
    ),
    "batch.letter.title.resend": (
        "ご提出のお願い（再送）",
        "Request to submit the form again",
    ),
    "batch.letter.title.act": (
        "ご対応のお願い",
        "Request for action",
    ),
    "batch.letter.salutation": (
        "{name}　御中",
        "To: {name}",
    ),
    "batch.letter.campaign": (
        "実施回：{title}",
        "Campaign: {title}",
    ),
    "batch.letter.deadline": (
        "ご提出期限：{date}",
        "Deadline: {date}",
    ),
    "batch.letter.institution": (
        "機関：{name}（{id}）",
        "Institution: {name} ({id})",
    ),
    "batch.letter.ask.correct": (
        "ご提出ありがとうございます。お手数ですが、次の点について修正又は追加のうえ、ご提出くださいますようお願いいたします。",
        "Thank you for your submission. Please see to the points listed below, and submit the corrected form or what is still missing.",
    ),
    "batch.letter.ask.resend": (
        "ご提出ありがとうございます。次のとおり、受け付けることができないファイルが{count}件ありました。お手数ですが、以下の記載に沿ってご対応くださいますようお願いいたします。",
        "Thank you for your submission. We were unable to accept {count:the file|the files} listed below. Please proceed as described{count:| for each}.",
    ),
    "batch.letter.file": (
        "ファイル：{name}",
        "File: {name}",
    ),
    "batch.letter.received": (
        "受付日時：{at}",
        "Received: {at}",
    ),
    "batch.letter.marked": (
        "修正をお願いするセルは、お返しする回答票（{name}）に赤色で示しています。",
        "The cells to correct are highlighted in red in the form that we return to you ({name}).",
    ),
    "batch.letter.marked_page": (
        "修正をお願いする箇所は、お返しする回答票（{name}）に示しています。ブラウザで開いて修正し、「ファイルに保存」で保存した.jsonファイルをご提出ください。",
        'The fields to correct are marked in the form that we return to you ({name}). Please open it in a browser, correct them, choose "Save as file", and submit the .json file.',
    ),
    "batch.letter.point": (
        "・{text}",
        "- {text}",
    ),
    "batch.letter.field": (
        "{line}の「{field}」",
        '{line}, "{field}"',
    ),
    "batch.letter.more_cells": (
        "ほか{count}か所",
        "and {count} more",
    ),
    "batch.letter.issuer": (
        "実施主体：{issuer}",
        "Issuer: {issuer}",
    ),
    "batch.letter.contact": (
        "お問合せ先：{contact}",
        "Contact: {contact}",
    ),
    "batch.letter.to_do.empty": (
        "ファイルの内容がありません。お手元の回答票を開いて保存し直し、再度ご提出ください。",
        "The file is empty. Please open your copy of the form, save it, and submit it again.",
    ),
    "batch.letter.to_do.too_large": (
        "ファイルが{limit} MBを超えています。貼り付けた画像など、回答票に追加したものを削除して保存し、再度ご提出ください。",
        "The file is larger than {limit} MB. Please delete pictures and anything else that was added to the form, save it, and submit it again.",
    ),
    "batch.letter.to_do.password": (
        "パスワードで保護されているため、開くことができません。ファイルの再送は不要です。パスワードを、電話など、ファイルをお送りいただいた方法とは別の方法でお知らせください。保護を外したファイルを電子メールで送ることは、お控えください。",
        "The file is protected by a password, so we cannot open it. There is no need to send it again. Please give us the password through a different channel from the one you used to send the file, such as by telephone. Please do not send an unprotected file by e-mail.",
    ),
    "batch.letter.to_do.password_wrong": (
        "パスワードで保護されており、お知らせいただいたパスワードでは開くことができません。ファイルの再送は不要です。正しいパスワードを、電話など、ファイルをお送りいただいた方法とは別の方法でお知らせください。保護を外したファイルを電子メールで送ることは、お控えください。",
        "The file is protected by a password, and the password that we have from you does not open it. There is no need to send it again. Please give us the right password through a different channel from the one you used to send the file, such as by telephone. Please do not send an unprotected file by e-mail.",
    ),
    "batch.letter.to_do.save_as": (
        "この形式のファイルは受け付けられません。ファイルをExcelで開き、「名前を付けて保存」で「Excelブック（*.xlsx）」を選んで保存し、そのファイルをご提出ください。ブラウザの回答票の場合は、お送りした回答票をブラウザで開いてご記入のうえ、「ファイルに保存」で保存した.jsonファイルをご提出ください。",
        'We cannot accept a file in this format. Please open it in Excel, use Save As to save it as an Excel Workbook (*.xlsx), and submit that file. If it is a browser form, please use a browser to open and complete the form that we sent, choose "Save as file", and submit the .json file instead.',
    ),
    "batch.letter.to_do.numbers": (
        "Numbersの書類は受け付けられません。Numbersの「ファイル」＞「書き出す」＞「Excel」で.xlsxファイルを作成し、そのファイルをご提出ください。",
        "We cannot accept a Numbers document. Please choose File > Export To > Excel in Numbers and submit the .xlsx file.",
    ),
    "batch.letter.to_do.plain_text": (
        "テキスト（CSVなど）のファイルは、回答票として受け付けられません。お送りした回答票に記入し、Excelの回答票であれば.xlsxファイルを、ブラウザの回答票であれば「ファイルに保存」で保存した.jsonファイルをご提出ください。",
        'We cannot accept a text file (such as CSV) as the form. Please complete the form that we sent and submit it: the .xlsx file of an Excel form, or the .json file that "Save as file" creates in a browser form.',
    ),
    "batch.letter.to_do.other_file": (
        "お送りした回答票ではないファイルです。お送りした回答票に記入して、ご提出ください。",
        "This file is not the form that we sent. Please complete the form that we sent and submit it.",
    ),
    "batch.letter.to_do.new_copy": (
        "ファイルに必要な情報が失われているため、読み取ることができません。お送りした回答票（照会へのご返信の場合は返信票）をもう一度開き、そこに記入し直して、ご提出ください。",
        "Information that the file needs has been lost, so it cannot be read. Please make your entries again in a new copy of the form (or, when replying to a query, of the reply form) that we sent, and submit it.",
    ),
    "batch.letter.to_do.stripped": (
        "回答票の隠れたシートや行・列が削除されているため、読み取ることができません。お送りした元の回答票に回答を値として貼り付け、「ドキュメント検査」で隠れた部分を削除せずにご提出ください。元の回答票がお手元にない場合は、お知らせください。改めてお送りします。",
        "Hidden sheets, rows or columns of the form have been deleted, so it cannot be read. Please paste the answers as values into the form that we sent, and submit it without removing hidden parts with the Document Inspector. If you no longer have that form, let us know and we will send it again.",
    ),
    "batch.letter.to_do.reply_lost": (
        "返信票に必要な情報が失われているため、どの照会への返信か特定できません。お送りした返信票をもう一度開き、そこにご記入のうえ、ご返信ください。",
        "Information that the reply form needs has been lost, so the letter that it belongs to is not known. Please complete a new copy of the reply form that we sent, and return it.",
    ),
    "batch.letter.to_do.damaged": (
        "ファイルが破損しているため、開くことができません。お手元の回答票をExcelで開き、別の名前で保存して、ご提出ください。お手元でも開けない場合は、お送りした回答票に回答を記入し直してください。",
        "The file is damaged and cannot be opened. Please open your copy of the form in Excel, save it under another name, and submit it. If it does not open for you either, please enter your answers in a new copy of the form that we sent.",
    ),
    "batch.letter.to_do.odd_content": (
        "ファイルの内部がExcelで保存したブックと異なるため、読み取ることができません。Excelで開いて別の名前で保存し、ご提出ください。Excel以外で作成されたファイルの場合は、お送りした回答票に回答を記入し直してください。",
        "The internal structure of the file differs from that of a workbook saved by Excel, so it cannot be read. Please open it in Excel, save it under another name, and submit it. If it was created by another program, please enter your answers in a new copy of the form that we sent.",
    ),
    "batch.letter.to_do.page": (
        "回答票から保存した内容が変更されているか、欠けているため、読み取ることができません。お送りした回答票をブラウザで開き、「ファイルを開く」でお手元のファイルを開いて内容を確認した後、「ファイルに保存」で保存した.jsonファイルをご提出ください。開くことができない場合は、お送りした回答票に回答を記入し直してください。",
        'What the form saved has been changed or is incomplete, so it cannot be read. In a browser, please open the form that we sent, open your file with "Open file", check it, choose "Save as file", and submit the .json file. If your file cannot be opened there, please enter your answers in the form again.',
    ),
    "batch.letter.to_do.additions": (
        "回答票にない内容が多すぎるため、読み取ることができません。回答票に追加したシート、行、文章を削除して保存し、再度ご提出ください。",
        "The file contains too much that does not belong to the form. Please delete the sheets, rows and text that were added to it, save it, and submit it again.",
    ),
    "batch.letter.to_do.far_cell": (
        "「{part}」のセル{cell}に値がありますが、回答票の範囲の外です。そのセルの値を削除して保存し、再度ご提出ください。",
        'Cell {cell} of "{part}" is outside the form but has a value. Please clear that cell, save the file, and submit it again.',
    ),
    "batch.letter.to_do.macros": (
        "マクロ又はActiveXコントロール（ボタンなど）が含まれているため、受け付けられません。ActiveXコントロールがあれば削除し、「Excelブック（*.xlsx）」として保存して、ご提出ください。取り除けないときは、お送りした回答票に回答を記入し直してください。",
        "The file contains macros or ActiveX controls (such as buttons), so we cannot accept it. Please delete any ActiveX controls, save the file as an Excel Workbook (*.xlsx), and submit it. If they cannot be removed, please enter your answers in a new copy of the form that we sent.",
    ),
    "batch.letter.to_do.links": (
        "他のブックへのリンク又は外部データへの接続が含まれているため、受け付けられません。Excelの「データ」タブでリンクと接続を解除して保存し、再度ご提出ください。",
        "The file contains links to other workbooks or connections to external data, so we cannot accept it. Please remove them on the Data tab of Excel, save the file, and submit it again.",
    ),
    "batch.letter.to_do.picture": (
        "PDFや画像からは、回答を読み取ることができません。記入した回答票のファイルそのものをご提出ください。",
        "Answers cannot be read from a PDF or a picture. Please submit the file of the completed form itself.",
    ),
    "batch.letter.to_do.mail": (
        "お送りいただいたメールのファイルからは、回答票を取り出すことができません。記入した回答票のファイルそのものをご提出ください。",
        "The form cannot be taken from the e-mail file that was sent. Please submit the file of the completed form itself.",
    ),
    "batch.letter.to_do.archive": (
        "この形式の圧縮ファイルは受け付けられません。圧縮を解いた回答票のファイルそのものを、今回と同じ送付方法でご提出ください。",
        "We cannot accept this kind of archive. Please unpack it and submit the file of the completed form itself, in the same way as you sent the archive.",
    ),
    "batch.letter.to_do.rich_mail": (
        "添付ファイルが「winmail.dat」という名前で届いたため、開くことができません。お手数ですが、メールの形式を「HTML形式」又は「テキスト形式」にして、記入した回答票のファイルを添付し、再度お送りください。",
        "Your attachment arrived as a file named winmail.dat, which we cannot open. Please set the format of the e-mail to HTML or plain text, attach the file of the completed form, and send it again.",
    ),
    "batch.letter.to_do.sealed_mail": (
        "暗号化されたメール又は電子署名で包まれたメール（S/MIME、PGP）のため、添付された回答票を取り出すことができません。お手数ですが、記入した回答票のファイルの送付の方法について、ご相談ください。",
        "Your e-mail was encrypted or wrapped in a signature (by S/MIME or PGP), so we cannot take the form from it. Please contact us about how to submit the file of the completed form.",
    ),
    "batch.letter.to_do.inner_zip": (
        "{archive}の中に、さらにZIP（{name}）が入っているため、開くことができません。中のZIPを展開し、回答票のファイルをご提出ください。",
        "{archive} contains another ZIP ({name}), which we cannot open. Please unpack the inner ZIP and submit the file of the form.",
    ),
    "batch.letter.to_do.archive_parts": (
        "圧縮ファイルに含まれるファイルの数又は合計の大きさが上限を超えています。回答票のファイルだけにするか、いくつかの圧縮ファイルに分けて、ご提出ください。",
        "The archive holds too many files, or its files are too large in total. Please submit only the files of the forms, or split them into several archives.",
    ),
    "batch.letter.to_do.wrong_edition": (
        "今回お送りした回答票ではありません。今回の回答票に記入して、ご提出ください。",
        "This is not the form of this campaign. Please complete the form that we sent for this campaign and submit it.",
    ),
    "batch.letter.to_do.parts_incomplete": (
        "一部の部署の分だけを受け付けています。残りの部署の回答票をご提出ください。未回答の対応事項（{count}件）：{practices}",
        "So far we have accepted the forms of some departments only. Please submit those of the others. Unanswered ({count}): {practices}",
    ),
    "batch.letter.to_do.nothing_answered": (
        "回答の記入がありません。ご記入のうえ、ご提出ください。",
        "The form has no answers. Please complete it and submit it.",
    ),
    "batch.letter.to_do.column_lost": (
        "「{column}」の列がありません。列を元に戻すか、お送りした回答票に回答を記入し直してください。",
        'The column "{column}" is missing. Please restore it, or enter your answers in a new copy of the form that we sent.',
    ),
}
