// The pages about the course: the map, the glossary, the certificate, and how far one is.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { press } from "../keyboard.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";

const button = (page, name) => page.getByRole("button", { name });
const heading = (page, name) => expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
const lesson = (page) => page.getByRole("region", { name: "Lesson", exact: true });
const done = { step: 9, steps: 9, done: true, alone: true };

/** Lets the browser know of lessons that were done, as the page itself writes it. */
async function remember(page, lessons, more = {}) {
  const kept = { "fleetlab.course": JSON.stringify({ version: 1, lessons }), ...more };
  await page.addInitScript((kept) => Object.entries(kept).forEach(([name, text]) => localStorage.setItem(name, text)), kept);
}

inEveryLook("the map of the lessons is sound", async (page, look) => {
  await remember(page, { "one-instance": { ...done, step: 3, done: false, alone: false } });
  await page.goto("./#/course");
  await expect(page.getByRole("link", { name: "Go on with lesson 1 at step 3" })).toBeVisible();
  await expect(page.getByText("At step 3 of 9")).toBeVisible();
  await keep(page, `course-${look}`);
  await expectSoundLayout(page);
  await expectNoViolation(page);
});

test("the pages about the course fit into 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await remember(page, { "one-instance": done });
  for (const name of ["course", "glossary", "certificate", "check", "play"]) {
    await page.goto(`./#/${name}`);
    await expect(page.locator(".course-text > *").first()).toBeVisible();
    await keep(page, `${name}-320`);
    await expectSoundLayout(page);
    await expectNoViolation(page);
  }
});

test("the start page, the map and a lesson lead to one another by keyboard", async ({ page }) => {
  await page.goto("./");
  await press(page, page.getByRole("link", { name: "See the course" }));
  await press(page, page.getByRole("link", { name: "Begin lesson 1" }));
  await heading(page, "Where does every request go?");
  await press(page, page.getByRole("link", { name: /^To the course/ }));
  await press(page, page.getByRole("link", { name: "Glossary" }).first());
  await expect(page.getByText("a virtual server that you rent by the second")).toBeVisible();
});

test("a word in the text is explained where it stands", async ({ page }) => {
  await page.goto("./#/lesson/01-one-instance?speed=0.1");
  const word = button(lesson(page), /Availability Zone/);
  await press(page, word);
  await expect(page.locator(".word-note")).toContainText("one or more data centers");
  await expectNoViolation(page);
  await page.keyboard.press("Enter");
  await expect(page.locator(".word-note")).toHaveCount(0);
});

async function toPredict(page) {
  for (let sent = 1; sent <= 3; sent++) await button(lesson(page), "Send one request").click();
  await expect(page.locator(".goals .goal:not(.met)")).toHaveCount(0, { timeout: 30_000 });
  await button(page, /^Next/).click();
  for (const part of [/^The EC2 instance/, /^DynamoDB/, /^S3/]) {
    await page.getByRole("group", { name: part }).getByRole("radio").first().check();
  }
  await button(page, /^Next/).click();
  await heading(page, "The instance is about to fail");
}

test("whoever comes back is where they were", async ({ page }) => {
  await page.goto("./#/lesson/01-one-instance");
  await toPredict(page);
  await page.getByRole("radio", { name: /^No answer at all/ }).check();
  await page.getByRole("spinbutton").fill("75");
  // How exactly it is told depends on the speed, which is not kept.
  const seconds = async () => (await page.locator(".clock b").textContent()).split(".")[0];
  const clock = await seconds();
  await page.reload();
  await heading(page, "The instance is about to fail");
  await expect(page.getByRole("radio", { name: /^No answer at all/ })).toBeChecked();
  await expect(page.getByRole("spinbutton")).toHaveValue("75");
  expect(await seconds(), "model time").toBe(clock);
  await page.goto("./#/");
  await expect(page.getByRole("link", { name: "Go on: lesson 1, step 3" })).toBeVisible();
});

test("a step, and the lesson, can be begun again", async ({ page }) => {
  await page.goto("./#/lesson/01-one-instance");
  await toPredict(page);
  await page.getByRole("spinbutton").fill("75");
  await page.getByText("This lesson", { exact: true }).click();
  await button(page, "Begin this step again").click();
  await heading(page, "The instance is about to fail");
  await expect(page.getByRole("spinbutton")).toHaveValue("");
  await page.getByText("This lesson", { exact: true }).click();
  await button(page, "Begin the lesson again").click();
  await heading(page, "Where does every request go?");
});

test("the account goes to the sandbox, and the lesson waits", async ({ page }) => {
  await page.goto("./#/lesson/01-one-instance");
  await toPredict(page);
  const sent = page.locator(".stage").getByText("3 sent");
  await page.getByText("This lesson", { exact: true }).click();
  await button(page, "Try things in the sandbox").click();
  await expect(page.locator(".crumb")).toContainText("One instance");
  await expect(page.getByRole("heading", { level: 2, name: "The instance is about to fail" })).toHaveCount(0);
  await expect(sent).toBeVisible();
  await page.getByRole("link", { name: "Back to the lesson" }).click();
  await heading(page, "The instance is about to fail");
});

test("the results of a lesson are a file", async ({ page }) => {
  await page.goto("./#/lesson/01-one-instance");
  await toPredict(page);
  await page.getByText("This lesson", { exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save the results").click()]);
  expect(download.suggestedFilename()).toBe("fleetlab-one-instance.json");
  const results = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(results).toMatchObject({ resultsVersion: 1, lesson: "one-instance" });
  expect(results.journal.filter(({ line }) => line.startsWith("sandbox request"))).toHaveLength(3);
  expect(results.steps[0].goals.every(({ metAt }) => metAt > 0)).toBe(true);
});

const results = JSON.stringify({
  resultsVersion: 1, lesson: "one-instance", modelVersion: "2026.11", seed: 7, finished: true,
  steps: [{ id: "predict", hints: 2, predictions: [{ right: true }], goals: [] }],
});

const exam = JSON.stringify({
  ...JSON.parse(results),
  lesson: "the-exam",
  steps: [{ id: "day", hints: 0, score: [{ goal: "budget", name: "Cost", asked: "", actual: "$1.17", needed: "at most $1.40", measured: 1.17, used: 0.836 }] }],
});

test("a certificate says what was done and no more", async ({ page }) => {
  await page.goto("./#/certificate");
  await expect(page.getByText("No lesson is done yet.")).toBeVisible();
  await remember(page, { "one-instance": done, "the-exam": done }, { "fleetlab.results.one-instance": results, "fleetlab.results.the-exam": exam });
  await page.reload();
  await page.getByLabel(/^Your name/).fill("Ada Example");
  const certificate = page.getByRole("article", { name: "Certificate" });
  await expect(certificate).toContainText(/Ada Example has done 2 of the \d+ lessons/);
  await expect(certificate.getByRole("row", { name: /One instance/ })).toContainText("1 of 1 right");
  await expect(certificate).toContainText(/Score of “The exam.*Cost\s*\$1\.17, needed at most \$1\.40/);
  await keep(page, "certificate");
  await page.emulateMedia({ media: "print" });
  await expect(button(page, "Print")).toBeHidden();
  await expect(certificate).toBeVisible();
});

test("a browser that keeps nothing is told so, and the lesson works", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get() { throw new Error("refused"); } }));
  await page.goto("./#/course");
  await expect(page.getByText("This browser keeps nothing for this page")).toBeVisible();
  await page.getByRole("link", { name: "Begin lesson 1" }).click();
  await heading(page, "Where does every request go?");
});

test.describe("the first time", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("a tour is offered, can be left, and does not come again", async ({ page }) => {
    await page.goto("./#/lesson/01-one-instance");
    const tour = page.getByRole("dialog", { name: "A look around" });
    await expect(tour).toBeFocused();
    await keep(page, "tour-1");
    await expectNoViolation(page);
    for (let stop = 2; stop <= 4; stop++) {
      await press(page, button(tour, "Go on"));
      await expect(tour).toContainText(`${stop} of 4`);
      await keep(page, `tour-${stop}`);
    }
    await press(page, button(tour, "To the lesson"));
    await expect(tour).toHaveCount(0);
    await page.reload();
    await heading(page, "Where does every request go?");
    await expect(tour).toHaveCount(0);
    await page.getByText("This lesson", { exact: true }).click();
    await button(page, "Show me around").click();
    await expect(tour).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(tour).toHaveCount(0);
  });
});
