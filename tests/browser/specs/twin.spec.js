// A twin run: the same arrivals and faults, one thing changed, and what came of it.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { press } from "../keyboard.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";

const timeButton = (page) => page.getByRole("button", { name: /^Time: other ways/ });
const outcome = (page) => page.getByRole("region", { name: "Outcome" });
const value = (page, row, column) =>
  outcome(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: row, exact: true }) }).getByRole("cell").nth(column);

/** The sandbox, in two. */
async function inTwo(page) {
  await page.goto("./#/sandbox?speed=60");
  await expect(page.locator(".house").first()).toBeVisible();
  await timeButton(page).click();
  await page.getByRole("button", { name: "Duplicate this run" }).click();
  await timeButton(page).click();
  await expect(page.getByRole("region", { name: "A", exact: true })).toBeVisible();
}

const play = (page) => page.getByRole("button", { name: "Play" });
const pause = (page) => page.getByRole("button", { name: "Pause everything that moves" });

async function serveMore(page, requests) {
  await play(page).click();
  await expect.poll(async () => (await outcome(page).locator("caption").textContent()) && servedSoFar(page)).toBeGreaterThan(requests);
  await pause(page).click();
}

/** Whole seconds since the runs parted, by the caption. */
async function servedSoFar(page) {
  const times = (await outcome(page).locator("caption").textContent()).match(/\d\d:\d\d:\d\d/g);
  const [from, to] = times.map((time) => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0));
  return to - from;
}

test("without a change there is no difference, whatever happens to both", async ({ page }) => {
  await inTwo(page);
  await page.getByRole("button", { name: "Cut the power of zone a" }).click();
  await serveMore(page, 30);
  await expect(value(page, "Failed requests", 0)).not.toHaveText("0");
  for (const row of ["Served", "Failed requests", "Longest with nobody served", "Cost an hour, list price"]) {
    await expect(value(page, row, 2)).toHaveText("the same");
  }
  await expect(outcome(page)).toContainText("No change, no difference");
  for (const side of [".side-a", ".side-b"]) await expect(page.locator(`${side} .dark`).first()).toBeVisible();
});

test("one change makes the difference, and either run is kept", async ({ page }) => {
  await inTwo(page);
  await page.getByRole("button", { name: "Launch in zone b" }).click();
  await expect(page.locator(".side-a .house")).toHaveCount(1);
  await expect(page.locator(".side-b .house")).toHaveCount(2);
  await expect(page.locator(".pair-asked")).toContainText("aws ec2 run-instances");
  await serveMore(page, 40);
  await expect(value(page, "Cost an hour, list price", 2)).toContainText("dearer");
  await page.getByRole("button", { name: "Keep A" }).click();
  await expect(page.locator(".house")).toHaveCount(1);
  await expect(page.locator(".time-told")).toContainText("A goes on alone");
  await timeButton(page).click();
  await page.getByRole("button", { name: "Show B, changed" }).click();
  await expect(page.locator(".house")).toHaveCount(2);
});

test("a prepared twin is built and changed, by keyboard", async ({ page }) => {
  test.slow();
  await page.goto("./#/sandbox?speed=300");
  await expect(page.locator(".house").first()).toBeVisible();
  await press(page, timeButton(page));
  await press(page, page.getByRole("button", { name: "Cross-zone balancing off" }));
  await expect(page.getByRole("region", { name: "B", exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.locator(".pair-asked")).toContainText("cross_zone.enabled");
});

inEveryLook("a twin run is sound", async (page, look) => {
  await inTwo(page);
  await page.getByRole("button", { name: "Launch in zone b" }).click();
  await page.getByRole("button", { name: "Cut the power of zone a" }).click();
  await serveMore(page, 30);
  await page.evaluate(() => scrollTo(0, 0));
  await keep(page, `twin-${look}`);
  await expectSoundLayout(page);
  await expectNoViolation(page);
});
