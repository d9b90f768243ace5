"""Messages: the command line: options, usage errors, exit codes."""

MESSAGES = {
    "demo.written": (
        "回答例を作成しました：{path}",
        "The example institution's answers are in {path}",
    ),
    "demo.next": (
        "次に実行できるコマンド：",
        "Try next:",
    ),
    "demo.try": (
        "  cssa {command}",
        "  cssa {command}",
    ),
    "cli.usage": (
        "使い方：",
        "Usage:",
    ),
    "cli.commands": (
        "コマンド",
        "Commands",
    ),
    "cli.arguments": (
        "引数",
        "Arguments",
    ),
    "cli.options": (
        "オプション",
        "Options",
    ),
    "cli.everywhere": (
        "すべてのコマンドに共通のオプション",
        "Options common to all commands",
    ),
    "cli.options_metavar": (
        "[オプション]",
        "[OPTIONS]",
    ),
    "cli.command_metavar": (
        "コマンド [引数]…",
        "COMMAND [ARGS]...",
    ),
    "cli.default": (
        "既定：{value}",
        "default: {value}",
    ),
    "cli.required": (
        "必須",
        "required",
    ),
    "cli.exit_codes": (
        "終了コード",
        "Exit codes",
    ),
    "cli.more_problems": (
        "このほかに少なくとも{count}件の問題があります。表示された問題を修正してから、もう一度実行してください。",
        "There are at least {count} more problems. Correct those shown, then run the command again.",
    ),
    "cli.problems": (
        "{count}件の問題があります。",
        "Problems: {count}.",
    ),
    "cli.interrupted": (
        "中断しました。",
        "Interrupted.",
    ),
    "cli.internal": (
        "内部エラーです（{error}）。`--debug`を付けて再実行し、その出力を添えて開発元に連絡してください。",
        "Internal error ({error}). Run the command again with `--debug` and report the output.",
    ),
    "cli.see_help": (
        "詳しくは `{command} --help` をご覧ください。",
        "See `{command} --help`.",
    ),
    "usage.missing_command": (
        "コマンドを指定してください。",
        "Specify a command.",
    ),
    "usage.no_such_command": (
        "「{name}」というコマンドはありません。",
        'Unknown command "{name}".',
    ),
    "usage.did_you_mean": (
        "「{near}」ではありませんか。",
        'Did you mean "{near}"?',
    ),
    "usage.no_such_option": (
        "「{name}」というオプションはありません。",
        'Unknown option "{name}".',
    ),
    "usage.missing": (
        "{name}を指定してください。",
        "Specify {name}.",
    ),
    "usage.bad_value": (
        "{name}の値が正しくありません。",
        "Invalid value for {name}.",
    ),
    "usage.bad_choice": (
        "{name}には次のいずれかを指定してください：{choices}。",
        "{name} must be one of {choices}.",
    ),
    "usage.unknown_schema": (
        "スキーマ「{name}」はありません。次から選んでください：{choices}。",
        'Unknown schema "{name}". Choose one of {choices}.',
    ),
    "usage.bad_date": (
        "日付は2026-11-20の形式で指定してください（{name}、現在の値：「{value}」）。",
        'Specify the date as YYYY-MM-DD, such as 2026-11-20 ({name}, found "{value}").',
    ),
    "usage.option_value": (
        "{name}には値が必要です。又は、値を取らないオプションに値が指定されています。",
        "{name} needs a value, or was given one that it does not take.",
    ),
    "usage.extra": (
        "余分な引数があります。",
        "Too many arguments.",
    ),
    "usage.bad_lang": (
        "--langにはja又はenを指定してください（現在の値：「{value}」）。",
        '--lang must be ja or en (found "{value}").',
    ),
    "usage.other": (
        "コマンドラインの指定が正しくありません。",
        "Invalid command line.",
    ),
    "exit.0": (
        "完了（社内基準は充足）",
        "done; policy met",
    ),
    "exit.1": (
        "社内基準が未充足",
        "policy not met",
    ),
    "exit.2": (
        "コマンドラインの誤り",
        "invalid command line",
    ),
    "exit.3": (
        "入力を受け付けられない、又は読み取れない",
        "input refused or unreadable",
    ),
    "exit.4": (
        "算定対象がない",
        "nothing was assessed",
    ),
    "exit.70": (
        "内部エラー",
        "internal error",
    ),
    "exit.74": (
        "書き込めない",
        "cannot write",
    ),
    "exit.130": (
        "中断",
        "interrupted",
    ),
    "help.app": (
        "金融機関のサイバーセキュリティを、金融庁のガイドラインに沿って自己点検するツールです。点検票に回答し、現状を把握し、優先して取り組む事項を決めるために使用します。",
        "Assess a financial institution's own cybersecurity against the Japanese FSA's Guidelines: answer, see where you stand, decide what to do next.",
    ),
    "help.demo": (
        "例示用の金融機関の回答と報告書、60機関の回答票と集計を作成し、成熟度を表示します。",
        "Create an example institution's answers and report, and a campaign of 60 institutions, and show the score.",
    ),
    "help.score": (
        "回答から成熟度を算定し、領域ごとの値と目標との差を示します。",
        "Score answers: figures by domain, and what is below target.",
    ),
    "help.explain": (
        "成熟度の内訳を示します（算定対象、算定対象外、最も低い段階の対応事項など）。",
        "Explain the figures: what was counted, what was excluded, and which practices are at the lowest level.",
    ),
    "help.checklist": (
        "点検票を表示、作成、検査します。",
        "Show, create and check checklists.",
    ),
    "help.checklist.list": (
        "使用できる点検票の一覧を示します。",
        "List the available checklists.",
    ),
    "help.checklist.show": (
        "点検票の内容、又は1つの対応事項を示します。",
        "Show a checklist, or one of its practices.",
    ),
    "help.checklist.lint": (
        "点検票を検査し、問題を場所とともに示します。",
        "Check checklists and show each problem with its location.",
    ),
    "help.checklist.new": (
        "新しい点検票のひな形を作成します。",
        "Create a skeleton for a new checklist.",
    ),
    "help.schema": (
        "データファイルのJSON Schemaを出力します。",
        "Print the JSON Schema of a kind of data file.",
    ),
    "opt.answers": (
        "回答ファイル（YAML、JSON又は記入済みの回答票）。「-」は標準入力。",
        'Answers file (YAML, JSON or a completed form); "-" is standard input.',
    ),
    "opt.scope": (
        "領域（2.1）、節（2.1.1）又は対応事項（2.1.1-1）の番号。省略時は総合。",
        "Number of a domain (2.1), section (2.1.1) or practice (2.1.1-1); by default, the whole.",
    ),
    "opt.format.score": (
        "出力形式。",
        "Output format.",
    ),
    "opt.scheme": (
        "算定方法のID又はファイル。",
        "Scoring scheme, by ID or file.",
    ),
    "opt.target": (
        "目標のID又はファイル。",
        "Targets, by ID or file.",
    ),
    "opt.checklist": (
        "点検票（ID、ID@版、フォルダー又はchecklist.yaml）。",
        "A checklist: ID, ID@VERSION, folder or checklist.yaml.",
    ),
    "opt.as_of": (
        "判定日（例：2026-11-20）。省略時は今日。",
        "Evaluation date, such as 2026-11-20 (default: today).",
    ),
    "opt.output": (
        "出力先のファイル。省略時は標準出力。",
        "File to write (default: standard output).",
    ),
    "opt.replace": (
        "このコマンドの出力そのままではない既存のファイルも上書きします（元のファイルは末尾に.bakを付けた名前で残ります）。",
        "Overwrite an existing file that is not an unchanged output of this command; the previous file is kept beside it with .bak added to its name.",
    ),
    "opt.out_folder": (
        "出力先のフォルダー。",
        "Folder to write to.",
    ),
    "opt.all": (
        "旧版と使用されないものも示します。",
        "Also list older versions and checklists that are not used.",
    ),
    "opt.practice": (
        "対応事項の番号。",
        "Practice number.",
    ),
    "opt.strict": (
        "注意も問題として取り扱います（終了コード3）。",
        "Treat warnings as problems (exit status 3).",
    ),
    "opt.paths": (
        "点検票（ID、ID@版、フォルダー又はchecklist.yaml）。",
        "Checklists: ID, ID@VERSION, folder or checklist.yaml.",
    ),
    "opt.schema": (
        "スキーマの名前。",
        "Schema name.",
    ),
    "opt.new_id": (
        "作成する点検票のID。",
        "ID of the new checklist.",
    ),
    "opt.new_version": (
        "版。",
        "Version.",
    ),
    "opt.help": (
        "この説明を表示して終了します。",
        "Show this message and exit.",
    ),
    "opt.lang": (
        "言語。",
        "Language.",
    ),
    "opt.version": (
        "版を表示して終了します（--verboseを付けると留意事項も表示します）。",
        "Show the version and exit (with --verbose, also the disclaimers).",
    ),
    "opt.debug": (
        "内部エラーの詳細を表示します。",
        "Show the details of an internal error.",
    ),
    "help.gate": (
        "回答を自機関の社内基準と照合します。未充足の場合は終了コード1。",
        "Check answers against the institution's own policy; exit status 1 if it is not met.",
    ),
    "usage.bad_zone": (
        "{name}の時間帯「{value}」を認識できません。Asia/Tokyoのような名前か、+09:00のような時差で指定してください。",
        'Unknown time zone "{value}" for {name}. Specify a name such as Asia/Tokyo, or an offset such as +09:00.',
    ),
    "opt.timezone": (
        "今日の日付の時間帯。Asia/Tokyoや+09:00など（既定は環境変数CSSA_TZ、なければこのコンピューターの設定）。--as-ofの指定時は使いません。",
        "Time zone of today's date, such as Asia/Tokyo or +09:00 (default: CSSA_TZ, else this machine's setting); not used with --as-of.",
    ),
    "opt.policy": (
        "社内基準のID又はファイル。",
        "Policy, by ID or file.",
    ),
    "opt.gate_output": (
        "出力先。形式=ファイル名（{formats}。「-」は標準出力）。複数指定できます。",
        'Where to write: FORMAT=FILE ({formats}; "-" is standard output). Can be repeated.',
    ),
    "opt.previous": (
        "比較する結果のファイル。",
        "Result to compare with.",
    ),
    "opt.keep": (
        "今回の結果を保存するファイル。結果が下がる場合は更新しません。",
        "File in which to save this result; it is not replaced by a lower one.",
    ),
    "opt.accept_lower": (
        "保存済みの結果を引き下げる理由。",
        "Reason for lowering the saved result.",
    ),
    "opt.show_notes": (
        "補足・証跡・該当なし等の理由の文も出力に含めます。",
        "Include notes, evidence and reasons in the outputs.",
    ),
    "help.assess": (
        "端末で点検票に回答します。1件ごとに保存され、いつでも中断・再開できます。",
        "Answer a checklist in the terminal; every answer is saved at once, and you can stop and resume at any time.",
    ),
    "help.answers": (
        "回答ファイルの承認を記録します。",
        "Record the approval of answers.",
    ),
    "help.answers.approve": (
        "回答ファイルの現在の内容が承認されたことを記録します。後で内容が変わると、報告書に「承認後に変更あり」と表示します。",
        'Record that the answers are approved as they stand. If they change later, reports say "Changed after approval".',
    ),
    "opt.answers.approve": (
        "承認された回答ファイル（YAML又はJSON）。ハッシュ値を書き加えます。",
        "Answers file that was approved (YAML or JSON); a hash is added to it.",
    ),
    "opt.by": (
        "変更記録に残す変更者（役職・部署など）。省略時は、システムのユーザー名を記録します。",
        "Who makes the changes, for the change log (a role or function); by default, the system's user name.",
    ),
    "help.form": (
        "Excelの回答票を作成し、読み込みます。",
        "Create and read Excel forms.",
    ),
    "help.form.new": (
        "Excelの回答票を作成します。",
        "Create an Excel form to complete.",
    ),
    "help.form.read": (
        "記入済みの回答票を検査し、回答ファイル（YAML）に変換します。複数の部署の回答票は1つにまとめます。",
        "Check completed forms and convert them into an answers file (YAML). Forms from several departments are combined.",
    ),
    "opt.form.campaign": (
        "実施回のYAMLファイル（基準日、期限など）。",
        "Campaign file (YAML): base date, deadline and so on.",
    ),
    "opt.form.answers": (
        "あらかじめ記入しておく回答（YAML、JSON又は回答票）。",
        "Answers to pre-fill (YAML, JSON or a form).",
    ),
    "opt.form.split": (
        "主に回答する部署（owner）ごとに回答票を分けます。",
        "One form for each answering function (owner).",
    ),
    "opt.form.output_form": (
        "作成する回答票（.xlsx）。",
        "Form to create (.xlsx).",
    ),
    "opt.form.files": (
        "記入済みの回答票。",
        "Completed forms.",
    ),
    "opt.form.output_answers": (
        "出力する回答ファイル（YAML）。同じ機関の既存の回答ファイルを指定した場合は、その中に反映します。「-」は標準出力。",
        'Answers file to write (YAML), or an existing one of the same institution to merge into; "-" is standard output.',
    ),
    "opt.form.return": (
        "修正が必要な欄を示した回答票の出力先。",
        "Where to write the form with the cells to correct highlighted.",
    ),
    "opt.form.password_file": (
        "パスワードのみを記載したファイル。",
        "File that contains only the password.",
    ),
    "opt.form.take": (
        "既存の回答ファイルとの不一致を、回答票（form）又はファイル（file）の値に統一します。",
        "Resolve conflicts with the existing answers file in favour of the form, or of the file.",
    ),
    "help.report": (
        "取締役会等への報告から実務までを1つのファイルにまとめた報告書を作成します。",
        "Create the report: from the board summary to every answer, in one file.",
    ),
    "opt.report_output": (
        "出力先。形式は拡張子（{suffixes}）で決まります。",
        "File to write; its extension ({suffixes}) determines the format.",
    ),
    "opt.report_previous": (
        "前回の回答、記入済みの回答票又は結果（`cssa score --format json`の出力）。目標を下回る件数を並べて表示します。",
        "Previous answers, completed form or result (from `cssa score --format json`); its number below target is shown alongside.",
    ),
    "opt.template": (
        "自作のJinjaテンプレート（{titles}）。",
        "A Jinja template of your own ({titles}).",
    ),
    "demo.report": (
        "報告書を作成しました：{path}　ブラウザーで開いてください（印刷するとA4の冊子になります）。",
        "The report is in {path}. Open it in a browser; it prints as an A4 booklet.",
    ),
    "help.population": (
        "練習や試験に使用する、架空の機関を作成します。",
        "Generate fictional institutions for practice and testing.",
    ),
    "help.population.generate": (
        "架空の機関の回答、回答票、名簿、受付一覧を出力します。同じシードなら同じ内容になります。",
        "Generate fictional institutions' answers, forms, roster and list of receipts. The same seed gives the same output.",
    ),
    "opt.generate.institutions": (
        "機関の数。",
        "Number of institutions.",
    ),
    "opt.generate.seed": (
        "乱数シード。",
        "Random seed.",
    ),
    "opt.generate.out": (
        "出力先のフォルダー。新規のもの、空のもの、又は以前にこのコマンドで出力したもの（answersとformsは作り直します）。",
        "Output folder: new, empty, or written by this command before (its answers and forms are regenerated).",
    ),
    "opt.generate.no_forms": (
        "回答票（Excel）を作成せず、回答のみを出力します。",
        "Write answers only, no Excel forms.",
    ),
    "opt.generate.faults": (
        "意図的に混入させる不備の件数。どれが不備かはplanted.jsonに記録します。",
        "Number of faults to plant; planted.json lists them.",
    ),
    "opt.generate.workers": (
        "同時に使うプロセスの数。省略時、機関が多い場合はプロセッサーの数。",
        "Number of processes (default: the number of processors when there are many institutions).",
    ),
    "opt.generate.campaign": (
        "実施回（事務年度）。同じシードで年度を進めると、ほぼ同じ機関の1年後になります。",
        "Year of the campaign. A later year with the same seed gives nearly the same institutions one year on.",
    ),
    "opt.report_peers": (
        "比較対象の値（peers.json又はそのフォルダー）。還元資料を作成します。",
        "Peer figures (peers.json or its folder); creates the feedback report.",
    ),
    "opt.demo.institutions": (
        "併せて例示する他の金融機関の数。0なら省略。",
        "Institutions in the example campaign; 0 omits it.",
    ),
    "demo.feedback": (
        "還元資料の例：{path}",
        "Feedback report of one institution: {path}",
    ),
    "demo.run": (
        "実施主体として、届いた回答票を受け付けます（`cssa batch run`）。この時点では公表しません。",
        "As the campaign's issuer: process the returned forms (`cssa batch run`). Nothing is published yet.",
    ),
    "demo.look": (
        "公表の前に、受付管理簿（{ledger}）と確認をお願いする回答を確認し、差戻しを送付します。",
        "Before publishing, review the ledger ({ledger}) and the answers to confirm, and return the forms that need correction.",
    ),
    "demo.publish": (
        "締切（{cut_off}）の翌日、{on}に公表します（`cssa batch publish`）。公表は一度だけです。",
        "On {on}, the day after the cut-off ({cut_off}), publish (`cssa batch publish`). This is done once.",
    ),
    "demo.approved_by": (
        "例示協会 理事会",
        "Board of the example association",
    ),
    "help.batch": (
        "提出された回答票を処理し、還元資料を作成し、集計結果を公表します。",
        "Process returned forms, produce feedback reports, publish the results.",
    ),
    "help.batch.run": (
        "回答票（ファイル、フォルダー、ZIP）を読み取り、受付管理簿、差戻し、還元資料を作成します。公表はしません。2回目以降は変更のあったものだけを読み取ります。",
        "Read forms (files, folders, archives) and produce the ledger, returns and feedback; nothing is published. Later runs read only what has changed.",
    ),
    "help.batch.merge": (
        "`--shard`で分けて読み取った結果をまとめ、残りの処理を行います。",
        "Combine what was read with `--shard`, and produce the rest.",
    ),
    "opt.batch.paths": (
        "回答票：ファイル、フォルダー、ZIP。",
        "Forms: files, folders, archives.",
    ),
    "opt.batch.parts": (
        "`--shard`で作成したすべてのフォルダー。",
        "All folders created with `--shard`.",
    ),
    "opt.batch.output": (
        "出力先のフォルダー（空のもの、又は以前の結果）。",
        "Output folder: empty, or the result of a previous run.",
    ),
    "opt.batch.campaign": (
        "実施回のファイル（YAML）：期限、締切、実施主体、問合せ先など。",
        "Campaign file (YAML): deadline, cut-off, issuer, contact and so on.",
    ),
    "opt.batch.roster": (
        "対象機関の名簿（CSV）。省略時は、提出のあった機関を対象とします。",
        "Roster of expected institutions (CSV); by default, every institution that submitted.",
    ),
    "opt.batch.received": (
        "受付一覧（CSV）：ファイルごとの受付日時、版など。",
        "List of receipts (CSV): when each file was received, its version and so on.",
    ),
    "opt.batch.formats": (
        "還元資料の形式（{formats}。カンマ区切り）。",
        "Formats of the feedback report ({formats}, comma-separated).",
    ),
    "opt.batch.workers": (
        "並行して動かす処理の数。省略時はCPUの数（100件未満なら1）。",
        "Number of processes (default: the number of processors, or 1 below 100 files).",
    ),
    "opt.batch.shard": (
        "N個に分けたうちのK番目だけを読み取ります。",
        "Read only part K of N.",
    ),
    "opt.batch.previous": (
        "前回の結果のフォルダー。自機関の前回の値を併記し、大きな変化を確認の対象とします。",
        "Folder of the previous campaign; shows each institution its previous figures, and queries large changes.",
    ),
    "opt.batch.key": (
        "機関を仮名化する鍵のファイル（population.sqliteのみに適用）。",
        "File with the key for pseudonyms (in population.sqlite only).",
    ),
    "opt.batch.as_of": (
        "判定日（例：2026-11-20）。省略時は実施回の期限、それもなければ今日。",
        "Evaluation date, such as 2026-11-20 (default: the campaign's deadline, else today).",
    ),
    "help.batch.publish": (
        "締切の後に、集計結果を一度だけ確定して公表し、還元資料に比較対象の値を加えます。OUTは`cssa batch run`の結果です。",
        "Publish the figures of a campaign, once, after its cut-off, and produce the feedback reports with them. OUT is a result of `cssa batch run`.",
    ),
    "opt.publish.out": (
        "`cssa batch run`の出力先のフォルダー。",
        "Output folder of `cssa batch run`.",
    ),
    "opt.publish.approved_by": (
        "公表を承認した人又は会議体。",
        "Who approved the publication: a person or a body.",
    ),
    "opt.publish.on": (
        "公表日（例：2026-12-19）。",
        "Date of publication, such as 2026-12-19.",
    ),
    "opt.publish.previous": (
        "前回の公表済みの結果のフォルダー。同じ機関の変化を加えます。",
        "Folder of the previous campaign, published as well; adds the change among the same institutions.",
    ),
    "opt.publish.min_group": (
        "値を公表する集計区分の最少の機関数（省略時は10）。",
        "Minimum number of institutions in a group for a figure to be published (default: 10).",
    ),
    "opt.publish.coalition": (
        "互いに自機関の値を見せ合う可能性のある機関の数（省略時は1）。",
        "Number of institutions that may share their own figures with each other (default: 1).",
    ),
    "opt.publish.second": (
        "業態をさらに分ける軸：size又はcore_system（省略時はsize）。",
        "What divides a sub-sector further: size or core_system (default: size).",
    ),
    "opt.publish.withdraw": (
        "誤りのあった公表済みの値を取り下げます。集計区分だけを指定すると、その値をすべて取り下げます。",
        "Withdraw a published figure that is wrong; with the group alone, all of its figures.",
    ),
    "opt.publish.reason": (
        "取り下げる理由。",
        "Reason for the withdrawal.",
    ),
    "opt.publish.as_of": (
        "今日の代わりに使用する日付。",
        "Date to use instead of today.",
    ),
}
