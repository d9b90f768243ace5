"""Messages: the command line: options, usage errors, exit codes."""

MESSAGES = {
    "demo.written": (
        "例の回答を書きました：{path}",
        "An example institution's answers are in {path}",
    ),
    "demo.next": (
        "次に試すこと：",
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
        "どのコマンドでも使えるオプション",
        "Options of every command",
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
        "このほかに少なくとも{count}件の問題があります。上のものを直してから、もう一度実行してください。",
        "There are at least {count} more. Correct these first, then run it again.",
    ),
    "cli.problems": (
        "{count}件の問題があります。",
        "{count} problems.",
    ),
    "cli.interrupted": (
        "中断しました。",
        "Interrupted.",
    ),
    "cli.internal": (
        "内部エラーです（{error}）。`--debug`を付けて実行し、その出力を添えて知らせてください。",
        "Internal error ({error}). Run it again with `--debug` and report what it prints.",
    ),
    "cli.see_help": (
        "詳しくは `{command} --help` をご覧ください。",
        "See `{command} --help`.",
    ),
    "usage.missing_command": (
        "コマンドを指定してください。",
        "Name a command.",
    ),
    "usage.no_such_command": (
        "「{name}」というコマンドはありません。",
        'There is no command "{name}".',
    ),
    "usage.did_you_mean": (
        "「{near}」ではありませんか。",
        'Did you mean "{near}"?',
    ),
    "usage.no_such_option": (
        "「{name}」というオプションはありません。",
        'There is no option "{name}".',
    ),
    "usage.missing": (
        "{name}を指定してください。",
        "{name} is missing.",
    ),
    "usage.bad_value": (
        "{name}の値が正しくありません。",
        "The value of {name} is not right.",
    ),
    "usage.bad_choice": (
        "{name}には次のどれかを指定してください：{choices}。",
        "{name} takes one of {choices}.",
    ),
    "usage.unknown_schema": (
        "スキーマ「{name}」はありません。次から選んでください：{choices}。",
        'There is no schema "{name}". Choose one of {choices}.',
    ),
    "usage.bad_date": (
        "日付は2026-11-20の形で書いてください（{name}、今は「{value}」）。",
        'Write a date as 2026-11-20 ({name}, now "{value}").',
    ),
    "usage.option_value": (
        "{name}には値が必要です。又は、値を取らないオプションに値が付いています。",
        "{name} needs a value, or was given one that it does not take.",
    ),
    "usage.extra": (
        "余分な引数があります。",
        "Too many arguments.",
    ),
    "usage.bad_lang": (
        "--langにはjaかenを指定してください（今は「{value}」）。",
        '--lang takes ja or en (now "{value}").',
    ),
    "usage.other": (
        "使い方が正しくありません。",
        "The command line is not right.",
    ),
    "exit.0": (
        "完了、基準は充足",
        "done; gate met",
    ),
    "exit.1": (
        "社内基準が未充足",
        "gate not met",
    ),
    "exit.2": (
        "使い方の誤り",
        "wrong usage",
    ),
    "exit.3": (
        "入力を受け付けられない、又は読めない",
        "input refused or unreadable",
    ),
    "exit.4": (
        "何も評価されなかった",
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
        "金融機関のサイバーセキュリティを、金融庁のガイドラインに沿って自己点検します。回答し、現在地を知り、次の一手を決めるための道具です。",
        "Assess a financial institution's own cybersecurity against the Japanese FSA's guidelines: answer, see where you stand, decide what to do next.",
    ),
    "help.demo": (
        "例の金融機関の回答と報告書、60機関の回答票と集計を書き出し、数値を示します。",
        "Write an example institution's answers and report, and a campaign of 60; show the score.",
    ),
    "help.score": (
        "回答から数値を算定し、領域ごとの数値と目標との差を示します。",
        "Score answers: figures by domain and what is below target.",
    ),
    "help.explain": (
        "数値の内訳を示します。何を数え、何を除き、何が段階を決めているか。",
        "Explain the figures: what was counted, what was left out, what holds the level.",
    ),
    "help.checklist": (
        "点検票を調べる、作る、確かめる。",
        "Look at checklists, make them, check them.",
    ),
    "help.checklist.list": (
        "使える点検票の一覧を示します。",
        "List the checklists within reach.",
    ),
    "help.checklist.show": (
        "点検票の内容、又は1つの対応事項を示します。",
        "Show a checklist, or one of its practices.",
    ),
    "help.checklist.lint": (
        "点検票を検査し、問題を場所とともに示します。",
        "Check checklists and show each problem with its place.",
    ),
    "help.checklist.new": (
        "新しい点検票のひな形を作ります。",
        "Make a skeleton for a new checklist.",
    ),
    "help.schema": (
        "データファイルのJSON Schemaを出力します。",
        "Print the JSON Schema of a kind of data file.",
    ),
    "opt.answers": (
        "回答ファイル（YAML、JSON又は記入済みの回答票）。「-」は標準入力。",
        'Answers file (YAML, JSON or a filled form); "-" is standard input.',
    ),
    "opt.scope": (
        "領域（2.1）、節（2.1.1）又は対応事項（2.1.1-1）の番号。省くと総合。",
        "Number of a domain (2.1), section (2.1.1) or practice (2.1.1-1); the whole where left out.",
    ),
    "opt.format.score": (
        "出力の形。",
        "Form of the output.",
    ),
    "opt.scheme": (
        "算定方法のID又はファイル。",
        "Scheme, by id or file.",
    ),
    "opt.target": (
        "目標のID又はファイル。",
        "Targets, by id or file.",
    ),
    "opt.checklist": (
        "点検票（ID、ID@版、フォルダー又はchecklist.yaml）。",
        "A checklist: ID, ID@VERSION, folder or checklist.yaml.",
    ),
    "opt.as_of": (
        "判定日（2026-11-20の形）。省くと今日。",
        "Evaluation date (as 2026-11-20); today where left out.",
    ),
    "opt.output": (
        "出力先のファイル。省くと標準出力。",
        "File to write to; standard output where left out.",
    ),
    "opt.replace": (
        "このコマンドが出力したままのものではない既存のファイルも上書きします（元のファイルは末尾に.bakを付けた名前で残ります）。",
        "Overwrite an existing file that is not an unchanged output of this command; the previous file is kept beside it with .bak added to its name.",
    ),
    "opt.out_folder": (
        "書き出すフォルダー。",
        "Folder to write to.",
    ),
    "opt.all": (
        "旧版と使われないものも示す。",
        "List older versions and what is not taken, too.",
    ),
    "opt.practice": (
        "対応事項の番号。",
        "Number of a practice.",
    ),
    "opt.strict": (
        "注意も問題として扱う（終了コード3）。",
        "Treat warnings as problems too (exit code 3).",
    ),
    "opt.paths": (
        "点検票（ID、ID@版、フォルダー又はchecklist.yaml）。",
        "Checklists: ID, ID@VERSION, folder or checklist.yaml.",
    ),
    "opt.schema": (
        "スキーマの名前。",
        "Name of a schema.",
    ),
    "opt.new_id": (
        "作る点検票のID。",
        "Id of the new checklist.",
    ),
    "opt.new_version": (
        "版。",
        "Version.",
    ),
    "opt.help": (
        "この説明を示して終わります。",
        "Show this and leave.",
    ),
    "opt.lang": (
        "言語。",
        "Language.",
    ),
    "opt.version": (
        "版を示して終わります（--verboseで免責事項も）。",
        "Show the version and leave (with --verbose, the disclaimers too).",
    ),
    "opt.debug": (
        "内部エラーのとき、詳しい経過を示します。",
        "Show the details of an internal error.",
    ),
    "help.gate": (
        "回答を自らの社内基準と照合します。未充足なら終了コード1。",
        "Check answers against the institution's own policy; exit 1 when it is not met.",
    ),
    "usage.bad_zone": (
        "{name}の時間帯「{value}」が分かりません。Asia/Tokyoのような名前か、+09:00のような差で指定してください。",
        'The time zone "{value}" of {name} is not known. Specify a name such as Asia/Tokyo, or a difference such as +09:00.',
    ),
    "opt.timezone": (
        "今日の日付の時間帯。Asia/Tokyoや+09:00など（既定は環境変数CSSA_TZ、なければこの機械のもの）。--as-ofがあるときは使いません。",
        "Time zone of today's date, such as Asia/Tokyo or +09:00 (by default CSSA_TZ, else this machine's); not used with --as-of.",
    ),
    "opt.policy": (
        "社内基準のID又はファイル。",
        "Policy, by id or file.",
    ),
    "opt.gate_output": (
        "出力先。形式=ファイル名（{formats}。「-」は標準出力）。繰り返せます。",
        'Where to write: FORMAT=FILE ({formats}; "-" is standard output). Repeatable.',
    ),
    "opt.previous": (
        "比べる結果のファイル。",
        "Result to compare with.",
    ),
    "opt.keep": (
        "今の結果を保存するファイル。下がるときは更新しません。",
        "File to keep this result in; it is not replaced by a lower one.",
    ),
    "opt.accept_lower": (
        "保存済みの結果を下げる理由。",
        "Reason for lowering the kept result.",
    ),
    "opt.show_notes": (
        "補足・証跡・該当なしの理由の文も出力に含めます。",
        "Put notes, evidence and reasons for leaving out into the outputs.",
    ),
    "help.assess": (
        "端末で点検票に回答します。答えるたびに保存し、いつでも中断・再開できます。",
        "Answer a checklist in the terminal; every answer is saved at once, and you can stop and go on at any time.",
    ),
    "help.answers": (
        "回答ファイルの承認を記録する。",
        "Record the approval of answers.",
    ),
    "help.answers.approve": (
        "回答ファイルの今の内容が承認されたことを記録します。後で内容が変わると、報告書に「承認後に変更あり」と示します。",
        'Record that the answers are approved as they are now. If they change later, reports say "Changed after approval".',
    ),
    "opt.answers.approve": (
        "承認された回答ファイル（YAML又はJSON）。ハッシュ値を書き加えます。",
        "Answers file that was approved (YAML or JSON); a hash is added to it.",
    ),
    "opt.by": (
        "変更記録に残す変更者（役職・部署など）。指定しなければ、システムのユーザー名を残します。",
        "Who makes the changes, for the change log (a role or function); the system's user name if not given.",
    ),
    "help.form": (
        "Excelの回答票を作る、読み込む。",
        "Make and read Excel forms.",
    ),
    "help.form.new": (
        "Excelの回答票を作ります。",
        "Make an Excel form to be filled.",
    ),
    "help.form.read": (
        "記入済みの回答票を検査し、回答ファイル（YAML）にします。複数の部署の回答票は1つにまとめます。",
        "Check filled forms and turn them into an answers file (YAML). Forms of several departments become one.",
    ),
    "opt.form.campaign": (
        "実施の通知（基準日、期限など）のYAMLファイル。",
        "YAML file on the campaign: base date, deadline and so on.",
    ),
    "opt.form.answers": (
        "あらかじめ記入しておく回答（YAML、JSON又は回答票）。",
        "Answers to fill in beforehand (YAML, JSON or a form).",
    ),
    "opt.form.split": (
        "担当部署（owner）ごとに1つの回答票に分けます。",
        "One form for each department that answers (owner).",
    ),
    "opt.form.output_form": (
        "作る回答票（.xlsx）。",
        "Form to make (.xlsx).",
    ),
    "opt.form.files": (
        "記入済みの回答票。",
        "Filled forms.",
    ),
    "opt.form.output_answers": (
        "書き出す回答ファイル（YAML）。同じ機関の既存の回答ファイルなら、その中に反映。「-」は標準出力。",
        "Answers file to write (YAML), or an existing one of the same institution to merge into; - is standard output.",
    ),
    "opt.form.return": (
        "問題のある欄に印を付けた回答票を、ここに書きます。",
        "Write the form with its problem cells marked here.",
    ),
    "opt.form.password_file": (
        "パスワードだけを書いたファイル。",
        "File that holds the password and nothing else.",
    ),
    "opt.form.take": (
        "既存の回答ファイルとの食い違いを、回答票（form）又はファイル（file）の値に決めます。",
        "Settle conflicts with the existing answers file by the value in the form, or by that in the file.",
    ),
    "help.report": (
        "取締役会等への報告から実務までを1つのファイルにした報告書を作ります。",
        "Make the report: from the board's page to the engineer's, in one file.",
    ),
    "opt.report_output": (
        "出力先。形式は末尾の {suffixes} で決まります。",
        "File to write; its ending {suffixes} decides the format.",
    ),
    "opt.report_previous": (
        "前回の回答、記入済み調査票又は結果（`cssa score --format json`の出力）。目標を下回る件数を並べます。",
        "Last time's answers, filled form or result (from `cssa score --format json`); its number below target is shown beside.",
    ),
    "opt.template": (
        "自作のJinjaテンプレート（{titles}）。",
        "A Jinja template of your own ({titles}).",
    ),
    "demo.report": (
        "報告書を書きました：{path}　ブラウザーで開いてください（印刷するとA4の冊子になります）。",
        "The report is in {path}. Open it in a browser; printed, it is an A4 booklet.",
    ),
    "help.population": (
        "練習や試験に使う、架空の機関を作ります。",
        "Make fictional institutions for practice and tests.",
    ),
    "help.population.generate": (
        "架空の機関の回答、回答票、名簿、受付一覧を書き出します。同じ種からは同じものができます。",
        "Write fictional institutions' answers, forms, roster and list of receipts. The same seed gives the same.",
    ),
    "opt.generate.institutions": (
        "機関の数。",
        "Number of institutions.",
    ),
    "opt.generate.seed": (
        "乱数の種。",
        "What chance depends on.",
    ),
    "opt.generate.out": (
        "書き出すフォルダー。新しいもの、空のもの、又は前にこのコマンドで書き出したもの（answersとformsは作り直します）。",
        "Folder to write: a new or empty one, or one that this command wrote before (its answers and forms are made anew).",
    ),
    "opt.generate.no_forms": (
        "回答票（Excel）を作らず、回答だけを書き出します。",
        "Write answers alone, no Excel forms.",
    ),
    "opt.generate.faults": (
        "わざと混ぜる不備の数。どれがそうかはplanted.jsonに書きます。",
        "Number of faults to put in. planted.json tells which.",
    ),
    "opt.generate.workers": (
        "同時に使うプロセスの数。省くと、機関が多いときはプロセッサーの数。",
        "Number of processes; where there are many institutions, as many as processors unless given.",
    ),
    "opt.generate.campaign": (
        "実施年度。同じ種で年度を進めると、ほぼ同じ機関の1年後になります。",
        "Year of the campaign. A later year with the same seed gives nearly the same institutions, further on.",
    ),
    "opt.report_peers": (
        "比較対象の値（peers.jsonか、それがあるフォルダ）。還元資料を書きます",
        "Peer figures (peers.json or its folder); writes the feedback report",
    ),
    "opt.demo.institutions": (
        "ともに例示する他の金融機関の数。0なら省く。",
        "Institutions of the example campaign; 0 leaves it out.",
    ),
    "demo.feedback": (
        "還元資料の例：{path}",
        "One institution's feedback: {path}",
    ),
    "demo.run": (
        "実施主体として、届いた回答票を受け付けます（`cssa batch run`）。まだ何も公表しません。",
        "As the campaign's issuer: take in the forms that came back (`cssa batch run`). Nothing is published yet.",
    ),
    "demo.look": (
        "公表の前に、受付管理簿（{ledger}）と確認をお願いする回答を見て、差戻しを送ります。",
        "Before publishing, look through the ledger ({ledger}) and the answers to ask about, and send back what has to be fixed.",
    ),
    "demo.publish": (
        "締切（{cut_off}）の翌日、{on}に公表します（`cssa batch publish`）。公表は一度だけです。",
        "The day after the cut-off ({cut_off}), on {on}, publish (`cssa batch publish`). That is done once.",
    ),
    "demo.approved_by": (
        "例示協会 理事会",
        "Board of the example association",
    ),
    "help.batch": (
        "集まった回答票を受け付け、還元資料を作り、集計結果を公表する。",
        "Take in the forms that came back, make feedback, publish the results.",
    ),
    "help.batch.run": (
        "回答票（ファイル、フォルダー、ZIP）を読み、受付管理簿、差戻し、還元資料を作ります。公表はしません。2回目以降は変わったものだけを読みます。",
        "Read forms (files, folders, archives) and make the ledger, returns and feedback; nothing is published. A second run reads only what has changed.",
    ),
    "help.batch.merge": (
        "`--shard`で分けて読んだ結果をまとめ、残りを作ります。",
        "Bring together what was read with `--shard`, and make the rest.",
    ),
    "opt.batch.paths": (
        "回答票：ファイル、フォルダー、ZIP。",
        "Forms: files, folders, archives.",
    ),
    "opt.batch.parts": (
        "`--shard`で作ったフォルダー（全部）。",
        "The folders made with `--shard`, all of them.",
    ),
    "opt.batch.output": (
        "作るフォルダー（空のもの、又は以前の結果）。",
        "Folder to fill: an empty one, or a former result.",
    ),
    "opt.batch.campaign": (
        "実施年度のファイル（YAML）：期限、締切、発出者、連絡先など。",
        "Campaign file (YAML): deadline, cut-off, issuer, contact and so on.",
    ),
    "opt.batch.roster": (
        "対象機関の名簿（CSV）。省くと、見つかった機関を対象とします。",
        "Roster of the institutions expected (CSV); without it, everyone found is.",
    ),
    "opt.batch.received": (
        "受付一覧（CSV）：ファイルごとの受付日時、版など。",
        "List of receipts (CSV): when each file came, its version and so on.",
    ),
    "opt.batch.formats": (
        "還元資料の形式（{formats}をカンマで区切る）。",
        "Formats of the feedback ({formats}, divided by commas).",
    ),
    "opt.batch.workers": (
        "並行する処理の数。省くとCPUの数（100件に満たなければ1）。",
        "Processes to use; where left out as many as there are processors, or one below 100 files.",
    ),
    "opt.batch.shard": (
        "N個に分けたK番目だけを読みます。",
        "Read only part K of N.",
    ),
    "opt.batch.previous": (
        "前回の結果のフォルダー。前回の自機関の値を並べ、変化を確認の対象とします。",
        "The last campaign's folder; shows each institution its own figures of then, and asks about large changes.",
    ),
    "opt.batch.key": (
        "機関を仮名にする鍵のファイル（population.sqliteのみ）。",
        "File with the key for pseudonyms (in population.sqlite alone).",
    ),
    "opt.batch.as_of": (
        "判定日（2026-11-20の形）。省くと実施年度の期限、それもなければ今日。",
        "Evaluation date (as 2026-11-20); the campaign's deadline where left out, else today.",
    ),
    "help.batch.publish": (
        "締切の後に、集計結果を一度だけ公表用に確定し、還元資料に比較対象の値を加えます。OUTは`cssa batch run`の結果です。",
        "Publish the figures of a campaign, once, after its cut-off, and make the feedback beside them. OUT is a result of `cssa batch run`.",
    ),
    "opt.publish.out": (
        "`cssa batch run`で作ったフォルダー。",
        "The folder that `cssa batch run` has filled.",
    ),
    "opt.publish.approved_by": (
        "公表を承認した人又は会議体。",
        "Who approved the publication: a person or a body.",
    ),
    "opt.publish.on": (
        "公表日（2026-12-19の形）。",
        "Day of the publication (as 2026-12-19).",
    ),
    "opt.publish.previous": (
        "前回の公表済みの結果のフォルダー。同じ機関の変化を加えます。",
        "The last campaign's folder, published as well; adds the change of the same institutions.",
    ),
    "opt.publish.min_group": (
        "値を公表する区分の最少の機関数（省くと10）。",
        "Institutions that a group has at least for a figure to be published (10 where left out).",
    ),
    "opt.publish.coalition": (
        "自らの値を見せ合いうる機関の数（省くと1）。",
        "Institutions that may show each other their own figures (1 where left out).",
    ),
    "opt.publish.second": (
        "業態をさらに分ける軸：size又はcore_system（省くとsize）。",
        "What divides a sub-sector further: size or core_system (size where left out).",
    ),
    "opt.publish.withdraw": (
        "誤りのあった公表済みの値を取り下げます。区分だけを書くと、その値をすべて取り下げます。",
        "Withdraw a published figure that is wrong; with the group alone, all of its figures.",
    ),
    "opt.publish.reason": (
        "取り下げる理由。",
        "Why it is withdrawn.",
    ),
    "opt.publish.as_of": (
        "今日の代わりとする日付。",
        "Date to take as today's.",
    ),
}
