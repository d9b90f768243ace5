"""Messages: checklists, their lint, and the commands that show them."""

MESSAGES = {
    "checklist.twice": (
        "点検票{checklist}が2か所にあります：{first}と{second}。いずれかを削除してください。",
        "The checklist {checklist} is in two places: {first} and {second}. Remove one of them.",
    ),
    "checklist.unknown": (
        "点検票「{id}」がありません。使用できるもの：{known}。自作の点検票は、-c又はCSSA_CHECKLISTSで場所を指定してください。",
        'Unknown checklist "{id}". Available: {known}. Specify one of your own with -c or CSSA_CHECKLISTS.',
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
        "目標「{name}」は0から5の段階によるもので、段階の異なるこの点検票には使えません。点検票の段階による目標のファイルを指定するか、指定を外してください。",
        'The targets "{name}" are on levels 0 to 5, and this checklist has levels of its own. Name a file with targets on its levels, or name none.',
    ),
    "targets.unknown_level": (
        "段階{level}はこの点検票にありません（あるもの：{known}）。",
        "This checklist has no level {level} (it has: {known}).",
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
        "「{name}」という規則はありません。対象外にできる規則：{known}。",
        'Unknown rule "{name}". Rules that can be ignored: {known}.',
    ),
    "lint.unknown-rule.structural": (
        "規則「{name}」は回答や数値の正しさに関わるため、対象外にできません。",
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
        "節「{id}」の親「{parent}」は、この領域にもその節にもありません。",
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
        "選択肢や区切りの段階が小さい順に並んでいません（又は段階のない選択肢が混在しています）。",
        "The levels of options or bounds are not in ascending order, or some options have none.",
    ),
    "lint.option-lowers": (
        "「{option}」を選ぶと段階が{level}から{lower}へ下がります。単独の選択肢の段階を見直してください。",
        'Choosing "{option}" lowers the level from {level} to {lower}. Review the level of the exclusive option.',
    ),
    "lint.asked-if-with-level": (
        "asked_ifは段階の付かない設問にのみ使用できます。対象の限定にはapplies_ifを使用してください。",
        "asked_if is for questions that give no level. Use applies_if to limit which institutions a practice applies to.",
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
        "属性によっては、領域{domain}の全項目が対象外になります（{profile}）。すべての機関に該当する項目を1件以上残してください。",
        "With some profiles the whole domain {domain} is out of scope ({profile}). Keep at least one practice that applies to every institution.",
    ),
    "lint.missing-translation.ja": (
        "日本語の文が、別の言語で記載されています。",
        "The Japanese text is in another language.",
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
        '{first} has the same sentence: "{sentence}". Word each item individually.',
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
        "No structural problems ({count} practices); warnings: {warnings}.",
    ),
    "lint.missing-field": (
        "{field}がありません。この点検票では、すべての対応事項に{field}が必要です（checklist.yamlのcomplete）。",
        "{field} is missing. This checklist declares that every practice has it (complete in checklist.yaml).",
    ),
    "lint.claim-without-source": (
        "事例・指摘・頻度を述べる「{claim}」に出典（sources）がありません。",
        'The text refers to a case, a finding or a frequency ("{claim}") without a source (sources).',
    ),
    "lint.clean": (
        "問題はありません（{count}項目）。",
        "No problems ({count} practices).",
    ),
    "lint.warning": (
        "注意",
        "warning",
    ),
    "checklist.column.id": (
        "ID",
        "ID",
    ),
    "checklist.column.version": (
        "版",
        "Version",
    ),
    "checklist.column.title": (
        "名称",
        "Title",
    ),
    "checklist.column.standing": (
        "選択",
        "Used",
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
        "only as ID@VERSION",
    ),
    "checklist.standing.covered": (
        "不使用（-cの指定を優先）",
        "no: -c specifies another location",
    ),
    "checklist.standing.contradicted": (
        "不使用（2か所にある）",
        "no: in two places",
    ),
    "checklist.column.origin": (
        "置き場所",
        "Origin",
    ),
    "show.owner": (
        "主に回答する部署：{owner}",
        "Usually answered by: {owner}",
    ),
    "show.subject": (
        "原典が名指しする主体：{subject}",
        "Responsible party named in the source: {subject}",
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
    "show.other_refs": (
        "参照（{framework}）：{refs}",
        "Reference ({framework}): {refs}",
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
        "対象となる機関：{flags}",
        "Applies to institutions with: {flags}",
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
