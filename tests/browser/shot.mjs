import { chromium as library } from "@playwright/test";
import { chromium } from "./chromium.js";
const port = process.argv[2];
const browser = await library.launch(chromium);
for (const [w, h, theme] of [[1920, 1080, "light"], [1024, 768, "dark"], [360, 740, "light"]]) {
  const page = await browser.newPage({ viewport: { width: w, height: h }, colorScheme: theme });
  page.on("console", (m) => console.log(m.text())); page.on("pageerror", (e) => console.log("ERR", e.message));
  await page.goto(`http://localhost:${port}/any/where/#/sandbox`);
  await page.getByRole("button", { name: "Terminal below the picture" }).click();
  const input = page.getByLabel("Type a command");
  const enter = async (line) => { await input.fill(line); await input.press("Enter"); await page.waitForTimeout(150); };
  await enter("aws ec2 describe-instances --output table --query 'Reservations[].Instances[].[InstanceId,State.Name,Placement.AvailabilityZone]'");
  await enter("aws ec2 rnu-instances");
  await enter("X=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)\naws ec2 describe-subnets --query 'Subnets[].SubnetId' --filters Name=vpc-id,Values=$X");
  await page.screenshot({ path: `/tmp/shot-${w}-a.png` });
  await input.focus(); await page.keyboard.type("aws ec2 run-instances --i"); await page.keyboard.press("Tab"); await page.keyboard.press("Tab"); await page.waitForTimeout(200);
  await page.screenshot({ path: `/tmp/shot-${w}-b.png` });
  await page.keyboard.press("Escape"); await input.fill(""); 
  await enter("sandbox wait 90s");
  await page.screenshot({ path: `/tmp/shot-${w}-c.png` });
  await page.close();
}
await browser.close();
