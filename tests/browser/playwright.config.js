// End to end: the page as it is published, under a sub-path, in the system's Chromium.
import { defineConfig } from "@playwright/test";
import { chromium } from "./chromium.js";
import { beenHere } from "./visitor.js";

const kept = "../../target/e2e";
const origin = `http://localhost:${process.env.FLEETLAB_PORT}`;

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
    storageState: beenHere(origin),
    launchOptions: chromium,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  webServer: {
    command: "cargo xtask serve --dist --base /any/where/",
    wait: { stdout: /localhost:(?<fleetlab_port>\d+)/ },
  },
});
