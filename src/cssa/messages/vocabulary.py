"""Messages: terms that every room shares: statuses, tiers, owners, figures."""

MESSAGES = {
    "tier.basic": (
        "基本的な対応事項",
        "Basic practices",
    ),
    "tier.desirable": (
        "対応が望ましい事項",
        "Desirable practices",
    ),
    "status.answered": (
        "回答済み",
        "answered",
    ),
    "status.unanswered": (
        "未回答",
        "unanswered",
    ),
    "status.not_applicable": (
        "該当なし",
        "not applicable",
    ),
    "status.not_adopted": (
        "採用しない（理由あり）",
        "not adopted",
    ),
    "status.out_of_groups": (
        "対象外（選択したグループによる）",
        "out of scope (by groups selected)",
    ),
    "status.out_of_scope": (
        "対象外（属性による）",
        "out of scope (by profile)",
    ),
    "status.not_asked": (
        "回答不要（他の回答による）",
        "not asked (because of another answer)",
    ),
    "status.informative": (
        "参考の設問",
        "for information",
    ),
    "risk.low": (
        "低",
        "low",
    ),
    "risk.medium": (
        "中",
        "medium",
    ),
    "risk.high": (
        "高",
        "high",
    ),
    "basis.answers": (
        "リスク要因による",
        "from the risk factors",
    ),
    "basis.partial": (
        "暫定。主なリスク要因{key_factors}件のうち{stated}件の回答による",
        "provisional, from {stated} of {key_factors} {key_factors:key risk factor|key risk factors}",
    ),
    "basis.override": (
        "自機関の判断による",
        "the institution's own decision",
    ),
    "basis.assumed": (
        "暫定。主なリスク要因がすべて未回答のため、仮に設定したもの",
        "provisional: assumed, as no key risk factor has been answered",
    ),
    "why.priority": (
        "自機関の優先順位",
        "the institution's own priority",
    ),
    "why.severe": (
        "段階{level}以下で影響3（本ソフトウェアの目安）",
        "level {level} or below, with impact 3 (suggested by this software)",
    ),
    "why.impact_1": (
        "影響1（本ソフトウェアの目安）",
        "impact 1 (suggested by this software)",
    ),
    "why.impact_2": (
        "影響2（本ソフトウェアの目安）",
        "impact 2 (suggested by this software)",
    ),
    "why.impact_3": (
        "影響3（本ソフトウェアの目安）",
        "impact 3 (suggested by this software)",
    ),
    "why.threat": (
        "リスク要因に照らして重みの増す脅威",
        "a threat that weighs more given the risk factors",
    ),
    "why.gain": (
        "成熟度への寄与",
        "contributes to the score",
    ),
    "why.effort_s": (
        "工数は小",
        "small effort",
    ),
    "why.effort_m": (
        "工数は中",
        "medium effort",
    ),
    "why.effort_l": (
        "工数は大",
        "large effort",
    ),
    "why.legal": (
        "法令上の義務",
        "legal obligation",
    ),
    "why.accepted": (
        "リスク受容中",
        "risk accepted",
    ),
    "subject.board": (
        "取締役会等",
        "the board",
    ),
    "subject.executives": (
        "経営陣",
        "executive management",
    ),
    "subject.risk": (
        "リスク管理部門",
        "the risk management function",
    ),
    "subject.audit": (
        "内部監査部門",
        "internal audit",
    ),
    "owner.none": (
        "指定なし",
        "none named",
    ),
    "subject.none": (
        "指定なし",
        "none named",
    ),
    "owner.management": (
        "経営企画",
        "corporate planning",
    ),
    "owner.security": (
        "サイバーセキュリティ担当",
        "cybersecurity",
    ),
    "owner.it": (
        "IT",
        "IT",
    ),
    "owner.risk": (
        "リスク管理",
        "risk management",
    ),
    "owner.audit": (
        "内部監査",
        "internal audit",
    ),
    "owner.hr": (
        "人事",
        "human resources",
    ),
    "owner.business": (
        "業務所管",
        "business lines",
    ),
    "owner.facilities": (
        "総務・施設",
        "facilities",
    ),
    "owner.procurement": (
        "外部委託管理",
        "third-party management",
    ),
    "owner.communications": (
        "広報・顧客対応",
        "communications and customer service",
    ),
    "owner.legal": (
        "法務・コンプライアンス",
        "legal and compliance",
    ),
    "trigger.as_needed": (
        "必要に応じて",
        "as needed",
    ),
    "trigger.environment_change": (
        "環境が変化したとき",
        "when circumstances change",
    ),
    "trigger.incident": (
        "インシデントの発生時",
        "when an incident occurs",
    ),
    "trigger.major_change": (
        "重要な変更時",
        "upon a major change",
    ),
    "trigger.major_threat": (
        "重大な脅威の判明時",
        "when a major threat becomes known",
    ),
    "trigger.major_vulnerability": (
        "重大な脆弱性の判明時",
        "when a major vulnerability becomes known",
    ),
    "trigger.new_product": (
        "新しい商品・サービスの導入時",
        "for new products and services",
    ),
    "trigger.release": (
        "リリース前",
        "before release",
    ),
    "trigger.service_change": (
        "サービス仕様の変更時",
        "when a service's specification changes",
    ),
    "trigger.system_change": (
        "システム環境の更新時",
        "when systems are updated",
    ),
    "trigger.contract_start": (
        "取引の開始時",
        "when a business relationship begins",
    ),
    "trigger.contract_end": (
        "取引の終了時",
        "when a business relationship ends",
    ),
    "period.days": (
        "{count}日",
        "{count} {count:day|days}",
    ),
    "period.months": (
        "{count}か月",
        "{count} {count:month|months}",
    ),
    "field.campaign": (
        "実施回",
        "campaign",
    ),
    "field.assessed_on": (
        "点検日",
        "assessment date",
    ),
    "field.institution.size": (
        "規模",
        "size",
    ),
    "field.approval.respondent": (
        "回答の責任者",
        "respondent",
    ),
    "field.approval.second_line": (
        "第2線の確認者",
        "second-line check",
    ),
    "field.approval.reported_to_board": (
        "取締役会等への報告日",
        "date of the report to the board",
    ),
    "field.approval.content": (
        "承認された内容の記録",
        "record of what was approved",
    ),
    "field.reported_to_board": (
        "取締役会等への報告日",
        "date of the report to the board",
    ),
    "field.last_done": (
        "直近の実施日",
        "date last done",
    ),
    "field.evidence.date": (
        "証跡の日付",
        "date of evidence",
    ),
    "field.review.on": (
        "評価した日",
        "date of the review",
    ),
    "field.treatment.approved_on": (
        "承認日",
        "approval date",
    ),
    "figure.none": (
        "算定対象なし",
        "nothing to score",
    ),
    "figure.chosen": (
        "回答：{answer}",
        "answer: {answer}",
    ),
    "figure.level_unanswered": (
        "未回答あり（算定不可）",
        "not determined (unanswered practices)",
    ),
    "figure.level_unanswered.short": (
        "未回答あり",
        "unanswered",
    ),
    "figure.accepted": (
        "うちリスク受容{count}件",
        "{count} with accepted risk",
    ),
    "figure.provisional": (
        "暫定：未回答の対応事項又は確認待ちの回答があります",
        "Provisional: some practices are unanswered or their answers await confirmation",
    ),
    "figure.range": (
        "{low}～{high}",
        "{low}–{high}",
    ),
    "figure.unrateable": (
        "判定外（該当する基本的な対応事項が不足）",
        "not rateable (too few basic practices apply)",
    ),
    "origin.shipped": (
        "同梱",
        "shipped",
    ),
    "origin.user": (
        "自作",
        "user-defined",
    ),
    "origin.given": (
        "指定",
        "specified",
    ),
    "handling": (
        "取扱注意",
        "Restricted",
    ),
    "handling.marked": (
        "取扱注意・{marking}",
        "Restricted · {marking}",
    ),
    "handling.use": (
        "利用目的",
        "Purpose of use",
    ),
    "handling.sharing": (
        "回答の共有先",
        "Answers shared with",
    ),
    "handling.retain_until": (
        "保存期限",
        "Retained until",
    ),
    "disclaimer.1": (
        "本書の数値は、ソフトウェア cssa が独自の方法で算定したものです。金融庁・日本銀行・金融情報システムセンターのサイバーセキュリティセルフアセスメント（CSSA）の点検票、結果又は評点ではありません。",
        "The figures in this document are computed by the cssa software using its own method. They are not the check sheet, result or score of the Cyber Security Self-Assessment (CSSA) of the FSA, the Bank of Japan and FISC.",
    ),
    "disclaimer.2": (
        "ガイドラインは、いずれの対応事項も一律の対応を求めるものではありません。段階・目標・平均は最低基準ではなく、高い数値は法令等への適合や安全性を保証しません。形式的な充足ではなく、自らのリスク評価に基づく優先順位付けに用いてください。",
        "The Guidelines do not require uniform implementation of any item. Levels, targets and averages are not minimum standards, and a high figure does not guarantee compliance or security. Use them to set priorities from your own risk assessment, not as a box-ticking exercise.",
    ),
    "checklist.disclaimer": (
        "段階・目標・平均は、点検票「{title}」の作成者による判断ではなく、最低基準でもありません。高い数値であっても、対応が十分とは限りません。自らのリスク評価に基づく優先順位付けに用いてください。",
        "Levels, targets and averages are not a judgement by the author of this checklist ({title}), and not minimum standards; a high figure does not mean that measures are sufficient. Use them to set priorities from your own risk assessment.",
    ),
    "disclaimer.3": (
        "自己申告の集計であり、検査・考査・監督上の評価や判断を示すものではありません。",
        "These are aggregated self-reported answers, not the result of an inspection or examination, and no supervisory assessment or decision.",
    ),
    "disclaimer.4": (
        "比較対象の値は回答先の分布です（nは各値に付記）。中央値以上でも十分とは限らず、少数の区分は秘匿しています。",
        "Peer figures are distributions over the respondents (n is given beside each). Being at or above the median does not mean that measures are sufficient; small groups are withheld.",
    ),
    "disclaimer.5": (
        "取扱注意：弱点情報を含みます。経営陣及び業務上必要な者に限り共有してください。",
        "Restricted: contains information on weaknesses. Share only with management and those who need it.",
    ),
    "performer.own": (
        "自機関",
        "Own institution",
    ),
    "performer.own.read": (
        "自機関|自社|自行|自金庫|当庫|当行|当社|自ら",
        "Own|Ourselves|In house|In-house",
    ),
    "performer.head_office": (
        "本店・本社",
        "Head office",
    ),
    "performer.head_office.read": (
        "本店|本社|本部",
        "Headquarters",
    ),
    "performer.group": (
        "グループ会社",
        "Group company",
    ),
    "performer.group.read": (
        "グループ|親会社|持株会社|子会社",
        "Group|Parent|Parent company|Holding company",
    ),
    "performer.shared_centre": (
        "共同センター",
        "Shared centre",
    ),
    "performer.shared_centre.read": (
        "共同利用センター|システム共同センター|共同",
        "Shared center",
    ),
    "performer.vendor": (
        "委託先",
        "Service provider",
    ),
    "performer.vendor.read": (
        "外部委託先|外部委託|ベンダー|業者",
        "Provider|Outsourced",
    ),
    "performer.unstated": (
        "記載なし",
        "Not stated",
    ),
}
