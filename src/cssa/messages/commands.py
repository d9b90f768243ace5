"""Messages: the command line: options, usage errors, exit codes."""

MESSAGES = {
    "demo.written": (
        "回答例を作成しました：{path}",
        "Wrote the example institution's answers to {path}",
    ),
    "demo.comparison": (
        "前年との比較を作成しました：{path}",
        "Wrote the comparison with last year to {path}",
    ),
    "demo.plan": (
        "改善計画を作成しました：{path}",
        "Wrote the plan to {path}",
    ),
    "demo.further": (
        "同じ機関は、別の2つの点検票にも回答しています。オペレーショナル・レジリエンスでは、自ら挙げた業務の1つで復旧時間が矛盾しています。クラウドの障害への備えでは、`cssa explain`が、設問に関連する公表事例を示します。",
        "The same institution has also answered two further checklists: operational resilience, where recovery times contradict each other for one of the operations it named, and readiness for cloud outages, where `cssa explain` shows published cases beside a question.",
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
        "このほかに少なくとも{count}件の問題があります。先に、表示された問題を修正してください。",
        "There {count:is|are} at least {count} more {count:problem|problems}. Correct those shown first.",
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
        "詳しくは`{command} --help`をご覧ください。",
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
        'Unknown schema "{name}". Choose from {choices}.',
    ),
    "usage.bad_date": (
        "日付は2026-11-20の形式で指定してください（{name}、現在の値：「{value}」）。",
        'Specify the date as YYYY-MM-DD, such as 2026-11-20 ({name}, found "{value}").',
    ),
    "usage.option_value": (
        "{name}に値が指定されていないか、値を取らないオプションに値が指定されています。",
        "{name} needs a value, or was given one that it does not take.",
    ),
    "usage.extra": (
        "余分な引数「{found}」があります。",
        'Too many arguments: "{found}" is not expected.',
    ),
    "usage.extra_answers": (
        "余分な引数「{found}」があります。回答ファイルは--answersで指定します。",
        'Too many arguments: "{found}" is not expected. The answers file is named with --answers.',
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
        "社内基準が未充足、又は緩くなった点がある（policy diff）",
        "policy not met, or something became weaker (policy diff)",
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
        "nothing to score",
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
        "回答から成熟度を算定し、領域ごとの値と、目標を下回る対応事項を示します。",
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
    "help.completion": (
        "シェルの補完（コマンド、オプション、ID、ファイル名）を設定するスクリプトを出力します。",
        "Print the script that lets a shell complete commands, options, IDs and file names.",
    ),
    "opt.completion.shell": (
        "シェル。",
        "Shell.",
    ),
    "opt.answers": (
        "回答ファイル（YAML、JSON又は記入済みの回答票）。「-」は標準入力。",
        'Answers file (YAML, JSON or a completed form); "-" is standard input.',
    ),
    "opt.scope": (
        "領域（2.1）、節（2.1.1）又は対応事項（2.1.1-1）の番号。省略時は全体。",
        "Number of a domain (2.1), section (2.1.1) or practice (2.1.1-1); by default, the overall score.",
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
        "旧版、過去の点検票、使用されないものも示します。",
        "Also list older versions, historical checklists, and those that are not used.",
    ),
    "opt.practice": (
        "対応事項の番号。",
        "Practice number.",
    ),
    "opt.strict": (
        "注意も問題として取り扱います（終了コード3）。",
        "Treat warnings as problems (exit code 3).",
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
        "Check answers against the institution's own policy; exit code 1 if it is not met.",
    ),
    "usage.bad_zone": (
        "{name}のタイムゾーン「{value}」を認識できません。Asia/Tokyoのような名前か、+09:00のような時差で指定してください。",
        'Unknown time zone "{value}" for {name}. Specify a name such as Asia/Tokyo, or an offset such as +09:00.',
    ),
    "opt.timezone": (
        "今日の日付のタイムゾーン。Asia/Tokyoや+09:00など（既定は環境変数CSSA_TZ、なければこのコンピューターの設定）。--as-ofの指定時は使いません。",
        "Time zone of today's date, such as Asia/Tokyo or +09:00 (default: CSSA_TZ, else this machine's setting); not used with --as-of.",
    ),
    "opt.gate_answers": (
        "回答（YAML、JSON、回答票）のファイル、フォルダー又はパターン。「-」は標準入力。省略時はcssa.yamlに記載したもの。",
        'Answers (YAML, JSON or a form): files, folders or patterns; "-" is standard input. By default, those that cssa.yaml lists.',
    ),
    "opt.policy": (
        "社内基準のID又はファイル（既定は環境変数CSSA_POLICY、cssa.yamlのpolicy、{default}の順）。",
        "Policy, by ID or file (default: CSSA_POLICY, then policy in cssa.yaml, then {default}).",
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
    "opt.gate_base": (
        "統合先ブランチを取り出したフォルダー。社内基準、保存済みの結果、cssa.yamlなど、回答以外はここから読み込みます（ここにないcssa.yamlと点検票は、照合するブランチのものを使用します）。",
        "Checkout of the base branch. Everything except the answers, such as the policy, the saved result and cssa.yaml, is read from it (a cssa.yaml or checklist that it lacks is taken from the branch that is checked).",
    ),
    "opt.gate_stdin": (
        "標準入力（「-」）の回答のファイル名。場所の表示とcssa.yamlの参照に使います。",
        'File name of answers on standard input ("-"), for locations and for cssa.yaml.',
    ),
    "opt.gate_exit_zero": (
        "未充足でも終了コードを0にします。導入時の試行に使います。",
        "Exit with code 0 even if the policy is not met, for trying it out.",
    ),
    "opt.gate_quiet": (
        "充足している場合は何も表示しません。-oのファイルは作成します。",
        "Print nothing if the policy is met; files specified with -o are still written.",
    ),
    "opt.accept_lower": (
        "保存済みの結果を引き下げる理由。",
        "Reason for lowering the saved result.",
    ),
    "opt.show_notes": (
        "補足・証跡・該当なし等の理由の文も出力に含めます。",
        "Include notes, evidence and reasons in the outputs.",
    ),
    "help.policy": (
        "社内基準の案を作成し、検査し、変更で緩くなった点を示します。",
        "Draft and check policies, and show what a change weakens.",
    ),
    "help.policy.new": (
        "現在の結果をそのまま水準とする、社内基準の案を作成します。",
        "Draft a policy whose thresholds are today's figures.",
    ),
    "help.policy.lint": (
        "社内基準を検査します。",
        "Check policies.",
    ),
    "help.policy.diff": (
        "緩くなった点を示します（あれば終了コード1）。社内基準、保存済みの結果、回答、cssa.yaml、又はこれらの入った2つのフォルダーを比較します。",
        "Show what became weaker; exit code 1 if anything did. Compares policies, saved results, answers, cssa.yaml, or two folders that hold them.",
    ),
    "opt.policy.files": (
        "社内基準のファイル又はID。",
        "Policies, by file or ID.",
    ),
    "opt.policy.strict": (
        "注意がある場合は終了コード3。",
        "Exit code 3 if there are warnings.",
    ),
    "opt.policy.old": (
        "変更前のファイル又はフォルダー。",
        "File or folder before the change.",
    ),
    "opt.policy.new": (
        "変更後のファイル又はフォルダー。",
        "File or folder after the change.",
    ),
    "opt.policy.allow": (
        "緩くなることを認める理由。終了コードは0になります。",
        "Reason for allowing what is weaker; the exit code is then 0.",
    ),
    "opt.policy.id": (
        "社内基準のID。",
        "ID of the policy.",
    ),
    "help.assess": (
        "端末で点検票に回答します。1件ごとに保存され、いつでも中断・再開できます。",
        "Answer a checklist in the terminal; every answer is saved at once, and you can stop and resume at any time.",
    ),
    "help.answers": (
        "回答ファイルを次回に引き継ぎ、統合し、提供者の回答を反映し、承認を記録します。",
        "Carry answers over to the next assessment, merge them, apply those of a provider, and record their approval.",
    ),
    "help.answers.approve": (
        "回答ファイルの現在の内容が承認されたことを記録します。後で内容が変わると、報告書に「承認後に変更あり」と表示します。",
        'Record that the answers are approved as they stand. If they change later, reports say "Changed after approval".',
    ),
    "opt.answers.approve": (
        "承認された回答ファイル（YAML又はJSON）。ハッシュ値を書き加えます。",
        "Answers file that was approved (YAML or JSON); a hash is added to it.",
    ),
    "help.answers.merge": (
        "共通の版（BASE）から別々に変更した2つの回答ファイルを統合します。一方だけの変更は、すべて残します。両方で異なる変更がある場合は、両者の値を一覧で示し、--takeを付けない限り何も書き込みません。出力先を省略すると、OURSを書き換えます。",
        "Merge two answers files that were changed from a common version (BASE). Changes on one side only are all kept. If anything was changed differently on both sides, it is listed with both values, and nothing is written without --take. Without an output, OURS is updated.",
    ),
    "help.answers.apply": (
        "共同センター、グループ会社、委託先などの回答を、確認待ちの回答として回答ファイルに反映します。自機関の回答は変更しません。",
        "Apply the answers of a shared centre, group company or service provider to an answers file, where they await confirmation. The institution's own answers are not changed.",
    ),
    "opt.answers.base": (
        "変更前の共通の回答ファイル。空のファイルは「共通の版なし」を表します。",
        "The common version, before the changes; an empty file stands for none.",
    ),
    "opt.answers.ours": (
        "自分側の回答ファイル。",
        "Our version.",
    ),
    "opt.answers.theirs": (
        "相手側の回答ファイル。",
        "Their version.",
    ),
    "opt.answers.merge_output": (
        "統合した回答の出力先。省略時はOURSを書き換えます。「-」は標準出力。",
        'Where to write the merged answers, instead of updating OURS; "-" is standard output.',
    ),
    "opt.answers.take": (
        "不一致を、自分側（ours）又は相手側（theirs）の値に統一します。",
        "Resolve conflicts in favour of our side, or of theirs.",
    ),
    "opt.answers.provider": (
        "提供者の回答（YAML、JSON又は記入済みの回答票）。",
        "The provider's answers (YAML, JSON or a completed form).",
    ),
    "opt.answers.applied": (
        "反映先の回答ファイル。",
        "Answers file to apply them to.",
    ),
    "opt.answers.performed_by": (
        "提供者と自機関の関係。省略時は、提供者のファイルの記載（provides）に従います。",
        "What the provider is to the institution; by default, what the provider's file states under provides.",
    ),
    "opt.answers.only": (
        "反映する対応事項、節又は領域の番号。複数指定できます。省略時は、提供者のファイルに挙げられたもの、なければ回答されたものすべて。",
        "Practices, sections or domains to apply; can be repeated. By default, those that the provider's file lists, else all that it answers.",
    ),
    "opt.by": (
        "変更記録に残す変更者（役職・部署など）。省略時は、システムのユーザー名を記録します。",
        "Who makes the changes, for the change log (a role or function); by default, the system's user name.",
    ),
    "help.form": (
        "Excel又はブラウザの回答票を作成し、読み込みます。",
        "Create and read forms for Excel or the browser.",
    ),
    "help.form.new": (
        "Excel又はブラウザで記入する回答票を作成します。",
        "Create a form to complete in Excel or in a browser.",
    ),
    "help.form.read": (
        "記入済みの回答票を検査し、回答ファイル（YAML）に変換します。複数の部署の回答票は1つにまとめます。",
        "Check completed forms and convert them into an answers file (YAML). Forms from several departments are combined.",
    ),
    "help.form.status": (
        "フォルダーにある回答票について、部署ごとの状況（送付済み、提出済み、期限超過など）と未回答の対応事項、部署どうしの不一致を示します。",
        "Show, by department, which forms in a folder were sent or received, or are overdue, what is still unanswered, and what conflicts.",
    ),
    "opt.form.folder": (
        "作成した回答票と、提出された回答票のあるフォルダー（その中のフォルダーを含む）。",
        "Folder with the forms that were created and those received, folders in it included.",
    ),
    "opt.form.status_delegates": (
        "部署ごとの担当、連絡先、提出期限の一覧（YAML）。回答票のない部署も示します。",
        "List of departments with what each answers, its contact and its due date (YAML); departments without a form are shown, too.",
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
    "opt.form.short": (
        "基本的な対応事項だけの簡易な回答票（設問は1枚のシート、記入欄は段階・補足・期日）。少人数の機関向け。",
        "A short form with the basic practices alone: one sheet of questions, with level, note and due date. For institutions with few staff.",
    ),
    "opt.form.delegates": (
        "部署ごとの担当、連絡先、提出期限の一覧（YAML）。--split ownerとともに指定すると、部署ごとに回答票を作成します。",
        "List of departments with what each answers, its contact and its due date (YAML); with --split owner, one form for each department.",
    ),
    "opt.form.output_form": (
        "作成する回答票（Excelは.xlsx、ブラウザは.html）。",
        "Form to create (.xlsx for Excel, .html for a browser).",
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
        "修正が必要な箇所を示した回答票の出力先（Excelの回答票は.xlsx、ブラウザの回答票は.html）。",
        "Where to write the form that highlights what is to be corrected: .xlsx for an Excel form, .html for a browser form.",
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
        "前回の回答、記入済みの回答票、結果（`cssa score --format json`の出力）又は`cssa gate --keep`で保存した結果。報告書に、これまでの推移を加えます。複数指定できます。",
        "Previous answers, completed form, result (from `cssa score --format json`) or result saved by `cssa gate --keep`; the report then shows how the figures have developed. Can be repeated.",
    ),
    "opt.template": (
        "自作のJinjaテンプレート（{titles}）。",
        "A Jinja template of your own ({titles}).",
    ),
    "demo.report": (
        "報告書を作成しました：{path}　ブラウザで開いてください（A4で印刷できます）。",
        "Wrote the report to {path}. Open it in a browser; it prints on A4.",
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
        "例示する実施回の機関の数。0なら実施回を例示しません。",
        "Institutions in the example campaign; 0 omits it.",
    ),
    "demo.feedback": (
        "還元資料の例：{path}",
        "Feedback report of one institution: {path}",
    ),
    "demo.issue": (
        "実施主体として、名簿の機関ごとに回答票と送付状を作成します（`cssa batch issue`）。",
        "As the campaign's issuer: make a form and a letter for each institution on the roster (`cssa batch issue`).",
    ),
    "demo.remind": (
        "期限の翌日（{on}）に、依頼文と受領の連絡を作成します（`cssa batch remind`）。",
        "On {on}, the day after the deadline, write the reminders and confirmations of receipt (`cssa batch remind`).",
    ),
    "demo.deliver": (
        "還元資料と差戻しを、宛先を照らし合わせて機関ごとにまとめます（`cssa batch deliver`）。",
        "Pack the feedback reports and returned forms for each institution, checking every addressee (`cssa batch deliver`).",
    ),
    "demo.run": (
        "届いた回答票を受け付けます（`cssa batch run`）。この時点では公表しません。",
        "Process the forms received (`cssa batch run`). This publishes nothing.",
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
        "架空金融サイバー点検事務局 運営委員会",
        "Steering Committee of the Fictional Office for Cyber Self-Assessment in Finance",
    ),
    "help.batch": (
        "提出された回答票を処理し、還元資料を作成し、集計結果を公表します。",
        "Process the forms received, produce feedback reports, publish the results.",
    ),
    "help.batch.run": (
        "回答票（ファイル、フォルダー、ZIP、メール）を読み取り、受付管理簿、差戻し、還元資料を作成します。公表はしません。2回目以降は変更のあったものだけを読み取ります。",
        "Read forms (files, folders, ZIP files, e-mails) and produce the ledger, returned forms and feedback reports; nothing is published. Later runs read only what has changed.",
    ),
    "opt.batch.paths": (
        "回答票：ファイル、フォルダー、ZIP、メール（.eml）。",
        "Forms: files, folders, ZIP files, e-mails (.eml).",
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
    "opt.batch.passwords": (
        "パスワードの一覧（CSV）：送付者（メールアドレス、ドメイン又は機関ID）とパスワード。どの出力にも残りません。",
        "List of passwords (CSV): sender (e-mail address, domain or institution ID) and password. They appear in no output.",
    ),
    "opt.batch.formats": (
        "還元資料の形式（{formats}。カンマ区切り）。",
        "Formats of the feedback report ({formats}, comma-separated).",
    ),
    "opt.batch.workers": (
        "同時に使うプロセスの数。省略時はプロセッサーの数（ファイルが100件未満なら1）。",
        "Number of processes (default: the number of processors, or 1 below 100 files).",
    ),
    "opt.batch.cluster": (
        "このコンピューターではなく、Daskのクラスターで処理します。スケジューラーのアドレス（例：tcp://10.0.0.5:8786）を指定します。",
        "Work on a Dask cluster instead of this machine: address of its scheduler, such as tcp://10.0.0.5:8786.",
    ),
    "opt.batch.previous": (
        "前回の結果のフォルダー。各機関の還元資料に前回の値を併記し、大きな変化を確認の対象とします。",
        "Folder of the previous campaign; shows each institution its previous figures, and queries large changes.",
    ),
    "opt.batch.where": (
        "private/segments.xlsxの集計対象を、名簿の列の値で絞ります（例：bureau=関東財務局）。複数指定したときは、すべてに当てはまる機関を集計します。",
        "Restrict private/segments.xlsx to institutions with this value in a column of the roster (such as bureau=Kanto); with several, to those that meet all.",
    ),
    "opt.batch.notes": (
        "機関の記載の一覧（private/notes.xlsx）も作成します。好事例と共通する課題の選定に使用します。一度作成すると、以後の実行では指定しなくても更新します。",
        "Also create private/notes.xlsx, a list of what institutions wrote, to select good practices and common problems from. Once it exists, later runs update it without this option.",
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
    "help.batch.export": (
        "回答と集計区分の値を、分析用の表（CSV）とコード表に書き出します。OUTは`cssa batch run`の結果です。",
        "Export answers and figures of groups as tables (CSV) with a codebook, for analysis. OUT is a result of `cssa batch run`.",
    ),
    "opt.export.output": (
        "出力先のフォルダー（新しいもの、空のもの、又は前回の出力）。",
        "Output folder: new, empty, or an earlier export.",
    ),
    "opt.export.tables": (
        "書き出す表の名前（カンマ区切り。省略時はすべて）：{tables}",
        "Tables to export, separated by commas (default: all): {tables}",
    ),
    "opt.export.campaign": (
        "書き出す実施回のID（省略時はすべて。--sharingでは最新のもの）。",
        "ID of the campaign to export (default: all; with --sharing, the latest).",
    ),
    "opt.export.key": (
        "機関を仮名化する鍵のファイル。同じ鍵なら毎年同じ仮名になります。",
        "File with the key for pseudonyms; the same key gives the same pseudonyms every year.",
    ),
    "opt.export.sharing": (
        "共有用の版：機関を示す項目を除き、粗くした記録だけを書き出します。",
        "Sharing edition: coarsened records only, without anything that identifies an institution.",
    ),
    "opt.export.min_group": (
        "--sharingで、外から知られ得る項目の値が同じ機関の最小数（省略時は{least}）。",
        "With --sharing, the minimum number of institutions with the same values in the items that may be known from outside (default: {least}).",
    ),
    "help.batch.issue": (
        "名簿の機関ごとに、回答票と送付状を作成します。差込みメール用の一覧も出力します。",
        "Make a form and a letter for each institution on the roster, and a list for mail merge.",
    ),
    "opt.issue.roster": (
        "回答をお願いする機関の名簿（CSV）。",
        "Roster of the institutions to ask (CSV).",
    ),
    "opt.issue.output": (
        "回答票を出力するフォルダー。新しいフォルダーか、以前に回答票を出力したフォルダー。",
        "Folder for the forms: a new one, or one that forms were issued into before.",
    ),
    "opt.issue.campaign": (
        "実施回のファイル。回答票の表紙と送付状に記載します。",
        "Campaign file, shown on form covers and in letters.",
    ),
    "opt.issue.previous": (
        "前回の`cssa batch run`の出力先。その回答を、確認待ちとして記入します。",
        "Output folder of the previous campaign's `cssa batch run`, whose answers are filled in, to be confirmed.",
    ),
    "opt.issue.key": (
        "前回の仮名化に使用した鍵のファイル。",
        "Key file that the previous campaign's pseudonyms were made with.",
    ),
    "opt.issue.format": (
        "回答票の形式。xlsx（Excel）又はhtml（ブラウザ）。",
        "Format of the forms: xlsx (Excel) or html (browser).",
    ),
    "help.batch.query": (
        "確認をお願いする回答について、機関ごとに照会文と返信票を作成します。差込みメール用の一覧も出力します。OUTは`cssa batch run`の結果です。",
        "Make a query letter and a reply form for each institution with answers to confirm, and a list for mail merge. OUT is a result of `cssa batch run`.",
    ),
    "opt.batch.accept_removal": (
        "受け付けていた機関又は回答が10%を超えてなくなる場合に、その実行を認める理由。受付管理簿に記録します。",
        "Reason for allowing a run to remove more than 10% of the accepted institutions or answers; recorded in the ledger.",
    ),
    "opt.query.on": (
        "照会日。省略時は今日。",
        "Date of the letters (default: today).",
    ),
    "opt.query.due": (
        "返信期限。省略時は照会日の{days}日後。",
        "Date by which replies are asked for (default: {days} days after the date of the letters).",
    ),
    "opt.query.again": (
        "返信のない照会事項も、もう一度照会します。",
        "Ask again about answers that have had no reply.",
    ),
    "opt.publish.out": (
        "`cssa batch run`の出力先のフォルダー。",
        "Output folder of `cssa batch run`.",
    ),
    "opt.publish.approved_by": (
        "公表（--withdrawでは取下げ）を承認した人又は会議体。",
        "Who approved the publication (with --withdraw, the withdrawal): a person or a body.",
    ),
    "opt.publish.on": (
        "公表日（例：2026-12-19）。--withdrawでは取り下げる日。",
        "Date of publication, such as 2026-12-19; with --withdraw, date of the withdrawal.",
    ),
    "opt.publish.previous": (
        "前回の公表済みの結果のフォルダー。同じ機関の変化を加えます。",
        "Folder of the previous campaign, already published; adds the change among the same institutions.",
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
        "誤りのあった公表済みの値を取り下げます。集計区分だけを指定すると、その値をすべて取り下げます。chapter/番号で、その対応事項の好事例と共通する課題を取り下げます。",
        "Withdraw a published figure that is wrong; with the group alone, all of its figures. chapter/NUMBER withdraws the good practices and common problems of a practice.",
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
