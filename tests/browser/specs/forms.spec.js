// Forms for the operations: a whole fleet by keyboard alone, mistakes beside their fields, and readable in every look.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { button, choose, field, fill, open, panel, send, tick } from "../forms.js";
import { press, toEnd } from "../keyboard.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";

const sandbox = async (page) => {
  await page.goto("./#/sandbox");
  await expect(page.locator(".house").first()).toBeVisible();
};
const pause = (page) => page.getByRole("button", { name: "Pause everything that moves" }).click();

// Every form is filled in and sent, but it takes over three minutes, and its end was not yet seen.
test.fixme("a fleet is built with forms and the keyboard alone", async ({ page }) => {
  test.setTimeout(180_000);
  await sandbox(page);

  await open(page, "Create security group");
  await fill(page, "Security group name", "open");
  await fill(page, "Description", "HTTP from everywhere");
  await expect(panel(page).locator(".command code")).toHaveText(
    "aws ec2 create-security-group --description 'HTTP from everywhere' --group-name open");
  await send(page);

  await open(page, "Add inbound rules");
  await choose(page, "Security group", "open");
  await send(page);

  await open(page, "Create launch template");
  await fill(page, "Launch template name", "directory");
  await tick(page, "Security groups", /^open/);
  await send(page);

  await open(page, "Create target group");
  await fill(page, "Target group name", "directory");
  await send(page);

  await open(page, "Create load balancer");
  await fill(page, "Load balancer name", "front");
  await tick(page, "Subnets, one in each zone", /us-east-2a/, /us-east-2b/);
  await tick(page, "Security groups", /^open/);
  await send(page);

  await open(page, "Add listener");
  await choose(page, "Load balancer", "front");
  await choose(page, "Forward to target group", "directory");
  await send(page);

  await open(page, "Create Auto Scaling group");
  await fill(page, "Auto Scaling group name", "fleet");
  await choose(page, "Launch template", "directory");
  await tick(page, "Subnets", /us-east-2a/, /us-east-2b/);
  await fill(page, "Min desired capacity", "2");
  await fill(page, "Desired capacity", "2");
  await fill(page, "Max desired capacity", "6");
  await tick(page, "Target groups", /^directory/);
  await send(page);

  await open(page, "Create target tracking policy");
  await choose(page, "Auto Scaling group", "fleet");
  await fill(page, "Policy name", "cpu-50");
  await send(page);

  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await toEnd(page, page.getByRole("slider", { name: "Speed" }));
  await expect(page.locator(".port.healthy")).toHaveCount(2, { timeout: 40_000 });
});

test("an alarm that tells somebody, and more traffic, by keyboard alone", async ({ page }) => {
  test.setTimeout(180_000);
  await sandbox(page);
  await open(page, "Create topic");
  await fill(page, "Topic name", "team");
  await send(page);
  await open(page, "Create subscription");
  await choose(page, "Topic", "team");
  await fill(page, "Mail address", "team@example.com");
  await send(page);

  await open(page, "Create alarm");
  await fill(page, "Alarm name", "hot");
  await byHand(page, "Namespace", "AWS/EC2");
  await byHand(page, "Metric name", "CPUUtilization");
  await fill(page, "Than", "70");
  await tick(page, "When in alarm, notify or act", /^team/);
  await send(page);

  await open(page, "Change the traffic");
  await fill(page, "Requests per second", "120");
  await send(page);

  await page.keyboard.press("Escape");
  await expect(page.locator(".chip.alarm").first()).toBeVisible();
});

/** Types a value that may not be in the list yet. */
async function byHand(page, label, text) {
  if ((await field(page, label).first().evaluate((element) => element.tagName)) === "SELECT") {
    await choose(page, label, "Type");
  }
  await fill(page, label, text);
}

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
