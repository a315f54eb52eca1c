// The terminal as somebody types into it who has a keyboard and nothing else.
import { expect } from "@playwright/test";
import { press, reach } from "./keyboard.js";
import { passWhile, stand } from "./lesson.js";

export const input = (page) => page.getByLabel("Type a command");

/** The newest entry of the log. */
export const newest = (page) => page.getByRole("log").locator(".entry").last();

const command = (page) => newest(page).locator(".entry-head code");

/** What a command waits for. */
const WAITING = ".terminal-waiting";

/** Opens the terminal. */
export async function openTerminal(page) {
  await press(page, page.getByRole("button", { name: "Terminal below the picture" }));
  await expect(input(page)).toBeFocused();
}

/** Types a line and runs it; gives its entry once it is there. */
export async function enter(page, line) {
  await type(page, line);
  await expect(command(page)).toHaveText(`$ ${line}`);
  return newest(page);
}

async function type(page, line) {
  await reach(page, input(page));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(line);
  await page.keyboard.press("Enter");
}

/** Lines of so many letters are pasted by whoever has them at hand. */
const LONG = 100;

async function paste(page, line) {
  await reach(page, input(page));
  await page.evaluate((text) => navigator.clipboard.writeText(text), line);
  await page.keyboard.press("ControlOrMeta+v");
  await expect(input(page)).toHaveValue(line);
  await page.keyboard.press("Enter");
}

/**
 * Enters the lines of a lesson's script one after the other, with a look into the account where they refer to something
 * in it, and lets time pass until all of them have run: those behind a wait begin when it is over.
 */
export async function follow(page, lines) {
  const typed = lines.map((line) => line.replace(/\{\{(.*?)\}\}/g, (_, reference) => lookUp(reference)));
  await stand(page);
  for (const line of typed) await (line.length < LONG ? type : paste)(page, line);
  const last = `$ ${typed.at(-1)}`;
  await expect(command(page).filter({ hasText: last }).or(page.locator(WAITING)).first()).toBeVisible();
  await passWhile(page, WAITING);
  await expect(command(page)).toHaveText(last);
  await expect(page.getByRole("log").locator(".entry-error")).toHaveCount(0);
}

const text = (command, query) => `$(aws ${command} --query '${query}' --output text)`;
const living = "Name=instance-state-name,Values=pending,running,stopping,stopped";
const instances = (filters, member) => text(`ec2 describe-instances --filters ${filters} ${living}`, `sort_by(Reservations[].Instances[],&LaunchTime)[-1].${member}`);

/** What a learner would ask the account to find what a lesson's reference means. */
function lookUp(reference) {
  const [kind, name] = reference.split(/:(.*)/);
  const asked = LOOK_UPS[kind];
  if (!asked) throw new Error(`no look-up for {{${reference}}}`);
  return asked(name);
}

const LOOK_UPS = {
  instance: (name) => (name ? instances(`Name=tag:Name,Values=${name}`, "InstanceId") : instances("", "InstanceId")),
  newAddress: () => instances("", "PublicIpAddress"),
  address: (name) => instances(`Name=tag:Name,Values=${name}`, "PublicIpAddress"),
  image: (name) => text(`ec2 describe-images --filters Name=name,Values=${name}`, "Images[0].ImageId"),
  vpc: () => text("ec2 describe-vpcs", "Vpcs[0].VpcId"),
  subnet: (zone) => text(`ec2 describe-subnets --filters Name=availability-zone,Values=${zone}`, "Subnets[0].SubnetId"),
  securityGroup: (name) => text(`ec2 describe-security-groups --group-names ${name}`, "SecurityGroups[0].GroupId"),
  targetGroup: (name) => text(`elbv2 describe-target-groups --names ${name}`, "TargetGroups[0].TargetGroupArn"),
  loadBalancer: (name) => text(`elbv2 describe-load-balancers --names ${name}`, "LoadBalancers[0].LoadBalancerArn"),
  dns: (name) => text(`elbv2 describe-load-balancers --names ${name}`, "LoadBalancers[0].DNSName"),
  topic: (name) => text("sns list-topics", `Topics[?ends_with(TopicArn,\`:${name}\`)].TopicArn | [0]`),
};
