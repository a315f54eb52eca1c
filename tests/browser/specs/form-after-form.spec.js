// Form after form by keyboard alone: a whole fleet, and an alarm that tells somebody.
import { expect, test } from "@playwright/test";
import { choose, field, fill, open, panel, sandbox, send, tick } from "../forms.js";
import { toEnd } from "../keyboard.js";

// A picture of the page at each of hundreds of keys would take most of the time.
test.use({ trace: "off" });

test("a fleet is built with forms and the keyboard alone", async ({ page }) => {
  test.slow();
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
  test.slow();
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

  // Edited, it starts with what it has, and keeps what is not changed.
  await page.locator(".chip.alarm").first().press("Enter");
  await page.locator(".inspector").getByRole("button", { name: "hot" }).press("Enter");
  await page.getByRole("button", { name: "Edit alarm" }).press("Enter");
  await expect(field(page, "Than").first()).toHaveValue("70");
  await fill(page, "Than", "80");
  await expect(panel(page)).toContainText("--threshold 80");
  await expect(panel(page)).toContainText("--alarm-actions");
  await send(page);
  await page.keyboard.press("Escape");
  await expect(page.locator(".inspector .facts")).toContainText("80");
});

/** Types a value that may not be in the list yet. */
async function byHand(page, label, text) {
  if ((await field(page, label).first().evaluate((element) => element.tagName)) === "SELECT") {
    await choose(page, label, "Type");
  }
  await fill(page, label, text);
}
