"""Messages: answers carried over to another version or checklist, and what changed between."""

MESSAGES = {
    "help.answers.carry": (
        "前回の回答を、今回の点検票の版の回答ファイルに引き継ぎます。引き継いだ回答は、確認するまで未確認として扱います。引き継がなかったものは一覧で示します。",
        "Carry the previous answers over to the current version of the checklist. Each answer carried over has to be confirmed; what is not carried over is listed.",
    ),
    "opt.carry.old": (
        "前回の回答（YAML、JSON又は記入済みの回答票）。変更しません。",
        "Previous answers (YAML, JSON or a completed form); the file is not changed.",
    ),
    "opt.carry.output": (
        "新しい回答ファイル。「-」は標準出力。",
        'New answers file; "-" is standard output.',
    ),
    "opt.carry.to": (
        "引継先の点検票（ID、ID@版、フォルダー又はchecklist.yaml）。省略時は、--mapのファイルが示す引継先、それがなければ前回と同じ点検票の最新版。別の点検票を指定すると、対応表により引き継ぎます。",
        "Checklist to carry to: ID, ID@VERSION, folder or checklist.yaml (default: where the --map file leads, else the newest version of the same checklist). For another checklist, a crosswalk is used.",
    ),
    "opt.carry.map": (
        "版の変更点（changes.yamlと同じ形式）又は対応表のファイル。点検票に同梱のものの代わりに使います。",
        "File of changes (in the format of changes.yaml) or crosswalk to use in place of those that come with the checklists.",
    ),
    "opt.carry.checklist": (
        "前回の点検票（ID、ID@版、フォルダー又はchecklist.yaml）。同梱でもCSSA_CHECKLISTSの中でもない場合に指定します。",
        "Checklist that was answered: ID, ID@VERSION, folder or checklist.yaml; needed where it neither comes with cssa nor is in CSSA_CHECKLISTS.",
    ),
    "carry.done": (
        "{old}の回答を引き継ぎ、{checklist} {version}の対応事項{count}件の回答としました：{path}",
        "Carried the answers of {old} over as {count} {count:answer|answers} to {checklist} {version}: {path}",
    ),
    "carry.nothing": (
        "引き継げる回答がありません。",
        "There is no answer to carry over.",
    ),
    "carry.next": (
        "すべて未確認です。次のコマンドで1件ずつ確認してください：`cssa assess -a {path} --only unconfirmed`",
        "All of them are unconfirmed. Confirm them one by one: `cssa assess -a {path} --only unconfirmed`",
    ),
    "carry.no_changes": (
        "{id} {old}から{new}への変更点が分かりません（{version}のchanges.yamlがないか、{old}につながりません）。`cssa checklist diff {id}@{old} {id}@{version} -o changes.yaml`で下書きを作り、内容を確かめて、{version}のフォルダーに置いてください（`cssa answers carry`では、{new}への変更点を--mapで指定することもできます）。",
        "It is not known what changed from {id} {old} to {new} (changes.yaml of {version} is missing, or does not lead back to {old}). Draft it with `cssa checklist diff {id}@{old} {id}@{version} -o changes.yaml`, check it, and put it into the folder of {version} (`cssa answers carry` also takes changes that lead to {new}, with --map).",
    ),
    "carry.other_from": (
        "この変更点は{found}からのものですが、回答は{wanted}に対するものです。",
        "These changes are from {found}, but the answers are to {wanted}.",
    ),
    "carry.other_to": (
        "この変更点は{found}へのものですが、引継先は{wanted}です。--toを見直してください。",
        "These changes lead to {found}, but the answers are to be carried to {wanted}. Review --to.",
    ),
    "carry.nothing_covered": (
        "{old}の設問と同じ内容、又はその一部を尋ねる設問が{new}にないため、引き継げる回答がありません（一部が重なるだけの設問には引き継ぎません）。",
        "No question of {new} asks for the same as a question of {old}, or for a part of it, so no answer can be carried over. (A partial overlap is not enough.)",
    ),
    "carry.no_crosswalk": (
        "{old}から{new}への対応表は同梱されていません。--mapで対応表のファイルを指定してください。",
        "No crosswalk from {old} to {new} comes with this software. Specify a crosswalk file with --map.",
    ),
    "carry.map_neither": (
        "変更点（cssa.changes/1）でも対応表（cssa.crosswalk/1）でもありません。schemaを確認してください。",
        "This is neither a file of changes (cssa.changes/1) nor a crosswalk (cssa.crosswalk/1). Check its schema.",
    ),
    "carry.other_crosswalk": (
        "この対応表は{old}と{new}の間のもので、回答（{id}）から引継先への対応を示していません。",
        "This crosswalk is between {old} and {new}; it does not lead from the answers ({id}) to where they are to be carried.",
    ),
    "carry.item": ("{name}（{detail}）", "{name} ({detail})"),
    "carry.note.header": (
        "引き継がない項目（今回、改めて記入してください）：{names}",
        "Not carried over, to be entered again: {names}",
    ),
    "carry.note.list": (
        "引継先の点検票にないため、引き継がない一覧：{names}",
        "Lists that the new checklist does not have, not carried over: {names}",
    ),
    "carry.note.group": (
        "引継先の点検票にないため、引き継がないグループ：{names}",
        "Groups that the new checklist does not have, not carried over: {names}",
    ),
    "carry.note.review": (
        "第2線・第3線の評価は引き継いでいません（{count}件）：{names}",
        "Reviews by line 2 or 3 are not carried over ({count}): {names}",
    ),
    "carry.note.treatment": (
        "見直し期限を過ぎたリスク受容・代替措置は引き継いでいません（{count}件）：{names}",
        "Treatments past their review date are not carried over ({count}): {names}",
    ),
    "carry.note.points": (
        "設問が変わったため、点のチェックの一部又は全部を引き継いでいません（{count}件）：{names}",
        "The question has changed, so some or all ticked points are not carried over ({count}): {names}",
    ),
    "carry.note.value": (
        "今回の選択肢や段階にない回答のため、未回答にしています。補足と証跡は引き継ぎました（{count}件）：{names}",
        "The answer is none of the new question's options or levels: unanswered now, with note and evidence kept ({count}): {names}",
    ),
    "carry.note.never_na": (
        "「該当なし」を選べない設問になったため、未回答にしています（{count}件）：{names}",
        "Can no longer be marked not applicable: unanswered now ({count}): {names}",
    ),
    "carry.note.basic_now": (
        "基本的な対応事項になり「採用しない」を選べないため、未回答にしています（{count}件）：{names}",
        "Now basic practices, which cannot be marked not adopted: unanswered now ({count}): {names}",
    ),
    "carry.note.part_open": (
        "引継元の対応事項の一部が未回答などで、最も低い段階が決まらないため、未回答にしています（{count}件）：{names}",
        "At least one of the former practices is unanswered or has no level, so the lowest is not known: unanswered now ({count}): {names}",
    ),
    "carry.note.differing.treatment": (
        "引継元の対応事項の一部だけを対象とするリスク受容・代替措置は引き継いでいません（{count}件）：{names}",
        "Treatments that cover only some of the former practices are not carried over ({count}): {names}",
    ),
    "carry.note.differing.done": (
        "引継元の対応事項の間で異なる実施件数は引き継いでいません（{count}件）：{names}",
        "Numbers done that differed between the former practices are not carried over ({count}): {names}",
    ),
    "carry.note.differing.last_done": (
        "引継元の対応事項の間で異なる直近の実施日は引き継いでいません（{count}件）：{names}",
        "Dates last done that differed between the former practices are not carried over ({count}): {names}",
    ),
    "carry.note.differing.performed_by": (
        "引継元の対応事項の間で異なる実施者は引き継いでいません（{count}件）：{names}",
        '"Performed by" entries that differed between the former practices are not carried over ({count}): {names}',
    ),
    "carry.note.differing.by": (
        "引継元の対応事項の間で異なる回答者は引き継いでいません（{count}件）：{names}",
        '"Answered by" entries that differed between the former practices are not carried over ({count}): {names}',
    ),
    "carry.note.differing.plan": (
        "引継元の対応事項の間で異なる改善計画は引き継いでいません（{count}件）：{names}",
        "Plans that differed between the former practices are not carried over ({count}): {names}",
    ),
    "carry.note.differing.priority": (
        "引継元の対応事項の間で異なる優先順位は引き継いでいません（{count}件）：{names}",
        "Priorities that differed between the former practices are not carried over ({count}): {names}",
    ),
    "carry.note.reworded": (
        "表現が変わった対応事項（{count}件）：{names}",
        "Reworded ({count}): {names}",
    ),
    "carry.note.moved": (
        "番号が変わった対応事項（{count}件）：{names}",
        "Renumbered ({count}): {names}",
    ),
    "carry.note.tightened": (
        "求める内容が増えた対応事項。回答を見直してください（{count}件）：{names}",
        "Asks for more now; reconsider the answer ({count}): {names}",
    ),
    "carry.note.split": (
        "分割された対応事項。分割前の回答をそれぞれに引き継ぎました（{count}件）：{names}",
        "Split; each carries the answer given before ({count}): {names}",
    ),
    "carry.note.merged": (
        "統合された対応事項。統合前の最も低い段階が決まるものは、その段階を引き継ぎました（{count}件）：{names}",
        "Merged; each carries the lowest level given before, where that is known ({count}): {names}",
    ),
    "carry.note.new": (
        "新しい対応事項（回答が必要です。{count}件）：{names}",
        "New, to be answered ({count}): {names}",
    ),
    "carry.note.uncovered": (
        "引き継ぐ回答のない対応事項（回答が必要です。{count}件）：{names}",
        "Without an answer to carry over, to be answered ({count}): {names}",
    ),
    "carry.note.removed": (
        "なくなった対応事項の回答は引き継いでいません（{count}件）：",
        "Answers to practices that are no longer asked are not carried over ({count}):",
    ),
    "carry.note.no_counterpart": (
        "同じ内容又はその一部を尋ねる設問がない回答は引き継いでいません（{count}件）：",
        "Answers without a question that asks for the same or a part of it are not carried over ({count}):",
    ),
    "carry.left": (
        "{name} {title}：{answer}",
        "{name} {title}: {answer}",
    ),
    "change.unchanged": ("変更なし", "unchanged"),
    "change.reworded": ("表現の変更", "reworded"),
    "change.moved": ("番号の変更", "renumbered"),
    "change.tightened": ("内容の追加", "asks for more"),
    "change.split": ("分割", "split"),
    "change.merged": ("統合", "merged"),
    "change.removed": ("削除", "removed"),
    "change.new": ("新設", "new"),
    "finding.carried_tightened": (
        "前回の回答の後に、設問の求める内容が増えています。引き継いだ回答のままでよいか見直してください。",
        "The question asks for more than when it was answered. Reconsider the answer carried over.",
    ),
    "finding.carried_split": (
        "前回の{practices}を分割した設問です。前回の回答を引き継いでいます。この設問にも当てはまるか見直してください。",
        "This question was part of {practices}, whose answer was carried over. Reconsider whether it holds for this part.",
    ),
    "finding.carried_merged": (
        "前回の{practices}を統合した設問です。引き継いだ段階がある場合、それは統合前の段階のうち最も低いものです。全体に当てはまる回答か見直してください。",
        "This question merges {practices}. If a level was carried over, it is the lowest of theirs. Reconsider whether the answer holds for the whole.",
    ),
    "finding.carried_crosswalk": (
        "別の点検票（{checklist}）の{practices}の回答から引き継いでいます。この設問にも当てはまるか確認してください。",
        "Carried over from {practices} of another checklist ({checklist}). Check whether the answer holds for this question.",
    ),
    "lint.changes-version.id": (
        "変更点は同じ点検票の別の版からのものにしてください（この点検票：{id} {version}）。",
        "The changes must be from another version of the same checklist (this is {id} {version}).",
    ),
    "lint.changes-version.same": (
        "変更前の版が、この版自身（{id} {version}）です。変更前の版を書いてください。",
        "The former version is this version itself ({id} {version}). Name the version before it.",
    ),
    "lint.changes-version.to": (
        "変更後の版が、このフォルダーの点検票（{id} {version}）と異なります。",
        "The version that the changes lead to is not the one of this folder ({id} {version}).",
    ),
    "lint.changes-new-ids.unknown": (
        "対応事項「{id}」は、この版にありません。",
        'This version has no practice "{id}".',
    ),
    "lint.changes-new-ids.twice": (
        "対応事項「{id}」の由来が2か所に書かれています。分割・統合以外は1か所にしてください。",
        'Where practice "{id}" comes from is stated twice. State it once, except for split and merged.',
    ),
    "lint.changes-new-ids.missing": (
        "この版の対応事項のうち、由来が書かれていないものが{count}件あります：{first}。unchanged又はchangesに加えてください。",
        "{count} {count:practice|practices} of this version {count:is|are} not accounted for: {first}. Add {count:it|them} to unchanged or changes.",
    ),
    "lint.changes-old-ids.unknown": (
        "対応事項「{id}」は、変更前の版にありません。",
        'The former version has no practice "{id}".',
    ),
    "lint.changes-old-ids.twice": (
        "変更前の対応事項「{id}」の行き先が2か所に書かれています。分割・統合以外は1か所にしてください。",
        'What became of the former practice "{id}" is stated twice. State it once, except for split and merged.',
    ),
    "lint.changes-old-ids.missing": (
        "変更前の版の対応事項のうち、行き先が書かれていないものが{count}件あります：{first}。なくなったものはkind: removedで加えてください。",
        "{count} {count:practice|practices} of the former version {count:is|are} not accounted for: {first}. Add {count:it|them}, with kind: removed where no longer asked.",
    ),
    "lint.changes-unchanged": (
        "「{id}」は変更なしとされていますが、尋ねる内容（設問、区分、対象の条件など）又は可能な回答が変更前の版と異なります。rewordedやtightenedではないか確認してください。",
        '"{id}" is called unchanged, but what it asks (question, tier, scope and the like) or the possible answers differ from the former version. Check whether it is reworded or tightened.',
    ),
    "value.change_none": (
        "kindが{kind}のときは「{side}」に何も書けません。",
        '"{side}" must be omitted when kind is {kind}.',
    ),
    "value.change_one": (
        "kindが{kind}のときは「{side}」に対応事項の番号を1つ書いてください。",
        'When kind is {kind}, "{side}" must name one practice.',
    ),
    "value.change_several": (
        "kindが{kind}のときは「{side}」に対応事項の番号を2つ以上書いてください。",
        'When kind is {kind}, "{side}" must name two or more practices.',
    ),
    "value.change_id": (
        "kindが{kind}のときは、oldとnewを同じ番号にしてください。番号が変わったときはmovedにしてください。",
        "When kind is {kind}, old and new must be the same ID. Use moved where the ID has changed.",
    ),
    "help.checklist.diff": (
        "点検票の2つの版の違いを対応事項ごとに示し、changes.yamlの下書きを作成します。",
        "Show what differs between two versions of a checklist, practice by practice, and draft changes.yaml.",
    ),
    "opt.diff.old": (
        "前の版（ID、ID@版、フォルダー又はchecklist.yaml）。",
        "Former version: ID, ID@VERSION, folder or checklist.yaml.",
    ),
    "opt.diff.new": (
        "新しい版（ID、ID@版、フォルダー又はchecklist.yaml）。",
        "New version: ID, ID@VERSION, folder or checklist.yaml.",
    ),
    "opt.diff.output": (
        "changes.yamlの下書きを書き出すファイル。省略時は、違いを画面に示します。",
        "File for a draft of changes.yaml (default: the differences on the terminal).",
    ),
    "diff.title": (
        "{old}と{new}の違い",
        "{old} → {new}",
    ),
    "diff.counts": (
        "同じもの{same}件、異なるもの{differing}件、新しい番号{added}件、なくなった番号{gone}件",
        "Same: {same}; different: {differing}; new IDs: {added}; IDs no longer there: {gone}",
    ),
    "diff.added": ("＋ {id} {title}", "+ {id} {title}"),
    "diff.gone": ("－ {id} {title}", "- {id} {title}"),
    "diff.differs": ("{id} {title}", "{id} {title}"),
    "diff.alike": (
        "設問の似た対応事項：{names}",
        "Similar question in: {names}",
    ),
    "diff.likeness": ("{id}（{percent}%）", "{id} ({percent}%)"),
    "diff.field": (
        "{field}：{before} → {after}",
        "{field}: {before} → {after}",
    ),
    "diff.none": ("（なし）", "(none)"),
    "diff.draft.head": (
        "下書きです。「確認」のある行を読み、必要に応じてkindを修正してください（reworded、tightened、moved、split、merged）。",
        'A draft. Read the lines marked "check" and correct kind where needed (reworded, tightened, moved, split, merged).',
    ),
    "diff.draft.differs": (
        "確認：表現の変更（reworded）か、内容の追加（tightened）か。異なる項目：{fields}",
        "check: reworded, or tightened (asks for more)? Differs in: {fields}",
    ),
    "diff.draft.added": (
        "確認：新設（new）か、移動・分割（moved、split）か。似た対応事項：{names}",
        "check: new, or moved or split from a former one? Similar: {names}",
    ),
    "diff.draft.gone": (
        "確認：削除（removed）か、移動・統合（moved、merged）か。似た対応事項：{names}",
        "check: removed, or moved or merged into another one? Similar: {names}",
    ),
    "diff.drafted": (
        "変更点の下書きを書き出しました：{path}（確認が必要なもの{count}件）",
        "Drafted the changes: {path} ({count} to check)",
    ),
}
