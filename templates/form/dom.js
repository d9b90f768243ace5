// Elements with text only: nothing that was entered is ever read as markup.

export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "value" || key === "checked" || key === "open") node[key] = value;
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

export function unseen(text) {
  return el("span", { class: "unseen" }, text);
}

export function byId(id) {
  return document.getElementById(id);
}

// Puts new content in place of old, and the cursor back to where it was.
export function replaceKeepingFocus(old, fresh) {
  const { activeElement } = document;
  const id = old.contains(activeElement) ? activeElement.id : "";
  const { selectionStart, selectionEnd } = id ? activeElement : {};
  old.replaceWith(fresh);
  const again = id && byId(id);
  if (!again) return;
  again.focus({ preventScroll: true });
  if (typeof selectionStart === "number" && again.setSelectionRange) {
    try {
      again.setSelectionRange(selectionStart, selectionEnd);
    } catch {
      // kinds of fields that have no selection
    }
  }
}

export function field(id, label, input, { hint, required, problem } = {}) {
  input.id = id;
  const described = [];
  const parts = [el("label", { for: id, class: required ? "required" : null }, label)];
  if (hint) {
    described.push(`${id}-hint`);
    parts.push(el("p", { class: "hint", id: `${id}-hint` }, hint));
  }
  parts.push(input);
  if (problem) {
    described.push(`${id}-problem`);
    input.setAttribute("aria-invalid", "true");
    parts.push(el("p", { class: "problem", id: `${id}-problem` }, problem));
  }
  if (described.length) input.setAttribute("aria-describedby", described.join(" "));
  if (required) input.setAttribute("aria-required", "true");
  return el("div", { class: "field" }, ...parts);
}

export function selectOf(options, value, onchange, empty) {
  const known = options.map(([code, text]) =>
    el("option", { value: code, selected: code === value }, text),
  );
  // what an earlier version or another program entered stands, and is shown
  if (value && !options.some(([code]) => code === value)) {
    known.push(el("option", { value, selected: true }, value));
  }
  return el("select", { onchange: (event) => onchange(event.target.value) }, [
    el("option", { value: "" }, empty),
    ...known,
  ]);
}
