"""The sheet that explains each level of each scale."""

from cssa.excel.form_styles import FormStyles
from cssa.excel.row_height import row_height
from cssa.excel.sheet import page_text
from cssa.excel.sheet_writer import SheetWriter
from cssa.forms.form_request import FormRequest
from cssa.messages import Lang, message
from cssa.scheme.level_wording import LevelWording

_TITLE_WIDTH = 20
_WORDS_WIDTH = 27


def _words(scales: LevelWording, scale_id: str, level: int, lang: Lang) -> str:
    """Return what a level means on a scale, and what shows that it is not reached yet."""
    words = scales.words(scale_id, level).get(lang)
    limit = scales.not_yet_if(scale_id, level)
    if limit is None:
        return words
    return f"{words}\n{message(lang, 'show.not_yet_if', {'text': limit.get(lang)})}"


def write_guide(request: FormRequest, styles: FormStyles, writer: SheetWriter) -> None:
    """Write the explanations of the scales that the form uses.

    Args:
        request: the form.
        styles: its formats.
        writer: the sheet.
    """
    lang, scales, sheet = request.lang, request.scales, writer.sheet
    used = {
        item.practice.scale
        for _, items in request.practices_by_domain
        for item in items
        if item.practice.scale
    }
    writer.write(0, 0, message(lang, "form.guide_title"), styles["title"])
    sheet.set_row(0, 26)
    sheet.set_column(0, 0, _TITLE_WIDTH)
    sheet.set_column(1, len(scales.levels), _WORDS_WIDTH)
    writer.write(2, 0, message(lang, "form.guide_kind"), styles["heading.shown"])
    for column, named in enumerate(scales.levels, start=1):
        text = f"{named.level} {named.name.get(lang)}"
        writer.write(2, column, text, styles["heading.answer"])
    row = 3
    kinds = [(scale.title.get(lang), scale.id) for scale in scales.scales if scale.id in used]
    for title, scale_id in kinds or [("", "")]:
        words = [_words(scales, scale_id, named.level, lang) for named in scales.levels]
        writer.write(row, 0, title, styles["required"])
        for column, text in enumerate(words, start=1):
            writer.write(row, column, text, styles["shown"])
        sheet.set_row(
            row, row_height([(title, _TITLE_WIDTH), *((text, _WORDS_WIDTH) for text in words)])
        )
        row += 1
    row += 1
    if scales.rules:
        writer.write(row, 0, message(lang, "form.rules"), styles["heading"])
    for rule in scales.rules:
        row += 1
        text = message(lang, "form.rule", {"rule": rule.get(lang)})
        writer.write(row, 0, text, styles["subtitle"])
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    sheet.set_footer(f"&L{page_text(request.handling)}&R&P / &N")
