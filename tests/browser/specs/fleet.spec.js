// A fleet behind a load balancer, built by commands: readable, whole, and clean for axe-core in every look.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { expectSoundLayout } from "../layout.js";
import { keep, throughEveryLook } from "../looks.js";
import { buildFleet, run, untilHealthy } from "../sandbox.js";

const pause = (page) => page.getByRole("button", { name: "Pause everything that moves" }).click();

async function sound(page, name) {
  await page.evaluate(() => scrollTo(0, 0));
  await keep(page, name);
  await expectSoundLayout(page);
  await expectNoViolation(page);
}

/** What stands in the way of the fleet: the instance of the start. */
async function endTheFirst(page) {
  const { Reservations: [{ Instances: [first] }] } = await run(page, "aws ec2 describe-instances --filters Name=tag:Name,Values=directory-1");
  await run(page, `aws ec2 terminate-instances --instance-ids ${first.InstanceId}`);
}

/** The employees get the name of the load balancer; the first instance goes, and its place is closed up. */
async function ready(page, balancer, healthy) {
  await untilHealthy(page, healthy);
  await run(page, `sandbox clients --endpoint ${balancer.DNSName}`);
  await endTheFirst(page);
  await expect(page.locator(".house")).toHaveCount(healthy);
  await page.getByRole("button", { name: "Close up the gaps" }).click();
}

async function open(page, speed = 300) {
  await page.goto(`./#/sandbox?speed=${speed}`);
  await expect(page.locator(".house").first()).toBeVisible();
}

/** The same state in every look. */
const soundEverywhere = (page, name) => throughEveryLook(page, (look) => sound(page, `${name}-${look}`));

test("a balancer is provisioned, and its targets are checked", async ({ page }) => {
  test.slow();
  await open(page, 1);
  await buildFleet(page, { desired: 4, zones: 2 });
  await expect(page.locator(".chip.balancer")).toContainText("provisioning");
  await page.getByRole("slider", { name: "speed" }).fill("9");
  await expect(page.locator(".port.initial").first()).toBeVisible({ timeout: 50_000 });
  await pause(page);
  await soundEverywhere(page, "fleet-building");
});

test("requests go through nodes to four instances", async ({ page }) => {
  test.slow();
  await open(page);
  const { balancer } = await buildFleet(page, { desired: 4, zones: 2 });
  await ready(page, balancer, 4);
  await expect(page.locator(".node")).toHaveCount(2);
  await page.getByRole("slider", { name: "speed" }).fill("6");
  await page.waitForFunction(() => document.querySelectorAll(".windows .lit").length > 0);
  await pause(page);
  await expect(page.getByText("Served, last 60 s").locator("..")).toContainText(/[1-9]\d* %/);
  await soundEverywhere(page, "fleet-large");
});

test("a dark zone behind a balancer", async ({ page }) => {
  test.slow();
  await open(page);
  const { balancer } = await buildFleet(page, { desired: 4, zones: 2 });
  await ready(page, balancer, 4);
  await page.getByRole("slider", { name: "speed" }).fill("8");
  await run(page, "sandbox fault --kind az-outage --zone us-east-2a");
  await expect(page.locator(".dark .port.unhealthy").first()).toBeVisible({ timeout: 45_000 });
  await pause(page);
  await soundEverywhere(page, "fleet-dark");
});

test("twelve instances in three zones", async ({ page }) => {
  test.slow();
  await open(page);
  const { balancer } = await buildFleet(page, { desired: 12 });
  await ready(page, balancer, 12);
  await page.getByRole("slider", { name: "speed" }).fill("6");
  await run(page, "sandbox traffic --rate 300");
  await run(page, "aws autoscaling set-desired-capacity --auto-scaling-group-name app-asg --desired-capacity 11");
  await page.waitForFunction(() => document.querySelectorAll(".windows .lit").length > 6);
  await pause(page);
  await soundEverywhere(page, "fleet-medium");
});

test("thirty and ninety instances stay legible", async ({ page }) => {
  test.slow();
  await open(page);
  const { balancer } = await buildFleet(page, { desired: 30, max: 90 });
  await ready(page, balancer, 30);
  await pause(page);
  await expect(page.locator(".stage.size-s")).toBeVisible();
  await soundEverywhere(page, "fleet-small");
  await page.getByRole("button", { name: "Play" }).click();
  await run(page, "aws autoscaling set-desired-capacity --auto-scaling-group-name app-asg --desired-capacity 90");
  await untilHealthy(page, 90);
  await pause(page);
  await expect(page.locator(".stage.size-xs")).toBeVisible();
  await soundEverywhere(page, "fleet-tiny");
});

test("every part of a fleet can be looked at closer, and read as text", async ({ page }) => {
  test.setTimeout(360_000); // seven states in six looks each
  await open(page);
  const { balancer } = await buildFleet(page, { desired: 4, zones: 2 });
  await ready(page, balancer, 4);
  await pause(page);
  const details = page.getByRole("complementary", { name: "Details" });
  const parts = [
    [".chip.balancer", "Otherwise forward to directory.", "balancer"],
    [".chip.targets", "/ every 30 s, 5 s to answer", "targets"],
    [".chip.group", "Launching a new EC2 instance", "group"],
    [".chip.alarm", "HTTPCode_ELB_5XX_Count", "alarms"],
    [".node >> nth=0", "Requests failed here", "node"],
    [".house >> nth=0", "What load balancers believe", "instance"],
  ];
  for (const [part, said, name] of parts) {
    await page.locator(part).click();
    await expect(details).toContainText(said);
    await soundEverywhere(page, `details-${name}`);
    await page.getByRole("button", { name: "Close the details" }).click();
  }
  await page.getByRole("button", { name: "The picture as text" }).click();
  for (const title of ["Load balancers", "Target groups", "Auto Scaling groups", "Alarms"]) {
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
  }
  await soundEverywhere(page, "fleet-text");
});

test("arrow keys lead from the employees through DNS, nodes and houses", async ({ page }) => {
  await open(page);
  const { balancer } = await buildFleet(page, { desired: 4, zones: 2 });
  await ready(page, balancer, 4);
  await pause(page);
  await page.locator(".office").nth(2).focus();
  const stops = [];
  for (let turn = 0; turn < 8; turn++) {
    await page.keyboard.press("ArrowRight");
    stops.push(await page.evaluate(() => document.activeElement.dataset.stop.replace(/-.*/, "")));
  }
  expect([...new Set(stops)].filter((kind) => kind !== "zone")).toEqual(["dns", "node", "instance", "service"]);
});

test("where motion is not wanted, wires carry numbers", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page);
  const { balancer } = await buildFleet(page, { desired: 4, zones: 2 });
  await ready(page, balancer, 4);
  await pause(page);
  await expect(page.locator(".flow").first()).toContainText("/s");
  await sound(page, "fleet-still");
});

test("what a fleet does is told as it happens, with its reason", async ({ page }) => {
  await open(page);
  const { balancer } = await buildFleet(page, { desired: 4, zones: 2 });
  await ready(page, balancer, 4);
  await run(page, "aws autoscaling set-desired-capacity --auto-scaling-group-name app-asg --desired-capacity 3");
  await page.getByRole("button", { name: "The picture as text" }).click();
  const events = page.locator(".events");
  for (const told of [
    "The load balancer directory-alb is active",
    /app-asg launches i-\w+, because it should have 4 instances/,
    /The target group directory sees i-\w+ as healthy/,
    /i-\w+ is in service in app-asg/,
    /app-asg should have 3 instances instead of 4, because you called SetDesiredCapacity/,
  ]) {
    await expect(events).toContainText(told);
  }
});
