// The contents beside the form, with how far each part is answered.

import { progressOf, statusOf } from "./asking.js";
import { problemsOf } from "./checks.js";
import { byId, el, unseen } from "./dom.js";

export class Tree {
  constructor(app) {
    this.app = app;
  }

  render() {
    const { form, t, x } = this.app;
    return el(
      "nav",
      { id: "tree", "aria-label": t("page.tree") },
      el(
        "ul",
        {},
        el("li", {}, el("a", { href: "#cover", id: "t-cover" }, t("page.cover"))),
        ...form.domains.map((domain) =>
          el(
            "li",
            {},
            el(
              "details",
              { id: `t-d-${domain.id}` },
              el(
                "summary",
                {},
                el("span", {}, `${domain.number} ${x(domain.title)}`),
                el("span", { class: "count", id: `t-n-${domain.id}` }),
              ),
              el("ul", {}, ...domain.sections.map((section) => this.section(section))),
            ),
          ),
        ),
        el("li", {}, el("a", { href: "#review", id: "t-review" }, t("page.review.title"))),
      ),
    );
  }

  section(section) {
    const { x } = this.app;
    return el(
      "li",
      {},
      el(
        "a",
        { href: `#s=${section.key}`, class: "section", id: `t-s-${section.key}` },
        el("span", {}, x(section.title)),
        el("span", { class: "count", id: `t-c-${section.key}` }),
      ),
      el("ul", {}, ...section.practices.map((id) => this.practice(id))),
    );
  }

  practice(id) {
    const { form, x } = this.app;
    const practice = form.practices[id];
    return el(
      "li",
      {},
      el(
        "a",
        { href: `#p=${id}`, id: `t-p-${id}` },
        el("span", { class: "dot", id: `t-m-${id}` }),
        el("span", {}, `${practice.number} ${x(practice.title)}`),
      ),
    );
  }

  update(ids) {
    const { app } = this;
    const { form, state, t } = app;
    for (const id of ids ?? form.order) {
      const practice = form.practices[id];
      const mark = byId(`t-m-${id}`);
      if (!mark) continue;
      let status = statusOf(practice, state, form);
      if (problemsOf(practice, state, form).some((problem) => !problem.isQuestion)) status = "wrong";
      if (mark.className !== `dot ${status}`) {
        mark.className = `dot ${status}`;
        mark.replaceChildren(unseen(`${t(`page.status.${status}`)} `));
      }
    }
    for (const domain of form.domains) {
      for (const section of domain.sections) this.count(`t-c-${section.key}`, section.practices);
      this.count(`t-n-${domain.id}`, domain.sections.flatMap((section) => section.practices));
    }
    const all = progressOf(form.order, state, form);
    const bar = byId("progress");
    bar.max = Math.max(1, all.of);
    bar.value = all.done;
    byId("progress-text").textContent = t("page.progress", all);
  }

  count(id, practices) {
    const { done, of } = progressOf(practices, this.app.state, this.app.form);
    const node = byId(id);
    const text = of ? `${done}/${of}` : "–";
    if (node.textContent !== text) node.textContent = text;
  }

  show(current) {
    for (const node of document.querySelectorAll("#tree [aria-current]")) {
      node.removeAttribute("aria-current");
    }
    const node = byId(current);
    if (!node) return;
    node.setAttribute("aria-current", "page");
    const domain = node.closest("#tree details");
    if (domain) domain.open = true;
    requestAnimationFrame(() => reveal(node, byId("contents")));
  }
}

/** Scroll a box until a node in it can be seen; `scrollIntoView` would have Tab go on from there. */
function reveal(node, box) {
  const [at, within] = [node, box].map((each) => each.getBoundingClientRect());
  if (at.top < within.top) box.scrollTop -= within.top - at.top;
  else if (at.bottom > within.bottom) box.scrollTop += at.bottom - within.bottom;
}
