"""Messages: files, tables and values that are read, and files that are written."""

MESSAGES = {
    "file.not_found": (
        "見つかりません。名前と場所を確認してください。",
        "No such file. Check its name and location.",
    ),
    "file.is_folder": (
        "フォルダーです。ファイルを指定してください。",
        "This is a folder. Specify a file.",
    ),
    "file.no_permission": (
        "読み取る権限がありません。ファイルの権限を確認してください。",
        "No permission to read this file. Check its permissions.",
    ),
    "file.unreadable": (
        "読み取れません（{reason}）。",
        "It cannot be read ({reason}).",
    ),
    "file.too_large": (
        "{limit} MBを超えています。回答や点検票のファイルがこの大きさになることはありません。別のファイルではないか確認してください。",
        "The file is larger than {limit} MB. No file with answers or a checklist is that large; check that it is the right file.",
    ),
    "file.is_zip": (
        "テキストではなく圧縮ファイル（Excelブックなど）です。YAMLかJSONのファイルを指定してください。",
        "This is an archive (such as an Excel workbook), not text. Specify a YAML or JSON file.",
    ),
    "file.is_ole": (
        "パスワード付きのファイルか、古い形式のExcelブックです。YAMLかJSONのファイルを指定してください。",
        "This is a password-protected file or an Excel workbook in the old format. Specify a YAML or JSON file.",
    ),
    "file.binary": (
        "テキストファイルではありません（PDF、画像など。UTF-16の場合はUTF-8で保存し直してください）。",
        "This is not a text file (it may be a PDF or a picture; if it is UTF-16, save it as UTF-8).",
    ),
    "file.utf16": (
        "UTF-16で保存されています。UTF-8で保存し直してください。",
        "The file is saved as UTF-16. Save it as UTF-8.",
    ),
    "file.not_utf8": (
        "UTF-8ではない文字があります（Shift_JISなど）。UTF-8で保存し直してください。",
        "This character is not UTF-8 (it may be Shift_JIS). Save the file as UTF-8.",
    ),
    "file.control_character": (
        "制御文字{character}があります。テキストファイルかどうかを確認し、この文字を削除してください。",
        "There is a control character {character} here. Check that this is a text file, and delete the character.",
    ),
    "file.conflict": (
        "gitの競合マーカー（<<<<<<<、=======、>>>>>>>）が残っています。競合を解消してから、もう一度実行してください。",
        "These are git conflict markers (<<<<<<<, =======, >>>>>>>). Resolve the conflict, then run the command again.",
    ),
    "file.is_table": (
        "CSVなどの表のため、ここでは読み取れません。回答はYAML、JSON又はExcelの回答票（.xlsx）で、そのほかのファイルはYAML又はJSONで指定してください。",
        "This is a table (such as CSV), which cannot be read here. Specify answers as YAML, JSON or an Excel form (.xlsx), and other files as YAML or JSON.",
    ),
    "system.EACCES": ("アクセス権がありません", "Permission denied"),
    "system.EPERM": ("この操作は許可されていません", "Operation not permitted"),
    "system.EROFS": ("書込みが禁止されたファイルシステムです", "Read-only file system"),
    "system.ENOSPC": ("空き容量がありません", "No space left on device"),
    "system.EDQUOT": ("使用できる容量の上限に達しました", "Disk quota exceeded"),
    "system.EFBIG": ("ファイルが大きすぎます", "File too large"),
    "system.ENOENT": ("ファイル又はフォルダーがありません", "No such file or directory"),
    "system.ENOTDIR": ("フォルダーではありません", "Not a directory"),
    "system.EISDIR": ("フォルダーです", "Is a directory"),
    "system.EEXIST": ("同じ名前のものが既にあります", "File exists"),
    "system.ENOTEMPTY": ("フォルダーが空ではありません", "Directory not empty"),
    "system.EBUSY": ("使用中です", "Device or resource busy"),
    "system.ETXTBSY": ("実行中のファイルです", "Text file busy"),
    "system.ENAMETOOLONG": ("名前が長すぎます", "File name too long"),
    "system.ELOOP": ("リンクが循環しています", "Too many levels of symbolic links"),
    "system.EIO": ("入出力の障害が発生しました", "Input/output error"),
    "system.EMFILE": ("開いているファイルが多すぎます", "Too many open files"),
    "system.ENFILE": (
        "システム全体で、開いているファイルが多すぎます",
        "Too many open files in system",
    ),
    "system.EPIPE": ("出力先が閉じられました", "Broken pipe"),
    "system.ENXIO": ("装置がありません", "No such device or address"),
    "system.ENODEV": ("装置がありません", "No such device"),
    "system.EINVAL": ("指定が正しくありません", "Invalid argument"),
    "system.ESTALE": ("ネットワーク上のファイルが失われました", "Stale file handle"),
    "file.cannot_write": (
        "書き込めません（{reason}）。元のファイルは変更していません。",
        "Cannot write ({reason}). The existing file is unchanged.",
    ),
    "file.cannot_print": (
        "書き込めません（{reason}）。",
        "Cannot write ({reason}).",
    ),
    "file.ending": (
        "出力するファイルの拡張子に「{ending}」は使用できません。使用できる拡張子：{known}。",
        'The output file cannot have the extension "{ending}". Allowed: {known}.',
    ),
    "file.ending_added": (
        "ファイル名に拡張子を付けました：{path}",
        "An extension was added to the file name: {path}",
    ),
    "file.exists": (
        "既に存在します。別の場所を指定するか、削除してからもう一度実行してください。",
        "It already exists. Specify another location, or delete it first.",
    ),
    "file.is_input": (
        "入力（{name}）と同じか、入力を上書きする出力先です。別の出力先を指定してください。",
        "This is an input of the command ({name}), or would overwrite it. Specify another output.",
    ),
    "file.output_twice": (
        "複数の出力先が同じファイルです。それぞれ別のファイルを指定してください。",
        "More than one output would be written to this file. Specify a different file for each.",
    ),
    "file.not_ours": (
        "既に存在するファイルで、このコマンドの出力そのままではないため、上書きしていません。別の出力先を指定するか、上書きする場合は--replaceを付けてください（元のファイルは末尾に.bakを付けた名前で残ります）。",
        "This file already exists and is not an unchanged output of this command. It was not overwritten. Specify another file, or add --replace to overwrite it; the existing file is then kept beside it with .bak added to its name.",
    ),
    "file.holds_answers": (
        "既に存在するファイルで、回答が入っている可能性があるため、上書きしていません。別の出力先を指定するか、上書きする場合は--replaceを付けてください（元のファイルは末尾に.bakを付けた名前で残ります）。",
        "This file already exists and may contain answers. It was not overwritten. Specify another file, or add --replace to overwrite it; the existing file is then kept beside it with .bak added to its name.",
    ),
    "file.kept_aside": (
        "元のファイルを{path}として残しました。",
        "The previous file was kept as {path}.",
    ),
    "yaml.empty": (
        "内容がありません。",
        "The file has no content.",
    ),
    "yaml.alias": (
        "エイリアス（*名前）は使用できません。値をそのまま書いてください。",
        "Aliases (*name) are not accepted. Write the value itself.",
    ),
    "yaml.anchor": (
        "アンカー（&名前）は使用できません。削除してください。",
        "Anchors (&name) are not accepted. Remove this one.",
    ),
    "yaml.tag": (
        "タグ（!名前）は使用できません。削除してください。",
        "Tags (!name) are not accepted. Remove this one.",
    ),
    "yaml.merge_key": (
        "マージキー（<<）は使用できません。値をそのまま書いてください。",
        "Merge keys (<<) are not accepted. Write the values themselves.",
    ),
    "yaml.empty_key": (
        "キーが空です。「:」の前に名前を書いてください。",
        "The key is empty. Write a name before the colon.",
    ),
    "yaml.complex_key": (
        "キーに一覧や入れ子は使用できません。文字列で書いてください。",
        "A key cannot be a list or a mapping. Write it as text.",
    ),
    "yaml.duplicate_key": (
        "「{key}」が2回あります（1回目は{line}行目）。いずれかを削除してください。",
        '"{key}" appears here a second time (first on line {line}). Delete one of them.',
    ),
    "yaml.second_document": (
        "「---」で区切られた2つ目の文書があります。1つのファイルには1つだけ書いてください。",
        'A second document begins here ("---"). Keep one document in a file.',
    ),
    "yaml.too_deep": (
        "入れ子が{limit}段を超えています。",
        "Nesting is more than {limit} {limit:level|levels} deep.",
    ),
    "yaml.too_many_elements": (
        "キー、値、括弧が合わせて{limit:,}個を超えています。回答や点検票のファイルがこれほど多くなることはありません。{line}行目から先は読んでいません。",
        "There are more than {limit:,} keys, values and brackets; no answers or checklist file has so many. Nothing from line {line} on was read.",
    ),
    "yaml.too_many_entries": (
        "1つの一覧又はキーの並びに{limit:,}個を超える項目があります。回答や点検票のファイルがこれほど多くなることはありません。{line}行目から先は読んでいません。",
        "One list or mapping has more than {limit:,} entries; no answers or checklist file has so many. Nothing from line {line} on was read.",
    ),
    "yaml.syntax.token": (
        "ここに書けない文字です。値が記号（@ ` % など）で始まる場合は引用符で囲み、タブは半角の空白に置き換えてください。",
        "This character is not allowed here. If a value begins with a symbol such as @ ` or %, put it in quotes; replace tabs with spaces.",
    ),
    "yaml.syntax.tab": (
        "タブは使用できません。半角の空白で字下げしてください。",
        "Tabs are not accepted. Indent with spaces.",
    ),
    "yaml.syntax.wide_space": (
        "全角の空白があります。半角の空白に置き換えてください。",
        "There is a full-width space here. Replace it with an ordinary space.",
    ),
    "yaml.syntax.unclosed_quote": (
        "引用符が閉じていません。",
        "A quote is not closed.",
    ),
    "yaml.syntax.colon": (
        "値の中に「: 」があります。値を引用符で囲むか、改行と字下げを確認してください。",
        'The value contains ": ". Put the value in quotes, or check the line break and the indent.',
    ),
    "yaml.syntax.key": (
        "「キー: 値」の形になっていません。字下げの空白の数と、引用符の閉じ忘れを確認してください。",
        'This is not of the form "key: value". Check the indentation, and that quotes are closed.',
    ),
    "yaml.syntax.missing_colon": (
        "「:」が見つかりません。「キー: 値」の形に修正してください。",
        'There is no colon. Write "key: value".',
    ),
    "yaml.syntax.dash": (
        "「- 」の位置が合っていません。字下げを前後の項目とそろえてください。",
        'The "- " is out of place. Indent it like the items around it.',
    ),
    "yaml.syntax.flow": (
        "[ ]か{{ }}の中で「,」又は閉じ括弧が不足しています。",
        "A comma or a closing bracket is missing inside [ ] or {{ }}.",
    ),
    "yaml.syntax.escape": (
        "二重引用符の中の「\\」の使い方が正しくありません。一重引用符に替えるか「\\\\」と書いてください。",
        'A "\\" is misused inside double quotes. Use single quotes, or write "\\\\".',
    ),
    "yaml.syntax.ends_early": (
        "ここでファイルが終わっていますが、閉じ括弧が不足しています。途中で切れていないか確認し、もう一度入手するか、書き足してください。",
        "The file ends here although closing brackets are missing. Check whether it was cut off; get it again, or complete it.",
    ),
    "yaml.syntax.other": (
        "YAMLとして読み取れません。字下げと引用符を確認してください。",
        "This cannot be read as YAML. Check indentation and quotes.",
    ),
    "value.other": (
        "値が正しくありません。",
        "Invalid value.",
    ),
    "value.missing": (
        "「{key}」がありません。追加してください。",
        '"{key}" is missing. Add it.',
    ),
    "value.title_or_question": (
        "title又はquestionの少なくとも一方が必要です。",
        "A title, a question or both are required.",
    ),
    "value.language": (
        "言語は2文字のコードで指定してください（例：ja、en。idを除く。現在の値：「{found}」）。",
        'Specify languages as two-letter codes such as ja or en, except id (found "{found}").',
    ),
    "value.unknown_key.near": (
        "「{key}」というキーはありません。「{near}」ではありませんか。",
        'Unknown key "{key}". Did you mean "{near}"?',
    ),
    "value.unknown_key": (
        "「{key}」というキーはありません。つづりと字下げを確認してください。",
        'Unknown key "{key}". Check its spelling and indentation.',
    ),
    "value.int": (
        "整数を書いてください（現在の値：「{found}」）。",
        'Write a whole number (found "{found}").',
    ),
    "value.text": (
        "文字列を書いてください（現在の値：「{found}」）。",
        'Write text (found "{found}").',
    ),
    "value.text_unquoted": (
        '文字列として読み取れません。引用符で囲んで"{found}"と書いてください。',
        'This is not read as text. Put it in quotes: "{found}".',
    ),
    "value.text_boolean": (
        "文字列を書いてください（現在の値：「{found}」）。YAML 1.1のツールで保存し直すと、yesやonはtrueに、noやoffはfalseに変わります。元の語を引用符で囲んでください。",
        'Write text (found "{found}"). Tools that follow YAML 1.1 turn yes and on into true, and no and off into false: put the original word in quotes.',
    ),
    "value.rewritten_key": (
        '「{key}」というキーはありません。YAML 1.1のツールで保存し直したため、「{word}」が「{key}」に変わっています。"{word}"と引用符で囲んで書いてください。',
        'Unknown key "{key}". A tool that follows YAML 1.1 has turned {word} into {key}. Write "{word}", in quotes.',
    ),
    "value.bool": (
        "trueかfalseを書いてください（現在の値：「{found}」）。",
        'Write true or false (found "{found}").',
    ),
    "value.number": (
        "数を書いてください（現在の値：「{found}」）。",
        'Write a number (found "{found}").',
    ),
    "value.choice": (
        "次のいずれかを書いてください：{expected}（現在の値：「{found}」）。",
        'Write one of {expected} (found "{found}").',
    ),
    "value.list": (
        "一覧を書いてください（現在の値：「{found}」）。",
        'Write a list (found "{found}").',
    ),
    "value.mapping": (
        "「キー: 値」の形で書いてください（現在の値：「{found}」）。",
        'Write it as "key: value" (found "{found}").',
    ),
    "value.empty": (
        "空にはできません。",
        "This cannot be empty.",
    ),
    "value.blank": (
        "空白のみです。内容を記入してください。",
        "There are only spaces here. Enter some text.",
    ),
    "value.one_line": (
        "改行、制御文字、書字方向を変える文字は使用できません。1行の文字列で書いてください（現在の値：「{found}」）。",
        'Line breaks, control characters and characters that change the writing direction are not accepted. Write it on one line (found "{found}").',
    ),
    "value.too_long": (
        "長すぎます（{max_length}字まで）。",
        "Too long (at most {max_length} {max_length:character|characters}).",
    ),
    "value.too_few": (
        "数が不足しています（{min_length}以上）。",
        "Too few entries (at least {min_length}).",
    ),
    "value.too_many": (
        "数が多すぎます（{max_length}まで）。",
        "Too many entries (at most {max_length}).",
    ),
    "value.above": (
        "{gt}より大きい値にしてください（現在の値：{found}）。",
        "This must be more than {gt} (found {found}).",
    ),
    "value.at_least": (
        "{ge}以上にしてください（現在の値：{found}）。",
        "This must be at least {ge} (found {found}).",
    ),
    "value.at_most": (
        "{le}以下にしてください（現在の値：{found}）。",
        "This must be at most {le} (found {found}).",
    ),
    "value.pattern": (
        "「{found}」の形式が正しくありません。",
        '"{found}" does not have the required format.',
    ),
    "value.hash": (
        "ハッシュ値は「sha256:」と16進数64桁で書いてください（現在の値：「{found}」）。",
        'Write a hash as "sha256:" and 64 hexadecimal digits (found "{found}").',
    ),
    "value.id": (
        "半角の英数字と「.」「_」「-」を用い、英数字で始まるように書いてください（現在の値：「{found}」）。",
        'Use letters, digits, ".", "_" and "-", beginning with a letter or digit (found "{found}").',
    ),
    "value.number_text": (
        '半角の数字を引用符で囲んで、"12.5"のように書いてください（現在の値：「{found}」）。',
        'Write a number in quotes, such as "12.5" (found "{found}").',
    ),
    "value.flag": (
        "true又はfalse、あるいは{{value: false, reason: …}}の形で書いてください（現在の値：「{found}」）。",
        'Write true or false, or {{value: false, reason: …}} (found "{found}").',
    ),
    "value.schema": (
        "このコマンドで読み取れるファイルではありません。schemaは{expected}である必要があります（現在の値：「{found}」）。",
        'This command cannot read this file: its schema must be {expected} (found "{found}").',
    ),
    "value.no_such_day": (
        "「{found}」という日はありません。",
        '"{found}" is not a valid date.',
    ),
    "value.iso_date": (
        "日付は2026-11-20の形で書いてください（現在の値：「{found}」）。",
        'Write the date as YYYY-MM-DD, such as 2026-11-20 (found "{found}").',
    ),
    "value.iso_period": (
        "期間はP1Y、P6M、P2W、P30Dの形で書いてください（現在の値：「{found}」）。",
        'Write a period such as P1Y, P6M, P2W or P30D (found "{found}").',
    ),
    "value.level_rule": (
        "any、all、at_leastのうち、いずれか1つだけを書いてください。",
        'Write exactly one of "any", "all" and "at_least".',
    ),
    "value.kind_forbids": (
        "kindが{kind}のときは「{field}」を書けません。",
        '"{field}" is not allowed when kind is {kind}.',
    ),
    "value.kind_needs": (
        "kindが{kind}のときは「{field}」が必要です。",
        '"{field}" is required when kind is {kind}.',
    ),
    "value.kind_one_of": (
        "kindが{kind}のときは、次のうち1つだけが必要です：{fields}。",
        "Exactly one of these is required when kind is {kind}: {fields}.",
    ),
    "value.condition_empty": (
        "any、all、noneのいずれかに属性を指定してください。",
        'Specify profile flags under "any", "all" or "none".',
    ),
    "value.scale_words": (
        "wordsには段階2から5まで、not_yet_ifには段階3から5までの文言をすべて記載してください。",
        'Provide the wording for every level: from 2 to 5 under "words", and from 3 to 5 under "not_yet_if".',
    ),
    "value.ids_twice": (
        "同じIDが2回使われています。",
        "An ID is used twice.",
    ),
    "value.share_or_about": (
        "shareとaboutは、いずれか一方のみを記載してください。",
        'Give either "share" or "about", not both.',
    ),
    "value.empty_event": (
        "happened、cause、measureのいずれもありません。少なくとも1つを記載してください。",
        "None of happened, cause and measure is given. Give at least one.",
    ),
    "value.unlinked_with_links": (
        "practicesがある場合、unlinkedは使用できません。いずれか一方にしてください。",
        "unlinked cannot be combined with practices. Keep one of them.",
    ),
    "value.no_links": (
        "関連する対応事項がありません。practicesに挙げるか、ない理由をunlinkedに記載してください。",
        "No related practices are named. List them under practices, or state under unlinked why there are none.",
    ),
    "value.bands": (
        "区切りは0から始め、小さい順に重なりなく並べてください。",
        "Bounds must begin at 0 and ascend without repeats.",
    ),
    "value.selector_empty": (
        "tier、domain、section、practice、adoptedのうち少なくとも1つで対象を指定してください。",
        'Specify at least one of "tier", "domain", "section", "practice" and "adopted".',
    ),
    "value.profiles": (
        "low、medium、highの3つをすべて書いてください。",
        "All three of low, medium and high are required.",
    ),
    "value.sector_kind": (
        "「{kind}」という種類はkindsにありません。",
        'Unknown kind "{kind}".',
    ),
    "value.sector_group": (
        "「{group}」という業態グループはindustry_groupsにありません。",
        'Unknown industry group "{group}".',
    ),
    "value.institution_id": (
        "機関IDは、半角の英数字と「.」「_」「-」を用い、英数字で始まる64字以内で書いてください（現在の値：「{found}」。CONなどの装置名は使用できません）。",
        'Write the institution ID in up to 64 letters, digits, ".", "_" and "-", beginning with a letter or digit (found "{found}"; device names such as CON are not accepted).',
    ),
    "value.treatment_dates": (
        "review_by（見直し期限）がapproved_on（承認日）より前です。",
        "review_by is before approved_on.",
    ),
    "value.delegate_id": (
        "部署のIDは、半角の英数字と「.」「_」「-」を用い、英数字で始まる64字以内で書いてください（回答票のファイル名に使用します。現在の値：「{found}」。CONなどの装置名は使用できません）。",
        'Write the ID of a department in up to 64 letters, digits, ".", "_" and "-", beginning with a letter or digit, as it becomes part of the names of forms (found "{found}"; device names such as CON are not accepted).',
    ),
    "value.delegate_empty": (
        "この部署が回答するものがありません。owners（主に回答する部署の区分）又はpractices（対応事項、節又は領域の番号）を記入してください。",
        "The department answers nothing. State owners (functions that usually answer) or practices (numbers of practices, sections or domains).",
    ),
    "delegates.id_twice": (
        "部署のID「{id}」が重複しています（{first}）。別のIDにしてください。",
        'The ID "{id}" is already used ({first}). Give each department its own.',
    ),
    "delegates.unknown_owner": (
        "この点検票に、「{name}」が主に回答する対応事項はありません（あるもの：{known}）。",
        'No practice of this checklist is usually answered by "{name}" (available: {known}).',
    ),
    "delegates.claimed_twice": (
        "「{name}」は既に別の箇所で割り当てられています（{first}）。どちらか一方に記載してください。",
        '"{name}" is already assigned ({first}). Name it once.',
    ),
    "value.plan_empty": (
        "改善計画（plan）に、owner（担当部署）、due（期日）、action（実施内容）のどれもありません。少なくとも1つを記入してください。",
        "The plan has none of owner, due and action. State at least one of them.",
    ),
    "value.done": (
        "nはof以下にしてください。",
        '"n" cannot exceed "of".',
    ),
    "value.answer_type": (
        "回答は段階を表す整数か、設問ごとの形式で書いてください（現在の値：「{found}」）。",
        'Write an answer as a level (a whole number), or in the form of its question (found "{found}").',
    ),
    "value.answer_two": (
        "1つの対応事項に複数の回答があります：{given}。1つだけ残してください。",
        "One practice has more than one answer: {given}. Keep one.",
    ),
    "value.answer_no_reason": (
        "「{field}」には理由（reason）が必要です。",
        '"{field}" needs a reason.',
    ),
    "value.answer_reason_alone": (
        "reasonはna又はnot_adoptedの理由です。補足はnoteに書いてください。",
        '"reason" is for "na" or "not_adopted". Write remarks under "note".',
    ),
    "value.scope_one": (
        "onには、overall又はtier・domain・section・practice・eachのうち1つだけを書いてください。",
        'Under "on", specify "overall" or exactly one of "tier", "domain", "section", "practice" and "each".',
    ),
    "value.rule_empty": (
        "ルールに条件がありません。次のいずれかを指定してください：{names}。",
        "The rule has no condition. Specify one of {names}.",
    ),
    "value.waiver_one": (
        "practiceとruleのいずれか一方を指定してください。",
        "Specify either practice or rule.",
    ),
    "value.waiver_approver": (
        "承認者（approver）は担当者（owner）「{name}」とは別の者にしてください。",
        'The approver must be someone other than the owner "{name}".',
    ),
    "value.campaign_dates": (
        "cut_off（集計の締切）がdeadline（提出期限）より前です。",
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
    "table.column.extension_reason": (
        "延長の理由",
        "Extension reason",
    ),
    "table.column.extension_approved_by": (
        "延長の承認者",
        "Extension approved by",
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
        "「{found}」は円単位の金額ではありません。数字のみで記入してください。",
        '"{found}" is not a valid amount in yen. Write digits only.',
    ),
    "table.column.answers_seen_by": (
        "回答を閲覧できる者",
        "Answers seen by",
    ),
    "table.column.email": (
        "メールアドレス",
        "E-mail",
    ),
    "table.column.contact": (
        "担当窓口",
        "Contact",
    ),
    "table.column.group": (
        "区分",
        "Group",
    ),
    "table.bad_email": (
        "「{found}」はメールアドレスではありません。複数のアドレスは「;」で区切ってください。",
        '"{found}" is not an e-mail address. Separate several addresses by ";".',
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
    "table.column.password": (
        "パスワード",
        "Password",
    ),
    "table.column.version": (
        "版",
        "Version",
    ),
    "table.column.institutions": (
        "対象機関",
        "Submitted for",
    ),
    "table.column.decision": (
        "採否",
        "Decision",
    ),
    "table.decision.take": (
        "採用",
        "Use",
    ),
    "table.decision.merge": (
        "合わせて採用",
        "Merge",
    ),
    "table.decision.leave": (
        "不採用",
        "Do not use",
    ),
    "table.choice": (
        "{title}（{code}）",
        "{title} ({code})",
    ),
    "table.unknown_decision": (
        "採否「{found}」はありません。次から選んでください：{known}。",
        'Unknown decision "{found}". Choose from {known}.',
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
        "内容がありません。1行目に見出しのあるCSVを指定してください。",
        "The file is empty. Specify a CSV file with headings in its first line.",
    ),
    "table.too_large": (
        "{limit} MBを超えています。ここで読み取る表がこの大きさになることはありません。別のファイルではないか確認してください。",
        "The file is larger than {limit} MB. No table that is read here is that large; check that it is the right file.",
    ),
    "table.not_utf8": (
        "この文字はUTF-8でもShift_JISでもありません。CSV（UTF-8）で保存し直してください。",
        "This character is neither UTF-8 nor Shift_JIS. Save the file as CSV (UTF-8).",
    ),
    "table.not_text": (
        "CSVとして読み取れません。ExcelブックはCSV（UTF-8）で保存し直してください。",
        "It cannot be read as CSV. Save an Excel workbook as CSV (UTF-8).",
    ),
    "table.quote": (
        "二重引用符が閉じていないか、閉じた後に文字が続いています。これより後は読み取っていません。",
        "A double quote is not closed, or characters follow the closing quote. Nothing after this was read.",
    ),
    "table.unknown_column": (
        "「{heading}」という列はありません。使用できる見出し：{known}。",
        'Unknown column "{heading}". Available headings: {known}.',
    ),
    "table.column_twice": (
        "「{heading}」の列が2つあります。いずれかを削除してください。",
        'There are two columns "{heading}". Remove one of them.',
    ),
    "table.column_missing": (
        "「{heading}」の列がありません。1行目に見出しを追加してください。",
        'The column "{heading}" is missing. Add its heading to the first line.',
    ),
    "table.beyond": (
        "見出しのない列に「{found}」があります。削除するか、列に見出しを付けてください。",
        '"{found}" is in a column without a heading. Remove it, or give the column a heading.',
    ),
    "table.blank": (
        "空にはできません。",
        "This must not be empty.",
    ),
    "table.one_line": (
        "改行、制御文字、書字方向を変える文字は使用できません。1行の文字列で書いてください（現在の値：「{found}」）。",
        'Line breaks, control characters and characters that change the writing direction are not accepted. Write it on one line (found "{found}").',
    ),
    "table.bad_id": (
        "機関IDは、半角の英数字と「.」「_」「-」を用い、英数字で始まる64字以内で書いてください（現在の値：「{found}」。CONなどの装置名は使用できません）。",
        'An institution ID begins with a letter or digit and has up to 64 letters, digits, ".", "_" and "-" (found "{found}"; device names such as CON are not accepted).',
    ),
    "table.id_exponent": (
        "表計算ソフトが法人番号を「{found}」という指数表示に変換しています。列の書式を文字列にして番号を入力し直し、CSVで保存してください。",
        'A spreadsheet program converted the corporate number to "{found}". Format the column as text, enter the numbers again and save as CSV.',
    ),
    "table.id_twice": (
        "機関ID「{found}」が2回あります（1回目は{line}行目）。大文字と小文字は区別しません。いずれかの行を削除するか、機関IDを修正してください。",
        'The institution ID "{found}" appears twice (first on line {line}). Case is ignored. Remove one of the lines, or correct its ID.',
    ),
    "table.unknown_sector": (
        "業態「{found}」はありません。次から選んでください：{known}。",
        'Unknown sub-sector "{found}". Choose from {known}.',
    ),
    "table.unknown_status": (
        "状態「{found}」はありません。次から選んでください：{known}。",
        'Unknown status "{found}". Choose from {known}.',
    ),
    "table.not_a_date": (
        "「{found}」は日付として読み取れません。2026-11-20の形式で記入してください。",
        '"{found}" is not a valid date. Write it as YYYY-MM-DD, such as 2026-11-20.',
    ),
    "table.not_a_moment": (
        "「{found}」は日時として読み取れません。2026-11-20又は2026-11-20 9:05の形式で記入してください。",
        '"{found}" is not a valid date or time. Write it as 2026-11-20 or 2026-11-20 9:05.',
    ),
    "table.merged_where": (
        "統合された機関には、統合先の機関IDが必要です。「統合先」に記入してください。",
        'A merged institution needs the ID of the institution it was merged into. Enter it under "Merged into".',
    ),
    "table.not_extended": (
        "延長の理由と承認者は、延長期限のある機関にのみ記入してください（現在の値：「{found}」）。延長する場合は、延長期限を記入してください。",
        'Only institutions with an extended deadline can have an extension reason or approver (found "{found}"). If the deadline is extended, enter the extended deadline.',
    ),
    "table.not_merged": (
        "統合先は、状態が統合（merged）の機関にのみ記入してください（現在の値：「{found}」）。",
        'Only institutions with status merged can have an entry under "Merged into" (found "{found}").',
    ),
    "table.merged_nowhere": (
        "統合先「{found}」が名簿にないか、その機関自身です。名簿にある別の機関のIDを記入してください。",
        '"{found}" under "Merged into" is not on the roster, or is the institution itself. Enter the ID of another institution on the roster.',
    ),
    "table.file_twice": (
        "ファイル「{found}」の行が複数あり（1回目は{line}行目）、対象機関が異なります。1つのファイルが複数の機関のものである場合は、1行の対象機関に「;」で区切って記入してください。同じ名前の別のファイルである場合は、提出ごとにフォルダーを分け、フォルダーを含めて記入してください。",
        'The file "{found}" is listed more than once (first on line {line}), for different institutions. If one file is submitted for several institutions, list their IDs on one line, separated by ";". If these are different files with the same name, keep each delivery in a separate folder and include the folder in the path.',
    ),
    "table.not_a_version": (
        "版は1以上の整数で書いてください（現在の値：「{found}」）。",
        'Write the version as a whole number, 1 or more (found "{found}").',
    ),
    "table.named_twice": (
        "対象機関に「{found}」が2回あります。",
        '"{found}" is listed twice under "Submitted for".',
    ),
}
