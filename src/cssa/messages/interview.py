"""Messages: the interview."""

MESSAGES = {
    "assess.opt.answers": (
        "回答ファイル。なければ新しく作ります。",
        "Answers file; made where there is none.",
    ),
    "assess.opt.plain": (
        "行単位の対話にします（画面読み上げや簡易端末向け。今はこの方式だけです）。",
        "Talk line by line, for screen readers and simple terminals (the only way so far).",
    ),
    "assess.opt.previous": (
        "前回の回答、記入済み調査票又は結果（JSON）。「=」で前回の回答を写せます。",
        'Last time\'s answers, filled form or result (JSON); "=" then copies its answer.',
    ),
    "assess.opt.tier": (
        "この区分だけを尋ねます（basicが基本的な対応事項）。",
        "Ask only this tier.",
    ),
    "assess.opt.domain": (
        "この領域だけを尋ねます（2.1など）。",
        "Ask only this domain (such as 2.1).",
    ),
    "assess.opt.owner": (
        "この部署が答える項目だけを尋ねます（itなど）。",
        "Ask only what this function answers (such as it).",
    ),
    "assess.opt.only": (
        "未回答（unanswered）又は目標未達（below-target）だけを尋ねます。",
        "Ask only what is unanswered, or below target.",
    ),
    "assess.no_terminal": (
        "端末につながっていないため、対話できません。端末で`cssa assess -a {path}`を実行してください。回答ファイルがあれば、`cssa score {path}`で採点、`cssa explain {path}`で内訳を見られます。",
        "There is no terminal to talk through. Run `cssa assess -a {path}` in a terminal. With an answers file at hand, `cssa score {path}` scores it and `cssa explain {path}` shows what makes up the figures.",
    ),
    "assess.unknown_owner": (
        "--ownerに「{name}」という部署はありません。次から選んでください：{known}。",
        'There is no owner "{name}" for --owner. Choose from {known}.',
    ),
    "assess.unknown_domain": (
        "--domainに「{name}」という領域はありません。次から選んでください：{known}。",
        'There is no domain "{name}" for --domain. Choose from {known}.',
    ),
    "assess.newer": (
        "より新しいcssaで作られたファイルです（{schema}）。cssaを更新してから開いてください。ファイルは変えていません。",
        "A newer cssa made this file ({schema}). Update cssa, then open it. The file was not changed.",
    ),
    "assess.other_checklist": (
        "この回答は別の点検票（{found}）に対するものです（指定は{wanted}）。-cを外すか、-aで別のファイル名を指定してください。",
        "These answers are to another checklist ({found}; you named {wanted}). Leave -c out, or name another file with -a.",
    ),
    "assess.checklist_changed": (
        "開いている間に、外で点検票の指定が書き換えられました。保存はしていません。ファイルを元に戻すか、終了して開き直してください。",
        "The checklist named in the file was changed outside meanwhile. Nothing was saved. Put it back, or leave and open the file again.",
    ),
    "assess.conflict": (
        "{name}は、開いている間に外で書き換えられました。入力した内容はまだ保存していません。",
        "{name} was changed outside this session meanwhile. Your entry is not saved yet.",
    ),
    "assess.in_file": (
        "いまのファイルの内容：{value}",
        "In the file now: {value}",
    ),
    "assess.locked": (
        "別の画面が保存中のため、書き込めません。少し待ってやり直してください。",
        "Another session is saving to the file. Wait a moment and try again.",
    ),
    "assess.edit_refused": (
        "この部分の書き方は、他の行に触れずに書き換えられません。何も書いていません。この項目を「キー: 値」の普通の書き方に直すか、エディターで直接回答を書いてください。",
        "This part is written in a way that cannot be changed without touching other lines. Nothing was written. Put it in the plain `key: value` form, or write the answer in an editor.",
    ),
    "assess.other_sitting": (
        "{path}は、別の画面でも開かれています。続けると、それぞれの回答が項目ごとに保存されます。同じ項目を両方で変えたときは、どちらを残すか確認します。",
        "{path} is open in another session too. If you go on, each saves its own items; where both change the same one, you are asked which to keep.",
    ),
    "assess.prompt.other_sitting": (
        "このまま続けますか（y 続ける／n やめる、? 説明）",
        "Go on all the same? (y go on / n leave, ? help)",
    ),
    "assess.help.other_sitting": (
        "別の画面を閉じてから開き直すのが確実です。分担して別々の項目に答えるときは y で続けられます。",
        "The sure way is to close the other session first. If you share the work and answer different items, go on with y.",
    ),
    "assess.taken_over": (
        "外で変わった内容を取り込みました：{names}",
        "Changes made outside this session were loaded: {names}",
    ),
    "assess.part.institution": (
        "機関についての内容",
        "facts about the institution",
    ),
    "assess.part.campaign": (
        "実施年度",
        "campaign",
    ),
    "assess.part.assessed_on": (
        "点検日",
        "date assessed",
    ),
    "assess.part.approval": (
        "回答の責任者・確認者など",
        "respondent and reviewers",
    ),
    "assess.restored": (
        "ファイルが外で削除されていたため、作り直して保存しました：{path}",
        "The file had been deleted outside this session and was written again: {path}",
    ),
    "assess.prompt.conflict": (
        "自分の回答で置き換えますか（y 置き換える／n・Enter ファイルの内容を残す、? 説明）",
        "Replace it with your entry? (y replace / n or Enter keep the file's, ? help)",
    ),
    "assess.help.conflict": (
        "y を選ぶと外での変更を捨て、いま入力した内容を保存します。n では入力した内容を捨て、ファイルの内容を残します。",
        "With y, the change made outside is discarded and your entry is saved. With n, your entry is discarded and the file stays as it is.",
    ),
    "assess.kept_theirs": (
        "ファイルの内容を残しました。入力した内容は保存していません。",
        "The file was left as it is. Your entry was not saved.",
    ),
    "assess.not_saved": (
        "いま入力した内容は、まだ保存できていません。「保存しました」と表示した回答は失われていません。",
        "Your last entry is not saved yet. Entries reported as saved are not affected.",
    ),
    "assess.prompt.retry": (
        "原因を取り除き、Enter で保存をやり直します（n あきらめる、? 説明）",
        "Fix the cause, then press Enter to save again (n give up, ? help)",
    ),
    "assess.help.retry": (
        "ディスクの空き、書込みの権限、外での書き間違いなどを直してから Enter を押してください。n では、いまの1件だけを捨てて続けます。",
        "Free disk space, correct the permissions or the edit made outside, then press Enter. With n, only this entry is discarded.",
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
        "「保存しました」と表示した回答は保存済みです。続きは`cssa assess -a {path}`で再開できます。",
        "Everything reported as saved is in {path}. Continue with `cssa assess -a {path}`.",
    ),
    "assess.nothing_written": (
        "まだ何も保存していません（機関ID・名称・業態がそろう前に終了したため、ファイルは作っていません）。",
        "Nothing has been saved yet: no file is created until ID, name and kind of institution are known.",
    ),
    "assess.title": (
        "{title}",
        "{title}",
    ),
    "assess.setup.intro": (
        "{path}はまだありません。新しく作ります。はじめに3つ（機関ID・名称・業態）を伺います。どの質問でも、? で説明、b で前の質問、q 又は Ctrl-D で終了です。3つがそろうまで、保存はされません。あとから直せます。",
        "There is no {path} yet; it will be created. The first three questions are ID, name and kind of institution. At any question, ? explains, b goes back, and q or Ctrl-D ends. Nothing is saved until all three are answered. You can change the answers later.",
    ),
    "assess.created": (
        "保存しました：{path}。ここからは、答えるたびに保存します。",
        "Saved: {path}. From here on every answer is saved at once.",
    ),
    "assess.needed": (
        "これがないと始められません。入力してください（やめるときは Ctrl-D）。",
        "This is needed to begin. Please enter it (Ctrl-D to stop).",
    ),
    "assess.setup.open": (
        "対象の範囲・比較対象・目標を決める質問が{count}問、残っています。先に答えると、関係のない項目を尋ねずに済みます。",
        "Questions still open that decide scope, peers and targets: {count}. Answered first, they spare you items that do not concern you.",
    ),
    "assess.prompt.setup": (
        "いま答えますか（y はい／n・Enter あとで、? 説明）",
        "Answer them now? (y yes / n or Enter later, ? help)",
    ),
    "assess.help.setup": (
        "あとでも、対応事項の画面で i と入力すれば答えられます。答えるまでは、関係するかもしれない項目をすべて尋ねます。",
        "You can do so later by typing i at any practice. Until then, everything that might concern you is asked.",
    ),
    "assess.setup.count": (
        "（{number}／{count}）",
        "({number} of {count})",
    ),
    "assess.setup.list": (
        "機関について（変えるものの番号を入力してください）",
        "About the institution (enter the number of what you want to change)",
    ),
    "assess.setup.unstated": (
        "未記入",
        "not stated",
    ),
    "assess.setup.stated": (
        "いまの内容　{label}：{value}",
        "Current value of {label}: {value}",
    ),
    "assess.prompt.replace_fact": (
        "置き換えますか（y 置き換える／n・Enter そのまま、? 説明）",
        "Replace it? (y replace / n or Enter keep, ? help)",
    ),
    "assess.help.replace_fact": (
        "y で、いま入力した内容に置き換えます。n か Enter では、これまでの内容を残します。置き換えたあとも、対応事項の画面で z を入力すれば元に戻せます。",
        "With y, what you just entered replaces the current value. With n or Enter, the current value stays. After replacing, z at a practice restores it.",
    ),
    "assess.setup.risk": (
        "リスクプロファイル：{risk}（{basis}）。目標の段階はこれで決まります。",
        "Risk profile: {risk} ({basis}). It decides the target levels.",
    ),
    "assess.setup.risk_provisional": (
        "暫定です。主な要因のうち{count}件が未回答です（{factors}）。すべて答えるまで、目標は「中」より低くなりません。",
        "This is provisional: key factors not answered: {count} ({factors}). Until all are answered, targets are never lower than those for medium.",
    ),
    "assess.prompt.item": (
        "番号（Enter 回答に戻る、? 説明）",
        "Number (Enter back to the answers, ? help)",
    ),
    "assess.help.item": (
        "左の番号を入力すると、その項目を尋ね直します。変えた結果、対象から外れる・戻る対応事項があればお知らせします。",
        "Enter a number on the left to be asked again. Practices that fall out of scope or come back are named.",
    ),
    "assess.wrong.item": (
        "「{found}」は一覧の番号ではありません。",
        '"{found}" is no number of the list.',
    ),
    "assess.left_as_is": (
        "変えずに進みます。",
        "Left as it is.",
    ),
    "assess.saved_item": (
        "保存しました。",
        "Saved.",
    ),
    "assess.scope.gone": (
        "対象から外れた対応事項{count}件：{practices}",
        "Out of scope now ({count}): {practices}",
    ),
    "assess.scope.back": (
        "対象に加わった対応事項{count}件：{practices}",
        "Back in scope ({count}): {practices}",
    ),
    "assess.why": (
        "尋ねる理由：{why}",
        "Why this is asked: {why}",
    ),
    "assess.why.id": (
        "機関ID。尋ねる理由：報告や提出物で機関を見分けるために使います。法人番号（13桁）をお勧めします。",
        "Id of the institution. Why this is asked: it tells institutions apart in reports and returns. The 13-digit corporate number is recommended.",
    ),
    "assess.why.name": (
        "名称。尋ねる理由：報告書の表紙や見出しに載ります。",
        "Name. Why this is asked: it stands on covers and headings.",
    ),
    "assess.why.sector": (
        "業態。尋ねる理由：同業態の他の金融機関と比べるために使います。業態で設問は変わりません。",
        "Kind of institution. Why this is asked: it decides whom you are compared with. It does not change what is asked.",
    ),
    "assess.why.licence": (
        "免許・登録。尋ねる理由：複数の免許・登録をお持ちのとき、免許・登録ごとに回答を分けます。この回答がどれについてのものかを選びます。1つだけなら Enter で進んでください。",
        "Licence. Why this is asked: an institution with several licences answers once for each; choose the one this is for. With a single licence, press Enter.",
    ),
    "assess.why.size": (
        "規模（{measure}、円）。尋ねる理由：同規模の金融機関と比べるために使います。",
        "Size ({measure}, in yen). Why this is asked: it decides which institutions of similar size you are compared with.",
    ),
    "assess.why.factor.key": (
        "尋ねる理由：リスクプロファイル（目標の段階を決めるもの）は、主な要因の最も高いもので決まります。これはその1つです。",
        "Why this is asked: the risk profile, which decides the target levels, is the highest of the key factors. This is one of them.",
    ),
    "assess.why.factor.other": (
        "尋ねる理由：リスクを説明する参考の要因です。リスクプロファイルには直接入りません。",
        "Why this is asked: it helps to explain the risk. It does not enter the risk profile by itself.",
    ),
    "assess.why.override": (
        "リスク要因から決まる値と違う判断をするときに、理由とともに記録します。",
        "Record here, with a reason, a decision that differs from what the risk factors give.",
    ),
    "assess.item.id": (
        "機関ID",
        "Id",
    ),
    "assess.item.name": (
        "名称",
        "Name",
    ),
    "assess.item.sector": (
        "業態",
        "Kind of institution",
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
        "実施年度",
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
        "Second line",
    ),
    "assess.item.reported_to_board": (
        "取締役会等への報告日",
        "Reported to the board on",
    ),
    "assess.item.override": (
        "リスクプロファイルの自らの判断",
        "Own decision on the risk profile",
    ),
    "assess.prompt.id": (
        "機関ID（? 説明）",
        "Id (? help)",
    ),
    "assess.help.id": (
        "半角の英数字で始まる64字までの英数字と「.」「_」「-」。例：1010001000000",
        'Up to 64 letters, digits, ".", "_" and "-", beginning with a letter or digit. Example: 1010001000000',
    ),
    "assess.wrong.id": (
        "「{found}」は機関IDに使えない形です。英数字と「.」「_」「-」だけで書いてください。",
        '"{found}" cannot be an id. Use only letters, digits, ".", "_" and "-".',
    ),
    "assess.check_digit": (
        "{id}は13桁ですが、法人番号の検査数字と合いません。番号を見直してください。このまま進み、あとで i から直すこともできます。",
        "{id} has 13 digits, but not the check digit of a corporate number. Look at it again; you can go on and change it later with i.",
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
        "業態の番号か名前の一部（? 説明）",
        "Number, or part of the name (? help)",
    ),
    "assess.help.sector": (
        "上の一覧の番号（例：7）か、名前の一部（例：信用金庫）を入力してください。",
        "Enter a number of the list above (as 7), or part of a name (as shinkin).",
    ),
    "assess.wrong.sector": (
        "「{found}」からは1つに決まりません。番号か、もう少し長い名前で入力してください。",
        '"{found}" does not name exactly one. Enter its number, or more of its name.',
    ),
    "assess.sector_is": (
        "業態：{sector}",
        "Kind: {sector}",
    ),
    "assess.prompt.licence": (
        "免許・登録の番号か名前の一部（Enter なし、b 前へ、? 説明）",
        "Licence: number, or part of the name (Enter for none, b back, ? help)",
    ),
    "assess.help.licence": (
        "上の一覧の番号（例：11）か、名前の一部（例：資金移動）を入力してください。複数の免許・登録がなければ Enter で進みます。",
        "Enter a number from the list above (such as 11), or part of a name (such as funds). Press Enter unless you hold several licences.",
    ),
    "assess.wrong.licence": (
        "「{found}」からは1つに決まりません。一覧の番号か、もう少し長い名前で入力してください。",
        '"{found}" does not identify exactly one. Enter its number, or more of its name.',
    ),
    "assess.licence_is": (
        "免許・登録：{licence}",
        "Licence: {licence}",
    ),
    "assess.prompt.size": (
        "{measure}（例 3,200億円。Enter あとで、? 説明）",
        "{measure} (such as 320 billion; Enter later, ? help)",
    ),
    "assess.help.size": (
        "直近の{measure}を円で入力してください。320000000000、3,200億円、1兆2000億、2.1e12 のどの書き方でも読めます。",
        "Enter the latest {measure} in yen: 320000000000, 320 billion, 1.2 trillion or 2.1e12 all do.",
    ),
    "assess.wrong.size": (
        "「{found}」は金額として読めません。3,200億円や320000000000のように書いてください。",
        '"{found}" is no amount. Write it as 320 billion or 320000000000.',
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
        "実施年度（例 2026。Enter そのまま、? 説明）",
        "Campaign (as 2026; Enter leaves it, ? help)",
    ),
    "assess.help.campaign": (
        "7月から翌年6月までの事務年度を、始まりの西暦で書きます。",
        "The business year from July to June, by the year it begins in.",
    ),
    "assess.prompt.assessed_on": (
        "点検日（例 2026-11-20、今日。Enter そのまま、? 説明）",
        "Assessed on (as 2026-11-20, today; Enter leaves it, ? help)",
    ),
    "assess.help.assessed_on": (
        "点検した日付です。",
        "The day on which the assessment was made.",
    ),
    "assess.prompt.respondent": (
        "回答の責任者（Enter そのまま、? 説明）",
        "Respondent (Enter leaves it, ? help)",
    ),
    "assess.help.respondent": (
        "この回答に責任を持つ方の役職と氏名です。例：CISO 山田",
        "Role and name of who answers for this. Example: CISO Yamada",
    ),
    "assess.prompt.second_line": (
        "第2線の確認者（Enter そのまま、? 説明）",
        "Second line (Enter leaves it, ? help)",
    ),
    "assess.help.second_line": (
        "回答を確認したリスク管理部門の方の役職と氏名です。",
        "Role and name of who checked it in the risk management function.",
    ),
    "assess.prompt.reported_to_board": (
        "取締役会等への報告日（Enter そのまま、? 説明）",
        "Reported to the board on (Enter leaves it, ? help)",
    ),
    "assess.help.reported_to_board": (
        "取締役会等に結果を報告した日付です。例：2026-11-10",
        "The date on which the result was reported to the board. Example: 2026-11-10",
    ),
    "assess.prompt.flag": (
        "y はい／n いいえ（Enter あとで、b 前へ、? 説明）",
        "y yes / n no (Enter later, b back, ? help)",
    ),
    "assess.help.flag": (
        "当てはまるなら y、当てはまらないなら n。分からないときは Enter で進んでください。答えない間は、関係する項目も尋ねます。",
        "y if it is so, n if not. If you do not know, press Enter; until it is answered the practices concerned stay in.",
    ),
    "assess.flag_reason": (
        "「いいえ」により、基本的な対応事項{count}件（{practices}）が対象から外れます。根拠を残してください。",
        "This takes basic practices out of scope ({count}): {practices}. Please record why.",
    ),
    "assess.prompt.flag_reason": (
        "そう言える理由（? 説明）",
        "Why that is so (? help)",
    ),
    "assess.help.flag_reason": (
        "例：全拠点を有線で接続し、無線の機器を置いていないことを年1回調べている。空のままだと「確かめたい点」に挙がります。",
        "Example: all offices are wired, and a yearly survey confirms that there is no wireless equipment. Left empty, it is listed under what to look at.",
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
        "「{found}」は読めません。y か n を入力してください。",
        '"{found}" is neither. Enter y or n.',
    ),
    "assess.factor": (
        "リスク要因：{title}",
        "Risk factor: {title}",
    ),
    "assess.prompt.factor": (
        "1・2・3（Enter あとで、b 前へ、? 説明）",
        "1, 2 or 3 (Enter later, b back, ? help)",
    ),
    "assess.help.factor": (
        "自らの状況に最も近いものを番号で選んでください。迷うときは高い方を選び、あとで i から見直せます。",
        "Choose by number what comes closest. In doubt take the higher one; i lets you change it later.",
    ),
    "assess.wrong.factor": (
        "「{found}」は読めません。1、2、3 のどれかを入力してください。",
        '"{found}" is none of them. Enter 1, 2 or 3.',
    ),
    "assess.prompt.override": (
        "1 低／2 中／3 高（- 取り消す、Enter そのまま、? 説明）",
        "1 low / 2 medium / 3 high (- withdraws the decision, Enter leaves it, ? help)",
    ),
    "assess.help.override": (
        "リスク要因の最大値に代えて使う値です。経営陣の判断と理由を記録するために使ってください。",
        "It is used in place of the highest factor. Use it to record a decision of management, with its reason.",
    ),
    "assess.prompt.override_reason": (
        "そう判断した理由（Enter やめる、? 説明）",
        "Reason of the decision (Enter cancels, ? help)",
    ),
    "assess.help.override_reason": (
        "例：主力業務を外部の共同センターに移し、自らのチャネルを閉じたため（2026年3月経営会議）。",
        "Example: main services moved to the shared centre and own channels closed (management meeting, March 2026).",
    ),
    "assess.progress": (
        "この範囲の回答：{done}／{of}件",
        "Answered in this sitting's range: {done} of {of}",
    ),
    "assess.how": (
        "対応事項を1つずつ尋ねます。0〜5の段階を入力すると、その場で保存します。Enter で次へ、h で操作の一覧、q で終了です。",
        "Practices are asked one by one. Enter a level from 0 to 5 and it is saved at once. Enter goes on, h lists what you can type, q ends.",
    ),
    "assess.resumed": (
        "前回の続き（{id}）から始めます。",
        "Going on where you stopped ({id}).",
    ),
    "assess.earlier": (
        "これより前に、未回答が{count}件あります（最初は{first}。u で一覧）。",
        "Unanswered before it: {count}, the first {first} (u lists them).",
    ),
    "assess.nothing_asked": (
        "この条件に当てはまる対応事項はありません。--tier、--domain、--owner、--onlyを見直してください。",
        "No practice fits. Look again at --tier, --domain, --owner and --only.",
    ),
    "assess.place": (
        "領域 {domain} {title}{section}",
        "Domain {domain} {title}{section}",
    ),
    "assess.done": (
        "回答済み：この領域 {done}／{of}件、全体 {all_done}／{all_of}件",
        "Answered: {done} of {of} in this domain, {all_done} of {all_of} in all",
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
        "属性により設問対象外です。回答しても数値には入りません。",
        "Out of scope by the profile: an answer is kept but not counted.",
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
        "For each of these",
    ),
    "assess.options.single": (
        "1つ選んでください（番号）",
        "Choose one, by number",
    ),
    "assess.options.multi": (
        "当てはまるものをすべて選んでください（番号を空白で区切る）",
        "Choose all that are so (numbers with spaces between)",
    ),
    "assess.options.matrix": (
        "上の順に、番号を空白で区切って入力してください",
        "Enter a number for each in the order above, with spaces between",
    ),
    "assess.number": (
        "数を入力してください（単位：{unit}）",
        "Enter a number (unit: {unit})",
    ),
    "assess.text": (
        "文を入力してください",
        "Enter a text",
    ),
    "assess.now": (
        "いまの回答：{answer}",
        "Answer now: {answer}",
    ),
    "assess.before": (
        "前回の回答：{answer}（= で同じ回答にします）",
        "Last time: {answer} (= copies it)",
    ),
    "assess.superseded": (
        "この回答の後に、点検票の一部の設問が改められました。{reason}該当する{count}項目の回答を「要確認」としました。",
        "Some questions of the checklist have changed since these answers were given. {reason} The {count} answers concerned are marked as to be confirmed.",
    ),
    "assess.unconfirmed": (
        "引き継いだ回答です。内容がよければ ok で確認済みにします。",
        "Taken over from elsewhere. If it is right, ok confirms it.",
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
        "見送り（{reason}）",
        "not adopted ({reason})",
    ),
    "assess.has.points": (
        "点 {points}",
        "points {points}",
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
        "最終実施日{date}",
        "last done {date}",
    ),
    "assess.has.performed_by": (
        "実施者 {name}",
        "performed by {name}",
    ),
    "assess.has.evidence": (
        "証跡 {refs}",
        "evidence {refs}",
    ),
    "assess.has.note": (
        "メモ「{note}」",
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
    "assess.keys.never_na": (
        "答える：0〜5 段階　p 点　n メモ　e 証跡　t リスク受容・代替措置",
        "Answer: 0-5 level, p points, n note, e evidence, t treatment",
    ),
    "assess.keys.level": (
        "答える：0〜5 段階　na 該当なし　p 点　n メモ　e 証跡　t リスク受容・代替措置",
        "Answer: 0-5 level, na not applicable, p points, n note, e evidence, t treatment",
    ),
    "assess.keys.desirable": (
        "答える：0〜5 段階　no 見送り　na 該当なし　p 点　n メモ　e 証跡　t リスク受容・代替措置",
        "Answer: 0-5 level, no not adopted, na not applicable, p points, n note, e evidence, t treatment",
    ),
    "assess.keys.other": (
        "答える：番号などを入力　na 該当なし　n メモ　e 証跡",
        "Answer: type it, na not applicable, n note, e evidence",
    ),
    "assess.keys.moving": (
        "動く：Enter 次へ　b 戻る　? 手引き　h 操作の一覧　q 終了",
        "Move: Enter next, b back, ? guidance, h all commands, q end",
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
        "Before: {answer} (z restores it)",
    ),
    "assess.lost": (
        "消える、又は置き換わる内容：{parts}",
        "This removes or replaces: {parts}",
    ),
    "assess.prompt.lost": (
        "よろしいですか（y はい／n・Enter やめる、? 説明）",
        "Go ahead? (y yes / n or Enter cancel, ? help)",
    ),
    "assess.help.lost": (
        "y のときだけ保存します。n か Enter では、何も変えません。保存したあとも、z で元に戻せます。",
        "Only y saves. With n or Enter nothing changes. After saving, z restores what was there.",
    ),
    "assess.undone": (
        "元に戻しました：{name}　{value}",
        "Restored: {name} {value}",
    ),
    "assess.nothing_to_undo": (
        "この画面を開いてから保存した変更のうち、元に戻せるものはありません。",
        "Nothing saved in this session is left to restore.",
    ),
    "assess.exclusive": (
        "「{option}」は単独で選ぶ選択肢です。他の選択肢と一緒には選べません。",
        '"{option}" cannot be combined with other options.',
    ),
    "assess.cleared": (
        "取り消しました：{id}は未回答です。",
        "Removed: {id} is unanswered.",
    ),
    "assess.skipped": (
        "{id}は未回答のまま進みます。",
        "{id} stays unanswered.",
    ),
    "assess.at_first": (
        "これより前の項目はありません。",
        "There is nothing before this.",
    ),
    "assess.cancelled": (
        "変えずに戻ります。",
        "Nothing changed.",
    ),
    "assess.next_hint": (
        "Enter で次へ（n メモ、e 証跡などを続けて付けられます。z で元に戻せます）",
        "Enter goes on (or add n note, e evidence and so on; z undoes)",
    ),
    "assess.hint.points": (
        "段階3以上ですが、含めるべき点に印がありません（{points}）。p で付けられます。",
        "Level 3 or more, but points that must be covered are not ticked ({points}). p ticks them.",
    ),
    "assess.hint.evidence": (
        "段階4以上ですが、証跡がありません。e で書けます。",
        "Level 4 or more, but no evidence is named. e adds it.",
    ),
    "assess.hint.target": (
        "目標は段階{target}です。承認されたリスク受容・代替措置があれば t で記録できます。",
        "The target is level {target}. An approved accepted risk or alternative measure is recorded with t.",
    ),
    "assess.hint.reason": (
        "理由が短く、第三者には分かりにくいかもしれません。na（見送りは no）で書き直せます。",
        "The reason is short; another reader may not follow it. Use na (or no) to write it again.",
    ),
    "assess.wrong.review_by": (
        "見直し期限が承認日（{date}）より前です。",
        "The review date lies before the approval ({date}).",
    ),
    "assess.hint.review_by": (
        "見直し期限が承認日（{date}）から1年より先です。1年以内ごとの見直しをお勧めします。",
        "The review date is more than a year after the approval ({date}). A review at least once a year is recommended.",
    ),
    "assess.not_understood": (
        "「{found}」は読めませんでした。0〜5の段階か、h で操作の一覧をご覧ください。文章は n（メモ）に続けて入力します。",
        '"{found}" was not understood. Enter a level from 0 to 5, or h for what you can type. Text goes behind n (note).',
    ),
    "assess.pasted_away": (
        "続けて貼り付けられた{count}行は読み飛ばしました。",
        "Further pasted lines were skipped: {count}.",
    ),
    "assess.basic_not_adopted": (
        "基本的な対応事項は見送りにできません。段階で答え、必要なら t でリスク受容・代替措置を記録してください。",
        "A basic practice cannot be left out by choice. Answer with a level and, where that is so, record a treatment with t.",
    ),
    "assess.prompt.na": (
        "該当しない理由（Enter やめる、? 説明）",
        "Why it does not apply (Enter cancels, ? help)",
    ),
    "assess.help.na": (
        "第三者が読んで分かる理由を書いてください。例：無線LANの機器を持たず、設置も禁止している。「今年は事案がなかった」は理由になりません（計画や演習で答えます）。",
        'Write a reason that another reader can follow. Example: there is no wireless equipment and installing it is prohibited. "No incident this year" is no reason: answer with plans and exercises.',
    ),
    "assess.prompt.not_adopted": (
        "見送る理由（Enter やめる、? 説明）",
        "Why it is not adopted (Enter cancels, ? help)",
    ),
    "assess.help.not_adopted": (
        "自らのリスク評価に照らした理由を書いてください。例：対象業務が小さく、別の統制で足りると経営会議で判断した。",
        "Give the reason from your own risk assessment. Example: the service is small, and management judged other controls to be enough.",
    ),
    "assess.treatment.intro": (
        "リスク受容又は代替措置を記録します（種類、内容、承認者、承認日、見直し期限の5問）。途中の Enter でやめ、b で前の質問に戻ります。",
        "Record an accepted risk or alternative measure in five steps: kind, content, who approved, when, review date. Enter on an empty line cancels; b goes back a step.",
    ),
    "assess.treatment.now": (
        "記録済み：{treatment}",
        "Recorded: {treatment}",
    ),
    "assess.prompt.treated": (
        "削除しますか（y 削除する／c 内容を変える／n・Enter そのまま、? 説明）",
        "Remove it? (y remove / c change / n or Enter leave it, ? help)",
    ),
    "assess.help.treated": (
        "y で記録を削除します。c で内容を入力し直します。n か Enter では、何も変えません。",
        "With y it is removed; with c you enter it again; n or Enter changes nothing.",
    ),
    "assess.wrong.treated": (
        "「{found}」は読めません。y、c、n のどれかか、Enter を入力してください。",
        '"{found}" is not one of the choices. Enter y, c or n, or press Enter.',
    ),
    "assess.prompt.kind": (
        "1 リスク受容／2 代替措置（Enter やめる、? 説明）",
        "1 accepted risk / 2 alternative measure (Enter cancels, ? help)",
    ),
    "assess.help.kind": (
        "リスクをそのまま引き受けるのが 1、別の方法でリスクを下げているのが 2 です。どちらも承認が必要です。",
        "1 means the risk is carried as it is, 2 that it is lowered in another way. Both need an approval.",
    ),
    "assess.wrong.kind": (
        "「{found}」は読めません。1 か 2 を入力してください。",
        '"{found}" is neither. Enter 1 or 2.',
    ),
    "assess.prompt.measure.accepted": (
        "受容する内容と条件（? 説明）",
        "What is accepted, and on what terms (? help)",
    ),
    "assess.prompt.measure.alternative": (
        "代わりに行っていること（? 説明）",
        "What is done instead (? help)",
    ),
    "assess.help.measure": (
        "何のリスクを、何によって、どこまで抑えているかを書いてください。",
        "Say which risk is addressed, by what, and how far it is reduced.",
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
        "Approved on (as 2026-03-01, today; ? help)",
    ),
    "assess.help.approved_on": (
        "承認を得た日付です。2026-03-01、2026/3/1、令和8年3月1日のどれでも読めます。",
        "The date of the approval: 2026-03-01, 2026/3/1 or 20260301.",
    ),
    "assess.prompt.review_by": (
        "見直し期限（例 2027-03-31。? 説明）",
        "Review by (as 2027-03-31; ? help)",
    ),
    "assess.help.review_by": (
        "この日までに続けるかどうかを判断し直します。過ぎると、リスク受容・代替措置として数えません。",
        "By this date the decision is reviewed. After it, the treatment no longer counts.",
    ),
    "assess.wrong.date": (
        "「{found}」は日付として読めません。2026-11-20のように書いてください。",
        '"{found}" is not a date. Write it as 2026-11-20.',
    ),
    "assess.wrong.year": (
        "{found}は年が正しくないようです。入力し直してください。",
        "The year of {found} does not look right. Enter the date again.",
    ),
    "assess.prompt.future_date": (
        "{date}は今日（{today}）より後です。この日付でよいですか（y はい／n・Enter 入力し直す、? 説明）",
        "{date} is after today ({today}). Is it right? (y yes / n or Enter enter it again, ? help)",
    ),
    "assess.help.future_date": (
        "すでに行われたことの日付を尋ねています。予定の日付は、実施したあとに入力してください。",
        "The date asked for is one that has passed. Enter a planned date once it has taken place.",
    ),
    "assess.prompt.past_date": (
        "{date}は今日（{today}）より前です。この日付でよいですか（y はい／n・Enter 入力し直す、? 説明）",
        "{date} is before today ({today}). Is it right? (y yes / n or Enter enter it again, ? help)",
    ),
    "assess.help.past_date": (
        "見直し期限が過ぎたリスク受容・代替措置は、有効なものとして数えません。",
        "An accepted risk or alternative measure past its review date does not count as valid.",
    ),
    "assess.no_points": (
        "この対応事項に点はありません。",
        "This practice has no points.",
    ),
    "assess.prompt.points": (
        "できている点（{known}。空白区切り、all ですべて、- ですべて外す、? 説明）",
        "Points covered ({known}; spaces between, all for all, - for none, ? help)",
    ),
    "assess.help.points": (
        "できている点の番号（p1 や 1）を空白で区切って入力してください。入力したものだけが印の付いた状態になります。外れる点があるときは確認します。数値には影響しません。",
        "Enter those covered (p1 or 1) separated by spaces; exactly these will be ticked. You are asked before a tick is removed. They change no figure.",
    ),
    "assess.wrong.points": (
        "「{found}」に知らない番号があります。{known}から選んでください。",
        '"{found}" has an unknown number. Choose from {known}.',
    ),
    "assess.note_now": (
        "いまのメモ：{note}",
        "Note now: {note}",
    ),
    "assess.prompt.note": (
        "メモ（何行でも。空の行で終わり、? 説明）",
        "Note (as many lines as you like; an empty line ends it, ? help)",
    ),
    "assess.help.note": (
        "段階の根拠や補足を書きます。貼り付けた文の中の空行はそのまま残ります。いまのメモは、確認のうえで置き換わります。- だけで消します。すぐ空の行なら変えません。",
        "Write what the level is based on. Empty lines within pasted text are kept. It replaces the current note once you confirm; a single - removes it; an empty line at once changes nothing.",
    ),
    "assess.prompt.evidence.first": (
        "証跡の名前や保管場所（Enter やめる、? 説明）",
        "Evidence: name or place (Enter cancels, ? help)",
    ),
    "assess.prompt.evidence.more": (
        "加える証跡（- 最後の1件を消す、Enter やめる、? 説明）",
        "Evidence to add (- removes the last, Enter cancels, ? help)",
    ),
    "assess.help.evidence": (
        "文書名や番号、保管場所を書きます。例：サイバーセキュリティ規程 第4版。ファイルは開きません。",
        "Name a document, its number or place. Example: cybersecurity rules, 4th edition. No file is opened.",
    ),
    "assess.prompt.evidence_date": (
        "その日付（Enter なし、? 説明）",
        "Its date (Enter for none, ? help)",
    ),
    "assess.help.evidence_date": (
        "証跡が作られた、又は改められた日付です。例：2026-04-01",
        "When it was made or revised. Example: 2026-04-01",
    ),
    "assess.prompt.last_done": (
        "最後に実施した日（例 2026-05-01、今日。Enter やめる、? 説明）",
        "Last done on (as 2026-05-01, today; Enter cancels, ? help)",
    ),
    "assess.help.last_done": (
        "定期的に行うことを、最後に行った日付です。",
        "When recurring work was last done.",
    ),
    "assess.prompt.done": (
        "実施した数／全体（例 8/10。Enter やめる、? 説明）",
        "Done of all (as 8/10; Enter cancels, ? help)",
    ),
    "assess.help.done": (
        "対象のうちいくつで実施したかです。段階2や3に添えると、どこまで進んだかが分かります。",
        "In how many of how many it is done. Beside level 2 or 3 it shows how far you are.",
    ),
    "assess.wrong.done": (
        "「{found}」は読めません。8/10のように、全体を超えない数で書いてください。",
        '"{found}" was not understood. Write it as 8/10, the first no more than the second.',
    ),
    "assess.prompt.performed_by": (
        "実施者（例 共同センター。Enter やめる、? 説明）",
        "Performed by (as shared centre; Enter cancels, ? help)",
    ),
    "assess.help.performed_by": (
        "自らではなく共同センターや委託先が行っているときに書きます。",
        "Name it where a shared centre or provider does the work.",
    ),
    "assess.nothing_to_clear": (
        "回答がないため、取り消すものはありません。",
        "There is no answer to remove.",
    ),
    "assess.prompt.clear": (
        "{id}の回答をすべて取り消しますか（y 取り消す／n・Enter そのまま、? 説明）",
        "Remove the whole answer to {id}? (y remove / n or Enter leave it, ? help)",
    ),
    "assess.help.clear": (
        "段階、メモ、証跡など、この項目の回答をすべて消して未回答に戻します。",
        "Level, note, evidence and everything else recorded for this practice are removed; it is unanswered again.",
    ),
    "assess.no_previous": (
        "前回の回答はありません。前回のファイルは--previousで指定します。",
        "There is no answer from last time. Specify last year's file with --previous.",
    ),
    "assess.nothing_to_confirm": (
        "確認待ちの回答ではありません。",
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
        "番号（例 2.1.1-1）を入力すると、その項目へ移ります。",
        "Enter a number (such as 2.1.1-1) to go there.",
    ),
    "assess.prompt.search": (
        "探す言葉（? 説明）",
        "Words to find (? help)",
    ),
    "assess.help.search": (
        "日本語でも英語でも探せます。空白で区切ると、すべてを含む項目を探します。",
        "Japanese or English. Words with spaces between must all occur.",
    ),
    "assess.found": (
        "見つかった項目：{count}件",
        "Found: {count}",
    ),
    "assess.not_found": (
        "見つかりませんでした。言葉を短くするか、別の言い方で探してください。",
        "Nothing was found. Try shorter or other words.",
    ),
    "assess.review.none": (
        "見直す点はありません。",
        "There is nothing to look at again.",
    ),
    "assess.review.unanswered": (
        "未回答：{count}件（u で一覧）",
        "Unanswered: {count} (u lists them)",
    ),
    "assess.review.weak_reason": (
        "該当なし・見送りの理由が短い、又は理由になっていないもの：{count}件",
        "Not applicable or not adopted without a reason that can be followed: {count}",
    ),
    "assess.review.open_points": (
        "段階3以上で、含めるべき点に印がないもの：{count}件",
        "Level 3 or more with points that must be covered not ticked: {count}",
    ),
    "assess.review.no_evidence": (
        "段階4以上で、証跡がないもの：{count}件",
        "Level 4 or more without evidence: {count}",
    ),
    "assess.review.below_target": (
        "目標に届かないもの：{count}件",
        "Below target: {count}",
    ),
    "assess.review.unconfirmed": (
        "引き継いだままで確認していないもの：{count}件",
        "Taken over and not confirmed: {count}",
    ),
    "assess.end": (
        "この範囲の最後まで来ました。終える前に、次の点を見直してください。",
        "This is the end of this sitting's range. Look at these before you finish.",
    ),
    "assess.prompt.end": (
        "番号で項目へ移動、b 戻る、v 数値、Enter 終了（? 説明）",
        "A number goes there, b back, v figures, Enter ends (? help)",
    ),
    "assess.help.end": (
        "項目の番号（2.1.1-1など）で移動、b で最後の項目に戻る、/ で検索、u 未回答、r 見直し、v いまの数値、i 機関について、z 直前の変更を元に戻す、Enter か q で終了します。",
        "A number (such as 2.1.1-1) goes there; b goes back to the last one; / searches, u unanswered, r review, v figures now, i institution, z restores the last change; Enter or q ends.",
    ),
    "assess.prompt.date_today": (
        "点検日が未記入です。今日（{date}）にしますか（y／n、? 説明）",
        "No assessment date is stated. Make it today ({date})? (y/n, ? help)",
    ),
    "assess.help.date_today": (
        "点検した日付です。あとから i で変えられます。",
        "The day on which the assessment was made. i changes it later.",
    ),
    "assess.goodbye": (
        "終了しました（この範囲の回答 {done}／{of}件を保存済み）。続きは`cssa assess -a {path}`、数値は`cssa score {path}`で見られます。",
        "Ended. Saved in this range: {done} of {of} answers. Continue with `cssa assess -a {path}`; see the figures with `cssa score {path}`.",
    ),
    "assess.changed_after_approval": (
        "承認された内容から変わっています。報告書には「承認後に変更あり」と示します。改めて承認を受けたら`cssa answers approve {path}`で記録してください。",
        'The answers differ from those that were approved; reports say "Changed after approval". Once they are approved again, record it with `cssa answers approve {path}`.',
    ),
    "assess.command.level": (
        "0〜5　段階を答える（選択肢のある設問では番号）",
        "0-5    answer with a level (or by number where there are options)",
    ),
    "assess.command.na": (
        "na　　該当なし（続けて理由を書けます。例：na 無線LANを置いていない）",
        "na     not applicable (a reason may follow: na no wireless equipment)",
    ),
    "assess.command.no": (
        "no　　見送り（対応が望ましい事項だけ。理由が必要です）",
        "no     not adopted (desirable practices only, with a reason)",
    ),
    "assess.command.t": (
        "t　　 リスク受容・代替措置",
        "t      treatment: accepted risk or alternative measure",
    ),
    "assess.command.p": (
        "p　　 できている点に印を付ける（例：p 1 3、p all）",
        "p      tick the points covered (p 1 3, p all)",
    ),
    "assess.command.n": (
        "n　　 メモ（続けて書けます。例：n 規程は4月に改定）",
        "n      note (it may follow: n rules revised in April)",
    ),
    "assess.command.e": (
        "e　　 証跡を加える",
        "e      add evidence",
    ),
    "assess.command.d": (
        "d　　 最後に実施した日",
        "d      date last done",
    ),
    "assess.command.c": (
        "c　　 実施した数／全体（例：c 8/10）",
        "c      done of all (c 8/10)",
    ),
    "assess.command.w": (
        "w　　 実施者（共同センターなど）",
        "w      who performs it (a shared centre, say)",
    ),
    "assess.command.=": (
        "=　　 前回と同じ回答にする",
        "=      copy last time's answer",
    ),
    "assess.command.ok": (
        "ok　　引き継いだ回答を確認済みにする",
        "ok     confirm an answer taken over",
    ),
    "assess.command.x": (
        "x　　 この項目の回答を取り消す（確認します）",
        "x      remove this practice's answer (you are asked first)",
    ),
    "assess.command.z": (
        "z　　 直前に保存した変更を元に戻す",
        "z      restore what the last saved change replaced",
    ),
    "assess.command.next": (
        "Enter 次へ（未回答なら飛ばす）",
        "Enter  next (skips what is unanswered)",
    ),
    "assess.command.b": (
        "b　　 前の項目へ戻る",
        "b      back to the practice before",
    ),
    "assess.command.g": (
        "番号　その項目へ移る（例：2.3.1-1、2.3）",
        "2.3.1-1  a number goes there; 2.3 to the first of it",
    ),
    "assess.command./": (
        "/　　 言葉で探す（例：/多要素認証）",
        "/      search (/authentication)",
    ),
    "assess.command.u": (
        "u　　 未回答の一覧",
        "u      list what is unanswered",
    ),
    "assess.command.r": (
        "r　　 見直したい点の一覧",
        "r      list what to look at again",
    ),
    "assess.command.v": (
        "v　　 いまの数値",
        "v      figures now",
    ),
    "assess.command.i": (
        "i　　 機関について（属性・リスク要因など）を見る、変える",
        "i      see or change what is said about the institution",
    ),
    "assess.command.?": (
        "?　　 手引き（見方、証跡の例、次の一歩）",
        "?      guidance: what it means, evidence, next step",
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
        "q　　 終了（「保存しました」と表示した回答は、Ctrl-D、Ctrl-C でも失われません）",
        "q      end (what was reported as saved is kept, also with Ctrl-D and Ctrl-C)",
    ),
}
