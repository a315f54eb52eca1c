// What the console costs with a large fleet, many dots and charts that run; and what it costs while it rests.
//   node console.js ADDRESS_OF_THE_PAGE
import { setTimeout } from "node:timers/promises";
import { chromium as library } from "@playwright/test";
import { chromium } from "../chromium.js";
import { beenHere } from "../visitor.js";
import { openFleet } from "./fleet.js";
import { cpuMs, print } from "./processes.js";
import { quantile, scriptPerFrame } from "./trace.js";

const [address] = process.argv.slice(2);
const MEASURED_MS = 10_000;
const SIZE = { width: 1280, height: 720 };
/** The place of 60 times among the speeds on offer. */
const SIXTY_TIMES = 11;

const browser = await library.launch(chromium);
const system = await browser.newBrowserCDPSession();
console.log(`60 instances, charts, 60 times, ${SIZE.width}×${SIZE.height}; ${MEASURED_MS / 1000} s each`);
print("", ["frames/s", "CPU ms/frame", "script p50, ms", "script p99, ms", "CPU ms/s"]);
for (const dots of [500, 2_000, 10_000]) {
  const page = await open(dots);
  const cpu = await cpuWhile(() => setTimeout(MEASURED_MS));
  const frames = await scriptPerFrame(browser, page, MEASURED_MS);
  const perSecond = (frames.length / MEASURED_MS) * 1000;
  const figures = [perSecond, cpu / (perSecond * (MEASURED_MS / 1000)), quantile(frames, 0.5), quantile(frames, 0.99), cpu / 10];
  print(`${dots} dots at most`, figures.map((figure) => figure.toFixed(2)));
  if (dots === 2_000) await rest(page);
  await page.context().close();
}
await browser.close();

async function open(dots) {
  const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: 1, storageState: beenHere(new URL(address).origin) });
  const page = await context.newPage();
  await openFleet(page, address, { instances: 60, dots, speed: SIXTY_TIMES });
  await setTimeout(3_000);
  return page;
}

/** The same page, paused: frames that are drawn, and CPU, while what the run has left behind is cleared away and after that. */
async function rest(page) {
  await page.getByRole("button", { name: "Pause everything that moves" }).click();
  await setTimeout(3_000);
  for (const name of ["the same, just paused", "the same, paused for long"]) {
    const cpu = await cpuWhile(() => setTimeout(MEASURED_MS));
    const frames = await scriptPerFrame(browser, page, MEASURED_MS);
    print(name, [frames.length / (MEASURED_MS / 1000), "–", "–", "–", (cpu / (MEASURED_MS / 1000)).toFixed(2)]);
  }
}

async function cpuWhile(act) {
  const before = await cpuMs(system);
  await act();
  return (await cpuMs(system)) - before;
}
