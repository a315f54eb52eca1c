// The terminal, and fleets built with it.
import { expect } from "@playwright/test";
import { input, newest } from "./terminal.js";

/** Opens the terminal, if it is not. */
export async function openTerminal(page) {
  const button = page.getByRole("button", { name: "Terminal below the picture" });
  if ((await button.getAttribute("aria-pressed")) !== "true") await button.click();
  await expect(input(page)).toBeFocused();
}

/** Closes it, so that the picture has its room. */
export async function closeTerminal(page) {
  await page.getByRole("button", { name: "Close the terminal" }).click();
  await expect(input(page)).toHaveCount(0);
}

/** Types a line into the open terminal, runs it, and gives what came of it: the newest entry of the log. */
export async function enter(page, line) {
  await input(page).fill(line);
  await input(page).press("Enter");
  await expect(newest(page).locator(".entry-head code")).toHaveText(`$ ${line}`);
  return newest(page);
}

/** Runs a line in the open terminal and gives what AWS answered. */
async function ask(page, line) {
  const entry = await enter(page, line);
  await expect(entry.locator(".entry-error"), line).toHaveCount(0);
  const json = entry.locator("pre");
  return (await json.count()) ? JSON.parse(await json.textContent()) : undefined;
}

/** Opens the terminal, runs a line in it and gives what AWS answered. */
export async function run(page, line) {
  await openTerminal(page);
  const answer = await ask(page, line);
  await closeTerminal(page);
  return answer;
}

/** An Auto Scaling group behind a load balancer in `zones`; a second one needs names of its own. */
export async function buildFleet(page, { desired = 6, max = 12, zones = 3, name = "directory", group = "app-asg" } = {}) {
  await openTerminal(page);
  const { Subnets: subnets } = await ask(page, "aws ec2 describe-subnets");
  const ids = subnets.slice(0, zones).map((subnet) => subnet.SubnetId);
  const { SecurityGroups: [web] } = await ask(page, "aws ec2 describe-security-groups --group-names directory-web");
  const { Images: [image] } = await ask(page, "aws ec2 describe-images --filters Name=name,Values=employee-directory*");
  const { LoadBalancers: [balancer] } = await ask(page,
    `aws elbv2 create-load-balancer --name ${name}-alb --subnets ${ids.join(" ")} --security-groups ${web.GroupId}`);
  const targets = await makeTargetGroup(page, name, web.VpcId);
  const { Listeners: [listener] } = await ask(page,
    `aws elbv2 create-listener --load-balancer-arn ${balancer.LoadBalancerArn} --protocol HTTP --port 80 `
    + `--default-actions Type=forward,TargetGroupArn=${targets.TargetGroupArn}`);
  await ask(page, `aws ec2 create-launch-template --launch-template-name ${name} --launch-template-data `
    + `'{"ImageId":"${image.ImageId}","InstanceType":"t3.micro","SecurityGroupIds":["${web.GroupId}"],`
    + `"IamInstanceProfile":{"Name":"employee-directory-role"}}'`);
  await ask(page, `aws autoscaling create-auto-scaling-group --auto-scaling-group-name ${group} --launch-template `
    + `LaunchTemplateName=${name} --min-size 2 --max-size ${max} --desired-capacity ${desired} `
    + `--vpc-zone-identifier ${ids.join(",")} --target-group-arns ${targets.TargetGroupArn}`);
  await ask(page, `aws cloudwatch put-metric-alarm --alarm-name ${name}-5xx --namespace AWS/ApplicationELB `
    + "--metric-name HTTPCode_ELB_5XX_Count --statistic Sum --period 60 --evaluation-periods 1 --threshold 20 "
    + "--comparison-operator GreaterThanThreshold --treat-missing-data notBreaching "
    + `--dimensions Name=LoadBalancer,Value=${balancer.LoadBalancerArn.split("loadbalancer/")[1]}`);
  await closeTerminal(page);
  return { balancer, listener, targets, ids, vpc: web.VpcId };
}

/** A target group that nothing forwards to yet. */
export async function addTargetGroup(page, name, vpc) {
  await openTerminal(page);
  const targets = await makeTargetGroup(page, name, vpc);
  await closeTerminal(page);
  return targets;
}

async function makeTargetGroup(page, name, vpc) {
  const { TargetGroups: [targets] } = await ask(page,
    `aws elbv2 create-target-group --name ${name} --protocol HTTP --port 80 --vpc-id ${vpc}`);
  return targets;
}

/** Lets time pass until every instance that is wanted is seen as healthy. */
export async function untilHealthy(page, healthy) {
  await expect(page.locator(".port.healthy")).toHaveCount(healthy, { timeout: 40_000 });
}
