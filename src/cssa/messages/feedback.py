"""Messages: comparison with a group and the feedback report."""

MESSAGES = {
    "peers.group.all": (
        "全機関",
        "All institutions",
    ),
    "peers.group.band": (
        "{sector}（{measure}{band}）",
        "{sector} ({measure}: {band})",
    ),
    "peers.group.shared": (
        "{sector}（共同システム利用）",
        "{sector} (shared core system)",
    ),
    "peers.group.own": (
        "{sector}（自営システム）",
        "{sector} (own core system)",
    ),
    "peers.rules.min_group": (
        "{coalition}先が互いの回答を知り得るとき、区分の値を示せるのは{least}先からです（今の値：{found}）。",
        "With --coalition {coalition}, a group needs at least {least} institutions (now {found}).",
    ),
    "peers.rules.coalition": (
        "自らの回答を知る機関は1先以上です（今の値：{found}）。",
        "At least one institution knows its own answers (now {found}).",
    ),
    "peers.rules.floor": (
        "回答した割合は0以上1以下で指定してください（今の値：{found}）。",
        "The share of practices answered lies between 0 and 1 (now {found}).",
    ),
    "peers.withheld.too_few": (
        "値のある機関が少ない",
        "Too few institutions have a value",
    ),
    "peers.withheld.known_answers": (
        "複数の機関の回答を知る者がいて、それらを除くと残りが少ない、又は値がそろっている",
        "Without the institutions whose answers one party has seen, too few are left or their values are too alike",
    ),
    "peers.withheld.follows": (
        "この値を構成する値を、同じ区分では公表していない、又は値のある機関が異なる",
        "The figures that it is computed from are not published of the same groups, or not of the same institutions",
    ),
    "peers.withheld.concentrated": (
        "値がそろっていて、自らの値から他の機関の値が分かる",
        "The values are so alike that knowing one's own discloses the others'",
    ),
    "peers.withheld.complement": (
        "広い区分との差から、少数の機関の値が分かる",
        "The difference to a wider group would disclose the values of a few institutions",
    ),
    "peers.withheld.beside_concentrated": (
        "並ぶ区分の値がそろっていて、この区分だけを示すとそれが分かる",
        "The values of a neighbouring group are so alike that publishing only this one would disclose them",
    ),
    "peers.withheld.parent_withdrawn": (
        "これを含む広い区分の値を示していない",
        "The wider group that it is part of is withheld",
    ),
    "peers.withheld.divided": (
        "両年度で示せる区分のどれにも、加わった機関か抜けた機関がある",
        "Every group published in both campaigns was joined or left by an institution",
    ),
    "peers.withheld.withdrawn": (
        "誤りのため取下げ",
        "Withdrawn, as it was found wrong",
    ),
    "feedback.title": (
        "サイバーセキュリティ自己点検 還元資料",
        "Cybersecurity self-assessment - feedback report",
    ),
    "feedback.mark.in_progress": (
        "集計途中",
        "Collection in progress",
    ),
    "feedback.mark.in_progress.note": (
        "自機関の値だけを示しています。比較対象の値は、集計結果の公表後に作り直した還元資料で示します。",
        "This document shows the institution's own figures only. Figures of its comparison group follow in the feedback report that is made once the results are published.",
    ),
    "feedback.mark.corrected": (
        "還元後の訂正 第{edition}版",
        "Corrected after publication, edition {edition}",
    ),
    "feedback.mark.corrected.note": (
        "公表した集計結果には、この訂正は含まれていません。公表した値は変わりません。",
        "The published figures do not contain this correction, and they do not change.",
    ),
    "feedback.mark.late": (
        "還元後の提出 第{edition}版",
        "Submitted after publication, edition {edition}",
    ),
    "feedback.mark.late.note": (
        "公表した集計結果には、この回答は含まれていません。公表した値は変わりません。",
        "The published figures do not contain these answers, and they do not change.",
    ),
    "feedback.compared": (
        "比較対象",
        "Compared with",
    ),
    "feedback.group": (
        "{title}、n＝{n}",
        "{title}, n = {n}",
    ),
    "feedback.n": (
        "n＝{n}",
        "n = {n}",
    ),
    "feedback.no_group": (
        "示せる比較対象はありません。",
        "no group whose figures can be published",
    ),
    "feedback.narrower_withheld": (
        "「{title}」の値は示していないため、より広い区分と比べています。",
        "Figures of “{title}” are withheld; a wider group is shown instead.",
    ),
    "feedback.narrower_withheld_both": (
        "「{first}」と「{second}」の値は示していないため、より広い区分と比べています。",
        "Figures of “{first}” and “{second}” are withheld; a wider group is shown instead.",
    ),
    "feedback.other_campaign": (
        "比較対象は実施年度{peers}の値です。この回答票の実施年度は{own}です。",
        "The group's figures are those of campaign {peers}. These answers belong to campaign {own}.",
    ),
    "feedback.median": (
        "中央値",
        "Median",
    ),
    "feedback.median_at": (
        "比較対象の中央値：段階{level}（{of}）",
        "group median: level {level} ({of})",
    ),
    "feedback.mean": (
        "平均",
        "Mean",
    ),
    "feedback.band": (
        "四分位",
        "Quartiles",
    ),
    "feedback.own": (
        "自機関：",
        "Own:",
    ),
    "feedback.higher": (
        "より高い機関：",
        "at a higher level:",
    ),
    "feedback.early": (
        "段階0から2の機関：",
        "At level 0 to 2:",
    ),
    "feedback.share": (
        "{share}％",
        "{share}%",
    ),
    "feedback.share_most": (
        "{share}％以上",
        "{share}% or more",
    ),
    "feedback.share_of": (
        "{name} {share}",
        "{name} {share}",
    ),
    "feedback.not_told": (
        "比較対象の値は示していません",
        "the group's figure is withheld",
    ),
    "feedback.wider_sign": (
        "＊",
        "*",
    ),
    "feedback.wider": (
        "＊は、より広い区分の値です。",
        "* of a wider group.",
    ),
    "feedback.column.median": (
        "中央値・四分位",
        "Median, quartiles",
    ),
    "feedback.column.percentile": (
        "百分位の範囲",
        "Percentile, as a range",
    ),
    "feedback.column.standard": (
        "偏差値",
        "Standard score",
    ),
    "feedback.domains.note": (
        "中央値と四分位は比較対象の値です。四分位は、中ほどの半数の機関が入る範囲です。",
        "Median and quartiles are the group's. The middle half of its institutions lies between the quartiles.",
    ),
    "feedback.median_higher": (
        "中央値の方が{difference}高い値です。",
        "The median is higher by {difference}.",
    ),
    "feedback.median_lower": (
        "自機関の方が{difference}高い値です。",
        "The own figure is higher by {difference}.",
    ),
    "feedback.median_same": (
        "中央値と同じ値です。",
        "The median is the same.",
    ),
    "feedback.below_mean": (
        "段階{level}に達していない基本的な対応事項は{own}件です。比較対象の平均は{mean}件です（{of}）。",
        "Basic practices below level {level}: {own}. Mean of the group: {mean} ({of}).",
    ),
    "feedback.below_median": (
        "段階{level}に達していない基本的な対応事項は{own}件です。比較対象の中央値は{median}件です（{of}）。",
        "Basic practices below level {level}: {own}. Median of the group: {median} ({of}).",
    ),
    "feedback.below_band": (
        "段階{level}に達していない基本的な対応事項は{own}件です。比較対象の中央値は{median}件、四分位は{q1}～{q3}件です（{of}）。",
        "Basic practices below level {level}: {own}. Median of the group: {median}, quartiles {q1} to {q3} ({of}).",
    ),
    "feedback.h.lags": (
        "比較対象の中央値との差が大きい対応事項",
        "Practices furthest from the group's median",
    ),
    "feedback.key.left_out": (
        "該当なし・見送り",
        "Not applicable, not adopted",
    ),
    "feedback.key.own": (
        "自機関の段階",
        "Own level",
    ),
    "feedback.spread.note": (
        "横軸は成熟度（0から5）です。回答先が少ない区分では、示せるものだけを描いています。",
        "The axis is maturity, 0 to 5. For small groups only what can be published is drawn.",
    ),
    "feedback.mark.own": (
        "自機関の成熟度",
        "Own maturity",
    ),
    "feedback.mark.target": (
        "目標",
        "Target",
    ),
    "feedback.mark.median": (
        "中央値",
        "Median",
    ),
    "feedback.mark.band": (
        "四分位",
        "Quartiles",
    ),
    "feedback.mark.whiskers": (
        "10～90パーセンタイル",
        "10th to 90th percentile",
    ),
    "feedback.mark.mean_alone": (
        "平均（中央値を示せないとき）",
        "Mean (where the median is withheld)",
    ),
    "feedback.trailing.note": (
        "{count}件を、段階の差が大きい順に並べています。帯は比較対象の段階ごとの割合（％）です。比較対象の段階は目標ではなく、自らのリスク評価に照らして取り組むかどうかを決めてください。",
        "{count} in all, the largest difference first. Bars show the group's share per level (%). The group's level is no target: decide from your own risk assessment what to work on.",
    ),
    "feedback.trailing.none": (
        "比較対象の中央値の段階の方が高い対応事項はありません。",
        "The group's median level is higher on no practice.",
    ),
    "feedback.widespread.note": (
        "多くの機関に共通する課題です。割合の大きい順に示しています。",
        "What many institutions have in common, the largest share first.",
    ),
    "feedback.widespread.none": (
        "比較対象の半数以上が段階2以下の対応事項はありません。",
        "On no practice is half of the group at level 2 or below.",
    ),
    "feedback.withheld.nothing": (
        "最も狭い区分の値をすべて示しています。",
        "No figure of the narrowest group is withheld.",
    ),
    "feedback.withheld.group": (
        "「{title}」の領域ごとと全体の値は示していません。",
        "“{title}”: overall and domain figures are withheld.",
    ),
    "feedback.withheld.wider": (
        "{name}：より広い区分（{title}）の値を示しています。",
        "{name}: shown for a wider group ({title}).",
    ),
    "feedback.withheld.missing": (
        "{name}：比較対象の値を示していません。",
        "{name}: withheld for every group.",
    ),
    "feedback.withheld.practices_wider": (
        "対応事項{count}件：より広い区分の割合を示しています。",
        "Practices whose shares are shown for a wider group: {count}.",
    ),
    "feedback.withheld.practices_missing": (
        "対応事項{count}件：比較対象の割合を示していません。",
        "Practices whose shares are withheld for every group: {count}.",
    ),
    "feedback.withheld.reason": (
        "個々の機関の回答を推し量れないように、回答先が少ない、回答が一つの段階に集まっている、ほかの公表値との差から分かるなどの値は示しません。どの値がどの理由によるかは、それ自体が手がかりになるため示しません。",
        "So that no single institution's answers can be worked out, a figure is withheld where few have answered, where answers gather at one level, or where the difference to other published figures would give it away. Which reason applies to which figure is not published either, since that would be a clue in itself.",
    ),
    "feedback.percentile.note": (
        "百分位の範囲：自機関より低い値の機関は少なくとも左の割合、自機関以下の値の機関は多くとも右の割合です。公表された値だけから求めるため、幅があります。",
        "Percentile, as a range: at least the left share of institutions is strictly below the own figure, at most the right share is at or below it. It comes from published figures alone, hence its width.",
    ),
    "feedback.standard.note": (
        "偏差値：平均との差を標準偏差で割り、50を中心に直した数です（回答先30機関以上のときだけ示します）。回答先の値が近いほど、わずかな差で大きく動きます。目標に用いたり、これだけで判断したりしないでください。",
        "Standard score: the difference to the mean divided by the standard deviation, centred on 50; given from 30 institutions on. The closer together the group lies, the more a small difference moves it. Do not use it as a target, or decide on it alone.",
    ),
    "feedback.method.groups": (
        "比較対象は、実施年度{campaign}に同じ点検票へ回答し、回答率が{floor}以上の機関です。自機関を含むことがあります。区分は、業態と、その中の規模又は基幹システムの形態によります。値ごとに、示せる最も狭い区分と比べています。",
        "The group is made up of institutions that answered the same checklist in campaign {campaign} and answered {floor} of it or more; this institution may be among them. Groups follow the sub-sector and, within it, size or the kind of core system. Each figure is compared with the narrowest group that can be published.",
    ),
    "feedback.method.groups_unnamed": (
        "比較対象は、同じ点検票へ回答し、回答率が{floor}以上の機関です。自機関を含むことがあります。区分は、業態と、その中の規模又は基幹システムの形態によります。値ごとに、示せる最も狭い区分と比べています。",
        "The group is made up of institutions that answered the same checklist and answered {floor} of it or more; this institution may be among them. Groups follow the sub-sector and, within it, size or the kind of core system. Each figure is compared with the narrowest group that can be published.",
    ),
    "feedback.method.figures": (
        "平均・中央値・四分位は小数第1位、割合は1％単位に四捨五入した公表値です。割合の合計は100％にならないことがあります。差は、表示した値どうしの差です。目標は機関ごとに異なるため、比べません。",
        "Means, medians and quartiles are published with one decimal, shares in whole per cent; shares may not sum to 100. Differences are those of the figures as shown. Targets differ from one institution to another and are not compared.",
    ),
    "feedback.method.practices": (
        "対応事項の中央値の段階は、段階で答えた機関の割合から求めています。自機関の未回答は0として比べ、該当なし・見送り・設問対象外は比べません。",
        "A practice's median level comes from the shares of institutions that gave a level. An own unanswered practice is compared as 0; what is not applicable, not adopted or out of scope is not compared.",
    ),
    "feedback.method.withheld": (
        "{least}機関に満たない区分の値と、ほかの値との差から少数の機関の値が分かるものは示しません。中央値と割合は10機関、四分位は20機関、偏差値は30機関から示します。",
        "Figures of groups with fewer than {least} institutions are withheld, and so are those whose difference from others would reveal a few. Medians and shares are published for 10 institutions or more, quartiles for 20, standard scores for 30.",
    ),
    "feedback.disclaimer": (
        "比較対象の値は回答先（n＝{n}）の分布です。中央値以上でも十分とは限らず、少数の区分は秘匿しています。",
        "Peer figures are distributions over respondents (n = {n}). At or above the median does not mean sufficient; small groups are suppressed.",
    ),
    "feedback.sheet.group": (
        "区分",
        "Group",
    ),
    "feedback.sheet.median_level": (
        "中央値の段階",
        "Median level",
    ),
    "feedback.sheet.lag": (
        "段階の差",
        "Levels apart",
    ),
    "feedback.sheet.higher": (
        "より高い段階（％）",
        "At a higher level (%)",
    ),
    "feedback.sheet.share": (
        "{name}（％）",
        "{name} (%)",
    ),
    "feedback.sheet.difference": (
        "中央値－成熟度",
        "Median less maturity",
    ),
    "feedback.template": (
        "--templateと--peersは同時に使えません。どちらかを外してください。",
        "--template and --peers do not go together. Leave one of them out.",
    ),
    "peers.other_checklist": (
        "比較対象の値は別の点検票（{then}）のものです。{now}の値を指定してください。",
        "The peer figures belong to another checklist ({then}). Name those of {now}.",
    ),
    "peers.other_edition": (
        "比較対象の値は、設問の構成が異なる{then}のものです。同じ構成の点検票で公表された値を指定してください。",
        "The peer figures belong to {then} with other questions. Name figures published on the same questions.",
    ),
    "peers.other_scheme": (
        "比較対象の値は別の算定方法（{then}）によるものです。{now}による値を指定するか、--schemeで{then}を指定してください。",
        "The peer figures were made by another scheme ({then}). Name figures made by {now}, or score by {then} with --scheme.",
    ),
    "peers.withdraw.no_group": (
        "区分「{group}」の値は公表されていません。公表されている区分：{known}。",
        "No figure of the group {group} is published. Groups with published figures: {known}.",
    ),
    "peers.withdraw.no_figure": (
        "区分「{group}」の「{figure}」は公表されていません。overall、below_in_place、又は領域・節・対応事項の番号を、public/peers.jsonのとおりに書いてください。",
        "{figure} is not published of the group {group}. Write overall, below_in_place, or the id of a domain, section or practice, as in public/peers.json.",
    ),
}
