"""Messages of the handover: what the next person in charge has to see to."""

MESSAGES = {
    "handover.title": (
        "引継書",
        "Handover",
    ),
    "handover.written": (
        "引継書を作成しました：{path}",
        "Wrote the handover to {path}",
    ),
    "opt.report.handover": (
        "報告書の代わりに、後任者への引継書を作成します。完了していない改善計画、期限のある承認、確認・回答が残るもの、更新が必要な証跡、判断を待つ事項を示します。",
        "Write a handover for a successor in place of the report: open plans, approvals that run out, what is still to be confirmed or answered, evidence to renew, and decisions pending.",
    ),
    "opt.report.policy": (
        "引継書に例外的な取扱いの期限を示す社内基準（ファイル又はID）。",
        "Policy (file or ID) whose waivers are shown in the handover with their expiry dates.",
    ),
    "handover.policy_alone": (
        "--policyは、--handoverとともに指定してください。社内基準との照合は`cssa gate`で行います。",
        "Specify --policy together with --handover. To check answers against a policy, use `cssa gate`.",
    ),
    "handover.not_with": (
        "--handoverと{option}は、同時に指定できません。引継書は、報告書とは別のファイルに作成してください。",
        "--handover and {option} cannot be combined. Write the handover and the report to separate files.",
    ),
    "handover.suffix": (
        "引継書のファイルの拡張子は、{known}のいずれかにしてください。",
        "Specify a file for the handover with one of these extensions: {known}.",
    ),
    "handover.people": (
        "点検日：{assessed_on}、回答の責任者：{respondent}、第2線の確認者：{second_line}、取締役会等への報告日：{reported_on}",
        "Assessment date: {assessed_on}; respondent: {respondent}; second-line check: {second_line}; reported to the board: {reported_on}",
    ),
    "handover.none": (
        "該当するものはありません。",
        "None.",
    ),
    "handover.h.counts": (
        "引き継ぐもの",
        "What is handed over",
    ),
    "handover.h.decide": (
        "判断を待つ事項",
        "Decisions pending",
    ),
    "handover.h.plans": (
        "完了していない改善計画（期日順）、完了後も目標を下回るもの",
        "Open plans, by due date, then those done with the level still below target",
    ),
    "handover.h.limits": (
        "期限のある承認（リスク受容・代替措置・例外的な取扱い）",
        "Approvals that run out: accepted risks, alternative measures and waivers",
    ),
    "handover.h.lines": (
        "第2線・第3線が低く評価したもの（その後に変更した回答を除く）",
        "Rated lower by line 2 or 3, except answers changed since",
    ),
    "handover.h.work": (
        "計画・確認・回答が残るもの（部署別）",
        "Still to be planned, confirmed or answered, by department",
    ),
    "handover.h.doubts": (
        "引き継いだ回答のうち、設問の違いにより見直すもの",
        "Carried-over answers to reconsider, as the questions differ",
    ),
    "handover.h.evidence": (
        "更新が必要な証跡（古い順）",
        "Evidence to renew, oldest first",
    ),
    "handover.count.decisions": (
        "判断を待つ事項",
        "Decisions pending",
    ),
    "handover.count.plans": (
        "改善計画（完了していないもの、完了後も目標を下回るもの）",
        "Plans open, or done with the level still below target",
    ),
    "handover.count.limits": (
        "期限のある承認",
        "Approvals that run out",
    ),
    "handover.count.reviews": (
        "第2線・第3線が低く評価したもの",
        "Rated lower by line 2 or 3",
    ),
    "handover.count.unplanned": (
        "計画のない、目標を下回るもの",
        "Below target without a plan",
    ),
    "handover.count.unconfirmed": (
        "確認待ちの回答",
        "Answers to be confirmed",
    ),
    "handover.count.unanswered": (
        "未回答",
        "Unanswered",
    ),
    "handover.count.evidence": (
        "更新が必要な証跡",
        "Evidence to renew",
    ),
    "handover.count.overdue": (
        "うち{count}件（期日超過）",
        "{count} overdue",
    ),
    "handover.count.pressing": (
        "うち{count}件（期限切れ、間近、無効）",
        "{count} expired, expiring soon or not valid",
    ),
    "handover.count.doubtful": (
        "うち{count}件（設問の違いにより見直すもの）",
        "{count} to reconsider, as the questions differ",
    ),
    "handover.column.pressing": (
        "急ぐもの",
        "Pressing",
    ),
    "handover.column.until": (
        "期限",
        "Until",
    ),
    "handover.column.kind": (
        "種類",
        "Kind",
    ),
    "handover.column.terms": (
        "内容",
        "Terms",
    ),
    "handover.column.department": (
        "部署",
        "Department",
    ),
    "handover.column.newest": (
        "最も新しい証跡の日付",
        "Newest evidence",
    ),
    "handover.column.every": (
        "原典の頻度",
        "Frequency stated in the source",
    ),
    "handover.work.note": (
        "部署は、点検票が示す主に回答する部署です。番号は対応事項の番号です。",
        "Departments are those that usually answer, as the checklist states. Numbers are those of practices.",
    ),
    "handover.waiver": (
        "例外的な取扱い",
        "Waiver",
    ),
    "handover.waiver.terms": (
        "理由：{reason} ／ 代替措置：{alternative} ／ 残存リスク：{residual_risk} ／ 担当：{owner}",
        "Reason: {reason} / Alternative measure: {alternative} / Residual risk: {residual_risk} / Owner: {owner}",
    ),
    "handover.waiver.expired": (
        "期限切れ",
        "expired",
    ),
    "handover.waiver.expiring": (
        "期限が間近",
        "expires soon",
    ),
    "handover.waiver.valid": (
        "有効",
        "in force",
    ),
    "handover.policy": (
        "例外的な取扱いは、社内基準{policy}によります。",
        "Waivers are those of the policy {policy}.",
    ),
    "handover.no_policy": (
        "社内基準の例外的な取扱いは含みません。",
        "Waivers of a policy are not included.",
    ),
}
