"""Messages of the chapter of good practices and common problems, and of the list it is made from."""

MESSAGES = {
    "book.notes.title": (
        "好事例と共通する課題の選定",
        "Selecting good practices and common problems",
    ),
    "book.notes.sheet": (
        "補足・理由など",
        "Notes and reasons",
    ),
    "book.notes.how": (
        "好事例又は共通する課題として紹介するものを選び、公表する文を実施主体の言葉で記入して保存すると、次の実行で読み取り、公表の際に掲載します。同じ対応事項の同じ課題であれば、公表する文はいずれか1行に記入します。機関が分かる文は掲載できません。灰色の行の記載は、現在の回答にはありません。",
        "Choose what is to be presented as a good practice or a common problem, enter the wording to be published in your own words, and save; the next run reads it, and publication includes it. For one problem of a practice that several rows describe, enter the wording in one of them. Wordings that identify an institution are refused. The texts of grey rows are no longer part of the answers.",
    ),
    "book.notes.kind": (
        "種類",
        "Kind",
    ),
    "book.notes.text": (
        "機関の記載",
        "Text of the institution",
    ),
    "book.notes.mark": (
        "選定",
        "Selected as",
    ),
    "book.notes.wording": (
        "公表する文（実施主体の言葉で記入）",
        "Wording to be published (in your own words)",
    ),
    "book.notes.kind.note": (
        "補足",
        "Note",
    ),
    "book.notes.kind.reason": (
        "理由",
        "Reason",
    ),
    "book.notes.kind.answer": (
        "文章の回答",
        "Written answer",
    ),
    "book.notes.kind.reply": (
        "照会への返答",
        "Reply to a query",
    ),
    "book.notes.mark.good_practice": (
        "好事例",
        "Good practice",
    ),
    "book.notes.mark.common_problem": (
        "共通する課題",
        "Common problem",
    ),
    "book.not_notes": (
        "「好事例と共通する課題の選定」のブックではありません。`cssa batch run`が書き出したnotes.xlsxに戻すか、このファイルをフォルダーの外に移してください。",
        "This is not a workbook for selecting good practices and common problems. Restore the notes.xlsx written by `cssa batch run`, or move this file out of the folder.",
    ),
    "book.notes_wording_alone": (
        "公表する文がありますが、選定がありません。次のいずれかを選ぶか、公表する文を削除してください：{kinds}。",
        "There is a wording to be published, but nothing is selected. Choose one of the following, or clear the wording: {kinds}.",
    ),
    "book.notes_twice": (
        "{other}と同じ記載についての行です。いずれか一方の記入だけを残し、もう一方の記入は削除してください。ブックの複製であれば、フォルダーの外に移してください。",
        "The row is about the same text as {other}. Keep the entries of one of the two rows and clear those of the other; if the workbook is a copy, move it out of the folder.",
    ),
    "batch.chapter.name": (
        "公表する文に、機関（{institution}）の名称「{found}」が含まれています。機関が分からない文にしてください。",
        'The wording to be published contains the name of an institution ({institution}), "{found}". Reword it so that no institution can be recognised.',
    ),
    "batch.chapter.id": (
        "公表する文に、機関ID「{found}」が含まれています。機関が分からない文にしてください。",
        'The wording to be published contains the ID of an institution, "{found}". Reword it so that no institution can be recognised.',
    ),
    "batch.chapter.email": (
        "公表する文に、機関（{institution}）のメールアドレスのドメイン「{found}」が含まれています。機関が分からない文にしてください。",
        'The wording to be published contains the e-mail domain of an institution ({institution}), "{found}". Reword it so that no institution can be recognised.',
    ),
    "batch.chapter.contact": (
        "公表する文に、名簿で機関（{institution}）だけにある担当窓口「{found}」が含まれています。機関が分からない文にしてください。",
        'The wording to be published contains the contact of an institution ({institution}), "{found}", which no other institution on the roster has. Reword it so that no institution can be recognised.',
    ),
    "batch.chapter.undecided": (
        "{practice}の「{kind}」には、公表する文が2種類以上記入されています。この行の記載がどれに当たるかを示すため、その文をこの行にも記入してください。",
        "More than one wording is entered for {practice} ({kind}). To say which of them this row belongs to, enter that wording in this row as well.",
    ),
    "batch.chapter.no_entry": (
        "公表した「好事例と共通する課題」に、{found}についての記載はありません。取り下げることができるのは、次の対応事項についての記載です：{known}。",
        "The published good practices and common problems have no entry about {found}. Entries that can be withdrawn are about: {known}.",
    ),
    "batch.chapter.nothing_to_withdraw": (
        "公表中の「好事例と共通する課題」の記載がないため、取り下げるものはありません。",
        "No good practices or common problems are published, so there is nothing to withdraw.",
    ),
    "batch.summary.chapter": (
        "公表の際に掲載するもの：好事例 {good}件、共通する課題 {problems}件",
        "To be included when published: {good} good {good:practice|practices}, {problems} common {problems:problem|problems}",
    ),
    "batch.summary.chapter_waiting": (
        "選定したもののうち、公表する文の記入がないため掲載しないもの {count}件。notes.xlsxに記入してください",
        "{count} selected without a wording to be published, and not included: enter the wording in notes.xlsx",
    ),
    "batch.summary.chapter_replaced": (
        "公表する文のうち、選定した記載が現在の回答にないため掲載しないもの {count}件。notes.xlsxの灰色の行を確認してください",
        "{count} {count:wording|wordings} not included, since the selected texts are no longer part of the answers: see the grey rows of notes.xlsx",
    ),
    "batch.summary.chapter_later": (
        "公表した後に記入されたため掲載しない、好事例と共通する課題 {count}件",
        "{count} good {count:practice or common problem|practices or common problems} entered after the publication, and not included",
    ),
    "batch.summary.notes": (
        "{path}  好事例と共通する課題の選定",
        "{path}  notes and reasons, to select good practices and common problems",
    ),
    "batch.summary.segments": (
        "{path}  財務局、提出経路などの区分ごとの値（公表不可）",
        "{path}  figures by bureau, route and other segments; not for publication",
    ),
    "batch.summary.years": (
        "{path}  継続機関の推移（公表不可）",
        "{path}  continuing institutions over the years; not for publication",
    ),
    "batch.summary.good_practices": (
        "{path}  好事例と共通する課題（{count}件）",
        "{path}  good practices and common problems ({count})",
    ),
    "batch.summary.withdrawn_entries": (
        "{on}に、好事例と共通する課題から{count}件を取り下げました：",
        "Withdrawn on {on} from the good practices and common problems: {count}",
    ),
    "chapter.note": (
        "実施主体が、各機関の回答票の補足、理由などから選び、実施主体の言葉でまとめたものです。個別の機関を示すものではなく、検査・考査・監督上の評価や判断でもありません。機関数は、選定した記載が{least}機関以上からのものであるときに限り示します。同じ課題のある機関は、ほかにもあり得ます。",
        "Selected by the issuer from what the institutions wrote, such as notes and reasons in the forms, and put into the issuer's own words. No individual institution is meant, and nothing here is an inspection, examination or supervisory assessment or decision. A number of institutions is given only where the texts selected come from {least} or more; others may have the same problem.",
    ),
    "chapter.good_practice": (
        "好事例",
        "Good practice",
    ),
    "chapter.common_problem": (
        "共通する課題",
        "Common problem",
    ),
    "chapter.institutions": (
        "{count}機関",
        "{count} {count:institution|institutions}",
    ),
    "chapter.withdrawn": (
        "掲載したものは、すべて取り下げました。",
        "Everything that was published here has been withdrawn.",
    ),
    "aggregate.h.chapter": (
        "好事例と共通する課題",
        "Good practices and common problems",
    ),
    "report.h.chapter": (
        "好事例と共通する課題",
        "Good practices and common problems",
    ),
}
