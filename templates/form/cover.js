// The cover: what the form is, and who answers.

import { clean, isBlank } from "./entries.js";
import { el, field, selectOf } from "./dom.js";

export class Cover {
  constructor(app) {
    this.app = app;
  }

  render() {
    const { form, t, x } = this.app;
    return el(
      "section",
      { class: "cover", "aria-labelledby": "cover-title" },
      el("h2", { id: "cover-title", tabindex: "-1" }, t("page.cover")),
      form.handlingMarked ? el("p", { class: "warning" }, x(form.handling)) : null,
      el("p", { class: "warning" }, x(form.disclaimers.restricted)),
      ...form.use.map((text) => el("p", {}, x(text))),
      this.facts(),
      el("h3", {}, t("form.how")),
      el("ol", { class: "how" }, ...form.how.map((code) => el("li", {}, t(code)))),
      this.begin("begin"),
      ...form.cover.map((section) => this.section(section)),
      this.rules(),
      el("h3", {}, t("form.disclaimers")),
      ...form.disclaimers.others.map((text) => el("p", { class: "small" }, x(text))),
      this.begin("begin-below"),
    );
  }

  begin(id) {
    const { form, t } = this.app;
    const href = `#p=${form.order[0]}`;
    return el("p", {}, el("a", { class: "button main", href, id }, t("page.begin")));
  }

  facts() {
    const { form, t, x } = this.app;
    const rows = [
      [t("page.fact.number"), form.issued ?? form.number],
      [t("page.fact.version"), form.version],
      ...form.campaign.map(([label, text]) => [x(label), x(text)]),
      ...(form.owner ? [[t("page.fact.owner"), x(form.owner)]] : []),
    ];
    return el(
      "dl",
      { class: "facts" },
      ...rows.map(([label, text]) => el("div", {}, el("dt", {}, label), el("dd", {}, text))),
    );
  }

  rules() {
    const { form, t, x } = this.app;
    if (!form.rules.length) return null;
    return el(
      "div",
      {},
      el("h3", {}, t("form.rules")),
      el("ul", {}, ...form.rules.map((rule) => el("li", {}, x(rule)))),
    );
  }

  section({ id, title, how, lines }) {
    const { t, x } = this.app;
    return el(
      "section",
      { class: "lines", "aria-labelledby": `cover-${id}` },
      el("h3", { id: `cover-${id}` }, x(title)),
      ...how.map((text) => el("p", { class: "hint" }, x(text))),
      ...lines.map((line) => this.line(line, t)),
    );
  }

  line(line, t) {
    const { app } = this;
    const { x, state } = app;
    const { value = "", reason = "" } = state.cover[line.key] ?? {};
    const marks = app.marks.filter((mark) => mark.line === line.key).map((mark) => x(mark.text));
    const id = `c-${line.key}`;
    const options = { hint: this.hint(line), required: line.required, problem: marks.join(" ") };
    const set = (text) => app.changeCover(line.key, { value: text });
    const main = field(id, x(line.label), this.input(line, value, set), options);
    if (!line.reason) return main;
    const ask = line.kind === "flag" ? value === "no" || !isBlank(reason) : true;
    if (!ask) return main;
    const area = el("textarea", {
      rows: 2,
      maxlength: 2000,
      dir: "auto",
      oninput: (event) => app.changeCover(line.key, { reason: clean(event.target.value) }),
    });
    area.value = reason;
    const label = t("page.reason_of", { what: x(line.label) });
    return el("div", { class: "with-reason" }, main, field(`${id}-reason`, label, area));
  }

  hint(line) {
    const { x, state } = this.app;
    if (line.key !== "institution.size") return x(line.hint ?? "");
    const sector = state.cover["institution.sector"]?.value;
    return x(line.bySector[sector] ?? line.hint);
  }

  input(line, value, set) {
    const { app } = this;
    const { t, x } = app;
    if (line.locked) {
      const known = line.options?.find(([code]) => code === value);
      return el("input", { type: "text", value: known ? x(known[1]) : value, readonly: true });
    }
    if (line.options) {
      const options = line.options.map(([code, text]) => [code, x(text)]);
      const choose = (code) => {
        set(code);
        app.redrawView();
      };
      return selectOf(options, value, choose, t("page.select"));
    }
    const attributes = { type: line.kind === "date" ? "date" : "text", autocomplete: "off" };
    if (line.kind === "date") Object.assign(attributes, { min: "1950-01-01", max: "2100-12-31" });
    if (line.kind === "name") attributes.maxlength = 100;
    else attributes.maxlength = 300;
    return el("input", {
      ...attributes,
      value,
      oninput: (event) => set(clean(event.target.value)),
    });
  }
}
