// How long script runs in each frame of a page, from Chromium's own trace: what runs after a callback counts too.
import { setTimeout } from "node:timers/promises";

/** What is script, of all that a trace tells; each is counted only where it is not within another. */
const SCRIPT = new Set(["FireAnimationFrame", "FunctionCall", "RunMicrotasks", "TimerFire", "EventDispatch", "EvaluateScript"]);

/** Traces a page for so long; gives ms of script between the begin of each frame and that of the next. */
export async function scriptPerFrame(browser, page, milliseconds) {
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline.frame"] });
  await setTimeout(milliseconds);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  return perFrame(onMainThread(traceEvents));
}

/** What happened on the thread that ran the animation's frames, in order of time. */
function onMainThread(events) {
  const threads = new Map();
  const fired = events.filter(({ name }) => name === "FireAnimationFrame");
  for (const { pid, tid } of fired) threads.set(`${pid}/${tid}`, (threads.get(`${pid}/${tid}`) ?? 0) + 1);
  const [main] = [...threads].sort((a, b) => b[1] - a[1])[0] ?? [];
  return events
    .filter(({ ph, name, pid, tid }) => ph === "X" && SCRIPT.has(name) && `${pid}/${tid}` === main)
    .sort((a, b) => a.ts - b.ts);
}

function perFrame(events) {
  const frames = [];
  let end = -Infinity;
  for (const { name, ts, dur = 0 } of events) {
    if (ts < end) continue;
    end = ts + dur;
    if (name === "FireAnimationFrame") frames.push(0);
    if (frames.length) frames[frames.length - 1] += dur / 1000;
  }
  return frames;
}

/** The value that a share of sorted numbers does not exceed. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
