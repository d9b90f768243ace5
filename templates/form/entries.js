// What was entered, in memory and as a file; nothing here knows the screen.

export const KINDS = ["level", "choice", "choices", "rows", "value", "text", "na", "not_adopted"];
const TEXTS = ["reason", "note", "last_done", "performed_by", "by"];
const GROUPS = {
  done: ["n", "of"],
  treatment: ["kind", "measure", "approved_by", "approved_on", "review_by"],
  plan: ["owner", "due", "action", "status", "budget"],
};
const EVIDENCE = ["ref", "date"];
const REVIEW = ["line", "level", "by", "on", "note"];
const LEFT_OUT = ["na", "not_adopted"];
const PREFIX = {
  group: "selected_groups.",
  flag: "institution.profile.",
  factor: "institution.risk.factors.",
  override: "institution.risk.override",
  name: "lists.",
};
const INSTITUTION = ["id", "name", "sector", "licence", "size"];
const APPROVAL = ["respondent", "second_line", "reported_to_board"];

// Half a character of a pair, and what no text shows, cannot be saved and read back as they are.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function clean(text) {
  return String(text).replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "");
}

// The blanks of the program that reads the file; those of trim() are others.
const BLANK = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$/;

export function isBlank(value) {
  return value === undefined || value === null || BLANK.test(value);
}

// What the program that reads the file takes, too: more is none of a form, and would fill the screen.
const MAX_ENTRY = 30_000;
const MAX_ITEMS = 200;

const isText = (value) => typeof value === "string" && value.length <= MAX_ENTRY;
const isNumber = (value) => Number.isSafeInteger(value);
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

export class DamagedFile extends Error {}

function need(condition) {
  if (!condition) throw new DamagedFile();
}

function textOf(value) {
  need(value === undefined || isText(value) || isNumber(value));
  return value === undefined ? "" : String(value);
}

function fieldsOf(value, names) {
  need(isRecord(value));
  need(Object.keys(value).every((name) => names.includes(name)));
  const fields = {};
  for (const name of names) {
    const text = textOf(value[name]);
    if (text !== "") fields[name] = text;
  }
  return fields;
}

function listOf(value) {
  need(Array.isArray(value) && value.length <= MAX_ITEMS);
  return value;
}

// Only what is known is taken over, each with its own type.
function readAnswer(value) {
  need(isRecord(value));
  const entered = {};
  for (const [name, part] of Object.entries(value)) {
    if (name === "level") {
      need(isNumber(part));
      entered.level = part;
    } else if (LEFT_OUT.includes(name)) {
      need(typeof part === "boolean");
      if (part) entered[name] = true;
    } else if (name === "choices" || name === "points") {
      need(listOf(part).every(isText));
      entered[name] = [...part];
    } else if (name === "rows") {
      need(isRecord(part) && listOf(Object.values(part)).every(isText));
      entered.rows = { ...part };
    } else if (["choice", "value", "text", ...TEXTS].includes(name)) {
      entered[name] = textOf(part);
    } else if (Object.hasOwn(GROUPS, name)) {
      entered[name] = fieldsOf(part, GROUPS[name]);
    } else if (name === "evidence") {
      entered.evidence = listOf(part).map((item) => fieldsOf(item, EVIDENCE));
    } else if (name === "review") {
      entered.review = listOf(part).map((item) => fieldsOf(item, REVIEW));
    } else if (name === "confirmed") {
      need(typeof part === "boolean");
      if (!part) entered.confirmed = false;
    } else {
      need(false);
    }
  }
  return entered;
}

const count = (text) => (/^[0-9]{1,9}$/.test(text) ? Number(text) : text);

function givenFields(fields, names, asCount = []) {
  const given = {};
  for (const name of names) {
    if (isBlank(fields[name])) continue;
    given[name] = asCount.includes(name) ? count(fields[name].trim()) : fields[name];
  }
  return given;
}

export function isEmptyRecord(value) {
  return Object.keys(value).length === 0;
}

export function writeAnswer(entered) {
  const saved = {};
  if (entered.level !== undefined) saved.level = entered.level;
  for (const name of ["choice", "value", "text"]) {
    if (!isBlank(entered[name])) saved[name] = entered[name];
  }
  if (entered.choices) saved.choices = entered.choices;
  if (entered.rows) {
    const rows = Object.entries(entered.rows).filter(([, value]) => !isBlank(value));
    if (rows.length) saved.rows = Object.fromEntries(rows);
  }
  for (const name of LEFT_OUT) if (entered[name]) saved[name] = true;
  for (const name of TEXTS) if (!isBlank(entered[name])) saved[name] = entered[name];
  const evidence = (entered.evidence ?? []).map((item) => givenFields(item, EVIDENCE));
  if (evidence.some((item) => !isEmptyRecord(item))) {
    saved.evidence = evidence.filter((item) => !isEmptyRecord(item));
  }
  if (entered.points?.length) saved.points = entered.points;
  for (const name of Object.keys(GROUPS)) {
    const asCount = name === "done" ? GROUPS.done : [];
    const group = givenFields(entered[name] ?? {}, GROUPS[name], asCount);
    const saysNothing = name === "plan" && Object.keys(group).join() === "status";
    if (!isEmptyRecord(group) && !(saysNothing && group.status === "open")) saved[name] = group;
  }
  if (entered.review?.length) {
    saved.review = entered.review.map((item) => givenFields(item, REVIEW, ["line", "level"]));
  }
  if (entered.confirmed === false) saved.confirmed = false;
  return saved;
}

function readCover(saved) {
  const cover = {};
  const put = (key, value, reason = "") => {
    if (value !== "" || reason !== "") cover[key] = { value, reason };
  };
  const institution = saved.institution ?? {};
  need(isRecord(institution));
  const { profile = {}, risk = {}, ...rest } = institution;
  for (const [name, value] of Object.entries(fieldsOf(rest, INSTITUTION))) {
    put(`institution.${name}`, value);
  }
  need(isRecord(profile) && isRecord(risk));
  for (const [flag, stated] of Object.entries(profile)) {
    const { value, reason } = isRecord(stated) ? stated : { value: stated };
    need(value === undefined || value === null || typeof value === "boolean");
    put(PREFIX.flag + flag, value === true ? "yes" : value === false ? "no" : "", textOf(reason));
  }
  for (const [factor, level] of Object.entries(risk.factors ?? {})) {
    put(PREFIX.factor + factor, textOf(level));
  }
  if (risk.override) {
    const { level = "", reason = "" } = fieldsOf(risk.override, ["level", "reason"]);
    put(PREFIX.override, level, reason);
  }
  put("assessed_on", textOf(saved.assessed_on));
  for (const [name, value] of Object.entries(fieldsOf(saved.approval ?? {}, APPROVAL))) {
    put(`approval.${name}`, value);
  }
  for (const [group, isAnswered] of Object.entries(saved.form.choices ?? {})) {
    put(PREFIX.group + group, isAnswered ? "yes" : "no");
  }
  for (const [list, rows] of Object.entries(saved.lists ?? {})) {
    for (const row of listOf(rows)) {
      need(isRecord(row) && isText(row.id));
      put(`${PREFIX.name}${list}/${row.id}`, textOf(row.name));
    }
  }
  return cover;
}

export function readSaved(saved, practices) {
  need(isRecord(saved) && saved.schema === "cssa.answers/1" && isRecord(saved.form));
  need(isRecord(saved.answers));
  const answers = {};
  for (const id of practices) answers[id] = readAnswer(saved.answers[id] ?? {});
  need(Object.keys(saved.answers).every((id) => Object.hasOwn(answers, id)));
  return { cover: readCover(saved), answers };
}

function choicesOf(cover, prefix) {
  return Object.entries(cover).filter(([key]) => key.startsWith(prefix));
}

function writeInstitution(cover) {
  const institution = {};
  for (const name of INSTITUTION) {
    const { value } = cover[`institution.${name}`] ?? {};
    if (isBlank(value)) continue;
    institution[name] = name === "size" && /^[1-9][0-9]{0,14}$/.test(value) ? Number(value) : value;
  }
  const profile = {};
  for (const [key, { value, reason }] of choicesOf(cover, PREFIX.flag)) {
    const stated = {};
    if (value) stated.value = value === "yes";
    if (!isBlank(reason)) stated.reason = reason;
    if (!isEmptyRecord(stated)) profile[key.slice(PREFIX.flag.length)] = stated;
  }
  if (!isEmptyRecord(profile)) institution.profile = profile;
  const risk = {};
  for (const [key, { value }] of choicesOf(cover, PREFIX.factor)) {
    if (value) risk.factors = { ...risk.factors, [key.slice(PREFIX.factor.length)]: value };
  }
  const { value: level = "", reason = "" } = cover[PREFIX.override] ?? {};
  const override = givenFields({ level, reason }, ["level", "reason"]);
  if (!isEmptyRecord(override)) risk.override = override;
  if (!isEmptyRecord(risk)) institution.risk = risk;
  return institution;
}

export function writeSaved(binding, state, when) {
  const { cover, answers } = state;
  const form = { ...binding.form };
  delete form.content;
  delete form.choices;
  const choices = choicesOf(cover, PREFIX.group).filter(([, { value }]) => value);
  if (choices.length) {
    form.choices = Object.fromEntries(
      choices.map(([key, { value }]) => [key.slice(PREFIX.group.length), value === "yes"]),
    );
  }
  form.saved = when;
  const saved = { schema: "cssa.answers/1", form, checklist: binding.checklist };
  if (binding.campaign) saved.campaign = binding.campaign;
  saved.institution = writeInstitution(cover);
  if (!isBlank(cover.assessed_on?.value)) saved.assessed_on = cover.assessed_on.value;
  const approval = {};
  for (const name of APPROVAL) {
    const { value } = cover[`approval.${name}`] ?? {};
    if (!isBlank(value)) approval[name] = value;
  }
  if (!isEmptyRecord(approval)) saved.approval = approval;
  const lists = Object.create(null); // a list may have any name
  for (const [key, { value }] of choicesOf(cover, PREFIX.name)) {
    const [list, row] = key.slice(PREFIX.name.length).split("/");
    if (!isBlank(value)) (lists[list] ??= []).push({ id: row, name: value.trim() });
  }
  if (!isEmptyRecord(lists)) saved.lists = lists;
  saved.answers = {};
  for (const [id, entered] of Object.entries(answers)) saved.answers[id] = writeAnswer(entered);
  return saved;
}

// U+2028 and the like end a line for some readers, in a text that has none for others.
export function fileText(saved, { inPage = false } = {}) {
  const text = JSON.stringify(saved).replace(/[\u0085\u2028\u2029\ufeff]/g, escaped);
  return inPage ? text.replace(/[<>&]/g, escaped) : text;
}

function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
