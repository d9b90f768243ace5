"""Messages: files, tables and values that are read, and files that are written."""

MESSAGES = {
    "file.not_found": (
        "見つかりません。名前と場所を確かめてください。",
        "No such file. Check its name and place.",
    ),
    "file.is_folder": (
        "フォルダーです。ファイルを指定してください。",
        "This is a folder. Name a file.",
    ),
    "file.no_permission": (
        "読み取る権限がありません。ファイルの権限を確かめてください。",
        "No permission to read it. Check the file's permissions.",
    ),
    "file.unreadable": (
        "読み取れません（{reason}）。",
        "It cannot be read ({reason}).",
    ),
    "file.too_large": (
        "{limit} MBを超えています。回答や点検票のファイルがこの大きさになることはありません。別のファイルではないか確かめてください。",
        "It is larger than {limit} MB. No answers or checklist file is that large: check that it is the right one.",
    ),
    "file.is_zip": (
        "テキストではなく圧縮ファイル（Excelブックなど）です。YAMLかJSONのファイルを指定してください。",
        "This is an archive (an Excel workbook, for one), not text. Name a YAML or JSON file.",
    ),
    "file.is_ole": (
        "パスワード付きのファイルか、古い形式のExcelブックです。YAMLかJSONのファイルを指定してください。",
        "This is a password-protected file or an Excel workbook of the old kind. Name a YAML or JSON file.",
    ),
    "file.binary": (
        "テキストファイルではありません（PDF、画像など。UTF-16の場合はUTF-8で保存し直してください）。",
        "This is not a text file (a PDF or a picture, for one; if it is UTF-16, save it as UTF-8).",
    ),
    "file.utf16": (
        "UTF-16で保存されています。UTF-8で保存し直してください。",
        "It is saved as UTF-16. Save it as UTF-8.",
    ),
    "file.not_utf8": (
        "UTF-8ではない文字があります（Shift_JISなど）。UTF-8で保存し直してください。",
        "There is a character here that is not UTF-8 (Shift_JIS, for one). Save the file as UTF-8.",
    ),
    "file.control_character": (
        "制御文字{character}があります。テキストファイルか確かめ、この文字を消してください。",
        "There is a control character {character} here. Check that this is a text file, and delete the character.",
    ),
    "file.conflict": (
        "gitの競合マーカー（<<<<<<<、=======、>>>>>>>）が残っています。競合を解消してから、もう一度実行してください。",
        "These are git's conflict markers (<<<<<<<, =======, >>>>>>>). Resolve the conflict, then run it again.",
    ),
    "file.is_table": (
        "CSVなどの表で、ここで読めるファイルではありません。回答はYAML、JSON又はExcelのフォーム（.xlsx）で、そのほかのファイルはYAML又はJSONで指定してください。",
        "This is a table (CSV), which is not read here. Specify answers as YAML, JSON or an Excel form (.xlsx), and other files as YAML or JSON.",
    ),
    "file.cannot_write": (
        "書き込めません（{reason}）。元のファイルはそのままです。",
        "It cannot be written ({reason}). What was there is untouched.",
    ),
    "file.ending": (
        "ここで書き出すファイルの末尾は「{ending}」にできません。{known}のどれかにしてください。",
        'What is written here cannot end in "{ending}". End the name in {known}.',
    ),
    "file.ending_added": (
        "ファイル名に末尾を付けました：{path}",
        "An ending was added to the file's name: {path}",
    ),
    "file.exists": (
        "すでにあります。別の場所を指定するか、消してからやり直してください。",
        "It exists already. Name another place, or delete it first.",
    ),
    "file.is_input": (
        "入力ファイル（{name}）と同じファイルです。別の出力先を指定してください。",
        "This file is also an input of the command ({name}). Specify another file to write to.",
    ),
    "file.output_twice": (
        "複数の出力先が同じファイルです。それぞれ別のファイルを指定してください。",
        "More than one output would be written to this file. Specify a different file for each.",
    ),
    "file.not_ours": (
        "既にあるファイルで、このコマンドが出力したままのものではないため、上書きしていません。別の出力先を指定するか、上書きする場合は--replaceを付けてください（元のファイルは末尾に.bakを付けた名前で残ります）。",
        "This file already exists and is not an unchanged output of this command. It was left as it is. Specify another file, or add --replace to overwrite it; the present file is then kept beside it with .bak added to its name.",
    ),
    "file.holds_answers": (
        "既にあるファイルで、回答が入っている可能性があるため、上書きしていません。別の出力先を指定するか、上書きする場合は--replaceを付けてください（元のファイルは末尾に.bakを付けた名前で残ります）。",
        "This file already exists and may hold someone's answers. It was left as it is. Specify another file, or add --replace to overwrite it; the present file is then kept beside it with .bak added to its name.",
    ),
    "file.kept_aside": (
        "元のファイルを{path}として残しました。",
        "The previous file was kept as {path}.",
    ),
    "yaml.empty": (
        "中身がありません。",
        "There is nothing in it.",
    ),
    "yaml.alias": (
        "エイリアス（*名前）は使えません。値をそのまま書いてください。",
        "Aliases (*name) are not accepted. Write the value itself.",
    ),
    "yaml.anchor": (
        "アンカー（&名前）は使えません。取り除いてください。",
        "Anchors (&name) are not accepted. Take it out.",
    ),
    "yaml.tag": (
        "タグ（!名前）は使えません。取り除いてください。",
        "Tags (!name) are not accepted. Take it out.",
    ),
    "yaml.merge_key": (
        "マージキー（<<）は使えません。値をそのまま書いてください。",
        "Merge keys (<<) are not accepted. Write the values themselves.",
    ),
    "yaml.empty_key": (
        "キーが空です。「:」の前に名前を書いてください。",
        "The key is empty. Write a name before the colon.",
    ),
    "yaml.complex_key": (
        "キーに一覧や入れ子は使えません。文字で書いてください。",
        "A key cannot be a list or a mapping. Write it as text.",
    ),
    "yaml.duplicate_key": (
        "「{key}」が2回あります（1回目は{line}行目）。どちらかを消してください。",
        '"{key}" stands here a second time (first on line {line}). Delete one of them.',
    ),
    "yaml.second_document": (
        "「---」で区切られた2つ目の文書があります。1つのファイルには1つだけ書いてください。",
        'A second document begins here ("---"). Keep one document in a file.',
    ),
    "yaml.too_deep": (
        "入れ子が{limit}段を超えています。",
        "It is nested more than {limit} levels deep.",
    ),
    "yaml.too_many_elements": (
        "キー、値、括弧が合わせて{limit:,}個を超えています。回答や点検票のファイルがこれほど多くなることはありません。{line}行目から先は読んでいません。",
        "It has more than {limit:,} keys, values and brackets; no answers or checklist file has so many. Nothing from line {line} on was read.",
    ),
    "yaml.too_many_entries": (
        "1つの一覧又はキーの並びに{limit:,}個を超える項目があります。回答や点検票のファイルがこれほど多くなることはありません。{line}行目から先は読んでいません。",
        "One list or mapping has more than {limit:,} entries; no answers or checklist file has so many. Nothing from line {line} on was read.",
    ),
    "yaml.syntax.token": (
        "ここに書けない文字です。値が記号（@ ` % など）やタブで始まるときは、引用符で囲むか空白に直してください。",
        "This character cannot stand here. Where a value begins with a sign (@ ` % and the like) put it in quotes; replace tabs by spaces.",
    ),
    "yaml.syntax.tab": (
        "タブは使えません。半角の空白で字下げしてください。",
        "Tabs are not accepted. Indent with spaces.",
    ),
    "yaml.syntax.wide_space": (
        "全角の空白があります。半角の空白に直してください。",
        "There is a full-width space here. Make it an ordinary one.",
    ),
    "yaml.syntax.unclosed_quote": (
        "引用符が閉じていません。",
        "A quote is not closed.",
    ),
    "yaml.syntax.colon": (
        "値の中に「: 」があります。値を引用符で囲むか、改行と字下げを確かめてください。",
        'The value contains ": ". Put the value in quotes, or check the line break and the indent.',
    ),
    "yaml.syntax.key": (
        "「キー: 値」の形になっていません。字下げの空白の数と、引用符の閉じ忘れを確かめてください。",
        'This is not of the form "key: value". Check the number of spaces it is indented by, and that quotes are closed.',
    ),
    "yaml.syntax.missing_colon": (
        "「:」が見つかりません。「キー: 値」の形に直してください。",
        'There is no colon. Write "key: value".',
    ),
    "yaml.syntax.dash": (
        "「- 」の位置が合っていません。字下げを前後の項目とそろえてください。",
        'The "- " is out of place. Indent it like its neighbours.',
    ),
    "yaml.syntax.flow": (
        "[ ]か{{ }}の中で「,」又は閉じる括弧が足りません。",
        "A comma or a closing bracket is missing inside [ ] or {{ }}.",
    ),
    "yaml.syntax.escape": (
        "二重引用符の中の「\\」の使い方が正しくありません。一重引用符に替えるか「\\\\」と書いてください。",
        'A "\\" is misused inside double quotes. Use single quotes, or write "\\\\".',
    ),
    "yaml.syntax.other": (
        "YAMLとして読めません。字下げと引用符を確かめてください。",
        "It cannot be read as YAML. Check indents and quotes.",
    ),
    "value.other": (
        "値が正しくありません。",
        "The value is not right.",
    ),
    "value.missing": (
        "「{key}」がありません。書き加えてください。",
        '"{key}" is missing. Add it.',
    ),
    "value.title_or_question": (
        "titleかquestionの少なくとも一方が必要です。",
        "It needs a title, a question or both.",
    ),
    "value.language": (
        "言語は2文字のコードで示してください（例：ja、en。idを除く。今の値は「{found}」）。",
        'Give languages as two-letter codes such as ja or en, except id (now "{found}").',
    ),
    "value.unknown_key.near": (
        "「{key}」というキーはありません。「{near}」ではありませんか。",
        'There is no key "{key}". Did you mean "{near}"?',
    ),
    "value.unknown_key": (
        "「{key}」というキーはありません。つづりと字下げを確かめてください。",
        'There is no key "{key}". Check its spelling and indent.',
    ),
    "value.int": (
        "整数を書いてください（今は「{found}」）。",
        'Write a whole number (now "{found}").',
    ),
    "value.text": (
        "文字を書いてください（今は「{found}」）。",
        'Write text (now "{found}").',
    ),
    "value.text_unquoted": (
        '文字として読めません。引用符で囲んで"{found}"と書いてください。',
        'It does not read as text. Put it in quotes: "{found}".',
    ),
    "value.text_boolean": (
        "文字を書いてください（今は「{found}」）。YAML 1.1の道具で保存し直すと、yesやonはtrueに、noやoffはfalseに変わります。元の言葉を引用符で囲んでください。",
        'Write text (now "{found}"). Tools that follow YAML 1.1 turn yes and on into true, and no and off into false: write the word in quotes.',
    ),
    "value.rewritten_key": (
        '「{key}」というキーはありません。YAML 1.1の道具で保存し直したため、「{word}」が「{key}」に変わっています。"{word}"と引用符で囲んで書いてください。',
        'There is no key "{key}". A tool that follows YAML 1.1 has turned {word} into {key}. Write "{word}", in quotes.',
    ),
    "value.bool": (
        "trueかfalseを書いてください（今は「{found}」）。",
        'Write true or false (now "{found}").',
    ),
    "value.number": (
        "数を書いてください（今は「{found}」）。",
        'Write a number (now "{found}").',
    ),
    "value.choice": (
        "次のどれかを書いてください：{expected}（今は「{found}」）。",
        'Write one of {expected} (now "{found}").',
    ),
    "value.list": (
        "一覧を書いてください（今は「{found}」）。",
        'Write a list (now "{found}").',
    ),
    "value.mapping": (
        "「キー: 値」の形で書いてください（今は「{found}」）。",
        'Write it as "key: value" (now "{found}").',
    ),
    "value.empty": (
        "空にはできません。",
        "It cannot be empty.",
    ),
    "value.blank": (
        "空白だけです。内容を書いてください。",
        "There is nothing but spaces. Say something here.",
    ),
    "value.one_line": (
        "改行、制御文字、書字方向を変える文字は使えません。1行の文字で書いてください（今は「{found}」）。",
        'Line breaks, control characters and characters that change the direction of writing are not accepted. Write it on one line (now "{found}").',
    ),
    "value.too_long": (
        "長すぎます（{max_length}字まで）。",
        "It is too long (at most {max_length} characters).",
    ),
    "value.too_few": (
        "数が足りません（{min_length}以上）。",
        "There are too few of them (at least {min_length}).",
    ),
    "value.too_many": (
        "数が多すぎます（{max_length}まで）。",
        "There are too many of them (at most {max_length}).",
    ),
    "value.above": (
        "{gt}より大きい値にしてください（今は{found}）。",
        "It must be more than {gt} (now {found}).",
    ),
    "value.at_least": (
        "{ge}以上にしてください（今は{found}）。",
        "It must be at least {ge} (now {found}).",
    ),
    "value.at_most": (
        "{le}以下にしてください（今は{found}）。",
        "It must be at most {le} (now {found}).",
    ),
    "value.pattern": (
        "「{found}」は使えない形です。",
        '"{found}" does not have the right form.',
    ),
    "value.id": (
        "半角の英数字と「.」「_」「-」で書いてください（今は「{found}」）。",
        'Write it in letters, digits, ".", "_" and "-" (now "{found}").',
    ),
    "value.number_text": (
        '数を半角で、引用符で囲んで"12.5"のように書いてください（今は「{found}」）。',
        'Write a number in quotes, as "12.5" (now "{found}").',
    ),
    "value.flag": (
        "true又はfalse、あるいは{{value: false, reason: …}}の形で書いてください（今は「{found}」）。",
        'Write true or false, or {{value: false, reason: …}} (now "{found}").',
    ),
    "value.schema": (
        "このコマンドで読めるファイルではありません。schemaは{expected}のはずです（今は「{found}」）。",
        'This is not a file for this command: its schema should be {expected} (now "{found}").',
    ),
    "value.no_such_day": (
        "「{found}」という日はありません。",
        'There is no such day as "{found}".',
    ),
    "value.iso_date": (
        "日付は2026-11-20の形で書いてください（今は「{found}」）。",
        'Write a date as 2026-11-20 (now "{found}").',
    ),
    "value.iso_period": (
        "期間はP1YやP6Mの形で書いてください（今は「{found}」）。",
        'Write a period as P1Y or P6M (now "{found}").',
    ),
    "value.level_rule": (
        "any、all、at_leastのうち、ちょうど1つを書いてください。",
        "Write exactly one of any, all and at_least.",
    ),
    "value.kind_forbids": (
        "kindが{kind}のときは「{field}」を書けません。",
        'A question of kind {kind} has no "{field}".',
    ),
    "value.kind_needs": (
        "kindが{kind}のときは「{field}」が必要です。",
        'A question of kind {kind} needs "{field}".',
    ),
    "value.condition_empty": (
        "any、all、noneのどれかにフラグを書いてください。",
        "Name flags under any, all or none.",
    ),
    "value.scale_words": (
        "段階2から5までの言葉をすべて書いてください。",
        "Write the words of all the levels from 2 to 5.",
    ),
    "value.ids_twice": (
        "同じIDが2回あります。",
        "An id is used twice.",
    ),
    "value.bands": (
        "区切りは0から始め、小さい順に重なりなく並べてください。",
        "Bounds begin at 0 and ascend without repeats.",
    ),
    "value.selector_empty": (
        "tier、domain、section、practiceのうち少なくとも1つで対象を示してください。",
        "Say what is meant by at least one of tier, domain, section and practice.",
    ),
    "value.profiles": (
        "low、medium、highの3つをすべて書いてください。",
        "Write all three of low, medium and high.",
    ),
    "value.sector_kind": (
        "「{kind}」という種類はkindsにありません。",
        'There is no kind "{kind}" among the kinds.',
    ),
    "value.institution_id": (
        "機関IDは半角の英数字で始まる64字までの英数字と「.」「_」「-」で書いてください（今は「{found}」。CONなど装置の名前は使えません）。",
        'Write the institution id in up to 64 letters, digits, ".", "_" and "-", beginning with a letter or digit (now "{found}"; names of devices such as CON are not accepted).',
    ),
    "value.treatment_dates": (
        "review_by（見直し期限）がapproved_on（承認日）より前です。",
        "review_by lies before approved_on.",
    ),
    "value.done": (
        "nはof以下にしてください。",
        '"n" cannot be more than "of".',
    ),
    "value.answer_type": (
        "回答は0から5の整数か、項目ごとの形で書いてください（今は「{found}」）。",
        'Write an answer as a whole number from 0 to 5, or in the form of its question (now "{found}").',
    ),
    "value.answer_two": (
        "1つの対応事項に回答が重なっています：{given}。1つだけ残してください。",
        "One practice has more than one answer: {given}. Keep one.",
    ),
    "value.answer_no_reason": (
        "「{field}」には理由（reason）が必要です。",
        '"{field}" needs a reason.',
    ),
    "value.answer_reason_alone": (
        "reasonはna又はnot_adoptedの理由です。補足はnoteに書いてください。",
        "A reason goes with na or not_adopted. Write remarks as note.",
    ),
    "value.scope_one": (
        "onには、overall又はtier・domain・section・practice・eachのうち1つだけを書いてください。",
        "Under on, write overall or exactly one of tier, domain, section, practice and each.",
    ),
    "value.rule_empty": (
        "ルールに条件がありません。次のどれかを書いてください：{names}。",
        "The rule demands nothing. Write one of {names}.",
    ),
    "value.waiver_one": (
        "practiceとruleのどちらか一方を書いてください。",
        "Write either practice or rule.",
    ),
    "value.waiver_approver": (
        "承認者（approver）は担当者（owner）「{name}」とは別の者にしてください。",
        'The approver must be someone else than the owner "{name}".',
    ),
    "value.campaign_dates": (
        "cut_off（集計の締切り）がdeadline（提出期限）より前です。",
        "cut_off is before deadline.",
    ),
    "table.column.id": (
        "機関ID",
        "Institution ID",
    ),
    "table.column.name": (
        "名称",
        "Name",
    ),
    "table.column.sector": (
        "業態",
        "Sub-sector",
    ),
    "table.column.bureau": (
        "財務局",
        "Bureau",
    ),
    "table.column.route": (
        "提出経路",
        "Route",
    ),
    "table.column.extended_to": (
        "延長期限",
        "Extended to",
    ),
    "table.column.status": (
        "状態",
        "Status",
    ),
    "table.column.merged_into": (
        "統合先",
        "Merged into",
    ),
    "table.column.size": (
        "規模（円）",
        "Size (JPY)",
    ),
    "table.not_an_amount": (
        "「{found}」は円単位の金額ではありません。数字だけで書いてください。",
        '"{found}" is no amount in yen. Write digits only.',
    ),
    "table.column.answers_seen_by": (
        "回答を見る者",
        "Answers seen by",
    ),
    "table.column.path": (
        "ファイル",
        "File",
    ),
    "table.column.received_at": (
        "受付日時",
        "Received at",
    ),
    "table.column.channel": (
        "受付方法",
        "Channel",
    ),
    "table.column.sender": (
        "送付者",
        "Sender",
    ),
    "table.column.version": (
        "版",
        "Version",
    ),
    "table.column.institutions": (
        "対象機関",
        "Filed for",
    ),
    "table.column.decision": (
        "採否",
        "Decision",
    ),
    "table.decision.take": (
        "採用",
        "Take",
    ),
    "table.decision.merge": (
        "合わせて採用",
        "Merge",
    ),
    "table.decision.leave": (
        "不採用",
        "Leave",
    ),
    "table.choice": (
        "{title}（{code}）",
        "{title} ({code})",
    ),
    "table.unknown_decision": (
        "採否「{found}」はありません。次から選んでください：{known}。",
        'There is no decision "{found}". Choose from: {known}.',
    ),
    "table.status.expected": (
        "提出予定",
        "Expected",
    ),
    "table.status.withdrawn": (
        "取下げ",
        "Withdrawn",
    ),
    "table.status.merged": (
        "統合",
        "Merged",
    ),
    "table.empty": (
        "中身がありません。1行目に見出しを置いたCSVを指定してください。",
        "There is nothing in it. Give a CSV file with headings in its first line.",
    ),
    "table.too_large": (
        "{limit} MBを超えています。名簿や受付一覧がこの大きさになることはありません。別のファイルではないか確かめてください。",
        "It is larger than {limit} MB. No roster or list of receipts gets that large; check that it is the right file.",
    ),
    "table.not_text": (
        "CSVとして読めません。ExcelブックはCSV（UTF-8）で保存し直してください。",
        "It cannot be read as CSV. Save an Excel workbook as CSV (UTF-8).",
    ),
    "table.quote": (
        "二重引用符が閉じていないか、閉じた後に文字が続いています。ここから先は読んでいません。",
        "A double quote is not closed, or characters follow the closing one. Nothing after this place was read.",
    ),
    "table.unknown_column": (
        "「{heading}」という列はありません。使える見出し：{known}。",
        'There is no column "{heading}". Headings there are: {known}.',
    ),
    "table.column_twice": (
        "「{heading}」の列が2つあります。どちらかを消してください。",
        'There are two columns "{heading}". Remove one of them.',
    ),
    "table.column_missing": (
        "「{heading}」の列がありません。1行目に見出しを加えてください。",
        'The column "{heading}" is missing. Add the heading to the first line.',
    ),
    "table.beyond": (
        "見出しのない列に「{found}」があります。消すか、列に見出しを付けてください。",
        '"{found}" stands in a column without heading. Remove it, or give the column a heading.',
    ),
    "table.blank": (
        "空にはできません。",
        "It must not be empty.",
    ),
    "table.one_line": (
        "改行、制御文字、書字方向を変える文字は使えません。1行の文字で書いてください（今は「{found}」）。",
        'Line breaks, control characters and characters that change the direction of writing are not accepted. Write it on one line (found "{found}").',
    ),
    "table.bad_id": (
        "機関IDは半角の英数字で始まる64字までの英数字と「.」「_」「-」で書いてください（今は「{found}」）。",
        'An institution ID begins with a letter or digit and has up to 64 letters, digits, ".", "_" and "-" (found "{found}").',
    ),
    "table.id_exponent": (
        "表計算ソフトが法人番号を「{found}」に縮めています。列の書式を文字列にして番号を入れ直し、CSVで保存してください。",
        'A spreadsheet program shortened the corporate number to "{found}". Format the column as text, enter the numbers again and save as CSV.',
    ),
    "table.id_twice": (
        "機関ID「{found}」が2回あります（1回目は{line}行目）。大文字と小文字は区別しません。",
        'The institution ID "{found}" stands twice (first in line {line}). Upper and lower case count as the same.',
    ),
    "table.unknown_sector": (
        "業態「{found}」はありません。次から選んでください：{known}。",
        'There is no sub-sector "{found}". Choose from: {known}.',
    ),
    "table.unknown_status": (
        "状態「{found}」はありません。次から選んでください：{known}。",
        'There is no status "{found}". Choose from: {known}.',
    ),
    "table.not_a_date": (
        "「{found}」は日付として読めません。2026-11-20の形で書いてください。",
        '"{found}" cannot be read as a date. Write it as 2026-11-20.',
    ),
    "table.not_a_moment": (
        "「{found}」は日時として読めません。2026-11-20又は2026-11-20 9:05の形で書いてください。",
        '"{found}" cannot be read as a date or time. Write it as 2026-11-20 or 2026-11-20 9:05.',
    ),
    "table.merged_where": (
        "統合された機関には、統合先の機関IDが必要です。",
        "An institution that was merged needs the ID of the one it was merged into.",
    ),
    "table.not_merged": (
        "統合先は、状態が統合（merged）の機関にだけ書いてください（今は「{found}」）。",
        'Only institutions with status merged are merged into another (found "{found}").',
    ),
    "table.merged_nowhere": (
        "統合先「{found}」が名簿にないか、自分自身です。",
        '"{found}", into which it was merged, is not on the roster, or is the institution itself.',
    ),
    "table.file_twice": (
        "ファイル「{found}」の行が複数あり（1回目は{line}行目）、対象機関が異なります。1つのファイルを複数の機関のものとするときは、1行の対象機関に「;」で区切って書いてください。同じ名前の別のファイルであれば、提出ごとにフォルダーを分け、フォルダーから書いてください。",
        'The file "{found}" is listed more than once (first in line {line}), for different institutions. If one file is filed for several institutions, list their IDs in one line, separated by ";". If these are different files of one name, keep each delivery in a folder of its own and include the folder in the path.',
    ),
    "table.not_a_version": (
        "版は1からの整数で書いてください（今は「{found}」）。",
        'Write the version as a whole number from 1 (found "{found}").',
    ),
    "table.named_twice": (
        "対象機関に「{found}」が2回あります。",
        'The file is filed for "{found}" twice.',
    ),
}
