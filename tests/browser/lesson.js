// A lesson as somebody plays it who has a keyboard and nothing else.
import { expect } from "@playwright/test";
import { answersOf } from "./course.js";
import { choosePlace, press, toEnd, type } from "./keyboard.js";

const todo = (page) => page.locator(".todo");
const lessonButton = (page, name) => page.locator(".lesson").getByRole("button", { name });
const time = (page) => page.locator(".time");
const playButton = (page) => time(page).getByRole("button", { name: "Play" });
const pauseButton = (page) => time(page).getByRole("button", { name: "Pause everything that moves" });
const speed = (page) => time(page).getByRole("slider", { name: "speed" });

/** What is left to do in a step. */
const UNMET = ".goals .goal:not(.met)";

/** The longest that anything here lets time pass, and how often it looks, in real milliseconds. */
const LONG = { timeout: 60_000, intervals: [50] };

/** Opens a lesson of the course and waits for its first step. */
export async function open(page, name, steps) {
  await page.goto(`./#/lesson/${name}`);
  await expectStep(page, 0, steps);
}

/** Puts the same as text in the picture's place: nothing is drawn from then on. */
export async function readAsText(page) {
  await press(page, page.getByRole("button", { name: "The picture as text" }));
  await expect(page.locator("canvas")).toHaveCount(0);
}

/** Plays every step to its end; `solve` brings about the goals of one. */
export async function play(page, steps, solve) {
  for (const [index, step] of steps.entries()) {
    await expectStep(page, index, steps);
    await answer(page, step);
    if (step.goals) await reachGoals(page, () => solve(step));
    if (index + 1 < steps.length) await press(page, lessonButton(page, /^Next/));
  }
  await expect(page.getByText("Lesson done")).toBeVisible();
}

/** Does what is to be done, lets time pass until all goals are met, and keeps it there: a budget is spent with time. */
async function reachGoals(page, solve) {
  await solve();
  await passWhile(page, UNMET);
  await stand(page);
}

const expectStep = (page, index, steps) =>
  expect(page.locator(".pips-line")).toContainText(`Step ${index + 1} of ${steps.length}`, { timeout: 30_000 });

/** Answers all that a step asks, rightly where an answer is right, and commits what was predicted. */
async function answer(page, step) {
  const questions = todo(page).locator("fieldset.question:not(.order)");
  for (const [number, place] of answersOf(step).entries()) await choosePlace(page, questions.nth(number), place);
  if (step.curve) await draw(page);
  if (step.order) await order(page);
  if (step.number) await type(page, todo(page).locator("label.field").getByRole("spinbutton"), String(Math.min(60, step.number.max)));
  if (step.ownWords) await type(page, todo(page).getByRole("textbox"), "It was not what I thought.");
  if (step.kind === "predict") {
    const commit = lessonButton(page, "Commit the prediction");
    await press(page, commit);
    await expect(commit).toHaveCount(0);
  }
}

/** Says the highest value for every point of a curve. */
async function draw(page) {
  const points = page.locator(".curve-fields").getByRole("spinbutton");
  for (const [index, highest] of (await points.evaluateAll((fields) => fields.map(({ max }) => max))).entries()) {
    await type(page, points.nth(index), highest);
  }
}

/** Says an order: the last thing comes first. */
async function order(page) {
  const things = todo(page).locator(".order li");
  const name = await things.last().locator("span").first().textContent();
  for (let turn = await things.count(); turn > 1; turn--) await press(page, page.getByRole("button", { name: `Earlier: ${name}` }));
  await expect(things.first()).toContainText(name);
}

/** Lets time pass for as long as there is something of this selector: to where the step offers to run, or else at the highest speed. */
export async function passWhile(page, selector) {
  while (await page.locator(selector).count()) {
    const runUntil = lessonButton(page, /^Run until/);
    if (await runUntil.isVisible()) await press(page, runUntil);
    else await toEnd(page, speed(page)).then(() => goOn(page));
    await expect.poll(() => page.evaluate(isGoneOrStands, selector), LONG).toBe(true);
  }
}

/** Runs in the page: whether nothing of the selector is left, or time stands still. */
const isGoneOrStands = (selector) => !document.querySelector(selector) || document.querySelector(".time .play[aria-label=Play]") !== null;

/** Lets so many seconds of the model pass, and stands still then. */
export async function pass(page, seconds) {
  await toEnd(page, speed(page));
  // A short while at 60 seconds in one.
  if (seconds < 100) for (let slower = 0; slower < 2; slower++) await page.keyboard.press("ArrowLeft");
  const end = (await page.evaluate(secondOfDay)) + seconds;
  await goOn(page);
  await expect.poll(() => page.evaluate(secondOfDay), LONG).toBeGreaterThanOrEqual(end);
  await stand(page);
}

/** Runs in the page: the second of the day that the clock shows. */
export const secondOfDay = () => document.querySelector(".clock b").textContent.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);

/** Lets time pass. */
async function goOn(page) {
  if (!(await playButton(page).isVisible())) return;
  await press(page, playButton(page));
  await expect(playButton(page)).toHaveCount(0);
}

/** Lets time stand still. It may come to a stop by itself meanwhile, and the key then let it go on: once more, then. */
export async function stand(page) {
  await expect(async () => {
    if (!(await pauseButton(page).isVisible())) return;
    await press(page, pauseButton(page)).catch(() => {});
    await expect(pauseButton(page)).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
}
