"""Messages: the interview."""

MESSAGES = {
    "assess.opt.answers": (
        "回答ファイル。なければ新しく作成します。",
        "Answers file; created if it does not exist.",
    ),
    "assess.opt.plain": (
        "画面読み上げや簡易な端末に適した、太字や一時停止のない行単位の対話にします。",
        "Ask line by line, without bold text or pauses, for screen readers and simple terminals.",
    ),
    "assess.opt.previous": (
        "前回の回答、記入済みの回答票又は結果（JSON）。「=」で前回の回答を複写できます。",
        'Previous answers, completed form or result (JSON); "=" then copies the previous answer.',
    ),
    "assess.opt.tier": (
        "この区分だけを表示します（basicが基本的な対応事項）。",
        "Ask only this tier.",
    ),
    "assess.opt.domain": (
        "この領域だけを表示します（2.1など）。",
        "Ask only this domain (such as 2.1).",
    ),
    "assess.opt.owner": (
        "この部署が主に回答する項目だけを表示します（itなど）。",
        'Ask only what this function usually answers (such as "it").',
    ),
    "assess.opt.only": (
        "未回答（unanswered）、未確認（unconfirmed）又は目標を下回るもの（below-target）だけを表示します。",
        "Ask only what is unanswered, not confirmed, or below target.",
    ),
    "assess.no_terminal": (
        "端末に接続していないため、対話できません。端末で同じコマンドを実行してください。回答ファイルがあれば、`cssa score {path}`で成熟度を、`cssa explain {path}`で内訳を確認できます。",
        "This is not an interactive terminal. Run the same command in one. If there is an answers file, `cssa score {path}` scores it and `cssa explain {path}` shows the breakdown.",
    ),
    "assess.unknown_owner": (
        "--ownerに「{name}」という部署はありません。次から選んでください：{known}。",
        'Unknown owner "{name}" for --owner. Choose from {known}.',
    ),
    "assess.unknown_domain": (
        "--domainに「{name}」という領域はありません。次から選んでください：{known}。",
        'Unknown domain "{name}" for --domain. Choose from {known}.',
    ),
    "assess.newer": (
        "より新しいcssaで作成されたファイルです（{schema}）。cssaを更新してから開いてください。ファイルは変更していません。",
        "This file was created by a newer version of cssa ({schema}). Update cssa, then open it. The file was not changed.",
    ),
    "assess.other_checklist": (
        "この回答は別の点検票（{found}）に対するものです（指定は{wanted}）。-cを外すか、-aで別のファイル名を指定してください。",
        "These answers are for another checklist ({found}; specified: {wanted}). Omit -c, or specify another file with -a.",
    ),
    "assess.checklist_changed": (
        "開いている間に、点検票の指定が他の画面又はプログラムで変更されました。保存していません。ファイルを元に戻すか、終了して開き直してください。",
        "The checklist specified in the file was changed by another session or program. Nothing was saved. Restore it, or quit and open the file again.",
    ),
    "assess.conflict": (
        "「{name}」は、開いている間に他の画面又はプログラムで変更されました。今回の操作はまだ保存していません。",
        '"{name}" was changed by another session or program. What you have just done has not been saved yet.',
    ),
    "assess.in_file": (
        "現在のファイルの内容：{value}",
        "Currently in the file: {value}",
    ),
    "assess.locked": (
        "別の画面が保存中のため、書き込めません。しばらく待ってからやり直してください。",
        "Another session is saving to the file. Wait a moment and try again.",
    ),
    "assess.edit_refused": (
        "この部分の記載は、他の行に影響を与えずに変更することはできません。何も書き込んでいません。この項目を「キー: 値」の通常の形に修正するか、エディターで直接回答を記入してください。",
        "This part cannot be changed without affecting other lines. Nothing was written. Rewrite it in the plain `key: value` form, or enter the answer in an editor.",
    ),
    "assess.other_sitting": (
        "{path}は、別の画面でも開かれています。続行すると、それぞれの回答が項目ごとに保存されます。同じ項目を両方で変更した場合は、どちらを残すか確認します。",
        "{path} is also open in another session. If you continue, each session saves its own items; if both change the same one, you are asked which to keep.",
    ),
    "assess.prompt.other_sitting": (
        "このまま続行しますか（y 続行する／n 終了する、? 説明）",
        "Continue anyway? (y continue / n quit, ? help)",
    ),
    "assess.help.other_sitting": (
        "別の画面を閉じてから開き直すと確実です。分担して別々の項目に回答する場合は y で続行できます。",
        "It is safest to close the other session first. If you share the work and answer different items, continue with y.",
    ),
    "assess.taken_over": (
        "他の画面又はプログラムによる変更を読み込みました：{names}",
        "Changes made by another session or program were loaded: {names}",
    ),
    "assess.part.institution": (
        "機関に関する事項",
        "institution details",
    ),
    "assess.part.lists": (
        "機関が挙げた行の名称",
        "names of rows",
    ),
    "assess.part.campaign": (
        "実施回",
        "campaign",
    ),
    "assess.part.assessed_on": (
        "点検日",
        "assessment date",
    ),
    "assess.part.selected_groups": (
        "対象グループ",
        "groups of practices",
    ),
    "assess.part.provides": (
        "他の機関に提供する回答",
        "answers given for others",
    ),
    "assess.part.approval": (
        "回答の責任者・確認者など",
        "respondent, second-line check and so on",
    ),
    "assess.restored": (
        "ファイルが他の画面又はプログラムで削除されていたため、作成し直して保存しました：{path}",
        "The file had been deleted by another session or program and was written again: {path}",
    ),
    "assess.prompt.conflict": (
        "他の変更を破棄して、今回の操作を保存しますか（y 保存する／n・Enter ファイルの内容を残す、? 説明）",
        "Discard the other change and save yours? (y save / n or Enter keep the file's value, ? help)",
    ),
    "assess.help.conflict": (
        "y を選ぶと、他の画面又はプログラムによる変更を破棄し、入力した内容（「元に戻す」「やり直す」の場合は、その操作で戻る内容）を保存します。n では今回の操作を取りやめ、ファイルの内容を残します。",
        "With y, the other change is discarded and your entry is saved (after undo or redo: what that command brings back). With n, it is not saved and the file stays as it is.",
    ),
    "assess.kept_theirs": (
        "ファイルの内容を残しました。今回の操作は保存していません。",
        "The file was left unchanged. What you did was not saved.",
    ),
    "assess.not_saved": (
        "直前に入力した内容は、まだ保存できていません。「保存しました」と表示した回答は保存済みです。",
        "Your last entry has not been saved yet. Entries reported as saved are not affected.",
    ),
    "assess.prompt.retry": (
        "原因を取り除き、Enter で保存をやり直します（n 破棄する、? 説明）",
        "Fix the cause, then press Enter to save again (n discard, ? help)",
    ),
    "assess.help.retry": (
        "ディスクの空き容量や書込みの権限の不足、ファイルの誤りなどを解消してから Enter を押してください。n では、この1件だけを破棄して続行します。",
        "Free up disk space, correct the permissions or fix the error in the file, then press Enter. With n, only this entry is discarded.",
    ),
    "assess.given_up": (
        "保存していません：{name}",
        "Not saved: {name}",
    ),
    "assess.left_unsaved": (
        "入力したものの、保存していない項目：{names}",
        "Entered but not saved: {names}",
    ),
    "assess.entry_dropped": (
        "入力の途中だった内容は保存していません。",
        "The entry in progress was not saved.",
    ),
    "assess.interrupted": (
        "「保存しました」と表示した内容は、{path}に保存済みです。続きは、今回と同じコマンドで再開できます。",
        "Everything reported as saved is in {path}. Resume with the same command.",
    ),
    "assess.nothing_written": (
        "まだ何も保存していません（機関ID・名称・業態がそろう前に終了したため、ファイルは作っていません）。",
        "Nothing has been saved yet: no file is created until the ID, name and sub-sector are known.",
    ),
    "assess.read_only": (
        "読み取り専用で開いているため、保存しません。変更するには、--read-onlyを付けずに開き直してください。",
        "The file is open read-only, so nothing is saved. To change it, open it again without --read-only.",
    ),
    "assess.opt.read_only": (
        "読み取り専用で開きます。ファイルもロックも作成せず、何も変更しません。",
        "Open read-only: nothing is changed, and no file or lock is created.",
    ),
    "assess.read_only_missing": (
        "{path}がないため、読み取り専用では開けません。--read-onlyを外して作成するか、-aで既存の回答ファイルを指定してください。",
        "{path} does not exist and cannot be opened read-only. Create it without --read-only, or specify an existing file with -a.",
    ),
    "assess.title": (
        "{title}",
        "{title}",
    ),
    "assess.checklists": (
        "どの点検票に回答しますか",
        "Which checklist do you want to answer?",
    ),
    "assess.checklist": (
        "{title}（{count}問）",
        "{title} ({count} {count:question|questions})",
    ),
    "assess.prompt.checklist": (
        "番号（? 説明）",
        "Number (? help)",
    ),
    "assess.help.checklist": (
        "左の番号を入力してください。この選択を省くには、`cssa assess -c ID`で点検票を指定します。点検票ごとに別の回答ファイルを使います（-a）。",
        "Enter a number on the left. To skip this choice, name the checklist with `cssa assess -c ID`. Each checklist has an answers file of its own (-a).",
    ),
    "assess.wrong.checklist": (
        "「{found}」は一覧にありません。番号を入力してください。",
        '"{found}" is not in the list. Enter a number.',
    ),
    "assess.setup.intro": (
        "{path}はまだないため、新しく作成します。はじめに3項目（機関ID・名称・業態）をご入力いただきます。どの質問でも、? で説明、b で前の質問、q 又は Ctrl-D で終了です。3項目がそろうまで、保存されません。後から修正できます。",
        "{path} does not exist yet and will be created. First, three questions: ID, name and sub-sector. At any question, ? explains, b goes back, and q or Ctrl-D quits. Nothing is saved until all three are answered. You can change the answers later.",
    ),
    "assess.created": (
        "保存しました：{path}。以後は、回答するたびに保存します。",
        "Saved: {path}. From now on every answer is saved at once.",
    ),
    "assess.needed": (
        "開始に必要な項目です。入力してください（終了する場合は Ctrl-D）。",
        "This is required to start. Enter it (Ctrl-D to quit).",
    ),
    "assess.setup.open": (
        "対象の範囲・比較対象・目標などに関わる質問が{count}問、残っています。回答により対象外となる項目がある場合、先に回答すると、その項目は表示されません。",
        "{count} {count:question|questions} on scope, peers, targets and the like {count:is|are} still unanswered. If you answer {count:it|them} first, any items that your answers put out of scope are skipped.",
    ),
    "assess.prompt.setup": (
        "今すぐ回答しますか（y はい／n・Enter 後で、? 説明）",
        "Answer them now? (y yes / n or Enter later, ? help)",
    ),
    "assess.help.setup": (
        "後でも、対応事項の画面で i と入力すれば回答できます。回答するまでは、該当する可能性のある項目をすべて表示します。",
        "You can do so later by typing i at any practice. Until then, everything that might apply to you is asked.",
    ),
    "assess.setup.count": (
        "（{number}／{count}）",
        "({number} of {count})",
    ),
    "assess.setup.list": (
        "機関に関する事項（変更するものの番号を入力してください）",
        "About the institution (enter the number of the item to change)",
    ),
    "assess.setup.unstated": (
        "未記入",
        "not stated",
    ),
    "assess.setup.stated": (
        "現在の内容：{value}",
        "Current entry: {value}",
    ),
    "assess.prompt.replace_fact": (
        "置き換えますか（y 置き換える／n・Enter 変更しない、? 説明）",
        "Replace it? (y replace / n or Enter keep, ? help)",
    ),
    "assess.help.replace_fact": (
        "y で、入力した内容に置き換えます。n か Enter では、これまでの内容を残します。置き換えた後も、対応事項の画面で z を入力すると元に戻せます。",
        "With y, your entry replaces the current value. With n or Enter, the current value stays. After replacing, z at a practice restores it.",
    ),
    "assess.setup.risk": (
        "リスクプロファイル：{risk}（{basis}）。目標の段階はこれに基づきます。",
        "Risk profile: {risk} ({basis}). It determines the target levels.",
    ),
    "assess.setup.risk_provisional": (
        "暫定です。主なリスク要因のうち{count}件が未回答です（{factors}）。すべて回答するまで、目標は、リスクプロファイルが「中」の場合を下回りません。",
        "This is provisional: {count} key {count:risk factor is|risk factors are} unanswered ({factors}). Until {count:it is|all are} answered, targets are never lower than those for medium.",
    ),
    "assess.prompt.rows": (
        "名称を1つ入力してください（「2 新しい名称」で変更、「-2」で削除、Enter で終了、? 説明）",
        'Enter one name ("2 NEW NAME" renames, "-2" removes, Enter finishes, ? help)',
    ),
    "assess.help.rows": (
        "1行に1つずつ入力すると、一覧に追加してすぐに保存します。ここで挙げたものが、それぞれの設問の行になります。番号と新しい名称で名称を変更でき、回答はそのまま残ります。「-番号」で削除します。削除する前に確認します。20件まで挙げられます。",
        'Each line is added to the list and saved at once; what is named here becomes a row of each question that asks about it. A number and a new name rename a row, and its answers stay. "-" and a number remove it; you are asked first. Up to 20 can be named.',
    ),
    "assess.wrong.rows": (
        "「{found}」は使用できません。既にある名称でないこと、番号が一覧にあること、100文字以内であることを確認してください（20件まで）。",
        '"{found}" cannot be used. Check that the name is not there already and has no more than 100 characters, and that the number is in the list (20 names at most).',
    ),
    "assess.prompt.row_removed": (
        "「{row}」への回答が{count}問にあります。回答とともに削除しますか（y 削除する／n・Enter 残す、? 説明）",
        'There are answers for "{row}" (questions: {count}). Remove it with its answers? (y remove / n or Enter keep, ? help)',
    ),
    "assess.help.row_removed": (
        "y で、この行とその回答を削除します。他の行への回答は残ります。削除した後も、対応事項の画面で z を入力すると元に戻せます。",
        "With y, the row and its answers are removed; answers for other rows stay. Afterwards, z at a practice restores it.",
    ),
    "assess.prompt.row_unused": (
        "「{row}」を削除しますか（y 削除する／n・Enter 残す、? 説明）",
        'Remove "{row}"? (y remove / n or Enter keep, ? help)',
    ),
    "assess.help.row_unused": (
        "この行に回答はありません。y で削除し、n か Enter で残します。",
        "The row has no answers. y removes it; n or Enter keeps it.",
    ),
    "assess.prompt.item": (
        "番号（l 一覧、Enter 回答に戻る、? 説明）",
        "Number (l list, Enter returns to the answers, ? help)",
    ),
    "assess.help.item": (
        "左の番号を入力すると、その項目を入力し直せます。変更により対象外となる、又は対象に戻る対応事項があればお知らせします。l で、現在の内容をもう一度すべて表示します。",
        "Enter a number on the left to change that item. Practices that fall out of scope or come back are listed. l shows everything again as it is now.",
    ),
    "assess.wrong.item": (
        "「{found}」は一覧の番号ではありません。",
        '"{found}" is not a number on the list.',
    ),
    "assess.left_as_is": (
        "変更せずに進みます。",
        "Left unchanged.",
    ),
    "assess.saved_item": (
        "保存しました。",
        "Saved.",
    ),
    "assess.scope.gone": (
        "対象外となった対応事項{count}件：{practices}",
        "Now out of scope ({count}): {practices}",
    ),
    "assess.scope.back": (
        "対象となった対応事項{count}件：{practices}",
        "Back in scope ({count}): {practices}",
    ),
    "assess.why": (
        "確認の目的：{why}",
        "Why this is asked: {why}",
    ),
    "assess.why.id": (
        "機関ID。確認の目的：報告や提出物で機関を識別するために使用します。法人番号（13桁）を推奨します。",
        "Institution ID. Why this is asked: it identifies the institution in reports and submissions. The 13-digit corporate number is recommended.",
    ),
    "assess.why.name": (
        "名称。確認の目的：報告書の表紙や見出しに記載します。",
        "Name. Why this is asked: it appears on covers and headings.",
    ),
    "assess.why.sector": (
        "業態。確認の目的：同業態の他の金融機関と比較するために使用します。業態によって設問は変わりません。",
        "Sub-sector. Why this is asked: it determines which institutions you are compared with. It does not change the questions.",
    ),
    "assess.why.licence": (
        "免許・登録。確認の目的：複数の免許・登録をお持ちの場合、免許・登録ごとに回答を分けます。この回答がどれについてのものかを選択してください。1つだけの場合は Enter で進んでください。",
        "Licence. Why this is asked: an institution with several licences submits answers for each; choose the one these are for. With a single licence, press Enter.",
    ),
    "assess.why.size": (
        "規模（{measure}、円）。確認の目的：同規模の金融機関と比較するために使用します。",
        "Size ({measure}, in yen). Why this is asked: it determines which institutions of similar size you are compared with.",
    ),
    "assess.why.factor.key": (
        "確認の目的：リスクプロファイル（目標の段階を決めるもの）は、主なリスク要因のうち最も高いもので決まります。これはその1つです。",
        "Why this is asked: the risk profile, which determines the target levels, is the highest of the key risk factors. This is one of them.",
    ),
    "assess.why.factor.other": (
        "確認の目的：リスクの説明を補う要因です。リスクプロファイルには直接影響しません。",
        "Why this is asked: it helps to explain the risk. It does not affect the risk profile directly.",
    ),
    "assess.why.override": (
        "リスク要因から決まる値と異なる判断をする場合に、理由とともに記録します。",
        "Record here, with a reason, a decision that differs from what the risk factors give.",
    ),
    "assess.item.id": (
        "機関ID",
        "Institution ID",
    ),
    "assess.item.name": (
        "名称",
        "Name",
    ),
    "assess.item.sector": (
        "業態",
        "Sub-sector",
    ),
    "assess.item.licence": (
        "免許・登録",
        "Licence",
    ),
    "assess.item.size": (
        "規模",
        "Size",
    ),
    "assess.item.campaign": (
        "実施回",
        "Campaign",
    ),
    "assess.item.assessed_on": (
        "点検日",
        "Assessed on",
    ),
    "assess.item.respondent": (
        "回答の責任者",
        "Respondent",
    ),
    "assess.item.second_line": (
        "第2線の確認者",
        "Checked by (second line)",
    ),
    "assess.item.reported_to_board": (
        "取締役会等への報告日",
        "Reported to the board on",
    ),
    "assess.item.groups": (
        "対象グループ",
        "Groups of practices",
    ),
    "assess.item.override": (
        "リスクプロファイルの自機関の判断",
        "Own decision on the risk profile",
    ),
    "assess.prompt.id": (
        "機関ID（? 説明）",
        "Institution ID (? help)",
    ),
    "assess.help.id": (
        "半角の英数字と「.」「_」「-」を用い、英数字で始まる64字以内。例：1010001000000",
        'Up to 64 letters, digits, ".", "_" and "-", beginning with a letter or digit. Example: 1010001000000',
    ),
    "assess.wrong.id": (
        "「{found}」は機関IDの形式ではありません。半角の英数字と「.」「_」「-」を用い、英数字で始まる64字以内で入力してください。",
        '"{found}" is not a valid ID. Use up to 64 letters, digits, ".", "_" and "-", beginning with a letter or digit.',
    ),
    "assess.check_digit": (
        "{id}は13桁ですが、法人番号の検査数字と一致しません。番号を確認してください。このまま進み、後で i から修正することもできます。",
        "{id} has 13 digits, but its check digit is not that of a corporate number. Check it; you can continue and change it later with i.",
    ),
    "assess.prompt.name": (
        "名称（? 説明）",
        "Name (? help)",
    ),
    "assess.help.name": (
        "正式な名称を入力してください。例：みなと信用金庫",
        "Enter the full name. Example: Minato Shinkin Bank",
    ),
    "assess.prompt.sector": (
        "業態の名称の一部（例：信用金庫。l 一覧、? 説明）",
        "Sub-sector: part of the name, such as shinkin (l list, ? help)",
    ),
    "assess.help.sector": (
        "名称の一部（例：信用金庫、外国銀行）を入力してください。該当するものが複数あるときは候補を示しますので、番号で選択してください。l で、すべての業態を表示します。",
        "Enter part of a name (such as shinkin, or foreign bank). Where several match, choose one of them by its number. l lists every sub-sector.",
    ),
    "assess.wrong.sector": (
        "「{found}」に該当する業態はありません。名称の別の部分を入力するか、l で一覧を表示してください。",
        '"{found}" is not in the list. Enter another part of the name, or l for the whole list.',
    ),
    "assess.sector_is": (
        "業態：{sector}",
        "Sub-sector: {sector}",
    ),
    "assess.why.groups": (
        "対象グループ。確認の目的：この点検票の項目はグループに分かれています。選択したグループのいずれにも含まれない項目は対象外になります。",
        "Groups of practices. Why this is asked: the practices of this checklist form groups; those in none of the groups that you select are out of scope.",
    ),
    "assess.prompt.groups": (
        "対象グループの番号（複数可、- すべての項目、Enter 後で、b 前へ、? 説明）",
        "Groups: numbers, several if needed (- for every practice, Enter for later, b back, ? help)",
    ),
    "assess.help.groups": (
        "上の一覧の番号を、空白又は読点で区切って入力してください（例：1 2）。- を入力すると、グループを限定せず、すべての項目を対象にします。",
        "Enter numbers from the list above, separated by spaces or commas (such as 1 2). Enter - to answer every practice, whatever its group.",
    ),
    "assess.wrong.groups": (
        "「{found}」は一覧にありません。番号を空白で区切って入力してください。",
        '"{found}" is not in the list. Enter the numbers of groups, separated by spaces.',
    ),
    "assess.prompt.licence": (
        "免許・登録の名称の一部（Enter 変更しない、l 一覧、b 前へ、? 説明）",
        "Licence: part of the name (Enter leaves it unchanged, l list, b back, ? help)",
    ),
    "assess.help.licence": (
        "名称の一部（例：資金移動）を入力してください。該当するものが複数あるときは候補を示しますので、番号で選択してください。l で、すべての免許・登録を表示します。複数の免許・登録がなければ Enter で進みます。",
        "Enter part of a name (such as funds). Where several match, choose one of them by its number. l lists every licence. Press Enter unless you hold several licences.",
    ),
    "assess.wrong.licence": (
        "「{found}」に該当する免許・登録はありません。名称の別の部分を入力するか、l で一覧を表示してください。",
        '"{found}" is not in the list. Enter another part of the name, or l for the whole list.',
    ),
    "assess.candidates": (
        "候補は{count}件です。番号又はより詳しい名称を入力してください。",
        "{count} {count:match|matches}. Enter a number, or more of the name.",
    ),
    "assess.licence_is": (
        "免許・登録：{licence}",
        "Licence: {licence}",
    ),
    "assess.prompt.size": (
        "{measure}（例 3,200億円。Enter 後で、? 説明）",
        "{measure} (such as 320 billion; Enter later, ? help)",
    ),
    "assess.help.size": (
        "直近の{measure}を円で入力してください。320000000000、3,200億円、1兆2000億、2.1e12 のいずれの書き方でも読み取れます。",
        "Enter the latest figure in yen ({measure}), as 320000000000, 320 billion, 1.2 trillion or 2.1e12.",
    ),
    "assess.wrong.size": (
        "「{found}」は金額として読み取れません。3,200億円や320000000000のように入力してください。",
        '"{found}" is not a valid amount. Write it as 320 billion or 320000000000.',
    ),
    "assess.size_is": (
        "規模：{size}",
        "Size: {size}",
    ),
    "assess.yen": (
        "{amount}円",
        "JPY {amount}",
    ),
    "assess.prompt.campaign": (
        "実施回（例 2026。Enter 変更しない、? 説明）",
        "Campaign (e.g. 2026; Enter leaves it unchanged, ? help)",
    ),
    "assess.help.campaign": (
        "7月から翌年6月までの事務年度を、開始年の西暦で入力します。",
        "The programme year from July to June, by the year in which it begins.",
    ),
    "assess.prompt.assessed_on": (
        "点検日（例 2026-11-20、今日。Enter 変更しない、? 説明）",
        "Assessed on (e.g. 2026-11-20, today; Enter leaves it unchanged, ? help)",
    ),
    "assess.help.assessed_on": (
        "点検した日付です。",
        "The date on which the assessment was made.",
    ),
    "assess.prompt.respondent": (
        "回答の責任者（Enter 変更しない、? 説明）",
        "Respondent (Enter leaves it unchanged, ? help)",
    ),
    "assess.help.respondent": (
        "回答内容に責任を持つ方の役職です。例：CISO",
        "The role responsible for the answers. Example: CISO",
    ),
    "assess.prompt.second_line": (
        "第2線の確認者（Enter 変更しない、? 説明）",
        "Checked by, in the second line (Enter leaves it unchanged, ? help)",
    ),
    "assess.help.second_line": (
        "回答を確認したリスク管理部門の方の役職です。例：リスク管理部長",
        "The role in the risk management function that checked the answers. Example: head of risk management",
    ),
    "assess.prompt.reported_to_board": (
        "取締役会等への報告日（Enter 変更しない、? 説明）",
        "Reported to the board on (Enter leaves it unchanged, ? help)",
    ),
    "assess.help.reported_to_board": (
        "取締役会等に結果を報告した日付です。例：2026-11-10",
        "The date on which the result was reported to the board. Example: 2026-11-10",
    ),
    "assess.prompt.flag": (
        "y はい／n いいえ（Enter 後で、b 前へ、? 説明）",
        "y yes / n no (Enter later, b back, ? help)",
    ),
    "assess.help.flag": (
        "該当する場合は y、該当しない場合は n を入力してください。不明な場合は Enter で進んでください。未回答の間は、関係する項目も表示します。",
        "y if it applies, n if not. If you do not know, press Enter; until it is answered, the related practices stay in scope.",
    ),
    "assess.flag_reason": (
        "「いいえ」により、基本的な対応事項{count}件（{practices}）が対象外になります。根拠を記録してください。",
        "This takes {count} {count:basic practice|basic practices} out of scope: {practices}. Record the reason.",
    ),
    "assess.prompt.flag_reason": (
        "「いいえ」の理由（? 説明）",
        "Reason for answering no (? help)",
    ),
    "assess.help.flag_reason": (
        "例：全拠点を有線で接続し、無線の機器を設置していないことを年1回確認している。空のままの場合は「要確認事項」に表示します。",
        "Example: all offices are wired, and an annual survey confirms that there is no wireless equipment. If left empty, it is listed under points to check.",
    ),
    "assess.yes": (
        "はい",
        "yes",
    ),
    "assess.no": (
        "いいえ",
        "no",
    ),
    "assess.wrong.yes_no": (
        "「{found}」は使用できません。y か n を入力してください。",
        '"{found}" is not one of the choices. Enter y or n.',
    ),
    "assess.factor": (
        "リスク要因：{title}",
        "Risk factor: {title}",
    ),
    "assess.prompt.factor": (
        "1・2・3（Enter 後で、b 前へ、? 説明）",
        "1, 2 or 3 (Enter later, b back, ? help)",
    ),
    "assess.help.factor": (
        "自機関の状況に最も近いものを番号で選択してください。迷う場合は高い方を選び、後で i から見直せます。",
        "Choose the number that fits best. If in doubt, choose the higher one; you can change it later with i.",
    ),
    "assess.wrong.factor": (
        "「{found}」は使用できません。1、2、3 のいずれかを入力してください。",
        '"{found}" is not one of the choices. Enter 1, 2 or 3.',
    ),
    "assess.prompt.override": (
        "1 低／2 中／3 高（- 取り消す、Enter 変更しない、? 説明）",
        "1 low / 2 medium / 3 high (- removes the decision, Enter leaves it unchanged, ? help)",
    ),
    "assess.help.override": (
        "主なリスク要因のうち最も高いものに代えて使用する値です。経営陣の判断と理由を記録するために使用してください。",
        "It is used in place of the highest key risk factor. Use it to record a decision of executive management, with its reason.",
    ),
    "assess.prompt.override_reason": (
        "判断の理由（Enter やめる、? 説明）",
        "Reason for the decision (Enter cancels, ? help)",
    ),
    "assess.help.override_reason": (
        "例：主力業務を外部の共同センターに移し、自前のチャネルを廃止したため（2026年3月経営会議）。",
        "Example: main services moved to the shared centre and own channels closed (management meeting, March 2026).",
    ),
    "assess.progress": (
        "この範囲の回答：{done}／{of}件",
        "Answered in the selected items: {done} of {of}",
    ),
    "assess.how": (
        "対応事項を1件ずつ表示します。{lowest}～{highest}の段階を入力すると、その場で保存し、ほかに入力するものがなければ次へ進みます。Enter で次へ、b で戻る、h で操作の一覧、q で終了です。",
        "Practices are shown one by one. Enter a level from {lowest} to {highest}: it is saved at once, and the next practice follows where nothing more is to be entered. Enter goes to the next, b back, h lists the commands, q quits.",
    ),
    "assess.progress.confirmed": (
        "未確認の回答：{of}件（うち今回確認したもの{done}件）",
        "Unconfirmed answers: {of}, of which {done} confirmed now",
    ),
    "assess.how_without_levels": (
        "設問を1件ずつ表示します。回答を入力すると、その場で保存します。Enter で次へ、h で操作の一覧、q で終了です。",
        "Questions are shown one by one. Enter an answer and it is saved at once. Enter goes to the next, h lists the commands, q quits.",
    ),
    "assess.how_read_only": (
        "読み取り専用のため、保存しません。項目を1件ずつ表示します。Enter で次へ、b で戻る、h で操作の一覧、q で終了です。",
        "Read-only, so nothing is saved. Items are shown one by one. Enter goes to the next, b back, h lists the commands, q quits.",
    ),
    "assess.resumed": (
        "前回の続き（{id}）から始めます。",
        "Resuming where you stopped ({id}).",
    ),
    "assess.earlier": (
        "これより前に、未回答が{count}件あります（最初は{first}。u で一覧）。",
        "{count} earlier {count:practice is|practices are} unanswered, the first {first} (u lists {count:it|them}).",
    ),
    "assess.nothing_asked": (
        "条件に該当する対応事項はありません。--tier、--domain、--owner、--onlyを見直してください。",
        "No practice matches. Review --tier, --domain, --owner and --only.",
    ),
    "assess.place": (
        "領域 {domain} {title}{section}",
        "Domain {domain} {title}{section}",
    ),
    "assess.earlier.confirmed": (
        "これより前に、未確認の回答が{count}件あります（最初は{first}）。",
        "{count} earlier {count:answer is|answers are} unconfirmed, the first {first}.",
    ),
    "assess.done.confirmed": (
        "今回の確認：この領域 {done}／{of}件、全体 {all_done}／{all_of}件",
        "Confirmed now: {done} of {of} in this domain, {all_done} of {all_of} overall",
    ),
    "assess.done": (
        "回答済み：この領域 {done}／{of}件、全体 {all_done}／{all_of}件",
        "Answered: {done} of {of} in this domain, {all_done} of {all_of} overall",
    ),
    "assess.asked": (
        "{label}　{value}",
        "{label} {value}",
    ),
    "assess.labelled": (
        "{label}：{value}",
        "{label}: {value}",
    ),
    "assess.practice": (
        "{id}  {title}（{tier}）",
        "{id}  {title} ({tier})",
    ),
    "assess.out_of_scope": (
        "属性により対象外です。回答しても算定に含めません。",
        "Out of scope by the profile: an answer is kept but not counted.",
    ),
    "assess.out_of_groups": (
        "選択したグループに含まれないため対象外です。回答しても算定に含めません。",
        "Out of scope, as it is in none of the groups selected: an answer is kept but not counted.",
    ),
    "assess.source": (
        "出典：{guideline}",
        "Source: {guideline}",
    ),
    "assess.level": (
        "{level}  {name}：{words}",
        "{level}  {name}: {words}",
    ),
    "assess.ticked": (
        "〔済〕",
        "[x]",
    ),
    "assess.rows": (
        "次のそれぞれについて",
        "For each of the following",
    ),
    "assess.rows.none": (
        "「{title}」がまだ挙げられていません。i で「{title}」を選び、名称を入力してから回答してください。",
        'Nothing is named under "{title}" yet. Type i, choose "{title}" and enter the names, then answer.',
    ),
    "assess.options.single": (
        "1つ選択してください（番号）",
        "Choose one, by number",
    ),
    "assess.options.multi": (
        "該当するものをすべて選択してください（番号を空白で区切って入力）",
        "Choose all that apply (numbers separated by spaces)",
    ),
    "assess.options.matrix": (
        "上の順に、番号を空白で区切って入力してください",
        "Enter a number for each in the order above, separated by spaces",
    ),
    "assess.numbers": (
        "上の順に、数を空白で区切って入力してください（単位：{unit}）",
        "Enter a number for each in the order above, separated by spaces (unit: {unit})",
    ),
    "assess.rows.open": (
        "分からないものには - を入力してください（未回答のまま残ります）",
        "Enter - for those that you cannot answer yet",
    ),
    "assess.number": (
        "数を入力してください（単位：{unit}）",
        "Enter a number (unit: {unit})",
    ),
    "assess.text": (
        "文章を入力してください",
        "Enter text",
    ),
    "assess.now": (
        "現在の回答：{answer}",
        "Current answer: {answer}",
    ),
    "assess.before": (
        "前回の回答：{answer}（= で同じ回答にします）",
        "Previous answer: {answer} (= copies it)",
    ),
    "assess.superseded": (
        "この回答の後に、点検票の一部の設問が変更されました。{reason}該当する{count}項目の回答を未確認としました。",
        "Some questions of the checklist have changed since these answers were given. {reason} The answers concerned ({count}) are marked as unconfirmed.",
    ),
    "assess.before_of": (
        "前回の{id}の回答：{answer}",
        "Previous answer to {id}: {answer}",
    ),
    "assess.changed_since": (
        "前の版又は別の点検票から引き継いだ回答のため、= では複写できません。引き継いだ回答でよければ確認済みにし、そうでなければ段階などを入力してください。",
        "This answer was carried over from an earlier version or another checklist, so = does not copy it. If it still holds, confirm it; otherwise enter a level or other answer.",
    ),
    "assess.before_same": (
        "前回の回答：同じ",
        "Previous answer: the same",
    ),
    "assess.unconfirmed": (
        "未確認の回答です。今回もこのとおりであれば o で確認済みにし、変わったところは入力し直してください。",
        "This answer is not confirmed yet. If it still holds, o confirms it; otherwise enter what has changed.",
    ),
    "assess.unconfirmed_read_only": (
        "未確認の回答です。",
        "This answer is not confirmed yet.",
    ),
    "assess.unconfirmed_open": (
        "引き継いだ内容に段階などの回答が含まれていないため、まだ回答がありません。段階などを入力してください。",
        "What was carried over holds no level or other answer, so there is none yet. Enter one.",
    ),
    "assess.carried": (
        "前回からの変更：{kinds}",
        "Since last time: {kinds}",
    ),
    "assess.carried_with_note": (
        "前回からの変更：{kinds}。{note}",
        "Since last time: {kinds}. {note}",
    ),
    "assess.doubt": (
        "要確認：{text}",
        "To check: {text}",
    ),
    "assess.keys.confirm": (
        "確認：o 確認済みにして次へ",
        "Confirm: o confirms this answer and goes on",
    ),
    "assess.confirmed": (
        "{id}を確認済みにしました。",
        "{id} confirmed.",
    ),
    "assess.target": (
        "目標：段階{target}",
        "Target: level {target}",
    ),
    "assess.is.level": (
        "段階{level}（{name}）",
        "level {level} ({name})",
    ),
    "assess.is.na": (
        "該当なし（{reason}）",
        "not applicable ({reason})",
    ),
    "assess.is.not_adopted": (
        "採用しない（{reason}）",
        "not adopted ({reason})",
    ),
    "assess.has.points": (
        "満たしている点 {points}",
        "points covered {points}",
    ),
    "assess.has.treatment": (
        "{kind}「{measure}」（承認 {approver} {approved_on}、見直し期限 {date}）",
        '{kind} "{measure}" (approved by {approver} on {approved_on}, review by {date})',
    ),
    "assess.has.done": (
        "実施{n}／{of}",
        "done {n} of {of}",
    ),
    "assess.has.last_done": (
        "直近の実施日 {date}",
        "last done {date}",
    ),
    "assess.has.source": (
        "提供元 {source}",
        "taken from {source}",
    ),
    "assess.has.performed_by": (
        "実施者 {name}",
        "performed by {name}",
    ),
    "assess.has.plan": (
        "改善計画 {plan}",
        "plan: {plan}",
    ),
    "assess.has.evidence": (
        "証跡 {refs}",
        "evidence {refs}",
    ),
    "assess.has.note": (
        "補足「{note}」",
        'note "{note}"',
    ),
    "assess.treatment.accepted": (
        "リスク受容",
        "accepted risk",
    ),
    "assess.treatment.alternative": (
        "代替措置",
        "alternative measure",
    ),
    "assess.keys.answer": (
        "回答：{keys}",
        "Answer: {keys}",
    ),
    "assess.keys.level": (
        "{lowest}～{highest} 段階",
        "{lowest}-{highest} level",
    ),
    "assess.keys.typed": (
        "番号などを入力",
        "type it",
    ),
    "assess.keys.not_adopted": (
        "no 採用しない",
        "no not adopted",
    ),
    "assess.keys.na": (
        "na 該当なし",
        "na not applicable",
    ),
    "assess.keys.points": (
        "p 点",
        "p points",
    ),
    "assess.keys.note": (
        "n 補足",
        "n note",
    ),
    "assess.keys.evidence": (
        "e 証跡",
        "e evidence",
    ),
    "assess.keys.treatment": (
        "t リスク受容・代替措置",
        "t treatment",
    ),
    "assess.keys.moving": (
        "移動：Enter 次へ　b 戻る　? よくある不備・証跡の例　h 操作の一覧　q 終了",
        "Move: Enter next, b back, ? common weaknesses and evidence, h all commands, q quit",
    ),
    "assess.prompt.answer": (
        "回答 {id}",
        "Answer {id}",
    ),
    "assess.saved": (
        "保存しました：{id}　{answer}",
        "Saved: {id} {answer}",
    ),
    "assess.was": (
        "変更前：{answer}（z で元に戻せます）",
        "Previously: {answer} (z restores it)",
    ),
    "assess.lost": (
        "削除又は置換される内容：{parts}",
        "This removes or replaces: {parts}",
    ),
    "assess.prompt.lost": (
        "よろしいですか（y はい／n・Enter 変更しない、? 説明）",
        "Continue? (y yes / n or Enter cancel, ? help)",
    ),
    "assess.help.lost": (
        "y のときだけ保存します。n か Enter では、変更しません。保存した後も、z で元に戻せます。",
        "Only y saves. With n or Enter nothing changes. After saving, z restores the previous content.",
    ),
    "assess.undone": (
        "元に戻しました：{name}　{value}",
        "Restored: {name} {value}",
    ),
    "assess.redone": (
        "やり直しました：{name}　{value}",
        "Saved again: {name} {value}",
    ),
    "assess.nothing_to_undo": (
        "この画面を開いてから保存した変更に、元に戻せるものはありません。",
        "There is no change of this session left to undo.",
    ),
    "assess.nothing_to_redo": (
        "やり直せる変更はありません。",
        "There is nothing to redo.",
    ),
    "assess.exclusive": (
        "「{option}」は単独で選ぶ選択肢です。他の選択肢と同時には選べません。",
        '"{option}" cannot be combined with other options.',
    ),
    "assess.cleared": (
        "取り消しました：{id}は未回答です。",
        "Removed: {id} is now unanswered.",
    ),
    "assess.default": (
        "Enter だけを押すと「{option}」と回答します。未回答のまま進むには s を入力してください。",
        'Enter alone answers "{option}"; s leaves the question unanswered.',
    ),
    "assess.skipped": (
        "{id}は未回答のまま進みます。",
        "{id} remains unanswered.",
    ),
    "assess.at_first": (
        "これより前の項目はありません。",
        "This is the first item.",
    ),
    "assess.at_last": (
        "進む先の項目がありません。f は、b で戻った後、ほかの項目へ移る前に使用できます。",
        "There is nothing ahead: b was not used, or you have gone elsewhere since.",
    ),
    "assess.more": (
        "-- 続きがあります。Enter で表示します（このまま回答することもできます）",
        "-- More follows: press Enter, or type your answer here",
    ),
    "assess.cancelled": (
        "変更せずに戻ります。",
        "Nothing changed.",
    ),
    "assess.next_hint": (
        "Enter で次へ（n 補足、e 証跡などを続けて追加できます。z で元に戻せます）",
        "Enter goes to the next (or add n note, e evidence and so on; z undoes)",
    ),
    "assess.goes_on": (
        "次の対応事項に進みます（b で戻り、補足や証跡などを追加できます）。",
        "Going on to the next practice (b goes back, to add a note, evidence and so on).",
    ),
    "assess.hint.points": (
        "段階{in_place}以上ですが、含めるべき点（{points}）にチェックがありません。p でチェックできます。",
        "Level {in_place} or above, but not every point that must be covered is ticked (not ticked: {points}). Use p to tick points.",
    ),
    "assess.hint.evidence": (
        "段階{above}以上ですが、証跡がありません。e で追加できます。",
        "Level {above} or above, but no evidence is given. Use e to add it.",
    ),
    "assess.hint.target": (
        "目標は段階{target}です。承認されたリスク受容・代替措置があれば t で記録できます。",
        "The target is level {target}. Use t to record an accepted risk or alternative measure that has been approved.",
    ),
    "assess.hint.below": (
        "目標は段階{target}です。",
        "The target is level {target}.",
    ),
    "assess.hint.accepted": (
        "目標は段階{target}です。リスク受容を記録していますが、目標を下回る項目として数えます。",
        "The target is level {target}. The accepted risk is recorded; the practice still counts as below target.",
    ),
    "assess.hint.reason": (
        "理由が短く、第三者には分かりにくい可能性があります。na（採用しない場合は no）で入力し直せます。",
        "The reason is short; another reader may not follow it. Use na (or no) to enter it again.",
    ),
    "assess.wrong.review_by": (
        "見直し期限が承認日（{date}）より前です。",
        "The review date is before the approval ({date}).",
    ),
    "assess.hint.review_by": (
        "見直し期限が承認日（{date}）から1年より先です。1年以内ごとの見直しを推奨します。",
        "The review date is more than a year after the approval ({date}). A review at least once a year is recommended.",
    ),
    "assess.not_understood_at_end": (
        "「{found}」は認識できませんでした。項目の番号、又は b、v などの操作を入力してください（? で一覧）。",
        '"{found}" was not recognised. Enter the number of a practice, or a command such as b or v (? lists them).',
    ),
    "assess.not_understood": (
        "「{found}」は認識できませんでした。段階（選択肢のある設問では番号）を入力するか、h で操作の一覧をご覧ください。文章は n（補足）に続けて入力します。",
        '"{found}" was not recognised. Enter a level (a number where there are options), or h for the commands. Text goes after n (note).',
    ),
    "assess.pasted_away": (
        "続けて貼り付けられた{count}行は読み飛ばしました。",
        "{count} further pasted {count:line was|lines were} skipped.",
    ),
    "assess.basic_not_adopted": (
        "基本的な対応事項は「採用しない」を選べません。段階などで回答し、必要に応じて t でリスク受容・代替措置を記録してください。",
        "A basic practice cannot be marked not adopted. Enter a level or other answer and, where applicable, record a treatment with t.",
    ),
    "assess.prompt.na": (
        "該当しない理由（Enter やめる、? 説明）",
        "Why it does not apply (Enter cancels, ? help)",
    ),
    "assess.help.na": (
        "第三者が読んで分かる理由を入力してください。例：無線LANの機器を保有せず、設置も禁止している。「今年は事案がなかった」は理由になりません（計画や演習の状況で回答します）。",
        'Give a reason that another reader can follow. Example: there is no wireless equipment and installing it is prohibited. "No incident this year" is not a reason: answer on the basis of plans and exercises.',
    ),
    "assess.prompt.not_adopted": (
        "採用しない理由（Enter やめる、? 説明）",
        "Why it is not adopted (Enter cancels, ? help)",
    ),
    "assess.help.not_adopted": (
        "自らのリスク評価に照らした理由を入力してください。例：対象業務の規模が小さく、別の統制で足りると経営会議で判断した。",
        "Give the reason from your own risk assessment. Example: the service is small, and management judged other controls to be sufficient.",
    ),
    "assess.treatment.intro": (
        "リスク受容又は代替措置を記録します（種類、内容、承認者、承認日、見直し期限の5問）。途中の Enter でやめ、b で前の質問に戻ります。",
        "Record an accepted risk or alternative measure in five steps: kind, content, approver, approval date, review date. Enter on an empty line cancels; b goes back a step.",
    ),
    "assess.treatment.now": (
        "記録済み：{treatment}",
        "Recorded: {treatment}",
    ),
    "assess.prompt.treated": (
        "削除しますか（y 削除する／c 内容を変更する／n・Enter 変更しない、? 説明）",
        "Remove it? (y remove / c change / n or Enter leave unchanged, ? help)",
    ),
    "assess.help.treated": (
        "y で記録を削除します。c で内容を入力し直します。n か Enter では、変更しません。",
        "y removes it; c lets you enter it again; n or Enter changes nothing.",
    ),
    "assess.wrong.treated": (
        "「{found}」は使用できません。y、c、n のいずれか、又は Enter を入力してください。",
        '"{found}" is not one of the choices. Enter y, c or n, or press Enter.',
    ),
    "assess.prompt.kind": (
        "1 リスク受容／2 代替措置（Enter やめる、? 説明）",
        "1 accepted risk / 2 alternative measure (Enter cancels, ? help)",
    ),
    "assess.help.kind": (
        "リスクをそのまま受け入れる場合が 1、別の方法でリスクを下げている場合が 2 です。どちらも承認が必要です。",
        "1 means the risk is accepted as it is, 2 that it is reduced in another way. Both need approval.",
    ),
    "assess.wrong.kind": (
        "「{found}」は使用できません。1 か 2 を入力してください。",
        '"{found}" is not one of the choices. Enter 1 or 2.',
    ),
    "assess.prompt.measure.accepted": (
        "受容する内容と条件（? 説明）",
        "What is accepted, and on what terms (? help)",
    ),
    "assess.prompt.measure.alternative": (
        "代替措置の内容（? 説明）",
        "The alternative measure (? help)",
    ),
    "assess.help.measure": (
        "リスク受容では、どのリスクを、どの範囲と条件で受け入れるかを、代替措置では、どのリスクを、何によって、どこまで低減しているかを入力してください。",
        "For an accepted risk, state which risk is accepted, within what limits and on what terms; for an alternative measure, which risk is reduced, by what, and how far.",
    ),
    "assess.prompt.approved_by": (
        "承認者（役職・会議体、? 説明）",
        "Approved by (role or committee, ? help)",
    ),
    "assess.help.approved_by": (
        "例：CISO、リスク管理委員会",
        "Example: CISO, risk management committee",
    ),
    "assess.prompt.approved_on": (
        "承認日（例 2026-03-01、今日。? 説明）",
        "Approved on (e.g. 2026-03-01, today; ? help)",
    ),
    "assess.help.approved_on": (
        "承認を得た日付です。2026-03-01、2026/3/1、令和8年3月1日のいずれでも読み取れます。",
        "The date of the approval: 2026-03-01, 2026/3/1 or 20260301.",
    ),
    "assess.prompt.review_by": (
        "見直し期限（例 2027-03-31。? 説明）",
        "Review by (e.g. 2027-03-31; ? help)",
    ),
    "assess.help.review_by": (
        "この日までに継続の可否を判断し直します。過ぎると、リスク受容・代替措置として取り扱いません。",
        "The decision is to be reviewed by this date. After it, the treatment no longer counts.",
    ),
    "assess.wrong.date": (
        "「{found}」は日付として読み取れません。2026-11-20のように入力してください。",
        '"{found}" is not a valid date. Write it as YYYY-MM-DD, such as 2026-11-20.',
    ),
    "assess.wrong.year": (
        "{found}は年が正しくないようです。入力し直してください。",
        "The year of {found} seems wrong. Enter the date again.",
    ),
    "assess.prompt.future_date": (
        "{date}は今日（{today}）より後です。この日付でよろしいですか（y はい／n・Enter 入力し直す、? 説明）",
        "{date} is after today ({today}). Is this correct? (y yes / n or Enter re-enter, ? help)",
    ),
    "assess.help.future_date": (
        "既に実施したことの日付を入力する欄です。予定の日付は、実施した後に入力してください。",
        "This is the date of something that has taken place. Enter a planned date once it has.",
    ),
    "assess.prompt.past_date": (
        "{date}は今日（{today}）より前です。この日付でよろしいですか（y はい／n・Enter 入力し直す、? 説明）",
        "{date} is before today ({today}). Is this correct? (y yes / n or Enter re-enter, ? help)",
    ),
    "assess.help.past_date": (
        "見直し期限を過ぎたリスク受容・代替措置は、有効なものとして取り扱いません。改善計画は、期日を過ぎても終わっていないものを「期日超過」と表示します。",
        "An accepted risk or alternative measure past its review date does not count as valid. Unfinished work past the due date of its plan is shown as overdue.",
    ),
    "assess.no_points": (
        "この対応事項に点はありません。",
        "This practice has no points.",
    ),
    "assess.prompt.points": (
        "満たしている点（{known}。空白区切り、all ですべて、- ですべて外す、? 説明）",
        "Points covered ({known}; separated by spaces, all for all, - for none, ? help)",
    ),
    "assess.help.points": (
        "満たしている点の番号（p1 や 1）を空白で区切って入力してください。入力したものだけがチェックした状態になります。チェックが外れる点があるときは確認します。成熟度には影響しません。",
        "Enter the points covered (p1 or 1) separated by spaces; exactly these will be ticked. You are asked before a tick is removed. Points do not affect the score.",
    ),
    "assess.wrong.points": (
        "「{found}」に存在しない番号があります。{known}から選択してください。",
        '"{found}" contains an unknown number. Choose from {known}.',
    ),
    "assess.note_now": (
        "現在の補足：{note}",
        "Current note: {note}",
    ),
    "assess.prompt.note": (
        "補足（複数行可。空の行で終わり、? 説明）",
        "Note (any number of lines; an empty line ends it, ? help)",
    ),
    "assess.help.note": (
        "段階の根拠や補足を入力します。貼り付けた文の中の空行はそのまま残ります。現在の補足は、確認のうえで置き換わります。- だけを入力すると削除します。最初に空の行を入力すると変更しません。",
        "Explain what the level is based on. Empty lines within pasted text are kept. What you enter replaces the current note once you confirm; a single - removes it; an empty first line changes nothing.",
    ),
    "assess.prompt.evidence.first": (
        "証跡の名称や保管場所（Enter やめる、? 説明）",
        "Evidence: name or location (Enter cancels, ? help)",
    ),
    "assess.prompt.evidence.more": (
        "追加する証跡（- 最後の1件を削除する、Enter やめる、? 説明）",
        "Evidence to add (- removes the last, Enter cancels, ? help)",
    ),
    "assess.help.evidence": (
        "文書名や番号、保管場所を入力します。例：サイバーセキュリティ規程 第4版。ファイルは開きません。",
        "Enter a document's name, number or location. Example: cybersecurity rules, 4th edition. No file is opened.",
    ),
    "assess.prompt.evidence_date": (
        "その日付（Enter なし、? 説明）",
        "Its date (Enter for none, ? help)",
    ),
    "assess.help.evidence_date": (
        "証跡が作成又は改定された日付です。例：2026-04-01",
        "When it was created or revised. Example: 2026-04-01",
    ),
    "assess.prompt.last_done": (
        "直近の実施日（例 2026-05-01、今日。Enter やめる、? 説明）",
        "Last done on (e.g. 2026-05-01, today; Enter cancels, ? help)",
    ),
    "assess.help.last_done": (
        "定期的に行う事項を、直近に実施した日付です。",
        "When the recurring work was last done.",
    ),
    "assess.prompt.done": (
        "実施した件数／全体（例 8/10。Enter やめる、? 説明）",
        "Number done / total (e.g. 8/10; Enter cancels, ? help)",
    ),
    "assess.help.done": (
        "対象のうち何件で実施したかです。段階に添えると、進捗が分かります。",
        "How many of the total are done. Beside the level it shows how far you are.",
    ),
    "assess.wrong.done": (
        "「{found}」は認識できません。8/10のように、全体を超えない数で入力してください。",
        '"{found}" was not recognised. Write it as 8/10, the first no more than the second.',
    ),
    "assess.prompt.performed_by": (
        "実施者：1 自機関／2 本店・本社／3 グループ会社／4 共同センター／5 委託先（- 削除、Enter やめる、? 説明）",
        "Performed by: 1 own institution / 2 head office / 3 group company / 4 shared centre / 5 service provider (- removes it, Enter cancels, ? help)",
    ),
    "assess.help.performed_by": (
        "主に実施しているのが誰かを入力します。報告書に、実施者別の状況と目標との差を示します。名称は補足（n）に入力してください。",
        "State who mainly does the work: the report shows figures and gaps by performer. Names go into the note (n).",
    ),
    "assess.wrong.performed_by": (
        "「{found}」は使用できません。1～5の番号か、「委託先」などの選択肢の語を入力してください。会社などの名称は補足（n）に入力します。",
        '"{found}" is not one of the choices. Enter a number from 1 to 5 or one of the words; names go into the note (n).',
    ),
    "assess.plan.level": (
        "段階1「計画」は、担当と期日が決まっている状態です。改善計画を記録します（Enter 後で入力）。",
        "Level 1, Planned, means that an owner and a due date are set. Record the plan (Enter: later).",
    ),
    "assess.plan.now": (
        "記録済み：{plan}",
        "Recorded: {plan}",
    ),
    "assess.prompt.plan_step": (
        "1 未着手／2 対応中／3 完了／4 取りやめ／c 内容を変更／x 削除（Enter やめる、? 説明）",
        "1 not started / 2 under way / 3 done / 4 dropped / c change / x remove (Enter cancels, ? help)",
    ),
    "assess.help.plan_step": (
        "1～4で状況を記録します。担当、期日、実施内容、予算を変更するときは c、改善計画を削除するときは x を入力します。",
        "1 to 4 record the status. Enter c to change owner, date, action or budget, and x to remove the plan.",
    ),
    "assess.wrong.plan_step": (
        "「{found}」は使用できません。1～4、c、x のいずれかを入力してください。",
        '"{found}" is not one of the choices. Enter 1 to 4, c or x.',
    ),
    "assess.prompt.plan_owner": (
        "改善の担当部署（Enter やめる、? 説明）",
        "Owner of the improvement (Enter cancels, ? help)",
    ),
    "assess.help.plan_owner": (
        "改善を進める部署又は役職を入力します。個人名は入力しません。",
        "Enter the department or function in charge of the improvement, not the name of a person.",
    ),
    "assess.prompt.plan_due": (
        "期日（例 2027-03-31。? 説明）",
        "Due date (e.g. 2027-03-31; ? help)",
    ),
    "assess.help.plan_due": (
        "実施を終える予定の日を入力します。この日を過ぎても終わっていないものは、「期日超過」と表示します。",
        "Enter the date by which the work is to be finished. After it, unfinished work is shown as overdue.",
    ),
    "assess.prompt.plan_action": (
        "実施内容（Enter 省略、? 説明）",
        "Action (Enter leaves it out, ? help)",
    ),
    "assess.help.plan_action": (
        "何をするかを1行で入力します。省略すると、点検票の「次の一歩」を実施内容として表示します。",
        "Say in one line what will be done. If left out, the checklist's next step is shown as the action.",
    ),
    "assess.prompt.plan_budget": (
        "予算（例 500万円（2027年度）。Enter 省略、? 説明）",
        "Budget (e.g. 5 million yen, FY2027; Enter leaves it out, ? help)",
    ),
    "assess.help.plan_budget": (
        "金額、又は予算措置の状況を文章で入力します。",
        "Enter an amount, or describe how it is funded.",
    ),
    "assess.nothing_to_clear": (
        "回答がないため、取り消すものはありません。",
        "There is no answer to remove.",
    ),
    "assess.prompt.clear": (
        "{id}の回答をすべて取り消しますか（y 取り消す／n・Enter 変更しない、? 説明）",
        "Remove the whole answer to {id}? (y remove / n or Enter leave unchanged, ? help)",
    ),
    "assess.help.clear": (
        "段階、補足、証跡など、この項目の回答をすべて削除して未回答に戻します。",
        "Level, note, evidence and everything else recorded for this practice are removed; it becomes unanswered again.",
    ),
    "assess.no_previous": (
        "前回の回答はありません。前回のファイルは--previousで指定します。",
        "There is no previous answer. Specify the previous file with --previous.",
    ),
    "assess.nothing_to_confirm": (
        "未確認の回答ではありません。",
        "There is nothing to confirm.",
    ),
    "assess.unanswered": (
        "未回答：{count}件",
        "Unanswered: {count}",
    ),
    "assess.and_more": (
        "ほか {domain}（{count}件）：{practices}",
        "And in {domain} ({count}): {practices}",
    ),
    "assess.jump_hint": (
        "g に続けて番号を入力すると（例 g {example}）、その項目へ移ります。",
        "Enter g and a number (such as g {example}) to go there.",
    ),
    "assess.prompt.search": (
        "検索する語（? 説明）",
        "Words to search for (? help)",
    ),
    "assess.help.search": (
        "日本語でも英語でも検索できます。空白で区切ると、すべてを含む項目を検索します。",
        "In Japanese or English. Words separated by spaces must all occur.",
    ),
    "assess.found": (
        "見つかった項目：{count}件",
        "Found: {count}",
    ),
    "assess.not_found": (
        "見つかりませんでした。語を短くするか、別の語で検索してください。",
        "Nothing was found. Try shorter or different words.",
    ),
    "assess.review.none": (
        "見直す事項はありません。",
        "There is nothing to review.",
    ),
    "assess.review.unanswered": (
        "未回答：{count}件（u で一覧）",
        "Unanswered: {count} (u lists them)",
    ),
    "assess.review.weak_reason": (
        "該当なし・採用しないの理由が短い、又は理由として不十分なもの：{count}件",
        "Not applicable or not adopted without an adequate reason: {count}",
    ),
    "assess.review.open_points": (
        "段階{in_place}以上で、含めるべき点にチェックがないもの：{count}件",
        "Level {in_place} or above, but points that must be covered are not ticked: {count}",
    ),
    "assess.review.no_evidence": (
        "段階{above}以上で、証跡がないもの：{count}件",
        "Level {above} or above, without evidence: {count}",
    ),
    "assess.review.contradictions": (
        "互いに矛盾する回答：{count}件",
        "Answers that contradict each other: {count}",
    ),
    "assess.review.checks": (
        "提出する前に確認するもの：{count}件",
        "To be checked before filing: {count}",
    ),
    "assess.review.below_target": (
        "目標を下回るもの：{count}件",
        "Below target: {count}",
    ),
    "assess.review.unconfirmed": (
        "未確認のもの：{count}件",
        "Not confirmed: {count}",
    ),
    "assess.review.since_last": (
        "前回から回答が変わったもの：{count}件",
        "Changed since the previous answers: {count}",
    ),
    "assess.review.second_line": (
        "第2線・第3線の評価と異なるもの：{count}件",
        "Different from a review by line 2 or 3: {count}",
    ),
    "assess.end": (
        "選択した項目の最後です。終了する前に見直す事項：",
        "End of the selected items. To review before you finish:",
    ),
    "assess.prompt.end": (
        "番号で項目へ移動、b 戻る、v 現在の結果、Enter 終了（? 説明）",
        "Practice number to go there, b back, v figures, Enter quits (? help)",
    ),
    "assess.help.end": (
        "項目の番号で移動、b で最後の項目に戻る、/ で検索、u 未回答、r 見直し、v 現在の結果、i 機関に関する事項、z 直前の変更を元に戻す、Enter か q で終了します。",
        "Type a practice number to go there; b goes back to the last one; / searches, u unanswered, r review, v current figures, i institution, z undoes the last change; Enter or q quits.",
    ),
    "assess.prompt.date_today": (
        "点検日が未記入です。今日（{date}）にしますか（y／n、? 説明）",
        "The assessment date is missing. Use today ({date})? (y/n, ? help)",
    ),
    "assess.help.date_today": (
        "点検した日付です。後から i で変更できます。",
        "The date on which the assessment was made. You can change it later with i.",
    ),
    "assess.goodbye.confirmed": (
        "終了しました（未確認の回答{of}件のうち{done}件を確認しました）。",
        "Finished. Confirmed: {done} of {of} unconfirmed {of:answer|answers}.",
    ),
    "assess.resume.confirmed": (
        "続きは`cssa assess -a {path} --only unconfirmed`で再開できます。",
        "Resume with `cssa assess -a {path} --only unconfirmed`.",
    ),
    "assess.goodbye": (
        "終了しました（選択した項目のうち、回答して保存済みのもの {done}／{of}件）。",
        "Finished. Answered and saved in the selected items: {done} of {of}.",
    ),
    "assess.resume": (
        "続きは`cssa assess -a {path}`で再開できます。",
        "Resume with `cssa assess -a {path}`.",
    ),
    "assess.see_figures": (
        "結果は`cssa score {path}`で確認できます。",
        "See the figures with `cssa score {path}`.",
    ),
    "assess.changed_after_approval": (
        "承認された内容から変更されています。報告書には「承認後に変更あり」と表示します。改めて承認を受けた後、`cssa answers approve {path}`で記録してください。",
        'The answers differ from those that were approved; reports say "Changed after approval". Once they are approved again, record it with `cssa answers approve {path}`.',
    ),
    "assess.command.level": (
        "数字　段階を回答する（選択肢のある設問では番号）",
        "number answer with a level (or by number where there are options)",
    ),
    "assess.command.na": (
        "na　　該当なし（続けて理由を入力できます。例：na 無線LANを設置していない）",
        "na     not applicable (a reason may follow: na no wireless equipment)",
    ),
    "assess.command.no": (
        "no　　採用しない（対応が望ましい事項のみ。理由が必要です）",
        "no     not adopted (desirable practices only, with a reason)",
    ),
    "assess.command.t": (
        "t　　 リスク受容・代替措置",
        "t      treatment: accepted risk or alternative measure",
    ),
    "assess.command.p": (
        "p　　 満たしている点をチェックする（例：p 1 3、p all）",
        "p      tick the points covered (p 1 3, p all)",
    ),
    "assess.command.n": (
        "n　　 補足（続けて入力できます。例：n 規程は4月に改定）",
        "n      note (text may follow: n rules revised in April)",
    ),
    "assess.command.e": (
        "e　　 証跡を追加する",
        "e      add evidence",
    ),
    "assess.command.d": (
        "d　　 直近の実施日",
        "d      date last done",
    ),
    "assess.command.c": (
        "c　　 実施した件数／全体（例：c 8/10）",
        "c      number done / total (c 8/10)",
    ),
    "assess.command.w": (
        "w　　 実施者（続けて入力できます。例：w 共同センター）",
        "w      who performs it (may follow: w shared centre)",
    ),
    "assess.command.a": (
        "a\u3000\u3000 改善計画（担当、期日、実施内容、状況）",
        "a      plan: owner, due date, action, status",
    ),
    "assess.command.=": (
        "=　　 前回と同じ回答にする",
        "=      copy the previous answer",
    ),
    "assess.command.o": (
        "o　　 未確認の回答を確認済みにして次へ",
        "o      confirm an answer that is not confirmed yet, and go on",
    ),
    "assess.command.x": (
        "x　　 この項目の回答を取り消す（確認します）",
        "x      remove this practice's answer (you are asked first)",
    ),
    "assess.command.z": (
        "z　　 直前に保存した変更を元に戻す",
        "z      undo the last saved change",
    ),
    "assess.command.y": (
        "y　　 元に戻した変更をやり直す",
        "y      redo what was undone",
    ),
    "assess.command.next": (
        "Enter 次へ（未回答なら飛ばす。既定の回答が示された設問では、それを保存し、保存せずに飛ばすのは s）",
        "Enter  next (leaves an unanswered practice unanswered, but saves the default answer where one is shown; s skips without saving)",
    ),
    "assess.command.b": (
        "b　　 直前に表示していた項目へ戻る",
        "b      back to the practice shown before",
    ),
    "assess.command.f": (
        "f　　 b で戻る前の項目へ進む",
        "f      forward again after b",
    ),
    "assess.command.g": (
        "g 番号\u3000その項目へ移る（例：g 2.3.1-1。g 2.3では領域の最初の項目）",
        "g 2.3.1-1  go to that practice; g 2.3 goes to the first of the domain",
    ),
    "assess.command./": (
        "/　　 検索する（例：/多要素認証、/MFA、/2.3.4）",
        "/      search (/authentication, /MFA, /2.3.4)",
    ),
    "assess.command.u": (
        "u　　 未回答の一覧",
        "u      list what is unanswered",
    ),
    "assess.command.r": (
        "r　　 見直す事項の一覧",
        "r      list what to review",
    ),
    "assess.command.v": (
        "v　　 現在の結果",
        "v      current figures",
    ),
    "assess.command.i": (
        "i　　 機関に関する事項（属性・リスク要因など）を表示・変更する",
        "i      show or change the institution's details",
    ),
    "assess.command.k": (
        "k　　 公表された事例（回答した後に表示します）",
        "k      published cases (shown once you have answered)",
    ),
    "assess.cases.after_answer": (
        "事例は、この項目に回答した後に表示します。",
        "Cases are shown once you have answered this practice.",
    ),
    "assess.cases.none": (
        "この項目に関連する公表事例はありません。",
        "No published case is linked to this practice.",
    ),
    "assess.cases.whole": (
        "事例の全文を読むには、別の画面で`cssa incidents show {id}`のように入力します。",
        "To read a case in full, type for example `cssa incidents show {id}` in another terminal.",
    ),
    "assess.command.?": (
        "?　　 業務への影響、よくある不備、証跡の例、次の一歩",
        "?      why it matters, common weaknesses, evidence, next step",
    ),
    "assess.command.l": (
        "l　　 この項目をもう一度表示する",
        "l      show this practice again",
    ),
    "assess.command.h": (
        "h　　 この一覧",
        "h      this list",
    ),
    "assess.command.q": (
        "q　　 終了（「保存しました」と表示した回答は、Ctrl-D、Ctrl-C でも保存済みです）",
        "q      quit (what was reported as saved is kept, also with Ctrl-D and Ctrl-C)",
    ),
}
