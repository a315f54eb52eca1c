// Forms as somebody fills them in who has a keyboard and nothing else.
import { expect } from "@playwright/test";
import { press, reach } from "./keyboard.js";

/** The panel that forms stand in. */
export const panel = (page) => page.locator(".forms");

/** Opens the sandbox. */
export async function sandbox(page) {
  await page.goto("./#/sandbox");
  await expect(page.locator(".house").first()).toBeVisible();
}

/** Finds a form by its title and opens it. */
export async function open(page, title) {
  await find(page, title, "b", title);
  await expect(panel(page).locator("#form-title")).toHaveText(title);
}

/** Looks for forms and opens the first whose title (`b`) or command (`code`) is `wanted`. */
export async function find(page, query, part, wanted) {
  await page.keyboard.press("Control+k");
  await expect(page.locator("#form-find")).toBeFocused();
  await page.keyboard.type(query);
  const textsOf = (options) => options.locator(part).allTextContents();
  const said = () => textsOf(panel(page).getByRole("option"));
  const chosen = () => textsOf(panel(page).getByRole("option", { selected: true }));
  await expect.poll(async () => (await said()).includes(wanted), `a form for ${wanted}`).toBe(true);
  // What was found while the last letters were typed may have been more.
  await expect(async () => {
    const list = await said();
    const by = list.indexOf(wanted) - list.indexOf((await chosen())[0]);
    for (let turn = 0; turn < Math.abs(by); turn++) await page.keyboard.press(by > 0 ? "ArrowDown" : "ArrowUp");
    await expect.poll(chosen, { timeout: 1_000 }).toEqual([wanted]);
  }).toPass();
  await page.keyboard.press("Enter");
}

/** A field by what it is called. */
export const field = (page, label) => panel(page).getByLabel(label, { exact: true });

/** Types into a field, in place of what stands there. */
export const fill = (page, label, text) => fillIn(page, field(page, label).first(), text);

/** The same where the field is at hand. */
export async function fillIn(page, line, text) {
  await reach(page, line);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
  await expect(line).toHaveValue(text);
}

/** Chooses from a list by the first letters of what is wanted. */
export const choose = (page, label, wanted) => chooseIn(page, field(page, label).first(), wanted);

/** The same where the list is at hand. */
export async function chooseIn(page, list, wanted) {
  await reach(page, list);
  await page.keyboard.type(wanted);
  await expect.poll(() => list.evaluate((select) => select.selectedOptions?.[0]?.textContent ?? "gone")).toMatch(
    new RegExp(`^(${wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}|gone)`));
}

/** Ticks boxes of a group. */
export async function tick(page, group, ...names) {
  for (const name of names) await tickIn(page, boxesOf(page, group, name).first());
}

/** The boxes of what is called so in a group. */
export const boxesOf = (page, group, name) => panel(page).getByRole("group", { name: group }).getByRole("checkbox", { name });

/** The same where the box is at hand. */
export async function tickIn(page, box) {
  await reach(page, box);
  if (!(await box.isChecked())) await page.keyboard.press("Space");
  await expect(box).toBeChecked();
}

/** Presses a button of the panel. */
export const button = (page, name) => press(page, panel(page).getByRole("button", { name, exact: true }).first());

/** Sends the form: AWS takes it. */
export async function send(page) {
  await button(page, "Send");
  await expect(panel(page).locator(".form-done"), await panel(page).locator(".form-errors").allTextContents().then(String))
    .toBeVisible();
}
