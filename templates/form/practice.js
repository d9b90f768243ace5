// One practice: what is asked, and the fields of its answer.

import { isAnswered, isAsked, isInScope, rowsOf, statusOf } from "./asking.js";
import { problemsOf } from "./checks.js";
import { contradictionsOf } from "./contradictions.js";
import { clean, isBlank, KINDS } from "./entries.js";
import { el, field, selectOf, unseen } from "./dom.js";

const ADVICE = ["guidance", "why", "pitfalls", "evidence", "improve"];
const MAX = 30000;

export class PracticeCard {
  constructor(app, practice, { heading = "h2", withPlace = true } = {}) {
    this.app = app;
    this.practice = practice;
    this.heading = heading;
    this.withPlace = withPlace;
    this.id = practice.id;
  }

  get entered() {
    return this.app.state.answers[this.id];
  }

  name(part) {
    return `f-${this.id}-${part}`;
  }

  // a choice changes what else is shown, a text does not
  choose(change) {
    this.app.change(this.id, change, { redraw: true });
  }

  type(change) {
    this.app.change(this.id, change, { redraw: false });
  }

  render() {
    const { app, practice } = this;
    const { t, x } = app;
    const problems = this.found();
    this.problems = problems;
    const marks = app.marks.filter((mark) => mark.practice === this.id);
    return el(
      "article",
      { class: "practice", id: `p-${this.id}`, "aria-labelledby": this.name("title") },
      this.withPlace ? el("p", { class: "place" }, app.words.placeOf(practice)) : null,
      ...(practice.intros ?? []).map((text) => el("p", { class: "intro" }, x(text))),
      el(
        this.heading,
        { id: this.name("title"), tabindex: "-1" },
        el("span", { class: "number" }, practice.number),
        " ",
        x(practice.title),
        " ",
        el("span", { class: "tag" }, x(practice.tierTitle)),
        this.status(),
      ),
      marks.length
        ? el(
            "div",
            { class: "marks" },
            el("p", {}, el("strong", {}, t("page.marks.here"))),
            el("ul", {}, ...marks.map((mark) => el("li", {}, x(mark.text)))),
          )
        : null,
      practice.question ? el("p", { class: "question" }, x(practice.question)) : null,
      practice.notes?.length
        ? el("ul", { class: "notes" }, ...practice.notes.map((text) => el("li", {}, x(text))))
        : null,
      this.scope(),
      this.advice(),
      this.inFull(() => this.points()),
      this.answer(),
      this.reason(),
      this.confirmation(),
      this.text("note", t("form.column.note"), { rows: 3 }),
      this.inFull(() => this.evidence()),
      this.inFull(() => this.unfolding("done", t("page.more.done"), () => this.work())),
      practice.treatable && !app.form.short
        ? this.unfolding("treatment", t("form.column.treatment.kind"), () => this.treatment())
        : null,
      this.unfolding("plan", t("page.more.plan"), () => this.plan()),
      this.reviews(),
      this.problemList(problems),
    );
  }

  found() {
    const { form, state } = this.app;
    return [
      ...problemsOf(this.practice, state, form),
      ...contradictionsOf(form, state, this.app.today(), this.id),
    ];
  }

  // while somebody types: what stands under the pointer stays where it is
  refresh() {
    const card = document.getElementById(`p-${this.id}`);
    if (!card) return;
    card.querySelector("h2 > .status, h3 > .status").replaceWith(this.status());
    const problems = this.found();
    card.querySelector(":scope > .problems").replaceWith(this.problemList(problems));
  }

  status() {
    const { app, practice } = this;
    const status = statusOf(practice, app.state, app.form);
    return el("span", { class: `status ${status}` }, app.t(`page.status.${status}`));
  }

  scope() {
    const { app, practice } = this;
    const { t, state, form } = app;
    if (!isInScope(practice, state, form)) {
      return el("p", { class: "aside" }, t("page.scope.out"));
    }
    const asked = isAsked(practice, state, form);
    return asked === false ? el("p", { class: "aside" }, t("page.scope.unasked")) : null;
  }

  advice() {
    const { app, practice } = this;
    const { t, x } = app;
    const given = ADVICE.filter((name) => practice[name]?.length || x(practice[name] ?? ""));
    if (!given.length) return null;
    const items = given.flatMap((name) => {
      const value = practice[name];
      const texts = Array.isArray(value) ? value.map(x) : [x(value)];
      const body = Array.isArray(value)
        ? el("ul", {}, ...texts.map((text) => el("li", {}, text)))
        : texts[0];
      return [el("dt", {}, t(`page.advice.${name}`)), el("dd", {}, body)];
    });
    const heading = given.map((name) => t(`page.advice.${name}`)).join(" / ");
    return this.unfolding("advice", heading, () => [el("dl", {}, ...items)], { hasContent: false });
  }

  // A short form asks for the answer, a note and a day.
  inFull(part) {
    return this.app.form.short ? null : part();
  }

  unfolding(name, label, content, { hasContent } = {}) {
    const id = this.name(name);
    const { unfolded } = this.app;
    const names = name === "done" ? ["done", "last_done", "performed_by", "by"] : [name];
    const isFilled = hasContent ?? names.some((key) => !isEmpty(this.entered[key]));
    const isWrong = this.problems.some((problem) => problem.field === name);
    const details = el("details", { id: `${id}-more`, open: unfolded.has(id) || isFilled || isWrong });
    details.append(el("summary", { id: `${id}-summary` }, label));
    const fill = () => {
      if (details.childElementCount === 1) details.append(el("div", {}, ...content()));
    };
    if (details.open) fill();
    details.addEventListener("toggle", () => {
      if (details.open) {
        unfolded.add(id);
        fill();
      } else unfolded.delete(id);
    });
    return details;
  }

  points() {
    const { app, practice, entered } = this;
    const { t, x } = app;
    const points = (practice.points ?? []).filter((point) => app.applies(point.appliesIf));
    if (!points.length) return null;
    const toggle = (id, isOn) =>
      this.choose((answer) => {
        const ticked = new Set(answer.points ?? []);
        if (isOn) ticked.add(id);
        else ticked.delete(id);
        answer.points = practice.points.map((point) => point.id).filter((key) => ticked.has(key));
      });
    return el(
      "fieldset",
      { class: "points", id: this.name("points") },
      el("legend", {}, t(practice.examples ? "page.points.examples" : "page.points")),
      ...points.map((point, at) =>
        el(
          "label",
          { class: "tick" },
          el("input", {
            type: "checkbox",
            id: this.name(`points-${at}`),
            checked: (entered.points ?? []).includes(point.id),
            onchange: (event) => toggle(point.id, event.target.checked),
          }),
          el(
            "span",
            {},
            point.required ? el("strong", {}, t("form.required_point")) : null,
            x(point.text),
          ),
        ),
      ),
    );
  }

  // --- the answer itself

  answer() {
    const { app, practice } = this;
    const { t } = app;
    const isList = practice.answer === "level" || practice.answer === "choice";
    const content = isList ? this.list() : [...this.parts(), ...this.dispositions(true)];
    return el(
      "fieldset",
      { class: "answer", id: this.name("answer") },
      el("legend", {}, t(practice.answer === "level" ? "page.answer.level" : "page.answer")),
      ...content,
      isAnswered(practice, this.entered, app.state) || this.hasValue()
        ? el(
            "button",
            {
              type: "button",
              class: "quiet",
              id: this.name("clear"),
              onclick: () => this.clear(),
            },
            t("page.answer.clear"),
          )
        : null,
    );
  }

  hasValue() {
    return KINDS.some((kind) => !isEmpty(this.entered[kind]));
  }

  clear() {
    this.choose((answer) => {
      for (const kind of [...KINDS, "reason"]) delete answer[kind];
    });
  }

  setValue(kind, value) {
    this.choose((answer) => {
      for (const other of KINDS) delete answer[other];
      if (kind !== "na" && kind !== "not_adopted") delete answer.reason;
      answer[kind] = value;
      delete answer.confirmed;
    });
  }

  list() {
    const { app, practice, entered } = this;
    const { t, x } = app;
    const rows =
      practice.answer === "level"
        ? app.words.levelsOf(practice).map((level) => ({
            code: `${level.level}`,
            isOn: entered.level === level.level,
            set: () => this.setValue("level", level.level),
            content: [
              el("span", { class: "level" }, `${level.level} ${x(level.name)}`),
              level.words ? el("span", { class: "words" }, x(level.words)) : null,
              level.notYet
                ? el("span", { class: "limit" }, t("show.not_yet_if", { text: x(level.notYet) }))
                : null,
            ],
          }))
        : practice.options.map((option, at) => ({
            code: `o${at}`,
            isOn: entered.choice === option.id,
            set: () => this.setValue("choice", option.id),
            content: [el("span", { class: "words" }, x(option.text))],
          }));
    return [...rows.map((row) => this.radio(row)), ...this.dispositions(false)];
  }

  radio({ code, isOn, set, content }) {
    return el(
      "label",
      { class: "radio" },
      el("input", {
        type: "radio",
        name: this.name("value"),
        id: this.name(`value-${code}`),
        checked: isOn,
        onchange: set,
      }),
      el("span", {}, ...content),
    );
  }

  dispositions(withAnswer) {
    const { app, practice, entered } = this;
    const { t } = app;
    const offered = ["na", "not_adopted"].filter((code) => practice[code] || entered[code]);
    if (!offered.length) return [];
    const rows = offered.map((code) => ({
      code,
      isOn: Boolean(entered[code]),
      set: () => this.setValue(code, true),
      content: [el("span", { class: "words" }, t(`form.disposition.${code}`))],
    }));
    if (withAnswer) {
      rows.unshift({
        code: "given",
        isOn: !offered.some((code) => entered[code]),
        set: () => this.choose((answer) => offered.forEach((code) => delete answer[code])),
        content: [el("span", { class: "words" }, t("page.answer.given"))],
      });
    }
    return rows.map((row) => this.radio(row));
  }

  parts() {
    const { app, practice, entered } = this;
    if (entered.na || entered.not_adopted) return [];
    switch (practice.answer) {
      case "choices":
        return this.ticks();
      case "rows":
        return this.rows();
      case "value":
        return [this.number("value", entered.value, app.t("page.answer.number"), (answer, text) => {
          answer.value = text;
        })];
      default:
        return [this.text("text", app.t("page.answer.text"), { rows: 5 })];
    }
  }

  ticks() {
    const { app, practice, entered } = this;
    const { t, x } = app;
    const marked = entered.choices ?? [];
    const toggle = (option, isOn) =>
      this.choose((answer) => {
        let ids = (answer.choices ?? []).filter((id) => id !== option.id);
        if (isOn) {
          const alone = new Set(practice.options.filter((o) => o.exclusive).map((o) => o.id));
          ids = option.exclusive ? [option.id] : [...ids.filter((id) => !alone.has(id)), option.id];
        }
        const order = practice.options.map((o) => o.id);
        ids.sort((a, b) => order.indexOf(a) - order.indexOf(b));
        delete answer.choices;
        if (ids.length) answer.choices = ids;
        delete answer.confirmed;
      });
    const boxes = practice.options.map((option, at) =>
      this.tick(`tick-${at}`, marked.includes(option.id), x(option.text), (isOn) =>
        toggle(option, isOn),
      ),
    );
    const none = this.tick(
      "tick-none",
      entered.choices !== undefined && !marked.length,
      t("form.none.none"),
      (isOn) => {
        if (isOn) this.setValue("choices", []);
        else this.clear();
      },
    );
    return [...boxes, none];
  }

  tick(name, checked, text, set) {
    const onchange = (event) => set(event.target.checked);
    const box = el("input", { type: "checkbox", id: this.name(name), checked, onchange });
    return el("label", { class: "tick" }, box, el("span", {}, text));
  }

  rows() {
    const { app, practice, entered } = this;
    const { t, x } = app;
    const rows = rowsOf(practice, app.state);
    if (!rows.length) {
      const list = app.form.cover
        .flatMap((section) => section.lines)
        .find((line) => line.key.startsWith(`lists.${practice.rowsFrom}/`));
      return [
        el("p", { class: "aside" }, t("page.rows.none")),
        list
          ? el("a", { href: "#cover", class: "button" }, t("page.rows.go"))
          : null,
      ];
    }
    const set = (answer, row, value) => {
      answer.rows = { ...answer.rows };
      if (isBlank(value)) delete answer.rows[row];
      else answer.rows[row] = value;
      if (!Object.keys(answer.rows).length) delete answer.rows;
      delete answer.confirmed;
    };
    return rows.map((row, at) => {
      const value = entered.rows?.[row.id] ?? "";
      if (practice.accepts === "number") {
        return this.number(`row-${at}`, value, x(row.text), (answer, text) =>
          set(answer, row.id, text),
        );
      }
      const options = practice.options.map((option) => [option.id, x(option.text)]);
      const choose = (id) => this.choose((answer) => set(answer, row.id, id));
      const select = selectOf(options, value, choose, t("page.select"));
      return field(this.name(`row-${at}`), x(row.text), select);
    });
  }

  number(name, value, label, set) {
    const { app, practice } = this;
    const unit = practice.unit ? app.t("page.unit", { unit: app.x(practice.unit) }) : "";
    const input = el("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      maxlength: 40,
      value: value ?? "",
      oninput: (event) => this.type((answer) => set(answer, clean(event.target.value))),
    });
    return field(this.name(name), label, input, { hint: unit });
  }

  // --- what stands beside an answer

  reason() {
    const { entered } = this;
    if (!entered.na && !entered.not_adopted) return null;
    return this.text("reason", this.app.t("form.column.reason"), { rows: 2, required: true });
  }

  confirmation() {
    const { app, entered } = this;
    if (entered.confirmed !== false) return null;
    const confirm = () =>
      this.choose((answer) => {
        delete answer.confirmed;
      });
    return el(
      "p",
      { class: "aside" },
      app.t("page.unconfirmed"),
      " ",
      el("button", { type: "button", id: this.name("confirm"), onclick: confirm }, app.t("page.confirm")),
    );
  }

  text(name, label, { rows, required, problem } = {}) {
    const input = el("textarea", {
      rows,
      maxlength: MAX,
      dir: "auto",
      oninput: (event) => {
        const text = clean(event.target.value);
        this.type((answer) => {
          answer[name] = text;
          if (name === "text") delete answer.confirmed;
        });
      },
    });
    input.value = this.entered[name] ?? "";
    return field(this.name(name), label, input, { required, problem });
  }

  line(group, name, label, type = "text") {
    const values = this.entered[group] ?? {};
    const set = (text) =>
      this.type((answer) => {
        answer[group] = { ...answer[group], [name]: text };
        if (isEmpty(answer[group])) delete answer[group];
      });
    return field(this.name(`${group}-${name}`), label, this.input(type, values[name], set));
  }

  input(type, value, set) {
    const attributes = { type, value: value ?? "", autocomplete: "off", maxlength: 1000 };
    if (type === "date") Object.assign(attributes, { min: "1950-01-01", max: "2100-12-31" });
    return el("input", {
      ...attributes,
      oninput: (event) => set(clean(event.target.value)),
    });
  }

  // One line as a rule; what another program wrote in several stays in several.
  lines(value, set) {
    const area = el("textarea", {
      class: "line",
      rows: 1,
      maxlength: MAX,
      dir: "auto",
      oninput: (event) => set(clean(event.target.value)),
    });
    area.value = value ?? "";
    return area;
  }

  own(name, label, type = "text") {
    const set = (text) =>
      this.type((answer) => {
        answer[name] = text;
      });
    return field(this.name(name), label, this.input(type, this.entered[name], set));
  }

  performer() {
    const { app, entered } = this;
    const options = app.form.performers.map((code) => [code, app.t(`performer.${code}`)]);
    const choose = (code) =>
      this.choose((answer) => {
        answer.performed_by = code;
        if (!code) delete answer.performed_by;
      });
    const select = selectOf(options, entered.performed_by ?? "", choose, app.t("page.select"));
    return field(this.name("performed_by"), app.t("form.column.performed_by"), select);
  }

  evidence() {
    const { app, entered } = this;
    const { t } = app;
    const items = entered.evidence?.length ? entered.evidence : [{}];
    const set = (at, name, text) =>
      this.type((answer) => {
        const list = (answer.evidence?.length ? answer.evidence : [{}]).map((item) => ({ ...item }));
        list[at] = { ...list[at], [name]: text };
        answer.evidence = list;
        if (list.every(isEmpty)) delete answer.evidence;
      });
    const rows = items.map((item, at) =>
      el(
        "div",
        { class: "pair" },
        field(
          this.name(`evidence-${at}-ref`),
          t("page.evidence.ref", { number: at + 1 }),
          this.lines(item.ref, (text) => set(at, "ref", text)),
        ),
        field(
          this.name(`evidence-${at}-date`),
          t("form.column.evidence_date"),
          this.input("date", item.date, (text) => set(at, "date", text)),
        ),
      ),
    );
    const add = () => {
      this.choose((answer) => {
        answer.evidence = [...(answer.evidence?.length ? answer.evidence : [{}]), {}];
      });
      document.getElementById(this.name(`evidence-${items.length}-ref`))?.focus();
    };
    return el(
      "fieldset",
      { class: "evidence", id: this.name("evidence") },
      el("legend", {}, t("form.column.evidence")),
      ...rows,
      el(
        "button",
        { type: "button", class: "quiet", id: this.name("evidence-add"), onclick: add },
        t("page.evidence.add"),
      ),
    );
  }

  work() {
    const { t } = this.app;
    const { practice } = this;
    const counts = practice.answer === "level"
      ? [
          el("p", { class: "hint" }, t("page.done.hint")),
          el(
            "div",
            { class: "pair" },
            this.line("done", "n", t("form.column.done.n")),
            this.line("done", "of", t("form.column.done.of")),
          ),
        ]
      : [];
    return [
      ...counts,
      el(
        "div",
        { class: "pair" },
        this.own("last_done", t("form.column.last_done"), "date"),
        this.performer(),
      ),
      this.own("by", t("form.column.by")),
    ];
  }

  treatment() {
    const { app } = this;
    const { t } = app;
    const value = this.entered.treatment?.kind ?? "";
    const options = ["accepted", "alternative"].map((code) => [code, t(`form.treatment.${code}`)]);
    const choose = (kind) =>
      this.choose((answer) => {
        answer.treatment = { ...answer.treatment, kind };
        if (isEmpty(answer.treatment)) delete answer.treatment;
      });
    return [
      el("p", { class: "hint" }, t("page.treatment.hint")),
      field(
        this.name("treatment-kind"),
        t("page.treatment.kind"),
        selectOf(options, value, choose, t("page.select")),
      ),
      this.area("treatment", "measure", t("form.column.treatment.measure")),
      this.line("treatment", "approved_by", t("form.column.treatment.approved_by")),
      el(
        "div",
        { class: "pair" },
        this.line("treatment", "approved_on", t("form.column.treatment.approved_on"), "date"),
        this.line("treatment", "review_by", t("form.column.treatment.review_by"), "date"),
      ),
    ];
  }

  area(group, name, label) {
    const input = el("textarea", {
      rows: 2,
      maxlength: MAX,
      dir: "auto",
      oninput: (event) => {
        const text = clean(event.target.value);
        this.type((answer) => {
          answer[group] = { ...answer[group], [name]: text };
          if (isEmpty(answer[group])) delete answer[group];
        });
      },
    });
    input.value = this.entered[group]?.[name] ?? "";
    return field(this.name(`${group}-${name}`), label, input);
  }

  plan() {
    const { t } = this.app;
    if (this.app.form.short) return [this.line("plan", "due", t("page.plan.due"), "date")];
    const options = ["open", "doing", "done", "dropped"].map((code) => [code, t(`form.plan.${code}`)]);
    const choose = (status) =>
      this.choose((answer) => {
        answer.plan = { ...answer.plan, status };
        if (isEmpty(answer.plan)) delete answer.plan;
      });
    return [
      el(
        "div",
        { class: "pair" },
        this.line("plan", "owner", t("page.plan.owner")),
        this.line("plan", "due", t("page.plan.due"), "date"),
      ),
      this.area("plan", "action", t("page.plan.action")),
      el(
        "div",
        { class: "pair" },
        field(
          this.name("plan-status"),
          t("page.plan.status"),
          selectOf(options, this.entered.plan?.status ?? "", choose, t("page.select")),
        ),
        this.line("plan", "budget", t("page.plan.budget")),
      ),
    ];
  }

  reviews() {
    const { app, entered } = this;
    if (!entered.review?.length) return null;
    return el(
      "div",
      { class: "reviews" },
      el("p", {}, app.t("page.reviews")),
      el(
        "ul",
        {},
        ...entered.review.map((item) =>
          el("li", {}, app.t("page.review", { ...item, note: item.note ?? "" })),
        ),
      ),
    );
  }

  problemList(problems) {
    if (!problems.length) return el("div", { class: "problems", "aria-live": "polite" });
    return el(
      "div",
      { class: "problems", "aria-live": "polite" },
      el(
        "ul",
        {},
        ...problems.map((problem) =>
          el(
            "li",
            { class: problem.isQuestion ? "query" : "wrong" },
            unseen(`${this.app.t(problem.isQuestion ? "page.query" : "page.wrong")} `),
            this.app.words.problemText(problem),
          ),
        ),
      ),
    );
  }
}

export function isEmpty(value) {
  if (value === undefined || value === null || value === false || value === "") return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  if (typeof value === "object") return Object.values(value).every(isEmpty);
  return isBlank(value);
}
