// What is still open or does not fit together, before the form is handed in.

import { reviewOf } from "./checks.js";
import { contradictionsOf } from "./contradictions.js";
import { el } from "./dom.js";

export class Review {
  constructor(app) {
    this.app = app;
  }

  render() {
    const { form, state, t } = this.app;
    const { wrong, questions, open, unconfirmed } = reviewOf(form, state);
    questions.unshift(...contradictionsOf(form, state, this.app.today()));
    const isDone = !wrong.length && !questions.length && !open.length && !unconfirmed.length;
    return el(
      "section",
      { class: "review", "aria-labelledby": "review-title" },
      el("h2", { id: "review-title", tabindex: "-1" }, t("page.review.title")),
      el("p", {}, t(isDone ? "page.review.nothing" : "page.review.how")),
      this.list("wrong", wrong.map((found) => this.problem(found))),
      this.list("questions", questions.map((found) => this.problem(found))),
      this.list("unconfirmed", unconfirmed.map((id) => this.practice(id))),
      this.list("open", open.map((id) => this.practice(id))),
      el("h3", {}, t("page.review.submit")),
      el("p", {}, t("page.review.submit.how")),
      el(
        "p",
        {},
        el(
          "button",
          { type: "button", class: "main", id: "review-save", onclick: () => this.app.files.saveFile() },
          t("page.save"),
        ),
        " ",
        el(
          "button",
          { type: "button", id: "review-page", onclick: () => this.app.files.savePage() },
          t("page.save_page"),
        ),
      ),
    );
  }

  list(code, items) {
    if (!items.length) return null;
    return el(
      "section",
      { "aria-labelledby": `review-${code}` },
      el("h3", { id: `review-${code}` }, this.app.t(`page.review.${code}`, { count: items.length })),
      el("ul", { class: "found" }, ...items),
    );
  }

  problem(found) {
    const { app } = this;
    const { form, x } = app;
    if (!found.practice) {
      const go = () => app.go("cover", found.line && `c-${found.line}`);
      return el(
        "li",
        {},
        el("button", { type: "button", class: "link", onclick: go }, found.label ? x(found.label) : app.t("page.cover")),
        " ",
        app.words.problemText(found),
      );
    }
    const practice = form.practices[found.practice];
    return el(
      "li",
      {},
      el("a", { href: `#p=${practice.id}` }, `${practice.number} ${x(practice.title)}`),
      " ",
      app.words.problemText(found),
    );
  }

  practice(id) {
    const practice = this.app.form.practices[id];
    const text = `${practice.number} ${this.app.x(practice.title)}`;
    return el("li", {}, el("a", { href: `#p=${id}` }, text));
  }
}
