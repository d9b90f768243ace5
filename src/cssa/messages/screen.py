"""Messages: the interview on the whole screen."""

MESSAGES = {
    "screen.loading": (
        "開いています…",
        "Opening…",
    ),
    "screen.opening_read_only": (
        "読み取り専用です。Enter で次へ、? で操作の一覧、Ctrl+P ですべての操作。",
        "Read-only. Enter goes to the next, ? shows the keys, Ctrl+P every command.",
    ),
    "screen.opening": (
        "0～5などのキーで回答すると、その場で保存します。Enter で次へ、? で操作の一覧、Ctrl+P ですべての操作。行単位の対話は--plainです。",
        "Answers are saved as you type a key such as 0-5. Enter goes to the next, ? shows the keys, Ctrl+P every command. For line mode, use --plain.",
    ),
    "screen.progress": (
        "回答 {done}／{of}",
        "Answered {done} of {of}",
    ),
    "screen.progress.confirmed": (
        "確認 {done}／{of}",
        "Confirmed {done} of {of}",
    ),
    "screen.score": (
        "成熟度（独自算定） {score}",
        "Maturity (own method) {score}",
    ),
    "screen.below": (
        "目標を下回るもの {count}",
        "Below target {count}",
    ),
    "screen.read_only": (
        "読み取り専用",
        "Read-only",
    ),
    "screen.end": (
        "選択した項目の最後です。[ で戻り、r で見直す事項を表示し、q で終了します。",
        "End of the selected items. [ goes back, r shows what to review, q quits.",
    ),
    "screen.answer": (
        "現在の回答：{answer}",
        "Current answer: {answer}",
    ),
    "screen.previous": (
        "前回：{answer}",
        "Previous: {answer}",
    ),
    "screen.unconfirmed": (
        "未確認の回答です。問題がなければ Enter で確認済みにして次へ進みます。",
        "This answer is not confirmed yet. If it is right, Enter confirms it and goes on.",
    ),
    "screen.none_of_them": (
        "いずれもなし",
        "None of these",
    ),
    "screen.type_here": (
        "（Space で入力）",
        "(Space to enter)",
    ),
    "screen.rows.none": (
        "「{title}」がまだ挙げられていません。i で名称を入力してから回答してください。",
        'Nothing is named under "{title}" yet. Enter the names with i, then answer.',
    ),
    "screen.level": (
        "{name}：{words}",
        "{name}: {words}",
    ),
    "screen.recorded": (
        "記録した内容",
        "Also recorded",
    ),
    "screen.hint.points": (
        "段階{in_place}以上ですが、含めるべき点（{points}）にチェックがありません。",
        "Level {in_place} or above, but not every point that must be covered is ticked (not ticked: {points}).",
    ),
    "screen.hint.evidence": (
        "段階{above}以上ですが、証跡がありません（e で追加）。",
        "Level {above} or above, but no evidence is given (e adds it).",
    ),
    "screen.hint.target": (
        "目標は段階{target}です。承認されたリスク受容・代替措置は t で記録できます。",
        "The target is level {target}. An approved treatment can be recorded with t.",
    ),
    "screen.hint.below": (
        "目標は段階{target}です。",
        "The target is level {target}.",
    ),
    "screen.hint.accepted": (
        "目標は段階{target}です。リスク受容を記録していますが、目標を下回る項目として数えます。",
        "The target is level {target}. The accepted risk is recorded; the practice still counts as below target.",
    ),
    "screen.hint.reason": (
        "理由が短く、第三者には分かりにくい可能性があります（n で修正）。",
        "The reason is short; another reader may not follow it (n changes it).",
    ),
    "screen.planned": (
        "{id}を段階1として保存しました。段階1「計画」は担当と期日が決まっている状態です。a で改善計画を記録できます。",
        "{id} is saved as level 1. Planned means that an owner and a due date are set: record them with the a key.",
    ),
    "screen.no_level": (
        "その数字の段階はありません（段階は{lowest}から{highest}まで）。↑↓で段階を選び、Space で回答してください。",
        "There is no level with this digit (they go from {lowest} to {highest}). Choose one with the arrows and Space.",
    ),
    "screen.never_left_out": (
        "この項目は、「該当なし」にも「採用しない」にもできません。段階などで回答してください。法令上の義務でなければ、承認されたリスク受容・代替措置を t で記録できます。",
        "This practice cannot be marked not applicable or not adopted. Enter a level or other answer. Unless it is a legal obligation, an approved treatment can be recorded with t.",
    ),
    "screen.draft_kept": (
        "保存せずに閉じました。入力途中の内容は下書きに残してあり、もう一度開くと続きから入力できます。",
        "Closed without saving. What you typed is kept as a draft and is there when you open this entry again.",
    ),
    "screen.wrong_number": (
        "「{found}」は数として読み取れません。半角又は全角の数字で入力してください。",
        '"{found}" is not a number. Enter digits.',
    ),
    "screen.unit": (
        "単位：{unit}",
        "Unit: {unit}",
    ),
    "screen.none_unanswered": (
        "ここで尋ねる項目に、未回答のものはありません。",
        "Nothing that is asked here is unanswered.",
    ),
    "screen.none_below": (
        "ここで尋ねる項目のうち回答済みのものに、目標を下回るものはありません。",
        "Nothing that is answered here is below target.",
    ),
    "screen.all_saved": (
        "表示されている回答は、すべて保存済みです。",
        "Everything shown is saved.",
    ),
    "screen.at_last": (
        "進む先の項目がありません。] は、[ で戻った後、ほかの項目へ移る前に使用できます。",
        "There is nothing ahead: [ was not used, or you have gone elsewhere since.",
    ),
    "screen.in_tree": (
        "↑↓で項目を選び、Enter で移動して回答します（Esc で戻る）。",
        "Choose with the arrows; Enter goes there to answer, Esc goes back.",
    ),
    "screen.in_side": (
        "↑↓、PageUp、PageDown で読み進めます（Esc で戻る）。",
        "Scroll with the arrows, PageUp and PageDown; Esc goes back.",
    ),
    "screen.theme.dark": (
        "配色：暗色",
        "Colours: dark",
    ),
    "screen.theme.light": (
        "配色：明色",
        "Colours: light",
    ),
    "screen.theme.contrast": (
        "配色：高コントラスト",
        "Colours: high contrast",
    ),
    "screen.theme.none": (
        "配色：端末の色（NO_COLOR）",
        "Colours: the terminal's own (NO_COLOR)",
    ),
    "screen.search_help": (
        "番号（2.3.1など）、語の一部、MFA・EDR・PAMのような略語で検索できます。空白で区切ると、すべてを含む項目を検索します。",
        "Type a number (such as 2.3.1), part of a word, or an abbreviation such as MFA, EDR or PAM. Words separated by spaces must all occur.",
    ),
    "screen.no_match": (
        "該当するものがありません。名称の別の部分を入力してください。",
        "No match. Type another part of the name.",
    ),
    "screen.none_stated": (
        "（なし）",
        "(none)",
    ),
    "screen.why.sector": (
        "同業態の他の金融機関と比較するために使用します（設問は変わりません）",
        "which institutions you are compared with (it does not change the questions)",
    ),
    "screen.why.licence": (
        "複数の免許・登録をお持ちの場合に、この回答がどれについてのものかを選択します",
        "which licence these answers are for, where you hold several",
    ),
    "screen.review_title": (
        "見直す事項（Enter でその項目へ、Esc で戻る）",
        "What to review (Enter goes there, Esc back)",
    ),
    "screen.institution_title": (
        "機関に関する事項（! は範囲・比較・目標を決める未記入の項目）",
        "About the institution (! marks items not yet stated that determine scope, peers or targets)",
    ),
    "screen.institution_keys": (
        "↑↓ 移動　Enter 回答・変更　Esc 対応事項へ",
        "Arrows move, Enter answers or changes, Esc goes to the practices",
    ),
    "screen.picker": (
        "{label}：{why}",
        "{label}: {why}",
    ),
    "screen.unanswered": (
        "未回答：{count}件",
        "Unanswered: {count}",
    ),
    "screen.what_if.title": (
        "段階が変わった場合の数値",
        "Figures at other levels",
    ),
    "screen.what_if.intro": (
        "この項目を次の段階にした場合の成熟度（独自算定）です。括弧内は現在との差、! は目標を下回る基本的な対応事項の数です。回答は変わりません。",
        "Maturity (own method) if this practice had another level: in brackets the change from now, after ! the number of basic practices below target. No answer is changed.",
    ),
    "screen.what_if.domain": (
        "領域 {domain}",
        "Domain {domain}",
    ),
    "screen.what_if.overall": (
        "全体",
        "Overall",
    ),
    "screen.what_if.unscored": (
        "どの段階でも数値は変わりません（対象外の項目、算定に含めない区分、又は成熟度を算定しない点検票のため）。",
        "No level changes a figure: the practice is out of scope or of a tier that is not scored, or the checklist is not scored.",
    ),
    "screen.go_on": (
        "続行する",
        "Continue",
    ),
    "screen.replace": (
        "入力した内容で置き換える",
        "Replace it with your entry",
    ),
    "screen.keep_theirs": (
        "ファイルの内容を残す",
        "Keep the file's value",
    ),
    "screen.retry": (
        "保存をやり直す",
        "Save again",
    ),
    "screen.give_up": (
        "この入力を破棄する",
        "Discard this entry",
    ),
    "screen.question.keys": (
        "↑↓ 選択　Enter 決定　Esc 一番下の選択肢",
        "Arrows move, Enter chooses, Esc takes the bottom choice",
    ),
    "screen.yes": (
        "はい",
        "Yes",
    ),
    "screen.no": (
        "いいえ",
        "No",
    ),
    "screen.open": (
        "未記入（後で回答する）",
        "Not stated (answer later)",
    ),
    "screen.no_override": (
        "自機関の判断を記録しない",
        "No decision of our own",
    ),
    "screen.na": (
        "該当なし",
        "Not applicable",
    ),
    "screen.not_adopted": (
        "採用しない",
        "Not adopted",
    ),
    "screen.new_row": (
        "追加する",
        "Add one",
    ),
    "screen.wrong_row": (
        "「{found}」は使用できません。既にある名称でないこと、100文字以内であることを確認してください。",
        '"{found}" cannot be used. Check that the name is not there already and has no more than 100 characters.',
    ),
    "screen.remove_row": (
        "「{row}」を削除しますか。この行への回答（{count}問）も削除します（z で元に戻せます）。",
        'Remove "{row}"? Its answers go with it (questions: {count}). z restores them.',
    ),
    "screen.remove": (
        "削除する",
        "Remove",
    ),
    "screen.keep": (
        "残す",
        "Keep",
    ),
    "screen.form.keys": (
        "Ctrl+S 保存　Tab 次の欄　Esc 閉じる",
        "Ctrl+S save, Tab next field, Esc close",
    ),
    "screen.form.keys_draft": (
        "Ctrl+S 保存　Tab 次の欄　Esc 閉じる（下書きは残ります）",
        "Ctrl+S save, Tab next field, Esc close (a draft is kept)",
    ),
    "screen.start.checklist": (
        "どの点検票に回答しますか",
        "Which checklist do you want to answer?",
    ),
    "screen.start.keys": (
        "↑↓ 移動　Enter 選択　Esc 終了",
        "Arrows move, Enter chooses, Esc quits",
    ),
    "screen.start.identity": (
        "{checklist}：回答する機関",
        "{checklist}: the institution",
    ),
    "screen.start.intro": (
        "{path}はまだありません。機関ID、名称、業態を入力すると作成し、以後は回答するたびに保存します。後から i キーで修正できます。",
        "{path} does not exist yet. It is created once ID, name and sub-sector are entered, and every answer is saved from then on. You can change them later with the i key.",
    ),
    "screen.start.reviewer": (
        "評価する部署・役職",
        "Reviewing function",
    ),
    "screen.start.facts": (
        "{path}を作成しました。! の項目は、対象の範囲・比較対象・目標を決めます。Enter で回答し、Esc で対応事項へ進みます（i キーで戻れます）。",
        "{path} was created. Facts marked ! determine scope, peers or targets: Enter answers one, Esc goes on to the practices (the i key returns here).",
    ),
    "screen.as.opening": (
        "{by}としての評価です。段階、又は同じなら = を入力すると、その場で保存します。自己評価は変更しません。Enter で次へ、? で操作の一覧。",
        "You are reviewing as {by}. Type a level, or = to agree, and it is saved at once; the self-rating is not changed. Enter goes on, ? shows the keys.",
    ),
    "screen.as.progress": (
        "評価 {done}／{of}",
        "Reviewed {done} of {of}",
    ),
    "screen.as.levels": (
        "評価する段階",
        "Level in your review",
    ),
    "screen.as.reason": (
        "自己評価（{own}）と異なる段階（{level}）とした理由（省略可）",
        "Why {level} and not {own} as in the self-rating (optional)",
    ),
    "screen.as.none_open": (
        "ここで評価する項目に、未評価のものはありません。",
        "Nothing here is left to review.",
    ),
    "screen.as.key.next": (
        "次へ",
        "next",
    ),
    "screen.as.help.next": (
        "次の項目へ進む",
        "Go to the next practice",
    ),
    "screen.as.key.level": (
        "評価する段階",
        "level",
    ),
    "screen.as.help.level": (
        "評価する段階を記録する。項目はそのまま表示する",
        "Record the level that you assign; the practice stays",
    ),
    "screen.as.key.choose": (
        "選択",
        "choose",
    ),
    "screen.as.help.choose": (
        "カーソルのある段階を評価として記録する",
        "Record the level at the cursor",
    ),
    "screen.as.key.note": (
        "評価の補足",
        "note",
    ),
    "screen.as.help.note": (
        "評価の補足を入力する",
        "Enter a note on your review",
    ),
    "screen.as.key.same": (
        "自己評価と同じ",
        "agree",
    ),
    "screen.as.help.same": (
        "自己評価と同じ段階と評価する",
        "Agree with the self-rating",
    ),
    "screen.as.key.clear": (
        "評価の取消",
        "remove",
    ),
    "screen.as.help.clear": (
        "この項目の評価を取り消す（z で元に戻せる）",
        "Remove your review of this practice (z restores it)",
    ),
    "screen.as.key.unanswered": (
        "次の未評価",
        "not reviewed",
    ),
    "screen.as.help.unanswered": (
        "次の未評価の項目へ移る",
        "Go to the next practice that is not reviewed",
    ),
    "screen.as.key.review": (
        "評価の状況",
        "reviews",
    ),
    "screen.as.help.review": (
        "未評価の項目と、自己評価と異なる段階とした項目の一覧",
        "List what is not reviewed, and what you rated at a different level",
    ),
    "screen.form.draft": (
        "前回保存しなかった下書きを表示しています。",
        "This shows a draft that was not saved.",
    ),
    "screen.form.needed": (
        "この欄は必須です。入力してください。",
        "This field is required.",
    ),
    "screen.form.problem": (
        "「{label}」：{problem}",
        "{label}: {problem}",
    ),
    "screen.form.past_date": (
        "{date}は今日（{today}）より前です。このままでよければ、もう一度保存してください。",
        "{date} is before today ({today}). To keep it, save once more.",
    ),
    "screen.form.future_date": (
        "{date}は今日（{today}）より後です。このままでよければ、もう一度保存してください。",
        "{date} is after today ({today}). To keep it, save once more.",
    ),
    "screen.form.title": (
        "{id}　{title}",
        "{id}  {title}",
    ),
    "screen.form.left_out": (
        "該当なし・採用しない",
        "Not applicable or not adopted",
    ),
    "screen.form.na": (
        "該当なし",
        "Not applicable",
    ),
    "screen.form.not_adopted": (
        "採用しない",
        "Not adopted",
    ),
    "screen.form.note": (
        "補足",
        "Note",
    ),
    "screen.form.evidence": (
        "証跡",
        "Evidence",
    ),
    "screen.form.last_done": (
        "直近の実施日",
        "Last done on",
    ),
    "screen.form.done": (
        "実施した件数",
        "Number done",
    ),
    "screen.form.performed_by": (
        "実施者",
        "Performed by",
    ),
    "screen.form.treatment": (
        "リスク受容・代替措置",
        "Accepted risk or alternative measure",
    ),
    "screen.form.treatment_intro": (
        "種類以外の欄をすべて空にして保存すると、記録を削除します。",
        "To remove what is recorded, empty every field except the kind, then save.",
    ),
    "screen.form.plan": (
        "改善計画",
        "Plan",
    ),
    "screen.form.plan_empty": (
        "予算だけでは改善計画になりません。担当、期日、実施内容のいずれかを入力してください。",
        "A budget alone is no plan. Enter an owner, a due date or an action.",
    ),
    "screen.form.entry": (
        "回答",
        "Answer",
    ),
    "screen.form.profile": (
        "属性",
        "Profile",
    ),
    "screen.form.factor": (
        "リスク要因",
        "Risk factor",
    ),
    "screen.field.reason": (
        "理由",
        "Reason",
    ),
    "screen.field_help.reason": (
        "第三者が読んで分かる理由を入力してください。「今年は事案がなかった」は理由になりません（計画や演習の状況で回答します）。",
        'Give a reason that another reader can follow. "No incident this year" is not a reason: answer on the basis of plans and exercises.',
    ),
    "screen.field.left_out": (
        "どちらですか",
        "Which of the two",
    ),
    "screen.field.note": (
        "補足",
        "Note",
    ),
    "screen.field_help.note": (
        "段階の根拠や補足を入力します。何行でも構いません。空にして保存すると削除します。",
        "What the level is based on, in any number of lines. Save it empty to remove it.",
    ),
    "screen.field.last_done": (
        "直近の実施日（例 2026-05-01、今日）",
        "Last done on (such as 2026-05-01, today)",
    ),
    "screen.field.done": (
        "実施した件数／全体（例 8/10）",
        "Number done / total (such as 8/10)",
    ),
    "screen.field.performed_by": (
        "実施者",
        "Performed by",
    ),
    "screen.field.evidence": (
        "証跡 {number}（日付とともに空にすると削除）",
        "Evidence {number} (to remove it, empty it and its date)",
    ),
    "screen.field.evidence_more": (
        "証跡 {number}（追加）",
        "Evidence {number} (to add)",
    ),
    "screen.field.evidence_date": (
        "その日付（例 2026-04-20、省略可）",
        "Its date (such as 2026-04-20, optional)",
    ),
    "screen.field.kind": (
        "種類",
        "Kind",
    ),
    "screen.field.measure": (
        "内容",
        "What is accepted, or done instead",
    ),
    "screen.field.approved_by": (
        "承認者（役職・会議体）",
        "Approved by (role or committee)",
    ),
    "screen.field.approved_on": (
        "承認日（例 2026-03-01）",
        "Approved on (such as 2026-03-01)",
    ),
    "screen.field.review_by": (
        "見直し期限（例 2027-03-31）",
        "Review by (such as 2027-03-31)",
    ),
    "screen.field.owner": (
        "担当部署",
        "Owner",
    ),
    "screen.field.due": (
        "期日（例 2027-03-31）",
        "Due date (such as 2027-03-31)",
    ),
    "screen.field.action": (
        "実施内容（省略可）",
        "Action (optional)",
    ),
    "screen.field_help.action": (
        "省略すると、点検票の「次の一歩」を実施内容として表示します。",
        "If left empty, the checklist's next step is shown as the action.",
    ),
    "screen.field.budget": (
        "予算（省略可）",
        "Budget (optional)",
    ),
    "screen.field.status": (
        "状況",
        "Status",
    ),
    "screen.field.flag_reason": (
        "「いいえ」の理由",
        "Reason for answering no",
    ),
    "screen.field.override_reason": (
        "判断の理由",
        "Reason for the decision",
    ),
    "screen.field_help.groups": (
        "番号を空白で区切って入力してください。空にすると、すべての項目を対象にします。",
        "Enter numbers separated by spaces. Leave it empty to answer every practice.",
    ),
    "screen.field.row": (
        "名称",
        "Name",
    ),
    "screen.field_help.row": (
        "空にして保存すると、この行を削除します。",
        "Save it empty to remove the row.",
    ),
    "screen.list.keys": (
        "↑↓ 移動　Enter 選択　Esc 戻る",
        "Arrows move, Enter chooses, Esc goes back",
    ),
    "screen.list.text_keys": (
        "↑↓ 読み進める　Esc 戻る",
        "Arrows scroll, Esc goes back",
    ),
    "screen.list.search_keys": (
        "入力すると絞り込みます　↑↓ 移動　Enter 選択　Esc 戻る",
        "Type to narrow the list; arrows move, Enter chooses, Esc goes back",
    ),
    "screen.help.intro": (
        "矢印で移動し、Space で選択し、Enter で次へ進みます。下の2行に、今使えるキーを示します。全角やかな入力のままでも操作できます。",
        "Move with the arrows, choose with Space, and go on with Enter. The two lines at the bottom show the keys that work now.",
    ),
    "screen.help.marks": (
        "左の一覧の記号：数字 段階（評価では評価した段階）\u3000- 未回答（評価では未評価）\u3000v 回答済み（段階なし）\u3000x 該当なし・採用しない\u3000# 対象外・回答不要\u3000! 目標を下回るもの。領域と節の右の数字は、回答済み（評価では評価済み）／全体の件数、成熟度（独自算定）、! 目標を下回る基本的な対応事項の件数（未回答を含む）",
        "Marks in the tree: a digit is the level (in a review, the reviewed one), - unanswered (in a review, not reviewed), v answered (no level), x not applicable or not adopted, # out of scope or not asked, ! below target. Beside domains and sections: answered/all (in a review, reviewed/all), maturity (own method), ! number of basic practices below target, unanswered ones included",
    ),
    "screen.key.next": (
        "次へ",
        "next",
    ),
    "screen.help.next": (
        "次の項目へ進む。未確認の回答は確認済みにし、「確認中」など既定の選択肢がある未回答の設問は、その選択肢で回答する",
        'Go to the next practice; confirm an answer that is not confirmed yet, and answer an open question that has a default option (such as "Being checked") with that option',
    ),
    "screen.key.go_there": (
        "移動",
        "go there",
    ),
    "screen.key.leave_tree": (
        "項目に戻る",
        "to the practice",
    ),
    "screen.key.level": (
        "段階",
        "level",
    ),
    "screen.help.level": (
        "段階（選択肢のある設問ではその番号）で回答する。項目はそのまま表示する",
        "Answer with a level, or with the number of an option; the practice stays",
    ),
    "screen.key.choose": (
        "選択",
        "choose",
    ),
    "screen.help.choose": (
        "カーソルのある点・段階・選択肢を選ぶ、又は外す",
        "Tick or choose what the cursor is at",
    ),
    "screen.key.help": (
        "操作",
        "keys",
    ),
    "screen.help.help": (
        "操作の一覧",
        "Keys",
    ),
    "screen.key.left_out": (
        "該当なし",
        "not applicable",
    ),
    "screen.help.left_out": (
        "該当なし、又は採用しない（理由を入力する）",
        "Not applicable, or not adopted, with a reason",
    ),
    "screen.key.evidence": (
        "証跡",
        "evidence",
    ),
    "screen.help.evidence": (
        "証跡を入力する",
        "Enter evidence",
    ),
    "screen.key.note": (
        "補足",
        "note",
    ),
    "screen.help.note": (
        "補足を入力する",
        "Enter a note",
    ),
    "screen.key.treatment": (
        "受容・代替",
        "treatment",
    ),
    "screen.help.treatment": (
        "リスク受容・代替措置を記録する",
        "Record an accepted risk or alternative measure",
    ),
    "screen.key.plan": (
        "計画",
        "plan",
    ),
    "screen.help.plan": (
        "改善計画を記録する",
        "Record the plan",
    ),
    "screen.key.search": (
        "検索",
        "search",
    ),
    "screen.help.search": (
        "検索",
        "Search",
    ),
    "screen.key.undo": (
        "元に戻す",
        "undo",
    ),
    "screen.help.undo": (
        "直前に保存した変更を元に戻す",
        "Undo the last saved change",
    ),
    "screen.key.redo": (
        "やり直す",
        "redo",
    ),
    "screen.help.redo": (
        "元に戻した変更をやり直す",
        "Redo what was undone",
    ),
    "screen.key.back": (
        "戻る",
        "back",
    ),
    "screen.help.back": (
        "直前に表示していた項目へ戻る（←も同じ）",
        "Back to where you were before (also the left arrow)",
    ),
    "screen.key.forward": (
        "進む",
        "forward",
    ),
    "screen.help.forward": (
        "戻る前の項目へ進む（→も同じ）",
        "Forward again (also the right arrow)",
    ),
    "screen.key.quit": (
        "終了",
        "quit",
    ),
    "screen.help.quit": (
        "終了する（表示されている回答は保存済み）",
        "Quit; what is shown is saved",
    ),
    "screen.key.palette": (
        "全操作",
        "commands",
    ),
    "screen.help.palette": (
        "すべての操作を名前で探す（: も同じ）",
        "Find any command by name (also :)",
    ),
    "screen.key.unanswered": (
        "次の未回答",
        "unanswered",
    ),
    "screen.help.unanswered": (
        "次の未回答の項目へ移る",
        "Go to the next unanswered practice",
    ),
    "screen.key.below": (
        "目標を下回る",
        "below target",
    ),
    "screen.help.below": (
        "目標を下回る次の項目へ移る",
        "Go to the next practice below target",
    ),
    "screen.key.tree": (
        "一覧",
        "tree",
    ),
    "screen.help.tree": (
        "領域と項目の一覧から移る",
        "Go to a practice in the tree",
    ),
    "screen.key.guidance": (
        "手引き",
        "guidance",
    ),
    "screen.help.guidance": (
        "業務への影響、よくある不備、証跡の例、次の一歩、事例",
        "Why it matters, common weaknesses, evidence, next step, cases",
    ),
    "screen.key.review": (
        "見直し",
        "review",
    ),
    "screen.help.review": (
        "未回答・未確認・理由や証跡のないものなど、見直す事項の一覧",
        "List what to review: unanswered, unconfirmed, without reason or evidence and so on",
    ),
    "screen.key.what_if": (
        "試算",
        "what if",
    ),
    "screen.help.what_if": (
        "この項目の段階が変わった場合の数値を表示する",
        "Show the figures with this practice at other levels",
    ),
    "screen.key.same": (
        "前回と同じ",
        "as before",
    ),
    "screen.help.same": (
        "前回と同じ回答にする",
        "Copy the previous answer",
    ),
    "screen.key.skip": (
        "飛ばす",
        "skip",
    ),
    "screen.help.skip": (
        "確認せずに次の項目へ進む",
        "Go to the next practice without confirming",
    ),
    "screen.key.previous": (
        "前の項目",
        "previous",
    ),
    "screen.help.previous": (
        "点検票の順で1つ前の項目へ移る",
        "Go to the previous practice in the checklist",
    ),
    "screen.key.last_done": (
        "実施日",
        "last done",
    ),
    "screen.help.last_done": (
        "直近の実施日を入力する",
        "Enter when it was last done",
    ),
    "screen.key.done": (
        "実施件数",
        "number done",
    ),
    "screen.help.done": (
        "実施した件数と全体の件数を入力する",
        "Enter the number done and the total",
    ),
    "screen.key.performed_by": (
        "実施者",
        "performed by",
    ),
    "screen.help.performed_by": (
        "実施者（共同センターなど）を入力する",
        "Enter who performs it",
    ),
    "screen.key.clear": (
        "取消",
        "remove",
    ),
    "screen.help.clear": (
        "この項目の回答を取り消す（z で元に戻せる）",
        "Remove this practice's answer (z restores it)",
    ),
    "screen.key.figures": (
        "数値",
        "figures",
    ),
    "screen.help.figures": (
        "現在の結果",
        "Current figures",
    ),
    "screen.key.institution": (
        "機関",
        "institution",
    ),
    "screen.help.institution": (
        "機関に関する事項（属性・リスク要因など）を表示・変更する",
        "Show or change the institution's details, profile and risk",
    ),
    "screen.key.theme": (
        "配色",
        "colours",
    ),
    "screen.help.theme": (
        "配色を切り替える（暗色・明色・高コントラスト）",
        "Change colours (dark, light, high contrast)",
    ),
    "screen.key.suspend": (
        "中断",
        "suspend",
    ),
    "screen.help.suspend": (
        "いったんシェルに戻る（fg で再開）",
        "Suspend to the shell (fg resumes)",
    ),
    "screen.key.saved": (
        "保存",
        "saved",
    ),
    "screen.help.saved": (
        "保存済みであることを示す（保存の操作は不要）",
        "Say that everything is saved; there is no need to save",
    ),
}
