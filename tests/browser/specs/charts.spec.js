// Charts below the picture: every topic readable in every look, one cursor by key and by pointer, tables and files.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { press, reach } from "../keyboard.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep, throughEveryLook } from "../looks.js";
import { buildFleet, run, untilHealthy } from "../sandbox.js";

const TOPICS = ["Employees", "Zones", "Instances", "CPU", "Groups", "Alarms"];
const pause = (page) => page.getByRole("button", { name: "Pause everything that moves" }).click();
const records = (page) => page.getByRole("region", { name: "Charts and timeline" });

/** Keeps a picture of what is in sight; the layout is looked at from the top, where nothing is under the head. */
async function sound(page, name) {
  await keep(page, name);
  await page.evaluate(() => scrollTo(0, 0));
  await expectSoundLayout(page);
}

async function open(page, speed) {
  await page.goto(`./#/sandbox?speed=${speed}`);
  await expect(page.locator(".house").first()).toBeVisible();
}

/** Shows the charts, if they are not; the terminal hides them meanwhile. */
async function openCharts(page) {
  const button = page.getByRole("button", { name: "Charts below the picture" });
  if ((await button.getAttribute("aria-pressed")) !== "true") await button.click();
  await expect(records(page)).toBeVisible();
}

/** A fleet that has scaled, with an alarm that has datapoints. */
async function measured(page) {
  await open(page, 300);
  const { balancer } = await buildFleet(page, { desired: 3 });
  await untilHealthy(page, 3);
  await run(page, `sandbox clients --endpoint ${balancer.DNSName}`);
  await run(page, "sandbox traffic --rate 60");
  await run(page, "aws autoscaling set-desired-capacity --auto-scaling-group-name app-asg --desired-capacity 5");
  await untilHealthy(page, 5);
  await openCharts(page);
}

test("every topic is readable in every look", async ({ page }) => {
  test.slow();
  await measured(page);
  await page.getByRole("tab", { name: "Groups" }).click();
  await expect(page.getByRole("img", { name: /^app-asg: now 5 of 5/ })).toBeVisible();
  await pause(page);
  await throughEveryLook(page, async (look) => {
    for (const topic of TOPICS) {
      await page.getByRole("tab", { name: topic, exact: true }).click();
      await expect(page.getByRole("tab", { name: topic, exact: true })).toHaveAttribute("aria-selected", "true");
      await expect(page.locator(".chart .line").first()).toBeAttached();
      await records(page).scrollIntoViewIfNeeded();
      await sound(page, `charts-${topic.toLowerCase()}-${look}`);
    }
    await expectNoViolation(page);
  });
});

inEveryLook("a chart's table opens below it", async (page, look) => {
  await open(page, 60);
  await openCharts(page);
  await expect(page.getByRole("img", { name: /^Served: now/ })).toBeVisible();
  await pause(page);
  await page.getByRole("button", { name: "Served as a table and as a file" }).click();
  await expect(records(page).getByRole("table")).toBeVisible();
  await records(page).scrollIntoViewIfNeeded();
  await sound(page, `charts-table-${look}`);
});

test("one cursor over all charts, without a mouse", async ({ page }) => {
  await open(page, 10);
  await openCharts(page);
  await expect(page.getByRole("img", { name: /^Served: now/ })).toBeVisible();
  await pause(page);
  const cursor = page.getByRole("slider", { name: "Cursor over all charts" });
  await reach(page, cursor);
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".charts .cursor")).toHaveCount(4);
  const last = await cursor.getAttribute("aria-valuetext");
  expect(last).toMatch(/^\d\d:\d\d:\d\d: Served .*, Requests per second .*, 1 in 20 is slower than /);
  await page.keyboard.press("Home");
  await expect(cursor).not.toHaveAttribute("aria-valuetext", last);
  await page.keyboard.press("Escape");
  await expect(page.locator(".charts .cursor")).toHaveCount(0);
});

test("the pointer moves the same cursor", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, 10);
  await openCharts(page);
  const plot = page.getByRole("img", { name: /^Requests per second/ });
  await expect(plot).toBeVisible();
  await plot.hover({ position: { x: 40, y: 20 } });
  await expect(page.locator(".charts .cursor")).toHaveCount(4);
  await page.mouse.move(10, 10);
  await expect(page.locator(".charts .cursor")).toHaveCount(0);
});

test("tabs are one stop, and arrows go round", async ({ page }) => {
  await open(page, 1);
  await openCharts(page);
  await reach(page, page.getByRole("tab", { name: "Employees" }));
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Zones" })).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("tab", { name: "Timeline" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Employees" })).toBeFocused();
});

test("a chart is saved as CSV and as PNG", async ({ page }) => {
  await open(page, 10);
  await openCharts(page);
  await expect(page.getByRole("img", { name: /^Served: now/ })).toBeVisible();
  await pause(page);
  await press(page, page.getByRole("button", { name: "Requests per second as a table and as a file" }));
  const saved = async (name) => {
    const coming = page.waitForEvent("download");
    await press(page, page.getByRole("button", { name }));
    return coming;
  };
  const csv = await saved("Save as CSV");
  expect(csv.suggestedFilename()).toBe("requests-per-second.csv");
  const lines = (await readFile(await csv.path(), "utf8")).trim().split("\r\n");
  expect(lines[0]).toBe("from,to,all,failed");
  expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\dT[^,]+,\d{4}-\d\d-\d\dT[^,]+,\d+(\.\d+)?,/);
  const png = await saved("Save as PNG");
  expect(png.suggestedFilename()).toBe("requests-per-second.png");
  const bytes = await readFile(await png.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.readUInt32BE(16)).toBe(1200);
});
