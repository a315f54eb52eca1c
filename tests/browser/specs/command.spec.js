// The sandbox's command line: what it does not do, it says.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";

/** Types a line with the keyboard alone, and gives where the answer stands. */
async function type(page, line) {
  await page.getByLabel("Type a command").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(line);
  await page.keyboard.press("Enter");
  const answer = page.locator(".answer");
  await expect(answer.locator(".own")).toHaveText(line);
  return answer.locator(".refusal");
}

test("a command that waits is told to play, and what shapes an answer is not dropped in silence", async ({ page }) => {
  await page.goto("./#/sandbox");
  await expect(await type(page, "sandbox wait 90s")).toContainText("Press Play");
  await expect(await type(page, "aws ec2 describe-vpcs --output text")).toContainText("--output");
  await expect(await type(page, "aws ec2 describe-vpcs --query 'Vpcs[0]'")).toContainText("--query");
  await expect(await type(page, "aws ec2 describe-vpcs")).toHaveCount(0);
});

inEveryLook("a refused command says why", async (page, look) => {
  await page.goto("./#/sandbox");
  await page.getByRole("button", { name: "Pause everything that moves" }).click();
  await expect(await type(page, "sandbox wait 90s")).toBeVisible();
  await keep(page, `refused-command-${look}`);
  await expectSoundLayout(page);
  await expectNoViolation(page);
});
