"""Messages: the gate, its policy and waivers."""

MESSAGES = {
    "policy.unscored": (
        "この点検票は成熟度を算定しないため、数値・段階・目標に関する条件「{name}」は使用できません。回答率（min_coverage）、該当なしと対象外の割合（max_left_out）、点検日（answered_within）などに関する条件を使用してください。",
        'This checklist is not scored, so a policy cannot use the condition "{name}", which concerns scores, levels or targets. Use conditions on the share answered (min_coverage), the share not applicable or out of scope (max_left_out), the assessment date (answered_within) and the like instead.',
    ),
    "policy.unknown_level": (
        "段階「{level}」はこの点検票にありません（使用できるもの：{known}）。独自の段階は名称でも指定できます。",
        'This checklist has no level "{level}" (available: {known}). Levels of its own scale can also be specified by title.',
    ),
    "policy.score_outside": (
        "{score}は、この点検票の段階の範囲（{lowest}から{highest}）を外れています。",
        "{score} is outside the range of this checklist's levels ({lowest} to {highest}).",
    ),
    "policy.duplicate_rule": (
        "ルールのID「{name}」は、ほかのルールで使用しているか、予約されています（editionsを記載した場合の「editions」）。別のIDにしてください。",
        'The rule ID "{name}" is used by another rule, or reserved ("editions", where the policy lists editions). Choose another ID.',
    ),
    "policy.unknown_domain": (
        "領域「{name}」はこの点検票にありません。番号を確認してください（{known}）。",
        'This checklist has no domain "{name}". Check the number ({known}).',
    ),
    "policy.unknown_domain.near": (
        "領域「{name}」はこの点検票にありません。「{known}」ではありませんか。",
        'This checklist has no domain "{name}". Did you mean "{known}"?',
    ),
    "policy.unknown_section": (
        "節「{name}」はこの点検票にありません。番号を確認してください（{known}）。",
        'This checklist has no section "{name}". Check the number ({known}).',
    ),
    "policy.unknown_section.near": (
        "節「{name}」はこの点検票にありません。「{known}」ではありませんか。",
        'This checklist has no section "{name}". Did you mean "{known}"?',
    ),
    "policy.unknown_practice": (
        "対応事項「{name}」はこの点検票にありません。番号を確認してください（{known}）。",
        'This checklist has no practice "{name}". Check the number ({known}).',
    ),
    "policy.unknown_practice.near": (
        "対応事項「{name}」はこの点検票にありません。「{known}」ではありませんか。",
        'This checklist has no practice "{name}". Did you mean "{known}"?',
    ),
    "policy.unknown_rule": (
        "ルール「{name}」はこの社内基準にありません。IDを確認してください（{known}）。",
        'This policy has no rule "{name}". Check the ID ({known}).',
    ),
    "policy.unknown_rule.near": (
        "ルール「{name}」はこの社内基準にありません。「{known}」ではありませんか。",
        'This policy has no rule "{name}". Did you mean "{known}"?',
    ),
    "policy.legal_waived": (
        "「{name}」は法令上の義務です。例外的な取扱いの対象にはできません。この例外を削除し、対応を進めたうえで回答を更新してください。",
        '"{name}" is a legal obligation and cannot be waived. Remove the waiver, address the obligation, and then update the answers.',
    ),
    "gate.met": (
        "社内基準を充足しています（充足{met}、例外{waived}、判定対象外{skipped}）。",
        "The policy is met ({met} met, {waived} waived, {skipped} not evaluated).",
    ),
    "gate.refused": (
        "社内基準との照合ができませんでした（問題{count}件）。充足か未充足かは判定していません。",
        "The answers could not be checked against the policy (problems: {count}). Whether the policy is met was not determined.",
    ),
    "gate.nothing_assessed": (
        "判定できる回答がないため、社内基準を充足しているとはいえません（回答がないか、成熟度を算定する点検票で、算定できる回答がありません）。",
        "There is nothing to judge, so the policy is not met: there are no answers or, on a checklist that is scored, none that can be scored.",
    ),
    "gate.unmet": (
        "社内基準が未充足です（未充足{unmet}、充足{met}、例外{waived}、判定対象外{skipped}、期限切れの例外{expired}）。",
        "The policy is not met ({unmet} not met, {met} met, {waived} waived, {skipped} not evaluated; expired waivers: {expired}).",
    ),
    "gate.head": (
        "{institution}（{id}）、回答{answers}、判定日{as_of}、cssa {version}",
        "{institution} ({id}), answers {answers}, evaluation date {as_of}, cssa {version}",
    ),
    "gate.head_refused": (
        "回答{answers}、判定日{as_of}、cssa {version}",
        "Answers {answers}, evaluation date {as_of}, cssa {version}",
    ),
    "gate.day": (
        "{day}（{zone}）",
        "{day} ({zone})",
    ),
    "gate.policy_example": (
        "社内基準{id}（例・未承認）",
        "Policy {id} (example, not approved)",
    ),
    "gate.overall": (
        "全体",
        "Overall",
    ),
    "gate.none": (
        "なし",
        "none",
    ),
    "gate.heading.unmet": (
        "未充足：{count}件",
        "Not met: {count}",
    ),
    "gate.heading.waived": (
        "例外的な取扱いを適用したもの：{count}件",
        "Excused by waiver: {count}",
    ),
    "gate.heading.waivers": (
        "例外的な取扱い：{count}件",
        "Waivers: {count}",
    ),
    "gate.heading.treatments": (
        "リスク受容・代替措置：{count}件",
        "Accepted risks and alternative measures: {count}",
    ),
    "gate.treatment.accepted": (
        "リスク受容",
        "accepted risk",
    ),
    "gate.treatment.alternative": (
        "代替措置",
        "alternative measure",
    ),
    "gate.treatment.in_force": (
        "{subject}：{kind}（{approver}が{approved_on}に承認、見直し期限{review_by}）。",
        "{subject}: {kind}, approved by {approver} on {approved_on}, review by {review_by}.",
    ),
    "gate.treatment.ending": (
        "{subject}：{kind}の見直し期限が近づいています（{review_by}まで。{approver}が{approved_on}に承認）。期限までに、対応を完了して回答からこの記載（treatment）を削除するか、改めて承認を得てください。",
        "{subject}: the {kind} is due for review by {review_by} (approved by {approver} on {approved_on}). Address the practice and remove the treatment from the answers by then, or have it approved again.",
    ),
    "gate.treatment.ended": (
        "{subject}：{kind}の見直し期限（{review_by}）を過ぎているため、考慮していません（{approver}が{approved_on}に承認）。対応を完了して回答からこの記載（treatment）を削除するか、改めて承認を得てください。",
        "{subject}: the {kind} was due for review by {review_by} and no longer counts (approved by {approver} on {approved_on}). Address the practice and remove the treatment from the answers, or have it approved again.",
    ),
    "gate.treatment.invalid": (
        "{subject}：{kind}は有効ではなく、考慮していません（{approver}が{approved_on}に承認、見直し期限{review_by}）。回答者以外の者による承認、措置の具体的な記載、承認日が判定日以前であること、法令上の義務でないことを確認してください。",
        "{subject}: the {kind} is not valid and does not count (approved by {approver} on {approved_on}, review by {review_by}). Check that someone other than the respondent approved it, that the measure is described, that the approval date is not after the evaluation date, and that the practice is not a legal obligation.",
    ),
    "gate.accepted": (
        "現在の件数のうち、リスク受容は{count}件。",
        " Of the current number, {count} {count:has|have} an accepted risk.",
    ),
    "gate.hint": (
        "すぐに対応できない場合は、理由・代替措置・残存リスク・期限を添えて承認を得た例外的な取扱いを、社内基準のwaiversに記載できます（法令上の義務を除きます）。",
        "Where something cannot be addressed at once, an approved waiver with its reason, alternative measure, residual risk and expiry date can be listed under waivers in the policy, except for legal obligations.",
    ),
    "gate.more": (
        "ほか{count}件",
        "and {count} more",
    ),
    "gate.waived": (
        "例外的な取扱いの対象です",
        "Excused by waiver",
    ),
    "gate.excused": (
        "例外的な取扱いの対象は{count}件です。",
        " Practices under a waiver: {count}.",
    ),
    "gate.besides": (
        "ほかに例外的な取扱い{count}件。",
        " In addition, {count} under a waiver.",
    ),
    "gate.practice": (
        "{title}（{id}）：{state}",
        "{title} ({id}): {state}",
    ),
    "gate.state.now": (
        "段階{level}",
        "level {level}",
    ),
    "gate.state.chosen": (
        "段階{level}（{answer}）",
        "level {level} ({answer})",
    ),
    "gate.next_level": (
        "段階{level}とは：{words}",
        "Level {level} means: {words}",
    ),
    "gate.state.aim": (
        "現在は{now} → 段階{aim}へ",
        "currently {now} → level {aim}",
    ),
    "gate.state.target": (
        "現在は{now} → 目標は段階{target}",
        "currently {now} → target level {target}",
    ),
    "gate.state.reviewed": (
        "現在は{now}、{on}の第{line}線の評価では段階{level}",
        "currently {now}; rated level {level} by line {line} on {on}",
    ),
    "gate.state.before": (
        "現在は{now}、前回は段階{before}",
        "currently {now}, previously level {before}",
    ),
    "gate.left_out": (
        "{status}（理由：{reason}）",
        "{status} (reason: {reason})",
    ),
    "gate.note": (
        "補足：{text}",
        "Note: {text}",
    ),
    "gate.evidence": (
        "証跡：{text}",
        "Evidence: {text}",
    ),
    "gate.because": (
        "{reason}。",
        " {reason}.",
    ),
    "gate.reason.unrateable": (
        "領域{domains}は、該当なしが3割を超えるか、基本的な対応事項がないため、判定できません",
        "Domains that cannot be rated: {domains} (over 30% not applicable, or no basic practice)",
    ),
    "gate.reason.nothing": (
        "この条件で判定できる対応事項がありません",
        "No practice can be judged by this condition",
    ),
    "gate.reason.no_previous": (
        "比較する前回の結果がありません",
        "There is no previous result to compare with",
    ),
    "gate.reason.level_fell": (
        "最も低い段階が下がりました",
        "The lowest level fell",
    ),
    "gate.reason.not_applicable": (
        "「該当なし」との回答です",
        "Answered as not applicable",
    ),
    "gate.reason.not_adopted": (
        "「採用しない」との回答です",
        "Answered as not adopted",
    ),
    "gate.reason.out_of_groups": (
        "選択したグループに含まれないため対象外です",
        "Out of scope, as it is in none of the groups selected",
    ),
    "gate.reason.out_of_scope": (
        "属性により対象外です",
        "Out of scope by the profile",
    ),
    "gate.reason.not_asked": (
        "他の設問への回答により、回答不要の設問です",
        "Not asked, because of the answer to another question",
    ),
    "gate.reason.informative": (
        "段階のない設問です",
        "The question gives no level",
    ),
    "gate.remedy.nothing": (
        "「該当なし」又は「採用しない」の回答、属性、又は社内基準のルールを見直してください。",
        "Review the answers marked not applicable or not adopted, the profile, or the policy's rule.",
    ),
    "gate.rule_of_policy": (
        "社内基準の{id}",
        "Policy rule {id}",
    ),
    "gate.rule.condition": (
        "{name}の充足の条件：{words}。",
        "{name}: met when {words}.",
    ),
    "gate.rule.waiver": (
        "例外的な取扱い：{subject}",
        "Waiver: {subject}",
    ),
    "gate.rule.waiver.full": (
        "社内基準で承認された例外です。期限が切れると、社内基準は未充足になります。",
        "A waiver approved in the policy. Once it has expired, the policy is not met.",
    ),
    "gate.rule.waiver.help": (
        "期限までに対応を完了してこの例外を削除するか、改めて承認を得てください。",
        "Address what it excuses and remove it before it expires, or have it approved again.",
    ),
    "gate.rule.treatment": (
        "リスク受容・代替措置：{subject}",
        "Accepted risk or alternative measure: {subject}",
    ),
    "gate.rule.treatment.full": (
        "回答に記載されたリスク受容又は代替措置です。見直し期限を過ぎると考慮しません。",
        "An accepted risk or alternative measure recorded in the answers. It does not count after its review date.",
    ),
    "gate.rule.treatment.help": (
        "見直し期限までに、対応を完了して回答からこの記載（treatment）を削除するか、改めて承認を得てください。",
        "Address the practice and remove the treatment from the answers by the review date, or have it approved again.",
    ),
    "gate.waiver.rule": (
        "ルール{id}",
        "Rule {id}",
    ),
    "gate.waiver.used": (
        "{subject}：{expires}まで。",
        "{subject}: until {expires}.",
    ),
    "gate.waiver.long_term": (
        "{subject}：期限まで1年を超える例外です（{expires}まで）。少なくとも年に1回は必要性を見直せるよう、期限を1年以内とすることを検討してください。",
        "{subject}: the waiver has more than a year left (until {expires}). Consider an expiry within a year, so that the need for it is reviewed at least once a year.",
    ),
    "gate.waiver.expiring": (
        "{subject}：まもなく期限です（{expires}まで）。期限までに対応するか、改めて承認を得てください。",
        "{subject}: expires soon, on {expires}. Address it by then, or have it approved again.",
    ),
    "gate.waiver.expired": (
        "{subject}：期限切れです（{expires}まで）。対応してこの例外を削除するか、改めて承認を得てください。",
        "{subject}: expired on {expires}. Address it and remove the waiver, or have it approved again.",
    ),
    "gate.waiver.unused": (
        "{subject}：この例外（{expires}まで）がなくても結果は変わらないため、削除できます。",
        "{subject}: this waiver (until {expires}) does not change the result and can be removed.",
    ),
    "gate.waiver.terms": (
        "理由：{reason}。代替措置：{alternative}。残存リスク：{residual_risk}。担当：{owner}、承認：{approver}。",
        " Reason: {reason}. Alternative measure: {alternative}. Residual risk: {residual_risk}. Owner: {owner}; approved by {approver}.",
    ),
    "gate.waiver.management": (
        "基本的な対応事項の例外です。承認者「{approver}」が経営陣の一員かを確認してください。",
        ' It excuses a basic practice: check that the approver "{approver}" is a member of executive management.',
    ),
    "gate.disclaimer": (
        "自機関の社内基準との照合です。数値は独自算定で、当局の評価や判断ではありません。",
        "This checks answers against the institution's own policy. The figures are computed by the software's own method and are not a supervisory assessment or decision.",
    ),
    "gate.reveals": (
        "次のファイルをアップロードすると、未充足の対応事項及び前回の結果から後退した対応事項の番号、段階及び回答（選んだ選択肢、記入した数）、該当なし・未回答などの対応事項の番号、例外的な取扱いの内容（理由、代替措置、残存リスク、担当、承認者）、リスク受容・代替措置のある対応事項とその承認者が閲覧可能になります。補足・証跡・該当なし等の理由は含みません。共有先を確認してください：{files}",
        "Once uploaded, these files disclose the numbers, levels and answers (options chosen, figures entered) of the practices that are not met or are worse than in the previous result, the numbers of those left out or unanswered, the terms of waivers (reason, alternative measure, residual risk, owner, approver), and the practices with an accepted risk or alternative measure, with the approver. They do not contain notes, evidence or reasons for leaving practices out. Check who will have access: {files}",
    ),
    "gate.reveals_notes": (
        "次のファイルをアップロードすると、未充足の対応事項及び前回の結果から後退した対応事項の番号、段階及び回答（選んだ選択肢、記入した数）、該当なし・未回答などの対応事項の番号、例外的な取扱いの内容（理由、代替措置、残存リスク、担当、承認者）、リスク受容・代替措置のある対応事項とその承認者に加え、補足・証跡・該当なし等の理由の文も閲覧可能になります。共有先を確認してください：{files}",
        "Once uploaded, these files disclose the numbers, levels and answers (options chosen, figures entered) of the practices that are not met or are worse than in the previous result, the numbers of those left out or unanswered, the terms of waivers (reason, alternative measure, residual risk, owner, approver), and the practices with an accepted risk or alternative measure, with the approver. They also contain notes, evidence and reasons for leaving practices out. Check who will have access: {files}",
    ),
    "gate.kept": (
        "結果を{path}に保存しました。",
        "Result saved to {path}.",
    ),
    "gate.not_kept": (
        "保存済みの結果（{path}）より下がるため、更新していません：{fell}。意図して引き下げる場合は、--accept-lowerに理由を指定してください。",
        "The result is lower than the one saved in {path}, which was not updated: {fell}. To lower it intentionally, give the reason with --accept-lower.",
    ),
    "gate.kept_superseded": (
        "{path}は、設問の変更前の結果です。設問が変更された対応事項{count}件は、比較から除きます：{practices}",
        "{path} dates from before questions were changed. The {count} {count:practice|practices} concerned {count:is|are} excluded from the comparison: {practices}",
    ),
    "gate.keep_is_other": (
        "--keepで更新できるのは、--keepで保存した結果だけです。別のファイル名を指定してください。",
        "--keep updates only what --keep has written. Specify another file.",
    ),
    "gate.kept_missing": (
        "点検票にある対応事項が{count}件不足しています（{names}）。バージョン管理から元のファイルを復元するか、`cssa gate 回答 --policy 社内基準 --keep 新しいファイル`で保存し直してください。",
        "{count} {count:practice of the checklist is|practices of the checklist are} missing ({names}). Restore the file from version control, or save a new one with `cssa gate ANSWERS --policy POLICY --keep NEWFILE`.",
    ),
    "gate.kept_unknown": (
        "対応事項「{name}」はこの点検票にありません。この行を削除してください。",
        'This checklist has no practice "{name}". Remove this line.',
    ),
    "gate.previous_unknown": (
        "比較できる結果が入っていません。--previousには、回答（YAML、JSON、回答票）、`cssa score --format json`の結果、又は`cssa gate 回答 --policy 社内基準 --keep ファイル`で保存した結果を指定してください。",
        "This file has no result to compare with. With --previous, specify answers (YAML, JSON or a form), the result of `cssa score --format json`, or one saved by `cssa gate ANSWERS --policy POLICY --keep FILE`.",
    ),
    "gate.needs_previous": (
        "ルール「{rule}」には比較する結果が必要です。--previousで指定してください（--baseを指定した場合は、統合先ブランチにあるファイルに限ります）。初回は`--keep ファイル`で今回の結果を保存します。",
        'The rule "{rule}" needs a result to compare with. Specify it with --previous (with --base, a file that the base branch has); the first time, save one with `--keep FILE`.',
    ),
    "gate.not_comparable": (
        "機関、点検票の構成又は算定方法が異なるため、今回の結果と比較できません。ファイルを確認してください。点検票の版や算定方法を変更した場合は`cssa gate 回答 --policy 社内基準 --keep ファイル --accept-lower 理由`で保存し直してください。",
        "This result cannot be compared: the institution, the checklist's structure or the scheme differs. Check the file; after a change of version or scheme, save a new result with `cssa gate ANSWERS --policy POLICY --keep FILE --accept-lower REASON`.",
    ),
    "gate.format_unknown": (
        "「{name}」の形式を判別できません。形式=ファイル名で指定してください（形式：{known}）。",
        'Unknown format of "{name}". Specify FORMAT=FILE (formats: {known}).',
    ),
    "gate.stdout_twice": (
        "標準出力に書き出せるのは1つの形式だけです。ほかの形式にはファイル名を指定してください。",
        "Only one format can go to standard output. Specify a file for each of the others.",
    ),
    "gate.accept_needs_keep": (
        "--accept-lowerには、保存先を指定する`--keep ファイル`も必要です。",
        "--accept-lower requires --keep FILE, the result to lower.",
    ),
    "gate.reason_empty": (
        "--accept-lowerには理由を指定してください。",
        "Give a reason with --accept-lower.",
    ),
    "gate.no_answers": (
        "照合する回答を指定してください。{file}のassessmentsに記載することもできます。",
        "Specify the answers to check, or list them under assessments in {file}.",
    ),
    "gate.one_previous": (
        "1つの結果を複数の回答と比較することはできません。回答ごとのpreviousを{file}に記載してください。",
        "One result cannot be compared with several answers. State previous for each of them in {file}.",
    ),
    "gate.one_keep": (
        "--keepは、1つの回答を照合するときだけ使えます。回答ごとに実行してください。",
        "--keep is for one answers file at a time. Run the command for each of them.",
    ),
    "gate.folder_empty": (
        "このフォルダーには回答がありません。回答のあるフォルダーを指定してください。",
        "There are no answers in this folder. Specify one that holds answers.",
    ),
    "gate.pattern_empty": (
        "このパターンに当てはまるファイルがありません。",
        "No file matches this pattern.",
    ),
    "gate.settings": (
        "{path}の設定を使います。",
        "Settings from {path}.",
    ),
    "gate.example_judges": (
        "社内基準の指定がないため、同梱の例（{policy}）で判定します。これはどの機関の基準でもありません。自機関の社内基準を、--policy、CSSA_POLICY又はcssa.yamlで指定してください。",
        "No policy is specified, so a shipped example ({policy}) is used. It is not any institution's own policy. Specify yours with --policy, CSSA_POLICY or cssa.yaml.",
    ),
    "settings.twice": (
        "回答「{name}」が重複して記載されています。1つだけ残してください。",
        'The answers "{name}" are listed twice. Keep one entry.',
    ),
    "gate.overview": (
        "{count}件の回答のうち、{met}件が社内基準を充足しています。",
        "Policy met: {met} of {count}.",
    ),
    "gate.overview.institution": (
        "機関",
        "Institution",
    ),
    "gate.overview.checklist": (
        "点検票",
        "Checklist",
    ),
    "gate.overview.answers": (
        "回答",
        "Answers",
    ),
    "gate.overview.policy": (
        "社内基準",
        "Policy",
    ),
    "gate.overview.verdict": (
        "判定",
        "Result",
    ),
    "gate.overview.unmet": (
        "未充足の件数",
        "Not met",
    ),
    "gate.overview.met": (
        "充足",
        "met",
    ),
    "gate.overview.not_met": (
        "未充足",
        "not met",
    ),
    "gate.overview.nothing_assessed": (
        "判定できる回答なし",
        "nothing to judge",
    ),
    "gate.overview.refused": (
        "判定なし",
        "not checked",
    ),
    "gate.weaker.file_gone": (
        "ファイルが削除されました（{subject}）。",
        "The file was removed ({subject}).",
    ),
    "policy.diff_unknown": (
        "比較できるのは、社内基準、保存済みの結果、回答、cssa.yamlです（schema：{known}）。",
        "Only policies, saved results, answers and cssa.yaml can be compared (schema: {known}).",
    ),
    "policy.diff_other_kind": (
        "比較元と種類の異なるファイルです。同じ種類のファイルを指定してください。",
        "This file is of a different kind from the one it is compared with. Specify two files of the same kind.",
    ),
    "policy.diff_mixed": (
        "ファイルどうし、又はフォルダーどうしを指定してください。",
        "Specify two files or two folders.",
    ),
    "policy.diff.none": (
        "緩くなった点はありません。",
        "Nothing is weaker.",
    ),
    "policy.diff.some": (
        "緩くなった点：{count}件",
        "Weaker: {count}",
    ),
    "policy.diff.allowed": (
        "緩和を認める理由：{reason}",
        "Allowed, for this reason: {reason}",
    ),
    "policy.allow_empty": (
        "--allow-weakerには理由を指定してください。",
        "Give a reason with --allow-weaker.",
    ),
    "policy.lint.clean": (
        "問題はありません（ルール{rules}件、内容のハッシュ値{content}）。",
        "No problems (rules: {rules}; hash of the content: {content}).",
    ),
    "policy.lint.warnings": (
        "注意{warnings}件（ルール{rules}件、内容のハッシュ値{content}）。",
        "Warnings: {warnings} (rules: {rules}; hash of the content: {content}).",
    ),
    "policy.lint.approved_later": (
        "承認日（approved_on：{on}）がまだ到来していません。それまでは、社内基準を示す出力に「例・未承認」と表示します。",
        'The approval date (approved_on: {on}) has not come yet. Until then, every output that names the policy says "example, not approved".',
    ),
    "policy.lint.unapproved": (
        "承認者（approved_by）と承認日（approved_on）がそろっていません。社内基準を示す出力には「例・未承認」と表示します。",
        'approved_by and approved_on are not both stated. Every output that names the policy says "example, not approved".',
    ),
    "policy.lint.repeated": (
        "対象が同じルール「{other}」より厳しい条件がないため、このルールは不要です。",
        'The rule "{other}" has the same scope and demands at least as much, so this one is not needed.',
    ),
    "policy.lint.always_met": (
        "条件「{name}: {value}」は、判定できる対象では常に充足します。値を見直すか、この条件を削除してください。",
        'The condition "{name}: {value}" is always met by whatever can be rated. Change the value, or remove the condition.',
    ),
    "policy.lint.waiver_expired": (
        "例外的な取扱いの期限が切れているため（{expires}まで）、社内基準は未充足になります。対応してこの例外を削除するか、改めて承認を得てください。",
        "The waiver expired on {expires}, so the policy is not met. Address what it excuses and remove the waiver, or have it approved again.",
    ),
    "policy.lint.edition_unknown": (
        "点検票「{name}」が見つからないため、ルールの対象を確認していません。",
        'The checklist "{name}" is not available, so the scopes of rules were not checked against it.',
    ),
    "policy.new.header": (
        "{institution}の{on}の結果から作成した社内基準の案です。どの水準も、この結果の値です。",
        "A draft from the results of {institution} on {on}: every threshold is the figure of these results.",
    ),
    "policy.new.decide": (
        "水準を取締役会等で決定し、承認者（approved_by）と承認日（approved_on）を記載してください。",
        "Have your own thresholds decided by the board or an equivalent body, and state who approved the policy (approved_by) and when (approved_on).",
    ),
    "policy.new.owners": (
        "この社内基準を変更できる者を限るため、CODEOWNERSに次の行を加えてください（組織とチームは置き換えてください）。",
        "To limit who may change the policy, add these lines to CODEOWNERS (with your own organisation and team).",
    ),
    "policy.new.ratchet": (
        "現在の結果から後退しないようにするには、--keepで結果を保存し、次のルールを加えてください。",
        "To keep later results from falling below today's, save today's with --keep and add this rule.",
    ),
    "policy.new.nothing": (
        "回答がないか、算定できる回答がないため、社内基準の案を作成できません。",
        "There are no answers, or none that can be scored, so no policy can be drafted.",
    ),
    "gate.base_lacks": (
        "統合先ブランチ（{folder}）に、このファイルはありません。先に統合先へ追加してください。",
        "The base branch ({folder}) has no such file. Add it there first.",
    ),
    "gate.base_no_checkout": (
        "--baseには、統合先ブランチを取り出した別のフォルダーを指定してください。",
        "With --base, specify a separate folder that holds a checkout of the base branch.",
    ),
    "gate.base_without_previous": (
        "統合先ブランチに{path}がないため、前回の結果とは比較しません。",
        "The base branch has no {path}, so there is no comparison with a previous result.",
    ),
    "gate.policy": (
        "社内基準{id}（{on}、{by}承認、内容のハッシュ値{content}）",
        "Policy {id} (approved by {by} on {on}, content hash {content})",
    ),
    "gate.policy_changed": (
        "社内基準{id}（承認後に変更あり。{on}に{by}が承認した内容のハッシュ値は{pinned}、現在は{content}）",
        "Policy {id} (changed after approval: the content hash approved by {by} on {on} was {pinned}; it is now {content})",
    ),
    "policy.lint.changed": (
        "承認された内容（approved_content）から変わっています（現在は{content}）。改めて承認を得て、この値に更新してください。",
        "The policy is not what was approved (the hash of its content is now {content}). Have it approved again, and set approved_content to this value.",
    ),
    "gate.changes.some": (
        "前回の結果（{since}）からの後退：{count}件",
        "Worse than in the previous result ({since}): {count}",
    ),
    "gate.changes.none": (
        "前回の結果（{since}）から後退したものはありません。",
        "Nothing is worse than in the previous result ({since}).",
    ),
    "gate.changes.unknown_day": (
        "点検日の記載なし",
        "no assessment date",
    ),
    "gate.change.fell": (
        "{subject}：段階{before}から段階{after}に下がりました。",
        "{subject}: fell from level {before} to level {after}.",
    ),
    "gate.change.became_unanswered": (
        "{subject}：未回答になりました（前回は段階{before}）。",
        "{subject}: now unanswered (previously level {before}).",
    ),
    "gate.change.became_not_applicable": (
        "{subject}：「該当なし」になりました（前回は段階{before}）。",
        "{subject}: now answered as not applicable (previously level {before}).",
    ),
    "gate.change.became_not_adopted": (
        "{subject}：「採用しない」になりました（前回は段階{before}）。",
        "{subject}: now answered as not adopted (previously level {before}).",
    ),
    "gate.change.became_out_of_scope": (
        "{subject}：対象外になりました（前回は段階{before}）。",
        "{subject}: now out of scope (previously level {before}).",
    ),
    "gate.change.treatment_ended": (
        "{subject}：リスク受容・代替措置の見直し期限（{before}）を過ぎました。",
        "{subject}: the review date of the accepted risk or alternative measure ({before}) has passed.",
    ),
    "gate.change.waiver_expired": (
        "{subject}：例外的な取扱いの期限（{before}）が切れました。",
        "{subject}: the waiver expired on {before}.",
    ),
    "gate.change.ran_out": (
        "{subject}：日数の経過により、ルール{rule}の{condition}を充足しなくなりました（{practices}）。",
        "{subject}: as time has passed, {condition} in rule {rule} is no longer met for {practices}.",
    ),
    "gate.change.ran_out_overall": (
        "{subject}：ルール{rule}の{condition}の期間を過ぎました。",
        "{subject}: the period of {condition} in rule {rule} has passed.",
    ),
}
