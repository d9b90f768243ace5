// The letters of the line mode, wherever no text is being typed.

const PAIR_MS = 450;

function isTyping(target) {
  if (target.isContentEditable) return true;
  if (target.matches("textarea, select")) return true;
  return target.matches("input") && !target.matches("[type=radio], [type=checkbox]");
}

// Back to the practice, where letters are keys again.
function leave(target) {
  const heading = target.closest("article.practice")?.querySelector("h2, h3");
  if (heading) heading.focus({ preventScroll: true });
  else target.blur();
}

export class Keys {
  constructor(app) {
    this.app = app;
    this.waiting = 0;
    document.addEventListener("keydown", (event) => this.press(event));
  }

  press(event) {
    const { target, key } = event;
    const isHeld = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (isHeld && key.toLowerCase() === "s") {
      event.preventDefault(); // the browser would save the page as it was sent out
      if (!event.repeat && !document.querySelector("dialog[open]")) this.app.files.saveFile();
      return;
    }
    if (!this.app.keysOn || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    if (isTyping(target)) {
      if (key === "Escape") leave(target);
      return;
    }
    if (this.waiting) {
      clearTimeout(this.waiting);
      this.waiting = 0;
      if (key === "a" || key === "o") {
        event.preventDefault();
        this.app.commands.command(key === "a" ? "na" : "no");
        return;
      }
      this.app.commands.command("n");
    }
    if (key === "n") {
      event.preventDefault();
      this.waiting = setTimeout(() => {
        this.waiting = 0;
        this.app.commands.command("n");
      }, PAIR_MS);
    } else if (this.app.commands.command(key)) event.preventDefault();
  }
}
