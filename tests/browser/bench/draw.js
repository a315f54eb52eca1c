// What drawing costs: CPU of all of Chromium's processes and script time, per frame. node draw.js ADDRESS
// Canvas 2D only records in script and paints elsewhere, so script time alone tells little.
import { setTimeout } from "node:timers/promises";
import { chromium as library } from "@playwright/test";
import { chromium } from "../chromium.js";

const [address] = process.argv.slice(2);
const WARM_UP_MS = 3_000;
const MEASURED_MS = 10_000;
const SIZE = { width: 1280, height: 720 };

/** What is measured, by name: each opens itself in a page and leaves it running. The first is what others are compared with. */
const VIEWS = {
  "empty canvas": emptyCanvas,
  "start page": (page) => page.goto(address),
};

const browser = await library.launch(chromium);
const system = await browser.newBrowserCDPSession();

console.log(`\nDrawing at ${SIZE.width}×${SIZE.height}, ${MEASURED_MS / 1000} s each; CPU over all browser processes`);
console.log("view                  frames/s   CPU ms/frame   against empty   script ms/frame   longest script ms");
let reference;
for (const [name, open] of Object.entries(VIEWS)) {
  const { frames, cpu, script, longest } = await measure(open);
  reference ??= cpu / frames;
  const figures = [
    (frames / MEASURED_MS) * 1000, cpu / frames, cpu / frames / reference, script / frames, longest,
  ].map((figure, i) => (frames ? figure.toFixed(2) : "–").padStart([9, 15, 16, 18, 20][i]));
  console.log(name.padEnd(21) + figures.join(""));
}
await browser.close();

async function measure(open) {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1 });
  await page.addInitScript(countFrames);
  await open(page);
  await setTimeout(WARM_UP_MS);
  const before = await cpuMs();
  await page.evaluate(() => window.frameCost.reset());
  await setTimeout(MEASURED_MS);
  const cost = await page.evaluate(() => ({ ...window.frameCost }));
  const cpu = (await cpuMs()) - before;
  await page.close();
  return { ...cost, cpu };
}

async function cpuMs() {
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

/** Runs in the page before its own scripts: counts frames in which a callback ran, and the time these took. */
function countFrames() {
  const cost = { frames: 0, script: 0, longest: 0, reset: () => Object.assign(cost, { frames: 0, script: 0, longest: 0 }) };
  Object.defineProperty(window, "frameCost", { value: cost });
  let frame = { at: undefined, script: 0 };
  const schedule = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => schedule((at) => {
    if (at !== frame.at) {
      frame = { at, script: 0 };
      cost.frames += 1;
    }
    const start = performance.now();
    callback(at);
    const took = performance.now() - start;
    frame.script += took;
    cost.script += took;
    cost.longest = Math.max(cost.longest, frame.script);
  });
}

/** A canvas of the whole view that is cleared in every frame: the least that any moving picture costs. */
async function emptyCanvas(page) {
  await page.goto("about:blank");
  await page.setContent(`<body style="margin:0"><canvas width="1280" height="720" style="display:block"></canvas>`);
  await page.evaluate(() => {
    const context = document.querySelector("canvas").getContext("2d");
    const draw = () => {
      context.clearRect(0, 0, 1280, 720);
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  });
}
