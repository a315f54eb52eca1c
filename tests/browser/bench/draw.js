// What drawing costs: CPU of all of Chromium's processes and script time, per frame.
//   node draw.js ADDRESS_OF_THE_PAGE drawing_bg.wasm
// Canvas 2D only records in script and paints elsewhere, so script time alone tells little.
import { setTimeout } from "node:timers/promises";
import { chromium as library } from "@playwright/test";
import { chromium } from "../chromium.js";
import { countFrames } from "./frames.js";
import { cpuMs, print } from "./processes.js";

const [address, drawing] = process.argv.slice(2);
const WARM_UP_MS = 3_000;
const MEASURED_MS = 10_000;
const SIZE = { width: 1280, height: 720 };

/** What is measured, by name: each opens itself in a page and leaves it running. Others are compared with the first. */
const VIEWS = {
  "empty canvas": (page) => canvas(page, emptyFrames),
  "500 dots": (page) => canvas(page, dotFrames, 500),
  "2,000 dots": (page) => canvas(page, dotFrames, 2_000),
  "10,000 dots": (page) => canvas(page, dotFrames, 10_000),
  "start page": (page) => page.goto(address),
  "lesson 1": (page) => page.goto(`${address}#/lesson/01-one-instance?speed=1`),
  "lesson 1 at 300×": (page) => page.goto(`${address}#/lesson/01-one-instance?speed=300`),
  "lesson 1, paused": async (page) => {
    await page.goto(`${address}#/lesson/01-one-instance?speed=1`);
    await page.getByRole("button", { name: /^Pause/ }).click();
  },
};

const browser = await library.launch(chromium);
const system = await browser.newBrowserCDPSession();
console.log(`Drawing at ${SIZE.width}×${SIZE.height}, ${MEASURED_MS / 1000} s each; CPU of all browser processes`);
const columns = ["frames/s", "CPU ms/frame", "× empty", "script ms/frame", "longest script ms", "CPU ms/s"];
print("", columns);
let reference;
for (const [name, open] of Object.entries(VIEWS)) {
  const { frames, cpu, script, longest } = await measure(open);
  reference ??= cpu / frames;
  const perFrame = frames ? [cpu / frames, cpu / frames / reference, script / frames, longest] : [NaN, NaN, NaN, NaN];
  const figures = [(frames / MEASURED_MS) * 1000, ...perFrame, (cpu / MEASURED_MS) * 1000];
  print(name, figures.map((figure) => (Number.isNaN(figure) ? "–" : figure.toFixed(2))));
}
await browser.close();

async function measure(open) {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1 });
  await page.addInitScript(countFrames);
  await open(page);
  await setTimeout(WARM_UP_MS);
  const before = await cpuMs(system);
  await page.evaluate(() => window.frameCost.reset());
  await setTimeout(MEASURED_MS);
  const cost = await page.evaluate(() => ({ ...window.frameCost }));
  const cpu = (await cpuMs(system)) - before;
  await page.close();
  return { ...cost, cpu };
}

/** A page with nothing but a canvas, in the page's own styles (dots take their colours from them); runs `frames` in it. */
async function canvas(page, frames, dots) {
  const html = await (await fetch(address)).text();
  const [styles] = html.match(/<link rel="stylesheet"[^>]*>/);
  const body = `<!doctype html>${styles}<body style="margin:0"><canvas width="1280" height="720" style="display:block">`;
  await page.route("**/canvas.html", (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.route("**/drawing.js", (route) => route.fulfill({ path: drawing.replace("_bg.wasm", ".js") }));
  await page.route("**/drawing_bg.wasm", (route) => route.fulfill({ path: drawing, contentType: "application/wasm" }));
  await page.goto(`${address}canvas.html`);
  await page.evaluate(frames, { ...SIZE, dots });
}

/** Clears the canvas in every frame: the least that any moving picture costs. */
function emptyFrames({ width, height }) {
  const context = document.querySelector("canvas").getContext("2d");
  const draw = () => {
    context.clearRect(0, 0, width, height);
    requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
}

/** Lets the page's painter move so many dots. */
async function dotFrames({ width, height, dots }) {
  const { default: start, Dots } = await import("./drawing.js");
  await start({ module_or_path: "drawing_bg.wasm" });
  const painted = new Dots(document.querySelector("canvas"), width, height, dots);
  const draw = () => {
    painted.frame();
    requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
}
