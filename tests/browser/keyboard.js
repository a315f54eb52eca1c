// The page without a mouse: what is used is first reached with Tab, as anybody without one would.
import { expect } from "@playwright/test";

/** More stops than any page here has. */
const MOST_STOPS = 120;

/** Tabs on until `target` has the focus. */
export async function reach(page, target) {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} cannot be reached with Tab`);
}

/** Tabs back until `target` has the focus: the shorter way to what stands before. */
export async function reachBack(page, target) {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Shift+Tab");
  }
  throw new Error(`${target} cannot be reached with Shift and Tab`);
}

/** Presses a button or follows a link. */
export async function press(page, target) {
  await reach(page, target);
  await page.keyboard.press("Enter");
}

/** Chooses one of a group of radio buttons: Tab into the group, then arrows, as the group is one stop. */
export async function choose(page, group, label) {
  const wanted = group.getByRole("radio", { name: label });
  const radios = group.getByRole("radio");
  const checked = group.getByRole("radio", { checked: true });
  await reach(page, (await checked.count()) ? checked : radios.first());
  await page.keyboard.press("Space");
  for (let turn = 0; turn < (await radios.count()); turn++) {
    if (await wanted.isChecked()) return;
    await page.keyboard.press("ArrowDown");
  }
  await expect(wanted).toBeChecked();
}

/** Sets a slider to its far end. */
export async function toEnd(page, slider) {
  await reach(page, slider);
  await page.keyboard.press("End");
}

/** Types into a field. */
export async function type(page, field, text) {
  await reach(page, field);
  await page.keyboard.type(text);
}
