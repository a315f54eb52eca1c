// Accessibility as far as axe-core can tell.
import { expect } from "@playwright/test";
import axe from "axe-core";

/** Every rule that axe-core has, over the whole page as it is now. */
export async function expectNoViolation(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  expect(violations.map(describe), "violations found by axe-core").toEqual([]);
}

function describe({ id, help, nodes }) {
  const places = nodes.map((node) => node.target.join(" "));
  return `${id}: ${help}: ${places.join(", ")}`;
}
