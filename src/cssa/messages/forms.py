"""Messages: Excel forms."""

MESSAGES = {
    "form.level": (
        "{level} {name}：{words}",
        "{level} {name}: {words}",
    ),
    "form.factor": (
        "{level}：{words}",
        "{level}: {words}",
    ),
    "form.sheet.cover": (
        "表紙",
        "Cover",
    ),
    "form.sheet.guide": (
        "段階の目安",
        "Levels",
    ),
    "form.sheet.returned": (
        "直していただきたい点",
        "To be corrected",
    ),
    "form.tier.basic": (
        "基本",
        "Basic",
    ),
    "form.tier.desirable": (
        "望ましい",
        "Desirable",
    ),
    "form.none.none": (
        "いずれもなし",
        "None of these",
    ),
    "form.none.none.read": (
        "いずれもなし|なし|None of these",
        "いずれもなし|なし|None of these",
    ),
    "form.disposition.na": (
        "該当なし",
        "Not applicable",
    ),
    "form.disposition.na.read": (
        "該当なし|非該当|N/A|Not applicable",
        "Not applicable|N/A|該当なし|非該当",
    ),
    "form.disposition.not_adopted": (
        "見送り",
        "Not adopted",
    ),
    "form.disposition.not_adopted.read": (
        "見送り|見送る|採用しない|Not adopted",
        "Not adopted|見送り|見送る|採用しない",
    ),
    "form.treatment.accepted": (
        "リスク受容",
        "Risk accepted",
    ),
    "form.treatment.accepted.read": (
        "リスク受容|受容|Risk accepted",
        "Risk accepted|リスク受容|受容",
    ),
    "form.treatment.alternative": (
        "代替措置",
        "Alternative measure",
    ),
    "form.treatment.alternative.read": (
        "代替措置|代替策|Alternative measure",
        "Alternative measure|代替措置|代替策",
    ),
    "form.confirmed.no": (
        "要確認",
        "To be confirmed",
    ),
    "form.confirmed.no.read": (
        "要確認|未確認|To be confirmed",
        "To be confirmed|要確認|未確認",
    ),
    "form.flag.yes": (
        "はい",
        "Yes",
    ),
    "form.flag.yes.read": (
        "はい|有|有り|あり|○|◯|〇|Yes|Y|true",
        "Yes|Y|true|はい|有|有り|あり|○|◯|〇",
    ),
    "form.flag.no": (
        "いいえ",
        "No",
    ),
    "form.flag.no.read": (
        "いいえ|無|無し|なし|×|✕|✗|No|N|false",
        "No|N|false|いいえ|無|無し|なし|×|✕|✗",
    ),
    "form.column.number": (
        "番号",
        "Number",
    ),
    "form.column.title": (
        "対応事項",
        "Practice",
    ),
    "form.column.section": (
        "節",
        "Section",
    ),
    "form.column.tier": (
        "区分",
        "Tier",
    ),
    "form.column.question": (
        "設問（※は条件など）",
        "Question (* conditions and the like)",
    ),
    "form.column.listed": (
        "挙げられている点（【必須】は含めるもの）",
        "Points named ([required] ones must be covered)",
    ),
    "form.column.pitfalls": (
        "よくある不備",
        "Common weaknesses",
    ),
    "form.column.answer": (
        "段階（一覧から選ぶ）",
        "Level (choose from the list)",
    ),
    "form.column.disposition": (
        "該当なし・見送り",
        "Not applicable, not adopted",
    ),
    "form.column.reason": (
        "その理由（必須）",
        "Reason (required with it)",
    ),
    "form.column.done.n": (
        "済んだ件数",
        "Number done",
    ),
    "form.column.done.of": (
        "全件数",
        "Out of",
    ),
    "form.column.points": (
        "済んだ点の番号（例：1, 3）",
        "Points covered, by number (1, 3)",
    ),
    "form.column.note": (
        "補足",
        "Note",
    ),
    "form.column.evidence": (
        "証跡（文書名・所在）",
        "Evidence (document, place)",
    ),
    "form.column.evidence_date": (
        "証跡の日付",
        "Date of the evidence",
    ),
    "form.column.last_done": (
        "最後に行った日",
        "Last done on",
    ),
    "form.column.performed_by": (
        "実施者（共同センターなど）",
        "Performed by (shared centre …)",
    ),
    "form.column.by": (
        "回答者",
        "Answered by",
    ),
    "form.column.treatment.kind": (
        "リスク受容・代替措置",
        "Risk accepted or alternative",
    ),
    "form.column.treatment.measure": (
        "その内容",
        "What it is",
    ),
    "form.column.treatment.approved_by": (
        "承認者",
        "Approved by",
    ),
    "form.column.treatment.approved_on": (
        "承認日",
        "Approved on",
    ),
    "form.column.treatment.review_by": (
        "見直し期限",
        "Review by",
    ),
    "form.column.review_line": (
        "他の線の評価：線（2・3）",
        "Other line's view: line (2, 3)",
    ),
    "form.column.review_level": (
        "同：段階",
        "Its level",
    ),
    "form.column.review_by": (
        "同：評価者",
        "Reviewer",
    ),
    "form.column.review_on": (
        "同：評価日",
        "Reviewed on",
    ),
    "form.column.review_note": (
        "同：補足",
        "Its note",
    ),
    "form.column.confirmed": (
        "引き継いだ回答（確かめたら消す）",
        "Taken over (clear when checked)",
    ),
    "form.field.institution.id": (
        "機関ID",
        "Institution id",
    ),
    "form.field.institution.id.hint": (
        "法人番号（13桁）又は依頼元が定めた番号。半角の英数字で。",
        "The 13-digit corporate number, or the number that the issuer gave you.",
    ),
    "form.field.institution.name": (
        "機関名",
        "Name of the institution",
    ),
    "form.field.institution.name.hint": (
        "正式名称",
        "Its full legal name",
    ),
    "form.field.institution.sector": (
        "業態",
        "Sub-sector",
    ),
    "form.field.institution.sector.hint": (
        "一覧から選びます。",
        "Choose from the list.",
    ),
    "form.field.institution.licence": (
        "免許・登録等の種類",
        "Licence or registration",
    ),
    "form.field.institution.licence.hint": (
        "一覧から選びます。複数の免許等をお持ちのときは、免許等ごとに1つの回答票にします。",
        "Choose from the list. With several licences, fill one form for each.",
    ),
    "form.field.institution.size": (
        "規模（円）",
        "Size (yen)",
    ),
    "form.field.institution.size.hint": (
        "業態を選ぶと、何で測るかが出ます。",
        "Choose the sub-sector to see how size is measured.",
    ),
    "form.size_measure": (
        "{measure}（{sector}）。円単位の数で。",
        "{measure} ({sector}), as a number in yen.",
    ),
    "form.field.assessed_on": (
        "点検日",
        "Assessed on",
    ),
    "form.field.assessed_on.hint": (
        "点検した日です。例：2026/11/2",
        "The day of the assessment, e.g. 2026-11-02.",
    ),
    "form.field.approval.respondent": (
        "回答責任者（部署・役職・氏名）",
        "Respondent (department, position, name)",
    ),
    "form.field.approval.respondent.hint": (
        "内容の問合せ先になる方",
        "Whom to ask about the answers",
    ),
    "form.field.approval.second_line": (
        "第2線の確認者",
        "Checked in the second line by",
    ),
    "form.field.approval.second_line.hint": (
        "リスク管理部門など、回答を確かめた方",
        "Risk management or another function that checked the answers",
    ),
    "form.field.approval.reported_to_board": (
        "取締役会等への報告日",
        "Reported to the board on",
    ),
    "form.field.approval.reported_to_board.hint": (
        "理事会等を含みます。",
        "Or to the body that takes its place",
    ),
    "form.override": (
        "自らの判断によるリスクの高さ（任意。右に理由）",
        "Risk level by your own decision (optional; reason to the right)",
    ),
    "form.sheet_title": (
        "{id}　{title}",
        "{id}  {title}",
    ),
    "form.sheet_how": (
        "黄色の欄から答えます。白い欄は任意、灰色の欄は使いません。段階の意味は「段階の目安」のシートにあります。",
        'Start with the yellow cells. White cells are optional, grey ones are not used. The sheet "Levels" says what each level means.',
    ),
    "form.conditions": (
        "※ {text}",
        "* {text}",
    ),
    "form.applies_if": (
        "※ 対象：表紙の属性 {flags} に当たる機関（当たらない機関は空欄のままで結構です）",
        "* For institutions to which flag {flags} on the cover applies; others may leave it empty.",
    ),
    "form.cadence": (
        "※ 頻度：{word}",
        "* How often: {word}",
    ),
    "form.legal": (
        "※ 法令上の義務です。",
        "* Required by law.",
    ),
    "form.unit": (
        "※ 単位：{unit}",
        "* Unit: {unit}",
    ),
    "form.required_point": (
        "【必須】",
        "[required] ",
    ),
    "form.version": (
        "点検票の版：{version}",
        "Checklist version {version}",
    ),
    "form.part": (
        "この回答票の担当：{owner}",
        "This form is for: {owner}",
    ),
    "form.restricted": (
        "取扱注意",
        "Restricted",
    ),
    "form.campaign": (
        "{title}（{id}）",
        "{title} ({id})",
    ),
    "form.campaign.issuer": (
        "依頼元",
        "Issued by",
    ),
    "form.campaign.base_date": (
        "基準日",
        "Base date",
    ),
    "form.campaign.deadline": (
        "提出期限",
        "Deadline",
    ),
    "form.campaign.cut_off": (
        "集計の締切り",
        "Cut-off for statistics",
    ),
    "form.campaign.contact": (
        "問合せ先",
        "Contact",
    ),
    "form.campaign.legal_basis": (
        "依頼の根拠",
        "Asked on the basis of",
    ),
    "form.progress": (
        "回答の進み具合",
        "Progress",
    ),
    "form.progress.domain": (
        "領域（押すと開きます）",
        "Domain (click to open)",
    ),
    "form.progress.answered": (
        "答えた数",
        "Answered",
    ),
    "form.progress.next": (
        "次に答える番号",
        "Next to answer",
    ),
    "form.progress.missing": (
        "直す所",
        "To be corrected",
    ),
    "form.progress.all": (
        "合計",
        "All",
    ),
    "form.progress.open": (
        "このシートを開きます",
        "Open this sheet",
    ),
    "form.progress.missing.reason": (
        "理由なし{count}件 ",
        "{count} without a reason; ",
    ),
    "form.progress.missing.both": (
        "段階と該当なし等が両方{count}件 ",
        "{count} with a level and left out; ",
    ),
    "form.progress.missing.treatment": (
        "リスク受容等の記入もれ{count}件 ",
        "{count} treatments incomplete; ",
    ),
    "form.institution": (
        "回答する機関",
        "The institution",
    ),
    "form.institution_how": (
        "太字の3つは必須です。ほかは空欄でも受け付けます。",
        "The three in bold are required. The others may be left empty.",
    ),
    "form.required": (
        "必須：未記入",
        "Required: empty",
    ),
    "form.flags": (
        "機関の属性",
        "Profile of the institution",
    ),
    "form.flags_how": (
        "「いいえ」とした属性に結び付く項目は対象外になります。「いいえ」のときは右の欄に理由を書いてください。空欄は「はい」と同じ扱いです。",
        'Items tied to a flag answered "No" fall out of scope; give the reason to the right. An empty flag counts as "Yes".',
    ),
    "form.factors": (
        "リスクの高さを決める要因",
        "What decides how much risk the institution carries",
    ),
    "form.factors_how": (
        "目標とする段階の目安を決めるためのものです。当てはまるものを選んでください。",
        "This decides which level is suggested as a target. Choose what fits.",
    ),
    "form.how": (
        "答え方",
        "How to answer",
    ),
    "form.how.1": (
        "表紙の黄色の欄を埋め、領域ごとのシートを順に開いて答えます。後から続きを答えることもできます。",
        "Fill the yellow cells of this cover, then open the sheets of the domains one by one. You can save and go on later.",
    ),
    "form.how.2": (
        "「段階」の欄は、対応事項ごとの言葉の一覧から選びます。文言を書き換えず、選ぶか貼り付けてください。",
        'In "Level", choose from the list, which is worded for each practice. Choose or paste its words; do not change them.',
    ),
    "form.how.3": (
        "「該当なし」はその機関に当てはまらないとき、「見送り」は望ましい事項を自らの判断で行わないときに選び、必ず理由を書きます。選べない項目の欄は灰色です。",
        'Choose "Not applicable" where a practice does not concern the institution and "Not adopted" where a desirable one is left out by decision; always give the reason. Where neither can be chosen the cells are grey.',
    ),
    "form.how.4": (
        "リスクを受容するとき、又は別の方法で補っているときは「リスク受容・代替措置」の5つの欄をすべて書きます。",
        'Where a risk is accepted, or another measure takes the place, fill all five cells of "Risk accepted or alternative".',
    ),
    "form.how.5": (
        "数式は使わないでください。並べ替え、絞り込み、行の高さや列の幅の変更はかまいません。隠れた行と列は消さないでください。",
        "Do not use formulas. Sorting, filtering and changing widths and heights is fine. Do not delete hidden rows and columns.",
    ),
    "form.how.6": (
        "記入が済んだら、Excelブック（.xlsx）のまま保存して提出してください。",
        "When done, save as an Excel workbook (.xlsx) and hand it in.",
    ),
    "form.rules": (
        "段階の付け方",
        "How to choose a level",
    ),
    "form.guide_title": (
        "段階の目安",
        "What the levels mean",
    ),
    "form.guide_kind": (
        "項目の種類",
        "Kind of practice",
    ),
    "form.disclaimers": (
        "ご注意",
        "Please note",
    ),
    "form.check.title": (
        "入力をご確認ください",
        "Please check",
    ),
    "form.check.list": (
        "一覧の言葉から選んでください。",
        "Choose one of the words in the list.",
    ),
    "form.check.date": (
        "日付を 2026/9/30 の形で入れてください。",
        "Enter a date such as 2026-09-30.",
    ),
    "form.check.count": (
        "0以上の整数を入れてください。",
        "Enter a whole number, 0 or more.",
    ),
    "form.text_too_long": (
        "シート「{sheet}」の{cell}に入る文字が長すぎます（1つの欄は{limit}字まで）。元の回答を短くしてください。",
        'The text for cell {cell} of sheet "{sheet}" is too long (a cell holds {limit} characters). Shorten it in the answers.',
    ),
    "form.too_many_columns": (
        "証跡や評価の件数が多く、回答票の列（{count}）が上限の{limit}を超えます。1項目あたりの件数を減らしてください。",
        "So many pieces of evidence or reviews make {count} columns; a form has at most {limit}. Give fewer for one practice.",
    ),
    "form.not_a_form": (
        "cssaの回答票ではありません。`cssa form new`で作った回答票を指定してください。",
        "This is not a form of cssa. Name a form made by `cssa form new`.",
    ),
    "form.guard.empty": (
        "中身がありません。保存し直したファイルを受け取ってください。",
        "The file is empty. Ask for it to be saved and sent again.",
    ),
    "form.guard.too_large": (
        "{limit} MBを超えています。回答票がこの大きさになることはありません。画像などを外し、保存し直してもらってください。",
        "The file is larger than {limit} MB; a form never is. Ask for pictures and the like to be taken out.",
    ),
    "form.guard.encrypted": (
        "パスワードで保護されています。パスワードを外して保存し直してもらうか、パスワードを受け取って `--password-file` で示してください。",
        "The file is protected by a password. Ask for it to be saved without one, or get the password and name its file with `--password-file`.",
    ),
    "form.guard.password_extra": (
        'パスワード付きのファイルを読むには追加の部品が要ります。`pip install "cssa[password]"` を実行してください。',
        'Reading files with a password needs an extra part. Run `pip install "cssa[password]"`.',
    ),
    "form.guard.password_wrong": (
        "パスワードが合いません。送り主に確かめてください。",
        "The password does not fit. Check it with the sender.",
    ),
    "form.guard.legacy": (
        "古い形式（.xls）のブックです。「Excelブック（.xlsx）」として保存し直してもらってください。",
        "This is a workbook of the old kind (.xls). Ask for it to be saved as an Excel workbook (.xlsx).",
    ),
    "form.guard.binary": (
        "バイナリ形式（.xlsb）のブックです。「Excelブック（.xlsx）」として保存し直してもらってください。",
        "This is a binary workbook (.xlsb). Ask for it to be saved as an Excel workbook (.xlsx).",
    ),
    "form.guard.open_document": (
        "OpenDocument形式（.ods）です。「Excelブック（.xlsx）」として保存し直してもらってください。",
        "This is an OpenDocument spreadsheet (.ods). Ask for it to be saved as an Excel workbook (.xlsx).",
    ),
    "form.guard.numbers": (
        "Numbersの書類です。「Excelに書き出す」で.xlsxにしてもらってください。",
        "This is a Numbers document. Ask for it to be exported to Excel (.xlsx).",
    ),
    "form.guard.html": (
        "Excelブックではなく、ウェブページ（HTML）です。元の.xlsxを受け取ってください。",
        "This is a web page (HTML), not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.text": (
        "Excelブックではなく、テキスト（CSVなど）です。元の.xlsxを受け取ってください。",
        "This is text (CSV or the like), not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.pdf": (
        "Excelブックではなく、PDFです。元の.xlsxを受け取ってください。",
        "This is a PDF, not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.image": (
        "Excelブックではなく、画像です。元の.xlsxを受け取ってください。",
        "This is a picture, not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.mail": (
        "Excelブックではなく、保存されたメールです。回答票が添付されていれば、添付ファイルを保存して指定してください。",
        "This is a saved e-mail, not an Excel workbook. If a form is attached to it, save the attachment and specify that.",
    ),
    "form.guard.archive": (
        "Excelブックではなく、圧縮ファイルです。展開し、中の回答票を指定してください。",
        "This is an archive, not an Excel workbook. Unpack it and specify the form in it.",
    ),
    "form.guard.zip": (
        "Excelブックではなく、ZIPファイルです。展開し、中の回答票を指定してください。",
        "This is a ZIP archive, not an Excel workbook. Unpack it and specify the form in it.",
    ),
    "form.guard.word": (
        "Excelブックではなく、Wordの文書です。元の.xlsxを受け取ってください。",
        "This is a Word document, not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.presentation": (
        "Excelブックではなく、PowerPointの文書です。元の.xlsxを受け取ってください。",
        "This is a PowerPoint presentation, not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.download_mark": (
        "ダウンロード元の記録（Zone.Identifier）です。同じ名前の.xlsxファイルを指定してください。",
        "This is a record of where a file was downloaded from (Zone.Identifier). Specify the .xlsx file of that name.",
    ),
    "form.guard.not_zip": (
        "Excelブック（.xlsx）として読めません。別の形式か、壊れています。送り直してもらってください。",
        "The file cannot be read as an Excel workbook (.xlsx): another format, or damaged. Ask for it to be sent again.",
    ),
    "form.guard.not_workbook": (
        "Excelブックではない圧縮ファイルです。元の.xlsxを受け取ってください。",
        "This is an archive, but not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.damaged": (
        "壊れています（{part}）。送り直してもらってください。",
        "The file is damaged ({part}). Ask for it to be sent again.",
    ),
    "form.guard.bomb": (
        "展開すると{part}が{limit} MBを超えます。回答票ではありません。受け取らずに送り主を確かめてください。",
        "Unpacked, {part} exceeds {limit} MB. This is no form. Do not open it; check who sent it.",
    ),
    "form.guard.too_many": (
        "部品や行・セルが多すぎます（{part}、上限{limit}）。回答票ではない部分を消し、保存し直してもらってください。",
        "There are too many parts, rows or cells ({part}, at most {limit}). Ask for what is not the form to be deleted.",
    ),
    "form.guard.much_text": (
        "セルの文字が合わせて{limit} MBを超えます（{part}）。回答票ではない部分を消し、保存し直してもらってください。",
        "The cells hold more than {limit} MB of text ({part}). Ask for what is not the form to be deleted.",
    ),
    "form.guard.number": (
        "{part}に、ブックではありえない数が書かれています（{name}：{value}）。開かず、送り主に確かめてください。",
        "{part} states a number that no workbook can have ({name}: {value}). Do not open it; check who sent it.",
    ),
    "form.guard.reader_died": (
        "読み取りを中止しました（{reason}）。読み取るプログラムを異常終了させるファイルです。開かず、送り主に確かめてください。",
        "Reading the workbook had to be stopped ({reason}): it brings down the program that reads it. Do not open it; check who sent it.",
    ),
    "form.guard.dtd": (
        "XMLの文書型宣言を含みます（{part}）。通常のExcelブックにはないものです。受け取らずに送り主を確かめてください。",
        "The file has an XML document type declaration ({part}), which no ordinary workbook has. Do not open it; check who sent it.",
    ),
    "form.guard.cell_twice": (
        "{part}に{cell}が2つあり、どちらの値が正しいか分かりません。Excelで開いて保存し直したものを受け取ってください。",
        "{part} has cell {cell} twice, so its value is not known. Ask for the file to be opened in Excel and saved again.",
    ),
    "form.guard.far_cell": (
        "{part}の{cell}に値があります。回答票の範囲（CZ列、9,999行）の外にある値を消し、保存し直してもらってください。",
        "{part} has a value in {cell}, outside the form (column CZ, row 9,999). Ask for it to be cleared.",
    ),
    "form.guard.macros": (
        "マクロを含みます。マクロなしの「Excelブック（.xlsx）」として保存し直してもらってください。",
        "The file has macros. Ask for it to be saved as an Excel workbook (.xlsx) without them.",
    ),
    "form.guard.macro_enabled": (
        "マクロ有効ブック（.xlsm）です。「Excelブック（.xlsx）」として保存し直してもらってください。",
        "This is a macro-enabled workbook (.xlsm). Ask for it to be saved as an Excel workbook (.xlsx).",
    ),
    "form.guard.external_links": (
        "他のブックへのリンクを含みます。リンクを解除し、保存し直してもらってください。",
        "The file links to other workbooks. Ask for the links to be broken and the file saved again.",
    ),
    "form.guard.part_name": (
        "部品の名前が正しくありません（{part}）。受け取らずに送り主を確かめてください。",
        "A part of the file has a name it cannot have ({part}). Do not open it; check who sent it.",
    ),
    "form.guard.unreadable": (
        "Excelブックの中身を読めません（{reason}）。Excelで開いて保存し直したものを受け取ってください。",
        "The content of the workbook cannot be read ({reason}). Ask for it to be opened in Excel and saved again.",
    ),
    "form.two_tables": (
        "「{found}」と同じ役割のシートがもう1つあります。余分なほうを消してください。",
        'Another sheet has the same role as "{found}". Delete the one that is not needed.',
    ),
    "form.no_cover": (
        "表紙が見つかりません。元の回答票の表紙（隠れた列を含む）を残したまま提出してもらってください。",
        "The cover is missing. Ask for the form with its cover, hidden column included.",
    ),
    "form.meta_lost": (
        "隠れたシートの「{key}」が失われています。元の回答票に書き直してもらってください。",
        '"{key}" is lost from the hidden sheet. Ask for the answers in the original form.',
    ),
    "form.schema": (
        "この版のcssaが読める回答票ではありません（{found}）。",
        "This version of cssa cannot read such a form ({found}).",
    ),
    "form.fingerprint": (
        "この回答票は、点検票{id} {version}の別の構成から作られています。今の点検票から回答票を作り直してください。",
        "The form was made from another build of checklist {id} {version}. Make it anew from the present one.",
    ),
    "form.column_lost": (
        "「{column}」の列が見つかりません。元の回答票の列（隠れた行の見出しを含む）を残したまま提出してもらってください。",
        'The column "{column}" is missing. Ask for the form with all its columns, the hidden row of codes included.',
    ),
    "form.column_twice": (
        "「{column}」の列が2つあります。余分なほうを消してください。",
        'The column "{column}" is there twice. Delete one of them.',
    ),
    "form.row_twice": (
        "{key}の行が2つあります（もう1つは{other}）。正しいほうを残し、もう一方の行を削除してください。",
        "There are two rows for {key} (the other is {other}). Keep the row that is right and delete the other.",
    ),
    "form.key_lost": (
        "この行には記入がありますが、行の識別（隠れたA列）が消えています。元の回答票の行に書き直してください。",
        "This row has entries, but its identifier (hidden column A) is gone. Write them into the row of the original form.",
    ),
    "form.unknown_key": (
        "行の識別（隠れたA列）が「{found}」になっています。この点検票にない番号です。元の回答票のとおりに戻してください。",
        'The row identifier (hidden column A) is "{found}", which the checklist does not have. Restore it as in the original form.',
    ),
    "form.key_moved": (
        "この行の表示は「{expected}」ですが、行の識別（隠れたA列）は「{found}」のものです。並べ替えや行の移動を元に戻してください。戻せないときは、元の回答票に書き直してください。",
        'The row shows "{expected}", but its identifier (hidden column A) belongs to "{found}". Undo the sorting or moving of rows; or enter the answers of this row again in the original form.',
    ),
    "form.stripped": (
        "cssaの回答票ですが、隠れたシートや行・列が削除されています（Excelの「ドキュメント検査」などで削除されます）。元の回答票に回答を値として貼り付け、検査をかけずに提出するよう送り主に依頼してください。元の回答票が手元にないときは、送り直してください。",
        "This is a form of cssa, but its hidden sheets, rows or columns have been deleted, as Excel's Document Inspector and some other programs do. Ask the sender to paste the answers as values into the original form and to submit it without inspecting it. If it is no longer at hand, send it again.",
    ),
    "form.key_column_lost": (
        "「{domain}」のシートから、行を識別する隠れた列（A列）が削除されています。元の回答票の同じシートに回答を値として貼り付け、その回答票を提出してください。",
        "The hidden column A, which identifies the rows, has been deleted from the sheet of {domain}. Paste the answers as values into the same sheet of the original form, and submit that.",
    ),
    "form.codes_row_lost": (
        "「{domain}」のシートから、列を識別する隠れた行が削除されています。元の回答票の同じシートに回答を値として貼り付け、その回答票を提出してください。",
        "The hidden row that identifies the columns has been deleted from the sheet of {domain}. Paste the answers as values into the same sheet of the original form, and submit that.",
    ),
    "form.hidden_parts_lost": (
        "「{domain}」のシートから、隠れた行と列が削除されています。元の回答票の同じシートに回答を値として貼り付け、その回答票を提出してください。",
        "The hidden row and column have been deleted from the sheet of {domain}. Paste the answers as values into the same sheet of the original form, and submit that.",
    ),
    "form.all_rows_lost": (
        "「{domain}」のシートから、すべての行が削除されています。元の回答票の同じシートに記入し、その回答票を提出してください。",
        "All rows have been deleted from the sheet of {domain}. Fill in the same sheet of the original form, and submit that.",
    ),
    "form.sheet_lost": (
        "「{domain}」のシートがありません。元の回答票のシートに記入し、すべてのシートがある回答票を提出してください。",
        "The sheet of {domain} is missing. Fill it in in the original form, and submit the form with all of its sheets.",
    ),
    "form.rows_lost": (
        "「{domain}」の行がありません（{count}行：{rows}）。元の回答票の行に記入し、すべての行がある回答票を提出してください。",
        "Rows of {domain} are missing ({count}: {rows}). Fill them in in the original form, and submit the form with all of its rows.",
    ),
    "form.many_rows_lost": (
        "「{domain}」の行がありません（{rows}など{count}行）。元の回答票の行に記入し、すべての行がある回答票を提出してください。",
        "Rows of {domain} are missing ({count}: {rows} and others). Fill them in in the original form, and submit the form with all of its rows.",
    ),
    "form.cover_rows_lost": (
        "表紙から次の行が削除されています：{labels}。元の回答票の表紙に記入し、その回答票を提出してください。",
        "Rows have been deleted from the cover: {labels}. Fill in the cover of the original form, and submit that.",
    ),
    "form.merged": (
        "{cells}のセルが結合されており、どの行の回答か分かりません。結合を解除し、行ごとに記入してください。",
        "The cells {cells} are merged, so it is not known which rows the answer is for. Unmerge them and fill in each row.",
    ),
    "form.sheet_twice": (
        "「{other}」と同じ行のシートがもう1つあります。正しいほうを残し、もう一方のシートを削除してください。",
        'The workbook has the rows of sheet "{other}" twice. Keep the sheet that is right and delete the other.',
    ),
    "form.percent": (
        "パーセント表示のセルです（{found}）。セルの表示形式を「標準」にして、{expected}。",
        "The cell is formatted as a percentage ({found}). Set its format to General and {expected}.",
    ),
    "form.number_format": (
        "セルの値は{value}ですが、表示形式により「{found}」と表示されています。セルの表示形式を「標準」にして、{expected}。",
        'The cell\'s value is {value}, but its number format shows it as "{found}". Set its format to General and {expected}.',
    ),
    "form.size_as_shown": (
        "規模のセルの値は{value}ですが、表示形式により「{found}」と表示されているため、{amount}円と読み取りました。金額が違う場合は、表示形式を「標準」にして、円単位で入れ直してください。",
        'The cell\'s value is {value}, but its number format shows it as "{found}", so the size was read as JPY {amount}. If that is not the amount, set the format to General and enter it in yen.',
    ),
    "form.beside.comment": (
        "コメントは回答として読み取りません：「{text}」",
        'A comment is not read as an answer: "{text}"',
    ),
    "form.beside.text": (
        "回答欄の外の記載は読み取りません：「{text}」",
        'Text outside the answer cells is not read: "{text}"',
    ),
    "form.beside.sheet": (
        "追加されたシートは読み取りません：「{text}」",
        'A sheet that was added is not read: "{text}"',
    ),
    "form.beside.shapes": (
        "画像や図形（{count}件）は読み取りません。",
        "Pictures or shapes are not read ({count}).",
    ),
    "form.beside.shapes_with_text": (
        "画像や図形（{count}件）は読み取りません：「{text}」",
        'Pictures or shapes are not read ({count}): "{text}"',
    ),
    "form.beside.more": (
        "読み取らない記載がほかに{count}件あります。",
        "There are {count} more things that are not read.",
    ),
    "form.ending": (
        "回答票は「{ending}」のファイルにはできません。「{known}」で終わる名前を指定してください。",
        "A form cannot be written as {ending}. Specify a name that ends with {known}.",
    ),
    "form.ending_added": (
        "名前に拡張子がないため、{path}に書きます。",
        "The name has no ending; writing to {path}.",
    ),
    "form.formula": (
        "数式（{found}）が入っています。数式を消して、{expected}。",
        "There is a formula ({found}). Delete it and {expected}.",
    ),
    "form.error_value": (
        "エラー値（{found}）になっています。消して、{expected}。",
        "There is an error value ({found}). Clear it and {expected}.",
    ),
    "form.expect.level": (
        "一覧から段階を選んでください",
        "choose a level from the list",
    ),
    "form.expect.text": (
        "文字を入れてください",
        "enter text",
    ),
    "form.expect.date": (
        "日付を入れてください",
        "enter a date",
    ),
    "form.expect.count": (
        "整数を入れてください",
        "enter a whole number",
    ),
    "form.expect.number": (
        "設問の単位の数を数字だけで入れてください",
        "enter the number alone, in the unit of the question",
    ),
    "form.expect.size": (
        "円単位の金額を入れてください（例：2100000000000、2兆1,000億円）",
        "enter the amount in yen, such as 2100000000000",
    ),
    "form.expect.tick": (
        "選択肢に○を入れてください",
        "enter ○ beside each option that applies",
    ),
    "form.expect.choice": (
        "一覧から選んでください",
        "choose from the list",
    ),
    "form.expect.points": (
        "点の番号を入れてください",
        "enter the numbers of the points",
    ),
    "form.disposition_elsewhere": (
        "「{found}」は「{column}」の列で選び、その右に理由を書いてください。この欄からは消してください。",
        'Choose "{found}" in the column "{column}" and give the reason to the right of it. Clear this cell.',
    ),
    "form.level_elsewhere": (
        "「{found}」は段階です。「{column}」の列に入れ、この欄は空にしてください。",
        '"{found}" is a level. Enter it in the column "{column}" and clear this cell.',
    ),
    "form.month_alone": (
        "日がないため、「{found}」を{day}として読みました。",
        '"{found}" has no day; it was read as {day}.',
    ),
    "form.unknown_level": (
        "{practice}の段階として「{found}」は読めません。一覧から選んでください（{expected}）。",
        '"{found}" is not a level of {practice}. Choose from the list ({expected}).',
    ),
    "form.unknown_choice": (
        "「{found}」は選べません。次から選んでください：{expected}。",
        '"{found}" cannot be chosen. Choose one of: {expected}.',
    ),
    "form.unknown_choice_many": (
        "「{found}」は選べません。セルの一覧（{first}など{count}件）から選んでください。",
        '"{found}" cannot be chosen. Choose from the cell\'s list ({first} and others, {count} in all).',
    ),
    "form.not_a_date": (
        "「{found}」は日付として読めません。2026/9/30の形で入れてください。",
        '"{found}" is not a date. Enter it like 2026-09-30.',
    ),
    "form.not_a_count": (
        "「{found}」は件数として読めません。0以上の整数を入れてください。",
        '"{found}" is not a number of cases. Enter a whole number, 0 or more.',
    ),
    "form.not_a_number": (
        "「{found}」は数として読めません。半角の数字で入れてください。",
        '"{found}" is not a number. Enter it in digits.',
    ),
    "form.not_a_size": (
        "「{found}」は金額として読めません。円単位の数で入れてください（例：2100000000000）。",
        '"{found}" is not an amount. Enter a number in yen, such as 2100000000000.',
    ),
    "form.not_points": (
        "「{found}」は{practice}の点の番号として読めません。1から{count}までの番号を「1, 3」のように入れてください。",
        '"{found}" does not give points of {practice}. Enter numbers from 1 to {count}, such as 1, 3.',
    ),
    "form.no_points": (
        "{practice}には点の番号がありません。この欄は空にしてください。",
        "{practice} has no numbered points. Clear this cell.",
    ),
    "form.not_offered": (
        "{practice}は「{found}」にできません。段階で答えてください。",
        '{practice} cannot be "{found}". Answer with a level.',
    ),
    "form.reason_missing": (
        "「{found}」には理由が必要です。この欄に理由を書いてください。",
        '"{found}" needs a reason. Write it into this cell.',
    ),
    "form.reason_alone": (
        "理由「{found}」がありますが、「該当なし・見送り」が選ばれていません。どちらかを選ぶか、補足の欄に移してください。",
        'There is a reason ("{found}"), but neither "Not applicable" nor "Not adopted" is chosen. Choose one, or move the text to the note.',
    ),
    "form.two_answers": (
        "段階（{answer}）と「{found}」の両方が入っています。どちらかを消してください。",
        'There are both a level ({answer}) and "{found}". Clear one of them.',
    ),
    "form.not_used": (
        "{practice}ではこの欄を使いません（今は「{found}」）。消してください。",
        '{practice} does not use this cell (it has "{found}"). Clear it.',
    ),
    "form.exclusive": (
        "「{found}」は単独で選ぶ選択肢です。他の印を外してください。",
        '"{found}" stands alone. Clear the other ticks.',
    ),
    "form.none_and_ticks": (
        "「{found}」と個々の印が両方あります。どちらかを消してください。",
        'There are both "{found}" and ticks. Clear one of them.',
    ),
    "form.done_pair": (
        "「済んだ件数」と「全件数」は両方入れてください。",
        '"Number done" and "Out of" go together. Fill both.',
    ),
    "form.done_order": (
        "済んだ件数（{n}）が全件数（{of}）を超えているか、全件数が0です。",
        "The number done ({n}) exceeds the whole ({of}), or the whole is 0.",
    ),
    "form.treatment_missing": (
        "リスク受容・代替措置の「{column}」がありません。5つの欄をすべて埋めてください。",
        '"{column}" is missing for the accepted risk or alternative measure. Fill all five cells.',
    ),
    "form.treatment_dates": (
        "見直し期限（{found}）が承認日（{other}）より前です。",
        "The review date ({found}) is before the approval ({other}).",
    ),
    "form.evidence_missing": (
        "証跡の日付（{found}）がありますが、証跡の名前がありません。",
        "There is a date of evidence ({found}), but no evidence.",
    ),
    "form.review_missing": (
        "他の線の評価の「{column}」がありません。",
        '"{column}" is missing for the other line\'s view.',
    ),
    "form.review_line": (
        "「{found}」は線として読めません。2か3を入れてください。",
        '"{found}" is not a line. Enter 2 or 3.',
    ),
    "form.required_missing": (
        "「{label}」が空です。表紙の必須の欄です。記入してください。",
        '"{label}" is empty. The cover requires it: fill it in.',
    ),
    "form.override_pair": (
        "自らの判断によるリスクの高さには、段階と理由の両方が必要です。",
        "A risk level by your own decision needs both the level and the reason.",
    ),
    "form.flag_reason_alone": (
        "理由がありますが、「はい」「いいえ」が選ばれていません。",
        'There is a reason, but neither "Yes" nor "No" is chosen.',
    ),
    "form.bad_id": (
        "機関ID「{found}」は使えません。半角の英数字で始まる64字までの英数字と「.」「_」「-」で入れてください。",
        '"{found}" cannot be an institution id. Use up to 64 letters, digits, ".", "_" and "-", starting with a letter or digit.',
    ),
    "form.conflict": (
        "{what}が他の回答票（{other}：「{value}」）と食い違っています（ここは「{found}」）。どちらかにそろえてください。",
        '{what} differs from another form ({other}: "{value}"); here it is "{found}". Make them agree.',
    ),
    "form.different_forms": (
        "他の回答票（{other}）とは別の点検票又は実施年度のものです。同じ依頼の回答票だけを一緒に読み込んでください。",
        "This form is for another checklist or campaign than {other}. Read only forms of one request together.",
    ),
    "form.twice_given": (
        "同じファイルが2回指定されています。",
        "The same file is named twice.",
    ),
    "form.merge.conflicts": (
        "回答票と{path}の値の食い違い：{count}件。書き込んでいません。値をそろえるか、`--take form`（すべて回答票の値）又は`--take file`（すべてファイルの値）を付けて実行し直してください。",
        "Conflicts between the form and {path}: {count}. Nothing was written. Make the values agree, or settle all of them with `--take form` or `--take file`.",
    ),
    "form.merge.conflict": (
        "回答票：{form} ／ ファイル：{file}（{there}）",
        "form: {form} | file: {file} ({there})",
    ),
    "form.merge.conflict_gone": (
        "回答票：{form} ／ ファイル：値なし（{there}）",
        "form: {form} | file: no value ({there})",
    ),
    "form.merge.other_institution": (
        "このファイルは{file_name}（{file_id}）の回答ですが、回答票は{form_name}（{form_id}）のものです。ファイルは変更していません。別の出力先を指定するか、上書きする場合は--replaceを付けてください（元のファイルは末尾に.bakを付けた名前で残ります）。",
        "This file holds the answers of {file_name} ({file_id}); the form is from {form_name} ({form_id}). It was left as it is. Specify another file, or add --replace to overwrite it; the present file is then kept beside it with .bak added to its name.",
    ),
    "form.merge.other_checklist": (
        "このファイルは点検票{file}への回答ですが、回答票は{form}のものです。ファイルは変更していません。別の出力先を指定するか、上書きする場合は--replaceを付けてください（元のファイルは末尾に.bakを付けた名前で残ります）。",
        "This file holds answers to checklist {file}; the form is for {form}. It was left as it is. Specify another file, or add --replace to overwrite it; the present file is then kept beside it with .bak added to its name.",
    ),
    "form.merge.fields.taken": (
        "回答票から反映した項目（{count}件）：{fields}",
        "Taken from the form ({count}): {fields}",
    ),
    "form.merge.fields.kept": (
        "ファイルでの変更を残した項目（{count}件）：{fields}",
        "Kept as changed in the file ({count}): {fields}",
    ),
    "form.merge.fields.emptied": (
        "発行時には記入があり、今は空欄の項目（ファイルからは削除していません。{count}件）：{fields}",
        "Filled when the form was issued and now empty; nothing was deleted from the file ({count}): {fields}",
    ),
    "form.merge.fields.conflicts": (
        "`--take {side}`により決めた食い違い（{count}件）：{fields}",
        "Conflicts settled by `--take {side}` ({count}): {fields}",
    ),
    "form.merge.more": (
        "{fields}ほか{count}件",
        "{fields} and {count} more",
    ),
    "form.merge.done": (
        "回答票を{path}に反映しました。",
        "Merged the form into {path}.",
    ),
    "form.merge.unchanged": (
        "{path}に変更はありません。",
        "Nothing to change in {path}.",
    ),
    "form.take_and_replace": (
        "--takeは回答票を既存のファイルに反映するときの食い違いを決めるもので、--replaceは反映せずに上書きします。どちらか一方を指定してください。",
        "--take settles conflicts when a form is merged into a file; --replace does not merge. Specify one of them.",
    ),
    "form.blank_fields": (
        "表紙の空欄：{labels}。空のまま受け付けました。",
        "Empty on the cover: {labels}. Taken as they are.",
    ),
    "form.unanswered": (
        "未回答が{count}件あります（{first}など）。",
        "{count} unanswered ({first} and so on).",
    ),
    "form.read_done": (
        "{count}件の回答を{path}に書きました。",
        "Wrote {count} answers to {path}.",
    ),
    "form.new_done": (
        "回答票を作りました：{path}（{count}項目）",
        "Made the form {path} ({count} practices).",
    ),
    "form.returned_done": (
        "直していただきたい点に印を付けた回答票を書きました：{path}",
        "Wrote the form with its problems marked: {path}",
    ),
    "form.cannot_return": (
        "このファイルには印を付けられません。一覧だけを送り主に伝えてください。",
        "This file cannot be marked. Pass the list on to the sender.",
    ),
    "form.return_many": (
        "--returnは、回答票が1つのときだけ使えます。",
        "--return takes one form only.",
    ),
    "form.returned.title": (
        "直していただきたい点（{count}件）",
        "To be corrected ({count})",
    ),
    "form.returned.how": (
        "下の欄を直し、このシートはそのままで保存して、もう一度ご提出ください。場所を押すとその欄に移ります。赤い欄が直す所です。",
        "Correct the cells below, leave this sheet as it is, save, and submit the form again. Click a place to go there. The cells are red.",
    ),
    "form.returned.place": (
        "場所",
        "Place",
    ),
    "form.returned.what": (
        "直していただきたいこと",
        "What to do",
    ),
    "form.returned.number": (
        "番号",
        "No.",
    ),
    "form.split_unknown": (
        "--splitに指定できるのはownerです（今は「{value}」）。",
        '--split takes owner (it is "{value}").',
    ),
    "form.level_ends": (
        "{first}から{last}まで",
        "from {first} to {last}",
    ),
    "form.returned.at": (
        "シート「{sheet}」 {cell}",
        "Sheet {sheet}, {cell}",
    ),
}
