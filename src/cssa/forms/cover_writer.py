"""Writing the cover: institution, approval, profile, progress and instructions."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from xlsxwriter.workbook import Workbook

from cssa.answers.campaign import Campaign
from cssa.answers.submission import Institution
from cssa.checklist.disclaimer import source_disclaimer
from cssa.checklist.group_titles import group_titles
from cssa.checklist.tier_titles import asked_tier_titles
from cssa.checklist.use import use_lines
from cssa.excel.form_styles import WAITING, WRONG, FormStyles
from cssa.excel.row_height import row_height
from cssa.excel.sheet import page_text
from cssa.excel.sheet_writer import SheetWriter
from cssa.forms import cover_progress, layout
from cssa.forms.answer_sheet import AnswerSheet
from cssa.forms.cover_fields import cover_fields
from cssa.forms.dropdowns import DropdownLists
from cssa.forms.form_request import FormRequest
from cssa.forms.group_choice import stated_choices
from cssa.forms.issued import issued_text
from cssa.forms.labels import FLAGS, RISKS
from cssa.forms.layout import CoverField
from cssa.forms.own_rows import NameCells, counted_name
from cssa.messages import message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import in_language

_KEY, _LABEL, _VALUE, _REASON, _STATUS, _ISSUED = range(6)
_WIDTHS = (12, 50, 44, 46, 18, 12)
_HIDDEN = (_KEY, _ISSUED)
_STYLES = {"text": "text", "id": "text", "date": "date", "size": "size", "choice": "text"}
_FIRST_DAY = date(1900, 3, 1)
_HOW = ("1", "2", "3", "4", "5", "6")
_HOW_SHORT = ("short.1", "2", "short.2", "short.3", "5", "6")
_HOW_WITHOUT_LEVELS = ("1", "2_without_levels", "3", "5", "6")


class CoverWriter:
    """Writes the cover from top to bottom.

    Args:
        request: the form.
        styles: its formats.
        lists: the words of drop-downs.
        writer: the sheet.
        sheets: the answer sheets, for their progress.
        names_of_rows: the cells for names of rows.
    """

    def __init__(
        self,
        request: FormRequest,
        styles: FormStyles,
        lists: DropdownLists,
        writer: SheetWriter,
        sheets: Sequence[AnswerSheet],
        names_of_rows: NameCells,
    ) -> None:
        self._request = request
        self._styles = styles
        self._lists = lists
        self._writer = writer
        self._sheets = sheets
        self._names_of_rows = names_of_rows
        self._row = 0
        self._issued = issued_lines(request)

    def write(self, book: Workbook) -> None:
        """Fill the sheet.

        Args:
            book: takes the names by which formulas refer to its cells.
        """
        sheet = self._writer.sheet
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width, None, {"hidden": column in _HIDDEN})
        self._write_head()
        if self._request.number is not None:
            self._write_shown(self._message("form.issued_number"), self._request.number)
        self._write_delegate()
        self._write_campaign(self._request.campaign)
        self._write_progress()
        self._write_codes()
        self._write_institution()
        self._write_groups()
        self._write_flags()
        self._write_factors()
        self._write_names(book)
        self._write_how()
        self._set_up_page()

    def _message(self, code: str, **params: object) -> str:
        return message(self._request.lang, code, params)

    def _write_head(self) -> None:
        title = self._request.edition.checklist.title.get(self._request.lang)
        self._writer.write(0, _LABEL, title, self._styles["title"])
        self._writer.sheet.set_row(0, 28)
        self._row = 1
        for text in use_lines(self._request.edition.checklist, self._request.lang):
            self._write_paragraph(text, "soft")
        version = self._request.edition.checklist.version
        parts = [self._message("form.version", version=version)]
        if self._request.owner:
            owner = message(self._request.lang, f"owner.{self._request.owner}")
            parts.append(self._message("form.part", owner=owner))
        self._write_line("　".join(parts), "subtitle")
        if self._request.campaign and self._request.campaign.marking:
            self._write_line(self._request.handling, "warning")
        self._write_line(self._message("disclaimer.5"), "warning")

    def _write_delegate(self) -> None:
        """Write who is asked, and by when the form is to come back."""
        request = self._request
        delegate = request.delegate
        if delegate is None:
            return
        self._write_heading(self._message("form.delegate"))
        count = sum(len(items) for _, items in request.practices_by_domain)
        due = None if request.due is None else TYPOGRAPHY[request.lang].date(request.due)
        for code, text in (
            ("department", delegate.department),
            ("person", delegate.person),
            ("due", due),
            ("practices", self._message("form.delegate.count", count=count)),
        ):
            if text is not None:
                self._write_shown(self._message(f"form.delegate.{code}"), text)

    def _write_campaign(self, campaign: Campaign | None) -> None:
        if campaign is None:
            return
        lang = self._request.lang
        as_date = TYPOGRAPHY[lang].date
        self._write_heading(
            self._message("form.campaign", title=campaign.title.get(lang), id=campaign.id)
        )
        for code in ("issuer", "base_date", "deadline", "cut_off", "contact", "legal_basis"):
            value = getattr(campaign, code)
            if value is not None:
                text = as_date(value) if isinstance(value, date) else value.get(lang)
                self._write_shown(self._message(f"form.campaign.{code}"), text)
        tiers = asked_tier_titles(self._request.edition.checklist, campaign.tiers)
        if tiers is not None:
            text = str(in_language(tiers, lang, message))
            self._write_shown(self._message("form.campaign.tiers"), text)
        for term in campaign.handling.terms:
            text = str(in_language(term.value, lang, message))
            self._write_shown(self._message(term.label.code), text)

    def _write_progress(self) -> None:
        lang = self._request.lang
        self._write_heading(self._message("form.progress"))
        names = ("domain", "answered", "next", "missing")
        for column, name in enumerate(names, start=_LABEL):
            heading = self._message(f"form.progress.{name}")
            self._writer.write(self._row, column, heading, self._styles["heading.shown"])
        self._row += 1
        first = self._row
        for sheet in self._sheets:
            link = f"internal:'{sheet.writer.name}'!A1"
            title = sheet.title
            tip = self._message("form.progress.open")
            self._writer.sheet.write_url(self._row, _LABEL, link, self._styles["link"], title, tip)
            for column, (formula, value) in enumerate(
                cover_progress.domain_formulas(sheet, lang), start=_VALUE
            ):
                style = self._styles["status" if column == _STATUS else "shown"]
                self._writer.write_formula(self._row, column, formula, style, value)
            self._set_height([(title, _LABEL)])
            self._row += 1
        self._writer.write(
            self._row, _LABEL, self._message("form.progress.all"), self._styles["label"]
        )
        formula, value = cover_progress.total_formula(self._sheets)
        self._writer.write_formula(self._row, _VALUE, formula, self._styles["shown"], value)
        span = (first, _STATUS, self._row, _STATUS)
        rule = {"type": "no_blanks", "format": self._styles.fill(WRONG)}
        self._writer.sheet.conditional_format(*span, rule)
        self._row += 1

    def _write_codes(self) -> None:
        self._row += 1
        for column, code in (
            (_KEY, layout.COVER),
            (_VALUE, layout.VALUE),
            (_REASON, layout.REASON),
            (_ISSUED, layout.ISSUED),
        ):
            self._writer.write(self._row, column, code, self._styles["hidden"])
        self._writer.sheet.set_row(self._row, None, None, {"hidden": True})
        self._row += 1

    def _write_institution(self) -> None:
        self._write_heading(self._message("form.institution"))
        if self._request.number is None:
            self._write_line(self._message("form.institution_how"), "subtitle")
        else:
            self._write_paragraph(self._message("form.issued_to"), "soft")
        values = _cover_values(self._request)
        for field in (*layout.INSTITUTION, *layout.APPROVAL):
            self._write_field(field, values.get(field.key))

    def _write_field(self, field: CoverField, value: Any) -> None:
        labels = self._request.labels
        words = list(
            {
                "institution.sector": labels.sectors,
                "institution.licence": labels.licences,
            }.get(field.key, {}).values()
        )
        row = self._row
        is_locked = self._request.number is not None and field.key in layout.ISSUED_TO
        if field.key == "institution.size":
            self._write_size_hint()
        elif not is_locked:
            hint = self._message(f"{field.message}.hint")
            self._writer.write(row, _REASON, hint, self._styles["shown"])
        style = "shown" if is_locked else _STYLES[field.kind]
        self._write_entry(field.key, self._message(field.message), value, style, field=field)
        if is_locked:
            return
        if words:
            self._add_drop_down(row, words, strict=field.key == "institution.sector")
        elif field.kind == "date":
            rule = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
            error_message = self._message("form.check.date")
            self._add_rule(row, _VALUE, {**rule, "error_message": error_message})

    def _write_size_hint(self) -> None:
        """Show the measure of the chosen sub-sector beside its size."""
        sectors = self._request.sectors.sectors
        lang = self._request.lang
        names = self._lists.cells([sector.title.get(lang) for sector in sectors])
        measures = [
            self._message(
                "form.size_measure", measure=sector.measure.get(lang), sector=sector.title.get(lang)
            )
            for sector in sectors
        ]
        hints = self._lists.cells(measures)
        chosen = f"$C${self._row - 1}"  # the sub-sector, two lines above
        default = self._message("form.field.institution.size.hint")
        quoted = default.replace('"', '""')
        formula = f'=IFERROR(INDEX({hints},MATCH({chosen},{names},0)),"{quoted}")'
        submission = self._request.submission
        hint_by_sector = {sector.id: text for sector, text in zip(sectors, measures, strict=True)}
        value = (
            hint_by_sector.get(submission.institution.sector, default) if submission else default
        )
        self._writer.write_formula(self._row, _REASON, formula, self._styles["shown"], value)

    def _write_groups(self) -> None:
        """Ask which groups of practices are answered, unless the campaign says so."""
        lang, labels, request = self._request.lang, self._request.labels, self._request
        if not labels.groups:
            return
        self._write_heading(self._message("form.groups"))
        if request.asked_groups:
            titles = group_titles(request.edition.checklist, request.asked_groups)
            self._write_paragraph(self._message("form.groups_asked", groups=titles))
            return
        self._write_line(self._message("form.groups_how"), "subtitle")
        words = [labels.word("flag", code) for code in FLAGS]
        selected = request.submission.selected_groups if request.submission else ()
        choices = stated_choices(selected, request.group_ids)
        for group in labels.groups:
            value = None if group.id not in choices else words[0 if choices[group.id] else 1]
            row = self._row
            self._write_entry(
                f"{layout.GROUP_PREFIX}{group.id}", group.title.get(lang), value, "text"
            )
            self._add_drop_down(row, words)

    def _write_flags(self) -> None:
        lang, labels = self._request.lang, self._request.labels
        if not self._request.profile.flags:
            return
        self._write_heading(self._message("form.flags"))
        self._write_line(self._message("form.flags_how"), "subtitle")
        institution = self._prefilled_institution
        words = [labels.word("flag", code) for code in FLAGS]
        for number, flag in enumerate(self._request.profile.flags, start=1):
            stated = institution.profile.get(flag.id) if institution else None
            value = None if stated is None else words[0 if stated.value else 1]
            row = self._row
            reason = stated.reason if stated else None
            label = f"{number}. {flag.question.get(lang)}"
            self._write_entry(
                f"{layout.FLAG_PREFIX}{flag.id}", label, value, "text", reason=(reason,)
            )
            self._add_drop_down(row, words)

    def _write_factors(self) -> None:
        lang, labels = self._request.lang, self._request.labels
        if not self._request.profile.factors:
            return
        self._write_heading(self._message("form.factors"))
        self._write_line(self._message("form.factors_how"), "subtitle")
        institution = self._prefilled_institution
        for factor in self._request.profile.factors:
            stated = institution.risk.factors.get(factor.id) if institution else None
            words = [labels.factor(factor, level) for level in RISKS]
            row = self._row
            value = None if stated is None else labels.factor(factor, stated)
            self._write_entry(
                f"{layout.FACTOR_PREFIX}{factor.id}", factor.title.get(lang), value, "text"
            )
            self._set_height(
                [(factor.title.get(lang), _LABEL), *((word, _VALUE) for word in words)], row
            )
            self._add_drop_down(row, words)
        override = institution.risk.override if institution else None
        words = [message(lang, f"risk.{level}") for level in RISKS]
        row = self._row
        value = message(lang, f"risk.{override.level}") if override else None
        reason = override.reason if override else None
        self._write_entry(
            layout.OVERRIDE_KEY, self._message("form.override"), value, "text", reason=(reason,)
        )
        self._add_drop_down(row, words)

    def _write_names(self, book: Workbook) -> None:
        """Write the lines for the names of rows, and give their cells names."""
        lang = self._request.lang
        for number, (row_list, cells) in enumerate(self._names_of_rows.lists, start=1):
            self._write_heading(row_list.title.get(lang))
            self._write_paragraph(row_list.prompt.get(lang), "soft")
            self._write_paragraph(self._message("form.rows.how"), "soft")
            first = self._row
            for place, cell in enumerate(cells, start=1):
                label = self._message("form.rows.line", number=place)
                self._write_entry(cell.key, label, cell.name or None, "text")
                book.define_name(cell.defined, f"={self._writer.reference(self._row - 1, _VALUE)}")
            names = self._writer.range(first, self._row - 1, _VALUE)
            book.define_name(counted_name(number), f"={names}")

    @property
    def _prefilled_institution(self) -> Institution | None:
        return self._request.submission.institution if self._request.submission else None

    def _write_how(self) -> None:
        lang = self._request.lang
        self._write_heading(self._message("form.how"))
        checklist = self._request.edition.checklist
        has_levels = checklist.gives_levels
        steps: tuple[str, ...] = _HOW if has_levels else _HOW_WITHOUT_LEVELS
        if self._request.is_short:
            steps = _HOW_SHORT
        if checklist.consistency:
            steps = (*steps[:-1], "check", steps[-1])
        for number, step in enumerate(steps, start=1):
            self._write_paragraph(f"{number}. {self._message(f'form.how.{step}')}")
        rules = self._request.scales.rules if has_levels else ()
        if rules:
            self._write_heading(self._message("form.rules"))
        for rule in rules:
            self._write_paragraph(self._message("form.rule", rule=rule.get(lang)))
        self._write_heading(self._message("form.disclaimers"))
        self._write_paragraph(self._message("disclaimer.1"))
        self._write_paragraph(source_disclaimer(self._request.edition.checklist, lang))
        self._write_paragraph(self._message("disclaimer.3"))

    def _write_entry(
        self,
        key: str,
        label: str,
        value: Any,
        style: str,
        *,
        field: CoverField | None = None,
        reason: tuple[str | None] | None = None,
    ) -> None:
        """Write a line to fill in; ``reason`` is the content of its second cell, if any."""
        row, styles = self._row, self._styles
        required = field is not None and field.required
        self._writer.write(row, _KEY, key, styles["hidden"])
        issued = issued_text(key, self._issued.get(key, {}))
        self._writer.write(row, _ISSUED, issued, styles["hidden"])
        self._writer.write(row, _LABEL, label, styles["required" if required else "label"])
        self._writer.write(row, _VALUE, value, styles[style])
        texts = [(label, _LABEL), (str(value or ""), _VALUE)]
        if reason is not None:
            self._writer.write(row, _REASON, reason[0], styles["text"])
            texts.append((reason[0] or "", _REASON))
        elif field is not None:
            texts.append((self._message(f"{field.message}.hint"), _REASON))
        else:
            self._writer.write(row, _REASON, None, styles["closed"])
        if required:
            missing = self._message("form.required")
            formula = f'=IF(LEN(TRIM(C{row + 1}))=0,"{missing}","")'
            self._writer.write_formula(
                row, _STATUS, formula, styles["status"], "" if value else missing
            )
        rule = {"type": "blanks", "format": styles.fill(WAITING)}
        self._writer.sheet.conditional_format(row, _VALUE, row, _VALUE, rule)
        self._set_height(texts)
        self._row += 1

    def _add_drop_down(self, row: int, words: Sequence[str], *, strict: bool = True) -> None:
        rule = {"validate": "list", "source": self._lists.source(words), "show_error": strict}
        self._add_rule(row, _VALUE, {**rule, "error_message": self._message("form.check.list")})

    def _add_rule(self, row: int, column: int, rule: dict[str, Any]) -> None:
        title = {"error_title": self._message("form.check.title")}
        self._writer.sheet.data_validation(row, column, row, column, {**rule, **title})

    def _write_heading(self, text: str) -> None:
        self._row += 1
        for column in range(_LABEL, _STATUS + 1):
            value = text if column == _LABEL else None
            self._writer.write(self._row, column, value, self._styles["heading"])
        self._writer.sheet.set_row(self._row, 24)
        self._row += 1

    def _write_line(self, text: str, style: str) -> None:
        if style == "warning":
            self._write_paragraph(text, style)
            return
        self._writer.write(self._row, _LABEL, text, self._styles[style])
        self._row += 1

    def _write_paragraph(self, text: str, style: str = "base") -> None:
        """Write a text across all columns."""
        sheet = self._writer.sheet
        sheet.merge_range(self._row, _LABEL, self._row, _STATUS, "", self._styles[style])
        self._writer.write(self._row, _LABEL, text, self._styles[style])
        width = sum(_WIDTHS[_LABEL:_ISSUED])
        sheet.set_row(self._row, row_height([(text, width)], least=19))
        self._row += 1

    def _write_shown(self, label: str, text: str) -> None:
        self._writer.write(self._row, _LABEL, label, self._styles["label"])
        sheet = self._writer.sheet
        sheet.merge_range(self._row, _VALUE, self._row, _STATUS, "", self._styles["shown"])
        self._writer.write(self._row, _VALUE, text, self._styles["shown"])
        width = sum(_WIDTHS[_VALUE:_ISSUED])
        sheet.set_row(self._row, row_height([(text, width)], least=20))
        self._row += 1

    def _set_height(self, texts: Iterable[tuple[str, int]], row: int | None = None) -> None:
        sized = [(text, float(_WIDTHS[column])) for text, column in texts]
        height = row_height(sized, least=21)
        self._writer.sheet.set_row(self._row if row is None else row, height)

    def _set_up_page(self) -> None:
        sheet = self._writer.sheet
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_paper(9)
        sheet.set_portrait()
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        sheet.print_area(0, _LABEL, self._row, _STATUS)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{page_text(self._request.handling)}&R&P / &N")
        sheet.hide_gridlines(2)
        sheet.activate()


def _cover_values(request: FormRequest) -> dict[str, Any]:
    """Return what is prefilled on the cover, by key."""
    labels, submission = request.labels, request.submission
    if submission is None:
        return {"assessed_on": assessed_on(request)}
    institution = submission.institution
    licence = institution.licence
    return {
        "institution.id": institution.id,
        "institution.name": institution.name,
        "institution.sector": labels.sectors.get(institution.sector, institution.sector),
        "institution.licence": labels.licences.get(licence, licence) if licence else None,
        "institution.size": _size(institution.size),
        "assessed_on": assessed_on(request),
        "approval.respondent": submission.approval.respondent,
        "approval.second_line": submission.approval.second_line,
        "approval.reported_to_board": submission.approval.reported_to_board,
    }


def issued_lines(request: FormRequest) -> dict[str, dict[str, Any]]:
    """Return what is prefilled on the cover as reading it back gives it, by key."""
    issued = cover_fields(request.submission, request.group_ids) if request.submission else {}
    day = assessed_on(request)
    return {**issued, "assessed_on": {layout.VALUE: day} if day else {}}


def assessed_on(request: FormRequest) -> date | None:
    """Return the date to prefill: that of answers of the same campaign; None for others.

    A campaign's base date is none: it is the day that answers refer to, not that of the assessment.
    """
    submission, campaign = request.submission, request.campaign
    if submission is None or (campaign and submission.campaign != campaign.id):
        return None
    return submission.assessed_on


def _size(size: Decimal | None) -> int | str | None:
    if size is None:
        return None
    return int(size) if size == size.to_integral_value() else f"{size:f}"
