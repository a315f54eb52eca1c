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

test("the start page lives before the player is there, and says so if it does not come", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname.split("/").pop()));
  await page.route("**/split_*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.locator(".house")).toBeVisible();
  expect(fetched.filter((name) => name.endsWith("-more.woff2")), "no letters beyond English").toEqual([]);
  await page.getByRole("link", { name: "Open the sandbox" }).click();
  await expect(page.getByRole("status")).toContainText("could not be fetched");
  await expect(page.locator(".crash")).toHaveCount(0);
  await page.unroute("**/split_*.wasm");
  await page.goto("./#/");
  await page.getByRole("link", { name: "Open the sandbox" }).click();
  await expect(page.getByRole("button", { name: "Send one request" }).first()).toBeVisible();
});
