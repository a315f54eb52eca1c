// Everything that can break in the world around the account can be broken, seen, and ended on the page.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";
import { run } from "../sandbox.js";

const pause = (page) => page.getByRole("button", { name: "Pause everything that moves" }).click();
const play = (page) => page.getByRole("button", { name: "Play" }).click();
const details = (page) => page.getByRole("complementary", { name: "Details" });

async function sound(page, name) {
  await page.evaluate(() => scrollTo(0, 0));
  await keep(page, name);
  await expectSoundLayout(page);
  await expectNoViolation(page);
}

async function open(page, speed = 10) {
  await page.goto(`./#/sandbox?speed=${speed}`);
  await expect(page.locator(".house").first()).toBeVisible();
}

inEveryLook("a grey zone says what it loses, until that is ended", async (page, look) => {
  await open(page);
  await page.getByRole("button", { name: /us-east-2a$/ }).click();
  await details(page).getByRole("button", { name: "Lose 20 % of its packets" }).click();
  await expect(page.locator(".zone.grey .trouble")).toHaveText("20 % of packets lost");
  await pause(page);
  await sound(page, `grey-${look}`);
  await play(page);
  await details(page).getByRole("button", { name: /^End it/ }).click();
  await expect(page.locator(".zone.grey")).toHaveCount(0);
  await expect(page.getByRole("status")).toContainText("us-east-2a: the fault az-grey is over.");
});

inEveryLook("a slow service says so, and what it keeps", async (page, look) => {
  await open(page);
  await page.getByRole("button", { name: /^DynamoDB, / }).click();
  await expect(details(page)).toContainText(/Employees\s*ACTIVE, \d+ items, .* on demand/);
  await details(page).getByRole("button", { name: "Make it 5 times slower" }).click();
  await expect(page.locator(".service .trouble")).toHaveText("5× slower");
  await pause(page);
  await sound(page, `slow-service-${look}`);
});

test("a zone without room refuses a launch, and takes it once there is room again", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: /us-east-2b$/ }).click();
  await details(page).getByRole("button", { name: "Leave no room for launches" }).click();
  await expect(page.locator(".zone .trouble")).toHaveText("no room");
  await details(page).getByRole("button", { name: "Launch in zone b" }).click();
  await expect(details(page).getByRole("alert")).toContainText("InsufficientInstanceCapacity");
  await details(page).getByRole("button", { name: /^End it/ }).click();
  await details(page).getByRole("button", { name: "Launch in zone b" }).click();
  await expect(page.locator(".house")).toHaveCount(2);
});

test("an instance breaks in each way there is a button for", async ({ page }) => {
  await open(page);
  await page.locator(".house").click();
  const ways = [
    ["Make it slow", "5 times as long"],
    ["Let its app leak memory", "leaks memory"],
    ["Let its app die", "connections are refused"],
    ["Let its host fail", "Its host has failed"],
  ];
  for (const [button, said] of ways) {
    await details(page).getByRole("button", { name: button }).click();
    await expect(details(page)).toContainText(said);
    await details(page).getByRole("button", { name: "End its faults" }).click();
    await expect(details(page)).not.toContainText("Broken now");
    await expect(page.locator(".house.serving")).toBeVisible({ timeout: 40_000 });
  }
});

test("what is broken anywhere stands in the sandbox, each with a button that ends it", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Cut the power of zone c" }).click();
  await run(page, "sandbox fault dependency-slow --dependency s3 --factor 3");
  const ends = page.getByRole("button", { name: /^End it/ });
  await expect(ends).toHaveCount(2);
  await page.getByRole("button", { name: "End it at S3: It takes 3 times as long as it should." }).click();
  await page.getByRole("button", { name: "End it at us-east-2c: It has no power" }).click();
  await expect(ends).toHaveCount(0);
  await expect(page.getByRole("status")).toContainText("us-east-2c has its power again.");
});
