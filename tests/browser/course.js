// The lessons as their files have them: what is asked, what the right answers are, and how each step is solved.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const folder = new URL("../../lessons/", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, folder), "utf8"));

/** The names of the lessons' folders, in the course's order. */
export const LESSONS = read("course.json").lessons;

/** A lesson's steps. */
export const stepsOf = (name) => read(`${name}/lesson.json`).steps;

/** What was done in the account before the learner came. */
export const setUpOf = (name) => read(`${name}/lesson.json`).world.setup;

/** The places of the right answers among the choices of a step, one for each of its questions. */
export function answersOf({ items, questions, choices }) {
  if (items) return items.map(({ answer }) => choices.indexOf(answer));
  return (questions ?? (choices ? [{ choices }] : [])).map(right);
}

/** Where no answer is right, all are fair. */
const right = ({ choices }) => Math.max(0, choices.findIndex((choice) => choice.right));

/** The requests of lines, as `fleetlab` reads them; of a line with several, the last. */
export function requestsOf(lines) {
  const arguments_ = ["run", "--quiet", "--package", "fleetlab", "--", "parse", "-"];
  const said = execFileSync("cargo", arguments_, { input: lines.join("\n"), encoding: "utf8" });
  const requests = said.trim().split("\n").map((line) => JSON.parse(line));
  return lines.map((line, index) => {
    const found = requests.findLast((request) => request.line === index + 1);
    if (!found || found.error) throw new Error(`${line}: ${found?.error}`);
    return found;
  });
}

/**
 * A line with `~name` in place of everything that refers to a thing of the account: what it is called there is what
 * somebody goes by who chooses it from a list. Of security groups the command line wants to see that it is an id.
 */
export function named(line, setUp) {
  const names = Object.fromEntries(setUp.flatMap(variable));
  return line
    .replace(/\{\{(?:(\w+):)?(.*?)\}\}/g, (_, kind, name) => `${kind === "securityGroup" ? "sg-" : ""}~${name === "vpc" ? "" : name}`)
    .replace(/\$\(aws ec2 describe-instances --filters Name=tag:Name,Values=([\w-]+) .*?\)/g, "~$1")
    .replace(/\$(\w+)/g, (whole, name) => (name in names ? `~${names[name]}` : whole));
}

/** The name of what a line of the set-up makes or finds and keeps in a variable. */
function variable(line) {
  const [, variable, name] = /^(\w+)=\$\(aws .*?(?:--group-name |--name |Values=)([\w-]+)/.exec(line) ?? [];
  return variable ? [[variable, name]] : [];
}

/** Whether a line only lets time pass. */
export const isWait = (line) => /^(sandbox|aws [a-z0-9-]+) wait( |$)/.test(line);
