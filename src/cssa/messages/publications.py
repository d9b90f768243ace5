"""Messages: publishing a campaign, and what was published."""

MESSAGES = {
    "batch.publish.never_run": (
        "`cssa batch run`の結果がありません。先に`cssa batch run PATH… -o OUT`を実行し、結果を確認してから公表してください。",
        "There is no result of `cssa batch run` here. Run `cssa batch run PATH… -o OUT` first, check its output, then publish.",
    ),
    "batch.publish.run_again": (
        "最後の実行が完了していないか、その後にプログラムの版や使用するデータが変わっています。`cssa batch run`をもう一度実行してから、このコマンドを実行し直してください。",
        "The last run did not finish, or the program's version or the data it uses has changed since. Run `cssa batch run` again, then repeat this command.",
    ),
    "batch.publish.review_waiting": (
        "private/のreview.xlsx又はnotes.xlsxに、まだ読み取っていない記入があります。`cssa batch run`をもう一度実行してから、このコマンドを実行し直してください。",
        "review.xlsx or notes.xlsx in private/ has entries that have not been read yet. Run `cssa batch run` again, then repeat this command.",
    ),
    "batch.publish.nothing": (
        "受け付けた回答がないため、公表するものがありません。",
        "No answers have been accepted, so there is nothing to publish.",
    ),
    "batch.publish.already": (
        "{on}に公表済みです（承認：{approved_by}）。公表した値は確定しており、再計算しません。後から届いた回答票や訂正は`cssa batch run`で還元資料に反映できます。公表した値に誤りがあれば`--withdraw`で取り下げてください。",
        "Published on {on} (approved by {approved_by}). The published figures are final and are not recomputed. For late forms and corrections, `cssa batch run` produces feedback reports; withdraw a wrong published figure with `--withdraw`.",
    ),
    "batch.publish.not_published": (
        "まだ公表していないため、取り下げる値がありません。",
        "Nothing has been published here, so there is nothing to withdraw.",
    ),
    "batch.publish.too_early.cut_off": (
        "集計の締切は{last_day}です。公表日（--on {on}）は、それより後の日にしてください。",
        "The campaign's cut-off is {last_day}. Publish on a later date (--on is {on}).",
    ),
    "batch.publish.too_early.deadline": (
        "提出期限は{last_day}です。公表日（--on {on}）は、それより後の日にしてください。",
        "The campaign's deadline is {last_day}. Publish on a later date (--on is {on}).",
    ),
    "batch.publish.future": (
        "--onの日付（{on}）が今日（{today}）より後です。その日以後に実行してください。",
        "The date specified with --on ({on}) is later than today ({today}). Run this on that date or later.",
    ),
    "batch.publish.before_edition": (
        "取り下げる日（--on {on}）が公表日（{published}）より前です。公表日以後の日を指定してください。",
        "The date of withdrawal (--on {on}) is before the date of publication ({published}). Specify that date or a later one.",
    ),
    "batch.publish.not_a_line": (
        "{name}には、空でない1行の文字列を指定してください。",
        "{name} must be text on one line; it cannot be blank.",
    ),
    "batch.publish.reason_alone": (
        "--reasonは--withdrawと併せて使用します。",
        "--reason requires --withdraw.",
    ),
    "batch.publish.reason_missing": (
        "--withdrawには--reasonが必要です。",
        "--withdraw requires --reason.",
    ),
    "batch.publish.withdraw_alone": (
        "--withdrawは指定した値を取り下げるだけです。{names}は指定できません。",
        "--withdraw only withdraws the figure specified. Omit {names}.",
    ),
    "batch.publish.interrupted": (
        "中断した公表があり、先に完了する必要があります。次を実行してください（「--previous OUT」とある場合、OUTは前回の結果のフォルダーに置き換えます）：`{command}`",
        "An interrupted publication must be completed first. Run the following; where it says `--previous OUT`, put the folder of the previous campaign in place of OUT: `{command}`",
    ),
    "batch.publish.feedback_left": (
        "公表（又は取下げ）は完了しましたが、還元資料を作成できませんでした。最後の実行の後に、プログラムの版や使用するデータが変わっています。`cssa batch run`をもう一度実行してください。",
        "The publication or withdrawal is complete, but the feedback reports could not be produced: the program's version or the data it uses has changed since the last run. Run `cssa batch run` again.",
    ),
    "batch.publish.previous_unpublished": (
        "前回の結果が公表されていません。公表済みの結果のフォルダーを指定するか、--previousを省略してください。",
        "The previous campaign was not published. Specify the folder of a published one, or omit --previous.",
    ),
    "batch.publish.previous_same": (
        "今回と同じ実施回（{campaign}）です。前回のフォルダーを指定してください。",
        "This is the same campaign ({campaign}). Specify the folder of the previous one.",
    ),
    "batch.publish.previous_later": (
        "{then}に公表されたもので、今回より前ではありません。前回のフォルダーを指定してください。",
        "The previous campaign was published on {then}, which is not earlier than this publication. Specify the folder of the previous campaign.",
    ),
    "batch.publish.other_rule.min_group": (
        "前回は--min-group {then}で公表されました（今回は{now}）。変化は同じ規則でのみ公表できます。同じ値にするか、--previousを省略してください。",
        "The previous campaign was published with --min-group {then} (this run: {now}). Changes can be published under the same rules only: use the same value, or omit --previous.",
    ),
    "batch.publish.other_rule.coalition": (
        "前回は--coalition {then}で公表されました（今回は{now}）。変化は同じ規則でのみ公表できます。同じ値にするか、--previousを省略してください。",
        "The previous campaign was published with --coalition {then} (this run: {now}). Changes can be published under the same rules only: use the same value, or omit --previous.",
    ),
    "batch.publish.other_rule.second": (
        "前回は--second {then}で公表されました（今回は{now}）。変化は同じ規則でのみ公表できます。同じ値にするか、--previousを省略してください。",
        "The previous campaign was published with --second {then} (this run: {now}). Changes can be published under the same rules only: use the same value, or omit --previous.",
    ),
    "batch.publish.other_rule.coverage_floor": (
        "前回は回答率の下限（coverage_floor）を{then}として公表されました（今回は{now}）。変化は同じ規則でのみ公表できます。実施回のファイルで同じ値にして`cssa batch run`からやり直すか、--previousを省略してください。",
        "The previous campaign was published with a coverage_floor of {then} (this run: {now}). Changes can be published under the same rules only: set the same value in the campaign file and run `cssa batch run` again, or omit --previous.",
    ),
    "batch.publish.other_rule.groups": (
        "前回は業態グループ、業態又は規模の区切りが今と異なります。変化は同じ集計区分でのみ公表できます。--previousを省略してください。",
        "The previous campaign was published with other industry groups, sub-sectors or size bands than those in use now. Changes can be published for the same groups only: omit --previous.",
    ),
    "batch.published.interrupted": (
        "公表が中断しています。先に次を実行して完了してください（「--previous OUT」とある場合、OUTは前回の結果のフォルダーに置き換えます）：`{command}`",
        "Publishing was interrupted. Complete it first by running the following; where it says `--previous OUT`, put the folder of the previous campaign in place of OUT: `{command}`",
    ),
    "batch.published.unreadable": (
        "公表の記録として読み取れません。バックアップから復元してください。",
        "The record of the publication cannot be read. Restore the file from a backup.",
    ),
    "batch.published.record_missing": (
        "公表したファイル（{file}）がありますが、公表の記録がありません。バックアップから復元してください。記録がなければ、実行も公表もできません。",
        "There is a file of a published edition ({file}), but the publication record is missing. Restore it from a backup: without it, nothing can be run or published here.",
    ),
    "batch.published.altered": (
        "公表した後に変更されたか、失われています。控え（{copy}）をコピーして元に戻してください。",
        "The file was changed or removed after publication. Restore it by copying {copy}.",
    ),
    "batch.published.staged_lost": (
        "公表する{file}の控えが変更されたか、失われています。バックアップから復元してください。",
        "The saved copy of {file}, which is to be published, was changed or removed. Restore it from a backup.",
    ),
    "batch.published.other_option": (
        "公表した値は{name} {published}によるもので、今回（{given}）と異なります。{name}に公表時と同じものを指定するか（公表時に省略していれば省略）、別のフォルダーを指定してください。",
        "The figures were published with {name} {published}; this run uses {given}. Specify {name} as for the publication (omit it if it was omitted then), or use another folder.",
    ),
    "batch.other_campaign_there": (
        "このフォルダーには実施回{there}の結果があります（今回は{given}）。実施回ごとに別のフォルダーを指定してください。",
        "This folder holds the results of campaign {there}; this run is for campaign {given}. Specify a folder of its own for each campaign.",
    ),
    "batch.published.other_tiers": (
        "公表した値は、{published}を対象としたもので、今回の指定（{given}）と異なります。公表時のcampaign.yamlを指定してください（公表時に省略していれば省略）。",
        "The figures were published for these tiers: {published}. This run is for: {given}. Specify the campaign.yaml of the publication (omit it if it was omitted then).",
    ),
    "batch.published.other_campaign": (
        "このフォルダーには実施回{published}の公表済みの結果があります（今回は{given}）。別のフォルダーを指定してください。",
        "This folder holds the published results of campaign {published}; this run is for campaign {given}. Specify another folder.",
    ),
}
