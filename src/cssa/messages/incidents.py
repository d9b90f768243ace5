"""Messages: published incident cases, their files, and where they are shown."""

MESSAGES = {
    "library.unknown": (
        "「{name}」というフォルダーは検査できません（検査できるもの：{known}）。",
        'The folder "{name}" cannot be checked (folders that can: {known}).',
    ),
    "incidents.unlisted_chapter": (
        "{name}.yamlがchaptersにありません。加えるか、ファイルを削除してください。",
        "{name}.yaml is not listed under chapters. Add it, or remove the file.",
    ),
    "incidents.chapter_file": (
        "このファイルの章は「{chapter}」です。ファイル名を{chapter}.yamlにするか、chapterを修正してください。",
        'This file has the chapter "{chapter}". Name it {chapter}.yaml, or correct the chapter.',
    ),
    "incidents.duplicate": (
        "事例のID「{id}」が重複しています（もう一方：{first}）。どちらかのIDを変更してください。",
        'The case ID "{id}" is used twice (also: {first}). Give one of the cases another ID.',
    ),
    "incidents.unknown_trigger": (
        "「{name}」という発生の端緒はありません（使用できるもの：{known}）。",
        'Unknown trigger "{name}" (available: {known}).',
    ),
    "incidents.unknown_tag": (
        "「{name}」という事象の区分はありません（使用できるもの：{known}）。",
        'Unknown kind of event "{name}" (available: {known}).',
    ),
    "incidents.unknown_threat": (
        "「{name}」という脅威はありません（使用できるもの：{known}）。",
        'Unknown threat "{name}" (available: {known}).',
    ),
    "incidents.unknown_label": (
        "業態「{name}」がreport.yamlのsectorsにありません（あるもの：{known}）。",
        'The sector "{name}" is not listed under sectors in report.yaml (available: {known}).',
    ),
    "incidents.unknown_sector": (
        "「{name}」という業態はありません（使用できるもの：{known}）。",
        'Unknown sub-sector "{name}" (available: {known}).',
    ),
    "incidents.unknown_source": (
        "「{name}」という報告書がsourcesにありません（あるもの：{known}）。",
        'There is no report "{name}" under sources (available: {known}).',
    ),
    "incidents.unknown_checklist": (
        "点検票「{name}」がないため、関連する対応事項を確認できません。",
        'There is no checklist "{name}", so its practices cannot be checked.',
    ),
    "incidents.unknown_practice": (
        "点検票{id}に「{name}」はありません。`cssa checklist show {id}`で番号を確認してください。",
        'The checklist {id} has no practice "{name}". `cssa checklist show {id}` lists the numbers.',
    ),
    "incidents.practice_twice": (
        "対応事項「{name}」が2回あります。1つにしてください。",
        'The practice "{name}" is listed twice. Keep one.',
    ),
    "library.count.incidents": ("事例{count}件", "cases: {count}"),
    "library.count.published": ("公表値{count}件", "survey figures: {count}"),
    "library.count.crosswalks": ("対応表{count}件", "crosswalks: {count}"),
    "library.clean": (
        "問題はありません（{count}）。",
        "No problems ({count}).",
    ),
    "library.warnings": (
        "誤りはありません（{count}）。注意が{warnings}件あります。",
        "No errors ({count}); warnings: {warnings}.",
    ),
    "help.incidents": (
        "公表されたインシデント・システム障害の事例を調べます。",
        "Look up published cases of incidents and system failures.",
    ),
    "help.incidents.search": (
        "言葉や条件で事例を探します。",
        "Find cases by words and conditions.",
    ),
    "help.incidents.show": (
        "事例の内容を表示します。",
        "Show a case in full.",
    ),
    "help.incidents.stats": (
        "公表された事例の件数を集計し、障害の傾向を表示します。",
        "Count the published cases, and show the trends that reports describe.",
    ),
    "opt.incidents.words": (
        "探す言葉（一部でも可。複数の場合は、すべてを含む事例）。全角・半角、大文字・小文字、ひらがな・カタカナは区別しません。",
        "Words to find, or parts of words; a case must contain all of them. Letter case, width and kind of kana do not matter.",
    ),
    "opt.incidents.sector": (
        "業態：IDや名称（例：shinkin、信用金庫）、又は報告書の表記（例：地域銀行）。",
        'Sub-sector: an ID or a title such as shinkin or "Shinkin bank", or the label printed in a report.',
    ),
    "opt.incidents.practice": (
        "関連する対応事項の番号。",
        "Number of a related practice.",
    ),
    "opt.incidents.tag": (
        "発生の端緒又は事象の区分：IDや名称（例：third_party_failure、ウイルス感染）。",
        'Trigger or kind of event: an ID or a title, such as third_party_failure or "Malware infection".',
    ),
    "opt.incidents.year": (
        "報告書が公表された年。",
        "Year in which the report was published.",
    ),
    "opt.incidents.id": (
        "事例のID（`cssa incidents search`で表示されるもの）。",
        "ID of the case, as `cssa incidents search` shows it.",
    ),
    "opt.format.incidents": (
        "出力形式。",
        "Output format.",
    ),
    "incidents.unknown_case": (
        "「{id}」という事例はありません。`cssa incidents search`でIDを確認してください。",
        'There is no case "{id}". `cssa incidents search` shows the IDs.',
    ),
    "incidents.no_sector": (
        "「{name}」という業態はありません（使用できるもの：{known}）。",
        'There is no sub-sector "{name}" (available: {known}).',
    ),
    "incidents.no_tag": (
        "「{name}」という発生の端緒や事象の区分はありません（使用できるもの：{known}）。",
        'There is no trigger or kind of event "{name}" (available: {known}).',
    ),
    "incidents.no_year": (
        "{year}年に公表された報告書はありません（指定できる年：{known}）。",
        "No report was published in {year} (available: {known}).",
    ),
    "incidents.column.id": ("ID", "ID"),
    "incidents.column.title": ("事例", "Case"),
    "incidents.column.sectors": ("業態", "Sectors"),
    "incidents.column.own_or_other": ("業態の別", "Own or other sub-sector"),
    "incidents.column.happened": ("事象", "What happened"),
    "incidents.column.published": ("公表年", "Published"),
    "incidents.column.cases": ("件数", "Cases"),
    "incidents.column.trigger": ("発生の端緒", "Trigger"),
    "incidents.column.tag": ("事象の区分", "Kind of event"),
    "incidents.column.sector": ("業態（報告書の表記）", "Sector as given in the report"),
    "incidents.column.report": ("報告書", "Report"),
    "incidents.found": (
        "{count}件の事例があります。内容は`cssa incidents show ID`で表示します。",
        "Cases: {count}. `cssa incidents show ID` shows one in full.",
    ),
    "incidents.none": (
        "条件に合う事例はありません。言葉を短くするか、条件を減らしてください。",
        "No case matches. Shorten the words, or remove a condition.",
    ),
    "incidents.caption": (
        "公表事例（関連付けは本ソフトウェアによる）",
        "Published cases (linked to practices by this software)",
    ),
    "incidents.published": ("公表事例", "Published cases"),
    "incidents.linking": (
        "事例の要約と、対応事項との関連付けは本ソフトウェアによるものです。",
        "The summaries of published cases, and their links to practices, were made by this software.",
    ),
    "incidents.other_sector": (
        "他業態の事例",
        "A case from another sub-sector",
    ),
    "incidents.own_sector": (
        "同じ業態の事例",
        "A case from your sub-sector",
    ),
    "incidents.assumed": (
        "想定された障害の例",
        "A hypothetical failure, given as an example",
    ),
    "incidents.no_sectors": ("記載なし", "not stated"),
    "incidents.no_sector_printed": (
        "業態がありません。report.yamlのsectorsにある表記を記載してください。",
        "No sector is given. Use labels listed under sectors in report.yaml.",
    ),
    "incidents.line.own_sector": (
        "{title}：{happened}（{reference}）",
        "{title}: {happened} ({reference})",
    ),
    "incidents.line.assumed": (
        "【想定された障害の例】{title}：{happened}（{reference}）",
        "(Hypothetical failure) {title}: {happened} ({reference})",
    ),
    "incidents.line.other_sector": (
        "【他業態の事例】{title}：{happened}（{reference}）",
        "(Case from another sub-sector) {title}: {happened} ({reference})",
    ),
    "incidents.further": (
        "ほかに{count}件の事例があります。`cssa incidents search --practice {practice}`で一覧を表示します。",
        "Further cases: {count}. `cssa incidents search --practice {practice}` lists them.",
    ),
    "incidents.report": ("{title}（{year}年）", "{title} ({year})"),
    "incidents.reference": ("{report}の事例{number}", "{report}, case {number}"),
    "incidents.sectors": ("業態：{sectors}", "Sectors: {sectors}"),
    "incidents.trigger": ("発生の端緒：{trigger}", "Trigger: {trigger}"),
    "incidents.tags": ("事象の区分：{tags}", "Kind of event: {tags}"),
    "incidents.threats": ("関連する脅威：{threats}", "Threats: {threats}"),
    "incidents.handled_well": (
        "円滑に対応した例として公表された事例です。",
        "Published as an example of good handling.",
    ),
    "incidents.event": ("事象{number}（{of}件中）", "Event {number} of {of}"),
    "incidents.happened": ("事象：{text}", "What happened: {text}"),
    "incidents.cause": ("原因：{text}", "Cause: {text}"),
    "incidents.measure": ("対策：{text}", "Measures: {text}"),
    "incidents.practices": ("関連する対応事項", "Related practices"),
    "incidents.note": ("報告書の注記：{text}", "Note in the report: {text}"),
    "incidents.stats.title": ("公表された事例の内訳", "Breakdown of the published cases"),
    "incidents.stats.summary": (
        "事例{cases}件（事象{events}件）。うち、報告書に新規とあるもの{new}件。ほかに、想定された障害の例{assumed}件（端緒・区分・業態ごとの件数には含みません）。",
        "Cases: {cases} (events: {events}); cases marked as new in the reports: {new}. In addition, hypothetical failures: {assumed} (not in the counts by trigger, kind and sector).",
    ),
    "incidents.stats.caption": (
        "報告書に掲載された事例の件数です。インシデントの発生件数や発生率ではありません。",
        "These are the cases printed in reports, not how many incidents occurred or how often.",
    ),
    "incidents.stats.trigger": ("発生の端緒別", "By trigger"),
    "incidents.stats.tag": (
        "事象の区分別（1つの事例が複数の区分に当たることがあります）",
        "By kind of event (a case may have several)",
    ),
    "incidents.stats.sector": (
        "業態別（1つの事例に複数の業態が掲載されていることがあります）",
        "By sector (a case may be printed under several)",
    ),
    "incidents.trends": ("報告書が述べる障害の傾向", "Trends that reports describe"),
    "incidents.trends.of": (
        "対象：{population}。出典：{publisher}「{title}」（{published}）",
        'Population: {population}. Source: {publisher}, "{title}" ({published})',
    ),
    "incidents.trends.trend": ("{title}：{response}", "{title}: {response}"),
    "incidents.trends.shares": (
        "障害報告に占める割合（事象の区分別）",
        "Shares of all failure reports, by kind of event",
    ),
    "incidents.column.share": ("割合", "Share"),
    "incidents.column.trend": ("傾向", "Trend"),
    "incidents.column.response": (
        "報告書が挙げる課題・対応",
        "Issues and responses named in the report",
    ),
    "incidents.column.trend_group": ("分類", "Category"),
    "incidents.column.source": ("対象・出典", "Population and source"),
    "report.h.published": (
        "公表された調査の結果（参考）",
        "Published survey results, for reference",
    ),
    "report.sheet.published": ("公表値", "Survey figures"),
    "published.note": (
        "対応事項と同じことを尋ねた調査で、公表された割合です。対象や時期の異なる調査どうしを比べて推移とみなすことはできません。設問と選択肢は本ソフトウェアが要約し、対応事項との関連付けも本ソフトウェアによるものです。",
        "Shares published by surveys that asked about the same thing as a practice. Surveys of different institutions or times do not form a trend when set side by side. Questions and options are summarised, and linked to practices, by this software.",
    ),
    "published.second_hand": (
        "二次資料・原典未確認",
        "Second-hand source, not checked against the original",
    ),
    "published.facts": (
        "対象：{population}、n＝{n}。回答時期：{fieldwork}。{publisher}、{published}公表",
        "Population: {population}, n = {n}. Answered {fieldwork}. {publisher}, published {published}",
    ),
    "published.answers.one": ("1つを回答", "one answer"),
    "published.answers.several": ("複数回答", "several answers"),
    "published.answers.each": ("それぞれに回答", "an answer for each"),
    "published.column.survey": ("調査", "Survey"),
    "published.column.question": ("設問（要約）", "Question (summarised)"),
    "published.column.option": ("選択肢（要約）", "Option (summarised)"),
    "published.column.note": ("留意点", "Note"),
    "published.column.shares": ("公表された割合", "Published shares"),
    "published.column.practices": ("対応事項と回答", "Practice and answer"),
    "published.column.population": ("対象・時期・公表", "Population, time, publication"),
    "published.column.standing": ("資料の別", "Kind of source"),
    "published.column.sources": ("出典", "Sources"),
    "published.first_hand": ("原典", "Original source"),
    "incidents.stats.report": ("報告書別", "By report"),
}
