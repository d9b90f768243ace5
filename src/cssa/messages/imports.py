"""Messages: importing checklists and crosswalks that others publish."""

MESSAGES = {
    "help.checklist.import": (
        "他の団体などが作成した点検票（CISO Assistant、OSCAL、CSV）を取り込みます。",
        "Import a checklist from another source (CISO Assistant, OSCAL, CSV).",
    ),
    "opt.new_languages": (
        "ひな形の言語（ja、en。カンマ区切り）。",
        "Languages of the skeleton (ja, en; comma-separated).",
    ),
    "new.languages": (
        "言語「{languages}」のひな形はありません。使用できる言語：{known}。他の言語の点検票は、ひな形の文を書き換えて作成できます。",
        'There is no skeleton in "{languages}" (available: {known}). For another language, replace the texts of a skeleton.',
    ),
    "opt.import.file": (
        "取り込むファイル。",
        "File to import.",
    ),
    "opt.import.format": (
        "ファイルの形式。省略時は内容から判別します。",
        "Format of the file (default: recognised by content).",
    ),
    "opt.import.languages": (
        "取り込む言語の2文字のコード（カンマ区切り。例：fr,en）。ファイルの元の言語は、指定しなくても取り込みます。省略時はファイルにあるすべての言語。言語の記載がないファイルは、最初に指定した言語とみなします。",
        "Languages to import, as two-letter codes (comma-separated, such as fr,en; default: all in the file); the file's own language is always among them. A file that does not state its language is assumed to be in the first.",
    ),
    "opt.import.basic": (
        "基本的な対応事項とするグループ。複数指定できます。他の項目は、対応が望ましい事項とします。省略時は、すべて基本的な対応事項とします。CSVのtier列に記入がある項目は、その区分とします。",
        'Group whose practices are basic; can be repeated. All others become desirable (default: every practice is basic). In a CSV file, an entry in the column "tier" takes precedence.',
    ),
    "opt.import.parents": (
        "下位の要求事項を持つ要求事項（OSCAL）の取扱い。practices：下位の要求事項とともに回答する項目とします。sections：見出しとし、下位の要求事項だけに回答します。",
        "What a requirement that contains others becomes (OSCAL): practices, answered along with those below it; or sections, a heading with only those below it answered.",
    ),
    "import.no_parents": (
        "--parentsは、OSCALにのみ指定できます。{format}では、回答する項目かどうかをファイルが定めています。--parentsを付けずに実行してください。",
        "--parents is for OSCAL only: in {format} the file itself says which requirements are answered. Run the command without --parents.",
    ),
    "import.note.parents_practices": (
        "下位の要求事項を持つ要求事項も、回答する項目としました。見出しとする場合は、--parents sectionsを指定してください。",
        "Requirements that contain others are answered as well. To make them headings, specify --parents sections.",
    ),
    "import.note.parents_sections": (
        "下位の要求事項を持つ要求事項を見出しとし、その文を見出しの説明としました（--parents sections）。",
        "Requirements that contain others became headings, with their texts as introductions (--parents sections).",
    ),
    "opt.import.output": (
        "点検票のフォルダー<ID>/<版>を作成する場所。",
        "Folder in which to create the checklist's folder, <ID>/<VERSION>.",
    ),
    "import.phase.reading": (
        "読み込み",
        "Reading",
    ),
    "import.done": (
        "{format}の点検票を取り込みました：{folder}（{count}項目）。取り込めなかった内容の一覧と、元の番号との対応は、{record}にあります。",
        "Imported the {format} checklist into {folder} ({count} {count:practice|practices}). {record} lists what could not be imported, and maps the source's numbers to the new IDs.",
    ),
    "import.next": (
        "次に実行できるコマンド：`cssa form new -c {folder} -o form.xlsx`",
        "Try next: `cssa form new -c {folder} -o form.xlsx`",
    ),
    "import.crosswalk_done": (
        "対応表を出力しました：{path}",
        "Wrote a crosswalk to {path}",
    ),
    "import.nothing_lost": (
        "すべて取り込みました。",
        "Everything was imported.",
    ),
    "import.table.kind": ("種類", "Kind"),
    "import.table.read": ("元の件数", "In the file"),
    "import.table.carried": ("取り込んだ件数", "Imported"),
    "import.table.listed": ("取り込めなかった件数", "Not imported"),
    "import.table.field": ("取り込めなかった内容", "Not imported"),
    "import.table.cause": ("理由", "Reason"),
    "import.table.count": ("件数", "Number"),
    "import.table.more": (
        "ほか{count}種類（一覧はimport.yaml）",
        "and {count} {count:more kind|more kinds}, listed in import.yaml",
    ),
    "import.count.nodes": ("見出しと要求事項", "Headings and requirements"),
    "import.count.questions": ("設問", "Questions"),
    "import.count.choices": ("選択肢", "Options"),
    "import.count.texts": ("文", "Texts"),
    "import.count.relations": ("対応関係", "Relations"),
    "import.structure": (
        "この形式のファイルとして読み取れない構造です。ファイルに欠落や変更がないか確認してください。",
        "The file does not have the structure of this format. Check that it is complete and unchanged.",
    ),
    "import.nothing_to_answer": (
        "回答する項目がありません（ファイルの内容：「{holds}」）。要求事項を含むファイルを指定してください。",
        'There is nothing to answer in this file; it contains "{holds}". Specify a file with requirements.',
    ),
    "import.language_missing": (
        "ファイルに言語「{languages}」の文はありません。使用できる言語：{known}（言語の記載がないファイルは、最初に指定した言語とみなします）。",
        'The file has no texts in "{languages}" (available: {known}; a file that does not state its language is assumed to be in the first one specified).',
    ),
    "import.group_unknown": (
        "ファイルにグループ「{groups}」はありません。使用できるグループ：{known}。",
        'The file has no group "{groups}" (available: {known}).',
    ),
    "import.is_workbook": (
        "Excelブック又はZIPなどのファイルで、このままでは取り込めません。Excelブックであれば設問の表をCSV（UTF-8）で保存し、ZIPであれば展開して、そのファイルを指定してください。",
        "This is an Excel workbook, or a file such as a ZIP archive, and cannot be imported as it is. Save the table of questions of a workbook as CSV (UTF-8), or unpack the archive, and specify that file.",
    ),
    "import.is_xml": (
        "XMLやHTMLは取り込めません。同じ文書のJSON版又はYAML版を、ウェブページとしてではなくファイルとして保存し、指定してください。",
        "XML and HTML cannot be imported. Specify the JSON or YAML version of the document, saved as the file itself and not as a web page.",
    ),
    "import.unrecognised": (
        "内容から形式を判別できません（最上位のキー：{keys}）。取り込める形式は{known}です。別のファイルではないか確認し、いずれかの形式であれば--formatで指定してください。",
        "The format cannot be recognised from the content (top-level keys: {keys}). Formats that can be imported: {known}. Check that this is the right file; if it has one of these formats, specify it with --format.",
    ),
    "import.csv.id_twice": (
        "ID「{id}」が2回あります（1回目は{line}行目）。行ごとに異なるIDにしてください。",
        'The ID "{id}" appears twice (first on line {line}). Give every line an ID of its own.',
    ),
    "import.csv.no_question": (
        "questionもtitleも空です。設問を記入するか、領域又は節の見出しの行にしてください。",
        "Both question and title are empty. Enter a question, or make the line the heading of a domain or section.",
    ),
    "import.csv.weight": (
        "重み「{found}」は数ではありません。数字で記入してください。",
        'The weight "{found}" is not a number. Enter it in digits.',
    ),
    "import.csv.choice": (
        "「{found}」は使用できません。使用できるもの：{known}。",
        '"{found}" is not allowed here. Use one of: {known}.',
    ),
    "import.csv.options_of_level": (
        "段階で答える設問に選択肢は付けられません。kindをsingle又はmultiにしてください。",
        "A question that is answered with a level has no options. Set kind to single or multi.",
    ),
    "import.csv.options_missing": (
        "選択肢がありません。optionsに1行に1つずつ記入してください（例：3=実施している）。",
        "There are no options. Enter one on each line of options (such as 3=In place).",
    ),
    "import.note.invisible_characters": (
        "画面に表示されない文字や、書字方向を変える文字を削除しました。",
        "Characters that are invisible or change the writing direction were removed.",
    ),
    "import.note.in_place": (
        "「実施」とみなす段階が元のファイルに定められていないため、{value}としました。checklist.yamlのscale.in_placeで変更できます。",
        "The file does not state from which level a practice is in place; {value} was assumed. You can change it in checklist.yaml (scale.in_place).",
    ),
    "import.note.not_scored": (
        "段階の付く設問がないため、この点検票では、成熟度と目標、及び数値に関する社内基準のルールを使用しません（scored: false）。",
        "No question gives a level, so this checklist has no score, no targets and no policy rules on figures (scored: false).",
    ),
    "import.note.no_text": (
        "文のない項目は、番号だけを表示します：{value}",
        "Requirements without a text are shown by their number only: {value}",
    ),
    "import.note.dependencies": (
        "元のファイルが参照する別のファイル：{value}",
        "Files that this one refers to: {value}",
    ),
    "import.note.labels": (
        "元のファイルのラベル：{value}",
        "Labels of the file: {value}",
    ),
    "import.note.groups_of_headings": (
        "見出しに付けられたグループは使用しません。対象かどうかは、項目のグループだけで決まります。",
        "Groups of headings are not used. Only a requirement's own groups decide whether it is in scope.",
    ),
    "import.note.steps_of_definition": (
        "点数{value}のうち、元のファイルで名称のある値だけを段階としました。",
        "Of the scores {value}, only those named in the file became levels.",
    ),
    "import.note.language_assumed": (
        "元のファイルに言語の記載がない文は、{value}とみなしました。異なる場合は、--languagesで指定してください。",
        "Where the file does not state the language of a text, {value} was assumed. Specify --languages if this is wrong.",
    ),
    "import.note.no_line_end": (
        "ファイルの末尾が改行ではありません。途中で切れていないか、元のファイルと比べて確認してください。",
        "The file does not end with a line break. Check against the original that it is complete.",
    ),
    "import.note.missing_parameter": (
        "定義のないパラメーターは、[ID]のまま表示します：{value}",
        "Undefined parameters are shown as their ID in brackets: {value}",
    ),
    "import.cause.weight_of_heading": (
        "見出しに重みは設定できません",
        "a heading cannot have a weight",
    ),
    "import.cause.weight_not_positive": (
        "重みが正の数ではないため、1としました",
        "the weight is not positive; 1 is used",
    ),
    "import.cause.weight_too_fine": (
        "重みを1000以下の整数で表せないため、すべて1としました",
        "the weights cannot be expressed as whole numbers up to 1000; 1 is used for all",
    ),
    "import.cause.language_code": (
        "言語のコードが2文字ではありません",
        "the language code does not have two letters",
    ),
    "import.cause.undefined_group": (
        "元のファイルで定義されていないグループです",
        "the file does not define this group",
    ),
    "import.cause.score_without_step": (
        "点数を段階にできないため（尺度の段階と一致しない、点数のない選択肢がある、又は選択肢を1つだけ選ぶ設問ではない）、段階の付かない設問としました",
        "the scores cannot be levels: they do not match the scale, some options have no score, or the question is not one in which a single option is chosen; the question gives no level",
    ),
    "import.cause.score_without_steps": (
        "点数が段階に分かれていないため、数値の設問とし、算定には使用しません",
        "the score is not divided into levels; it is asked as a number and not scored",
    ),
    "import.cause.condition_of_level": (
        "段階の付く設問に条件は設定できないため、常に質問します",
        "a question that gives a level cannot be conditional; it is always asked",
    ),
    "import.cause.condition": (
        "条件の参照先の選択肢が、取り込んだ点検票にないため、常に質問します",
        "the imported checklist does not have the option that the condition refers to; the question is always asked",
    ),
    "import.cause.condition_on_all": (
        "複数の回答の組合せによる条件は設定できないため、常に質問します",
        "a condition cannot combine several answers; the question is always asked",
    ),
    "import.cause.other_object": (
        "点検票の一部ではありません",
        "not part of a checklist",
    ),
    "import.cause.further_framework": (
        "2つ目以降の枠組みは取り込みません",
        "only the first framework of a file is imported",
    ),
    "import.cause.appearance": (
        "表示だけに関する指定です",
        "concerns appearance only",
    ),
    "import.cause.no_place": (
        "点検票には、これに対応する項目がありません",
        "a checklist has no equivalent",
    ),
    "import.cause.default_group": (
        "グループの選択は回答又は実施回で行います",
        "groups are selected in answers or a campaign",
    ),
    "import.cause.own_arithmetic": (
        "元の枠組みに固有の計算です",
        "part of the framework's own calculation",
    ),
    "import.cause.step_outside": (
        "段階の範囲外です",
        "outside the scale",
    ),
    "import.cause.computed_result": (
        "回答から判定を計算する機能はありません",
        "results cannot be computed from answers",
    ),
    "import.cause.selects_groups": (
        "回答によってグループを切り替える機能はありません",
        "answers cannot select groups",
    ),
    "import.cause.entered_as_text": (
        "この種類の設問には対応していないため、文章で回答する設問としました",
        "this kind of question is not supported; it is answered in text",
    ),
    "import.cause.unknown_parent": (
        "上位の見出しが元のファイルにないため、最上位に配置しました",
        "its parent heading is not in the file; it is placed at the top level",
    ),
    "import.cause.unknown_relation": (
        "関係の種類又は相手を特定できません",
        "the kind of relation or one of the items is unknown",
    ),
    "import.cause.relation_twice": (
        "同じ関係が既にあります",
        "a duplicate of another relation",
    ),
    "import.cause.withdrawn": (
        "元の文書で廃止された項目です",
        "withdrawn in the source",
    ),
    "import.cause.repeats_number": (
        "番号の繰り返しです",
        "repeats the number",
    ),
    "import.cause.assessment_part": (
        "評価者向けの手順です",
        "a procedure for assessors",
    ),
    "import.cause.unknown_column": (
        "使用しない列です",
        "this column is not used",
    ),
}
