// Forms for the operations: mistakes beside their fields, answers as trees, and readable in every look.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { button, choose, field, fill, open, panel, sandbox, send, tick } from "../forms.js";
import { press, toEnd } from "../keyboard.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";

const pause = (page) => page.getByRole("button", { name: "Pause everything that moves" }).click();

test("an instance gets another size by keyboard", async ({ page }) => {
  await sandbox(page);
  await open(page, "Stop instances");
  await tick(page, "Instances", /^directory-1/);
  await send(page);
  await page.keyboard.press("Escape");
  await toEnd(page, page.getByRole("slider", { name: "Speed" }));
  await expect(page.locator(".house").first()).toContainText("stopped");
  await open(page, "Change instance type");
  await choose(page, "Instance", "directory-1");
  await choose(page, "Instance type", "t3.small");
  await expect(panel(page).locator(".command code")).toContainText("--instance-type t3.small");
  await send(page);
});

test("what is wrong stands beside its field, and nothing typed is lost", async ({ page }) => {
  await sandbox(page);
  await open(page, "Create target group");
  await fill(page, "Port", "0");
  await button(page, "Send");
  const errors = panel(page).locator(".form-errors");
  await expect(errors).toBeFocused();
  await expect(errors).toContainText("2 fields need another look");
  const name = field(page, "Target group name");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveAccessibleDescription(/Target group name is required\./);
  await expect(field(page, "Port")).toHaveAccessibleDescription(/Port goes from 1 to 65,535\./);
  await press(page, errors.getByRole("button", { name: "Target group name" }));
  await expect(name).toBeFocused();
  await page.keyboard.type("two words");
  await fill(page, "Port", "80");
  await expect(errors).toHaveCount(0);
  await button(page, "Send");
  await expect(errors).toContainText("ValidationError");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await open(page, "Create target group");
  await expect(name).toHaveValue("two words");
});

test("the focus goes back to where the panel was opened, and what is looked at can be sent there", async ({ page }) => {
  await sandbox(page);
  const actions = page.getByRole("button", { name: /^Actions/ });
  await press(page, actions);
  await expect(page.locator("#form-find")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(actions).toBeFocused();
  await page.locator(".house").first().click();
  await press(page, page.getByRole("button", { name: "Register targets" }));
  const entry = panel(page).getByLabel("Instance", { exact: true });
  await expect(entry).toHaveValue(/^i-/);
  await expect(panel(page).locator(".command code")).toContainText("--targets Id=i-");
});

test("a question to the account is answered as a tree", async ({ page }) => {
  await sandbox(page);
  await open(page, "Describe instances");
  await button(page, "Ask");
  const answer = panel(page).getByRole("region", { name: "What AWS answered" });
  await expect(answer).toContainText("InstanceType");
  await expect(answer).toContainText("t3.micro");
});

test("a step of a lesson says what it does not take", async ({ page }) => {
  await page.goto("./#/lesson/01-one-instance");
  await expect(page.locator(".lesson-heading")).toBeVisible();
  await open(page, "Create load balancer");
  await expect(panel(page)).toContainText("This step of the lesson does not take it.");
  await expect(panel(page).getByRole("button", { name: "Send" })).toHaveAttribute("aria-disabled", "true");
});

async function sound(page, name) {
  await keep(page, name);
  await expectSoundLayout(page);
  await expectNoViolation(page);
}

inEveryLook("forms are found, filled in, refused and answered", async (page, look) => {
  await sandbox(page);
  await pause(page);
  await page.keyboard.press("Control+k");
  await expect(page.locator("#form-find")).toBeFocused();
  await sound(page, `forms-finder-${look}`);
  await page.keyboard.press("Escape");
  await open(page, "Create Auto Scaling group");
  await sound(page, `forms-group-${look}`);
  await button(page, "Send");
  await expect(panel(page).locator(".form-errors")).toBeFocused();
  await sound(page, `forms-errors-${look}`);
  await open(page, "Create target tracking policy");
  await sound(page, `forms-tracking-${look}`);
  await open(page, "Launch instances");
  await sound(page, `forms-launch-${look}`);
  await send(page);
  await sound(page, `forms-answer-${look}`);
});
