// Keys and settings: what is said aloud, whether dots fly, and which keys there are.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { press } from "../keyboard.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";

const dialog = (page) => page.getByRole("dialog", { name: "Keys and settings" });
const still = (page) => dialog(page).getByRole("checkbox", { name: /^No dots/ });

async function open(page) {
  await page.goto("./#/sandbox?speed=1");
  await expect(page.locator(".house").first()).toBeVisible();
}

test("keys and settings are a key away, and lead back to where one was", async ({ page }) => {
  await open(page);
  const house = page.locator("button.house").first();
  await house.focus();
  await page.keyboard.press("?");
  await expect(dialog(page)).toContainText("from a lesson to its sandbox, and back");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(house).toBeFocused();
  await page.keyboard.press("Control+/");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("Control+/");
  await expect(dialog(page)).toHaveCount(0);
});

test("dots give way to numbers where that is chosen, and it is kept", async ({ page }) => {
  await open(page);
  await expect(page.locator(".legend")).toContainText("One dot is");
  await press(page, page.getByRole("button", { name: /^Keys and settings/ }));
  await still(page).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await expect(page.locator(".legend")).toContainText("Numbers on the wires");
  await page.reload();
  await expect(page.locator(".legend")).toContainText("Numbers on the wires");
});

test("nothing is said aloud by itself where that is chosen", async ({ page }) => {
  await open(page);
  const said = page.locator(".frame > [role=status]");
  await page.keyboard.press("Control+/");
  await dialog(page).getByRole("radio", { name: "nothing by itself" }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Cut the power of zone a" }).click();
  await expect(page.locator(".readout")).not.toContainText("100 %");
  await expect(said).toHaveText("");
  await page.keyboard.press("Control+/");
  await dialog(page).getByRole("radio", { name: "all that happens" }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Bring back zone a" }).click();
  await expect(said).toContainText("us-east-2a");
});

inEveryLook("keys and settings are sound", async (page, look) => {
  await open(page);
  await page.getByRole("button", { name: "Pause everything that moves" }).click();
  await page.keyboard.press("Control+/");
  await expect(dialog(page)).toBeVisible();
  await keep(page, `settings-${look}`);
  await expectSoundLayout(page);
  await expectNoViolation(page);
});
