// The story that the course tells, in seven stages, played in the sandbox with one hand at a time.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { panel } from "../forms.js";
import { HANDS, expectOnly, watch } from "../hands.js";
import { Learner } from "../learner.js";
import { THEMES, keep } from "../looks.js";

// A picture of the page at each of hundreds of keys would take most of the time.
test.use({ trace: "off" });

const ADDRESSES = "Addresses that the employees use";

/** One instance in one zone is the weak point: without it, no employee is served. */
async function oneInstance(learner) {
  await learner.untilServed(100);
  await learner.lookAt(learner.house("directory-1"));
  await learner.act("Let it crash");
  await learner.untilServed(0, 0);
  await expect(learner.house("directory-1")).toContainText("answers nothing");
  await learner.hears("The operating system of directory-1 has crashed.");
  await learner.act("Terminate");
  await learner.lookAtZone("a");
  await learner.act("Launch in zone a");
  await learner.until(learner.house("directory-2"), /running/);
  expect(await learner.share(), "nobody knows the new address").toBe(0);
  await learner.lookAt(learner.house("directory-2"));
  await learner.act("Give the employees its address");
  await learner.untilServed(99);
}

/** Two in one zone go dark together; one in another zone does not. */
async function redundancy(learner) {
  await learner.lookAtZone("a");
  await learner.act("Launch in zone a");
  await learner.until(learner.house("directory-3"), /running/);
  await learner.form("Tell the employees an address", { [ADDRESSES]: [/^directory-2/, /^directory-3/] });
  await learner.lookAtZone("a");
  await learner.act("Cut the power of zone a");
  await learner.untilServed(0, 0);
  for (const name of ["directory-2", "directory-3"]) await expect(learner.house(name)).toContainText("no power");
  await learner.hears("us-east-2a has lost its power. Everything in it is silent.");
  await learner.act("Bring back zone a");
  await learner.untilServed(99);
  await learner.lookAtZone("b");
  await learner.act("Launch in zone b");
  await learner.until(learner.house("directory-4"), /running/);
  await learner.form("Tell the employees an address", { [ADDRESSES]: [/^directory-2/, /^directory-4/] });
  await learner.untilServed(99);
  await learner.lookAtZone("a");
  await learner.act("Cut the power of zone a");
  await learner.untilServed(0, 90);
  await learner.pass(180);
  expect(await learner.share(), "the zone that has power goes on serving").toBeGreaterThan(20);
  await expect(learner.zone("b")).toContainText("running");
  await learner.act("Bring back zone a");
  await learner.untilServed(99);
}

/** More employees: a bigger instance, which must stop for it; or more instances, by hand. */
async function growth(learner) {
  await learner.palette("Let the employees send 400 per second");
  await learner.untilServed(0, 90);
  await learner.lookAt(learner.house("directory-4"));
  await learner.act("Stop");
  await learner.until(learner.house("directory-4"), /stopped/);
  await learner.formOf("Change instance type", { "Instance type": "c7i.4xlarge" });
  await learner.act("Start");
  await learner.until(learner.house("directory-4"), /running/);
  await learner.form("Tell the employees an address", { [ADDRESSES]: [/^directory-4/] });
  await learner.untilServed(99);
  await expect(learner.details()).toContainText("c7i.4xlarge");

  await learner.form("Launch instances", { "Number of instances": "4", Subnet: "us-east-2c", Value: "extra" });
  await learner.until(learner.zone("c").locator(".house"), /(running.*){4}/);
  await learner.form("Tell the employees an address", { [ADDRESSES]: [/^extra/] });
  await learner.untilServed(99);
  await learner.palette("Let the employees send 42 per second");
  await learner.form("Tell the employees an address", { [ADDRESSES]: [/^directory-2/] });
  await learner.form("Terminate instances", { Instances: [/^extra/] });
  await learner.until(learner.zone("c"), /nothing of yours/);
}

/** An alarm tells; somebody must act. */
async function alarms(learner) {
  await learner.lookAt(learner.house("directory-2"));
  await learner.formOf("Create alarm", { "Alarm name": "busy", "Period (seconds)": "300", "Evaluation periods": "1", Than: "70" });
  await learner.until(learner.chip("alarm"), /OK/);
  await learner.palette("Let the employees send 120 per second");
  await learner.until(learner.chip("alarm"), /in alarm/i);
  await learner.form("Tell the employees an address", { [ADDRESSES]: [/^directory-2/, /^directory-4/] });
  await learner.until(learner.chip("alarm"), /OK/);
}

/** A group of instances that keeps its size by itself. */
async function group(learner) {
  await learner.form("Create launch template", {
    "Launch template name": "directory", Role: "employee-directory-role", "Security groups": [/^directory-web/],
  });
  await learner.form("Create Auto Scaling group", {
    "Auto Scaling group name": "fleet", "Launch template": "directory", Subnets: [/us-east-2a/, /us-east-2b/],
    "Min desired capacity": "2", "Desired capacity": "2", "Max desired capacity": "6",
  });
  await learner.lookAt(learner.chip("group"));
  await learner.until(learner.details(), /(InService, Healthy.*){2}/);
  await learner.lookAt(learner.zone("a").locator(".house").filter({ hasText: /i-/ }));
  await learner.act("Terminate");
  await learner.lookAt(learner.chip("group"));
  await learner.until(learner.details(), /taken out of service/);
  await learner.until(learner.details(), /(InService, Healthy.*){2}/);
  await learner.hears(/fleet launches i-\w+/);
}

/** One address in front of instances in two zones. */
async function balancer(learner) {
  await learner.form("Create target group", { "Target group name": "web" });
  await learner.form("Create load balancer", {
    "Load balancer name": "front", "Subnets, one in each zone": [/us-east-2a/, /us-east-2b/], "Security groups": [/^directory-web/],
  });
  await learner.form("Add listener", { "Load balancer": "front", "Forward to target group": "web" });
  for (const name of ["directory-2", "directory-4"]) {
    await learner.lookAt(learner.house(name));
    await learner.formOf("Register targets", { "Target group": "web" });
  }
  await learner.until(learner.chip("targets"), /2 of 2 healthy/);
  await learner.lookAt(learner.chip("balancer"));
  await learner.formOf("Tell the employees an address");
  await learner.untilServed(99);
}

/** The group behind the balancer follows the load, and a zone may go dark meanwhile. */
async function together(learner) {
  await learner.form("Attach target groups to a group", { "Auto Scaling group": "fleet", "Target groups": [/^web/] });
  await learner.form("Create target tracking policy", { "Auto Scaling group": "fleet", "Policy name": "half-busy" });
  await learner.until(learner.chip("targets"), /4 of 4 healthy/);
  await learner.form("Terminate instances", { Instances: [/^directory-2/, /^directory-3/, /^directory-4/] });
  await learner.until(learner.chip("targets"), /2 of \d healthy/);
  await learner.untilServed(99);
  await learner.palette("Let the employees send 400 per second");
  await learner.lookAtZone("a");
  await learner.act("Cut the power of zone a");
  await learner.until(learner.chip("group"), /desired [3-6]/);
  await learner.hears(/fleet should have \d instances instead of 2, because/);
  await learner.untilServed(99);
  await learner.pass(300);
  expect(await learner.share(), "it goes on serving").toBeGreaterThanOrEqual(99);
  await expect(learner.zone("a")).toContainText("no power");
  await expect(learner.zone("b")).toContainText("in service");
}

const STAGES = [
  ["one instance", oneInstance],
  ["redundancy", redundancy],
  ["growth", growth],
  ["alarms", alarms],
  ["a group", group],
  ["a balancer", balancer],
  ["together", together],
];

for (const hand of HANDS) {
  test.describe(() => {
    test.use(hand.use);

    test(`seven stages, by ${hand.name} only`, async ({ page }) => {
      test.slow();
      await watch(page);
      const learner = new Learner(page, hand);
      await learner.begin();
      for (const [name, play] of STAGES) {
        await test.step(name, () => play(learner));
        await keep(page, `stages-${hand.name}-${name.replaceAll(" ", "-")}`);
      }
      await expectOnly(page, hand);
    });

    for (const colorScheme of THEMES) {
      test(`axe-core finds nothing to complain of on the way, by ${hand.name}, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        const learner = new Learner(page, hand);
        await learner.begin();
        await learner.goOn();
        await expectNoViolation(page);
        await learner.lookAt(learner.house("directory-1"));
        await learner.act("Let it crash");
        await expect(learner.served()).toContainText(/(^|\D)0 %/);
        await expectNoViolation(page);
        await learner.lookAtZone("a");
        await learner.act("Cut the power of zone a");
        await expect(learner.zone("a")).toContainText("no power");
        await expectNoViolation(page);
        await hand.open(page, "Create load balancer");
        await learner.press(panel(page).getByRole("button", { name: "Send", exact: true }));
        await expect(panel(page).locator(".form-errors")).toBeVisible();
        await expectNoViolation(page);
      });
    }
  });
}
