"""Messages: how an institution's practices cover another document."""

MESSAGES = {
    "help.crosswalk": (
        "回答がほかの枠組み（NIST CSF 2.0など）の項目をどこまで覆うかを示します。",
        "Show how far answers cover the items of another framework, such as the NIST CSF 2.0.",
    ),
    "opt.crosswalk.to": (
        "csf2（NIST CSF 2.0）、又は対応表のファイル。",
        "csf2 (the NIST CSF 2.0), or a file with a crosswalk.",
    ),
    "opt.crosswalk.output": (
        "出力先のファイル（{suffixes}）。省くと画面に表で示す。",
        "File to write ({suffixes}); a table on the terminal where left out.",
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
        "段階は、その項目とその下の項目に対応する対応事項の最も低い段階です。平均は参考値で、未回答は最も低い段階として数えます。対応事項が対応していることは、その項目を満たすことを意味しません。",
        "The level is the lowest of the practices that bear on an item or on any item below it. The mean is given for orientation; an unanswered practice counts as the lowest step in it. That a practice bears on an item does not mean that it meets it.",
    ),
    "crosswalk.column.item": ("項目", "Item"),
    "crosswalk.column.title": ("名称", "Title"),
    "crosswalk.column.lowest": ("最も低い段階", "Lowest level"),
    "crosswalk.column.mean": ("平均", "Mean"),
    "crosswalk.column.evidence": ("証跡の数", "Evidence"),
    "crosswalk.column.practices": ("対応する対応事項", "Practices"),
    "crosswalk.sheet.items": ("項目別", "By item"),
    "crosswalk.sheet.uncovered": ("対応のない項目", "Not covered"),
    "crosswalk.not_covered": ("対応なし", "not covered"),
    "crosswalk.uncovered": (
        "{total}項目のうち、どの対応事項も対応していないもの：{count}項目",
        "{count} of {total} items have no practice that bears on them.",
    ),
    "crosswalk.related": ("{practice}（{relation}）", "{practice} ({relation})"),
    "crosswalk.relation.equal": ("同じ内容", "equal"),
    "crosswalk.relation.subset": ("項目の一部", "part of the item"),
    "crosswalk.relation.superset": ("項目を含む", "includes the item"),
    "crosswalk.relation.intersects": ("一部が重なる", "overlaps"),
    "crosswalk.unknown_items": (
        "対応表にある{count}件は、点検票にも対応先の項目にもありません：{first}",
        "{count} entries of the crosswalk are neither in the checklist nor among the items it leads to: {first}",
    ),
    "crosswalk.written": (
        "対応を書きました：{path}",
        "The coverage is in {path}",
    ),
    "crosswalk.nothing_linked": (
        "この点検票には「{framework}」に対応する対応事項がありません。対応表のファイルを--toで指定してください。",
        'No practice of this checklist is linked to "{framework}". Name a file with a crosswalk by --to.',
    ),
    "crosswalk.suffix": (
        "拡張子は{known}のいずれかにしてください。",
        "Its name must end in one of {known}.",
    ),
}
