// What is kept in this browser, so that nothing is lost when the page is closed.

export class Keeping {
  constructor(number) {
    this.key = `cssa-form:${number}`;
    this.isPossible = this.tryOut();
    this.isOn = this.isPossible;
  }

  tryOut() {
    try {
      const probe = `${this.key}:probe`;
      localStorage.setItem(probe, "1");
      localStorage.removeItem(probe);
      return true;
    } catch {
      return false;
    }
  }

  // Calls when another tab with the same form has kept something, or cleared it.
  watch(onchange) {
    window.addEventListener("storage", ({ key }) => {
      if (key === this.key || key === null) onchange();
    });
  }

  read() {
    if (!this.isPossible) return null;
    try {
      return JSON.parse(localStorage.getItem(this.key));
    } catch {
      return null;
    }
  }

  write(text) {
    if (!this.isOn) return false;
    try {
      localStorage.setItem(this.key, text);
      return true;
    } catch {
      return false; // full, or forbidden meanwhile
    }
  }

  clear() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // nothing can have been kept
    }
  }
}
