// What would be returned to its sender, or asked about; figures are for the program that reads it.

import { applies, isAnswered, isAsked, isInScope, rowsOf, statusOf } from "./asking.js";
import { isBlank } from "./entries.js";

export const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const NUMBER = /^[-+]?[0-9]+(\.[0-9]+)?$/;
const COUNT = /^[0-9]{1,15}$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
export const TREATMENT = ["kind", "measure", "approved_by", "approved_on", "review_by"];
const PLAN = ["owner", "due", "action"];

// Full-width digits and the commas of thousands are read as what they mean.
export function plainNumber(text) {
  return text.normalize("NFKC").replace(/,/g, "").trim();
}

function* coverProblems(form, state) {
  for (const section of form.cover) {
    for (const line of section.lines) {
      const { value = "", reason = "" } = state.cover[line.key] ?? {};
      const at = { line: line.key };
      if (line.required && isBlank(value)) yield { ...at, code: "required", label: line.label };
      if (line.kind === "id" && !isBlank(value) && !ID.test(value.normalize("NFKC").trim())) {
        yield { ...at, code: "id", label: line.label };
      }
      if (line.kind === "flag" && isBlank(value) && !isBlank(reason)) {
        yield { ...at, code: "flag_reason_alone", label: line.label };
      }
      if (line.kind === "override" && isBlank(value) !== isBlank(reason)) {
        yield { ...at, code: "override_pair", label: line.label };
      }
      if (line.kind === "date" && !isBlank(value) && !DAY.test(value)) {
        yield { ...at, code: "date", label: line.label };
      }
    }
  }
}

function answeredRows(practice, entered, state) {
  return rowsOf(practice, state).filter(({ id }) => !isBlank(entered.rows?.[id]));
}

function* valueProblems(practice, entered, state) {
  if (practice.answer === "value" && !isBlank(entered.value)) {
    if (!NUMBER.test(plainNumber(entered.value))) yield { code: "number", field: "answer" };
  }
  if (practice.answer === "rows" && practice.accepts === "number") {
    for (const { id, text } of answeredRows(practice, entered, state)) {
      if (!NUMBER.test(plainNumber(entered.rows[id]))) {
        yield { code: "row_number", field: "answer", row: text };
      }
    }
  }
}

function* treatmentProblems(treatment) {
  if (!treatment || TREATMENT.every((name) => isBlank(treatment[name]))) return;
  if (TREATMENT.some((name) => isBlank(treatment[name]))) {
    yield { code: "treatment", field: "treatment" };
  } else if (treatment.review_by < treatment.approved_on) {
    yield { code: "treatment_dates", field: "treatment" };
  }
}

function* answerProblems(practice, entered, state, form) {
  if ((entered.na || entered.not_adopted) && isBlank(entered.reason)) {
    yield { code: "reason", field: "reason" };
  }
  yield* valueProblems(practice, entered, state);
  const { n = "", of = "" } = entered.done ?? {};
  if (isBlank(n) !== isBlank(of)) {
    yield { code: "done_pair", field: "done" };
  } else if (!isBlank(n)) {
    const [done, all] = [plainNumber(n), plainNumber(of)];
    if (!COUNT.test(done) || !COUNT.test(all)) yield { code: "done_count", field: "done" };
    else if (Number(done) > Number(all) || all === "0") yield { code: "done_order", field: "done" };
  }
  if ((entered.evidence ?? []).some((item) => isBlank(item.ref) && !isBlank(item.date))) {
    yield { code: "evidence", field: "evidence" };
  }
  yield* treatmentProblems(entered.treatment);
  const plan = entered.plan ?? {};
  const isEmptyPlan = PLAN.every((name) => isBlank(plan[name]));
  const hasRest = !isBlank(plan.budget) || (!isBlank(plan.status) && plan.status !== "open");
  if (isEmptyPlan && hasRest) yield { code: "plan", field: "plan" };
  for (const problem of contradictions(practice, entered, state, form)) {
    yield { ...problem, isQuestion: true };
  }
}

// What is accepted, and asked about by those who read it. A short form has no points to tick.
function* contradictions(practice, entered, state, form) {
  const points = form.short ? [] : (practice.points ?? []);
  const missing = points.filter(
    (point) =>
      point.required &&
      applies(point.appliesIf, state) &&
      !(entered.points ?? []).includes(point.id),
  );
  if (entered.level >= form.inPlace && missing.length) yield { code: "points", field: "points" };
  if (entered.treatment && practice.legal) yield { code: "legal", field: "treatment" };
  if (practice.legal && (entered.na || entered.not_adopted)) {
    yield { code: "legal", field: "reason" };
  }
  if (practice.answer === "rows") {
    const answered = answeredRows(practice, entered, state).length;
    const isOpen = answered < rowsOf(practice, state).length;
    if (answered && isOpen) yield { code: "rows", field: "answer" };
  }
  if (isAnswered(practice, entered, state) && isAsked(practice, state, form) === false) {
    yield { code: "unasked", field: "answer" };
  }
}

export function problemsOf(practice, state, form) {
  const entered = state.answers[practice.id];
  const at = { practice: practice.id };
  return [...answerProblems(practice, entered, state, form)].map((found) => ({ ...at, ...found }));
}

export function reviewOf(form, state) {
  const wrong = [...coverProblems(form, state)];
  const questions = [];
  const open = [];
  const unconfirmed = [];
  for (const id of form.order) {
    const practice = form.practices[id];
    for (const problem of problemsOf(practice, state, form)) {
      (problem.isQuestion ? questions : wrong).push(problem);
    }
    if (!isInScope(practice, state, form)) continue;
    const status = statusOf(practice, state, form);
    if (status === "open") open.push(id);
    if (status === "unconfirmed") unconfirmed.push(id);
  }
  return { wrong, questions, open, unconfirmed };
}
