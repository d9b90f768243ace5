// Saving what was entered as a file, and going on from one.

import { combine, isUnchanged } from "./combine.js";
import { ask, askConflicts, tell } from "./dialogs.js";
import { el } from "./dom.js";
import { fileText, readSaved, writeSaved } from "./entries.js";
import { contentHash } from "./hash.js";

const MAX_FILE = 5_000_000;
export const BLOCK_ID = "cssa-answers"; // put together below: a page has this element once
const TAG = "script";
const BLOCK_START = `<${TAG} type="application/json" id=${JSON.stringify(BLOCK_ID)}>`;
const BLOCK_END = `</${TAG}>`;
const BLOCK = new RegExp(`${BLOCK_START}([^<]*)${BLOCK_END}`);

export class Files {
  constructor(app) {
    this.app = app;
  }

  saved() {
    const saved = writeSaved(this.app.binding, this.app.state, new Date().toISOString());
    saved.form.content = contentHash(saved);
    return saved;
  }

  fileName(ending) {
    const time = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const day = `${time.getFullYear()}${two(time.getMonth() + 1)}${two(time.getDate())}`;
    const owner = this.app.form.ownerId ? `-${this.app.form.ownerId}` : "";
    const hour = `${two(time.getHours())}${two(time.getMinutes())}`;
    return `${this.app.form.fileName}${owner}-${day}-${hour}${ending}`;
  }

  download(text, type, name) {
    const url = URL.createObjectURL(new Blob([text], { type }));
    const link = el("a", { href: url, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    this.app.isDirty = false;
    this.app.keep();
  }

  text() {
    return `${fileText(this.saved())}\n`;
  }

  pageText() {
    const block = fileText(this.saved(), { inPage: true });
    const page = `<!doctype html>\n${this.app.untouched.outerHTML}\n`;
    return page.replace(BLOCK, () => BLOCK_START + block + BLOCK_END);
  }

  saveFile() {
    this.app.finish();
    this.download(this.text(), "application/json", this.fileName(".json"));
  }

  savePage() {
    this.app.finish();
    this.download(this.pageText(), "text/html", this.fileName(".html"));
  }

  async opened(input) {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    if (file.size > MAX_FILE) {
      await tell(this.app.t("page.open"), this.app.t("page.open.too_large"), this.app.t("page.close"));
      return;
    }
    await this.openText(await file.text());
  }

  // Returns what a file holds, or the code of the words for why it cannot be opened.
  parse(text) {
    const start = text.replace(/^\ufeff/, "").trimStart();
    const block = start.startsWith("<") ? BLOCK.exec(start)?.[1] : start;
    try {
      const saved = JSON.parse(block ?? "");
      const number = saved?.form?.number;
      if (typeof number === "string" && number !== this.app.form.number) return "page.open.other_form";
      return { state: readSaved(saved, this.app.form.order), isWhole: isUnchanged(saved) };
    } catch {
      // whatever a file of others makes of its reader: it is none that this form has saved
      return "page.open.damaged";
    }
  }

  async openText(text) {
    const { t } = this.app;
    const found = this.parse(text);
    if (typeof found === "string") {
      await tell(t("page.open"), t(found), t("page.close"));
      return;
    }
    if (!found.isWhole) await tell(t("page.open"), t("page.open.changed"), t("page.close"));
    const isFresh = JSON.stringify(this.app.state) === JSON.stringify(this.app.issued);
    let how = "replace";
    if (!isFresh && JSON.stringify(this.app.state) !== JSON.stringify(found.state)) {
      how = await ask(
        t("page.open.title"),
        [el("p", {}, t("page.open.how"))],
        [
          ["merge", t("page.open.merge")],
          ["replace", t("page.open.replace")],
          ["cancel", t("page.cancel")],
        ],
      );
    }
    if (how === "cancel") return;
    if (how === "merge") await this.merge(found.state);
    else {
      this.app.isDirty = false;
      this.app.use(found.state);
    }
  }

  async merge(theirs) {
    const { merged, conflicts, taken } = combine(this.app.state, theirs, this.app.issued);
    if (conflicts.length && !(await askConflicts(this.app, merged, conflicts))) return;
    this.app.isDirty = true;
    this.app.use(merged);
    const params = { taken, conflicts: conflicts.length };
    await tell(this.app.t("page.merged.title"), this.app.t("page.merged", params), this.app.t("page.close"));
  }
}
