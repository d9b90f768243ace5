"""Messages: Excel forms."""

MESSAGES = {
    "form.level": (
        "{level} {name}：{words}",
        "{level} {name}: {words}",
    ),
    "form.factor": (
        "{level}：{words}",
        "{level}: {words}",
    ),
    "form.sheet.cover": (
        "表紙",
        "Cover",
    ),
    "form.sheet.guide": (
        "段階の目安",
        "Levels",
    ),
    "form.sheet.texts": (
        "長い文の全文",
        "Long texts",
    ),
    "form.text_goes_on": (
        "（全文はシート「{sheet}」にあります）",
        '(the whole text is on the sheet "{sheet}")',
    ),
    "form.sheet.returned": (
        "修正をお願いする点",
        "To correct",
    ),
    "form.tier.basic": (
        "基本",
        "Basic",
    ),
    "form.tier.desirable": (
        "望ましい",
        "Desirable",
    ),
    "form.none.none": (
        "いずれもなし",
        "None of these",
    ),
    "form.none.none.read": (
        "いずれもなし|なし|None of these",
        "いずれもなし|なし|None of these",
    ),
    "form.disposition.na": (
        "該当なし",
        "Not applicable",
    ),
    "form.disposition.na.read": (
        "該当なし|非該当|N/A|Not applicable",
        "Not applicable|N/A|該当なし|非該当",
    ),
    "form.disposition.not_adopted": (
        "採用しない",
        "Not adopted",
    ),
    "form.disposition.not_adopted.read": (
        "採用しない|採用しない（理由あり）|不採用|見送り|見送る|Not adopted",
        "Not adopted|採用しない|採用しない（理由あり）|不採用|見送り|見送る",
    ),
    "form.treatment.accepted": (
        "リスク受容",
        "Accepted risk",
    ),
    "form.treatment.accepted.read": (
        "リスク受容|受容|Accepted risk|Risk accepted",
        "Accepted risk|Risk accepted|リスク受容|受容",
    ),
    "form.treatment.alternative": (
        "代替措置",
        "Alternative measure",
    ),
    "form.treatment.alternative.read": (
        "代替措置|代替策|Alternative measure",
        "Alternative measure|代替措置|代替策",
    ),
    "form.plan.open": (
        "未着手",
        "Not started",
    ),
    "form.plan.open.read": (
        "未着手|Not started",
        "Not started|未着手",
    ),
    "form.plan.doing": (
        "対応中",
        "Under way",
    ),
    "form.plan.doing.read": (
        "対応中|実施中|進行中|Under way",
        "Under way|In progress|対応中|実施中|進行中",
    ),
    "form.plan.done": (
        "完了",
        "Done",
    ),
    "form.plan.done.read": (
        "完了|Done",
        "Done|完了",
    ),
    "form.plan.dropped": (
        "取りやめ",
        "Dropped",
    ),
    "form.plan.dropped.read": (
        "取りやめ|中止|Dropped",
        "Dropped|取りやめ|中止",
    ),
    "form.confirmed.no": (
        "要確認",
        "To be confirmed",
    ),
    "form.confirmed.no.read": (
        "要確認|未確認|To be confirmed",
        "To be confirmed|要確認|未確認",
    ),
    "form.flag.yes": (
        "はい",
        "Yes",
    ),
    "form.flag.yes.read": (
        "はい|有|有り|あり|○|◯|〇|Yes|Y|true",
        "Yes|Y|true|はい|有|有り|あり|○|◯|〇",
    ),
    "form.flag.no": (
        "いいえ",
        "No",
    ),
    "form.flag.no.read": (
        "いいえ|無|無し|なし|×|✕|✗|No|N|false",
        "No|N|false|いいえ|無|無し|なし|×|✕|✗",
    ),
    "form.column.number": (
        "番号",
        "Number",
    ),
    "form.column.title": (
        "対応事項",
        "Practice",
    ),
    "form.column.section": (
        "節",
        "Section",
    ),
    "form.column.tier": (
        "区分",
        "Tier",
    ),
    "form.column.question": (
        "設問（※は条件など）",
        "Question (* conditions and notes)",
    ),
    "form.column.listed": (
        "列挙された点（【必須】は含めるべき点）",
        "Points listed ([required] ones must be covered)",
    ),
    "form.column.guidance": (
        "解説",
        "Guidance",
    ),
    "form.column.pitfalls": (
        "よくある不備",
        "Common weaknesses",
    ),
    "form.column.answer_any": (
        "回答（一覧のある欄は一覧から選ぶ）",
        "Answer (from the list where there is one)",
    ),
    "form.column.answer": (
        "段階（一覧から選択）",
        "Level (choose from the list)",
    ),
    "form.column.disposition": (
        "該当なし・採用しない",
        "Not applicable / not adopted",
    ),
    "form.column.reason": (
        "その理由（必須）",
        "Reason (required)",
    ),
    "form.column.done.n": (
        "実施した件数",
        "Number done",
    ),
    "form.column.done.of": (
        "全体の件数",
        "Total",
    ),
    "form.column.points": (
        "満たしている点の番号（例：1, 3）",
        "Points covered, by number (e.g. 1, 3)",
    ),
    "form.column.reply_number": (
        "項番",
        "#",
    ),
    "form.column.reply_asked": (
        "照会事項",
        "Question",
    ),
    "form.column.reply_given": (
        "ご回答（提出時）",
        "Your answer as filed",
    ),
    "form.column.reply": (
        "ご返信",
        "Reply",
    ),
    "form.column.reply_level": (
        "訂正後の段階",
        "Corrected level",
    ),
    "form.column.reply_document": (
        "根拠となる資料（名称・日付）",
        "Document (name, date)",
    ),
    "form.column.reply_by": (
        "回答した部署",
        "Answered by (function)",
    ),
    "form.column.note": (
        "補足",
        "Note",
    ),
    "form.column.evidence": (
        "証跡（文書名・所在）",
        "Evidence (document, location)",
    ),
    "form.column.evidence_date": (
        "証跡の日付",
        "Date of evidence",
    ),
    "form.column.last_done": (
        "直近の実施日",
        "Last done on",
    ),
    "form.column.performed_by": (
        "実施者",
        "Performed by",
    ),
    "form.column.by": (
        "回答者",
        "Answered by",
    ),
    "form.column.treatment.kind": (
        "リスク受容・代替措置",
        "Accepted risk or alternative measure",
    ),
    "form.column.treatment.measure": (
        "その内容",
        "Description",
    ),
    "form.column.treatment.approved_by": (
        "承認者",
        "Approved by",
    ),
    "form.column.treatment.approved_on": (
        "承認日",
        "Approved on",
    ),
    "form.column.treatment.review_by": (
        "見直し期限",
        "Review date",
    ),
    "form.column.domain": (
        "領域",
        "Domain",
    ),
    "form.column.plan_level": (
        "段階",
        "Level",
    ),
    "form.column.plan_next": (
        "次の一歩（点検票）",
        "Next step (checklist)",
    ),
    "form.column.plan_usual_owner": (
        "主に回答する部署",
        "Usually answered by",
    ),
    "form.column.plan_mark": (
        "注意",
        "Attention",
    ),
    "form.column.plan.owner": (
        "改善計画：担当部署",
        "Plan: owner",
    ),
    "form.column.plan.due": (
        "改善計画：期日",
        "Plan: due",
    ),
    "form.column.plan.action": (
        "改善計画：実施内容",
        "Plan: action",
    ),
    "form.column.plan.status": (
        "改善計画：状況",
        "Plan: status",
    ),
    "form.column.plan.budget": (
        "改善計画：予算",
        "Plan: budget",
    ),
    "form.column.review_line": (
        "評価した部門（第2線・第3線）",
        "Reviewing line (2 or 3)",
    ),
    "form.column.review_level": (
        "評価した段階",
        "Level given by the reviewing line",
    ),
    "form.column.review_by": (
        "評価者",
        "Reviewer",
    ),
    "form.column.review_on": (
        "評価した日",
        "Reviewed on",
    ),
    "form.column.review_note": (
        "評価の補足",
        "Reviewer's note",
    ),
    "form.column.confirmed": (
        "引き継いだ回答（確認後に削除）",
        "Carried over (clear once confirmed)",
    ),
    "form.field.institution.id": (
        "機関ID",
        "Institution ID",
    ),
    "form.field.institution.id.hint": (
        "法人番号（13桁）又は実施主体が定めた番号を、半角の英数字で入力してください。",
        "Enter the 13-digit corporate number, or the number assigned by the issuer.",
    ),
    "form.field.institution.name": (
        "機関名",
        "Name of the institution",
    ),
    "form.field.institution.name.hint": (
        "正式名称",
        "Full legal name",
    ),
    "form.field.institution.sector": (
        "業態",
        "Sub-sector",
    ),
    "form.field.institution.sector.hint": (
        "一覧から選択してください。",
        "Choose from the list.",
    ),
    "form.field.institution.licence": (
        "免許・登録等の種類",
        "Licence or registration",
    ),
    "form.field.institution.licence.hint": (
        "一覧から選択してください。複数の免許等をお持ちの場合は、免許等ごとに1つの回答票にしてください。",
        "Choose from the list. With several licences, complete one form for each.",
    ),
    "form.field.institution.size": (
        "規模（円）",
        "Size (yen)",
    ),
    "form.field.institution.size.hint": (
        "業態を選択すると、規模の指標が表示されます。",
        "Choose the sub-sector to see how size is measured.",
    ),
    "form.size_measure": (
        "{measure}（{sector}）。円単位で入力してください。",
        "{measure} ({sector}). Enter it in yen.",
    ),
    "form.field.assessed_on": (
        "点検日",
        "Assessed on",
    ),
    "form.field.assessed_on.hint": (
        "点検した日を入力してください。例：2026/11/2",
        "Enter the date of the assessment, e.g. 2026-11-02.",
    ),
    "form.field.approval.respondent": (
        "回答責任者（部署・役職）",
        "Respondent (department, position)",
    ),
    "form.field.approval.respondent.hint": (
        "回答内容に責任を負う部署・役職",
        "The function responsible for the answers",
    ),
    "form.field.approval.second_line": (
        "第2線の確認者",
        "Checked by (second line)",
    ),
    "form.field.approval.second_line.hint": (
        "リスク管理部門など、回答を確認した部署・役職",
        "Risk management or another function that checked the answers",
    ),
    "form.field.approval.reported_to_board": (
        "取締役会等への報告日",
        "Reported to the board on",
    ),
    "form.field.approval.reported_to_board.hint": (
        "理事会等への報告日を含みます。",
        "Including the report to an equivalent body",
    ),
    "form.override": (
        "自機関の判断によるリスクプロファイル（任意。右に理由）",
        "Risk profile by the institution's own decision (optional; reason to the right)",
    ),
    "form.rows.how": (
        "1行に1つずつ名称を記入してください。ここに記入した名称が、回答用のシートの行になります。使わない行は空欄のままにしてください。",
        "Enter one name per line; each becomes a row of the answer sheets. Leave unused lines empty.",
    ),
    "form.rows.line": (
        "名称{number}",
        "Name {number}",
    ),
    "form.rows.free": (
        "└ （表紙に名称がありません）",
        "└ (no name on the cover)",
    ),
    "form.row_unnamed": (
        "表紙の「{list}」にこの行の名称がありません。表紙に名称を記入するか、この行の回答を削除してください。",
        'This row has no name under "{list}" on the cover. Enter a name there, or delete the answer in this row.',
    ),
    "form.sheet_title": (
        "{id}　{title}",
        "{id}  {title}",
    ),
    "form.sheet_how": (
        "黄色の欄から回答してください。白い欄は任意、灰色の欄は使用しません。",
        "Start with the yellow cells. White cells are optional; grey cells are not used.",
    ),
    "form.sheet_how.levels": (
        "段階の意味は「段階の目安」のシートにあります。",
        'The sheet "Levels" explains each level.',
    ),
    "form.intro": (
        "※ この領域又は節について：{text}",
        "* About this domain or section: {text}",
    ),
    "form.clarification": (
        "※ 実施主体の説明：{text}",
        "* Clarification by the issuer: {text}",
    ),
    "form.conditions": (
        "※ {text}",
        "* {text}",
    ),
    "form.applies_if.all": (
        "※ 対象：表紙の「機関の属性」{flags}{count:に|のすべてに}該当する機関（該当しない機関は空欄で構いません）",
        '* Applies to institutions that answer "Yes" to {count:profile question|all of profile questions} {flags} on the cover; others may leave it empty.',
    ),
    "form.applies_if.any": (
        "※ 対象：表紙の「機関の属性」{flags}のいずれかに該当する機関（いずれにも該当しない機関は空欄で構いません）",
        '* Applies to institutions that answer "Yes" to at least one of profile questions {flags} on the cover; others may leave it empty.',
    ),
    "form.applies_if.none": (
        "※ 対象外：表紙の「機関の属性」{flags}{count:に|のいずれかに}該当する機関（空欄で構いません）",
        '* Does not apply to institutions that answer "Yes" to {count:profile question|at least one of profile questions} {flags} on the cover; these may leave it empty.',
    ),
    "form.cadence": (
        "※ 頻度：{word}",
        "* Frequency: {word}",
    ),
    "form.legal": (
        "※ 法令上の義務です。",
        "* Legal obligation.",
    ),
    "form.unit": (
        "※ 単位：{unit}",
        "* Unit: {unit}",
    ),
    "form.required_point": (
        "【必須】",
        "[required] ",
    ),
    "form.version": (
        "点検票の版：{version}",
        "Checklist version {version}",
    ),
    "form.delegate": (
        "回答の依頼",
        "What you are asked for",
    ),
    "form.delegate.department": (
        "回答する部署",
        "Department",
    ),
    "form.delegate.person": (
        "担当",
        "Contact in the department",
    ),
    "form.delegate.due": (
        "提出期限",
        "Return this form by",
    ),
    "form.delegate.due_on": (
        "提出期限：{date}",
        "Return by {date}",
    ),
    "form.delegate.practices": (
        "この回答票の対応事項",
        "Practices in this form",
    ),
    "form.delegate.count": (
        "{count}件",
        "{count}",
    ),
    "form.delegate.written": (
        "{department}の回答票を作成しました：{path}（{count}件{due}）",
        "Created the form for {department}: {path} ({count} {count:practice|practices}{due})",
    ),
    "form.delegate.written_due": (
        "、提出期限 {date}",
        ", due {date}",
    ),
    "form.delegate.open": (
        "どの部署にも割り当てていない対応事項（{count}件。回答票は作成していません）：{practices}",
        "Assigned to no department; no form was created for them ({count}): {practices}",
    ),
    "form.delegate.nothing": (
        "{department}（{id}）に回答を依頼する対応事項がありません。割り当てた対応事項は、いずれも、ほかの部署がより細かい番号で担当しているか、この実施回で尋ねていないものです。",
        "{department} ({id}) has no practice to answer: all of its practices are assigned to other departments by more specific numbers, or not asked by the campaign.",
    ),
    "form.status.title": (
        "回答票の回収状況（{date}現在）",
        "Status of department forms as of {date}",
    ),
    "form.status.whole": (
        "機関全体",
        "whole institution",
    ),
    "form.status.column.department": (
        "部署",
        "Department",
    ),
    "form.status.column.person": (
        "担当",
        "Contact",
    ),
    "form.status.column.due": (
        "提出期限",
        "Due",
    ),
    "form.status.column.state": (
        "状況",
        "State",
    ),
    "form.status.column.answered": (
        "回答済み",
        "Answered",
    ),
    "form.status.column.files": (
        "ファイル",
        "Files",
    ),
    "form.status.state.not_sent": (
        "回答票なし",
        "no form yet",
    ),
    "form.status.state.sent": (
        "送付済み",
        "sent",
    ),
    "form.status.state.late": (
        "期限超過",
        "overdue",
    ),
    "form.status.state.to_correct": (
        "要修正（{count}か所）",
        "to correct ({count})",
    ),
    "form.status.state.back": (
        "提出済み",
        "received",
    ),
    "form.status.open": (
        "{department}の未回答（{count}件）：{practices}",
        "Unanswered at {department} ({count}): {practices}",
    ),
    "form.status.other": (
        "{path}の対応事項は、一覧にある{department}の担当と異なります。回答票の作成後に一覧を変更していないか、確認してください。",
        "{path} asks for practices other than those listed for {department}. Check whether the list was changed after the form was created.",
    ),
    "form.status.nobody": (
        "どの部署にも割り当てていない対応事項（{count}件）：{practices}",
        "Assigned to no department ({count}): {practices}",
    ),
    "form.status.conflicts": (
        "提出された回答票どうしの不一致：{count}件。統一するまで`cssa form read`でまとめることはできません。",
        "Conflicts between the forms received: {count}. `cssa form read` does not combine them until they agree.",
    ),
    "form.status.skipped": (
        "読み込めなかったファイル：{count}件（次のとおり）。状況には含めていません。",
        "Files that could not be read: {count}, as follows. They are not in the table.",
    ),
    "form.status.others": (
        "回答票（.xlsx、.html、.json）以外のファイル（{count}件。読み込んでいません）：{names}",
        "Files that are not forms (.xlsx, .html, .json); not read ({count}): {names}",
    ),
    "form.status.none": (
        "{path}に回答票（.xlsx、.html、.json）がありません。作成した回答票と、提出された回答票のあるフォルダーを指定してください。",
        "There is no form (.xlsx, .html, .json) in {path}. Specify the folder with the forms that you created and those received.",
    ),
    "form.status.no_folder": (
        "フォルダーではありません。作成した回答票と、提出された回答票のあるフォルダーを指定してください。",
        "This is not a folder. Specify the folder with the forms that you created and those received.",
    ),
    "form.delegates_without_split": (
        "--delegatesは--split ownerとともに指定してください。",
        "Use --delegates together with --split owner.",
    ),
    "form.part": (
        "この回答票に主に回答する部署：{owner}",
        "This form is for: {owner}",
    ),
    "form.campaign": (
        "{title}（{id}）",
        "{title} ({id})",
    ),
    "form.campaign.tiers": (
        "対象とする区分",
        "Tiers asked",
    ),
    "form.campaign.issuer": (
        "実施主体",
        "Issuer",
    ),
    "form.campaign.base_date": (
        "基準日",
        "Base date",
    ),
    "form.campaign.deadline": (
        "提出期限",
        "Deadline",
    ),
    "form.campaign.cut_off": (
        "集計の締切",
        "Cut-off for statistics",
    ),
    "form.campaign.contact": (
        "問合せ先",
        "Contact",
    ),
    "form.campaign.legal_basis": (
        "依頼の根拠",
        "Basis of the request",
    ),
    "form.progress": (
        "回答の進捗",
        "Progress",
    ),
    "form.progress.domain": (
        "領域（クリックで開く）",
        "Domain (click to open)",
    ),
    "form.progress.answered": (
        "回答数",
        "Answered",
    ),
    "form.progress.next": (
        "次に回答する番号",
        "Next to answer",
    ),
    "form.progress.missing": (
        "要修正",
        "To correct",
    ),
    "form.progress.all": (
        "合計",
        "All",
    ),
    "form.progress.open": (
        "このシートを開きます",
        "Open this sheet",
    ),
    "form.progress.missing.reason": (
        "理由なし{count}件 ",
        "{count} without a reason. ",
    ),
    "form.progress.missing.both": (
        "回答と該当なし等が両方{count}件 ",
        "{count} with both an answer and not applicable or not adopted. ",
    ),
    "form.progress.missing.treatment": (
        "リスク受容等の記入漏れ{count}件 ",
        "{count} with an incomplete accepted risk or alternative measure. ",
    ),
    "form.institution": (
        "回答する機関",
        "The institution",
    ),
    "form.institution_how": (
        "機関ID、機関名、業態は必須です。ほかは空欄でも受け付けます。",
        "Institution ID, name and sub-sector are required. The others may be left empty.",
    ),
    "form.issued_number": ("回答票の番号", "Form number"),
    "form.issued_to": (
        "機関ID、名称及び業態は、実施主体の名簿のとおり記入してあります。誤りがあれば、変更せずに実施主体へお知らせください。",
        "ID, name and sub-sector are filled in as on the issuer's roster. If any of them is wrong, do not change it: inform the issuer.",
    ),
    "form.required": (
        "必須：未記入",
        "Required: empty",
    ),
    "form.groups": (
        "対象グループ",
        "Groups of practices",
    ),
    "form.groups_how": (
        "回答するグループに「はい」を選択してください。選択したグループのいずれにも含まれない項目は対象外になります。すべて空欄の場合は、すべての項目が対象です。",
        'Choose "Yes" for the groups that you will answer. Practices in none of them are out of scope. If all are left empty, every practice is in scope.',
    ),
    "form.groups_asked": (
        "今回の実施回の対象：{groups}。これらのグループのいずれにも含まれない項目は対象外です。",
        "This campaign covers: {groups}. Practices in none of these groups are out of scope.",
    ),
    "form.no_group": (
        "すべてのグループが「いいえ」です。回答するグループに「はい」を選択するか、すべて空欄にしてください。",
        'Every group is answered "No". Choose "Yes" for the groups that you will answer, or leave all of them empty.',
    ),
    "form.flags": (
        "機関の属性",
        "Profile of the institution",
    ),
    "form.flags_how": (
        "どの項目が対象になるかは、この回答で決まります（設問の※を参照）。「いいえ」の場合は右の欄に理由を入力してください。空欄があるために項目が対象外になることはありません。",
        'These answers decide which practices are in scope (see * below the questions). For "No", enter the reason to the right. An empty answer takes no practice out of scope.',
    ),
    "form.factors": (
        "リスク要因",
        "Risk factors",
    ),
    "form.factors_how": (
        "目標とする段階を決めるためのものです。該当するものを選択してください。",
        "These determine the target levels. Choose what applies.",
    ),
    "form.how": (
        "回答方法",
        "How to answer",
    ),
    "form.how.1": (
        "表紙の黄色の欄に入力し、領域ごとのシートを順に開いて回答してください。保存して、後から続けることもできます。",
        "Complete the yellow cells on this cover, then open the domain sheets one by one. You can save and continue later.",
    ),
    "form.how.short.1": (
        "表紙の黄色の欄に入力し、「設問」のシートで、基本的な対応事項に上から順に回答してください。保存して、後から続けることもできます。",
        'Complete the yellow cells on this cover, then answer the basic practices on the sheet "Questions" from the top. You can save and continue later.',
    ),
    "form.how.short.2": (
        "自機関に該当しない場合は、回答として「該当なし」を選択し、「補足」の欄に理由を入力してください。",
        'Where a practice does not apply to the institution, choose "Not applicable" as the answer and give the reason as a note.',
    ),
    "form.how.short.3": (
        "「補足」には、現状、不足している点、確認できる文書の名称などを入力します。これから取り組むものには「いつまでに」を入力してください。",
        'As a note, state the current position, what is missing, or the document that shows it. For what is still to be done, enter a date under "By when".',
    ),
    "form.column.short.answer": (
        "段階（一覧から選択）",
        "Level (choose from the list)",
    ),
    "form.column.short.note": (
        "補足（現状、文書の名称など）",
        "Note (current position, documents)",
    ),
    "form.column.short.due": (
        "いつまでに",
        "By when",
    ),
    "form.short.sheet": (
        "設問",
        "Questions",
    ),
    "form.short.title": (
        "基本的な対応事項",
        "Basic practices",
    ),
    "form.short_and_split": (
        "--shortと--splitを同時に指定することはできません。--shortは、少人数で機関全体について回答するための回答票です。",
        "--short and --split cannot be combined: a short form is for a few people who answer for the whole institution.",
    ),
    "form.short_nothing": (
        "回答をお願いする対応事項に、基本的な対応事項がないため、--shortの回答票は作成できません。--shortを付けずに作成してください。",
        "There are no basic practices to ask, so there is nothing for a short form. Create the form without --short.",
    ),
    "form.how.2": (
        "回答のセルに一覧がある場合は、一覧から選択してください。文言は変更せず、選択又は貼り付けで入力してください。",
        "Where an answer cell has a list, choose from it. Choose or paste an entry; do not change its wording.",
    ),
    "form.how.2_without_levels": (
        "「回答」の欄に一覧がある場合は、一覧から選択してください。文言は変更せず、選択又は貼り付けで入力してください。",
        'Where a cell under "Answer" has a list, choose from it. Choose or paste an entry; do not change its wording.',
    ),
    "form.how.3": (
        "「該当なし」は自機関に該当しない場合、「採用しない」は対応が望ましい事項を自らの判断で行わない場合に選択し、必ず理由を入力してください。選択できない項目の欄は灰色です。",
        'Choose "Not applicable" where a practice does not apply to the institution, and "Not adopted" where a desirable practice is left out by decision; always give the reason. Where neither can be chosen, the cells are grey.',
    ),
    "form.how.4": (
        "リスクを受容する場合、又は別の方法で補っている場合は「リスク受容・代替措置」の5つの欄をすべて入力してください。",
        'Where a risk is accepted, or covered by another measure, complete all five cells of "Accepted risk or alternative measure".',
    ),
    "form.how.5": (
        "数式は使用しないでください。絞り込み、行の高さや列の幅の変更は可能です。隠れた行と列は削除しないでください。",
        "Do not use formulas. You may filter, and change column widths and row heights. Do not delete hidden rows and columns.",
    ),
    "form.how.check": (
        "提出の前に、互いに矛盾する回答がないか見直してください（基になる計画や台帳がないのに実施済みとした回答、属性と合わない回答など）。提出後に、点検票の規則に照らして確認をお願いすることがあります。",
        "Before you submit, look for answers that contradict each other, such as work done without the plan or register that it rests on, or answers that do not match the profile. You may be asked to confirm such answers afterwards.",
    ),
    "form.how.6": (
        "入力が済んだら、Excelブック（.xlsx）のまま保存して提出してください。",
        "When finished, save the form as an Excel workbook (.xlsx) and submit it.",
    ),
    "form.rules": (
        "段階の選び方",
        "How to choose a level",
    ),
    "form.rule": (
        "・{rule}",
        "- {rule}",
    ),
    "form.guide_title": (
        "段階の目安",
        "What the levels mean",
    ),
    "form.guide_kind": (
        "項目の種類",
        "Kind of practice",
    ),
    "form.disclaimers": (
        "留意事項",
        "Important notes",
    ),
    "form.check.title": (
        "入力をご確認ください",
        "Check the entry",
    ),
    "form.check.list": (
        "一覧から選択してください。",
        "Choose an entry from the list.",
    ),
    "form.check.date": (
        "日付を2026/9/30の形式で入力してください。",
        "Enter a date such as 2026-09-30.",
    ),
    "form.check.count": (
        "0以上の整数を入力してください。",
        "Enter a whole number, 0 or more.",
    ),
    "form.text_too_long": (
        "シート「{sheet}」の{cell}に入る文字列が長すぎます（1つの欄は{limit}字まで）。元の回答を短くしてください。",
        'The text for cell {cell} of sheet "{sheet}" is too long (a cell holds {limit} characters). Shorten it in the answers.',
    ),
    "form.too_many_columns": (
        "証跡や評価の件数が多く、回答票の列（{count}）が上限の{limit}を超えます。1項目当たりの件数を減らしてください。",
        "With so many pieces of evidence and reviews, the form needs {count} {count:column|columns}; it can have at most {limit}. Reduce their number per practice.",
    ),
    "form.too_many_rows": (
        "領域{domain}は{count}行になり、読み取れる上限の{limit}行を超えます。担当部署ごとの回答票に分けてください（`--split owner`）。",
        "Domain {domain} needs {count} {count:row|rows}; forms with at most {limit} can be read. Create one form per department (`--split owner`).",
    ),
    "form.too_large": (
        "回答票が{size} MB、シート{sheets}枚になり、読み取れる上限（{most} MB、{limit}枚）を超えます。担当部署ごとの回答票に分けてください（`--split owner`）。",
        "The form would be {size} MB in {sheets} sheets; forms of at most {most} MB and {limit} sheets can be read. Create one form per department (`--split owner`).",
    ),
    "form.not_a_form": (
        "cssaの回答票ではありません。`cssa form new`で作成した回答票を指定してください。",
        "This is not a cssa form. Specify a form created by `cssa form new`.",
    ),
    "form.guard.empty": (
        "ファイルの内容がありません。保存し直したファイルの再送を依頼してください。",
        "The file is empty. Ask for it to be saved and sent again.",
    ),
    "form.guard.too_large": (
        "{limit} MBを超えています。回答票がこの大きさになることはありません。画像などを削除して保存し直すよう依頼してください。",
        "The file is larger than {limit} MB; no form is that large. Ask for pictures and other additions to be removed.",
    ),
    "form.guard.encrypted": (
        "パスワードで保護されています。パスワードを解除して保存し直すよう依頼するか、パスワードを受け取り、`cssa form read`に`--password-file`を付けて読み込んでください。",
        "The file is protected by a password. Ask for it to be saved without one, or obtain the password and read the form with `cssa form read --password-file`.",
    ),
    "form.guard.password_extra": (
        'パスワード付きのファイルを読み取るには追加のパッケージが必要です。`pip install "cssa[password]"`を実行してください。',
        'Reading password-protected files requires an additional package. Run `pip install "cssa[password]"`.',
    ),
    "form.guard.password_wrong": (
        "パスワードが一致しません。送付者に確認してください。",
        "The password is not correct. Check it with the sender.",
    ),
    "form.guard.legacy": (
        "古い形式（.xls）のブックです。「Excelブック（.xlsx）」として保存し直すよう依頼してください。",
        "This is a workbook in the old format (.xls). Ask for it to be saved as an Excel workbook (.xlsx).",
    ),
    "form.guard.binary": (
        "バイナリ形式（.xlsb）のブックです。「Excelブック（.xlsx）」として保存し直すよう依頼してください。",
        "This is a binary workbook (.xlsb). Ask for it to be saved as an Excel workbook (.xlsx).",
    ),
    "form.guard.open_document": (
        "OpenDocument形式（.ods）です。「Excelブック（.xlsx）」として保存し直すよう依頼してください。",
        "This is an OpenDocument spreadsheet (.ods). Ask for it to be saved as an Excel workbook (.xlsx).",
    ),
    "form.guard.numbers": (
        "Numbersの書類です。「Excelに書き出す」で.xlsxにするよう依頼してください。",
        "This is a Numbers document. Ask for it to be exported to Excel (.xlsx).",
    ),
    "form.guard.html": (
        "ウェブページ（HTML）で、Excelブックでも、回答の入ったブラウザの回答票でもありません。元の.xlsx、又はブラウザの回答票の「ファイルに保存」で保存した.jsonファイルの送付を依頼してください。",
        'This is a web page (HTML), and neither an Excel workbook nor a browser form with its answers. Ask for the original .xlsx or, for a browser form, the .json file that "Save as file" creates.',
    ),
    "form.guard.text": (
        "Excelブックではなく、テキスト（CSVなど）です。元の.xlsxの送付を依頼してください。",
        "This is a text file (such as CSV), not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.pdf": (
        "Excelブックではなく、PDFです。元の.xlsxの送付を依頼してください。",
        "This is a PDF, not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.image": (
        "Excelブックではなく、画像です。元の.xlsxの送付を依頼してください。",
        "This is a picture, not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.mail": (
        "Excelブックではなく、保存されたメールです。回答票が添付されていれば、添付ファイルを保存して指定してください。",
        "This is a saved e-mail, not an Excel workbook. If a form is attached to it, save the attachment and specify that.",
    ),
    "form.guard.rich_mail": (
        "Excelブックではなく、Outlookのリッチテキスト形式のメールの添付ファイル（winmail.dat）です。HTML形式又はテキスト形式のメールで再送するよう依頼してください。",
        "This is an attachment of an e-mail in Outlook's rich text format (winmail.dat), not an Excel workbook. Ask for the form to be sent again, attached to an e-mail in HTML or plain text format.",
    ),
    "form.guard.sealed_mail": (
        "Excelブックではなく、暗号化されたメール又は電子署名で包まれたメールの本体（S/MIME、PGP）です。メールソフトで開き、添付ファイルを保存して指定してください。",
        "This is the body of an e-mail that is encrypted or wrapped in a signature (S/MIME or PGP), not an Excel workbook. Open it in a mail program, save the attachment, and specify that.",
    ),
    "form.guard.archive": (
        "Excelブックではなく、圧縮ファイルです。展開し、中の回答票を指定してください。",
        "This is an archive, not an Excel workbook. Unpack it and specify the form in it.",
    ),
    "form.guard.zip": (
        "Excelブックではなく、ZIPファイルです。展開し、中の回答票を指定してください。",
        "This is a ZIP archive, not an Excel workbook. Unpack it and specify the form in it.",
    ),
    "form.guard.word": (
        "Excelブックではなく、Wordの文書です。元の.xlsxの送付を依頼してください。",
        "This is a Word document, not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.presentation": (
        "Excelブックではなく、PowerPointの文書です。元の.xlsxの送付を依頼してください。",
        "This is a PowerPoint presentation, not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.download_mark": (
        "ダウンロード元の記録（Zone.Identifier）です。同じ名前の.xlsxファイルを指定してください。",
        "This is a record of where a file was downloaded from (Zone.Identifier). Specify the .xlsx file of that name.",
    ),
    "form.guard.not_zip": (
        "Excelブック（.xlsx）として読み取れません。別の形式であるか、破損しています。再送を依頼してください。",
        "The file cannot be read as an Excel workbook (.xlsx): it has another format, or is damaged. Ask for it to be sent again.",
    ),
    "form.guard.not_workbook": (
        "Excelブックではない圧縮ファイルです。元の.xlsxの送付を依頼してください。",
        "This is an archive, but not an Excel workbook. Ask for the original .xlsx.",
    ),
    "form.guard.damaged": (
        "破損しています（{part}）。再送を依頼してください。",
        "The file is damaged ({part}). Ask for it to be sent again.",
    ),
    "form.guard.bomb": (
        "展開後の大きさが上限を超えます（{part}。上限は、全体で{limit} MB、1つの部分ではそれより小さい値です）。回答票ではありません。開かず、送付者に確認してください。",
        "Unpacked, the file exceeds the size limit (at {part}; the limit is {limit} MB in all, and less for a single part). This is not a form. Do not open it; check with the sender.",
    ),
    "form.guard.too_many": (
        "ファイル内部の要素や行・セルが多すぎます（{part}、上限{limit}）。回答票ではない部分を削除し、保存し直すよう依頼してください。",
        "There are too many internal parts, rows or cells ({part}, at most {limit}). Ask for everything that is not part of the form to be deleted.",
    ),
    "form.guard.much_text": (
        "セルの文字が合計で{limit} MBを超えます（{part}）。回答票ではない部分を削除し、保存し直すよう依頼してください。",
        "The cells hold more than {limit} MB of text ({part}). Ask for everything that is not part of the form to be deleted.",
    ),
    "form.guard.number": (
        "{part}に、ブックとしてあり得ない数が記載されています（{name}：{value}）。開かず、送付者に確認してください。",
        "{part} states a number that no workbook can have ({name}: {value}). Do not open it; check with the sender.",
    ),
    "form.guard.reader_died": (
        "読み取りを中止しました（{reason}）。読み取るプログラムを異常終了させるファイルです。開かず、送付者に確認してください。",
        "Reading the workbook was stopped ({reason}): it makes the program that reads it crash. Do not open it; check with the sender.",
    ),
    "form.guard.dtd": (
        "XMLの文書型宣言を含みます（{part}）。通常のExcelブックにはないものです。開かず、送付者に確認してください。",
        "The file has an XML document type declaration ({part}), which no ordinary workbook has. Do not open it; check with the sender.",
    ),
    "form.guard.cell_twice": (
        "{part}に{cell}が2つあり、どちらの値が正しいか特定できません。Excelで開いて保存し直すよう依頼してください。",
        "{part} has cell {cell} twice, so its value cannot be determined. Ask for the file to be opened in Excel and saved again.",
    ),
    "form.guard.far_cell": (
        "{part}の{cell}に値があります。回答票の入力範囲（CZ列、9,999行）外の値を削除し、保存し直すよう依頼してください。",
        "{part} has a value in {cell}, outside the input range of the form (column CZ, row 9,999). Ask for it to be cleared.",
    ),
    "form.guard.macros": (
        "マクロ又はActiveXコントロール（ボタンなど）を含みます。ActiveXコントロールがあれば削除し、「Excelブック（.xlsx）」として保存し直すよう依頼してください。",
        "The file contains macros or ActiveX controls (such as buttons). Ask for any ActiveX controls to be deleted and the file to be saved as an Excel workbook (.xlsx).",
    ),
    "form.guard.macro_enabled": (
        "マクロ有効ブック（.xlsm）です。「Excelブック（.xlsx）」として保存し直すよう依頼してください。",
        "This is a macro-enabled workbook (.xlsm). Ask for it to be saved as an Excel workbook (.xlsx).",
    ),
    "form.guard.external_links": (
        "他のブックへのリンク又は外部データへの接続を含みます。リンクと接続を解除し、保存し直すよう依頼してください。",
        "The file contains links to other workbooks or connections to external data. Ask for them to be removed and the file saved again.",
    ),
    "form.guard.part_name": (
        "ファイル内部の構成が不正です（{part}）。開かず、送付者に確認してください。",
        "The internal structure of the file is invalid ({part}). Do not open it; check with the sender.",
    ),
    "form.guard.unreadable": (
        "Excelブックの内容を読み取れません（{reason}）。Excelで開いて保存し直すよう依頼してください。",
        "The content of the workbook cannot be read ({reason}). Ask for it to be opened in Excel and saved again.",
    ),
    "form.two_tables": (
        "「{found}」と同じ役割のシートがもう1つあります。不要な方を削除してください。",
        'Another sheet has the same role as "{found}". Delete the one that is not needed.',
    ),
    "form.no_cover": (
        "表紙が見つかりません。元の回答票に記入し、表紙（隠れた列を含む）を残したまま提出してください。",
        "The cover is missing. Complete the original form, and submit it with its cover, including the hidden column.",
    ),
    "form.meta_lost": (
        "隠れたシートの「{key}」が失われています。元の回答票に記入し直すよう依頼してください。",
        '"{key}" is missing from the hidden sheet. Ask for the answers to be entered in the original form.',
    ),
    "form.schema": (
        "この版のcssaで読み取れる回答票ではありません（{found}）。回答票を作成した版のcssaを使用してください。",
        "This version of cssa cannot read this form ({found}). Use the version that created it.",
    ),
    "form.fingerprint": (
        "この回答票は、構成の異なる点検票{id} {version}から作成されています。現在の点検票から回答票を作成し直してください。",
        "The form was created from checklist {id} {version} with a different structure. Create it again from the current checklist.",
    ),
    "form.column_lost": (
        "「{column}」の列が見つかりません。元のファイルに記入し直し、すべての列（隠れた行の見出しを含む）を残してください。",
        'The column "{column}" is missing. Make the entries in the original file again, and keep all of its columns and the hidden row of codes.',
    ),
    "form.column_twice": (
        "「{column}」の列が2つあります。不要な方を削除してください。",
        'The column "{column}" appears twice. Delete one of them.',
    ),
    "form.row_twice": (
        "{key}の行が2つあります（もう1つは{other}）。正しい方を残し、もう一方の行を削除してください。",
        "There are two rows for {key} (the other is {other}). Keep the correct row and delete the other.",
    ),
    "form.key_lost": (
        "この行には記入がありますが、行の識別（隠れたA列）が消えています。元の回答票の行に記入し直してください。",
        "This row has entries, but its identifier (hidden column A) is missing. Enter them in the row of the original form.",
    ),
    "form.unknown_key": (
        "行の識別（隠れたA列）が「{found}」になっていますが、この回答票にないものです。元の回答票のとおりに戻してください。",
        'The row identifier (hidden column A) is "{found}", which this form does not have. Restore it as in the original form.',
    ),
    "form.key_moved": (
        "この行の表示は「{expected}」ですが、行の識別（隠れたA列）は「{found}」のものです。並べ替えや行の移動を元に戻してください。戻せない場合は、元の回答票に記入し直してください。",
        'The row shows "{expected}", but its identifier (hidden column A) belongs to "{found}". Undo the sorting or moving of rows. If that is not possible, enter the answers of this row again in the original form.',
    ),
    "form.stripped": (
        "cssaの回答票ですが、隠れたシートや行・列が削除されています（Excelの「ドキュメント検査」などで削除されます）。元の回答票に回答を値として貼り付け、検査を行わずに提出するよう送付者に依頼してください。送付者の手元に元の回答票がない場合は、こちらから再送してください。",
        "This is a cssa form, but its hidden sheets, rows or columns have been deleted, as Excel's Document Inspector and some other programs do. Ask the sender to paste the answers as values into the original form and to submit it without inspecting it. If the sender no longer has it, send it again.",
    ),
    "form.key_column_lost": (
        "「{domain}」のシートから、行を識別する隠れた列（A列）が削除されています。元の回答票の同じシートに回答を値として貼り付け、その回答票を提出してください。",
        "The hidden column A, which identifies the rows, has been deleted from the sheet for {domain}. Paste the answers as values into the same sheet of the original form, and submit that.",
    ),
    "form.codes_row_lost": (
        "「{domain}」のシートから、列を識別する隠れた行が削除されています。元の回答票の同じシートに回答を値として貼り付け、その回答票を提出してください。",
        "The hidden row that identifies the columns has been deleted from the sheet for {domain}. Paste the answers as values into the same sheet of the original form, and submit that.",
    ),
    "form.hidden_parts_lost": (
        "「{domain}」のシートから、隠れた行と列が削除されています。元の回答票の同じシートに回答を値として貼り付け、その回答票を提出してください。",
        "The hidden row and column have been deleted from the sheet for {domain}. Paste the answers as values into the same sheet of the original form, and submit that.",
    ),
    "form.all_rows_lost": (
        "「{domain}」のシートから、すべての行が削除されています。元の回答票の同じシートに記入し、その回答票を提出してください。",
        "All rows have been deleted from the sheet for {domain}. Complete the same sheet of the original form, and submit that.",
    ),
    "form.sheet_lost": (
        "「{domain}」の行が、すべて（又はシートごと）失われています。元の回答票に記入し、すべてのシートと行がある回答票を提出してください。",
        "All rows of {domain}, or the sheet with them, are missing. Complete them in the original form, and submit the form with all of its sheets and rows.",
    ),
    "form.rows_lost": (
        "「{domain}」の行がありません（{count}行：{rows}）。元の回答票の行に記入し、すべての行がある回答票を提出してください。",
        "Rows of {domain} are missing ({count}: {rows}). Complete them in the original form, and submit the form with all of its rows.",
    ),
    "form.many_rows_lost": (
        "「{domain}」の行がありません（{rows}など{count}行）。元の回答票の行に記入し、すべての行がある回答票を提出してください。",
        "Rows of {domain} are missing ({count}: {rows} and others). Complete them in the original form, and submit the form with all of its rows.",
    ),
    "form.cover_rows_lost": (
        "表紙から次の行が削除されています：「{labels}」。元の回答票の表紙に記入し、その回答票を提出してください。",
        'Rows have been deleted from the cover: "{labels}". Complete the cover of the original form, and submit that.',
    ),
    "form.merged": (
        "{cells}のセルが結合されており、どの欄の記入か特定できません。結合を解除し、欄ごとに記入してください。",
        "The cells {cells} are merged, so it is not clear which of them the entry is for. Unmerge them and complete each cell.",
    ),
    "form.sheet_twice": (
        "「{other}」と同じ行のシートがもう1つあります。正しい方を残し、もう一方のシートを削除してください。",
        'The workbook contains the rows of sheet "{other}" twice. Keep the correct sheet and delete the other.',
    ),
    "form.percent": (
        "パーセント表示のセルです（{found}）。セルの表示形式を「標準」にして、{expected}。",
        "The cell is formatted as a percentage ({found}). Set its format to General and {expected}.",
    ),
    "form.number_format": (
        "セルの値は{value}ですが、表示形式により「{found}」と表示されています。セルの表示形式を「標準」にして、{expected}。",
        'The cell\'s value is {value}, but its number format shows it as "{found}". Set its format to General and {expected}.',
    ),
    "form.size_as_shown": (
        "規模のセルの値は{value}ですが、表示形式により「{found}」と表示されているため、{amount}円と読み取りました。金額が異なる場合は、表示形式を「標準」にして、円単位で入力し直してください。",
        'The cell\'s value is {value}, but its number format shows it as "{found}", so the size was read as JPY {amount}. If this is not the amount, set the format to General and enter it in yen.',
    ),
    "form.beside.comment": (
        "コメントは回答として読み取りません：「{text}」",
        'Comments are not read as answers: "{text}"',
    ),
    "form.beside.text": (
        "回答欄の外の記載は読み取りません：「{text}」",
        'Text outside the answer cells is not read: "{text}"',
    ),
    "form.beside.sheet": (
        "追加されたシートは読み取りません：「{text}」",
        'Added sheets are not read: "{text}"',
    ),
    "form.beside.shapes": (
        "画像や図形（{count}件）は読み取りません。",
        "Pictures and shapes are not read ({count}).",
    ),
    "form.beside.shapes_with_text": (
        "画像や図形（{count}件）は読み取りません：「{text}」",
        'Pictures and shapes are not read ({count}): "{text}"',
    ),
    "form.beside.more": (
        "読み取らない記載がほかに{count}件あります。",
        "Further content that is not read: {count}.",
    ),
    "form.ending": (
        "回答票は「{ending}」のファイルにできません。使用できる拡張子（{known}）の名前を指定してください。",
        "A form cannot be written as {ending}. Specify a name with a valid extension: {known}.",
    ),
    "form.ending_added": (
        "名前に拡張子がないため、{path}に出力します。",
        "The name has no extension; writing to {path}.",
    ),
    "form.formula": (
        "数式（{found}）が入力されています。数式を削除して、{expected}。",
        "There is a formula ({found}). Delete it and {expected}.",
    ),
    "form.error_value": (
        "エラー値（{found}）になっています。削除して、{expected}。",
        "The cell has an error value ({found}). Clear it and {expected}.",
    ),
    "form.expect.level": (
        "一覧から段階を選択してください",
        "choose a level from the list",
    ),
    "form.expect.text": (
        "値を入力してください",
        "enter a value",
    ),
    "form.expect.date": (
        "日付を入力してください",
        "enter a date",
    ),
    "form.expect.count": (
        "整数を入力してください",
        "enter a whole number",
    ),
    "form.expect.number": (
        "設問の単位に合わせて、数字のみを入力してください",
        "enter only the number, in the unit of the question",
    ),
    "form.expect.size": (
        "円単位の金額を入力してください（例：2100000000000、2兆1,000億円）",
        "enter the amount in yen, such as 2100000000000",
    ),
    "form.expect.tick": (
        "当てはまる選択肢に○を入力してください",
        "enter ○ beside each option that applies",
    ),
    "form.expect.choice": (
        "一覧から選択してください",
        "choose from the list",
    ),
    "form.expect.points": (
        "点の番号を入力してください",
        "enter the numbers of the points",
    ),
    "form.disposition_elsewhere": (
        "「{found}」は「{column}」の列で（その列のない回答票では回答として）選択し、理由を入力してください。この欄からは削除してください。",
        'Choose "{found}" in the column "{column}" (in a form without that column, as the answer) and give the reason. Clear this cell.',
    ),
    "form.level_elsewhere": (
        "「{found}」は段階です。段階を回答する列に入力し、この欄は空にしてください。",
        '"{found}" is a level. Enter it in the column for answers and clear this cell.',
    ),
    "form.month_alone": (
        "日がないため、「{found}」を{day}として読み取りました。",
        '"{found}" has no day; it was read as {day}.',
    ),
    "form.unknown_level": (
        "{practice}の段階として「{found}」は読み取れません。一覧から選択してください（{expected}）。",
        '"{found}" is not a valid level of {practice}. Choose from the list ({expected}).',
    ),
    "form.unknown_choice": (
        "「{found}」は選択できません。次から選択してください：{expected}。",
        '"{found}" cannot be chosen. Choose one of: {expected}.',
    ),
    "form.unknown_choice_many": (
        "「{found}」は選択できません。セルの一覧（{first}など{count}件）から選択してください。",
        '"{found}" cannot be chosen. Choose from the cell\'s list ({first} and others, {count} in all).',
    ),
    "form.not_a_date": (
        "「{found}」は日付として読み取れません。2026/9/30の形式で入力してください。",
        '"{found}" is not a valid date. Enter it like 2026-09-30.',
    ),
    "form.not_a_count": (
        "「{found}」は件数として読み取れません。0以上の整数を入力してください。",
        '"{found}" is not a valid count. Enter a whole number, 0 or more.',
    ),
    "form.not_a_number": (
        "「{found}」は数として読み取れません。半角の数字で入力してください。",
        '"{found}" is not a valid number. Enter it in digits.',
    ),
    "form.not_a_size": (
        "「{found}」は金額として読み取れません。円単位の数で入力してください（例：2100000000000）。",
        '"{found}" is not a valid amount. Enter a number in yen, such as 2100000000000.',
    ),
    "form.not_points": (
        "「{found}」は{practice}の点の番号として読み取れません。1から{count}までの番号を「1, 3」のように入力してください。",
        '"{found}" does not name points of {practice}. Enter numbers from 1 to {count}, such as 1, 3.',
    ),
    "form.no_points": (
        "{practice}には点の番号がありません。この欄は空にしてください。",
        "{practice} has no numbered points. Clear this cell.",
    ),
    "form.not_offered": (
        "{practice}では「{found}」を選べません。段階などで回答してください。",
        '{practice} cannot be "{found}". Enter a level or other answer.',
    ),
    "form.reason_missing": (
        "「{found}」には理由が必要です。この欄に理由を入力してください。",
        '"{found}" needs a reason. Enter it in this cell.',
    ),
    "form.reason_alone": (
        "理由「{found}」がありますが、「該当なし・採用しない」が選択されていません。いずれかを選択するか、補足の欄に移してください。",
        'There is a reason ("{found}"), but neither "Not applicable" nor "Not adopted" is chosen. Choose one, or move the text to the note.',
    ),
    "form.two_answers.parts": (
        "回答と「{found}」の両方が入力されています。いずれかを削除してください。",
        'There is both an answer and "{found}". Clear one of them.',
    ),
    "form.two_answers": (
        "回答（{answer}）と「{found}」の両方が入力されています。いずれかを削除してください。",
        'There is both an answer ({answer}) and "{found}". Clear one of them.',
    ),
    "form.not_used": (
        "{practice}ではこの欄を使用しません（現在の値：「{found}」）。削除してください。",
        '{practice} does not use this cell (it has "{found}"). Clear it.',
    ),
    "form.exclusive": (
        "「{found}」は単独で選ぶ選択肢です。他のチェックを外してください。",
        '"{found}" cannot be combined with other options. Clear the other ticks.',
    ),
    "form.none_and_ticks": (
        "「{found}」と個々のチェックが両方あります。いずれかを外してください。",
        'There are both "{found}" and ticks. Clear one of them.',
    ),
    "form.done_pair": (
        "「実施した件数」と「全体の件数」は両方入力してください。",
        '"Number done" and "Total" go together. Fill in both.',
    ),
    "form.done_order": (
        "実施した件数（{n}）が全体の件数（{of}）を超えているか、全体の件数が0です。件数を修正してください。",
        "The number done ({n}) exceeds the total ({of}), or the total is 0. Correct the numbers.",
    ),
    "form.treatment_missing": (
        "リスク受容・代替措置の5つの欄のうち、「{column}」の欄が空欄です。すべて入力してください。",
        'Of the five cells for an accepted risk or alternative measure, "{column}" is empty. Complete all five.',
    ),
    "form.plan_empty": (
        "改善計画の担当部署、期日、実施内容のどれも入力されていません。少なくとも1つを入力するか、状況と予算を空欄にしてください。",
        "The plan states no owner, due date or action. Enter at least one of them, or clear status and budget.",
    ),
    "form.treatment_dates": (
        "見直し期限（{found}）が承認日（{other}）より前です。いずれかを修正してください。",
        "The review date ({found}) is before the approval date ({other}). Correct one of them.",
    ),
    "form.evidence_missing": (
        "証跡の日付（{found}）がありますが、証跡の名称がありません。名称を記入するか、日付を削除してください。",
        "There is a date of evidence ({found}), but no evidence. Enter the evidence, or clear the date.",
    ),
    "form.review_missing": (
        "第2線・第3線の評価の「{column}」がありません。記入してください。",
        '"{column}" is missing for the review by line 2 or 3. Fill it in.',
    ),
    "form.review_line": (
        "評価した部門は「2」（第2線）又は「3」（第3線）で入力してください（現在の値：「{found}」）。",
        'Enter the reviewing line as 2 or 3 (found "{found}").',
    ),
    "form.required_missing": (
        "「{label}」が空欄です。表紙の必須の欄です。記入してください。",
        '"{label}" is empty. It is required on the cover; fill it in.',
    ),
    "form.override_pair": (
        "自機関の判断によるリスクプロファイルには、「低・中・高」のいずれかと理由の両方が必要です。",
        "A risk profile by the institution's own decision needs both a value (low, medium or high) and a reason.",
    ),
    "form.flag_reason_alone": (
        "理由がありますが、「はい」「いいえ」が選択されていません。いずれかを選択するか、理由を削除してください。",
        'There is a reason, but neither "Yes" nor "No" is chosen. Choose one, or clear the reason.',
    ),
    "form.bad_id": (
        "機関ID「{found}」は使用できません。半角の英数字と「.」「_」「-」を用い、英数字で始まる64字以内で入力してください。",
        '"{found}" is not a valid institution ID. Use up to 64 letters, digits, ".", "_" and "-", starting with a letter or digit.',
    ),
    "form.conflict": (
        "「{what}」の記載が他の回答票（{other}：「{value}」）と一致しません（この回答票では「{found}」）。いずれかに統一してください。",
        'The entry for "{what}" differs from another form ({other}: "{value}"); here it is "{found}". Make them match.',
    ),
    "form.different_forms": (
        "他の回答票（{other}）とは点検票又は実施回が異なります。同じ依頼の回答票だけを一緒に読み込んでください。",
        "This form and {other} are for different checklists or campaigns. Read only forms of the same request together.",
    ),
    "form.twice_given": (
        "同じファイルが2回指定されています。",
        "This file is specified twice.",
    ),
    "form.merge.conflicts": (
        "回答票と{path}の値の不一致：{count}件。書き込んでいません。値を統一するか、`--take form`（すべて回答票の値）又は`--take file`（すべてファイルの値）を付けて再実行してください。",
        "Conflicts between the form and {path}: {count}. Nothing was written. Make the values agree, or resolve all of them with `--take form` or `--take file`.",
    ),
    "form.merge.conflict": (
        "回答票：{form} ／ ファイル：{file}（{there}）",
        "form: {form} | file: {file} ({there})",
    ),
    "form.merge.conflict_gone": (
        "回答票：{form} ／ ファイル：値なし（{there}）",
        "form: {form} | file: no value ({there})",
    ),
    "form.merge.other_institution": (
        "このファイルは{file_name}（{file_id}）の回答ですが、回答票は{form_name}（{form_id}）のものです。ファイルは変更していません。別の出力先を指定するか、上書きする場合は--replaceを付けてください（元のファイルは末尾に.bakを付けた名前で残ります）。",
        "This file holds the answers of {file_name} ({file_id}); the form is from {form_name} ({form_id}). The file was not changed. Specify another file, or add --replace to overwrite it; the existing file is then kept beside it with .bak added to its name.",
    ),
    "form.merge.other_checklist": (
        "このファイルは点検票{file}への回答ですが、回答票は{form}のものです。ファイルは変更していません。別の出力先を指定するか、上書きする場合は--replaceを付けてください（元のファイルは末尾に.bakを付けた名前で残ります）。",
        "This file holds answers to checklist {file}; the form is for {form}. The file was not changed. Specify another file, or add --replace to overwrite it; the existing file is then kept beside it with .bak added to its name.",
    ),
    "form.merge.fields.taken": (
        "回答票から反映した項目（{count}件）：{fields}",
        "Taken from the form ({count}): {fields}",
    ),
    "form.merge.fields.kept": (
        "ファイルでの変更を残した項目（{count}件）：{fields}",
        "Kept as changed in the file ({count}): {fields}",
    ),
    "form.merge.fields.emptied": (
        "発行時には記入があり、現在は空欄の項目（ファイルからは削除していません。{count}件）：{fields}",
        "Filled when the form was issued and now empty; nothing was deleted from the file ({count}): {fields}",
    ),
    "form.merge.fields.conflicts": (
        "`--take {side}`により解消した不一致（{count}件）：{fields}",
        "Conflicts resolved by `--take {side}` ({count}): {fields}",
    ),
    "form.merge.superseded": (
        "この回答票の発行後に設問が変更された対応事項があるため、反映した回答のうち{count}件を「確認待ち」としました：{practices}",
        "Questions were changed after this form was issued, so {count} of the answers taken from it {count:awaits|await} confirmation: {practices}",
    ),
    "form.merge.more": (
        "{fields}ほか{count}件",
        "{fields} and {count} more",
    ),
    "form.merge.done": (
        "回答票を{path}に反映しました。",
        "Merged the form into {path}.",
    ),
    "form.merge.unchanged": (
        "{path}に変更はありません。",
        "No changes to {path}.",
    ),
    "form.take_and_replace": (
        "--takeは回答票を既存のファイルに反映するときの不一致を解消するもので、--replaceは反映せずに上書きします。いずれか一方を指定してください。",
        "--take resolves conflicts when a form is merged into a file; --replace does not merge. Specify one of them.",
    ),
    "form.blank_fields": (
        "表紙の空欄：{labels}。空欄のまま受け付けました。",
        "Empty on the cover: {labels}. Accepted as they are.",
    ),
    "form.unanswered": (
        "未回答が{count}件あります（最初は{first}）。",
        "{count} unanswered (first: {first}).",
    ),
    "form.read_done": (
        "{count}件の回答を{path}に出力しました。",
        "Wrote {count} {count:answer|answers} to {path}.",
    ),
    "form.answers_unasked": (
        "この実施回で尋ねない対応事項の回答{count}件は、回答票に記入していません（回答ファイルには残ります）。",
        "{count} {count:answer is|answers are} not in the form, as the campaign does not ask for {count:it|them} (unchanged in the answers file).",
    ),
    "form.new_done": (
        "回答票を作成しました：{path}（{count}項目）",
        "Created the form: {path} ({count} {count:practice|practices})",
    ),
    "form.returned_done": (
        "修正が必要な欄を示した回答票を出力しました：{path}",
        "Wrote the form with the cells to correct highlighted: {path}",
    ),
    "form.cannot_return": (
        "このファイルでは修正箇所を示せません。一覧だけを送付者に伝えてください。",
        "The cells to correct cannot be highlighted in this file. Pass the list on to the sender.",
    ),
    "form.return_many": (
        "--returnは、回答票が1つのときだけ使用できます。",
        "--return works with a single form only.",
    ),
    "form.returned.title": (
        "修正をお願いする点（{count}件）",
        "To correct ({count})",
    ),
    "form.returned.how": (
        "下記の欄を修正し、このシートはそのままで保存して、再度ご提出ください。場所をクリックするとその欄に移動します。赤い欄が修正をお願いする欄です。",
        "Correct the cells below, leave this sheet as it is, save, and submit the form again. Click a location to go there. The cells are highlighted in red.",
    ),
    "form.returned.place": (
        "場所",
        "Location",
    ),
    "form.returned.what": (
        "修正内容",
        "What to do",
    ),
    "form.returned.number": (
        "番号",
        "No.",
    ),
    "form.split_unknown": (
        "--splitに指定できるのはownerです（現在の値：「{value}」）。",
        '--split only takes owner (found "{value}").',
    ),
    "form.level_ends": (
        "{first}から{last}まで",
        "from {first} to {last}",
    ),
    "form.returned.at": (
        "シート「{sheet}」の{cell}",
        'Sheet "{sheet}", {cell}',
    ),
    "form.returned.at_sheet": (
        "シート「{sheet}」",
        'Sheet "{sheet}"',
    ),
}
