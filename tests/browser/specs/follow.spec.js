// One request, followed: its dot is pressed, or it is asked for; its way stands there with times.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { press } from "../keyboard.js";
import { expectSoundLayout } from "../layout.js";
import { inEveryLook, keep } from "../looks.js";

const details = (page) => page.getByRole("complementary", { name: "Details" });
const moments = (page) => details(page).locator(".journey li");
const follow = (page) => page.getByRole("button", { name: /^Follow a request/ });
const pause = (page) => page.getByRole("button", { name: "Pause everything that moves" }).click();
const step = (page) => page.getByRole("button", { name: "Step to the next event" });

/** Runs in the page: where on the screen a dot is painted that lies on no button; none if there is no such dot now. */
function findDot() {
  const canvas = document.querySelector("canvas.dots");
  const { data, width } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const box = canvas.getBoundingClientRect();
  for (let at = 3; at < data.length; at += 4) {
    if (data[at] < 250) continue;
    const pixel = (at - 3) / 4;
    const x = box.x + (pixel % width) * (box.width / width);
    const y = box.y + Math.floor(pixel / width) * (box.height / canvas.height);
    if (!document.elementFromPoint(x, y)?.closest("button, a, [data-stop]")) return { x, y };
  }
  return null;
}

/** Lets single events happen until a dot can be pressed. */
async function dot(page) {
  let found = null;
  await expect.poll(async () => {
    found = await page.evaluate(findDot);
    if (!found) await step(page).click();
    return found;
  }, { intervals: [20] }).not.toBeNull();
  return found;
}

test("a dot that is pressed tells the way of its request", async ({ page }) => {
  await page.goto("./#/sandbox?speed=0.1");
  await expect(page.locator(".house").first()).toBeVisible();
  await pause(page);
  const { x, y } = await dot(page);
  await page.mouse.click(x, y);
  await expect(details(page)).toContainText("Request, selected");
  await expect(moments(page).first()).toContainText(/^0\.0 ms.*(Columbus|Dublin|Pune) sent it/);
});

test("a request is followed to its end, and its stations can be looked at", async ({ page }) => {
  await page.goto("./#/sandbox?speed=1");
  await press(page, follow(page));
  await expect(details(page)).toContainText("Request, selected");
  await expect(details(page).locator(".inspector-state")).toContainText(/^Served after/);
  const way = await moments(page).locator(".said").allTextContents();
  expect(way[0]).toMatch(/ sent it$/);
  expect(way).toContain("directory-1 had it");
  expect(way.at(-1)).toBe("Its client had the answer");
  await press(page, details(page).getByRole("button", { name: /directory-1 had it/ }));
  await expect(details(page)).toContainText("EC2 instance, selected");
});

test("a request that failed tells why", async ({ page }) => {
  await page.goto("./#/sandbox?speed=10");
  await page.getByRole("button", { name: "Cut the power of zone a" }).click();
  await expect(page.locator(".readout")).not.toContainText("100 %");
  await press(page, follow(page));
  await expect(details(page).locator(".inspector-state")).toContainText(/^Failed after 10\.\d s/);
  await expect(moments(page).last()).toContainText("Its client gave up");
  await expect(details(page).locator(".why").first()).toContainText("us-east-2a");
  await page.keyboard.press("Escape");
  await expect(follow(page)).toBeFocused();
});

inEveryLook("the way of a request is sound", async (page, look) => {
  await page.goto("./#/sandbox?speed=1");
  await follow(page).click();
  await expect(details(page).locator(".inspector-state")).toContainText(/^Served after/);
  await pause(page);
  await keep(page, `request-${look}`);
  await expectSoundLayout(page);
  await expectNoViolation(page);
});
