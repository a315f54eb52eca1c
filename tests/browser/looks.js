// The page in every width and theme that it is checked in.
import { test } from "@playwright/test";

export const SIZES = [
  { width: 360, height: 740 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
];
export const THEMES = ["light", "dark"];

/** Declares one test per width and theme; `body` gets the page and the name of the look, "1024-dark". */
export function inEveryLook(title, body) {
  for (const size of SIZES) {
    for (const theme of THEMES) {
      const look = `${size.width}-${theme}`;
      test(`${title} (${look})`, async ({ page }) => {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme: theme });
        await body(page, look);
      });
    }
  }
}

/** Runs in the page: until it is drawn anew and colours have stopped changing. */
async function settled() {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
}

/** Shows one page in every look, one after another: for a state that takes long to come about. */
export async function throughEveryLook(page, body) {
  for (const size of SIZES) {
    for (const theme of THEMES) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: theme });
      await page.evaluate(settled);
      const look = `${size.width}-${theme}`;
      await test.step(look, () => body(look));
    }
  }
}

/** Keeps a picture of what the page shows now: target/e2e/screenshots/NAME.png */
export async function keep(page, name) {
  await page.screenshot({ path: `../../target/e2e/screenshots/${name}.png` });
}
