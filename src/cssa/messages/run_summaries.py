"""Messages: the phases of a run, and the summary at its end."""

MESSAGES = {
    "batch.phase.issue": ("回答票の作成", "Making forms"),
    "batch.phase.read": (
        "読み取り（重複を除く）",
        "Reading (without duplicates)",
    ),
    "batch.days": (
        "基準日：{base_date}　判定日：{as_of}",
        "Base date: {base_date}; evaluation date: {as_of}",
    ),
    "batch.days.evaluation": (
        "判定日：{as_of}",
        "Evaluation date: {as_of}",
    ),
    "batch.phase.export": (
        "表の書き出し",
        "Exporting tables",
    ),
    "batch.phase.publish": (
        "集計に用いるファイルの確認",
        "Checking the files for the statistics",
    ),
    "batch.phase.feedback": (
        "還元資料",
        "Feedback reports",
    ),
    "batch.phase.finish": (
        "最終処理",
        "Finishing",
    ),
    "batch.summary.files": (
        "ファイル {count}件",
        "{count} {count:file|files}",
    ),
    "batch.summary.filings": (
        "ファイル {count}件（複数の機関のものは機関ごとに数えて{filings}件）",
        "{count} {count:file|files} ({filings} when a file for several institutions is counted once for each)",
    ),
    "batch.summary.institutions": (
        "対象 {count}機関",
        "{count} {count:institution|institutions} expected",
    ),
    "batch.summary.statistics": (
        "集計に含むもの {count}機関",
        "{count} {count:institution|institutions} in the statistics",
    ),
    "batch.summary.doubtful": (
        "どの機関のものか確認が必要なもの {count}件（例：{first}）。受付管理簿の「理由」を確認してください。",
        "{count} held until the institution is confirmed (first: {first}): see the reasons in the ledger",
    ),
    "batch.summary.not_read": (
        "このコンピューターで開けず、未確認のもの {count}件（例：{first}）。受付管理簿の「理由」を確認して対処し、もう一度実行してください。",
        "{count} that could not be read on this machine (first: {first}): see the reasons in the ledger, act on them, and run the command again",
    ),
    "batch.summary.unexplained": (
        "延長の理由又は承認者の記録がないもの {count}件（例：{first}）。名簿に記入してください。",
        "{count} {count:extension|extensions} without a recorded reason or approver (first: {first}): complete the roster",
    ),
    "batch.summary.undecided": (
        "使用するかどうか判断が必要なもの {count}件（例：{first}）。受付管理簿の「理由」を確認してください。",
        "{count} held until you decide whether to use {count:it|them} (first: {first}): see the reasons in the ledger",
    ),
    "batch.summary.ignored": (
        "回答票ではないと判断し、読み取らなかったもの {count}件（例：{first}）",
        "{count} {count:file|files} skipped: not {count:a form|forms} (first: {first})",
    ),
    "batch.summary.unseen": (
        "受付一覧の行のうち、該当するファイルがないもの、又は1つに特定できないもの {count}件（例：{first}）",
        "{count} {count:line|lines} of the list of receipts that {count:matches|match} no file, or more than one (first: {first})",
    ),
    "batch.summary.open": (
        "次に確認するもの：",
        "Next, open:",
    ),
    "batch.summary.ledger": (
        "{path}  受付管理簿",
        "{path}  the ledger",
    ),
    "batch.summary.returns": (
        "{path}  提出者への依頼文と、差し戻す回答票（ファイル{count}件について）",
        "{path}  letters on files not accepted, with any forms to return ({count} {count:file|files})",
    ),
    "batch.summary.review": (
        "{path}  確認をお願いする回答",
        "{path}  answers to confirm",
    ),
    "batch.summary.aggregate": (
        "{path}  公表用の集計",
        "{path}  the aggregate for publication",
    ),
    "batch.summary.feedback": (
        "{path}  還元資料（{count}機関）",
        "{path}  feedback reports ({count} {count:institution|institutions})",
    ),
    "batch.summary.interim": (
        "{path}  還元資料（集計途中、自機関の値のみ。{count}機関）",
        "{path}  interim feedback reports, own figures only ({count} {count:institution|institutions})",
    ),
    "batch.summary.restricted": (
        "{path}  実施主体限りの集計（外部に出さないでください）",
        "{path}  the issuer's restricted edition; do not pass it on",
    ),
    "batch.summary.unpublished": (
        "まだ公表していません。集計の締切（定めがない場合は提出期限）の後、結果を確認してから：`cssa batch publish {path} --approved-by 承認者 --on 公表日`",
        "Nothing is published yet. After the cut-off (the deadline, if there is none), once the results are checked: `cssa batch publish {path} --approved-by NAME --on DATE`",
    ),
    "batch.summary.published": (
        "{on}に公表済みです（承認：{approved_by}、集計した機関：{count}）。以後の実行で、公表した値が変わることはありません。",
        "Published on {on} (approved by {approved_by}; {count} {count:institution|institutions} included). Later runs do not change the published figures.",
    ),
    "batch.summary.known.form": (
        "1つの回答票で{institutions}機関が回答（{name}）。回答を知る者がいるために秘匿した値：{count}件",
        "One form covers {institutions} institutions ({name}). Figures withheld because its sender knows their answers: {count}",
    ),
    "batch.summary.known.seen_by": (
        "{institutions}機関の回答を閲覧できる者（{name}）。回答を知る者がいるために秘匿した値：{count}件",
        "{name} sees the answers of {institutions} institutions. Figures withheld because of this: {count}",
    ),
    "batch.summary.known.licences": (
        "1つの法人の{institutions}件の免許・登録（{name}）。回答を知る者がいるために秘匿した値：{count}件",
        "{institutions} licences of one institution ({name}). Figures withheld because it knows the answers for all: {count}",
    ),
    "batch.summary.withdrawn": (
        "{on}に{count}件の値を取り下げました：",
        "Withdrawn on {on}: {count} {count:figure|figures}",
    ),
    "batch.summary.hand_out": (
        "作成した資料：",
        "Produced:",
    ),
    "batch.phase_done": (
        "{phase}：{count}件",
        "{phase}: {count}",
    ),
    "batch.summary.unchanged": (
        "前回の実行から変更はありません。",
        "Nothing has changed since the last run.",
    ),
}
