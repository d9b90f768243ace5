// The form: what it asks, what was entered, and where the reader is.

import { applies } from "./asking.js";
import { Commands } from "./commands.js";
import { Cover } from "./cover.js";
import { ask } from "./dialogs.js";
import { byId, el, replaceKeepingFocus } from "./dom.js";
import { fileText, readSaved, writeSaved } from "./entries.js";
import { BLOCK_ID, Files } from "./files.js";
import { Keeping } from "./keeping.js";
import { Keys } from "./keys.js";
import { isEmpty, PracticeCard } from "./practice.js";
import { Review } from "./review.js";
import { Search } from "./search.js";
import { Tree } from "./tree.js";
import { Words } from "./words.js";

const TEXT_PAUSE = 400;
const UNDONE = 100;
const KEEP_IN_PAGE = 1000;

class App {
  constructor() {
    this.untouched = this.untouchedPage();
    this.form = JSON.parse(byId("cssa-form").textContent);
    this.block = byId(BLOCK_ID);
    const saved = JSON.parse(this.block.textContent);
    this.binding = saved;
    this.lang = saved.form.lang;
    this.words = new Words(this);
    this.t = (code, params) => this.words.word(code, params);
    this.x = (text) => (typeof text === "string" ? text : text[this.lang]);
    for (const [id, practice] of Object.entries(this.form.practices)) practice.id = id;
    const start = readSaved(saved, this.form.order);
    const nothing = { cover: {}, answers: {} };
    this.issued = saved.form.saved ? nothing : structuredClone(start);
    this.state = start;
    this.marks = this.form.marks;
    this.unfolded = new Set();
    this.cards = new Map();
    this.undone = [];
    this.isDirty = false;
    this.keysOn = true;
    this.keeping = new Keeping(this.form.number);
    this.files = new Files(this);
    this.commands = new Commands(this);
    this.tree = new Tree(this);
    this.cover = new Cover(this);
    this.review = new Review(this);
    this.search = new Search(this);
  }

  // The page as it was opened, to be saved with other answers inside.
  untouchedPage() {
    const root = document.documentElement.cloneNode(true);
    root.querySelector("#app").replaceChildren();
    for (const dialog of root.querySelectorAll("dialog")) dialog.remove();
    return root;
  }

  start() {
    const kept = this.kept();
    const isFresh = !this.binding.form.saved;
    const isOther = kept && JSON.stringify(kept.state) !== JSON.stringify(this.state);
    if (isOther && isFresh) this.resume(kept);
    this.draw();
    window.addEventListener("hashchange", () => this.show({ focus: true }));
    window.addEventListener("beforeunload", (event) => {
      this.finish();
      if (this.isDirty) event.preventDefault();
    });
    window.addEventListener("pagehide", () => this.finish());
    window.addEventListener("blur", () => this.finish());
    document.addEventListener("visibilitychange", () => document.hidden && this.finish());
    this.keeping.watch(() => this.follow());
    new Keys(this);
    if (isOther && !isFresh) this.askWhich(kept);
  }

  asOpened() {
    return readSaved(this.binding, this.form.order);
  }

  // What an earlier visit left in this browser; what another program left there is none of ours.
  kept() {
    const kept = this.keeping.read();
    if (kept?.saved?.form?.number !== this.form.number) return null;
    try {
      const state = readSaved(kept.saved, this.form.order);
      return { state, isDirty: Boolean(kept.isDirty), when: kept.saved.form.saved };
    } catch {
      return null;
    }
  }

  // The form is open in another tab: what is entered there stands here, too, and what was cleared
  // there is cleared; what is being typed here goes in with the next change.
  follow() {
    const kept = this.kept();
    if (!kept && this.keeping.read()) return;
    const { state, isDirty } = kept ?? { state: this.asOpened(), isDirty: false };
    for (const id of this.typed ?? []) state.answers[id] = this.state.answers[id];
    if (this.coverChanged) state.cover = this.state.cover;
    this.state = state;
    this.isDirty = isDirty || Boolean(this.pause);
    this.isElsewhere = true;
    this.tree.update();
    this.redrawView();
    this.tellState();
    this.keepInPageLater();
  }

  resume({ state, isDirty }) {
    this.state = state;
    this.isDirty = isDirty;
    this.isResumed = true;
  }

  // The page holds answers, too: which are to be gone on with, only its reader knows.
  async askWhich(kept) {
    const text = this.t("page.resume.text", { when: this.words.when(kept.when) });
    const code = await ask(
      this.t("page.resume.title"),
      [el("p", {}, text)],
      [
        ["kept", this.t("page.resume.kept")],
        ["page", this.t("page.resume.page")],
      ],
    );
    if (code !== "kept") return;
    this.resume(kept);
    this.draw();
  }

  use(state) {
    this.state = state;
    this.undone = [];
    this.draw();
    this.keep();
  }

  today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  applies(condition) {
    return applies(condition, this.state);
  }

  // --- drawing

  draw() {
    document.documentElement.lang = this.lang;
    document.title = this.x(this.form.title);
    byId("app").replaceChildren(
      el("a", { class: "skip", href: "#main", onclick: (event) => this.skip(event) }, this.t("page.skip")),
      this.head(),
      el("section", { id: "notices", "aria-label": this.t("page.notices") }),
      el(
        "div",
        { id: "body" },
        el(
          "details",
          { id: "contents", open: !matchMedia("(max-width: 60rem)").matches },
          el("summary", {}, this.t("page.tree")),
          this.tree.render(),
        ),
        el("main", { id: "main", tabindex: "-1" }),
      ),
      el("footer", {}, el("p", {}, this.x(this.form.handling))),
    );
    this.tree.update();
    this.show({ focus: false });
    this.tellState();
  }

  skip(event) {
    event.preventDefault();
    byId("main").focus();
  }

  head() {
    const { t, form } = this;
    const open = el("input", {
      type: "file",
      id: "open-file",
      class: "unseen",
      tabindex: "-1",
      "aria-hidden": "true",
      accept: ".json,.html,.htm,application/json,text/html",
      onchange: (event) => this.files.opened(event.target),
    });
    const languages = form.langs.map((lang) =>
      el(
        "button",
        {
          type: "button",
          id: `lang-${lang}`,
          lang,
          "aria-pressed": String(lang === this.lang),
          onclick: () => this.speak(lang),
        },
        lang === "ja" ? "日本語" : "English",
      ),
    );
    const button = (id, code, onclick, className) =>
      el("button", { type: "button", id, class: className, onclick }, t(code));
    return el(
      "header",
      {},
      el(
        "div",
        { class: "heading" },
        el("h1", {}, this.x(form.title)),
        el("p", { class: "handling" }, this.x(form.handling)),
        el("div", { class: "languages", role: "group", "aria-label": t("page.language") }, ...languages),
      ),
      el(
        "div",
        { class: "tools", role: "group", "aria-label": t("page.tools") },
        button("save", "page.save", () => this.files.saveFile(), "main"),
        button("open", "page.open", () => open.click()),
        button("to-review", "page.review.title", () => this.go("review")),
        button("to-search", "page.search", () => this.go("search", "search-words")),
        button("next-open", "page.next_open", () => this.commands.nextOpen()),
        button("to-help", "page.help", () => this.commands.help()),
        open,
      ),
      el(
        "div",
        { class: "state" },
        el("progress", { id: "progress", "aria-labelledby": "progress-text" }),
        el("span", { id: "progress-text" }),
        el("span", { id: "saved", role: "status" }),
      ),
    );
  }

  notices() {
    const { t, keeping } = this;
    const notices = [];
    if (this.marks.length) {
      const places = this.marks.map((mark) => {
        const practice = this.form.practices[mark.practice];
        const href = practice ? `#p=${practice.id}` : "#cover";
        const name = practice ? practice.number : t("page.cover");
        return el("li", {}, el("a", { href }, name), " ", this.x(mark.text));
      });
      notices.push(
        el(
          "section",
          { class: "notice wrong", id: "returned" },
          el("h2", {}, t("page.marks.title", { count: this.marks.length })),
          el("ol", {}, ...places),
        ),
      );
    }
    if (this.isResumed) notices.push(el("p", { class: "notice" }, t("page.resumed")));
    if (this.isElsewhere) {
      notices.push(el("p", { class: "notice", id: "elsewhere" }, t("page.elsewhere")));
    }
    const clear = el(
      "button",
      { type: "button", id: "clear-kept", onclick: () => this.forget() },
      t("page.kept.clear"),
    );
    if (keeping.isOn && !["cover", "review"].includes(this.route()[0])) return notices;
    notices.push(
      keeping.isOn
        ? el("p", { class: "notice", id: "kept" }, t("page.kept"), " ", clear)
        : el("p", { class: "notice wrong", id: "kept" }, t("page.not_kept")),
    );
    return notices;
  }

  route() {
    const [name, value] = decodeURIComponent(location.hash.slice(1)).split("=");
    if (name === "p" && Object.hasOwn(this.form.practices, value)) return ["p", value];
    if (name === "s" && this.sectionOf(value)) return ["s", value];
    return [["review", "search"].includes(name) ? name : "cover", ""];
  }

  sectionOf(key) {
    return this.form.domains
      .flatMap((domain) => domain.sections.map((section) => ({ ...section, domain })))
      .find((section) => section.key === key);
  }

  show({ focus, target }) {
    const [name, value] = this.route();
    const main = byId("main");
    this.cards.clear();
    const drawn = { p: () => this.one(value), s: () => this.whole(value) }[name];
    const views = { cover: this.cover, review: this.review, search: this.search };
    main.replaceChildren(...(drawn ? drawn() : [views[name].render()]));
    const current = { p: `t-p-${value}`, s: `t-s-${value}` }[name] ?? `t-${name}`;
    this.tree.show(current);
    byId("notices").replaceChildren(...this.notices());
    if (!focus) return;
    const contents = byId("contents");
    if (matchMedia("(max-width: 60rem)").matches) contents.open = false;
    const goal = (target && byId(target)) || main.querySelector("h2");
    goal?.focus({ preventScroll: true });
    if (target && goal) goal.scrollIntoView({ block: "center" });
    else if (drawn && getComputedStyle(document.querySelector("header")).position === "static") {
      main.scrollIntoView(); // on a phone the tools would fill the screen before every question
    } else window.scrollTo(0, 0);
  }

  card(id, options) {
    const card = new PracticeCard(this, this.form.practices[id], options);
    this.cards.set(id, card);
    return card.render();
  }

  one(id) {
    const { order } = this.form;
    const at = order.indexOf(id);
    const section = this.form.domains
      .flatMap((domain) => domain.sections)
      .find((item) => item.practices.includes(id));
    const link = (to, code, name) =>
      to
        ? el("a", { href: `#p=${to}`, class: "button", id: name }, this.t(code))
        : el("span", {});
    return [
      this.card(id),
      el(
        "nav",
        { class: "steps", "aria-label": this.t("page.steps") },
        link(order[at - 1], "page.back", "step-back"),
        el("a", { href: `#s=${section.key}`, id: "step-all" }, this.t("page.whole")),
        at + 1 < order.length
          ? link(order[at + 1], "page.next", "step-next")
          : el("a", { href: "#review", class: "button main", id: "step-next" }, this.t("page.review.title")),
      ),
    ];
  }

  whole(key) {
    const section = this.sectionOf(key);
    const sections = this.form.domains.flatMap((domain) => domain.sections);
    const at = sections.findIndex((item) => item.key === key);
    const link = (item, code) =>
      item ? el("a", { href: `#s=${item.key}`, class: "button" }, this.t(code)) : el("span", {});
    return [
      el("p", { class: "place" }, `${section.domain.number} ${this.x(section.domain.title)}`),
      el("h2", { tabindex: "-1" }, this.x(section.title)),
      ...section.practices.map((id) => this.card(id, { heading: "h3", withPlace: false })),
      el(
        "nav",
        { class: "steps", "aria-label": this.t("page.steps") },
        link(sections[at - 1], "page.section.back"),
        link(sections[at + 1], "page.section.next"),
      ),
    ];
  }

  redraw(id) {
    const old = byId(`p-${id}`);
    const card = this.cards.get(id);
    if (old && card) replaceKeepingFocus(old, card.render());
  }

  redrawView() {
    const main = byId("main");
    const { id } = document.activeElement;
    const top = window.scrollY;
    this.show({ focus: false });
    if (id && main.querySelector(`[id="${CSS.escape(id)}"]`)) byId(id).focus({ preventScroll: true });
    window.scrollTo(0, top);
  }

  go(view, target) {
    if (location.hash === `#${view}`) this.show({ focus: true, target });
    else {
      history.pushState(null, "", `#${view}`);
      this.show({ focus: true, target });
    }
  }

  speak(lang) {
    this.lang = lang;
    this.binding.form.lang = lang;
    this.draw();
    byId(`lang-${lang}`).focus();
    this.later();
  }

  // --- changes

  change(id, change, { redraw }) {
    const answer = this.state.answers[id];
    const before = JSON.stringify(answer);
    change(answer);
    if (JSON.stringify(answer) === before) return;
    const last = this.undone.at(-1);
    if (redraw || last?.id !== id || last.isChoice) {
      this.undone.push({ id, before, isChoice: redraw });
      if (this.undone.length > UNDONE) this.undone.shift();
    }
    if (redraw) {
      this.redraw(id);
      this.redrawDependents(id);
      this.tree.update(this.dependentsOf(id));
      this.changed();
    } else this.later(id);
  }

  dependentsOf(id) {
    return this.form.order.filter(
      (key) => key === id || this.form.practices[key].askedIf,
    );
  }

  redrawDependents(id) {
    for (const key of this.cards.keys()) {
      if (key !== id && this.form.practices[key].askedIf) this.redraw(key);
    }
  }

  changeCover(key, part) {
    const before = this.state.cover[key] ?? { value: "", reason: "" };
    this.state.cover[key] = { ...before, ...part };
    if (isEmpty(this.state.cover[key])) delete this.state.cover[key];
    this.coverChanged = true;
    this.later();
  }

  // Texts are taken up at once, and kept when there is a pause.
  later(id) {
    this.isDirty = true;
    if (id) (this.typed ??= new Set()).add(id);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.settle(), TEXT_PAUSE);
  }

  settle() {
    clearTimeout(this.pause);
    this.pause = 0;
    for (const id of this.typed ?? []) this.cards.get(id)?.refresh();
    if (this.coverChanged) this.tree.update();
    else if (this.typed?.size) this.tree.update([...this.typed]);
    this.typed = null;
    this.coverChanged = false;
    this.changed();
  }

  changed() {
    this.isDirty = true;
    this.keep();
  }

  keep() {
    const saved = writeSaved(this.binding, this.state, new Date().toISOString());
    const isKept = this.keeping.write(JSON.stringify({ saved, isDirty: this.isDirty }));
    this.keepInPageLater();
    if (this.keeping.isOn && !isKept) {
      this.keeping.isOn = false;
      byId("notices").replaceChildren(...this.notices());
    }
    this.tellState();
  }

  // What was only looked at leaves nothing behind, and takes the place of nothing.
  finish() {
    if (this.pause) this.settle();
    if (this.pageLater) this.keepInPage();
  }

  keepInPageLater() {
    clearTimeout(this.pageLater);
    this.pageLater = setTimeout(() => this.keepInPage(), KEEP_IN_PAGE);
  }

  // For those who save the page with the browser: its answers go with it.
  keepInPage() {
    clearTimeout(this.pageLater);
    this.pageLater = 0;
    this.block.textContent = fileText(this.files.saved(), { inPage: true });
  }

  tellState() {
    const { t } = this;
    const where = this.keeping.isOn ? "page.state.kept" : "page.state.open";
    const text = this.isDirty ? t(where) : t("page.state.saved");
    if (byId("saved").textContent !== text) byId("saved").textContent = text;
  }

  undo() {
    const last = this.undone.pop();
    if (!last) return;
    this.state.answers[last.id] = JSON.parse(last.before);
    this.redraw(last.id);
    this.tree.update();
    this.changed();
  }

  async forget() {
    const code = await ask(
      this.t("page.forget.title"),
      [el("p", {}, this.t(this.isDirty ? "page.forget.dirty" : "page.forget.text"))],
      [
        ["forget", this.t("page.forget.do")],
        ["cancel", this.t("page.cancel")],
      ],
    );
    if (code !== "forget") return;
    this.keeping.clear();
    this.keeping.isOn = false;
    this.isDirty = false;
    this.isResumed = false;
    this.state = this.asOpened();
    this.binding.form.lang = this.lang;
    this.draw();
    this.keeping.isOn = this.keeping.isPossible;
    byId("notices").replaceChildren(...this.notices());
  }
}

const app = new App();
app.start();
window.cssaForm = app; // for those who test it
