// Enters a set of answers into the page as its reader would: field by field, each as it is then drawn.
// The body of a function in the page; what it is given is what a form with these answers saves.

const [given] = arguments;
const { form } = cssaForm;
const byId = (id) => document.getElementById(id);
const pause = () => new Promise((done) => setTimeout(done));

function put(id, value) {
  const field = byId(id);
  if (!field) throw new Error(`no field ${id}`);
  field.focus();
  field.value = value;
  field.dispatchEvent(new Event(field.matches("select") ? "change" : "input", { bubbles: true }));
  if (field.matches("select") && byId(id).value !== value) throw new Error(`${id} is not ${value}`);
}

async function unfold(id) {
  byId(id).open = true;
  for (let n = 0; byId(id).childElementCount === 1 && n < 100; n += 1) await pause();
}

function putAll(prefix, values) {
  for (const [name, value] of Object.entries(values)) put(prefix + name, String(value));
}

async function answer(id, entered) {
  const practice = form.practices[id];
  const at = (part) => `f-${id}-${part}`;
  const option = (choice) => practice.options.findIndex((item) => item.id === choice);
  const { na, not_adopted: isLeftOut } = entered;
  if (na || isLeftOut) byId(at(`value-${na ? "na" : "not_adopted"}`)).click();
  if (entered.level !== undefined) byId(at(`value-${entered.level}`)).click();
  if (entered.choice) byId(at(`value-o${option(entered.choice)}`)).click();
  for (const choice of entered.choices ?? []) byId(at(`tick-${option(choice)}`)).click();
  if (entered.choices && !entered.choices.length) byId(at("tick-none")).click();
  const named = given.lists?.[practice.rowsFrom] ?? [];
  const ids = (practice.rows ?? named).map((row) => row.id);
  for (const [row, value] of Object.entries(entered.rows ?? {})) put(at(`row-${ids.indexOf(row)}`), value);
  for (const name of ["value", "text", "reason", "note"]) {
    if (entered[name] !== undefined) put(at(name), entered[name]);
  }
  const points = (practice.points ?? []).map((point) => point.id);
  for (const point of entered.points ?? []) byId(at(`points-${points.indexOf(point)}`)).click();
  for (const [n, item] of (entered.evidence ?? []).entries()) {
    if (n) byId(at("evidence-add")).click();
    putAll(at(`evidence-${n}-`), item);
  }
  if (["done", "last_done", "performed_by", "by"].some((name) => entered[name] !== undefined)) {
    await unfold(at("done-more"));
    putAll(at("done-"), entered.done ?? {});
    for (const name of ["last_done", "by", "performed_by"]) {
      if (entered[name] !== undefined) put(at(name), entered[name]);
    }
  }
  for (const name of ["treatment", "plan"]) {
    if (entered[name] === undefined) continue;
    await unfold(at(`${name}-more`));
    putAll(at(`${name}-`), entered[name]);
  }
}

async function enter() {
  cssaForm.go("cover");
  const { profile = {}, risk = {}, ...institution } = given.institution;
  putAll("c-institution.", institution);
  if (given.assessed_on) put("c-assessed_on", given.assessed_on);
  for (const [flag, { value, reason }] of Object.entries(profile)) {
    put(`c-institution.profile.${flag}`, value ? "yes" : "no");
    if (reason !== undefined) put(`c-institution.profile.${flag}-reason`, reason);
  }
  putAll("c-institution.risk.factors.", risk.factors ?? {});
  if (risk.override) {
    put("c-institution.risk.override", risk.override.level);
    put("c-institution.risk.override-reason", risk.override.reason);
  }
  for (const [list, rows] of Object.entries(given.lists ?? {})) {
    for (const { id, name } of rows) put(`c-lists.${list}/${id}`, name);
  }
  for (const domain of form.domains) {
    for (const section of domain.sections) {
      cssaForm.go(`s=${section.key}`);
      for (const id of section.practices) await answer(id, given.answers[id]);
    }
  }
  cssaForm.finish();
}

return enter();
