// Lessons from a file and from an address, good ones and bad ones.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { expectSoundLayout } from "../layout.js";
import { keep } from "../looks.js";

const folder = new URL("../../../lessons/01-one-instance/", import.meta.url);
const read = (name) => readFile(new URL(name, folder), "utf8");
const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const heading = (page, name) => expect(page.getByRole("heading", { level: 2, name })).toBeVisible();

async function choose(page, files) {
  await page.goto("./#/play");
  await page.getByLabel("Choose the files of a lesson").setInputFiles(files);
}

test("a lesson is played from files, and comes back as it was left", async ({ page }) => {
  const json = JSON.parse(await read("lesson.json"));
  await choose(page, [file("lesson.json", JSON.stringify({ ...json, id: "my-lesson" })), file("en.md", await read("en.md"))]);
  await heading(page, "Where does every request go?");
  await page.getByRole("region", { name: "Lesson", exact: true }).getByRole("button", { name: "Send one request" }).click();
  await expect(page.locator(".goal-values").first()).toContainText("1 of 3");
  await page.goto("./#/course");
  await expect(page.getByText("Not begun"), "none of the course's own").toHaveCount(12);
  await page.goto("./#/play");
  await heading(page, "Where does every request go?");
  await expect(page.locator(".goal-values").first()).toContainText("1 of 3");
});

test("a lesson is played from an address", async ({ page }) => {
  await page.goto("./#/play");
  await page.getByLabel("Address of a lesson.json").fill("lessons/01-one-instance/lesson.json");
  await page.getByRole("button", { name: "Fetch the lesson" }).click();
  await heading(page, "Where does every request go?");
});

const bad = {
  "neither http nor https": ["javascript:alert(1)//x.json", "bad-link"],
  "a file that is not there": ["lessons/nowhere/lesson.json", "no-answer"],
};
for (const [what, [address, code]] of Object.entries(bad)) {
  test(`an address is refused: ${what}`, async ({ page }) => {
    await page.goto(`./#/play?lesson=${encodeURIComponent(address)}`);
    await expect(page.getByText(code, { exact: true })).toBeVisible();
  });
}

test("what is too large is not read to its end", async ({ page }) => {
  await page.route("**/huge.json", (route) => route.fulfill({ body: " ".repeat(3_000_000), contentType: "application/json" }));
  await page.goto("./#/play?lesson=huge.json");
  await expect(page.getByText("too-large", { exact: true })).toBeVisible();
});

test("every mistake of a lesson is told with its place, its kind and its fix", async ({ page }) => {
  const json = (await read("lesson.json")).replace('"kind": "judge"', '"kind": "juggle"').replace('"seed": ', '"seed": "x", "was": ');
  await choose(page, [file("lesson.json", json), file("en.md", await read("en.md"))]);
  await expect(page.getByRole("heading", { level: 1, name: "This lesson cannot be read" })).toBeVisible();
  await expect(page.locator(".fault").filter({ hasText: "/steps/1/kind" })).toContainText("unknown-word");
  await expect(page.locator(".fault").filter({ hasText: "/world/seed" })).toContainText("wrong-type");
  await keep(page, "broken-lesson");
  await expectSoundLayout(page);
  await expectNoViolation(page);
});

test("what is missing among the files is said at once", async ({ page }) => {
  await choose(page, [file("en.md", "# Title")]);
  await expect(page.getByRole("alert")).toContainText("None of these files is a lesson.json.");
  await expectNoViolation(page);
});
