"""Messages: the gate, its policy and waivers."""

MESSAGES = {
    "policy.unscored": (
        "この点検票は数値を算定しないため、数値・段階・目標についての条件「{name}」は使えません。回答率や証跡などの条件だけにしてください。",
        'This checklist is not scored, so a policy cannot set "{name}", which is on scores, levels or targets. Keep to conditions on completeness, evidence and the like.',
    ),
    "policy.unknown_level": (
        "段階「{level}」はこの点検票にありません（あるもの：{known}）。独自の段階は名称でも示せます。",
        'This checklist has no level "{level}" (it has: {known}). Levels of its own can also be named by title.',
    ),
    "policy.score_outside": (
        "{score}は、この点検票の段階（{lowest}から{highest}）の外です。",
        "{score} lies outside this checklist's levels ({lowest} to {highest}).",
    ),
    "policy.duplicate_rule": (
        "ルールのID「{name}」が重複しています。別のIDにしてください。",
        'The rule ID "{name}" is used twice. Rename one of them.',
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
        '"{name}" is a legal obligation and cannot be waived. Remove the waiver and address the obligation.',
    ),
    "gate.met": (
        "社内基準を充足しています（充足{met}、例外{waived}、判定対象外{skipped}）。",
        "The policy is met ({met} met, {waived} waived, {skipped} not evaluated).",
    ),
    "gate.refused": (
        "社内基準との照合ができませんでした（問題{count}件）。充足か未充足かは判定していません。",
        "The answers could not be checked against the policy (problems: {count}), so it is neither met nor not met.",
    ),
    "gate.nothing_assessed": (
        "算定対象がないため、社内基準を充足しているとはいえません（回答がないか、算定できる回答がありません）。",
        "Nothing was assessed, so the policy is not met: there are no answers, or there is nothing to score.",
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
    "gate.policy": (
        "社内基準{id}（{on}、{by}承認）",
        "Policy {id} (approved by {by} on {on})",
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
    "gate.months": (
        "{count}か月",
        "{count} months",
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
        "{subject}：{kind}の見直し期限が近づいています（{review_by}まで。{approver}が{approved_on}に承認）。期限までに目標の段階に到達させるか、改めて承認を得てください。",
        "{subject}: the {kind} is due for review by {review_by} (approved by {approver} on {approved_on}). Raise the practice to its target by then, or have the treatment approved again.",
    ),
    "gate.treatment.ended": (
        "{subject}：{kind}の見直し期限を{review_by}に過ぎました（{approver}が{approved_on}に承認）。目標の段階に到達させるか、改めて承認を得てください。",
        "{subject}: the {kind} was due for review by {review_by} and no longer counts (approved by {approver} on {approved_on}). Raise the practice to its target, or have the treatment approved again.",
    ),
    "gate.treatment.invalid": (
        "{subject}：{kind}は有効ではなく、考慮していません（{approver}が{approved_on}に承認、見直し期限{review_by}）。回答者以外の者による承認、措置の具体的な記載、承認日が判定日以前であること、法令上の義務でないことを確認してください。",
        "{subject}: the {kind} is not valid (approved by {approver} on {approved_on}, review by {review_by}). Check that someone other than the respondent approved it, that the measure is described, that the approval date is not after the evaluation date, and that the practice is not a legal obligation.",
    ),
    "gate.accepted": (
        "うちリスク受容{count}件。",
        " Including {count} with accepted risk.",
    ),
    "gate.hint": (
        "すぐに対応できない場合は、理由・代替措置・残存リスク・期限を添えて承認を得た例外的な取扱いを、社内基準のwaiversに記載できます。",
        "Where something cannot be addressed at once, an approved waiver with its reason, alternative measure, residual risk and expiry date can be listed under waivers in the policy.",
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
        "うち例外{count}件。",
        " Including {count} under a waiver.",
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
        "Level {level} is: {words}",
    ),
    "gate.state.aim": (
        "現在は{now} → 段階{aim}へ",
        "currently {now} → to level {aim}",
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
        "{domains}は該当なしが3割を超えるか、基本的な対応事項がなく、判定できません",
        "{domains} cannot be evaluated: over 30% not applicable, or no basic practice",
    ),
    "gate.reason.nothing": (
        "算定対象がありません",
        "There is nothing to score",
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
    "gate.reason.out_of_scope": (
        "属性により対象外です",
        "Out of scope by the profile",
    ),
    "gate.reason.informative": (
        "段階のない設問です",
        "The question gives no level",
    ),
    "gate.remedy.nothing": (
        "該当なし・採用しないの回答、属性、又は社内基準のルールを見直してください。",
        "Review the answers marked not applicable or not adopted, the profile, or the policy's rule.",
    ),
    "gate.rule_of_policy": (
        "社内基準の{id}",
        "Policy rule {id}",
    ),
    "gate.rule.condition": (
        "{name}：{words}とき、充足です。",
        "{name}: met when {words}.",
    ),
    "gate.rule.waiver": (
        "例外的な取扱い：{subject}",
        "Waiver: {subject}",
    ),
    "gate.rule.waiver.full": (
        "社内基準で承認された例外です。期限が切れると、社内基準は未充足になります。",
        "An exception approved in the policy. Once it has expired, the policy is not met.",
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
        "見直し期限までに目標の段階に到達させるか、改めて承認を得てください。",
        "Raise the practice to its target by the review date, or have the treatment approved again.",
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
        "{subject}：この例外がなくても結果は変わらないため、削除できます（{expires}まで）。",
        "{subject}: this waiver does not change the result and can be removed (until {expires}).",
    ),
    "gate.waiver.terms": (
        "理由：{reason}。代替措置：{alternative}。残存リスク：{residual_risk}。担当：{owner}、承認：{approver}。",
        " Reason: {reason}. Alternative measure: {alternative}. Residual risk: {residual_risk}. Owner: {owner}; approved by {approver}.",
    ),
    "gate.waiver.management": (
        "基本的な対応事項の例外です。承認者「{approver}」が経営陣の一員かを確認してください。",
        ' It excuses a basic practice: check that the approver "{approver}" is a member of management.',
    ),
    "gate.disclaimer": (
        "自機関の社内基準との照合です。数値は独自算定で、当局の評価や判断ではありません。",
        "This checks answers against the institution's own policy. The figures are computed by the software's own method and are not a supervisory assessment or decision.",
    ),
    "gate.reveals": (
        "次のファイルをアップロードすると、未充足の対応事項の番号と段階、例外的な取扱いの理由と担当者が閲覧可能になります。補足・証跡・該当なし等の理由は含みません。共有先を確認してください：{files}",
        "Once uploaded, these files disclose the numbers and levels of the practices that are not met, and the reasons and owners of waivers. They do not contain notes, evidence or reasons for leaving practices out. Check who will have access: {files}",
    ),
    "gate.reveals_notes": (
        "次のファイルをアップロードすると、未充足の対応事項の段階に加え、補足・証跡・該当なし等の理由の文も閲覧可能になります。共有先を確認してください：{files}",
        "Once uploaded, these files disclose the levels of the practices that are not met, and their notes, evidence and reasons for leaving practices out. Check who will have access: {files}",
    ),
    "gate.kept": (
        "結果を{path}に保存しました。",
        "Result saved to {path}.",
    ),
    "gate.not_kept": (
        "保存済みの結果（{path}）より下がるため、更新していません：{fell}。意図して引き下げる場合は、--accept-lowerに理由を指定してください。",
        "The result is lower than the one saved in {path}, which was not updated: {fell}. To lower it intentionally, give the reason with --accept-lower.",
    ),
    "gate.keep_is_other": (
        "--keepで更新できるのは、--keepで保存した結果だけです。別のファイル名を指定してください。",
        "--keep updates only what --keep has written. Specify another file.",
    ),
    "gate.kept_missing": (
        "点検票にある対応事項が{count}件不足しています（{names}）。バージョン管理から元のファイルを復元するか、`cssa gate 回答 --policy 社内基準 --keep 新しいファイル` で保存し直してください。",
        "{count} practices of the checklist are missing ({names}). Restore the file from version control, or save a new one with `cssa gate ANSWERS --policy POLICY --keep NEWFILE`.",
    ),
    "gate.kept_unknown": (
        "対応事項「{name}」はこの点検票にありません。この行を削除してください。",
        'This checklist has no practice "{name}". Remove this line.',
    ),
    "gate.previous_unknown": (
        "比較できる結果が入っていません。--previousには、回答（YAML、JSON、回答票）、`cssa score --format json` の結果、又は `cssa gate 回答 --policy 社内基準 --keep ファイル` で保存した結果を指定してください。",
        "This file has no result to compare with. With --previous, specify answers (YAML, JSON or a form), the result of `cssa score --format json`, or one saved by `cssa gate ANSWERS --policy POLICY --keep FILE`.",
    ),
    "gate.needs_previous": (
        "ルール「{rule}」には比較する結果が必要です。--previousで指定してください。初回は `--keep FILE` で今回の結果を保存します。",
        'The rule "{rule}" needs a result to compare with. Specify it with --previous; the first time, save one with `--keep FILE`.',
    ),
    "gate.not_comparable": (
        "機関、点検票の構成又は算定方法が異なるため、今回の結果と比較できません。ファイルを確認してください。点検票の版や算定方法を変更した場合は `cssa gate 回答 --policy 社内基準 --keep ファイル --accept-lower 理由` で保存し直してください。",
        "It cannot be compared: the institution, the checklist's structure or the scheme differ. Check the file; after a change of version or scheme, save a new result with `cssa gate ANSWERS --policy POLICY --keep FILE --accept-lower REASON`.",
    ),
    "gate.format_unknown": (
        "「{name}」の形式を判別できません。形式=ファイル名で指定してください（形式：{known}）。",
        'Unknown format of "{name}". Specify FORMAT=FILE (formats: {known}).',
    ),
    "gate.stdout_twice": (
        "標準出力に書き出せるのは1つの形式だけです。",
        "Only one format can go to standard output.",
    ),
    "gate.accept_needs_keep": (
        "--accept-lowerには、保存先の--keep FILEも必要です。",
        "--accept-lower requires --keep FILE, the result to lower.",
    ),
    "gate.reason_empty": (
        "--accept-lowerには理由を指定してください。",
        "Give a reason with --accept-lower.",
    ),
}
