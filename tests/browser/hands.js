// Three ways to use the page: with the mouse, with the keyboard, or with a finger, and with nothing else.
import { expect } from "@playwright/test";
import { chooseIn, fillIn, find, panel, tickIn } from "./forms.js";
import { press, reach, toEnd } from "./keyboard.js";

/** What a finger can hit without aiming, in CSS pixels. */
const FINGER_PX = 44;

/** Moves the mouse and clicks; types into fields of text and nowhere else. */
const mouse = {
  name: "mouse",
  use: {},
  leaves: ["mouse"],
  press: (page, target) => target.click(),
  pick: (page, target) => target.click(),
  open: openByList,
  choose: pickFromSystem,
  tick: (page, box) => box.click(),
  slide: (page, slider, place) => at(slider, place, (position) => slider.click({ position })),
  type: async (page, line, text) => {
    await line.click({ clickCount: 3 });
    await page.keyboard.type(text);
  },
};

/** Presses keys. */
const keyboard = {
  name: "keyboard",
  use: {},
  leaves: ["keyboard"],
  press,
  pick: async (page, target) => {
    await walk(page, target);
    await page.keyboard.press("Enter");
  },
  open: (page, title) => find(page, title, "b", title),
  choose: chooseIn,
  tick: tickIn,
  slide: async (page, slider, place) => {
    await toEnd(page, slider);
    const turns = (await slider.evaluate(({ max }) => Number(max))) - place;
    for (let turn = 0; turn < turns; turn++) await page.keyboard.press("ArrowLeft");
  },
  type: fillIn,
};

/** Taps, on a phone. */
const touch = {
  name: "touch",
  use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  leaves: ["touch"],
  press: (page, target) => tap(target),
  pick: (page, target) => tap(target),
  open: openByList,
  choose: pickFromSystem,
  tick: (page, box) => tap(box.locator("xpath=ancestor::label")),
  slide: (page, slider, place) => at(slider, place, (position) => slider.tap({ position })),
  type: async (page, line, text) => {
    await tap(line);
    await line.fill(text);
  },
};

export const HANDS = [mouse, keyboard, touch];

/** Has the page note what it is used with. */
export async function watch(page) {
  await page.addInitScript(() => {
    const seen = (window.usedWith = new Set());
    const isText = (element) => element.matches("textarea, input:not([type=checkbox], [type=radio], [type=range])");
    addEventListener("pointerdown", ({ pointerType }) => seen.add(pointerType), true);
    addEventListener("keydown", ({ target }) => isText(target) || seen.add("keyboard"), true);
  });
}

/** The page was used with this hand and no other. */
export async function expectOnly(page, hand) {
  expect(await page.evaluate(() => [...window.usedWith]), "what the page was used with").toEqual(hand.leaves);
}

/** The list of everything that can be done, and one form of it. */
async function openByList(page, title) {
  await this.press(page, page.getByRole("button", { name: /^Actions/ }));
  await this.press(page, panel(page).getByRole("option").filter({ has: page.locator("b").getByText(title, { exact: true }) }));
}

/** The system shows such a list, outside the page: no test can point at its entries. */
async function pickFromSystem(page, list, wanted) {
  const labels = await list.locator("option").allTextContents();
  const label = labels.find((label) => label.startsWith(wanted));
  expect(label, `${wanted} among ${labels}`).toBeDefined();
  await list.selectOption({ label });
}

/** What was too small already, so that it is said once. */
const tooSmall = new Set();

/** Taps what is large enough for a finger. */
async function tap(target) {
  await target.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  if (!(await target.evaluate(isHitAround, FINGER_PX)) && !tooSmall.has(String(target))) {
    tooSmall.add(String(target));
    expect.soft("too small", `for a finger, ${target} is`).toBe("large enough");
  }
  await target.tap();
}

/** Runs in the page: whether a finger of this size hits an element when it means its middle. */
function isHitAround(element, size) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y, reach] = [left + width / 2, top + height / 2, size / 2 - 1];
  const points = [[x - reach, y], [x + reach, y], [x, y - reach], [x, y + reach]];
  return points.every((point) => element.contains(document.elementFromPoint(...point)));
}

/** Where the handle of a slider stands at a place of its range. */
async function at(slider, place, use) {
  const HANDLE_PX = 16;
  await slider.scrollIntoViewIfNeeded();
  const { width, height } = await slider.boundingBox();
  const max = await slider.evaluate((input) => Number(input.max));
  await use({ x: HANDLE_PX / 2 + (place / max) * (width - HANDLE_PX), y: height / 2 });
  await expect(slider).toHaveValue(String(place));
}

/** More steps than any way through the picture has. */
const MOST_STEPS = 60;

/** Tabs to the picture, which is one stop, and goes on with the arrow keys: from no stop twice in the same direction. */
async function walk(page, target) {
  await reach(page, page.locator('.stage [data-stop][tabindex="0"]'));
  const gone = new Set();
  for (let step = 0; step < MOST_STEPS; step++) {
    const { here, keys } = await target.evaluate(towards);
    if (keys.length === 0) return;
    const key = keys.find((key) => !gone.has(`${here} ${key}`));
    if (!key) break;
    gone.add(`${here} ${key}`);
    await page.keyboard.press(key);
  }
  throw new Error(`${target} cannot be reached with the arrow keys`);
}

/** Runs in the page: where the focus is, and the arrow keys that lead from there to an element, the better ones first. */
function towards(target) {
  const focused = document.activeElement;
  const here = focused.dataset.stop;
  if (target === focused) return { here, keys: [] };
  const [from, to] = [focused.getBoundingClientRect(), target.getBoundingClientRect()];
  const across = to.left > from.left ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  const down = to.top > from.top ? ["ArrowDown", "ArrowUp"] : ["ArrowUp", "ArrowDown"];
  const isFurtherDown = Math.abs(to.top - from.top) > Math.abs(to.left - from.left);
  const [[first, last], [second, third]] = isFurtherDown ? [down, across] : [across, down];
  return { here, keys: [first, second, third, last] };
}
