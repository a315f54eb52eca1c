// Is everything that is written on the page readable where it stands?
import { expect } from "@playwright/test";

/** No overlapping labels, no clipped text, no text under 12 px, no sideways scrolling: in the page as it is now. */
export async function expectSoundLayout(page) {
  expect(await page.evaluate(faults), "faults of layout").toEqual([]);
}

/** Runs in the page; gives one sentence for each fault. */
function faults() {
  const SMALLEST_PX = 12;
  const TOLERANCE_PX = 1;

  /** The visible lines of text: { text, element, rect }, with `rect` as wide as the line and as high as its letters. */
  function lines() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = node.data.trim();
      if (text && isShown(node.parentElement)) {
        for (const box of boxesOf(node)) found.push({ text, element: node.parentElement, rect: letters(box) });
      }
    }
    return found;
  }

  function boxesOf(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  }

  /** A line's box has room above and below the letters, where neighbours may reach. */
  function letters({ left, right, top, bottom, height }) {
    return { left, right, top: top + 0.15 * height, bottom: bottom - 0.15 * height };
  }

  function isShown(element) {
    const style = getComputedStyle(element);
    return !["SCRIPT", "STYLE"].includes(element.tagName)
      && element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
      && style.fontSize !== "0px"
      && !isForScreenReadersOnly(element);
  }

  /** Hidden from the eye by the usual pattern: a box of one pixel, or clipped to nothing, itself or around it. */
  function isForScreenReadersOnly(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const { clip, clipPath, overflow, position } = getComputedStyle(at);
      if (clipPath === "inset(50%)" || (position === "absolute" && /^rect\((0|1)px/.test(clip))) return true;
      if (overflow !== "visible" && at.clientWidth <= 1 && at.clientHeight <= 1 && position === "absolute") return true;
    }
    return false;
  }

  const ancestors = (element) => {
    const found = [];
    for (let at = element; at; at = at.parentElement) found.push(at);
    return found;
  };

  /** How an element cuts off what does not fit, per axis: "no", "cut", or "scroll" where one can get to the rest. */
  function cutting(element) {
    const kind = (overflow) => ({ hidden: "cut", clip: "cut", auto: "scroll", scroll: "scroll" })[overflow] ?? "no";
    const { overflowX, overflowY } = getComputedStyle(element);
    const isPage = element === document.documentElement || element === document.body;
    return isPage ? { x: "no", y: "no" } : { x: kind(overflowX), y: kind(overflowY) };
  }

  const out = (rect, box) => ({
    x: rect.left < box.left - TOLERANCE_PX || rect.right > box.right + TOLERANCE_PX,
    y: rect.top < box.top - TOLERANCE_PX || rect.bottom > box.bottom + TOLERANCE_PX,
  });

  /** What is left of a line inside everything that scrolls; null if nothing. */
  function inSight({ element, rect }) {
    let seen = { ...rect };
    for (const at of ancestors(element)) {
      const { x, y } = cutting(at);
      const box = at.getBoundingClientRect();
      if (x !== "no") seen = { ...seen, left: Math.max(seen.left, box.left), right: Math.min(seen.right, box.right) };
      if (y !== "no") seen = { ...seen, top: Math.max(seen.top, box.top), bottom: Math.min(seen.bottom, box.bottom) };
    }
    return seen.right - seen.left > TOLERANCE_PX && seen.bottom - seen.top > TOLERANCE_PX ? seen : null;
  }

  function isClipped({ element, rect }) {
    for (const at of ancestors(element)) {
      const { x, y } = cutting(at);
      const beyond = out(rect, at.getBoundingClientRect());
      if ((x === "cut" && beyond.x) || (y === "cut" && beyond.y)) return true;
      // What scrolls away is no fault, and what is around it does not see it.
      if ((x === "scroll" && beyond.x) || (y === "scroll" && beyond.y)) return false;
    }
    return rect.left < -TOLERANCE_PX || rect.right > document.documentElement.clientWidth + TOLERANCE_PX;
  }

  function sizeInPx(element) {
    const scale = element instanceof SVGElement ? Math.abs(element.getScreenCTM()?.a ?? 1) : 1;
    return parseFloat(getComputedStyle(element).fontSize) * scale;
  }

  const meet = (a, b) => ({
    left: Math.max(a.left, b.left), right: Math.min(a.right, b.right),
    top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom),
  });

  /** Whether something opaque lies between the two where they meet, so that only one of them is seen. */
  function isCovered(one, other, where) {
    const stack = document.elementsFromPoint((where.left + where.right) / 2, (where.top + where.bottom) / 2);
    const [upper, lower] = [stack.indexOf(one), stack.indexOf(other)].sort((a, b) => a - b);
    return upper >= 0 && stack.slice(upper, lower).some(isOpaque);
  }

  function isOpaque(element) {
    const { backgroundColor, opacity } = getComputedStyle(element);
    return opacity === "1" && /^(rgb\(|color\([^/]*\)$|ok\w+\([^/]*\)$)/.test(backgroundColor);
  }

  function overlaps(lines) {
    const found = [];
    // What is inert is ground: a dialog or a title may stand before it.
    const modal = document.querySelector(":modal");
    const front = lines.filter(({ element }) => !element.closest("[inert]") && (!modal || modal.contains(element)));
    const seen = front.map((line) => ({ ...line, rect: inSight(line) })).filter((line) => line.rect);
    seen.sort((a, b) => a.rect.top - b.rect.top);
    seen.forEach((one, index) => {
      for (const other of seen.slice(index + 1)) {
        if (other.rect.top > one.rect.bottom) break;
        const where = meet(one.rect, other.rect);
        const meets = where.right - where.left > TOLERANCE_PX && where.bottom - where.top > TOLERANCE_PX;
        const kin = one.element.contains(other.element) || other.element.contains(one.element);
        if (meets && !kin && !isCovered(one.element, other.element, where)) {
          found.push(`“${one.text}” and “${other.text}” overlap`);
        }
      }
    });
    return found;
  }

  function sideways() {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : [];
  }

  const all = lines();
  const small = all.filter(({ element }) => sizeInPx(element) < SMALLEST_PX - 0.01);
  return [
    ...sideways(),
    ...all.filter(isClipped).map(({ text }) => `“${text}” is clipped`),
    ...small.map(({ text, element }) => `“${text}” is ${sizeInPx(element)} px high`),
    ...overlaps(all),
  ];
}
