// What keys and the tools at the top do.

import { statusOf } from "./asking.js";
import { ask, tell } from "./dialogs.js";
import { byId, el } from "./dom.js";

export class Commands {
  constructor(app) {
    this.app = app;
  }

  get currentId() {
    const [name, value] = this.app.route();
    if (name === "p") return value;
    const card = document.activeElement?.closest?.("article.practice");
    return card?.id.slice(2) ?? [...this.app.cards.keys()][0];
  }

  nextOpen() {
    const { order, practices } = this.app.form;
    const at = order.indexOf(this.currentId ?? "");
    const turned = [...order.slice(at + 1), ...order.slice(0, at + 1)];
    const next = turned.find((id) => statusOf(practices[id], this.app.state, this.app.form) === "open");
    if (next) this.app.go(`p=${next}`);
    else this.app.go("review");
  }

  async help() {
    const { t } = this.app;
    const toggle = el("input", {
      type: "checkbox",
      id: "keys-on",
      checked: this.app.keysOn,
      onchange: (event) => {
        this.app.keysOn = event.target.checked;
      },
    });
    const rows = this.app.form.keys.map(([key, code]) =>
      el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, t(code))),
    );
    await ask(
      t("page.help"),
      [
        el("p", {}, t("page.help.text")),
        el("label", { class: "tick" }, toggle, el("span", {}, t("page.help.keys_on"))),
        el("dl", { class: "keys" }, ...rows),
      ],
      [["close", t("page.close")]],
    );
  }

  async goTo() {
    const input = el("input", { type: "text", id: "go-number", autocomplete: "off", maxlength: 64 });
    const promise = ask(
      this.app.t("page.go.title"),
      [el("label", { for: "go-number" }, this.app.t("page.go.label")), input],
      [
        ["go", this.app.t("page.go.do")],
        ["cancel", this.app.t("page.cancel")],
      ],
    );
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") byId("dialog-go").click();
    });
    input.focus();
    if ((await promise) !== "go") return;
    const number = input.value.normalize("NFKC").trim().toLowerCase();
    const { order, practices } = this.app.form;
    const id = order.find((key) => [key, practices[key].number].some((n) => n.toLowerCase() === number));
    if (id) this.app.go(`p=${id}`);
    else await tell(this.app.t("page.go.title"), this.app.t("page.go.none"), this.app.t("page.close"));
  }

  focusOn(part) {
    const id = this.currentId;
    if (!id) return false;
    const more = byId(`f-${id}-${part}-more`);
    if (more) more.open = true;
    requestAnimationFrame(() => {
      const goal = more
        ? more.querySelector("input, select, textarea, dl")
        : byId(`f-${id}-${part}`)?.matches("fieldset")
          ? byId(`f-${id}-${part}`).querySelector("input")
          : byId(`f-${id}-${part}`);
      if (!goal) return;
      goal.focus();
      goal.scrollIntoView({ block: "nearest" });
    });
    return true;
  }

  // Returns whether the key means something here.
  command(key) {
    const step = (by) => {
      const { order } = this.app.form;
      const at = order.indexOf(this.currentId ?? "");
      const id = order[at + by];
      if (id) this.app.go(`p=${id}`);
      return true;
    };
    const part = { n: "note", e: "evidence-0-ref", p: "points", t: "treatment", a: "plan", c: "done", d: "done", w: "done" };
    if (key in part) return this.focusOn(part[key]);
    switch (key) {
      case "s":
        return step(1);
      case "b":
        return step(-1);
      case "u":
        this.nextOpen();
        return true;
      case "r":
        this.app.go("review");
        return true;
      case "i":
        this.app.go("cover");
        return true;
      case "/":
        this.app.go("search", "search-words");
        return true;
      case "g":
        this.goTo();
        return true;
      case "h":
        this.help();
        return true;
      case "z":
        this.app.undo();
        return true;
      case "?":
        return this.toggleAdvice();
      default:
        return this.enter(key);
    }
  }

  toggleAdvice() {
    const details = byId(`f-${this.currentId}-advice-more`);
    if (!details) return false;
    details.open = !details.open;
    return true;
  }

  enter(key) {
    const id = this.currentId;
    if (!id || !this.app.cards.has(id)) return false;
    const card = this.app.cards.get(id);
    const { practice } = card;
    if (key === "x") {
      card.clear();
      return true;
    }
    const left = { na: "na", no: "not_adopted" }[key];
    if (left) {
      if (!practice[left]) return false;
      card.setValue(left, true);
      return this.focusOn("reason");
    }
    if (!/^[0-9]$/.test(key)) return false;
    if (practice.answer === "level") {
      const level = this.app.form.levels.find((item) => item.level === Number(key));
      if (!level) return false;
      card.setValue("level", level.level);
      byId(card.name(`value-${key}`))?.focus();
      return true;
    }
    const option = (practice.options ?? [])[Number(key) - 1];
    if (practice.answer !== "choice" || !option) return false;
    card.setValue("choice", option.id);
    byId(card.name(`value-o${Number(key) - 1}`))?.focus();
    return true;
  }
}
