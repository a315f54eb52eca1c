// Every lesson of the course from its first step to its last with the keyboard: in the terminal, from its reference
// solution; and without the terminal, by its buttons and by forms, and without the picture, which is read as text.
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe.js";
import { LESSONS, requestsOf, setUpOf, stepsOf } from "../course.js";
import { open, play, readAsText } from "../lesson.js";
import { likeness } from "../requests.js";
import { solve } from "../solver.js";
import { follow, openTerminal } from "../terminal.js";

// A picture of the page at each of thousands of keys would take most of the time.
test.use({ trace: "off", permissions: ["clipboard-read", "clipboard-write"] });

for (const name of LESSONS) {
  const steps = stepsOf(name);

  test(`${name} is finished in the terminal`, async ({ page }) => {
    test.setTimeout(180_000);
    await open(page, name, steps);
    await openTerminal(page);
    await play(page, steps, ({ solution }) => follow(page, solution));
    await expect(page.locator(".score-row")).toHaveCount(steps.flatMap(({ score = [] }) => score).length);
    await expectNoViolation(page);
  });

  test(`${name} is finished with buttons and forms, and read as text`, async ({ page }) => {
    test.setTimeout(180_000);
    const sent = [];
    await open(page, name, steps);
    await readAsText(page);
    await play(page, steps, async (step) => sent.push(...(await solve(page, step, setUpOf(name)))));
    await expect(page.locator(".twin")).toContainText(/of the requests were served.*Instance \S+, /s);
    await expectNoViolation(page);
    const requests = sent.length ? requestsOf(sent.map(({ command }) => command)) : [];
    expect(requests.map(({ request }) => likeness(request))).toEqual(sent.map(({ request }) => likeness(request)));
  });
}
