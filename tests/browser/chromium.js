// How tests and measurements start the system's Chromium.

const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium's sandbox does not work for root. */
const isRoot = process.getuid?.() === 0;

/** Launch options of Playwright; `CHROME` names another program. */
export const chromium = {
  executablePath: process.env.CHROME ?? "/usr/bin/chromium",
  chromiumSandbox: !isRoot,
  args: ["--headless=new", ...quiet, ...(isRoot ? ["--no-sandbox"] : [])],
};
