// Answers that contradict each other by the rules of the checklist, as the program finds them.
// Levels that are worked out of options and numbers are known to that program alone.

import { isAsked, isInScope, outcomeOf, rowsOf } from "./asking.js";
import { DAY, TREATMENT } from "./checks.js";
import { isBlank, isEmptyRecord, writeAnswer } from "./entries.js";

// A valid alternative measure stands in for its practice.
function isReplaced(practice, { treatment = {}, by }, today) {
  return (
    treatment.kind === "alternative" &&
    !practice.legal &&
    TREATMENT.every((name) => !isBlank(treatment[name])) &&
    treatment.approved_by !== by &&
    treatment.review_by >= today
  );
}

function factsOf(practice, entered, state, today) {
  const evidence = entered.evidence ?? [];
  const dates = [entered.last_done, ...evidence.map((item) => item.date)];
  const { n, of } = entered.done ?? {};
  return {
    level: entered.level,
    leftOut: entered.na ? "not_applicable" : entered.not_adopted ? "not_adopted" : undefined,
    isReplaced: isReplaced(practice, entered, today),
    performer: entered.performed_by === "own" ? undefined : entered.performed_by || undefined,
    done: Number.isInteger(n) && Number.isInteger(of) ? { n, of } : undefined,
    lastDone: entered.last_done,
    newest: dates.filter((day) => day && DAY.test(day)).sort().at(-1),
    hasEvidence: evidence.length > 0,
    isReviewed: Boolean(entered.review?.length),
    rows: practice.answer === "value" ? { "": entered.value } : entered.rows,
  };
}

// The day that lies months and days before another; a month that is too short ends it.
function before(day, { months, days }) {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const found = new Date(Date.UTC(year, month - 1 - months, Math.min(date, last) - days));
  return found.toISOString().slice(0, 10);
}

const isAtLeast = (facts, level) => facts?.level !== undefined && facts.level >= level;

function lacking(rule, context) {
  const { performer } = context.facts(rule.practice);
  return rule.on.filter((id) => {
    const base = context.facts(id);
    if (!base || base.performer !== performer || base.isReplaced) return false;
    return base.leftOut === "not_adopted" || base.level < rule.least;
  });
}

function* resting(rule, context, isBroken) {
  if (!isAtLeast(context.facts(rule.practice), rule.level)) return;
  const found = lacking(rule, context);
  if (isBroken(found)) yield { practice: rule.practice, other: found[0] };
}

function* each(rule, context, isBroken) {
  for (const practice of rule.practices ?? []) {
    const facts = context.facts(practice);
    if (facts && isBroken(facts)) yield { practice };
  }
}

function isOfProfile(rule, { state }) {
  if (rule.profile && outcomeOf(rule.profile, state) !== true) return false;
  return Object.entries(rule.risk ?? {}).every(([factor, levels]) =>
    levels.includes(state.cover[`institution.risk.factors.${factor}`]?.value),
  );
}

function* ofProfile(rule, context, isBroken) {
  if (isOfProfile(rule, context)) yield* each(rule, context, isBroken);
}

const KINDS_OF_RULE = {
  *not_above(rule, context) {
    const limits = context.facts(rule.than)?.rows ?? {};
    for (const [row, number] of Object.entries(context.facts(rule.of)?.rows ?? {})) {
      if (isBlank(number) || isBlank(limits[row])) continue;
      if (Number(number) > Number(limits[row])) {
        yield { practice: rule.of, row, value: number, other: rule.than, otherValue: limits[row] };
      }
    }
  },
  *every_row(rule, { facts, form, state }) {
    const rows = facts(rule.practice)?.rows;
    if (!rows || isEmptyRecord(rows)) return;
    for (const { id } of rowsOf(form.practices[rule.practice], state)) {
      const value = rows[id];
      if (isBlank(value) || rule.except?.includes(value)) yield { practice: rule.practice, row: id, value };
    }
  },
  rests_on: (rule, context) => resting(rule, context, (found) => found.length > 0),
  rests_on_any: (rule, context) => resting(rule, context, ({ length }) => length === rule.on.length),
  done_in_part: (rule, context) =>
    each(rule, context, (facts) => {
      const { n, of } = facts.done ?? { n: 1, of: 1 };
      return isAtLeast(facts, rule.level) && 100 * n < rule.share * of;
    }),
  *profile(rule, context) {
    if (isOfProfile(rule, context)) yield {};
  },
  profile_level: (rule, context) =>
    ofProfile(rule, context, (facts) => {
      if (facts.level === undefined || facts.isReplaced || facts.performer) return false;
      return rule.most === undefined ? isAtLeast(facts, rule.level) : facts.level <= rule.most;
    }),
  profile_left_out: (rule, context) =>
    ofProfile(rule, context, ({ leftOut }) => leftOut === "not_applicable"),
  *profile_performer(rule, context) {
    const practices = rule.practices ?? context.form.order;
    const isBroken = ({ performer }) => rule.performed_by.includes(performer);
    const [first] = ofProfile({ ...rule, practices }, context, isBroken);
    if (first) yield first;
  },
  done_within: (rule, context) =>
    each(rule, context, (facts) => {
      if (!facts.lastDone || !isAtLeast(facts, rule.level)) return false;
      return facts.newest < before(context.day, rule.within);
    }),
  dated: (rule, context) =>
    each(
      rule,
      context,
      (facts) =>
        isAtLeast(facts, rule.level) &&
        !facts.performer && facts.hasEvidence && !facts.isReviewed && !facts.newest,
    ),
};

// Those of one practice, or all, those that weigh most first.
export function contradictionsOf(form, state, today, only) {
  const known = new Map();
  const facts = (id) => {
    if (!known.has(id)) known.set(id, read(id));
    return known.get(id);
  };
  const read = (id) => {
    const practice = form.practices[id];
    if (!practice || !isInScope(practice, state, form)) return undefined;
    const entered = writeAnswer(state.answers[id]);
    if (isEmptyRecord(entered) || isAsked(practice, state, form) === false) return undefined;
    return factsOf(practice, entered, state, today);
  };
  const stated = state.cover.assessed_on?.value ?? "";
  const context = { form, state, facts, day: DAY.test(stated) ? stated : today };
  return form.consistency
    .flatMap((rule) =>
      [...KINDS_OF_RULE[rule.kind](rule, context)].map((found) => {
        const [at, other] = [found.practice, found.other].map((id) => id && facts(id));
        return { rule, ...found, facts: at, otherFacts: other, isQuestion: true };
      }),
    )
    .filter((found) => only === undefined || found.practice === only)
    .sort((a, b) => b.rule.weight - a.rule.weight);
}
