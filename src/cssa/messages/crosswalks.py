"""Messages: how an institution's practices cover another document."""

MESSAGES = {
    "help.crosswalk": (
        "回答が、他の枠組み（NIST CSF 2.0など）の項目にどこまで対応しているかを示します。",
        "Show how far the answers cover the items of another framework, such as the NIST CSF 2.0.",
    ),
    "opt.crosswalk.to": (
        "対応を示す枠組み：csf2（NIST CSF 2.0）、対応表が同梱されている点検票のID、又は対応表のファイル。",
        "Framework to show coverage of: csf2 (the NIST CSF 2.0), the ID of a checklist for which a crosswalk ships, or a crosswalk file.",
    ),
    "opt.crosswalk.output": (
        "出力先のファイル（{suffixes}）。省略時は画面に表で示します。",
        "File to write ({suffixes}; default: a table on the terminal).",
    ),
    "crosswalk.title": (
        "{framework}との対応",
        "Coverage of {framework}",
    ),
    "crosswalk.of": (
        "点検票：{checklist}",
        "Checklist: {checklist}",
    ),
    "crosswalk.note": (
        "「最も低い段階」は、その項目又は下位の項目に関連する対応事項のうち最も低い段階です。平均は参考値で、未回答は尺度の最も低い段階として計算します。関連する対応事項があっても、その項目を満たしているとは限りません。",
        "The lowest level is that of the practices related to an item or to any item below it. The mean is for reference only; unanswered practices enter it at the lowest level of the scale. A related practice does not mean that the item is met.",
    ),
    "crosswalk.column.item": ("項目", "Item"),
    "crosswalk.column.title": ("名称", "Title"),
    "crosswalk.column.lowest": ("最も低い段階", "Lowest level"),
    "crosswalk.column.mean": ("平均", "Mean"),
    "crosswalk.column.evidence": ("証跡の数", "Pieces of evidence"),
    "crosswalk.column.practices": ("関連する対応事項", "Related practices"),
    "crosswalk.sheet.items": ("項目別", "By item"),
    "crosswalk.sheet.uncovered": ("対応のない項目", "Not covered"),
    "crosswalk.not_covered": ("対応なし", "not covered"),
    "crosswalk.uncovered": (
        "関連する対応事項のない項目：{count}件（{total}件中）",
        "Items without a related practice: {count} of {total}",
    ),
    "crosswalk.related": ("{practice}（{relation}）", "{practice} ({relation})"),
    "crosswalk.relation.equal": ("同じ内容", "equal to the item"),
    "crosswalk.relation.subset": ("項目の一部", "part of the item"),
    "crosswalk.relation.superset": ("項目を含む", "includes the item"),
    "crosswalk.relation.intersects": ("一部が重なる", "overlaps with the item"),
    "crosswalk.unknown_items": (
        "対応表の{count}件は、点検票又は対応先の枠組みにない項目です：{first}",
        "Crosswalk entries not found in the checklist or the framework ({count}): {first}",
    ),
    "crosswalk.written": (
        "対応を出力しました：{path}",
        "Wrote the coverage to {path}",
    ),
    "crosswalk.nothing_linked": (
        "この点検票には「{framework}」に関連する対応事項がありません。--toで、この点検票との対応を示す対応表のファイルを指定してください。",
        'No practice of this checklist is linked to "{framework}". Specify a crosswalk file for this checklist with --to.',
    ),
    "crosswalk.none_shipped": (
        "点検票「{checklist}」と「{to}」の間の対応表は同梱されていません。--toには、csf2、次の点検票のID、又は対応表のファイルを指定してください：{known}",
        'No crosswalk ships between the checklists "{checklist}" and "{to}". Specify csf2, a crosswalk file, or one of these checklists with --to: {known}',
    ),
    "crosswalk.suffix": (
        "出力するファイルの拡張子は、{known}のいずれかにしてください。",
        "The output file must have one of the extensions {known}.",
    ),
}
