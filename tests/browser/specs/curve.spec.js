// A prediction that is drawn, one that is ordered, a run that is let pass, and a solution that is walked through.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { press, reach } from "../keyboard.js";
import { expectSoundLayout } from "../layout.js";
import { keep } from "../looks.js";

const folder = new URL("../lessons/curve/", import.meta.url);
const button = (page, name) => page.getByRole("button", { name });
const heading = (page, name) => expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
const fields = (page) => page.locator(".curve-fields").getByRole("spinbutton");

async function open(page) {
  const names = ["lesson.json", "en.md"];
  const files = await Promise.all(names.map(async (name) => ({ name, mimeType: "text/plain", buffer: await readFile(new URL(name, folder)) })));
  await page.goto("./#/play");
  await page.getByLabel("Choose the files of a lesson").setInputFiles(files);
  await heading(page, "The instance will not last");
}

/** From the committed prediction to the step that looks back on it. */
async function runAndCompare(page) {
  await press(page, button(page, "Commit the prediction"));
  await press(page, button(page, /^Next/));
  await heading(page, "Something happens by itself");
  await press(page, button(page, /^Run until/));
  await expect(page.locator(".goal.met")).toHaveCount(1, { timeout: 30_000 });
  await expect(button(page, /^Run until/)).toHaveCount(0, { timeout: 30_000 });
  await expect(page.locator(".announced")).toContainText("The instance was terminated.");
  await press(page, button(page, /^Next/));
  await heading(page, "It fell at half a minute");
}

test("a line is drawn with the pointer and the run is drawn over it", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page);
  await expect(button(page, "Commit the prediction")).toHaveAttribute("aria-disabled", "true");
  const box = await page.locator(".curve-ground").boundingBox();
  const at = (x, y) => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(0.01, 0.02));
  await page.mouse.down();
  for (let step = 1; step <= 20; step++) await page.mouse.move(...at(step / 20 - 0.005, 0.02));
  await page.mouse.up();
  await expect(fields(page).nth(3)).toHaveValue("100");
  await keep(page, "curve-drawn");
  await expectSoundLayout(page);
  await expectNoViolation(page);
  await runAndCompare(page);
  await expect(page.locator(".curve-difference")).toContainText(/The widest gap is at .* (s|min): you drew 100 %, it was \d+ %/);
  await expect(page.locator(".measured-line")).toHaveAttribute("d", /^M.*L/);
  await keep(page, "curve-compared");
  await expectSoundLayout(page);
  await expectNoViolation(page);
});

test("a line and an order are said with the keyboard, and the table tells both lines", async ({ page }) => {
  await open(page);
  for (const [index, percent] of ["100", "100", "0", "0"].entries()) {
    await reach(page, fields(page).nth(index));
    await page.keyboard.type(percent);
  }
  await press(page, button(page, "Later: Somebody notices"));
  await expect(page.locator(".order li").nth(1)).toContainText("Somebody notices");
  await runAndCompare(page);
  await press(page, page.getByText("Both lines as numbers"));
  await expect(page.getByRole("row", { name: /^1 min/ })).toContainText("0 %");
  await expect(page.locator(".facts")).toContainText(["You said"]);
  await press(page, button(page, "Show the picture"));
  await expect(page.locator(".stage")).toBeVisible();
});

test("a solution is walked through line by line, and remembered", async ({ page }) => {
  test.slow();
  await open(page);
  for (let index = 0; index < 4; index++) await fields(page).nth(index).fill("50");
  await runAndCompare(page);
  await page.getByRole("radio", { name: "Sooner" }).check();
  await button(page, /^Next/).click();
  await heading(page, "Nobody answers");
  for (let rung = 1; rung <= 3; rung++) await button(page, `Hint ${rung} of 3`).click();
  await button(page, "Show the solution").click();
  await keep(page, "solution");
  await expectNoViolation(page);
  await button(page, "Run the next line").click();
  await expect(page.locator(".lines .run")).toHaveCount(1);
  await button(page, "Run the next line").click();
  await expect(page.locator(".goal.met")).toHaveCount(1, { timeout: 30_000 });
  await expect(page.locator(".variant")).toContainText("in another Availability Zone", { timeout: 30_000 });
  await page.reload();
  await heading(page, "A lesson from elsewhere");
});

test("what is for the teacher is folded away", async ({ page }) => {
  await open(page);
  const notes = page.locator("details", { hasText: "For whoever teaches this lesson" });
  await expect(notes.getByText("Why does the line fall?")).toBeHidden();
  await notes.locator("summary").click();
  await expect(notes.getByText("Why does the line fall?")).toBeVisible();
});
