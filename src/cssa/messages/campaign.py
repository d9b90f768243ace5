"""Messages: what a batch is asked to do, its store, and fictional campaigns."""

MESSAGES = {
    "generate.done": (
        "{count}機関の回答を{path}に出力しました（架空の機関です）。",
        "Wrote the answers of {count} {count:institution|institutions} to {path} (all fictional).",
    ),
    "generate.done_forms": (
        "回答票は{forms}件、意図的に混入させた不備は{planted}件です。",
        "Forms: {forms}. Faults planted: {planted}.",
    ),
    "generate.not_ours": (
        "空のフォルダーでも、以前にこのコマンドで出力したフォルダーでもありません。別の場所を指定してください。",
        "This is neither an empty folder nor one written by this command. Specify another location.",
    ),
    "generate.too_many_faults": (
        "不備の数（{faults}）は機関の数より小さくしてください（{most}まで）。",
        "The number of faults ({faults}) must be smaller than the number of institutions (at most {most}).",
    ),
    "generate.faults_need_forms": (
        "不備は回答票に混入させます。--no-formsとは併用できません。",
        "Faults are planted in forms, so this cannot be combined with --no-forms.",
    ),
    "batch.issue.format": (
        "--formatに「{found}」は指定できません。{known}のいずれかを指定してください。",
        'Unknown --format "{found}". Specify one of {known}.',
    ),
    "batch.issue.nobody": (
        "名簿に、回答をお願いする機関がありません（状態が取下げ又は統合の機関には送付しません）。",
        "The roster has no institution to send a form to (withdrawn and merged institutions get none).",
    ),
    "batch.issue.not_empty": (
        "空ではなく、以前に回答票を出力したフォルダーでもありません。別の場所を指定してください。",
        "The folder is not empty and no forms were issued into it. Specify another location.",
    ),
    "batch.issue.register": (
        "送付した回答票の記録を読み取れません。バックアップから復元するか、別のフォルダーを指定してください。",
        "The register of issued forms cannot be read. Restore it from a backup, or specify another folder.",
    ),
    "batch.issue.changed": (
        "送付用に出力した後で変更されているか、このコマンドで出力したものではないため、上書きしません。ファイルを移すか、別のフォルダーを指定してください。",
        "Not overwritten: the file was changed after it was issued, or was not issued by this command. Move it, or specify another folder.",
    ),
    "batch.issue.other_campaign": (
        "別の実施回の回答票を出力したフォルダーです。実施回ごとに別のフォルダーを指定してください。",
        "The folder holds issued forms of another campaign. Specify a folder of its own for each campaign.",
    ),
    "batch.issue.died": (
        "「{name}」（{id}）の回答票の作成中に処理が異常終了しました。もう一度実行してください。",
        "The process making the form of {name} ({id}) crashed. Run the command again.",
    ),
    "batch.issue.done": (
        "{count}機関の回答票と送付状を{path}に出力しました。",
        "Wrote the forms and letters for {count} {count:institution|institutions} to {path}.",
    ),
    "batch.issue.done_carried": (
        "前回の回答を記入したもの：{count}件、記入していないもの：{rest}件",
        "With the answers of the previous campaign: {count}. Without any: {rest}.",
    ),
    "batch.issue.done_unasked": (
        "前回の回答のうち、今回尋ねない対応事項のため記入していないもの：{count}件",
        "Answers of the previous campaign that are not filled in, as this campaign does not ask for them: {count}",
    ),
    "batch.issue.without_address": (
        "名簿にメールアドレスがない機関：{count}（例：{first}）",
        "Institutions without an e-mail address on the roster: {count} (first: {first})",
    ),
    "batch.issue.open.mail": (
        "メールの一覧（宛先、件名、本文、添付ファイル）：{path}",
        "List of e-mails (recipient, subject, text, attachment): {path}",
    ),
    "batch.issue.open.register": (
        "送付した回答票の記録：{path}",
        "Register of issued forms: {path}",
    ),
    "store.sqlite_too_old": (
        "このPythonのSQLiteは版{found}です。{needed}以降のSQLiteを備えたPythonで実行してください。",
        "This Python comes with SQLite {found}. Use a Python with SQLite {needed} or later.",
    ),
    "store.missing": (
        "ファイルがありません。",
        "No such file.",
    ),
    "store.unreadable": (
        "SQLiteのファイルとして読み取れません。破損しているか、別の種類のファイルです。",
        "This cannot be read as an SQLite file: it is damaged, or another kind of file.",
    ),
    "store.version": (
        "この版のcssaで読み取れる保管形式ではありません（{found}。読み取れるのは{needed}）。",
        "This version of cssa cannot read this store ({found}; it reads {needed}).",
    ),
    "store.no_campaign": (
        "実施回「{wanted}」はこのファイルにありません（使用できるもの：{known}）。",
        "Campaign {wanted} is not in this file (available: {known}).",
    ),
    "batch.no_such_format": (
        "還元資料の形式「{found}」はありません。次から選んでください：{known}。",
        'Unknown feedback format "{found}". Choose from {known}.',
    ),
    "batch.bad_workers": (
        "--workersは1以上にしてください（現在の値：{found}）。",
        "--workers must be at least 1 (found {found}).",
    ),
    "batch.cluster.workers": (
        "--workersと--clusterは同時に指定できません。クラスターでは、すべてのワーカーを使用します。",
        "--workers and --cluster cannot be combined. On a cluster, all of its workers are used.",
    ),
    "batch.cluster.extra": (
        'クラスターで処理するには、Daskが必要です。`pip install "cssa[cluster]"`で追加してください。クラスターのすべてのコンピューターにも必要です。',
        'Running on a cluster needs Dask. Install it with `pip install "cssa[cluster]"`, here and on every machine of the cluster.',
    ),
    "batch.cluster.no_answer": (
        "「{address}」で、Daskのスケジューラーに接続できません。アドレス（例：tcp://10.0.0.5:8786）と、スケジューラーが動作していることを確認してください。",
        "No Dask scheduler answers at {address}. Check the address (such as tcp://10.0.0.5:8786), and that the scheduler is running.",
    ),
    "batch.cluster.no_worker": (
        "クラスターに動作しているワーカーがないか、ワーカーを再起動できません。ワーカーは、`dask worker`で（`--no-nanny`なしで）起動してください。",
        "The cluster has no running worker, or its workers do not restart. Start workers with `dask worker`, without `--no-nanny`.",
    ),
    "batch.cluster.version": (
        "クラスターの{machine}に、cssaの版{version}がありません。すべてのコンピューターに、このコンピューターと同じ版をインストールしてください。",
        "{machine} in the cluster does not have version {version} of cssa. Install the version of this machine on every machine.",
    ),
    "batch.cluster.threads": (
        "ワーカー{machine}に、複数のスレッドがあります。`dask worker --nthreads 1`で起動してください。",
        "The worker {machine} has several threads. Start workers with `dask worker --nthreads 1`.",
    ),
    "batch.cluster.path": (
        "ワーカー{machine}から、{path}を開けません。回答票、出力先、作業中のフォルダーは、すべてのコンピューターから同じパスで使用できる共有フォルダーに置いてください。",
        "The worker {machine} cannot open {path}. Forms, output folder and working folder have to be on a file system that every machine has under the same path.",
    ),
    "batch.cluster.no_worker_left": (
        "クラスターで動作しているワーカーがなくなりました。完了した処理は保存されています。ワーカーを起動して、もう一度実行してください。",
        "The cluster has no worker left that is running. What was done is saved: start workers, and run the command again.",
    ),
    "batch.cluster.lost": (
        "クラスターとの接続が失われました。完了した処理は保存されています。スケジューラーを確認して、もう一度実行してください。",
        "The connection to the cluster was lost. What was done is saved: check the scheduler, and run the command again.",
    ),
    "batch.bad_second": (
        "--secondにはsize又はcore_systemを指定してください（現在の値：{found}）。",
        "--second must be size or core_system (found {found}).",
    ),
    "batch.key_short": (
        "鍵は32バイト以上のファイルにしてください。",
        "The key file must have at least 32 bytes.",
    ),
    "batch.where.column": (
        "--where {found}：「列=値」の形で、名簿の列を指定してください（指定できる列：{known}）。例：--where bureau=関東財務局",
        "--where {found}: write COLUMN=VALUE with a column of the roster (available: {known}), for example --where bureau=Kanto",
    ),
    "batch.where.no_roster": (
        "--whereには名簿が必要です。--rosterで指定してください。",
        "--where needs the roster. Specify it with --roster.",
    ),
    "batch.where.value": (
        "名簿の{column}に「{found}」はありません（あるもの：{known}）。",
        'No institution on the roster has "{found}" under {column} (available: {known}).',
    ),
    "batch.where.nobody": (
        "--whereの条件のすべてに当てはまる機関が名簿にありません。",
        "No institution on the roster meets every --where condition.",
    ),
    "batch.out_not_empty": (
        "以前の結果ではないファイルがあるフォルダーには出力できません。空のフォルダーを指定してください。",
        "The folder contains files that are not from a previous run. Specify an empty folder.",
    ),
    "batch.out_in_use": (
        "別の実行がこのフォルダーを使用しています。終了を待って、もう一度実行してください。",
        "Another run is using this folder. Wait until it has ended, then run the command again.",
    ),
    "batch.reading_lost": (
        "読み取った結果が失われています。もう一度実行してください。",
        "The result of reading is missing. Run the command again.",
    ),
    "batch.feedback_died": (
        "{id}の還元資料の作成中に処理が異常終了しました。もう一度実行してください。",
        "The process producing the feedback report for {id} crashed. Run the command again.",
    ),
    "batch.no_previous": (
        "前回の結果ではありません（private/ledger.jsonを読み取れません）。",
        "This is not the result of a previous campaign (private/ledger.json cannot be read).",
    ),
    "batch.previous_altered": (
        "前回の結果が、実行した後に変更されているか、失われています（{names}）。バックアップから復元するか、前回の実行をやり直してください。",
        "The previous result was changed or removed after its run ({names}). Restore it from a backup, or run that campaign again.",
    ),
    "batch.previous.other_checklist": (
        "実施回{campaign}の点検票は{former}で、今回（{present}）の{now}とは異なります。同じ点検票の前回のフォルダーを指定するか、--previousを外して実行してください。",
        "Campaign {campaign} used the checklist {former}; this one ({present}) uses {now}. Specify the folder of the previous campaign of the same checklist, or run the command without --previous.",
    ),
    "batch.previous.base_date": (
        "実施回{campaign}（基準日{then}）の結果で、今回（{present}、基準日{now}）より前のものではありません。前回のフォルダーを指定してください。",
        "This is the result of campaign {campaign} (base date {then}), which is not earlier than this one ({present}, base date {now}). Specify the folder of the previous campaign.",
    ),
    "batch.previous.undated": (
        "実施回{campaign}には基準日（{then}）がありますが、今回の基準日が分からないため、前後を判断できません。campaign.yamlに基準日（base_date）を記載し、--campaignで指定してください。",
        "Campaign {campaign} has a base date ({then}), but the present one has none, so their order is not known. State base_date in campaign.yaml, and name that file with --campaign.",
    ),
    "batch.previous.not_earlier": (
        "実施回{campaign}（判定日{then}）の結果です。今回（{present}、判定日{now}）と同じ実施回か、今回より後の実施回です。前回のフォルダーを指定してください。",
        "This is the result of campaign {campaign} (evaluation date {then}), which is the same campaign as this one ({present}, evaluation date {now}) or a later one. Specify the folder of the previous campaign.",
    ),
    "batch.nothing_scored": (
        "算定方法{scheme}は、tiersに記載された区分を算定の対象としないため、成熟度を算定できません。tiers又は--schemeを見直してください。",
        "The scheme {scheme} scores none of the tiers that the campaign asks, so no score can be computed. Change tiers or --scheme.",
    ),
    "campaign.tier_unused": (
        "点検票{checklist}には「{tier}」がありません。",
        "The checklist {checklist} has no practices of this tier: {tier}.",
    ),
}
