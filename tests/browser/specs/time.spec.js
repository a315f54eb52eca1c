// Time that can be turned back: scrubbing, undo, other ways from the past, run until something happens, and a saved run.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";
import { press, reach, toEnd } from "../keyboard.js";
import { enter, openTerminal, run } from "../sandbox.js";

// On a phone it is hidden as long as the panel of time is closed.
const track = (page) => page.locator(".track[role=slider]");
const clock = (page) => page.locator(".clock b");
const told = (page) => page.locator(".time-told");
const timeButton = (page) => page.getByRole("button", { name: /^Time: other ways/ });
const pauseButton = (page) => page.getByRole("button", { name: "Pause everything that moves" });

async function open(page, speed = 60) {
  await page.goto(`./#/sandbox?speed=${speed}`);
  await expect(page.locator(".house").first()).toBeVisible();
}

/** Lets time pass until the track says so many seconds, and stops it. */
async function passUntil(page, seconds) {
  await expect.poll(async () => Number(await track(page).getAttribute("aria-valuenow"))).toBeGreaterThan(seconds);
  await pauseButton(page).click();
}

const shown = async (page) => Number(await track(page).getAttribute("aria-valuenow"));

/** What the employees have met up to the moment that is shown. */
const met = (page) => run(page, "sandbox metrics --last 2m");

test("any moment is there again by keyboard, and now is one key away", async ({ page }) => {
  await open(page);
  await passUntil(page, 200);
  const end = await shown(page);
  await reach(page, track(page));
  await page.keyboard.press("Home");
  await expect(track(page)).toHaveAttribute("aria-valuetext", /10:01:00, .* before now/);
  await expect(page.locator(".clock")).toContainText("Looking back");
  await page.keyboard.press("ArrowRight");
  expect(await shown(page)).toBeGreaterThan(60);
  const early = await clock(page).textContent();
  await page.keyboard.press("End");
  await expect(track(page)).toHaveAttribute("aria-valuenow", String(end));
  expect(await clock(page).textContent()).not.toBe(early);
  await page.keyboard.press("Home");
  await press(page, page.getByRole("button", { name: "Back to now" }));
  await expect(track(page)).toHaveAttribute("aria-valuenow", String(end));
  await expect(page.locator(".clock")).toContainText("paused");
});

test("the track is scrubbed with the mouse, and play goes through the past again", async ({ page }) => {
  await open(page);
  await passUntil(page, 200);
  // At this speed the track shows five minutes.
  await page.getByRole("slider", { name: "speed" }).fill("6");
  const now = await shown(page);
  const box = await track(page).boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.6, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.3, y, { steps: 5 });
  await page.mouse.up();
  // Wherever the five minutes begin, now stands in their fourth; three tenths are at least 90 s before it.
  await expect.poll(() => shown(page)).toBeLessThan(now - 60);
  const back = await shown(page);
  expect(back).toBeGreaterThan(60);
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => shown(page)).toBeGreaterThan(back);
});

test.describe(() => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("the track is scrubbed with a finger, on a phone", async ({ page }) => {
    await open(page);
    await expect.poll(async () => Number(await page.locator(".track").getAttribute("aria-valuenow"))).toBeGreaterThan(200);
    await pauseButton(page).tap();
    // At this speed the track shows five minutes.
    await page.getByRole("slider", { name: "speed" }).fill("6");
    await timeButton(page).tap();
    const box = await track(page).boundingBox();
    const [y, at] = [box.y + box.height / 2, (share) => box.x + box.width * share];
    await track(page).tap({ position: { x: box.width * 0.6, y: box.height / 2 } });
    const tapped = await shown(page);
    await expect(page.locator(".clock")).toContainText("Looking back");
    await page.getByRole("button", { name: "Back to now" }).tap();
    await expect(page.locator(".clock")).toContainText("paused");
    await swipe(page, [at(0.6), y], [at(0.3), y]);
    await expect.poll(() => shown(page)).toBeLessThan(tapped);
  });
});

/** A finger goes down at one place, and up at another. */
async function swipe(page, from, to) {
  const client = await page.context().newCDPSession(page);
  const touch = (type, ...places) =>
    client.send("Input.dispatchTouchEvent", { type, touchPoints: places.map(([x, y]) => ({ x, y })) });
  await touch("touchStart", from);
  for (let part = 1; part <= 10; part++) {
    await touch("touchMove", from.map((start, axis) => start + ((to[axis] - start) * part) / 10));
  }
  await touch("touchEnd");
}

test("what is done is undone and done again, as if it had been so", async ({ page }) => {
  await open(page);
  await passUntil(page, 90);
  await expect(page.getByRole("button", { name: "Undo: there is nothing" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Cut the power of zone a" }).click();
  await page.getByRole("button", { name: "Play" }).click();
  await passUntil(page, 150);
  const failed = await met(page);
  expect(failed.SuccessShare).toBeLessThan(1);
  await page.locator(".stage").click({ position: { x: 4, y: 4 } });
  await page.keyboard.press("Control+z");
  await expect(told(page)).toContainText("Fault is taken back");
  expect((await met(page)).SuccessShare).toBe(1);
  await page.keyboard.press("Control+Shift+Z");
  await expect(told(page)).toContainText("Fault is done again");
  expect(await met(page)).toEqual(failed);
  await openTerminal(page);
  await page.getByLabel("Type a command").fill("aws ec2");
  await page.keyboard.press("Control+z");
  await expect(told(page), "in a field the key is the field's").toContainText("Fault is done again");
});

test("acting in the past goes another way, which is named, left and deleted", async ({ page }) => {
  await open(page);
  await passUntil(page, 150);
  const end = await shown(page);
  await reach(page, track(page));
  await page.keyboard.press("Home");
  await page.getByRole("button", { name: "Cut the power of zone a" }).click();
  await expect(told(page)).toContainText("From here on this is another run: Way 2");
  await expect(page.locator(".way")).toHaveCount(1);
  await timeButton(page).click();
  const panel = page.getByRole("region", { name: "Time", exact: true });
  await expect(panel.getByRole("listitem").filter({ hasText: "until" })).toHaveCount(2);
  await panel.getByLabel("Name of Way 2").fill("in the dark");
  await panel.getByLabel("Name of Way 2").press("Tab");
  await panel.getByRole("button", { name: "Show First way" }).click();
  await expect(track(page)).toHaveAttribute("aria-valuenow", String(end));
  await expect(page.locator(".way")).toHaveText("in the dark");
  await panel.getByRole("button", { name: "Delete in the dark" }).click();
  await expect(page.locator(".way")).toHaveCount(0);
  await page.keyboard.press("Escape");
});

test("time runs until a request fails, and stands there", async ({ page }) => {
  await open(page, 1);
  await page.getByRole("button", { name: "Cut the power of zone a" }).click();
  await timeButton(page).click();
  await page.getByRole("button", { name: "a request fails" }).click();
  await expect(told(page)).toContainText("a request fails. Paused there.");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
});

test("a run that was saved leads to the same digest again", async ({ page }) => {
  test.setTimeout(240_000); // the command may have to be compiled
  await open(page);
  await page.getByRole("button", { name: "Cut the power of zone a" }).click();
  await passUntil(page, 120);
  await timeButton(page).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save this run as a script" }).click(),
  ]);
  const script = await download.path();
  const digest = /ends with the digest (\d+)/.exec(readFileSync(script, "utf8"))[1];
  const again = execFileSync("cargo", ["run", "--quiet", "-p", "fleetlab", "--", "exec", "--digest", "--seed", "7", script],
    { encoding: "utf8", cwd: "../.." });
  expect(again.trim().split("\n").at(-1)).toBe(digest);
});

test("in a lesson one looks back, and acting leads back to now", async ({ page }) => {
  await page.goto("./#/lesson/01-one-instance?speed=60");
  await expect(page.locator(".house").first()).toBeVisible();
  await toEnd(page, page.getByRole("slider", { name: "speed" }));
  await expect(page.getByRole("button", { name: /^(Play|Pause everything)/ })).toBeVisible();
  const play = page.getByRole("button", { name: "Play" });
  if (await play.isVisible()) await play.click();
  await expect.poll(() => shown(page)).toBeGreaterThan(Number(await track(page).getAttribute("aria-valuemin")) + 20);
  await reach(page, track(page));
  await page.keyboard.press("Home");
  await expect(page.locator(".clock")).toContainText("Looking back");
  await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  await openTerminal(page);
  const entry = await enter(page, "sandbox traffic --rate 1");
  await expect(entry.locator(".entry-error")).toContainText("Go back to now to act");
  await page.getByRole("button", { name: "Back to now" }).click();
  await expect(page.locator(".clock")).not.toContainText("Looking back");
});

inEveryLook("looking back is sound", async (page, look) => {
  await open(page);
  await passUntil(page, 150);
  await timeButton(page).click();
  await track(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await timeButton(page).click();
  await page.getByRole("button", { name: "Cut the power of zone a" }).click();
  await timeButton(page).click();
  await track(page).focus();
  await page.keyboard.press("Home");
  await expect(page.getByRole("region", { name: "Time", exact: true })).toContainText("Way 2");
  await page.evaluate(() => scrollTo(0, 0));
  await keep(page, `time-${look}`);
  await expectSoundLayout(page);
  await expectNoViolation(page);
});
