// A large fleet on the page: what the console costs with it.
import { expect } from "@playwright/test";
import { buildFleet, run, untilHealthy } from "../sandbox.js";

/** Opens the sandbox with a fleet of so many instances in three zones, under traffic, with charts, at a speed. */
export async function openFleet(page, address, { instances, dots, speed }) {
  await page.goto(`${address}#/sandbox?speed=300&dots=${dots}`);
  await expect(page.locator(".house").first()).toBeVisible();
  const { balancer } = await buildFleet(page, { desired: instances, max: instances });
  await run(page, `sandbox clients --endpoint ${balancer.DNSName}`);
  await run(page, "sandbox traffic --rate 400");
  await untilHealthy(page, instances);
  await showCharts(page);
  await page.getByRole("slider", { name: "speed" }).fill(String(speed));
}

async function showCharts(page) {
  const charts = page.getByRole("button", { name: "Charts below the picture" });
  if ((await charts.getAttribute("aria-pressed")) !== "true") await charts.click();
  await expect(page.locator(".chart").first()).toBeVisible();
}
