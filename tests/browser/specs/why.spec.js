// The timeline and "Why?": what happened, who called what, and what led to it, down to the outside cause.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { press, reach, type } from "../keyboard.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep, throughEveryLook } from "../looks.js";
import { buildFleet, closeTerminal, enter, openTerminal, run, untilHealthy } from "../sandbox.js";

const pause = (page) => page.getByRole("button", { name: "Pause everything that moves" }).click();
const timeline = (page) => page.getByRole("tabpanel", { name: "Timeline" });
const filter = (page, name) => timeline(page).getByRole("group", { name: "Show" }).getByRole("button", { name, exact: true });

/** Keeps a picture of what is in sight; the layout is looked at from the top, where nothing is under the head. */
async function sound(page, name) {
  await keep(page, name);
  await page.evaluate(() => scrollTo(0, 0));
  await expectSoundLayout(page);
  await expectNoViolation(page);
}

async function open(page, speed) {
  await page.goto(`./#/sandbox?speed=${speed}`);
  await expect(page.locator(".house").first()).toBeVisible();
}

async function openTimeline(page) {
  const button = page.getByRole("button", { name: "Charts below the picture" });
  if ((await button.getAttribute("aria-pressed")) !== "true") await button.click();
  await page.getByRole("tab", { name: "Timeline" }).click();
  await expect(timeline(page)).toBeVisible();
}

/** A fleet that has lost a zone and found out. */
async function darkened(page) {
  await open(page, 300);
  const { balancer } = await buildFleet(page, { desired: 4, zones: 2 });
  await untilHealthy(page, 4);
  await run(page, `sandbox clients --endpoint ${balancer.DNSName}`);
  await page.getByRole("slider", { name: "speed" }).fill("9");
  await run(page, "sandbox fault --kind az-outage --zone us-east-2a");
  await expect(page.locator(".dark .port.unhealthy").first()).toBeVisible({ timeout: 45_000 });
  await pause(page);
}

test("why a target is seen as unhealthy, in every look", async ({ page }) => {
  test.slow();
  await darkened(page);
  await openTimeline(page);
  await filter(page, "Health").click();
  const entry = timeline(page).getByRole("listitem").filter({ hasText: "as unhealthy" }).first();
  await entry.getByRole("button", { name: /^Why\?/ }).click();
  const chain = timeline(page).locator(".why").first();
  await expect(chain.locator("li").first()).toContainText("You broke something, on purpose.");
  await expect(chain).toContainText("us-east-2a has lost its power.");
  await expect(chain.getByRole("link").last()).toHaveAttribute("href", /target-group-health-checks/);
  await throughEveryLook(page, async (look) => {
    await chain.scrollIntoViewIfNeeded();
    await sound(page, `timeline-why-${look}`);
  });
  // A link of the chain selects its element, which tells the same.
  await chain.getByRole("button", { name: /us-east-2a has lost its power/ }).click();
  await expect(page.getByRole("complementary", { name: "Details" }).getByRole("heading", { name: "Why?" })).toBeVisible();
  await throughEveryLook(page, (look) => sound(page, `inspector-why-${look}`));
});

inEveryLook("calls stand there as CloudTrail would show them", async (page, look) => {
  await open(page, 1);
  await openTerminal(page);
  await enter(page, "aws autoscaling set-desired-capacity --auto-scaling-group-name nothing --desired-capacity 2");
  await enter(page, "aws ec2 create-security-group --group-name web --description web");
  await closeTerminal(page);
  await pause(page);
  await openTimeline(page);
  await filter(page, "Calls").click();
  const refused = timeline(page).getByRole("listitem").filter({ hasText: "refused" });
  await refused.locator("summary").click();
  await expect(refused).toContainText("autoscaling.amazonaws.com");
  await expect(refused.locator(".facts")).toContainText("ValidationError");
  const accepted = timeline(page).getByRole("listitem").filter({ hasText: "You called CreateSecurityGroup" });
  await accepted.locator("summary").click();
  await expect(accepted.getByLabel("Request parameters")).toContainText('"GroupName": "web"');
  await timeline(page).scrollIntoViewIfNeeded();
  await sound(page, `timeline-calls-${look}`);
});

test("why a request failed, without a mouse", async ({ page }) => {
  await open(page, 10);
  await run(page, "sandbox fault --kind az-outage --zone us-east-2a");
  await page.waitForFunction(() => parseFloat(document.querySelector(".reading dd").textContent) < 90);
  await pause(page);
  await reach(page, page.getByRole("button", { name: "Charts below the picture" }));
  if ((await page.getByRole("button", { name: "Charts below the picture" }).getAttribute("aria-pressed")) !== "true") await page.keyboard.press("Enter");
  await reach(page, page.getByRole("tab", { name: "Employees" }));
  await page.keyboard.press("End");
  await press(page, filter(page, "Failed requests"));
  await press(page, timeline(page).getByRole("button", { name: /^Why\?.*no answer from/ }).first());
  await expect(timeline(page).locator(".why li").first()).toContainText("You broke something, on purpose.");
  await expect(timeline(page).locator(".why")).toContainText("us-east-2a has lost its power.");
});

test("the timeline is filtered and searched", async ({ page }) => {
  await open(page, 10);
  const { Reservations: [{ Instances: [first] }] } = await run(page, "aws ec2 describe-instances");
  await run(page, `sandbox fault --kind app-crash --instance-id ${first.InstanceId}`);
  await pause(page);
  await openTimeline(page);
  await expect(timeline(page)).toContainText(/\d+ entries, newest first/);
  await type(page, timeline(page).getByRole("searchbox"), "no such thing");
  await expect(timeline(page)).toContainText("Nothing here fits.");
  await timeline(page).getByRole("searchbox").fill("died");
  await expect(timeline(page).getByRole("listitem")).toHaveCount(1);
  await filter(page, "Alarms").click();
  await expect(timeline(page)).toContainText("Nothing here fits.");
});
