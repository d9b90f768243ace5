"""Messages: checklists, their lint, and the commands that show them."""

MESSAGES = {
    "checklist.sheet_of_practice": (
        "--format htmlは点検票全体を出力します。対応事項の番号を外してください。",
        "--format html is for a whole checklist. Leave out the practice.",
    ),
    "sheet.institution": (
        "機関名",
        "Institution",
    ),
    "sheet.incident": (
        "インシデント",
        "Incident",
    ),
    "sheet.at": (
        "日時",
        "Date and time",
    ),
    "sheet.by": (
        "記入者",
        "Completed by",
    ),
    "sheet.contacts": (
        "連絡先と期限",
        "Contacts and deadlines",
    ),
    "sheet.contacts.how": (
        "平時に記入しておいてください。期限は、自機関に適用される法令と監督指針で確認してください。",
        "Fill this in beforehand. Take the deadlines from the laws and supervisory guidelines that apply to you.",
    ),
    "sheet.contact": (
        "連絡先（当局、協会、警察、委託先など）",
        "Contact (authority, association, police, service provider, etc.)",
    ),
    "sheet.reached": (
        "電話・メール（夜間・休日）",
        "Telephone, e-mail (nights, weekends)",
    ),
    "sheet.deadline": (
        "期限とその根拠",
        "Deadline, and what sets it",
    ),
    "sheet.asked": (
        "設問",
        "Question",
    ),
    "sheet.answer": (
        "回答",
        "Answer",
    ),
    "sheet.first": (
        "第1報",
        "First report",
    ),
    "sheet.next": (
        "続報",
        "Next report",
    ),
    "sheet.time": (
        "時刻・補足：",
        "Time, note:",
    ),
    "checklist.historical": (
        "{handling} · 過去の点検票",
        "{handling} · Historical checklist",
    ),
    "checklist.historical.note": (
        "過去の点検票（参考）：作成当時のもので、現在の点検には用いません。",
        "Historical checklist, for reference only: it dates from an earlier time and is not for current assessments.",
    ),
    "checklist.historical.mark": (
        "過去の点検票",
        "historical",
    ),
    "checklist.source": (
        "出典：{source}",
        "Source: {source}",
    ),
    "checklist.row_list": (
        "機関が挙げる行　{title}：{prompt}",
        "Rows named by the institution: {title}. {prompt}",
    ),
    "checklist.count": (
        "設問{count}件",
        "{count} {count:question|questions}",
    ),
    "checklist.not_scored": (
        "算定なし",
        "not scored",
    ),
    "checklist.use": (
        "回答：{who}　／　単位：{unit}　／　時期：{when}",
        "Who: {who} / For: {unit} / When: {when}",
    ),
    "checklist.unit.institution": (
        "機関ごと",
        "the institution as a whole",
    ),
    "checklist.unit.provider": (
        "委託先・サービス提供者ごと",
        "each service provider",
    ),
    "checklist.unit.test": (
        "テストごと",
        "each test",
    ),
    "checklist.unit.incident": (
        "インシデントごと",
        "each incident",
    ),
    "checklist.twice": (
        "点検票{checklist}が2か所にあります：{first}と{second}。自作のもの1つを削除するか、そのid又はversionを変更してください。",
        "The checklist {checklist} is in two places: {first} and {second}. Remove one that is your own, or change its id or version.",
    ),
    "checklist.unknown": (
        "点検票「{id}」がありません。使用できるもの：{known}。自作の点検票は、-c（`cssa checklist lint`と`cssa checklist diff`では引数）にフォルダーのパスを指定するか、CSSA_CHECKLISTSで場所を指定してください。",
        'Unknown checklist "{id}". Available: {known}. Specify one of your own by the path of its folder with -c (with `cssa checklist lint` and `cssa checklist diff`, as the argument), or by CSSA_CHECKLISTS.',
    ),
    "checklist.unknown_version": (
        "点検票「{id}」に版「{version}」はありません。使用できる版：{known}。",
        'Checklist "{id}" has no version "{version}". Available: {known}.',
    ),
    "checklist.folder_name": (
        "idとversionは「{id}」「{version}」ですが、フォルダーは{folder}です。一致させてください。",
        'The id and version are "{id}" and "{version}", but the folder is {folder}. Make them match.',
    ),
    "checklist.unknown_practice": (
        "点検票に「{practice}」はありません。`cssa checklist show {id}`で番号を確認してください。",
        'The checklist has no practice "{practice}". `cssa checklist show {id}` lists the numbers.',
    ),
    "schemes.unknown": (
        "算定方法「{name}」がありません。使用できるもの：{known}。自作のものはファイルのパスで指定してください。",
        'Unknown scheme "{name}". Available: {known}. Specify one of your own by its file path.',
    ),
    "targets.unknown": (
        "目標「{name}」がありません。使用できるもの：{known}。自作のものはファイルのパスで指定してください。",
        'Unknown targets "{name}". Available: {known}. Specify your own by their file path.',
    ),
    "targets.other_scale": (
        "目標「{name}」は段階0から5を前提としているため、独自の段階を持つこの点検票には使用できません。この点検票の段階による目標のファイルを指定するか、指定を外してください。",
        'The targets "{name}" use levels 0 to 5, but this checklist has its own levels. Specify a file with targets that use those, or omit the option.',
    ),
    "targets.unknown_level": (
        "段階{level}はこの点検票にありません（使用できるもの：{known}）。",
        "This checklist has no level {level} (available: {known}).",
    ),
    "scope.unknown": (
        "「{scope}」という領域・節・対応事項はありません。`cssa checklist show {id}`で番号を確認してください。",
        'There is no domain, section or practice "{scope}". `cssa checklist show {id}` lists the numbers.',
    ),
    "lint.duplicate-id": (
        "ID「{id}」が重複しています（もう一方：{first}）。",
        'The ID "{id}" is used twice (also: {first}).',
    ),
    "lint.misnumbered-id": (
        "ID「{id}」が番号の順序と一致しません（正しくは「{expected}」）。",
        'The ID "{id}" does not follow the numbering (expected: "{expected}").',
    ),
    "lint.domain-of-another-file": (
        "このファイルの領域は「{id}」ですが、checklist.yamlでは「{expected}」です。",
        'This file has the domain "{id}"; checklist.yaml names it "{expected}".',
    ),
    "lint.reserved-id": (
        "「{id}」は、ファイルやフォルダーの名前として予約されているため使用できません。",
        '"{id}" is reserved as the name of a file or folder and cannot be used.',
    ),
    "lint.unknown-rule": (
        "「{name}」という規則はありません。無効にできる規則：{known}。",
        'Unknown rule "{name}". Rules that can be ignored: {known}.',
    ),
    "lint.unknown-rule.structural": (
        "規則「{name}」は回答や数値の正しさに関わるため、無効にできません。",
        'The rule "{name}" concerns the correctness of answers and figures and cannot be ignored.',
    ),
    "lint.dangling-reference": (
        "「{name}」という参照先がありません。",
        'Reference to "{name}", which does not exist.',
    ),
    "lint.unknown-csf2": (
        "「{name}」はNIST CSF 2.0にありません。",
        '"{name}" is not in the NIST CSF 2.0.',
    ),
    "lint.fingerprint-changed": (
        "版{version}のまま設問の構成が変わっています。意図した変更であれば、versionを変更するか、これまでのfingerprintをsupersedesに加えたうえで、fingerprintを{actual}にしてください。",
        "The questions have changed under the same version {version}. If this is intended, change the version or list the former fingerprint under supersedes, and set the fingerprint to {actual}.",
    ),
    "lint.wrong-parent": (
        "節「{id}」の親「{parent}」は、この領域でも、この領域の節でもありません。",
        'The parent "{parent}" of the section "{id}" is neither this domain nor a section of it.',
    ),
    "lint.wrong-parent.circle": (
        "節「{id}」の親をたどると、自分自身に戻ります（親：{parent}）。",
        'The parents of section "{id}" lead back to the section itself (parent: "{parent}").',
    ),
    "lint.steps-without-order": (
        "尺度の段階の値「{value}」が、直前の値より大きくありません。",
        "The value {value} of the scale is not greater than the one before it.",
    ),
    "lint.steps-without-order.in_place": (
        "in_placeの「{value}」は、尺度の段階の値（{known}）にありません。",
        "in_place is {value}, which is not a value of the scale ({known}).",
    ),
    "lint.wrong-level": (
        "段階「{level}」は、ここでは使用できません（使用できる段階：{known}）。",
        "The level {level} is not allowed here (allowed: {known}).",
    ),
    "lint.scale-of-practice": (
        "段階で答える対応事項には、scaleが必要です（点検票に独自の尺度がある場合を除く）。",
        "A practice that is answered with a level needs a scale, unless the checklist has its own.",
    ),
    "lint.scale-of-practice.own": (
        "点検票に独自の尺度があるため、対応事項のscaleは使用できません。",
        "The checklist has its own scale, so a practice cannot specify another.",
    ),
    "lint.options-without-order": (
        "選択肢、区切り（thresholds）又は規則（levels）の段階が小さい順に並んでいないか、区切りの値の順序が段階と合っていないか、段階のない選択肢が混在しています。",
        'The levels of options, of bounds (thresholds) or of the rules under "levels" are not in ascending order, the values of the bounds are not in the order of their levels, or some options have no level.',
    ),
    "lint.option-lowers": (
        "「{option}」を選ぶと段階が{level}から{lower}へ下がります。単独の選択肢の段階を見直してください。",
        'Choosing "{option}" lowers the level from {level} to {lower}. Review the level of the exclusive option.',
    ),
    "lint.asked-if-with-level": (
        "asked_ifは段階の付かない設問にのみ使用できます。対象の限定にはapplies_ifを使用してください。",
        "asked_if is for questions that give no level. Use applies_if to limit which institutions a practice applies to.",
    ),
    "lint.default-with-level": (
        "defaultは段階の付かない設問にのみ使用できます。回答を選択しなくても段階が付くことになるためです。",
        "default is only for questions that give no level: otherwise a question left untouched would get a level.",
    ),
    "lint.own-rows-with-level": (
        "rows_fromの設問の選択肢に段階は付けられません。機関が行を多く挙げるほど低く評価されることになるためです。選択肢のlevelを削除してください。",
        "Options of a question with rows_from cannot give a level: naming more rows would lower it. Remove level from the options.",
    ),
    "lint.consistency-rule.number": (
        "not_aboveで比べるのは数の設問（number又はnumbers）に限られます。「{name}」は数の設問ではありません。",
        'not_above compares questions of kind number or numbers; "{name}" is neither.',
    ),
    "lint.consistency-rule.rows": (
        "「{name}」の種類又は行がofの設問と異なるため、行ごとに比べられません。",
        'The kind or the rows of "{name}" differ from those of the question under "of", so the two cannot be compared row by row.',
    ),
    "lint.consistency-rule.unit": (
        "「{name}」の単位がofの設問と異なります。同じ単位にしてください。",
        'The unit of "{name}" differs from that of the question under "of". Use the same unit.',
    ),
    "lint.consistency-rule.no_rows": (
        "every_rowの対象は行のある設問（matrix又はnumbers）に限られます。「{name}」には行がありません。",
        'every_row is for questions with rows (matrix or numbers); "{name}" has none.',
    ),
    "lint.consistency-rule.option": (
        "exceptの「{name}」はこの設問の選択肢にありません。",
        'The question has no option "{name}", which is named under "except".',
    ),
    "lint.consistency-rule.no_level": (
        "「{name}」は段階のない設問です。この種類の規則では指定できません。",
        'The question "{name}" gives no level, so a rule of this kind cannot name it.',
    ),
    "lint.consistency-rule.unknown_level": (
        "「{name}」はこの点検票の段階ではありません。",
        '"{name}" is not a level of this checklist.',
    ),
    "lint.consistency-rule.no_profile": (
        "規則「{name}」に、profileもriskもありません。少なくとも一方を指定してください。",
        'The rule "{name}" has neither profile nor risk. Give at least one of them.',
    ),
    "lint.consistency-rule.level_or_most": (
        "規則「{name}」には、levelとmostのいずれか一方を指定してください。",
        'Give the rule "{name}" either level or most, not both.',
    ),
    "lint.consistency-rule.factor": (
        "リスク要因「{name}」はありません。",
        'There is no risk factor "{name}".',
    ),
    "lint.unused-row-list": (
        "一覧「{id}」をrows_fromで使う設問がありません。使うか、削除してください。",
        "No question has rows_from: {id}. Use the list or remove it.",
    ),
    "lint.unknown-flag": (
        "属性「{flag}」はありません。scoring/profile.yamlにある名前を使用してください。",
        'Unknown profile flag "{flag}". Use the names in scoring/profile.yaml.',
    ),
    "lint.sector-or-size": (
        "applies_ifに業態や規模「{flag}」は使用できません。業態や規模だけで対象は決まりません。",
        'applies_if names a sub-sector or size, "{flag}". Neither determines what applies.',
    ),
    "lint.domain-out-of-scope": (
        "属性によっては、領域{domain}のうち段階の付く項目（なければ全項目）がすべて対象外になります（{profile}）。そのような項目のうち、すべての機関に該当するものを1件以上残してください。",
        "With some profiles every practice of the domain {domain} that gives a level (every practice, where none does) is out of scope ({profile}). Keep at least one of these that applies to every institution.",
    ),
    "lint.missing-translation.ja": (
        "日本語の文に、日本語の文字が含まれていません。",
        "The Japanese text contains no Japanese characters.",
    ),
    "lint.missing-translation.en": (
        "英語の文に日本語の文字が混在しています。",
        "The English text contains Japanese characters.",
    ),
    "lint.missing-translation.absent": (
        "点検票の言語「{lang}」の文がありません。",
        'There is no text in "{lang}", one of the checklist\'s languages.',
    ),
    "lint.missing-translation.undeclared": (
        "「{lang}」は点検票の言語（languages）に含まれていません。",
        '"{lang}" is not among the languages of the checklist.',
    ),
    "lint.empty-text": (
        "文がどの言語でも記載されていません。",
        "There is no text in any language.",
    ),
    "lint.repeated-text": (
        "{first}と同じ文です：「{sentence}」。項目ごとに記載してください。",
        '{first} has the same sentence: "{sentence}". Reword it for this item.',
    ),
    "lint.required-example": (
        "例示（examples: true）の下の「{point}」がrequiredになっています。例示は必須にできません。",
        'The point "{point}" is required although the points are examples. An example cannot be required.',
    ),
    "lint.not-a-question": (
        "疑問文になっていません（日本語は「か。」、英語は「?」で終えてください）。",
        'This is not a question (Japanese ends in "か。", English in "?").',
    ),
    "lint.terminology": (
        "日本語の「{term}」に当たる英語がありません（{expected}）。",
        'The English has no equivalent of "{term}" (expected: {expected}).',
    ),
    "lint.warnings": (
        "構成に問題はありません（{count}項目）。注意が{warnings}件あります。",
        "No structural problems ({count} {count:practice|practices}); warnings: {warnings}.",
    ),
    "lint.missing-field": (
        "{field}がありません。この点検票では、すべての対応事項に{field}が必要です（checklist.yamlのcomplete）。",
        '{field} is missing. This checklist declares that every practice has it (see "complete" in checklist.yaml).',
    ),
    "lint.claim-without-source": (
        "事例・指摘・頻度を述べる「{claim}」に出典（sources）がありません。",
        'The text refers to a case, a finding or a frequency ("{claim}") without a source (sources).',
    ),
    "lint.clean": (
        "問題はありません（{count}項目）。",
        "No problems ({count} {count:practice|practices}).",
    ),
    "lint.warning": (
        "注意",
        "warning",
    ),
    "checklist.standing.named": (
        "-cで指定",
        "specified with -c",
    ),
    "checklist.standing.newest": (
        "最新の版",
        "newest version",
    ),
    "checklist.standing.older": (
        "旧版（ID@版で指定）",
        "older version (specify ID@VERSION)",
    ),
    "checklist.standing.covered": (
        "不使用（-cの指定を優先）",
        "not used: -c specifies another location",
    ),
    "checklist.standing.contradicted": (
        "不使用（2か所にある）",
        "not used: in two places",
    ),
    "show.owner": (
        "主に回答する部署：{owner}",
        "Usually answered by: {owner}",
    ),
    "show.subject": (
        "原典が名指しする主体：{subject}",
        "Responsible party named in the source: {subject}",
    ),
    "show.every": (
        "{period}ごと",
        "every {period}",
    ),
    "show.cadence": (
        "頻度：{cadence}",
        "Frequency: {cadence}",
    ),
    "show.legal": (
        "法令上の義務",
        "Legal obligation",
    ),
    "show.points": (
        "含めるべき点",
        "Points that must be covered",
    ),
    "show.points_listed": (
        "列挙された点",
        "Points listed",
    ),
    "show.points_examples": (
        "例として列挙された点",
        "Points given as examples",
    ),
    "show.required": (
        "必須",
        "required",
    ),
    "show.levels": (
        "段階",
        "Levels",
    ),
    "show.not_yet_if": (
        "達していない例：{text}",
        "Not yet if {text}",
    ),
    "show.evidence": (
        "証跡の例",
        "Examples of evidence",
    ),
    "show.refs": (
        "出典：{guideline}　NIST CSF 2.0：{csf2}",
        "Source: {guideline}; NIST CSF 2.0: {csf2}",
    ),
    "show.source_place": (
        "原典の該当箇所：{refs}",
        "Place in the source: {refs}",
    ),
    "show.other_refs": (
        "参照（{framework}）：{refs}",
        "Reference ({framework}): {refs}",
    ),
    "show.source_in_japanese": (
        "出典：{publisher}「{title}」{place}",
        'Source: {publisher}, "{title}" (in the Japanese original: {place})',
    ),
    "show.source": (
        "出典：{publisher}「{title}」{place}",
        'Source: {publisher}, "{title}", {place}',
    ),
    "show.na_never": (
        "「該当なし」は選べません。",
        "Cannot be marked not applicable.",
    ),
    "show.applies_if": (
        "対象となるかどうかを決める属性：{flags}",
        "Profile questions that decide whether it applies: {flags}",
    ),
    "show.rules": (
        "回答方法",
        "How to answer",
    ),
    "new.done": (
        "点検票のひな形を{folder}に作成しました。`cssa checklist lint {folder}`で確認しながら編集してください。",
        "A skeleton checklist was created in {folder}. Edit it, checking with `cssa checklist lint {folder}`.",
    ),
    "policies.unknown": (
        "社内基準「{name}」がありません。使用できるもの：{known}。自作のものはファイルのパスで指定してください。",
        'Unknown policy "{name}". Available: {known}. Specify one of your own by its file path.',
    ),
}
