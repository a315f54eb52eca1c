// Requests, filled into the form of their operation by somebody who has a keyboard and nothing else.
import { expect } from "@playwright/test";
import { button, find, open, panel, send } from "./forms.js";
import { press, reach } from "./keyboard.js";

/** What stands in a request for a thing of the account: what it is called. */
const NAMED = "~";
/** What a thing is called stands first in its entry of a list; more of it follows. */
const MORE = " · ";

/** Fills a request into the form of its operation and sends it; gives the command that the form has shown. */
export async function ask(page, { service, operation, request }) {
  const command = `${service === "sandbox" ? "sandbox" : `aws ${service}`} ${kebab(operation)}`;
  await find(page, inShort(operation), "code", command);
  await structure(page, panel(page).locator(".form-fields"), wanted(request));
  const shown = await panel(page).locator(".command code").textContent();
  await send(page);
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  return shown;
}

/** Asks by the form of a call that only looks; gives what is looked for in the answer. */
export async function answerTo(page, title, wanted) {
  await open(page, title);
  await button(page, "Ask");
  const answer = panel(page).getByRole("region", { name: "What AWS answered" });
  await expect(answer).toContainText(wanted);
  const [found] = wanted.exec(await answer.textContent());
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  return found;
}

/** The request with any text where a thing is named, to be held against what a form has sent; an empty list is none. */
export function likeness(value) {
  if (isNamed(value)) return expect.any(String);
  if (Array.isArray(value)) return value.some(isNamed) ? expect.arrayContaining([expect.any(String)]) : value.map(likeness);
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value).filter(([, inner]) => !Array.isArray(inner) || inner.length > 0);
  return Object.fromEntries(members.map(([name, inner]) => [name, likeness(inner)]));
}

const isNamed = (value) => typeof value === "string" && value.includes(NAMED);

const kebab = (name) => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();

/** What somebody in a hurry types to find an operation: how its first word begins, and its last. */
function inShort(operation) {
  const words = kebab(operation).split("-");
  return [...new Set([words.at(0), words.at(-1)])].map((word) => word.slice(0, 4)).join(" ");
}

/** The least number of instances follows the number that is wanted. */
const wanted = ({ MinCount: _, ...rest }) => rest;

/** Fills in the members of a structure; what it starts with and the request has not, goes. */
async function structure(page, place, request) {
  for (const [name, value] of Object.entries(request)) {
    const field = place.locator(`[data-member="${name}"]`).first();
    if (await field.evaluate(holds, String(value))) continue;
    await unfold(page, field);
    await fill(page, field, value);
  }
  for (const name of await place.evaluate(filled)) {
    if (!(name in request)) await clear(page, place.locator(`[data-member="${name}"]`).first());
  }
}

/** Runs in the page: whether a field of one value has this one. */
const holds = (field, text) => !field.matches("fieldset") && field.querySelector("input, select, textarea")?.value === text;

/** Opens what a field is folded away in. */
async function unfold(page, field) {
  const folds = field.locator("xpath=ancestor::details[not(@open)]");
  while (await folds.count()) {
    const folded = await folds.count();
    await press(page, folds.first().locator("> summary"));
    await expect(folds).toHaveCount(folded - 1);
  }
}

async function fill(page, field, value) {
  if (await is(field, ".form-boxes")) return tick(page, field, typeof value === "string" ? value.split(",") : value);
  if (!(await is(field, ".form-group"))) return single(page, field, value);
  if (Array.isArray(value)) return list(page, field, value);
  if ((await field.locator("> .form-within").count()) === 0) await press(page, field.locator("> .form-add"));
  await structure(page, field.locator("> .form-within"), value);
}

const is = (field, selector) => field.evaluate((element, wanted) => element.matches(wanted), selector);

/** As many entries as there are values. */
async function list(page, field, values) {
  const entries = field.locator("> .form-entry");
  while ((await entries.count()) > values.length) await removeLast(page, entries);
  for (const [index, value] of values.entries()) {
    if ((await entries.count()) === index) await press(page, field.locator("> .form-add"));
    const entry = entries.nth(index);
    await expect(entry).toBeVisible();
    if (await is(entry, "fieldset")) await structure(page, entry, value);
    else await single(page, entry, value);
  }
}

async function removeLast(page, entries) {
  const before = await entries.count();
  await press(page, entries.last().locator("> .form-remove"));
  await expect(entries).toHaveCount(before - 1);
}

/** One value: chosen from a list, or typed. A structure of one value is filled in as that value. */
async function single(page, field, value) {
  const text = String(typeof value === "object" ? Object.values(value)[0] : value);
  const list = field.locator("select");
  if (await list.count()) return choose(page, field, text);
  const line = field.locator("input, textarea").first();
  await reach(page, line);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
  await expect(line).toHaveValue(text);
}

/** Goes through a field's list with the arrow keys; what it has not is typed. */
async function choose(page, field, wanted) {
  const list = field.locator("select");
  const options = list.locator("option");
  const place = (await options.evaluateAll(choices)).findIndex((choice) => isMeant(choice, wanted));
  await reach(page, list);
  if (place < 0) return another(page, field, wanted);
  const way = place - (await list.evaluate((select) => select.selectedIndex));
  for (let turn = 0; turn < Math.abs(way); turn++) await page.keyboard.press(way > 0 ? "ArrowDown" : "ArrowUp");
  await expect(options.nth(place)).toHaveJSProperty("selected", true);
}

/** The last entry of a list makes a line of it, to type into. */
async function another(page, field, wanted) {
  await page.keyboard.press("End");
  const line = field.locator("input");
  await expect(line).toBeFocused();
  await page.keyboard.type(wanted);
  await expect(line).toHaveValue(wanted);
}

/** Ticks what is wanted, and nothing else. */
async function tick(page, field, wanted) {
  const boxes = field.locator(".form-box");
  const things = (await boxes.allTextContents()).map((label) => ({ value: label.split(MORE)[0], label }));
  for (const one of wanted) expect(things.some((thing) => isMeant(thing, one)), `${one} can be ticked`).toBe(true);
  for (const [place, thing] of things.entries()) {
    const box = boxes.nth(place).getByRole("checkbox");
    const isWanted = wanted.some((one) => isMeant(thing, one));
    if ((await box.isChecked()) === isWanted) continue;
    await reach(page, box);
    await page.keyboard.press("Space");
    await expect(box).toBeChecked({ checked: isWanted });
  }
}

/** Whether something that can be chosen is what a request names. */
function isMeant({ value, label }, wanted) {
  if (!wanted.includes(NAMED)) return value === wanted || label === wanted;
  const [, name] = wanted.split(NAMED);
  return name === "" ? value !== "" : label === name || label.startsWith(name + MORE);
}

/** Runs in the page: what can be chosen. */
const choices = (options) => options.map(({ value, text }) => ({ value, label: text }));

/** Runs in the page: the members of a structure that hold something, but not what is within them. */
function filled(place) {
  const structure = ".form-fields, .form-entry, [data-member] > .form-within";
  const own = [...place.querySelectorAll("[data-member]")].filter((field) => field.parentElement.closest(structure) === place);
  const holds = (field) => field.querySelector(".form-entry, input:checked, :scope > .form-within")
    || [...field.querySelectorAll("input:not([type=checkbox]), select, textarea")].some(({ value }) => value !== "");
  return own.filter(holds).map((field) => field.dataset.member);
}

/** Leaves a member out. */
async function clear(page, field) {
  await unfold(page, field);
  if (await is(field, ".form-boxes")) return tick(page, field, []);
  if (await is(field, ".form-group")) {
    const entries = field.locator("> .form-entry");
    while (await entries.count()) await removeLast(page, entries);
    if (await field.locator("> .form-within").count()) await press(page, field.locator("> .form-remove"));
    return;
  }
  const input = field.locator("input, select, textarea").first();
  await reach(page, input);
  if (await is(input, "select")) await page.keyboard.press("Home");
  else await page.keyboard.press("ControlOrMeta+a").then(() => page.keyboard.press("Delete"));
  await expect(input).toHaveValue("");
}
