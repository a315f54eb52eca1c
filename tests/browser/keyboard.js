// The page without a mouse: what is used is first reached with Tab, as anybody without one would.
import { expect } from "@playwright/test";

/** More stops than any page here has. */
const MOST_STOPS = 240;

/** Tabs on, or back where that is the shorter way, until `target` has the focus. */
export async function reach(page, target) {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < MOST_STOPS; ) {
    const way = await target.evaluate(wayTo, undefined, { timeout: 5_000 });
    if (way === 0) return;
    for (let stop = 0; stop < Math.abs(way); stop++) await page.keyboard.press(way > 0 ? "Tab" : "Shift+Tab");
    pressed += Math.abs(way);
  }
  throw new Error(`${target} cannot be reached with Tab`);
}

/** Runs in the page: how many stops of Tab lie between the focus and an element, as far as can be told; below 0, with Shift. */
function wayTo(target) {
  if (target === document.activeElement) return 0;
  const modal = document.querySelector("dialog:modal");
  const isStop = (element) => {
    if (element.tabIndex < 0 || element.disabled || element.closest("[inert]")) return false;
    if (element.matches(":disabled") || !element.checkVisibility({ visibilityProperty: true })) return false;
    return !modal || modal.contains(element);
  };
  // A group of radio buttons is one stop: the one that is chosen, or where Tab first comes to.
  const stopOf = ({ name }) => {
    const group = `input[type=radio][name="${CSS.escape(name)}"]`;
    return document.querySelector(`${group}:checked`) ?? document.querySelector(group);
  };
  const isPassedOver = (element) => element.type === "radio" && element !== target && element !== stopOf(element);
  const kinds = "a[href], button, input, select, textarea, summary, [tabindex]";
  const stops = [...document.querySelectorAll(kinds)].filter((element) => isStop(element) && !isPassedOver(element));
  const to = stops.indexOf(target);
  const from = stops.indexOf(document.activeElement);
  if (to < 0 || from < 0) return 1;
  const ahead = (to - from + stops.length) % stops.length;
  // Backwards, Tab comes to the last button of a group in which nothing is chosen.
  return ahead <= stops.length / 2 || target.type === "radio" ? ahead : ahead - stops.length;
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

/** Chooses the radio button at a place of its group. */
export async function choosePlace(page, group, place) {
  const radios = group.getByRole("radio");
  const checked = group.getByRole("radio", { checked: true });
  await reach(page, (await checked.count()) ? checked : radios.first());
  if (place === 0) await page.keyboard.press("Space");
  for (let turn = 0; turn < place; turn++) await page.keyboard.press("ArrowDown");
  await expect(radios.nth(place)).toBeChecked();
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
