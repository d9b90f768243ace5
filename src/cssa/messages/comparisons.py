"""Messages on comparisons of several days."""

MESSAGES = {
    "help.compare": (
        "2～5回分の点検結果を古い順に並べ、何がどれだけ変わり、その変化が何によるものかを示します。",
        "Compare two to five assessments, oldest first: what changed, and what each change comes from.",
    ),
    "opt.compare.files": (
        "古い順に2～5件の回答ファイル、記入済みの回答票、結果（`score --format json`又は`gate --keep`）。",
        "Two to five answers files, completed forms or results (`score --format json` or `gate --keep`), oldest first.",
    ),
    "opt.compare.format": (
        "標準出力に書く形式。",
        "Format on standard output.",
    ),
    "opt.compare.output": (
        "出力するファイル（{suffixes}）。省略時は標準出力。",
        "File to write ({suffixes}; default: standard output).",
    ),
    "compare.too_few": (
        "比較するには2件以上が必要です（{count}件指定されています）。前回と今回のファイルを、古い順に指定してください：`cssa compare 前回 今回`",
        "A comparison takes at least two files; {count} {count:was|were} named. Specify the earlier and the later one, oldest first: `cssa compare OLD NEW`",
    ),
    "compare.too_many": (
        "比較できるのは{most}件までです（{count}件指定されています）。",
        "A comparison takes up to {most} files; {count} were named.",
    ),
    "compare.no_day": (
        "点検日（assessed_on）がないため、いつの回答か特定できません。回答票では表紙の「点検日」に記入し、回答ファイルでは次のように追加してください：`assessed_on: 2026-11-20`",
        'These answers have no assessment date (assessed_on), so it is not known when they applied. Add it: in a form under "Assessed on" on the cover, in an answers file as `assessed_on: 2026-11-20`',
    ),
    "compare.no_day_result": (
        "点検日（assessed_on）のない回答から作成された結果のため、いつの結果か特定できません。回答に点検日を追加し、作成し直してください：`cssa score 回答 --format json -o {path}`",
        "This result was created from answers without an assessment date (assessed_on). Add the date to the answers, and create it again: `cssa score ANSWERS --format json -o {path}`",
    ),
    "compare.same_day": (
        "点検日（assessed_on、{day}）が{other}と同じです。どちらかの日付を修正するか、一方だけを指定してください。",
        "The assessment date (assessed_on, {day}) is the same as that of {other}. Correct one of the dates, or specify only one of the files.",
    ),
    "compare.order": (
        "古い順ではありません（{other}は{before}、このファイルは{day}）。次の順に指定してください：`cssa compare {order}`",
        "The files are not in order ({other} is dated {before}, this one {day}). Specify them oldest first: `cssa compare {order}`",
    ),
    "compare.institution": (
        "別の機関（{then}）のものです。比較できるのは、同じ機関（{now}）の結果に限ります。",
        "This is from another institution ({then}). Only results of the same institution ({now}) can be compared.",
    ),
    "compare.checklist": (
        "別の点検票（{then}）のものです。比較できるのは、同じ点検票（{now}）の結果に限ります。版が異なっていても比較できます。",
        "This is for another checklist ({then}). Only results for the same checklist ({now}) can be compared, in the same or another version.",
    ),
    "compare.scale": (
        "段階の構成又は算定の有無が{now}と異なるため、数値を比較できません。同じ段階で回答したものを指定してください。",
        "This uses different levels from {now}, or only one of the two is scored, so their figures cannot be compared. Specify files that use the same levels.",
    ),
    "compare.contradiction": (
        "結果の数値又は段階（{figure}）が正しくありません（結果に含まれる段階から算定した値と異なるか、点検票にない段階です）。結果を編集せず、回答から作成し直してください：`cssa score 回答 --format json`",
        "A figure or level of this result ({figure}) is not right: it does not follow from the levels in the result, or is no level of the checklist. Do not edit results; create it again from the answers: `cssa score ANSWERS --format json`",
    ),
    "compare.kept_checklist": (
        "社内基準との照合で保存した結果です。保存した時点の点検票（{checklist}）を参照できないため、算定できません。点検票（`ID/版/`）を置いたフォルダーをCSSA_CHECKLISTSに追加するか、当時の結果（`cssa score --format json`の出力）を指定してください。",
        "`cssa gate` saved this result for a checklist ({checklist}) that is not available as it was then, so no figures can be computed from it. Add the folder that holds the checklist as `ID/VERSION/` to CSSA_CHECKLISTS, or specify the result of that time (from `cssa score --format json`).",
    ),
    "compare.kept_scheme": (
        "社内基準との照合で保存した結果です。保存した時点の算定方法（{scheme}）を参照できないため、算定できません。--schemeで指定するか、当時の回答を指定してください。",
        "`cssa gate` saved this result under a scoring scheme ({scheme}) that is not available as it was then, so no figures can be computed from it. Specify the scheme with --scheme, or specify the answers.",
    ),
    "compare.kept_practices": (
        "保存した結果と点検票の対応事項が一致しません（{practice}）。回答から保存し直すか、当時の回答を指定してください。",
        "The practices of this saved result are not those of its checklist ({practice}). Save it again from the answers, or specify the answers.",
    ),
    "comparison.written": (
        "比較を作成しました：{path}",
        "Wrote the comparison to {path}",
    ),
    "comparison.title": (
        "点検結果の推移（{first}～{last}）",
        "Assessments compared, {first} to {last}",
    ),
    "comparison.eyebrow": (
        "点検結果の推移",
        "Assessments compared",
    ),
    "comparison.lead": (
        "成熟度（独自算定）は、{first_day}の{first}から{last_day}の{last}になりました（{change}）。内訳は、{parts}です。",
        "Maturity (own method) went from {first} ({first_day}) to {last} ({last_day}), {change}: {parts}.",
    ),
    "comparison.lead_one": (
        "成熟度（独自算定）は、{first_day}の{first}から{last_day}の{last}になりました（{change}）。増減は、すべて{cause}によるものです。",
        "Maturity (own method) went from {first} ({first_day}) to {last} ({last_day}), {change}, all of it from one cause: {cause}.",
    ),
    "comparison.lead_same": (
        "成熟度（独自算定）は、{first_day}が{first}、{last_day}が{last}で、変わっていません（{change}）。",
        "Maturity (own method) is unchanged, {first} ({first_day}) and {last} ({last_day}), {change}.",
    ),
    "comparison.lead_open": (
        "成熟度（独自算定）は、{first_day}が{first}、{last_day}が{last}のため、差を算定できません。",
        "Maturity (own method): {first} ({first_day}), {last} ({last_day}); no difference can be computed.",
    ),
    "comparison.lead_last": (
        "前回（{day}）からの増減は{change}で、内訳は、{parts}です。",
        "Since the previous assessment ({day}): {change} ({parts}).",
    ),
    "comparison.lead_last_one": (
        "前回（{day}）からの増減は{change}で、すべて{cause}によるものです。",
        "Since the previous assessment ({day}): {change} (only cause: {cause}).",
    ),
    "comparison.lead_last_same": (
        "前回（{day}）からは変わっていません（{change}）。",
        "Since the previous assessment ({day}): unchanged, {change}.",
    ),
    "comparison.lead_below_one": (
        "目標を下回る基本的な対応事項は、{first}件（{first_of}件中）から{last}件（{last_of}件中）になりました（{change}件）。増減は、すべて{cause}によるものです。",
        "Basic practices below target went from {first} of {first_of} to {last} of {last_of}, {change}, all of it from one cause: {cause}.",
    ),
    "comparison.lead_below": (
        "目標を下回る基本的な対応事項は、{first}件（{first_of}件中）から{last}件（{last_of}件中）になりました（{change}件）。内訳は、{parts}です。",
        "Basic practices below target went from {first} of {first_of} to {last} of {last_of}, {change}: {parts}.",
    ),
    "comparison.lead_below_same": (
        "目標を下回る基本的な対応事項は、最初が{first}件（{first_of}件中）、最後が{last}件（{last_of}件中）で、件数は変わっていません（{change}件）。",
        "The number of basic practices below target is unchanged: {first} of {first_of} in the first assessment, {last} of {last_of} in the last ({change}).",
    ),
    "comparison.lead_below_open": (
        "目標を下回る基本的な対応事項は、{first}件（{first_of}件中）と{last}件（{last_of}件中）です。",
        "Basic practices below target: {first} of {first_of}, and {last} of {last_of}.",
    ),
    "comparison.lead_unscored": (
        "回答済みは、{first_day}の{first_of}件中{first}件から、{last_day}の{last_of}件中{last}件になりました。",
        "Answered: {first} of {first_of} ({first_day}), {last} of {last_of} ({last_day}).",
    ),
    "direction": (
        "前回（{day}）からの変化：{list}。",
        "Since the previous assessment ({day}): {list}.",
    ),
    "direction.score": (
        "成熟度（独自算定）{before}→{after}（{change}：{parts}）",
        "maturity (own method) {before} → {after} ({change}: {parts})",
    ),
    "direction.score_same": (
        "成熟度（独自算定）{before}→{after}（{change}）",
        "maturity (own method) {before} → {after} ({change})",
    ),
    "direction.below": (
        "目標を下回る基本的な対応事項{before}件→{after}件（{change}件：{parts}）",
        "basic practices below target {before} → {after} ({change}: {parts})",
    ),
    "direction.below_same": (
        "目標を下回る基本的な対応事項{before}件→{after}件（{change}件）",
        "basic practices below target {before} → {after} ({change})",
    ),
    "comparison.cause.answers": (
        "自らの回答",
        "own answers",
    ),
    "comparison.cause.scope": (
        "対象範囲",
        "scope",
    ),
    "comparison.cause.checklist": (
        "点検票の改訂",
        "checklist",
    ),
    "comparison.cause.criteria": (
        "算定方法・目標",
        "scheme and targets",
    ),
    "comparison.part": (
        "{cause}{change}",
        "{cause} {change}",
    ),
    "comparison.part_joined": (
        "{cause}{change}（分けて算定できないもの）",
        "{cause} {change} (cannot be separated)",
    ),
    "comparison.column.difference": (
        "増減",
        "Change",
    ),
    "comparison.column.joined": (
        "分けて算定できないもの",
        "Cannot be separated",
    ),
    "comparison.h.parts": (
        "増減の内訳",
        "What the change comes from",
    ),
    "comparison.h.scores": (
        "領域ごとの成熟度",
        "Maturity by domain",
    ),
    "comparison.h.below": (
        "目標を下回る基本的な対応事項",
        "Basic practices below target",
    ),
    "comparison.h.answered": (
        "回答済みの対応事項",
        "Practices answered",
    ),
    "comparison.h.sections": (
        "節ごとの成熟度",
        "Maturity by section",
    ),
    "comparison.h.points": (
        "比較した点検",
        "Assessments",
    ),
    "comparison.h.method": (
        "見方",
        "How to read this",
    ),
    "comparison.points.column.day": (
        "点検日",
        "Assessment date",
    ),
    "comparison.points.column.version": (
        "点検票の版",
        "Checklist version",
    ),
    "comparison.points.column.notes": (
        "前の点検からの変更など",
        "Changes since the previous assessment, and notes",
    ),
    "comparison.line.title": (
        "成熟度（独自算定）の推移の折れ線グラフ：全体と領域",
        "Line chart of maturity (own method) over time: overall and by domain",
    ),
    "comparison.dumbbell.title": (
        "領域ごとの成熟度（独自算定）の変化：最初と最後の点検",
        "Change in maturity (own method) by domain, first and last assessment",
    ),
    "comparison.chart.desc": (
        "{list}。同じ値を表に示しています。",
        "{list}. The table shows the same figures.",
    ),
    "comparison.chart.item": (
        "{name}：{values}",
        "{name}: {values}",
    ),
    "comparison.legend.overall": (
        "全体",
        "Overall",
    ),
    "comparison.legend.domains": (
        "各領域",
        "Domains",
    ),
    "comparison.legend.first": (
        "最初（{day}）",
        "First ({day})",
    ),
    "comparison.legend.last": (
        "最後（{day}）",
        "Last ({day})",
    ),
    "comparison.differs.version": (
        "点検票の版：{before}→{after}",
        "checklist version {before} → {after}",
    ),
    "comparison.differs.questions": (
        "点検票の構成を変更",
        "structure of the checklist changed",
    ),
    "comparison.differs.scheme": (
        "算定方法を変更",
        "scoring scheme changed",
    ),
    "comparison.differs.targets": (
        "目標の設定を変更",
        "targets changed",
    ),
    "comparison.differs.risk": (
        "リスクプロファイル：{before}→{after}",
        "risk profile {before} → {after}",
    ),
    "comparison.saved": (
        "保存済みの段階（目標と代替措置の記録なし）",
        "saved levels (no targets or alternative measures)",
    ),
    "comparison.absent": (
        "なし",
        "absent",
    ),
    "comparison.status.answered": (
        "回答済み",
        "answered",
    ),
    "comparison.status.unanswered": (
        "未回答",
        "unanswered",
    ),
    "comparison.status.not_applicable": (
        "該当なし",
        "not applicable",
    ),
    "comparison.status.not_adopted": (
        "採用しない",
        "not adopted",
    ),
    "comparison.status.out_of_scope": (
        "対象外",
        "out of scope",
    ),
    "comparison.status.not_asked": (
        "回答不要",
        "not asked",
    ),
    "comparison.status.informative": (
        "参考の設問",
        "for information",
    ),
    "comparison.change.up": (
        "上がった",
        "up",
    ),
    "comparison.change.down": (
        "下がった",
        "down",
    ),
    "comparison.change.same": (
        "変化なし",
        "unchanged",
    ),
    "comparison.change.answered": (
        "新たに回答",
        "newly answered",
    ),
    "comparison.change.unanswered": (
        "未回答になった",
        "unanswered now",
    ),
    "comparison.change.not_applicable": (
        "該当なしになった",
        "not applicable now",
    ),
    "comparison.change.not_adopted": (
        "採用しないことにした",
        "not adopted now",
    ),
    "comparison.change.out_of_scope": (
        "対象外又は回答不要になった",
        "out of scope or not asked now",
    ),
    "comparison.change.back": (
        "算定対象になった",
        "counted now",
    ),
    "comparison.change.back_unscored": (
        "該当なし等ではなくなった",
        "no longer left out",
    ),
    "comparison.change.new": (
        "点検票に追加",
        "new in the checklist",
    ),
    "comparison.change.gone": (
        "点検票からなくなった",
        "no longer in the checklist",
    ),
    "comparison.column.since_last": (
        "前回からの変化",
        "Since the previous",
    ),
    "comparison.column.since_first": (
        "最初からの変化",
        "Since the first",
    ),
    "comparison.column.id": (
        "番号",
        "No.",
    ),
    "comparison.version": (
        "点検票 {version}",
        "Checklist {version}",
    ),
    "comparison.sheet.summary": (
        "推移",
        "Summary",
    ),
    "comparison.sheet.below": (
        "目標を下回る",
        "Below target",
    ),
    "comparison.sheet.practices": (
        "対応事項",
        "Practices",
    ),
    "comparison.sheet.sections": (
        "節",
        "Sections",
    ),
    "comparison.sheet.method": (
        "見方",
        "How to read",
    ),
    "comparison.group.up": (
        "段階が上がったもの（{count}件）",
        "Level up ({count})",
    ),
    "comparison.group.down": (
        "段階が下がったもの（{count}件）",
        "Level down ({count})",
    ),
    "comparison.group.answered": (
        "新たに回答したもの（{count}件）",
        "Newly answered ({count})",
    ),
    "comparison.group.unanswered": (
        "未回答になったもの（{count}件）",
        "Unanswered now ({count})",
    ),
    "comparison.group.not_applicable": (
        "該当なしになったもの（{count}件）",
        "Not applicable now ({count})",
    ),
    "comparison.group.not_adopted": (
        "採用しないことにしたもの（{count}件）",
        "Not adopted now ({count})",
    ),
    "comparison.group.out_of_scope": (
        "対象外又は回答不要になったもの（{count}件）",
        "Out of scope or not asked now ({count})",
    ),
    "comparison.group.back": (
        "算定対象になったもの（{count}件）",
        "Counted now ({count})",
    ),
    "comparison.group.back_unscored": (
        "該当なし等ではなくなったもの（{count}件）",
        "No longer left out ({count})",
    ),
    "comparison.group.new": (
        "点検票に追加されたもの（{count}件）",
        "New in the checklist ({count})",
    ),
    "comparison.group.gone": (
        "点検票からなくなったもの（{count}件）",
        "No longer in the checklist ({count})",
    ),
    "comparison.count.up": (
        "上がった{count}件",
        "{count} up",
    ),
    "comparison.count.down": (
        "下がった{count}件",
        "{count} down",
    ),
    "comparison.count.answered": (
        "新たに回答した{count}件",
        "{count} newly answered",
    ),
    "comparison.count.unanswered": (
        "未回答になった{count}件",
        "{count} unanswered now",
    ),
    "comparison.count.not_applicable": (
        "該当なしになった{count}件",
        "{count} not applicable now",
    ),
    "comparison.count.not_adopted": (
        "採用しないことにした{count}件",
        "{count} not adopted now",
    ),
    "comparison.count.out_of_scope": (
        "対象外又は回答不要になった{count}件",
        "{count} out of scope or not asked now",
    ),
    "comparison.count.back": (
        "算定対象になった{count}件",
        "{count} counted now",
    ),
    "comparison.count.back_unscored": (
        "該当なし等ではなくなった{count}件",
        "{count} no longer left out",
    ),
    "comparison.count.new": (
        "追加された{count}件",
        "{count} new in the checklist",
    ),
    "comparison.count.gone": (
        "なくなった{count}件",
        "{count} no longer in the checklist",
    ),
    "comparison.count.same": (
        "変化なし{count}件",
        "{count} unchanged",
    ),
    "comparison.changes": (
        "対応事項：{list}。",
        "Practices: {list}.",
    ),
    "comparison.one_cause": (
        "増減は、すべて{cause}によるものです。",
        "All of the change comes from one cause: {cause}.",
    ),
    "comparison.h.changed": (
        "{first}から{last}までに変化した対応事項",
        "Practices that changed from {first} to {last}",
    ),
    "comparison.tiny": (
        "いずれも端数",
        "each too small to show",
    ),
    "comparison.revision": (
        "版{version}で{kinds}",
        "version {version}: {kinds}",
    ),
    "comparison.revision_from": (
        "版{version}で{kinds}（元の番号：{practices}）",
        "version {version}: {kinds}, from {practices}",
    ),
    "comparison.revision_into": (
        "版{version}で{kinds}（{version}での番号：{practices}）",
        "version {version}: {kinds}, into {practices}",
    ),
    "comparison.column.revisions": (
        "点検票の改訂",
        "Revision of the checklist",
    ),
    "comparison.row": (
        "{number} {title}：{cells}",
        "{number} {title}: {cells}",
    ),
    "comparison.more": (
        "ほかに{count}件あります（全件は`-o compare.html`又は`--format json`）。",
        "And {count} more (all of them: `-o compare.html` or `--format json`).",
    ),
    "comparison.note.parts": (
        "増減の内訳は、自らの回答（段階、リスク受容・代替措置）、対象範囲（該当なし、採用しない、属性、グループ）、点検票の改訂、算定方法・目標を、この順に1つずつ今回のものに置き換えて算定しています。増減は四捨五入する前の値の差であるため、表示した値の差と一致しないことがあります。内訳の合計は、四捨五入する前の増減と一致します。",
        "The change is split by replacing, one after the other, own answers (levels and treatments), scope (not applicable, not adopted, profile, groups), the checklist, and the scheme and targets with those of the later assessment. Changes are those of the unrounded figures, so they may differ from those of the figures shown. The unrounded parts add up to the unrounded change.",
    ),
    "comparison.note.day": (
        "回答と回答票は、それぞれの点検日の時点で算定しています。結果ファイルは、その結果の判定日の時点で算定されたものです。",
        "Answers and forms are scored as of their own assessment date; a result file is as it was scored, on its own evaluation date.",
    ),
    "comparison.remark.joined": (
        "分けて算定できないものは、過去の結果ファイルについて回答、点検票、算定方法又は目標を当時のまま参照できない場合、又は途中に算定対象のない領域・節や数値のない点検がある場合に生じます。",
        "Causes cannot be separated where the answers, checklist, scheme or targets behind an earlier result file are not available as they were, or where in between a domain or section has nothing to score or an assessment has no figure.",
    ),
    "comparison.remark.saved": (
        "保存済みの段階には目標と代替措置がないため、その点検の「目標を下回る」件数は示しません。",
        "Saved levels have no targets and no alternative measures, so the number below target of that assessment is not shown.",
    ),
    "comparison.remark.no_sections": (
        "当時の点検票を参照できない結果が含まれるため、節ごとの成熟度は示しません。",
        "Figures by section are not shown, as the checklist behind one of the results is not available.",
    ),
}
