// Lesson 1 from the start page to its end, with the keyboard alone.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { choose, press, reach, toEnd, type } from "../keyboard.js";
import { expectSoundLayout } from "../layout.js";
import { keep } from "../looks.js";

const button = (page, name) => page.getByRole("button", { name });
const heading = (page, name) => expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
const nothingToDo = (page) => expect(page.locator(".goals .goal:not(.met)")).toHaveCount(0, { timeout: 30_000 });

async function goOn(page) {
  await press(page, button(page, /^Next/));
}

/** As fast as the page allows. */
const hurry = (page) => toEnd(page, page.getByRole("slider", { name: "speed" }));

async function check(page, name) {
  await keep(page, `lesson-1-${name}`);
  await expectSoundLayout(page);
  await expectNoViolation(page);
}

test("a learner without a mouse plays lesson 1 to its end", async ({ page }) => {
  test.slow();
  await page.goto("./");
  await press(page, page.getByRole("link", { name: "Start lesson 1" }));

  await heading(page, "Where does every request go?");
  for (let sent = 0; sent < 3; sent++) await press(page, button(page.getByRole("region", { name: "Lesson", exact: true }), "Send one request"));
  await nothingToDo(page);
  await check(page, "1-where");
  await goOn(page);

  await heading(page, "Every answer needs three parts");
  await choose(page, page.getByRole("group", { name: /^The EC2 instance/ }), "One machine");
  await choose(page, page.getByRole("group", { name: /^DynamoDB/ }), "More than one Availability Zone");
  await choose(page, page.getByRole("group", { name: /^S3/ }), "More than one Availability Zone");
  await check(page, "2-judge");
  await goOn(page);

  await heading(page, "The instance is about to fail");
  await choose(page, page.getByRole("group", { name: /What will the employees meet/ }), /^No answer at all/);
  await type(page, page.getByRole("spinbutton"), "60");
  await check(page, "3-predict");
  await press(page, button(page, "Commit the prediction"));
  await goOn(page);

  await heading(page, "One call takes the instance away");
  await expect(page.getByText(/^aws ec2 terminate-instances --instance-ids i-/)).toBeVisible();
  await press(page, button(page, "Terminate the instance"));
  await nothingToDo(page);
  await goOn(page);

  await heading(page, "No employee gets an answer");
  await hurry(page);
  await nothingToDo(page);
  await expect(page.locator(".readout")).toContainText(/(^|\D)0 %/);
  await check(page, "5-watch");
  await goOn(page);

  await heading(page, "DynamoDB and S3 are well, and nobody can ask them");
  await choose(page, page.getByRole("group", { name: /What will bring the directory back/ }), "Somebody launches another instance");
  await check(page, "6-explain");
  await goOn(page);

  await heading(page, "A new instance has a new address");
  await press(page, button(page, "Launch a new instance"));
  await hurry(page);
  const tell = button(page, "Give the employees its address");
  await expect(tell).toHaveAttribute("aria-disabled", "false", { timeout: 30_000 });
  await press(page, tell);
  await nothingToDo(page);
  await check(page, "7-repair");
  await goOn(page);

  await heading(page, /^Nobody was served for [\d,]+ s/);
  await choose(page, page.getByRole("group", { name: /What did you not count on/ }), "The new address");
  await type(page, page.getByRole("textbox"), "Everything went through one machine.");
  await check(page, "8-compare");
  await goOn(page);

  await heading(page, "One part without a second stopped the whole");
  await choose(page, page.getByRole("group", { name: /Now a changed case/ }), "No answer, from either of them");
  await expect(page.getByText("Lesson done")).toBeVisible();
  await check(page, "9-debrief");
  await reach(page, page.getByRole("link", { name: "On to the sandbox" }));
});
