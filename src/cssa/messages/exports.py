"""Texts of exported tables and of their codebook."""

MESSAGES: dict[str, tuple[str, str]] = {
    "export.not_ours": (
        "このフォルダーには`cssa batch export`の出力ではないファイルがあります。新しいフォルダーか空のフォルダーを指定してください。",
        "This folder holds something other than the output of `cssa batch export`. Specify a new or an empty folder.",
    ),
    "export.changed": (
        "前回の出力が、その後に変更されています（{names}）。必要なら別の場所へ移してから、もう一度実行するか、別のフォルダーを指定してください。",
        "Output of an earlier export has been changed since ({names}). Move what you need elsewhere and run again, or specify another folder.",
    ),
    "export.in_the_way": (
        "書き出すファイルと同じ名前の、別のファイルがあります（{names}）。移動するか、別のフォルダーを指定してください。",
        "Other files have the names of those to be written ({names}). Move them, or specify another folder.",
    ),
    "export.never_run": (
        "`cssa batch run`の結果ではありません（private/population.sqliteがありません）。",
        "This is not a result of `cssa batch run` (private/population.sqlite is missing).",
    ),
    "export.altered": (
        "データベースが、実行した後に変更されています。`cssa batch run`をもう一度実行するか、バックアップから復元してください。",
        "The database was changed after the run. Run `cssa batch run` again, or restore it from a backup.",
    ),
    "export.no_such_table": (
        "表「{found}」はありません（使用できるもの：{known}）。",
        'There is no table "{found}" (available: {known}).',
    ),
    "export.not_shared": (
        "表「{found}」は共有用の版に含められません（使用できるもの：{known}）。",
        'Table "{found}" cannot be part of the sharing edition (available: {known}).',
    ),
    "export.min_group_alone": (
        "--min-groupは、共有用の版（--sharing）でだけ使用できます。",
        "--min-group can be used for the sharing edition (--sharing) only.",
    ),
    "export.min_group_low": (
        "--min-groupは{least}以上にしてください（現在の値：{found}）。",
        "--min-group must be at least {least} (found {found}).",
    ),
    "export.key_with_sharing": (
        "共有用の版には機関IDも仮名も含まれません。--keyを指定しないでください。",
        "The sharing edition has neither IDs nor pseudonyms. Leave out --key.",
    ),
    "export.nothing_left": (
        "集計に含む回答票{left}件では、どの記録も{min_group}機関以上の組にならないため、共有用の版は作成していません。",
        "With {left} {left:submission|submissions} in the statistics, no record belongs to a class of at least {min_group} institutions, so no sharing edition was written.",
    ),
    # What is printed, and stands at the head of the codebook.
    "export.done.named": (
        "{path}へ、機関名入りの表を書き出しました（実施回：{campaigns}）。公表しないでください。",
        "Tables with names were written to {path} (campaigns: {campaigns}). Not for publication.",
    ),
    "export.done.pseudonymous": (
        "{path}へ、仮名の表を書き出しました（実施回：{campaigns}）。公表しないでください。",
        "Tables with pseudonyms were written to {path} (campaigns: {campaigns}). Not for publication.",
    ),
    "export.done.mixed": (
        "{path}へ、一部の実施回で機関を仮名とした表を書き出しました（実施回：{campaigns}）。公表しないでください。",
        "Tables, with pseudonyms for some campaigns, were written to {path} (campaigns: {campaigns}). Not for publication.",
    ),
    "export.done.sharing": (
        "{path}へ、共有用の表を書き出しました（実施回：{campaigns}）。",
        "Tables for sharing were written to {path} (campaign: {campaigns}).",
    ),
    "export.rows": ("行", "Rows"),
    "export.open": (
        "{path}  列の意味とコード",
        "{path}  what columns and codes mean",
    ),
    "export.edition.named": (
        "公表不可：機関名、個々の回答、秘匿した値を含みます。実施主体の内部に限って取り扱ってください。",
        "Not for publication: contains names of institutions, individual answers and figures that are withheld. For the issuer only.",
    ),
    "export.edition.pseudonymous": (
        "公表不可：機関は仮名ですが、個々の回答と秘匿した値を含みます。数の少ない業態では回答から機関が推定されることがあります。実施主体の内部に限って取り扱ってください。",
        "Not for publication: institutions have pseudonyms, but individual answers and figures that are withheld are included, and institutions of a small sub-sector may be recognised by their answers. For the issuer only.",
    ),
    "export.edition.mixed": (
        "公表不可：一部の実施回について機関名を、すべての実施回について個々の回答と秘匿した値を含みます。実施主体の内部に限って取り扱ってください。",
        "Not for publication: some campaigns have names of institutions, and all have individual answers and figures that are withheld. For the issuer only.",
    ),
    "export.edition.sharing": (
        "共有用の版です。集計に含む回答票{kept}件の回答を、機関を示す項目を除き、粗くして収めています。個々の機関の回答であることに変わりはないため、公表せず、共有先と利用目的を定めて渡してください。",
        "Sharing edition: the answers of {kept} {kept:submission|submissions} in the statistics, coarsened and without anything that names an institution. Each record is still one institution's answers: pass the edition on only to agreed recipients for agreed purposes, and do not publish it.",
    ),
    "export.sharing.kept": (
        "集計に含む回答票{all}件のうち{kept}件を収めました。組が{min_group}機関に満たないため収めていないものは{suppressed}件です。",
        "{kept} of {all} {all:submission|submissions} in the statistics {kept:is|are} included; {suppressed} {suppressed:was|were} left out, as {suppressed:its|their} class has fewer than {min_group} institutions.",
    ),
    "export.sharing.smallest": (
        "k-匿名性：外から知られ得る項目（{columns}）の値がすべて同じ記録は、どの組でも{smallest}件以上あります（条件は{min_group}件以上）。粗くしたため空欄の値も1つの値として数えています。",
        "k-anonymity: at least {smallest} records share each combination of what may be known from outside ({columns}); at least {min_group} are required. A value that is blank because it was coarsened counts as a value.",
    ),
    "export.sharing.left": (
        "含まないもの：機関ID、名称、財務局、提出経路、規模の額、補足・理由・文章の回答、数値の回答、機関が挙げた行、改善計画、リスク受容・代替措置、目標、該当なし・採用しない・対象外・回答不要の回答、集計区分の値。点検日は月までです（月の初日で示します）。記録の番号は回答の内容から付けたもので、実施回をまたいでは対応しません。",
        "Not included: institution IDs, names, bureaus, routes, sizes in yen; notes, reasons and written answers; numbers given as answers; rows that an institution named itself; plans, accepted risks and alternative measures; targets; answers of not applicable, not adopted, out of scope or not asked; figures of groups. Assessment dates are given to the month, as its first day. Record numbers follow from the content of the answers and do not correspond across campaigns.",
    ),
    "export.sharing.limits": (
        "k-匿名性は上の項目についてのもので、回答そのものには及びません。ある機関の回答を知る者（その機関自身を含む）は、その記録を見分けられることがあります。また、公表資料で秘匿した値が、この表から計算できることがあります。",
        "The k-anonymity is that of the columns named above, not of the answers themselves: whoever knows answers of an institution, the institution itself included, may recognise its record. Figures that are withheld in publications can in some cases be computed from these tables.",
    ),
    "export.term": ("{label}：{value}", "{label}: {value}"),
    "export.codebook.title": ("コード表", "Codebook"),
    "export.codebook.campaigns": ("実施回：{list}", "Campaigns: {list}"),
    "export.codebook.formats": (
        "文字コードはBOM付きUTF-8、区切りはカンマ、改行はCRLFです。空欄は値がないことを示します。日付はYYYY-MM-DD、真偽は1と0、小数点は「.」です。=、+、-、@で始まる文章には、表計算ソフトで式とみなされないよう先頭に「'」を付けています（数値には付けません）。",
        "UTF-8 with a byte order mark, separated by commas, lines ending with CRLF. A blank cell is a missing value. Dates are YYYY-MM-DD, flags are 1 and 0, and the decimal point is a full stop. A text that begins with =, +, - or @ has an apostrophe in front, so that spreadsheets do not run it; numbers have none.",
    ),
    "export.codebook.types": (
        "IDや番号（「2.1」「0001」など）は文字列として読み込んでください。列の型はcodebook.csvにあり、読み込みの指定に使用できます。",
        'Read IDs and numbers such as "2.1" or "0001" as text. codebook.csv has the type of each column, to be used when reading.',
    ),
    "export.codebook.joins": (
        "表どうしはcampaign、institution、practice、figureの列で結合します。ファイルに関する表はcampaignとpath、選択肢の表はcampaign、practice、optionの列で結合します。",
        "Tables are joined by the columns campaign, institution, practice and figure; those on files by campaign and path, those on options by campaign, practice and option.",
    ),
    "export.codebook.column": ("列", "Column"),
    "export.codebook.type": ("型", "Type"),
    "export.codebook.meaning": ("意味", "Meaning"),
    "export.codebook.codes": ("コード", "Codes"),
    "export.codebook.rows": ("{count}行", "{count} {count:row|rows}"),
    "export.type.text": ("文字列", "text"),
    "export.type.code": ("コード", "code"),
    "export.type.integer": ("整数", "integer"),
    "export.type.number": ("数値", "number"),
    "export.type.flag": ("真偽（1、0）", "flag (1, 0)"),
    "export.type.date": ("日付", "date"),
    "export.type.time": ("日付又は日時", "date, or date and time"),
    # The tables.
    "export.table.campaigns": ("実施回", "Campaigns"),
    "export.table.practices": (
        "点検票の対応事項・設問",
        "Practices and questions of the checklist",
    ),
    "export.table.options": (
        "設問の選択肢と、行ごとに答える設問の行",
        "Options of questions, and rows of questions that are answered row by row",
    ),
    "export.table.figures": (
        "成熟度を算定する対象（全体、区分、領域、節）",
        "What has a score: the whole, tiers, domains, sections",
    ),
    "export.table.institutions": (
        "名簿の機関（取下げ、統合を含む）又は回答が届いた機関と、受け付けた回答票の概要（機関と実施回ごとに1行。共有用の版では、収めた回答票だけ）",
        "Institutions that are on the roster (withdrawn and merged ones included) or whose answers were received, with a summary of the accepted submission: one row for each institution and campaign; in the sharing edition, only the submissions that are included",
    ),
    "export.table.answers": (
        "回答（受け付けた回答票の対応事項ごとに1行）",
        "Answers: one row for each practice of an accepted submission",
    ),
    "export.table.choices": (
        "選択された選択肢（選択肢ごとに1行）",
        "Options that were chosen: one row for each",
    ),
    "export.table.rows": (
        "機関が挙げた行、又は数値で答える行ごとの回答",
        "Answers by row: rows that an institution named, or that ask for a number",
    ),
    "export.table.scores": (
        "成熟度などの値（受け付けた回答票と算定の対象ごとに1行）",
        "Scores: one row for each figure of an accepted submission",
    ),
    "export.table.files": ("届いたファイル", "Files received"),
    "export.table.filed_for": (
        "ファイルがどの機関のために提出されたか",
        "The institutions that a file was submitted for",
    ),
    "export.table.problems": ("ファイルの問題", "Problems found in files"),
    "export.table.turnout": (
        "対象、提出、受付、集計の機関数（全体と業態別）",
        "Numbers of institutions expected, received, accepted and in the statistics: of all, and by sub-sector",
    ),
    "export.table.group_figures": (
        "集計区分の値（秘匿した値を含む）",
        "Figures of groups, those withheld included",
    ),
    "export.table.group_levels": (
        "集計区分の回答の割合（段階、又は該当なし・採用しない。秘匿した値を含む）",
        "How the answers of groups are spread: levels, not applicable, not adopted; including figures withheld",
    ),
    "export.table.group_options": (
        "集計区分の選択肢の割合（秘匿した値を含む）",
        "How many of a group chose each option, including figures withheld",
    ),
    "export.table.continuing": (
        "継続機関の平均と中央値の推移（比較できるすべての実施回で集計に含む機関）",
        "Mean and median over the years, of the institutions in the statistics of every comparable campaign",
    ),
    # The columns.
    "export.column.campaign": ("実施回のID", "ID of the campaign"),
    "export.column.title_ja": ("日本語の題名", "title in Japanese"),
    "export.column.title_en": ("英語の題名", "title in English"),
    "export.column.base_date": (
        "基準日：回答がどの日の状況を示すか",
        "base date: the date to which the answers refer",
    ),
    "export.column.deadline": ("提出期限", "deadline"),
    "export.column.cut_off": ("集計の締切", "cut-off: the last day for the statistics"),
    "export.column.checklist": ("点検票のID", "ID of the checklist"),
    "export.column.version": ("点検票の版", "version of the checklist"),
    "export.column.fingerprint": (
        "点検票の構成識別値（ハッシュ）。同じなら設問が同じ",
        "structure hash of the checklist: the same where the questions are the same",
    ),
    "export.column.scheme": ("算定方法のID", "ID of the scheme that gave the scores"),
    "export.column.targets": ("目標の設定のID", "ID of the targets"),
    "export.column.unasked_tiers": (
        "算定方法が対象とする区分のうち、この実施回で尋ねていないもの",
        "tiers that the scheme scores and the campaign did not ask",
    ),
    "export.column.pseudonymous": (
        "機関が仮名か",
        "whether institutions have pseudonyms",
    ),
    "export.column.practice": (
        "対応事項・設問の番号",
        "ID of the practice or question",
    ),
    "export.column.domain": ("領域の番号", "ID of the domain"),
    "export.column.section": (
        "節の番号。領域に直接属するときは空欄",
        "ID of the section; blank where the practice is the domain's own",
    ),
    "export.column.tier": ("区分", "tier"),
    "export.column.kind": ("設問の種類", "kind of question"),
    "export.column.items": (
        "全機関に共通の行の数。行がなければ0",
        "number of rows that are the same for all; 0 without rows",
    ),
    "export.column.part": (
        "選択肢か、行ごとに答える設問の行か",
        "whether it is an option, or a row of a question that is answered row by row",
    ),
    "export.column.option": ("選択肢又は行のID", "ID of the option or row"),
    "export.column.position": (
        "設問の中での順（1から）",
        "place within the question, from 1",
    ),
    "export.column.level_of_option": (
        "それを選ぶだけで決まる段階。なければ空欄",
        "level that choosing it gives by itself; blank without one",
    ),
    "export.column.figure": (
        "値の対象：overall、basic、desirable、領域又は節の番号",
        "what the score is of: overall, basic, desirable, or the ID of a domain or section",
    ),
    "export.column.figure_kind": ("値の対象の種類", "kind of figure"),
    "export.column.institution": (
        "機関ID、仮名、又は共有用の版の記録の番号",
        "institution ID, pseudonym, or in the sharing edition the record's number",
    ),
    "export.column.name": ("機関の名称", "name of the institution"),
    "export.column.sector": (
        "業態。共有用の版では、粗くしたとき空欄",
        "sub-sector; blank in the sharing edition where it was coarsened",
    ),
    "export.column.industry_group": (
        "業態グループ。業態が単独で集計されるとき、受け付けた回答票がないとき、共有用の版で粗くしたときは空欄",
        "industry group; blank where the sub-sector is reported by itself, where no submission was accepted, and in the sharing edition where it was coarsened",
    ),
    "export.column.bureau": ("財務局（名簿）", "bureau, as on the roster"),
    "export.column.route": ("提出経路（名簿）", "route, as on the roster"),
    "export.column.extended_to": (
        "延長期限（名簿）",
        "extended deadline, as on the roster",
    ),
    "export.column.extension_reason": ("延長の理由", "reason for the extension"),
    "export.column.extension_approved_by": (
        "延長の承認者",
        "who approved the extension",
    ),
    "export.column.roster_group": (
        "名簿の区分（列group）",
        "group, as in the roster's column group",
    ),
    "export.column.size": (
        "規模（円）。業態ごとの指標（回答票の記載）",
        "size in yen by the sub-sector's measure, as stated in the form",
    ),
    "export.column.size_band": (
        "業態の中の規模の区分",
        "size band of the sub-sector",
    ),
    "export.column.shared_system": (
        "共同システムを利用しているか",
        "whether it uses a shared core system",
    ),
    "export.column.institution_state": (
        "受付管理簿の状態",
        "state in the ledger",
    ),
    "export.column.received": (
        "その機関のものと確認でき、回答の記入があるファイルが届いたか",
        "whether a file of its own was received that answers something",
    ),
    "export.column.path_used": (
        "採用したファイル",
        "file whose answers are used",
    ),
    "export.column.as_of": (
        "判定日：見直し期限などを判定した日",
        "evaluation date: the date on which dates such as review dates were judged",
    ),
    "export.column.assessed_on": (
        "点検日：機関が点検した日",
        "assessment date: when the institution assessed itself",
    ),
    "export.column.in_statistics": (
        "集計区分の値に含むか",
        "whether it is in the figures of groups",
    ),
    "export.column.left_out": (
        "回答を受け付けたが、集計に含まない理由",
        "why an accepted submission is not in the figures of groups",
    ),
    "export.column.coverage": (
        "回答率（0から1。対象の対応事項のうち、回答済み、該当なし、採用しないものの割合）",
        "share of the practices in scope that are answered, not applicable or not adopted, from 0 to 1",
    ),
    "export.column.narrowest_group": (
        "属する最も狭い集計区分",
        "narrowest group that it belongs to",
    ),
    "export.column.peer_group": (
        "集計区分",
        "group",
    ),
    "export.column.below_in_place": (
        "算定対象の基本的な対応事項のうち、「実施」に達していないものの数",
        "number of counted basic practices that are not in place",
    ),
    "export.column.risk": (
        "リスクプロファイル",
        "level of the risk profile",
    ),
    "export.column.risk_basis": (
        "リスクプロファイルの根拠",
        "where the level of the risk profile is from",
    ),
    "export.column.risk_provisional": (
        "主なリスク要因に未回答があり、自機関の判断によるリスクプロファイルもないか",
        "whether key risk factors are unanswered and there is no risk profile by the institution's own decision",
    ),
    "export.column.provisional": (
        "未回答又は確認待ちの回答があるか",
        "whether anything is unanswered or waits to be confirmed",
    ),
    "export.column.treated": (
        "算定対象の対応事項のうち、有効なリスク受容・代替措置のあるものの数",
        "number of counted practices with a valid accepted risk or alternative measure",
    ),
    "export.column.below_target": (
        "目標を下回る基本的な対応事項の数",
        "number of counted basic practices below target",
    ),
    "export.column.accepted": (
        "そのうちリスクを受容している数",
        "of those, the number whose risk is accepted",
    ),
    "export.column.basics": (
        "算定対象の基本的な対応事項の数",
        "number of counted basic practices",
    ),
    "export.column.in_scope": ("対象の対応事項の数", "number of practices in scope"),
    "export.column.answered": ("回答済みの数", "number answered"),
    "export.column.not_applicable": ("該当なしの数", "number not applicable"),
    "export.column.not_adopted": ("採用しないものの数", "number not adopted"),
    "export.column.unanswered": ("未回答の数", "number unanswered"),
    "export.column.out_of_scope": ("対象外の数", "number out of scope"),
    "export.column.status": (
        "対応事項の状態。共有用の版には、該当なし、採用しない、対象外、回答不要の行はない",
        "status of the practice; the sharing edition has no rows for not applicable, not adopted, out of scope or not asked",
    ),
    "export.column.level_answered": (
        "回答の段階。未回答などは空欄（数値の算定では未回答を最も低い段階とする）",
        "level answered; blank otherwise (scores count unanswered as the lowest level)",
    ),
    "export.column.target": ("目標の段階", "target level"),
    "export.column.number": (
        "数値の回答（記入のとおり）",
        "number that was given, as it was written",
    ),
    "export.column.text_answered": ("文章の回答", "written answer"),
    "export.column.treatment": (
        "有効なリスク受容・代替措置の種類",
        "kind of the valid treatment",
    ),
    "export.column.plan_owner": ("改善計画の担当部署", "owner of the plan"),
    "export.column.plan_due": ("改善計画の期日", "due date of the plan"),
    "export.column.plan_status": ("改善計画の状況", "status of the plan"),
    "export.column.note": ("補足", "note"),
    "export.column.reason": (
        "該当なし、採用しない、属性により対象外の理由",
        "why not applicable, not adopted, or out of scope by the profile",
    ),
    "export.column.item": (
        "行ごとに答える設問の行。ほかの設問は空欄",
        "row of a question that is answered row by row; blank for other questions",
    ),
    "export.column.option_chosen": ("選ばれた選択肢のID", "ID of the option chosen"),
    "export.column.row": ("行のID", "ID of the row"),
    "export.column.row_name": (
        "機関が挙げた行の名称",
        "name that the institution gave the row",
    ),
    "export.column.score": (
        "成熟度（独自算定。小数2桁）",
        "maturity by the software's own method, two decimals",
    ),
    "export.column.numerator": (
        "成熟度の分子（丸めのない値）",
        "numerator of the exact score",
    ),
    "export.column.denominator": ("成熟度の分母", "denominator of the exact score"),
    "export.column.lowest_level": (
        "算定対象の基本的な対応事項のうち最も低い段階。そのいずれかが未回答のとき、算定対象の基本的な対応事項がないとき、値の対象が区分（basic、desirable）のときは空欄",
        "lowest level of the counted basic practices; blank while one is unanswered, where there is none, and for tiers (basic, desirable)",
    ),
    "export.column.score_in_statistics": (
        "集計区分の値に含むか（回答が少ない領域の値は含まない）",
        "whether this score is in the figures of groups (one of a domain with too few answers is not)",
    ),
    "export.column.path": (
        "ファイルのパス、又はその仮名",
        "path of the file, or its pseudonym",
    ),
    "export.column.sha256": ("ファイルのハッシュ値", "hash of the file"),
    "export.column.file_state": ("ファイルの状態", "state of the file"),
    "export.column.received_at": ("受付日時", "received at"),
    "export.column.channel": ("受付方法", "channel"),
    "export.column.sender": ("送付者", "sender"),
    "export.column.file_version": ("提出の版", "version of the submission"),
    "export.column.form_number": (
        "回答票の番号（`cssa batch issue`）",
        "number of the form (`cssa batch issue`)",
    ),
    "export.column.place": ("シートとセル、又は行と列", "sheet and cell, or line and column"),
    "export.column.problem_code": ("メッセージのコード", "code of the message"),
    "export.column.params": ("メッセージの値（JSON）", "values of the message, as JSON"),
    "export.column.sector_or_all": ("業態。allは全体", "sub-sector; all means all institutions"),
    "export.column.expected": ("対象の機関数", "institutions expected"),
    "export.column.received_count": (
        "回答が届いた機関数",
        "institutions whose answers were received",
    ),
    "export.column.accepted_count": (
        "回答を受け付けた機関数",
        "institutions whose answers were accepted",
    ),
    "export.column.in_statistics_count": (
        "集計に含む機関数",
        "institutions in the statistics",
    ),
    "export.column.figure_of_group": (
        "値の対象。below_in_placeは「実施」に達していない基本的な対応事項の数、「番号:value」は数値の回答",
        "what the figure is of; below_in_place counts basic practices not in place, practice:value is a number given as an answer",
    ),
    "export.column.n": ("値のある機関数", "institutions with a value"),
    "export.column.mean": ("平均（小数1桁）", "mean, one decimal"),
    "export.column.sd": (
        "標準偏差（nで割る。小数1桁）",
        "standard deviation, divided by n, one decimal",
    ),
    "export.column.quantile": (
        "分位点（線形補間、小数1桁）",
        "quantile, interpolated linearly, one decimal",
    ),
    "export.column.answer": (
        "段階、又はnot_applicable、not_adopted",
        "level, or not_applicable or not_adopted",
    ),
    "export.column.institutions": ("機関数", "number of institutions"),
    "export.column.per_cent": (
        "割合（%。四捨五入）",
        "share in whole per cent, rounded half up",
    ),
    "export.column.n_answered": (
        "設問に回答した機関数",
        "institutions that answered the question",
    ),
    # Codes that have no words elsewhere.
    "export.code.kind.level": ("段階で答える", "level"),
    "export.code.kind.single": ("1つ選ぶ", "one option"),
    "export.code.kind.multi": ("複数選ぶ", "several options"),
    "export.code.kind.matrix": ("行ごとに1つ選ぶ", "one option for each row"),
    "export.code.kind.number": ("数値で答える", "number"),
    "export.code.kind.numbers": ("行ごとに数値で答える", "number for each row"),
    "export.code.kind.text": ("文章で答える", "text"),
    "export.code.part.option": ("選択肢", "option"),
    "export.code.part.item": ("行", "row"),
    "export.code.figure_kind.overall": ("全体", "overall"),
    "export.code.figure_kind.tier": ("区分", "tier"),
    "export.code.figure_kind.domain": ("領域", "domain"),
    "export.code.figure_kind.section": ("節", "section"),
    "export.code.risk_basis.answers": ("リスク要因による", "from the risk factors"),
    "export.code.risk_basis.override": (
        "自機関の判断による",
        "the institution's own decision",
    ),
    "export.code.risk_basis.assumed": (
        "主なリスク要因がすべて未回答のため仮に設定",
        "assumed, as no key risk factor has been answered",
    ),
}
