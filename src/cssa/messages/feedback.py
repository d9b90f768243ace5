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
        "--coalitionが{coalition}のとき、--min-groupは{least}以上で指定してください（現在の値：{found}）。",
        "With --coalition {coalition}, --min-group must be at least {least} (found {found}).",
    ),
    "peers.rules.coalition": (
        "--coalitionは1以上で指定してください。どの機関も自機関の回答を知っているためです（現在の値：{found}）。",
        "--coalition must be at least 1: every institution knows its own answers (found {found}).",
    ),
    "peers.rules.floor": (
        "回答率の下限は0以上1以下で指定してください（現在の値：{found}）。",
        "The minimum share of practices answered must be between 0 and 1 (found {found}).",
    ),
    "peers.withheld.too_few": (
        "値のある機関が少ない（該当なし・採用しないは数えない）",
        "Too few institutions have a value (not applicable and not adopted do not count)",
    ),
    "peers.withheld.known_answers": (
        "複数の機関の回答を知る者がいて、それらを除くと残りが少ない、又は値が近接している",
        "Excluding institutions whose answers one party knows, too few are left or their values are too alike",
    ),
    "peers.withheld.follows": (
        "この値を構成する値を、同じ集計区分では公表していない、又は値のある機関が異なる",
        "The figures it is computed from are not published for the same groups, or not for the same institutions",
    ),
    "peers.withheld.concentrated": (
        "値が近接しており、自機関の値から他機関の値が推定される",
        "The values are so alike that an institution could infer those of others from its own",
    ),
    "peers.withheld.complement": (
        "広い集計区分との差から、少数の機関の値が推定される",
        "The difference from a wider group would disclose the values of a few institutions",
    ),
    "peers.withheld.beside_concentrated": (
        "並ぶ集計区分の値が近接しており、この集計区分だけを公表するとその値が推定される",
        "The values of a neighbouring group are so alike that publishing only this group would disclose them",
    ),
    "peers.withheld.parent_withdrawn": (
        "これを含む広い集計区分の値を秘匿している",
        "The wider group that contains it is withheld",
    ),
    "peers.withheld.divided": (
        "前回と今回の両方で公表できる集計区分のいずれにも、加わった機関又は抜けた機関がある",
        "Every group that could be published in both campaigns has had an institution join or leave",
    ),
    "peers.withheld.withdrawn": (
        "誤りのため、又は誤りのあった値が推定されるため取下げ",
        "Withdrawn because it was wrong, or because it would disclose a figure that was wrong",
    ),
    "peers.method.domains": (
        "領域の値は、その領域の回答率が{floor}%以上の機関だけのものです。このため、機関数が全体より少ないことがあります。",
        "Figures of a domain cover only institutions that have answered at least {floor}% of it, so they may be of fewer institutions than the overall figures.",
    ),
    "peers.method.one_domain": (
        "成熟度（独自算定）の値は、回答率が{floor}%以上の機関だけのものです。このため、機関数が、集計した機関の数より少ないことがあります。",
        "Figures of maturity (own method) cover only institutions that have answered at least {floor}% of the checklist, so they may be of fewer institutions than those included.",
    ),
    "feedback.title": (
        "サイバーセキュリティ自己点検 還元資料",
        "Cybersecurity self-assessment: feedback report",
    ),
    "feedback.mark.in_progress": (
        "集計途中",
        "Collection in progress",
    ),
    "feedback.mark.in_progress.note": (
        "自機関の値だけを示しています。比較対象の値は、集計結果の公表後に作成し直した還元資料で示します。",
        "This document shows the institution's own figures only. Peer figures will follow in the feedback report produced once the results are published.",
    ),
    "feedback.mark.corrected": (
        "還元後の訂正 第{edition}版",
        "Corrected after publication, edition {edition}",
    ),
    "feedback.mark.corrected.note": (
        "公表した集計結果には、この訂正は含まれていません。公表した値は変わりません。",
        "The published figures do not include this correction, and they do not change.",
    ),
    "feedback.mark.late": (
        "還元後の提出 第{edition}版",
        "Submitted after publication, edition {edition}",
    ),
    "feedback.mark.late.note": (
        "公表した集計結果には、この回答は含まれていません。公表した値は変わりません。",
        "The published figures do not include these answers, and they do not change.",
    ),
    "feedback.compared": (
        "比較対象",
        "Peer group",
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
        "公表できる比較対象はありません。",
        "none whose figures can be published",
    ),
    "feedback.narrower_withheld.one": (
        "「{first}」の値は秘匿しているため、より広い集計区分と比較しています。",
        'Figures for "{first}" are withheld; a wider group is shown instead.',
    ),
    "feedback.narrower_withheld.two": (
        "「{first}」と「{second}」の値は秘匿しているため、より広い集計区分と比較しています。",
        'Figures for "{first}" and "{second}" are withheld; a wider group is shown instead.',
    ),
    "feedback.narrower_withheld.three": (
        "「{first}」「{second}」「{third}」の値は秘匿しているため、より広い集計区分と比較しています。",
        'Figures for "{first}", "{second}" and "{third}" are withheld; a wider group is shown instead.',
    ),
    "feedback.other_campaign": (
        "比較対象の値は、実施回{peers}のものです。この回答の実施回は{own}です。",
        "The peer figures are those of campaign {peers}. These answers belong to campaign {own}.",
    ),
    "feedback.median": (
        "中央値",
        "Median",
    ),
    "feedback.median_at": (
        "比較対象の中央値：段階{level}（{of}）",
        "peer median: level {level} ({of})",
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
        "Institution:",
    ),
    "feedback.higher": (
        "比較対象のうち、自機関より段階が高い機関の割合：",
        "share of the peer group at a higher level than this institution:",
    ),
    "feedback.early": (
        "段階{level}に達していない機関：",
        "Below level {level}:",
    ),
    "feedback.share": (
        "{share}%",
        "{share}%",
    ),
    "feedback.share_most": (
        "{share}%以上",
        "{share}% or more",
    ),
    "feedback.share_of": (
        "{name} {share}",
        "{name} {share}",
    ),
    "feedback.not_told": (
        "比較対象の値は秘匿しています",
        "the peer figure is withheld",
    ),
    "feedback.nobody": (
        "比較対象の値はありません",
        "there is no peer figure",
    ),
    "feedback.wider_sign": (
        "＊",
        "*",
    ),
    "feedback.wider": (
        "＊は、より広い集計区分の値です。",
        "* Figure of a wider group.",
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
        "中央値と四分位は比較対象の値です。四分位は、中央の約半数の機関が入る範囲で、20機関以上の場合だけ示します。",
        "Median and quartiles are those of the peer group. About half of its institutions lie between the quartiles, which are given for 20 institutions or more.",
    ),
    "feedback.median_higher": (
        "中央値の方が{difference}高い値です。",
        "The median is {difference} higher.",
    ),
    "feedback.median_lower": (
        "自機関の方が{difference}高い値です。",
        "The institution's figure is {difference} higher.",
    ),
    "feedback.median_same": (
        "中央値と同じ値です。",
        "The median is the same.",
    ),
    "feedback.below_mean": (
        "段階{level}に達していない基本的な対応事項は{own}件です。比較対象の平均は{mean}件です（{of}）。",
        "Basic practices below level {level}: {own}. Peer mean: {mean} ({of}).",
    ),
    "feedback.below_median": (
        "段階{level}に達していない基本的な対応事項は{own}件です。比較対象の中央値は{median}件です（{of}）。",
        "Basic practices below level {level}: {own}. Peer median: {median} ({of}).",
    ),
    "feedback.below_band": (
        "段階{level}に達していない基本的な対応事項は{own}件です。比較対象の中央値は{median}件、四分位は{q1}～{q3}件です（{of}）。",
        "Basic practices below level {level}: {own}. Peer median: {median}, quartiles {q1} to {q3} ({of}).",
    ),
    "feedback.h.lags": (
        "比較対象の中央値を下回る幅が大きい対応事項",
        "Practices furthest below the peer median",
    ),
    "feedback.key.left_out": (
        "該当なし・採用しない",
        "Not applicable / not adopted",
    ),
    "feedback.key.own": (
        "自機関の段階",
        "Institution's level",
    ),
    "feedback.spread.note": (
        "横軸は成熟度（{lowest}から{highest}）です。回答先が少ない集計区分では、公表できるものだけを描いています。",
        "The axis is maturity, {lowest} to {highest}. For small groups only what can be published is shown.",
    ),
    "feedback.mark.own": (
        "自機関の成熟度",
        "Institution's maturity",
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
        "10%点から90%点",
        "10th to 90th percentile",
    ),
    "feedback.mark.mean_alone": (
        "平均（中央値を公表できない場合）",
        "Mean (where the median is withheld)",
    ),
    "feedback.trailing.note": (
        "{count}件を、段階の差が大きい順に並べています。段階ごとの数値は、比較対象に占める割合（%）です。比較対象の段階は目標ではありません。取り組むかどうかは、自らのリスク評価に照らして決めてください。",
        "{count} in total, the largest difference first. The figures by level are shares of the peer group (%). Peer levels are not targets: decide from your own risk assessment what to work on.",
    ),
    "feedback.trailing.none": (
        "公表している値の範囲では、比較対象の中央値の段階の方が高い対応事項はありません。",
        "In the published figures, there is no practice where the peer group's median level is higher.",
    ),
    "feedback.widespread.note": (
        "多くの機関で実施に至っていない対応事項です。割合の大きいものから順に、最大{most}件を示しています。",
        "Practices that many institutions do not have in place: at most {most}, the largest shares first.",
    ),
    "feedback.widespread.none": (
        "公表している値の範囲では、比較対象の半数以上で実施に至っていない対応事項はありません。",
        "In the published figures, there is no practice that half or more of the peer group does not have in place.",
    ),
    "feedback.withheld.nothing": (
        "最も狭い集計区分の値をすべて示しています。",
        "No figure of the narrowest group is withheld.",
    ),
    "feedback.withheld.group": (
        "「{title}」の領域ごとの値と全体の値は秘匿しています。",
        '"{title}": overall and domain figures are withheld.',
    ),
    "feedback.withheld.group_all": (
        "「{title}」の値は秘匿しています。",
        '"{title}": all figures are withheld.',
    ),
    "feedback.withheld.wider": (
        "{name}：より広い集計区分（{title}）の値を示しています。",
        "{name}: shown for a wider group ({title}).",
    ),
    "feedback.withheld.missing": (
        "{name}：比較対象の値を秘匿しています。",
        "{name}: withheld for every group.",
    ),
    "feedback.withheld.below": (
        "段階{level}に達していない基本的な対応事項の件数",
        "Number of basic practices below level {level}",
    ),
    "feedback.withheld.practices_wider": (
        "対応事項{count}件：より広い集計区分の割合を示しています。",
        "Practices whose shares are shown for a wider group: {count}.",
    ),
    "feedback.withheld.practices_missing": (
        "対応事項{count}件：比較対象の割合を示していません（秘匿しているか、回答した機関がありません）。",
        "Practices whose shares are shown for no group (withheld, or answered by no institution): {count}.",
    ),
    "feedback.withheld.answers_wider": (
        "選択肢・数値で答える設問{count}件：より広い集計区分の値を示しています。",
        "Questions answered by option or number whose figures are shown for a wider group: {count}.",
    ),
    "feedback.withheld.answers_missing": (
        "選択肢・数値で答える設問{count}件：比較対象の値を示していません（秘匿しているか、回答した機関がありません）。",
        "Questions answered by option or number whose figures are shown for no group (withheld, or answered by no institution): {count}.",
    ),
    "feedback.withheld.reason": (
        "個別機関の回答が推測されにくいよう、回答先が少ない、回答が1つの段階に集中している、公表した他の値との差から推定されるなどの値は秘匿しています。どの値がどの理由によるかは、それ自体が手掛かりになるため示しません。",
        "To keep individual institutions' answers from being inferred, a figure is withheld where, for example, few have answered, answers are concentrated at one level, or the difference from other published figures would disclose it. Which reason applies to which figure is not published either, as that would be a clue in itself.",
    ),
    "feedback.annex.note": (
        "四分位は、20機関以上の場合だけ示します。-は、値を示していないことを表します。",
        "Quartiles are given for 20 institutions or more. A dash means that no figure is given.",
    ),
    "feedback.percentile.note": (
        "百分位の範囲：自機関より低い値の機関は少なくとも左の割合、自機関以下の値の機関は多くとも右の割合です。公表した値だけから求めるため、幅があります。",
        "Percentile, as a range: at least the left-hand share of institutions is below the institution's figure, and at most the right-hand share is at or below it. It is derived from published figures alone, hence the range.",
    ),
    "feedback.standard.note": (
        "偏差値：平均との差を標準偏差で割り、50を中心に換算した値です（回答先が30機関以上の場合だけ示します）。回答先の値が近いほど、わずかな差で大きく変動します。目標に用いたり、これだけで判断したりしないでください。",
        "Standard score: the difference from the mean divided by the standard deviation, rescaled to a mean of 50; given for 30 institutions or more. The closer together the peer values, the more a small difference moves it. Do not use it as a target, or as the sole basis for a decision.",
    ),
    "feedback.method.groups": (
        "比較対象は、実施回{campaign}で同じ点検票に回答し、回答率が{floor}以上の機関です。自機関を含むことがあります。集計区分は、業態グループ、業態、業態の中の規模又は基幹システムの形態によります。値ごとに、公表できる最も狭い集計区分と比較しています。",
        "The peer group consists of institutions that answered at least {floor} of the same checklist in campaign {campaign}; this institution may be among them. Groups are defined by industry group, by sub-sector and, within that, by size or kind of core system. Each figure is compared with the narrowest group that can be published.",
    ),
    "feedback.method.groups_unnamed": (
        "比較対象は、同じ点検票に回答し、回答率が{floor}以上の機関です。自機関を含むことがあります。集計区分は、業態グループ、業態、業態の中の規模又は基幹システムの形態によります。値ごとに、公表できる最も狭い集計区分と比較しています。",
        "The peer group consists of institutions that answered at least {floor} of the same checklist; this institution may be among them. Groups are defined by industry group, by sub-sector and, within that, by size or kind of core system. Each figure is compared with the narrowest group that can be published.",
    ),
    "feedback.method.figures": (
        "平均・中央値・四分位は小数第1位、割合は1%単位に四捨五入して公表した値です。割合の合計は100%にならないことがあります。差は、表示した値どうしの差です。目標を用いる場合も、機関ごとに異なるため、比較しません。",
        "Means, medians and quartiles are published to one decimal place, shares in whole per cent; shares may not sum to 100. Differences are those of the figures shown. Targets, where used, differ between institutions and are not compared.",
    ),
    "feedback.method.practices": (
        "対応事項の中央値の段階は、段階で答えた機関の割合から求めています。自機関の未回答は{lowest}として比較し、該当なし・採用しない・対象外は比較しません。",
        "A practice's median level is derived from the shares of institutions that gave a level. This institution's unanswered practices are compared as {lowest}; those not applicable, not adopted or out of scope are not compared.",
    ),
    "feedback.method.withheld": (
        "{least}機関に満たない集計区分の値と、他の値との差から少数の機関の値が推定されるものは秘匿しています。中央値と割合は10機関、四分位は20機関、偏差値は30機関から示します。",
        "Figures for groups with fewer than {least} institutions are withheld, as are those whose difference from others would disclose the values of a few institutions. Medians and shares are published for 10 institutions or more, quartiles for 20, standard scores for 30.",
    ),
    "feedback.sheet.group": (
        "集計区分",
        "Group",
    ),
    "feedback.sheet.median_level": (
        "中央値の段階",
        "Median level",
    ),
    "feedback.sheet.lag": (
        "段階の差",
        "Difference in levels",
    ),
    "feedback.sheet.higher": (
        "自機関より高い段階（%）",
        "Above the institution's level (%)",
    ),
    "feedback.sheet.share": (
        "{name}（%）",
        "{name} (%)",
    ),
    "feedback.sheet.difference": (
        "中央値－成熟度",
        "Median minus maturity",
    ),
    "feedback.template": (
        "--templateと--peersは同時に使用できません。いずれかを外してください。",
        "--template and --peers cannot be combined. Omit one of them.",
    ),
    "peers.other_checklist": (
        "比較対象の値は別の点検票（{then}）のものです。{now}の値を指定してください。",
        "The peer figures are for another checklist ({then}). Specify those for {now}.",
    ),
    "peers.other_edition": (
        "比較対象の値は、設問の構成が異なる{then}のものです。同じ構成の点検票で公表された値を指定してください。",
        "The peer figures are for {then} with different questions. Specify figures published for the same questions.",
    ),
    "peers.other_scheme": (
        "比較対象の値は別の算定方法（{then}）によるものです。{now}による値を指定するか、--schemeで{then}を指定してください。",
        "The peer figures were computed with another scheme ({then}). Specify figures computed with {now}, or score with {then} using --scheme.",
    ),
    "peers.previous_groups": (
        "前回は、今の規則によるものとは異なる集計区分について公表された値があります（{figures}）。別の版のプログラムで公表されたためです。変化は公表できません。--previousを省略してください。",
        "Figures of the previous campaign were published for other groups than they would be now ({figures}), by another version of the program. No change can be published: omit --previous.",
    ),
    "peers.withdraw.no_group": (
        "集計区分「{group}」の値は公表されていません。公表されている集計区分：{known}。",
        'No figure of the group "{group}" is published. Groups with published figures: {known}.',
    ),
    "peers.withdraw.no_figure": (
        "集計区分「{group}」の「{figure}」は公表されていません。overall、below_in_place、又は領域・節・対応事項の番号を、public/peers.jsonのとおりに指定してください。",
        '"{figure}" is not published for the group "{group}". Specify overall, below_in_place, or the ID of a domain, section or practice, as in public/peers.json.',
    ),
}
