// What the page says: messages, places, and answers in words.

import { rowsOf } from "./asking.js";
import { isBlank } from "./entries.js";

export class Words {
  constructor(app) {
    this.app = app;
  }

  word(code, params = {}) {
    const text = this.app.form.words[code]?.[this.app.lang === "ja" ? 0 : 1];
    if (text === undefined) throw new Error(`no words for ${code}`);
    return text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name, one, several) => {
      if (several === undefined) return String(params[name]);
      return String(params[name]) === "1" ? one : several;
    });
  }

  when(iso) {
    const time = new Date(iso);
    const locale = this.app.lang === "ja" ? "ja-JP" : "en-GB";
    return Number.isNaN(time.getTime())
      ? ""
      : time.toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
  }

  problemText(problem) {
    if (problem.rule) return this.contradictionText(problem);
    const row = problem.row ? `${this.app.x(problem.row)}: ` : "";
    return row + this.app.t(`page.problem.${problem.code}`);
  }

  contradictionText({ rule, practice, other, row, value, otherValue, facts, otherFacts }) {
    const { practices } = this.app.form;
    const params = { reason: this.app.x(rule.reason), date: facts?.newest };
    if (practice) params.title = this.app.x(practices[practice].title);
    if (other) params.other = this.app.x(practices[other].title);
    if (row === undefined) {
      params.answer = facts && this.levelText(facts);
      params.other_answer = otherFacts && this.levelText(otherFacts);
    } else {
      params.answer = this.entryText(practices[practice], row, value);
      params.other_answer = other && this.entryText(practices[other], row, otherValue);
    }
    if (facts?.done) Object.assign(params, { count: facts.done.n, of: facts.done.of });
    if (facts?.performer) params.performer = this.app.t(`performer.${facts.performer}`);
    return this.app.t(`finding.contradiction_${rule.kind}`, params);
  }

  levelText({ level, leftOut }) {
    if (level !== undefined) return this.app.t("answer.at_level", { level });
    return leftOut ? this.app.t(`status.${leftOut}`) : this.app.t("answer.open");
  }

  entryText(practice, row, value) {
    const option = (practice.options ?? []).find((item) => item.id === value);
    const text = option ? this.app.x(option.text) : value;
    const unit = practice.unit ? ` ${this.app.x(practice.unit)}` : "";
    const answer = isBlank(value) ? this.app.t("answer.open") : text + (option ? "" : unit);
    const named = rowsOf(practice, this.app.state).find((item) => item.id === row);
    return named ? this.app.t("answer.row", { row: this.app.x(named.text), answer }) : answer;
  }

  placeOf(practice) {
    const domain = this.app.form.domains.find((item) => item.id === practice.domain);
    const section = domain.sections.find((item) => item.practices.includes(practice.id));
    const names = [`${domain.number} ${this.app.x(domain.title)}`];
    if (section.id) names.push(this.app.x(section.title));
    return names.join(" / ");
  }

  levelsOf(practice) {
    const scale = this.app.form.scales[practice.scale ?? ""];
    return this.app.form.levels.map((level) => ({ ...level, ...scale[level.level] }));
  }

  conflictName(conflict) {
    if (conflict.line) {
      const line = this.app.form.cover
        .flatMap((section) => section.lines)
        .find((item) => item.key === conflict.line);
      return this.app.x(line?.label ?? conflict.line);
    }
    const practice = this.app.form.practices[conflict.practice];
    const [name] = conflict.names.length > 1 ? ["answer"] : conflict.names;
    return `${practice.number} ${this.app.x(practice.title)} — ${this.app.t(`page.part.${name}`)}`;
  }

  // A side of a conflict in words, as far as the form has words for it.
  shown(conflict, value) {
    if (conflict.line) return [value?.value, value?.reason].filter(Boolean).join(" / ");
    const practice = this.app.form.practices[conflict.practice];
    const option = (id) =>
      this.app.x((practice.options ?? []).find((item) => item.id === id)?.text ?? id);
    const words = Object.entries(value ?? {}).map(([name, part]) => {
      if (name === "level") {
        const level = this.levelsOf(practice).find((item) => item.level === part);
        return level ? `${part} ${this.app.x(level.name)}` : String(part);
      }
      if (name === "na" || name === "not_adopted") return this.app.t(`form.disposition.${name}`);
      if (name === "choice") return option(part);
      if (name === "choices") return part.map(option).join(", ") || this.app.t("form.none.none");
      if (typeof part === "string") return part;
      return this.parts(part, option);
    });
    return words.join("\n");
  }

  parts(value, option) {
    if (Array.isArray(value)) return value.map((item) => this.parts(item, option)).join("\n");
    if (value && typeof value === "object") {
      return Object.values(value)
        .map((item) => this.parts(item, option))
        .join(", ");
    }
    return typeof value === "string" ? option(value) : String(value);
  }
}
