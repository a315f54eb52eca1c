// The terminal, by keyboard alone: type, complete, be refused, wait, copy, be helped, follow an id, save.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { press, reach } from "../keyboard.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";
import { enter, input, newest, openTerminal } from "../terminal.js";

const log = (page) => page.getByRole("log");
const said = (page) => page.locator(".terminal [role=status]");

/** Opens the sandbox, or a lesson, and its terminal. */
async function open(page, address = "./#/sandbox") {
  await page.goto(address);
  await openTerminal(page);
}

test("commands are answered, with variables and commands within commands", async ({ page }) => {
  await open(page);
  await expect(log(page)).toHaveAttribute("aria-live", "polite");
  await enter(page, "VPC=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text) # the only one");
  const entry = await enter(page, "aws ec2 describe-subnets --filters Name=vpc-id,Values=$VPC --query 'length(Subnets)'");
  await expect(entry.locator("pre")).toHaveText("3");
  const table = await enter(page, "aws ec2 describe-subnets --output table --query 'Subnets[].[SubnetId,AvailabilityZone]'");
  await expect(table.getByRole("group", { name: "Table" })).toContainText("DescribeSubnets");
  const piped = await enter(page, "sandbox metrics | head");
  await expect(piped.locator(".entry-error")).toContainText("Syntax");
  await expect(piped).toContainText("exit code 252");
});

test("Tab completes what is known, and what there is", async ({ page }) => {
  await open(page);
  await page.keyboard.type("aws ec2 stop-");
  await page.keyboard.press("Tab");
  await expect(input(page)).toHaveValue("aws ec2 stop-instances ");
  await page.keyboard.type("--instance-ids i");
  await page.keyboard.press("Tab");
  await expect(input(page)).toHaveValue(/^aws ec2 stop-instances --instance-ids i-0[0-9a-f]+ $/);
  await page.keyboard.press("Control+c");
  await expect(input(page)).toHaveValue("");

  await page.keyboard.type("aws ec2 run-instances --instance-t");
  await page.keyboard.press("Tab");
  await page.keyboard.type("t3.m");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("listbox", { name: "Completions" })).toBeVisible();
  await expect(said(page)).toHaveText(/^2 completions\./);
  await page.keyboard.press("ArrowDown");
  await expect(said(page)).toHaveText(/, 1 of 2$/);
  const chosen = page.getByRole("option", { selected: true });
  await expect(input(page)).toHaveAttribute("aria-activedescendant", await chosen.getAttribute("id"));
  await expectNoViolation(page);
  const word = (await chosen.locator("code").textContent()).trim();
  await page.keyboard.press("Enter");
  await expect(input(page)).toHaveValue(`aws ec2 run-instances --instance-type ${word} `);

  await page.keyboard.type("--");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(input(page)).not.toBeFocused();
});

test("a misspelt word is told while it is typed, and after it was run", async ({ page }) => {
  await open(page);
  await page.keyboard.type("aws ec2 rnu-instances --image-id ");
  await expect(page.locator(".terminal-hint")).toContainText("Did you mean run-instances?");
  await page.keyboard.press("Control+c");
  const entry = await enter(page, "aws ec2 describe-vpcz");
  await expect(entry.locator(".entry-error")).toContainText("Found invalid choice 'describe-vpcz'");
  await expect(entry).toContainText("exit code 252");
  const meant = entry.getByRole("button", { name: "Did you mean describe-vpcs?" });
  await toStop(page, meant);
  await page.keyboard.press("Enter");
  await expect(input(page)).toHaveValue("aws ec2 describe-vpcs");
  await expect(input(page)).toBeFocused();
});

test("what waits lets the page live, says when time stands still, and is stopped by Control and C", async ({ page }) => {
  await open(page, "./#/sandbox?speed=10");
  await page.keyboard.type("sandbox wait 20s");
  await page.keyboard.press("Enter");
  const waiting = page.getByRole("group", { name: "What is waited for" });
  await expect(waiting).toContainText("sandbox wait 20s");
  await expect(waiting).toHaveCount(0, { timeout: 20_000 });
  await expect(newest(page).locator(".entry-head code")).toHaveText("$ sandbox wait 20s");

  await page.keyboard.type("aws ec2 wait instance-stopped --instance-ids $(aws ec2 describe-instances --query 'Reservations[0].Instances[0].InstanceId' --output text)");
  await page.keyboard.press("Enter");
  await expect(waiting).toContainText("waits for model time");
  await page.keyboard.press("Control+c");
  await expect(waiting).toHaveCount(0);
  await expect(newest(page)).toContainText("exit code 130");

  await press(page, page.getByRole("button", { name: "Pause everything that moves" }));
  await reach(page, input(page));
  await page.keyboard.type("sandbox wait 5s");
  await page.keyboard.press("Enter");
  await expect(waiting).toContainText("Time stands still");
  await press(page, waiting.getByRole("button", { name: "Play" }));
  await expect(waiting).toHaveCount(0);
  await expect(newest(page).locator(".entry-head code")).toHaveText("$ sandbox wait 5s");
});

test("several lines run one after the other, even while time stands still", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await press(page, page.getByRole("button", { name: "Pause everything that moves" }));
  const lines = Array.from({ length: 30 }, (_, index) => `N=${index}`);
  const script = ["# a paste", "aws ec2 create-security-group --group-name pasted \\", "  --description 'in two lines'", ...lines, "echo \"the end $N\""].join("\n");
  await page.evaluate((text) => navigator.clipboard.writeText(text), script);
  await reach(page, input(page));
  await page.keyboard.press("ControlOrMeta+v");
  await expect(input(page)).toHaveValue(script);
  await page.keyboard.press("Enter");
  await expect(newest(page).locator("pre")).toHaveText("the end 29");
  await expect(log(page)).toContainText("GroupId");

  await page.keyboard.type("echo a \\");
  await page.keyboard.press("Enter");
  await page.keyboard.type("b");
  await page.keyboard.press("Enter");
  await expect(newest(page).locator("pre")).toHaveText("a b");
  await page.keyboard.press("ArrowUp");
  await expect(input(page)).toHaveValue("echo a \\\nb");
  await page.reload();
  await press(page, page.getByRole("button", { name: "Terminal below the picture" }));
  await page.keyboard.press("ArrowUp");
  await expect(input(page), "the history outlives the page").toHaveValue("echo a \\\nb");
  await page.keyboard.press("Control+l");
  await expect(log(page).locator(".entry")).toHaveCount(0);
});

test("an id leads to its place in the picture", async ({ page }) => {
  await open(page);
  const entry = await enter(page, "aws ec2 describe-instances --query 'Reservations[].Instances[].InstanceId'");
  await toStop(page, entry.getByRole("button", { name: /^i-0/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Details" })).toContainText("directory-1");
});

test("commands, outputs and the whole session can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await open(page);
  const line = "aws ec2 describe-instances --query 'Reservations[].Instances[].InstanceId'";
  const entry = await enter(page, line);
  await toStop(page, entry.getByRole("button", { name: "Copy the command" }));
  await page.keyboard.press("Enter");
  expect(await copied()).toBe(line);
  await expect(said(page)).toHaveText("Copied.");
  await toStop(page, entry.getByRole("button", { name: "Copy the output" }));
  await page.keyboard.press("Enter");
  expect(JSON.parse(await copied())).toHaveLength(1);
  await reach(page, page.getByRole("button", { name: "Copy all" }));
  await page.keyboard.press("Enter");
  expect(await copied()).toContain(`$ ${line}\n[`);
  await reach(page, input(page));
  await page.keyboard.type("keep me");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  await expect(input(page), "with a selection, Control and C copies").toHaveValue("keep me");
  expect(await copied()).toBe("keep me");
});

test("help tells what there is, with what it means", async ({ page }) => {
  await open(page);
  await expect((await enter(page, "aws help")).locator("pre")).toContainText("elbv2");
  await expect((await enter(page, "aws ec2 help")).locator("pre")).toContainText("run-instances");
  const told = (await enter(page, "aws ec2 run-instances help")).locator("pre");
  for (const part of ["--instance-type <string>", "Launches", "https://docs.aws.amazon.com/"]) {
    await expect(told).toContainText(part);
  }
  await expect((await enter(page, "sandbox traffic help")).locator("pre")).toContainText("Default: steady");
});

test("the session is saved as a script that begins with how to run it", async ({ page }) => {
  await open(page);
  await press(page, page.getByRole("button", { name: "Send one request", exact: true }));
  await expect(newest(page)).toContainText("by a button");
  await expect(newest(page).locator(".entry-head code")).toContainText("$ sandbox request");
  await enter(page, "sandbox traffic --rate 77");
  const arrives = page.waitForEvent("download");
  await press(page, page.getByRole("button", { name: "Save as a script" }));
  const download = await arrives;
  expect(download.suggestedFilename()).toBe("fleetlab-session.sh");
  const script = await readFile(await download.path(), "utf8");
  expect(script).toContain("fleetlab exec --digest --seed 7 --region us-east-2 fleetlab-session.sh");
  expect(script).toMatch(/\nsandbox traffic --rate 77\nsandbox wait \S+\n$/);
});

test("a lesson refuses in the terminal what it does not take, wherever it stands", async ({ page }) => {
  await open(page, "./#/lesson/01-one-instance");
  const entry = await enter(page, "aws ec2 create-security-group --group-name x --description y");
  await expect(entry.locator(".entry-error")).toContainText("NotInThisStep");
  const within = await enter(page, "X=$(aws ec2 create-security-group --group-name x --description y)");
  await expect(within.locator(".entry-error")).toContainText("NotInThisStep");
  const looked = await enter(page, "aws ec2 describe-security-groups --group-names x");
  await expect(looked.locator(".entry-error")).toContainText("InvalidGroup.NotFound");
});

inEveryLook("the terminal can be read", async (page, look) => {
  await open(page);
  await press(page, page.getByRole("button", { name: "Pause everything that moves" }));
  await enter(page, "aws ec2 describe-instances --output table --query 'Reservations[].Instances[].[InstanceId,State.Name,Placement.AvailabilityZone]'");
  await enter(page, "aws ec2 rnu-instances");
  await reach(page, input(page));
  await page.keyboard.type("sandbox wait 90s");
  await page.keyboard.press("Enter");
  await expect(page.locator(".terminal-waiting")).toBeVisible();
  await keep(page, `terminal-${look}`);
  await expectSoundLayout(page);
  await expectNoViolation(page);
  await page.keyboard.type("aws ec2 run-instances --");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("listbox")).toBeVisible();
  await keep(page, `terminal-completing-${look}`);
  await expectNoViolation(page);
});

/** Gets to a button of the log: one stop for Tab, then arrows. */
async function toStop(page, target) {
  const stop = log(page).locator("[data-stop][tabindex='0']");
  await reach(page, stop);
  await page.keyboard.press("Home");
  for (let turn = 0; turn < 200; turn++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${target} cannot be reached with the arrow keys`);
}
