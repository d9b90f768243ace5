// Two files of one form put together: what only one of them says is taken, the rest is asked.

import { contentHash } from "./hash.js";
import { isEmptyRecord, writeAnswer } from "./entries.js";

const TOGETHER = ["level", "choice", "choices", "rows", "value", "text", "na", "not_adopted", "reason"];
const APART = [
  "note", "evidence", "points", "done", "last_done", "performed_by", "by", "treatment", "plan",
  "review",
];

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

function part(saved, names) {
  const found = {};
  for (const name of names) if (saved[name] !== undefined) found[name] = saved[name];
  return isEmptyRecord(found) ? undefined : found;
}

// `issued` is what the form was sent out with: a side that still has it has changed nothing.
function decide(mine, theirs, issued) {
  if (same(mine, theirs)) return "same";
  if (theirs === undefined || same(theirs, issued)) return "mine";
  if (mine === undefined || same(mine, issued)) return "theirs";
  return "conflict";
}

// An answer is confirmed where the side that it is taken from has confirmed it; where both have the
// same, one of them is enough.
function isConfirmed(mine, theirs, decision) {
  const [ours, other] = [mine, theirs].map((saved) => saved.confirmed !== false);
  if (decision === "theirs") return other;
  const isAnswered = part(mine, TOGETHER) !== undefined;
  return ours || (decision === "same" && isAnswered && other);
}

export function combine(mine, theirs, issued) {
  const merged = { cover: {}, answers: {} };
  const conflicts = [];
  let taken = 0;
  for (const id of Object.keys(mine.answers)) {
    const [a, b, c] = [mine, theirs, issued].map((state) => writeAnswer(state.answers[id] ?? {}));
    const entered = {};
    for (const names of [TOGETHER, ...APART.map((name) => [name])]) {
      const [ours, other, first] = [a, b, c].map((saved) => part(saved, names));
      const decision = decide(ours, other, first);
      if (names === TOGETHER) {
        const confirmed = isConfirmed(a, b, decision);
        if (!confirmed) entered.confirmed = false;
        if (confirmed && a.confirmed === false && decision === "same") taken += 1;
      }
      if (decision === "theirs") taken += 1;
      Object.assign(entered, decision === "theirs" ? other : ours);
      if (decision === "conflict") {
        const confirmed = names === TOGETHER ? { confirmed: b.confirmed !== false } : {};
        conflicts.push({ practice: id, names, mine: ours, theirs: other, ...confirmed });
      }
    }
    merged.answers[id] = entered;
  }
  const keys = new Set([...Object.keys(mine.cover), ...Object.keys(theirs.cover)]);
  for (const key of keys) {
    const [ours, other, first] = [mine, theirs, issued].map((state) => state.cover[key]);
    const decision = decide(ours, other, first);
    if (decision === "theirs") taken += 1;
    const chosen = decision === "theirs" ? other : ours;
    if (chosen) merged.cover[key] = { ...chosen };
    if (decision === "conflict") conflicts.push({ line: key, mine: ours, theirs: other });
  }
  return { merged, conflicts, taken };
}

export function settle(merged, conflict) {
  if (conflict.line) {
    merged.cover[conflict.line] = { ...conflict.theirs };
    return;
  }
  const entered = merged.answers[conflict.practice];
  for (const name of conflict.names) delete entered[name];
  Object.assign(entered, conflict.theirs);
  if (conflict.confirmed) delete entered.confirmed;
  if (conflict.confirmed === false) entered.confirmed = false;
}

export function isUnchanged(saved) {
  return saved.form.content === contentHash(saved);
}
