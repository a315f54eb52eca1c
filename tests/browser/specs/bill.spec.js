// What the account costs and promises: readable, whole, and clean for axe-core; reached and left by keyboard.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { press } from "../keyboard.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep, throughEveryLook } from "../looks.js";
import { buildFleet, run, untilHealthy } from "../sandbox.js";

const pause = (page) => page.getByRole("button", { name: "Pause everything that moves" }).click();
const details = (page) => page.getByRole("complementary", { name: "Details" });
const bill = (page) => page.getByRole("button", { name: "Bill and availability" });

async function sound(page, name) {
  await keep(page, name);
  await expectSoundLayout(page);
  await expectNoViolation(page);
}

async function open(page, speed = 300) {
  await page.goto(`./#/sandbox?speed=${speed}`);
  await expect(page.locator(".house").first()).toBeVisible();
}

const dollars = (text) => Number(text.replace("$", ""));

inEveryLook("one instance: what it costs, and that every request needs it", async (page, look) => {
  await open(page, 60);
  await bill(page).click();
  await expect(details(page)).toContainText("Every request needs this one instance: directory-1.");
  await expect(details(page).getByRole("row", { name: /All together/ })).toContainText("99.3905 %");
  await pause(page);
  await details(page).getByText("EC2 instances").click();
  await expect(details(page)).toContainText("at $0.0104");
  await sound(page, `bill-${look}`);
});

test("a fleet in two zones: parts, sums and no single point", async ({ page }) => {
  test.slow();
  await open(page);
  const { balancer } = await buildFleet(page, { desired: 4, zones: 2 });
  await untilHealthy(page, 4);
  await run(page, `sandbox clients --endpoint ${balancer.DNSName}`);
  await bill(page).click();
  await expect(details(page)).toContainText("No single instance or zone is needed by every request.");
  await expect(details(page).getByRole("row", { name: /All together/ })).toContainText("99.8775 %");
  await pause(page);
  await throughEveryLook(page, (look) => sound(page, `bill-fleet-${look}`));
});

test("the bill grows with time, and an hour and a month follow from what stands", async ({ page }) => {
  await open(page, 1000);
  await bill(page).click();
  const sums = details(page).locator(".sums dd");
  const before = dollars(await sums.nth(0).textContent());
  await expect.poll(async () => dollars(await sums.nth(0).textContent())).toBeGreaterThan(before);
  // At one moment: both move on with time.
  const [, hour, month] = (await sums.allTextContents()).map(dollars);
  expect(Math.abs(month / hour / 730 - 1)).toBeLessThan(0.01);
  await page.getByRole("button", { name: "The picture as text" }).click();
  await expect(page.locator(".twin")).toContainText(/\$\d+\.\d+ so far, \$\d+\.\d+ per hour, \$\d+\.\d+ per month/);
});

test("the bill is opened and closed by keyboard, and the focus comes back", async ({ page }) => {
  await open(page, 60);
  await press(page, bill(page));
  await expect(page.locator(".inspector-text")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(details(page)).toHaveCount(0);
  await expect(bill(page)).toBeFocused();
});

test("where a button goes away under the focus, the focus stays in its panel", async ({ page }) => {
  await open(page, 10);
  await page.getByRole("button", { name: /us-east-2a$/ }).click();
  await details(page).getByRole("button", { name: "Leave no room for launches" }).press("Enter");
  await details(page).getByRole("button", { name: /^End it/ }).press("Enter");
  await expect(page.locator(".inspector-text")).toBeFocused();
  await details(page).getByRole("button", { name: "Look closer at directory-1" }).press("Enter");
  await expect(details(page)).toContainText("EC2 instance, selected");
  await expect(page.locator(".inspector-text")).toBeFocused();
  await page.getByRole("button", { name: "Close the details" }).press("Enter");
  expect(await page.evaluate(() => document.activeElement.closest(".stage") !== null)).toBe(true);
});
