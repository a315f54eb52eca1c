// The sandbox begins with accounts that stand ready, and offers broken ones to repair.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";
import { run } from "../sandbox.js";

/** Each by its folder: its title, what is said of it, and what the picture shows. */
const starters = [
  { folder: "sandbox-one-instance", title: "One instance", said: "One instance serves everybody", houses: 1, nodes: 0, groups: 0 },
  { folder: "sandbox-two-zones", title: "Two zones by hand", said: "Two instances, two zones, two addresses", houses: 2, nodes: 0, groups: 0 },
  { folder: "sandbox-behind-a-balancer", title: "Behind a balancer", said: "One name in front of two instances", houses: 2, nodes: 2, groups: 0 },
  { folder: "sandbox-self-healing", title: "A fleet that heals itself", said: "A group that keeps two instances well", houses: 2, nodes: 2, groups: 1 },
  { folder: "sandbox-a-days-traffic", title: "Three zones and a day’s traffic", said: "A working day, and a fleet that follows it", houses: 3, nodes: 3, groups: 1 },
];

const heading = (page, name) => expect(page.getByRole("heading", { level: 2, name })).toBeVisible({ timeout: 40_000 });
const button = (page, name) => page.getByRole("button", { name });
const pause = (page) => button(page, "Pause everything that moves").click();

for (const { folder, title, said, houses, nodes, groups } of starters) {
  test(`the sandbox begins with “${title}”`, async ({ page }) => {
    await page.goto("./#/sandbox?speed=1");
    await page.getByRole("region", { name: "Begin with" }).getByRole("link", { name: title }).click();
    await expect(page).toHaveURL(new RegExp(`#/sandbox\\?from=${folder}$`));
    await heading(page, said);
    await expect(page.locator(".house")).toHaveCount(houses);
    await expect(page.locator(".node")).toHaveCount(nodes);
    await expect(page.locator(".chip.balancer")).toHaveCount(nodes ? 1 : 0);
    await expect(page.locator(".chip.group")).toHaveCount(groups);
    await expect(page.locator(".port.healthy")).toHaveCount(nodes ? houses : 0);
    await expect(page.getByText("Served, last 60 s").locator("..")).toContainText(/(100|99(\.\d+)?) %/);
    await expect(page.getByRole("link", { name: "Back to the lesson" }), "it is no lesson").toHaveCount(0);
  });
}

inEveryLook("a starter says what stands there, and offers the others and the repairs", async (page, look) => {
  await page.goto("./#/sandbox?from=sandbox-self-healing");
  await heading(page, "A group that keeps two instances well");
  await pause(page);
  const repairs = page.getByRole("region", { name: "Repair one of these" });
  await expect(repairs.getByRole("link")).toHaveCount(7);
  await page.evaluate(() => scrollTo(0, 0));
  await keep(page, `starter-${look}`);
  await expectSoundLayout(page);
  await expectNoViolation(page);
  await repairs.scrollIntoViewIfNeeded();
  await keep(page, `starter-lists-${look}`);
});

const nothingToDo = (page) => expect(page.locator(".goals .goal:not(.met)")).toHaveCount(0, { timeout: 40_000 });

test("a broken account is repaired by one command, and the sandbox says so", async ({ page }) => {
  test.slow();
  await page.goto("./#/sandbox");
  await page.getByRole("link", { name: "A group that was told to pause" }).click();
  await heading(page, "The group wants two, has one, and does nothing");
  const { AutoScalingGroups: [group] } = await run(page, "aws autoscaling describe-auto-scaling-groups");
  expect(group.SuspendedProcesses).toEqual([{ ProcessName: "Launch", SuspensionReason: expect.stringMatching(/^User suspended at /) }]);
  await run(page, `aws autoscaling resume-processes --auto-scaling-group-name ${group.AutoScalingGroupName}`);
  await page.getByRole("slider", { name: "speed" }).fill("10");
  await button(page, "Play").click();
  await nothingToDo(page);
  await expect(page.locator(".port.healthy")).toHaveCount(2);
  await button(page, /^Next/).click();
  await heading(page, "A suspended process waits for whoever suspended it");
  await page.getByRole("radio", { name: /^An alarm when fewer instances/ }).check();
  await expect(page.getByRole("status").filter({ hasText: "Lesson done" })).toBeVisible();
  await page.goto("./#/sandbox");
  const repaired = page.getByRole("listitem").filter({ hasText: "A group that was told to pause" });
  await expect(repaired).toContainText("repaired");
  await page.goto("./#/");
  await expect(page.getByRole("link", { name: "Start lesson 1" }), "no place in the course").toBeVisible();
});

test("one key leads from a lesson to its sandbox, and back to where it was", async ({ page }) => {
  await page.goto("./#/lesson/repair-dark-zone");
  await heading(page, "us-east-2a is dark, and all of the fleet stood there");
  await button(page, "Hint 1 of 3").click();
  const hint = page.getByText("What does AWS answer to each launch?");
  await expect(hint).toBeVisible();
  await page.keyboard.press("Control+.");
  await expect(page.locator(".crumb")).toContainText("A balancer in two zones, a group in one");
  await expect(hint).toHaveCount(0);
  await expect(page.locator(".zone.dark")).toBeVisible();
  await page.keyboard.press("Control+.");
  await heading(page, "us-east-2a is dark, and all of the fleet stood there");
  await expect(hint, "what was asked for is still there").toBeVisible();
});
