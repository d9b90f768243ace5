"""Messages: checklists and crosswalks that others publish, taken in."""

MESSAGES = {
    "help.checklist.import": (
        "ほかの団体が公開している点検票（CISO Assistant、OSCAL、CSV）を取り込みます。",
        "Take in a checklist that others publish (CISO Assistant, OSCAL, CSV).",
    ),
    "opt.new_languages": (
        "ひな形の言語（ja、en）。コンマで区切る。",
        "Languages of the skeleton (ja, en), separated by a comma.",
    ),
    "new.languages": (
        "言語「{languages}」のひな形はありません。あるのは：{known}。ほかの言語の点検票は、ひな形の文を書き換えて作れます。",
        'There is no skeleton in "{languages}"; it comes in {known}. For another language, replace its texts.',
    ),
    "opt.import.file": (
        "取り込むファイル。",
        "File to take in.",
    ),
    "opt.import.format": (
        "ファイルの形式。省くと内容から判断。",
        "Format of the file; recognised by its content where left out.",
    ),
    "opt.import.languages": (
        "取り込む言語を2文字のコードで、コンマで区切って指定（例：fr,en）。省くとファイルにあるすべて。言語の書かれていないファイルでは、最初のものをその言語とみなす。",
        "Languages to take, as two-letter codes separated by commas (such as fr,en); all that the file has where left out. Where a file does not state its language, the first one is taken for it.",
    ),
    "opt.import.basic": (
        "「基本」とするグループ。繰り返し指定できる。ほかのグループの項目は「望ましい」となる。省くとすべて「基本」。",
        "Group whose practices are basic; may be repeated. All others become desirable. Where left out, every practice is basic.",
    ),
    "opt.import.output": (
        "点検票のフォルダー<ID>/<版>を作る場所。",
        "Folder in which the checklist's folder, <id>/<version>, is made.",
    ),
    "import.phase.reading": (
        "読み込み",
        "Reading",
    ),
    "import.done": (
        "{format}の点検票を取り込みました：{folder}（{count}項目）。取り込めなかったものの一覧と元の番号との対応は{record}にあります。",
        "The {format} checklist is in {folder} ({count} practices). What could not be carried, and which number became which, is listed in {record}.",
    ),
    "import.next": (
        "次に試すこと：`cssa form new -c {folder} -o form.xlsx`",
        "Try next: `cssa form new -c {folder} -o form.xlsx`",
    ),
    "import.crosswalk_done": (
        "対応表を書きました：{path}",
        "A crosswalk is in {path}",
    ),
    "import.nothing_lost": (
        "すべて取り込みました。",
        "Everything was carried.",
    ),
    "import.table.kind": ("種類", "Kind"),
    "import.table.read": ("元の件数", "In the file"),
    "import.table.carried": ("取り込み", "Carried"),
    "import.table.listed": ("取り込まず", "Not carried"),
    "import.table.field": ("取り込めなかったもの", "Not carried"),
    "import.table.cause": ("理由", "Why"),
    "import.table.count": ("件数", "Count"),
    "import.table.more": (
        "ほか{count}種類（import.yamlに一覧があります）",
        "{count} more kinds, listed in import.yaml",
    ),
    "import.count.nodes": ("見出しと要求事項", "Headings and requirements"),
    "import.count.questions": ("設問", "Questions"),
    "import.count.choices": ("選択肢", "Options"),
    "import.count.texts": ("文", "Texts"),
    "import.count.relations": ("対応関係", "Relations"),
    "import.structure": (
        "この形式のファイルとして読めない構造です。ファイルが途中で切れたり書き換えられたりしていないか、確かめてください。",
        "The structure is not that of this format. Check that the file is complete and unchanged.",
    ),
    "import.nothing_to_answer": (
        "回答する項目がありません。ファイルにあるのは「{holds}」です。点検項目を含むファイルを指定してください。",
        'It has nothing to answer; it holds "{holds}". Name a file that has requirements.',
    ),
    "import.language_missing": (
        "ファイルに言語「{languages}」の文はありません。あるのは：{known}。",
        'The file has no texts in "{languages}". It has: {known}.',
    ),
    "import.group_unknown": (
        "ファイルにグループ「{groups}」はありません。あるのは：{known}。",
        'The file has no group "{groups}". It has: {known}.',
    ),
    "import.is_workbook": (
        "Excelブックです。質問の表をCSV（UTF-8）で保存し、そのファイルを指定してください。",
        "It is an Excel workbook. Save the table of questions as CSV (UTF-8) and name that file.",
    ),
    "import.is_xml": (
        "XMLは取り込めません。同じ文書のJSON版又はYAML版を指定してください。",
        "XML cannot be taken in. Name the JSON or YAML edition of the same document.",
    ),
    "import.unrecognised": (
        "内容からは形式が分かりません。--formatで指定してください：{known}。",
        "Its format is not recognised by its content. Name it with --format: {known}.",
    ),
    "import.csv.id_twice": (
        "ID「{id}」は{line}行目にもあります。",
        'The ID "{id}" stands in line {line}, too.',
    ),
    "import.csv.no_question": (
        "questionもtitleも空です。質問を書くか、領域又は節の見出しの行にしてください。",
        "Both question and title are empty. Write a question, or name the domain or section that the line is a heading of.",
    ),
    "import.csv.weight": (
        "重み「{found}」は数ではありません。",
        'The weight "{found}" is not a number.',
    ),
    "import.csv.choice": (
        "「{found}」は使えません。使えるもの：{known}。",
        '"{found}" is not allowed here. Allowed are: {known}.',
    ),
    "import.csv.options_of_level": (
        "段階で答える設問に選択肢は付けられません。kindをsingle又はmultiにしてください。",
        "A question answered by a level has no options. Make its kind single or multi.",
    ),
    "import.csv.options_missing": (
        "選択肢がありません。optionsに1行に1つずつ書いてください（例：3=実施している）。",
        "There are no options. Write one on each line of options (such as 3=In place).",
    ),
    "import.note.invisible_characters": (
        "画面に表れない文字や書字方向を変える文字を取り除きました。",
        "Characters that are invisible or change the direction of writing were taken out.",
    ),
    "import.note.in_place": (
        "元のファイルには「実施」に当たる段階の定めがないため、{value}としました。checklist.yamlのscale.in_placeで変えられます。",
        'The file does not say at which step a practice is in place; {value} was taken. Change it under "scale", "in_place" in checklist.yaml.',
    ),
    "import.note.not_scored": (
        "段階の付く設問がないため、この点検票では点数・目標・社内基準の数値を扱いません（scored: false）。",
        "No question gives a level, so that this checklist has no score, target or gate rule on figures (scored: false).",
    ),
    "import.note.no_text": (
        "文のない項目は番号だけを示します：{value}",
        "Requirements without any text show their number only: {value}",
    ),
    "import.note.dependencies": (
        "元のファイルが参照する別のファイル：{value}",
        "Other files that this one refers to: {value}",
    ),
    "import.note.labels": (
        "元のファイルに付けられたラベル：{value}",
        "Labels of the file: {value}",
    ),
    "import.note.groups_of_headings": (
        "見出しに付けられたグループは使いません。対象になるかどうかは項目のグループだけで決まります。",
        "Groups of headings are not used: which groups a requirement has decides alone whether it is in scope.",
    ),
    "import.note.steps_of_definition": (
        "点数{value}のうち、元のファイルで名前の付いている値だけを段階としました。",
        "Of the scores {value}, those that the file names became the steps of the scale.",
    ),
    "import.note.language_assumed": (
        "元のファイルに言語の記載がないため、{value}とみなしました。違う場合は--languagesで指定してください。",
        "The file does not state its language; {value} was assumed. Use --languages if it is another.",
    ),
    "import.note.missing_parameter": (
        "定義のないパラメーターは[ID]のまま示します：{value}",
        "Parameters that the file does not define are shown by their ID in brackets: {value}",
    ),
    "import.cause.weight_of_heading": (
        "見出しの重みに当たるものがありません",
        "a heading has no weight here",
    ),
    "import.cause.weight_not_positive": (
        "重みが正の数ではないため、1としました",
        "the weight is not positive; 1 was taken",
    ),
    "import.cause.weight_too_fine": (
        "整数で表せない細かな重みのため、すべて1としました",
        "the weights are too fine to be whole numbers; 1 was taken for all",
    ),
    "import.cause.language_code": (
        "言語のコードが2文字ではありません",
        "the code of the language has not two letters",
    ),
    "import.cause.undefined_group": (
        "元のファイルに定義のないグループです",
        "the file does not define the group",
    ),
    "import.cause.score_without_step": (
        "点数が段階に当たらないため、段階の付かない設問としました",
        "the scores are no steps of the scale; the question informs only",
    ),
    "import.cause.score_without_steps": (
        "段階に分かれていない点数のため、数値の設問とし、点数は算定しません",
        "the score has no steps; it is asked as a number, and nothing is scored",
    ),
    "import.cause.condition_of_level": (
        "段階の付く設問に条件は付けられないため、常に尋ねます",
        "a question that gives a level is always asked",
    ),
    "import.cause.condition": (
        "条件が参照する選択肢がないため、常に尋ねます",
        "the condition refers to no option; the question is always asked",
    ),
    "import.cause.condition_on_all": (
        "複数の回答をすべて求める条件は表せないため、常に尋ねます",
        "a condition on several answers together has no form here; the question is always asked",
    ),
    "import.cause.other_object": (
        "点検票の一部ではありません",
        "it is no part of a checklist",
    ),
    "import.cause.further_framework": (
        "2つ目以降の枠組みは取り込みません",
        "only the first framework of a file is taken",
    ),
    "import.cause.appearance": (
        "表示だけに関わる指定です",
        "it concerns appearance only",
    ),
    "import.cause.no_place": (
        "点検票に置き場所がありません",
        "a checklist has no place for it",
    ),
    "import.cause.default_group": (
        "グループの選択は回答又は実施回で行います",
        "groups are selected in answers or a campaign",
    ),
    "import.cause.own_arithmetic": (
        "元の枠組みに固有の計算です",
        "it belongs to the framework's own arithmetic",
    ),
    "import.cause.step_outside": (
        "段階の範囲の外にあります",
        "it lies outside the scale",
    ),
    "import.cause.computed_result": (
        "回答から判定を計算する機能はありません",
        "results are not computed from answers here",
    ),
    "import.cause.selects_groups": (
        "回答によってグループを切り替える機能はありません",
        "answers do not select groups here",
    ),
    "import.cause.entered_as_text": (
        "この種類の設問はないため、文字で答えます",
        "there is no such kind of question; it is answered in text",
    ),
    "import.cause.unknown_parent": (
        "上位の見出しが元のファイルにないため、最上位に置きました",
        "the file lacks the heading above it; it stands at the top",
    ),
    "import.cause.unknown_relation": (
        "関係の種類又は相手が分かりません",
        "the kind of relation or one of its ends is unknown",
    ),
    "import.cause.relation_twice": (
        "同じ関係が既にあります",
        "the same relation is there already",
    ),
    "import.cause.withdrawn": (
        "元の文書で廃止された項目です",
        "the source has withdrawn it",
    ),
    "import.cause.repeats_number": (
        "番号の繰り返しです",
        "it repeats the number",
    ),
    "import.cause.assessment_part": (
        "評価者向けの手順です",
        "it is a procedure for assessors",
    ),
    "import.cause.unknown_column": (
        "この列は使われません",
        "no such column is used",
    ),
}
