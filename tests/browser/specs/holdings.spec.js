// What the account holds and the picture has no place for stands behind the name of the Region.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { expectSoundLayout } from "../layout.js";
import { keep, throughEveryLook } from "../looks.js";
import { buildFleet, run } from "../sandbox.js";

const pause = (page) => page.getByRole("button", { name: "Pause everything that moves" }).click();
const details = (page) => page.getByRole("complementary", { name: "Details" });
const entry = (page, title) => details(page).getByRole("heading", { name: title }).locator("..");

async function sound(page, name) {
  await keep(page, name);
  await expectSoundLayout(page);
  await expectNoViolation(page);
}

async function open(page) {
  await page.goto("./#/sandbox?speed=300");
  await expect(page.locator(".house").first()).toBeVisible();
}

test("the Region lists what has no place in the picture", async ({ page }) => {
  test.slow();
  await open(page);
  const { TopicArn: topic } = await run(page, "aws sns create-topic --name alerts");
  await run(page, `aws sns subscribe --topic-arn ${topic} --protocol email --notification-endpoint team@example.com`);
  await run(page, "aws ec2 allocate-address");
  await buildFleet(page, { desired: 2, zones: 2 });
  await run(page, "aws autoscaling put-scaling-policy --auto-scaling-group-name app-asg --policy-name cpu-50 "
    + "--policy-type TargetTrackingScaling --target-tracking-configuration "
    + `'{"PredefinedMetricSpecification":{"PredefinedMetricType":"ASGAverageCPUUtilization"},"TargetValue":50}'`);
  await page.getByRole("button", { name: "Region us-east-2" }).click();
  await expect(entry(page, "SNS topics")).toContainText("read by team@example.com (not confirmed)");
  await expect(entry(page, "Mail that would have been sent")).toContainText("to team@example.com");
  await expect(entry(page, "Scaling policies")).toContainText("of app-asg: holds CPUUtilization at 50");
  await expect(entry(page, "Security groups")).toContainText("tcp 80 from 0.0.0.0/0");
  await expect(entry(page, "Launch templates")).toContainText("t3.micro, version 1 holds, the newest is 1");
  await expect(entry(page, "Elastic IP addresses")).toContainText("no instance has it");
  await expect(entry(page, "Quotas")).toContainText(/\d+ of 256 in use/);
  await pause(page);
  await throughEveryLook(page, (look) => sound(page, `region-${look}`));
});

test("an instance and a group tell what the picture does not say of them", async ({ page }) => {
  await open(page);
  await buildFleet(page, { desired: 2, zones: 2 });
  await run(page, "aws autoscaling suspend-processes --auto-scaling-group-name app-asg --scaling-processes AZRebalance");
  await run(page, "aws autoscaling put-scheduled-update-group-action --auto-scaling-group-name app-asg "
    + "--scheduled-action-name night --recurrence '0 22 * * *' --desired-capacity 2");
  await page.locator(".house").first().click();
  await expect(details(page)).toContainText(/Security groups\s*directory-web/);
  await expect(details(page)).toContainText(/CPU credits\s*\d+/);
  await page.locator(".chip.group").click();
  await expect(details(page)).toContainText(/Suspended processes\s*AZRebalance/);
  await expect(entry(page, "Scheduled actions")).toContainText("next at 22:00:00 (0 22 * * *): desired 2");
});
