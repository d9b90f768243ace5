// What a form asks of this institution, and how far it is answered.

import { isBlank } from "./entries.js";

function flagOf(state, flag) {
  const { value } = state.cover[`institution.profile.${flag}`] ?? {};
  return value === "yes" ? true : value === "no" ? false : undefined;
}

// true or false where every value of the open flags gives it, else undefined
export function outcomeOf(condition, state) {
  const outcomes = new Set();
  const flags = [...(condition.any ?? []), ...(condition.all ?? []), ...(condition.none ?? [])];
  const open = [...new Set(flags)].filter((flag) => flagOf(state, flag) === undefined);
  for (let mask = 0; mask < 2 ** open.length; mask += 1) {
    const value = (flag) => {
      const at = open.indexOf(flag);
      return at < 0 ? flagOf(state, flag) : Boolean(mask & (1 << at));
    };
    outcomes.add(
      (!condition.any?.length || condition.any.some(value)) &&
        (condition.all ?? []).every(value) &&
        !(condition.none ?? []).some(value),
    );
  }
  return outcomes.size === 1 ? [...outcomes][0] : undefined;
}

// Open flags keep a practice in, whatever they turn out to be.
export function applies(condition, state) {
  return !condition || outcomeOf(condition, state) !== false;
}

function inGroups(practice, state, form) {
  const asked = form.askedGroups;
  const prefix = "selected_groups.";
  const stated = form.groups.map((id) => [id, state.cover[prefix + id]?.value]);
  const yes = stated.filter(([, value]) => value === "yes").map(([id]) => id);
  const no = stated.filter(([, value]) => value === "no").map(([id]) => id);
  let selected = asked;
  if (!asked.length && yes.length) selected = yes;
  else if (!asked.length && no.length) selected = form.groups.filter((id) => !no.includes(id));
  return !selected.length || (practice.groups ?? []).some((id) => selected.includes(id));
}

export function isInScope(practice, state, form) {
  return applies(practice.appliesIf, state) && inGroups(practice, state, form);
}

export function chosen(entered) {
  if (entered.choice) return [entered.choice];
  if (entered.choices) return entered.choices;
  return Object.values(entered.rows ?? {});
}

// true, false, or undefined while the question that decides has no answer
export function isAsked(practice, state, form) {
  let asked = true;
  const passed = new Set();
  for (let at = practice; at.askedIf && !passed.has(at.id); at = form.practices[at.askedIf.practice]) {
    passed.add(at.id);
    const decides = state.answers[at.askedIf.practice];
    if (!decides) return asked ? undefined : asked;
    const options = chosen(decides).filter((option) => !isBlank(option));
    let holds;
    if (options.length || decides.choices) {
      holds = options.some((option) => at.askedIf.any.includes(option));
    } else if (decides.na || decides.not_adopted) {
      holds = false;
    }
    if (holds === false) return false;
    if (holds === undefined) asked = undefined;
  }
  return asked;
}

export function rowsOf(practice, state) {
  if (!practice.rowsFrom) return practice.rows ?? [];
  const prefix = `lists.${practice.rowsFrom}/`;
  return Object.entries(state.cover)
    .filter(([key, { value }]) => key.startsWith(prefix) && !isBlank(value))
    .map(([key, { value }]) => ({ id: key.slice(prefix.length), text: value }));
}

export function isAnswered(practice, entered, state) {
  if (entered.na || entered.not_adopted) return true;
  switch (practice.answer) {
    case "level":
      return entered.level !== undefined;
    case "choices":
      return entered.choices !== undefined;
    case "rows": {
      const rows = rowsOf(practice, state);
      return rows.length > 0 && rows.every(({ id }) => !isBlank(entered.rows?.[id]));
    }
    default:
      return !isBlank(entered[practice.answer]);
  }
}

// "out": not of this institution; "unasked": another answer leaves it out
export function statusOf(practice, state, form) {
  const entered = state.answers[practice.id];
  if (!isInScope(practice, state, form)) return "out";
  if (isAnswered(practice, entered, state)) {
    if (entered.confirmed === false) return "unconfirmed";
    return "answered";
  }
  return isAsked(practice, state, form) === false ? "unasked" : "open";
}

export function progressOf(ids, state, form) {
  const statuses = ids.map((id) => statusOf(form.practices[id], state, form));
  const counted = statuses.filter((status) => status !== "out" && status !== "unasked");
  return { done: counted.filter((status) => status !== "open").length, of: counted.length };
}
