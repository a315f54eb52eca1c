// A step's solution without the terminal: by the buttons that the step offers, and by forms where it offers none.
import { expect } from "@playwright/test";
import { isWait, named, requestsOf } from "./course.js";
import { press } from "./keyboard.js";
import { pass, stand } from "./lesson.js";
import { answerTo, ask } from "./requests.js";

/** Does what the solution does; gives what was sent by forms: the commands that they have shown, and the requests wanted. */
export async function solve(page, step, setUp) {
  const sent = [];
  await stand(page);
  for (const { wait, button, request } of deeds(step, setUp)) {
    if (wait) await pass(page, lengthOf(wait));
    else if (button !== undefined) await pressAct(page, button);
    else sent.push(await byForm(page, request));
  }
  return sent;
}

/** What is to be done, one thing after the other. The last wait is over when the goals are met. */
function deeds({ solution, acts = [] }, setUp) {
  const found = [];
  for (let at = 0; !solution.slice(at).every(isWait); ) {
    const button = acts.findIndex(({ lines }) => lines.every((line, index) => line === solution[at + index]));
    if (isWait(solution[at])) found.push({ wait: solution[at++] });
    else if (button < 0) found.push({ line: named(fromNow(solution[at++]), setUp) });
    else {
      found.push({ button });
      at += acts[button].lines.length;
    }
  }
  const forms = found.filter(({ line }) => line);
  const requests = forms.length ? requestsOf(forms.map(({ line }) => line)) : [];
  for (const [index, request] of requests.entries()) forms[index].request = request;
  return found;
}

/** A line with its moments counted from now written as if now were the beginning of 1970. */
function fromNow(line) {
  const moment = /\$\(sandbox now --offset (\S+) --output text\)/;
  return line.replace(moment, (_, offset) => new Date(1_000 * secondsOf(offset)).toISOString());
}

/** How many seconds a line waits. For a state of something it is as long as the slowest of them takes: three minutes. */
function lengthOf(line) {
  const [, length] = /^sandbox wait (\S+)$/.exec(line) ?? [line, "3m"];
  return secondsOf(length);
}

const secondsOf = (length) =>
  [...length.matchAll(/(\d+)([hms])/g)].reduce((sum, [, count, unit]) => sum + count * { h: 3_600, m: 60, s: 1 }[unit], 0);

async function pressAct(page, index) {
  const button = page.locator(".acts > li").nth(index).getByRole("button").first();
  await expect(button).toHaveAttribute("aria-disabled", "false");
  await press(page, button);
  await expect(page.locator(".todo .refusal")).toHaveCount(0);
}

async function byForm(page, wanted) {
  const request = wanted.request.StartTime ? await timed(page, wanted.request) : await dimensioned(page, wanted.request);
  return { command: await ask(page, { ...wanted, request }), request };
}

/** The request with its moment in the model's time, which a form tells. */
async function timed(page, request) {
  const now = await answerTo(page, "The time of the model", /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
  const moment = new Date(Date.parse(`${now}Z`) + Date.parse(request.StartTime));
  return { ...request, StartTime: moment.toISOString().replace(/\.\d+Z$/, "+00:00") };
}

/** An instance's id; those of images and network interfaces end alike. */
const ID = "(?<!am|en)i-[0-9a-f]{17}";

/** The request with an instance's id in its dimension, which is typed and not chosen: a form that looks tells it. */
async function dimensioned(page, request) {
  const [, name] = /^~(.+)$/.exec(request.Dimensions?.[0].Value) ?? [];
  if (!name) return request;
  const found = await answerTo(page, "Describe instances", new RegExp(`${ID}(?:(?!${ID})[^])*?${name}`));
  const [id] = new RegExp(ID).exec(found);
  return { ...request, Dimensions: [{ ...request.Dimensions[0], Value: id }] };
}
