// The states that a learner meets, in every width and theme: readable, whole, and clean for axe-core.
import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";

async function sound(page, name) {
  await keep(page, name);
  await expectSoundLayout(page);
  await expectNoViolation(page);
}

const pause = (page) => page.getByRole("button", { name: "Pause everything that moves" }).click();

inEveryLook("lesson 1, first step", async (page, look) => {
  await page.goto("./#/lesson/01-one-instance");
  await expect(page.locator(".lesson-heading")).toBeVisible();
  await pause(page);
  await sound(page, `lesson-${look}`);
});

inEveryLook("the sandbox with an instance selected", async (page, look) => {
  await page.goto("./#/sandbox");
  await page.getByRole("button", { name: /^Instance directory-1/ }).or(page.locator(".house")).first().click();
  await expect(page.getByText("Instance type", { exact: true })).toBeVisible();
  await pause(page);
  await sound(page, `inspector-${look}`);
});

inEveryLook("a dark zone", async (page, look) => {
  await page.goto("./#/sandbox?speed=60");
  await page.getByRole("button", { name: "Cut the power of zone a" }).click();
  await expect(page.locator(".readout")).not.toContainText("100 %");
  await pause(page);
  await sound(page, `dark-zone-${look}`);
});

inEveryLook("the picture as text", async (page, look) => {
  await page.goto("./#/sandbox");
  await page.getByRole("button", { name: "The picture as text" }).click();
  await expect(page.getByRole("heading", { name: "Regional services" })).toBeVisible();
  await pause(page);
  await sound(page, `text-${look}`);
});
