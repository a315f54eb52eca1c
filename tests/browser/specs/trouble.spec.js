// When something is wrong, the page says what, where, and what to do.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";

const LESSON = "../../lessons/01-one-instance/lesson.json";

/** Answers for the lesson's file with `change` applied to its text. */
async function tamper(page, change) {
  const original = await readFile(LESSON, "utf8");
  const changed = change(original);
  expect(changed).not.toBe(original);
  await page.route("**/lesson.json", (route) => route.fulfill({ body: changed, contentType: "application/json" }));
}

inEveryLook("a typo in a lesson is named with file, place, reason and fix", async (page, look) => {
  await tamper(page, (text) => text.replace('"steps"', '"stesp"'));
  await page.goto("./#/lesson/01-one-instance");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const main = page.getByRole("main");
  await expect(main).toContainText("lessons/01-one-instance/lesson.json");
  await expect(main).toContainText("/stesp");
  await expect(main).toContainText("steps");
  await expect(main.locator(".fault"), "one typo is not buried under what follows from it").toHaveCount(2);
  await keep(page, `bad-lesson-${look}`);
  await expectSoundLayout(page);
  await expectNoViolation(page);
});

test("a lesson that is not there is said to be missing", async ({ page }) => {
  await page.goto("./#/lesson/99-nowhere");
  await expect(page.getByRole("main")).toContainText("404");
});

inEveryLook("a crash keeps seed and journal", async (page, look) => {
  await page.goto("./#/sandbox");
  await page.getByRole("button", { name: "Send one request" }).first().click();
  await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
  await expect(page.getByText(/Your run is safe/)).toBeVisible();
  await keep(page, `crash-${look}`);
  const run = await page.evaluate(() => window.fleetlab.run?.() ?? document.body.innerText);
  expect(run).toContain("page #/sandbox");
  expect(run).toContain("sandbox request");
  await expectSoundLayout(page);
  await expectNoViolation(page);
});

test("who meets a run that stops again and again begins anew without it", async ({ page }) => {
  await page.goto("./#/sandbox");
  await page.getByRole("button", { name: "Launch in zone b" }).click();
  await expect(page.locator(".house")).toHaveCount(2);
  const kept = () => page.evaluate(() => localStorage.getItem("fleetlab.run.sandbox"));
  await expect.poll(kept).not.toBeNull();
  await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
  await page.getByRole("button", { name: "Begin anew, without this run" }).click();
  await expect(page.locator(".crash")).toHaveCount(0);
  await expect(page.locator(".house")).toHaveCount(1);
});
