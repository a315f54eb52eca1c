// The checker of layout finds each fault it is there for, and no other.
import { expect, test } from "@playwright/test";
import { expectSoundLayout } from "../layout.js";

const at = (left, top, more = "") => `style="position:absolute;left:${left}px;top:${top}px;${more}"`;

const sound = {
  "lines of a tight paragraph": `<p style="line-height:1;width:9em">one two three four five six seven eight</p>`,
  "words within words": `<p>one <b>two <i>three</i></b> four</p>`,
  "a label behind an opaque bar": `<p ${at(9, 9)}>below</p><p ${at(9, 9, "background:#fff")}>above</p>`,
  "text that scrolls away": `<div style="height:40px;overflow:auto"><p style="height:400px">one</p><p>two</p></div>
    <p ${at(9, 420)}>three</p>`,
  "text for screen readers only": `<p ${at(9, 9)}>seen</p>
    <p ${at(9, 9, "width:1px;height:1px;overflow:hidden;clip-path:inset(50%);font-size:9px")}>heard</p>`,
};

const faulty = {
  "“one” and “two” overlap": `<p ${at(9, 9)}>one</p><p ${at(20, 12)}>two</p>`,
  "“a long label” is clipped": `<p style="width:3em;overflow:hidden;white-space:nowrap">a long label</p>`,
  "“cut from outside” is clipped": `<div style="height:8px;overflow:clip"><p style="margin:0">cut from outside</p></div>`,
  "“tiny” is 11 px high": `<p style="font-size:11px">tiny</p>`,
  "“half” is 8 px high": `<svg width="50" height="50" viewBox="0 0 100 100"><text y="50" font-size="16">half</text></svg>`,
  "too wide": `<p style="width:3000px">x</p>`,
};

for (const [what, html] of Object.entries(sound)) {
  test(`${what}: no fault`, async ({ page }) => {
    await page.setContent(html);
    await expectSoundLayout(page);
  });
}

for (const [fault, html] of Object.entries(faulty)) {
  test(`a fault is found: ${fault}`, async ({ page }) => {
    await page.setContent(html);
    const error = await expectSoundLayout(page).catch((error) => error);
    expect(String(error)).toContain(fault);
  });
}
