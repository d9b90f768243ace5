// Questions that have to be answered before work goes on.

import { el } from "./dom.js";
import { settle } from "./combine.js";

// Resolves to the code of the button that was chosen; Escape chooses the last.
export function ask(title, content, buttons) {
  return new Promise((resolve) => {
    const dialog = el("dialog", { "aria-labelledby": "dialog-title" });
    const done = (code) => {
      dialog.close();
      dialog.remove();
      resolve(code);
    };
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      done(buttons.at(-1)[0]);
    });
    dialog.append(
      el("h2", { id: "dialog-title" }, title),
      ...content,
      el(
        "div",
        { class: "buttons" },
        ...buttons.map(([code, text], at) =>
          el(
            "button",
            { type: "button", class: at ? null : "main", id: `dialog-${code}`, onclick: () => done(code) },
            text,
          ),
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function tell(title, text, close) {
  return ask(title, [el("p", {}, text)], [["close", close]]);
}

// Shows both sides of each conflict, ours chosen until somebody chooses.
export async function askConflicts(app, merged, conflicts) {
  const { t } = app;
  const theirs = new Set();
  const rows = conflicts.map((conflict, at) => {
    const side = (code, value) =>
      el(
        "label",
        { class: "radio" },
        el("input", {
          type: "radio",
          name: `conflict-${at}`,
          id: `conflict-${at}-${code}`,
          checked: code === "mine",
          onchange: () => (code === "theirs" ? theirs.add(conflict) : theirs.delete(conflict)),
        }),
        el(
          "span",
          {},
          el("strong", {}, t(`page.conflict.${code}`)),
          el("span", { class: "value" }, app.words.shown(conflict, value)),
        ),
      );
    return el(
      "fieldset",
      { class: "conflict" },
      el("legend", {}, app.words.conflictName(conflict)),
      side("mine", conflict.mine),
      side("theirs", conflict.theirs),
    );
  });
  const code = await ask(
    t("page.conflict.title", { count: conflicts.length }),
    [el("p", {}, t("page.conflict.how")), ...rows],
    [
      ["apply", t("page.conflict.apply")],
      ["cancel", t("page.cancel")],
    ],
  );
  if (code !== "apply") return false;
  for (const conflict of theirs) settle(merged, conflict);
  return true;
}
