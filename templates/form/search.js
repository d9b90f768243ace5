// Finding practices by words, in whichever language they are typed.

import { el } from "./dom.js";

const MOST = 60;

function folded(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

function textsOf(practice) {
  const texts = [practice.title, practice.question, ...(practice.points ?? []).map((p) => p.text)];
  return texts.flatMap((text) => (typeof text === "string" ? [text] : Object.values(text ?? {})));
}

export class Search {
  constructor(app) {
    this.app = app;
    this.words = "";
  }

  // made when it is first needed: nobody waits for it when the form is opened
  get index() {
    const { form } = this.app;
    return (this.indexed ??= form.order.map((id) => {
      const practice = form.practices[id];
      return [id, folded([practice.number, ...textsOf(practice)].join(" "))];
    }));
  }

  found() {
    const words = folded(this.words).split(" ").filter(Boolean);
    if (!words.length) return [];
    const { state, form } = this.app;
    return this.index
      .filter(([id, text]) => {
        const all = `${text} ${folded(JSON.stringify(state.answers[id].note ?? ""))}`;
        return words.every((word) => all.includes(word));
      })
      .map(([id]) => form.practices[id]);
  }

  render() {
    const { t } = this.app;
    const input = el("input", {
      type: "search",
      id: "search-words",
      value: this.words,
      autocomplete: "off",
      maxlength: 100,
      oninput: (event) => {
        this.words = event.target.value;
        results.replaceWith((results = this.results()));
      },
    });
    let results = this.results();
    return el(
      "section",
      { class: "search", "aria-labelledby": "search-title" },
      el("h2", { id: "search-title", tabindex: "-1" }, t("page.search")),
      el("label", { for: "search-words" }, t("page.search.label")),
      input,
      results,
    );
  }

  results() {
    const { t, x } = this.app;
    const found = this.found();
    return el(
      "div",
      { "aria-live": "polite" },
      el("p", {}, this.words.trim() ? t("page.search.found", { count: found.length }) : ""),
      el(
        "ul",
        { class: "found" },
        ...found
          .slice(0, MOST)
          .map((practice) =>
            el(
              "li",
              {},
              el("a", { href: `#p=${practice.id}` }, `${practice.number} ${x(practice.title)}`),
            ),
          ),
      ),
    );
  }
}
