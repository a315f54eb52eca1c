// End to end: the page as it is published, under a sub-path, in the system's Chromium.
import { defineConfig } from "@playwright/test";
import { chromium } from "./chromium.js";

const kept = "../../target/e2e";
const origin = `http://localhost:${process.env.FLEETLAB_PORT}`;

/** Somebody who has been here before: the tour of the first minute has a test of its own. */
const beenHere = { cookies: [], origins: [{ origin, localStorage: [{ name: "fleetlab.toured", value: "1" }] }] };

export default defineConfig({
  testDir: "specs",
  outputDir: `${kept}/results`,
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["html", { outputFolder: `${kept}/report`, open: "never" }]],
  use: {
    baseURL: `${origin}/any/where/`,
    storageState: beenHere,
    launchOptions: chromium,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  webServer: {
    command: "cargo xtask serve --dist --base /any/where/",
    wait: { stdout: /localhost:(?<fleetlab_port>\d+)/ },
  },
});
