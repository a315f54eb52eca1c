// Half an hour at 300 times: whether the page grows. Not part of `cargo xtask bench`, for it takes its half hour.
//   node soak.js ADDRESS_OF_THE_PAGE [MINUTES]
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { chromium as library } from "@playwright/test";
import { chromium } from "../chromium.js";
import { beenHere } from "../visitor.js";
import { openFleet } from "./fleet.js";
import { print, processesOf } from "./processes.js";

const [address, minutes = "30"] = process.argv.slice(2);
/** The place of 300 times among the speeds on offer. */
const THREE_HUNDRED_TIMES = 13;

const browser = await library.launch(chromium);
const system = await browser.newBrowserCDPSession();
const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, storageState: beenHere(new URL(address).origin) });
const page = await context.newPage();
await openFleet(page, address, { instances: 12, dots: 500, speed: THREE_HUNDRED_TIMES });
const session = await context.newCDPSession(page);
print("minute", ["model time", "resident MB", "script heap MB"]);
for (let minute = 0; minute <= Number(minutes); minute++) {
  if (minute) await setTimeout(60_000);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const renderers = await processesOf(system, "renderer");
  const resident = Math.max(...renderers.map(residentMb));
  print(String(minute), [await page.locator(".clock").first().innerText(), resident.toFixed(0), (usedSize / 1e6).toFixed(1)]
    .map((cell) => cell.split("\n")[0]));
}
await browser.close();

/** Memory of a process that is in use, in MB; 0 for one that has ended. */
function residentMb(id) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]) / 1000;
  } catch {
    return 0;
  }
}
