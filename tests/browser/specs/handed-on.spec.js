// A run outlives its page: the sandbox is there again after a reload, and a link hands a run on to somebody else.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";
import { press, reach } from "../keyboard.js";
import { run } from "../sandbox.js";

const clock = (page) => page.locator(".clock b");
const houses = (page) => page.locator(".house");
const told = (page) => page.locator(".time-told");
const button = (page, name) => page.getByRole("button", { name });
const pause = (page) => button(page, "Pause everything that moves").click();
const link = (page) => page.getByLabel("Link to this moment");
const instances = (page) => run(page, "aws ec2 describe-instances");

/** The sandbox, stopped, with a second instance. */
async function twoInstances(page, speed = 10) {
  await page.goto(`./#/sandbox?speed=${speed}`);
  await button(page, "Launch in zone b").click();
  await expect(houses(page)).toHaveCount(2);
  await pause(page);
}

/** Opens what can be done with time, and asks for a link; gives its address. */
async function linkOf(page) {
  await press(page, button(page, /^Time: other ways/));
  await press(page, button(page, "Copy a link to this moment"));
  await expect(link(page)).toHaveValue(/#.*run=/);
  return link(page).inputValue();
}

/** Opens an address as somebody who has never been here. */
async function elsewhere(browser, address) {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test("the sandbox is there again after a reload, to the last instance and the same second", async ({ page }) => {
  await twoInstances(page);
  const [left, then] = [await instances(page), await clock(page).textContent()];
  await page.reload();
  await expect(houses(page)).toHaveCount(2);
  await expect(clock(page)).toHaveText(then);
  await expect(told(page)).toContainText("as it was left");
  expect(await instances(page)).toEqual(left);
  await button(page, "Play").click();
  await expect(clock(page)).not.toHaveText(then);
});

test("who begins anew by keyboard has the account of the beginning, and keeps that", async ({ page }) => {
  await twoInstances(page);
  await press(page, page.getByText("This sandbox", { exact: true }));
  await press(page, button(page, "Begin anew"));
  await expect(houses(page)).toHaveCount(1);
  await page.reload();
  await expect(houses(page)).toHaveCount(1);
});

test("a starter’s account is kept beside the sandbox’s own", async ({ page }) => {
  await twoInstances(page);
  await page.getByRole("link", { name: "Behind a balancer" }).click();
  await expect(houses(page)).toHaveCount(2);
  await button(page, "Launch in zone c").click();
  await expect(houses(page)).toHaveCount(3);
  await page.reload();
  await expect(houses(page)).toHaveCount(3);
  await expect(page.locator(".chip.balancer")).toHaveCount(1);
  await page.goto("./#/sandbox");
  await expect(page.locator(".chip.balancer")).toHaveCount(0);
  await expect(houses(page)).toHaveCount(2);
});

test("the account of a lesson goes on in the sandbox until the lesson has gone on", async ({ page }) => {
  await page.goto("./#/lesson/repair-dark-zone");
  await button(page, "Hint 1 of 3").click();
  await page.keyboard.press("Control+.");
  await expect(page.locator(".crumb")).toContainText("A balancer in two zones");
  const before = await houses(page).count();
  await button(page, "Launch in zone b").click();
  await expect(houses(page)).toHaveCount(before + 1);
  await page.reload();
  await expect(houses(page)).toHaveCount(before + 1);
  await page.keyboard.press("Control+.");
  await button(page, "Hint 2 of 3").click();
  await page.keyboard.press("Control+.");
  await expect(page.locator(".crumb")).toContainText("A balancer in two zones");
  await expect(houses(page)).toHaveCount(before);
});

test("a link, made by keyboard, shows somebody else the same run at the same moment", async ({ page, browser, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await twoInstances(page);
  await button(page, "Cut the power of zone a").click();
  await expect(page.locator(".zone.dark")).toBeVisible();
  const [left, then] = [await instances(page), await clock(page).textContent()];
  const address = await linkOf(page);
  await expect(page.getByText("The link is copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  const other = await elsewhere(browser, address);
  await expect(houses(other)).toHaveCount(2);
  await expect(clock(other)).toHaveText(then);
  await expect(other.locator(".zone.dark")).toBeVisible();
  await expect(other.getByText("This run was handed on to you")).toBeVisible();
  expect(await instances(other)).toEqual(left);
  await other.close();
});

test("a link of a moment that is looked back at leads there", async ({ page, browser }) => {
  await twoInstances(page);
  const track = page.getByRole("slider", { name: /^Timeline/ });
  await reach(page, track);
  await page.keyboard.press("Home");
  await expect(clock(page)).toHaveText("10:01:00");
  const other = await elsewhere(browser, await linkOf(page));
  await expect(clock(other)).toHaveText("10:01:00");
  await expect(houses(other)).toHaveCount(1);
  await other.close();
});

test("a lesson’s link shows its step, and says nothing of how far its reader has come", async ({ page, browser }) => {
  await page.goto("./#/lesson/repair-dark-zone");
  await button(page, "Hint 1 of 3").click();
  const hint = "What does AWS answer to each launch?";
  await expect(page.getByText(hint)).toBeVisible();
  const other = await elsewhere(browser, await linkOf(page));
  await expect(other.getByText(hint)).toBeVisible();
  const kept = await other.evaluate(() => ["course", "run.repair-dark-zone"].map((name) => localStorage.getItem(`fleetlab.${name}`)));
  expect(kept).toEqual([null, null]);
  await other.keyboard.press("Control+.");
  await expect(other.locator(".crumb")).toContainText("A balancer in two zones");
  await button(other, "Launch in zone b").click();
  await other.keyboard.press("Control+.");
  await expect(other.getByText(hint)).toBeVisible();
  await other.close();
});

test("a link that was cut says so, and leads on", async ({ page }) => {
  await page.goto("./#/sandbox?run=1.7VxtU");
  await expect(page.getByRole("heading", { name: "This link leads to no run" })).toBeVisible();
  await expect(page.getByText("A part of the link is missing")).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole("link", { name: "Open the sandbox" }).click();
  await expect(houses(page)).toHaveCount(1);
});

inEveryLook("the link stands beside its button", async (page, look) => {
  await twoInstances(page);
  await linkOf(page);
  await link(page).scrollIntoViewIfNeeded();
  await expectSoundLayout(page);
  await expectNoViolation(page);
  await keep(page, `link-${look}`);
  await page.reload();
  await expect(houses(page)).toHaveCount(2);
  await page.getByText("This sandbox", { exact: true }).click();
  await page.getByText("This sandbox", { exact: true }).scrollIntoViewIfNeeded();
  await expectSoundLayout(page);
  await keep(page, `sandbox-menu-${look}`);
});
