// Two load balancers, three target groups and two Auto Scaling groups in one account: all of them are drawn.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { expectSoundLayout } from "../layout.js";
import { keep, throughEveryLook } from "../looks.js";
import { addTargetGroup, buildFleet, run, untilHealthy } from "../sandbox.js";

const pause = (page) => page.getByRole("button", { name: "Pause everything that moves" }).click();
const details = (page) => page.getByRole("complementary", { name: "Details" });

async function sound(page, name) {
  await page.evaluate(() => scrollTo(0, 0));
  await keep(page, name);
  await expectSoundLayout(page);
  await expectNoViolation(page);
}

/** Two fleets; the first balancer sends one request in ten to a canary, which is the first instance. */
async function buildBoth(page) {
  await page.goto("./#/sandbox?speed=300");
  await expect(page.locator(".house").first()).toBeVisible();
  const first = await buildFleet(page, { desired: 3, zones: 2 });
  const second = await buildFleet(page, { desired: 2, zones: 2, name: "admin", group: "admin-asg" });
  const canary = await addTargetGroup(page, "canary", first.vpc);
  const { Reservations: [{ Instances: [instance] }] } = await run(page, "aws ec2 describe-instances --filters Name=tag:Name,Values=directory-1");
  for (const group of [canary, second.targets]) {
    await run(page, `aws elbv2 register-targets --target-group-arn ${group.TargetGroupArn} --targets Id=${instance.InstanceId}`);
  }
  const weights = [[first.targets, 9], [canary, 1]].map(([group, weight]) => ({ TargetGroupArn: group.TargetGroupArn, Weight: weight }));
  await run(page, `aws elbv2 modify-listener --listener-arn ${first.listener.ListenerArn} --default-actions `
    + `'${JSON.stringify([{ Type: "forward", ForwardConfig: { TargetGroups: weights } }])}'`);
  await untilHealthy(page, 7);
  await run(page, `sandbox clients --endpoint ${first.balancer.DNSName},${second.balancer.DNSName}`);
}

test("two fleets stand side by side, each with its nodes and members", async ({ page }) => {
  test.slow();
  await buildBoth(page);
  await expect(page.locator(".node")).toHaveCount(4);
  for (const [chip, count] of [[".chip.balancer", 2], [".chip.targets", 3], [".chip.group", 2]]) {
    await expect(page.locator(chip)).toHaveCount(count);
  }
  await page.getByRole("slider", { name: "speed" }).fill("6");
  await page.waitForFunction(() => document.querySelectorAll(".windows .lit").length > 0);
  await pause(page);
  await throughEveryLook(page, (look) => sound(page, `fleets-${look}`));
  await page.locator(".chip.targets", { hasText: "canary" }).click();
  await expect(page.locator(".port.chosen")).toHaveCount(1);
  await expect(details(page)).toContainText("directory-1");
  await page.locator(".chip.group", { hasText: "admin-asg" }).click();
  await expect(page.locator(".house.member-of-chosen")).toHaveCount(2);
  await throughEveryLook(page, (look) => sound(page, `fleets-group-${look}`));
});

test("a house in two target groups has a port for each, and says both", async ({ page }) => {
  test.slow();
  await buildBoth(page);
  await pause(page);
  const first = page.getByRole("button", { name: /^directory-1/ });
  await expect(first.locator(".port")).toHaveCount(2);
  await first.click();
  for (const group of ["canary", "admin"]) {
    await expect(details(page).getByText(group, { exact: true })).toBeVisible();
  }
});

test("every node belongs to the chip above it", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await buildBoth(page);
  for (const [index, name] of ["directory-alb", "admin-alb"].entries()) {
    await page.locator(`.nodes li[style="--place:${index}"] .node`).first().click();
    await expect(details(page).getByRole("heading", { level: 2 })).toHaveText(name);
  }
});
