// The page loads from plain files under any path and draws itself.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";

test("every file is found and no script stands in the page", async ({ page }) => {
  const missing = [];
  page.on("response", (response) => response.ok() || missing.push(response.url()));
  await page.goto("./");
  await expect(page).toHaveTitle(/Fleetlab/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(missing).toEqual([]);
  await expect(page.locator("script:not([src])")).toHaveCount(0);
});

inEveryLook("the first view is sound", async (page, look) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await keep(page, `first-${look}`);
  await expectSoundLayout(page);
  await expectNoViolation(page);
});
