"""Messages: the aggregate of a campaign."""

MESSAGES = {
    "aggregate.title.public": (
        "サイバーセキュリティ自己点検 集計結果",
        "Cybersecurity self-assessment: aggregate results",
    ),
    "aggregate.title.restricted": (
        "サイバーセキュリティ自己点検 集計結果（限定版）",
        "Cybersecurity self-assessment: aggregate results (restricted edition)",
    ),
    "aggregate.title.unnamed": (
        "サイバーセキュリティ自己点検",
        "Cybersecurity self-assessment",
    ),
    "aggregate.issuer": (
        "実施主体",
        "Issuer",
    ),
    "aggregate.contact": (
        "問合せ先",
        "Contact",
    ),
    "aggregate.base_date": (
        "基準日",
        "Base date",
    ),
    "aggregate.n": (
        "集計した機関数",
        "Institutions included",
    ),
    "aggregate.withheld": (
        "秘匿",
        "withheld",
    ),
    "aggregate.n_of": (
        "n＝{n}",
        "n = {n}",
    ),
    "aggregate.share.exact": (
        "{per_cent}%",
        "{per_cent}%",
    ),
    "aggregate.share.at_least": (
        "{per_cent}%以上",
        "≥ {per_cent}%",
    ),
    "aggregate.share.at_most": (
        "{per_cent}%以下",
        "≤ {per_cent}%",
    ),
    "aggregate.lead.none": (
        "全体の成熟度（独自算定）は秘匿しています。",
        "The overall maturity (own method) is withheld.",
    ),
    "aggregate.lead.unscored_none": (
        "値はすべて秘匿しています。",
        "All figures are withheld.",
    ),
    "aggregate.lead.unscored": (
        "{n}機関の回答を集計しました。この点検票では点数を算定しません。",
        "{n} {n:institution is|institutions are} included. No scores are computed for this checklist.",
    ),
    "aggregate.lead.mean": (
        "{n}機関の回答を集計しました。全体の成熟度（独自算定）の平均は{mean}です。",
        "{n} {n:institution is|institutions are} included. The mean overall maturity (own method) is {mean}.",
    ),
    "aggregate.lead.median": (
        "{n}機関の回答を集計しました。全体の成熟度（独自算定）の中央値は{median}です。",
        "{n} {n:institution is|institutions are} included. The median overall maturity (own method) is {median}.",
    ),
    "aggregate.lead.spread": (
        "{n}機関の回答を集計しました。全体の成熟度（独自算定）の中央値は{median}で、約半数の機関は{q1}から{q3}の間にあります。",
        "{n} {n:institution is|institutions are} included. The median overall maturity (own method) is {median}; about half of the institutions lie between {q1} and {q3}.",
    ),
    "aggregate.h.participation": (
        "回答の状況",
        "Participation",
    ),
    "aggregate.h.distribution": (
        "領域ごとの分布（成熟度・独自算定）",
        "Distribution by domain (maturity, own method)",
    ),
    "aggregate.h.below": (
        "段階{level}に達していない基本的な対応事項の件数",
        "Basic practices below level {level}",
    ),
    "aggregate.h.sections": (
        "節ごとの平均",
        "Means by section",
    ),
    "aggregate.h.least": (
        "段階{level}以上の割合が小さい基本的な対応事項",
        "Basic practices with the smallest shares at level {level} or above",
    ),
    "aggregate.h.change": (
        "前回と今回の両方に回答した機関での変化",
        "Change among institutions that answered in both campaigns",
    ),
    "aggregate.h.shares": (
        "対応事項ごとの段階の内訳",
        "Levels by practice",
    ),
    "aggregate.h.turnout": (
        "業態ごとの回答の状況",
        "Participation by sub-sector",
    ),
    "aggregate.h.by_group": (
        "集計区分ごとの分布（成熟度・独自算定）",
        "Distribution by group (maturity, own method)",
    ),
    "aggregate.h.by_industry_group": (
        "業態グループごとの分布（成熟度・独自算定）",
        "Distribution by industry group (maturity, own method)",
    ),
    "aggregate.h.by_sector": (
        "業態グループ・業態ごとの、段階{level}以上の割合",
        "Shares at level {level} or above, by industry group and sub-sector",
    ),
    "aggregate.h.answers": (
        "選択肢・数値で答える設問の回答",
        "Answers by option, and numeric answers",
    ),
    "aggregate.answers.note": (
        "回答した機関に占める割合です。複数選択の設問では、選択肢ごとに、選んだ機関の割合を示しています。",
        "Shares of the institutions that answered. For questions that allow several options, each option shows the share of institutions that chose it.",
    ),
    "aggregate.answers.levels": (
        "段階の割合を秘匿した設問は、ここでも秘匿しています。",
        "Where the levels of a question are withheld, so are its answers.",
    ),
    "aggregate.answers.option": (
        "選択肢",
        "Option",
    ),
    "aggregate.answers.row": (
        "項目",
        "Item",
    ),
    "aggregate.answers.value": (
        "割合・値",
        "Share or value",
    ),
    "aggregate.answers.median": (
        "中央値",
        "Median",
    ),
    "aggregate.answers.quartiles": (
        "四分位",
        "Quartiles",
    ),
    "aggregate.answers.own": (
        "自機関の回答",
        "Institution's answer",
    ),
    "aggregate.h.trends": (
        "障害の傾向（公表資料）",
        "Trends in failures (from published reports)",
    ),
    "aggregate.trends.note": (
        "公表資料が述べる傾向です。この集計の回答によるものではなく、対象機関の障害を示すものでもありません。",
        "Trends that published reports describe. They do not come from the answers in this document, and say nothing about its institutions.",
    ),
    "aggregate.sheet.trends": ("障害の傾向", "Trends"),
    "aggregate.h.withheld": (
        "秘匿した値と理由",
        "Withheld figures and reasons",
    ),
    "aggregate.h.groups": (
        "集計区分と機関数",
        "Groups and number of institutions",
    ),
    "aggregate.h.method": (
        "集計と秘匿の方法",
        "How figures are computed and withheld",
    ),
    "aggregate.h.cite": (
        "引用に当たって",
        "Citation",
    ),
    "aggregate.turnout.expected": (
        "回答を求めた機関",
        "Institutions asked",
    ),
    "aggregate.turnout.received": (
        "回答票が届いた機関",
        "With a form received",
    ),
    "aggregate.turnout.accepted": (
        "受け付けた機関",
        "With a form accepted",
    ),
    "aggregate.turnout.in_statistics": (
        "集計した機関",
        "Included in the figures",
    ),
    "aggregate.turnout.note": (
        "集計したのは、受け付けたもののうち、回答率が{floor}%以上のものです。集計の締切を定めている場合は、締切までに届いたものに限ります。",
        "The figures include accepted forms with at least {floor}% answered. Where the campaign has a cut-off date, only forms received by then are included.",
    ),
    "aggregate.column.mean": (
        "平均",
        "Mean",
    ),
    "aggregate.column.median": (
        "中央値",
        "Median",
    ),
    "aggregate.column.quartiles": (
        "四分位",
        "Quartiles",
    ),
    "aggregate.column.deciles": (
        "10～90%点",
        "P10–P90",
    ),
    "aggregate.column.p10": (
        "10%点",
        "P10",
    ),
    "aggregate.column.q1": (
        "第1四分位",
        "Lower quartile",
    ),
    "aggregate.column.q3": (
        "第3四分位",
        "Upper quartile",
    ),
    "aggregate.column.p90": (
        "90%点",
        "P90",
    ),
    "aggregate.column.n": (
        "機関数",
        "n",
    ),
    "aggregate.column.in_use": (
        "段階{level}以上",
        "Level {level} or above",
    ),
    "aggregate.column.spread": (
        "内訳",
        "Levels",
    ),
    "aggregate.column.group_in_use": (
        "{group}：段階{level}以上（%）",
        "{group}: level {level} or above (%)",
    ),
    "aggregate.column.per_cent": (
        "{name}（%）",
        "{name} (%)",
    ),
    "aggregate.column.group": (
        "集計区分",
        "Group",
    ),
    "aggregate.column.sector": (
        "業態",
        "Sub-sector",
    ),
    "aggregate.column.reason": (
        "理由",
        "Reason",
    ),
    "aggregate.column.figures": (
        "値",
        "Figures",
    ),
    "aggregate.column.figure": (
        "値",
        "Figure",
    ),
    "aggregate.column.before": (
        "前回",
        "Previous",
    ),
    "aggregate.column.now": (
        "今回",
        "Current",
    ),
    "aggregate.column.change": (
        "差",
        "Difference",
    ),
    "aggregate.distribution.note": (
        "成熟度は{lowest}から{highest}です。箱は四分位、箱の中の線は中央値、左右の線は10%点と90%点です。",
        "Maturity ranges from {lowest} to {highest}. The box spans the quartiles, the line in it is the median, and the whiskers reach to P10 and P90.",
    ),
    "aggregate.distribution.scale": (
        "成熟度は{lowest}から{highest}です。",
        "Maturity ranges from {lowest} to {highest}.",
    ),
    "aggregate.below.spread": (
        "中央値は{median}件、約半数の機関は{q1}件から{q3}件の間、平均は{mean}件です（n＝{n}）。",
        "The median number per institution is {median}; about half of the institutions lie between {q1} and {q3}, and the mean is {mean} (n = {n}).",
    ),
    "aggregate.below.median": (
        "中央値は{median}件、平均は{mean}件です（n＝{n}）。",
        "The median number per institution is {median}, the mean {mean} (n = {n}).",
    ),
    "aggregate.below.mean": (
        "平均は{mean}件です（n＝{n}）。",
        "The mean number per institution is {mean} (n = {n}).",
    ),
    "aggregate.below.note": (
        "未回答は段階{lowest}として算定します。目標は、各機関のリスクプロファイルによって異なるため、用いる場合も、機関の間で比較しません。",
        "Unanswered practices count as level {lowest}. Targets, where used, depend on each institution's own risk profile and are not compared.",
    ),
    "aggregate.sections.note": (
        "下位の節に分かれない節のうち、平均を公表したものを、平均の順に並べています。同じ値のものは点検票の順です。重要性は節によって異なり、この順序は取り組む順を示すものではありません。",
        "Sections that have no sub-sections and whose mean is published, ordered by mean; those with the same mean are in checklist order. Importance differs between sections, so the order does not indicate priority.",
    ),
    "aggregate.sections.lowest": (
        "平均の小さい節",
        "Lowest means",
    ),
    "aggregate.sections.highest": (
        "平均の大きい節",
        "Highest means",
    ),
    "aggregate.least.note": (
        "割合は、該当なしを含む回答機関数（n）に対するものです。",
        "Shares are of all institutions that answered (n), including those answering not applicable.",
    ),
    "aggregate.shares.note": (
        "数字は、段階ごとの機関の割合（%）です（HTML版では帯でも示しています）。割合は四捨五入しているため、合計が100にならないことがあります。",
        "Numbers show the share of institutions at each level, in per cent (in the HTML edition, bars do so as well). They are rounded and may not sum to 100.",
    ),
    "aggregate.shares.untold": (
        "ほぼすべての機関が1つの段階にあるものは「95以上」と示し、他の段階は秘匿しています（-）。",
        'Where nearly all institutions are at one level, "≥ 95" is published and the other levels are withheld (-).',
    ),
    "aggregate.shares.section": (
        "平均{mean}（n＝{n}）",
        "mean {mean} (n = {n})",
    ),
    "aggregate.shares.withheld": (
        "平均は秘匿",
        "mean withheld",
    ),
    "aggregate.shares.bound.at_least": (
        "{per_cent}以上",
        "≥ {per_cent}",
    ),
    "aggregate.shares.bound.at_most": (
        "{per_cent}以下",
        "≤ {per_cent}",
    ),
    "aggregate.by_group.note": (
        "中央値（四分位）。機関数が少ない集計区分は、中央値又は平均だけを示しています。",
        "Median (quartiles). For groups with few institutions only the median or the mean is given.",
    ),
    "aggregate.by_group.heat": (
        "色は、中央値（なければ平均）が達した段階（{lowest}から{highest}）に応じて濃くしています。",
        "Cells are darker the higher the level ({lowest} to {highest}) that the median, or else the mean, reaches.",
    ),
    "aggregate.by_group.mean": (
        "平均{mean}",
        "mean {mean}",
    ),
    "aggregate.by_sector.note": (
        "該当なし・採用しないを含む回答機関数に対する、段階{level}以上の機関の割合（%）です。-は秘匿したものです。",
        "Institutions at level {level} or above, as a percentage of all that answered, including not applicable and not adopted. A dash means withheld.",
    ),
    "aggregate.withheld.note": (
        "公表用の集計結果とpeers.jsonには、この理由と機関数を示していません。公開すると、秘匿した値の手掛かりになります。対応事項の機関数には、該当なし・採用しないとした機関も含みます。12件を超える内訳は、この資料のExcel版とJSON版にあります。",
        "These reasons and numbers are not in the public edition or peers.json. If disclosed, they would give clues to what is withheld. For practices, the number of institutions includes those that answered not applicable or not adopted. Where there are more than 12 figures, the workbook and JSON of this edition list them all.",
    ),
    "aggregate.withheld.count": (
        "{count}件",
        "{count} {count:figure|figures}",
    ),
    "aggregate.withheld.none": (
        "秘匿した値はありません。",
        "Nothing was withheld.",
    ),
    "aggregate.figure.every": (
        "すべての値",
        "every figure",
    ),
    "aggregate.figure.overall": (
        "全体の成熟度",
        "overall maturity",
    ),
    "aggregate.figure.below_in_place": (
        "段階{level}に達していない基本的な対応事項の件数",
        "number of basic practices below level {level}",
    ),
    "aggregate.groups.note": (
        "値の一部でも公表した集計区分です。公表した値のうち、この資料に示していないものは、peers.jsonにあり、還元資料で用いています。一部の機関が対象とならない値では、nはこれより小さくなります。",
        "Groups with at least one published figure. Published figures that are not in this document are in peers.json and used in the feedback reports. For a figure of which some institutions of a group have no value, n is smaller than the number given here.",
    ),
    "aggregate.groups.hidden": (
        "次の集計区分と、これに含まれる集計区分の値は、すべて秘匿しています：{list}。",
        "All figures are withheld for the following groups and the groups within them: {list}.",
    ),
    "aggregate.groups.gaps": (
        "このほかにも、秘匿している値があります。",
        "Other figures are withheld as well.",
    ),
    "aggregate.groups.some": (
        "一部の値は秘匿しています。",
        "Some figures are withheld.",
    ),
    "aggregate.groups.why": (
        "秘匿の理由は、機関数が少ないこと、回答が1つに集中していること（この2つは、複数の機関の回答を知る者がいて、それらを除いた場合を含みます）、他の値との差から少数の機関の値が推定されること、関連する値（構成する値、広い集計区分や並ぶ集計区分の値）を秘匿していること、前回からの変化について、どの集計区分にも加わった機関又は抜けた機関があること、公表後に誤りのため取り下げたことのいずれかです。{where}",
        "Figures are withheld where there are too few institutions or nearly all answers are alike (in both cases also if this is so only without the institutions whose answers one party knows), where the difference from other figures would disclose the values of a few institutions, where related figures (those that they are computed from, or those of a wider or neighbouring group) are withheld, where a change since the previous campaign cannot be given because institutions joined or left every group, or where they were withdrawn after publication as wrong. {where}",
    ),
    "aggregate.groups.untold": (
        "どれに当たるかは示していません。",
        "Which of these applies is not published.",
    ),
    "aggregate.groups.told": (
        "値ごとの理由は、この資料の秘匿した値の表に示しています。",
        "The table of withheld figures in this document states the reason for each.",
    ),
    "aggregate.method.figure": (
        "成熟度（独自算定）は、算定対象の対応事項（標準の算定方法では、基本的な対応事項だけ）の段階（{lowest}から{highest}）を領域ごとに平均し、さらに領域を平均したものです（算定方法又は点検票が重みを定めている場合は、重み付きの平均です）。未回答は{lowest}として算定し、該当なし・採用しない・対象外は算定に含めません。",
        "Maturity (own method) is the mean of the levels ({lowest} to {highest}) of the practices counted in each domain (by the standard scheme, the basic practices alone), and then the mean of the domains (weighted means where the scoring scheme or the checklist sets weights). Unanswered counts as {lowest}; not applicable, not adopted and out of scope are not counted.",
    ),
    "aggregate.method.rounding": (
        "平均・分位点は小数第1位、割合は整数の%に、四捨五入しています。差や割合の和は、丸めた後の値から求めました。",
        "Means and quantiles are rounded half up to one decimal place, shares to whole per cent. Differences and sums of shares are computed from the rounded figures.",
    ),
    "aggregate.method.least": (
        "1つの値には、{min_group}機関以上の回答が含まれます。中央値と割合は10機関以上、四分位と10%点・90%点は20機関以上の場合だけ示しています。最小値・最大値は示していません。",
        "Every figure covers at least {min_group} institutions. Medians and shares are published for 10 institutions or more, quartiles, P10 and P90 for 20 or more. Minima and maxima are never published.",
    ),
    "aggregate.method.disclosure": (
        "公表したどの値の差を求めても少数の機関の値が残らないように、集計区分を秘匿しています。",
        "Groups are withheld so that no difference between published figures isolates a few institutions.",
    ),
    "aggregate.method.checklist": (
        "点検票：{title}　版{version}　構成識別値（ハッシュ）{fingerprint}",
        "Checklist: {title}, version {version}, structure hash {fingerprint}",
    ),
    "aggregate.cite.unscored": (
        "出所（{source}）と回答機関数（n）を、値と併せて記載してください。秘匿した値を、他の値から推測して公表しないでください。",
        "With any figure, state the source ({source}) and the number of institutions (n). Do not publish estimates of withheld figures.",
    ),
    "aggregate.cite.text": (
        "出所（{source}）、回答機関数（n）、独自算定の成熟度であることを、値と併せて記載してください。秘匿した値を、他の値から推測して公表しないでください。",
        "With any figure, state the source ({source}), the number of institutions (n), and that maturity is computed by the software's own method. Do not publish estimates of withheld figures.",
    ),
    "aggregate.cite.restricted": (
        "引用は、公表用の集計結果から行ってください。",
        "Quote figures from the public edition only.",
    ),
    "aggregate.change.note": (
        "前回（{previous}）と今回の集計の両方に含まれるのは{n}機関です。このうち、機関が加わった集計区分と抜けた集計区分を除いた値を示します。領域と全体の値は、成熟度の平均です。表の機関数は、残った集計区分の機関の数です。",
        "{n} {n:institution is|institutions are} included in both {previous} and this campaign. Groups that institutions joined or left in between are excluded; the column n counts those in the remaining groups. Figures of the domains and overall are mean maturity.",
    ),
    "aggregate.change.note_unnamed": (
        "前回と今回の集計の両方に含まれるのは{n}機関です。このうち、機関が加わった集計区分と抜けた集計区分を除いた値を示します。領域と全体の値は、成熟度の平均です。表の機関数は、残った集計区分の機関の数です。",
        "{n} {n:institution is|institutions are} included in both the previous campaign and this one. Groups that institutions joined or left in between are excluded; the column n counts those in the remaining groups. Figures of the domains and overall are mean maturity.",
    ),
    "aggregate.sheet.summary": (
        "概要",
        "Summary",
    ),
    "aggregate.sheet.figures": (
        "値",
        "Figures",
    ),
    "aggregate.sheet.answers": (
        "選択肢・数値",
        "Options and numbers",
    ),
    "aggregate.sheet.practices": (
        "対応事項",
        "Practices",
    ),
    "aggregate.sheet.turnout": (
        "業態別の回答状況",
        "Participation by sub-sector",
    ),
    "aggregate.sheet.by_group": (
        "集計区分別の値",
        "Figures by group",
    ),
    "aggregate.sheet.by_industry_group": (
        "業態グループ別の値",
        "Figures by industry group",
    ),
    "aggregate.sheet.heat_map": (
        "集計区分別の中央値（又は平均）",
        "Medians (or means) by group",
    ),
    "aggregate.sheet.by_sector": (
        "集計区分別の割合",
        "Shares by group",
    ),
    "aggregate.sheet.withheld": (
        "秘匿と理由",
        "Withheld",
    ),
    "aggregate.sheet.method": (
        "方法",
        "Method",
    ),
    "aggregate.sheet.chart": (
        "領域ごとの中央値、四分位、10%点・90%点",
        "Median, quartiles, P10 and P90 by domain",
    ),
    "aggregate.cite.source": (
        "{issuer}「{title}」",
        "{issuer}: {title}",
    ),
    "aggregate.change.overall": (
        "全体",
        "Overall",
    ),
    "aggregate.change.below": (
        "段階{level}に達していない基本的な対応事項の件数（中央値）",
        "Basic practices below level {level} (median)",
    ),
    "aggregate.short.na": (
        "該当なし",
        "N/A",
    ),
    "aggregate.short.not_adopted": (
        "採用しない",
        "not adopted",
    ),
    "aggregate.short.in_use": (
        "{level}以上",
        "≥ {level}",
    ),
    "aggregate.method.basis": (
        "依頼の根拠：{basis}",
        "Basis of the request: {basis}",
    ),
}
