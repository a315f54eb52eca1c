// Keeps what is needed to replay a run outside the program that may break, and draws the page for when it did.
// A wasm trap poisons its module and running out of memory runs no code of it, so nothing here asks it for anything.
"use strict";
(() => {
  const run = { seed: "", region: "", kept: "", now: "", journal: [] };

  window.fleetlab = {
    /** A new run: its seed, its Region, and the name that the browser keeps it under. */
    begin(seed, region, kept) { Object.assign(run, { seed, region, kept, now: "", journal: [] }); },
    /** A command that was submitted, as "10:02:11.5 aws ec2 …". */
    note(line) { run.journal.push(line); },
    /** The time the model stands at. */
    at(now) { run.now = now; },
    /** All of it, as text. */
    run: () => report(""),
  };

  addEventListener("error", ({ message, error }) => stop(error ?? message));
  addEventListener("unhandledrejection", ({ reason }) => stop(reason));

  function stop(reason) {
    if (document.querySelector(".crash")) return;
    console.error(reason);
    document.documentElement.classList.add("crashed");
    document.getElementById("app")?.setAttribute("inert", "");
    document.body.prepend(sheet(String(reason)));
    document.querySelector(".crash h1").focus();
  }

  function sheet(reason) {
    const sheet = element("main", { className: "crash", ariaLabel: "The model stopped" });
    const card = sheet.appendChild(element("div", { className: "crash-card" }));
    const title = run.now ? `The model stopped at ${run.now}. Your run is safe.` : "The page could not start.";
    card.append(
      element("h1", { textContent: title, tabIndex: -1 }),
      element("p", { textContent: "What you did is kept below: the seed and every command lead to the same moment again." }),
      element("textarea", { value: report(reason), readOnly: true, ariaLabel: "Seed and journal" }),
      buttons(reason),
    );
    return sheet;
  }

  function buttons(reason) {
    const row = element("div", { className: "row" });
    row.append(
      button("Copy seed and journal", () => navigator.clipboard?.writeText(report(reason))),
      button("Save file", () => save(report(reason))),
      button("Reload", () => location.reload()),
    );
    // The same run stops at the same place again, each time that it is brought back.
    if (isKept()) row.append(button("Begin anew, without this run", forget));
    return row;
  }

  function isKept() {
    try { return localStorage.getItem(run.kept) !== null; } catch { return false; }
  }

  /** At the last moment: what is left of the program may keep the run once more. */
  function forget() {
    addEventListener("pagehide", (event) => {
      event.stopImmediatePropagation();
      localStorage.removeItem(run.kept);
    }, { capture: true });
    location.reload();
  }

  function report(reason) {
    return [`page ${location.hash || "#/"}`, `region ${run.region}`, `seed ${run.seed}`, ...run.journal, `stopped ${run.now}`, reason].join("\n");
  }

  function save(text) {
    const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    element("a", { href, download: "fleetlab-run.txt" }).click();
    URL.revokeObjectURL(href);
  }

  function button(label, onclick) {
    return element("button", { type: "button", className: "button", textContent: label, onclick });
  }

  function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }
})();
